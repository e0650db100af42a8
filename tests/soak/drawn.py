"""What comes in one session of the soak: drawn from the run's seed and the session's number."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache

from kiosk.config import FacilityKind
from simulation.rehearsal import scenario as scenarios
from simulation.rehearsal.scenario import Expectation, Scenario, Step


class Fault(Enum):
    """What happens besides, at a random moment."""

    NONE = "none"
    CARD_TAKEN = "card taken"
    PCSCD_RESTARTED = "pcscd restarted"
    WORKER_KILLED = "session-worker"
    SIGNER_KILLED = "signer"
    DELIVERY_KILLED = "delivery"
    SERVICE_DOWN = "service down"
    SERVICE_SLOW = "service slow"
    RESULTS_LOST = "result folder gone"
    STAFF_RESET = "staff reset"
    ABANDONED = "abandoned"
    FROZEN = "screen frozen"


_WEIGHTS: Mapping[Fault, int] = {
    Fault.NONE: 50,
    Fault.CARD_TAKEN: 10,
    Fault.PCSCD_RESTARTED: 4,
    Fault.WORKER_KILLED: 5,
    Fault.SIGNER_KILLED: 5,
    Fault.DELIVERY_KILLED: 5,
    Fault.SERVICE_DOWN: 5,
    Fault.SERVICE_SLOW: 5,
    Fault.RESULTS_LOST: 4,
    Fault.STAFF_RESET: 5,
    Fault.ABANDONED: 2,
}

_CARD_IS_GONE = frozenset(
    # Who takes it at the limit information's question is received without it.
    {"stopped:card_removed", "stopped:card_unreadable", "unfinished", "completed"}
)

MAY_END_BY: Mapping[Fault, frozenset[str]] = {
    Fault.CARD_TAKEN: _CARD_IS_GONE,
    Fault.PCSCD_RESTARTED: _CARD_IS_GONE,
    Fault.WORKER_KILLED: frozenset({"stopped:internal_fault"}),
    Fault.SIGNER_KILLED: frozenset({"stopped:internal_fault"}),
    Fault.SERVICE_DOWN: frozenset({"stopped:service_unreachable"}),
    Fault.STAFF_RESET: frozenset({"stopped:reset_by_staff", "unfinished"}),
    Fault.FROZEN: frozenset({"unfinished"}),
}
"""Beside the end that the scenario has. A card that was never begun with leaves no session."""

_ASKED = ("all", "medical_and_medicines", "health_checkups", "limit_information", "surgery")
"""Also of who turns out not to need it, where the service is slow."""

_INNER = (Fault.WORKER_KILLED, Fault.SIGNER_KILLED)
"""Never in two sessions on end: after three the kiosk starts itself anew, as it should."""

_LATEST_S = 3.0
_SLOW_MS = (200, 2000)

_NOT_PLAYED = (
    "reader-unplugged-midway",  # As pcscd is restarted, at one moment.
    "registration-by-pin",  # A card can be registered once.
    "unregistered-card-registers",
)


@dataclass(frozen=True)
class Drawn:
    number: int
    scenario: Scenario
    fault: Fault
    after_s: float
    """From the card's placing to the fault."""
    slow_ms: int

    @property
    def what(self) -> str:
        beside = "" if self.fault is Fault.NONE else f", {self.fault.value}"
        return f"{self.scenario.name}{beside}"


def draw(seed: int, number: int, frozen: frozenset[int]) -> Drawn:
    """The same at each call, whatever came before. `frozen`: the numbers with a frozen screen."""
    chance = random.Random(f"{seed} {number}")
    scenario = _answered_by_chance(chance.choice(_playable()), chance)
    (fault,) = chance.choices([*_WEIGHTS], [*_WEIGHTS.values()])
    if number in frozen:
        fault = Fault.FROZEN
    after_s, slow_ms = chance.uniform(0, _LATEST_S), chance.randint(*_SLOW_MS)
    if fault is Fault.ABANDONED:
        abandoned = _abandoned(scenario, chance)
        scenario, fault = (abandoned, fault) if abandoned else (scenario, Fault.NONE)
    if not _can_meet(scenario, fault) or (fault in _INNER and number % 2):
        fault = Fault.NONE
    return Drawn(number, scenario, fault, after_s, slow_ms)


@cache
def _playable() -> tuple[Scenario, ...]:
    """Those that need no kiosk of their own."""
    every = (scenarios.load(name) for name in scenarios.names() if name not in _NOT_PLAYED)
    return tuple(scenario for scenario in every if _is_usual(scenario))


def _is_usual(scenario: Scenario) -> bool:
    at = scenario.situation
    of_its_own = at.also_ask or at.moves_asked or at.phones or at.patience != 1
    return not of_its_own and at.facility is FacilityKind.CLINIC


def _answered_by_chance(scenario: Scenario, chance: random.Random) -> Scenario:
    """Unless the scenario says what its answers lead to."""
    expect = scenario.expect
    if not expect.consents or expect.result_says or expect.result_says_in:
        return scenario
    answers = {item: chance.choice(("agree", "decline")) for item in (*scenario.answers, *_ASKED)}
    return scenario.model_copy(
        update={"answers": answers, "expect": expect.model_copy(update={"consents": {}})}
    )


def _abandoned(scenario: Scenario, chance: random.Random) -> Scenario | None:
    """The patient goes away before some step or at the first question, and the card stays until
    the kiosk has given up. None where there is no such moment."""
    *before, last = scenario.steps
    if last.screens != ["Completed"] or not all(map(_is_waited_for, before)):
        return None
    at = chance.randrange(len(before) + bool(scenario.answers))
    update = {"steps": [*before[:at], Step(on="Stopped", card="take")], "answers": {}}
    method = scenario.expect.identity_method if at == len(before) else None
    expect = Expectation(outcome="stopped:timed_out", identity_method=method)
    return scenario.model_copy(update={**update, "expect": expect})


def _is_waited_for(step: Step) -> bool:
    return step.tap is not None or step.pin is not None


def _can_meet(scenario: Scenario, fault: Fault) -> bool:
    """A scenario that has such a fault itself must not have its own undone."""
    plays_service = scenario.situation.service != "ok" or any(s.service for s in scenario.steps)
    plays_results = any(step.results for step in scenario.steps)
    match fault:
        case Fault.SERVICE_DOWN:
            return not plays_service
        case Fault.SERVICE_SLOW:  # What is asked before the answer comes, must be answered.
            return not plays_service and bool(scenario.answers)
        case Fault.RESULTS_LOST:
            return not plays_results
        case _:
            return True
