"""The session worker: one patient's card, face and answers, in a process that ends with them.

The main thread listens to the kiosk; the card, the face and the service have a thread each, so
that none waits for another. Everything said to the kiosk goes through `Voice`.
"""

import os
import signal
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection

import structlog

from common.errors import complaint_of
from consent.errors import StoreFailed
from consent.port import ConsentLedger
from kiosk.session import effects
from kiosk.signs import SIGN_EVERY_S, Alive
from kiosk.worker.card_side import CardSide
from kiosk.worker.eligibility_side import EligibilitySide
from kiosk.worker.face_side import FaceSide
from kiosk.worker.messages import (
    Begin,
    FromWorker,
    NumberBFollows,
    PinFollows,
    StandsReady,
    ToWorker,
    receive_secret,
)
from kiosk.worker.parts import PartsFactory, WorkerParts
from kiosk.worker.preview import PreviewWriter

log = structlog.get_logger(__name__)

LEDGER_LOOKED_AT_EVERY_S = 5
"""So long after its repair, at the latest, the kiosk invites patients again."""


def run_session(parts: PartsFactory, pipe: Connection, preview: PreviewWriter) -> None:
    """Process entry: stand ready, then serve one session until the kiosk ends it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C ends the kiosk, which ends us.
    made = _made(parts)
    voice = Voice(pipe)
    try:
        begin = stand_ready(made.ledger, pipe, voice)
        if isinstance(begin, Begin):
            SessionWorker(made, begin, pipe, voice, preview).serve()
    except (EOFError, OSError):
        pass  # The kiosk is gone; so is the session.
    finally:
        os._exit(0)  # No thread may hold the personal data of this process any longer.


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


class Voice:
    """Speaks to the kiosk, from any thread."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._lock = threading.Lock()

    def say(self, message: FromWorker | StandsReady | Alive) -> None:
        with self._lock:
            self._pipe.send(message)


def stand_ready(
    open_ledger: Callable[[], ConsentLedger], pipe: Connection, voice: Voice
) -> ToWorker:
    """The first message; until then the kiosk hears whether consents could be kept."""
    said: StandsReady | None = None
    while True:
        complaint = complaint_about(open_ledger)
        news = StandsReady(ledger_usable=complaint is None)
        if news != said:
            if complaint is not None:
                log.error("ledger_not_opened", error=complaint)
            voice.say(news)
            said = news
        if hears(pipe, voice, signs=round(LEDGER_LOOKED_AT_EVERY_S / SIGN_EVERY_S)):
            return received(pipe)


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


def next_message(pipe: Connection, voice: Voice) -> ToWorker:
    """The next one from the kiosk."""
    while not hears(pipe, voice, signs=1):
        pass
    return received(pipe)


def hears(pipe: Connection, voice: Voice, signs: int) -> bool:
    """Whether the kiosk says something; meanwhile it hears so many times that this process runs."""
    for _ in range(signs):
        voice.say(Alive())
        if pipe.poll(SIGN_EVERY_S):
            return True
    return False


def received(pipe: Connection) -> ToWorker:
    message: ToWorker = pipe.recv()
    return message


class SessionWorker:
    """Hands each request to the side it is for."""

    def __init__(
        self,
        parts: WorkerParts,
        begin: Begin,
        pipe: Connection,
        voice: Voice,
        preview: PreviewWriter,
    ) -> None:
        self._pipe = pipe
        self._voice = voice
        self._card = CardSide(parts, begin, self._voice.say)
        self._face = FaceSide(parts, begin, self._voice.say, preview)
        self._eligibility = EligibilitySide(parts, begin, self._voice.say, self._card)
        self._session_id = begin.session_id

    def serve(self) -> None:
        self._eligibility.prefetch()
        self._face.open_camera()
        self._card.read(then_photo=self._face.enrol)
        while True:
            self._take(next_message(self._pipe, self._voice))

    def _take(self, message: ToWorker) -> None:
        match message:
            case PinFollows(request_id=request_id):
                self._card.verify_pin(request_id, receive_secret(self._pipe))
            case NumberBFollows(request_id=request_id):
                self._card.open_face(request_id, receive_secret(self._pipe), self._face.enrol)
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
