"""A process beside the kiosk that was taken over gets no further by what it says."""

import os
import pickle
import resource
import struct
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from kiosk.child_process import MOST_MESSAGES_IN_A_SECOND, ChildProcess, KioskLink
from kiosk.session.events import PinRejected
from kiosk.worker.messages import WIRES

LIMIT_S = 60
MARK = "KIOSK_RAN_MY_CODE"
SAID = PinRejected("s1", 1, tries_left=2)


class Code:
    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        return os.system, (f"touch {os.environ[MARK]}",)


def pickled(pipe: Connection) -> None:
    pipe.send(Code())


def a_pickle_in_a_message(pipe: Connection) -> None:
    pipe.send_bytes(b"PinRejected " + pickle.dumps(Code()))


def unknown(pipe: Connection) -> None:
    pipe.send_bytes(b'StaffReset {"session_id":"s1"}')


def not_named(pipe: Connection) -> None:
    pipe.send_bytes(b"\xff\xfe\x00")


def other_content(pipe: Connection) -> None:
    pipe.send_bytes(b'PinRejected {"session_id":"s1","request_id":"1","tries_left":[]}')


def four_gigabytes(pipe: Connection) -> None:
    os.write(pipe.fileno(), struct.pack("!iQ", -1, 4 << 30) + bytes(4096))


def half_a_message(pipe: Connection) -> None:
    os.write(pipe.fileno(), struct.pack("!i", 100) + b"PinRejected ")


def too_long(pipe: Connection) -> None:
    pipe.send_bytes(b"PinRejected " + b" " * (1 << 20))


def flood(pipe: Connection) -> None:
    while True:
        KioskLink(pipe, WIRES).say(SAID)


def attack(pipe: Connection, deed: Callable[[Connection], None]) -> None:
    """Process entry: something right first, then the attack; then it would go on."""
    link = KioskLink(pipe, WIRES)
    link.say(SAID)
    deed(pipe)
    link.next_message()


@pytest.mark.parametrize(
    "deed",
    [
        pickled, a_pickle_in_a_message, unknown, not_named, other_content, four_gigabytes,
        half_a_message, too_long, flood,
    ],
)  # fmt: skip
def test_it_is_ended_and_nothing_else_happens(
    deed: Callable[[Connection], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = tmp_path / "mark"
    monkeypatch.setenv(MARK, str(mark))
    largest_before_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    child = ChildProcess("attacker", WIRES, attack, deed)
    heard = list(child.messages(LIMIT_S, LIMIT_S, alive=lambda: None))
    assert child.spoke_rubbish
    assert not child.stood_still
    child.close()
    assert heard[0] == SAID
    assert set(heard) == {SAID}
    assert len(heard) <= MOST_MESSAGES_IN_A_SECOND
    assert not mark.exists()
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < largest_before_kb + 64 * 1024
