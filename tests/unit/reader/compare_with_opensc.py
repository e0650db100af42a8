"""`make bench NAME=reader`: what the kiosk needs before a PIN is sent, beside OpenSC's own reading.

Both read the same virtual card through the same pcscd, at the pace of 106 kbit/s over the air.
"""

import logging
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

import structlog

from reader.card import MyNumberCard
from reader.pcsc import PcscCardSource
from simulation.card.card import VirtualCard
from simulation.card.content import CardContent, load_content
from simulation.card_slot.pcscd import PrivatePcscd, why_unavailable
from simulation.card_slot.vpcd import VpcdReader
from tests.bench.figure import Figure, keep
from tests.unit.reader.bench import PcscBench, announced
from tests.unit.reader.photos import drawn_world

RATE_KBIT_S = 106
ROUNDS = 5
MAX_WALL, MAX_APDUS = 0.55, 0.35
LIMITED_BY = (
    f"the air, played at {RATE_KBIT_S} kbit/s: a certificate is some 1.6 kB, and each command "
    "costs 5 ms besides. So it is the number of commands and bytes that is kept small."
)
OPENSC = ("pkcs15-tool", "--read-certificate", "01")


class CountingCard(VirtualCard):
    """Knows how many commands it got, and when the first came and the last was answered."""

    commands = 0
    first_at = 0.0
    last_at = 0.0

    def transmit(self, raw: bytes) -> bytes:
        if not self.commands:
            self.first_at = time.perf_counter()
        self.commands += 1
        answer = super().transmit(raw)
        self.last_at = time.perf_counter()
        return answer


@dataclass(frozen=True)
class Round:
    wall_ms: float
    on_card_ms: float
    """From the first command to the last answer."""
    apdus: int


def measure(bench: PcscBench, content: CardContent, read: Callable[[], None]) -> list[Round]:
    rounds = []
    for _ in range(ROUNDS):
        card = CountingCard(content, rate_kbit_s=RATE_KBIT_S)
        with announced(bench, card):
            started = time.perf_counter()
            read()
            wall_ms = (time.perf_counter() - started) * 1000
        rounds.append(Round(wall_ms, (card.last_at - card.first_at) * 1000, card.commands))
        bench.close()
    return rounds


def kiosk_reads(reader: str) -> None:
    """Token, certificate, tries left: then the patient may choose, and type the PIN."""
    card = MyNumberCard(PcscCardSource().connect(reader))
    card.token()
    card.auth_certificate()
    card.pin_tries_left()
    card.close()


def opensc_reads() -> None:
    subprocess.run(OPENSC, check=True, capture_output=True, timeout=60)


def main() -> int:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    reason = why_unavailable()
    if reason is not None:
        print(f"make bench NAME=reader: {reason}", file=sys.stderr)
        return 2
    with PrivatePcscd() as daemon:
        os.environ.update(daemon.environment)
        content = load_content(drawn_world() / "cards", "hanako")
        bench = PcscBench(daemon, VpcdReader("127.0.0.1", daemon.vpcd_port))
        ours = measure(bench, content, lambda: kiosk_reads(bench.reader_name))
        theirs = measure(bench, content, opensc_reads)
    return report(ours, theirs)


def report(ours: list[Round], theirs: list[Round]) -> int:
    figures = []

    def row(name: str, of: Callable[[Round], float], unit: str = "") -> float:
        left, right = (statistics.median(map(of, rounds)) for rounds in (ours, theirs))
        named = f"{name}, {unit}" if unit else name
        print(f"{named:34}{left:10.0f}{right:14.0f}{left / right:10.2f}")
        figures.append(Figure(name, left, unit, "pkcs15-tool", right))
        return left / right

    print(
        f"at {RATE_KBIT_S} kbit/s, median of {ROUNDS:<12}{'kiosk':>8}{'pkcs15-tool':>14}     ratio"
    )
    wall = row("wall time", lambda r: r.wall_ms, "ms")
    row("first command to last answer", lambda r: r.on_card_ms, "ms")
    apdus = row("APDUs", lambda r: r.apdus)
    keep("reader", "A card, read until a PIN can be typed", LIMITED_BY, figures)
    passed = wall <= MAX_WALL and apdus <= MAX_APDUS
    print(f"wall at most {MAX_WALL}, APDUs at most {MAX_APDUS}: {'held' if passed else 'NOT held'}")
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
