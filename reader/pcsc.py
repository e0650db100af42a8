"""PC/SC through pyscard: the only file that knows it.

Two users, each with a context and a thread of its own: the presence monitor of the kiosk process
(`reader.presence`) and the card connection of the session worker (`PcscCardSource`).

Time limits. `SCardTransmit` blocks for as long as the driver waits for the card, and every call for
as long as the service hangs; neither can be interrupted. pyscard releases the GIL meanwhile, so the
calls are made by a thread, for which the caller waits only so long. A thread that is stuck is
abandoned; it ends with the session worker's process.

Exclusive use is a reconnect with SCARD_SHARE_EXCLUSIVE that leaves the card as it is, so that a
verified PIN survives it. A transaction would do on Linux, but blocks without limit while another
program holds one, and on Windows is ended, with a card reset, after five idle seconds.
"""

import queue
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeout
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, TypeVar

from smartcard import scard

from common.errors import Bug
from common.secret import wipe
from reader.errors import CardFault, CardProblem, ReaderFault, ReaderUnavailable
from reader.pcsc_codes import code_name, fault_of, service_fault_of
from reader.port import CardConnection, ReaderProblem
from reader.reader_names import escaped, list_bytewise, usable

T = TypeVar("T")

CONNECT_LIMIT_MS = 5000  # Power-up of a contactless card with a bad coupling takes seconds.
SERVICE_LIMIT_MS = 5000
REPLY_LIMIT_MS = 5000  # An RSA signature takes about 350 ms; cards may ask for more time.
SETTLE_LIMIT_MS = 1500  # A new card may still be moving, or be looked at by Windows itself.
SETTLE_POLL_MS = 20
REMOVAL_NOTICE_MS = 1000  # How late a reader may report what a failed exchange already knew.

READERS_CHANGED = "\\\\?PnP?\\Notification"
"""Pseudo reader whose state changes when a reader comes or goes."""

_PROTOCOLS = scard.SCARD_PROTOCOL_T0 | scard.SCARD_PROTOCOL_T1


class PcscFault(Exception):
    """A PC/SC return code; stays inside this package."""

    def __init__(self, code: int) -> None:
        self.code = code & 0xFFFFFFFF
        super().__init__(f"PC/SC error {code_name(self.code)}")


@dataclass(frozen=True)
class ReaderState:
    """What `SCardGetStatusChange` knows of a reader; pass it back to wait for a change of it."""

    reader: str
    state: int = scard.SCARD_STATE_UNAWARE
    atr: bytes = field(default=b"", compare=False)

    @property
    def has_card(self) -> bool:
        return bool(self.state & scard.SCARD_STATE_PRESENT)

    @property
    def is_mute(self) -> bool:
        """What lies there did not answer when it was given power."""
        return bool(self.state & scard.SCARD_STATE_MUTE)

    @property
    def is_gone(self) -> bool:
        return bool(self.state & (scard.SCARD_STATE_UNKNOWN | scard.SCARD_STATE_UNAVAILABLE))

    @property
    def changes(self) -> int:
        """Insertions and removals so far: two of them between two looks are still seen."""
        return self.state >> 16


class PcscContext:
    """One thread owns it."""

    def __init__(self) -> None:
        self._owner = threading.get_ident()
        code, self._handle = scard.SCardEstablishContext(scard.SCARD_SCOPE_SYSTEM)
        if code != scard.SCARD_S_SUCCESS:
            raise PcscFault(code)

    def readers(self, pattern: str = "") -> list[str]:
        """Names of the readers with `pattern` in it, in capitals or not; empty: of all.

        Also of those that cannot be used for their names: see `reader.reader_names`.
        """
        self._assert_owner()
        try:
            code, names = scard.SCardListReaders(self._handle, [])
        except (SystemError, UnicodeError):  # A name that is not UTF-8, among whichever others.
            code, names = scard.SCARD_S_SUCCESS, list_bytewise()
        if code & 0xFFFFFFFF == scard.SCARD_E_NO_READERS_AVAILABLE & 0xFFFFFFFF:
            return []
        _check(code)
        return [name for name in names if pattern.casefold() in name.casefold()]

    def wait(self, known: Sequence[ReaderState], timeout_ms: int) -> list[ReaderState] | None:
        """The new states once one differs from what is `known`; None when none did in time."""
        self._assert_owner()
        code, states = scard.SCardGetStatusChange(
            self._handle, timeout_ms, [(state.reader, state.state) for state in known]
        )
        if code & 0xFFFFFFFF == scard.SCARD_E_TIMEOUT & 0xFFFFFFFF:
            return None
        _check(code)
        return [
            ReaderState(name, state & ~scard.SCARD_STATE_CHANGED, bytes(atr))
            for name, state, atr in states
        ]

    def connect(self, reader: str) -> tuple[Any, int]:
        """Power the card, shared with others; return (card, protocol)."""
        self._assert_owner()
        code, card, protocol = scard.SCardConnect(
            self._handle, reader, scard.SCARD_SHARE_SHARED, _PROTOCOLS
        )
        _check(code)
        return card, protocol

    def belongs_here(self) -> None:
        """From now on this thread owns it."""
        self._owner = threading.get_ident()

    def release(self) -> None:
        scard.SCardReleaseContext(self._handle)

    def _assert_owner(self) -> None:
        if threading.get_ident() != self._owner:
            raise Bug("PC/SC is used from a thread that does not own it")


