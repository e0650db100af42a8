"""`uketsuke demo`: the kiosk on simulated hardware, with its dock."""

from collections.abc import Sequence

from kiosk import log
from kiosk.bootstrap import Kiosk, build_kiosk
from kiosk.config import CardTransport, Config, Liveness, Orientation, Sound
from kiosk.demo.obedience import Obedience
from kiosk.demo.people import find_person, load_people
from kiosk.demo.simulation import Handlers, Simulation, card_daemon, choose_transport
from kiosk.demo.world import World
from kiosk.session.events import StaffReset
from kiosk.ui.dock import DockWindow
from kiosk.ui.event_loop import EventLoop, dispose
from qualification.service.stage import Scenario

GAP_PX = 16
CHECK_EVERY_S = 2.0
SLOW_MS = 4_000
"""Within the 3 to 7 s that the ministry expects of the real service."""


class DemoActions:
    """What the dock's buttons do: the handlers' verbs. Implements `kiosk.ui.dock.DockActions`."""

    def __init__(self, handlers: Handlers, kiosk: Kiosk) -> None:
        self._handlers = handlers
        self._kiosk = kiosk
        self._people = load_people()

    @property
    def people(self) -> Sequence[tuple[str, str, str]]:
        return [(p.key, p.name, p.story) for p in self._people.values()]

    def insert_card(self, key: str) -> None:
        self._handlers.table.insert(key)

    def remove_card(self) -> None:
        self._handlers.table.remove()

    def stand(self, key: str | None) -> None:
        if key is None:
            self._handlers.camera.leave()
        else:
            self._handlers.camera.stand(self._people[key].live)

    def service(self, name: str) -> None:
        scenario = Scenario(name)
        self._handlers.service.play(scenario, SLOW_MS if scenario is Scenario.SLOW else 0)

    def unplug_reader(self) -> None:
        self._handlers.table.unplug_reader()

    def plug_reader(self) -> None:
        self._handlers.table.plug_reader()

    def unplug_camera(self) -> None:
        self._handlers.camera.unplug()

    def plug_camera(self) -> None:
        self._handlers.camera.plug()

    def cover_card(self) -> None:
        self._handlers.table.set_surface_readable(False)

    def uncover_card(self) -> None:
        self._handlers.table.set_surface_readable(True)

    def staff_reset(self) -> None:
        self._kiosk.application.runner.dispatch(StaffReset())


def run_demo(
    world: World, person: str | None, orientation: Orientation, transport: CardTransport | None
) -> None:
    """Until a window is closed; raises the packages' environment errors when it cannot start."""
    first = find_person(person) if person else None
    chosen = choose_transport(transport)
    loop = EventLoop(offscreen=False)
    with (
        log.to_file(world.log),
        card_daemon(chosen) as daemon,
        Simulation(world, daemon, orientation) as simulation,
    ):
        config = _with_life(simulation.config, world)
        kiosk = build_kiosk(
            config, size_px=loop.fitting_size(orientation.size_px), fullscreen=False
        )
        actions = DemoActions(simulation.handlers, kiosk)
        dock = DockWindow(actions)
        dock.setPosition(kiosk.window.x() + kiosk.window.width() + GAP_PX, kiosk.window.y())
        dock.set_status(f"card: {chosen.value} · service: {simulation.config.service.url}")
        kiosk.application.runner.observe(Obedience(simulation.handlers.camera))
        kiosk.bridge.languageChanged.connect(dock.retranslate)
        if first is not None:
            dock.place(first.key)
        try:
            kiosk.start()
            print(f"uketsuke demo is open; results go to {world.results}", flush=True)
            if config.sound.voices is None:
                print(
                    "It does not speak yet: `make voices` records it, in about a minute.",
                    flush=True,
                )
            loop.run()
        finally:
            kiosk.bridge.languageChanged.disconnect(dock.retranslate)
            dock.close()
            dispose(dock)
            kiosk.stop()


def _with_life(config: Config, world: World) -> Config:
    """What a rehearsal does without: sound, moves of the head as a real kiosk asks for them, and
    news of the service soon after the dock's."""
    sound = Sound(voices=world.voices if world.voices.is_dir() else None)
    service = config.service.model_copy(update={"check_every_s": CHECK_EVERY_S})
    face = config.face.model_copy(update={"liveness": Liveness.ACTIVE})
    return config.model_copy(update={"sound": sound, "face": face, "service": service})
