"""The product's wheel: every module of the product, and nothing that stands in for hardware."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import PurePosixPath
from zipfile import ZipFile

import pytest

from tests.architecture.source_tree import PRODUCT_PACKAGES, ROOT, tracked_files

LIMIT_S = 60
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
    packages = {top for top in tops if not top.endswith(".dist-info")}
    assert packages == set(PRODUCT_PACKAGES)


def test_it_holds_every_file_of_the_product(wheel: ZipFile) -> None:
    wanted = {path.as_posix() for path in tracked_files() if path.parts[0] in PRODUCT_PACKAGES}
    assert "kiosk/cli/main.py" in wanted
    assert wanted - set(wheel.namelist()) == set()


def test_its_only_command_is_the_kiosks(wheel: ZipFile) -> None:
    (listed,) = (name for name in wheel.namelist() if name.endswith("/entry_points.txt"))
    assert wheel.read(listed).decode() == SCRIPTS
