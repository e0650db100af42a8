"""What strangers can send us, each with the function that reads it: it must answer or refuse.

A target returns for any bytes at all. A refusal is one of our faults; anything else that it
raises is a crash.
"""

import tomllib
from collections.abc import Callable
from contextlib import suppress
from unittest.mock import patch

from common.errors import Fault
from faceauth.photo import decode_photo
from kiosk import config
from kiosk.delivery import process as delivery
from kiosk.worker import messages
from kiosk.worker.certificate import standing_of
from qualification.oqs import xml
from qualification.oqs.codes import CharacterCode
from reader import card_face, tlv
from reader.card import MyNumberCard
from reader.report import photo_figures
from simulation.card.card import VirtualCard
from simulation.card.content import CardContent
from tests.unit.reader.direct import DirectConnection

Target = Callable[[bytes], None]


def objects_of_a_card(data: bytes) -> None:
    with suppress(Fault):
        tlv.by_tag(data)
    with suppress(Fault):
        for part in tlv.children(data):
            tlv.children(part.value)
    with suppress(Fault):
        tlv.total_length(data)


def face_record(data: bytes) -> None:
    """EF 0002, then the length of it in two bytes, then EF 0004."""
    length = int.from_bytes(data[:2], "big")
    with suppress(Fault):
        card_face.parse_face_record(bytearray(data[2 : 2 + length]), data[2 + length :], None)


class CertificateOfACard:
    """Read as from a card that has it."""

    def __init__(self, content: CardContent) -> None:
        self._card = MyNumberCard(DirectConnection(VirtualCard(content)))

    def __call__(self, data: bytes) -> None:
        with suppress(Fault), patch("reader.jpki.read_auth_certificate", return_value=data):
            standing_of(self._card.auth_certificate())


def photo(data: bytes) -> None:
    with suppress(Fault):
        decode_photo(bytearray(data))
    with suppress(Fault):
        photo_figures(bytearray(data))


def answer_of_the_service(data: bytes) -> None:
    with suppress(Fault):
        message = xml.parse(data)
        for encoding in CharacterCode:
            xml.parse(xml.build(message, encoding))


def configuration(data: bytes) -> None:
    with suppress(Fault, UnicodeDecodeError, tomllib.TOMLDecodeError):
        config.from_values(tomllib.loads(data.decode("utf-8-sig")), "the file")


def words_of_a_child(data: bytes) -> None:
    messages.WIRES.from_child.read(data)
    delivery.WIRES.from_child.read(data)


class CommandToACard:
    """What pcscd's virtual reader hands on; the card keeps its state from one to the next."""

    def __init__(self, content: CardContent) -> None:
        self._card = VirtualCard(content)

    def __call__(self, data: bytes) -> None:
        assert len(self._card.transmit(data)) >= 2, "no status word"


def targets(content: CardContent) -> dict[str, Target]:
    """All by name; `content` is of any demo card."""
    return {
        "objects-of-a-card": objects_of_a_card,
        "face-record": face_record,
        "certificate": CertificateOfACard(content),
        "photo": photo,
        "answer-of-the-service": answer_of_the_service,
        "configuration": configuration,
        "words-of-a-child": words_of_a_child,
        "command-to-a-card": CommandToACard(content),
    }
