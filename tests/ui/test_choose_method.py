"""Face or PIN: both can be chosen, and a closed way says why it is closed."""

from itertools import combinations

import pytest
from PySide6.QtCore import qtTrId
from PySide6.QtGui import QImage

from faceauth.port import MOVES, Guidance
from kiosk.session.intents import FaceChosen, PinChosen, StaffChosen
from kiosk.session.screens import ChooseMethod, FaceOffer, Notice, PinOffer
from simulation.rehearsal.touch import place_on_screen
from tests.ui.kiosk_parts import Glass
from tests.ui.scene import controls, named, texts

CLOSED_FACE = [
    FaceOffer.NO_PHOTO,
    FaceOffer.PHOTO_UNUSABLE,
    FaceOffer.SURFACE_UNREADABLE,
    FaceOffer.NO_CAMERA,
    FaceOffer.NOT_MATCHED,
    FaceOffer.TOO_OFTEN,
    FaceOffer.UNAVAILABLE,
]

HINDRANCES = [each for each in Guidance if each not in {Guidance.NONE, *MOVES}]


def names(glass: Glass) -> set[str]:
    return {control.name for control in controls(glass.window)}


def says(glass: Glass, words: str) -> bool:
    return any(words in str(text.item.property("words") or "") for text in texts(glass.window))


def picture_of_the_face(glass: Glass) -> QImage:
    """What is drawn to the left of the words."""
    tile = named(glass.window, "chooseFace")
    place = tile.mapRectToScene(tile.boundingRect()).toRect()
    return glass.window.grabWindow().copy(place.adjusted(0, 0, -place.width() * 2 // 3, 0))


@pytest.mark.parametrize("face", [FaceOffer.READY, FaceOffer.PREPARING, FaceOffer.AGAIN])
def test_face_can_be_chosen(glass: Glass, face: FaceOffer) -> None:
    glass.show(ChooseMethod(face, PinOffer.READY, None))
    glass.tap("chooseFace")
    assert glass.intents == [FaceChosen()]


def test_a_way_that_closes_moves_the_other_one_from_under_no_finger(glass: Glass) -> None:
    glass.show(ChooseMethod(FaceOffer.PREPARING, PinOffer.READY, None))
    before = place_on_screen(glass.window, "choosePin")
    glass.show(ChooseMethod(FaceOffer.NO_CAMERA, PinOffer.READY, None))
    glass.settle()
    assert place_on_screen(glass.window, "choosePin") == before


def test_what_spoilt_the_last_attempt_stands_on_the_face(glass: Glass) -> None:
    glass.show(ChooseMethod(FaceOffer.AGAIN, PinOffer.READY, None, hindrance=Guidance.TOO_DARK))
    assert says(glass, "明るい場所に移ってください")
    glass.tap("chooseFace")
    assert glass.intents == [FaceChosen()]


def test_each_thing_that_may_spoil_an_attempt_has_its_own_picture_and_line(glass: Glass) -> None:
    glass.show(ChooseMethod(FaceOffer.AGAIN, PinOffer.READY, None))
    drawn, told = [picture_of_the_face(glass)], []
    for hindrance in HINDRANCES:
        glass.show(ChooseMethod(FaceOffer.AGAIN, PinOffer.READY, None, hindrance=hindrance))
        if hindrance is not Guidance.NO_PICTURE:  # As empty as where nobody is.
            drawn.append(picture_of_the_face(glass))
        told.append(" ".join(qtTrId(f"guidance.{hindrance.value}").split("\n")))
        assert says(glass, told[-1])
    assert len(set(told)) == len(HINDRANCES)
    assert not [1 for one, other in combinations(drawn, 2) if one == other]


def test_pin_can_be_chosen(glass: Glass) -> None:
    glass.show(ChooseMethod(FaceOffer.READY, PinOffer.READY, None))
    glass.tap("choosePin")
    assert glass.intents == [PinChosen()]


def test_staff_can_be_called(glass: Glass) -> None:
    glass.show(ChooseMethod(FaceOffer.READY, PinOffer.READY, None))
    glass.tap("callStaff")
    assert glass.intents == [StaffChosen()]


@pytest.mark.parametrize("face", CLOSED_FACE)
def test_closed_face_is_a_sentence_and_no_button(glass: Glass, face: FaceOffer) -> None:
    glass.show(ChooseMethod(face, PinOffer.READY, None))
    assert "chooseFace" not in names(glass)
    assert "choosePin" in names(glass)
    assert says(glass, str(glass.shown("faceNote")))


@pytest.mark.parametrize("pin", [PinOffer.LOCKED, PinOffer.NO_PIN])
def test_closed_pin_is_a_sentence_and_no_button(glass: Glass, pin: PinOffer) -> None:
    glass.show(ChooseMethod(FaceOffer.READY, pin, None))
    assert "choosePin" not in names(glass)
    assert "chooseFace" in names(glass)
    assert says(glass, str(glass.shown("pinNote")))


def test_a_notice_is_shown(glass: Glass) -> None:
    glass.show(ChooseMethod(FaceOffer.READY, PinOffer.READY, Notice.CERTIFICATE_EXPIRES_SOON))
    assert says(glass, "期限が近づいています")
