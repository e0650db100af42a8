"""A phone in the place of the card: where it is read, how its owner is known, and what it ends."""

from dataclasses import replace

import pytest

from common.certificate_dates import CertificateStanding
from consent.port import Item
from kiosk.session import delays, effects, events, intents, screens
from kiosk.session.projection import project
from kiosk.session.screens import CardMay, FaceOffer, PinOffer, StopReason
from kiosk.session.states import (
    AwaitingQualification,
    Card,
    ChoosingMethod,
    Completed,
    EnteringPin,
    Idle,
    ReadingCard,
    Settling,
    Stopped,
    StoringConsent,
    VerifyingPin,
)
from qualification.port import IdentityMethod, ProofKind
from reader.port import Carrier
from tests.flow.session.story import ALL_PROOFS, ELIGIBLE, PIN_ONLY, RULES, Story, answer, pin

VALID, GRACE = CertificateStanding.VALID, CertificateStanding.GRACE
SOON = CertificateStanding.EXPIRES_SOON
ANDROID = Card(PinOffer.READY, 3, VALID, Carrier.ANDROID)
IPHONE = Card(PinOffer.NO_PIN, 0, VALID, Carrier.IPHONE)
READS_PHONES = replace(RULES, reads_phones=True)
UNREGISTERED = replace(ELIGIBLE, registered=False)


def facility() -> Story:
    return Story(READS_PHONES)


def why_stopped(story: Story) -> StopReason | None:
    return story.phase.reason if isinstance(story.phase, Stopped) else None


def screen_of(story: Story) -> screens.Screen:
    return story.screen


def with_android(shows: CertificateStanding = VALID) -> Story:
    """Its PIN is right, and the certificate that it shows then is read."""
    story = facility()
    story.read_card(ANDROID)
    story.send(pin())
    story.send(events.CardRead(story.session_id, replace(ANDROID, certificate=shows)))
    return story


def asked_with_iphone() -> Story:
    story = facility()
    story.read_card(IPHONE)
    story.know()
    assert isinstance(story.screen, screens.Question)
    return story


@pytest.mark.parametrize("phone", [ANDROID, IPHONE], ids=["Android", "iPhone"])
def test_a_facility_that_reads_none_says_so(phone: Card) -> None:
    story = Story(RULES)
    assert screen_of(story) == screens.Attract(camera_works=True)
    story.send(intents.PhoneChosen())
    assert story.phase == Idle()
    story.read_card(phone)
    assert why_stopped(story) is StopReason.PHONE_NOT_READ


def test_nor_does_a_facility_whose_service_takes_none() -> None:
    story = facility()
    story.send(events.ServiceChecked(ALL_PROOFS - {ProofKind.PHONE}))
    assert screen_of(story) == screens.Attract(camera_works=True)
    story.read_card(IPHONE)
    assert why_stopped(story) is StopReason.PHONE_NOT_READ


def test_nobody_is_asked_to_confirm_on_a_phone_that_is_not_read() -> None:
    for rules, told in (
        (READS_PHONES, StopReason.PHONE_NOT_CONFIRMED),
        (RULES, StopReason.PHONE_NOT_READ),
    ):
        story = Story(rules)
        story.place_card()
        story.send(events.CardRefused(story.session_id, StopReason.PHONE_NOT_CONFIRMED))
        assert why_stopped(story) is told


def test_chosen_beforehand_the_screen_says_how() -> None:
    story = facility()
    assert screen_of(story) == screens.Attract(camera_works=True, phone_offered=True)
    story.send(intents.PhoneChosen())
    assert screen_of(story) == screens.PlacePhone(card_present=False)
    story.place_card()
    assert project(story.state).is_phone, "it is spoken of as what it will be"
    story.send(events.CardRead(story.session_id, ANDROID))
    assert isinstance(story.phase, EnteringPin)


def test_a_card_that_comes_after_all_is_a_card() -> None:
    story = facility()
    story.send(intents.PhoneChosen())
    story.read_card()
    assert isinstance(story.phase, ChoosingMethod)
    assert not project(story.state).is_phone


def test_who_thinks_again_is_back_where_they_were() -> None:
    story = facility()
    story.send(intents.PhoneChosen())
    story.send(intents.BackChosen())
    assert story.phase == Idle()


def test_chosen_with_a_card_in_the_reader_the_card_comes_out_first() -> None:
    story = facility()
    story.read_card()
    assert isinstance(story.screen, screens.ChooseMethod)
    assert story.screen.phone_offered
    assert story.send(intents.PhoneChosen()) == [effects.EndWorker("s1")]
    assert screen_of(story) == screens.PlacePhone(card_present=True)
    assert project(story.state).card_may is CardMay.BE_TAKEN
    story.send(events.CardRemoved("Reader 00"))
    assert screen_of(story) == screens.PlacePhone(card_present=False)
    assert project(story.state).card_may is CardMay.BE_PLACED
    story.read_card(IPHONE)
    assert isinstance(story.phase, Settling)


def test_a_camera_that_runs_is_stopped_for_it() -> None:
    story = facility()
    story.read_card()
    story.send(intents.FaceChosen())
    assert story.send(intents.PhoneChosen()) == [
        effects.StopCapture("s1"),
        effects.EndWorker("s1"),
    ]


def test_nobody_who_lays_one_down_in_time() -> None:
    story = facility()
    story.send(intents.PhoneChosen())
    story.wait(delays.PLACE_PHONE_MS)
    assert project(story.state).idle_warning_ms is not None
    story.wait_out()
    assert story.phase == Idle()


def test_nor_takes_the_card_away() -> None:
    story = facility()
    story.read_card()
    story.send(intents.PhoneChosen())
    story.wait_out()
    story.wait_out()
    assert why_stopped(story) is StopReason.TIMED_OUT


