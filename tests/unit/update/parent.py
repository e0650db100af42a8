"""`uketsuke run` as the package's own copy runs it, with versions in a folder of the test's."""

import sys
from pathlib import Path

from kiosk import log
from kiosk.update.versions import Versions
from kiosk.watchdog import watch


def versions_in(folder: Path) -> Versions:
    return Versions(folder / "versions", folder / "version.toml", folder / "package")


def main() -> int:
    folder, _run, *options = sys.argv[1:]
    log.configure(None)
    return watch(versions_in(Path(folder)), ["run", "--unwatched", *options])


if __name__ == "__main__":
    sys.exit(main())
