"""One TLS connection to the console: lines out and in, and a way to be woken.

The console proves itself by a certificate of the authority that the configuration names for it;
the kiosk by the certificate that it has for the online service.
"""

import select
import socket
import ssl
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from kiosk.desk_link.messages import LONGEST_LINE_BYTES

CONNECT_WITHIN_S = 5.0
_SEND_WITHIN_S = 5.0
_LAST_WORD_WITHIN_S = 1.0


def client_context(authority: Path, certificate: Path, key: Path) -> ssl.SSLContext:
    """Raises `OSError`."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.verify_flags |= ssl.VerifyFlags.VERIFY_X509_PARTIAL_CHAIN
    context.load_verify_locations(authority)
    context.load_cert_chain(certificate, key)
    return context


class Line:
    """For one thread; `wake` may be called by any."""

    def __init__(self, context: ssl.SSLContext, host: str, port: int) -> None:
        """Raises `OSError`; of it `SSLCertVerificationError` for whoever is not the console."""
        self._awake, self._waker = socket.socketpair()
        self._waker.setblocking(False)
        self._buffer = b""
        try:
            plain = socket.create_connection((host, port), timeout=CONNECT_WITHIN_S)
            plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            try:
                self._socket = context.wrap_socket(plain, server_hostname=host)
            except BaseException:
                plain.close()
                raise
        except BaseException:
            self._close_waker()
            raise
        self._socket.settimeout(_SEND_WITHIN_S)

    def wake(self) -> None:
        with suppress(OSError):  # It is awake already, or closed.
            self._waker.send(b"\0")

    def say(self, line: bytes) -> None:
        """Raises `OSError`."""
        self.say_whole(line + b"\n")

    def say_whole(self, line: bytes | bytearray) -> None:
        """With its end, and without a copy. Raises `OSError`."""
        self._socket.sendall(line)

    def hear(self, wait_s: float) -> Iterator[bytes]:
        """The lines that have come, after waiting so long for the first or for `wake`.

        Raises `OSError` when the line is dead, or carries what is no line.
        """
        if not self._socket.pending():
            ready, _, _ = select.select([self._socket, self._awake], [], [], wait_s)
            if self._awake in ready:
                self._awake.recv(4096)
            if self._socket not in ready:
                return
        received = self._socket.recv(LONGEST_LINE_BYTES)
        if not received:
            raise ConnectionResetError
        *lines, self._buffer = (self._buffer + received).split(b"\n")
        if len(self._buffer) > LONGEST_LINE_BYTES:
            raise ConnectionAbortedError
        yield from lines

    def finish(self) -> None:
        """What was said last has arrived when it returns, or never will."""
        with suppress(OSError):
            self._socket.settimeout(_LAST_WORD_WITHIN_S)
            self._socket.shutdown(socket.SHUT_WR)
            while self._socket.recv(LONGEST_LINE_BYTES):
                pass

    def close(self) -> None:
        self._close_waker()
        self._socket.close()

    def _close_waker(self) -> None:
        self._awake.close()
        self._waker.close()
