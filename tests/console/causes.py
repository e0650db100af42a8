"""What has to happen at a kiosk for each notice to be given at the desk."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from common.certificate_dates import CertificateStanding
from kiosk.delivery.condition import Condition
from kiosk.session import events, intents
from kiosk.session.screens import FaceOffer, PinOffer, Standby, StopReason
from kiosk.session.states import CapturingFace, Card, Stopped
from kiosk.staff.notices import CLOCK_SKEW_S, FACE_FAILED_TIMES, Notice
from qualification.port import ProofKind
from reader.port import ReaderProblem
from tests.console.desk import LinkedKiosk
from tests.console.test_drills import begin_session

_SESSION = "of-notice"


def _help_called(kiosk: LinkedKiosk) -> None:
    begin_session(kiosk, _SESSION)
    kiosk.happens(intents.StaffChosen())


def _card_left(kiosk: LinkedKiosk) -> None:
    begin_session(kiosk, _SESSION)
    kiosk.set_state(replace(kiosk.state, phase=Stopped(StopReason.TIMED_OUT, card_left=True)))


def _face_failed_twice(kiosk: LinkedKiosk) -> None:
    begin_session(kiosk, _SESSION)
    kiosk.happens(events.FaceOfferKnown(_SESSION, FaceOffer.READY))
    for _ in range(FACE_FAILED_TIMES):
        kiosk.happens(intents.FaceChosen())
        phase = kiosk.state.phase
        assert isinstance(phase, CapturingFace)
        kiosk.happens(events.FaceNotMatched(_SESSION, phase.request_id))


def _pin_locked(kiosk: LinkedKiosk) -> None:
    locked = Card(PinOffer.LOCKED, 0, CertificateStanding.VALID)
    kiosk.happens(
        events.ReadinessChanged(Standby.READY),
        events.CardInserted(_SESSION, "reader"),
        events.CardRead(_SESSION, locked),
    )


def _reader_lost(kiosk: LinkedKiosk) -> None:
    kiosk.happens(events.ReaderLost(ReaderProblem.NO_READER))


def _camera_lost(kiosk: LinkedKiosk) -> None:
    begin_session(kiosk, _SESSION)
    kiosk.happens(events.FaceOfferKnown(_SESSION, FaceOffer.NO_CAMERA))


def _service_lost(kiosk: LinkedKiosk) -> None:
    kiosk.happens(events.ServiceChecked(None))


def _result_not_delivered(kiosk: LinkedKiosk) -> None:
    kiosk.delivery = Condition(result_problem="OSError")


def _clock_wrong(kiosk: LinkedKiosk) -> None:
    kiosk.delivery = Condition(clock_ahead_s=-CLOCK_SKEW_S)


def _restarted(kiosk: LinkedKiosk) -> None:
    kiosk.restarted = True


CAUSES: Mapping[Notice, Callable[[LinkedKiosk], None]] = {
    Notice.HELP_CALLED: _help_called,
    Notice.CARD_LEFT: _card_left,
    Notice.FACE_FAILED_TWICE: _face_failed_twice,
    Notice.PIN_LOCKED: _pin_locked,
    Notice.READER_LOST: _reader_lost,
    Notice.CAMERA_LOST: _camera_lost,
    Notice.SERVICE_LOST: _service_lost,
    Notice.RESULT_NOT_DELIVERED: _result_not_delivered,
    Notice.CLOCK_WRONG: _clock_wrong,
    Notice.RESTARTED: _restarted,
}


def all_is_well(kiosk: LinkedKiosk) -> None:
    """Nobody is there, and nothing is wrong."""
    kiosk.delivery, kiosk.restarted = Condition(), False
    kiosk.happens(
        events.ReaderFound("reader"),
        events.CameraReplugged(_SESSION),
        events.CardRemoved("reader"),
        events.StaffReset(),
        events.ServiceChecked(frozenset(ProofKind)),
    )
