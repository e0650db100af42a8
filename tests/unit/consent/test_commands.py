"""`uketsuke consent …` and `results queue` as an auditor types them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from consent.keys import KeyFile
from consent.ledger import SqliteConsentLedger
from tests.unit.consent.ledgers import record, tampering

LIMIT_S = 120
UKETSUKE = (sys.executable, "-m", "kiosk.cli")
DAYS = ("--from", "2026-04-01", "--to", "2026-04-03")


@pytest.fixture
def world(tmp_path: Path) -> Path:
    """A demo world whose kiosk has had three patients, one each day from 2026-04-01."""
    state = tmp_path / "state"
    ledger = SqliteConsentLedger(state / "consent.sqlite", KeyFile(state / "consent.key"))
    for number in (1, 2, 3):
        ledger.append(record(number), b"message")
    ledger.close()
    return tmp_path


def uketsuke(world: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [
            *(*UKETSUKE, *arguments[:2]),
            *("--state", str(world / "state"), *arguments[2:]),
        ],
        capture_output=True,
        encoding="utf-8",
        timeout=LIMIT_S,
        check=False,
    )


def test_an_intact_ledger_is_said_to_be_so(world: Path) -> None:
    done = uketsuke(world, "consent", "verify")
    assert (done.returncode, done.stdout) == (0, "3 entries, intact\n")


def test_damage_is_named_and_the_export_says_so_too(world: Path) -> None:
    (world / "state" / "consent.sqlite").rename(world / "state" / "consent.sqlite3")
    with tampering(world / "state") as database:
        database.execute("DELETE FROM entry WHERE sequence = 2")
    (world / "state" / "consent.sqlite3").rename(world / "state" / "consent.sqlite")
    done = uketsuke(world, "consent", "verify")
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "entry 2 deleted: missing in the chain",
        "2 entries, NOT intact",
    ]
    exported = uketsuke(world, "consent", "export", *DAYS, "--format", "jsonl")
    assert exported.returncode == 1
    assert [json.loads(line)["sequence"] for line in exported.stdout.splitlines()] == [1, 3]
    assert "entry 2 deleted" in exported.stderr
    purged = uketsuke(world, "consent", "purge", "--before", "2026-04-03")
    assert purged.returncode == 2
    assert "Nothing was removed" in purged.stderr


def test_the_last_day_of_an_export_is_in_it(world: Path) -> None:
    done = uketsuke(world, "consent", "export", *DAYS)
    assert done.returncode == 0
    header, *lines = done.stdout.splitlines()
    assert header.startswith("sequence,decided_at,valid_until,facility_code,kiosk_id")
    assert [line.split(",")[0] for line in lines] == ["1", "1", "2", "2", "3", "3"]


def test_an_export_without_end(world: Path) -> None:
    done = uketsuke(world, "consent", "export", "--from", "0001-01-01", "--to", "9999-12-31")
    assert (done.returncode, len(done.stdout.splitlines())) == (0, 7)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device on this system")
def test_a_full_disk_is_said_in_one_line(world: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*UKETSUKE, "consent", "export", "--state", str(world / "state"), *DAYS],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            timeout=LIMIT_S,
            check=False,
        )
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert "No space left on device. Make room" in line


def test_a_lost_witness_is_named_and_can_be_accepted(world: Path) -> None:
    (world / "state" / "consent.sqlite.witness").unlink()
    assert "witness file is missing" in uketsuke(world, "consent", "verify").stdout
    assert uketsuke(world, "consent", "accept").stdout == "3 entries, intact\n"
    assert uketsuke(world, "consent", "verify").returncode == 0


def test_a_purge_leaves_a_chain_that_verifies(world: Path) -> None:
    done = uketsuke(world, "consent", "purge", "--before", "2026-04-03")
    assert (done.returncode, done.stdout) == (0, "2 entries removed\n")
    assert uketsuke(world, "consent", "verify").stdout == "2 entries, intact\n"


def test_the_key_may_lie_elsewhere(world: Path) -> None:
    key = (world / "state" / "consent.key").rename(world / "elsewhere.key")
    missing = uketsuke(world, "consent", "verify")
    assert missing.returncode == 2
    assert "consent.key is missing" in missing.stderr
    assert uketsuke(world, "consent", "verify", "--key", str(key)).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("export", "--from", "1st April", "--to", "2026-04-03"), "write it as YYYY-MM-DD"),
        (("export", "--from", "2026-04-03", "--to", "2026-04-01"), "name the first day first"),
        (("export", *DAYS, "--format", "xml"), "choose csv or jsonl"),
        (("purge", "--before", "2999-01-01"), "valid for 24 hours"),
        (("verify", "--state", "/nonexistent"), "no consent ledger at /nonexistent"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    world: Path, arguments: tuple[str, ...], said: str
) -> None:
    done = uketsuke(world, "consent", *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "command", [("consent", "verify"), ("consent", "export", *DAYS), ("results", "queue")]
)
def test_no_command_guesses_whose_consents_it_touches(command: tuple[str, ...]) -> None:
    done = subprocess.run([*UKETSUKE, *command], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "--config" in done.stderr
    assert "--state" in done.stderr


def test_what_waits_is_listed_without_a_name(world: Path) -> None:
    done = uketsuke(world, "results", "queue")
    assert done.returncode == 0
    *lines, last = done.stdout.splitlines()
    assert last == "3 waiting"
    assert all("waits for the online service" in line for line in lines)


def test_a_backup_that_is_put_back_carries_the_chain_on(world: Path, tmp_path: Path) -> None:
    """A kiosk that is replaced: ledger, witness and key on another machine."""
    copy = tmp_path / "copy"
    done = uketsuke(world, "consent", "backup", "--to", str(copy))
    assert (done.returncode, done.stdout) == (0, "3 entries, intact\n")
    assert (copy / "consent.sqlite").stat().st_mode & 0o077 == 0
    replaced = tmp_path / "replaced"
    (copy / "consent.key").write_bytes((world / "state" / "consent.key").read_bytes())
    (copy / "consent.key").chmod(0o600)
    replaced.mkdir()
    copy.rename(replaced / "state")
    state = replaced / "state"
    ledger = SqliteConsentLedger(state / "consent.sqlite", KeyFile(state / "consent.key"))
    ledger.append(record(4), b"message")
    ledger.close()
    assert uketsuke(replaced, "consent", "verify").stdout == "4 entries, intact\n"


def test_a_backup_of_a_damaged_ledger_is_told(world: Path, tmp_path: Path) -> None:
    (world / "state" / "consent.sqlite").rename(world / "state" / "consent.sqlite3")
    with tampering(world / "state") as database:
        database.execute("DELETE FROM entry WHERE sequence = 2")
    (world / "state" / "consent.sqlite3").rename(world / "state" / "consent.sqlite")
    done = uketsuke(world, "consent", "backup", "--to", str(tmp_path / "copy"))
    assert done.returncode == 1
    assert done.stdout.splitlines()[-1] == "2 entries, NOT intact"
