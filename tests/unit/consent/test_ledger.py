"""What is appended is kept, in order, and cannot be read without the key."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, timedelta, timezone
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from structlog.testing import capture_logs

from common.decisions import Decision
from common.errors import Bug
from consent.database import open_existing
from consent.entry import ConsentEntry, PurgeEntry, from_bytes, to_bytes
from consent.errors import StoreFailed
from consent.export import ExportFormat, export
from consent.keys import KeyFile, LedgerKeys
from consent.ledger import SqliteConsentLedger
from consent.port import Answer, ConsentRecord, Item, Provision
from consent.verify import verify
from tests.unit.consent.ledgers import (
    FIRST_DAY,
    fill,
    key_file,
    ledger_path,
    open_ledger,
    record,
    tampering,
)


def exported(folder: Path) -> str:
    out = StringIO()
    export(
        ledger_path(folder),
        key_file(folder),
        out,
        start=FIRST_DAY,
        end=FIRST_DAY + timedelta(days=1000),
        form=ExportFormat.JSONL,
    )
    return out.getvalue()


def test_records_are_kept_in_order_across_restarts(tmp_path: Path) -> None:
    fill(tmp_path, 2)
    with open_ledger(tmp_path) as ledger:
        ledger.append(record(3))
    verification = verify(ledger_path(tmp_path), key_file(tmp_path))
    assert verification.intact
    assert verification.entries == 3
    lines = exported(tmp_path).splitlines()
    assert [f'"session-{n}"' in line for n, line in enumerate(lines, start=1)] == [True] * 3


def test_declining_is_recorded_as_clearly_as_agreeing(tmp_path: Path) -> None:
    with open_ledger(tmp_path) as ledger:
        ledger.append(record(1, Decision.AGREED))
        ledger.append(record(2, Decision.DECLINED))
    agreed, declined = exported(tmp_path).splitlines()
    assert agreed.count('"decision": "agreed"') == 2
    assert declined.count('"decision": "declined"') == 2


def test_nothing_of_a_record_is_readable_in_the_files(tmp_path: Path) -> None:
    with open_ledger(tmp_path) as ledger:
        ledger.append(record(1))
        files = [path for path in tmp_path.iterdir() if path.name.startswith("consent.sqlite3")]
        raw = b"".join(path.read_bytes() for path in files)
    assert len(files) > 1  # The write-ahead log is looked at too.
    assert b"CREATE TABLE entry" in raw
    raw = raw.replace(b"face_tries", b"")  # The name of a table.
    words = (b"session-1", b"pseudonym-1", b"agreed", b"face", b"1311111111", b"kiosk-1", b"2026-")
    assert [word for word in words if word in raw] == []


def test_the_length_on_disk_does_not_tell_the_decision(tmp_path: Path) -> None:
    one_answer = replace(record(3), answers=record(3).answers[:1])
    with open_ledger(tmp_path) as ledger:
        for consent in (record(1), record(2, Decision.DECLINED), one_answer):
            ledger.append(consent)
    with tampering(tmp_path) as database:
        lengths = database.execute("SELECT DISTINCT length(sealed) FROM entry").fetchall()
    assert len(lengths) == 1


def test_the_log_tells_that_a_record_was_stored_and_nothing_of_it(tmp_path: Path) -> None:
    with capture_logs() as lines, open_ledger(tmp_path) as ledger:
        ledger.append(record(1))
    assert lines == [{"event": "consent_stored", "sequence": 1, "log_level": "info"}]


def test_a_commit_waits_for_the_disk(tmp_path: Path) -> None:
    fill(tmp_path, 1)
    database = open_existing(ledger_path(tmp_path))
    journal_mode = database.execute("PRAGMA journal_mode").fetchone()
    synchronous = database.execute("PRAGMA synchronous").fetchone()
    database.close()
    assert (journal_mode, synchronous) == (("wal",), (2,))  # 2: FULL


def test_threads_of_one_process_share_a_ledger(tmp_path: Path) -> None:
    with open_ledger(tmp_path) as ledger, ThreadPoolExecutor(4) as threads:
        list(threads.map(ledger.append, [record(number) for number in range(1, 21)]))
    verification = verify(ledger_path(tmp_path), key_file(tmp_path))
    assert verification.intact
    assert verification.entries == 20


def test_a_record_without_a_time_zone_is_a_bug_and_leaves_no_trace(tmp_path: Path) -> None:
    naive = replace(record(1), decided_at=FIRST_DAY.replace(tzinfo=None))
    with open_ledger(tmp_path) as ledger:
        with pytest.raises(Bug, match="time zone"):
            ledger.append(naive)
        ledger.append(record(1))
    assert verify(ledger_path(tmp_path), key_file(tmp_path)).entries == 1


def test_a_record_without_answers_is_a_bug(tmp_path: Path) -> None:
    with open_ledger(tmp_path) as ledger, pytest.raises(Bug, match="no answer"):
        ledger.append(replace(record(1), answers=()))


def test_a_ledger_is_not_continued_with_another_key(tmp_path: Path) -> None:
    fill(tmp_path, 1)
    with pytest.raises(StoreFailed, match="Restore the key"):
        SqliteConsentLedger(ledger_path(tmp_path), KeyFile(tmp_path / "another.key"))


def test_a_key_that_cannot_be_used_stops_the_ledger_with_its_remedy(tmp_path: Path) -> None:
    fill(tmp_path, 1)
    (tmp_path / "consent.key").chmod(0o644)
    with pytest.raises(StoreFailed, match="chmod 600"):
        SqliteConsentLedger(ledger_path(tmp_path), key_file(tmp_path))


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM entry WHERE sequence = 3",
        "UPDATE entry SET link = zeroblob(32) WHERE sequence = 3",
        "DELETE FROM head",
        "UPDATE head SET sequence = 2",
        "DELETE FROM entry",
    ],
)
def test_a_chain_that_was_tampered_with_is_not_continued(tmp_path: Path, damage: str) -> None:
    fill(tmp_path, 3)
    with open_ledger(tmp_path) as ledger:
        with tampering(tmp_path) as database:
            database.execute(damage)
        with pytest.raises(StoreFailed, match=str(ledger_path(tmp_path))):
            ledger.append(record(4))
    with pytest.raises(StoreFailed):
        SqliteConsentLedger(ledger_path(tmp_path), key_file(tmp_path))


def test_a_chain_with_a_record_slipped_in_behind_its_end_is_not_continued(tmp_path: Path) -> None:
    fill(tmp_path, 2)
    with open_ledger(tmp_path) as ledger:
        with tampering(tmp_path) as database:
            database.execute("INSERT INTO entry VALUES (3, x'00', x'00')")
        with pytest.raises(StoreFailed, match="uketsuke consent verify"):
            ledger.append(record(3))


texts = st.text(max_size=40)
moments = st.datetimes(
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=9))]),
    min_value=FIRST_DAY.replace(tzinfo=None),
)
items = st.sampled_from(Item)
decisions = st.sampled_from([Decision.AGREED, Decision.DECLINED])
answers = st.one_of(
    st.builds(Answer, items, decisions, texts, texts, texts, moments),
    st.builds(Provision, items, texts, moments),
)
records = st.builds(
    ConsentRecord,
    session_id=texts,
    answers=st.lists(answers, min_size=1, max_size=5).map(tuple),
    identity_method=texts,
    decided_at=moments,
    facility_code=texts,
    kiosk_id=texts,
    subject=texts,
)
sequences = st.integers(min_value=1, max_value=2**62)


@given(
    st.one_of(
        st.builds(ConsentEntry, sequences, records),
        st.builds(PurgeEntry, sequences, moments, moments, sequences),
    )
)
def test_every_entry_comes_back_as_it_was_written(entry: ConsentEntry | PurgeEntry) -> None:
    assert from_bytes(to_bytes(entry)) == entry


def test_keys_are_independent_of_each_other() -> None:
    keys = LedgerKeys.derive(bytes(32))
    signing = keys.signing.private_bytes_raw()
    assert len({keys.encryption, keys.pseudonym, signing, bytes(32)}) == 4
