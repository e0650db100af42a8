"""What strangers can send us, each with the function that reads it: it must answer or refuse.

A target returns for any bytes at all. A refusal is one of our faults; anything else that it
raises is a crash.
"""

import asyncio
import socket
import tempfile
import tomllib
from collections.abc import Callable, MutableMapping
from contextlib import ExitStack, closing, suppress
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any
from unittest.mock import patch

from starlette.requests import Request

from common.errors import Fault
from console.app import Console, make_app
from console.board import Board
from console.kiosks import KioskLines
from console.pages import Pages
from console.signing_in import COOKIE, SigningIn
from console.store import Store
from faceauth.photo import decode_photo
from kiosk import config_file
from kiosk.delivery import process as delivery
from kiosk.desk_link import process as desk_link
from kiosk.desk_link.gate import Gate, Refusal
from kiosk.desk_link.messages import (
    FROM_CONSOLE,
    FROM_KIOSK,
    TIDINGS,
    Command,
    Told,
    read_act,
    write_act,
)
from kiosk.signer import messages as signer
from kiosk.staff.accounts import ACCOUNTS_FILE, Accounts
from kiosk.staff.acts import Role
from kiosk.worker import messages
from kiosk.worker.card_side import standing_of
from qualification.oqs import xml
from qualification.oqs.codes import CharacterCode
from reader import card_face, tlv
from reader.card import MyNumberCard
from reader.report import photo_figures
from simulation.card.card import VirtualCard
from simulation.card.content import CardContent
from simulation.card_slot.framing import receive
from tests.console.desk import reception
from tests.unit.reader.direct import DirectConnection

Target = Callable[[bytes], None]

_LONG_AUDIT_BYTES = 50_000


def objects_of_a_card(data: bytes) -> None:
    with suppress(Fault):
        tlv.by_tag(data)
    with suppress(Fault):
        for part in tlv.children(data):
            tlv.children(part.value)
    with suppress(Fault):
        tlv.total_length(data)


def face_record(data: bytes) -> None:
    """EF 0002, then the length of it in two bytes, then EF 0004."""
    length = int.from_bytes(data[:2], "big")
    with suppress(Fault):
        card_face.parse_face_record(bytearray(data[2 : 2 + length]), data[2 + length :], None)


class CertificateOfACard:
    """Read as from a card that has it."""

    def __init__(self, content: CardContent) -> None:
        self._card = MyNumberCard(DirectConnection(VirtualCard(content)))

    def __call__(self, data: bytes) -> None:
        with suppress(Fault), patch("reader.jpki.read_auth_certificate", return_value=data):
            standing_of(self._card.auth_certificate())


def photo(data: bytes) -> None:
    with suppress(Fault):
        decode_photo(bytearray(data))
    with suppress(Fault):
        photo_figures(bytearray(data))


def answer_of_the_service(data: bytes) -> None:
    with suppress(Fault):
        message = xml.parse(data)
        for encoding in CharacterCode:
            xml.parse(xml.build(message, encoding))


def configuration(data: bytes) -> None:
    with suppress(Fault, UnicodeDecodeError, tomllib.TOMLDecodeError):
        config_file.from_values(tomllib.loads(data.decode("utf-8-sig")), "the file")


def words_of_a_child(data: bytes) -> None:
    messages.WIRES.from_child.read(data)
    signer.WIRES.from_child.read(data)
    delivery.WIRES.from_child.read(data)
    desk_link.WIRES.from_child.read(data)


def line_of_a_kiosk(data: bytes) -> None:
    """What the console hears."""
    message = FROM_KIOSK.read(data)
    if isinstance(message, Told):
        TIDINGS.read(message.tiding.encode())
    TIDINGS.read(data)


