"""Who is at the browser: accounts with an end, a cookie that says nothing, a token in each form."""

import asyncio
import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from common import japan
from console.store import Store
from kiosk.staff.accounts import NUMBER_DIGITS, Accounts, Person
from kiosk.staff.tries import Tries

COOKIE = "__Host-console"
_NUMBER = re.compile(rf"\d{{{NUMBER_DIGITS}}}", re.ASCII)
_LONGEST_PASSWORD = 200
_AT_ONCE = 2
"""Each password takes a tenth of a second and 64 MB."""


@dataclass(frozen=True)
class SignedIn:
    person: Person
    form_token: str
    """Has to come back with every form: another site cannot know it."""


class SigningIn:
    """Belongs to the event loop."""

    def __init__(self, store: Store, accounts: Accounts, folder: Path, lasts: timedelta) -> None:
        self._store = store
        self._accounts = accounts
        self._folder = folder
        self._lasts = lasts
        self._tries: dict[str, Tries] = {}
        self._room = asyncio.Semaphore(_AT_ONCE)

    async def check(self, number: str, password: str) -> Person | None:
        """Whose it is; after wrong ones nothing is looked at for a while: see `wait_s`."""
        if not _NUMBER.fullmatch(number) or len(password) > _LONGEST_PASSWORD:
            return None
        tries = self._tries_of(number)
        async with self._room:
            if tries.wait_s > 0:
                return None
            tries.begin()
            person = await run_in_threadpool(self._accounts.sign_in, number, password.encode())
        if person is not None:
            tries.right()
        return person

    def wait_s(self, number: str) -> float:
        return self._tries_of(number).wait_s if _NUMBER.fullmatch(number) else 0.0

    def begin(self, person: Person) -> str:
        """The cookie's value."""
        cookie = secrets.token_urlsafe(32)
        self._store.sign_in(_hash(cookie), person.number, datetime.now(UTC) + self._lasts)
        return cookie

    def end(self, request: Request) -> None:
        self._store.sign_out(_hash(request.cookies.get(COOKIE, "")))

    def who(self, request: Request) -> SignedIn | None:
        """None also for whoever has been removed meanwhile, or whose account has ended."""
        cookie = request.cookies.get(COOKIE, "")
        number = self._store.signed_in(_hash(cookie), datetime.now(UTC))
        for account in self._accounts.listed() if number else ():
            ended = account.last_day is not None and account.last_day < japan.today()
            if account.person.number == number and not ended:
                return SignedIn(account.person, _form_token(cookie))
        return None

    def _tries_of(self, number: str) -> Tries:
        """Counted for each account: one who guesses keeps no other out."""
        if number not in self._tries:
            self._tries[number] = Tries(self._folder / f"tries-{number}")
        return self._tries[number]


def is_genuine(form_token: str, expected: str) -> bool:
    return hmac.compare_digest(form_token.encode(), expected.encode())


def _hash(cookie: str) -> bytes:
    return hashlib.sha256(cookie.encode()).digest()


def _form_token(cookie: str) -> str:
    return hmac.new(cookie.encode(), b"form", hashlib.sha256).hexdigest()
