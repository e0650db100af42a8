"""The session worker: one patient's card, face and answers, in a process that ends with them.

The main thread listens to the kiosk; the card, the face and the service have a thread each, so
that none waits for another. Everything said to the kiosk goes through
`kiosk.child_process.KioskLink`.
"""

import os
from collections.abc import Callable
from multiprocessing.connection import Connection

import structlog

from common.errors import complaint_of
from consent.errors import StoreFailed
from consent.port import ConsentLedger
from kiosk.child_process import KioskLink, serve
from kiosk.confinement.process import close_all_but, confine
from kiosk.session import effects
from kiosk.session.events import CardRefused
from kiosk.worker.card_side import CardSide, stop_reason
from kiosk.worker.eligibility_side import EligibilitySide
from kiosk.worker.face_side import FaceSide
from kiosk.worker.messages import (
    WIRES,
    Begin,
    NumberBFollows,
    PinFollows,
    StandsReady,
    ToWorker,
)
from kiosk.worker.parts import PartsFactory, WorkerParts
from kiosk.worker.preview import PreviewWriter
from reader.errors import ReaderFault

log = structlog.get_logger(__name__)

LEDGER_LOOKED_AT_EVERY_S = 5
"""So long after its repair, at the latest, the kiosk invites patients again."""


def run_session(pipe: Connection, parts: PartsFactory, preview: PreviewWriter) -> None:
    """Process entry: stand ready, then serve one session until the kiosk ends it."""
    close_all_but((pipe.fileno(), preview.fileno()))
    serve(lambda: _serve_one(KioskLink(pipe, WIRES), parts, preview))


def _serve_one(kiosk: KioskLink, parts: PartsFactory, preview: PreviewWriter) -> None:
    made = _made(parts)
    begin = stand_ready(made.ledger, kiosk)
    if isinstance(begin, Begin):
        if give_up_rights(made, begin, kiosk):
            SessionWorker(made, begin, kiosk, preview).serve()
        while True:
            kiosk.next_message()  # Until the kiosk has taken the news, and ends it.


def give_up_rights(parts: WorkerParts, begin: Begin, kiosk: KioskLink) -> bool:
    """Before anything that a stranger brings is read; False when the reader is out of reach."""
    try:
        parts.reach_reader()
    except ReaderFault as error:
        log.warning("card_not_read", kind=error.kind)
        kiosk.say(CardRefused(begin.session_id, stop_reason(error)))
        return False
    confine(parts.rights())
    return True


def _made(parts: PartsFactory) -> WorkerParts:
    """What the world keeps from being made ends the process; whoever starts the kiosk is told of
    it by the kiosk's own check."""
    try:
        return parts()
    except Exception as error:
        complaint = complaint_of(error)
        if complaint is None:
            raise
        log.error("worker_not_made", error=complaint)
        os._exit(1)


def stand_ready(open_ledger: Callable[[], ConsentLedger], kiosk: KioskLink) -> ToWorker:
    """The first message; until then the kiosk hears whether consents could be kept."""
    said: StandsReady | None = None
    while True:
        complaint = complaint_about(open_ledger)
        news = StandsReady(ledger_usable=complaint is None)
        if news != said:
            if complaint is not None:
                log.error("ledger_not_opened", error=complaint)
            kiosk.say(news)
            said = news
        if kiosk.has_message(LEDGER_LOOKED_AT_EVERY_S):
            message: ToWorker = kiosk.next_message()
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


class SessionWorker:
    """Hands each request to the side it is for."""

    def __init__(
        self, parts: WorkerParts, begin: Begin, kiosk: KioskLink, preview: PreviewWriter
    ) -> None:
        self._kiosk = kiosk
        self._card = CardSide(parts, begin, kiosk.say)
        self._face = FaceSide(parts, begin, kiosk.say, preview)
        self._eligibility = EligibilitySide(parts, begin, kiosk.say, self._card)
        self._session_id = begin.session_id

    def serve(self) -> None:
        self._eligibility.prefetch()
        self._face.open_camera()
        self._card.read(then_photo=self._face.enrol)
        while True:
            self._take(self._kiosk.next_message())

    def _take(self, message: ToWorker) -> None:
        match message:
            case PinFollows(request_id=request_id):
                self._card.verify_pin(request_id, self._kiosk.next_secret())
            case NumberBFollows(request_id=request_id):
                self._card.open_face(request_id, self._kiosk.next_secret(), self._face.enrol)
            case effects.StartCapture(request_id=request_id):
                self._face.start(request_id)
            case effects.StopCapture():
                self._face.stop()
            case effects.QueryEligibility(request_id=request_id, method=method):
                self._face.finish()
                self._eligibility.query(request_id, method)
            case effects.Register():
                self._eligibility.register(message)
            case effects.StoreConsent():
                self._eligibility.store(message)
            case Begin():
                log.error("worker_begun_twice", session_id=self._session_id)
            case _:
                raise AssertionError(message)
