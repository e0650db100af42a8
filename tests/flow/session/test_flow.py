"""The leaflet's flow, told to the pure machine."""

from dataclasses import replace

import pytest

from common.certificate_dates import CertificateStanding
from consent.port import Item
from faceauth.port import Guidance
from kiosk.session import delays, effects, events, intents, screens
from kiosk.session.identification import FACE_ATTEMPTS
from kiosk.session.machine import deadline_ms
from kiosk.session.projection import project
from kiosk.session.screens import (
    CardMay,
    FaceOffer,
    Notice,
    PinOffer,
    Standby,
    StopReason,
    WaitingFor,
)
from kiosk.session.states import (
    AwaitingQualification,
    Card,
    Completed,
    Delivery,
    Eligibility,
    Farewell,
    ReadingCard,
    Settling,
    Stopped,
    VerifyingPin,
)
from qualification.port import IdentityMethod
from reader.port import ReaderProblem
from tests.flow.session.story import CARD, ELIGIBLE, RULES, Story, answer, pin


def completed() -> Story:
    """All questions are answered; the result is on its way."""
    story = Story()
    story.prove_by_pin()
    story.know()
    story.answer_all()
    story.store()
    return story


def questions_asked(story: Story) -> list[Item]:
    """Answer whatever is asked until nothing is; return what was asked."""
    asked = []
    while isinstance(story.screen, screens.Question):
        asked.append(story.screen.item)
        story.send(answer(story.screen.item))
    return asked


def test_placing_a_card_starts_a_worker_and_reads() -> None:
    story = Story()
    assert story.place_card() == [effects.StartWorker("s1", "Reader 00", reads_photo=True)]
    assert story.screen == screens.Reading()


def test_identity_is_proven_and_the_query_sent_at_once() -> None:
    story = Story()
    story.prove_by_pin()
    assert isinstance(story.phase, Settling)
    assert story.effects[-1] == effects.QueryEligibility("s1", 2, IdentityMethod.PIN)


def test_face_path_reaches_completion() -> None:
    story = Story()
    story.prove_by_face()
    story.know()
    assert questions_asked(story) == [
        Item.MEDICAL_AND_MEDICINES,
        Item.HEALTH_CHECKUPS,
        Item.LIMIT_INFORMATION,
    ]
    stored = story.effects[-1]
    assert isinstance(stored, effects.StoreConsent)
    assert stored.method is IdentityMethod.FACE
    assert len(stored.answers) == 3
    assert story.store() == [effects.DeliverResult("s1", 4), effects.EndWorker("s1")]
    assert isinstance(story.phase, Completed)
    assert project(story.state).card_may is CardMay.BE_TAKEN


def test_nothing_is_completed_before_the_consent_is_stored() -> None:
    story = Story()
    story.prove_by_pin()
    story.know()
    story.answer_all()
    assert story.screen == screens.Waiting(screens.WaitingFor.STORAGE)
    story.send(events.ConsentNotStored("s1", story.request_id()))
    assert story.phase == Stopped(StopReason.CONSENT_NOT_STORED)


def test_first_question_waits_only_a_moment_for_the_answer() -> None:
    story = Story()
    story.prove_by_pin()
    story.wait(delays.SETTLE_MS)
    assert story.screen == screens.Question(Item.MEDICAL_AND_MEDICINES)


def test_answer_after_all_questions_is_waited_for() -> None:
    story = Story()
    story.prove_by_pin()
    query_id = story.request_id()
    story.wait(delays.SETTLE_MS)
    assert questions_asked(story) == [Item.MEDICAL_AND_MEDICINES, Item.HEALTH_CHECKUPS]
    assert isinstance(story.phase, AwaitingQualification), "who has no limit is not asked for it"
    story.send(events.EligibilityKnown("s1", query_id, ELIGIBLE))
    assert questions_asked(story) == [Item.LIMIT_INFORMATION]
    assert story.screen == screens.Waiting(screens.WaitingFor.STORAGE)


