"""In the kiosk process: tells over a socket what the window shows and where its controls are.

One thread more than a kiosk has otherwise. It only looks: what is done to the window is done to
the window system, from outside.
"""

import multiprocessing
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Client
from pathlib import Path
from typing import Any

from common.errors import Fault
from kiosk.compose.kiosk import Kiosk
from kiosk.session.events import Event
from kiosk.session.projection import project
from kiosk.session.states import Idle, ReadingCard, State
from simulation.rehearsal.director import CONTROL_WAIT_S
from simulation.rehearsal.patient import label_of
from simulation.rehearsal.recorder import Recorder, Report
from simulation.rehearsal.stall import StallMeter
from simulation.rehearsal.touch import CannotTap, NextTap, place_on_screen

ANSWER_LIMIT_S = 30.0
GUARD_POLL_S = 0.01


@dataclass(frozen=True)
class Seen:
    """How the session stands that was begun last; without one its label is empty."""

    label: str = ""
    card: bool = False
    over: bool = False
    fates: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Answer:
    """To what was asked."""

    value: Any
    problem: str | None = None


class Onlooker:
    def __init__(self, kiosk: Kiosk, address: str, results: Path) -> None:
        self._kiosk = kiosk
        self._results = results
        self._line = Client(address, "AF_UNIX")
        self._lock = threading.Lock()
        self._stall = StallMeter()
        self._recorder = self._new_recorder()
        self._begun = False
        self._label = ""
        """Of the screen that is shown."""
        self._arrived = threading.Event()
        kiosk.application.runner.observe(self._look)
        kiosk.application.on_figures(lambda figures: self._recorder.figures(figures))
        threading.Thread(target=self._serve, name="onlooker", daemon=True).start()

    def _new_recorder(self) -> Recorder:
        return Recorder(Report("soak", "", "pcsc", "x11"), self._results)

    # The GUI thread.

    def _look(self, old: State, event: Event, new: State) -> None:
        if isinstance(new.phase, ReadingCard):
            self._begun = True
        if not self._begun:
            self._say(Seen(card=new.devices.card is not None))
            return
        self._recorder(old, event, new)
        self._recorder.settle(new)
        self._label = label_of(project(new))
        self._say(
            Seen(
                self._label,
                new.devices.card is not None,
                self._recorder.is_over or isinstance(new.phase, Idle),
                frozenset(name for name, told in self._recorder.fates.items() if told.is_set()),
            )
        )

    def _begin(self) -> None:
        self._recorder = self._new_recorder()
        self._begun = False
        self._stall.reset()
        self._recorder.card_placed()

    def _aim(self, name: str) -> tuple[int, int]:
        place = place_on_screen(self._kiosk.window, name)
        self._arrived.clear()
        NextTap(self._kiosk.window, self._arrived.set)
        return place

    # Its own thread.

    def _serve(self) -> None:
        try:
            while True:
                request, *arguments = self._line.recv()
                try:
                    answer = Answer(getattr(self, f"_answer_{request}")(*arguments))
                except (Fault, TimeoutError) as error:
                    answer = Answer(None, f"{type(error).__name__}: {error}")
                self._say(answer)
        except (EOFError, OSError):
            return  # Nobody plays any longer.

    def _answer_begin(self) -> None:
        self._kiosk.main_thread.ask(self._begin, ANSWER_LIMIT_S)

    def _answer_aim(self, name: str) -> tuple[int, int]:
        """As soon as it is there and the screen takes taps again, as a patient would; on another
        screen than the one looked at, it is waited for no longer."""
        waited_until_s, label = time.monotonic() + CONTROL_WAIT_S, self._label
        while True:
            try:
                if self._kiosk.main_thread.ask(self._kiosk.bridge.accepts_taps, ANSWER_LIMIT_S):
                    return self._kiosk.main_thread.ask(lambda: self._aim(name), ANSWER_LIMIT_S)
            except CannotTap:
                if time.monotonic() > waited_until_s or label != self._label:
                    raise
            threading.Event().wait(GUARD_POLL_S)

    def _answer_arrived(self) -> bool:
        return self._arrived.wait(ANSWER_LIMIT_S)

    def _answer_report(self) -> Report:
        def report() -> Report:
            self._recorder.report.gui_stall_max_ms = round(self._stall.max_ms)
            return self._recorder.report

        return self._kiosk.main_thread.ask(report, ANSWER_LIMIT_S)

    def _answer_processes(self) -> dict[str, list[int]]:
        """Those that the kiosk has beside it, by what they do."""
        found: dict[str, list[int]] = {}
        for process in multiprocessing.active_children():
            if process.pid is not None:
                found.setdefault(process.name, []).append(process.pid)
        return found

    def _say(self, what: Seen | Answer) -> None:
        with self._lock, suppress(OSError):
            self._line.send(what)
