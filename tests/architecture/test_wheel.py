"""The product's wheel: every module of the product, and nothing that stands in for hardware."""

import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

import pytest

from faceauth import model_files
from faceauth.face_model import manifest_path, names, read_manifest
from kiosk.screen.translations import LANGUAGES
from tests.architecture.source_tree import PRODUCT_PACKAGES, ROOT, tracked_files

LIMIT_S = 120
INSTALL_LIMIT_S = 300
SCRIPTS = "[console_scripts]\nuketsuke = kiosk.cli.main:main\n"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ZipFile]:
    folder = tmp_path_factory.mktemp("wheel")
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=LIMIT_S,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (file,) = folder.glob("uketsuke-*.whl")
    with ZipFile(file) as opened:
        yield opened


def test_it_holds_the_products_packages_and_nothing_else(wheel: ZipFile) -> None:
    tops = {PurePosixPath(name).parts[0] for name in wheel.namelist()}
    packages = {top for top in tops if not top.endswith((".dist-info", ".data"))}
    assert packages == set(PRODUCT_PACKAGES)


def test_it_brings_every_network_of_its_face_models(wheel: ZipFile) -> None:
    place = f".data/data/{model_files.FOLDER.as_posix()}/"
    there = {PurePosixPath(name).name for name in wheel.namelist() if place in name}
    shipped = {read_manifest(manifest_path(name)).network.path.name for name in names()}
    assert shipped < there
    assert there == {path.name for path in model_files.folder().iterdir()}
    assert not [name for name in wheel.namelist() if "68_face_landmarks" in name]


def test_it_holds_every_file_of_the_product(wheel: ZipFile) -> None:
    wanted = {path.as_posix() for path in tracked_files() if path.parts[0] in PRODUCT_PACKAGES}
    assert "kiosk/cli/main.py" in wanted
    assert wanted - set(wheel.namelist()) == set()


def test_its_only_command_is_the_kiosks(wheel: ZipFile) -> None:
    (listed,) = (name for name in wheel.namelist() if name.endswith("/entry_points.txt"))
    assert wheel.read(listed).decode() == SCRIPTS


def test_it_holds_compiled_texts_types_and_licence(wheel: ZipFile) -> None:
    names = set(wheel.namelist())
    assert {f"kiosk/screen/i18n/uketsuke_{code}.qm" for code in LANGUAGES} <= names
    assert {f"{package}/py.typed" for package in PRODUCT_PACKAGES} <= names
    licences = {PurePosixPath(name).name for name in names if ".dist-info/licenses/" in name}
    assert licences == {"LICENSE", "NOTICE"}


def test_alone_in_an_empty_environment_it_runs_up_to_its_first_message(
    wheel: ZipFile, tmp_path: Path
) -> None:
    """With the locked libraries and nothing else: no simulation, no tool, no checkout."""
    place = tmp_path / "alone"
    uv = str(ROOT / ".venv" / "bin" / "uv")
    install = [uv, "pip", "install", "--quiet", "--python", str(place / "bin" / "python")]
    # Hard links where they can be made: the set-up has the libraries in its cache.
    for command in (
        [uv, "venv", "--quiet", "--python", sys.executable, str(place)],
        [*install, "-r", str(ROOT / "requirements.lock")],
        [*install, "--no-deps", str(wheel.filename)],
    ):
        subprocess.run(command, check=True, timeout=INSTALL_LIMIT_S, cwd=tmp_path)
    program = place / "bin" / "uketsuke"

    def say(*arguments: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [program, *arguments],
            cwd=tmp_path,
            env={"HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"},
            capture_output=True,
            encoding="utf-8",
            timeout=LIMIT_S,
            check=False,
        )

    assert say("--version").stdout == f"uketsuke {version('uketsuke')}\n"
    assert "No such command" in say("demo").stderr
    run = say("run", "--config", "absent.toml")
    assert run.returncode == 2
    assert "absent.toml" in run.stderr.splitlines()[-1]