def test_under_40_is_not_asked_about_checkups() -> None:
    story = Story()
    story.prove_by_pin()
    story.know(Eligibility(True, True, checkups_apply=False, notice=None))
    assert questions_asked(story) == [Item.MEDICAL_AND_MEDICINES, Item.LIMIT_INFORMATION]


def test_late_answer_never_changes_the_question_under_the_finger() -> None:
    story = Story()
    story.prove_by_pin()
    story.wait(delays.SETTLE_MS)
    story.know(Eligibility(False, True, checkups_apply=True, notice=None))
    assert story.screen == screens.Question(Item.MEDICAL_AND_MEDICINES)
    story.send(answer(Item.MEDICAL_AND_MEDICINES))
    assert story.screen == screens.Question(Item.REGISTRATION)


def test_unregistered_card_is_registered_and_goes_on() -> None:
    story = Story()
    story.prove_by_pin()
    story.know(Eligibility(False, True, checkups_apply=True, notice=None))
    assert story.screen == screens.Question(Item.REGISTRATION)
    story.send(answer(Item.REGISTRATION))
    agreed = answer(Item.REGISTRATION).answer
    assert story.effects[-1] == effects.Register("s1", 3, IdentityMethod.PIN, agreed)
    story.know()
    assert story.screen == screens.Question(Item.MEDICAL_AND_MEDICINES)
    story.answer_all()
    kept = story.effects[-1]
    assert isinstance(kept, effects.StoreConsent)
    assert Item.REGISTRATION not in [a.item for a in kept.answers], "it would be kept twice"


def test_declined_registration_says_what_else_serves() -> None:
    story = Story()
    story.prove_by_pin()
    story.know(Eligibility(False, True, checkups_apply=True, notice=None))
    story.send(answer(Item.REGISTRATION, agreed=False))
    declined = (answer(Item.REGISTRATION, agreed=False).answer,)
    assert story.effects[-1] == effects.StoreConsent(
        "s1", 3, IdentityMethod.PIN, declined, report=False
    )
    story.store()
    assert story.phase == Stopped(StopReason.NOT_REGISTERED)


def test_the_limit_question_shows_the_category_where_it_was_asked_for() -> None:
    story = Story()
    story.prove_by_pin()
    story.know(Eligibility(True, True, checkups_apply=False, notice=None, limit_category="A03"))
    assert story.screen == screens.Question(Item.MEDICAL_AND_MEDICINES)
    story.send(answer(Item.MEDICAL_AND_MEDICINES))
    assert story.screen == screens.Question(Item.LIMIT_INFORMATION, "A03")


def test_a_slow_service_is_told_to_who_waits_and_not_to_who_reads() -> None:
    story = Story()
    story.prove_by_pin()
    story.wait(delays.SETTLE_MS)
    story.send(events.ServiceSlow("s1"))
    assert len(questions_asked(story)) == 2
    assert story.screen == screens.Waiting(WaitingFor.QUALIFICATION, slow=True)
    story.now_ms += 1000
    story.send(events.ServiceSlow("s1"))
    due_ms = delays.SETTLE_MS + delays.QUALIFICATION_MS
    assert deadline_ms(story.state) == due_ms, "news is no new wait"


def test_a_slow_registration_is_told() -> None:
    story = Story()
    story.prove_by_pin()
    story.know(Eligibility(False, True, checkups_apply=True, notice=None))
    story.send(answer(Item.REGISTRATION))
    assert story.screen == screens.Waiting(WaitingFor.REGISTRATION, slow=False)
    story.send(events.ServiceSlow("s1"))
    assert story.screen == screens.Waiting(WaitingFor.REGISTRATION, slow=True)


