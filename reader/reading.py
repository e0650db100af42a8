"""Whatever card lies in a PC/SC reader, read as far as it goes: `uketsuke card read`."""

import time
from collections.abc import Callable

from common.secret import wipe
from reader.card import MyNumberCard
from reader.errors import ReaderFault
from reader.pcsc import PcscCardSource, find_card
from reader.report import CardReport, FindAuthority, air_times, fill_report
from reader.traffic import TrafficLog


class Reading:
    """One attempt. `error` says why it did not come to its end; None when it did."""

    def __init__(self) -> None:
        self.report = CardReport()
        self.error: ReaderFault | None = None
        self._reader: str | None = None
        self._atr = b""
        self._card: MyNumberCard | None = None
        self.elapsed_ms = 0

    def run(
        self,
        reader_pattern: str,
        pin: bytearray | None,
        number_b: bytearray | None,
        find_authority: FindAuthority,
        traffic: Callable[[str], None] | None = None,
    ) -> None:
        """Wipes the secrets. `traffic`: write every exchange there, see `reader.traffic`."""
        started = time.monotonic()
        try:
            self._card = self._connect(reader_pattern, traffic)
            fill_report(self.report, self._card, pin, number_b, find_authority)
        except ReaderFault as error:
            self.error = error
        finally:
            for secret in (pin, number_b):
                if secret is not None:
                    wipe(secret)
            if self._card is not None:
                self._card.close()
            self.elapsed_ms = round((time.monotonic() - started) * 1000)

    def _connect(self, reader_pattern: str, traffic: Callable[[str], None] | None) -> MyNumberCard:
        found = find_card(reader_pattern)
        self._reader, self._atr = found.reader, found.atr
        connection = PcscCardSource().connect(found.reader)
        return MyNumberCard(connection if traffic is None else TrafficLog(connection, traffic))

    def as_json_object(self) -> dict[str, object]:
        """Personal. What was not read is None."""
        card = self._card
        return {
            "atr": self._atr.hex().upper() or None,
            "reader": self._reader,
            **self.report.as_json_object(),
            "apdu_count": 0 if card is None else card.apdu_count,
            "bytes_sent": 0 if card is None else card.bytes_sent,
            "bytes_received": 0 if card is None else card.bytes_received,
            "elapsed_ms": self.elapsed_ms,
            "air_time_ms": None if card is None else air_times(card),
            "error": None if self.error is None else str(self.error),
        }
