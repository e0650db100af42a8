"""A reader whose name is not ASCII, or not even UTF-8, as makers' drivers give them."""

import os
import subprocess
import sys

import pytest

from simulation.card_slot.pcscd import PrivatePcscd
from tests.faults.readers.conftest import watching

NAMES = {
    "japanese": "受付リーダー".encode(),
    "mark": "FeliCa® Port".encode(),
    "shift-jis": "受付".encode("cp932"),
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_the_readers_beside_it_are_used(pcscd: PrivatePcscd, name: bytes) -> None:
    pcscd.add_reader(name)
    with pcscd, watching(pcscd) as watcher:
        assert watcher.until(f"found {pcscd.reader_name}") == [f"found {pcscd.reader_name}"]


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_alone_it_is_named_with_what_to_do(name: bytes) -> None:
    with PrivatePcscd(name) as pcscd:
        with watching(pcscd) as watcher:
            assert watcher.until("lost no_reader") == ["lost no_reader"]
        command = [sys.executable, "-m", "kiosk.cli", "card", "read"]
        done = subprocess.run(
            command,
            env={**os.environ, **pcscd.environment},
            capture_output=True,
            text=True,
            check=False,
        )
        assert "\\x" in done.stdout
        assert "FRIENDLYNAME" in done.stdout
