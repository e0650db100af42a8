"""Plays a scenario: the real application, simulated hardware, a scripted patient."""

import tempfile
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from kiosk import log
from kiosk.bootstrap import Kiosk, build_kiosk
from kiosk.config import CardTransport, Config, Flow, Liveness, Orientation, Times
from kiosk.demo.obedience import Obedience
from kiosk.demo.people import Person, find_person, printed_number
from kiosk.demo.simulation import Handlers, Simulation, card_daemon
from kiosk.demo.world import World
from kiosk.rehearsal.expectation import check_expectation
from kiosk.rehearsal.patient import Eyes, LostPatience, Patient
from kiosk.rehearsal.recorder import Recorder, Report
from kiosk.rehearsal.result_share import ResultShare
from kiosk.rehearsal.scenario import Scenario, Stage, Step
from kiosk.session import delays
from kiosk.session.events import Event
from kiosk.session.flow import FlowName
from kiosk.session.projection import project
from kiosk.session.screens import Attract, Face, ScreenModel
from kiosk.session.states import State
from kiosk.ui.errors import PictureNotSaved
from kiosk.ui.event_loop import EventLoop, dispose
from kiosk.ui.stall import StallMeter
from kiosk.ui.touch import tap
from qualification.service.stage import Scenario as ServiceScenario

T = TypeVar("T")

NOBODY = "nobody"
RUN_LIMIT_S = 120.0
"""A run that hangs is a failed run."""

GUARD_POLL_S = 0.01
PICTURE_OF_FACE_AT = 0.3
"""How much of the ring is full in the picture of the face screen."""


@dataclass(frozen=True)
class Options:
    world: World
    transport: CardTransport
    orientation: Orientation = Orientation.PORTRAIT
    language: str = "ja"
    screens: Path | None = None
    """Where a picture of every screen passed is saved."""
    person: str | None = None
    """Instead of the scenario's own."""
    profile: FlowName = FlowName.LEAFLET_2024_06


def play_repeatedly(scenario: Scenario, options: Options, count: int) -> Iterator[Report]:
    """Play it `count` times, each in a fresh world; yields each report as it comes."""
    loop = EventLoop(offscreen=True)
    with card_daemon(options.transport) as daemon:
        for _ in range(count):
            with (
                log.to_file(options.world.log),
                tempfile.TemporaryDirectory(prefix="uketsuke-state-") as state,
                Simulation(options.world, daemon, options.orientation) as simulation,
            ):
                simulation.config = _config(simulation.config, scenario, options, Path(state))
                report = rehearse(scenario, options, simulation, loop)
            yield report


def _config(base: Config, scenario: Scenario, options: Options, state: Path) -> Config:
    """What an earlier rehearsal could not deliver is no business of this one."""
    flow = Flow(profile=options.profile)
    times = Times(
        patience=scenario.stage.patience,
        idle_warning_s=scenario.stage.patience * delays.IDLE_WARNING_MS / 1000,
    )
    storage = base.storage.model_copy(update={"state": state})
    if any(step.results for step in scenario.steps):
        # Others must not lose their folder with ours.
        share = options.world.root / "results-share"
        share.mkdir(exist_ok=True)
        storage = storage.model_copy(update={"results": share})
    changed = base.model_copy(update={"flow": flow, "times": times, "storage": storage})
    if scenario.stage.moves_asked:
        face = base.face.model_copy(update={"liveness": Liveness.ACTIVE})
        changed = changed.model_copy(update={"face": face})
    return changed


def rehearse(
    scenario: Scenario, options: Options, simulation: Simulation, loop: EventLoop
) -> Report:
    """Play it once and report; raises the packages' environment errors when it cannot start."""
    person = find_person(options.person or scenario.person)
    handlers = simulation.handlers
    _set(handlers, scenario.stage, person)
    kiosk = build_kiosk(
        simulation.config,
        size_px=options.orientation.size_px,
        fullscreen=False,
        language=options.language,
    )
    report = Report(scenario.name, person.key, options.transport.value)
    try:
        _Run(scenario, person, options, kiosk, simulation, loop, report).play()
    finally:
        kiosk.stop()
    check_expectation(scenario, report, options.profile)
    return report


def _set(handlers: Handlers, stage: Stage, person: Person) -> None:
    if stage.stands == NOBODY:
        handlers.camera.leave()
    else:
        handlers.camera.stand((find_person(stage.stands) if stage.stands else person).live)
        handlers.camera.wear(stage.wears)
    if stage.camera == "unplugged":
        handlers.camera.unplug()
    handlers.table.set_surface_readable(stage.surface == "readable")
    handlers.service.play(ServiceScenario(stage.service), stage.service_delay_ms)


