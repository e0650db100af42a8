"""Configurations of kiosks on real parts."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.demo.world import FACILITY_CODE, KIOSK_ID
from qualification.pki import make_pki
from tests.kiosk.test_config import GOOD, written


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """A configuration whose files and folders are all there."""
    kiosk = make_pki(tmp_path / "pki", FACILITY_CODE, KIOSK_ID, datetime.now(UTC)).kiosk
    for name in ("results", "state"):
        (tmp_path / name).mkdir()
    text = GOOD.replace("pki/authority.pem", str(kiosk.authority))
    text = text.replace("pki/client.pem", str(kiosk.certificate))
    text = text.replace("pki/client.key", str(kiosk.key))
    text = text.replace("pki/statement.key", str(kiosk.statement_key))
    camera = "[camera]\ndevice = '/dev/video97'\n"
    return written(tmp_path, f"{text}{camera}[log]\nfile = '{tmp_path}/kiosk.jsonl'\n")


@pytest.fixture
def installed_without_camera(installed: Path) -> Path:
    text = installed.read_text("utf-8").replace("device = '/dev/video97'", "kind = 'none'")
    installed.write_text(text, "utf-8")
    return installed
