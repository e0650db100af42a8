"""A day is over at a console that runs: nothing of it is left, in memory neither."""

import os
from pathlib import Path

import pytest

from tests.console.desk import (
    DeskWorld,
    LinkedKiosk,
    free_port,
    kiosk_config,
    reception,
    wait_until,
)
from tests.console.test_drills import CONNECTED_WITHIN_S, at_desk
from tests.faults import past_midnight
from tests.faults.memory import parts_of

KANA = "ﾏﾖﾅｶ ﾉｱﾄ"
SHOWN = "マヨナカ ノアト"


@pytest.mark.skipif(os.geteuid() != 0, reason="memory of others is read by root only")
def test_who_was_received_yesterday_is_in_no_memory_and_today_goes_on(tmp_path: Path) -> None:
    midnight = tmp_path / "midnight"
    world = DeskWorld(tmp_path, free_port(), free_port(), program=past_midnight.program(midnight))
    world.start()
    try:
        with LinkedKiosk(kiosk_config(world, "kiosk-1")) as kiosk:
            kiosk.receives(reception("yesterday", kana=KANA))
            with at_desk(world) as desk:
                wait_until(lambda: SHOWN in desk.page(), "it is listed", CONNECTED_WITHIN_S)
            assert times_in_memory(world) > 0

            midnight.touch()
            wait_until(
                lambda: world.log.count("console_open") == 2,
                "it is started anew",
                CONNECTED_WITHIN_S,
            )
            with at_desk(world) as desk:
                wait_until(lambda: "kiosk-1" in desk.page(), "it is back")
                assert SHOWN not in desk.page("/?seen=1")
            assert times_in_memory(world) == 0
            assert world.process is not None
            assert world.process.poll() is None
    finally:
        world.stop()


def times_in_memory(world: DeskWorld) -> int:
    assert world.process is not None
    pieces = [KANA.encode(), SHOWN.encode(), SHOWN.encode("utf-16-le")]
    return sum(part.count(piece) for part in parts_of(world.process.pid) for piece in pieces)
