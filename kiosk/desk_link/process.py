"""The process that keeps the line to the reception's console.

What is true now comes from the kiosk process and holds nothing personal; who was received comes
from the delivery process by way of an encrypted queue. So the kiosk process, whose screen anybody
may touch, never holds what the desk may see, and nobody waits for a desk that is away.

A process that has handed out a result ends, with all that it held of the patient, and hands over to
the next, as delivery does (ADR 57).
"""

import os
import secrets
import ssl
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path

import structlog

from common.secret import wipe
from consent.errors import OutboxUnusable
from consent.port import MessageState, Outbox
from kiosk.child_process import KioskLink, serve
from kiosk.confinement.process import Rights, close_all_but, confine
from kiosk.desk_link.gate import Gate, Refusal
from kiosk.desk_link.line import Line, client_context
from kiosk.desk_link.messages import (
    FROM_CONSOLE,
    FROM_KIOSK,
    SAID_EVERY_S,
    SILENT_AFTER_S,
    Command,
    Done,
    FromKiosk,
    HandOut,
    Happened,
    Hello,
    Kept,
    KioskNow,
    Outcome,
    Slip,
    told_line,
)
from kiosk.desk_link.queue import TidingQueue
from kiosk.staff.notices import Notice
from kiosk.wire import wires
from qualification.port import OqsResult

log = structlog.get_logger(__name__)

FIRST_PAUSE_S = 0.5
LONGEST_PAUSE_S = 10.0
"""A console that is started anew has its kiosks back within that."""

_QUEUE_LOOKED_AT_EVERY_S = 0.2
_TOLD_AT_ONCE = 100


@dataclass(frozen=True)
class Wanted:
    """The console wants this done at the kiosk."""

    sequence: int
    by: str
    session_id: str | None
    act: str


@dataclass(frozen=True)
class Handover:
    """The last word of a process that has handed out a result."""

    notices: tuple[Notice, ...] = (Notice.READER_LOST,)
    """What the desk was told of and still holds. A kiosk that starts has not found its reader yet:
    that is no news."""


WIRES = wires(to_child=KioskNow | Done, from_child=Wanted | Handover)


@dataclass(frozen=True)
class DeskParts:
    rights: Rights
    host: str
    port: int
    authority: Path
    certificate: Path
    key: Path
    kiosk_id: str
    facility_code: str
    what_next: Mapping[str, str]
    queue: TidingQueue
    open_outbox: Callable[[], Outbox]
    lines_of: Callable[[OqsResult], tuple[tuple[str, str], ...]]


DeskPartsFactory = Callable[[], DeskParts]


def run_desk_link(pipe: Connection, parts: DeskPartsFactory, before: Handover) -> None:
    """Process entry: until a result was handed out, or the kiosk is gone."""
    close_all_but((pipe.fileno(),))

    def work() -> None:
        made = parts()
        confine(made.rights)
        link = _DeskLink(made, KioskLink(pipe, WIRES), before)
        threading.Thread(target=link.keep_connected, name="desk-line", daemon=True).start()
        link.listen_to_kiosk()

    serve(work)


