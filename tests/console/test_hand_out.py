"""A result that the receipt computer's folder did not take is read off a print."""

import multiprocessing
import os
import random
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from kiosk.delivery.condition import Condition
from kiosk.staff.audit_file import entries
from tests.console.conftest import sign_in
from tests.console.desk import (
    DeskWorld,
    LinkedKiosk,
    kiosk_config,
    open_desk,
    reception,
    wait_until,
)
from tests.console.test_drills import CONNECTED_WITHIN_S, at_desk
from tests.faults.memory import how_many_are_in
from tests.unit.qualification.test_oqs_xml import a_message
from tests.unit.qualification.test_summary import result_of


def test_what_waits_is_printed_whole_and_what_is_delivered_meanwhile_is_not(
    page: Page, desk: DeskWorld, kiosk: LinkedKiosk
) -> None:
    sign_in(page, desk, desk.add_account("Sato"))
    expect(page.get_by_role("link", name="kiosk-1")).to_be_visible(
        timeout=CONNECTED_WITHIN_S * 1000
    )
    kiosk.keeps("waits", result_of(a_message().message_body))
    kiosk.receives(reception("waits", kana="ﾏﾂ ﾋﾄ"))
    kiosk.receives(reception("gone", kana="ﾊｲﾀﾂ ｽﾞﾐ"))

    page.get_by_role("row").filter(has_text="マツ ヒト").get_by_role("button", name="print").click()
    expect(page.locator(".slip")).to_contain_text("見本　花子")
    expect(page.locator(".slip")).to_contain_text("1975")
    page.goto(desk.url)
    page.get_by_role("row").filter(has_text="ハイタツ").get_by_role("button", name="print").click()
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.locator(".slip")).to_have_count(0)

    acts = [(entry.who, entry.what, entry.done) for entry in entries(desk.audit)]
    assert acts == [("001 Sato", "hand-out", True), ("001 Sato", "hand-out", False)]
    assert "花子" not in desk.log


@pytest.mark.skipif(os.geteuid() != 0, reason="memory of others is read by root only")
def test_what_handed_it_out_is_gone_with_it_and_nobody_is_told_twice(tmp_path: Path) -> None:
    name = "".join(chr(random.randrange(0x4E00, 0x9000)) for _ in range(8))
    in_memory = re.compile(b"|".join(re.escape(name.encode(code)) for code in CODES))
    with (
        open_desk(tmp_path) as world,
        LinkedKiosk(kiosk_config(world, "kiosk-1")) as kiosk,
        at_desk(world) as desk,
    ):
        kiosk.keeps("waits", result_of(a_message(name).message_body))
        kiosk.receives(reception("waits", kana="ﾏﾂ ﾋﾄ"))
        kiosk.delivery = Condition(results_waiting=1, result_problem="The folder is away.")
        wait_until(lambda: "マツ ヒト" in desk.page(), "it is listed", CONNECTED_WITHIN_S)
        wait_until(lambda: desk.page().count(NOT_DELIVERED) == 2, "the kiosk and the notice say so")
        before = links()
        assert name in desk.post("/slip", row="1").text
        wait_until(
            lambda: links() != before and len(links()) == len(before), "another one is there"
        )
        assert sum(how_many_are_in(pid, in_memory) for pid in links()) == 0
        wait_until(lambda: desk.page().count(NOT_DELIVERED) == 2, "it is back, with no new notice")
        assert name in desk.post("/slip", row="1").text  # As often as staff want.
    assert "desk_link_died" not in (tmp_path / "kiosk-1" / "kiosk.log").read_text("utf-8")


CODES = ("utf-8", "utf-16-le")
"""How a text stands in memory: as it is sent, or as Python holds it."""

NOT_DELIVERED = "A result is not delivered"


def links() -> set[int]:
    children = multiprocessing.active_children()
    return {child.pid for child in children if child.name == "desk" and child.pid}
