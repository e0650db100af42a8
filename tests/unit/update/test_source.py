"""A kiosk finds what its ring is offered, and takes neither the old nor what failed before."""

from pathlib import Path

import pytest

from kiosk.errors import SetupFault
from kiosk.update.change import Machine, apply
from kiosk.update.source import NEWEST, Source
from kiosk.update.versions import Choice
from tests.unit.update.supplier import Supplier, machine_in


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return machine_in(tmp_path)


def offered(place: Path, ring: str, archive: Path) -> None:
    """As a supplier does: the archive first, then what names it."""
    folder = place / ring
    folder.mkdir(parents=True, exist_ok=True)
    (folder / archive.name).write_bytes(archive.read_bytes())
    (folder / NEWEST).write_text(f"{archive.name}\n")


def test_a_version_goes_from_ring_to_ring(machine: Machine, tmp_path: Path) -> None:
    supplier = Supplier(tmp_path)
    supplier.introduce(machine.keys)
    place = tmp_path / "place"
    first, rest = Source(str(place), "first"), Source(str(place), "all")
    old, new = supplier.make("0.1.0"), supplier.make("0.2.0")
    offered(place, "first", new)
    offered(place, "all", old)
    assert rest.offer_for(machine) is None
    offer = first.offer_for(machine)
    assert offer is not None
    with first.fetched(offer, machine) as archive:
        assert apply(machine, archive, 60) == "0.2.0"
    assert [path.name for path in machine.versions.folder.iterdir()] == ["0.2.0"]
    assert first.offer_for(machine) is None
    offered(place, "all", new)
    machine.versions.choose(Choice())
    assert rest.offer_for(machine) is not None


def test_what_failed_here_is_not_taken_again(machine: Machine, tmp_path: Path) -> None:
    offered(tmp_path / "place", "all", Supplier(tmp_path).make("0.2.0"))
    machine.versions.choose(Choice(failed="0.2.0"))
    assert Source(str(tmp_path / "place"), "all").offer_for(machine) is None


@pytest.mark.parametrize("line", ["", "../../etc/passwd", "uketsuke-1-x86_64.tar/..", "\xe5"])
def test_a_line_that_names_no_archive(machine: Machine, tmp_path: Path, line: str) -> None:
    (tmp_path / "all").mkdir()
    (tmp_path / "all" / NEWEST).write_text(line)
    with pytest.raises(SetupFault, match="names no archive"):
        Source(str(tmp_path), "all").offer_for(machine)


@pytest.mark.parametrize("place", ["/nowhere", "https://localhost:9"])
def test_a_source_that_is_not_there(machine: Machine, place: str) -> None:
    with pytest.raises(SetupFault, match="cannot be read"):
        Source(place, "all").offer_for(machine)


def test_a_disk_that_fills_keeps_room_for_the_ledger(
    machine: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered(tmp_path / "place", "all", Supplier(tmp_path).make("0.2.0"))
    source = Source(str(tmp_path / "place"), "all")
    offer = source.offer_for(machine)
    assert offer is not None
    monkeypatch.setattr("kiosk.update.source.SPARE_BYTES", 2**62)
    with pytest.raises(SetupFault, match="no room"), source.fetched(offer, machine):
        pass
    assert list(machine.versions.folder.iterdir()) == []