def check_service() -> None:
    """The PC/SC service answers, or `ReaderUnavailable(NO_SERVICE)`."""
    _on_a_thread(lambda: PcscContext().release())


VIRTUAL = "Virtual PCD"
"""How vpcd names its readers: whoever reaches its port, from any address, puts a card into them."""


def has_virtual_reader() -> bool:
    """Raises `ReaderUnavailable` when the service does not answer."""
    return _on_a_thread(_has_virtual_reader)


def _has_virtual_reader() -> bool:
    context = PcscContext()
    try:
        return bool(context.readers(VIRTUAL))
    finally:
        context.release()


def find_reader(reader_pattern: str) -> str:
    """The first reader with the pattern in its name. Raises `ReaderUnavailable`."""
    return _on_a_thread(lambda: _find_reader(reader_pattern))


def _find_reader(reader_pattern: str) -> str:
    context = PcscContext()
    try:
        names = usable(context.readers(reader_pattern))
        if not names:
            raise _none_usable(reader_pattern, context.readers())
        return names[0]
    finally:
        context.release()


def find_card(reader_pattern: str) -> ReaderState:
    """The first card that lies in a reader with the pattern in its name.

    Raises `ReaderUnavailable`, `CardFault(ABSENT)`.
    """
    return _on_a_thread(lambda: _find_card(reader_pattern))


def _find_card(reader_pattern: str) -> ReaderState:
    context = PcscContext()
    try:
        names = usable(context.readers(reader_pattern))
        if not names:
            raise _none_usable(reader_pattern, context.readers())
        states = context.wait([ReaderState(name) for name in names], 0) or []
    finally:
        context.release()
    for state in states:
        if state.has_card:
            return state
    raise CardFault(CardProblem.ABSENT)


def _on_a_thread(call: Callable[[], T]) -> T:
    """Raises `ReaderUnavailable(NO_SERVICE)` for a service that hangs, too."""
    answer: Future[T] = Future()
    threading.Thread(target=_settle, args=(answer, call), name="pcsc-look", daemon=True).start()
    try:
        return answer.result(SERVICE_LIMIT_MS / 1000)
    except FutureTimeout:
        raise ReaderUnavailable(ReaderProblem.NO_SERVICE) from None
    except PcscFault as fault:
        raise service_fault_of(fault.code) from None


def _settle(answer: "Future[T]", call: Callable[[], T]) -> None:
    try:
        answer.set_result(call())
    except BaseException as error:  # Whoever waits for the answer gets it.
        answer.set_exception(error)


def is_unknown_reader(fault: PcscFault) -> bool:
    """A reader went away between listing it and waiting for it."""
    meant = fault_of(fault.code)
    return isinstance(meant, ReaderUnavailable) and meant.problem is ReaderProblem.NO_READER


def _check(code: int) -> None:
    if code != scard.SCARD_S_SUCCESS:
        raise PcscFault(code)


def _none_usable(pattern: str, others: list[str]) -> ReaderFault:
    if not others:
        return ReaderUnavailable(ReaderProblem.NO_READER)
    connected = ", ".join(escaped(name) for name in others)
    if not usable(others):
        message = (
            f"The reader's name is not ASCII and cannot be used: {connected}. Give it another "
            "name (FRIENDLYNAME in /etc/reader.conf.d), update its driver, or use another reader."
        )
    else:
        message = f"No reader has {pattern!r} in its name. Connected: {connected}."
    return ReaderUnavailable(ReaderProblem.NO_READER, message)


class PcscCardSource:
    """Opens cards in PC/SC readers."""

    def __init__(self, reply_limit_ms: int = REPLY_LIMIT_MS) -> None:
        self._reply_limit_ms = reply_limit_ms
        self._context: PcscContext | None = None

    def reach(self) -> None:
        """Connect to the service now. Raises `ReaderUnavailable`."""
        self._context = _on_a_thread(PcscContext)

    def connect(self, reader: str) -> CardConnection:
        """Power up the card in `reader`. Raises `ReaderUnavailable`, `CardFault`."""
        context, self._context = self._context, None
        return PcscCardConnection(reader, self._reply_limit_ms, context)


