"""Set-up skips what is current, goes on after an interruption and says what to do on failure."""

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.architecture.source_tree import PRODUCT_PACKAGES, ROOT


@pytest.fixture(scope="module")
def packaging_modules() -> Iterator[dict[str, ModuleType]]:
    """The scripts of `tools/`, which are run by path and are no package."""
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        yield {name: __import__(name) for name in ("step", "set_up", "check")}
    finally:
        sys.path.remove(str(ROOT / "tools"))


@pytest.fixture
def step(packaging_modules: dict[str, ModuleType]) -> Any:
    return packaging_modules["step"]


@pytest.fixture
def set_up(packaging_modules: dict[str, ModuleType]) -> Any:
    return packaging_modules["set_up"]


@pytest.fixture
def check(packaging_modules: dict[str, ModuleType]) -> Any:
    return packaging_modules["check"]


class Recipe:
    """A step that counts its runs and does what it is told."""

    def __init__(self, step: Any, folder: Path, name: str = "bake") -> None:
        self.runs = 0
        self.ingredients = "flour"
        self.made = folder / f"{name}.cake"
        self.mishap: BaseException | None = None
        self.step = step.SetUpStep(
            name=name,
            does=f"{name} a cake",
            digest=lambda: step.digest_of(self.ingredients),
            run=self._run,
            stamp=folder / "stamps" / name,
            makes=(self.made,),
        )

    def _run(self) -> None:
        self.runs += 1
        if self.mishap is not None:
            raise self.mishap
        self.made.write_text("cake", encoding="utf-8")


@pytest.fixture
def recipe(step: Any, tmp_path: Path) -> Recipe:
    return Recipe(step, tmp_path)


@pytest.fixture
def said() -> list[str]:
    return []


def test_a_current_step_is_skipped(step: Any, recipe: Recipe, said: list[str]) -> None:
    assert step.run_steps([recipe.step], said.append) == 0
    assert step.run_steps([recipe.step], said.append) == 0
    assert recipe.runs == 1
    assert [line.split()[0] for line in said if line.startswith(" ")] == ["done", "current"]


def test_a_step_runs_again_when_its_inputs_change(
    step: Any, recipe: Recipe, said: list[str]
) -> None:
    step.run_steps([recipe.step], said.append)
    recipe.ingredients = "rice flour"
    step.run_steps([recipe.step], said.append)
    assert recipe.runs == 2


def test_a_step_runs_again_when_what_it_made_is_gone(
    step: Any, recipe: Recipe, said: list[str]
) -> None:
    step.run_steps([recipe.step], said.append)
    recipe.made.unlink()
    step.run_steps([recipe.step], said.append)
    assert recipe.made.exists()


def test_failure_names_the_step_the_reason_and_the_remedy(
    step: Any, recipe: Recipe, said: list[str]
) -> None:
    recipe.mishap = step.StepFailed("the oven is cold", "Light the oven.")
    assert step.run_steps([recipe.step], said.append) == 2
    text = "\n".join(said)
    assert "failed in step 'bake'" in text
    assert "Why: the oven is cold" in text
    assert "What to do: Light the oven." in text
    assert "Traceback" not in text


def test_nothing_follows_a_failed_step(
    step: Any, recipe: Recipe, said: list[str], tmp_path: Path
) -> None:
    later = Recipe(step, tmp_path, "eat")
    recipe.mishap = step.StepFailed("the oven is cold", "Light the oven.")
    step.run_steps([recipe.step, later.step], said.append)
    assert later.runs == 0


def test_a_full_disk_is_explained(step: Any, recipe: Recipe, said: list[str]) -> None:
    recipe.mishap = OSError(errno.ENOSPC, "No space left on device", "cake")
    assert step.run_steps([recipe.step], said.append) == 2
    assert "The disk is full" in said[-1]


def test_an_interrupted_step_runs_again(step: Any, recipe: Recipe, said: list[str]) -> None:
    step.run_steps([recipe.step], said.append)
    recipe.ingredients, recipe.mishap = "rice flour", KeyboardInterrupt()
    assert step.run_steps([recipe.step], said.append) == 130
    recipe.ingredients, recipe.mishap = "flour", None
    assert step.run_steps([recipe.step], said.append) == 0
    assert recipe.runs == 3, "the stamp of before the interruption must not count"


