"""Plays a scenario: the real application, simulated hardware, a scripted patient."""

import os
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from common.errors import Fault
from faceauth.port import LivenessLevel
from kiosk import log
from kiosk.compose.kiosk import Kiosk, build_kiosk
from kiosk.compose.shared import consent_keys, consent_ledger
from kiosk.config import Config, Flow, Times
from kiosk.screen.event_loop import EventLoop, dispose
from kiosk.session import delays
from kiosk.session.events import Event
from kiosk.session.flow import FlowName
from kiosk.session.projection import project
from kiosk.session.screens import Attract
from kiosk.session.states import State
from simulation.adapters import simulated
from simulation.card.content import printed_number
from simulation.demo.auto_responder import AutoResponder
from simulation.demo.orientation import Orientation
from simulation.demo.simulation import Simulation, card_daemon
from simulation.demo.world import World, employ_staff
from simulation.hardware import CardTransport
from simulation.people import Person, find_person
from simulation.rehearsal import expectation, records
from simulation.rehearsal.display import Display, DisplayKind, open_display
from simulation.rehearsal.drawn import PreviewMeter
from simulation.rehearsal.panel import MemoryPanel, Panel, RealPanel
from simulation.rehearsal.patient import Eyes, LostPatience, Patient, label_of
from simulation.rehearsal.pictures import Pictures
from simulation.rehearsal.recorder import Recorder, Report
from simulation.rehearsal.result_share import ResultShare
from simulation.rehearsal.scenario import Scenario, Step
from simulation.rehearsal.situation import arrange, change
from simulation.rehearsal.stall import StallMeter
from simulation.rehearsal.touch import CannotTap

RUN_LIMIT_S = 120.0
"""A run that hangs is a failed run."""

GUARD_POLL_S = 0.01

CONTROL_WAIT_S = 10.0
"""A control may come a moment after its screen: the face, once the camera is there again."""


@dataclass(frozen=True)
class Options:
    world: World
    transport: CardTransport
    size_px: tuple[int, int] = Orientation.PORTRAIT.size_px
    """Of the panel: width and height."""
    language: str = "ja"
    screens: Path | None = None
    """Where a picture of every screen passed is saved."""
    person: str | None = None
    """Instead of the scenario's own."""
    profile: FlowName = FlowName.LEAFLET_2024_06
    display: DisplayKind = DisplayKind.OFFSCREEN


@dataclass(frozen=True)
class Gui:
    """Qt's event loop, and the display on which its windows are; None where it has none."""

    loop: EventLoop
    display: Display | None


def play_repeatedly(scenario: Scenario, options: Options, count: int) -> Iterator[Report]:
    """Play it `count` times, each in a fresh world; yields each report as it comes."""
    with _opened(options) as gui, card_daemon(options.transport) as daemon:
        for _ in range(count):
            with (
                log.to_file(options.world.log),
                tempfile.TemporaryDirectory(prefix="uketsuke-state-") as state,
                Simulation(options.world, daemon) as simulation,
            ):
                simulation.config = _config(simulation.config, scenario, options, Path(state))
                report = rehearse(scenario, options, simulation, gui)
            yield report


@contextmanager
def _opened(options: Options) -> Iterator[Gui]:
    if options.display is DisplayKind.OFFSCREEN:
        yield Gui(EventLoop(offscreen=True), None)
        return
    with open_display(options.display, options.size_px) as display:
        os.environ.clear()
        os.environ.update(display.environment)
        loop = EventLoop(offscreen=False)
        try:
            yield Gui(loop, display)
        finally:
            loop.leave_display()


def _config(base: Config, scenario: Scenario, options: Options, state: Path) -> Config:
    """What an earlier rehearsal could not deliver is no business of this one."""
    flow = Flow(profile=options.profile, also_ask=tuple(scenario.situation.also_ask))
    times = Times(
        patience=scenario.situation.patience,
        idle_warning_s=scenario.situation.patience * delays.IDLE_WARNING_MS / 1000,
    )
    storage = base.storage.model_copy(update={"state": state})
    employ_staff(state)
    if any(step.results for step in scenario.steps):
        # Others must not lose their folder with ours.
        share = options.world.root / "results-share"
        share.mkdir(exist_ok=True)
        storage = storage.model_copy(update={"results": share})
    facility = base.facility.model_copy(update={"kind": scenario.situation.facility})
    identity = base.identity.model_copy(update={"phones": scenario.situation.phones})
    changed = base.model_copy(
        update={
            "facility": facility,
            "identity": identity,
            "flow": flow,
            "times": times,
            "storage": storage,
        }
    )
    if scenario.situation.moves_asked:
        face = base.face.model_copy(update={"liveness": LivenessLevel.ACTIVE})
        changed = changed.model_copy(update={"face": face})
    return changed


