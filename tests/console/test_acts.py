"""What staff do from the desk's page of a kiosk arrives there as it was meant, and is on record."""

from collections.abc import Callable
from datetime import datetime

import pytest
from playwright.sync_api import Locator, Page, expect

from common.japan import JST
from kiosk.desk_link.messages import DeskAct, Outcome, TryQueueAgain, read_act
from kiosk.session.screens import ClosedFor
from kiosk.staff.acts import (
    PutBackInService,
    Reset,
    Restart,
    Role,
    ShowMessage,
    TakeOutOfService,
)
from kiosk.staff.audit_file import entries
from tests.console.conftest import sign_in
from tests.console.desk import DeskWorld, LinkedKiosk
from tests.console.test_drills import CONNECTED_WITHIN_S

TEXT = "少々お待ちください <b>&"


@pytest.fixture(scope="module")
def number(desk: DeskWorld) -> str:
    return desk.add_account("Sato")


def _write(form: Locator) -> None:
    form.get_by_role("textbox").fill(TEXT)


def _choose_break(form: Locator) -> None:
    form.get_by_role("combobox").select_option("break")
    _write(form)


def _nothing(_: Locator) -> None: ...


@pytest.mark.parametrize(
    ("name", "fill", "meant"),
    [
        ("reset", _nothing, Reset()),
        ("show-message", _write, ShowMessage(TEXT)),
        ("take-out-of-service", _choose_break, TakeOutOfService(ClosedFor.BREAK, TEXT)),
        ("put-back-in-service", _nothing, PutBackInService()),
        ("try-queue-again", _nothing, TryQueueAgain()),
        ("restart", _nothing, Restart()),
    ],
)
def test_an_act_of_reception_arrives_and_is_on_record(
    page: Page,
    desk: DeskWorld,
    number: str,
    kiosk: LinkedKiosk,
    name: str,
    fill: Callable[[Locator], None],
    meant: DeskAct,
) -> None:
    at_kiosk(page, desk, number)
    form = page.locator(f'form:has(input[name="act"][value="{name}"])')
    fill(form)
    kiosk.outcome = Outcome.DONE
    kiosk.wanted.clear()
    form.get_by_role("button").click()
    expect(page.locator("#outcome")).to_have_text("Done.")
    (wanted,) = kiosk.wanted
    assert (read_act(wanted.act), wanted.by) == (meant, f"{number} Sato")
    last = list(entries(desk.audit))[-1]
    assert (last.kiosk, last.who, last.what, last.done) == (
        "kiosk-1",
        f"{number} Sato",
        name,
        True,
    )


def test_what_a_kiosk_cannot_do_now_is_said_and_on_record(
    page: Page, desk: DeskWorld, number: str, kiosk: LinkedKiosk
) -> None:
    at_kiosk(page, desk, number)
    kiosk.outcome = Outcome.NOT_NOW
    page.locator('form:has(input[value="reset"])').get_by_role("button").click()
    expect(page.get_by_role("alert")).to_be_visible()
    last = list(entries(desk.audit))[-1]
    assert (last.what, last.done) == ("reset", False)


def test_the_record_speaks_the_readers_language_and_tells_the_time_of_japan(
    page: Page, desk: DeskWorld, kiosk: LinkedKiosk
) -> None:
    at_kiosk(page, desk, desk.add_account("Suzuki", Role.ADMINISTRATOR))
    kiosk.outcome = Outcome.DONE
    page.locator('form:has(input[value="put-back-in-service"])').get_by_role("button").click()
    expect(page.locator("#outcome")).to_have_text("Done.")
    page.goto(f"{desk.url}/audit")
    at = datetime.fromisoformat(list(entries(desk.audit))[-1].at).astimezone(JST)
    newest = page.get_by_role("row").nth(1)
    expect(newest.get_by_role("cell").nth(0)).to_have_text(at.strftime("%Y-%m-%d %H:%M:%S"))
    expect(newest.get_by_role("cell").nth(3)).to_have_text("back in service")
    page.goto(f"{desk.url}/language/ja")
    page.goto(f"{desk.url}/audit")
    expect(newest.get_by_role("cell").nth(3)).to_have_text("再開")


def at_kiosk(page: Page, desk: DeskWorld, number: str) -> None:
    sign_in(page, desk, number)
    link = page.get_by_role("link", name="kiosk-1")
    expect(link).to_be_visible(timeout=CONNECTED_WITHIN_S * 1000)
    link.click()
    expect(page.get_by_role("heading", name="kiosk-1")).to_be_visible()
