"""`make prove NAME=soak`: patient after patient at one kiosk, which is not started anew for them.

`uketsuke run` in a real window beside the real PC/SC stack; persons, methods, answers and faults
are drawn from a seed. After each session its end, ledger, service and result file are compared;
what went wrong is told with what replays it, and the next patient comes. Each session is a line of
build/soak.jsonl, so that a run that is cut off keeps its figures.
"""

import json
import os
import pickle
import random
import signal
import sys
import tempfile
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from pathlib import Path
from unittest.mock import patch

from kiosk.compose.shared import consent_keys, consent_ledger
from kiosk.control import ask
from kiosk.errors import SetupFault
from simulation.demo.simulation import Simulation, card_daemon
from simulation.demo.world import World, default_world
from simulation.hardware import CardTransport
from simulation.rehearsal import records
from simulation.rehearsal.display import DisplayKind, open_display
from tests.soak.drawn import Drawn, draw
from tests.soak.figures import Held, held_by
from tests.soak.kiosk_program import ADDRESS, COMMAND, HARDWARE
from tests.soak.reception import Played, Reception
from tests.soak.window import Window
from tests.unit.kiosk.installation import LOG_NAME, install_like
from tests.unit.kiosk.real_kiosk import RealKiosk, running

SESSIONS = 2000
SIZE_PX = (1080, 1920)
FIRST_LOOK = 100
"""By then everything is loaded that is loaded once."""
FROZEN = 50
"""The session in which the screen freezes, and the kiosk is started anew."""
LOOK_EVERY = 50
GROWTH = 0.03
COMES_AND_GOES = 5
"""Handles and threads: a connection that is open at one look and not at the next."""
PROGRESS = Path("build/soak.jsonl")
OPEN_LIMIT_S = 120.0
BUGS = ("kiosk_bug", "child_bug")

MORE = """
[identity]
proof = "attested"
card_face_authority = "{authority}"
[face]
liveness = "passive"
[times]
patience = 0.2
idle_warning_s = 1
"""
"""What is waited for are machines: nobody thinks, turns the head or comes back."""


class Soak:
    """A kiosk with all that stands around it, and what came of its sessions so far."""

    def __init__(self, kiosk: RealKiosk, reception: Reception, simulation: Simulation) -> None:
        self._kiosk = kiosk
        self._reception = reception
        self._simulation = simulation
        self.played: list[Played] = []
        self.looks: dict[int, Held] = {}

    def play(self, drawn: Drawn) -> Played:
        played = self._reception.play(drawn)
        self.played.append(played)
        return played

    def look(self, number: int) -> Held:
        """At rest, with the next session's processes ready."""
        state = self._simulation.config.storage.state

        def rests() -> bool:
            try:
                status = ask(state, "status")
            except SetupFault:  # It was started anew, and its window is there first.
                return False
            return bool(status["phase"] == "Idle" and status["readiness"] == "ready")

        self._kiosk.wait_for("rest", rests)
        held = self.looks[number] = held_by(self._kiosk.process.pid)
        return held

    def problems_in_all(self) -> Iterator[str]:
        """What no single session shows."""
        config = self._simulation.config
        kept = records.all_in_ledger(consent_ledger(config), consent_keys(config))
        told = records.all_at_service(self._simulation.service_database)
        # Who was asked nothing has no entry, who would not be registered no report.
        ledger, service = ([each for each in those if each] for those in (kept, told))
        if ledger != service:
            both = enumerate(zip(ledger, service, strict=False))
            first = next((at for at, (ours, theirs) in both if ours != theirs), "the end")
            yield f"ledger ({len(ledger)}) and service ({len(service)}) differ from {first} on"
        for event in BUGS:
            if times := self._kiosk.logged(event):
                yield f"{times} × {event} in the log"
        yield from self._grown()

    def _grown(self) -> Iterator[str]:
        first = self.looks.get(FIRST_LOOK)
        if first is None:
            return
        last = self.looks[max(self.looks)]
        if last.pss_mib > first.pss_mib * (1 + GROWTH):
            yield f"memory has grown from {first.pss_mib:.0f} to {last.pss_mib:.0f} MiB"
        for what, slack in (
            ("processes", 0),
            ("handles", COMES_AND_GOES),
            ("threads", COMES_AND_GOES),
        ):
            before, after = getattr(first, what), getattr(last, what)
            if after > before + slack:
                yield f"{what} have grown from {before} to {after}"


