"""`uketsuke update`: another version is put beside the one that runs, chosen, and judged.

Nothing that runs is touched. Until the choice is written, in one step, the kiosk starts what it
started before, at whatever moment the power is cut.
"""

import fcntl
import os
import platform
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version as version_of
from pathlib import Path

from common.files import sync_folder
from kiosk.control import ask
from kiosk.errors import SetupFault
from kiosk.update.archive import Archive, find_fault, opened
from kiosk.update.versions import PACKAGE, Choice, Trial, Versions, in_order

SPARE_BYTES = 2**28
"""What a disk must keep free beside a new version: ledger, results and log go on meanwhile."""

ADAPTERS = "adapters"
_DRAFT = ".new"
_ASK_EVERY_S = 1.0


@dataclass(frozen=True)
class Machine:
    """The kiosk that is updated."""

    versions: Versions
    keys: Path
    state: Path
    """Where the kiosk that runs is asked."""
    package_version: str
    """Of the copy that the Debian package brings."""

    def name_of(self, version: str) -> str:
        return self.package_version if version == PACKAGE else version


def package_version(versions: Versions) -> str:
    """What dpkg's copy is, told by its own metadata; this program's own where it has none."""
    found = sorted(versions.package.glob("_internal/uketsuke-*.dist-info"))
    return found[0].name.split("-")[1].removesuffix(".dist") if found else version_of("uketsuke")


def apply(machine: Machine, path: Path, limit_s: float) -> str:
    """Put the archive's version in place and choose it; return its name. Raises `SetupFault`.

    It is the kiosk's from its next start on.
    """
    with _alone(machine.versions), opened(path, machine.keys) as archive:
        choice = machine.versions.choice()
        _check(machine, choice, archive)
        _clean(machine.versions, choice)
        _check_room(machine.versions.folder, archive)
        new = archive.manifest.version
        _put_in_place(machine.versions, archive)
        _choose(machine.versions, Choice(new, choice.current, Trial.NEW, limit_s))
        _clean(machine.versions, machine.versions.choice())
        return new


def go_back(machine: Machine) -> str:
    """Choose the version before; return its name. Raises `SetupFault`."""
    with _alone(machine.versions):
        choice = machine.versions.choice()
        if choice.current == PACKAGE:
            raise SetupFault(
                "The version of the Debian package runs, and none before it is kept. Install the "
                "package that you want: apt-get install --allow-downgrades ./uketsuke_….deb."
            )
        _choose(machine.versions, choice.back())
        return machine.name_of(choice.former)


def start_anew(state: Path, wait_s: float) -> bool:
    """Have the kiosk end and start again once nobody is there; False: nobody did, within `wait_s`.

    Its parent then starts what was chosen.
    """
    deadline = time.monotonic() + wait_s
    while True:
        try:
            if ask(state, "renew").get("renewed"):
                return True
        except SetupFault:  # It does not run: its next start is the one.
            return False
        if time.monotonic() >= deadline:
            return False
        time.sleep(_ASK_EVERY_S)  # Its socket answers questions; it calls nobody.


def has_passed(versions: Versions, version: str) -> bool:
    """Wait until its trial has ended. Call it once the kiosk starts anew."""
    deadline = time.monotonic() + versions.choice().limit_s * 2 + 60
    while versions.choice().trial is not Trial.NONE and time.monotonic() < deadline:
        time.sleep(_ASK_EVERY_S)  # The parent, another process, notes it in that file.
    choice = versions.choice()
    return choice.current == version and choice.trial is Trial.NONE


@contextmanager
def _alone(versions: Versions) -> Iterator[None]:
    """One at a time, and only who may write there."""
    with _readable_for_all():
        descriptor = _opened_for_writing(versions.folder)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield
        except BlockingIOError:
            raise SetupFault("Another update goes on. Wait until it has ended.") from None
        finally:
            os.close(descriptor)


@contextmanager
def _readable_for_all() -> Iterator[None]:
    """What root writes here, whatever its mask, the kiosk's user starts."""
    mask = os.umask(0o022)
    try:
        yield
    finally:
        os.umask(mask)


def _opened_for_writing(folder: Path) -> int:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not os.access(folder, os.W_OK):
            raise PermissionError
        return os.open(folder, os.O_RDONLY)
    except OSError:
        raise SetupFault(f"{folder} may not be written. Run this command as root.") from None


def _check(machine: Machine, choice: Choice, archive: Archive) -> None:
    manifest = archive.manifest
    current = machine.name_of(choice.current)
    if choice.trial is not Trial.NONE:
        raise SetupFault(
            f"Version {current} was not judged yet. Wait until it has started, or go back: "
            "uketsuke update rollback."
        )
    if manifest.architecture != platform.machine():
        raise SetupFault(
            f"{archive.path} is for {manifest.architecture}, and this machine is "
            f"{platform.machine()}. Take the archive that was made for it."
        )
    if in_order(manifest.version) <= in_order(current):
        raise SetupFault(
            f"{archive.path} is version {manifest.version}, and {current} runs. To go back to the "
            "version before: uketsuke update rollback."
        )
    if in_order(current) < in_order(manifest.goes_on_from):
        raise SetupFault(
            f"{archive.path} goes on from version {manifest.goes_on_from}, and {current} runs, "
            "which could not read what it leaves. Apply an archive between the two first."
        )


def _check_room(folder: Path, archive: Archive) -> None:
    needed = archive.manifest.unpacked_bytes + SPARE_BYTES
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise SetupFault(
            f"{folder} has {free // 2**20} MiB free, and {needed // 2**20} MiB are needed. Make "
            "room on that disk."
        )


def _put_in_place(versions: Versions, archive: Archive) -> None:
    """Whole and on the disk before it has its name."""
    manifest = archive.manifest
    place = versions.place(manifest.version)
    draft = versions.folder / f"{_DRAFT}-{manifest.version}"
    draft.mkdir(mode=0o755)
    try:
        archive.unpack(draft)
        _add_adapters(versions, draft)
        os.sync()  # All of its files at once; each by itself would take minutes on a slow disk.
        if (damaged := find_fault(draft, manifest)) is not None:
            raise SetupFault(
                f"{draft / damaged} was not read back as it was written. Look at this machine's "
                "disk before anything else."
            )
        draft.rename(place)
        sync_folder(versions.folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _add_adapters(versions: Versions, draft: Path) -> None:
    """What a maker has put beside the package's program (docs/adapters.md) is every version's."""
    (draft / ADAPTERS).symlink_to(versions.package / ADAPTERS)


def _choose(versions: Versions, choice: Choice) -> None:
    try:
        versions.choose(choice)
    except OSError as error:
        raise SetupFault(
            f"{versions.choice_file} cannot be written ({error.strerror}). Make room on that disk."
        ) from None


def _clean(versions: Versions, choice: Choice) -> None:
    """What an update that was cut has left, and versions that nothing leads back to."""
    kept = {choice.current, choice.former}
    for path in versions.folder.iterdir():
        if path.name not in kept:
            shutil.rmtree(path, ignore_errors=True)


def described(machine: Machine) -> Iterator[tuple[str, str]]:
    """What `uketsuke update status` says."""
    choice = machine.versions.choice()
    yield "current", machine.name_of(choice.current)
    if choice.current != PACKAGE:
        yield "former", machine.name_of(choice.former)
    yield "trial", choice.trial.value or "none"
    if choice.failed:
        yield "failed", choice.failed