@pytest.mark.parametrize(
    ("lapsed", "reason"), [(True, StopReason.LAPSED), (False, StopReason.NOT_QUALIFIED)]
)
def test_who_has_no_valid_insurance_is_stopped_and_the_answer_is_delivered_all_the_same(
    lapsed: bool, reason: StopReason
) -> None:
    story = Story()
    story.prove_by_pin()
    story.know(replace(ELIGIBLE, valid=False, lapsed=lapsed))
    (request,) = (e for e in story.effects if isinstance(e, effects.StoreConsent))
    assert request.report
    assert request.answers == ()
    assert request.provided == ()
    session_id = story.session_id
    done = story.store()
    assert story.screen == screens.Stopped(reason, card_present=True)
    assert [type(effect) for effect in done] == [effects.DeliverResult, effects.EndWorker]
    assert all(effect.session_id == session_id for effect in done)


def test_what_was_agreed_to_before_the_answer_came_is_not_told_of_who_is_not_insured() -> None:
    story = Story()
    story.prove_by_pin()
    story.wait_out()
    story.send(answer(Item.MEDICAL_AND_MEDICINES))
    story.know(Eligibility(registered=True, valid=False, checkups_apply=True, notice=None))
    story.send(answer(Item.HEALTH_CHECKUPS))
    (request,) = (e for e in story.effects if isinstance(e, effects.StoreConsent))
    assert request.answers == ()


def test_grace_period_gives_qualification_only() -> None:
    story = Story()
    story.prove_by_pin(Card(PinOffer.READY, 3, CertificateStanding.GRACE))
    story.know()
    assert story.effects[-1] == effects.StoreConsent(
        "s1", 3, IdentityMethod.PIN, (), provided=(), rule="leaflet-2024-06"
    )
    story.store()
    assert story.screen == screens.Completed(Notice.GRACE_GIVEN)


def test_a_newer_insurance_is_said_before_a_certificate_that_expires_soon() -> None:
    story = Story()
    story.prove_by_pin(Card(PinOffer.READY, 3, CertificateStanding.EXPIRES_SOON))
    story.know(replace(ELIGIBLE, notice=Notice.NEW_QUALIFICATION_EXISTS))
    questions_asked(story)
    story.store()
    assert story.screen == screens.Completed(Notice.NEW_QUALIFICATION_EXISTS)


def test_taking_the_card_at_the_limit_question_completes_without_it() -> None:
    story = Story()
    story.prove_by_pin()
    story.know()
    story.send(answer(Item.MEDICAL_AND_MEDICINES))
    story.send(answer(Item.HEALTH_CHECKUPS))
    story.send(events.CardRemoved("reader"))
    stored = story.effects[-1]
    assert isinstance(stored, effects.StoreConsent)
    assert [a.item for a in stored.answers] == [Item.MEDICAL_AND_MEDICINES, Item.HEALTH_CHECKUPS]
    story.store()
    assert isinstance(story.phase, Farewell)


def test_taking_the_card_earlier_ends_the_session() -> None:
    story = Story()
    story.prove_by_pin()
    story.know()
    story.send(events.CardRemoved("reader"))
    assert story.phase == Stopped(StopReason.CARD_REMOVED)
    assert story.effects[-1] == effects.EndWorker("s1")


def test_result_is_delivered_behind_the_completion_screen() -> None:
    story = completed()
    story.send(events.CardRemoved("reader"))
    assert isinstance(story.phase, Farewell)
    story.send(events.ResultDelivered("s1", story.request_id(), "x.xml"))
    story.wait_out()
    assert project(story.state).screen == screens.Attract(camera_works=True)


def test_undelivered_result_is_said_to_staff() -> None:
    story = completed()
    story.wait_out()
    assert isinstance(story.phase, Completed)
    assert story.phase.delivery is Delivery.FAILED
    assert story.screen == screens.Completed(Notice.RESULT_DELAYED)


@pytest.mark.parametrize("notice", [None, Notice.NEW_QUALIFICATION_EXISTS])
def test_a_result_that_arrives_after_all_is_no_longer_said_to_be_late(
    notice: Notice | None,
) -> None:
    story = Story()
    story.prove_by_pin()
    story.know(replace(ELIGIBLE, notice=notice))
    story.answer_all()
    story.store()
    if notice is None:
        story.send(events.ResultNotDelivered("s1", story.request_id()))
    story.send(events.ResultDelivered("s1", story.request_id(), "x.xml"))
    assert story.screen == screens.Completed(notice)


