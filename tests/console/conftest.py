"""One browser for all; a desk of its own for each module."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.console.desk import PASSWORD, DeskWorld, LinkedKiosk, kiosk_config, open_desk

CHROMIUM = "/usr/bin/chromium"
"""Debian's; playwright downloads none."""

ENGLISH = "en-GB"

expect.set_options(timeout=20_000)
"""On a machine that has other tests to do as well."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if Path(CHROMIUM).exists():
        return
    for item in items:
        if "tests/console" in str(item.path) and "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.skip(reason=f"{CHROMIUM} is not installed (make setup)"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=sandbox)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeskWorld]:
    with open_desk(tmp_path_factory.mktemp("desk")) as desk:
        yield desk


@pytest.fixture(scope="module")
def kiosk(desk: DeskWorld) -> Iterator[LinkedKiosk]:
    with LinkedKiosk(kiosk_config(desk, "kiosk-1")) as kiosk:
        yield kiosk


@pytest.fixture(scope="module")
def other_kiosk(desk: DeskWorld) -> Iterator[LinkedKiosk]:
    with LinkedKiosk(kiosk_config(desk, "kiosk-2")) as kiosk:
        yield kiosk


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    # The demo's own authority signed the console's certificate.
    context = browser.new_context(ignore_https_errors=True, locale=ENGLISH)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def sign_in(page: Page, desk: DeskWorld, number: str, password: str = PASSWORD) -> None:
    page.goto(desk.url)
    page.get_by_label("Staff number").fill(number)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()
