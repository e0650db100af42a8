"""Configurations of kiosks on real parts."""

from pathlib import Path

import pytest

from tests.unit.kiosk.installation import NO_CAMERA, install


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """A configuration whose files and folders are all there, but not its camera."""
    return install(tmp_path, "[camera]\ndevice = '/dev/video97'\n")


@pytest.fixture
def installed_without_camera(tmp_path: Path) -> Path:
    return install(tmp_path, NO_CAMERA)
