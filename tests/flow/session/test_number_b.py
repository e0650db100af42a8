"""A card whose face nothing can read: its numbers are typed, and only then is there a photo."""

import pytest

from kiosk.session import effects, events, intents, screens
from kiosk.session.screens import FaceOffer, PinOffer
from kiosk.session.states import CapturingFace, CheckingByEye, Settling
from qualification.port import IdentityMethod
from tests.flow.session.story import Story, number_b, pin


def opened(story: Story) -> list[effects.Effect]:
    return story.send(events.FaceRecordOpened(story.session_id, story.request_id()))


def vouched_for() -> Story:
    """By staff, who have the number still to type."""
    story = Story()
    story.read_card()
    story.send(events.NumberBNeeded("s1"))
    story.send(intents.StaffChosen())
    story.send(intents.StaffPasswordEntered(pin().pin))
    story.send(events.StaffAccepted("s1", story.request_id(), "001"))
    return story


def rejected(story: Story) -> None:
    story.send(events.NumberBRejected(story.session_id, story.request_id()))


def test_the_choice_says_that_numbers_come_first() -> None:
    story = Story()
    story.read_card()
    story.send(events.NumberBNeeded(story.session_id))
    assert story.screen == screens.ChooseMethod(
        FaceOffer.PREPARING, PinOffer.READY, None, number_b_needed=True
    )


def test_a_right_number_leads_to_the_camera() -> None:
    story = Story()
    story.choose_face_that_needs_the_number()
    (done,) = story.send(number_b())
    assert isinstance(done, effects.OpenFaceRecord)
    assert story.screen == screens.Waiting(screens.WaitingFor.FACE_RECORD)
    assert opened(story) == [effects.StartCapture("s1", 2)]
    assert isinstance(story.phase, CapturingFace)


def test_the_number_is_asked_for_once_in_a_session() -> None:
    story = Story()
    story.choose_face_that_needs_the_number()
    story.send(number_b())
    opened(story)
    story.send(intents.BackChosen())
    story.send(intents.FaceChosen())
    assert isinstance(story.phase, CapturingFace)


def test_news_during_the_capture_leads_to_the_number() -> None:
    story = Story()
    story.read_card()
    story.send(intents.FaceChosen())
    assert story.send(events.NumberBNeeded("s1")) == [effects.StopCapture("s1")]
    assert story.screen == screens.NumberB(was_wrong=False)
    story.send(intents.BackChosen())
    story.send(intents.FaceChosen())
    assert story.screen == screens.NumberB(was_wrong=False)


def test_a_wrong_number_may_be_typed_twice_more_and_then_the_pin_is_left() -> None:
    story = Story()
    story.choose_face_that_needs_the_number()
    for _ in range(2):
        story.send(number_b())
        rejected(story)
        assert story.screen == screens.NumberB(was_wrong=True)
    story.send(number_b())
    rejected(story)
    assert story.screen == screens.ChooseMethod(
        FaceOffer.SURFACE_UNREADABLE, PinOffer.READY, None, number_b_needed=True
    )
    story.send(intents.FaceChosen())
    assert isinstance(story.screen, screens.ChooseMethod)
    story.send(intents.PinChosen())
    assert isinstance(story.screen, screens.Pin)


def test_a_card_that_takes_no_more_numbers_ends_the_typing() -> None:
    story = Story()
    story.choose_face_that_needs_the_number()
    story.send(number_b())
    story.send(events.FaceOfferKnown("s1", FaceOffer.SURFACE_UNREADABLE))
    assert isinstance(story.screen, screens.ChooseMethod)


def test_a_camera_that_is_ready_does_not_interrupt_the_opening() -> None:
    story = Story()
    story.choose_face_that_needs_the_number()
    story.send(number_b())
    story.send(events.FaceOfferKnown("s1", FaceOffer.READY))
    assert story.screen == screens.Waiting(screens.WaitingFor.FACE_RECORD)


@pytest.mark.parametrize("news", [FaceOffer.NO_CAMERA, FaceOffer.TOO_OFTEN, FaceOffer.UNAVAILABLE])
def test_staff_who_check_by_eye_open_the_photo_too(news: FaceOffer) -> None:
    story = vouched_for()
    assert story.screen == screens.NumberB(was_wrong=False)
    story.send(number_b())
    story.send(events.FaceOfferKnown("s1", news))
    assert opened(story) == [effects.QueryEligibility("s1", 3, IdentityMethod.STAFF)]
    assert isinstance(story.phase, Settling)


def test_staff_are_told_when_there_is_no_photo_after_all() -> None:
    story = vouched_for()
    story.send(number_b())
    story.send(events.FaceOfferKnown("s1", FaceOffer.SURFACE_UNREADABLE))
    assert isinstance(story.screen, screens.ChooseMethod)


def test_going_back_from_the_number_drops_what_staff_vouched_for() -> None:
    story = vouched_for()
    story.send(intents.BackChosen())
    story.send(intents.FaceChosen())
    story.send(number_b())
    opened(story)
    assert isinstance(story.phase, CapturingFace)


def test_staff_cannot_compare_with_a_photo_that_is_not_there() -> None:
    for offer in (FaceOffer.NO_PHOTO, FaceOffer.SURFACE_UNREADABLE):
        story = Story()
        story.read_card()
        story.send(events.FaceOfferKnown("s1", offer))
        story.send(intents.StaffChosen())
        assert story.screen == screens.Stopped(screens.StopReason.STAFF_CALLED, card_present=True)
    story = Story()
    story.read_card()
    story.send(events.FaceOfferKnown("s1", FaceOffer.NO_CAMERA))
    story.send(intents.StaffChosen())
    assert isinstance(story.phase, CheckingByEye)