class _Run:
    """One playing; lives on the GUI thread, the patient on a thread of their own."""

    def __init__(
        self,
        scenario: Scenario,
        person: Person,
        options: Options,
        kiosk: Kiosk,
        simulation: Simulation,
        loop: EventLoop,
        report: Report,
    ) -> None:
        self._kiosk = kiosk
        self._handlers = simulation.handlers
        self._loop = loop
        self._person = person
        self._report = report
        self._screens = options.screens
        self._results = ResultShare(simulation.config.storage.results)
        self._recorder = Recorder(report, simulation.config.storage.results)
        self._stall = StallMeter()
        self._eyes = Eyes()
        number_b = printed_number(options.world.cards, person)
        self._patient = Patient(scenario, person, number_b, self._eyes, self)
        self._paused = threading.Event()
        self._patient_done = False
        self._placed = False
        self._pictures = 0
        self._face_picture: Path | None = None

    def play(self) -> None:
        runner = self._kiosk.application.runner
        runner.observe(self._recorder)
        runner.observe(Obedience(self._handlers.camera))
        runner.observe(self._after)
        self._kiosk.application.on_figures(self._recorder.figures)
        limit = threading.Timer(RUN_LIMIT_S, self._give_up)
        limit.start()
        self._kiosk.start()
        self._loop.run()
        limit.cancel()
        self._report.error = self._report.error or self._patient.error
        self._report.gui_stall_max_ms = round(self._stall.max_ms)
        dispose(self._stall)

    # The patient's hands; called on the patient's thread.

    def place_card(self) -> None:
        """On a warm kiosk: what is measured is a morning's tenth patient, not its first."""
        self._kiosk.application.wait_until_warm(RUN_LIMIT_S)
        self._on_gui_thread(self._begin_measuring)
        self._handlers.table.insert(self._person.key)

    def tap(self, object_name: str) -> None:
        """As soon as the glass takes taps again: it ignores them right after a change."""
        while not self._on_gui_thread(self._kiosk.bridge.accepts_taps):
            self._paused.wait(GUARD_POLL_S)
        self._on_gui_thread(lambda: tap(self._kiosk.window, object_name))

    def take_card(self) -> None:
        self._handlers.table.remove()

    def change_stage(self, step: Step) -> None:
        match step.reader:
            case "unplug":
                self._handlers.table.unplug_reader()
            case "plug":
                self._handlers.table.plug_reader()
        match step.camera:
            case "unplug":
                self._handlers.camera.unplug()
            case "plug":
                self._handlers.camera.plug()
        if step.uncovers:
            self._handlers.camera.wear(None)
        match step.results:
            case "lose":
                self._results.lose()
            case "restore":
                self._results.restore()
        if step.service is not None:
            self._handlers.service.play(ServiceScenario(step.service))

    def wait_until(self, fate: str) -> None:
        if not self._recorder.fates[fate].wait(RUN_LIMIT_S):
            raise LostPatience(f"waited for the result to be {fate}")

    def _on_gui_thread(self, deed: Callable[[], T]) -> T:
        future: Future[T] = Future()

        def run() -> None:
            try:
                future.set_result(deed())
            except Exception as error:
                future.set_exception(error)

        self._kiosk.main_thread.post(run)
        return future.result(RUN_LIMIT_S)

    # The GUI thread.

    def _begin_measuring(self) -> None:
        self._stall.reset()
        self._recorder.card_placed()

    def _after(self, _old: State, _event: Event, new: State) -> None:
        model = project(new)
        is_new = self._eyes.see(model)
        if self._screens is not None:
            self._take_picture(self._screens, model, is_new=is_new)
        if not self._placed and isinstance(model.screen, Attract):
            self._placed = True
            self._patient.play(lambda: self._kiosk.main_thread.post(self._on_patient_done))
        self._recorder.settle(new)
        self._leave_if_over()

    def _on_patient_done(self) -> None:
        self._patient_done = True
        if self._patient.error is not None:
            self._loop.quit()
        self._leave_if_over()

    def _leave_if_over(self) -> None:
        if self._patient_done and self._recorder.is_over:
            self._loop.quit()

    def _give_up(self) -> None:
        self._report.error = f"not over after {RUN_LIMIT_S:.0f} s"
        self._kiosk.main_thread.post(self._loop.quit)

    def _take_picture(self, folder: Path, model: ScreenModel, *, is_new: bool) -> None:
        if is_new:
            self._pictures += 1
            path = folder / f"{self._pictures:02d}-{type(model.screen).__name__}.png"
            self._face_picture = path if isinstance(model.screen, Face) else None
            self._save(path)
        elif (
            self._face_picture is not None  # It shows an empty oval so far.
            and isinstance(model.screen, Face)
            and model.screen.progress >= PICTURE_OF_FACE_AT
        ):
            self._save(self._face_picture)
            self._face_picture = None

    def _save(self, path: Path) -> None:
        self._stall.pause()
        try:
            self._kiosk.window.grab(path)
        except PictureNotSaved as error:
            self._report.error = str(error)
            self._loop.quit()
        self._stall.resume()