@contextmanager
def opened(folder: Path, size_px: tuple[int, int]) -> Iterator[Soak]:
    """A counter and a kiosk at it, until the context ends."""
    world = World(folder / "world")
    world.root.mkdir()
    for name in ("photos", "cards"):
        (world.root / name).symlink_to(default_world().root / name)
    taken = folder / "taken"
    taken.mkdir()
    with ExitStack() as stack:
        daemon = stack.enter_context(card_daemon(CardTransport.PCSC))
        assert daemon is not None
        display = stack.enter_context(open_display(DisplayKind.X11, size_px))
        simulation = stack.enter_context(Simulation(world, daemon))
        authority = simulation.config.identity.card_face_authority
        config = install_like(simulation.config, folder, MORE.format(authority=authority))
        hardware = folder / "hardware.pickle"
        hardware.write_bytes(pickle.dumps(simulation.hardware))
        address = str(folder / "window.sock")
        window = Window(address)
        stack.callback(window.close)
        environment = {
            **display.environment,
            **daemon.environment,
            ADDRESS: address,
            HARDWARE: str(hardware),
        }
        kiosk = stack.enter_context(
            running(config, environment, log_file=folder / LOG_NAME, program=COMMAND)
        )
        assert window.wait_until_opened(1, OPEN_LIMIT_S), kiosk.said
        reception = Reception(kiosk, window, display, simulation, daemon, taken)
        yield Soak(kiosk, reception, simulation)


def main() -> int:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("sessions", nargs="?", type=int, default=SESSIONS)
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 30))
    parser.add_argument("--only", type=int, help="the number of one session, to play it again")
    arguments = parser.parse_args()
    count, seed = arguments.sessions, arguments.seed
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # What was found so far is told.
    # Before the first look, and after the last: a kiosk that was started anew holds less.
    frozen = frozenset({FROZEN, count + 1})
    numbers = range(1, count + 2) if arguments.only is None else [arguments.only]
    with tempfile.TemporaryDirectory(prefix="uketsuke-soak-") as folder:
        problems = prove(Path(folder), seed, [draw(seed, number, frozen) for number in numbers])
    return 1 if problems else 0


def prove(
    folder: Path,
    seed: int,
    drawn: Sequence[Drawn],
    progress: Path = PROGRESS,
    size_px: tuple[int, int] = SIZE_PX,
) -> list[str]:
    """Play them all at a kiosk of their own, or until it is interrupted; prints and returns what
    is wrong."""
    print(f"{len(drawn)} sessions, seed {seed}", flush=True)
    progress.parent.mkdir(exist_ok=True)
    with (
        patch.dict(os.environ),
        opened(folder, size_px) as soak,
        progress.open("w", encoding="utf-8") as file,
    ):
        problems: list[str] = []
        try:
            for entry in _progress(soak, drawn, seed):
                file.write(json.dumps(entry, ensure_ascii=False) + "\n")
                file.flush()
            problems += soak.problems_in_all()
        except (KeyboardInterrupt, AssertionError) as error:
            problems.append(f"cut off: {error}")
        problems += [each.problem for each in soak.played if each.problem is not None]
    for line in summary(soak):
        print(line)
    print("\n".join(problems) or "0 failures", flush=True)
    return problems


def _progress(soak: Soak, drawn: Sequence[Drawn], seed: int) -> Iterator[dict[str, object]]:
    """Each session played, and each look at what the processes hold."""
    yield {"seed": seed, "sessions": len(drawn)}
    for each in drawn:
        played = soak.play(each)
        yield _line(played)
        if played.problem is not None:
            again = f'ARGS="--seed {seed} --only {each.number}"'
            print(f"WRONG {each.number} ({each.what}): {played.problem}; {again}", flush=True)
        if each.number % LOOK_EVERY == 0:
            held = soak.look(each.number)
            print(
                f"after {each.number}: {held.pss_mib:.1f} MiB, {held.processes} processes, "
                f"{held.handles} handles, {held.threads} threads",
                flush=True,
            )
            yield {"number": each.number, "held": asdict(held)}


def _line(played: Played) -> dict[str, object]:
    return {
        "number": played.drawn.number,
        "scenario": played.drawn.scenario.name,
        "fault": played.drawn.fault.value if played.happened else "none",
        "outcome": played.outcome,
        "problem": played.problem,
        "took_s": round(played.took_s, 2),
        "stall_ms": played.stall_ms,
        "repeated": played.repeated,
    }


def summary(soak: Soak) -> Iterator[str]:
    played = soak.played
    if not played:
        return
    faults = Counter(each.drawn.fault.value for each in played if each.happened)
    yield f"{len(played)} sessions, {sum(p.problem is not None for p in played)} failures"
    yield "faults: " + ", ".join(f"{count} × {fault}" for fault, count in faults.most_common())
    ends = Counter(each.outcome for each in played)
    yield "ends: " + ", ".join(f"{count} × {end}" for end, count in ends.most_common())
    seconds = sorted(each.took_s for each in played)
    slowest = max(played, key=lambda each: each.took_s)
    yield (
        f"a session takes {sum(seconds) / len(seconds):.1f} s, median "
        f"{seconds[len(seconds) // 2]:.1f} s, slowest {slowest.took_s:.1f} s ({slowest.drawn.what})"
    )
    yield f"{sum(each.repeated for each in played)} taps that nothing came of were repeated"
    stalls = sorted(each.stall_ms for each in played)
    yield f"stalls of the screen: longest {stalls[-1]} ms, median {stalls[len(stalls) // 2]} ms"


if __name__ == "__main__":
    sys.exit(main())