def test_how_long_the_end_stays_depends_on_the_result_and_the_card() -> None:
    story = completed()
    due = []
    for event in (
        events.TimePassed(),
        events.ResultDelivered("s1", story.request_id(), "x.xml"),
        events.CardRemoved("reader"),
    ):
        story.send(event)
        due.append(deadline_ms(story.state))
    assert due == [delays.DELIVERY_MS, delays.CARD_LEFT_MS, delays.FAREWELL_MS]


def test_a_card_that_is_taken_early_does_not_shorten_the_time_of_the_result() -> None:
    story = completed()
    story.send(events.CardRemoved("reader"))
    assert deadline_ms(story.state) == delays.DELIVERY_MS


def test_a_message_stays_as_long_as_the_card_and_then_a_while() -> None:
    story = Story()
    story.read_card()
    story.send(events.StaffReset())
    assert deadline_ms(story.state) == delays.CARD_LEFT_MS
    story.wait_out()
    assert deadline_ms(story.state) is None
    story.now_ms += 1_000
    story.send(events.CardRemoved("reader"))
    due_ms = story.now_ms + delays.STOPPED_MS
    assert deadline_ms(story.state) == due_ms
    story.now_ms += 1_000
    story.send(events.ServiceChecked(None))
    assert deadline_ms(story.state) == due_ms, "news does not make it longer"


def test_taking_the_card_does_not_make_the_wait_for_the_service_longer() -> None:
    story = Story()
    story.prove_by_pin()
    story.wait(delays.SETTLE_MS)
    story.answer_all()
    assert isinstance(story.phase, AwaitingQualification)
    due_ms = deadline_ms(story.state)
    story.now_ms += 1_000
    story.send(events.CardRemoved("reader"))
    assert deadline_ms(story.state) == due_ms


def test_a_second_touch_does_not_answer_the_next_question() -> None:
    story = Story()
    story.prove_by_pin()
    story.know()
    for _ in range(2):
        story.send(answer(Item.MEDICAL_AND_MEDICINES))
    assert story.screen == screens.Question(Item.HEALTH_CHECKUPS)
    story.send(answer(Item.HEALTH_CHECKUPS))
    story.send(answer(Item.LIMIT_INFORMATION))
    stored = story.effects[-1]
    assert isinstance(stored, effects.StoreConsent)
    items = [each.item for each in stored.answers]
    assert items == [Item.MEDICAL_AND_MEDICINES, Item.HEALTH_CHECKUPS, Item.LIMIT_INFORMATION]


def test_who_is_asked_nothing_waits_for_the_service_all_the_same() -> None:
    story = Story()
    story.prove_by_pin(Card(PinOffer.READY, 3, CertificateStanding.GRACE))
    story.wait(delays.SETTLE_MS)
    assert story.screen == screens.Waiting(screens.WaitingFor.QUALIFICATION)


def test_a_service_that_was_slow_before_is_not_slow_with_the_registration_yet() -> None:
    story = Story()
    story.prove_by_pin()
    story.send(events.ServiceSlow("s1"))
    story.know(replace(ELIGIBLE, registered=False))
    story.send(answer(Item.REGISTRATION))
    assert story.screen == screens.Waiting(screens.WaitingFor.REGISTRATION, slow=False)


def test_each_question_has_its_own_time() -> None:
    story = Story()
    story.prove_by_pin()
    story.know()
    story.now_ms += delays.QUESTION_MS - 1
    story.send(answer(Item.MEDICAL_AND_MEDICINES))
    assert deadline_ms(story.state) == story.now_ms + delays.QUESTION_MS


@pytest.mark.parametrize(
    ("chosen", "usual_ms"),
    [(intents.PinChosen(), delays.PIN_MS), (intents.FaceChosen(), delays.FACE_MS)],
)
def test_a_patient_facility_waits_longer_for_people_and_not_for_cards(
    chosen: intents.Intent, usual_ms: int
) -> None:
    story = Story(replace(RULES, patience=2.0))
    story.place_card()
    assert deadline_ms(story.state) == delays.READ_CARD_MS
    story.send(events.CardRead("s1", CARD))
    story.send(chosen)
    assert deadline_ms(story.state) == 2 * usual_ms


