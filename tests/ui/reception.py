"""A reception behind the glass: the real machine; card and service answer at once."""

from kiosk.screen.bridge import TAP_GUARD_MS
from kiosk.session import effects, events, intents
from kiosk.session.effects import Effect
from kiosk.session.events import Event
from kiosk.session.projection import project
from kiosk.session.screens import FaceOffer
from kiosk.session.states import Rules, Settling
from tests.flow.session.story import CARD, RULES, Story
from tests.ui.kiosk_parts import Glass

RIGHT_PIN = b"1234"
RIGHT_PASSWORD = b"0012580"


class Reception:
    """What is wanted at the glass goes to the machine; what it shows comes back."""

    def __init__(self, glass: Glass, rules: Rules = RULES, *, has_scanner: bool = True) -> None:
        """`has_scanner`: something reads the printed side of cards."""
        self._glass = glass
        self._has_scanner = has_scanner
        self._pin = self._password = b""
        self.story = Story(rules)
        self.go_on()

    @property
    def phase(self) -> str:
        return type(self.story.phase).__name__

    def place_card(self) -> None:
        self.story.read_card()
        if not self._has_scanner:
            self.story.send(events.NumberBNeeded(self.story.session_id))
        elif self.story.state.rules.offers_face:
            self.story.send(events.FaceOfferKnown(self.story.session_id, FaceOffer.READY))
        self.go_on()

    def take_card(self) -> None:
        self.story.send(events.CardRemoved("reader"))
        self.go_on()

    def look_into_the_camera(self) -> None:
        self.story.send(events.FaceMatched(self.story.session_id, self.story.request_id()))
        self.go_on()

    def look_like_somebody_else(self) -> None:
        self.story.send(events.FaceNotMatched(self.story.session_id, self.story.request_id()))
        self.go_on()

    def go_on(self) -> None:
        """Let the machine hear what was wanted, and let the others answer it."""
        wanted = list(self._glass.intents)
        self._glass.intents.clear()
        for intent in wanted:
            if isinstance(intent, intents.PinEntered):
                self._pin = bytes(intent.pin.buffer)
            if isinstance(intent, intents.StaffPasswordEntered):
                self._password = bytes(intent.password.buffer)
            self._answer(self.story.send(intent))
        if isinstance(self.story.phase, Settling):
            self.story.know()
        self._glass.bridge.show(project(self.story.state))
        self._glass.clock.pass_ms(TAP_GUARD_MS)
        self._glass.settle()

    def _answer(self, commands: list[Effect]) -> None:
        for command in commands:
            match command:
                case effects.VerifyPin(session_id, request_id) if self._pin == RIGHT_PIN:
                    self.story.send(events.PinAccepted(session_id, request_id))
                case effects.VerifyPin(session_id, request_id):
                    left = CARD.pin_tries_left - 1
                    self.story.send(events.PinRejected(session_id, request_id, left))
                case effects.CheckStaffPassword(session_id, request_id):
                    answer: Event = events.StaffRejected(session_id, request_id)
                    if self._password == RIGHT_PASSWORD:
                        answer = events.StaffAccepted(session_id, request_id, "001")
                    self._answer(self.story.send(answer))
                case effects.OpenFaceRecord(session_id, request_id):
                    self.story.send(events.FaceRecordOpened(session_id, request_id))
                case effects.StoreConsent():
                    self._answer(self.story.store())
                case effects.DeliverResult(session_id, request_id):
                    self.story.send(events.ResultDelivered(session_id, request_id, "result.xml"))
                case _:
                    pass
