"""What stands beside every screen: the leaflet's step, and what the card may do."""

from dataclasses import replace

import pytest

from kiosk.session import events, intents
from kiosk.session.projection import project
from kiosk.session.screens import CardMay, ClosedFor, Standby
from tests.flow.session import phases
from tests.flow.session.phases import ALL, Scene, told
from tests.flow.session.story import RULES, Story

STEPS: dict[Scene, int] = {
    phases.reading: 1,
    phases.asking: 3,
    phases.registering: 3,
    phases.awaiting: 3,
    phases.asking_limit: 4,
    phases.storing: 4,
    phases.completed: 4,
    phases.farewell: 4,
}
"""Of the leaflet; all others are of step 2, proving who one is."""

CARD_MAY: dict[Scene, CardMay] = {
    phases.completed: CardMay.BE_TAKEN,
    phases.farewell: CardMay.BE_PLACED,
}
"""Elsewhere in a session it has to stay."""


def beside(story: Story) -> tuple[int, CardMay]:
    shown = project(story.state)
    return shown.step, shown.card_may


@pytest.mark.parametrize("scene", ALL)
def test_in_a_session(scene: Scene) -> None:
    expected = STEPS.get(scene, 2), CARD_MAY.get(scene, CardMay.STAY)
    assert beside(told(scene)) == expected


def test_nobody_is_there() -> None:
    assert beside(Story()) == (0, CardMay.BE_PLACED)


def test_a_phone_is_expected() -> None:
    story = Story(replace(RULES, reads_phones=True))
    story.send(intents.PhoneChosen())
    assert beside(story) == (1, CardMay.BE_PLACED)


def test_a_card_that_comes_to_a_closed_kiosk_is_taken_back_also_while_it_prepares() -> None:
    story = Story(readiness=Standby.PREPARING)
    story.send(events.TakenOutOfService(ClosedFor.BREAK, ""))
    story.place_card()
    assert beside(story) == (0, CardMay.BE_TAKEN)


def test_it_could_not_go_on() -> None:
    story = Story()
    story.read_card()
    story.send(events.StaffReset())
    assert beside(story) == (0, CardMay.BE_TAKEN)
    story.send(events.CardRemoved("reader"))
    assert beside(story) == (0, CardMay.BE_PLACED)