def test_an_alarm_that_was_on_its_way_means_nothing_between_patients() -> None:
    story = Story()
    before = story.state
    assert story.send(events.TimePassed()) == []
    assert story.state == before


def test_an_answer_from_before_the_registration_is_none_after_it() -> None:
    story = Story()
    story.prove_by_pin()
    before = story.request_id()
    story.know(replace(ELIGIBLE, registered=False))
    story.send(answer(Item.REGISTRATION))
    story.send(events.EligibilityKnown("s1", before, ELIGIBLE))
    assert story.screen == screens.Waiting(screens.WaitingFor.REGISTRATION)


def test_an_answer_that_comes_after_the_end_is_nobodys() -> None:
    story = Story()
    story.prove_by_pin()
    query = story.request_id()
    story.know()
    story.answer_all()
    story.store()
    screen = story.screen
    assert story.send(events.EligibilityKnown("s1", query, ELIGIBLE)) == []
    assert story.screen == screen


def test_next_card_does_not_wait_for_the_last_result() -> None:
    story = completed()
    delivery = story.request_id()
    story.send(events.CardRemoved("reader"))
    assert story.place_card() == [effects.StartWorker("s2", "Reader 00", reads_photo=True)]
    story.send(events.ResultNotDelivered("s1", delivery))
    assert story.screen == screens.Reading(), "not this patient's result"


def test_face_is_offered_three_times() -> None:
    story = Story()
    story.read_card()
    story.send(events.FaceOfferKnown("s1", FaceOffer.READY))
    for told in (FaceOffer.AGAIN, FaceOffer.AGAIN, FaceOffer.NOT_MATCHED):
        story.send(intents.FaceChosen())
        story.send(events.FaceNotMatched("s1", story.request_id()))
        assert story.screen == screens.ChooseMethod(told, PinOffer.READY, None)
    story.send(intents.FaceChosen())
    assert isinstance(story.screen, screens.ChooseMethod)


def test_what_the_camera_sees_is_on_the_screen() -> None:
    story = Story()
    story.read_card()
    story.send(intents.FaceChosen())
    assert story.screen == screens.Face(Guidance.NONE, 0.0, pin_offered=True, preparing=True)
    story.send(events.FaceOfferKnown("s1", FaceOffer.READY))
    story.send(events.FaceObserved("s1", story.request_id(), Guidance.COME_CLOSER, progress=0.5))
    assert story.screen == screens.Face(Guidance.COME_CLOSER, 0.5, True, preparing=False)


def test_a_face_before_a_locked_pin_offers_no_pin() -> None:
    story = Story()
    story.read_card(Card(PinOffer.LOCKED, 0, CertificateStanding.VALID))
    story.send(intents.FaceChosen())
    assert story.screen == screens.Face(Guidance.NONE, 0.0, pin_offered=False, preparing=True)


def test_a_second_touch_does_not_begin_the_face_anew() -> None:
    story = Story()
    story.read_card()
    story.send(intents.FaceChosen())
    assert story.send(intents.FaceChosen()) == []


def test_who_looked_away_at_the_end_has_tried_all_the_same() -> None:
    story = Story()
    story.read_card()
    story.send(events.FaceOfferKnown("s1", FaceOffer.READY))
    story.send(intents.FaceChosen())
    for seen in (Guidance.COME_CLOSER, Guidance.NO_FACE):
        story.send(events.FaceObserved("s1", story.request_id(), seen, progress=0.0))
    story.wait_out()
    assert story.screen == screens.ChooseMethod(
        FaceOffer.AGAIN, PinOffer.READY, None, hindrance=Guidance.NO_FACE
    )


