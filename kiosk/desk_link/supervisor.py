"""The line to the desk as the kiosk sees it: told what is true now, asked to do what staff want.

Its process ends whenever it has handed out a result, and hands over to the next.
"""

import threading
from collections.abc import Callable
from functools import partial

import structlog

from kiosk.child_process import ChildProcess
from kiosk.delivery.condition import Condition
from kiosk.desk_link.messages import Done, HandOut, KioskNow, Outcome, TryQueueAgain, read_act
from kiosk.desk_link.process import WIRES, DeskPartsFactory, Handover, Wanted, run_desk_link
from kiosk.session.events import Event
from kiosk.session.states import Identifying, State, Stopped, agreed, session_of
from kiosk.staff.acts import Act
from kiosk.staff.notices import Notice, notices

log = structlog.get_logger(__name__)

START_LIMIT_S = 120.0
SILENT_AFTER_S = 30.0
RESTART_AFTER_S = 2.0
LOOKED_AT_EVERY_S = 1.0
"""What changes without an event of the session, as the queue does."""

Perform = Callable[[Wanted, Callable[[Outcome], None]], None]
"""Does what the desk wants, and says on any thread what came of it."""


def now_of(state: State, delivery: Condition, *, restarted: bool) -> KioskNow:
    """What the desk sees of the kiosk at this moment."""
    phase = state.phase
    session = session_of(phase)
    proof = agreed(state.rules, state.devices).proof
    said = notices(state, delivery, restarted=restarted)
    return KioskNow(
        phase=type(phase).__name__,
        since_ms=state.since_ms,
        reason=phase.reason.value if isinstance(phase, Stopped) else None,
        session_id=None if session is None else session.session_id,
        may_check_by_eye=isinstance(phase, Identifying) and proof is not None,
        closed=state.closed is not None,
        notices=tuple(notice for notice in Notice if notice in said),
        waiting=delivery.reports_waiting + delivery.results_waiting,
        refused=delivery.reports_refused,
        problem=delivery.report_problem or delivery.result_problem,
    )


def do_for_desk(
    wanted: Wanted,
    state: State,
    *,
    perform: Callable[[Act, str], bool],
    try_queue_again: Callable[[], None],
) -> Outcome:
    """Done on the thread that the session belongs to.

    `perform` carries out an act of whom it is told, and says whether there was anything to do.

    What staff saw a patient before them for is not done to the next one.
    """
    act = read_act(wanted.act)
    session = session_of(state.phase)
    goes_on = None if session is None else session.session_id
    if wanted.session_id is not None and wanted.session_id != goes_on:
        return Outcome.NOT_NOW
    match act:
        case None | HandOut():  # A print is made where the outbox is read.
            return Outcome.NOT_NOW
        case TryQueueAgain():
            try_queue_again()
            return Outcome.DONE
        case _:
            return Outcome.DONE if perform(act, wanted.by) else Outcome.NOT_NOW


class DeskSupervisor:
    """Keeps the process beside the kiosk's. Nothing here waits for the desk."""

    def __init__(
        self,
        parts: DeskPartsFactory,
        *,
        now: Callable[[], KioskNow],
        perform: Perform,
    ) -> None:
        """`now` and `perform` are called on threads of their own."""
        self._parts = parts
        self._now = now
        self._perform = perform
        self._child: ChildProcess | None = None
        self._lock = threading.Lock()
        self._changed = threading.Event()
        self._closing = threading.Event()
        self._threads = (
            threading.Thread(target=self._keep, name="desk-supervisor", daemon=True),
            threading.Thread(target=self._tell, name="desk-teller", daemon=True),
        )

    def open(self) -> None:
        for thread in self._threads:
            thread.start()

    def look(self, _old: State, _event: Event, _new: State) -> None:
        """An observer of the runner: returns at once."""
        self._changed.set()

    def close(self) -> None:
        self._closing.set()
        self._changed.set()
        with self._lock:
            if self._child is not None:
                self._child.end()
        for thread in self._threads:
            thread.join()

    def _tell(self) -> None:
        told: tuple[ChildProcess, KioskNow] | None = None
        while not self._closing.is_set():
            self._changed.wait(LOOKED_AT_EVERY_S)
            self._changed.clear()
            now, child = self._now(), self._child
            if child is not None and told != (child, now):
                self._send(child, now)
                told = child, now

    def _send(self, child: ChildProcess, message: KioskNow | Done) -> None:
        """Nothing to another one: numbers of commands begin anew with each."""
        with self._lock:
            if self._child is child:
                try:
                    child.send(message)
                except OSError:
                    log.warning("desk_pipe_broken")

    def _keep(self) -> None:
        handover: Handover | None = None
        while not self._closing.is_set():
            handover = self._run_one(handover or Handover())
            if handover is None and not self._closing.wait(RESTART_AFTER_S):
                log.error("desk_link_died")

    def _run_one(self, before: Handover) -> Handover | None:
        """What it left to the next; None when it ended in another way."""
        try:
            child = ChildProcess("desk", WIRES, run_desk_link, self._parts, before)
        except (OSError, EOFError) as error:
            log.error("desk_link_not_started", error=type(error).__name__)
            return None
        with self._lock:
            self._child = child
            if self._closing.is_set():
                child.end()
        self._changed.set()
        handover: Handover | None = None
        for message in child.messages(START_LIMIT_S, SILENT_AFTER_S, lambda: None):
            if isinstance(message, Handover):
                handover = message
            else:
                self._perform(message, partial(self._answer, child, message.sequence))
        with self._lock:
            self._child = None
        child.close()
        return handover

    def _answer(self, child: ChildProcess, sequence: int, outcome: Outcome) -> None:
        self._send(child, Done(sequence, outcome))
