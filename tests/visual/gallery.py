"""`python -m tests.visual.gallery`: pictures of the screens in `docs/screens`, with an index."""

from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickWindow

from consent.port import Item
from faceauth.port import Guidance
from kiosk.screen.event_loop import EventLoop
from kiosk.screen.preferences import PANELS
from kiosk.session import screens
from kiosk.session.screens import CardMay, ScreenModel
from kiosk.staff.acts import Role
from reader.port import ReaderProblem
from tests.ui.kiosk_parts import Glass
from tests.ui.staff_member import StaffMember
from tests.visual.opened import open_glass

FOLDER = Path("docs/screens")
# In the public domain (NASA); fetched at set-up. No other face is shown.
ASTRONAUT = Path(".demo/photos/astronaut.png")
FACE_X_PX, FACE_Y_PX = 224, 118
WIDTH_PX = {"portrait": 432, "landscape": 768}

STORY = {
    "1-attract": ScreenModel(screens.Attract(camera_works=True), 0, CardMay.BE_PLACED),
    "2-reading": ScreenModel(screens.Reading(), 1, CardMay.STAY),
    "3-choose-method": ScreenModel(
        screens.ChooseMethod(screens.FaceOffer.READY, screens.PinOffer.READY, None),
        2,
        CardMay.STAY,
    ),
    "4-face": ScreenModel(
        screens.Face(Guidance.NONE, 0.6, pin_offered=True, preparing=False), 2, CardMay.STAY
    ),
    "5-pin": ScreenModel(
        screens.Pin(3, was_wrong=False, confirm_last_try=False, face_offered=True),
        2,
        CardMay.STAY,
    ),
    "6-pin-last-try": ScreenModel(
        screens.Pin(1, was_wrong=True, confirm_last_try=True, face_offered=True),
        2,
        CardMay.STAY,
    ),
    "7-staff-check": ScreenModel(screens.StaffCheck(was_wrong=False), 2, CardMay.STAY),
    "8-question": ScreenModel(screens.Question(Item.MEDICAL_AND_MEDICINES), 3, CardMay.STAY),
    "9-waiting": ScreenModel(screens.Waiting(screens.WaitingFor.QUALIFICATION), 3, CardMay.STAY),
    "10-completed": ScreenModel(screens.Completed(None), 4, CardMay.BE_TAKEN),
    "11-farewell": ScreenModel(screens.Farewell(None), 4, CardMay.BE_PLACED),
    "12-stopped": ScreenModel(
        screens.Stopped(screens.StopReason.SERVICE_UNREACHABLE, card_present=True),
        0,
        CardMay.BE_TAKEN,
    ),
    "13-out-of-service": ScreenModel(
        screens.OutOfService(ReaderProblem.NO_READER), 0, CardMay.BE_PLACED
    ),
    "14-still-here": ScreenModel(
        screens.Question(Item.HEALTH_CHECKUPS), 3, CardMay.STAY, idle_warning_ms=20_000
    ),
    "15-number-b": ScreenModel(screens.NumberB(was_wrong=False), 2, CardMay.STAY),
    "16-card-left": ScreenModel(screens.Completed(None, card_left=True), 4, CardMay.BE_TAKEN),
    "18-attract-with-phones": ScreenModel(
        screens.Attract(camera_works=True, phone_offered=True), 0, CardMay.BE_PLACED
    ),
    "19-place-phone": ScreenModel(screens.PlacePhone(card_present=False), 1, CardMay.BE_PLACED),
    "20-phone-pin": ScreenModel(
        screens.Pin(3, was_wrong=False, confirm_last_try=False, face_offered=False),
        2,
        CardMay.STAY,
        is_phone=True,
    ),
    "21-choose-method-with-phones": ScreenModel(
        screens.ChooseMethod(
            screens.FaceOffer.READY, screens.PinOffer.READY, None, phone_offered=True
        ),
        2,
        CardMay.STAY,
    ),
    "22-phone-completed": ScreenModel(screens.Completed(None), 4, CardMay.BE_TAKEN, is_phone=True),
    "17-preparing": ScreenModel(screens.Preparing(card_placed=True), 0, CardMay.STAY),
}

STAFF_PAGES = ("menu", "help", "status", "screen", "close")


def main() -> None:
    EventLoop(offscreen=True)
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.png"):
        if not old.name.startswith("console-"):  # Of `tests.console.gallery`.
            old.unlink()
    for size in WIDTH_PX:
        with open_glass(size) as glass:
            show_astronaut(glass)
            for name in shown_in_turn(glass, size):
                cv2.imwrite(
                    str(FOLDER / f"{name}.png"),
                    picture_of(glass, size),
                    [cv2.IMWRITE_PNG_COMPRESSION, 9],
                )
    (FOLDER / "README.md").write_text(_index(), "utf-8")