@pytest.mark.parametrize(
    ("output", "remedy"),
    [
        ("Temporary failure in name resolution", "The network does not answer"),
        ("error: Failed to fetch: `index`\n  dns error", "The network does not answer"),
        ("E: Could not get lock /var/lib/dpkg/lock-frontend", "Another package manager"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM", "not the file that was locked"),
        ("SSL: CERTIFICATE_VERIFY_FAILED certificate verify failed", "SSL_CERT_FILE"),
        ("OSError: [Errno 28] No space left on device", "The disk is full"),
        ("E: dpkg was interrupted, you must manually", "dpkg --configure -a"),
        ("something nobody thought of", "Read the lines above"),
    ],
)
def test_a_failed_program_has_a_remedy(step: Any, output: str, remedy: str) -> None:
    assert remedy in step.remedy_for(output)


def test_a_failed_program_shows_the_end_of_its_output(step: Any) -> None:
    program = "\n".join(
        [
            "import sys",
            "print('first')",
            "print('line\\n' * 15, flush=True)",
            "sys.exit('last words')",
        ]
    )
    with pytest.raises(step.StepFailed) as failure:
        step.run_command([sys.executable, "-c", program])
    assert "last words" in failure.value.why
    assert "first" not in failure.value.why


def test_a_program_that_is_not_there_is_named(step: Any, tmp_path: Path) -> None:
    with pytest.raises(step.StepFailed, match="not there"):
        step.run_command([tmp_path / "uv"])


def test_digests_tell_files_apart(step: Any, tmp_path: Path) -> None:
    file = tmp_path / "inputs"
    absent = step.digest_of(file)
    file.write_text("a", encoding="utf-8")
    first = step.digest_of(file)
    file.write_text("b", encoding="utf-8")
    assert len({absent, first, step.digest_of(file)}) == 3


def test_comments_of_the_debian_list_are_not_packages(set_up: Any) -> None:
    text = "# heading\n\npcscd   # the daemon\nswig # wraps\n"
    assert set_up.debian_packages(text) == ["pcscd", "swig"]


def test_headers_that_python_brings_are_not_asked_of_debian(
    set_up: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(set_up.UNLESS_PYTHON_BRINGS_IT, "python3-dev", lambda: True)
    monkeypatch.setitem(set_up.UNLESS_PYTHON_BRINGS_IT, "python3-venv", lambda: False)
    assert set_up.debian_packages("python3-dev # a\npython3-venv # b\n") == ["python3-venv"]


def test_without_root_and_sudo_the_missing_packages_are_named(
    set_up: Any, step: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(set_up, "missing_debian_packages", lambda: ["pcscd", "swig"])
    monkeypatch.setattr(set_up.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(set_up.shutil, "which", lambda name: None)
    with pytest.raises(step.StepFailed) as failure:
        set_up.install_debian_packages()
    assert "no sudo" in failure.value.why
    assert "apt-get install pcscd swig" in failure.value.remedy


def test_another_system_than_debian_is_told_so(
    set_up: Any, step: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(set_up.shutil, "which", lambda name: None)
    with pytest.raises(step.StepFailed, match="not a Debian system"):
        set_up.missing_debian_packages()


def test_administrators_settings_for_pip_reach_uv(
    set_up: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: dict[str, str] = {}
    monkeypatch.setattr(set_up, "run_command", lambda command, env: given.update(env))
    for name in [*set_up.PIP_SETTINGS_FOR_UV, *set_up.PIP_SETTINGS_FOR_UV.values()]:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PIP_INDEX_URL", "a mirror")
    monkeypatch.setenv("PIP_CERT", "the authority for pip")
    monkeypatch.setenv("SSL_CERT_FILE", "the authority for all")
    set_up.run_uv("sync")
    assert given == {"UV_DEFAULT_INDEX": "a mirror"}


def test_one_setting_names_the_networks_authority_for_uv_and_pip(
    set_up: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: dict[str, str] = {}
    monkeypatch.setattr(set_up, "run_command", lambda command, env: given.update(env))
    monkeypatch.delenv("PIP_CERT", raising=False)
    monkeypatch.setenv("SSL_CERT_FILE", "the authority for all")
    set_up.run_pip("download")
    assert given == {"PIP_CERT": "the authority for all"}


def test_every_step_of_the_set_up_says_what_it_does(set_up: Any) -> None:
    steps = set_up.steps()
    assert len({step.name for step in steps}) == len(steps)
    assert all(step.does for step in steps)


def test_all_checks_run_even_after_one_fails(
    check: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = check.Check("bad", [sys.executable, "-c", "import sys; sys.exit('the reason')"])
    good = check.Check(
        "good", [sys.executable, "-c", f"open({str(tmp_path / 'ran')!r}, 'w').close()"]
    )
    absent = check.Check("absent", [str(tmp_path / "nothing")])
    assert check.run_checks([bad, absent, good], tmp_path) == 1
    assert (tmp_path / "ran").exists()
    output = capsys.readouterr().out
    assert "the reason" in output
    assert "1 of 3 checks passed" in output
    assert check.run_checks([good], tmp_path) == 0


def test_shell_scripts_are_found_by_their_first_line(check: Any) -> None:
    assert ".ci/run" in check.shell_scripts(ROOT)


def test_what_is_installed_runs_the_checkout_and_no_copy_of_it() -> None:
    """As the command does, which is started anywhere: without this folder on the path."""
    names = (*PRODUCT_PACKAGES, "simulation", "console")
    told = f"import {', '.join(names)}; print({', '.join(f'{name}.__file__' for name in names)})"
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(
        [sys.executable, "-c", told],
        cwd="/",
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    installed = Path(sys.prefix).resolve()
    copies = [path for path in done.stdout.split() if installed in Path(path).resolve().parents]
    assert copies == []
