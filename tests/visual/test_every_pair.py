"""Screens in a sample of looks in which every two values meet: nothing is cut off, faint or small.

`make prove-screens` looks at all of them.
"""

from collections.abc import Callable
from itertools import groupby

import pytest

from kiosk.session.screens import Attract
from tests.ui.kiosk_parts import FORMATS, Glass
from tests.ui.scene import named
from tests.visual.looks import VIEWS, Look, View, defects, pairwise, put_on

SAMPLE = sorted(pairwise(), key=lambda look: look.format)
BY_FORMAT = {name: list(looks) for name, looks in groupby(SAMPLE, key=lambda look: look.format)}


@pytest.mark.parametrize("size", FORMATS)
def test_every_pair_of_values_looks_right(glass_of: Callable[..., Glass], size: str) -> None:
    glass = glass_of(FORMATS[size])
    found = []
    for look in BY_FORMAT[size]:
        put_on(glass, look)
        found += [f"{look} {VIEWS[look.view]}: {defect}" for defect in defects(glass, look)]
    assert found == []


def test_a_fault_would_be_found(glass_of: Callable[..., Glass]) -> None:
    glass = glass_of(FORMATS["portrait"])
    look = Look("portrait", "ja", 1, "light", False, VIEWS.index(View(Attract(camera_works=True))))
    put_on(glass, look)
    title = named(glass.window, "title")
    assert list(defects(glass, look)) == []
    title.setProperty("color", "#c0c0c0")
    assert any("contrast" in defect for defect in defects(glass, look))
