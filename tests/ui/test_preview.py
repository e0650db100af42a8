"""The camera's picture reaches the glass, mirrored, and costs nothing when it is not seen."""

from PySide6.QtGui import QColor, QImage

from faceauth.port import Guidance
from kiosk.session.screens import Attract, Face
from tests.ui.kiosk_parts import Glass
from tests.ui.scene import named

FACE = Face(Guidance.NONE, 0.0, pin_offered=True, preparing=False)


def beside_the_middle(glass: Glass, image: QImage) -> tuple[str, str]:
    """The colours just left and right of the oval's middle."""
    preview = named(glass.window, "preview")
    middle = preview.mapToScene(preview.boundingRect().center()).toPoint()
    offset = round(preview.width() / 10)
    colours = [image.pixelColor(middle.x() + dx, middle.y()) for dx in (-offset, offset)]
    return name_of(colours[0]), name_of(colours[1])


def name_of(colour: QColor) -> str:
    return "red" if colour.red() > 200 else "blue" if colour.blue() > 200 else colour.name()


def test_draws_the_frame_mirrored(glass: Glass) -> None:
    glass.show(FACE)
    # The camera has red at its left: in a mirror it is at the right.
    glass.qtbot.waitUntil(
        lambda: beside_the_middle(glass, glass.window.grabWindow()) == ("blue", "red"),
        timeout=60_000,
    )


def test_shows_the_newest_frame_even_if_its_memory_is_used_again(glass: Glass) -> None:
    glass.show(FACE)
    glass.qtbot.waitUntil(
        lambda: beside_the_middle(glass, glass.window.grabWindow()) == ("blue", "red"),
        timeout=60_000,
    )
    glass.picture.bgr[:] = (0, 0, 255)  # Same sequence number: this is not a frame yet.
    assert beside_the_middle(glass, glass.window.grabWindow()) == ("blue", "red")
    glass.picture.number += 1
    glass.qtbot.waitUntil(
        lambda: beside_the_middle(glass, glass.window.grabWindow()) == ("red", "red"),
        timeout=60_000,
    )


def test_shows_the_frame_again_when_the_screen_comes_back(glass: Glass) -> None:
    for _ in range(2):
        glass.show(FACE)
        glass.qtbot.waitUntil(
            lambda: beside_the_middle(glass, glass.window.grabWindow()) == ("blue", "red"),
            timeout=60_000,
        )
        glass.show(Attract(camera_works=True))


def test_asks_for_frames_only_while_it_is_seen(glass: Glass) -> None:
    glass.show(FACE)
    glass.qtbot.waitUntil(lambda: glass.picture.asked > 2, timeout=60_000)
    glass.show(Attract(camera_works=True))
    asked = glass.picture.asked
    glass.qtbot.wait(200)
    assert glass.picture.asked == asked


def test_a_camera_without_a_picture_leaves_the_screen_usable(glass: Glass) -> None:
    glass.picture.is_dark = True
    glass.show(Face(Guidance.NO_PICTURE, 0.0, pin_offered=True, preparing=False))
    glass.tap("choosePin")
    assert len(glass.intents) == 1
