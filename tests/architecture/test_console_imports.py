"""The console is a package of its own: what it may use, and who may not use it."""

import pytest

from tests.architecture.source_tree import SIMULATION, is_within, modules

CONSOLE = "console"

OF_THE_PRODUCT = (
    "common",
    "kiosk.desk_link.messages",
    "kiosk.log",
    "kiosk.staff",
    "qualification.port",
)
"""What a kiosk and the desk have in common: the line between them, staff, and their words."""


def test_the_product_does_not_need_the_console() -> None:
    found = [
        f"{module} imports {name}"
        for module in modules()
        for name in module.imports
        if is_within(name, CONSOLE)
    ]
    assert found == []


def test_the_console_knows_no_more_of_a_kiosk_than_it_needs() -> None:
    ours = ("kiosk", "reader", "faceauth", "consent", "limit_info", "qualification", SIMULATION)
    found = [
        f"{module} imports {name}"
        for module in modules((CONSOLE,))
        for name in module.imports
        if any(is_within(name, package) for package in ours)
        and not any(is_within(name, part) for part in OF_THE_PRODUCT)
    ]
    assert found == []


@pytest.mark.parametrize("library", ["jinja2", "starlette", "uvicorn"])
def test_what_serves_pages_is_on_no_kiosk(library: str) -> None:
    found = [
        f"{module} imports {name}"
        for module in modules()
        for name in module.imports
        if is_within(name, library)
    ]
    assert found == []
