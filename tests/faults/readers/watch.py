"""Tells on standard output what a presence monitor tells; a line of input is a refused reader."""

import sys

import structlog

from reader.port import CardInserted, CardRemoved, PresenceEvent, ReaderFound, ReaderLost
from reader.presence import PcscPresenceMonitor


def line_of(event: PresenceEvent) -> str:
    match event:
        case ReaderFound(reader=reader):
            return f"found {reader}"
        case ReaderLost(problem=problem):
            return f"lost {problem.value}"
        case CardInserted(reader=reader):
            return f"card in {reader}"
        case CardRemoved(reader=reader):
            return f"card out of {reader}"


def main() -> None:
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))
    monitor = PcscPresenceMonitor()
    monitor.start(lambda event: print(line_of(event), flush=True))
    for line in sys.stdin:
        monitor.refused(line.rstrip("\n"))


if __name__ == "__main__":
    main()
