"""What a kiosk's `uketsuke doctor` says of its console."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.compose.desk_look import look
from kiosk.config import Desk
from kiosk.errors import SetupFault
from simulation.demo.world import FACILITY_CODE
from simulation.service.pki import make_pki
from tests.console.desk import DeskWorld, free_port, kiosk_config


def test_a_console_that_takes_the_kiosk(desk: DeskWorld) -> None:
    config = kiosk_config(desk, "kiosk-1")
    assert config.desk is not None
    assert "takes this kiosk" in look(config, config.desk)


def test_no_console_there(desk: DeskWorld) -> None:
    config = kiosk_config(desk, "kiosk-1")
    nobody = Desk(address=f"localhost:{free_port()}", authority=desk.pki_of("kiosk-1").authority)
    with pytest.raises(SetupFault, match=r"does not answer .* Start it"):
        look(config, nobody)


def test_a_console_and_a_kiosk_of_different_authorities(desk: DeskWorld, tmp_path: Path) -> None:
    config = kiosk_config(desk, "kiosk-1")
    assert config.desk is not None
    other = make_pki(tmp_path / "pki", FACILITY_CODE, "kiosk-1", datetime.now(UTC))
    stranger = config.desk.model_copy(update={"authority": other.authority})
    with pytest.raises(SetupFault, match=r"desk\.authority"):
        look(config, stranger)
    service = config.service.model_copy(
        update={"certificate": other.kiosk.certificate, "key": other.kiosk.key}
    )
    with pytest.raises(SetupFault, match=r"kiosks\.authority"):
        look(config.model_copy(update={"service": service}), config.desk)
