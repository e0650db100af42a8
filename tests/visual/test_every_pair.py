"""Screens in a sample of looks in which every two values meet: nothing is cut off, faint or small.

`make prove NAME=screens` looks at all of them.
"""

from collections.abc import Callable
from dataclasses import astuple
from itertools import groupby

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from kiosk.screen.preferences import TEXT_SIZES
from kiosk.screen.translations import LANGUAGES
from kiosk.session.screens import Attract
from tests.ui.kiosk_parts import FORMATS, Glass
from tests.ui.scene import named, scene_of
from tests.visual.ink import cut_texts, pixels_of, squeezed_tails
from tests.visual.looks import VIEWS, Look, View, defects, pairwise, put_on

# Those with the same preferences in a row: each change of one lays the screen out anew.
SAMPLE = sorted(pairwise(), key=astuple)
ATTRACT = VIEWS.index(View(Attract(camera_works=True)))
BY_FORMAT = {name: list(looks) for name, looks in groupby(SAMPLE, key=lambda look: look.format)}


@pytest.mark.parametrize("size", FORMATS)
def test_every_pair_of_values_looks_right(glass_of: Callable[..., Glass], size: str) -> None:
    glass = glass_of(FORMATS[size])
    found = []
    for look in BY_FORMAT[size]:
        put_on(glass, look)
        found += [f"{look} {VIEWS[look.view]}: {defect}" for defect in defects(glass, look)]
    assert found == []


@pytest.mark.parametrize("turn_degrees", [90, 180, 270])
def test_texts_are_whole_on_a_turned_panel(
    glass_of: Callable[..., Glass], turn_degrees: int
) -> None:
    glass = glass_of(FORMATS["landscape"], turn_degrees=turn_degrees)
    found = []
    for look in BY_FORMAT["landscape"][::20]:
        put_on(glass, look)
        picture = pixels_of(glass.window)
        cut = cut_texts(scene_of(glass.window), picture)
        found += [f"{look} {VIEWS[look.view]}: {line}" for line in cut]
    assert found == []


@pytest.mark.parametrize("text_size", range(TEXT_SIZES))
@pytest.mark.parametrize("size", FORMATS)
def test_the_invitation_is_whole_in_each_language(
    glass_of: Callable[..., Glass], size: str, text_size: int
) -> None:
    glass = glass_of(FORMATS[size])
    put_on(glass, Look(size, "ja", text_size, "light", False, ATTRACT))
    screen = named(glass.window, "screen").childItems()[0]
    invitations, found = set(), []
    for page in range(len(LANGUAGES)):
        screen.setProperty("page", page)
        # Those of the page before are taken away in the event loop.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        picture = pixels_of(glass.window)
        scene = scene_of(glass.window)
        invitations |= {
            str(text.item.property("words"))
            for text in scene.texts
            if text.item.objectName() == "otherLanguage"
        }
        found += list(cut_texts(scene, picture))
        found += list(squeezed_tails(scene))
    assert len(invitations) == len(LANGUAGES) - 1
    assert found == []


def test_a_fault_would_be_found(glass_of: Callable[..., Glass]) -> None:
    glass = glass_of(FORMATS["portrait"])
    look = Look("portrait", "ja", 1, "light", False, ATTRACT)
    put_on(glass, look)
    glass.settle()
    title = named(glass.window, "title")
    assert list(defects(glass, look)) == []
    title.setProperty("color", "#c0c0c0")
    assert any("contrast" in defect for defect in defects(glass, look))


def test_an_edge_that_is_hard_to_see_would_be_found(glass_of: Callable[..., Glass]) -> None:
    glass = glass_of(FORMATS["portrait"])
    look = Look("portrait", "ja", 1, "light", False, ATTRACT)
    put_on(glass, look)
    glass.settle()
    named(glass.window, "callStaff").setOpacity(0.2)
    assert any("the edge of callStaff" in defect for defect in defects(glass, look))
