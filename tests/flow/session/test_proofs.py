"""The patient is offered what both can: this kiosk prove, and the online service take."""

from dataclasses import replace

import pytest

from kiosk.session import effects, events, intents
from kiosk.session.screens import ChooseMethod, FaceOffer, PinOffer, StopReason
from kiosk.session.states import (
    CapturingFace,
    CheckingByEye,
    ChoosingMethod,
    EnteringNumberB,
    Rules,
    Stopped,
    VerifyingPin,
)
from qualification.port import ProofKind
from tests.flow.session.story import ALL_PROOFS, PIN_ONLY, RULES, Story, number_b, pin

CLOSED = ChooseMethod(FaceOffer.UNAVAILABLE, PinOffer.READY, None)
OPEN = ChooseMethod(FaceOffer.PREPARING, PinOffer.READY, None)


def at_a_service_of_pins() -> Story:
    story = Story()
    story.send(events.ServiceChecked(PIN_ONLY))
    return story


def test_a_service_that_takes_the_pin_alone_is_offered_no_face() -> None:
    story = at_a_service_of_pins()
    story.read_card()
    assert story.screen == CLOSED
    story.send(intents.FaceChosen())
    assert story.screen == CLOSED
    story.send(intents.PinChosen())
    story.send(pin())
    assert isinstance(story.phase, VerifyingPin)


def test_nor_a_check_by_staff_who_are_called_instead() -> None:
    story = at_a_service_of_pins()
    story.read_card()
    story.send(intents.StaffChosen())
    assert story.phase == Stopped(StopReason.STAFF_CALLED)


def test_the_photo_of_such_a_patient_stays_closed() -> None:
    story = at_a_service_of_pins()
    assert story.place_card() == [effects.StartWorker("s1", "Reader 00", reads_photo=False)]


@pytest.mark.parametrize(
    ("rules", "reads_photo"),
    [
        (replace(RULES, has_camera=False), True),  # For staff, who compare by eye.
        (replace(RULES, has_staff_password=False), True),
        (replace(RULES, has_camera=False, has_staff_password=False), False),
        (replace(RULES, proof=None), False),
    ],
)
def test_the_photo_is_opened_for_whoever_compares(rules: Rules, reads_photo: bool) -> None:
    assert Story(rules).place_card() == [effects.StartWorker("s1", "Reader 00", reads_photo)]


def test_without_a_camera_staff_can_still_check() -> None:
    story = Story(replace(RULES, has_camera=False))
    story.read_card()
    assert story.screen == CLOSED
    story.send(intents.StaffChosen())
    assert isinstance(story.phase, CheckingByEye)


def test_before_the_service_could_be_asked_the_kiosk_offers_what_it_can() -> None:
    story = Story()
    story.send(events.ServiceChecked(None))
    story.read_card()
    assert story.screen == OPEN


def test_a_service_that_is_lost_is_taken_at_its_last_word() -> None:
    story = at_a_service_of_pins()
    story.send(events.ServiceChecked(None))
    story.read_card()
    assert story.screen == CLOSED


def test_another_kind_of_proof_is_not_meant() -> None:
    story = Story(replace(RULES, proof=ProofKind.TERMINAL))
    story.send(events.ServiceChecked(frozenset({ProofKind.PIN, ProofKind.ATTESTED})))
    story.read_card()
    assert story.screen == CLOSED


def test_the_next_patient_is_offered_what_the_service_takes_by_then() -> None:
    story = at_a_service_of_pins()
    story.send(events.ServiceChecked(ALL_PROOFS))
    story.read_card()
    assert story.screen == OPEN


def test_a_face_before_the_camera_is_let_go_when_the_service_says_no() -> None:
    story = Story()
    story.read_card()
    story.send(intents.FaceChosen())
    assert isinstance(story.phase, CapturingFace)
    assert story.send(events.ServiceChecked(PIN_ONLY)) == [effects.StopCapture("s1")]
    assert story.screen == CLOSED
    story.send(events.FaceOfferKnown("s1", FaceOffer.READY))  # The worker had begun before.
    assert story.screen == CLOSED


@pytest.mark.parametrize(
    "back", [events.CameraReplugged("s1"), events.FaceOfferKnown("s1", FaceOffer.READY)]
)
def test_a_camera_that_comes_back_is_none_where_no_face_is_taken(back: events.Event) -> None:
    story = Story()
    story.read_card()
    story.send(events.FaceOfferKnown("s1", FaceOffer.NO_CAMERA))
    story.send(events.ServiceChecked(PIN_ONLY))
    story.send(back)
    story.send(intents.FaceChosen())
    assert isinstance(story.screen, ChooseMethod)
    assert not story.screen.face.may_be_tried


def test_numbers_typed_for_a_face_are_not_asked_for_any_more() -> None:
    story = Story()
    story.choose_face_that_needs_the_number()
    assert isinstance(story.phase, EnteringNumberB)
    story.send(number_b())
    story.send(events.ServiceChecked(PIN_ONLY))
    assert isinstance(story.phase, ChoosingMethod)


def test_a_card_without_photo_is_not_for_the_eyes_of_staff_whatever_the_service_says() -> None:
    story = Story(replace(RULES, has_camera=False))
    story.read_card()
    story.send(events.FaceOfferKnown("s1", FaceOffer.NO_PHOTO))
    story.send(events.ServiceChecked(ALL_PROOFS))
    story.send(intents.StaffChosen())
    assert story.phase == Stopped(StopReason.STAFF_CALLED)
