"""The scripted patient: waits for a screen, then does what the scenario says."""

import threading
import time
from collections.abc import Callable, Collection
from typing import Protocol

from faceauth.port import Guidance
from kiosk.session import screens
from kiosk.session.screens import Face, Pin, Question, ScreenModel
from qualification.port import Prescription
from simulation.demo.world import STAFF_PASSWORD
from simulation.people import Person, other_digits
from simulation.rehearsal.scenario import Scenario, Step

PATIENCE_S = 60.0
"""Longer than any deadline that a scenario can run into."""


_END = screens.Stopped.__name__
"""After this screen no other one comes without a new card,"""

_AFTER_END = screens.OutOfService.__name__
"""but for this one: a reader that is pulled out takes its card with it first, to the eye."""


class LostPatience(Exception):
    """A screen that the scenario expects did not come."""


class Hands(Protocol):
    """What a patient can do; called on the patient's thread, returns when it is done."""

    def place_card(self, person: str) -> None:
        """The card or the phone of the person with this key."""
        ...

    def tap(self, object_name: str) -> None: ...

    def take_card(self) -> None: ...

    def change_situation(self, step: Step) -> None:
        """Plug, unplug, lose or restore what the step says."""
        ...

    def wait_until(self, fate: str) -> None:
        """Until the result is delivered, or delayed."""
        ...


class Eyes:
    """Knows which screen is shown; written by the GUI thread, waited for by the patient."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._label = ""
        self._generation = 0
        self._closed = False

    def would_notice(self, model: ScreenModel) -> bool:
        """Whether it is another screen than the one seen last."""
        return label_of(model) != self._label

    def see(self, label: str) -> None:
        """`label`: of the screen that is shown now, as `label_of` tells it."""
        with self._changed:
            if label != self._label:
                self._label = label
                self._generation += 1
                self._changed.notify_all()

    def close(self) -> None:
        """No screen is waited for any longer."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def wait_for(self, labels: Collection[str], after: int) -> tuple[str, int]:
        """Wait for one of `labels` to appear after generation `after`; return it with its own."""
        deadline = time.monotonic() + PATIENCE_S
        with self._changed:
            while not (self._label in labels and self._generation > after):
                remaining_s = deadline - time.monotonic()
                is_over = self._closed or (self._label == _END and _AFTER_END not in labels)
                if remaining_s <= 0 or is_over:
                    wanted = " or ".join(sorted(labels))
                    raise LostPatience(f"waited for {wanted}, but the screen shows {self._label}")
                self._changed.wait(remaining_s)
            return self._label, self._generation


def label_of(model: ScreenModel) -> str:
    """The name under which a scenario knows a screen."""
    match model.screen:
        case Question(item=item, prescription=None):
            return f"Question:{item.value}"
        case Question(item=item, prescription=Prescription(number=number)):
            return f"Question:{item.value}:{number}"
        case Pin(confirm_last_try=True):
            return "Pin:last_try"
        case Face(guidance=(Guidance.UNCOVER_EYES | Guidance.UNCOVER_MOUTH) as guidance):
            return f"Face:{guidance.value}"
        case screen:
            return type(screen).__name__


class Patient:
    """Plays one scenario on a thread of its own."""

    def __init__(
        self, scenario: Scenario, person: Person, number_b: str, eyes: Eyes, hands: Hands
    ) -> None:
        """`number_b`: the digits on the card's face."""
        self._scenario = scenario
        self._person = person
        self._number_b = number_b
        self._eyes = eyes
        self._hands = hands
        self.error: str | None = None

    def play(self, when_done: Callable[[], None]) -> None:
        threading.Thread(
            target=self._play, args=(when_done,), name="scripted-patient", daemon=True
        ).start()

    def _play(self, when_done: Callable[[], None]) -> None:
        try:
            if not any(step.place for step in self._scenario.steps):
                self._hands.place_card(self._person.key)
            generation = 0
            for step in self._scenario.steps:
                if step.screens:
                    generation = self._answer_until(step.screens, generation)
                self._do(step)
        except Exception as error:
            self.error = f"{type(error).__name__}: {error}"
        finally:
            when_done()

    def _answer_until(self, labels: list[str], generation: int) -> int:
        """Answer whatever the profile asks until one is shown; return its generation."""
        taps = {f"Question:{item}": tap for item, tap in self._scenario.answers.items()}
        while True:
            shown, generation = self._eyes.wait_for({*labels, *taps}, generation)
            if shown in labels:
                return generation
            self._hands.tap(taps[shown])

    def _do(self, step: Step) -> None:
        self._hands.change_situation(step)
        if step.tap is not None:
            self._hands.tap(step.tap)
        if step.pin is not None:
            pin = self._person.card.pin if step.pin == "right" else self._person.wrong_pin
            self._type(pin)
        if step.number_b is not None:
            self._type_number_b(right=step.number_b == "right")
        if step.password is not None:
            digits = STAFF_PASSWORD.decode()
            self._type({"right": digits, "wrong": digits[::-1]}[step.password])
        if step.wait is not None:
            self._hands.wait_until(step.wait)
        if step.card == "take":
            self._hands.take_card()
        if step.place is not None:
            self._hands.place_card(step.place)

    def _type_number_b(self, *, right: bool) -> None:
        birth_date, expiry_year, code = (
            self._number_b[:6],
            self._number_b[6:10],
            self._number_b[10:],
        )
        for digits in (birth_date, expiry_year, code if right else other_digits(code)):
            self._type(digits)

    def _type(self, digits: str) -> None:
        for digit in digits:
            self._hands.tap(f"digit{digit}")
        self._hands.tap("enter")
