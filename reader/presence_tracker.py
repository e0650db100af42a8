"""What changed in the reader, told once: pure, shared by every presence monitor."""

from dataclasses import dataclass

from reader.port import (
    CardInserted,
    CardRemoved,
    PresenceEvent,
    ReaderFound,
    ReaderLost,
    ReaderProblem,
)


@dataclass(frozen=True)
class Seen:
    """One look at one reader. `changes` counts insertions and removals, if the source can."""

    reader: str
    has_card: bool
    changes: int = 0


class PresenceTracker:
    """Turns looks into events: each change once, and none lost between two looks."""

    def __init__(self) -> None:
        self._problem: ReaderProblem | None = None
        self._seen: Seen | None = None

    def lost(self, problem: ReaderProblem) -> list[PresenceEvent]:
        """No reader can be used. A card that was there is gone with it."""
        if self._problem is problem:
            return []
        self._problem, self._seen = problem, None
        return [ReaderLost(problem)]

    def look(self, readers: list[Seen]) -> list[PresenceEvent]:
        """The readers that can be used, in order of preference; at least one."""
        before, now = self._seen, self._choose(readers)
        self._problem, self._seen = None, now
        events: list[PresenceEvent] = []
        if before is None or before.reader != now.reader:
            if before is not None and before.has_card:
                events.append(CardRemoved(before.reader))
            events.append(ReaderFound(now.reader))
            before = Seen(now.reader, has_card=False)
        swapped = before.has_card and now.has_card and before.changes != now.changes
        if before.has_card and (swapped or not now.has_card):
            events.append(CardRemoved(now.reader))
        if now.has_card and (swapped or not before.has_card):
            events.append(CardInserted(now.reader))
        return events

    def _choose(self, readers: list[Seen]) -> Seen:
        """The reader that holds our card; else one with a card; else the one known; else any."""
        current = next((r for r in readers if self._seen and r.reader == self._seen.reader), None)
        with_card = [r for r in readers if r.has_card]
        if current in with_card or not with_card:
            return current or readers[0]
        return with_card[0]
