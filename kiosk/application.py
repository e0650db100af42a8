"""The kiosk as a whole: devices and workers speak, the session decides, the screen shows."""

import secrets
import time
from collections.abc import Callable
from typing import Protocol

from kiosk.audit import audit
from kiosk.control import Status, status_of
from kiosk.delivery.process import DeliveryPartsFactory
from kiosk.delivery.supervisor import DeliverySupervisor
from kiosk.desk_link.messages import KioskNow, Outcome
from kiosk.desk_link.process import DeskPartsFactory, Wanted
from kiosk.desk_link.supervisor import DeskSupervisor, do_for_desk, now_of
from kiosk.metrics import Counters
from kiosk.session import events
from kiosk.session.events import Event, ReadinessChanged
from kiosk.session.intents import Intent
from kiosk.session.projection import project
from kiosk.session.runner import Alarm, Runner, StaffCheck
from kiosk.session.screens import ScreenModel, Standby, StopReason
from kiosk.session.states import Completed, Rules, State, Stopped
from kiosk.signer.messages import Figures
from kiosk.signs import Part, Signs
from kiosk.staff.acts import Act
from kiosk.worker.preview import PreviewMemory
from kiosk.worker.processes import FromSession, SessionParts
from kiosk.worker.supervisor import SessionWorkers
from reader.port import (
    SIGN_EVERY_MS,
    CardInserted,
    PresenceEvent,
    PresenceMonitor,
)


def clock_ms() -> int:
    return time.monotonic_ns() // 1_000_000


READER_SILENT_MS = 3 * SIGN_EVERY_MS
"""A sign may be late on a busy machine; a hanging PC/SC service is known by other means."""

_NO_CARD_OF_OURS = (
    StopReason.NOT_A_MY_NUMBER_CARD,
    StopReason.PHONE_NOT_READ,
    StopReason.CARD_UNREADABLE,
)


class ScreenView(Protocol):
    """The screen, as the session sees it."""

    def show(self, model: ScreenModel) -> None: ...


def refused_reader(old: State, new: State) -> str | None:
    """Where the card lies that has just turned out to be none of ours, if it does."""
    if isinstance(old.phase, Stopped) or not isinstance(new.phase, Stopped):
        return None
    card = new.devices.card
    return card.reader if card is not None and new.phase.reason in _NO_CARD_OF_OURS else None


class Application:
    """Everything but Qt; `post` is the one door to the thread that all of this belongs to."""

    def __init__(
        self,
        rules: Rules,
        *,
        view: ScreenView,
        alarm: Alarm,
        post: Callable[[Callable[[], None]], None],
        presence: PresenceMonitor,
        parts: SessionParts,
        delivery: DeliveryPartsFactory,
        desk: DeskPartsFactory | None = None,
        preview: PreviewMemory,
        staff: StaffCheck,
        perform: Callable[[Act, str], bool] = lambda _act, _who: False,
        restarted: bool = False,
    ) -> None:
        """`perform` carries out what the desk wants; `restarted`: by the watchdog."""
        self.signs = Signs(clock_ms)
        self._post = post
        self._presence = presence
        self._preview = preview
        self._workers = SessionWorkers(
            parts, preview, self._from_worker, lambda: self.signs.alive(Part.WORKER)
        )
        self._delivery = DeliverySupervisor(
            delivery, self.from_any_thread, lambda: self.signs.alive(Part.DELIVERY)
        )
        self.runner = Runner(
            rules,
            workers=self._workers,
            delivery=self._delivery,
            staff=staff,
            alarm=alarm,
            clock_ms=clock_ms,
        )
        self._view = view
        self._perform = perform
        self._restarted = restarted
        self._figures_sinks: list[Callable[[Figures], None]] = []
        self.counters = Counters()
        self.runner.observe(audit)
        self.runner.observe(self.counters.observe)
        self.runner.observe(self._show)
        self.runner.observe(self._tell_reader)
        self._desk: DeskSupervisor | None = None
        if desk is not None:
            self._desk = DeskSupervisor(desk, now=self._desk_now, perform=self._do_for_desk)
            self.runner.observe(self._desk.look)

    def start(self) -> None:
        self._view.show(project(self.runner.state))
        self._workers.open()
        self._delivery.open()
        if self._desk is not None:
            self._desk.open()
        self._presence.start(
            lambda event: self._post(lambda: self._on_presence(event)),
            alive=lambda: self.signs.alive(Part.READER),
        )

    def wait_until_warm(self, timeout_s: float) -> None:
        """Return when the models are loaded; blocks, so never on the GUI thread."""
        self._workers.wait_until_ready(timeout_s)

    def stop(self) -> None:
        """In the reverse order of the start; the preview's memory is wiped last."""
        self.runner.stop()
        self._presence.stop()
        if self._desk is not None:
            self._desk.close()
        self._delivery.close()
        self._workers.close()
        self._preview.close()

    def intend(self, intent: Intent) -> None:
        """A tap; already on the GUI thread."""
        self.runner.dispatch(intent)

    def from_any_thread(self, event: Event) -> None:
        """Hand `event` to the session; returns at once."""
        self._post(lambda: self.runner.dispatch(event))

    def status(self) -> Status:
        """What staff may know; the state is immutable, so any thread may look."""
        return status_of(self.runner.state, clock_ms(), self.signs, self._delivery.condition)

    @property
    def receives(self) -> bool:
        """The next patient could come, as far as it is the program's to say: not its reader's."""
        return self.runner.state.devices.readiness is Standby.READY

    @property
    def threads_run(self) -> bool:
        """False when the reader's thread, or the one that makes workers, stands still.

        Neither can be ended alone.
        """
        silent_ms = self.signs.age_ms(Part.READER)
        reader_runs = silent_ms is None or silent_ms < READER_SILENT_MS
        return reader_runs and not self._workers.stands_still

    def on_figures(self, sink: Callable[[Figures], None]) -> None:
        """Tell `sink`, on the GUI thread, what a session has cost."""
        self._figures_sinks.append(sink)

    def _show(self, _old: State, _event: Event, new: State) -> None:
        self._view.show(project(new))
        if isinstance(new.phase, Completed):
            self._restarted = False  # Staff need not hear of it any more.

    def _tell_reader(self, old: State, _event: Event, new: State) -> None:
        """What is no card of ours must not hide the next patient's in another reader."""
        reader = refused_reader(old, new)
        if reader is not None:
            self._presence.refused(reader)

    def _desk_now(self) -> KioskNow:
        return now_of(self.runner.state, self._delivery.condition, restarted=self._restarted)

    def _do_for_desk(self, wanted: Wanted, answer: Callable[[Outcome], None]) -> None:
        self._post(
            lambda: answer(
                do_for_desk(
                    wanted,
                    self.runner.state,
                    perform=self._perform,
                    try_queue_again=self._delivery.try_now,
                )
            )
        )

    def _from_worker(self, message: FromSession | ReadinessChanged) -> None:
        if isinstance(message, Figures):
            self._post(lambda: self._tell_figures(message))
        else:
            self.from_any_thread(message)

    def _tell_figures(self, figures: Figures) -> None:
        for sink in self._figures_sinks:
            sink(figures)

    def _on_presence(self, event: PresenceEvent) -> None:
        self.runner.dispatch(
            events.CardInserted(secrets.token_hex(8), event.reader)
            if isinstance(event, CardInserted)
            else event
        )
