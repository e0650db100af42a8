"""Random walks of the desk: kiosks report, are away and come back, staff act, days end.

The console's own board, store, pages and lines; kiosks with their own queue and gate. Between them
a wire that loses what is under way, or says once more what somebody has overheard.
"""

import asyncio
import shutil
import tempfile
import weakref
from collections.abc import Coroutine
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, tzinfo
from itertools import count
from pathlib import Path
from typing import Any, Self, cast
from unittest.mock import patch

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from common.japan import JST
from console.board import Board, RowChanged
from console.kiosks import KioskLines
from console.pages import Pages
from console.store import Row, Store
from kiosk.desk_link.gate import Gate, Refusal
from kiosk.desk_link.messages import (
    FROM_CONSOLE,
    FROM_KIOSK,
    TIDINGS,
    Command,
    Done,
    FromKiosk,
    Hello,
    Kept,
    KioskNow,
    Outcome,
    Reception,
    ReceptionState,
    told_line,
)
from kiosk.desk_link.queue import TidingQueue
from kiosk.staff.acts import ShowMessage
from tests.console.desk import reception
from tests.walks import walk_settings

FACILITY = "1312345678"
KIOSKS = ("kiosk-1", "kiosk-2")
KEY = bytes(32)
VALID_FOR_S = 5.0
STEPS_OF_THE_LOOP = 100
"""Each line that was said takes the console a few; by then all are read and answered."""

LATER = {
    ReceptionState.WAITS_FOR_SERVICE: ReceptionState.WAITS_FOR_FOLDER,
    ReceptionState.WAITS_FOR_FOLDER: ReceptionState.DELIVERED,
}


class Clock:
    """On the wall and in the machine, for all in one walk."""

    def __init__(self) -> None:
        self.wall = datetime(2026, 11, 24, 9, 0, tzinfo=JST)
        self.machine_s = 1_000.0

    def pass_s(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)
        self.machine_s += seconds


class ClockLoop(asyncio.SelectorEventLoop):
    """An event loop whose time goes by only when the walk says so."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        super().__init__()

    def time(self) -> float:
        return self._clock.machine_s


class Wire:
    """The console's end of a connection, as its lines write to it."""

    def __init__(self, kiosk_id: str) -> None:
        self._subject = (
            (("organizationalUnitName", FACILITY),),
            (("commonName", kiosk_id),),
        )
        self.to_kiosk: list[bytes] = []
        self.reader = asyncio.StreamReader()
        self.is_open = True
        self.transport = self

    def write(self, data: bytes) -> None:
        if self.is_open:
            self.to_kiosk += data.splitlines()

    async def drain(self) -> None:
        pass

    def get_extra_info(self, name: str) -> dict[str, object]:
        assert name == "peercert"
        return {"subject": self._subject}

    def abort(self) -> None:
        if self.is_open:
            self.is_open = False
            self.reader.feed_eof()


@dataclass
class Kiosk:
    """The end of the line at one kiosk, with the parts that decide there."""

    kiosk_id: str
    queue: TidingQueue
    clock: Clock
    wire: Wire | None = None
    gate: Gate | None = None
    told_up_to: int = 0
    done: list[str] = field(default_factory=list)
    """The texts of acts that were done here."""

    def say(self, message: FromKiosk) -> None:
        if self.wire is not None and self.wire.is_open:
            self.wire.reader.feed_data(FROM_KIOSK.written(message) + b"\n")

    def now(self) -> KioskNow:
        clock_ms = round(self.clock.machine_s * 1000)
        return KioskNow("Idle", 0, None, None, False, False, (), 0, 0, None, clock_ms)

    def hear(self, line: bytes) -> None:
        match FROM_CONSOLE.read(line):
            case Kept(number=number):
                self.queue.forget(number)
            case Command() as command:
                self.obey(command)
            case _:
                pass

    def obey(self, command: Command) -> None:
        assert self.gate is not None
        act = self.gate.admit(command, round(self.clock.machine_s * 1000))
        if isinstance(act, Refusal):
            self.say(Done(command.sequence, Outcome.REFUSED))
            return
        assert isinstance(act, ShowMessage)
        self.done.append(act.text)
        self.say(Done(command.sequence, Outcome.DONE))


