"""Pages and parts of pages as HTML. A row is made once, and again when it changes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from common.japan import JST
from console.board import Board, KioskView
from console.rows import place_of, shown
from console.store import PastNotice, Row
from console.wording import Words, load_words
from kiosk.staff.audit_file import COMMAND, Entry


@dataclass(frozen=True)
class _Made:
    row: Row
    what_next: Mapping[str, str]
    html: str


NO_WORDS: Mapping[str, str] = {}


class Pages:
    """Belongs to the event loop."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._words = load_words()
        self._templates = Environment(
            loader=PackageLoader("console", "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._row_template = self._templates.get_template("row.html")
        self._made: dict[tuple[str, int], _Made] = {}
        board.on_rows_gone(self._forget)

    def words(self, language: str) -> Words:
        return self._words[language]

    def render(self, template: str, language: str, **values: object) -> str:
        words = self._words[language]
        return self._templates.get_template(template).render(
            say=words.say, language=language, **values
        )

    def row(self, row: Row, language: str) -> str:
        kiosk = self._board.kiosk(row.kiosk)
        what_next = NO_WORDS if kiosk is None else kiosk.what_next
        made = self._made.get((language, row.id))
        if made is None or made.row is not row or made.what_next != what_next:
            words = self._words[language]
            html = self._row_template.render(say=words.say, row=shown(row, words, what_next))
            made = self._made[language, row.id] = _Made(row, what_next, html)
        return made.html

    def rows(self, rows: list[Row], language: str) -> Markup:
        return Markup("".join([self.row(row, language) for row in rows]))  # noqa: S704 - Rendered.

    def _forget(self, ids: tuple[int, ...]) -> None:
        for language in self._words:
            for row_id in ids:
                self._made.pop((language, row_id), None)

    def make_all_rows(self) -> None:
        """Once at the start, so that the first page is as quick as all others."""
        for language in self._words:
            self.rows(self._board.rows, language)

    def kiosks(self, language: str) -> str:
        words = self._words[language]
        return self.render(
            "kiosks.html",
            language,
            kiosks=[shown_kiosk(kiosk, words) for kiosk in self._board.kiosks],
            folder_works=self._board.folder_works,
        )

    def notice(self, notice: PastNotice, language: str) -> str:
        return self.render("notice.html", language, notice=shown_notice(notice, language, self))


def shown_kiosk(kiosk: KioskView, words: Words) -> dict[str, object]:
    now = kiosk.now
    if now is None:
        phase = "connecting" if kiosk.connected else "away"
    else:
        phase = "closed" if now.closed and now.phase == "Idle" else now.phase
    return {
        "id": kiosk.kiosk_id,
        "phase": words.say(f"phase.{phase}"),
        "away": not kiosk.connected,
        "since": clock(kiosk.changed_at),
        "since_iso": kiosk.changed_at.isoformat(timespec="seconds"),
        "help": kiosk.needs_help,
        "reason": "" if now is None or now.reason is None else words.say(f"reason.{now.reason}"),
        "notices": [] if now is None else [words.say(f"notice.{n.value}") for n in now.notices],
        "waiting": 0 if now is None else now.waiting,
        "refused": 0 if now is None else now.refused,
        "problem": "" if now is None else now.problem or "",
        "session_id": "" if now is None else now.session_id or "",
        "may_check": now is not None and now.may_check_by_eye,
    }


def shown_notice(notice: PastNotice, language: str, pages: Pages) -> dict[str, str]:
    return {
        "place": place_of(notice.at),
        "at": clock(notice.at),
        "kiosk": notice.kiosk,
        "kind": notice.notice.value,
        "text": pages.words(language).say(f"notice.{notice.notice.value}"),
    }


def shown_entry(entry: Entry, words: Words) -> dict[str, str]:
    act, _, whom = entry.what.partition(" ")
    at = datetime.fromisoformat(entry.at).astimezone(JST)
    return {
        "at": at.strftime("%Y-%m-%d %H:%M:%S"),
        "kiosk": entry.kiosk,
        "who": words.say("audit.command") if entry.who == COMMAND else entry.who,
        "what": f"{words.say(f'act.{act}')} {whom}".strip(),
        "done": words.say("audit.yes" if entry.done else "audit.no"),
    }


def clock(moment: datetime) -> str:
    return moment.astimezone(JST).strftime("%H:%M")
