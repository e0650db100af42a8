"""Processes beside the kiosk's own: both ends of the pipe between them, signs of life, the end.

They are forked from a server that has loaded what they need. Killing is their only end: it is safe
at any moment, and the operating system takes back everything personal at once, whatever state
native code was in. A child whose kiosk is gone ends by itself.
"""

import errno
import importlib
import multiprocessing
import os
import signal
import socket
import struct
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, SpawnContext
from typing import Any, NoReturn, TypeVar, TypeVarTuple

import structlog

from common.errors import EXIT_BUG, Bug, complaint_of, where
from common.secret import Secret, wipe
from kiosk.log import Logged
from kiosk.log import write as write_log
from kiosk.signs import SIGN_EVERY_S, Alive
from kiosk.wire import LARGEST_MESSAGE_BYTES, Wires

log = structlog.get_logger(__name__)

Arguments = TypeVarTuple("Arguments")
Made = TypeVar("Made")

FACE_MODELS = "kiosk.worker.preload_faces"
PRELOAD = ["kiosk.worker.preload", FACE_MODELS]
"""What the server loads for its children."""

MAX_SECRET_DIGITS = 14

WHOLE_MESSAGE_WITHIN_S = 2

MOST_MESSAGES_IN_A_SECOND = 1000
"""Several times what a camera's frames bring about."""

MOST_LINES = 2000
"""Of the log, from one process: no session has a tenth of that to say, and no disk is filled."""

END_LIMIT_S = 5.0
"""Killed, it ends at once, unless it waits inside the system for a share that hangs."""


def preload_no_faces() -> None:
    """To be said before the server is started: their models are 100 MB."""
    if FACE_MODELS in PRELOAD:
        PRELOAD.remove(FACE_MODELS)


def process_context() -> ForkServerContext | SpawnContext:
    """The one way in which the kiosk starts processes; safe to call from any thread."""
    if sys.platform == "win32":
        # No fork there: the spare pays for loading the models before a card comes.
        return multiprocessing.get_context("spawn")
    forkserver.set_forkserver_preload(PRELOAD)  # Heeded by whoever starts the server.
    return multiprocessing.get_context("forkserver")


def start_server() -> None:
    """Load what the children need before the first is wanted."""
    process_context()
    if sys.platform != "win32":
        with suppress(OSError):  # Then it is tried again with each child.
            forkserver.ensure_running()


@dataclass(frozen=True)
class MadeElsewhere:
    """Calls a function of a module that only the process which calls it has to load."""

    module: str
    function: str
    arguments: tuple[object, ...]

    def __call__(self) -> Any:
        return getattr(importlib.import_module(self.module), self.function)(*self.arguments)


class ChildProcess:
    """The kiosk's end. One thread listens; any may send, and end it."""

    def __init__(
        self,
        name: str,
        wires: Wires,
        entry: Callable[[Connection, *Arguments], None],
        *arguments: *Arguments,
    ) -> None:
        """Raises `OSError` or `EOFError` when the machine has none to give (memory, processes)."""
        self._wires = wires
        self._pipe, theirs = process_context().Pipe()
        limit_waits(self._pipe)
        self._process = process_context().Process(
            target=entry, args=(theirs, *arguments), name=name, daemon=True
        )
        try:
            self._process.start()
        except BaseException:
            self._pipe.close()
            raise
        finally:
            theirs.close()
        self._handle = self._open_handle()
        self._heard_at_s: float | None = None
        self.stood_still = False
        """It gave no sign for too long, and was ended for that."""
        self.spoke_rubbish = False
        """It said what it never says, or too much at once, and was ended for that."""

    @property
    def pid(self) -> int:
        pid = self._process.pid
        assert pid is not None  # noqa: S101 - It was started.
        return pid

    @property
    def is_running(self) -> bool:
        return self._process.is_alive()

    @property
    def silent_s(self) -> float:
        """How long it has said nothing; 0 before the first word."""
        heard_at_s = self._heard_at_s
        return 0.0 if heard_at_s is None else time.monotonic() - heard_at_s

    def send(self, message: object) -> None:
        """Raises `OSError` when it is gone."""
        self._pipe.send_bytes(self._wires.to_child.written(message))

    def send_secret(self, announcement: object, secret: Secret) -> None:
        """Never inside a message, whose copies could not be wiped: its bytes go raw, from one
        wipeable buffer into another. Raises `OSError` when it is gone."""
        self.send(announcement)
        self._pipe.send_bytes(secret.buffer)

    def messages(
        self, first_within_s: float, silent_after_s: float, alive: Callable[[], None]
    ) -> Iterator[Any]:
        """What it says until it is gone, stands still or speaks rubbish; `alive` each time."""
        wait_s = first_within_s
        lines = 0
        lately = deque[float](maxlen=MOST_MESSAGES_IN_A_SECOND)
        with suppress(EOFError):
            while self._poll(wait_s):
                message = self._wires.from_child.read(self._received())
                self._heard_at_s = now_s = time.monotonic()
                wait_s = silent_after_s
                too_many = len(lately) == lately.maxlen and now_s - lately[0] < 1
                lately.append(now_s)
                if message is None or too_many:
                    self.spoke_rubbish = True
                    self.end()
                    return
                alive()
                if isinstance(message, Logged):
                    lines += 1
                    if lines <= MOST_LINES:
                        write_log(message)
                elif not isinstance(message, Alive):
                    yield message
            self.stood_still = True
            self.end()

    def _poll(self, wait_s: float) -> bool:
        """Raises `EOFError` when it is gone."""
        try:
            return self._pipe.poll(wait_s)
        except OSError:
            raise EOFError from None

    def _received(self) -> bytes:
        """Empty, which is no message, when it is too long or stops halfway."""
        try:
            return self._pipe.recv_bytes(LARGEST_MESSAGE_BYTES)
        except OSError as error:
            if error.errno in (None, errno.EAGAIN):  # None: the library's, for a length too large.
                return b""
            raise EOFError from None

    def end(self) -> None:
        """Kill it, and do not wait; whoever listens is told by the end of `messages`."""
        self._process.kill()
        # A child whose fork server has died passes for dead itself: that was no kill.
        if self._handle is not None:
            with suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._handle, signal.SIGKILL)

    def close(self) -> None:
        """Kill it and leave nothing of it behind; once, when nobody listens any more."""
        self.end()
        self._process.join(END_LIMIT_S)
        if self._process.exitcode is None:
            log.error("child_does_not_end", kind=self._process.name)
            return
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
        self._pipe.close()
        self._process.close()

    def _open_handle(self) -> int | None:
        """Means this process for ever, also when its number has gone to another one."""
        if sys.platform == "win32" or self._process.pid is None:
            return None
        try:
            return os.pidfd_open(self._process.pid)
        except ProcessLookupError:  # Gone already.
            return None


