"""What the dock says to have no effect has none in the session."""

from dataclasses import replace

import pytest

from common.operators import OperatorLanguage, language_of_locale
from kiosk.session import events, intents
from kiosk.session.screens import FaceOffer
from simulation.demo.props import NoEffect, Prop, Props, without_effect
from simulation.people import PEOPLE_FILE, Person, read_people
from tests.flow.session.story import Story

HERE = Props(card="hanako", standing="hanako")


def said_of(prop: Prop, story: Story, props: Props = HERE) -> NoEffect | None:
    return without_effect(props, story.state).get(prop)


def test_who_stands_there_counts_while_the_face_is_checked_and_the_camera_is_there() -> None:
    story = Story()
    assert said_of(Prop.PERSON, story) is NoEffect.NO_FACE_CHECK
    story.read_card()
    assert said_of(Prop.PERSON, story) is NoEffect.NO_FACE_CHECK
    story.send(intents.FaceChosen())
    assert said_of(Prop.PERSON, story) is None
    unplugged = replace(HERE, camera_plugged=False)
    assert said_of(Prop.PERSON, story, unplugged) is NoEffect.CAMERA_UNPLUGGED


def test_a_camera_is_missed_where_it_is_opened_or_looked_through() -> None:
    story = Story()
    assert said_of(Prop.CAMERA, story) is NoEffect.NO_FACE_CHECK
    story.place_card()
    assert said_of(Prop.CAMERA, story) is None
    story.read_card()
    assert said_of(Prop.CAMERA, story) is NoEffect.NO_FACE_CHECK
    story.send(intents.FaceChosen())
    assert said_of(Prop.CAMERA, story) is None


def test_the_printed_side_is_read_once_per_card() -> None:
    story = Story()
    assert said_of(Prop.SURFACE, story, Props()) is None
    story.read_card()
    assert said_of(Prop.SURFACE, story) is None  # It is being read.
    story.send(events.FaceOfferKnown(story.session_id, FaceOffer.READY))
    assert said_of(Prop.SURFACE, story) is NoEffect.SURFACE_READ
    story = Story()
    story.read_card()
    story.send(events.NumberBNeeded(story.session_id))
    assert said_of(Prop.SURFACE, story) is NoEffect.SURFACE_READ
    story.send(events.CardRemoved("reader"))
    assert said_of(Prop.SURFACE, story, Props()) is None


def test_the_service_counts_until_it_has_answered_and_been_told() -> None:
    story = Story()
    assert said_of(Prop.SERVICE, story, Props()) is None
    story.prove_by_pin()
    assert said_of(Prop.SERVICE, story) is None
    story.know()
    assert said_of(Prop.SERVICE, story) is NoEffect.SERVICE_HAS_ANSWERED
    story.answer_all()
    story.store()
    assert said_of(Prop.SERVICE, story) is NoEffect.SERVICE_HAS_ANSWERED
    story.send(events.ResultDelivered(story.session_id, story.request_id(), "result.xml"))
    assert said_of(Prop.SERVICE, story) is NoEffect.SERVICE_IS_DONE


def test_a_card_is_not_seen_by_a_reader_that_is_unplugged() -> None:
    story = Story()
    assert said_of(Prop.CARD, story) is None
    assert said_of(Prop.CARD, story, Props(reader_plugged=False)) is NoEffect.READER_UNPLUGGED


def test_only_a_reception_can_be_ended() -> None:
    story = Story()
    assert said_of(Prop.SESSION, story) is NoEffect.NO_SESSION
    story.place_card()
    assert said_of(Prop.SESSION, story) is None


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "ja_JP.UTF-8"}, OperatorLanguage.JAPANESE),
        ({"LANG": "ja"}, OperatorLanguage.JAPANESE),
        ({"LANG": "C.UTF-8"}, OperatorLanguage.ENGLISH),
        ({"LANG": "jam_JM.UTF-8"}, OperatorLanguage.ENGLISH),
        ({}, OperatorLanguage.ENGLISH),
        ({"LANG": "ja_JP.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, OperatorLanguage.ENGLISH),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "ja_JP.UTF-8"}, OperatorLanguage.JAPANESE),
        ({"LANG": "ja_JP.UTF-8", "LC_ALL": ""}, OperatorLanguage.JAPANESE),
    ],
)
def test_the_locale_decides_the_language(
    environment: dict[str, str], language: OperatorLanguage
) -> None:
    assert language_of_locale(environment) is language


@pytest.mark.parametrize("language", OperatorLanguage)
def test_every_demo_person_has_a_story(language: OperatorLanguage) -> None:
    people = read_people(PEOPLE_FILE, Person)
    assert [person.key for person in people if not person.story.get(language.value)] == []
