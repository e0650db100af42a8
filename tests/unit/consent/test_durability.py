"""Power cuts, crashes and several workers: what was acknowledged is there, and the chain holds."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from consent.verify import Verification, verify
from tests.unit.consent.ledgers import fill, key_file, ledger_path, open_ledger, record

REPOSITORY = Path(__file__).parents[3]
DEADLINE_S = 60

APPEND_ONCE_AND_DIE = """
import os, signal, sys
from pathlib import Path
from tests.unit.consent.ledgers import open_ledger, record
with open_ledger(Path(sys.argv[1])) as ledger:
    ledger.append(record(1))
    os.kill(os.getpid(), signal.SIGKILL)
"""

APPEND_FOR_EVER = """
import sys
from itertools import count
from pathlib import Path
import structlog
structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))
from tests.unit.consent.ledgers import open_ledger, record
with open_ledger(Path(sys.argv[1])) as ledger:
    for number in count(1):
        ledger.append(record(1))
        print(number, flush=True)
"""

APPEND_MANY_WHEN_TOLD = """
import sys
from pathlib import Path
import structlog
structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))
from tests.unit.consent.ledgers import open_ledger, record
print("ready", flush=True)
sys.stdin.readline()
for worker in range(5):
    with open_ledger(Path(sys.argv[1])) as ledger:
        for _ in range(int(sys.argv[2]) // 5):
            ledger.append(record(1))
"""


def start(script: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)],
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONWARNINGS": "error"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def verified(folder: Path) -> Verification:
    return verify(ledger_path(folder), key_file(folder))


def test_a_record_is_there_when_the_process_is_killed_right_after_append(tmp_path: Path) -> None:
    child = start(APPEND_ONCE_AND_DIE, tmp_path)
    _, messages = child.communicate(timeout=DEADLINE_S)
    assert child.returncode == -signal.SIGKILL, messages
    verification = verified(tmp_path)
    assert verification.intact
    assert verification.entries == 1


def test_a_copy_of_the_files_at_the_moment_of_the_answer_holds_the_record(tmp_path: Path) -> None:
    """The file system as a power cut leaves it: log not yet merged, nothing closed."""
    running, after_the_cut = tmp_path / "running", tmp_path / "after"
    after_the_cut.mkdir()
    with open_ledger(running) as ledger:
        ledger.append(record(1))
        for path in running.iterdir():
            if not path.name.endswith("-shm"):  # Shared memory does not survive a power cut.
                (after_the_cut / path.name).write_bytes(path.read_bytes())
    (after_the_cut / "consent.key").chmod(0o600)
    fill(after_the_cut, 1)
    verification = verified(after_the_cut)
    assert verification.intact
    assert verification.entries == 2


@pytest.mark.parametrize("acknowledged", [1, 7, 20])
def test_a_kill_during_append_loses_nothing_acknowledged(tmp_path: Path, acknowledged: int) -> None:
    fill(tmp_path, 2)
    child = start(APPEND_FOR_EVER, tmp_path)
    assert child.stdout is not None
    for _ in range(acknowledged):
        child.stdout.readline()
    child.kill()
    rest = child.stdout.read()  # With what it had read ahead, which `communicate` leaves out.
    _, messages = child.communicate(timeout=DEADLINE_S)
    assert child.returncode == -signal.SIGKILL, messages
    acknowledged += len(rest.splitlines())
    verification = verified(tmp_path)
    assert verification.intact
    # One more: killed after the record was stored and before it was acknowledged.
    assert verification.entries - 2 in (acknowledged, acknowledged + 1)
    fill(tmp_path, 1)
    assert verified(tmp_path).intact


def test_two_workers_at_once_make_one_chain(tmp_path: Path) -> None:
    """Also the making of the key and of the ledger is raced for: neither is there yet."""
    children = [start(APPEND_MANY_WHEN_TOLD, tmp_path, 40) for _ in range(2)]
    for child in children:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
    for child in children:
        assert child.stdin is not None
        child.stdin.write("go\n")
        child.stdin.flush()
    for child in children:
        _, messages = child.communicate(timeout=DEADLINE_S)
        assert child.returncode == 0, messages
    verification = verified(tmp_path)
    assert verification.intact
    assert verification.entries == 80
    assert not list(tmp_path.glob(".*")), "drafts of raced files are left"
