"""The line to the reception's console: what it works with. Imported in its process only."""

from consent.outbox import SqliteOutbox
from kiosk import log
from kiosk.compose.rights import desk_rights
from kiosk.compose.shared import consent_keys, consent_ledger, desk_queue
from kiosk.config import Config, Desk
from kiosk.desk_link.process import DeskParts
from qualification.summary import lines_of


def desk_parts(config: Config, desk: Desk) -> DeskParts:
    log.configure(config.log.file, config.log.level)
    keys = consent_keys(config)
    words = dict(config.facility.what_next)
    return DeskParts(
        rights=desk_rights(config, desk),
        host=desk.host,
        port=desk.port,
        authority=desk.authority,
        certificate=config.service.certificate,
        key=config.service.key,
        kiosk_id=config.facility.kiosk_id,
        facility_code=config.facility.code,
        what_next={case: text for case, text in words.items() if text},
        queue=desk_queue(config),
        open_outbox=lambda: SqliteOutbox(consent_ledger(config), keys),
        lines_of=lines_of,
    )
