"""What the dock's buttons do: the verbs of the simulators' handlers."""

from collections.abc import Callable, Sequence

from common.operators import OperatorLanguage
from simulation.card.content import printed_number
from simulation.demo.props import CardHolder, Props
from simulation.demo.simulation import Handlers
from simulation.demo.world import STAFF_PASSWORD, World
from simulation.people import PEOPLE_FILE, Person, read_people
from simulation.service.control import Scenario

SLOW_MS = 4_000
"""Within the 3 to 7 s that the ministry expects of the real service."""


class DemoActions:
    """Implements `simulation.demo.dock.DockActions`."""

    staff_password = STAFF_PASSWORD.decode()

    def __init__(
        self,
        world: World,
        handlers: Handlers,
        language: OperatorLanguage,
        reset: Callable[[], None],
    ) -> None:
        self._world = world
        self._handlers = handlers
        self._language = language
        self._reset = reset
        self._people = {person.key: person for person in read_people(PEOPLE_FILE, Person)}
        self._standing: str | None = None

    @property
    def people(self) -> Sequence[CardHolder]:
        return [
            CardHolder(
                person.key,
                self._name(person),
                person.story[self._language.value],
                person.card.pin,
                printed_number(self._world.cards, person.key),
            )
            for person in self._people.values()
        ]

    def _name(self, person: Person) -> str:
        """So that who reads that language can read it."""
        is_japanese = self._language is OperatorLanguage.JAPANESE
        return person.name if is_japanese else person.key.capitalize()

    @property
    def props(self) -> Props:
        slot, camera = self._handlers.card_slot.state, self._handlers.camera.state
        return Props(
            card=slot.person,
            # Several people share a picture: the state does not tell who was meant.
            standing=None if camera.picture is None else self._standing,
            service=self._handlers.service.state.scenario.value,
            reader_plugged=slot.plugged,
            camera_plugged=camera.plugged,
            surface_covered=not slot.surface_readable,
        )

    def insert_card(self, key: str) -> None:
        self._handlers.card_slot.insert(key)

    def remove_card(self) -> None:
        self._handlers.card_slot.remove()

    def stand(self, key: str | None) -> None:
        if key is None:
            self._handlers.camera.leave()
        else:
            self._handlers.camera.stand(self._people[key].card.live)
        self._standing = key

    def service(self, name: str) -> None:
        scenario = Scenario(name)
        self._handlers.service.play(scenario, SLOW_MS if scenario is Scenario.SLOW else 0)

    def unplug_reader(self) -> None:
        self._handlers.card_slot.unplug_reader()

    def plug_reader(self) -> None:
        self._handlers.card_slot.plug_reader()

    def unplug_camera(self) -> None:
        self._handlers.camera.unplug()

    def plug_camera(self) -> None:
        self._handlers.camera.plug()

    def cover_card(self) -> None:
        self._handlers.card_slot.set_surface_readable(False)

    def uncover_card(self) -> None:
        self._handlers.card_slot.set_surface_readable(True)

    def staff_reset(self) -> None:
        self._reset()
