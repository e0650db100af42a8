"""What staff cannot see from the desk is told there: on the page, with a tone if wanted."""

import pytest
from playwright.sync_api import Page, expect

from kiosk.staff.notices import Notice
from tests.console.causes import CAUSES, all_is_well
from tests.console.conftest import sign_in
from tests.console.desk import DeskWorld, LinkedKiosk
from tests.console.test_drills import CONNECTED_WITHIN_S

_COUNT_TONES = """
window.tones = 0;
const start = OscillatorNode.prototype.start;
OscillatorNode.prototype.start = function (...when) { window.tones += 1; start.apply(this, when); };
"""


@pytest.fixture(scope="module")
def number(desk: DeskWorld) -> str:
    return desk.add_account("Sato")


def be_well(page: Page, kiosk: LinkedKiosk) -> None:
    all_is_well(kiosk)
    at_it = page.locator(".kiosk").filter(has_text=kiosk.kiosk_id)
    expect(at_it).to_contain_text("Ready", timeout=CONNECTED_WITHIN_S * 1000)
    expect(at_it.locator(".flag")).to_have_count(0)


def test_each_has_something_that_causes_it() -> None:
    assert set(CAUSES) == set(Notice)


@pytest.mark.parametrize("notice", list(Notice))
def test_each_comes_to_the_page_by_itself(
    page: Page, desk: DeskWorld, number: str, kiosk: LinkedKiosk, notice: Notice
) -> None:
    """How soon: `make bench NAME=console`."""
    sign_in(page, desk, number)
    be_well(page, kiosk)
    told = page.locator(f'#notices li[data-kind="{notice.value}"]')
    before = told.count()
    CAUSES[notice](kiosk)
    expect(told).to_have_count(before + 1)
    expect(told.first).to_contain_text("kiosk-1: ")


def test_a_tone_is_heard_where_staff_have_asked_for_it(
    page: Page, desk: DeskWorld, number: str, kiosk: LinkedKiosk
) -> None:
    page.add_init_script(_COUNT_TONES)
    sign_in(page, desk, number)
    be_well(page, kiosk)
    notices = page.locator("#notices li")
    before = notices.count()
    CAUSES[Notice.HELP_CALLED](kiosk)
    expect(notices).to_have_count(before + 1)
    assert page.evaluate("window.tones") == 0

    page.get_by_label("Sound when help is called").check()
    asked = page.evaluate("window.tones")
    be_well(page, kiosk)
    CAUSES[Notice.HELP_CALLED](kiosk)
    expect(notices).to_have_count(before + 2)
    assert page.evaluate("window.tones") == 2 * asked > 0
