"""Staff look after a kiosk: the session waits for them, and nothing begins meanwhile."""

import pytest

from kiosk.delivery.condition import Condition
from kiosk.session import delays, events, intents
from kiosk.session.effects import EndWorker, QueryEligibility, StopCapture
from kiosk.session.machine import deadline_ms
from kiosk.session.projection import project
from kiosk.session.screens import (
    Attract,
    ClosedFor,
    FaceOffer,
    OutOfService,
    StaffHere,
    StopReason,
)
from kiosk.session.states import (
    Asking,
    CheckingByEye,
    ChoosingMethod,
    EnteringNumberB,
    EnteringPin,
    Idle,
    ReadingCard,
    Settling,
    Stopped,
    VerifyingPin,
)
from kiosk.staff.notices import Notice, notices
from tests.flow.session.story import PIN_ONLY, Story, pin


def test_a_patients_screen_waits_and_gives_the_whole_time_again() -> None:
    story = Story()
    story.read_card()
    story.send(intents.PinChosen())
    story.now_ms += delays.PIN_MS - 1
    story.send(events.StaffCame())
    assert isinstance(story.screen, StaffHere)
    story.wait(delays.PIN_MS)
    assert isinstance(story.phase, EnteringPin)
    story.send(events.StaffLeft())
    assert deadline_ms(story.state) == story.now_ms + delays.PIN_MS
    assert not isinstance(story.screen, StaffHere)


def test_somebody_who_was_asked_whether_they_are_there_is_asked_anew() -> None:
    story = Story()
    story.read_card()
    story.wait_out()
    assert project(story.state).idle_warning_ms is not None
    story.send(events.StaffCame())
    story.send(events.StaffLeft())
    assert project(story.state).idle_warning_ms is None


def test_no_camera_looks_at_staff() -> None:
    story = Story()
    story.read_card()
    story.send(events.FaceOfferKnown("s1", FaceOffer.READY))
    story.send(intents.FaceChosen())
    assert story.send(events.StaffCame()) == [StopCapture("s1")]
    assert isinstance(story.phase, ChoosingMethod)
    assert story.phase.unproven.face_attempts == 0


def test_a_touch_that_was_on_its_way_does_nothing_behind_staffs_screen() -> None:
    story = Story()
    story.read_card()
    story.send(events.StaffCame())
    assert story.send(intents.PinChosen()) == []
    assert isinstance(story.phase, ChoosingMethod)


def test_answers_of_the_worker_go_on() -> None:
    story = Story()
    story.prove_by_pin()
    story.send(events.StaffCame())
    story.know()
    assert isinstance(story.phase, Asking)
    assert isinstance(story.screen, StaffHere)


def test_too_long_a_pause_ends_the_session() -> None:
    story = Story()
    story.read_card()
    story.send(events.StaffCame())
    story.wait(delays.STAFF_PAUSE_MS - 1)
    assert EndWorker("s1") not in story.effects
    story.wait(1)
    assert story.phase == Stopped(StopReason.RESET_BY_STAFF)
    assert EndWorker("s1") in story.effects
    assert not isinstance(story.screen, StaffHere)


def test_staff_who_come_twice_do_not_pause_for_longer() -> None:
    story = Story()
    story.read_card()
    story.send(events.StaffCame())
    story.wait(delays.STAFF_PAUSE_MS - 1)
    story.send(events.StaffCame())
    story.wait(1)
    assert story.phase == Stopped(StopReason.RESET_BY_STAFF)


def test_staff_who_leave_at_the_last_moment_have_left() -> None:
    story = Story()
    story.read_card()
    story.send(events.StaffCame())
    story.now_ms += delays.STAFF_PAUSE_MS
    story.send(events.StaffLeft())
    assert isinstance(story.phase, ChoosingMethod)


def test_staff_who_leave_after_their_pause_ran_out_give_no_more_time() -> None:
    story = Story()
    story.read_card()
    story.send(events.StaffCame())
    story.wait_out()
    due_ms = deadline_ms(story.state)
    story.now_ms += 1_000
    story.send(events.StaffLeft())
    assert deadline_ms(story.state) == due_ms


def help_is_called(story: Story) -> bool:
    return Notice.HELP_CALLED in notices(story.state, Condition())


