"""The console's end of the lines to the kiosks: mutual TLS, who it is, acts and their answers.

A kiosk is whom its certificate names (CN: the kiosk, OU: the facility); nobody else may speak for
it. Commands carry what binds them to this kiosk, this connection and this moment
(`kiosk.desk_link.gate`).
"""

import asyncio
import socket
import sqlite3
import ssl
from collections import deque
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import structlog

from common.errors import Fault
from console.board import Board
from console.config import Kiosks
from kiosk.desk_link.messages import (
    FROM_CONSOLE,
    FROM_KIOSK,
    LONGEST_LINE_BYTES,
    SAID_EVERY_S,
    SILENT_AFTER_S,
    TIDINGS,
    Command,
    DeskAct,
    Done,
    FromConsole,
    Hello,
    Kept,
    KioskNow,
    Outcome,
    Slip,
    StillThere,
    Told,
    write_act,
)

log = structlog.get_logger(__name__)

ANSWER_WITHIN_S = 5.0
_VALID_FOR_MS = 5_000
_HANDSHAKE_WITHIN_S = 5.0
_KIOSKS_AT_MOST = 200

Lines = tuple[tuple[str, str], ...]


@dataclass
class _Line:
    """One kiosk that is connected."""

    hello: Hello
    writer: asyncio.StreamWriter
    kiosk_clock_ms: int = 0
    heard_at_s: float = 0.0
    sequence: int = 0
    answers: dict[int, "asyncio.Future[Outcome | None]"] = field(default_factory=dict)
    slips: dict[int, Lines] = field(default_factory=dict)
    told: deque[Told] = field(default_factory=deque)
    """What is not kept yet, in order."""

    def say(self, message: FromConsole) -> None:
        self.writer.write(FROM_CONSOLE.written(message) + b"\n")


