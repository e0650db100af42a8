"""Languages: changed with one tap on every screen, and back to Japanese for the next patient."""

import pytest
from PySide6.QtQuick import QQuickItem

from kiosk.screen.every_screen import every_screen
from kiosk.session.screens import (
    Attract,
    Reading,
    Screen,
    Stopped,
    StopReason,
    Waiting,
    WaitingFor,
)
from tests.ui.kiosk_parts import Glass
from tests.ui.scene import controls, is_reading, text_of, texts

ATTRACT = Attract(camera_works=True)


def in_other_language(item: QQuickItem) -> bool:
    """Such a line, or a reading above its kanji."""
    parent = item.parentItem()
    return item.objectName() == "otherLanguage" or (
        parent is not None and is_reading(item) and parent.objectName() == "otherLanguage"
    )


@pytest.mark.parametrize(
    "screen", [ATTRACT, Reading(), Stopped(StopReason.CARD_UNREADABLE, card_present=True)]
)
def test_one_tap_changes_every_word(glass: Glass, screen: Screen) -> None:
    glass.show(screen)
    glass.choose_language("en")
    # But for the lines that invite in every other language.
    own = [t for t in texts(glass.window) if not in_other_language(t.item)]
    # A paper is named in English, and as it is printed on it.
    words = [t.name for t in own if not any(c.isascii() and c.isalpha() for c in t.name)]
    japanese = [name for name in words if any("\u3040" < c < "\u9fff" for c in name)]
    assert japanese == []
    glass.choose_language("ja")
    assert "係員を呼ぶ" in "".join(t.name for t in texts(glass.window)).replace("\n", "")


def test_the_language_stays_through_a_session(glass: Glass) -> None:
    glass.show(ATTRACT)
    glass.choose_language("en")
    for screen in every_screen():
        if not isinstance(screen, Attract):
            glass.show(screen)
            assert glass.bridge.preferences.code == "en"


def test_the_next_patient_starts_in_japanese(glass: Glass) -> None:
    glass.show(Waiting(WaitingFor.QUALIFICATION))
    glass.choose_language("en")
    glass.show(ATTRACT)
    assert glass.bridge.preferences.code == "ja"
    assert text_of(glass.window, "title").startswith("マイナンバーカード")
    assert text_of(glass.window, "otherLanguage"), "the screen is the first one"


def test_a_choice_on_the_first_screen_outlives_its_own_updates(glass: Glass) -> None:
    glass.show(ATTRACT)
    glass.choose_language("en")
    glass.show(Attract(camera_works=False))
    assert glass.bridge.preferences.code == "en"


def test_languages_and_help_are_in_the_same_place_on_every_screen(glass: Glass) -> None:
    bar = ("openLanguages", "openSettings", "callStaff")
    places: dict[str, set[tuple[int, int]]] = {name: set() for name in bar}
    for screen in every_screen():
        glass.show(screen)
        for control in controls(glass.window):
            if control.name in places:
                corner = control.rect.topLeft().toPoint()
                places[control.name].add((corner.x(), corner.y()))
    assert {name: len(seen) for name, seen in places.items()} == dict.fromkeys(places, 1)
