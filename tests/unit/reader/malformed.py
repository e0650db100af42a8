"""Cards that answer nonsense: a true session, in which answers are damaged in many ways.

`python -m tests.unit.reader.malformed COUNT` proves it with so many damaged answers (`make
prove-reader`); the tests do it with fewer.
"""

import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from reader.card import MyNumberCard
from reader.errors import ReaderFault
from reader.number_b import number_b_of
from reader.report import CardReport, fill_report
from simulation.card.card import VirtualCard
from simulation.card.content import CardContent, load_content
from tests.unit.reader.direct import DirectConnection
from tests.unit.reader.photos import drawn_world

PIN = b"1234"
MAX_COMMANDS = 0x8000 // 256 + 80
"""More than the longest file and a session take: beyond it, reading loops."""

STATUS_WORDS = (
    0x6281, 0x6282, 0x6283, 0x6300, 0x63C0, 0x63C1, 0x63CF, 0x6100, 0x6C10, 0x6700, 0x6881, 0x6882,
    0x6981, 0x6982, 0x6983, 0x6984, 0x6985, 0x6986, 0x6A80, 0x6A82, 0x6A83, 0x6A86, 0x6A88, 0x6B00,
    0x6D00, 0x6E00, 0x6F00, 0x0000, 0xFFFF, 0x9001,
)  # fmt: skip

Record = tuple[tuple[bytes, bytes], ...]
"""Commands of a healthy session in their order, each with its answer."""

Damage = Callable[[random.Random, bytes], bytes]


def _another_status_word(rng: random.Random, answer: bytes) -> bytes:
    return answer[:-2] + rng.choice(STATUS_WORDS).to_bytes(2, "big")


def _only_a_status_word(rng: random.Random, answer: bytes) -> bytes:
    return rng.choice(STATUS_WORDS).to_bytes(2, "big")


def _cut(rng: random.Random, answer: bytes) -> bytes:
    return answer[: rng.randrange(max(1, len(answer) - 2))] + answer[-2:]


def _extended(rng: random.Random, answer: bytes) -> bytes:
    return answer[:-2] + rng.randbytes(rng.choice((1, 2, 256, 65000))) + answer[-2:]


def _flipped(rng: random.Random, answer: bytes) -> bytes:
    damaged = bytearray(answer)
    for _ in range(rng.randint(1, 8)):
        damaged[rng.randrange(max(1, len(damaged) - 2))] ^= 1 << rng.randrange(8)
    return bytes(damaged)


def _false_header(rng: random.Random, answer: bytes) -> bytes:
    """The place where tags and lengths stand."""
    damaged = bytearray(answer)
    for at in range(min(6, len(damaged) - 2)):
        if rng.random() < 0.5:
            damaged[at] = rng.choice((0x00, 0x01, 0x1F, 0x7F, 0x80, 0x81, 0x82, 0x83, 0x84, 0xFF))
    return bytes(damaged)


def _nonsense(rng: random.Random, answer: bytes) -> bytes:
    return rng.randbytes(rng.randint(0, 256)) + b"\x90\x00"


def _filled(rng: random.Random, answer: bytes) -> bytes:
    return bytes((rng.choice((0x00, 0x30, 0xFF)),)) * (len(answer) - 2) + answer[-2:]


DAMAGES: tuple[Damage, ...] = (
    _another_status_word, _only_a_status_word, _cut, _extended, _flipped, _false_header, _nonsense,
    _filled,
)  # fmt: skip


class DamagedConnection:
    """Answers from the record of a true session, damaged from the `start`th command on."""

    def __init__(self, record: Record, rng: random.Random, start: int) -> None:
        self._record = record
        self._rng = rng
        self._start = start
        self._position = 0
        self.commands = 0
        self.damaged = 0

    def transmit(self, apdu: bytes | bytearray) -> tuple[bytes, int]:
        self.commands += 1
        assert self.commands < MAX_COMMANDS, "reading loops"
        answer = self._answer(bytes(apdu))
        if self.commands >= self._start and self._rng.random() < 0.7:
            self.damaged += 1
            answer = self._rng.choice(DAMAGES)(self._rng, answer)
        return answer[:-2], int.from_bytes(answer[-2:], "big")

    def _answer(self, command: bytes) -> bytes:
        """As in the record, from where it stands on; the same bytes mean other files later."""
        length = len(self._record)
        for step in range(length):
            at = (self._position + step) % length
            if self._record[at][0] == command:
                self._position = at + 1
                return self._record[at][1]
        return b"\x6a\x82"

    @contextmanager
    def exclusive(self) -> Iterator[None]:
        yield

    def close(self) -> None:
        pass


def whole_reading(card: MyNumberCard, content: CardContent) -> CardReport:
    """Everything that the reader can do with a card."""
    report, number = CardReport(), number_b_of(content.surface.reading)
    fill_report(report, card, bytearray(PIN), number, lambda _: None)
    if report.face is not None:
        card.prove_genuine(b"nonce")
    card.attributes_by_pin(bytearray(PIN))
    card.has_pin()
    card.verify_pin(bytearray(PIN))
    card.sign(b"nonce")
    return report


class Recording(DirectConnection):
    """Remembers what was said."""

    def __init__(self, card: VirtualCard) -> None:
        super().__init__(card)
        self.exchanges: list[tuple[bytes, bytes]] = []

    def transmit(self, apdu: bytes | bytearray) -> tuple[bytes, int]:
        data, sw = super().transmit(apdu)
        self.exchanges.append((bytes(apdu), data + sw.to_bytes(2, "big")))
        return data, sw


def record_of(content: CardContent) -> Record:
    recording = Recording(VirtualCard(content))
    whole_reading(MyNumberCard(recording), content)
    return tuple(recording.exchanges)


def damaged_session(record: Record, content: CardContent, rng: random.Random) -> tuple[int, str]:
    """(damaged answers, how it ended). Anything but an `ReaderFault` comes out."""
    connection = DamagedConnection(record, rng, rng.randint(1, len(record)))
    card = MyNumberCard(connection)
    try:
        report = whole_reading(card, content)
        report.as_json_object()
    except ReaderFault as fault:
        return connection.damaged, type(fault).__name__
    finally:
        card.close()
    return connection.damaged, "read"


def main() -> int:
    wanted, started = int(sys.argv[-1]), time.monotonic()
    content = load_content(drawn_world() / "cards", "hanako")
    record, rng = record_of(content), random.Random(0)
    endings: Counter[str] = Counter()
    damaged = 0
    while damaged < wanted:
        count, ending = damaged_session(record, content, rng)
        damaged += count
        endings[ending] += 1
    print(f"{damaged} damaged answers in {endings.total()} sessions, each ended as it must:")
    for ending, count in endings.most_common():
        print(f"{count:10}  {ending}")
    print(f"{time.monotonic() - started:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
