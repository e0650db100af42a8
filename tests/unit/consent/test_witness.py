"""The ledger's file put back whole, or taken away: found by what is remembered outside it."""

import os
from contextlib import closing
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from consent.errors import LedgerUnusable, OutboxUnusable, StoreFailed
from consent.outbox import SqliteOutbox
from consent.verify import Damage, Verification, accept, verify
from consent.witness import witness_path
from tests.unit.consent.ledgers import fill, key_file, ledger_path, open_ledger, record
from tests.unit.consent.test_purge import purged

WRONG_TYPES = (
    b'{"ledger_id": "00", "base_sequence": "1", "base_link": "00", "sequence": 1,'
    b' "link": "00", "signature": "00"}'
)


def verified(folder: Path) -> Verification:
    return verify(ledger_path(folder), key_file(folder))


def named(verification: Verification) -> list[tuple[Damage, int, int]]:
    return [(problem.damage, problem.first, problem.last) for problem in verification.problems]


@pytest.fixture
def put_back(tmp_path: Path) -> Path:
    """A ledger of five entries whose file is again the one that held three."""
    fill(tmp_path, 3)
    earlier = ledger_path(tmp_path).read_bytes()
    fill(tmp_path, 2)
    ledger_path(tmp_path).write_bytes(earlier)
    return tmp_path


def test_an_older_copy_of_the_whole_file_is_found(put_back: Path) -> None:
    assert named(verified(put_back)) == [(Damage.TRUNCATED, 4, 5)]
    assert "put back to an earlier state" in str(verified(put_back).problems[0])


def test_the_kiosk_does_not_go_on_with_an_older_copy(put_back: Path) -> None:
    with pytest.raises(StoreFailed, match="Restore the newest backup"), open_ledger(put_back):
        pass
    with pytest.raises(OutboxUnusable, match="Restore the newest backup"):
        SqliteOutbox(ledger_path(put_back), key_file(put_back))
    assert not verified(put_back).intact, "what was refused must not have hidden it"


def test_an_older_copy_is_not_purged(put_back: Path) -> None:
    with pytest.raises(LedgerUnusable, match="earlier state"):
        purged(put_back, days=900)


def test_a_ledger_that_was_taken_away_is_missed(tmp_path: Path) -> None:
    fill(tmp_path, 3)
    ledger_path(tmp_path).unlink()
    with pytest.raises(StoreFailed, match="held 3 entries"), open_ledger(tmp_path):
        pass
    assert not ledger_path(tmp_path).exists()


def test_another_ledger_of_the_same_key_in_its_place_is_found(tmp_path: Path) -> None:
    ours, other = tmp_path / "ours", tmp_path / "other"
    fill(ours, 3)
    other.mkdir()
    (other / "consent.key").write_bytes((ours / "consent.key").read_bytes())
    (other / "consent.key").chmod(0o600)
    fill(other, 1)
    ledger_path(ours).write_bytes(ledger_path(other).read_bytes())
    assert named(verified(ours)) == [(Damage.TRUNCATED, 1, 3)]


def test_moved_aside_together_a_new_ledger_begins(tmp_path: Path) -> None:
    fill(tmp_path, 3)
    for path in (ledger_path(tmp_path), witness_path(ledger_path(tmp_path))):
        path.rename(path.with_name(f"{path.name}.aside"))
    fill(tmp_path, 1)
    assert verified(tmp_path) == Verification(entries=1, purged_to=0, problems=())


@pytest.mark.parametrize("content", [None, b"", b"{}", b"\xff", b"[]", WRONG_TYPES])
def test_a_ledger_with_entries_and_no_witness_is_refused_and_stays_so(
    tmp_path: Path, content: bytes | None
) -> None:
    lose_witness(tmp_path, content)
    assert named(verified(tmp_path)) == [(Damage.TRUNCATED, 1, 2)]
    for _ in range(2):
        with pytest.raises(StoreFailed, match="uketsuke consent accept"), open_ledger(tmp_path):
            pass
        with pytest.raises(OutboxUnusable, match="witness"):
            SqliteOutbox(ledger_path(tmp_path), key_file(tmp_path))
    assert not verified(tmp_path).intact


