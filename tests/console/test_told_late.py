"""What a kiosk tells late stands where it belongs, and pages that hear nothing say so."""

import os
import signal
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from console.board import Board
from console.store import Store
from kiosk.desk_link.messages import TIDINGS, Happened
from kiosk.staff.notices import Notice
from tests.console.conftest import sign_in
from tests.console.desk import DeskWorld, LinkedKiosk, free_port, reception
from tests.console.test_drills import CONNECTED_WITHIN_S

A_MOMENT = timedelta(milliseconds=1)
SILENT_AFTER_MS = 25_000
RECEPTIONS = 150


@pytest.fixture
def board(tmp_path: Path) -> Iterator[Board]:
    with closing(Store(tmp_path, keep_days=1)) as store:
        yield Board(store)


def test_rows_and_notices_have_the_same_order_before_and_after_a_reload(
    page: Page, desk: DeskWorld, kiosk: LinkedKiosk, other_kiosk: LinkedKiosk
) -> None:
    sign_in(page, desk, desk.add_account("Sato"))
    rows = page.locator("#rows > tr")
    now = datetime.now(UTC)
    for session, at in (("b", now), ("a", now - A_MOMENT)):
        kiosk.receives(reception(session, kana=f"ｼﾞｭﾝ {session}", at=at))
        expect(rows.filter(has_text=f"ジュン {session}")).to_be_visible(
            timeout=CONNECTED_WITHIN_S * 1000
        )
    other_kiosk.receives(reception("c", kana="ｼﾞｭﾝ c", at=now + A_MOMENT))
    expect(rows.filter(has_text="ジュン c")).to_be_visible(timeout=CONNECTED_WITHIN_S * 1000)
    order = ["ジュン c", "ジュン b", "ジュン a"]
    assert names(rows) == order
    page.reload()
    assert names(rows) == order


def names(rows: Locator) -> list[str]:
    return [name.strip() for name in rows.locator(".name").all_text_contents()]


def test_a_clock_that_is_ahead_keeps_nobody_listed_longer(board: Board, tmp_path: Path) -> None:
    now = datetime.now(UTC)
    next_month = now + timedelta(days=31)
    board.kiosk_tells("kiosk-1", reception("a", at=next_month))
    board.kiosk_tells("kiosk-1", Happened(Notice.CLOCK_WRONG, next_month))
    (row,), (notice,) = board.rows, board.notices()
    assert row.reception.at < now + timedelta(hours=1)
    assert notice.at < now + timedelta(hours=1)
    board.kiosk_tells("kiosk-1", reception("a", at=next_month))
    assert [each.reception.at for each in board.rows] == [row.reception.at]


def test_a_moment_without_its_zone_is_none() -> None:
    said = b'Reception {"session_id":"a","at":"2026-01-01T10:00:00%s","state":"delivered"}'
    assert TIDINGS.read(said % b"Z") is not None
    assert TIDINGS.read(said % b"") is None


@pytest.fixture(scope="module")
def long_day(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeskWorld]:
    world = DeskWorld(tmp_path_factory.mktemp("desk"), free_port(), free_port())
    with closing(Store(world.state, keep_days=1)) as store:
        for number in range(RECEPTIONS):
            store.keep("kiosk-1", reception(f"s{number}"))
    world.start()
    yield world
    world.stop()


def test_a_console_that_hangs_is_noticed_and_what_was_asked_for_comes_when_it_is_back(
    page: Page, long_day: DeskWorld
) -> None:
    page.clock.install()
    sign_in(page, long_day, long_day.add_account("Sato"))
    rows, away = page.locator("#rows > tr"), page.locator("#away")
    expect(page.get_by_label("Sound when help is called")).to_be_visible()  # The script runs.
    expect(away).to_be_hidden()
    assert long_day.process is not None
    os.kill(long_day.process.pid, signal.SIGSTOP)
    try:
        page.clock.run_for(SILENT_AFTER_MS)
        expect(away).to_be_visible()
    finally:
        os.kill(long_day.process.pid, signal.SIGCONT)
    expect(away).to_be_hidden()
    rows.last.scroll_into_view_if_needed()
    expect(rows).to_have_count(RECEPTIONS)


def test_a_line_that_breaks_while_more_is_asked_for_is_asked_again(
    page: Page, long_day: DeskWorld
) -> None:
    sign_in(page, long_day, long_day.add_account("Sato"))
    rows = page.locator("#rows > tr")
    expect(page.get_by_label("Sound when help is called")).to_be_visible()
    page.route("**/?before=*", lambda route: route.abort())
    earlier = page.get_by_role("link", name="Earlier receptions")
    with page.expect_event("requestfailed"):
        earlier.click()
    expect(page.locator("#away")).to_be_visible()
    page.unroute("**/?before=*")
    earlier.click()
    expect(rows).to_have_count(RECEPTIONS)
    expect(page.locator("#away")).to_be_hidden()
