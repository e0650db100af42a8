"""What the console and the kiosk keep of receptions: sealed, and gone when its day is over."""

import gc
import secrets
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

import pytest

from common.errors import EXIT_CANNOT, Fault
from console.board import Board, RowsGone
from console.pages import Pages
from console.rows import case_of, matches
from console.store import Row, Store
from kiosk.desk_link.messages import (
    FROM_KIOSK,
    TIDINGS,
    Happened,
    ReceptionState,
    Told,
    told_line,
)
from kiosk.desk_link.queue import MOST_TIDINGS, TidingQueue
from kiosk.staff.notices import Notice
from qualification.port import Validity
from tests.console.desk import reception

KANA = "ﾋﾐﾂ ﾊﾅｺ"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store(tmp_path / "state", keep_days=1)) as store:
        yield store


def written_to(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_what_comes_later_adds_to_what_was_told(store: Store) -> None:
    first = store.keep("kiosk-1", reception("a", kana=KANA))
    assert first is not None
    told = replace(
        reception("a"),
        state=ReceptionState.DELIVERED,
        summary=None,
        decisions=None,
        file_name="result.xml",
    )
    second = store.keep("kiosk-1", told)
    assert second is not None
    assert second.id == first.id
    assert second.reception.file_name == "result.xml"
    assert second.reception.summary == first.reception.summary
    assert second.reception.decisions == first.reception.decisions
    assert [row.id for row in store.rows()] == [first.id]


def test_no_name_stands_in_its_files(store: Store, tmp_path: Path) -> None:
    store.keep("kiosk-1", reception("a", kana=KANA))
    found = written_to(tmp_path)
    assert KANA.encode() not in found
    assert b"1975" not in found


def test_its_key_is_for_its_user_only(store: Store, tmp_path: Path) -> None:
    key = tmp_path / "state" / "console.key"
    assert key.stat().st_mode & 0o777 == 0o600
    key.chmod(0o644)
    with pytest.raises(Fault, match="chmod 600"):
        Store(tmp_path / "state", keep_days=1)


def test_a_day_that_is_over_is_gone_with_its_bytes(store: Store, tmp_path: Path) -> None:
    row = store.keep("kiosk-1", reception("a", kana=KANA))
    store.keep_notice("kiosk-1", Happened(Notice.HELP_CALLED, datetime.now(UTC)))
    assert row is not None
    path = tmp_path / "state" / "console.sqlite"
    with closing(sqlite3.connect(path)) as database:
        ((sealed,),) = database.execute("SELECT sealed FROM reception").fetchall()
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    assert store.forget_old(tomorrow) == [row.id]
    assert list(store.rows()) == []
    assert store.notices() == []
    assert sealed not in written_to(tmp_path)


def test_nothing_in_memory_holds_whose_day_is_over(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Tomorrow(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return datetime.now(tz) + timedelta(days=1)

    def held() -> list[Row]:
        gc.collect()
        rows = [each for each in gc.get_objects() if isinstance(each, Row)]
        return [row for row in rows if row.reception.session_id == "over"]

    board = Board(store)
    pages = Pages(board)
    mark = board.mark
    board.kiosk_tells("kiosk-1", reception("over", kana=KANA))
    pages.make_all_rows()
    assert len(held()) == 1
    monkeypatch.setattr("console.board.datetime", Tomorrow)
    board.forget_old()
    assert held() == []
    with board.watched(mark) as missed:
        told = [missed.get_nowait() for _ in range(missed.qsize())]
    assert [type(each[1]) for each in told if each is not None] == [RowsGone, RowsGone]


def test_what_is_told_of_yesterday_is_not_listed_any_more(store: Store) -> None:
    yesterday = datetime.now(UTC) - timedelta(days=1)
    assert store.keep("kiosk-1", reception("a", at=yesterday)) is None


def test_a_kiosk_tells_in_order_and_forgets_what_is_kept(tmp_path: Path) -> None:
    with closing(TidingQueue(tmp_path / "desk.sqlite", secrets.token_bytes(32))) as queue:
        for session in ("a", "b", "c"):
            queue.put(reception(session, kana=KANA))
        numbers = [number for number, _ in queue.after(0, 10)]
        assert numbers == sorted(numbers)
        queue.forget(numbers[1])
        assert [number for number, _ in queue.after(0, 10)] == numbers[2:]
        assert KANA.encode() not in written_to(tmp_path)


def test_a_line_that_can_be_wiped_is_the_line_that_is_read() -> None:
    told = replace(reception("a", kana=KANA, message='"\\ \n'), file_name="\\\\share\\x.xml")
    written = TIDINGS.written(told)
    line = FROM_KIOSK.written(Told(7, written.decode())) + b"\n"
    assert told_line(7, bytearray(written)) == line


def test_a_desk_that_stays_away_fills_no_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.desk_link.queue.MOST_TIDINGS", 3)
    assert MOST_TIDINGS > 1_000
    with closing(TidingQueue(tmp_path / "desk.sqlite", secrets.token_bytes(32))) as queue:
        for number in range(10):
            queue.put(reception(f"s{number}"))
        assert len(list(queue.after(0, 100))) == 3


def test_another_key_opens_nothing_and_breaks_nothing(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    with closing(TidingQueue(path, secrets.token_bytes(32))) as queue:
        queue.put(reception("a"))
    with closing(TidingQueue(path, secrets.token_bytes(32))) as queue:
        queue.put(reception("b"))
        assert len(list(queue.after(0, 10))) == 1


@pytest.mark.parametrize(
    ("validity", "case"),
    [
        (Validity.VALID, "default"),
        (Validity.INVALID, "lapsed"),
        (Validity.INVALID_NEWER_EXISTS, "newer"),
        (Validity.NONE, "not_qualified"),
        (Validity.SEVERAL, "several"),
    ],
)
def test_each_case_has_its_next_step(store: Store, validity: Validity, case: str) -> None:
    row = store.keep("kiosk-1", reception("a", validity=validity))
    assert row is not None
    assert case_of(row) == case


@pytest.mark.parametrize(
    "wanted", ["ひみつ", "ﾋﾐﾂ", "ヒミツハナコ", "ひみっはなこ", "KIOSK-1", "10023", ""]
)
def test_a_row_is_found_however_it_is_typed(store: Store, wanted: str) -> None:
    row = store.keep("kiosk-1", reception("a", kana=KANA, patient_number="10023"))
    assert row is not None
    assert matches(row, wanted)
    assert not matches(row, "タロウ")


@pytest.mark.parametrize("content", [b"no database" * 500, b""])
def test_a_queue_that_is_damaged_is_begun_anew(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "desk.sqlite"
    path.write_bytes(content)
    with closing(TidingQueue(path, secrets.token_bytes(32))) as queue:
        queue.put(reception("a"))
        assert len(list(queue.after(0, at_most=10))) == 1


def test_a_queue_of_a_later_version_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE tiding (quite TEXT, another TEXT)")
        database.execute("PRAGMA user_version = 2001")
    with closing(TidingQueue(path, secrets.token_bytes(32))) as queue:
        queue.put(reception("a"))
        assert len(list(queue.after(0, at_most=10))) == 1


def test_where_there_can_be_no_queue_a_reception_is_told_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "desk.sqlite").mkdir()
    with closing(TidingQueue(tmp_path / "desk.sqlite", secrets.token_bytes(32))) as queue:
        queue.put(reception("a"))  # And delivery goes on.


def test_a_store_of_a_later_version_is_refused_with_the_remedy(tmp_path: Path) -> None:
    Store(tmp_path, keep_days=1).close()
    with closing(sqlite3.connect(tmp_path / "console.sqlite")) as database:
        database.execute("PRAGMA user_version = 2001")
    with pytest.raises(Fault, match=r"newer version .* install it"):
        Store(tmp_path, keep_days=1)


def test_a_console_that_is_set_up_wrongly_says_so_in_one_line(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "console", "run", "--config", tmp_path / "console.toml"],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.returncode == EXIT_CANNOT
    assert len(done.stderr.splitlines()) == 1
    assert "console.toml" in done.stderr
