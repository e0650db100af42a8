"""The runner: events one after another, each effect to whom it is for, one alarm, wiped secrets."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import pytest

from common.secret import Secret
from consent.port import Item
from kiosk.session import delays, effects, events, intents
from kiosk.session.effects import CheckStaffPassword, DeliverResult, EndWorker, StartWorker
from kiosk.session.events import Event
from kiosk.session.runner import Runner
from kiosk.session.screens import Standby
from kiosk.session.states import (
    ChoosingMethod,
    Phase,
    Settling,
    Stopped,
)
from tests.flow.session.story import CARD, ELIGIBLE, RULES, answer, number_b, pin

Asked = effects.Effect | tuple[type[CheckStaffPassword], str, int]


@dataclass
class Around:
    """All that the runner speaks to, and a clock that stands still until it is moved."""

    now_ms: int = 1_000_000
    asked: list[Asked] = field(default_factory=list)
    typed: list[bytes] = field(default_factory=list)
    """Secrets, as they were when somebody was asked to use them."""
    answer: Callable[[effects.Request], None] = lambda _request: None
    """What a worker does that answers at once."""
    rings_in_ms: int | None = None
    ring: Callable[[], None] = lambda: None

    def start(self, session_id: str, reader: str, *, reads_photo: bool) -> None:
        self.asked.append(StartWorker(session_id, reader, reads_photo))

    def end(self, session_id: str) -> None:
        self.asked.append(EndWorker(session_id))

    def ask(self, request: effects.Request) -> None:
        self.asked.append(request)
        match request:
            case effects.VerifyPin(pin=secret) | effects.OpenFaceRecord(number_b=secret):
                self.typed.append(bytes(secret.buffer))
            case _:
                pass
        self.answer(request)

    def deliver(self, request: DeliverResult) -> None:
        self.asked.append(request)

    def check(self, session_id: str, request_id: int, password: Secret) -> None:
        self.asked.append((CheckStaffPassword, session_id, request_id))
        self.typed.append(bytes(password.buffer))

    def set(self, delay_ms: int, callback: Callable[[], None]) -> None:
        self.rings_in_ms, self.ring = delay_ms, callback

    def cancel(self) -> None:
        self.rings_in_ms = None


def kiosk(around: Around) -> Runner:
    return Runner(
        RULES,
        workers=around,
        delivery=around,
        staff=around,
        alarm=around,
        clock_ms=lambda: around.now_ms,
    )


def send(runner: Runner, *several: Event) -> None:
    for event in several:
        runner.dispatch(event)


READ = (
    events.ReaderFound("Reader 00"),
    events.ReadinessChanged(Standby.READY),
    events.CardInserted("s1", "Reader 00"),
    events.ReadinessChanged(Standby.READY),
    events.CardRead("s1", CARD),
)


def prove_by_pin(runner: Runner) -> None:
    send(runner, *READ, intents.PinChosen(), pin(), events.PinAccepted("s1", 1))


def answer_all(runner: Runner) -> None:
    for item in (Item.MEDICAL_AND_MEDICINES, Item.HEALTH_CHECKUPS, Item.LIMIT_INFORMATION):
        send(runner, answer(item))


def test_each_effect_reaches_whom_it_is_for() -> None:
    around = Around()
    runner = kiosk(around)
    prove_by_pin(runner)
    send(runner, events.EligibilityKnown("s1", 2, ELIGIBLE))
    answer_all(runner)
    send(runner, events.ConsentStored("s1", 3))
    started, *requests, delivered, ended = around.asked
    assert started == StartWorker("s1", "Reader 00", reads_photo=True)
    assert [type(each) for each in requests] == [
        effects.VerifyPin,
        effects.QueryEligibility,
        effects.StoreConsent,
    ]
    assert delivered == DeliverResult("s1", 4)
    assert ended == EndWorker("s1")


def test_the_camera_is_asked_for_a_face_and_let_go() -> None:
    around = Around()
    send(kiosk(around), *READ, intents.FaceChosen(), intents.BackChosen())
    assert around.asked[1:] == [effects.StartCapture("s1", 1), effects.StopCapture("s1")]


def test_who_is_not_registered_yet_is_registered() -> None:
    around = Around()
    runner = kiosk(around)
    prove_by_pin(runner)
    unregistered = replace(ELIGIBLE, registered=False)
    send(runner, events.EligibilityKnown("s1", 2, unregistered), answer(Item.REGISTRATION))
    assert isinstance(around.asked[-1], effects.Register)


PIN, NUMBER_B = pin(), number_b()
PASSWORD = intents.StaffPasswordEntered(Secret(bytearray(b"0012468")))


@pytest.mark.parametrize(
    ("before", "typed", "secret"),
    [
        ([intents.PinChosen()], PIN, PIN.pin),
        ([events.NumberBNeeded("s1"), intents.FaceChosen()], NUMBER_B, NUMBER_B.number_b),
        ([intents.StaffChosen()], PASSWORD, PASSWORD.password),
    ],
    ids=["PIN", "number", "password"],
)
def test_what_was_typed_is_used_once_and_wiped(
    before: Sequence[Event], typed: Event, secret: Secret
) -> None:
    around = Around()
    as_typed = bytes(secret.buffer)
    send(kiosk(around), *READ, *before, typed)
    assert around.typed == [as_typed]
    assert bytes(secret.buffer) == bytes(len(as_typed))


def test_what_was_typed_where_nobody_wants_it_is_wiped_too() -> None:
    around = Around()
    event = pin()
    send(kiosk(around), *READ, event)
    assert around.typed == []
    assert not any(event.pin.buffer)


def test_an_answer_that_comes_at_once_waits_for_its_turn() -> None:
    around = Around()
    runner = kiosk(around)
    seen: list[tuple[type[Event], Phase, Phase]] = []
    runner.observe(lambda old, event, new: seen.append((type(event), old.phase, new.phase)))

    def accepts(request: effects.Request) -> None:
        if isinstance(request, effects.VerifyPin):
            runner.dispatch(events.PinAccepted("s1", 1))

    around.answer = accepts
    send(runner, *READ, intents.PinChosen(), pin())
    (pin_entered, _, verifying), (pin_accepted, before, after) = seen[-2:]
    assert (pin_entered, pin_accepted) == (intents.PinEntered, events.PinAccepted)
    assert before == verifying
    assert isinstance(after, Settling)
    assert runner.state.phase == after


def test_the_alarm_is_for_the_time_that_is_left_and_ends_the_phase() -> None:
    around = Around()
    runner = kiosk(around)
    assert around.rings_in_ms is None
    send(runner, *READ, intents.PinChosen())
    assert around.rings_in_ms == delays.PIN_MS
    around.now_ms += 10_000
    send(runner, events.ServiceChecked(None))
    assert around.rings_in_ms == delays.PIN_MS - 10_000
    around.now_ms += delays.PIN_MS
    around.ring()
    assert runner.state.warned
    around.now_ms += RULES.idle_warning_ms
    around.ring()
    assert isinstance(runner.state.phase, Stopped)


def test_an_alarm_that_was_slept_through_rings_at_once() -> None:
    around = Around()
    runner = kiosk(around)
    send(runner, *READ)
    around.now_ms += 24 * 3_600_000
    send(runner, events.ServiceChecked(None))
    assert around.rings_in_ms == 0


def test_without_anything_to_wait_for_there_is_no_alarm() -> None:
    around = Around()
    runner = kiosk(around)
    send(runner, *READ)
    assert around.rings_in_ms is not None
    send(runner, events.CardRemoved("Reader 00"), intents.FinishChosen())
    assert around.rings_in_ms is None


def test_a_request_that_fails_does_not_hold_up_what_comes_next() -> None:
    around = Around()
    runner = kiosk(around)

    def fails(_request: effects.Request) -> None:
        raise OSError("the pipe is gone")

    around.answer = fails
    send(runner, *READ, intents.PinChosen())
    with pytest.raises(OSError, match="pipe"):
        runner.dispatch(pin())
    send(runner, events.WorkerDied("s1"))
    assert isinstance(runner.state.phase, Stopped)


def test_once_stopped_nothing_is_taken_in_and_nothing_rings() -> None:
    around = Around()
    runner = kiosk(around)
    send(runner, *READ)
    runner.stop()
    assert around.rings_in_ms is None
    send(runner, intents.PinChosen())
    assert isinstance(runner.state.phase, ChoosingMethod)


def test_what_waits_for_its_turn_when_it_is_stopped_is_dropped() -> None:
    around = Around()
    runner = kiosk(around)

    def answers_and_stops(request: effects.Request) -> None:
        assert isinstance(request, effects.VerifyPin)
        runner.dispatch(events.PinAccepted("s1", 1))
        runner.stop()

    around.answer = answers_and_stops
    send(runner, *READ, intents.PinChosen(), pin())
    assert not any(isinstance(each, effects.QueryEligibility) for each in around.asked)
