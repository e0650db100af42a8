"""The signer: one session's keys, service and ledger, in a process that parses nothing foreign.

It queries and signs when the kiosk says so, and for the person alone whose card has signed the
service's challenge. What reads card and face is another process, which cannot reach this one but
over a pipe (`kiosk.signer.messages`).
"""

from collections.abc import Callable
from multiprocessing.connection import Connection

import structlog

from consent.errors import StoreFailed
from consent.port import ConsentLedger
from kiosk.child_process import KioskLink, made_or_end, serve
from kiosk.confinement.process import close_all_but, confine
from kiosk.peer import Peer
from kiosk.session import effects
from kiosk.signer.card_link import CardLink
from kiosk.signer.eligibility_side import EligibilitySide
from kiosk.signer.face_limit import FaceLimit
from kiosk.signer.messages import FROM_WORKER, TO_WORKER, WIRES, LedgerTried, ToSigner
from kiosk.signer.parts import SignerPartsFactory
from kiosk.worker.messages import Begin

log = structlog.get_logger(__name__)

LEDGER_LOOKED_AT_EVERY_S = 5
"""So long after its repair, at the latest, the kiosk invites patients again."""


def run_signer(pipe: Connection, parts: SignerPartsFactory, worker: Connection) -> None:
    """Process entry: stand ready, then serve one session until the kiosk ends it."""
    close_all_but((pipe.fileno(), worker.fileno()))
    serve(lambda: _serve_one(KioskLink(pipe, WIRES), parts, worker))


def _serve_one(kiosk: KioskLink, parts: SignerPartsFactory, worker: Connection) -> None:
    made = made_or_end(parts)
    confine(made.rights)
    begin = stand_ready(made.ledger, kiosk)
    if isinstance(begin, Begin):
        card = CardLink(Peer(worker, says=TO_WORKER, hears=FROM_WORKER), made.check_proof)
        face = FaceLimit(made.face_tries, begin, kiosk.say, card)
        side = EligibilitySide(made, begin, kiosk.say, card, face)
        face.watch()
        side.prefetch()
        while True:
            _take(kiosk.next_message(), side, face)


def stand_ready(open_ledger: Callable[[], ConsentLedger], kiosk: KioskLink) -> ToSigner:
    """The first message; until then the kiosk hears whether consents could be kept."""
    said: LedgerTried | None = None
    while True:
        complaint = complaint_about(open_ledger)
        news = LedgerTried(is_usable=complaint is None)
        if news != said:
            if complaint is not None:
                log.error("ledger_not_opened", error=complaint)
            kiosk.say(news)
            said = news
        if kiosk.has_message(LEDGER_LOOKED_AT_EVERY_S):
            message: ToSigner = kiosk.next_message()
            return message


def complaint_about(open_ledger: Callable[[], ConsentLedger]) -> str | None:
    """Why no consent could be kept now.

    It is closed again: a session opens the file that lies there when it begins, not one that was
    moved aside meanwhile.
    """
    try:
        open_ledger().close()
    except StoreFailed as error:
        return str(error)
    return None


def _take(message: ToSigner, side: EligibilitySide, face: FaceLimit) -> None:
    match message:
        case effects.StartCapture(request_id=request_id):
            face.count(request_id)
        case effects.QueryEligibility(request_id=request_id, method=method):
            side.query(request_id, method)
        case effects.Register():
            side.register(message)
        case effects.StoreConsent():
            side.store(message)
        case Begin(session_id=session_id):
            log.error("worker_begun_twice", session_id=session_id)