def test_help_that_was_called_stays_called_until_staff_come() -> None:
    story = Story()
    assert not help_is_called(story)
    story.send(intents.StaffChosen())
    story.send(events.ServiceChecked(None))
    assert help_is_called(story)
    story.send(events.StaffCame())
    assert not help_is_called(story)
    story.send(events.StaffLeft())
    assert not help_is_called(story)


@pytest.mark.parametrize("over", [events.StaffReset(), events.CardInserted("s1", "Reader 00")])
def test_help_that_was_called_is_over_with_a_reset_and_with_the_next_patient(
    over: events.Event,
) -> None:
    story = Story()
    story.send(intents.StaffChosen())
    story.send(over)
    assert not help_is_called(story)


def test_too_long_a_pause_without_a_session_gives_the_screen_back() -> None:
    story = Story()
    story.send(events.StaffCame())
    story.wait_out()
    assert isinstance(story.screen, Attract)


def test_no_card_begins_a_session_until_staff_are_gone() -> None:
    story = Story()
    story.send(events.StaffCame())
    story.place_card()
    assert isinstance(story.phase, Idle)
    story.send(events.StaffLeft())
    assert isinstance(story.phase, ReadingCard)


@pytest.mark.parametrize("chosen", [None, intents.PinChosen(), intents.StaffChosen()])
def test_a_check_by_eye_proves_this_patient(chosen: intents.Intent | None) -> None:
    story = Story()
    story.read_card()
    if chosen is not None:
        story.send(chosen)
    story.send(events.StaffCame())
    effects = story.send(events.CheckedByStaff("001 Sato"))
    assert isinstance(story.phase, Settling)
    assert isinstance(effects[-1], QueryEligibility)


def test_a_check_by_eye_is_over_with_its_patient() -> None:
    story = Story()
    story.read_card()
    story.send(events.CheckedByStaff("001 Sato"))
    story.send(events.CardRemoved("reader"))
    story.read_card()
    assert isinstance(story.phase, ChoosingMethod)


def test_a_check_by_eye_needs_the_photo_open_all_the_same() -> None:
    story = Story()
    story.read_card()
    story.send(events.NumberBNeeded("s1"))
    story.send(events.CheckedByStaff("001 Sato"))
    assert isinstance(story.phase, EnteringNumberB)


def test_where_nobody_is_to_be_checked_nothing_happens() -> None:
    story = Story()
    assert story.send(events.CheckedByStaff("001 Sato")) == []
    story.read_card()
    story.send(intents.PinChosen())
    story.send(pin())
    story.send(events.CheckedByStaff("001 Sato"))
    assert isinstance(story.phase, VerifyingPin)


@pytest.mark.parametrize(
    "hindrance", [events.ServiceChecked(PIN_ONLY), events.FaceOfferKnown("s1", FaceOffer.NO_PHOTO)]
)
def test_a_check_by_eye_that_nothing_can_vouch_for_proves_nothing(hindrance: events.Event) -> None:
    story = Story()
    story.read_card()
    story.send(hindrance)
    assert story.send(events.CheckedByStaff("001 Sato")) == []
    assert isinstance(story.phase, ChoosingMethod)


def test_out_of_service_waits_for_the_patient_who_is_there() -> None:
    story = Story()
    story.read_card()
    story.send(events.TakenOutOfService(ClosedFor.BREAK, "until 13:00"))
    assert isinstance(story.phase, ChoosingMethod)
    story.send(events.StaffReset())
    story.send(events.CardRemoved("reader"))
    story.wait_out()
    assert story.screen == OutOfService(ClosedFor.BREAK, "until 13:00")
    story.place_card()
    assert isinstance(story.phase, Idle)
    story.send(events.PutBackInService())
    assert isinstance(story.phase, ReadingCard)


def test_a_message_stays_until_it_is_read_and_is_none_to_the_next_patient() -> None:
    story = Story()
    story.send(events.MessageSent("Please wait"))
    assert project(story.state).message == "Please wait"
    story.read_card()
    assert project(story.state).message == ""
    story.send(events.MessageSent("Dr. Ito is late"))
    story.send(intents.StaffChosen())
    assert isinstance(story.phase, CheckingByEye)
    assert project(story.state).message == "Dr. Ito is late"
    story.send(intents.MessageRead())
    assert project(story.state).message == ""


def test_a_message_is_none_to_who_places_another_card_at_once() -> None:
    story = Story()
    story.read_card()
    story.send(events.MessageSent("Dr. Ito is late"))
    story.place_card()
    assert isinstance(story.phase, ReadingCard)
    assert project(story.state).message == ""