def shown_in_turn(glass: Glass, size: str) -> Iterator[str]:
    """Show one screen of the gallery after the other on `glass`; yields its name."""
    for language in ("ja", "en"):
        for name, model in STORY.items():
            glass.bridge.show(model)
            glass.bridge.preferences.setLanguage(language)
            glass.bridge.preferences.setCalm(True)  # The same at each moment
            yield f"{name}-{size}-{language}"
    yield from _staff(glass, size)
    if size == "portrait":
        yield from _preferences(glass)


def picture_of(glass: Glass, size: str) -> NDArray[np.uint8]:
    """What is on the glass, as small as in the gallery: BGR, height × width × 3."""
    glass.settle()
    return picture_of_window(glass.window, size)


def picture_of_window(window: QQuickWindow, size: str) -> NDArray[np.uint8]:
    image = window.grabWindow().convertToFormat(QImage.Format.Format_BGR888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return in_gallery_size(rows[:, : image.width() * 3].reshape(image.height(), -1, 3), size)


def in_gallery_size(bgr: NDArray[np.uint8], size: str) -> NDArray[np.uint8]:
    height_px = round(bgr.shape[0] * WIDTH_PX[size] / bgr.shape[1])
    small = cv2.resize(bgr, (WIDTH_PX[size], height_px), interpolation=cv2.INTER_AREA)
    return np.asarray(small, np.uint8)


def _staff(glass: Glass, size: str) -> Iterator[str]:
    """What staff see at the kiosk, while a patient's session waits."""
    glass.bridge.preferences.setLanguage("ja")
    member = StaffMember(glass, Role.ADMINISTRATOR, name="Demo")
    member.story.read_card()
    member.touch_corners()
    yield f"staff-sign-in-{size}-ja"
    member.sign_in()
    for language in ("ja", "en"):
        for page in STAFF_PAGES:
            glass.bridge.staff.open(page)
            member.settle()
            yield f"staff-{page}-{size}-{language}"
        glass.bridge.staff.turnLanguage()
    member.leave()


def _preferences(glass: Glass) -> Iterator[str]:
    """What a patient can change, on the screen of the choice."""
    bridge, preferences = glass.bridge, glass.bridge.preferences
    bridge.show(STORY["3-choose-method"])
    preferences.setCalm(True)
    for language in ("ja-x-easy", "zh-Hans", "vi"):
        bridge.preferences.setLanguage(language)
        yield f"preferences-language-{language}"
    bridge.preferences.setLanguage("ja")
    for panel in PANELS:
        preferences.toggle(panel)
        yield f"preferences-{panel}"
    preferences.close()
    preferences.setLow(True)
    yield "preferences-low"
    preferences.setLow(False)
    preferences.setTextSize(3)
    for colours in ("dark", "contrast"):
        preferences.setColours(colours)
        yield f"preferences-{colours}"


def show_astronaut(glass: Glass) -> None:
    picture = cv2.imread(str(ASTRONAUT))
    if picture is None:
        raise SystemExit(f"{ASTRONAUT} is missing: run `make setup` first.")
    # Her head in the middle, as large as the oval wants it.
    height_px = 270
    width_px = height_px * 16 // 9
    edge = 40
    wider = cv2.copyMakeBorder(picture, edge, edge, edge, edge, cv2.BORDER_REPLICATE)
    left, top = edge + FACE_X_PX - width_px // 2, edge + FACE_Y_PX - height_px // 2
    crop = wider[top : top + height_px, left : left + width_px]
    glass.picture.bgr = np.ascontiguousarray(cv2.resize(crop, (1280, 720)))
    glass.picture.number += 1


def _index() -> str:
    lines = ["# The screens", "", "Made by `make screens`.", ""]
    for size in WIDTH_PX:
        lines += [f"## {size.capitalize()}", "", "| | 日本語 | English |", "|---|---|---|"]
        for name in STORY:
            pictures = " | ".join(f"![{name}]({name}-{size}-{c}.png)" for c in ("ja", "en"))
            lines.append(f"| {name.partition('-')[2]} | {pictures} |")
        lines.append("")
    for title, pattern in (
        ("What a patient can change", "preferences-*.png"),
        ("What staff see", "staff-*.png"),
    ):
        names = sorted(path.name for path in FOLDER.glob(pattern))
        lines += [
            f"## {title}",
            "",
            *(f"![{name.removesuffix('.png')}]({name})" for name in names),
            "",
        ]
    del lines[-1]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
