"""The delivery process: what it works with. Imported there only."""

from consent.outbox import SqliteOutbox
from kiosk import log
from kiosk.compose.shared import consent_keys, consent_ledger, service
from kiosk.config import Config
from kiosk.delivery.process import DeliveryParts
from qualification.result_folder import ResultFolder


def delivery_parts(config: Config) -> DeliveryParts:
    log.configure(config.log.file, config.log.level)
    keys = consent_keys(config)
    return DeliveryParts(
        open_outbox=lambda: SqliteOutbox(consent_ledger(config), keys),
        open_service=lambda: service(config),
        results=ResultFolder(
            config.storage.results,
            config.facility.code,
            memory=config.storage.state / "results-mount.json",
        ),
        check_every_s=config.service.check_every_s,
    )
