"""`make pages`: writes the pages of docs/ that are made from code and data."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import face_page
import glossary
import licences
import log_page
import stops_page

PAGES: dict[Path, Callable[[], str]] = {
    face_page.PAGE: face_page.page,
    glossary.PAGE: glossary.page,
    licences.PAGE: licences.page,
    log_page.PAGE: log_page.page,
    stops_page.PAGE: stops_page.page,
}


def main() -> int:
    for path, page in PAGES.items():
        path.write_text(page(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
