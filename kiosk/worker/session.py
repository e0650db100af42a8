"""The session worker: one patient's card and face, in a process that ends with them.

The main thread listens to the kiosk; the card, the face and the signer have a thread each, so
that none waits for another. It has no keys, no network and no files of its own: what it has read
it proves to the signer (`kiosk.signer`).
"""

import os
import threading
from concurrent.futures import Future
from multiprocessing.connection import Connection

import structlog

from kiosk import log as log_lines
from kiosk.child_process import KioskLink, made_or_end, serve
from kiosk.confinement.process import close_all_but, confine
from kiosk.peer import Peer
from kiosk.session import effects
from kiosk.session.events import CardRefused
from kiosk.signer.messages import (
    FROM_WORKER,
    TO_WORKER,
    CardShown,
    NotProven,
    ProofWanted,
    Proven,
    TryCounted,
)
from kiosk.worker.card_side import CardSide, stop_reason
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
from qualification.port import IdentityProof
from reader.errors import ReaderFault

log = structlog.get_logger(__name__)


def run_session(
    pipe: Connection, parts: PartsFactory, preview: PreviewWriter, signer: Connection
) -> None:
    """Process entry: stand ready, then serve one session until the kiosk ends it."""
    close_all_but((pipe.fileno(), preview.fileno(), signer.fileno()))
    serve(lambda: _serve_one(KioskLink(pipe, WIRES), parts, preview, signer))


def _serve_one(
    kiosk: KioskLink, parts: PartsFactory, preview: PreviewWriter, signer: Connection
) -> None:
    log_lines.hand_over(kiosk.say)
    made = made_or_end(parts)
    kiosk.say(StandsReady())
    begin = kiosk.next_message()
    if isinstance(begin, Begin):
        if give_up_rights(made, begin, kiosk):
            peer = Peer(signer, says=FROM_WORKER, hears=TO_WORKER)
            SessionWorker(made, begin, kiosk, preview, peer).serve()
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


class SessionWorker:
    """Hands each request to the side it is for."""

    def __init__(
        self,
        parts: WorkerParts,
        begin: Begin,
        kiosk: KioskLink,
        preview: PreviewWriter,
        signer: Peer,
    ) -> None:
        self._kiosk = kiosk
        self._signer = signer
        self._card = CardSide(parts, begin, kiosk.say, show=lambda der: signer.say(CardShown(der)))
        self._face = FaceSide(parts, begin, kiosk.say, preview)
        self._session_id = begin.session_id

    def serve(self) -> None:
        threading.Thread(target=self._hear_signer, name="signer", daemon=True).start()
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
            case effects.QueryEligibility():
                self._face.finish()
            case Begin():
                log.error("worker_begun_twice", session_id=self._session_id)
            case _:
                raise AssertionError(message)

    def _hear_signer(self) -> None:
        for message in self._signer.messages():
            match message:
                case TryCounted(request_id=request_id):
                    self._face.let_try(request_id)
                case ProofWanted():
                    self._prove(message)
        os._exit(0)  # It is gone, and so is the session.

    def _prove(self, wanted: ProofWanted) -> None:
        def proven(future: "Future[IdentityProof]") -> None:
            try:
                proof = future.result()
            except ReaderFault as error:
                log.warning("card_did_not_sign", kind=error.kind)
                self._signer.say(NotProven(stop_reason(error), self._card.apdu_count))
            else:
                self._signer.say(Proven(proof, self._card.apdu_count))

        self._card.prove(wanted.method, wanted.challenge).add_done_callback(proven)
