"""What the desk sees, in memory: kiosks, receptions, and who watches them in a browser."""

import asyncio
import secrets
import sqlite3
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import structlog

from console.store import PastNotice, Row, Store
from kiosk.desk_link.messages import Happened, KioskNow, Reception
from kiosk.staff.notices import Notice

log = structlog.get_logger(__name__)

_LONGEST_NUMBER = 18
_NEWS_AT_MOST = 1000
"""A browser that has missed more, or takes nothing for so long, loads its page anew."""


@dataclass(frozen=True)
class KioskView:
    """One kiosk, connected or known from before."""

    kiosk_id: str
    connected: bool
    changed_at: datetime
    """Since when its phase goes on, or when it was last heard of."""
    now: KioskNow | None = None
    what_next: Mapping[str, str] = field(default_factory=dict)

    @property
    def needs_help(self) -> bool:
        return self.now is not None and Notice.HELP_CALLED in self.now.notices


@dataclass(frozen=True)
class KioskChanged:
    kiosk_id: str


@dataclass(frozen=True)
class FolderChanged:
    """The console's folder takes nothing any more, or does again."""


@dataclass(frozen=True)
class RowChanged:
    row: Row


@dataclass(frozen=True)
class RowsGone:
    ids: tuple[int, ...]


@dataclass(frozen=True)
class NoticeCame:
    notice: PastNotice


News = KioskChanged | FolderChanged | RowChanged | RowsGone | NoticeCame
Marked = tuple[str, News]
"""With the mark of the moment after it."""


