"""A version is put in place whole or not at all; what is refused says why, and what to do."""

import fcntl
import io
import json
import os
import signal
import stat
import sys
import tarfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from kiosk.errors import SetupFault
from kiosk.update.archive import CONTENT, MANIFEST, Manifest, find_fault, opened
from kiosk.update.change import Machine, apply, described, go_back
from kiosk.update.versions import Choice, Trial
from tests.unit.update.supplier import Supplier, machine_in

LIMIT_S = 60


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return machine_in(tmp_path)


@pytest.fixture
def supplier(tmp_path: Path, machine: Machine) -> Supplier:
    (tmp_path / "supplier").mkdir()
    supplier = Supplier(tmp_path / "supplier")
    supplier.introduce(machine.keys)
    return supplier


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_version_is_put_in_place_with_all_its_parts(machine: Machine, supplier: Supplier) -> None:
    assert apply(machine, supplier.make("0.2.0"), LIMIT_S) == "0.2.0"
    place = machine.versions.place("0.2.0")
    assert (place / "libqt.so").read_bytes() == b"library 0.2.0"
    assert (place / "_internal/ocr.bin").read_bytes() == b"what reads numbers"
    assert stat.S_IMODE((place / "uketsuke").stat().st_mode) == 0o755
    assert stat.S_IMODE((place / "_internal/ocr.bin").stat().st_mode) == 0o644
    assert machine.versions.choice() == Choice("0.2.0", "", Trial.NEW, LIMIT_S)
    assert stat.S_IMODE(machine.versions.choice_file.stat().st_mode) == 0o644


def test_the_kiosks_user_may_read_what_a_careful_root_has_written(
    machine: Machine, supplier: Supplier
) -> None:
    archive = supplier.make("0.2.0")
    before = os.umask(0o077)
    try:
        apply(machine, archive, LIMIT_S)
        assert os.umask(0o077) == 0o077
    finally:
        os.umask(before)
    place = machine.versions.place("0.2.0")
    for path in (machine.versions.folder, place, *place.rglob("*")):
        assert path.is_symlink() or path.stat().st_mode & 0o044 == 0o044


def test_what_a_maker_has_added_goes_on_to_be_there(machine: Machine, supplier: Supplier) -> None:
    apply(machine, supplier.make("0.2.0"), LIMIT_S)
    added = machine.versions.package / "adapters" / "terminal.py"
    added.parent.mkdir()
    added.write_text("adapter")
    assert (machine.versions.place("0.2.0") / "adapters/terminal.py").read_text() == "adapter"


def test_the_version_before_is_kept_and_older_ones_are_not(
    machine: Machine, supplier: Supplier
) -> None:
    for version in ("0.2.0", "0.3.0", "0.10.0"):
        apply(machine, supplier.make(version), LIMIT_S)
        machine.versions.next()
        machine.versions.passed()
    assert names_in(machine.versions.folder) == {"0.3.0", "0.10.0"}
    assert dict(described(machine)) == {"current": "0.10.0", "former": "0.3.0", "trial": "none"}
    assert go_back(machine) == "0.3.0"
    assert dict(described(machine))["current"] == "0.3.0"
    assert dict(described(machine))["failed"] == "0.10.0"
    assert go_back(machine) == "0.1.0"
    with pytest.raises(SetupFault, match="none before it is kept"):
        go_back(machine)


def test_a_version_that_failed_may_come_again(machine: Machine, supplier: Supplier) -> None:
    archive = supplier.make("0.2.0")
    apply(machine, archive, LIMIT_S)
    machine.versions.next()
    machine.versions.failed()
    apply(machine, archive, LIMIT_S)
    assert machine.versions.choice().current == "0.2.0"


