"""What staff should hear of at once, wherever they are: a closed set, read off the kiosk's state.

A notice holds as long as its reason does; whoever shows it compares what holds now with what held
before. Nothing personal.
"""

from enum import Enum

from kiosk.delivery.condition import Condition
from kiosk.session.screens import PinOffer, StopReason
from kiosk.session.states import (
    CheckingByEye,
    Completed,
    Delivery,
    Farewell,
    State,
    Stopped,
    Unproven,
    card_left,
)

FACE_FAILED_TIMES = 2
CLOCK_SKEW_S = 60
"""From here on results carry a time that a receipt computer may not find."""


class Notice(Enum):
    HELP_CALLED = "help_called"
    CARD_LEFT = "card_left"
    FACE_FAILED_TWICE = "face_failed_twice"
    PIN_LOCKED = "pin_locked"
    READER_LOST = "reader_lost"
    CAMERA_LOST = "camera_lost"
    SERVICE_LOST = "service_lost"
    RESULT_NOT_DELIVERED = "result_not_delivered"
    CLOCK_WRONG = "clock_wrong"
    RESTARTED = "restarted"  # By the watchdog, and no reception has gone through since.


def notices(state: State, delivery: Condition, *, restarted: bool = False) -> frozenset[Notice]:
    """All that hold now."""
    devices = state.devices
    unproven = getattr(state.phase, "unproven", None)
    holds = {
        Notice.HELP_CALLED: _help_called(state),
        Notice.CARD_LEFT: card_left(state),
        Notice.FACE_FAILED_TWICE: isinstance(unproven, Unproven)
        and unproven.face_attempts >= FACE_FAILED_TIMES,
        Notice.PIN_LOCKED: isinstance(unproven, Unproven) and unproven.card.pin is PinOffer.LOCKED,
        Notice.READER_LOST: devices.reader_problem is not None,
        Notice.CAMERA_LOST: state.rules.has_camera and not devices.camera_works,
        Notice.SERVICE_LOST: not devices.service_works,
        Notice.RESULT_NOT_DELIVERED: delivery.result_problem is not None or _not_delivered(state),
        Notice.CLOCK_WRONG: abs(delivery.clock_ahead_s or 0) >= CLOCK_SKEW_S,
        Notice.RESTARTED: restarted,
    }
    return frozenset(notice for notice, does in holds.items() if does)


def _help_called(state: State) -> bool:
    match state.phase:
        case CheckingByEye() | Stopped(reason=StopReason.STAFF_CALLED):
            return True
        case _:
            return state.help_called


def _not_delivered(state: State) -> bool:
    match state.phase:
        case Completed(delivery=delivery) | Farewell(delivery=delivery):
            return delivery is Delivery.FAILED
        case _:
            return False
