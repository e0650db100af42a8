"""A dialogue with one card: what is selected, what was read, what it cost.

The worker's reader code says what it wants; this class sends as few commands as can get it.
"""

import time
from collections.abc import Callable

from common.secret import wipe
from reader import apdu
from reader.apdu import Sw
from reader.errors import BadCardAnswer, CardFault, CardProblem, FileClosed, FileMissing
from reader.port import CardConnection

_READ = (Sw.OK, Sw.END_OF_FILE)
_NOT_THE_READER = (Sw.SECURITY_STATUS, Sw.NO_CURRENT_EF, Sw.NO_FILE, Sw.BAD_OFFSET)
"""Refusals that the card alone gives, which smaller blocks do not change."""

_LARGE_BLOCK_BYTES = 128
"""Every reader carries answers of less."""


class Exchange:
    """Not thread-safe: one thread owns the card. Holds the card alone until closed.

    Alone, because the card keeps one current application for everybody: were another program
    let in between, our digits could meet a PIN that they were never meant for.
    """

    def __init__(self, connection: CardConnection) -> None:
        self._connection = connection
        self._exclusive = connection.exclusive()
        try:
            self._exclusive.__enter__()
        except BaseException:
            connection.close()
            raise
        self._application: bytes | None = None
        self._file: int | None = None
        self._reads_by_short_id = True
        self._block_bytes = apdu.READ_WHOLE
        self.selections = 0
        """How often an application was selected: a PIN verified before the last one is dropped."""
        self.apdu_count = 0
        self.rsa_count = 0
        self.bytes_sent = 0
        self.bytes_received = 0
        self.elapsed_ms = 0.0

    def __enter__(self) -> "Exchange":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let the card go; safe to call twice and after the card is gone."""
        try:
            self._exclusive.__exit__(None, None, None)
        finally:
            self._connection.close()

    def send(self, command: bytes | bytearray) -> tuple[bytes, int]:
        """One exchange, counted; at most 256 bytes come back, as no command here asks for more.

        Raises `reader.errors`; a bad status word is only returned.
        """
        data, sw = self._transmit(command)
        if len(data) > apdu.READ_WHOLE:
            raise BadCardAnswer("an answer longer than was asked for")
        return data, sw

    def pass_on(self, command: bytes) -> tuple[bytes, int]:
        """Likewise for a command of somebody else's, after which nothing is known to be current."""
        self._application = self._file = None
        self.selections += 1
        return self._transmit(command)

    def _transmit(self, command: bytes | bytearray) -> tuple[bytes, int]:
        started = time.perf_counter()
        try:
            data, sw = self._connection.transmit(command)
        finally:
            self.elapsed_ms += (time.perf_counter() - started) * 1000
            self.apdu_count += 1
            self.bytes_sent += len(command)
        self.bytes_received += len(data) + 2
        self.rsa_count += command[1] == apdu.COMPUTE_SIGNATURE and sw == Sw.OK
        return data, sw

    def select_application(self, aid: bytes) -> None:
        """Make an application current, unless it is. Raises `CardFault(OTHER_CARD)`.

        A SELECT drops every verified PIN (sources: card 1.6). The first command after
        power-up was seen answered 6F00 by a healthy card (1.7): that one alone is repeated.
        """
        if self._application == aid:
            return
        is_first = self.apdu_count == 0
        self._application = self._file = None
        self.selections += 1
        _, sw = self.send(apdu.select_application(aid))
        if sw == Sw.UNKNOWN_FAULT and is_first:
            _, sw = self.send(apdu.select_application(aid))
        if sw >> 8 == 0x6F:
            raise BadCardAnswer(f"selecting an application: {apdu.sw_name(sw)}")
        if sw != Sw.OK:
            raise CardFault(CardProblem.OTHER_CARD)
        self._application = aid

    def select_file(self, file_id: int) -> None:
        """Make a file, PIN or key of the current application current, unless it is."""
        if self._file == file_id:
            return
        self._file = None
        _, sw = self.send(apdu.select_file(file_id))
        if sw == Sw.NO_FILE:
            raise FileMissing(file_id)
        if sw != Sw.OK:
            raise BadCardAnswer(f"selecting {file_id:04X}: {apdu.sw_name(sw)}")
        self._file = file_id

    def read_start(self, file_id: int, count: int = apdu.READ_WHOLE) -> bytes:
        """The first `count` bytes of a file, or all of a shorter one; at most one block.

        By short id, which saves the SELECT; from the first refusal on with SELECT, because
        short ids are seen on few cards only (sources: card 2).
        """
        count = min(count, self._block_bytes)
        if self._reads_by_short_id and self._file != file_id:
            data, sw = self.send(apdu.read_binary_of(file_id, count))
            if sw in _READ and data:
                self._file = file_id
                return data
            self._reads_by_short_id = False
            self._file = None
        self.select_file(file_id)
        return self._read_block(0, count)

    def read_file(
        self, file_id: int, length_of: Callable[[bytes], int], max_bytes: int
    ) -> bytearray:
        """A whole file, whose length `length_of` tells from the first block.

        Sends one command per 256 bytes and no more, unless the reader cannot carry as much; never
        reads more than `max_bytes`, whatever the file says of itself.
        """
        content = bytearray(self.read_start(file_id))
        total = length_of(bytes(content[:16]))
        if total > max_bytes:
            raise BadCardAnswer(f"file {file_id:04X} says it is longer than {max_bytes} bytes")
        while len(content) < total:
            content += self._read_block(len(content), total - len(content))
        del content[total:]
        return content

    def _read_block(self, offset: int, count: int) -> bytes:
        """From `offset` on `count` bytes or what one answer carries; at least one.

        Cheap readers drop, cut or refuse an answer of 256 bytes: then the same is asked for in
        smaller blocks from there on.
        """
        while True:
            wanted = min(count, self._block_bytes)
            data, sw = self.send(apdu.read_binary(offset, wanted))
            if sw in _READ and len(data) == wanted:
                return data
            if wanted < _LARGE_BLOCK_BYTES or sw in _NOT_THE_READER:
                break
            self._block_bytes = min(self._block_bytes, wanted) // 2
            if sw in _READ and data:
                return data
        if sw in _READ:
            raise BadCardAnswer("a file is shorter than it says")
        if sw == Sw.SECURITY_STATUS:
            raise FileClosed
        raise BadCardAnswer(f"reading: {apdu.sw_name(sw)}")

    def carries_whole_answers(self, file_id: int) -> bool:
        """Whether answers of 256 bytes come through, by a file that is long enough.

        A block that was lost once may have been a card at an angle: that one is asked for again.
        """
        if self._block_bytes == apdu.READ_WHOLE:
            return True
        self.select_file(file_id)
        data, sw = self.send(apdu.read_binary(0, apdu.READ_WHOLE))
        if sw != Sw.OK or len(data) < apdu.READ_WHOLE:
            return False
        self._block_bytes = apdu.READ_WHOLE
        return True

    def tries_left(self, pin_file: int, tries: int) -> int:
        """Tries left, of `tries`, for a PIN of the current application; costs none.

        Some cards answer 9000 when the PIN is verified: then the count is full.
        """
        self.select_file(pin_file)
        _, sw = self.send(apdu.QUERY_TRIES)
        if sw == Sw.OK:
            return tries
        left = apdu.tries_left(sw)
        if left is None:
            raise BadCardAnswer(f"asking for the tries left: {apdu.sw_name(sw)}")
        return left

    def verify(self, secret: bytearray) -> int:
        """Send a secret to the current PIN, once; return the status word. Wipes its buffer."""
        command = apdu.verify(secret)
        try:
            _, sw = self.send(command)
        finally:
            wipe(command)
        return sw
