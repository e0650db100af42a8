"""Type, colours, sound and height: chosen on any screen, forgotten with the patient."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer

from kiosk.screen.bridge import Facility
from kiosk.screen.what_next import WhatNext
from kiosk.session.screens import (
    Attract,
    CardMay,
    Completed,
    Farewell,
    Notice,
    Preparing,
    Reading,
    Screen,
    ScreenModel,
    Stopped,
    StopReason,
)
from tests.ui.kiosk_parts import Glass
from tests.ui.scene import controls, named


@pytest.mark.parametrize(
    ("button", "name", "value"),
    [
        ("textSize_3", "textSize", 3),
        ("colours_dark", "colours", "dark"),
        ("volume_0", "volume", 0),
        ("calm", "calm", True),
        ("low", "low", True),
    ],
)
def test_a_preference_holds_until_the_patient_has_gone(
    glass: Glass, button: str, name: str, value: object
) -> None:
    glass.show(Reading())
    preferences = glass.bridge.preferences
    usual = preferences.property(name)
    glass.tap("openSettings")
    glass.settle()
    glass.tap(button)
    assert preferences.property(name) == value
    glass.tap("closePanel")
    glass.show(Attract(camera_works=True))
    assert preferences.property(name) == usual


def of(session_id: str, screen: Screen) -> ScreenModel:
    return ScreenModel(screen, 2, CardMay.STAY, session_id=session_id)


@pytest.mark.parametrize("last", [Reading(), Farewell(None)])
@pytest.mark.parametrize("between", [None, Preparing(card_placed=True)])
def test_who_comes_before_the_former_patient_has_gone_starts_afresh(
    glass: Glass, last: Screen, between: Screen | None
) -> None:
    glass.bridge.show(of("first", last))
    glass.bridge.preferences.setLanguage("en")
    glass.bridge.preferences.setTextSize(3)
    if between is not None:
        glass.show(between, card_may=CardMay.STAY)
    glass.bridge.show(of("second", Reading()))
    assert glass.bridge.preferences.code == "ja"
    assert glass.bridge.preferences.property("textSize") == 1


def test_a_patient_who_is_stopped_reads_why_in_the_chosen_language(glass: Glass) -> None:
    glass.bridge.show(of("first", Reading()))
    glass.bridge.preferences.setLanguage("en")
    glass.show(Stopped(StopReason.CARD_UNREADABLE, card_present=True))
    assert glass.bridge.preferences.code == "en"
    glass.bridge.show(of("second", Reading()))
    assert glass.bridge.preferences.code == "ja"


def test_what_is_chosen_before_the_card_comes_is_kept(glass: Glass) -> None:
    glass.show(Attract(camera_works=True))
    glass.choose_language("en")
    glass.bridge.show(of("first", Reading()))
    assert glass.bridge.preferences.code == "en"


def test_who_chooses_and_goes_away_leaves_nothing(glass: Glass) -> None:
    glass.show(Attract(camera_works=True))
    glass.choose_language("en")
    left_alone = glass.bridge.findChild(QTimer, "leftAlone")
    assert left_alone is not None
    left_alone.setInterval(1)
    glass.qtbot.waitUntil(lambda: glass.bridge.preferences.code == "ja")


def test_larger_type_is_larger(glass: Glass) -> None:
    heights = []
    for size in range(4):
        glass.show(Reading())
        glass.bridge.preferences.setTextSize(size)
        glass.settle()
        heights.append(float(named(glass.window, "title").property("font").pixelSize()))
    assert heights == sorted(set(heights))


def test_a_new_screen_closes_the_settings(glass: Glass) -> None:
    glass.show(Reading())
    glass.tap("openSettings")
    glass.settle()
    glass.show(Attract(camera_works=True))
    assert "textSize_0" not in {control.name for control in controls(glass.window)}


def test_a_facility_may_want_everything_low(glass_of: Callable[..., Glass]) -> None:
    glass = glass_of(facility=Facility(low=True))
    glass.show(Attract(camera_works=True))
    assert glass.bridge.preferences.property("low") is True


def test_shuffled_keys_still_type_what_they_show(glass_of: Callable[..., Glass]) -> None:
    glass = glass_of(facility=Facility(shuffled_keys=True))
    orders = set()
    for _ in range(8):
        glass.show(Attract(camera_works=True))
        glass.bridge.show(ScreenModel(Reading(), 1, CardMay.STAY))
        orders.add(tuple(glass.bridge.keypad.property("keys")))
    assert len(orders) > 1
    assert all(sorted(order) == list("0123456789") for order in orders)


def test_the_facilitys_own_words_are_shown(glass_of: Callable[..., Glass]) -> None:
    words = WhatNext("2番の窓口へ", grace="1番の窓口へ", not_qualified="3番へ", fever="外で待つ")
    glass = glass_of(facility=Facility(what_next=words))
    glass.show(Completed(None))
    assert glass.shown("body") == "2番の窓口へ\n熱のある方： 外で待つ"
    glass.show(Farewell(Notice.GRACE_GIVEN))
    assert glass.shown("body") == "1番の窓口へ\n熱のある方： 外で待つ"
    glass.show(Completed(None, card_left=True))
    assert "窓口へ" not in str(glass.shown("body"))
    glass.show(Stopped(StopReason.NOT_QUALIFIED, card_present=True))
    assert glass.shown("remedy") == "3番へ"
    glass.show(Stopped(StopReason.CARD_UNREADABLE, card_present=True))
    assert glass.shown("remedy") != "3番へ"
