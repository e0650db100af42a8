"""Over all its insertions a card's face is tried so often and no more: real worker and signer."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from queue import Queue
from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest

from common.certificate_dates import CertificateStanding
from consent.face_tries import FIRST_WAIT_S, FREE_TRIES, SqliteFaceTries
from faceauth.port import FaceMatcher, Frame, Guidance, Observation, Verdict
from kiosk.session import effects, events, intents
from kiosk.session.events import Event
from kiosk.session.identification import FACE_ATTEMPTS
from kiosk.session.screens import ChooseMethod, FaceOffer, Pin, PinOffer
from kiosk.signer.messages import Figures
from kiosk.signer.parts import MeteredService, SignerParts
from kiosk.worker.parts import WorkerParts
from kiosk.worker.preview import PreviewMemory
from kiosk.worker.processes import FromSession, SessionParts
from kiosk.worker.supervisor import SessionWorkers
from qualification.port import Authenticated, Qualification, Validity
from reader.card import FaceRecord, MyNumberCard
from reader.port import SurfaceReading
from tests.flow.session.story import Story, pin
from tests.unit.consent.ledgers import fill, key_file, ledger_path
from tests.unit.worker import fakes
from tests.waiting import PATIENCE_S


class Card(fakes.FakeCard):
    def __init__(self, certificate: bytes) -> None:
        super().__init__("good")
        self._certificate = certificate

    def auth_certificate(self) -> bytes:
        return self._certificate

    def open_face(self, number_b: bytearray) -> FaceRecord:
        return cast(FaceRecord, SimpleNamespace(photo=bytearray(b"photo")))


class Stranger:
    """Implements `FaceMatcher`: whoever stands there is not who the card is of."""

    def enrol(self, photo: bytearray) -> "Stranger":
        return self

    def compare(self, reference: "Stranger") -> "Stranger":
        return self

    def feed(self, frame: Frame) -> Observation:
        return Observation(Guidance.NONE, 1.0, Verdict.NO_MATCH)

    def wipe(self) -> None:
        pass


class Camera:
    def open(self) -> None:
        pass

    def latest(self, newer_than_ms: float, timeout_ms: int) -> Frame | None:
        return Frame(np.zeros((8, 8, 3), np.uint8), time.monotonic() * 1000)

    def close(self) -> None:
        pass


class Surface:
    def scan(self) -> SurfaceReading:
        return SurfaceReading(date(1970, 3, 1), 2031, "1234")


class Service(fakes.NoService):
    def authenticate(self, *_arguments: object) -> Authenticated:  # type: ignore[override]
        return Authenticated("service-session", registered=True, certificate=VALID)

    def qualify(self, session_id: str) -> Qualification:
        return Qualification(Validity.VALID, date(1975, 5, 5))


VALID = CertificateStanding.VALID


def worker_parts(certificate: bytes) -> WorkerParts:
    return replace(
        fakes.worker_parts("good"),
        open_card=lambda _reader: cast(MyNumberCard, Card(certificate)),
        surface=Surface(),
        camera=Camera(),
        matcher=cast(FaceMatcher, Stranger()),
    )


def signer_parts(folder: Path) -> SignerParts:
    def since_boot_s() -> float:
        return float((folder / "clock").read_text("ascii"))

    return replace(
        fakes.signer_parts("good"),
        service=cast(MeteredService, Service()),
        face_tries=SqliteFaceTries(ledger_path(folder), key_file(folder), since_boot_s),
    )


class Reception:
    """The session as it runs in a kiosk: the machine, and what it asks of real processes."""

    def __init__(self, folder: Path, preview: PreviewMemory) -> None:
        self._clock = folder / "clock"
        self.set_clock(0.0)
        fill(folder, 0)
        self._said: Queue[FromSession] = Queue()
        parts = SessionParts(
            partial(worker_parts, fakes.certificate_der()), partial(signer_parts, folder)
        )
        self.workers = SessionWorkers(parts, preview, self._take)
        self.workers.open()
        self.story = Story()
        self.heard: list[Event] = []

    def set_clock(self, now_s: float) -> None:
        self._clock.write_text(str(now_s), "ascii")

    def send(self, event: Event) -> None:
        for effect in self.story.send(event):
            match effect:
                case effects.StartWorker(session_id, reader, reads_photo):
                    self.workers.start(session_id, reader, reads_photo=reads_photo)
                case effects.EndWorker(session_id):
                    self.workers.end(session_id)
                case (
                    effects.StartCapture()
                    | effects.StopCapture()
                    | effects.VerifyPin()
                    | effects.QueryEligibility()
                ):
                    self.workers.ask(effect)
                case _:
                    raise AssertionError(effect)

    def until(self, holds: Callable[[], bool]) -> None:
        while not holds():
            message = self._said.get(timeout=PATIENCE_S)
            if not isinstance(message, Figures):
                self.heard.append(message)
                self.send(message)

    def lay_down_card(self) -> None:
        """The choice of method, when the photo is embedded."""
        self.heard.clear()
        self.story.place_card()
        started = self.story.effects[-1]
        assert isinstance(started, effects.StartWorker)
        self.workers.start(started.session_id, started.reader, reads_photo=started.reads_photo)
        ready = events.FaceOfferKnown(started.session_id, FaceOffer.READY)
        self.until(lambda: ready in self.heard)

    def take_card(self) -> None:
        self.send(events.CardRemoved("Reader 00"))
        self.send(intents.FinishChosen())

    @property
    def face(self) -> FaceOffer | None:
        screen = self.story.screen
        return screen.face if isinstance(screen, ChooseMethod) else None

    def fail(self, attempts: int) -> None:
        for _ in range(attempts):
            self.send(intents.FaceChosen())
            self.until(lambda: self.face is not None)

    def use_up_the_tries(self) -> None:
        for _ in range(FREE_TRIES // FACE_ATTEMPTS):
            self.lay_down_card()
            self.fail(FACE_ATTEMPTS)
            assert self.face is FaceOffer.NOT_MATCHED
            self.take_card()

    def _take(self, message: FromSession | events.ReadinessChanged) -> None:
        if not isinstance(message, events.ReadinessChanged):
            self._said.put(message)


@pytest.fixture
def reception(tmp_path: Path) -> Iterator[Reception]:
    preview = PreviewMemory()
    made = Reception(tmp_path, preview)
    yield made
    made.workers.close()
    preview.close()


def test_the_next_insertion_is_offered_no_face_but_the_pin(reception: Reception) -> None:
    reception.use_up_the_tries()
    reception.lay_down_card()
    reception.until(lambda: reception.face is FaceOffer.TOO_OFTEN)
    assert reception.story.screen == ChooseMethod(FaceOffer.TOO_OFTEN, PinOffer.READY, None)
    reception.send(intents.FaceChosen())
    assert reception.face is FaceOffer.TOO_OFTEN
    reception.send(intents.PinChosen())
    assert isinstance(reception.story.screen, Pin)


def test_a_pin_that_was_right_gives_the_face_back(reception: Reception) -> None:
    reception.use_up_the_tries()
    reception.lay_down_card()
    reception.send(intents.PinChosen())
    reception.send(pin())
    reception.until(lambda: any(isinstance(e, events.EligibilityKnown) for e in reception.heard))
    reception.take_card()
    reception.lay_down_card()
    reception.fail(1)
    assert reception.face is FaceOffer.AGAIN


def test_so_does_the_time_for_one_try(reception: Reception) -> None:
    reception.use_up_the_tries()
    reception.set_clock(FIRST_WAIT_S)
    reception.lay_down_card()
    reception.fail(1)
    assert reception.story.screen == ChooseMethod(FaceOffer.AGAIN, PinOffer.READY, None)
    reception.fail(1)
    assert reception.story.screen == ChooseMethod(FaceOffer.TOO_OFTEN, PinOffer.READY, None)