@dataclass
class Asked:
    """An act that staff have asked for."""

    kiosk_id: str
    text: str
    at_s: float
    task: "asyncio.Task[Outcome | None]"


class Desk(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="desk-"))
        self.clock = Clock()
        self.loop = ClockLoop(self.clock)
        self.numbers = count(1)
        clock = self.clock

        class WalkTime(datetime):
            @classmethod
            def now(cls, tz: tzinfo | None = None) -> Self:
                return cast(Self, clock.wall.astimezone(tz))

        modules = ("console.board", "console.store", "kiosk.desk_link.queue")
        self.patches = [patch(f"{module}.datetime", WalkTime) for module in modules]
        for each in self.patches:
            each.start()
        self.kiosks = {
            kiosk_id: Kiosk(kiosk_id, TidingQueue(self.folder / f"{kiosk_id}.sqlite", KEY), clock)
            for kiosk_id in KIOSKS
        }
        self.received: dict[tuple[str, str], Reception] = {}
        """As the kiosk told it last, with what it told before."""
        self.seen: set[tuple[str, str]] = set()
        self.asked: list[Asked] = []
        self.was_done: dict[str, bool] = {}
        """By the text of an act, when its time was over."""
        self.overheard: list[Command] = []
        self.shown: list[tuple[datetime, weakref.ref[Row]]] = []
        """All rows that ever stood on a board, with their moment."""
        self.open()

    # The console.

    def open(self) -> None:
        self.store = Store(self.folder / "console", keep_days=1)
        self.board = Board(self.store)
        self.pages = Pages(self.board)
        self.lines = KioskLines(self.board, FACILITY)
        self.began = self.board.mark
        self.looks()

    @rule()
    def console_is_started_anew(self) -> None:
        self.lines.close()
        self.settle()
        self.store.close()
        for kiosk in self.kiosks.values():
            kiosk.wire = None
        self.shown.clear()  # It would be another process.
        self.open()

    def run(self, work: Coroutine[Any, Any, None]) -> None:
        self.loop.run_until_complete(work)

    def settle(self) -> None:
        async def all_that_is_ready() -> None:
            for _ in range(STEPS_OF_THE_LOOP):
                await asyncio.sleep(0)

        self.run(all_that_is_ready())
        self.looks()

    def looks(self) -> None:
        """Somebody has the page open."""
        known = {id(ref()) for _, ref in self.shown}
        for row in self.board.rows:
            self.pages.row(row, "ja")
            if id(row) not in known:
                self.shown.append((row.reception.at, weakref.ref(row)))

    # Kiosks.

    @rule(kiosk_id=st.sampled_from(KIOSKS))
    def comes_back(self, kiosk_id: str) -> None:
        kiosk = self.kiosks[kiosk_id]

        async def connect() -> None:
            wire = Wire(kiosk_id)
            kiosk.wire = wire
            kiosk.gate = Gate(kiosk_id, f"channel-{next(self.numbers)}")
            kiosk.told_up_to = 0
            kiosk.say(Hello(kiosk_id, FACILITY, kiosk.gate.channel, {}))
            kiosk.say(kiosk.now())
            self.attending = asyncio.ensure_future(
                self.lines.attend(wire.reader, cast(asyncio.StreamWriter, wire))
            )

        self.run(connect())
        self.settle()

    @rule(kiosk_id=st.sampled_from(KIOSKS))
    def is_away(self, kiosk_id: str) -> None:
        """With all that was under way."""
        kiosk = self.kiosks[kiosk_id]
        if kiosk.wire is not None:
            kiosk.wire.abort()
            kiosk.wire = None
            self.settle()

    @rule()
    def all_is_well(self) -> None:
        """Without it no walk comes far: kiosks that are away have nothing to tell."""
        for kiosk_id, kiosk in self.kiosks.items():
            if kiosk.wire is None or not kiosk.wire.is_open:
                self.comes_back(kiosk_id)
            self.line_works(kiosk_id, hears=True)

    @rule(kiosk_id=st.sampled_from(KIOSKS), waits=st.booleans(), well=st.booleans())
    def receives(self, kiosk_id: str, waits: bool, well: bool) -> None:
        session = f"s{next(self.numbers)}"
        state = ReceptionState.WAITS_FOR_SERVICE if waits else ReceptionState.WAITS_FOR_FOLDER
        told = reception(session, state=state, at=self.clock.wall, kana=f"ﾋﾐﾂ {session}")
        if waits:
            told = replace(told, summary=None)
        self.received[kiosk_id, session] = told
        self.kiosks[kiosk_id].queue.put(told)
        if well:
            self.all_is_well()

    @precondition(lambda self: self.received)
    @rule(data=st.data())
    def goes_on(self, data: st.DataObject) -> None:
        key = data.draw(st.sampled_from(sorted(self.received)))
        known = self.received[key]
        state = LATER.get(known.state)
        if state is None:
            return
        told = Reception(known.session_id, known.at, state, file_name=f"{known.session_id}.xml")
        if state is ReceptionState.WAITS_FOR_FOLDER:
            told = replace(reception(known.session_id, at=known.at), state=state)
        self.kiosks[key[0]].queue.put(told)
        self.received[key] = replace(
            known,
            state=state,
            summary=told.summary or known.summary,
            file_name=told.file_name or known.file_name,
        )

    @rule(kiosk_id=st.sampled_from(KIOSKS), hears=st.booleans())
    def line_works(self, kiosk_id: str, hears: bool) -> None:
        """What is to be told is told; the answers are heard, or still under way."""
        kiosk = self.kiosks[kiosk_id]
        wire = kiosk.wire
        if wire is None or not wire.is_open:
            return
        kiosk.say(kiosk.now())
        for number, tiding in kiosk.queue.after(kiosk.told_up_to, 100):
            wire.reader.feed_data(told_line(number, tiding))
            kiosk.told_up_to = number
        self.settle()
        if hears:
            said, wire.to_kiosk = wire.to_kiosk, []
            for line in said:
                kiosk.hear(line)
            self.settle()

    # Staff.

    @precondition(lambda self: self.board.rows)
    @rule(data=st.data(), seen=st.booleans())
    def marks(self, data: st.DataObject, seen: bool) -> None:
        row_id = data.draw(st.sampled_from([row.id for row in self.board.rows]))
        row = self.board.mark_seen(row_id, seen=seen)
        assert row is not None
        key = row.kiosk, row.reception.session_id
        (self.seen.add if seen else self.seen.discard)(key)
        self.looks()

    @rule(kiosk_id=st.sampled_from(KIOSKS))
    def ask_for_an_act(self, kiosk_id: str) -> None:
        text = f"message {next(self.numbers)}"

        async def act() -> Outcome | None:
            outcome, _ = await self.lines.act(kiosk_id, ShowMessage(text), "001")
            return outcome

        async def ask() -> None:
            task = asyncio.ensure_future(act())
            self.asked.append(Asked(kiosk_id, text, self.clock.machine_s, task))

        self.run(ask())
        self.settle()
        wire = self.kiosks[kiosk_id].wire
        for line in [] if wire is None else wire.to_kiosk:
            message = FROM_CONSOLE.read(line)
            if isinstance(message, Command) and message not in self.overheard:
                self.overheard.append(message)

    @precondition(lambda self: self.overheard)
    @rule(kiosk_id=st.sampled_from(KIOSKS), data=st.data())
    def somebody_says_it_again(self, kiosk_id: str, data: st.DataObject) -> None:
        kiosk = self.kiosks[kiosk_id]
        if kiosk.gate is not None:
            kiosk.obey(data.draw(st.sampled_from(self.overheard)))
            self.settle()

    # Time.

    @rule(seconds=st.sampled_from([1.0, 3.0, 10.0]))
    def time_passes(self, seconds: float) -> None:
        self.clock.pass_s(seconds)
        self.settle()
        self.settle()  # What was overdue has been told of by now.

    @rule()
    def the_next_day_begins(self) -> None:
        mark = self.board.mark
        self.clock.pass_s(24 * 3600)
        self.settle()
        self.board.forget_old()
        self.settle()
        first = self.clock.wall.date()
        self.received = {
            key: told for key, told in self.received.items() if told.at.date() >= first
        }
        self.seen &= set(self.received)
        assert not self.board.rows
        for at, row in self.shown:
            assert at.date() >= first or row() is None, "of a day that is over something is left"
        for since in (mark, self.began):
            with self.board.watched(since) as queue:
                told = [queue.get_nowait() for _ in range(queue.qsize())]
            assert not any(news and isinstance(news[1], RowChanged) for news in told)

    # What holds at each moment.

    @invariant()
    def nobody_is_on_the_board_twice_or_made_up(self) -> None:
        keys = [(row.kiosk, row.reception.session_id) for row in self.board.rows]
        assert len(keys) == len(set(keys))
        assert set(keys) <= set(self.received)

    @invariant()
    def what_a_kiosk_has_let_go_of_is_on_the_board(self) -> None:
        kept = {(row.kiosk, row.reception.session_id) for row in self.board.rows}
        waits = {
            (kiosk_id, told.session_id)
            for kiosk_id, kiosk in self.kiosks.items()
            for told in _tidings(kiosk.queue)
        }
        assert set(self.received) <= kept | waits, "a reception is lost"

    @invariant()
    def an_act_is_done_once_at_most_and_where_and_when_it_was_meant(self) -> None:
        for asked in self.asked:
            done = [k.kiosk_id for k in self.kiosks.values() for t in k.done if t == asked.text]
            assert done in ([], [asked.kiosk_id])
            if asked.task.done() and asked.task.result() is Outcome.DONE:
                assert done, "staff are told that it is done"
        for asked in [each for each in self.asked if self._is_over(each)]:
            was_done = asked.text in self.kiosks[asked.kiosk_id].done
            assert self.was_done.setdefault(asked.text, was_done) == was_done, "done too late"

    def _is_over(self, asked: Asked) -> bool:
        return self.clock.machine_s - asked.at_s > VALID_FOR_S

    def teardown(self) -> None:
        try:
            for kiosk_id in KIOSKS:
                self.comes_back(kiosk_id)
                self.line_works(kiosk_id, hears=True)
                assert not _tidings(self.kiosks[kiosk_id].queue)
            found = {(row.kiosk, row.reception.session_id): row for row in self.board.rows}
            assert set(found) == set(self.received)
            for key, row in found.items():
                told = self.received[key]
                assert row.reception.state is told.state
                assert row.reception.summary == told.summary
                assert row.reception.file_name == told.file_name
                assert row.reception.decisions == told.decisions
            assert {key for key, row in found.items() if row.seen} == self.seen
            self.console_is_started_anew()
            assert {(row.kiosk, row.reception.session_id) for row in self.board.rows} == set(found)
            assert {row.reception.session_id for row in self.board.rows if row.seen} == {
                session for _, session in self.seen
            }
        finally:
            self.lines.close()
            self.run(_ended(asyncio.all_tasks(self.loop)))
            self.loop.close()
            self.store.close()
            for kiosk in self.kiosks.values():
                kiosk.queue.close()
            for each_patch in self.patches:
                each_patch.stop()
            shutil.rmtree(self.folder)


async def _ended(tasks: "set[asyncio.Task[Any]]") -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def _tidings(queue: TidingQueue) -> list[Reception]:
    told = [TIDINGS.read(bytes(written)) for _, written in queue.after(0, 1000)]
    return [each for each in told if isinstance(each, Reception)]


TestDesk = Desk.TestCase
TestDesk.settings = walk_settings(walks=30, steps=30)
