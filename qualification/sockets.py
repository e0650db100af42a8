"""Sockets for HTTP whose every step, the look-up of the name included, ends at one deadline.

httpx's timeouts are for one read or write each: a server that sends a byte now and then would
never run into one. And the system's resolver knows no timeout at all.
"""

import socket
import ssl
import threading
import time
from collections.abc import Iterable
from concurrent.futures import Future

import httpcore2

_KEEP_ALIVE = (
    (socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1),
    *(
        (socket.IPPROTO_TCP, getattr(socket, name), value)
        for name, value in (("TCP_KEEPIDLE", 2), ("TCP_KEEPINTVL", 1), ("TCP_USER_TIMEOUT", 3_000))
        if hasattr(socket, name)  # TCP_USER_TIMEOUT is Linux's, in milliseconds.
    ),
)
"""A network that forgot a connection without a word is noticed after three seconds."""


class Deadline:
    """The moment at which the call under way ends, whatever it is doing."""

    def __init__(self) -> None:
        self.at = 0.0  # of the monotonic clock, in seconds

    def left_s(self, timeout_s: float | None, error: type[Exception]) -> float:
        """What a step may still take; raises `error` when nothing is left."""
        left_s = self.at - time.monotonic()
        if left_s <= 0:
            raise error("The deadline of the call has passed.")
        return left_s if timeout_s is None else min(timeout_s, left_s)


class DeadlineBackend(httpcore2.SyncBackend):
    def __init__(self, deadline: Deadline) -> None:
        self._deadline = deadline
        self._resolver = _Resolver()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """To the first address that answers: a dead one leaves the others their share of time."""
        ends_at = time.monotonic() + self._deadline.left_s(timeout, httpcore2.ConnectTimeout)
        addresses = self._resolver.addresses(host, port, self._deadline)
        fault: Exception = httpcore2.ConnectError(f"{host} has no address.")
        for tried, address in enumerate(addresses):
            left_s = (ends_at - time.monotonic()) / (len(addresses) - tried)
            if left_s <= 0:
                raise httpcore2.ConnectTimeout("No address answered in time.")
            try:
                stream = super().connect_tcp(address, port, left_s, local_address, _KEEP_ALIVE)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                fault = error
            else:
                return _DeadlineStream(stream, self._deadline)
        raise fault


class _Resolver:
    """Looks names up on a thread that may hang; whoever comes meanwhile waits for the same one."""

    def __init__(self) -> None:
        self._pending: Future[list[str]] | None = None

    def addresses(self, host: str, port: int, deadline: Deadline) -> list[str]:
        pending = self._pending
        if pending is None:
            pending = self._pending = Future()
            threading.Thread(
                target=_look_up, args=(host, port, pending), name="resolver", daemon=True
            ).start()
        try:
            return pending.result(deadline.left_s(None, httpcore2.ConnectTimeout))
        except TimeoutError:
            raise httpcore2.ConnectTimeout(f"{host} was not looked up in time.") from None
        except OSError as error:
            raise httpcore2.ConnectError(str(error)) from error
        finally:
            if pending.done():
                self._pending = None


def _look_up(host: str, port: int, found: "Future[list[str]]") -> None:
    try:
        infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except Exception as error:
        found.set_exception(error if isinstance(error, OSError) else OSError(str(error)))
    else:
        found.set_result([str(address[0]) for *_, address in infos])


class _DeadlineStream(httpcore2.NetworkStream):
    def __init__(self, stream: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left_s(timeout, httpcore2.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left_s(timeout, httpcore2.WriteTimeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        left_s = self._deadline.left_s(timeout, httpcore2.ConnectTimeout)
        stream = self._stream.start_tls(ssl_context, server_hostname, left_s)
        return _DeadlineStream(stream, self._deadline)

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)