def rehearse(scenario: Scenario, options: Options, simulation: Simulation, gui: Gui) -> Report:
    """Play it once and report; raises the packages' environment errors when it cannot start."""
    person = find_person(options.person or scenario.person)
    handlers = simulation.handlers
    arrange(handlers, scenario.situation, person)
    kiosk = build_kiosk(
        simulation.config,
        simulated(simulation.config, simulation.hardware),
        size_px=options.size_px if gui.display is None else None,
        language=options.language,
    )
    report = Report(
        scenario.name, person.key, options.transport.value, display=options.display.value
    )
    try:
        _Run(scenario, person, options, kiosk, simulation, gui, report).play()
    finally:
        kiosk.stop()
    problems = [] if report.error is None else [report.error]
    problems += expectation.problems(scenario, report, options.profile)
    if report.result_file is not None:
        config = simulation.config
        problems += records.contradictions(
            records.in_ledger(consent_ledger(config), consent_keys(config)),
            records.at_service(simulation.service_database),
            Path(report.result_file),
        )
    report.error = "; ".join(problems) or None
    return report


class _Run:
    """One playing; lives on the GUI thread, the patient on a thread of their own."""

    def __init__(
        self,
        scenario: Scenario,
        person: Person,
        options: Options,
        kiosk: Kiosk,
        simulation: Simulation,
        gui: Gui,
        report: Report,
    ) -> None:
        self._kiosk = kiosk
        self._handlers = simulation.handlers
        self._loop = gui.loop
        self._person = person
        self._report = report
        self._results = ResultShare(simulation.config.storage.results)
        self._recorder = Recorder(report, simulation.config.storage.results)
        self._stall = StallMeter()
        self._preview = PreviewMeter(kiosk.window)
        self._panel: Panel = (
            MemoryPanel(kiosk, self._stall)
            if gui.display is None
            else RealPanel(kiosk, gui.display)
        )
        self._pictures = (
            None
            if options.screens is None
            else Pictures(options.screens, self._panel, self._on_picture)
        )
        self._eyes = Eyes()
        number_b = printed_number(options.world.cards, person.key)
        self._patient = Patient(scenario, person, number_b, self._eyes, self)
        self._paused = threading.Event()
        self._patient_done = False
        self._placed = False

    def play(self) -> None:
        runner = self._kiosk.application.runner
        runner.observe(self._recorder)
        runner.observe(AutoResponder(self._handlers.camera))
        runner.observe(self._after)
        self._kiosk.application.on_figures(self._recorder.figures)
        limit = threading.Timer(RUN_LIMIT_S, self._give_up)
        limit.start()
        self._kiosk.start()
        self._loop.run()
        limit.cancel()
        self._panel.close()
        self._report.error = self._report.error or self._patient.error
        self._report.gui_stall_max_ms = round(self._stall.max_ms)
        self._report.preview_frames = self._preview.frames
        if self._preview.per_second is not None:
            self._report.preview_fps = round(self._preview.per_second, 1)
        dispose(self._stall, self._preview)

    # The patient's hands; called on the patient's thread.

    def place_card(self, person: str) -> None:
        """On a warm kiosk: what is measured is a morning's tenth patient, not its first."""
        self._kiosk.application.wait_until_warm(RUN_LIMIT_S)
        self._stand_still()
        self._kiosk.main_thread.ask(self._begin_measuring, RUN_LIMIT_S)
        self._handlers.card_slot.insert(person)

    def tap(self, object_name: str) -> None:
        """As soon as the screen takes taps again: it ignores them right after a change."""
        self._stand_still()
        waited_until_s = time.monotonic() + CONTROL_WAIT_S
        while True:
            while not self._kiosk.main_thread.ask(self._kiosk.bridge.accepts_taps, RUN_LIMIT_S):
                self._paused.wait(GUARD_POLL_S)
            try:
                self._panel.tap(object_name)
            except CannotTap:
                if time.monotonic() > waited_until_s:
                    raise
                self._paused.wait(GUARD_POLL_S)
            else:
                return

    def take_card(self) -> None:
        self._stand_still()
        self._handlers.card_slot.remove()

    def change_situation(self, step: Step) -> None:
        change(self._handlers, self._results, step)

    def wait_until(self, fate: str) -> None:
        if not self._recorder.fates[fate].wait(RUN_LIMIT_S):
            raise LostPatience(f"waited for the result to be {fate}")

    def _stand_still(self) -> None:
        """For the photographer."""
        if self._pictures is not None and not self._pictures.wait(RUN_LIMIT_S):
            raise LostPatience("waited for a picture to be taken")

    # The GUI thread.

    def _begin_measuring(self) -> None:
        self._stall.reset()
        self._recorder.card_placed()

    def _after(self, _old: State, _event: Event, new: State) -> None:
        model = project(new)
        if self._pictures is not None:
            self._pictures.see(model, is_new=self._eyes.would_notice(model))
        self._eyes.see(label_of(model))
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
        pictures_saved = self._pictures is None or self._pictures.is_idle
        if self._patient_done and self._recorder.is_over and pictures_saved:
            self._loop.quit()

    def _give_up(self) -> None:
        self._report.error = f"not over after {RUN_LIMIT_S:.0f} s"
        self._kiosk.main_thread.post(self._loop.quit)

    def _on_picture(self, problem: Fault | None) -> None:
        if problem is not None:
            self._report.error = str(problem)
            self._loop.quit()
        self._leave_if_over()
