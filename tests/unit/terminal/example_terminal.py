"""A terminal adapter, as a maker would write one: an example of docs/adapters.md.

A real terminal authenticates itself to the card with its maker's keys. This one has the PIN of a
test card in their place, which opens the same key of the card.
"""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from reader.errors import BadCardAnswer

KEY_FILE = Path(__file__).with_name("example_terminal.key")

SELECT_JPKI = bytes.fromhex("00A4040C0AD392F000260100000001")
SELECT_PIN = bytes.fromhex("00A4020C020018")
VERIFY = bytes.fromhex("0020008004")
SELECT_KEY = bytes.fromhex("00A4020C020017")
SIGN = bytes.fromhex("802A008033")
DIGEST_INFO = bytes.fromhex("3031300d060960864801650304020105000420")
OK = 0x9000


class ExampleTerminal:
    def __init__(self) -> None:
        self._key = KEY_FILE.read_bytes()

    def sign(
        self, transmit: Callable[[bytes], tuple[bytes, int]], method: str, nonce: bytes
    ) -> bytes:
        commands = (
            SELECT_JPKI,
            SELECT_PIN,
            VERIFY + self._key,
            SELECT_KEY,
            SIGN + DIGEST_INFO + sha256(nonce).digest() + b"\0",
        )
        for command in commands:
            data, status = transmit(command)
            if status != OK:
                raise BadCardAnswer(f"{status:04X} to the terminal, after a match by {method}")
        return data