class Board:
    """Belongs to the event loop."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._rows = {row.id: row for row in store.rows()}
        self._kiosks: dict[str, KioskView] = {}
        self._folder_works = True
        self._watchers: set[asyncio.Queue[Marked | None]] = set()
        self._life = secrets.token_hex(4)
        self._count = 0
        self._past: deque[Marked] = deque(maxlen=_NEWS_AT_MOST)
        self._hearers: list[Callable[[PastNotice], None]] = []
        self._forgetters: list[Callable[[tuple[int, ...]], None]] = []

    @property
    def kiosks(self) -> list[KioskView]:
        return sorted(self._kiosks.values(), key=lambda kiosk: kiosk.kiosk_id)

    def kiosk(self, kiosk_id: str) -> KioskView | None:
        return self._kiosks.get(kiosk_id)

    @property
    def rows(self) -> list[Row]:
        """Newest first."""
        return sorted(self._rows.values(), key=lambda row: row.place, reverse=True)

    @property
    def folder_works(self) -> bool:
        """Otherwise what kiosks tell is not listed, and no row is marked or forgotten."""
        return self._folder_works

    @property
    def count(self) -> int:
        return len(self._rows)

    @property
    def unseen(self) -> int:
        return sum(not row.seen for row in self._rows.values())

    def row(self, row_id: int) -> Row | None:
        return self._rows.get(row_id)

    def notices(self) -> list[PastNotice]:
        return self._store.notices()

    # From the kiosks.

    def kiosk_connected(self, kiosk_id: str, what_next: Mapping[str, str]) -> None:
        self._set(KioskView(kiosk_id, True, datetime.now(UTC), None, what_next))

    def kiosk_lost(self, kiosk_id: str) -> None:
        view = self._kiosks.get(kiosk_id)
        if view is not None:
            self._set(replace(view, connected=False, changed_at=datetime.now(UTC), now=None))

    def kiosk_says(self, kiosk_id: str, now: KioskNow) -> None:
        view = self._kiosks.get(kiosk_id)
        if view is None:
            return
        shown = replace(now, clock_ms=0)  # It tells the time, and nothing that is shown.
        if shown == view.now and view.connected:
            return
        began = datetime.now(UTC) - timedelta(milliseconds=now.clock_ms - now.since_ms)
        self._set(replace(view, connected=True, changed_at=began, now=shown))

    def kiosk_tells(self, kiosk_id: str, tiding: Reception | Happened) -> None:
        """Stored when it returns. Raises `sqlite3.Error`."""
        now = datetime.now(UTC)
        if tiding.at > now:  # By a clock that is ahead: it would stay until that day is over.
            tiding = replace(tiding, at=now)
        if isinstance(tiding, Reception):
            with self._watched_folder():
                row = self._store.keep(kiosk_id, tiding)
            if row is not None:
                self._put(row)
            return
        with self._watched_folder():
            is_new = self._store.keep_notice(kiosk_id, tiding)
        if is_new:
            notice = PastNotice(kiosk_id, tiding.notice, tiding.at)
            self._tell(NoticeCame(notice))
            for hear in self._hearers:
                hear(notice)

    # From staff.

    def mark_seen(self, row_id: int, *, seen: bool) -> Row | None:
        """Raises `sqlite3.Error`."""
        row = self._rows.get(row_id)
        if row is not None:
            with self._watched_folder():
                self._store.mark_seen(row_id, seen=seen)
            self._put(replace(row, seen=seen))
        return row

    def forget_old(self) -> bool:
        """Whether there was anything. Raises `sqlite3.Error`."""
        with self._watched_folder():
            gone = tuple(self._store.forget_old(datetime.now(UTC)))
        if gone:
            for row_id in gone:
                self._rows.pop(row_id, None)
            # Who comes back, or is behind, and has missed such a row is told that it is gone.
            past = [(mark, _without(news, gone)) for mark, news in self._past]
            self._past = deque(past, maxlen=_NEWS_AT_MOST)
            for queue in self._watchers:
                for _ in range(queue.qsize()):
                    marked = queue.get_nowait()
                    queue.put_nowait(marked and (marked[0], _without(marked[1], gone)))
            self._tell(RowsGone(gone))
            for forget in self._forgetters:
                forget(gone)
        return bool(gone)

    # To whoever looks.

    @property
    def mark(self) -> str:
        """Of this moment: a page that was made now misses nothing from here on."""
        return f"{self._life}-{self._count}"

    @contextmanager
    def watched(self, mark: str) -> Iterator[asyncio.Queue[Marked | None]]:
        """What has changed since `mark`, and does; None: the page has to be loaded anew."""
        queue: asyncio.Queue[Marked | None] = asyncio.Queue()
        for missed in self._since(mark):
            queue.put_nowait(missed)
        self._watchers.add(queue)
        try:
            yield queue
        finally:
            self._watchers.discard(queue)

    def _since(self, mark: str) -> Sequence[Marked | None]:
        life, _, count = mark.partition("-")
        missed = self._count - number_of(count) if count else -1
        if life != self._life or not 0 <= missed <= len(self._past):
            return [None]
        return list(self._past)[len(self._past) - missed :]

    def on_notice(self, hear: Callable[[PastNotice], None]) -> None:
        self._hearers.append(hear)

    def on_rows_gone(self, forget: Callable[[tuple[int, ...]], None]) -> None:
        self._forgetters.append(forget)

    @contextmanager
    def _watched_folder(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            if self._folder_works:
                log.error("console_folder_unusable", error=str(error))
            self._note_folder(works=False)
            raise
        self._note_folder(works=True)

    def _note_folder(self, *, works: bool) -> None:
        if works != self._folder_works:
            self._folder_works = works
            self._tell(FolderChanged())

    def _set(self, view: KioskView) -> None:
        self._kiosks[view.kiosk_id] = view
        self._tell(KioskChanged(view.kiosk_id))

    def _put(self, row: Row) -> None:
        self._rows[row.id] = row
        self._tell(RowChanged(row))

    def _tell(self, news: News) -> None:
        self._count += 1
        marked = self.mark, news
        self._past.append(marked)
        for queue in list(self._watchers):
            if queue.qsize() < _NEWS_AT_MOST:
                queue.put_nowait(marked)
            else:
                self._watchers.discard(queue)
                queue.put_nowait(None)


def number_of(text: str | None) -> int:
    """As a browser sends it, whoever wrote it there; 0 for what is none of ours."""
    is_ours = text and len(text) <= _LONGEST_NUMBER and text.isascii() and text.isdigit()
    return int(text or "") if is_ours else 0


def _without(news: News, gone: tuple[int, ...]) -> News:
    return (
        RowsGone((news.row.id,)) if isinstance(news, RowChanged) and news.row.id in gone else news
    )
