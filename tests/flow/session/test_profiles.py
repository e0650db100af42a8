"""The profiles and the facility's switches: what is asked, and what is kept of the answers."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

import pytest

from common.certificate_dates import CertificateStanding
from common.decisions import Decision
from consent.port import Item
from kiosk.session import delays, effects, events, screens
from kiosk.session.flow import ASKED_OF_FACILITIES, FlowName, FlowProfile, flow_profile
from kiosk.session.states import (
    AwaitingQualification,
    Card,
    Completed,
    Eligibility,
    Farewell,
    Stopped,
)
from qualification.port import Prescription
from tests.flow.session.story import CARD, ELIGIBLE, RULES, Story, answer

CURRENT = flow_profile(FlowName.CURRENT_2024_10)
UNDER_40 = Eligibility(registered=True, valid=True, checkups_apply=False, notice=None)


def proven(flow: FlowProfile, card: Card = CARD, eligibility: Eligibility = ELIGIBLE) -> Story:
    story = Story(replace(RULES, flow=flow))
    story.prove_by_pin(card)
    story.know(eligibility)
    return story


def answered(story: Story, declined: Collection[Item] = ()) -> list[Item]:
    """Answer whatever is asked; return what was asked."""
    asked = []
    while isinstance(story.screen, screens.Question):
        asked.append(story.screen.item)
        story.send(answer(story.screen.item, agreed=story.screen.item not in declined))
    return asked


def stored(story: Story) -> effects.StoreConsent:
    store = story.effects[-1]
    assert isinstance(store, effects.StoreConsent)
    return store


def test_one_tap_agrees_to_everything_but_surgery() -> None:
    story = proven(CURRENT)
    assert answered(story) == [Item.ALL, Item.SURGERY]
    answers = stored(story).answers
    assert [(a.item, a.decision) for a in answers] == [
        (Item.MEDICAL_AND_MEDICINES, Decision.AGREED),
        (Item.HEALTH_CHECKUPS, Decision.AGREED),
        (Item.SURGERY, Decision.AGREED),
    ]
    assert [a.text_id for a in answers] == ["all", "all", "surgery"], "the text that was shown"


def test_one_by_one_leads_to_the_single_questions_and_is_no_decision() -> None:
    story = proven(CURRENT)
    asked = answered(story, declined={Item.ALL, Item.HEALTH_CHECKUPS})
    assert asked == [Item.ALL, Item.MEDICAL_AND_MEDICINES, Item.HEALTH_CHECKUPS, Item.SURGERY]
    assert {a.item: a.decision for a in stored(story).answers} == {
        Item.MEDICAL_AND_MEDICINES: Decision.AGREED,
        Item.HEALTH_CHECKUPS: Decision.DECLINED,
        Item.SURGERY: Decision.AGREED,
    }


def test_one_tap_does_not_agree_to_what_does_not_apply() -> None:
    story = proven(CURRENT, eligibility=UNDER_40)
    assert answered(story) == [Item.ALL, Item.SURGERY]
    assert [a.item for a in stored(story).answers] == [Item.MEDICAL_AND_MEDICINES, Item.SURGERY]


def test_limit_information_is_given_with_the_card_and_not_asked() -> None:
    story = proven(CURRENT)
    assert Item.LIMIT_INFORMATION not in answered(story)
    assert stored(story).provided == (Item.LIMIT_INFORMATION,)
    assert stored(story).rule == "current-2024-10"


def test_the_leaflet_asks_for_limit_information() -> None:
    story = proven(flow_profile(FlowName.LEAFLET_2024_06))
    assert answered(story)[-1] is Item.LIMIT_INFORMATION
    assert stored(story).provided == ()


DIALYSIS = replace(ELIGIBLE, has=frozenset({Item.LIMIT_INFORMATION, Item.SPECIFIC_DISEASE}))


def test_a_specific_disease_is_asked_for_last_and_only_where_there_is_one() -> None:
    for name in FlowName:
        asked = answered(proven(flow_profile(name), eligibility=DIALYSIS))
        assert asked[-1] is Item.SPECIFIC_DISEASE
        without = answered(proven(flow_profile(name)))
        assert asked == [*without, Item.SPECIFIC_DISEASE]


@pytest.mark.parametrize("limit", [True, False])
@pytest.mark.parametrize("disease", [True, False])
def test_a_specific_disease_does_not_ride_on_the_limit_answer(limit: bool, disease: bool) -> None:
    story = proven(flow_profile(FlowName.LEAFLET_2024_06), eligibility=DIALYSIS)
    said = {Item.LIMIT_INFORMATION: limit, Item.SPECIFIC_DISEASE: disease}
    answered(story, declined=[item for item, agreed in said.items() if not agreed])
    kept = {a.item: a.decision is Decision.AGREED for a in stored(story).answers}
    assert said.items() <= kept.items()


@pytest.mark.parametrize("name", FlowName)
def test_taking_the_card_at_the_specific_disease_keeps_it_to_oneself(name: FlowName) -> None:
    story = proven(flow_profile(name), eligibility=DIALYSIS)
    while story.screen != screens.Question(Item.SPECIFIC_DISEASE):
        assert isinstance(story.screen, screens.Question)
        story.send(answer(story.screen.item))
    story.send(events.CardRemoved("reader"))
    assert Item.SPECIFIC_DISEASE not in [a.item for a in stored(story).answers]
    story.store()
    assert isinstance(story.phase, Farewell)


def test_taking_the_card_at_the_limit_question_answers_for_the_specific_disease_too() -> None:
    story = proven(flow_profile(FlowName.LEAFLET_2024_06), eligibility=DIALYSIS)
    while story.screen != screens.Question(Item.LIMIT_INFORMATION):
        assert isinstance(story.screen, screens.Question)
        story.send(answer(story.screen.item))
    story.send(events.CardRemoved("reader"))
    kept = [a.item for a in stored(story).answers]
    assert kept == [Item.MEDICAL_AND_MEDICINES, Item.HEALTH_CHECKUPS]


def test_who_leaves_while_the_service_answers_is_asked_nothing_more() -> None:
    """What a rule provides is provided all the same."""
    flow = flow_profile(FlowName.CURRENT_2024_10, also=[Item.SUBSIDY])
    story = Story(replace(RULES, flow=flow))
    story.prove_by_pin()
    story.wait(delays.SETTLE_MS)
    assert answered(story) == [Item.ALL, Item.SURGERY]
    story.send(events.CardRemoved("reader"))
    story.know(replace(DIALYSIS, has=DIALYSIS.has | {Item.SUBSIDY}))
    assert [a.item for a in stored(story).answers][-1] is Item.SURGERY
    assert stored(story).provided == (Item.LIMIT_INFORMATION,)


def test_medical_assistance_has_no_limit_to_ask_for_or_to_provide() -> None:
    assistance = replace(ELIGIBLE, has=frozenset(), notice=screens.Notice.NO_MEDICAL_TICKET)
    for name in FlowName:
        story = proven(flow_profile(name), eligibility=assistance)
        assert Item.LIMIT_INFORMATION not in answered(story)
        assert stored(story).provided == ()
        story.store()
        assert story.screen == screens.Completed(screens.Notice.NO_MEDICAL_TICKET)


def test_a_subsidy_is_asked_for_only_where_there_is_one() -> None:
    flow = flow_profile(FlowName.CURRENT_2024_10, also=[Item.SUBSIDY])
    assert Item.SUBSIDY not in answered(proven(flow))
    child = replace(UNDER_40, has=frozenset({Item.SUBSIDY}))
    assert answered(proven(flow, eligibility=child)) == [Item.ALL, Item.SURGERY, Item.SUBSIDY]


def test_a_pharmacy_asks_of_each_prescription_that_waits() -> None:
    waiting = tuple(
        Prescription(number, date(2026, 11, 20), "見本クリニック") for number in ("RX-1", "RX-2")
    )
    has = frozenset({Item.DISPENSING, Item.LIMIT_INFORMATION})
    story = proven(
        flow_profile(FlowName.LEAFLET_2024_06, also=[Item.DISPENSING]),
        eligibility=replace(ELIGIBLE, has=has, prescriptions=waiting),
    )
    story.send(answer(Item.MEDICAL_AND_MEDICINES))
    story.send(answer(Item.HEALTH_CHECKUPS))
    first, second = (
        screens.Question(Item.DISPENSING, prescription=each, number=number, of=2)
        for number, each in enumerate(waiting, start=1)
    )
    assert story.screen == first
    assert first.part == "RX-1"
    story.send(answer(Item.DISPENSING, part="RX-2"))
    assert story.screen == first, "not that"
    story.send(answer(Item.DISPENSING, part="RX-1"))
    assert story.screen == second
    story.send(answer(Item.DISPENSING, agreed=False, part="RX-2"))
    assert story.screen == screens.Question(Item.LIMIT_INFORMATION)
    story.send(answer(Item.LIMIT_INFORMATION))
    said = {a.key: a.decision for a in stored(story).answers}
    assert said["dispensing:RX-1"] is Decision.AGREED
    assert said["dispensing:RX-2"] is Decision.DECLINED


def test_a_pharmacy_asks_of_no_prescription_that_it_does_not_know_yet() -> None:
    story = Story(replace(RULES, flow=flow_profile(FlowName.LEAFLET_2024_06, [Item.DISPENSING])))
    story.prove_by_pin()
    story.wait(delays.SETTLE_MS)
    story.send(answer(Item.MEDICAL_AND_MEDICINES))
    story.send(answer(Item.HEALTH_CHECKUPS))
    assert isinstance(story.phase, AwaitingQualification)
    story.know()
    assert story.screen == screens.Question(Item.LIMIT_INFORMATION)


def test_dispensing_and_the_last_questions_are_no_choice_of_a_facility() -> None:
    everything = flow_profile(FlowName.CURRENT_2024_10, also=ASKED_OF_FACILITIES).questions
    assert Item.SUBSIDY in everything
    assert Item.DISPENSING not in everything
    assert Item.LIMIT_INFORMATION not in everything


def test_grace_period_asks_nothing_in_any_profile() -> None:
    grace = Card(CARD.pin, 3, CertificateStanding.GRACE)
    for name in FlowName:
        story = proven(flow_profile(name), grace)
        assert stored(story).answers == ()
        assert stored(story).provided == ()
        story.store()
        assert isinstance(story.phase, Completed)


def test_taking_the_card_early_ends_the_current_flow() -> None:
    """Without the limit question at the end, no question may be answered by leaving."""
    story = proven(CURRENT)
    story.send(answer(Item.ALL))
    story.send(events.CardRemoved("reader"))
    assert story.phase == Stopped(screens.StopReason.CARD_REMOVED)


@pytest.mark.parametrize(
    ("also", "never", "asked"),
    [
        ([], [Item.MEDICAL_CARE], [Item.MEDICINES, Item.HEALTH_CHECKUPS]),
        ([], [Item.MEDICINES], [Item.MEDICAL_CARE, Item.HEALTH_CHECKUPS]),
        ([], [Item.MEDICINES, Item.MEDICAL_CARE], [Item.HEALTH_CHECKUPS]),
        ([], [Item.MEDICAL_AND_MEDICINES], [Item.HEALTH_CHECKUPS]),
        ([], [Item.HEALTH_CHECKUPS], [Item.MEDICAL_AND_MEDICINES]),
        (
            [Item.SUBSIDY, Item.PRESCRIPTION, Item.SURGERY],
            [],
            [
                Item.MEDICAL_AND_MEDICINES,
                Item.HEALTH_CHECKUPS,
                Item.SURGERY,
                Item.PRESCRIPTION,
                Item.SUBSIDY,
            ],
        ),
    ],
)
def test_a_facility_asks_only_for_what_it_uses(
    also: list[Item], never: list[Item], asked: list[Item]
) -> None:
    everything = replace(ELIGIBLE, has=frozenset({Item.LIMIT_INFORMATION, Item.SUBSIDY}))
    story = proven(flow_profile(FlowName.LEAFLET_2024_06, also, never), eligibility=everything)
    assert answered(story) == [*asked, Item.LIMIT_INFORMATION]


def test_one_tap_is_not_offered_where_its_text_would_name_too_much() -> None:
    story = proven(flow_profile(FlowName.CURRENT_2024_10, never=[Item.HEALTH_CHECKUPS]))
    assert answered(story) == [Item.MEDICAL_AND_MEDICINES, Item.SURGERY]


def test_a_facility_that_uses_nothing_asks_nothing() -> None:
    nothing = [Item.MEDICAL_AND_MEDICINES, Item.HEALTH_CHECKUPS, Item.SURGERY]
    story = proven(flow_profile(FlowName.CURRENT_2024_10, never=nothing))
    assert stored(story).answers == ()
