"""The list to print, as Debian's Chromium lays it on paper."""

from playwright.sync_api import Page, expect

from kiosk.staff.acts import Role
from tests.console.conftest import sign_in
from tests.console.desk import DeskWorld, LinkedKiosk, reception


def test_all_of_today_stand_on_paper_without_what_only_a_screen_needs(
    page: Page, desk: DeskWorld, kiosk: LinkedKiosk
) -> None:
    sign_in(page, desk, desk.add_account("Sato", Role.RECEPTION))
    expect(page.get_by_role("link", name="kiosk-1")).to_be_visible(timeout=120_000)
    for number in range(60):
        kiosk.receives(reception(f"p{number}", kana=f"ｲﾝｻﾂ {'ｱｲｳｴｵ'[number % 5]}"))
    expect(page.get_by_role("row")).to_have_count(61)  # With the head.
    row = page.get_by_role("row").filter(has_text="インサツ ア").first
    row.get_by_role("button", name="Seen").click()
    expect(page.get_by_role("row")).to_have_count(60)

    page.get_by_role("link", name="Print").click()
    expect(page.get_by_role("row")).to_have_count(61)
    expect(page.locator(".tools")).to_be_visible()
    page.emulate_media(media="print")
    for selector in (".bar", ".tools"):
        expect(page.locator(selector).first).to_be_hidden()
    expect(page.get_by_role("row").last).to_be_visible()
    paper = page.pdf(format="A4", landscape=True)
    assert paper.startswith(b"%PDF-")
    assert paper.count(b"/Type /Page\n") > 1


def test_the_button_opens_the_print_dialog_once(
    page: Page, desk: DeskWorld, kiosk: LinkedKiosk
) -> None:
    sign_in(page, desk, desk.add_account("Suzuki", Role.RECEPTION))
    expect(page.get_by_role("heading").first).to_be_visible()
    page.add_init_script("window.printed = 0; window.print = () => { window.printed += 1; };")
    page.goto(f"{desk.url}/print")
    page.locator("#print").click()
    assert page.evaluate("window.printed") == 1
