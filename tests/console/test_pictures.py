"""The README shows each page of the console as `make screens` has taken it."""

from tests.console.desk import ROOT
from tests.console.gallery import FOLDER, PICTURES

ON_A_PHONE = "console-phone"
"""The list once more."""


def test_each_page_is_shown() -> None:
    taken = {path.stem for path in (ROOT / FOLDER).glob("console-*.png")}
    assert taken == set(PICTURES)
    text = (ROOT / "README.md").read_text("utf-8")
    shown = {name for name in taken if f"({FOLDER}/{name}.png)" in text}
    assert shown == taken - {ON_A_PHONE}