def test_face_attempt_without_a_face_ends_by_itself_and_costs_no_attempt() -> None:
    story = Story()
    story.read_card()
    for _ in range(4):
        story.send(intents.FaceChosen())
        story.send(events.FaceObserved("s1", story.request_id(), Guidance.NO_FACE, progress=0.0))
        story.wait_out()
        assert story.screen == screens.ChooseMethod(FaceOffer.PREPARING, PinOffer.READY, None)


def test_the_time_of_an_attempt_runs_from_the_first_face() -> None:
    story = Story()
    story.read_card()
    story.send(intents.FaceChosen())
    story.now_ms += delays.FACE_MS - 1
    story.send(events.FaceObserved("s1", story.request_id(), Guidance.COME_CLOSER, progress=0.0))
    story.wait(delays.FACE_MS - 1)
    before = story.screen
    assert isinstance(before, screens.Face)
    story.wait(1)
    assert story.screen == screens.ChooseMethod(
        FaceOffer.AGAIN, PinOffer.READY, None, hindrance=Guidance.COME_CLOSER
    )


@pytest.mark.parametrize(
    ("last", "told"),
    [
        (Guidance.TOO_DARK, Guidance.TOO_DARK),
        (Guidance.NONE, Guidance.NONE),
        (Guidance.NOD, Guidance.NONE),
    ],
)
def test_what_spoilt_an_attempt_is_said(last: Guidance, told: Guidance) -> None:
    story = Story()
    story.read_card()
    story.send(intents.FaceChosen())
    request_id = story.request_id()
    story.send(events.FaceObserved("s1", request_id, last, progress=0.0))
    story.send(events.FaceNotMatched("s1", request_id))
    assert story.screen == screens.ChooseMethod(
        FaceOffer.AGAIN, PinOffer.READY, None, hindrance=told
    )


def test_news_of_the_face_does_not_prolong_the_attempt() -> None:
    story = Story()
    story.read_card()
    story.send(intents.FaceChosen())
    since_ms = story.state.since_ms
    story.now_ms += 1000
    story.send(events.FaceOfferKnown("s1", FaceOffer.READY))
    assert story.state.since_ms == since_ms


def test_camera_lost_while_capturing_offers_the_pin() -> None:
    story = Story()
    story.read_card()
    story.send(intents.FaceChosen())
    story.send(events.FaceOfferKnown("s1", FaceOffer.NO_CAMERA))
    assert story.screen == screens.ChooseMethod(FaceOffer.NO_CAMERA, PinOffer.READY, None)


def with_a_replugged_camera() -> Story:
    """The face failed once; then the camera was lost in the next attempt, and came back."""
    story = Story()
    story.read_card()
    story.send(events.FaceOfferKnown("s1", FaceOffer.READY))
    story.send(intents.FaceChosen())
    story.send(events.FaceNotMatched("s1", story.request_id()))
    story.send(intents.FaceChosen())
    story.send(events.FaceOfferKnown("s1", FaceOffer.NO_CAMERA))
    story.send(events.CameraReplugged("s1"))
    return story


def test_a_camera_that_came_back_is_offered_again_and_chosen_goes_on_by_itself() -> None:
    story = with_a_replugged_camera()
    assert story.screen == screens.ChooseMethod(FaceOffer.READY, PinOffer.READY, None)
    requests = story.request_id()
    done = story.send(intents.FaceChosen())
    assert done == [
        effects.EndWorker("s1"),
        effects.StartWorker("s1", "Reader 00", reads_photo=True),
    ]
    assert isinstance(story.phase, ReadingCard)
    done = story.send(events.CardRead("s1", CARD))
    assert done == [effects.StartCapture("s1", requests + 1)]
    assert isinstance(project(story.state).screen, screens.Face)


def test_a_face_chosen_before_the_new_worker_is_ready_leaves_the_choice_open() -> None:
    story = with_a_replugged_camera()
    story.send(events.ReadinessChanged(Standby.PREPARING))
    assert story.send(intents.FaceChosen()) == []
    assert isinstance(story.screen, screens.ChooseMethod)
    story.send(events.ReadinessChanged(Standby.READY))
    story.send(intents.FaceChosen())
    assert isinstance(story.phase, ReadingCard)


