"""What ends a session before its time, and what is said beside the questions."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from common.certificate_dates import CertificateStanding
from consent.port import Item
from kiosk.session import effects, events, intents, screens
from kiosk.session.screens import Notice, StopReason
from kiosk.session.states import Eligibility
from tests.flow.session.story import CARD, ELIGIBLE, Story, answer


def reading(story: Story) -> None:
    story.place_card()


def asking(story: Story) -> None:
    story.prove_by_pin()
    story.know()


@pytest.mark.parametrize("until", [reading, asking])
def test_staff_may_be_called_at_any_time_and_then_the_next_patient_may_come(
    until: Callable[[Story], None],
) -> None:
    story = Story()
    until(story)
    story.send(intents.StaffChosen())
    assert story.screen == screens.Stopped(StopReason.STAFF_CALLED, card_present=True)
    story.send(events.CardRemoved("reader"))
    story.send(intents.FinishChosen())
    assert isinstance(story.screen, screens.Attract)


def test_whoever_begins_again_with_the_card_still_there_has_a_session_of_its_own() -> None:
    story = Story()
    reading(story)
    begun = [story.session_id]
    for _ in range(2):
        story.send(intents.StaffChosen())
        story.send(intents.FinishChosen())
        begun.append(story.session_id)
    assert begun == ["s1", "s1-2", "s1-3"]


@pytest.mark.parametrize(
    ("standing", "before", "at_the_end"),
    [
        (CertificateStanding.VALID, None, None),
        (
            CertificateStanding.EXPIRES_SOON,
            Notice.CERTIFICATE_EXPIRES_SOON,
            Notice.CERTIFICATE_EXPIRES_SOON,
        ),
        (CertificateStanding.GRACE, Notice.CERTIFICATE_GRACE, Notice.GRACE_GIVEN),
    ],
)
def test_a_certificate_near_its_end_is_said_first_and_last(
    standing: CertificateStanding, before: Notice | None, at_the_end: Notice | None
) -> None:
    card = replace(CARD, certificate=standing)
    first, last = Story(), Story()
    first.read_card(card)
    assert isinstance(first.screen, screens.ChooseMethod)
    assert first.screen.notice is before
    last.prove_by_pin(card)
    last.know()
    if standing is not CertificateStanding.GRACE:
        last.answer_all()
    last.store()
    assert last.screen == screens.Completed(at_the_end)


def test_a_service_that_forgets_the_registration_refuses() -> None:
    story = Story()
    story.prove_by_pin()
    unregistered = Eligibility(False, True, checkups_apply=True, notice=None)
    story.know(unregistered)
    story.send(answer(Item.REGISTRATION))
    story.know(unregistered)
    assert story.screen == screens.Stopped(StopReason.SERVICE_REFUSED, card_present=True)


def test_who_has_no_valid_insurance_is_told_so_also_when_nothing_can_be_stored() -> None:
    story = Story()
    story.prove_by_pin()
    story.know(replace(ELIGIBLE, valid=False))
    story.send(intents.FinishChosen())  # No button of this screen.
    story.send(events.ConsentNotStored(story.session_id, story.request_id()))
    assert story.screen == screens.Stopped(StopReason.NOT_QUALIFIED, card_present=True)
    assert not any(isinstance(effect, effects.DeliverResult) for effect in story.effects)
