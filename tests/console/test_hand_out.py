"""A result that the receipt computer's folder did not take is read off a print."""

from playwright.sync_api import Page, expect

from kiosk.staff.audit_file import entries
from tests.console.conftest import sign_in
from tests.console.desk import DeskWorld, LinkedKiosk, reception
from tests.console.test_drills import CONNECTED_WITHIN_S
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
