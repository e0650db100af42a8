"""What staff hear of at once, and that it ends with its reason."""

from kiosk.delivery.condition import Condition
from kiosk.session import events, intents
from kiosk.session.events import CardRemoved, ReaderFound, ReaderLost
from kiosk.session.screens import FaceOffer
from kiosk.staff.notices import Notice, notices
from reader.port import ReaderProblem
from tests.flow.session.story import Story


def heard(story: Story, condition: Condition | None = None) -> set[Notice]:
    return set(notices(story.state, condition or Condition()))


def test_help_called_from_a_screen_that_has_nothing_to_do_about_it() -> None:
    story = Story()
    story.send(ReaderFound("Reader 00"))
    assert heard(story) == set()
    story.send(intents.StaffChosen())
    assert heard(story) == {Notice.HELP_CALLED}
    story.read_card()
    assert heard(story) == set()


def test_help_called_where_staff_can_check() -> None:
    story = Story()
    story.read_card()
    story.send(intents.StaffChosen())
    assert heard(story) == {Notice.HELP_CALLED}
    story.send(CardRemoved("Reader 00"))
    assert heard(story) == set()


def test_a_face_that_failed_twice() -> None:
    story = Story()
    story.read_card()
    story.send(events.FaceOfferKnown(story.session_id, FaceOffer.READY))
    for times in (1, 2):
        story.send(intents.FaceChosen())
        story.send(events.FaceNotMatched(story.session_id, story.request_id()))
        assert (Notice.FACE_FAILED_TWICE in heard(story)) is (times == 2)


def test_devices_and_delivery() -> None:
    story = Story()
    story.send(ReaderLost(ReaderProblem.NO_READER))
    assert heard(story) == {Notice.READER_LOST}
    story.send(ReaderFound("Reader 00"))
    story.send(events.ServiceChecked(None))
    assert heard(story) == {Notice.SERVICE_LOST}
    assert Notice.CLOCK_WRONG in heard(story, Condition(clock_ahead_s=-3600))
    assert Notice.RESULT_NOT_DELIVERED in heard(story, Condition(result_problem="OSError"))
    assert Notice.RESTARTED in notices(story.state, Condition(), restarted=True)