def limit_waits(pipe: Connection) -> None:
    """A message is written and read at once or never: half of one must not hold up a thread."""
    if sys.platform == "win32":
        return
    limit = struct.pack("@ll", WHOLE_MESSAGE_WITHIN_S, 0)
    with socket.socket(fileno=os.dup(pipe.fileno())) as end:
        for option in (socket.SO_RCVTIMEO, socket.SO_SNDTIMEO):
            end.setsockopt(socket.SOL_SOCKET, option, limit)


def made_or_end(make: Callable[[], Made]) -> Made:
    """In the child: what it works with, or its end where the world keeps that from being made.

    Whoever starts the kiosk is told of it by the kiosk's own check.
    """
    try:
        return make()
    except Exception as error:
        complaint = complaint_of(error)
        if complaint is None:
            raise
        log.error("worker_not_made", error=complaint)
        os._exit(1)


class KioskLink:
    """The child's end. Any thread may say something, one hears."""

    def __init__(self, pipe: Connection, wires: Wires) -> None:
        self._pipe = pipe
        self._wires = wires
        self._lock = threading.Lock()

    def say(self, message: object) -> None:
        """Raises `OSError` when the kiosk is gone, as all below do; `EOFError` counts alike."""
        written = self._wires.from_child.written(message)
        with self._lock:
            self._pipe.send_bytes(written)

    def alive(self) -> None:
        self.say(Alive())

    def has_message(self, within_s: float) -> bool:
        """Whether the kiosk says something in time; meanwhile it hears that this process runs."""
        until_s = time.monotonic() + within_s
        while (left_s := until_s - time.monotonic()) > 0:
            self.alive()
            if self._pipe.poll(min(left_s, SIGN_EVERY_S)):
                return True
        return self._pipe.poll()

    def next_message(self) -> Any:
        while not self.has_message(SIGN_EVERY_S):
            pass
        message = self._wires.to_child.read(self._pipe.recv_bytes(LARGEST_MESSAGE_BYTES))
        if message is None:
            raise Bug("the kiosk said what it never says")
        return message

    def next_secret(self) -> bytearray:
        """The raw digits that were announced; the caller wipes them."""
        buffer = bytearray(MAX_SECRET_DIGITS)
        count = self._pipe.recv_bytes_into(buffer)
        digits = buffer[:count]
        wipe(buffer)
        return digits


def serve(work: Callable[[], None]) -> None:
    """Do the child's work until the kiosk is gone; nothing of the process outlives that."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C ends the kiosk, which ends us.
    threading.excepthook = _thread_died
    try:
        work()
    except (EOFError, OSError):
        os._exit(0)  # The kiosk is gone. No thread may hold what is personal any longer.
    except Exception as error:
        _end_for_a_bug(error)
    os._exit(0)


def _thread_died(died: threading.ExceptHookArgs) -> None:
    """The rest would go on giving signs of life, and what the thread was for would not be done."""
    error = died.exc_value
    if error is None or isinstance(error, EOFError | BrokenPipeError):
        os._exit(0)  # The kiosk is gone.
    _end_for_a_bug(error)


def _end_for_a_bug(error: BaseException) -> NoReturn:
    log.error("child_bug", error=type(error).__name__, path=where(error))
    os._exit(EXIT_BUG)
