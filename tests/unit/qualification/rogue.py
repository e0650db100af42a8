"""A TLS server that answers whatever a test wants: the service's certificate, bad manners."""

import contextlib
import re
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from simulation.service.pki import Pki

Manner = Callable[[ssl.SSLSocket, threading.Event], None]
"""What to do with one connection whose request has come; the event ends the test."""


def says(answer: bytes) -> Manner:
    def manner(connection: ssl.SSLSocket, over: threading.Event) -> None:
        connection.sendall(answer)

    return manner


def http(body: bytes, status: str = "200 OK", *headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers, "", ""]
    return "\r\n".join(lines).encode("ascii") + body


def trickles(connection: ssl.SSLSocket, over: threading.Event) -> None:
    """A header that never ends, one byte at a time, faster than any read timeout."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    while not over.wait(0.02):
        connection.sendall(b"x")


def hangs_up(connection: ssl.SSLSocket, over: threading.Event) -> None:
    pass


@contextmanager
def rogue_service(pki: Pki, *manners: Manner) -> Iterator[str]:
    """The URL of a server that meets its first connection with the first manner, and so on."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pki.server_certificate, pki.server_key)
    over = threading.Event()

    def run(listener: socket.socket) -> None:
        for manner in manners:
            with contextlib.suppress(OSError):
                raw, _ = listener.accept()
                with raw, context.wrap_socket(raw, server_side=True) as connection:
                    read_request(connection)
                    manner(connection, over)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=run, args=(listener,), name="rogue", daemon=True)
        thread.start()
        try:
            yield f"https://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            over.set()
            with contextlib.suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)
            thread.join(60)


def read_request(connection: ssl.SSLSocket) -> None:
    """All of it: closing on an unread body would reset the connection under the answer."""
    request = b""
    while b"\r\n\r\n" not in request and (part := connection.recv(65536)):
        request += part
    head, _, body = request.partition(b"\r\n\r\n")
    length = re.search(rb"(?i)content-length: *(\d+)", head)
    missing = int(length[1]) - len(body) if length else 0
    while missing > 0 and (part := connection.recv(65536)):
        missing -= len(part)
