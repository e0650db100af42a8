"""A kiosk that has to start anew does so only where nobody is."""

from kiosk.session import events
from kiosk.session.screens import ClosedFor, Standby
from kiosk.session.states import nobody_is_there
from reader.port import CardRemoved
from tests.flow.session.story import Story


def test_idle_or_out_of_service_nobody_is_there() -> None:
    story = Story()
    assert nobody_is_there(story.state)
    story.send(events.TakenOutOfService(ClosedFor.BREAK))
    assert nobody_is_there(story.state)


def test_from_the_card_until_they_have_read_the_last_screen_somebody_is() -> None:
    story = Story()
    story.read_card()
    assert not nobody_is_there(story.state)
    story.send(CardRemoved("Reader 00"))
    assert not nobody_is_there(story.state)
    story.wait_out()
    assert nobody_is_there(story.state)


def test_a_card_that_has_to_wait_is_somebodys() -> None:
    story = Story(readiness=Standby.PREPARING)
    story.place_card()
    assert not nobody_is_there(story.state)


def test_staff_at_their_menu_are_somebody() -> None:
    story = Story()
    story.send(events.StaffCame())
    assert not nobody_is_there(story.state)
    story.send(events.StaffLeft())
    assert nobody_is_there(story.state)
