"""More receptions than a browser gets at once: one list all the same."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page, expect

from console.store import Store
from kiosk.desk_link.messages import ReceptionState
from tests.console.conftest import ENGLISH, sign_in
from tests.console.desk import (
    DeskWorld,
    LinkedKiosk,
    free_port,
    kiosk_config,
    reception,
)
from tests.console.test_drills import CONNECTED_WITHIN_S

RECEPTIONS = 250
AT_ONCE = 100


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeskWorld]:
    """Where so many were received since this morning."""
    world = DeskWorld(tmp_path_factory.mktemp("desk"), free_port(), free_port())
    with closing(Store(world.state, keep_days=1)) as store:
        for number in range(RECEPTIONS):
            store.keep("kiosk-1", reception(f"s{number}", kana=f"ﾊﾞﾝｺﾞｳ {number}"))
    world.start()
    yield world
    world.stop()


@pytest.fixture(scope="module")
def number(desk: DeskWorld) -> str:
    return desk.add_account("Sato")


def test_the_list_goes_on_as_somebody_scrolls(page: Page, desk: DeskWorld, number: str) -> None:
    sign_in(page, desk, number)
    rows = page.locator("#rows > tr")
    expect(page.locator("#count")).to_have_text(str(RECEPTIONS))
    expect(rows).to_have_count(AT_ONCE)
    for there in (2 * AT_ONCE, RECEPTIONS):
        rows.last.scroll_into_view_if_needed()
        expect(rows).to_have_count(there)
    expect(page.locator("#more")).to_have_count(0)
    names = rows.locator(".name").all_text_contents()
    assert names == [f"バンゴウ {each}" for each in reversed(range(RECEPTIONS))]


def test_the_keyboard_leads_to_what_has_come(page: Page, desk: DeskWorld, number: str) -> None:
    sign_in(page, desk, number)
    expect(page.get_by_label("Sound when help is called")).to_be_visible()  # The script runs.
    page.get_by_role("link", name="Earlier receptions").focus()
    page.keyboard.down("Enter")
    rows = page.locator("#rows > tr")
    expect(rows.nth(AT_ONCE)).to_be_focused()
    page.keyboard.down("Enter")  # Still held: it marks nobody as seen.
    page.keyboard.up("Enter")
    expect(page.locator("#count")).to_have_text(str(RECEPTIONS))
    page.keyboard.press("Tab")
    expect(rows.nth(AT_ONCE).get_by_role("button").first).to_be_focused()


def test_who_is_further_down_is_marked_and_handed_out_too(
    page: Page, desk: DeskWorld, number: str
) -> None:
    sign_in(page, desk, number)
    unseen, rows = page.locator("#count"), page.locator("#rows > tr")
    earlier = page.get_by_role("link", name="Earlier receptions")
    earlier.click()
    patient = rows.filter(has_text="バンゴウ 120 ")
    patient.get_by_role("button", name="Hand out as print").click()
    expect(page.get_by_role("heading", name="Result, to be entered by hand")).to_be_visible()
    page.get_by_role("link", name="Back to the list").click()
    earlier.click()
    patient.get_by_role("button", name="Seen", exact=True).click()
    expect(unseen).to_have_text(str(RECEPTIONS - 1))
    page.get_by_role("link", name="Show those seen too").click()
    earlier.click()
    patient.get_by_role("button", name="Not seen").click()
    expect(unseen).to_have_text(str(RECEPTIONS))
    expect(patient.get_by_role("button", name="Seen", exact=True)).to_be_visible()


def test_a_key_that_is_held_marks_one_patient(page: Page, desk: DeskWorld, number: str) -> None:
    sign_in(page, desk, number)
    expect(page.get_by_label("Sound when help is called")).to_be_visible()  # The script runs.
    unseen, rows = page.locator("#count"), page.locator("#rows > tr")
    first = rows.first.locator(".name").text_content() or ""
    rows.first.get_by_role("button", name="Seen", exact=True).focus()
    page.keyboard.down("Enter")
    expect(rows.first).not_to_contain_text(first)
    expect(rows.first.get_by_role("button", name="Seen", exact=True)).to_be_focused()
    page.keyboard.down("Enter")
    page.keyboard.up("Enter")
    page.reload()
    expect(unseen).to_have_text(str(RECEPTIONS - 1))
    page.get_by_role("link", name="Show those seen too").click()
    page.get_by_role("button", name="Not seen").click()
    expect(unseen).to_have_text(str(RECEPTIONS))
    expect(page.get_by_role("button", name="Not seen")).to_have_count(0)


def test_what_changes_further_down_does_not_come_up(
    page: Page, desk: DeskWorld, number: str, kiosk: LinkedKiosk
) -> None:
    sign_in(page, desk, number)
    rows = page.locator("#rows > tr")
    expect(rows).to_have_count(AT_ONCE)
    expect(page.get_by_role("link", name="kiosk-1")).to_be_visible(
        timeout=CONNECTED_WITHIN_S * 1000
    )
    delivered = replace(reception("s0", kana="ﾊﾞﾝｺﾞｳ 0"), state=ReceptionState.DELIVERED)
    kiosk.receives(delivered)
    kiosk.receives(reception("new", kana="ｱﾀﾗｼｲ"))
    expect(rows.first).to_contain_text("アタラシイ")
    expect(rows).to_have_count(AT_ONCE + 1)
    expect(page.locator("#count")).to_have_text(str(RECEPTIONS + 1))


def test_without_script_a_link_leads_to_earlier_ones(
    browser: Browser, desk: DeskWorld, number: str
) -> None:
    context = browser.new_context(
        ignore_https_errors=True, locale=ENGLISH, java_script_enabled=False
    )
    page = context.new_page()
    sign_in(page, desk, number)
    last = page.locator("#rows > tr .name").last.text_content()
    page.get_by_role("link", name="Earlier receptions").click()
    page.wait_for_url("**/?before=*")
    first = page.locator("#rows > tr .name").first.text_content()
    assert number_in(first) == number_in(last) - 1
    context.close()


@pytest.fixture(scope="module")
def kiosk(desk: DeskWorld) -> Iterator[LinkedKiosk]:
    with LinkedKiosk(kiosk_config(desk, "kiosk-1")) as kiosk:
        yield kiosk


def number_in(name: str | None) -> int:
    return int((name or "").split()[1])
