"""What waits to leave the kiosk: in order, unreadable to others, never lost, never twice."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from consent.errors import OutboxUnusable, StoreFailed
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
        "UPDATE outbox SET sealed = (SELECT sealed FROM outbox WHERE key = 'session-2')"
        " WHERE key = 'session-1'",
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
