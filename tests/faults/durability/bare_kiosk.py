"""A kiosk without a screen, whose patients come one after the other and never hesitate.

Real session, workers, delivery process, ledger, outbox, service client and result folder; card
and screen are short-cut. Says `placed`, and `done <session id>` when a patient is told that the
reception is done.
"""

import os
import queue
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import cast

from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from common.decisions import Decision
from common.secret import Secret
from consent.anchor import SqliteLedgerAnchor
from consent.face_tries import SqliteFaceTries
from consent.keys import KeyFile
from consent.ledger import SqliteConsentLedger
from consent.outbox import SqliteOutbox
from consent.port import Answer
from kiosk import log
from kiosk.application import Application
from kiosk.delivery.process import DeliveryParts
from kiosk.session import screens
from kiosk.session.events import Event
from kiosk.session.intents import Answered, Intent, PinChosen, PinEntered
from kiosk.session.screens import ScreenModel
from kiosk.session.states import Completed, Rules, State
from kiosk.signer.parts import SignerParts
from kiosk.signer.proof_check import proof_check
from kiosk.worker.parts import WorkerParts
from kiosk.worker.preview import PreviewMemory
from kiosk.worker.processes import SessionParts
from qualification.client import ClientConfig, HttpsQualificationService
from qualification.result_folder import ResultFolder
from reader.card import MyNumberCard, Token, TokenKind
from reader.port import CardInserted, CardRemoved, PresenceEvent, ReaderFound, SurfaceScanner
from tests.rights import ALL

FACILITY = "1312345678"
WARM_WITHIN_S = 60.0


class Card:
    """What a PIN session needs of a card, with a key that the service knows."""

    apdu_count = 0

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def token(self) -> Token:
        return Token(TokenKind.CARD.value, TokenKind.CARD)

    def auth_certificate(self) -> bytes:
        return (self._folder / "certificate.der").read_bytes()

    def check_reader(self) -> None:
        pass

    def pin_tries_left(self) -> int:
        return 3

    def verify_pin(self, pin: bytearray) -> None:
        pass

    def sign(self, nonce: bytes) -> bytes:
        key = load_pem_private_key((self._folder / "card.key").read_bytes(), None)
        return cast(rsa.RSAPrivateKey, key).sign(nonce, PKCS1v15(), SHA256())


def service(folder: Path, url: str) -> HttpsQualificationService:
    pki = folder / "pki"
    return HttpsQualificationService(
        ClientConfig(
            url=url,
            authority_file=pki / "authority",
            certificate_file=pki / "certificate",
            key_file=pki / "key",
            statement_key_file=pki / "statement_key",
        )
    )


def worker_parts(folder: Path) -> WorkerParts:
    return WorkerParts(
        rights=lambda: ALL,
        reach_reader=lambda: None,
        open_card=lambda _reader: cast(MyNumberCard, Card(folder)),
        surface=cast(SurfaceScanner, None),
        camera=None,
        matcher=None,
        prover=None,
    )


def signer_parts(folder: Path, url: str) -> SignerParts:
    log.configure(folder / "kiosk.log")
    keys = KeyFile(folder / "state" / "consent.key")
    return SignerParts(
        rights=ALL,
        service=service(folder, url),
        check_proof=proof_check(None),
        ledger=lambda: SqliteConsentLedger(folder / "state" / "consent.sqlite", keys),
        face_tries=SqliteFaceTries(folder / "state" / "consent.sqlite", keys),
        subject_pseudonym=lambda _certificate: "subject",
        facility_code=FACILITY,
        kiosk_id="kiosk-1",
    )


def delivery_parts(folder: Path, url: str) -> DeliveryParts:
    log.configure(folder / "kiosk.log")
    keys = KeyFile(folder / "state" / "consent.key")
    return DeliveryParts(
        rights=ALL,
        open_outbox=lambda: SqliteOutbox(folder / "state" / "consent.sqlite", keys),
        open_service=lambda: service(folder, url),
        results=ResultFolder(folder / "results", FACILITY, folder / "mount.json"),
        anchor=SqliteLedgerAnchor(folder / "state" / "consent.sqlite", keys),
        check_every_s=60,
    )


class Presence:
    def start(
        self, sink: Callable[[PresenceEvent], None], alive: Callable[[], None] = lambda: None
    ) -> None:
        self.tell = sink
        sink(ReaderFound("Reader"))

    def refused(self, reader: str) -> None:
        pass

    def stop(self) -> None:
        pass


class NoStaff:
    def check(self, session_id: str, request_id: int, password: Secret) -> None:
        pass


class Alarm:
    def __init__(self, post: Callable[[Callable[[], None]], None]) -> None:
        self._post = post
        self._timer = threading.Timer(0, lambda: None)

    def set(self, delay_ms: int, callback: Callable[[], None]) -> None:
        self.cancel()
        self._timer = threading.Timer(delay_ms / 1000, lambda: self._post(callback))
        self._timer.daemon = True
        self._timer.start()

    def cancel(self) -> None:
        self._timer.cancel()


class Patients:
    """The glass, and whoever stands before it."""

    def __init__(self, presence: Presence, post: Callable[[Callable[[], None]], None]) -> None:
        self._presence = presence
        self._post = post
        self.intend: Callable[[Intent], None] = lambda _intent: None
        self._shown: object = None

    def show(self, model: ScreenModel) -> None:
        if model.screen != self._shown:
            self._shown = model.screen
            self._post(lambda: self._act(model.screen))

    def come(self) -> None:
        print("placed", flush=True)
        self._presence.tell(CardInserted("Reader"))

    def told(self, old: State, _event: Event, new: State) -> None:
        if isinstance(new.phase, Completed) and not isinstance(old.phase, Completed):
            print(f"done {new.phase.session.session_id}", flush=True)

    def _act(self, screen: object) -> None:
        match screen:
            case screens.ChooseMethod():
                self.intend(PinChosen())
            case screens.Pin():
                self.intend(PinEntered(Secret(bytearray(b"1234"))))
            case screens.Question(item=item):
                decision = Decision.DECLINED if os.urandom(1)[0] % 3 == 0 else Decision.AGREED
                self.intend(
                    Answered(Answer(item, decision, item.value, "1", "ja", datetime.now(UTC)))
                )
            case screens.Completed() | screens.Stopped(card_present=True):
                self._presence.tell(CardRemoved("Reader"))
            case screens.Farewell():
                self.come()
            case screens.Stopped():
                raise SystemExit("a session stopped")
            case _:
                pass


def main(folder: Path, url: str, preview: PreviewMemory, *, patients_come: bool) -> None:
    """Run until killed."""
    log.configure(folder / "kiosk.log")
    jobs: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
    presence = Presence()
    patients = Patients(presence, jobs.put)
    application = Application(
        Rules(proof=None, has_camera=False, has_staff_password=False),
        view=patients,
        alarm=Alarm(jobs.put),
        post=jobs.put,
        presence=presence,
        parts=SessionParts(partial(worker_parts, folder), partial(signer_parts, folder, url)),
        delivery=partial(delivery_parts, folder, url),
        preview=preview,
        staff=NoStaff(),
    )
    patients.intend = application.intend
    application.runner.observe(patients.told)
    application.start()
    if patients_come:
        application.wait_until_warm(WARM_WITHIN_S)
        jobs.put(patients.come)
    while True:
        jobs.get()()
