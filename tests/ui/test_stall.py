"""The stall meter sees how long the GUI thread was busy."""

import time

from pytestqt.qtbot import QtBot

from simulation.rehearsal.stall import StallMeter

BUSY_MS = 120.0


def busy() -> None:
    end = time.monotonic() + BUSY_MS / 1000
    while time.monotonic() < end:
        pass


def test_sees_a_busy_gui_thread(qtbot: QtBot) -> None:
    meter = StallMeter()
    busy()
    qtbot.waitUntil(lambda: meter.max_ms >= BUSY_MS * 0.9, timeout=60_000)


def test_does_not_count_what_is_excused(qtbot: QtBot) -> None:
    meter = StallMeter()
    meter.reset()
    meter.pause()
    before = meter.max_ms
    busy()
    meter.resume()
    assert meter.max_ms == before


def test_counts_a_stall_that_ends_in_a_pause(qtbot: QtBot) -> None:
    meter = StallMeter()
    busy()
    meter.pause()
    assert meter.max_ms >= BUSY_MS * 0.9


def test_forgets_on_reset(qtbot: QtBot) -> None:
    meter = StallMeter()
    busy()
    meter.pause()
    meter.reset()
    assert meter.max_ms == 0
