"""What the patients of the soak do, through the window system and the simulators."""

from simulation.demo.simulation import Handlers
from simulation.people import find_person
from simulation.rehearsal.display import Display
from simulation.rehearsal.patient import LostPatience
from simulation.rehearsal.result_share import ResultShare
from simulation.rehearsal.scenario import Step
from simulation.rehearsal.situation import change
from tests.soak.window import Window

FATE_LIMIT_S = 60.0
NOTICED_WITHIN_S = 3.0
NUMBER_B_TRIES = 10


class PatientsHands:
    """Of one patient; implements `simulation.rehearsal.patient.Hands`."""

    def __init__(
        self, window: Window, display: Display, handlers: Handlers, results: ResultShare
    ) -> None:
        self._window = window
        self._display = display
        self._handlers = handlers
        self._results = results
        self.repeated = 0
        """Taps that nothing came of."""
        self.answered: dict[str, str] = {}
        """What was tapped at which question, by its item."""

    def place_card(self, person: str) -> None:
        """With all its tries, whatever an earlier session has left of them."""
        slot, card = self._handlers.card_slot, find_person(person).card
        slot.set_pin_tries(person, card.pin_tries_left)
        slot.set_number_b_tries(person, NUMBER_B_TRIES)
        slot.insert(person)

    def tap(self, object_name: str) -> None:
        """A way that is chosen while the screen moves it, because the camera turns out to be
        absent, or an answer that is given as the service's comes, is given once more, as anybody
        would."""
        label = self._window.seen.label
        self._tap(object_name, label)
        leads_on = object_name.startswith("choose") or label.startswith("Question:")
        if leads_on and not self._window.wait_for(
            lambda seen: seen.label != label, NOTICED_WITHIN_S
        ):
            self.repeated += 1
            self._tap(object_name, label)

    def _tap(self, object_name: str, label: str) -> None:
        try:
            self._display.tap(*self._window.ask("aim", object_name))
            arrived = self._window.ask("arrived")
        except ConnectionError as error:
            raise LostPatience(f"could not tap {object_name!r}: {error}") from None
        if not arrived:
            raise LostPatience(f"the tap on {object_name!r} did not reach the window")
        if label.startswith("Question:"):
            self.answered[label.removeprefix("Question:")] = object_name

    def take_card(self) -> None:
        self._handlers.card_slot.remove()

    def change_situation(self, step: Step) -> None:
        change(self._handlers, self._results, step)

    def wait_until(self, fate: str) -> None:
        def is_known() -> bool:
            return self._window.wait_for(
                lambda seen: (
                    fate in seen.fates or (fate == "delayed" and "delivered" in seen.fates)
                ),
                FATE_LIMIT_S,
            )

        if not is_known():
            raise LostPatience(f"waited for the result to be {fate}")