class LineOfTheConsole:
    """What a kiosk hears: a command by itself, and the act in one that is let in."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def __call__(self, data: bytes) -> None:
        gate = Gate("kiosk-1", "channel")
        message = FROM_CONSOLE.read(data)
        if isinstance(message, Command):
            gate.admit(message, 0)
        written = data.decode("utf-8", "replace")
        act = gate.admit(
            Command("kiosk-1", "channel", next(self._numbers), 1, "", None, written), 0
        )
        assert isinstance(act, Refusal) or read_act(write_act(act)) == act


class RequestToTheConsole:
    """Of a browser: a path, a line break, and the body of a form; whoever sent it is signed in.

    The token against other sites' forms is put in, or the fuzzer would get no further.
    """

    def __init__(self, ends: ExitStack) -> None:
        self._folder = Path(ends.enter_context(tempfile.TemporaryDirectory()))
        self._loop = ends.enter_context(closing(asyncio.new_event_loop()))
        self._loop.run_until_complete(self._open(ends))

    async def _open(self, ends: ExitStack) -> None:
        store = ends.enter_context(closing(Store(self._folder, keep_days=1)))
        board = Board(store)
        accounts = Accounts(self._folder / ACCOUNTS_FILE)
        person = accounts.add("Sato", Role.ADMINISTRATOR, b"correct horse")
        signing_in = SigningIn(store, accounts, self._folder, timedelta(hours=1))
        lines = KioskLines(board, "1312345678")
        self._audit = self._folder / "audit.jsonl"
        self._app = make_app(Console(board, Pages(board), lines, signing_in, self._audit))
        self._cookie = f"{COOKIE}={signing_in.begin(person)}"
        board.kiosk_connected("kiosk-1", {})
        board.kiosk_tells("kiosk-1", reception("s1"))
        request = Request({"type": "http", "headers": self._headers()})
        who = signing_in.who(request)
        assert who is not None
        self._token = who.form_token

    def _headers(self) -> list[tuple[bytes, bytes]]:
        return [
            (b"cookie", self._cookie.encode()),
            (b"host", b"desk"),
            (b"origin", b"https://desk"),
        ]

    def __call__(self, data: bytes) -> None:
        line, _, body = data.partition(b"\n")
        path, _, query = line.decode("latin-1").partition("?")
        if path.startswith(("/events", "/sign-")):
            return  # The stream never ends; passwords are slow on purpose; the cookie is kept.
        method = "POST" if body else "GET"
        scope: dict[str, object] = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "scheme": "https",
            "method": method,
            "path": path,
            "raw_path": line,
            "query_string": query.encode("latin-1"),
            "headers": self._headers(),
            "server": ("desk", 443),
        }
        form = b"token=" + self._token.encode() + b"&" + body
        if self._audit.exists() and self._audit.stat().st_size > _LONG_AUDIT_BYTES:
            self._audit.unlink()  # Nobody at a desk does so much.
        status = self._loop.run_until_complete(self._answer(scope, form))
        assert status < 500, f"it answers {status}"

    async def _answer(self, scope: dict[str, object], form: bytes) -> int:
        told: list[int] = []

        async def receive() -> dict[str, object]:
            return {"type": "http.request", "body": form, "more_body": False}

        async def send(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                told.append(message["status"])

        await self._app(scope, receive, send)
        return told[0]


class MessagesOfVpcd:
    """As its connection brings them, up to its end; the first byte tells how many at once."""

    def __init__(self, content: CardContent) -> None:
        self._card = VirtualCard(content)

    def __call__(self, data: bytes) -> None:
        ours, theirs = socket.socketpair()
        with ours, theirs:
            theirs.sendall(data)
            theirs.shutdown(socket.SHUT_WR)
            with suppress(OSError):
                while message := receive(ours):
                    if len(message) > 1:
                        assert len(self._card.transmit(message)) >= 2, "no status word"


class CommandToACard:
    """What pcscd's virtual reader hands on; the card keeps its state from one to the next."""

    def __init__(self, content: CardContent) -> None:
        self._card = VirtualCard(content)

    def __call__(self, data: bytes) -> None:
        assert len(self._card.transmit(data)) >= 2, "no status word"


def targets(content: CardContent, ends: ExitStack) -> dict[str, Target]:
    """All by name, until `ends` does; `content` is of any demo card."""
    return {
        "objects-of-a-card": objects_of_a_card,
        "face-record": face_record,
        "certificate": CertificateOfACard(content),
        "photo": photo,
        "answer-of-the-service": answer_of_the_service,
        "configuration": configuration,
        "words-of-a-child": words_of_a_child,
        "command-to-a-card": CommandToACard(content),
        "messages-of-vpcd": MessagesOfVpcd(content),
        "line-of-a-kiosk": line_of_a_kiosk,
        "line-of-the-console": LineOfTheConsole(),
        "request-to-the-console": RequestToTheConsole(ends),
    }
