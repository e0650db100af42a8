"""Runs the machine: one event at a time, effects carried out, the next alarm set.

Belongs to the GUI thread; everything else reaches it through `kiosk.screen.main_thread`.
"""

from collections import deque
from collections.abc import Callable
from typing import Protocol, assert_never

from common.secret import Secret
from kiosk.session import effects, intents
from kiosk.session.effects import DeliverResult, Effect, Request
from kiosk.session.events import Event, TimePassed
from kiosk.session.machine import deadline_ms, initial, transition
from kiosk.session.states import Rules, State


class Alarm(Protocol):
    """One alarm clock of the GUI thread; setting it replaces the earlier alarm."""

    def set(self, delay_ms: int, callback: Callable[[], None]) -> None: ...

    def cancel(self) -> None: ...


class Workers(Protocol):
    """Starts, ends and asks session workers; answers come back as events."""

    def start(self, session_id: str, reader: str, *, reads_photo: bool) -> None: ...

    def end(self, session_id: str) -> None: ...

    def ask(self, request: Request) -> None: ...


class Delivery(Protocol):
    """Empties the outbox, also for sessions that are long over; answers come back as events."""

    def deliver(self, request: DeliverResult) -> None: ...


class StaffCheck(Protocol):
    """Checks staff number and PIN for 目視; the answer comes back as an event."""

    def check(self, session_id: str, request_id: int, password: Secret) -> None: ...


Observer = Callable[[State, Event, State], None]


class Runner:
    """Holds the state; `dispatch` is the only way to change it."""

    def __init__(
        self,
        rules: Rules,
        *,
        workers: Workers,
        delivery: Delivery,
        staff: StaffCheck,
        alarm: Alarm,
        clock_ms: Callable[[], int],
    ) -> None:
        self._workers = workers
        self._delivery = delivery
        self._staff = staff
        self._alarm = alarm
        self._clock_ms = clock_ms
        self._state = initial(rules, clock_ms())
        self._observers: list[Observer] = []
        self._queue: deque[Event] = deque()
        self._running = False
        self._stopped = False

    @property
    def state(self) -> State:
        return self._state

    def observe(self, observer: Observer) -> None:
        """Call `observer(old, event, new)` after every event."""
        self._observers.append(observer)

    def dispatch(self, event: Event) -> None:
        """Take in one event; events that effects cause at once wait for their turn."""
        if self._stopped:
            return
        self._queue.append(event)
        if self._running:
            return
        self._running = True
        try:
            while self._queue:
                self._take(self._queue.popleft())
        finally:
            self._running = False

    def stop(self) -> None:
        """Take in nothing more."""
        self._stopped = True
        self._queue.clear()
        self._alarm.cancel()

    def _take(self, event: Event) -> None:
        old = self._state
        self._state, commands = transition(old, event, self._clock_ms())
        for command in commands:
            self._carry_out(command)
        _wipe_secret(event)
        self._set_alarm()
        for observer in self._observers:
            observer(old, event, self._state)

    def _set_alarm(self) -> None:
        due_ms = deadline_ms(self._state)
        if due_ms is None:
            self._alarm.cancel()
        else:
            wait_ms = max(0, due_ms - self._clock_ms())
            self._alarm.set(wait_ms, lambda: self.dispatch(TimePassed()))

    def _carry_out(self, effect: Effect) -> None:
        match effect:
            case effects.StartWorker(session_id, reader, reads_photo):
                self._workers.start(session_id, reader, reads_photo=reads_photo)
            case effects.EndWorker(session_id=session_id):
                self._workers.end(session_id)
            case effects.DeliverResult():
                self._delivery.deliver(effect)
            case effects.CheckStaffPassword():
                self._staff.check(effect.session_id, effect.request_id, effect.password)
            case (
                effects.StartCapture()
                | effects.StopCapture()
                | effects.VerifyPin()
                | effects.OpenFaceRecord()
                | effects.QueryEligibility()
                | effects.Register()
                | effects.StoreConsent()
            ):
                self._workers.ask(effect)
            case _:
                assert_never(effect)


def _wipe_secret(event: Event) -> None:
    """Effects have copied what they need; a secret that no phase wanted goes too."""
    match event:
        case (
            intents.PinEntered(pin=secret)
            | intents.NumberBEntered(number_b=secret)
            | intents.StaffPasswordEntered(password=secret)
        ):
            secret.wipe()
        case _:
            pass
