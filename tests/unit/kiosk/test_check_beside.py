"""Cameras are checked in a process of its own, and whatever it finds ends in one line."""

import errno
import os
import queue
from collections.abc import Callable
from multiprocessing.process import BaseProcess

import pytest

from kiosk.check_beside import CheckBeside
from kiosk.errors import SetupFault
from reader.errors import ReaderUnavailable
from reader.port import ReaderProblem

SOON_S = 60.0


def all_is_well() -> None:
    pass


def no_reader() -> None:
    raise ReaderUnavailable(ReaderProblem.NO_SERVICE)


def driver_crashes() -> None:
    os.abort()


@pytest.mark.parametrize(
    ("check", "said"), [(no_reader, "pcscd"), (driver_crashes, "a driver has crashed")]
)
def test_what_cannot_be_used_ends_the_kiosk(check: Callable[[], None], said: str) -> None:
    refused: queue.SimpleQueue[None] = queue.SimpleQueue()
    beside = CheckBeside(check, refused=lambda: refused.put(None))
    beside.start()
    refused.get(timeout=SOON_S)
    with pytest.raises(SetupFault, match=said):
        beside.result()


def test_a_kiosk_whose_equipment_works_is_left_alone() -> None:
    refused: queue.SimpleQueue[None] = queue.SimpleQueue()
    beside = CheckBeside(all_is_well, refused=lambda: refused.put(None))
    beside.start()
    beside.wait(SOON_S)
    beside.result()
    assert refused.empty()


def test_without_memory_for_a_process_the_kiosk_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_memory(_process: BaseProcess) -> None:
        raise OSError(errno.ENOMEM, "Cannot allocate memory")

    monkeypatch.setattr(BaseProcess, "start", no_memory)
    refused: queue.SimpleQueue[None] = queue.SimpleQueue()
    beside = CheckBeside(all_is_well, refused=lambda: refused.put(None))
    beside.start()
    refused.get(timeout=SOON_S)
    with pytest.raises(SetupFault, match="Free some memory"):
        beside.result()
