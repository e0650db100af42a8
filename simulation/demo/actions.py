"""What the dock's buttons do: the verbs of the simulators' handlers."""

from collections.abc import Callable, Sequence

from common.operators import OperatorLanguage
from simulation.demo.people import load_people, printed_number
from simulation.demo.props import CardHolder, Props
from simulation.demo.simulation import Handlers
from simulation.demo.world import STAFF_PASSWORD, World
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
        self._people = load_people()
        self._standing: str | None = None

    @property
    def people(self) -> Sequence[CardHolder]:
        return [
            CardHolder(
                person.key,
                person.called(self._language),
                person.story(self._language),
                person.pin,
                printed_number(self._world.cards, person),
            )
            for person in self._people.values()
        ]

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
            self._handlers.camera.stand(self._people[key].live)
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
