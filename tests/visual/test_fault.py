"""The window of a kiosk that cannot start: its words are whole on every panel."""

import pytest
from pytestqt.qtbot import QtBot

from kiosk.screen.event_loop import dispose
from kiosk.screen.fault_window import fault_view
from tests.ui.kiosk_parts import FORMATS
from tests.ui.scene import scene_of
from tests.visual.ink import cut_texts, pixels_of, squeezed_tails

LINE = (
    "/etc/uketsuke.toml: identity.proof: 'anything' is none of attested, terminal, none; "
    "設定を直してください"
)


@pytest.mark.parametrize("size", FORMATS)
def test_the_fault_window_is_whole(qtbot: QtBot, size: str) -> None:
    view = fault_view(LINE, 0)
    width_px, height_px, _ = FORMATS[size]
    view.resize(width_px, height_px)
    view.show()
    qtbot.waitUntil(lambda: view.rootObject().width() == width_px)
    picture = pixels_of(view)
    scene = scene_of(view)
    assert len(scene.texts) == 5  # Title and what to do, twice; and the line.
    assert list(cut_texts(scene, picture)) == []
    assert list(squeezed_tails(scene)) == []
    dispose(view)
