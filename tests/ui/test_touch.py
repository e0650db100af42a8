"""A scripted finger touches what a patient could touch, and nothing else."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.session.intents import FaceChosen
from kiosk.session.screens import ChooseMethod, FaceOffer, Pin, PinOffer
from simulation.rehearsal.touch import CannotTap
from tests.ui.kiosk_parts import Glass
from tests.ui.scene import named

BOTH = ChooseMethod(FaceOffer.READY, PinOffer.READY, None)


def test_touches_a_control(glass: Glass) -> None:
    glass.show(BOTH)
    glass.tap("chooseFace")
    assert glass.intents == [FaceChosen()]


def test_a_finger_that_leaves_the_control_touches_nothing(glass: Glass) -> None:
    glass.show(BOTH)
    button = named(glass.window, "chooseFace")
    at = button.mapToScene(button.boundingRect().center()).toPoint()
    beside = QPoint(2, at.y())
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(glass.window, left, Qt.KeyboardModifier.NoModifier, at)
    QTest.mouseMove(glass.window, beside)
    QTest.mouseRelease(glass.window, left, Qt.KeyboardModifier.NoModifier, beside)
    assert glass.intents == []
    QTest.mouseClick(glass.window, left, Qt.KeyboardModifier.NoModifier, at)
    assert glass.intents == [FaceChosen()]


def test_names_what_is_there_when_a_control_is_absent(glass: Glass) -> None:
    glass.show(BOTH)
    with pytest.raises(CannotTap, match=r"no control 'agree'.*chooseFace"):
        glass.tap("agree")


def test_refuses_a_hidden_control(glass: Glass) -> None:
    glass.show(ChooseMethod(FaceOffer.READY, PinOffer.LOCKED, None))
    with pytest.raises(CannotTap, match="'choosePin' is hidden"):
        glass.tap("choosePin")


def test_refuses_a_covered_control(glass: Glass) -> None:
    glass.show(Pin(3, was_wrong=False, confirm_last_try=False, face_offered=True))
    cover = QQuickItem(glass.window.contentItem())
    cover.setObjectName("cover")
    cover.setSize(glass.window.size().toSizeF())
    cover.setAcceptTouchEvents(True)
    with pytest.raises(CannotTap, match="'digit5' is covered: 'cover'"):
        glass.tap("digit5")


def test_refuses_a_control_off_the_glass(glass: Glass) -> None:
    glass.show(BOTH)
    root = glass.window.rootObject()
    root.setX(5000)
    with pytest.raises(CannotTap, match="outside the window"):
        glass.tap("chooseFace")
