"""What waits to leave the kiosk: in order, unreadable to others, never lost, never twice."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from consent.errors import OutboxUnusable, StoreFailed
from consent.keys import KeyFile
from consent.outbox import SqliteOutbox, waiting
from consent.port import MessageState
from consent.verify import verify
from tests.unit.consent.ledgers import key_file, ledger_path, open_ledger, record, tampering


@pytest.fixture
def outbox(tmp_path: Path) -> Iterator[SqliteOutbox]:
    with closing(SqliteOutbox(ledger_path(tmp_path), key_file(tmp_path))) as outbox:
        yield outbox


def store(folder: Path, *numbers: int) -> None:
    with open_ledger(folder) as ledger:
        for number in numbers:
            ledger.append(record(number), f"message {number}".encode())


def test_a_record_and_its_message_are_one_commit(tmp_path: Path, outbox: SqliteOutbox) -> None:
    store(tmp_path, 1)
    with (
        open_ledger(tmp_path) as ledger,
        pytest.raises(StoreFailed, match="UNIQUE"),
    ):
        ledger.append(record(1), b"the same session once more")
    assert verify(ledger_path(tmp_path), key_file(tmp_path)).entries == 1
    message = outbox.first(MessageState.REPORT)
    assert message is not None
    assert (message.key, message.content) == ("session-1", b"message 1")


def test_messages_go_their_way_oldest_first(tmp_path: Path, outbox: SqliteOutbox) -> None:
    store(tmp_path, 1, 2)
    first = outbox.first(MessageState.REPORT)
    assert first is not None
    outbox.move(first, MessageState.DELIVER, b"result 1")
    second = outbox.first(MessageState.REPORT)
    assert second is not None
    assert second.key == "session-2"
    result = outbox.first(MessageState.DELIVER)
    assert result is not None
    assert (result.key, result.content, result.stored_at) == (
        "session-1",
        b"result 1",
        first.stored_at,
    )
    outbox.remove(result)
    assert outbox.first(MessageState.DELIVER) is None
    assert [message.key for message in waiting(ledger_path(tmp_path))] == ["session-2"]


def test_whoever_comes_second_changes_nothing(tmp_path: Path, outbox: SqliteOutbox) -> None:
    store(tmp_path, 1)
    message = outbox.first(MessageState.REPORT)
    assert message is not None
    outbox.move(message, MessageState.DELIVER, b"first answer")
    outbox.move(message, MessageState.DELIVER, b"second answer")
    outbox.remove(message)
    result = outbox.first(MessageState.DELIVER)
    assert result is not None
    assert result.content == b"first answer"


def test_nothing_of_it_can_be_read_in_the_file(tmp_path: Path, outbox: SqliteOutbox) -> None:
    store(tmp_path, 1)
    files = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"message 1" not in files


def test_its_length_does_not_tell_what_it_says(tmp_path: Path) -> None:
    with open_ledger(tmp_path) as ledger:
        ledger.post("short", b"no")
        ledger.post("long", b"yes" * 100)
    with tampering(tmp_path) as database:
        lengths = database.execute("SELECT DISTINCT length(sealed) FROM outbox").fetchall()
    assert len(lengths) == 1


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE outbox SET sealed = zeroblob(1052) WHERE key = 'session-1'",
        "UPDATE outbox SET sealed = x'' WHERE key = 'session-1'",
        "UPDATE outbox SET sealed = substr(sealed, -16) WHERE key = 'session-1'",
        "UPDATE outbox SET sealed = (SELECT sealed FROM outbox WHERE key = 'session-2')"
        " WHERE key = 'session-1'",
        "UPDATE outbox SET stored_at = '2020-01-01T00:00:00+00:00' WHERE key = 'session-1'",
    ],
)
def test_a_message_that_was_changed_is_set_aside_and_holds_up_no_other(
    tmp_path: Path, outbox: SqliteOutbox, change: str
) -> None:
    store(tmp_path, 1, 2)
    with tampering(tmp_path) as database:
        database.execute(change)
    message = outbox.first(MessageState.REPORT)
    assert message is not None
    assert message.key == "session-2"
    assert [p.state for p in waiting(ledger_path(tmp_path))] == [
        MessageState.REFUSED,
        MessageState.REPORT,
    ]


COLUMNS = "position, key, stage, stored_at, sealed"


def rows(folder: Path) -> list[tuple[object, ...]]:
    with tampering(folder) as database:
        return database.execute(f"SELECT {COLUMNS} FROM outbox").fetchall()


def put_back(folder: Path, row: tuple[object, ...]) -> None:
    with tampering(folder) as database:
        database.execute(f"INSERT INTO outbox ({COLUMNS}) VALUES (?, ?, ?, ?, ?)", row)


@pytest.mark.parametrize("state", [MessageState.REPORT, MessageState.DELIVER])
def test_a_row_that_is_copied_back_is_refused(
    tmp_path: Path, outbox: SqliteOutbox, state: MessageState
) -> None:
    store(tmp_path, 1, 2)
    message = outbox.first(MessageState.REPORT)
    assert message is not None
    if state is not MessageState.REPORT:
        outbox.move(message, state, b"result")
        message = outbox.first(state)
        assert message is not None
    (copied,) = (row for row in rows(tmp_path) if row[1] == "session-1")
    outbox.remove(message)
    put_back(tmp_path, copied)
    with capture_logs() as logs:
        assert outbox.first(state) != message
    assert "outbox_message_does_not_open" in [log["event"] for log in logs]
    other = outbox.first(MessageState.REPORT)
    assert other is not None
    assert other.key == "session-2"


def test_a_list_from_before_the_last_consent_vouches_for_nothing(
    tmp_path: Path, outbox: SqliteOutbox
) -> None:
    store(tmp_path, 1)
    with tampering(tmp_path) as database:
        (old,) = database.execute("SELECT one, listed, mac FROM outbox_list").fetchall()
    (copied,) = rows(tmp_path)
    message = outbox.first(MessageState.REPORT)
    assert message is not None
    outbox.remove(message)
    store(tmp_path, 2)
    put_back(tmp_path, copied)
    with tampering(tmp_path) as database:
        database.execute("REPLACE INTO outbox_list (one, listed, mac) VALUES (?, ?, ?)", old)
    assert outbox.first(MessageState.REPORT) is None
    assert outbox.count(MessageState.REFUSED) == 2


def test_what_has_left_is_nowhere_in_the_files(tmp_path: Path, outbox: SqliteOutbox) -> None:
    store(tmp_path, 1)
    message = outbox.first(MessageState.REPORT)
    assert message is not None
    outbox.move(message, MessageState.DELIVER, b"result" * 100)
    message = outbox.first(MessageState.DELIVER)
    assert message is not None
    (row,) = rows(tmp_path)
    sealed = row[4]
    assert isinstance(sealed, bytes)
    with closing(sqlite3.connect(ledger_path(tmp_path))) as reader, reader:
        reader.execute("SELECT count(*) FROM outbox").fetchone()
    outbox.remove(message)
    outbox.forget_refused(keep=1)
    left = b"".join(path.read_bytes() for path in tmp_path.glob("consent.sqlite3*"))
    assert sealed[:64] not in left
    assert sealed[-64:] not in left


def sealed_of_the_only_row(folder: Path) -> bytes:
    (row,) = rows(folder)
    sealed = row[4]
    assert isinstance(sealed, bytes)
    return sealed


def is_in_the_files(sealed: bytes, folder: Path) -> bool:
    left = b"".join(path.read_bytes() for path in folder.glob("consent.sqlite3*"))
    return sealed[:64] in left or sealed[-64:] in left


def test_what_left_before_the_process_died_is_forgotten_by_the_next(
    tmp_path: Path, outbox: SqliteOutbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    store(tmp_path, 1)
    message = outbox.first(MessageState.REPORT)
    assert message is not None
    sealed = sealed_of_the_only_row(tmp_path)

    def dies(_database: object) -> bool:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("consent.database.forget_what_was_deleted", dies)
        with pytest.raises(KeyboardInterrupt):
            outbox.remove(message)
    assert is_in_the_files(sealed, tmp_path)
    with closing(SqliteOutbox(ledger_path(tmp_path), key_file(tmp_path))) as following:
        following.forget_refused(keep=1)
        assert not is_in_the_files(sealed, tmp_path)


def test_what_a_refused_message_said_is_nowhere_in_the_files(
    tmp_path: Path, outbox: SqliteOutbox
) -> None:
    outbox.forget_refused(keep=1)
    store(tmp_path, 1)
    message = outbox.first(MessageState.REPORT)
    assert message is not None
    sealed = sealed_of_the_only_row(tmp_path)
    outbox.move(message, MessageState.REFUSED, b"")
    assert outbox.first(MessageState.REFUSED) is None
    outbox.forget_refused(keep=1)
    assert not is_in_the_files(sealed, tmp_path)


def test_an_outbox_of_another_key_is_refused_whole(tmp_path: Path) -> None:
    store(tmp_path, 1)
    with pytest.raises(OutboxUnusable, match="does not belong to the consent key"):
        SqliteOutbox(ledger_path(tmp_path), KeyFile(tmp_path / "another.key"))
    assert [p.state for p in waiting(ledger_path(tmp_path))] == [MessageState.REPORT]


def test_only_the_newest_of_what_was_refused_is_kept(tmp_path: Path, outbox: SqliteOutbox) -> None:
    """However wrong the clock was meanwhile."""
    store(tmp_path, 1, 2)
    while message := outbox.first(MessageState.REPORT):
        outbox.move(message, MessageState.REFUSED, b"")
    outbox.forget_refused(keep=2)
    assert outbox.count(MessageState.REFUSED) == 2
    outbox.forget_refused(keep=1)
    assert [message.key for message in waiting(ledger_path(tmp_path))] == ["session-2"]


def test_what_comes_behind_a_message_can_be_looked_at_first(
    tmp_path: Path, outbox: SqliteOutbox
) -> None:
    store(tmp_path, 1, 2)
    first = outbox.first(MessageState.REPORT)
    assert first is not None
    second = outbox.first(MessageState.REPORT, after=first.position)
    assert second is not None
    assert second.key == "session-2"
    assert outbox.first(MessageState.REPORT, after=second.position) is None


def test_a_missing_ledger_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutboxUnusable, match="no consent ledger"):
        waiting(ledger_path(tmp_path))


@pytest.mark.parametrize("content", [b"", b"no database at all" * 100])
def test_looking_at_what_is_no_ledger_says_so_and_leaves_it_alone(
    tmp_path: Path, content: bytes
) -> None:
    ledger_path(tmp_path).write_bytes(content)
    with pytest.raises(OutboxUnusable, match="restore the backup"):
        waiting(ledger_path(tmp_path))
    assert ledger_path(tmp_path).read_bytes() == content
