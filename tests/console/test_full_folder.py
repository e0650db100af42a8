"""A console whose folder takes nothing: kiosks stay, staff are told, nothing is lost for good."""

import resource
from pathlib import Path

from kiosk.session import intents
from tests.console.desk import LinkedKiosk, kiosk_config, open_desk, reception, wait_until
from tests.console.test_drills import CONNECTED_WITHIN_S, at_desk, begin_session

TOLD = "cannot write to its folder"


def test_a_full_disk_costs_no_line_and_what_was_told_is_listed_when_there_is_room(
    tmp_path: Path,
) -> None:
    with (
        open_desk(tmp_path) as world,
        LinkedKiosk(kiosk_config(world, "kiosk-1")) as kiosk,
        at_desk(world) as desk,
    ):
        kiosk.receives(reception("before", kana="ﾏｴ ﾆｷﾀ"))
        wait_until(lambda: "マエ ニキタ" in desk.page(), "it is listed", CONNECTED_WITHIN_S)
        assert world.process is not None
        unlimited = resource.prlimit(world.process.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(world.process.pid, resource.RLIMIT_FSIZE, (1, unlimited[1]))
        kiosk.receives(reception("full", kana="ｲｯﾊﾟｲ ﾉﾄｷ"))
        kiosk.receives(reception("full too", kana="ｲｯﾊﾟｲ ﾓﾋﾄﾘ"))
        wait_until(lambda: TOLD in desk.page(), "staff are told")
        answer = desk.post("/rows", seen="1")
        assert (answer.status_code, TOLD in answer.text) == (503, True)

        begin_session(kiosk, "goes on")
        kiosk.happens(intents.StaffChosen())
        wait_until(lambda: "A patient calls for help" in desk.page(), "the kiosk is still seen")
        desk.post("/kiosks/kiosk-1", act="reset", session="goes on")
        assert [each.session_id for each in kiosk.wanted] == ["goes on"]
        assert "kiosk_lost" not in world.log

        resource.prlimit(world.process.pid, resource.RLIMIT_FSIZE, unlimited)
        wait_until(lambda: "イッパイ モヒトリ" in desk.page(), "all are listed")
        page = desk.page()
        assert "イッパイ ノトキ" in page
        assert TOLD not in page
