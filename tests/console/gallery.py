"""`python -m tests.console.gallery`: pictures of the console's pages in `docs/screens`."""

import tempfile
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from common.certificate_dates import CertificateStanding
from kiosk.desk_link.messages import ReceptionState
from kiosk.session import intents
from kiosk.staff.acts import Role
from qualification.port import IdentityMethod, Validity
from tests.console.conftest import CHROMIUM
from tests.console.desk import PASSWORD, LinkedKiosk, kiosk_config, open_desk, reception
from tests.console.test_drills import CONNECTED_WITHIN_S, begin_session
from tests.unit.qualification.test_oqs_xml import a_message
from tests.unit.qualification.test_summary import result_of

FOLDER = Path("docs/screens")
PAGES = {
    "console-list": "/",
    "console-kiosk": "/kiosks/kiosk-2",
    "console-print": "/print",
    "console-audit": "/audit",
}
PICTURES = ["console-sign-in", *PAGES, "console-slip", "console-phone"]
WIDE_PX = {"width": 1440, "height": 810}
PHONE_PX = {"width": 390, "height": 844}


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="uketsuke-gallery-") as folder, sync_playwright() as p:
        browser = p.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_context(ignore_https_errors=True, locale="ja-JP").new_page()
        page.set_viewport_size(WIDE_PX)  # type: ignore[arg-type]
        with (
            open_desk(Path(folder)) as desk,
            LinkedKiosk(kiosk_config(desk, "kiosk-1")) as first,
            LinkedKiosk(kiosk_config(desk, "kiosk-2")) as second,
        ):
            number = desk.add_account("見本 さくら", Role.ADMINISTRATOR)
            page.goto(desk.url)
            page.screenshot(path=FOLDER / "console-sign-in.png")
            page.fill("#number", number)
            page.fill("#password", PASSWORD)
            page.click("button.main")
            for kiosk in (first, second):
                page.locator(f"#kiosk-{kiosk.kiosk_id}").wait_for(timeout=CONNECTED_WITHIN_S * 1000)
            _fill(first, second)
            page.get_by_role("row").nth(5).wait_for()
            page.locator(".kiosk.help").wait_for()
            _take(page, desk.url)
        browser.close()


def _fill(first: LinkedKiosk, second: LinkedKiosk) -> None:
    known = replace(
        reception("1", kana="ﾐﾎﾝ ﾀﾛｳ", patient_number="10023", state=ReceptionState.DELIVERED),
        file_name="OQSsiquc01res_face_1312345678….xml",
    )
    grace = replace(
        reception("2", kana="ﾐﾎﾝ ﾊﾅｺ"),
        certificate=CertificateStanding.GRACE,
        method=IdentityMethod.PIN,
    )
    lapsed = reception("3", kana="ﾐﾎﾝ ｼﾞﾛｳ", validity=Validity.INVALID)
    moved = reception(
        "4", kana="ﾐﾎﾝ ｻｸﾗ", message="カードの住所が最新の情報と異なります。", unreadable=True
    )
    waits = replace(
        reception("5", state=ReceptionState.WAITS_FOR_SERVICE),
        summary=None,
        method=IdentityMethod.STAFF,
    )
    for told in (known, lapsed, waits):
        first.receives(told)
    body = a_message().message_body
    second.keeps("2", result_of(replace(body, results=body.results[:1])))
    for told in (moved, grace):
        second.receives(told)
    begin_session(first, "calls")
    first.happens(intents.StaffChosen())
    begin_session(second, "chooses")


def _take(page: Page, url: str) -> None:
    page.get_by_role("row").filter(has_text="ミホン ジロウ").locator("button[name=seen]").click()
    page.goto(f"{url}/kiosks/kiosk-1")
    page.fill("#message-text", "ただいま係の者がまいります")
    page.locator("form", has=page.locator("#message-text")).get_by_role("button").click()
    page.goto(url)
    page.get_by_role("row").filter(has_text="ミホン ハナコ").locator("[formaction='/slip']").click()
    page.locator(".slip").wait_for()
    page.screenshot(path=FOLDER / "console-slip.png")
    page.goto(url)  # What has handed it out ends with it, and the kiosk is back a moment later.
    page.locator(".kiosk.away").wait_for()
    page.locator(".kiosk.away").wait_for(state="detached")
    for name, path in PAGES.items():
        page.goto(url + path)
        page.screenshot(path=FOLDER / f"{name}.png")
    page.set_viewport_size(PHONE_PX)  # type: ignore[arg-type]
    page.goto(url)
    page.screenshot(path=FOLDER / "console-phone.png", full_page=True)


if __name__ == "__main__":
    main()