def test_a_camera_that_never_was_away_changes_nothing() -> None:
    story = Story()
    story.read_card()
    before = story.screen
    story.send(events.CameraReplugged("s1"))
    assert story.screen == before
    story.send(intents.FaceChosen())
    assert isinstance(story.screen, screens.Face)


SIGNERS = [FaceOffer.TOO_OFTEN, FaceOffer.UNAVAILABLE]


@pytest.mark.parametrize("offer", SIGNERS)
def test_a_face_that_must_not_be_tried_stays_so_whatever_the_camera_says(offer: FaceOffer) -> None:
    story = Story()
    story.read_card()
    story.send(events.FaceOfferKnown("s1", offer))
    story.send(events.FaceOfferKnown("s1", FaceOffer.READY))
    assert story.screen == screens.ChooseMethod(offer, PinOffer.READY, None)


@pytest.mark.parametrize("offer", SIGNERS)
def test_a_face_that_must_not_be_tried_is_known_while_the_card_is_read(offer: FaceOffer) -> None:
    story = Story()
    story.place_card()
    story.send(events.FaceOfferKnown("s1", offer))
    story.send(events.CardRead("s1", CARD))
    assert story.screen == screens.ChooseMethod(offer, PinOffer.READY, None)


@pytest.mark.parametrize("offer", SIGNERS)
def test_a_face_that_must_not_be_tried_with_a_new_worker_either_is_not(offer: FaceOffer) -> None:
    story = with_a_replugged_camera()
    story.send(intents.FaceChosen())
    story.send(events.FaceOfferKnown("s1", offer))
    story.send(events.CardRead("s1", CARD))
    assert story.screen == screens.ChooseMethod(offer, PinOffer.READY, None)


def test_a_kiosk_that_is_closed_meanwhile_still_takes_the_face_of_who_is_there() -> None:
    story = with_a_replugged_camera()
    story.send(events.TakenOutOfService(screens.ClosedFor.BREAK, ""))
    story.send(intents.FaceChosen())
    assert isinstance(story.phase, ReadingCard)


@pytest.mark.parametrize("offer", SIGNERS)
def test_a_card_without_photo_has_none_however_often_it_was_tried(offer: FaceOffer) -> None:
    story = Story()
    story.read_card()
    story.send(events.FaceOfferKnown("s1", FaceOffer.NO_PHOTO))
    story.send(events.FaceOfferKnown("s1", offer))
    story.send(intents.StaffChosen())
    assert story.phase == Stopped(StopReason.STAFF_CALLED), "there is nothing to compare with"


def test_the_choice_says_when_the_face_is_ready() -> None:
    story = Story()
    story.read_card()
    story.send(events.FaceOfferKnown("s1", FaceOffer.READY))
    assert story.screen == screens.ChooseMethod(FaceOffer.READY, PinOffer.READY, None)


def test_a_camera_that_came_back_does_not_give_attempts_back() -> None:
    story = with_a_replugged_camera()
    story.send(intents.FaceChosen())
    story.send(events.CardRead("s1", CARD))
    for _ in range(FACE_ATTEMPTS - 1):
        story.send(events.FaceNotMatched("s1", story.request_id()))
        story.send(intents.FaceChosen())
    assert story.screen == screens.ChooseMethod(FaceOffer.NOT_MATCHED, PinOffer.READY, None)


def test_a_camera_that_came_back_takes_nobody_away_from_the_pin() -> None:
    story = Story()
    story.read_card()
    story.send(events.FaceOfferKnown("s1", FaceOffer.NO_CAMERA))
    story.send(intents.PinChosen())
    story.send(events.CameraReplugged("s1"))
    assert story.screen == screens.Pin(3, False, False, face_offered=True)
    story.send(intents.FaceChosen())
    assert isinstance(story.phase, ReadingCard)


