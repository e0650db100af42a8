"""Somebody of the staff at a window whose kiosk has a session behind it, but no devices."""

from dataclasses import dataclass, field

from common.secret import Secret
from kiosk.screen.keypad import STAFF_PASSWORD
from kiosk.screen.staff_desk import StaffWays
from kiosk.session import events
from kiosk.session.events import Event
from kiosk.session.projection import project
from kiosk.staff.accounts import Person
from kiosk.staff.acts import Act, PutBackInService, Reset, Role, TakeOutOfService
from kiosk.staff.findings import Finding, Subject
from kiosk.staff.sign_in import Refused
from tests.flow.session.story import Story
from tests.ui.kiosk_parts import Glass

DIGITS = b"0012580"
assert STAFF_PASSWORD[0].fewest == len(DIGITS)
CORNERS_SHOWN = ("corner2", "corner3")


@dataclass
class StaffMember:
    """Signs in by touch; what they do is kept."""

    glass: Glass
    role: Role = Role.RECEPTION
    refused: Refused = field(default_factory=lambda: Refused(0))
    story: Story = field(default_factory=Story)
    acts: list[Act] = field(default_factory=list)
    recorded: list[tuple[str, bool]] = field(default_factory=list)
    possible: bool = True
    name: str = "佐藤"

    def __post_init__(self) -> None:
        self.glass.bridge.staff.serve(
            StaffWays(
                come=lambda: self.happen(events.StaffCame()),
                go=lambda: self.happen(events.StaffLeft()),
                sign_in=lambda typed, answer: answer(self._outcome(typed)),
                perform=self._perform,
                record=lambda _who, what, done: self.recorded.append((what, done)),
                findings=lambda: [
                    Finding(
                        subject,
                        subject is not Subject.RESULTS,
                        "12.3 GB" if subject is Subject.DISK else "",
                    )
                    for subject in Subject
                ],
                is_closed=lambda: self.story.state.closed is not None,
            )
        )
        self._show()

    def happen(self, event: Event) -> None:
        self.story.send(event)
        self._show()

    def touch_corners(self) -> None:
        for corner in range(4):
            self.glass.bridge.staff.corner(corner)
        self.settle()

    def sign_in(self, digits: bytes = DIGITS) -> None:
        self.glass.tap(*(f"digit{d}" for d in digits.decode()), "enter")
        self.settle()

    def leave(self) -> None:
        self.glass.tap("staffBack")
        self.settle()

    def settle(self) -> None:
        self.glass.clock.pass_ms(1000)
        self.glass.settle()

    def is_on(self, page: str) -> bool:
        return bool(self.glass.bridge.staff.property("page") == page)

    def _show(self) -> None:
        self.glass.bridge.show(project(self.story.state))
        self.settle()

    def _outcome(self, typed: Secret) -> Person | Refused:
        return Person("001", self.name, self.role) if typed.buffer == DIGITS else self.refused

    def _perform(self, act: Act, _who: str) -> bool:
        self.acts.append(act)
        match act:
            case Reset():
                self.happen(events.StaffReset())
            case TakeOutOfService(reason, text):
                self.happen(events.TakenOutOfService(reason, text))
            case PutBackInService():
                self.happen(events.PutBackInService())
            case _:
                pass
        return self.possible
