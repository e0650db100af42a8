"""Every way in which the glass can look, and what must hold for each of them."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, fields
from itertools import combinations, product

from PySide6.QtCore import QCoreApplication, QEvent, QRectF

from kiosk.screen.bridge import TAP_GUARD_MS
from kiosk.screen.every_screen import every_screen, every_screen_with_a_phone
from kiosk.screen.preferences import COLOURS, TEXT_SIZES, Preferences
from kiosk.screen.translations import LANGUAGES
from kiosk.session.screens import (
    Attract,
    CardMay,
    Face,
    NumberB,
    Pin,
    Reading,
    Screen,
    ScreenModel,
    StaffCheck,
    Stopped,
)
from tests.ui.kiosk_parts import FORMATS, Glass
from tests.ui.scene import faults, scene_of
from tests.visual.ink import cut_texts, pixels_of, squeezed_tails
from tests.visual.measure import faint_edges, faint_texts

TARGET_MM = 12.7  # VVSG 2.0
PIN_KEY_MM = 20.0
GAP_MM = 2.5


@dataclass(frozen=True)
class View:
    """A screen, what has been touched on it since, and whether it asks if somebody is there."""

    screen: Screen
    taps: tuple[str, ...] = ()
    warned: bool = False
    is_phone: bool = False


# What a face screen offers and what it says are laid out apart from each other.
VIEWS: tuple[View, ...] = (
    *(
        View(screen)
        for screen in every_screen()
        if not (isinstance(screen, Face) and screen.pin_offered == screen.preparing)
    ),
    *(View(screen, is_phone=True) for screen in every_screen_with_a_phone()),
    View(Reading(), taps=("openLanguages",)),
    View(Reading(), taps=("openSettings",)),
    View(Reading(), taps=("callStaff",)),
    View(Reading(), warned=True),
    View(NumberB(was_wrong=False), taps=("digit8",) * 6),
    View(StaffCheck(was_wrong=False), taps=("digit8",) * 8),
    View(Pin(3, was_wrong=False, confirm_last_try=False, face_offered=True), taps=("enter",)),
)


@dataclass(frozen=True)
class Look:
    """One way; `view` is an index into `VIEWS`."""

    format: str
    language: str
    text_size: int
    colours: str
    low: bool
    view: int


VALUES: dict[str, list[object]] = {
    "format": list(FORMATS),
    "language": list(LANGUAGES),
    "text_size": list(range(TEXT_SIZES)),
    "colours": list(COLOURS),
    "low": [False, True],
    "view": list(range(len(VIEWS))),
}


def every_look(size: str) -> Iterator[Look]:
    """Of one format. What lies in the lower half has the same colours there as elsewhere."""
    for values in product(*(VALUES | {"format": [size]}).values()):
        look = Look(*values)  # type: ignore[arg-type]
        if not (look.low and has_other_colours(look)):
            yield look


def has_other_colours(look: Look) -> bool:
    """Nothing but the colours differs from the look in the first ones."""
    return look.colours != COLOURS[0]


def pairwise() -> list[Look]:
    """A sample in which every two values of different kinds meet at least once."""
    kinds = [field.name for field in fields(Look)]
    missing = {
        (a, x, b, y) for a, b in combinations(kinds, 2) for x in VALUES[a] for y in VALUES[b]
    }
    chance = random.Random(20241202)  # The same sample each time.
    sample = []
    while missing:
        a, x, b, y = min(missing, key=str)
        best: tuple[int, dict[str, object]] = (-1, {})
        for _ in range(12):
            values = {kind: chance.choice(VALUES[kind]) for kind in kinds} | {a: x, b: y}
            covered = sum(pair in missing for pair in _pairs(values))
            best = max(best, (covered, values), key=lambda each: each[0])
        missing -= set(_pairs(best[1]))
        sample.append(Look(**best[1]))  # type: ignore[arg-type]
    return sample


def _pairs(values: dict[str, object]) -> Iterator[tuple[str, object, str, object]]:
    for a, b in combinations(VALUES, 2):
        yield a, values[a], b, values[b]


def put_on(glass: Glass, look: Look) -> None:
    """Make the glass look so when it is next drawn."""
    bridge, view = glass.bridge, VIEWS[look.view]
    warning_ms = 20_000 if view.warned else None
    prefer(bridge.preferences, look)  # Before the screen is made, which is laid out once then.
    is_other_card = view.is_phone != bridge.property("isPhone")  # It finds the first screen.
    if view.taps or is_other_card:
        bridge.show(ScreenModel(Attract(camera_works=True), 0, CardMay.BE_PLACED))
    card_may = CardMay.BE_TAKEN if isinstance(view.screen, Stopped) else CardMay.STAY
    bridge.show(ScreenModel(view.screen, 2, card_may, warning_ms, is_phone=view.is_phone))
    prefer(bridge.preferences, look)  # Also after the first screen, which sets them back.
    if view.taps:
        glass.settle()
        glass.clock.pass_ms(TAP_GUARD_MS)
        glass.tap(*view.taps)
    # No event loop runs here that would take away the screen before.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def prefer(preferences: Preferences, look: Look) -> None:
    """Set what is different; each signal lays the whole screen out anew."""
    preferences.setLanguage(look.language)
    if preferences.property("textSize") != look.text_size:
        preferences.setTextSize(look.text_size)
    if preferences.property("colours") != look.colours:
        preferences.setColours(look.colours)
    if preferences.property("low") != look.low:
        preferences.setLow(look.low)
    if not preferences.property("calm"):
        preferences.setCalm(True)  # The same at each moment


def defects(glass: Glass, look: Look) -> Iterator[str]:
    """All that is wrong with how the glass looks now."""
    picture = pixels_of(glass.window)
    scene = scene_of(glass.window)
    yield from faults(scene)
    yield from faint_texts(scene, picture)
    yield from faint_edges(scene, picture)
    yield from squeezed_tails(scene)
    yield from cut_texts(scene, picture)
    width_px, height_px, diagonal_mm = FORMATS[look.format]
    px_per_mm = float((width_px**2 + height_px**2) ** 0.5 / diagonal_mm)
    for one, other in combinations(scene.controls, 2):
        if _gap_px(one.rect, other.rect) < GAP_MM * px_per_mm - 1:
            yield f"the controls {one.name} and {other.name} are too near each other"
    # A small panel is in reach as a whole.
    halved = look.low and height_px / px_per_mm >= (240 if height_px > width_px else 100)
    for control in scene.controls:
        least_px = (PIN_KEY_MM if control.name.startswith("digit") else TARGET_MM) * px_per_mm - 1
        if min(control.rect.width(), control.rect.height()) < least_px:
            yield f"the control {control.name} is too small"
        if halved and control.rect.top() < height_px / 2 - 1:
            yield f"the control {control.name} is not in the lower half"


def colour_defects(glass: Glass) -> Iterator[str]:
    """What can be wrong with the colours alone."""
    picture = pixels_of(glass.window)
    scene = scene_of(glass.window)
    yield from faint_texts(scene, picture)
    yield from faint_edges(scene, picture)


def _gap_px(a: QRectF, b: QRectF) -> float:
    """What a finger that slips has between two controls, the longer way where they are askew."""
    beside = max(a.left() - b.right(), b.left() - a.right())
    above = max(a.top() - b.bottom(), b.top() - a.bottom())
    return max(beside, above)