def test_of_an_android_the_pin_is_typed_and_then_its_certificate_is_known() -> None:
    story = with_android(SOON)
    assert isinstance(story.phase, VerifyingPin)
    story.send(events.PinAccepted(story.session_id, story.request_id()))
    query = story.effects[-1]
    assert isinstance(query, effects.QueryEligibility)
    assert query.method is IdentityMethod.PIN
    story.know()
    story.answer_all()
    story.store()
    assert screen_of(story) == screens.Completed(screens.Notice.CERTIFICATE_EXPIRES_SOON)
    assert project(story.state).is_phone


def test_a_locked_android_leaves_nothing_but_staff() -> None:
    story = facility()
    story.read_card(replace(ANDROID, pin=PinOffer.LOCKED, pin_tries_left=0))
    assert screen_of(story) == screens.ChooseMethod(FaceOffer.PHONE, PinOffer.LOCKED, None)
    story.send(intents.FaceChosen())
    story.send(intents.PinChosen())
    story.send(intents.PhoneChosen())
    assert isinstance(story.phase, ChoosingMethod)
    story.send(intents.StaffChosen())
    assert why_stopped(story) is StopReason.STAFF_CALLED, "there is no photo to compare with"


def test_no_phone_can_be_chosen_where_none_is_read() -> None:
    story = Story()
    story.read_card()
    assert story.send(intents.PhoneChosen()) == []
    assert isinstance(story.phase, ChoosingMethod)


def test_nobody_has_typed_a_wrong_pin_on_a_phone_that_was_just_laid_down() -> None:
    story = facility()
    story.read_card(ANDROID)
    assert story.screen == screens.Pin(
        3, was_wrong=False, confirm_last_try=False, face_offered=False
    )


def test_the_camera_is_nothing_to_a_phone() -> None:
    story = facility()
    story.read_card(ANDROID)
    for offer in FaceOffer:
        story.send(events.FaceOfferKnown(story.session_id, offer))
        assert isinstance(story.screen, screens.Pin)
        assert not story.screen.face_offered


def test_an_iphone_has_asked_its_owner_itself() -> None:
    story = facility()
    story.read_card(IPHONE)
    query = story.effects[-1]
    assert isinstance(query, effects.QueryEligibility)
    assert query.method is IdentityMethod.PHONE


def test_in_its_grace_a_phone_serves_no_longer() -> None:
    story = facility()
    story.read_card(replace(IPHONE, certificate=GRACE))
    assert why_stopped(story) is StopReason.PHONE_CERTIFICATE_EXPIRED
    assert why_stopped(with_android(GRACE)) is StopReason.PHONE_CERTIFICATE_EXPIRED


def test_a_phone_registers_nobody() -> None:
    story = facility()
    story.read_card(IPHONE)
    story.know(UNREGISTERED)
    assert why_stopped(story) is StopReason.PHONE_NOT_REGISTERED
    assert story.effects[-1] == effects.EndWorker("s1")


def test_its_removal_ends_the_session() -> None:
    for story in (with_android(), asked_with_iphone()):
        story.send(events.CardRemoved("Reader 00"))
        assert why_stopped(story) is StopReason.PHONE_REMOVED
        assert story.effects[-1] == effects.EndWorker("s1")


def test_a_phone_that_is_gone_for_the_worker_is_spoken_of_as_a_phone() -> None:
    story = asked_with_iphone()
    story.send(events.CardRefused(story.session_id, StopReason.CARD_REMOVED))
    assert why_stopped(story) is StopReason.PHONE_REMOVED


def test_a_phone_that_slips_has_answered_nothing() -> None:
    story = asked_with_iphone()
    story.send(answer(Item.MEDICAL_AND_MEDICINES))
    story.send(answer(Item.HEALTH_CHECKUPS))
    assert screen_of(story) == screens.Question(Item.LIMIT_INFORMATION)
    story.send(events.CardRemoved("Reader 00"))
    assert why_stopped(story) is StopReason.PHONE_REMOVED


def test_it_ends_also_while_the_service_is_waited_for() -> None:
    story = facility()
    story.read_card(IPHONE)
    story.wait(delays.SETTLE_MS)
    story.send(answer(Item.MEDICAL_AND_MEDICINES))
    story.send(answer(Item.HEALTH_CHECKUPS))
    assert isinstance(story.phase, AwaitingQualification)
    story.send(events.CardRemoved("Reader 00"))
    assert why_stopped(story) is StopReason.PHONE_REMOVED


def test_but_what_is_decided_is_kept() -> None:
    story = asked_with_iphone()
    story.answer_all()
    assert isinstance(story.phase, StoringConsent)
    story.send(events.CardRemoved("Reader 00"))
    assert isinstance(story.phase, StoringConsent)


def test_a_phone_left_behind_is_called_a_phone() -> None:
    story = asked_with_iphone()
    story.answer_all()
    story.store()
    assert isinstance(story.phase, Completed)
    assert project(story.state).is_phone
    story.send(events.CardRemoved("Reader 00"))
    assert not project(story.state).is_phone


def test_a_service_of_pins_takes_no_phone() -> None:
    story = facility()
    story.send(events.ServiceChecked(PIN_ONLY))
    story.read_card(ANDROID)
    assert why_stopped(story) is StopReason.PHONE_NOT_READ


def test_reading_has_begun_when_it_lies_there() -> None:
    story = facility()
    story.send(intents.PhoneChosen())
    story.place_card()
    assert isinstance(story.phase, ReadingCard)
    assert isinstance(story.effects[-1], effects.StartWorker)
