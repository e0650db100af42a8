"""A ledger of an earlier version goes on, one of a later version is left alone, and back again."""

import os
import sqlite3
import stat
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from common.sqlite_file import COPY_KEPT_DAYS, Schema
from consent import database
from consent.errors import LedgerUnusable, OutboxUnusable, StoreFailed
from consent.outbox import SqliteOutbox, waiting
from consent.port import MessageState
from consent.purge import purge
from consent.verify import accept, verify
from tests.unit.consent.ledgers import (
    FIRST_DAY,
    fill,
    key_file,
    ledger_path,
    open_ledger,
    record,
    tampering,
)

FIRST_LEDGER = Path(__file__).with_name("first_ledger.sql")
KEY_OF_FIRST_LEDGER = "uketsuke-consent-key-1\n" + "00" * 32 + "\n"

LATER_STEP = (
    "CREATE TABLE later (one INTEGER PRIMARY KEY) STRICT",
    "ALTER TABLE entry ADD COLUMN later BLOB",
    "UPDATE entry SET later = zeroblob(100)",
)


@pytest.fixture
def first_ledger(tmp_path: Path) -> Path:
    """As the first version of the program left it."""
    path = ledger_path(tmp_path)
    with closing(sqlite3.connect(path)) as made:
        made.executescript(FIRST_LEDGER.read_text("utf-8"))
        made.execute("PRAGMA journal_mode = WAL")
    (tmp_path / "consent.key").write_text(KEY_OF_FIRST_LEDGER, "ascii")
    (tmp_path / "consent.key").chmod(0o600)
    assert accept(path, key_file(tmp_path)).intact
    return path


def number_of(folder: Path) -> int:
    with tampering(folder) as opened:
        (number,) = opened.execute("PRAGMA user_version").fetchone()
    return int(number)


def use_another_version(monkeypatch: pytest.MonkeyPatch, *more: Sequence[str]) -> None:
    """Of the program: one that takes these steps too."""
    steps = [*database.SCHEMA.steps, *more]
    monkeypatch.setattr(database, "SCHEMA", Schema(generation=1, steps=steps))


def copies(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.before-*"))


def test_the_first_ledger_goes_on_and_keeps_what_it_held(first_ledger: Path) -> None:
    folder = first_ledger.parent
    with open_ledger(folder) as ledger:
        ledger.append(record(3), b"message 3")
    found = verify(first_ledger, key_file(folder))
    assert found.intact
    assert found.entries == 3
    assert number_of(folder) == database.SCHEMA.number


def test_a_copy_is_kept_of_what_it_was(first_ledger: Path) -> None:
    folder = first_ledger.parent
    with closing(sqlite3.connect(first_ledger)) as opened:
        before = list(opened.iterdump())
    fill(folder, 1)
    (copy,) = copies(folder)
    with closing(sqlite3.connect(copy)) as opened:
        assert list(opened.iterdump()) == before
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_the_copy_goes_after_some_days_and_with_a_purge(first_ledger: Path) -> None:
    folder = first_ledger.parent
    fill(folder, 1)
    (copy,) = copies(folder)
    os.utime(copy, (time.time() - (COPY_KEPT_DAYS + 1) * 86_400,) * 2)
    with open_ledger(folder):
        pass
    assert copies(folder) == []
    copy.touch()
    now = FIRST_DAY + timedelta(days=100)
    purge(first_ledger, key_file(folder), before=now - timedelta(days=90), now=now)
    assert copies(folder) == []


def test_a_ledger_that_nobody_opened_since_is_purged(first_ledger: Path) -> None:
    now = FIRST_DAY + timedelta(days=100)
    done = purge(
        first_ledger, key_file(first_ledger.parent), before=now - timedelta(days=50), now=now
    )
    assert done.removed == 2
    assert verify(first_ledger, key_file(first_ledger.parent)).intact


def test_an_update_that_is_gone_back_from_leaves_a_ledger_that_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path, 2)
    with monkeypatch.context() as updated:
        use_another_version(updated, LATER_STEP)
        with open_ledger(tmp_path) as ledger:
            ledger.append(record(3), b"message 3")
        assert number_of(tmp_path) == database.SCHEMA.number
    with open_ledger(tmp_path) as ledger:  # The version before, which knows nothing of that step.
        ledger.append(record(4), b"message 4")
    with closing(SqliteOutbox(ledger_path(tmp_path), key_file(tmp_path))) as outbox:
        first = outbox.first(MessageState.REPORT)
        assert first is not None
        outbox.move(first, MessageState.DELIVER, b"result 3")
    found = verify(ledger_path(tmp_path), key_file(tmp_path))
    assert found.intact
    assert found.entries == 4
    assert number_of(tmp_path) == database.SCHEMA.number + 1


@pytest.mark.parametrize(
    "bad_step",
    [
        (*LATER_STEP, "INSERT INTO nowhere VALUES (1)"),
        (*LATER_STEP, "INSERT INTO entry (sequence, sealed, link) VALUES (1, x'', x'')"),
        ("DROP TABLE outbox", "no statement at all"),
    ],
)
def test_a_step_that_fails_leaves_the_version_before_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bad_step: Sequence[str]
) -> None:
    fill(tmp_path, 2)
    with tampering(tmp_path) as opened:
        before = list(opened.iterdump())
    with monkeypatch.context() as updated:
        use_another_version(updated, bad_step)
        with pytest.raises(StoreFailed), open_ledger(tmp_path):
            pass
    with tampering(tmp_path) as opened:
        assert list(opened.iterdump()) == before
    with open_ledger(tmp_path) as ledger:
        ledger.append(record(3))
    assert verify(ledger_path(tmp_path), key_file(tmp_path)).intact


def test_where_no_copy_can_be_kept_nothing_is_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path, 2)
    number = database.SCHEMA.number
    (tmp_path / f"consent.sqlite3.before-{number}").mkdir()
    with monkeypatch.context() as updated:
        use_another_version(updated, LATER_STEP)
        with pytest.raises(StoreFailed, match=str(tmp_path)), open_ledger(tmp_path):
            pass
    assert number_of(tmp_path) == number
    with open_ledger(tmp_path) as ledger:
        ledger.append(record(3))


def test_a_later_generation_is_refused_by_everybody_and_left_as_it_is(tmp_path: Path) -> None:
    fill(tmp_path, 2)
    keys = key_file(tmp_path)
    with tampering(tmp_path) as opened:
        opened.execute(f"PRAGMA user_version = {replace(database.SCHEMA, generation=2).number}")
    before = ledger_path(tmp_path).read_bytes()
    remedy = "newer version .* install it"
    with pytest.raises(StoreFailed, match=remedy), open_ledger(tmp_path):
        pass
    with pytest.raises(OutboxUnusable, match=remedy):
        SqliteOutbox(ledger_path(tmp_path), keys)
    with pytest.raises(OutboxUnusable, match=remedy):
        waiting(ledger_path(tmp_path))
    with pytest.raises(LedgerUnusable, match=remedy):
        verify(ledger_path(tmp_path), keys)
    now = FIRST_DAY + timedelta(days=100)
    with pytest.raises(LedgerUnusable, match=remedy):
        purge(ledger_path(tmp_path), keys, before=now - timedelta(days=50), now=now)
    assert ledger_path(tmp_path).read_bytes() == before