def test_who_says_that_it_is_the_newest_may_go_on(tmp_path: Path) -> None:
    lose_witness(tmp_path, None)
    assert accept(ledger_path(tmp_path), key_file(tmp_path)).intact
    fill(tmp_path, 1)
    assert verified(tmp_path) == Verification(entries=3, purged_to=0, problems=())


def test_what_was_put_back_cannot_be_accepted(put_back: Path) -> None:
    assert not accept(ledger_path(put_back), key_file(put_back)).intact
    assert named(verified(put_back)) == [(Damage.TRUNCATED, 4, 5)]


def test_a_new_ledger_that_lost_its_witness_has_nothing_to_hide(tmp_path: Path) -> None:
    with open_ledger(tmp_path):
        pass
    witness_path(ledger_path(tmp_path)).unlink()
    fill(tmp_path, 1)
    assert verified(tmp_path).intact


def lose_witness(folder: Path, content: bytes | None) -> None:
    fill(folder, 2)
    witness = witness_path(ledger_path(folder))
    witness.unlink()
    if content is not None:
        witness.write_bytes(content)


def test_a_witness_cannot_be_made_to_say_less(tmp_path: Path) -> None:
    fill(tmp_path, 2)
    witness = witness_path(ledger_path(tmp_path))
    witness.write_text(witness.read_text().replace('"sequence": 2', '"sequence": 1'))
    assert not verified(tmp_path).intact


def test_a_witness_that_lags_behind_after_a_crash_is_no_fault(tmp_path: Path) -> None:
    fill(tmp_path, 2)
    witness = witness_path(ledger_path(tmp_path))
    earlier = witness.read_bytes()
    fill(tmp_path, 1)
    witness.write_bytes(earlier)
    assert verified(tmp_path).intact
    with open_ledger(tmp_path) as ledger:
        ledger.append(record(3))
    assert verified(tmp_path).entries == 4


def test_a_purge_is_remembered_too(tmp_path: Path) -> None:
    fill(tmp_path, 3)
    before = ledger_path(tmp_path).read_bytes()
    purged(tmp_path, days=1.5)
    assert verified(tmp_path).intact
    ledger_path(tmp_path).write_bytes(before)
    assert named(verified(tmp_path)) == [(Damage.TRUNCATED, 4, 4)]


def test_a_consent_counts_although_the_witness_could_not_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_ledger(tmp_path) as ledger, capture_logs() as logs:
        with monkeypatch.context() as patch:
            patch.setattr(os, "open", _full_disk)
            ledger.append(record(1))
        ledger.append(record(2))
    assert [log["event"] for log in logs] == [
        "witness_not_kept",
        "consent_stored",
        "consent_stored",
    ]
    assert verified(tmp_path) == Verification(entries=2, purged_to=0, problems=())


def _full_disk(*_arguments: object) -> int:
    raise OSError(28, "No space left on device")


def test_the_witness_is_for_its_owner_only(tmp_path: Path) -> None:
    fill(tmp_path, 1)
    assert witness_path(ledger_path(tmp_path)).stat().st_mode & 0o777 == 0o600
    assert not [path for path in tmp_path.iterdir() if path.name.endswith(".new")]


def test_with_another_key_the_witness_stays_as_it_is(put_back: Path) -> None:
    """A kiosk that was started with the wrong key must not make the older copy the truth."""
    (put_back / "consent.key").rename(put_back / "right.key")
    with pytest.raises(StoreFailed), open_ledger(put_back):
        pass
    (put_back / "right.key").replace(put_back / "consent.key")
    assert named(verified(put_back)) == [(Damage.TRUNCATED, 4, 5)]
    with (
        pytest.raises(OutboxUnusable),
        closing(SqliteOutbox(ledger_path(put_back), key_file(put_back))),
    ):
        pass
