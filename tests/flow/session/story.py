"""Tells a session to the pure machine, on a clock of its own, as a short story."""

from datetime import UTC, datetime

from common.certificate_dates import CertificateStanding
from common.decisions import Decision
from common.secret import Secret
from consent.port import Answer, Item
from faceauth.port import Guidance
from kiosk.session import events, intents
from kiosk.session.effects import Effect, StartWorker
from kiosk.session.events import Event
from kiosk.session.machine import deadline_ms, initial, transition
from kiosk.session.projection import project
from kiosk.session.screens import FaceOffer, PinOffer, Readiness, Screen, Standby
from kiosk.session.states import (
    Card,
    Eligibility,
    Phase,
    Rules,
    State,
    session_of,
)
from qualification.port import ProofKind

ANSWERED_AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
ALL_PROOFS = frozenset(ProofKind)
PIN_ONLY = frozenset({ProofKind.PIN})
RULES = Rules(ProofKind.ATTESTED, has_camera=True, has_staff_password=True)
CARD = Card(PinOffer.READY, 3, CertificateStanding.VALID)
ELIGIBLE = Eligibility(registered=True, valid=True, checkups_apply=True, notice=None)


def answer(item: Item, *, agreed: bool = True, part: str = "") -> intents.Answered:
    decision = Decision.AGREED if agreed else Decision.DECLINED
    return intents.Answered(Answer(item, decision, item.value, "1", "ja", ANSWERED_AT, part))


def pin() -> intents.PinEntered:
    return intents.PinEntered(Secret(bytearray(b"1234")))


def number_b() -> intents.NumberBEntered:
    return intents.NumberBEntered(Secret(bytearray(b"45030120311234")))


class Story:
    """One kiosk; every verb sends one event and keeps what the machine wanted done.

    For each worker that is taken the next one is there at once, unless `readiness` says otherwise.
    """

    def __init__(self, rules: Rules = RULES, readiness: Readiness = Standby.READY) -> None:
        self.now_ms = 0
        self.state: State = initial(rules, 0)
        self.effects: list[Effect] = []
        self._cards = 0
        self.readiness = readiness
        self.send(events.ReaderFound("reader"))
        self.send(events.ReadinessChanged(readiness))

    @property
    def phase(self) -> Phase:
        return self.state.phase

    @property
    def screen(self) -> Screen:
        return project(self.state).screen

    @property
    def session_id(self) -> str:
        session = session_of(self.state.phase)
        assert session is not None
        return session.session_id

    def send(self, event: Event) -> list[Effect]:
        self.state, effects = transition(self.state, event, self.now_ms)
        self.effects += effects
        if any(isinstance(effect, StartWorker) for effect in effects):
            self.send(events.ReadinessChanged(self.readiness))
        return list(effects)

    def wait(self, wait_ms: int) -> None:
        self.now_ms += wait_ms
        self.send(events.TimePassed())

    def wait_out(self) -> None:
        """Until the moment that the phase itself has set."""
        due_ms = deadline_ms(self.state)
        assert due_ms is not None
        self.now_ms = max(self.now_ms, due_ms)
        self.send(events.TimePassed())

    def place_card(self) -> list[Effect]:
        self._cards += 1
        return self.send(events.CardInserted(f"s{self._cards}", "Reader 00"))

    def read_card(self, card: Card = CARD) -> None:
        self.place_card()
        self.send(events.CardRead(self.session_id, card))

    def choose_face_that_needs_the_number(self) -> None:
        self.read_card()
        self.send(events.NumberBNeeded(self.session_id))
        self.send(intents.FaceChosen())

    def request_id(self) -> int:
        """The number of the newest request."""
        session = session_of(self.state.phase)
        assert session is not None
        return session.requests

    def prove_by_pin(self, card: Card = CARD) -> None:
        self.read_card(card)
        self.send(intents.PinChosen())
        self.send(pin())
        self.send(events.PinAccepted(self.session_id, self.request_id()))

    def prove_by_face(self) -> None:
        self.read_card()
        self.send(events.FaceOfferKnown(self.session_id, FaceOffer.READY))
        self.send(intents.FaceChosen())
        request_id = self.request_id()
        self.send(events.FaceObserved(self.session_id, request_id, Guidance.NONE, 0.5))
        self.send(events.FaceMatched(self.session_id, request_id))

    def know(self, eligibility: Eligibility = ELIGIBLE) -> None:
        self.send(events.EligibilityKnown(self.session_id, self.request_id(), eligibility))

    def answer_all(self, *, agreed: bool = True) -> None:
        for item in (Item.MEDICAL_AND_MEDICINES, Item.HEALTH_CHECKUPS, Item.LIMIT_INFORMATION):
            self.send(answer(item, agreed=agreed))

    def store(self) -> list[Effect]:
        return self.send(events.ConsentStored(self.session_id, self.request_id()))
