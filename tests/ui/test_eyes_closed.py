"""The written walk is the one that can be heard now."""

from tests.ui.eyes_closed import PAGE, written


def test_the_page_is_current(qapp: object) -> None:
    assert PAGE.read_text("utf-8") == written(), "run `make pages`"
