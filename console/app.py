"""What the desk's browsers ask for: pages, acts, and a stream of what changes."""

import asyncio
import sqlite3
import unicodedata
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import wraps
from importlib import resources
from pathlib import Path
from urllib.parse import parse_qs

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from console.acts import act_of
from console.board import (
    Board,
    FolderChanged,
    KioskChanged,
    News,
    NoticeCame,
    RowChanged,
    RowsGone,
    number_of,
)
from console.headers import SecurityHeaders
from console.kiosks import KioskLines, Lines
from console.pages import Pages, clock, shown_entry, shown_kiosk, shown_notice
from console.rows import matches
from console.signing_in import COOKIE, SignedIn, SigningIn, is_genuine
from console.store import Row
from console.wording import LANGUAGES, language_of
from kiosk.desk_link.messages import DeskAct, HandOut, Outcome, TryQueueAgain
from kiosk.staff.acts import AllowVisualCheck, Role, may, name_of
from kiosk.staff.audit_file import AuditFile, entries, verify

LANGUAGE_COOKIE = "language"
STREAM_SIGN_EVERY_S = 10.0
_LARGEST_FORM_BYTES = 16 * 1024
_AUDIT_SHOWN = 500
_ROWS_AT_ONCE = 100
"""A day's thousands are one list, of which a browser gets more as somebody scrolls."""

Form = dict[str, str]


@dataclass(frozen=True)
class Console:
    """What the pages are about. All of it belongs to the event loop."""

    board: Board
    pages: Pages
    lines: KioskLines
    signing_in: SigningIn
    audit_file: Path

    def record(self, kiosk: str, signed_in: SignedIn, what: str, *, done: bool) -> None:
        AuditFile(self.audit_file, kiosk).record(signed_in.person.who, what, done=done)


_FORMS_ALONE = ("/search", "/rows", "/slip", "/sign-out")
"""Nobody can be led there but by a form: a bookmark or an address bar shows the list."""


async def _to_the_list(_request: Request) -> Response:
    return RedirectResponse("/", 303)


Page = Callable[["_Desk", Request, SignedIn], Awaitable[Response]]


def make_app(console: Console) -> Starlette:
    desk = _Desk(console)
    static = str(resources.files("console") / "static")
    app = Starlette(
        routes=[
            Route("/", desk.signed_in(_Desk.board)),
            Route("/search", desk.signed_in(_Desk.search), methods=["POST"]),
            Route("/print", desk.signed_in(_Desk.printable)),
            Route("/events", desk.signed_in(_Desk.events)),
            Route("/rows", desk.signed_in(_Desk.mark), methods=["POST"]),
            Route("/slip", desk.signed_in(_Desk.slip), methods=["POST"]),
            Route("/kiosks/{kiosk_id}", desk.signed_in(_Desk.kiosk)),
            Route("/kiosks/{kiosk_id}", desk.signed_in(_Desk.act), methods=["POST"]),
            Route("/audit", desk.signed_in(_Desk.audit)),
            Route("/sign-in", desk.sign_in_page),
            Route("/sign-in", desk.sign_in, methods=["POST"]),
            Route("/sign-out", desk.signed_in(_Desk.sign_out), methods=["POST"]),
            Route("/language/{language}", desk.change_language),
            *(Route(path, _to_the_list) for path in _FORMS_ALONE),
            Mount("/static", StaticFiles(directory=static)),
        ],
        exception_handlers={HTTPException: desk.refused, sqlite3.Error: desk.folder_failed},
    )
    app.add_middleware(SecurityHeaders)
    return app


