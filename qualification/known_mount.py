"""Whether the result folder still lies on the share that it lay on.

A share that is not mounted leaves its mount point: an empty folder on the local disk, which may
be written, and which no receipt computer reads.
"""

import json
import os
from pathlib import Path

import structlog

from common.files import replace_whole
from qualification.errors import ResultNotWritten

log = structlog.get_logger(__name__)


class KnownMount:
    def __init__(self, folder: Path, memory: Path) -> None:
        """`memory`: a file of the kiosk's, so that a share missing since boot is missed too."""
        self._folder = folder
        self._memory = memory

    def check(self) -> None:
        """Raises `ResultNotWritten` when the share is gone that was there before."""
        here, known = _mount_of(self._folder), self._remembered()
        if here == known:
            return
        if known is not None and here in known.parents:
            raise ResultNotWritten(
                self._folder,
                f"the share that was mounted at {known} is not there",
                "Mount it, or check the receipt computer; if the folder is to be on the local "
                f"disk from now on, delete {self._memory}.",
            )
        self._remember(here)

    def _remembered(self) -> Path | None:
        try:
            kept = json.loads(self._memory.read_text("utf-8"))
            return Path(kept["mount"]) if kept["folder"] == str(self._folder) else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _remember(self, mount: Path) -> None:
        kept = json.dumps({"folder": str(self._folder), "mount": str(mount)})
        try:
            replace_whole(self._memory, kept.encode())
        except OSError as error:  # Results go on; only a missing share would not be noticed.
            log.warning("result_mount_not_remembered", errno=error.errno)


def _mount_of(folder: Path) -> Path:
    """The nearest mount point above."""
    path = folder.resolve()
    while not os.path.ismount(path) and path != path.parent:
        path = path.parent
    return path
