"""What changed in the reader, told once: pure, shared by every presence monitor."""

from dataclasses import dataclass, field, replace

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
    is_mute: bool = field(default=False, compare=False)
    """What lies there does not answer, as far as the source knows."""


class PresenceTracker:
    """Turns looks into events: each change once, and none lost between two looks."""

    def __init__(self) -> None:
        self._problem: ReaderProblem | None = None
        self._seen: Seen | None = None
        self._last: dict[str, Seen] = {}
        self._since_start: set[Seen] = set()
        self._refused: set[Seen] = set()
        self._hidden: set[Seen] = set()
        self._only_said: set[Seen] = set()

    def lost(self, problem: ReaderProblem) -> list[PresenceEvent]:
        """No reader can be used. A card that was there is gone with it."""
        if self._problem is problem:
            return []
        self._problem, self._seen = problem, None
        self._last = {}
        for cards in (self._since_start, self._refused, self._hidden, self._only_said):
            cards.clear()
        return [ReaderLost(problem)]

    def refused(self, reader: str) -> None:
        """What lies in `reader` is no My Number Card: a SAM, a mute or a foreign card.

        Where there are several readers, it hides no card in another one. One that was there from
        the start is not told any more, until something changes in its slot.
        """
        if (last := self._last.get(reader)) is not None and last.has_card:
            self._refused.add(last)

    def look(self, readers: list[Seen]) -> list[PresenceEvent]:
        """The readers that can be used, in order of preference; at least one."""
        readers = self._without_only_said(readers)
        self._since_start |= {r for r in readers if r.has_card and r.reader not in self._last}
        self._last = {r.reader: r for r in readers}
        readers = self._without_hidden(readers)
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

    def _without_only_said(self, readers: list[Seen]) -> list[Seen]:
        """Without cards that were taken while a program that used them ended.

        pcscd resets a card whose program ends. One that is taken in that moment it first tells as
        gone, then, since the reset has failed, as mute, until the next card is placed. Nobody
        takes a card and places another that is mute between two looks.
        """
        for now in readers:
            before = self._last.get(now.reader)
            swapped = before is not None and before.has_card and before.changes != now.changes
            if swapped and now.has_card and now.is_mute:
                self._only_said.add(now)
        return [replace(r, has_card=False) if r in self._only_said else r for r in readers]

    def _without_hidden(self, readers: list[Seen]) -> list[Seen]:
        still = self._refused.intersection(readers)
        if len(readers) > 1:
            another = any(r.has_card and r not in still | self._hidden for r in readers)
            self._hidden |= still if another else still & self._since_start
        return [replace(r, has_card=False) if r in self._hidden else r for r in readers]

    def _choose(self, readers: list[Seen]) -> Seen:
        """The reader that holds our card; else one with a card; else the one known; else any."""
        current = next((r for r in readers if self._seen and r.reader == self._seen.reader), None)
        with_card = [r for r in readers if r.has_card]
        if current in with_card or not with_card:
            return current or readers[0]
        return with_card[0]
