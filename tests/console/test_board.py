"""The desk's list in a real browser: what comes to it, and what staff do with it."""

import re
from dataclasses import replace

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page, expect

from common.certificate_dates import CertificateStanding
from kiosk.desk_link.messages import ReceptionState
from kiosk.session import intents
from kiosk.session.events import CardInserted, CardRead, ReaderFound, ReadinessChanged
from kiosk.session.screens import PinOffer, Standby
from kiosk.session.states import Card
from kiosk.staff.acts import Role
from qualification.port import Validity
from tests.console.conftest import sign_in
from tests.console.desk import DeskWorld, LinkedKiosk, reception

PAGES = ["/", "/?seen=1", "/print", "/audit", "/kiosks/kiosk-1", "/kiosks/unknown"]


@pytest.fixture(scope="module")
def number(desk: DeskWorld) -> str:
    return desk.add_account("Sato", Role.ADMINISTRATOR)


def test_whoever_is_not_signed_in_sees_nothing(page: Page, desk: DeskWorld) -> None:
    for path in [*PAGES, "/events"]:
        page.goto(desk.url + path)
        expect(page).to_have_url(f"{desk.url}/sign-in")


def test_two_kiosks_fill_one_list_while_staff_look(
    page: Page, desk: DeskWorld, number: str, kiosk: LinkedKiosk, other_kiosk: LinkedKiosk
) -> None:
    sign_in(page, desk, number)
    expect(page.get_by_role("link", name="kiosk-1")).to_be_visible(timeout=60_000)
    expect(page.get_by_role("link", name="kiosk-2")).to_be_visible(timeout=60_000)
    kiosk.receives(reception("a1", kana="ﾐﾎﾝ ﾊﾅｺ", patient_number="10023"))
    other_kiosk.receives(
        reception("b1", kana="ﾐﾎﾝ ﾀﾛｳ", validity=Validity.INVALID, unreadable=True)
    )
    hanako = page.get_by_role("row").filter(has_text="ミホン ハナコ")
    taro = page.get_by_role("row").filter(has_text="ミホン タロウ")
    expect(hanako).to_contain_text("kiosk-1")
    expect(hanako).to_contain_text(
        re.compile(r"Known 10023.*Valid.*care, medicines.*declined limit", re.S)
    )
    expect(hanako).to_contain_text("Waits for the folder")
    expect(taro).to_contain_text("● in the name: see the kana")
    expect(taro).to_contain_text("ask for the new insurance")
    kiosk.receives(
        replace(
            reception("a1"),
            state=ReceptionState.DELIVERED,
            summary=None,
            file_name="OQSsiquc01res_face_1.xml",
        )
    )
    expect(hanako).to_contain_text("Delivered")
    expect(hanako).to_contain_text("OQSsiquc01res_face_1.xml")


def test_seen_takes_a_row_off_and_it_can_be_put_back(
    page: Page, desk: DeskWorld, number: str, kiosk: LinkedKiosk
) -> None:
    sign_in(page, desk, number)
    kiosk.receives(reception("s1", kana="ｶｸﾆﾝ ｽﾐ"))
    row = page.get_by_role("row").filter(has_text="カクニン スミ")
    row.get_by_role("button", name="Seen").click()
    expect(row).to_have_count(0)
    page.get_by_role("link", name="Show those seen too").click()
    row.get_by_role("button", name="Not seen").click()
    expect(row.get_by_role("button", name="Seen", exact=True)).to_be_visible()


def test_a_name_is_found_in_any_kana_and_stands_in_no_address(
    page: Page, desk: DeskWorld, number: str, kiosk: LinkedKiosk
) -> None:
    sign_in(page, desk, number)
    kiosk.receives(reception("f1", kana="ｻｶﾞｼ ﾋﾄ"))
    row = page.get_by_role("row").filter(has_text="サガシ ヒト")
    expect(row).to_be_visible()
    page.get_by_label("Search by kana").fill("さがし")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("row")).to_have_count(2)  # With the head.
    expect(row).to_be_visible()
    assert page.url == f"{desk.url}/search"


def test_an_address_that_only_a_form_leads_to_shows_the_list(
    page: Page, desk: DeskWorld, number: str
) -> None:
    sign_in(page, desk, number)
    expect(page.get_by_label("Search by kana")).to_be_visible()
    for path in ("search", "rows", "slip", "sign-out"):
        page.goto(f"{desk.url}/{path}")
        expect(page).to_have_url(f"{desk.url}/")


def test_a_patient_who_calls_is_seen_at_once(
    page: Page, desk: DeskWorld, number: str, kiosk: LinkedKiosk
) -> None:
    sign_in(page, desk, number)
    expect(page.get_by_role("link", name="kiosk-1")).to_be_visible()
    card = Card(PinOffer.READY, 3, CertificateStanding.VALID)
    kiosk.happens(
        ReaderFound("reader"),
        ReadinessChanged(Standby.READY),
        CardInserted("calls", "reader"),
        CardRead("calls", card),
    )
    expect(page.locator(".kiosk").filter(has_text="kiosk-1")).to_contain_text("Choosing face")
    kiosk.happens(intents.StaffChosen())
    notice = page.locator("#notices li").first
    expect(notice).to_contain_text("kiosk-1: A patient calls for help", timeout=2_000)
    expect(page.locator(".kiosk.help")).to_contain_text("kiosk-1")


def test_nothing_stays_in_the_browser_or_comes_from_elsewhere(
    page: Page, desk: DeskWorld, number: str, kiosk: LinkedKiosk
) -> None:
    sign_in(page, desk, number)
    expect(page.get_by_role("link", name="kiosk-1")).to_be_visible()
    kiosk.receives(reception("h1", kana="ﾉｺﾗﾅｲ"))
    expect(page.get_by_role("row").filter(has_text="ノコラナイ")).to_be_visible()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in PAGES:
        answer = page.goto(desk.url + path)
        assert answer is not None
        headers = answer.headers
        assert headers["cache-control"] == "no-store"
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert asked
    assert [url for url in asked if not url.startswith(desk.url)] == []
    (cookie,) = page.context.cookies()
    assert (cookie["httpOnly"], cookie["secure"], cookie["sameSite"]) == (True, True, "Strict")
    assert "ﾉｺﾗﾅｲ" not in desk.log


@pytest.mark.parametrize(
    ("language", "width_px", "scheme"),
    [("ja", 390, "light"), ("en", 1440, "light"), ("ja", 1440, "dark")],
)
def test_every_page_is_usable_by_everybody(
    page: Page,
    desk: DeskWorld,
    number: str,
    kiosk: LinkedKiosk,
    language: str,
    width_px: int,
    scheme: str,
) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.set_viewport_size({"width": width_px, "height": 900})
    problems = []
    page.goto(desk.url)
    problems += _problems(page, "sign-in")
    sign_in(page, desk, number)
    expect(page.get_by_role("link", name="kiosk-1")).to_be_visible()
    page.goto(f"{desk.url}/language/{language}")
    for path in PAGES:
        page.goto(desk.url + path)
        expect(page.locator("html")).to_have_attribute("lang", language)
        problems += _problems(page, path)
        wide = page.evaluate(_WIDER)
        problems += [f"{path}: wider than the screen"] if wide else []
    assert problems == []


_WIDER = """
[document.documentElement, ...document.querySelectorAll('.receptions, #rows tr')]
    .some((each) => each.scrollWidth > each.clientWidth + 1)
"""


def _problems(page: Page, where: str) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{where}: {each['id']} {[n['target'] for n in each['nodes']][:3]}" for each in found]
