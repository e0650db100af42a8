"""Words are as large as wished, and step back only where they would not fit."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QObject

from kiosk.screen.every_screen import every_screen
from kiosk.session.screens import Attract, Reading, StaffCheck
from tests.ui.kiosk_parts import SEVEN_INCHES, Glass


def fit(glass: Glass) -> float:
    theme = glass.window.engine().singletonInstance("Uketsuke.Style", "Theme")
    assert isinstance(theme, QObject)
    return float(theme.property("fit"))


def test_on_a_large_panel_nothing_steps_back(glass: Glass) -> None:
    for screen in every_screen():
        glass.show(screen)
        assert fit(glass) == 1, screen


def test_a_screen_that_is_full_leaves_the_next_one_as_it_is(
    glass_of: Callable[..., Glass],
) -> None:
    glass = glass_of(SEVEN_INCHES)
    glass.show(StaffCheck(was_wrong=True))
    glass.bridge.preferences.setLanguage("pt")
    glass.settle()
    assert fit(glass) < 1
    glass.show(Reading())
    assert fit(glass) == 1


def test_larger_type_steps_back_no_further_than_it_must(glass_of: Callable[..., Glass]) -> None:
    """Whatever fits at a smaller wish is not drawn smaller at a larger one."""
    glass = glass_of(SEVEN_INCHES)
    glass.show(StaffCheck(was_wrong=False))
    drawn = []
    for size, wished in enumerate((0.85, 1, 1.25, 1.55)):
        glass.bridge.preferences.setTextSize(size)
        glass.settle()
        drawn.append(fit(glass) * wished)
    assert all(later > 0.95 * earlier for earlier, later in pairwise(drawn))


def test_the_first_screen_comes_back_at_full_size(glass_of: Callable[..., Glass]) -> None:
    glass = glass_of(SEVEN_INCHES)
    glass.show(StaffCheck(was_wrong=True))
    glass.show(Attract(camera_works=True))
    assert fit(glass) == 1
