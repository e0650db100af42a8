"""What of the card is read, and when nothing more of it is."""

import queue
from dataclasses import replace
from datetime import UTC, datetime

from common.certificate_dates import CertificateStanding
from kiosk.session.events import CardRead, CardRefused, NumberBNeeded, PinAccepted
from kiosk.session.screens import PinOffer, StopReason
from kiosk.session.states import Card
from kiosk.worker.card_side import CardSide
from kiosk.worker.messages import Begin, FromWorker
from qualification.port import Challenge, IdentityMethod, IdentityProof, PhoneProof
from reader.errors import SurfaceUnreadable
from reader.port import Carrier, SurfaceReading
from tests.unit.worker.fakes import RIGHT_PIN, worker_parts

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
    made = replace(worker_parts(temper), surface=scanner)
    begin = Begin("s1", "Reader", reads_photo=True)
    side = CardSide(made, begin, said.put, show=lambda _certificate: None)
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


class Phone:
    """Laid down, and read."""

    def __init__(self, temper: str) -> None:
        self.said: queue.SimpleQueue[FromWorker] = queue.SimpleQueue()
        self.scanner = Scanner()
        made = replace(worker_parts(temper), surface=self.scanner)
        begin = Begin("s1", "Reader", reads_photo=True)
        self._side = CardSide(made, begin, self.said.put, show=lambda _certificate: None)
        self._side.read(then_photo=lambda _photo: None)

    def hear(self) -> FromWorker:
        return self.said.get(timeout=SOON_S)

    def type_pin(self) -> None:
        self._side.verify_pin(1, bytearray(RIGHT_PIN))

    def proof(self, method: IdentityMethod) -> IdentityProof:
        return self._side.prove(method, CHALLENGE).result(SOON_S)


def test_an_android_shows_its_certificate_after_its_pin_and_then_signs() -> None:
    phone = Phone("android")
    card = Card(PinOffer.READY, 3, CertificateStanding.VALID, Carrier.ANDROID)
    assert phone.hear() == CardRead("s1", card)
    phone.type_pin()
    assert phone.hear() == CardRead("s1", card)
    assert phone.hear() == PinAccepted("s1", 1)
    proof = phone.proof(IdentityMethod.PIN)
    assert proof == PhoneProof(IdentityMethod.PIN, CHALLENGE.nonce)
    assert phone.scanner.looks == 0, "there is nothing printed on a phone"


def test_an_android_with_an_expired_certificate() -> None:
    phone = Phone("android_expired")
    assert isinstance(phone.hear(), CardRead)
    phone.type_pin()
    assert phone.hear() == CardRefused("s1", StopReason.PHONE_CERTIFICATE_EXPIRED)


def test_an_iphone_has_no_pin_to_type() -> None:
    phone = Phone("iphone")
    card = Card(PinOffer.NO_PIN, 0, CertificateStanding.VALID, Carrier.IPHONE)
    assert phone.hear() == CardRead("s1", card)
    proof = phone.proof(IdentityMethod.PHONE)
    assert proof == PhoneProof(IdentityMethod.PHONE, CHALLENGE.nonce)


def test_an_iphone_that_has_not_asked_its_owner() -> None:
    phone = Phone("iphone_not_confirmed")
    assert phone.hear() == CardRefused("s1", StopReason.PHONE_NOT_CONFIRMED)
