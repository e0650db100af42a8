"""The face screen: one instruction, the ring, and the way to the PIN or to staff."""

from faceauth.port import Guidance
from kiosk.session.intents import BackChosen, PinChosen, StaffChosen
from kiosk.session.screens import CardMay, Face, ScreenModel
from tests.ui.kiosk_parts import Glass
from tests.ui.scene import controls, named, text_of


def face(
    guidance: Guidance = Guidance.NONE,
    progress: float = 0.0,
    *,
    pin_offered: bool = True,
    preparing: bool = False,
) -> Face:
    return Face(guidance, progress, pin_offered=pin_offered, preparing=preparing)


def test_shows_one_instruction_and_changes_it(glass: Glass) -> None:
    glass.show(face(Guidance.COME_CLOSER))
    assert text_of(glass.window, "title") == "もう少し\n近づいてください"
    glass.show(face(Guidance.STEP_BACK))
    assert text_of(glass.window, "title") == "もう少し\n離れてください"


def test_says_that_the_card_is_still_being_read(glass: Glass) -> None:
    glass.show(face(preparing=True))
    assert "写真を読んでいます" in text_of(glass.window, "title")


def test_guidance_comes_before_preparation(glass: Glass) -> None:
    glass.show(face(Guidance.NO_FACE, preparing=True))
    assert "カメラ" in text_of(glass.window, "title")


def test_the_ring_fills(glass: Glass) -> None:
    glass.show(face(progress=0.0))
    empty = glass.window.grabWindow()
    glass.show(face(progress=1.0))
    full = glass.window.grabWindow()
    # The left end of the oval is reached when three quarters are full.
    oval = named(glass.window, "oval")
    middle = oval.mapToScene(oval.boundingRect().center())
    x = round(middle.x() - float(oval.property("ovalWidth")) / 2)
    y = round(middle.y())
    assert empty.pixelColor(x, y) != full.pixelColor(x, y)
    assert full.pixelColor(x, y).name() == "#0017c1"


def test_the_oval_follows_a_face_that_is_low(glass: Glass) -> None:
    glass.show(face())
    oval = named(glass.window, "oval")
    middle = float(oval.property("ovalY"))
    glass.picture.face_below = 0.25
    glass.picture.number += 1
    glass.qtbot.waitUntil(lambda: float(oval.property("ovalY")) > middle * 1.15)
    bottom = float(oval.property("ovalY")) + float(oval.property("ovalHeight")) / 2
    assert bottom <= oval.height()
    glass.picture.face_below = 0.02  # Nobody stands quite in the middle.
    glass.picture.number += 1
    glass.qtbot.waitUntil(lambda: float(oval.property("ovalY")) == middle)


def test_pin_back_and_staff_are_in_reach(glass: Glass) -> None:
    glass.show(face())
    for name in ("choosePin", "callStaff", "back"):
        glass.tap(name)
        glass.clock.pass_ms(1000)
    assert glass.intents == [PinChosen(), StaffChosen(), BackChosen()]


def test_pin_is_not_offered_where_there_is_none(glass: Glass) -> None:
    glass.show(face(pin_offered=False))
    assert "choosePin" not in {control.name for control in controls(glass.window)}


def test_progress_does_not_put_off_taps(glass: Glass) -> None:
    glass.show(face(progress=0.1))
    glass.bridge.show(ScreenModel(face(progress=0.2), 2, CardMay.STAY))
    glass.tap("choosePin")
    assert glass.intents == [PinChosen()]
