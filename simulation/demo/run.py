"""`uketsuke demo`: the kiosk on simulated hardware, with its dock."""

import os

from common.operators import language_of_locale
from faceauth.port import LivenessLevel
from kiosk import log
from kiosk.compose.kiosk import build_kiosk
from kiosk.config import Config, Sound
from kiosk.screen.event_loop import EventLoop, dispose
from kiosk.session.events import StaffReset
from simulation.adapters import simulated
from simulation.demo.actions import DemoActions
from simulation.demo.auto_responder import AutoResponder
from simulation.demo.dock import DockWindow
from simulation.demo.orientation import Orientation
from simulation.demo.simulation import Simulation, card_daemon, choose_transport
from simulation.demo.texts import DemoTexts
from simulation.demo.window import Desktop
from simulation.demo.world import World
from simulation.hardware import CardTransport
from simulation.people import find_person

CHECK_EVERY_S = 2.0


def run_demo(
    world: World, person: str | None, orientation: Orientation, transport: CardTransport | None
) -> None:
    """Until a window is closed; raises the packages' environment errors when it cannot start."""
    first = find_person(person) if person else None
    chosen = choose_transport(transport)
    language = language_of_locale(os.environ)
    loop = EventLoop(offscreen=False)
    texts = DemoTexts(language.value)
    with (
        log.to_file(world.log),
        card_daemon(chosen) as daemon,
        Simulation(world, daemon) as simulation,
    ):
        config = _with_life(simulation.config, world)
        adapters = simulated(config, simulation.hardware)
        kiosk = build_kiosk(config, adapters, size_px=orientation.size_px)
        runner = kiosk.application.runner
        texts.install()
        dock = DockWindow(
            DemoActions(
                world, simulation.handlers, language, lambda: runner.dispatch(StaffReset())
            ),
            runner.state,
            texts.say("dock.simulation")
            .replace("%1", chosen.value)
            .replace("%2", simulation.config.service.url),
        )
        desktop = Desktop(kiosk.window, orientation.size_px, dock, closed=loop.quit)
        runner.observe(AutoResponder(simulation.handlers.camera))
        runner.observe(lambda _old, _event, new: dock.show_session(new))
        if first is not None:
            dock.place(first.key)
        try:
            kiosk.start()
            print(texts.say("demo.open").replace("%1", str(world.results)), flush=True)
            if config.sound.voices is None:
                print(texts.say("demo.silent"), flush=True)
            loop.run()
        finally:
            kiosk.application.runner.stop()
            desktop.close()
            dock.close()
            dispose(desktop, dock)
            texts.remove()
            kiosk.stop()


def _with_life(config: Config, world: World) -> Config:
    """What a rehearsal does without: sound, moves of the head as a real kiosk asks for them, and
    news of the service soon after the dock's."""
    sound = Sound(voices=world.voices if world.voices.is_dir() else None)
    service = config.service.model_copy(update={"check_every_s": CHECK_EVERY_S})
    face = config.face.model_copy(update={"liveness": LivenessLevel.ACTIVE})
    return config.model_copy(update={"sound": sound, "face": face, "service": service})
