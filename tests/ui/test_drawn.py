"""Frames of the camera are counted when they are drawn; a change tells when it is."""

from faceauth.port import Guidance
from kiosk.session.screens import Attract, Face
from simulation.rehearsal.drawn import OnceDrawn, PreviewMeter
from tests.ui.kiosk_parts import Glass

LIMIT_MS = 60_000
FACE = Face(Guidance.NONE, 0.0, pin_offered=True, preparing=False)


def test_each_frame_of_the_camera_counts_once_however_often_it_is_drawn(glass: Glass) -> None:
    meter = PreviewMeter(glass.window)
    glass.show(FACE)
    for frames in range(1, 5):
        wait_for_frames(glass, meter, frames)
        redraw(glass)  # As the ring does, which moves all the time.
        assert meter.frames == frames
        glass.picture.number += 1
    assert meter.per_second is not None
    assert meter.per_second > 0


def test_what_is_drawn_without_a_preview_does_not_count(glass: Glass) -> None:
    meter = PreviewMeter(glass.window)
    glass.show(Attract(camera_works=True))
    glass.picture.number += 1
    redraw(glass)
    assert meter.frames == 0
    assert meter.per_second is None


def test_the_rate_is_that_of_the_time_in_which_the_preview_was_seen(glass: Glass) -> None:
    meter = PreviewMeter(glass.window)
    glass.show(FACE)
    wait_for_frames(glass, meter, 1)
    glass.picture.number += 1
    wait_for_frames(glass, meter, 2)
    glass.show(Attract(camera_works=True))
    rate = meter.per_second
    glass.qtbot.wait(50)
    assert meter.per_second == rate


def test_what_waits_for_a_drawn_change_is_called_once(glass: Glass) -> None:
    glass.show(Attract(camera_works=True))
    told: list[bool] = []
    OnceDrawn(glass.window, lambda: told.append(True))
    assert told == []
    glass.qtbot.waitUntil(lambda: told == [True], timeout=LIMIT_MS)
    redraw(glass)
    assert told == [True]


def redraw(glass: Glass) -> None:
    with glass.qtbot.waitSignal(glass.window.frameSwapped, timeout=LIMIT_MS):
        glass.window.update()


def wait_for_frames(glass: Glass, meter: PreviewMeter, frames: int) -> None:
    glass.qtbot.waitUntil(lambda: meter.frames == frames, timeout=LIMIT_MS)