class _DeskLink:
    def __init__(self, parts: DeskParts, kiosk: KioskLink, before: Handover) -> None:
        self._parts = parts
        self._kiosk = kiosk
        self._lock = threading.Lock()
        self._now: KioskNow | None = None
        self._answers: list[FromKiosk] = []
        self._line: Line | None = None
        self._notices = frozenset(before.notices)
        self._told_up_to = 0
        self._was_refused = False
        self._has_handed_out = False

    def listen_to_kiosk(self) -> None:
        """The process's main thread."""
        while True:
            message = self._kiosk.next_message()
            with self._lock:
                if isinstance(message, KioskNow):
                    self._now = message
                    self._note(frozenset(message.notices))
                else:
                    self._answers.append(message)
                if self._line is not None:
                    self._line.wake()

    def _note(self, notices: frozenset[Notice]) -> None:
        """What begins is told in any case, also when it is over before the desk is back."""
        for notice in notices - self._notices:
            self._parts.queue.put(Happened(notice, datetime.now(UTC)))
        self._notices = notices

    def keep_connected(self) -> None:
        """The line's own thread."""
        pause_s = FIRST_PAUSE_S
        while True:
            try:
                if self._talk():
                    pause_s = FIRST_PAUSE_S
            except ssl.SSLCertVerificationError as error:
                self._say_refused(error.verify_message)
            except OSError as error:
                log.debug("desk_away", kind=type(error).__name__)
            if self._has_handed_out:
                self._hand_over()
            time.sleep(pause_s)  # Whether refused or cut: a desk that is away is not overrun.
            pause_s = min(pause_s * 2, LONGEST_PAUSE_S)

    def _hand_over(self) -> None:
        with self._lock:
            self._kiosk.say(Handover(tuple(self._notices)))
            os._exit(0)

    def _say_refused(self, why: str) -> None:
        if not self._was_refused:
            log.error("desk_not_trusted", problem=why)
        self._was_refused = True

    def _say_lost(self, error: OSError, *, heard: bool) -> None:
        """A console that knows no such kiosk closes each line, as one does that is starting."""
        if heard:
            log.warning("desk_lost", kind=type(error).__name__)
        elif not self._was_refused:
            log.error("desk_turned_away", kind=type(error).__name__)
            self._was_refused = True

    def _talk(self) -> bool:
        """Until the line is dead: whether the console said anything on it.

        Raises `OSError` where there is none.
        """
        parts = self._parts
        context = client_context(parts.authority, parts.certificate, parts.key)
        line = Line(context, parts.host, parts.port)
        gate = Gate(parts.kiosk_id, secrets.token_hex(32))
        with self._lock:
            self._line = line
        try:
            hello = Hello(parts.kiosk_id, parts.facility_code, gate.channel, parts.what_next)
            line.say(FROM_KIOSK.written(hello))
            self._told_up_to = 0
            self._serve_line(line, gate)
        except OSError as error:
            self._say_lost(error, heard=gate.heard)
        finally:
            with self._lock:
                self._line = None
            line.close()
        return gate.heard

    def _serve_line(self, line: Line, gate: Gate) -> None:
        """Until a result was handed out; raises `OSError` when it is dead."""
        said: KioskNow | None = None
        said_at_s, heard_at_s = 0.0, time.monotonic()
        while True:
            with self._lock:
                now, answers = self._now, self._answers
                self._answers = []
            if now is not None and (now != said or time.monotonic() - said_at_s > SAID_EVERY_S):
                line.say(FROM_KIOSK.written(replace(now, clock_ms=_clock_ms())))
                said, said_at_s = now, time.monotonic()
            for answer in answers:
                line.say(FROM_KIOSK.written(answer))
            self._tell_tidings(line)
            for received in line.hear(_QUEUE_LOOKED_AT_EVERY_S):
                heard_at_s = time.monotonic()
                self._take(line, gate, received)
                if self._has_handed_out:
                    line.finish()
                    return
            if time.monotonic() - heard_at_s > SILENT_AFTER_S:
                raise TimeoutError

    def _tell_tidings(self, line: Line) -> None:
        for number, tiding in self._parts.queue.after(self._told_up_to, _TOLD_AT_ONCE):
            told = told_line(number, tiding)
            try:
                line.say_whole(told)
            finally:
                wipe(told)
                wipe(tiding)
            self._told_up_to = number

    def _take(self, line: Line, gate: Gate, received: bytes) -> None:
        message = FROM_CONSOLE.read(received)
        if message is None:
            raise ConnectionAbortedError  # The console never says that.
        if self._was_refused or not gate.heard:
            gate.heard, self._was_refused = True, False
            log.info("desk_connected")
        match message:
            case Kept(number=number):
                if number > 0:
                    self._parts.queue.forget(min(number, self._told_up_to))
            case Command():
                self._obey(line, gate, message)
            case _:
                pass

    def _obey(self, line: Line, gate: Gate, command: Command) -> None:
        act = gate.admit(command, _clock_ms())
        if isinstance(act, Refusal):
            log.error("desk_command_refused", reason=act.value)
            line.say(FROM_KIOSK.written(Done(command.sequence, Outcome.REFUSED)))
        elif isinstance(act, HandOut):
            log.info("desk_act", kind=type(act).__name__)
            self._hand_out(line, command.sequence, act)
        else:
            self._kiosk.say(Wanted(command.sequence, command.by, command.session_id, command.act))

    def _hand_out(self, line: Line, sequence: int, act: HandOut) -> None:
        """What waits for the folder is read here: it never passes through the kiosk process."""
        lines = self._lines_of(act.session_id)
        if lines:
            line.say(FROM_KIOSK.written(Slip(sequence, lines)))
        outcome = Outcome.DONE if lines else Outcome.NOT_NOW
        line.say(FROM_KIOSK.written(Done(sequence, outcome)))
        self._has_handed_out = True

    def _lines_of(self, session_id: str) -> tuple[tuple[str, str], ...]:
        try:
            outbox = self._parts.open_outbox()
        except OutboxUnusable as error:
            log.error("outbox_unusable", error=str(error))
            return ()
        try:
            for state in (MessageState.DELIVER, MessageState.PUBLISH):
                position = 0
                while message := outbox.first(state, after=position):
                    if message.key == session_id:
                        return self._parts.lines_of(OqsResult(message.content))
                    position = message.position
        except OutboxUnusable as error:
            log.error("outbox_unusable", error=str(error))
        finally:
            outbox.close()
        return ()


def _clock_ms() -> int:
    return time.monotonic_ns() // 1_000_000