class _Desk:
    """The pages. Every form is checked in `form` before anything is done."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._board = console.board
        self._pages = console.pages

    def signed_in(self, page: Page) -> Callable[[Request], Awaitable[Response]]:
        """Whoever is not is asked to sign in; nothing else is told."""

        @wraps(page)
        async def answer(request: Request) -> Response:
            who = self._console.signing_in.who(request)
            if who is None:
                return RedirectResponse("/sign-in", 303)
            return await page(self, request, who)

        return answer

    # Pages.

    async def board(self, request: Request, who: SignedIn) -> Response:
        """Live, or what comes after a row that the browser has already."""
        with_seen = "seen" in request.query_params
        before = self._board.row(number_of(request.query_params.get("before")))
        rows = [row for row in self._board.rows if with_seen or not row.seen]
        return self._board_page(
            request, who, rows, with_seen=with_seen, live=before is None, before=before
        )

    async def search(self, request: Request, who: SignedIn) -> Response:
        """By a form, not an address: a name must not get into logs and histories."""
        wanted = (await self.form(request, who)).get("wanted", "")
        rows = [row for row in self._board.rows if matches(row, wanted)]
        return self._board_page(request, who, rows, with_seen=True, live=False, wanted=wanted)

    async def printable(self, request: Request, who: SignedIn) -> Response:
        language = _language(request)
        rows = self._pages.rows(self._board.rows, language)
        return self._page(request, who, "print.html", rows=rows, with_seen=True)

    async def kiosk(self, request: Request, who: SignedIn) -> Response:
        return self._kiosk_page(request, who, request.path_params["kiosk_id"], None)

    async def audit(self, request: Request, who: SignedIn) -> Response:
        if who.person.role is not Role.ADMINISTRATOR:
            raise HTTPException(403, "not_allowed")
        file = self._console.audit_file
        words = self._pages.words(_language(request))
        listed = list(entries(file))[-_AUDIT_SHOWN:] if file.exists() else []
        shown = [shown_entry(entry, words) for entry in reversed(listed)]
        intact = not file.exists() or verify(file).intact
        return self._page(request, who, "audit.html", entries=shown, intact=intact)

    async def sign_in_page(self, request: Request) -> Response:
        return self._sign_in_page(request, problem="")

    async def change_language(self, request: Request) -> Response:
        language = request.path_params["language"]
        answer = RedirectResponse("/", 303)
        if language in LANGUAGES:
            answer.set_cookie(
                LANGUAGE_COOKIE, language, max_age=31_536_000, secure=True, samesite="lax"
            )
        return answer

    # What staff do.

    async def sign_in(self, request: Request) -> Response:
        form = await self.form(request, None)
        # As a keyboard that is set to Japanese writes digits, too.
        number = unicodedata.normalize("NFKC", form.get("number", "")).strip()
        person = await self._console.signing_in.check(number, form.get("password", ""))
        if person is None:
            wait = self._console.signing_in.wait_s(number) > 0
            return self._sign_in_page(request, problem="wait" if wait else "wrong")
        answer = RedirectResponse("/", 303)
        cookie = self._console.signing_in.begin(person)
        answer.set_cookie(COOKIE, cookie, secure=True, httponly=True, samesite="strict")
        return answer

    async def sign_out(self, request: Request, who: SignedIn) -> Response:
        await self.form(request, who)
        self._console.signing_in.end(request)
        answer = RedirectResponse("/sign-in", 303)
        answer.delete_cookie(COOKIE, secure=True, httponly=True, samesite="strict")
        return answer

    async def mark(self, request: Request, who: SignedIn) -> Response:
        form = await self.form(request, who)
        seen = "seen" in form
        row = self._board.mark_seen(number_of(form.get("seen") or form.get("unseen")), seen=seen)
        if row is None:
            raise HTTPException(404, "not_found")
        self._console.record(row.kiosk, who, "seen" if seen else "not-seen", done=True)
        if request.headers.get("accept") == "application/json":
            return Response(status_code=204)  # The stream tells what has changed.
        return RedirectResponse("/", 303)

    async def slip(self, request: Request, who: SignedIn) -> Response:
        form = await self.form(request, who)
        row = self._board.row(number_of(form.get("row")))
        if row is None:
            raise HTTPException(404, "not_found")
        _, lines = await self._do(who, row.kiosk, HandOut(row.reception.session_id), None)
        return self._page(request, who, "slip.html", lines=lines)

    async def act(self, request: Request, who: SignedIn) -> Response:
        kiosk_id = request.path_params["kiosk_id"]
        form = await self.form(request, who)
        act = act_of(form)
        if act is None:
            raise HTTPException(404, "not_found")
        session_id = form.get("session") or None
        if isinstance(act, AllowVisualCheck) and not await self._is_really(who, form):
            self._console.record(kiosk_id, who, name_of(type(act)), done=False)
            return self._kiosk_page(request, who, kiosk_id, "password")
        outcome, _ = await self._do(who, kiosk_id, act, session_id)
        return self._kiosk_page(request, who, kiosk_id, outcome)

    async def _is_really(self, who: SignedIn, form: Form) -> bool:
        """目視 is a person's word: whoever sits there now gives it with their own password."""
        person = await self._console.signing_in.check(who.person.number, form.get("password", ""))
        return person == who.person

    async def _do(
        self, who: SignedIn, kiosk_id: str, act: DeskAct, session_id: str | None
    ) -> tuple[str, Lines]:
        """What came of it, as the texts name it."""
        lines: Lines = ()
        if not _may(who, act):
            outcome = "refused"
        else:
            answer, lines = await self._console.lines.act(kiosk_id, act, who.person.who, session_id)
            outcome = "no_answer" if answer is None else answer.value
        done = outcome == Outcome.DONE.value
        self._console.record(kiosk_id, who, name_of(type(act)), done=done)
        return outcome, lines

    async def form(self, request: Request, who: SignedIn | None) -> Form:
        """Of this site's own page, and of who is signed in. Raises `HTTPException`."""
        if request.headers.get("origin") != f"https://{request.headers.get('host')}":
            raise HTTPException(403, "forbidden")
        body = bytearray()
        async for chunk in request.stream():
            body += chunk
            if len(body) > _LARGEST_FORM_BYTES:
                raise HTTPException(413, "forbidden")
        values = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
        form = {name: given[-1] for name, given in values.items()}
        if who is not None and not is_genuine(form.get("token", ""), who.form_token):
            raise HTTPException(403, "forbidden")
        return form

    # What changes.

    async def events(self, request: Request, who: SignedIn) -> Response:
        return StreamingResponse(self._stream(request), media_type="text/event-stream")

    async def _stream(self, request: Request) -> AsyncIterator[str]:
        """From where the browser's page, or its last stream, has ended."""
        language = _language(request)
        mark = request.headers.get("last-event-id") or request.query_params.get("since", "")
        with self._board.watched(mark) as queue:
            yield _event("here", "")
            while self._console.signing_in.who(request) is not None:
                try:
                    marked = await asyncio.wait_for(queue.get(), STREAM_SIGN_EVERY_S)
                except TimeoutError:
                    yield _event("here", "")
                    continue
                if marked is None:
                    break
                mark, news = marked
                yield f"id: {mark}\n{self._told(news, language)}"
        yield _event("reload", "")

    def _told(self, news: News, language: str) -> str:
        match news:
            case KioskChanged() | FolderChanged():
                return _event("kiosks", self._pages.kiosks(language))
            case RowChanged(row=row):
                return self._counted(_event("row", self._pages.row(row, language)))
            case RowsGone(ids=ids):
                return self._counted(_event("gone", " ".join(str(each) for each in ids)))
            case NoticeCame(notice=notice):
                return _event("notice", self._pages.notice(notice, language))

    def _counted(self, event: str) -> str:
        """With how many there are, and how many nobody has seen: a browser has not all rows."""
        return event + _event("count", f"{self._board.count} {self._board.unseen}")

    # How pages are put together.

    def _board_page(
        self,
        request: Request,
        who: SignedIn,
        rows: list[Row],
        *,
        with_seen: bool,
        live: bool,
        wanted: str = "",
        before: Row | None = None,
    ) -> Response:
        language = _language(request)
        left = rows if before is None else [row for row in rows if row.place < before.place]
        here = left[:_ROWS_AT_ONCE]
        return self._page(
            request,
            who,
            "board.html",
            kiosks=[shown_kiosk(k, self._pages.words(language)) for k in self._board.kiosks],
            folder_works=self._board.folder_works,
            rows=self._pages.rows(here, language),
            count=len(rows),
            last=here[-1].id if len(left) > len(here) else None,
            mark=self._board.mark,
            notices=[shown_notice(n, language, self._pages) for n in self._board.notices()],
            with_seen=with_seen,
            live=live,
            wanted=wanted,
        )

    def _kiosk_page(
        self, request: Request, who: SignedIn, kiosk_id: str, outcome: str | None
    ) -> Response:
        kiosk = self._board.kiosk(kiosk_id)
        if kiosk is None:
            raise HTTPException(404, "not_found")
        words = self._pages.words(_language(request))
        return self._page(
            request, who, "kiosk.html", kiosk=shown_kiosk(kiosk, words), outcome=outcome
        )

    def _page(
        self, request: Request, who: SignedIn | None, template: str, **values: object
    ) -> HTMLResponse:
        always = {
            "who": who,
            "is_administrator": who is not None and who.person.role is Role.ADMINISTRATOR,
            "now": clock(datetime.now(UTC)),
        }
        html = self._pages.render(template, _language(request), **always, **values)
        return HTMLResponse(html)

    def _sign_in_page(self, request: Request, problem: str) -> Response:
        answer = self._page(request, None, "sign_in.html", problem=problem)
        answer.status_code = 403 if problem else 200
        return answer

    async def refused(self, request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        detail = error.detail if isinstance(error, HTTPException) else ""
        known = detail in ("forbidden", "not_allowed")
        answer = self._page(request, None, "error.html", problem=detail if known else "not_found")
        answer.status_code = status
        return answer

    async def folder_failed(self, request: Request, _error: Exception) -> Response:
        answer = self._page(request, None, "error.html", problem="folder")
        answer.status_code = 503
        return answer


def _may(who: SignedIn, act: DeskAct) -> bool:
    return isinstance(act, HandOut | TryQueueAgain) or may(who.person.role, act)


def _language(request: Request) -> str:
    chosen = request.cookies.get(LANGUAGE_COOKIE)
    return (
        chosen if chosen in LANGUAGES else language_of(request.headers.get("accept-language", ""))
    )


def _event(name: str, html: str) -> str:
    data = "\n".join(f"data: {line}" for line in html.splitlines() or [""])
    return f"event: {name}\n{data}\n\n"
