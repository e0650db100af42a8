"""A kiosk as it is installed: its configuration, with all the files and folders that it names."""

from datetime import UTC, datetime
from pathlib import Path

from kiosk.config import Config
from simulation.demo.world import FACILITY_CODE, KIOSK_ID
from simulation.service.pki import make_pki
from tests.unit.kiosk.test_config import GOOD, written

NO_CAMERA = "[camera]\nkind = 'none'\n"
LOG_NAME = "kiosk.jsonl"


def install(folder: Path, more: str) -> Path:
    """Return the configuration file, to which `more` is added; the log lies beside it."""
    kiosk = make_pki(folder / "pki", FACILITY_CODE, KIOSK_ID, datetime.now(UTC)).kiosk
    for name in ("results", "state"):
        (folder / name).mkdir()
    text = GOOD.replace("pki/authority.pem", str(kiosk.authority))
    text = text.replace("pki/client.pem", str(kiosk.certificate))
    text = text.replace("pki/client.key", str(kiosk.key))
    text = text.replace("pki/statement.key", str(kiosk.statement_key))
    return written(folder, f"{text}{more}[log]\nfile = '{folder / LOG_NAME}'\n")


def install_like(config: Config, folder: Path, more: str) -> Path:
    """The configuration that an installer writes for a demo's reader and service: no simulator."""
    service, storage = config.service, config.storage
    text = f"""
[facility]
code = "{config.facility.code}"
kiosk_id = "{config.facility.kiosk_id}"
[reader]
name_pattern = "{config.reader.name_pattern}"
[sound]
kind = "none"
[service]
url = "{service.url}"
authority = "{service.authority}"
certificate = "{service.certificate}"
key = "{service.key}"
statement_key = "{service.statement_key}"
[storage]
results = "{storage.results}"
state = "{storage.state}"
[log]
file = "{folder / LOG_NAME}"
"""
    return written(folder, text + more)
