"""Which version of the program is the kiosk: the one that was chosen, on trial until it works.

The parent that starts the kiosk asks here. Whatever is wrong with a choice, some program that was
whole before is started: the version before, or the package's own copy, which is always there.
"""

import os
import re
import sys
import tomllib
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

import structlog

from common.files import read_regular, replace_whole
from kiosk.bundle import is_bundle

log = structlog.get_logger(__name__)

PACKAGE = ""
"""In the place of a version: the copy that the Debian package has put there."""

TRIAL_LIMIT_S = 60.0
"""From the start of a new version until it could receive a patient."""

LONGEST_TRIAL_S = 3600.0

PROGRAM = "uketsuke"
"""The program's file in its folder."""

_VERSION = re.compile(r"\d{1,6}(\.\d{1,6}){1,3}")


def is_version(text: str) -> bool:
    """Digits and dots: the name of a folder, and nothing that leads out of one."""
    return _VERSION.fullmatch(text) is not None


def in_order(version: str) -> tuple[int, ...]:
    """By which versions are compared; of `is_version`."""
    return tuple(map(int, version.split(".")))


class Trial(Enum):
    NONE = ""
    """It has passed, or needs none."""
    NEW = "new"
    """It was not started yet."""
    STARTED = "started"
    """It was started once and has not passed."""


@dataclass(frozen=True)
class Choice:
    current: str = PACKAGE
    former: str = PACKAGE
    trial: Trial = Trial.NONE
    limit_s: float = TRIAL_LIMIT_S
    failed: str = ""
    """The last version that was gone back from."""

    def back(self) -> "Choice":
        """The version before, and no trial: it has worked."""
        return Choice(current=self.former, failed=self.current)


@dataclass(frozen=True)
class Program:
    """What the parent starts."""

    command: list[str]
    trial_s: float | None = None
    """Within which it has to pass, where it is on trial."""


@dataclass(frozen=True)
class Versions:
    """Where they lie; by default where the Debian package has them."""

    folder: Path = Path("/opt/uketsuke/versions")
    choice_file: Path = Path("/var/lib/uketsuke/version.toml")
    package: Path = Path("/usr/lib/uketsuke")

    @property
    def is_here(self) -> bool:
        """Whether this process is the package's own copy, which starts and judges the others."""
        return is_bundle() and Path(sys.executable).parent == self.package

    def choice(self) -> Choice:
        """The package's own copy where nothing was chosen, or it cannot be read."""
        try:
            values = tomllib.loads(read_regular(self.choice_file, follow=False).decode())
            choice = Choice(
                str(values["current"]),
                str(values["former"]),
                Trial(values["trial"]),
                float(values["limit_s"]),
                str(values["failed"]),
            )
        except (OSError, ValueError, KeyError, TypeError):
            return Choice()
        named = (choice.current, choice.former, choice.failed)
        is_meant = all(each == PACKAGE or is_version(each) for each in named)
        return choice if is_meant and 0 < choice.limit_s <= LONGEST_TRIAL_S else Choice()

    def choose(self, choice: Choice) -> None:
        """In one step, also over a power cut; everybody may read it. Raises `OSError`."""
        content = (
            f'current = "{choice.current}"\n'
            f'former = "{choice.former}"\n'
            f'trial = "{choice.trial.value}"\n'
            f"limit_s = {choice.limit_s}\n"
            f'failed = "{choice.failed}"\n'
        )
        replace_whole(self.choice_file, content.encode(), mode=0o644)

    def place(self, version: str) -> Path:
        return self.package if version == PACKAGE else self.folder / version

    def is_there(self, version: str) -> bool:
        return os.access(self.place(version) / PROGRAM, os.X_OK)

    # The parent's side

    def next(self) -> Program:
        """What to start now. A version on trial has one start to pass in."""
        choice = self.choice()
        if choice.trial is Trial.STARTED or not self.is_there(choice.current):
            choice = self._go_back(choice)
        if choice.trial is Trial.NEW:
            try:
                self.choose(replace(choice, trial=Trial.STARTED))
            except OSError as error:  # It could not be gone back from after a power cut.
                log.error("version_not_noted", errno=error.errno)
                choice = choice.back()
        limit_s = choice.limit_s if choice.trial is Trial.NEW else None
        return Program(self._command(choice.current), limit_s)

    def passed(self) -> None:
        """What was started last could receive a patient."""
        choice = self.choice()
        if choice.trial is not Trial.STARTED:  # Another was chosen meanwhile.
            return
        log.info("version_passed", code=choice.current)
        try:
            self.choose(replace(choice, trial=Trial.NONE, failed=""))
        except OSError as error:  # It runs; its next start goes back.
            log.error("version_not_noted", errno=error.errno)

    def failed(self) -> None:
        """What was started last could not."""
        choice = self.choice()
        if choice.trial is Trial.STARTED:
            self._go_back(choice)

    def _go_back(self, choice: Choice) -> Choice:
        if choice.current == PACKAGE:
            return Choice()
        back = choice.back()
        log.error("version_failed", code=choice.current)
        try:
            self.choose(back)
        except OSError as error:  # The next start comes here again.
            log.error("version_not_noted", errno=error.errno)
        return back

    def _command(self, version: str) -> list[str]:
        place = self.place(version) if self.is_there(version) else self.package
        return [str(place / PROGRAM)]
