"""The window: pictures of it, its size in millimetres, and names for assistive tools."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QImage
from PySide6.QtQuick import QQuickView

from common.errors import Bug, Fault
from kiosk.screen.every_screen import every_screen
from kiosk.screen.window import load
from kiosk.session.screens import Attract, Pin
from tests.ui.kiosk_parts import FORMATS, PORTRAIT, Glass
from tests.ui.scene import controls

PAD = Pin(3, was_wrong=False, confirm_last_try=False, face_offered=True)


@pytest.mark.parametrize("size", FORMATS)
def test_saves_a_picture_of_what_is_shown(
    glass_of: Callable[..., Glass], tmp_path: Path, size: str
) -> None:
    glass = glass_of(FORMATS[size])
    glass.show(Attract(camera_works=True))
    glass.window.grab(tmp_path / "attract.png")
    picture = QImage(str(tmp_path / "attract.png"))
    assert (picture.width(), picture.height()) == FORMATS[size][:2]


def test_a_picture_that_cannot_be_saved_names_its_place(glass: Glass, tmp_path: Path) -> None:
    with pytest.raises(Fault, match="missing"):
        glass.window.grab(tmp_path / "missing" / "attract.png")


def test_keys_are_as_large_on_the_glass_whatever_the_pixels(
    glass_of: Callable[..., Glass],
) -> None:
    heights_mm = []
    for scale in (1, 2):
        width_px, height_px, diagonal_mm = PORTRAIT
        glass = glass_of((width_px // scale, height_px // scale, diagonal_mm))
        glass.show(PAD)
        key = next(c for c in controls(glass.window) if c.name == "digit5")
        px_per_mm = ((width_px**2 + height_px**2) ** 0.5 / scale) / diagonal_mm
        heights_mm.append(key.rect.height() / px_per_mm)
    assert heights_mm[0] == pytest.approx(heights_mm[1], abs=0.2)


def test_every_control_has_a_name_and_a_role(glass: Glass) -> None:
    for screen in every_screen():
        glass.show(screen)
        for control in controls(glass.window):
            spoken = QAccessible.queryAccessibleInterface(control.item)
            assert control.name
            assert spoken.text(QAccessible.Text.Name), (screen, control.name)
            assert spoken.role() in (QAccessible.Role.Button, QAccessible.Role.RadioButton)


def test_closing_takes_the_scene_down_quietly(glass: Glass) -> None:
    glass.show(PAD)
    glass.window.close()
    assert glass.window.rootObject() is None
    assert not glass.window.isVisible()


def test_a_fullscreen_kiosk_has_no_pointer(glass_of: Callable[..., Glass]) -> None:
    glass = glass_of(fullscreen=True)
    assert glass.window.visibility() is glass.window.Visibility.FullScreen
    cursor = QGuiApplication.overrideCursor()
    assert cursor is not None
    assert cursor.shape() is Qt.CursorShape.BlankCursor
    QGuiApplication.restoreOverrideCursor()


@pytest.mark.qt_log_ignore("Broken.qml")
def test_a_broken_screen_is_our_bug(qapp: QGuiApplication, tmp_path: Path) -> None:
    broken = tmp_path / "Broken.qml"
    broken.write_text("Item {", "utf-8")
    with pytest.raises(Bug, match=r"Broken\.qml"):
        load(QQuickView(), broken)