class KioskLines:
    """Belongs to the event loop."""

    def __init__(self, board: Board, facility_code: str) -> None:
        self._board = board
        self._facility_code = facility_code
        self._lines: dict[str, _Line] = {}
        self._open = 0

    async def serve(self, config: Kiosks, listener: socket.socket) -> asyncio.Server:
        """Raises `Fault`."""
        return await asyncio.start_server(
            self.attend,
            sock=listener,
            ssl=kiosk_context(config),
            ssl_handshake_timeout=_HANDSHAKE_WITHIN_S,
            limit=LONGEST_LINE_BYTES,
        )

    async def act(
        self, kiosk_id: str, act: DeskAct, by: str, session_id: str | None = None
    ) -> tuple[Outcome | None, Lines]:
        """What came of it, with the lines of a print.

        None: the kiosk is away, or did not answer in time.
        """
        line = self._lines.get(kiosk_id)
        loop = asyncio.get_running_loop()
        if line is None or not line.heard_at_s:
            return None, ()
        line.sequence += 1
        sequence = line.sequence
        passed_ms = round((loop.time() - line.heard_at_s) * 1000)
        expires_ms = line.kiosk_clock_ms + passed_ms + _VALID_FOR_MS
        answer: asyncio.Future[Outcome | None] = loop.create_future()
        line.answers[sequence] = answer
        try:
            line.say(
                Command(
                    kiosk_id,
                    line.hello.channel,
                    sequence,
                    expires_ms,
                    by,
                    session_id,
                    write_act(act),
                )
            )
            outcome = await asyncio.wait_for(answer, ANSWER_WITHIN_S)
        except (TimeoutError, OSError):
            return None, ()
        finally:
            line.answers.pop(sequence, None)
            lines = line.slips.pop(sequence, ())
        return outcome, () if outcome is None else lines

    def close(self) -> None:
        for line in list(self._lines.values()):
            line.writer.transport.abort()

    async def attend(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, until it ends; TLS has checked the certificate that names the kiosk."""
        if self._open >= _KIOSKS_AT_MOST:
            writer.transport.abort()
            return
        self._open += 1
        try:
            line = await self._greeted(reader, writer)
            if line is not None:
                await self._serve_line(line, reader)
        except (OSError, TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            pass  # It comes back by itself.
        finally:
            self._open -= 1
            writer.transport.abort()

    async def _greeted(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> _Line | None:
        """None for whoever is not whom they say they are."""
        hello = FROM_KIOSK.read(
            (await asyncio.wait_for(reader.readuntil(b"\n"), SILENT_AFTER_S)).rstrip(b"\n")
        )
        facility_code, kiosk_id = _named(writer)
        if not isinstance(hello, Hello):
            return None
        if (hello.kiosk_id, facility_code) != (kiosk_id, self._facility_code):
            log.warning("kiosk_not_let_in", device=kiosk_id)
            return None
        before = self._lines.get(kiosk_id)
        if before is not None:
            before.writer.transport.abort()
        line = _Line(hello, writer)
        self._lines[kiosk_id] = line
        self._board.kiosk_connected(kiosk_id, _checked(hello.what_next))
        log.info("kiosk_connected", device=kiosk_id)
        return line

    async def _serve_line(self, line: _Line, reader: asyncio.StreamReader) -> None:
        kiosk_id = line.hello.kiosk_id
        alive = asyncio.create_task(_say_still_there(line))
        try:
            while True:
                received = await asyncio.wait_for(reader.readuntil(b"\n"), SILENT_AFTER_S)
                if not self._take(line, received.rstrip(b"\n")):
                    log.warning("kiosk_speaks_rubbish", device=kiosk_id)
                    return
        finally:
            alive.cancel()
            for answer in line.answers.values():
                if not answer.done():
                    answer.set_result(None)
            if self._lines.get(kiosk_id) is line:
                del self._lines[kiosk_id]
                self._board.kiosk_lost(kiosk_id)
                log.info("kiosk_lost", device=kiosk_id)

    def _take(self, line: _Line, received: bytes) -> bool:
        """False for what no kiosk says."""
        kiosk_id = line.hello.kiosk_id
        match FROM_KIOSK.read(received):
            case KioskNow() as now:
                line.kiosk_clock_ms = now.clock_ms
                line.heard_at_s = asyncio.get_running_loop().time()
                self._board.kiosk_says(kiosk_id, now)
                self._keep_told(line)
            case Told() as told:
                line.told.append(told)
                self._keep_told(line)
            case Slip(sequence=sequence, lines=lines):
                if sequence in line.answers:
                    line.slips[sequence] = lines
            case Done(sequence=sequence, outcome=outcome):
                answer = line.answers.get(sequence)
                if answer is not None and not answer.done():
                    answer.set_result(outcome)
            case _:
                return False
        return True

    def _keep_told(self, line: _Line) -> None:
        """A disk that takes nothing costs no line: it is tried again while the kiosk speaks."""
        while line.told:
            tiding = TIDINGS.read(line.told[0].tiding.encode())
            try:
                if tiding is not None:  # Of a later version: it is passed over.
                    self._board.kiosk_tells(line.hello.kiosk_id, tiding)
            except sqlite3.Error:
                return
            line.say(Kept(line.told.popleft().number))


async def _say_still_there(line: _Line) -> None:
    with suppress(OSError):
        while True:
            line.say(StillThere())
            await line.writer.drain()
            await asyncio.sleep(SAID_EVERY_S)


def _named(writer: asyncio.StreamWriter) -> tuple[str, str]:
    """Facility and kiosk, as the certificate has them."""
    parsed: Mapping[str, Any] = writer.get_extra_info("peercert") or {}
    names = dict(attribute for part in parsed.get("subject", ()) for attribute in part)
    return names.get("organizationalUnitName", ""), names.get("commonName", "")


def _checked(words: Mapping[str, str]) -> dict[str, str]:
    """A facility's words are short."""
    return {case: text[:200] for case, text in list(words.items())[:20]}


def kiosk_context(config: Kiosks) -> ssl.SSLContext:
    """Raises `Fault`."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.verify_mode = ssl.CERT_REQUIRED
    try:
        context.load_verify_locations(config.authority)
        context.load_cert_chain(config.certificate, config.key)
    except OSError as error:
        raise Fault(
            f"The certificates for the kiosks' lines cannot be used ({error}).",
            "Correct the paths in [kiosks]; see docs/console.md.",
        ) from None
    return context