def test_a_new_key_follows_the_old_one(machine: Machine, tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    follower = Supplier(tmp_path / "new")
    follower.introduce(machine.keys, "new.pem")
    Supplier(tmp_path).introduce(machine.keys)
    apply(machine, follower.make("0.2.0"), LIMIT_S)


# What is refused


def test_of_a_stranger(machine: Machine, supplier: Supplier, tmp_path: Path) -> None:
    (tmp_path / "stranger").mkdir()
    assert_refused(machine, Supplier(tmp_path / "stranger").make("0.2.0"), "with none of the keys")


def test_without_any_key(machine: Machine, tmp_path: Path) -> None:
    assert_refused(machine, Supplier(tmp_path).make("0.2.0"), "Put the supplier's public key")


def test_a_key_that_others_may_write(machine: Machine, supplier: Supplier) -> None:
    (machine.keys / "supplier.pem").chmod(0o666)
    assert_refused(machine, supplier.make("0.2.0"), "can be written by others")


def test_what_is_no_key(machine: Machine, supplier: Supplier) -> None:
    (machine.keys / "other.pem").write_text("-----BEGIN NOTHING-----")
    assert_refused(machine, supplier.make("0.2.0"), "no public Ed25519 key")


def test_the_same_version_and_an_older_one(machine: Machine, supplier: Supplier) -> None:
    assert_refused(machine, supplier.make("0.1.0"), "version 0.1.0, and 0.1.0 runs. To go back")
    assert_refused(machine, supplier.make("0.0.9"), "version 0.0.9, and 0.1.0 runs")


def test_one_whose_ledger_this_version_could_not_read(machine: Machine, supplier: Supplier) -> None:
    archive = supplier.make("0.9.0", goes_on_from="0.5.0")
    assert_refused(machine, archive, "Apply an archive between the two first")


def test_another_machines(
    machine: Machine, supplier: Supplier, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = supplier.make("0.2.0")
    monkeypatch.setattr("platform.machine", lambda: "sparc64")
    assert_refused(machine, archive, "this machine is sparc64")


def test_a_disk_without_room(
    machine: Machine, supplier: Supplier, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = supplier.make("0.2.0")
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=5 * 2**20))
    assert_refused(machine, archive, "5 MiB free, and 256 MiB are needed. Make room")


def test_while_another_is_on_trial(machine: Machine, supplier: Supplier) -> None:
    apply(machine, supplier.make("0.2.0"), LIMIT_S)
    with pytest.raises(SetupFault, match=r"0\.2\.0 was not judged yet"):
        apply(machine, supplier.make("0.3.0"), LIMIT_S)
    assert machine.versions.choice().current == "0.2.0"


def test_what_is_not_there_and_what_is_no_archive(machine: Machine, supplier: Supplier) -> None:
    assert_refused(machine, supplier.folder / "nothing.tar", "No such file")
    other = supplier.folder / "other.tar"
    other.write_bytes(b"no tar at all" * 100)
    assert_refused(machine, other, "cut, or is none. Fetch it anew")
    other.write_bytes(b"")
    assert_refused(machine, other, "cut, or is none")


@pytest.mark.parametrize("part", [0.05, 0.3, 0.6, 0.9])
def test_cut_on_the_way(machine: Machine, supplier: Supplier, part: float) -> None:
    archive = supplier.make("0.2.0", files={"voice.opus": os.urandom(200_000)})
    archive.write_bytes(archive.read_bytes()[: int(archive.stat().st_size * part)])
    assert_refused(machine, archive, "cut")


def test_one_bit_of_its_content_altered(machine: Machine, supplier: Supplier) -> None:
    archive = supplier.make("0.2.0", files={"voice.opus": os.urandom(200_000)})
    content = bytearray(archive.read_bytes())
    content[-30_000] ^= 1
    archive.write_bytes(content)
    assert_refused(machine, archive, "cut or altered")


def test_a_manifest_altered(machine: Machine, supplier: Supplier) -> None:
    archive = supplier.make("0.2.0")
    archive.write_bytes(archive.read_bytes().replace(b'"0.2.0"', b'"0.9.0"'))
    assert_refused(machine, archive, "with none of the keys")


Alter = Callable[[dict[str, Any]], None]


def _through_a_link(manifest: dict[str, Any]) -> None:
    manifest["links"]["_internal2"] = "_internal"
    manifest["files"]["_internal2/more"] = manifest["files"]["uketsuke"]


@pytest.mark.parametrize(
    ("alter", "why"),
    [
        (lambda m: m["files"].update({"../out": m["files"]["uketsuke"]}), "leads out"),
        (lambda m: m["files"].update({"/etc/out": m["files"]["uketsuke"]}), "leads out"),
        (lambda m: m["links"].update({"libqt.so": "/etc/passwd"}), "leads out"),
        (lambda m: m["links"].update({"libqt.so": "_internal/../../out"}), "leads out"),
        (_through_a_link, "through a link"),
        (lambda m: m["files"].pop("uketsuke"), "no program"),
        (lambda m: m.update(version="../../etc"), "no version"),
        (lambda m: m.update(format=2), "archive of a version"),
        (lambda m: m["files"].pop("_internal/ocr.bin"), "ocr.bin in it is not what"),
        (lambda m: m["files"].update({"more": m["files"]["uketsuke"]}), "more is missing"),
        (lambda m: m["links"].update({"libqt.so": "uketsuke"}), "libqt.so in it is not what"),
    ],
)  # fmt: skip
def test_signed_and_yet_not_what_it_should_be(
    machine: Machine, supplier: Supplier, alter: Alter, why: str
) -> None:
    with tarfile.open(supplier.make("0.2.0")) as whole:
        manifest = json.loads(whole.extractfile(MANIFEST).read())  # type: ignore[union-attr]
        whole.extract(CONTENT, supplier.folder, filter="data")
    alter(manifest)
    altered = supplier.folder / "altered.tar"
    supplier.sign(altered, json.dumps(manifest).encode(), supplier.folder / CONTENT)
    assert_refused(machine, altered, why)


def test_a_device_in_the_place_of_a_file(machine: Machine, supplier: Supplier) -> None:
    content = supplier.folder / CONTENT
    with tarfile.open(content, "w:xz") as packed:
        device = tarfile.TarInfo("uketsuke")
        device.type = tarfile.CHRTYPE
        packed.addfile(device)
    with tarfile.open(supplier.make("0.2.0")) as whole:
        manifest = json.loads(whole.extractfile(MANIFEST).read())  # type: ignore[union-attr]
    manifest["content"] = json.loads(_manifest_of(content).content.model_dump_json())
    altered = supplier.sign(supplier.folder / "altered.tar", json.dumps(manifest).encode(), content)
    assert_refused(machine, altered, "uketsuke in it is not what")


def _manifest_of(content: Path) -> Manifest:
    from kiosk.update.archive import manifest_of
    from tests.unit.update.supplier import write_program

    write_program(content.parent / "any", "")
    return manifest_of(
        content.parent / "any",
        io.BytesIO(content.read_bytes()),
        version="0.2.0",
        architecture="",
        goes_on_from="0.1.0",
    )


def test_a_disk_that_does_not_keep_what_is_written(
    machine: Machine, supplier: Supplier, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = supplier.make("0.2.0")

    def damage() -> None:
        (written,) = machine.versions.folder.glob(".new*/_internal/ocr.bin")
        written.write_bytes(b"what reads nombers")

    monkeypatch.setattr("os.sync", damage)
    assert_refused(machine, archive, "ocr.bin was not read back as it was written")


def assert_refused(machine: Machine, archive: Path, why: str) -> None:
    """It says so, and everything is as it was."""
    before = machine.versions.choice()
    with pytest.raises(SetupFault) as refused:
        apply(machine, archive, LIMIT_S)
    assert why in str(refused.value)
    assert machine.versions.choice() == before
    assert not machine.versions.folder.exists() or names_in(machine.versions.folder) == set()


# The process is killed at each step

STEPS = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.symlink", "os.chmod"}
"""Audit events of Python (sys.audit) before each change of a disk."""


def test_killed_at_any_step_a_whole_version_starts(machine: Machine, supplier: Supplier) -> None:
    apply(machine, supplier.make("0.2.0"), LIMIT_S)
    machine.versions.next()
    machine.versions.passed()
    archive = supplier.make("0.3.0")
    manifests = {"0.2.0": manifest_in(machine, supplier.folder / archive.name.replace("3", "2", 1))}
    manifests["0.3.0"] = manifest_in(machine, archive)
    before = Choice("0.2.0")
    started: list[str] = []
    while killed_at(len(started), lambda: apply(machine, archive, LIMIT_S)):
        version = machine.versions.choice().current
        started.append(version)
        assert machine.versions.is_there(version)
        assert find_fault(machine.versions.place(version), manifests[version]) is None
        machine.versions.choose(before)  # What the kill has left stays.
    assert len(started) > 20
    assert started == sorted(started)
    assert set(started) == {"0.2.0", "0.3.0"}
    assert names_in(machine.versions.folder) == {"0.2.0", "0.3.0"}


def manifest_in(machine: Machine, archive: Path) -> Manifest:
    with opened(archive, machine.keys) as found:
        return found.manifest


def killed_at(step: int, act: Callable[[], object]) -> bool:
    """Run `act` in a process of its own, killed before its `step`th change; False: it ended."""
    pid = os.fork()
    if pid == 0:
        left = step

        def count(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal left
            if event not in STEPS or (event == "open" and not _writes(arguments)):
                return
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            left -= 1

        sys.addaudithook(count)
        try:
            act()
        finally:
            os._exit(0)
    _, status = os.waitpid(pid, 0)
    return os.WIFSIGNALED(status)


def _writes(arguments: tuple[object, ...]) -> bool:
    flags = arguments[2]
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR))


def test_it_is_on_the_disk_before_it_has_its_name_and_has_its_name_before_it_is_chosen(
    machine: Machine, supplier: Supplier, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a power cut leaves out of the disk's cache is nothing that anybody relies on."""
    archive = supplier.make("0.2.0")
    synced: list[tuple[str, str]] = []
    sync, fsync = os.sync, os.fsync

    def look() -> None:
        (place,) = machine.versions.folder.iterdir()
        assert {path.name for path in place.rglob("*")} == {
            "uketsuke", "libqt.so", "_internal", "libqt.so.6", "ocr.bin", "adapters"
        }  # fmt: skip
        synced.append((place.name, machine.versions.choice().current))

    def sync_all() -> None:
        look()
        sync()

    def sync_one(file: int) -> None:
        look()
        fsync(file)

    monkeypatch.setattr("os.sync", sync_all)
    monkeypatch.setattr("os.fsync", sync_one)
    apply(machine, archive, LIMIT_S)
    assert synced == [
        (".new-0.2.0", ""),  # Its files.
        ("0.2.0", ""),  # Its name.
        ("0.2.0", ""),  # The choice,
        ("0.2.0", "0.2.0"),  # and that it has taken the place of the former one.
    ]


def test_who_may_not_write_there_is_told(
    machine: Machine, supplier: Supplier, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = supplier.make("0.2.0")
    monkeypatch.setattr("os.access", lambda *_: False)
    with pytest.raises(SetupFault, match="Run this command as root"):
        apply(machine, archive, LIMIT_S)


def test_two_at_a_time(machine: Machine, supplier: Supplier) -> None:
    archive = supplier.make("0.2.0")
    machine.versions.folder.mkdir()
    other = os.open(machine.versions.folder, os.O_RDONLY)
    try:
        fcntl.flock(other, fcntl.LOCK_EX)
        assert_refused(machine, archive, "Another update goes on")
    finally:
        os.close(other)
