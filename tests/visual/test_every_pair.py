"""Screens in a sample of looks in which every two values meet: nothing is cut off, faint or small.

`make prove-screens` looks at all of them.
"""

from collections.abc import Callable
from itertools import groupby

import pytest

from kiosk.session.screens import Attract, CardMay, Reading, ScreenModel
from tests.ui.kiosk_parts import FORMATS, Glass
from tests.ui.scene import named
from tests.visual.looks import SCREENS, Look, defects, pairwise, put_on

SAMPLE = sorted(pairwise(), key=lambda look: look.format)
BY_FORMAT = {name: list(looks) for name, looks in groupby(SAMPLE, key=lambda look: look.format)}


@pytest.mark.parametrize("size", FORMATS)
def test_every_pair_of_values_looks_right(glass_of: Callable[..., Glass], size: str) -> None:
    glass = glass_of(FORMATS[size])
    found = []
    for look in BY_FORMAT[size]:
        put_on(glass, look)
        found += [f"{look} {SCREENS[look.screen]}: {defect}" for defect in defects(glass, look)]
    assert found == []


@pytest.mark.parametrize("panel", ["languages", "settings"])
@pytest.mark.parametrize("size", FORMATS)
def test_panels_look_right(glass_of: Callable[..., Glass], size: str, panel: str) -> None:
    glass = glass_of(FORMATS[size])
    screen = SCREENS.index(Reading())
    found = []
    for look in BY_FORMAT[size][::4]:
        here = Look(size, look.language, look.text_size, look.colours, look.low, screen)
        put_on(glass, here)
        glass.bridge.wishes.close()
        glass.bridge.wishes.toggle(panel)
        glass.settle()
        found += [f"{here} {panel}: {defect}" for defect in defects(glass, here)]
    assert found == []


@pytest.mark.parametrize("size", FORMATS)
def test_the_idle_warning_looks_right(glass_of: Callable[..., Glass], size: str) -> None:
    glass = glass_of(FORMATS[size])
    screen = SCREENS.index(Reading())
    found = []
    for look in BY_FORMAT[size][::4]:
        here = Look(size, look.language, look.text_size, look.colours, look.low, screen)
        put_on(glass, here)
        glass.bridge.wishes.setCalm(True)
        warned = ScreenModel(Reading(), step=2, card_may=CardMay.STAY, idle_warning_ms=20_000)
        glass.bridge.show(warned)
        glass.settle()
        found += [f"{here}: {defect}" for defect in defects(glass, here)]
    assert found == []


def test_a_fault_would_be_found(glass_of: Callable[..., Glass]) -> None:
    glass = glass_of(FORMATS["portrait"])
    look = Look("portrait", "ja", 1, "light", False, SCREENS.index(Attract(camera_works=True)))
    put_on(glass, look)
    title = named(glass.window, "title")
    assert list(defects(glass, look)) == []
    title.setProperty("color", "#c0c0c0")
    assert any("contrast" in defect for defect in defects(glass, look))
