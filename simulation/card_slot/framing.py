"""Length-prefixed messages over a stream socket, whole or not at all."""

import socket

from common.secret import wipe


def receive_exactly(link: socket.socket, count: int) -> bytes | None:
    """`count` bytes; None when the other side is gone first."""
    buffer = bytearray()
    while len(buffer) < count:
        if link.family == socket.AF_INET:
            # Linux delays acknowledgements by 40 ms, and forgets this wish after every read.
            link.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
        chunk = link.recv(count - len(buffer))
        if not chunk:
            return None
        buffer += chunk
    return bytes(buffer)


def receive(link: socket.socket) -> bytes | None:
    """One message of at most 65,535 bytes; None when the other side is gone."""
    header = receive_exactly(link, 2)
    if header is None:
        return None
    return receive_exactly(link, int.from_bytes(header, "big"))


def send(link: socket.socket, message: bytes | bytearray) -> None:
    """Header and body in one write: two would wait for an acknowledgement between them."""
    whole = bytearray(len(message).to_bytes(2, "big"))
    whole += message
    try:
        link.sendall(whole)
    finally:
        wipe(whole)  # It may hold a PIN.