def test_wrong_pin_counts_and_asks_before_the_last_try() -> None:
    story = Story()
    story.read_card()
    story.send(intents.PinChosen())
    story.send(pin())
    story.send(events.PinRejected("s1", story.request_id(), 2))
    assert story.screen == screens.Pin(2, True, False, face_offered=True)
    story.send(pin())
    story.send(events.PinRejected("s1", story.request_id(), 1))
    assert story.screen == screens.Pin(1, False, True, face_offered=True)
    assert story.send(pin()) == []
    story.send(intents.LastTryConfirmed())
    story.send(pin())
    assert isinstance(story.phase, VerifyingPin)
    story.send(events.PinRejected("s1", story.request_id(), 0))
    locked = screens.ChooseMethod(FaceOffer.PREPARING, PinOffer.LOCKED, None)
    assert project(story.state).screen == locked


def test_locked_pin_cannot_be_chosen() -> None:
    story = Story()
    story.read_card(Card(PinOffer.LOCKED, 0, CertificateStanding.VALID))
    assert story.send(intents.PinChosen()) == []
    assert isinstance(story.screen, screens.ChooseMethod)


def test_staff_check_by_eye_proves_identity() -> None:
    story = Story()
    story.read_card()
    story.send(intents.StaffChosen())
    assert story.screen == screens.StaffCheck(was_wrong=False)
    story.send(intents.StaffPasswordEntered(pin().pin))
    story.send(events.StaffRejected("s1", story.request_id()))
    assert story.screen == screens.StaffCheck(was_wrong=True)
    story.send(intents.StaffPasswordEntered(pin().pin))
    story.send(events.StaffAccepted("s1", story.request_id(), "001"))
    assert story.effects[-1] == effects.QueryEligibility("s1", 3, IdentityMethod.STAFF)


def test_without_a_staff_password_staff_are_called() -> None:
    story = Story(replace(RULES, has_camera=False, has_staff_password=False))
    story.read_card()
    assert story.screen == screens.ChooseMethod(FaceOffer.UNAVAILABLE, PinOffer.READY, None)
    story.send(intents.StaffChosen())
    assert story.phase == Stopped(StopReason.STAFF_CALLED)


def test_late_answers_are_dropped() -> None:
    story = Story()
    story.read_card()
    story.send(intents.FaceChosen())
    stale = story.request_id()
    story.send(intents.BackChosen())
    before = story.state
    story.send(events.FaceMatched("s1", stale))
    story.send(events.PinAccepted("s0", 1))
    story.send(events.EligibilityKnown("s1", 7, ELIGIBLE))
    assert story.state == before


def test_staff_reset_ends_whatever_goes_on() -> None:
    story = Story()
    story.prove_by_pin(CARD)
    story.send(events.StaffReset())
    assert story.phase == Stopped(StopReason.RESET_BY_STAFF)
    assert story.effects[-1] == effects.EndWorker("s1")
    story.send(events.CardRemoved("reader"))
    story.wait_out()
    assert project(story.state).screen == screens.Attract(camera_works=True)


def test_what_the_camera_was_found_to_be_is_told_to_the_next_patient() -> None:
    story = Story()
    for offer, works in (
        (FaceOffer.TOO_OFTEN, True),
        (FaceOffer.NO_CAMERA, False),
        (FaceOffer.NO_PHOTO, False),
        (FaceOffer.READY, True),
    ):
        story.read_card()
        story.send(events.FaceOfferKnown(story.session_id, offer))
        story.send(events.CardRemoved("reader"))
        story.wait_out()
        assert story.screen == screens.Attract(camera_works=works)


def test_a_card_that_was_noticed_shows_that_the_reader_works() -> None:
    story = Story()
    story.send(events.ReaderLost(ReaderProblem.NO_READER))
    story.read_card()
    story.send(events.CardRemoved("reader"))
    story.wait_out()
    assert isinstance(story.screen, screens.Attract)


def test_the_screen_says_whose_session_it_is() -> None:
    story = Story()
    assert project(story.state).session_id is None
    story.place_card()
    assert project(story.state).session_id == "s1"
