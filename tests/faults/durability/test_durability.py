"""A short run of the proofs of `make prove NAME=durability`, and that they would see a loss."""

import subprocess
import sys
from pathlib import Path

import pytest

from consent import database
from tests.faults.durability.power_cut import cut_everywhere

REPOSITORY = Path(__file__).parents[3]
LIMIT_S = 900

KILLS_IN_CI = 20
"""Half of them of all processes; `make prove NAME=durability` has 500."""


@pytest.mark.skipif(sys.platform != "linux", reason="kills by what /proc tells")
def test_killing_the_kiosk_loses_nothing() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.durability.kill_test", str(KILLS_IN_CI)],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


needs_sqlite_library = pytest.mark.skipif(
    sys.platform != "linux", reason="traces the writes of libsqlite3.so.0"
)


@needs_sqlite_library
def test_power_cuts_lose_nothing(tmp_path: Path) -> None:
    findings = cut_everywhere(tmp_path, sessions=4, seed=1)
    assert findings.cuts > 100
    assert findings.problems == []


@needs_sqlite_library
def test_a_ledger_that_does_not_sync_is_caught(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = database.open_existing

    def careless(path: Path) -> object:
        connection = usual(path)
        connection.execute("PRAGMA synchronous = OFF")
        return connection

    monkeypatch.setattr(database, "open_existing", careless)
    assert cut_everywhere(tmp_path, sessions=2, seed=1).problems
