"""The delivery process: what it works with. Imported there only."""

from consent.anchor import SqliteLedgerAnchor
from consent.outbox import SqliteOutbox
from kiosk import log
from kiosk.compose.rights import delivery_rights
from kiosk.compose.shared import consent_keys, consent_ledger, desk_queue, service
from kiosk.config import Config
from kiosk.delivery.process import DeliveryParts
from kiosk.desk_link.tidings import DeskListener, NoDesk, QueuedDesk
from qualification.result_folder import ResultFolder
from qualification.summary import summary_of


def delivery_parts(config: Config) -> DeliveryParts:
    log.configure(config.log.file, config.log.level)
    keys = consent_keys(config)
    return DeliveryParts(
        rights=delivery_rights(config),
        open_outbox=lambda: SqliteOutbox(consent_ledger(config), keys),
        open_service=lambda: service(config),
        results=ResultFolder(
            config.storage.results,
            config.facility.code,
            memory=config.storage.state / "results-mount.json",
        ),
        anchor=SqliteLedgerAnchor(consent_ledger(config), keys),
        check_every_s=config.service.check_every_s,
        desk=_desk(config),
    )


def _desk(config: Config) -> DeskListener:
    return NoDesk() if config.desk is None else QueuedDesk(desk_queue(config).put, summary_of)