class PcscCardConnection:
    """A card and the thread that makes every PC/SC call on it."""

    def __init__(
        self, reader: str, reply_limit_ms: int, context: PcscContext | None = None
    ) -> None:
        """`context`: one that is connected already; it becomes the thread's."""
        self._reader = reader
        self._reply_limit_ms = reply_limit_ms
        self._jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._abandoned = False
        self._closed = False
        # The context, the card and its protocol belong to the thread.
        self._context = context
        self._card: Any = None
        self._protocol = 0
        self._thread = threading.Thread(target=self._serve, name="pcsc-card", daemon=True)
        self._thread.start()
        try:
            self._do(self._open, CONNECT_LIMIT_MS)
        except BaseException:
            self.close()
            raise

    def transmit(self, apdu: bytes | bytearray) -> tuple[bytes, int]:
        """One exchange. Raises `CardFault`, `ReaderUnavailable`, `BadCardAnswer`."""
        return self._do(lambda: self._transmit(apdu), self._reply_limit_ms)

    @contextmanager
    def exclusive(self) -> Iterator[None]:
        """Raises `CardFault` when another program does not let go within `SETTLE_LIMIT_MS`."""
        self._do(self._take_alone, CONNECT_LIMIT_MS)
        try:
            yield
        finally:
            if not self._closed and not self._abandoned:
                with suppress(CardFault):
                    self._do(self._share_again, CONNECT_LIMIT_MS)

    def close(self) -> None:
        """Let the card go without power, which alone clears a verified PIN; the thread ends."""
        if self._closed:
            return
        self._closed = True
        self._jobs.put(None)
        if not self._abandoned:
            self._thread.join(CONNECT_LIMIT_MS / 1000)

    def _do(self, call: Callable[[], T], limit_ms: int) -> T:
        """Run `call` on the card's thread and wait for it, but not for ever."""
        if self._closed:
            raise Bug("the connection is closed")
        if self._abandoned:
            raise CardFault(CardProblem.MUTE)
        answer: Future[T] = Future()
        self._jobs.put(lambda: _settle(answer, call))
        try:
            return answer.result(limit_ms / 1000)
        except FutureTimeout:
            self._abandoned = True
            raise CardFault(CardProblem.MUTE) from None
        except PcscFault as fault:
            raise fault_of(fault.code) from fault

    # Below here: on the card's thread.

    def _serve(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()
        if self._card is not None:
            scard.SCardDisconnect(self._card, scard.SCARD_UNPOWER_CARD)
        if self._context is not None:
            self._context.release()

    def _open(self) -> None:
        self._context = context = self._context or PcscContext()
        context.belongs_here()
        self._card, self._protocol = _until_settled(lambda: context.connect(self._reader))

    def _take_alone(self) -> None:
        _until_settled(lambda: self._reconnect(scard.SCARD_SHARE_EXCLUSIVE))

    def _share_again(self) -> None:
        try:
            self._reconnect(scard.SCARD_SHARE_SHARED)
        except PcscFault:
            return  # The card or the service is gone: nothing is held any more.
        # pcscd (1.9.9) keeps the lock of the exclusive time, and others would wait for ever.
        scard.SCardEndTransaction(self._card, scard.SCARD_LEAVE_CARD)

    def _reconnect(self, sharing: int) -> None:
        code, self._protocol = scard.SCardReconnect(
            self._card, sharing, _PROTOCOLS, scard.SCARD_LEAVE_CARD
        )
        _check(code)

    def _transmit(self, apdu: bytes | bytearray) -> tuple[bytes, int]:
        pci = (
            scard.SCARD_PCI_T0 if self._protocol == scard.SCARD_PROTOCOL_T0 else scard.SCARD_PCI_T1
        )
        command = list(apdu)
        try:
            # On failure the answer is whatever lay in memory: it must not be looked at.
            code, answer = scard.SCardTransmit(self._card, pci, command)
        finally:
            command[:] = [0] * len(command)
        is_failed = code & 0xFFFFFFFF == scard.SCARD_E_NOT_TRANSACTED & 0xFFFFFFFF
        # Some drivers report success and no answer when the card goes during the exchange.
        if is_failed or (code == scard.SCARD_S_SUCCESS and len(answer) < 2):
            raise self._why_not_transacted()
        _check(code)
        buffer = bytearray(answer)
        data, sw = bytes(buffer[:-2]), buffer[-2] << 8 | buffer[-1]
        wipe(buffer)
        return data, sw

    def _why_not_transacted(self) -> ReaderFault:
        """The exchange failed: was the card taken, or is it silent? The reader tells soon."""
        assert self._context is not None  # noqa: S101 - The card was opened through it.
        known = [ReaderState(self._reader, scard.SCARD_STATE_PRESENT)]
        deadline = time.monotonic() + REMOVAL_NOTICE_MS / 1000
        while (left_ms := round((deadline - time.monotonic()) * 1000)) > 0:
            states = self._context.wait(known, left_ms)
            if states is not None and not states[0].has_card:
                return CardFault(CardProblem.TAKEN)
            known = states or known
        return CardFault(CardProblem.MUTE)


_PASSING = (CardProblem.BUSY, CardProblem.MUTE)


def _until_settled(call: Callable[[], T]) -> T:
    """Repeat `call` while the card is held by another program or does not power up yet."""
    deadline = time.monotonic() + SETTLE_LIMIT_MS / 1000
    while True:
        try:
            return call()
        except PcscFault as fault:
            meant = fault_of(fault.code)
            passing = isinstance(meant, CardFault) and meant.problem in _PASSING
            if not passing or time.monotonic() > deadline:
                raise
        time.sleep(SETTLE_POLL_MS / 1000)
