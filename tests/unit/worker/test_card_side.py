"""What of the card is read, and when nothing more of it is."""

import queue
from dataclasses import replace
from datetime import UTC, datetime

from kiosk.session.events import CardRead, CardRefused, NumberBNeeded
from kiosk.session.screens import StopReason
from kiosk.worker.card_side import CardSide
from kiosk.worker.messages import Begin, FromWorker
from qualification.port import Challenge, IdentityMethod
from reader.errors import SurfaceUnreadable
from reader.port import SurfaceReading
from tests.unit.worker.fakes import parts

SOON_S = 60
CHALLENGE = Challenge("c", bytes(32), datetime(2999, 1, 1, tzinfo=UTC))


class Scanner:
    """Sees nothing, and counts how often it was asked to look."""

    def __init__(self) -> None:
        self.looks = 0

    def scan(self) -> SurfaceReading:
        self.looks += 1
        raise SurfaceUnreadable


def read(temper: str, scanner: Scanner) -> "queue.SimpleQueue[FromWorker]":
    said: queue.SimpleQueue[FromWorker] = queue.SimpleQueue()
    made = replace(parts(temper)(), surface=scanner)
    side = CardSide(made, Begin("s1", "Reader", reads_photo=True), said.put)
    side.read(then_photo=lambda _photo: None)
    side.prove(IdentityMethod.PIN, CHALLENGE).result(SOON_S)  # Comes after all of that.
    return said


def test_the_surface_is_looked_at_after_the_card_is_read() -> None:
    scanner = Scanner()
    said = read("good", scanner)
    assert isinstance(said.get(timeout=SOON_S), CardRead)
    assert said.get(timeout=SOON_S) == NumberBNeeded("s1")
    assert scanner.looks == 1


def test_nothing_more_is_read_of_a_card_that_was_refused() -> None:
    scanner = Scanner()
    said = read("expired", scanner)
    assert said.get(timeout=SOON_S) == CardRefused("s1", StopReason.CERTIFICATE_EXPIRED)
    assert said.empty()
    assert scanner.looks == 0
