"""A maker installs a package, and its adapter is found; what is in the way is one clear line."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.errors import SetupFault
from kiosk.worker.terminal import find_adapter, make_adapter
from tests.unit.terminal.installed import install_adapter, install_example


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that packages are installed into."""
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.syspath_prepend(folder)
    yield folder
    for module in folder.glob("*.py"):
        sys.modules.pop(module.stem, None)


def complaint(name: str | None = None) -> str:
    with pytest.raises(SetupFault) as raised:
        make_adapter(find_adapter(name))
    said = str(raised.value)
    assert "\n" not in said
    return said


def install_other(site: Path, module: str, source: str) -> None:
    install_adapter(site, module, module, source, "Other")


@pytest.mark.usefixtures("site")
def test_without_any_the_remedies_are_told() -> None:
    said = complaint()
    assert "docs/adapters.md" in said
    assert '"attested"' in said


@pytest.mark.parametrize("name", [None, "example"])
def test_the_only_one_is_used(site: Path, name: str | None) -> None:
    install_example(site, b"0000")
    assert type(make_adapter(find_adapter(name))).__name__ == "ExampleTerminal"


def test_of_several_one_is_named(site: Path) -> None:
    install_example(site, b"0000")
    install_other(site, "other", "")
    assert "example, other" in complaint()
    assert type(make_adapter(find_adapter("example"))).__name__ == "ExampleTerminal"


def test_a_name_that_nothing_has_is_answered_with_the_names_there_are(site: Path) -> None:
    install_example(site, b"0000")
    assert "installed: example" in complaint("exmaple")


def test_two_of_one_name_are_not_chosen_between(site: Path) -> None:
    install_example(site, b"0000")
    install_adapter(site, "example", "second", "", "Other")
    assert "Several adapters are called example" in complaint("example")


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("import no_such_driver", "ModuleNotFoundError: No module named 'no_such_driver'"),
        ("def Other():\n    raise OSError('no licence\\nat all')", "OSError: no licence"),
        ("class Different: pass", "AttributeError"),
        ("class Other: pass", "no method sign"),
    ],
)
def test_an_adapter_that_cannot_be_used_is_named(site: Path, source: str, said: str) -> None:
    install_other(site, "other", source)
    told = complaint()
    assert "adapter other" in told
    assert said in told


def test_a_bundle_looks_into_the_folder_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    adapters = tmp_path / "adapters"
    adapters.mkdir()
    install_example(adapters, b"0000")
    monkeypatch.setattr(sys, "path", [*sys.path])
    assert "none is installed" in complaint()
    monkeypatch.setattr(sys, "executable", str(tmp_path / "uketsuke"))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert find_adapter(None).name == "example"
    assert find_adapter(None).name == "example"
    assert sys.path.count(str(adapters)) == 1
