"""Type, colours, sound and height: chosen on any screen, forgotten with the patient."""

from collections.abc import Callable

import pytest

from kiosk.screen.bridge import Bridge, Facility
from kiosk.session.screens import Attract, CardMay, Reading, ScreenModel
from tests.ui.kiosk_parts import Glass
from tests.ui.scene import controls, named


@pytest.mark.parametrize(
    ("button", "wish", "value"),
    [
        ("textSize_3", "textSize", 3),
        ("colours_dark", "colours", "dark"),
        ("volume_0", "volume", 0),
        ("calm", "calm", True),
        ("low", "low", True),
    ],
)
def test_a_wish_holds_until_the_patient_has_gone(
    glass: Glass, button: str, wish: str, value: object
) -> None:
    glass.show(Reading())
    wishes = glass.bridge.wishes
    usual = wishes.property(wish)
    glass.tap("openSettings")
    glass.settle()
    glass.tap(button)
    assert wishes.property(wish) == value
    glass.tap("closePanel")
    glass.show(Attract(camera_works=True))
    assert wishes.property(wish) == usual


def test_larger_type_is_larger(glass: Glass) -> None:
    heights = []
    for size in range(4):
        glass.show(Reading())
        glass.bridge.wishes.setTextSize(size)
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
    assert glass.bridge.wishes.property("low") is True


def test_shuffled_keys_still_type_what_they_show(glass_of: Callable[..., Glass]) -> None:
    glass = glass_of(facility=Facility(shuffled_keys=True))
    orders = set()
    for _ in range(8):
        glass.show(Attract(camera_works=True))
        glass.bridge.show(ScreenModel(Reading(), 1, CardMay.STAY))
        orders.add(tuple(glass.bridge.property("keys")))
    assert len(orders) > 1
    assert all(sorted(order) == list("0123456789") for order in orders)


def test_the_facilitys_own_words_are_shown(glass_of: Callable[..., Glass]) -> None:
    glass = glass_of(facility=Facility(what_next="2番の窓口へ"))
    assert isinstance(glass.bridge, Bridge)
    assert glass.shown("whatNext") == "2番の窓口へ"
