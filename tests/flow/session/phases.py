"""The ways into each phase of a session, told to the pure machine."""

from collections.abc import Callable

from common.certificate_dates import CertificateStanding
from consent.port import Item
from kiosk.session import delays, events, intents
from kiosk.session.screens import PinOffer
from kiosk.session.states import Card, Eligibility
from tests.flow.session.story import Story, answer, number_b, pin


def reading(story: Story) -> None:
    story.place_card()


def choosing(story: Story) -> None:
    story.read_card()


def capturing(story: Story) -> None:
    story.read_card()
    story.send(intents.FaceChosen())


def confirming(story: Story) -> None:
    story.read_card(Card(PinOffer.READY, 1, CertificateStanding.VALID))
    story.send(intents.PinChosen())


def entering(story: Story) -> None:
    story.read_card()
    story.send(intents.PinChosen())


def verifying(story: Story) -> None:
    entering(story)
    story.send(pin())


def checking_by_eye(story: Story) -> None:
    story.read_card()
    story.send(intents.StaffChosen())


def verifying_staff(story: Story) -> None:
    checking_by_eye(story)
    story.send(intents.StaffPasswordEntered(pin().pin))


def entering_number_b(story: Story) -> None:
    story.choose_face_that_needs_the_number()


def opening_face_record(story: Story) -> None:
    entering_number_b(story)
    story.send(number_b())


def settling(story: Story) -> None:
    story.prove_by_pin()


def asking(story: Story) -> None:
    story.prove_by_pin()
    story.know()


def asking_limit(story: Story) -> None:
    asking(story)
    story.send(answer(Item.MEDICAL_AND_MEDICINES))
    story.send(answer(Item.HEALTH_CHECKUPS))


def registering(story: Story) -> None:
    story.prove_by_pin()
    story.know(Eligibility(False, True, checkups_apply=True, notice=None))
    story.send(answer(Item.REGISTRATION))


def awaiting(story: Story) -> None:
    story.prove_by_pin()
    story.wait(delays.SETTLE_MS)
    story.answer_all()


def storing(story: Story) -> None:
    asking(story)
    story.answer_all()


def completed(story: Story) -> None:
    storing(story)
    story.store()


def farewell(story: Story) -> None:
    completed(story)
    story.send(events.CardRemoved("reader"))


BEFORE_THE_LAST_ANSWER = [
    reading,
    choosing,
    capturing,
    confirming,
    entering,
    verifying,
    checking_by_eye,
    verifying_staff,
    entering_number_b,
    opening_face_record,
    settling,
    asking,
    registering,
]
RECEPTION_IS_DONE = [completed, farewell]
ALL = [*BEFORE_THE_LAST_ANSWER, asking_limit, awaiting, storing, *RECEPTION_IS_DONE]

Scene = Callable[[Story], None]


def told(scene: Scene) -> Story:
    """A new kiosk's story up to that scene."""
    story = Story()
    scene(story)
    return story
