"""One session of the soak: a patient is played, something goes wrong, what is left is compared."""

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kiosk.control import ask
from kiosk.session.flow import FlowName
from simulation.card.content import printed_number
from simulation.card_slot.pcscd import PrivatePcscd
from simulation.demo.simulation import Simulation
from simulation.people import find_person
from simulation.rehearsal import expectation, records
from simulation.rehearsal.display import Display
from simulation.rehearsal.patient import Patient
from simulation.rehearsal.recorder import Report
from simulation.rehearsal.result_share import ResultShare
from simulation.rehearsal.situation import arrange
from tests.soak.drawn import MAY_END_BY, Drawn, Fault
from tests.soak.hands import PatientsHands
from tests.soak.window import Window
from tests.unit.kiosk.real_kiosk import RealKiosk

LIMIT_S = 120.0
"""A session that is not over by then hangs."""
DELIVERED_WITHIN_S = 90.0
UNSEEN_AFTER_S = 5.0
"""A card that was taken again at once, or sent away, may never begin a session."""
_POLL_S = 0.01
_DECISIONS = {"agree": "agreed", "decline": "declined"}
_PROFILE = FlowName.LEAFLET_2024_06


@dataclass(frozen=True)
class Played:
    drawn: Drawn
    problem: str | None
    outcome: str
    happened: bool
    """Whether the fault came before the session was over."""
    took_s: float
    """From the card's placing until the next card may be placed."""
    stall_ms: int
    repeated: int = 0
    """Taps that nothing came of."""


class Reception:
    """A kiosk that runs, all that stands around it, and what was received so far."""

    def __init__(
        self,
        kiosk: RealKiosk,
        window: Window,
        display: Display,
        simulation: Simulation,
        daemon: PrivatePcscd,
        taken: Path,
    ) -> None:
        """`taken`: a folder into which the receipt computer takes each result."""
        self._kiosk = kiosk
        self._window = window
        self._display = display
        self._simulation = simulation
        self._daemon = daemon
        self._taken = taken
        self._results = simulation.config.storage.results
        self._share = ResultShare(self._results)
        self.received = 0
        """How many receptions the service was told of."""

    def play(self, drawn: Drawn) -> Played:
        """Raises `AssertionError` when there is no kiosk any longer."""
        began_s = time.monotonic()
        try:
            return self._play(drawn)
        except ConnectionError as error:  # It has ended in a session, which none may do.
            self._mend()
            back = self._window.wait_until_opened(1, LIMIT_S)
            assert back, f"the kiosk does not come back: {self._kiosk.said[-3000:]}"
            return Played(drawn, str(error), "unfinished", False, time.monotonic() - began_s, 0)

    def _play(self, drawn: Drawn) -> Played:
        scenario = drawn.scenario
        person = find_person(scenario.person)
        arrange(self._simulation.handlers, scenario.situation, person)
        eyes = self._window.begin()
        hands = PatientsHands(self._window, self._display, self._simulation.handlers, self._share)
        number_b = printed_number(self._simulation.hardware.cards, person.key)
        patient = Patient(scenario, person, number_b, eyes, hands)
        done = threading.Event()
        opened = self._window.opened
        began_s = time.monotonic()
        patient.play(done.set)
        happened = False
        while not done.wait(_POLL_S):
            elapsed_s = time.monotonic() - began_s
            if not happened and drawn.fault in _DEEDS and elapsed_s >= drawn.after_s:
                happened = True
                _DEEDS[drawn.fault](self, drawn)
            seen = self._window.seen
            too_late = drawn.fault in _MAY_PREVENT and elapsed_s > drawn.after_s + UNSEEN_AFTER_S
            if elapsed_s > LIMIT_S or (happened and (seen.over or (too_late and not seen.label))):
                eyes.close()
        if drawn.fault is Fault.FROZEN and happened:
            problem, report = self._started_anew(opened), None
        else:
            problem, report = self._left(drawn, hands, patient.error, happened=happened)
        return Played(
            drawn,
            problem,
            "unfinished" if report is None else report.outcome,
            happened,
            time.monotonic() - began_s,
            0 if report is None else report.gui_stall_max_ms,
            hands.repeated,
        )

    # What happens.

    def take_card(self, _drawn: Drawn) -> None:
        self._simulation.handlers.card_slot.remove()

    def restart_pcscd(self, _drawn: Drawn) -> None:
        """Whoever stands there takes the card when the reader does not work."""
        self._daemon.stop()
        self._simulation.handlers.card_slot.remove()
        self._daemon.start()

    def kill(self, drawn: Drawn) -> None:
        """All of that kind, the one that stands ready too."""
        for pid in self._window.ask("processes").get(drawn.fault.value, []):
            with suppress(ProcessLookupError):  # It has just done its work.
                os.kill(pid, signal.SIGKILL)

    def lose_service(self, _drawn: Drawn) -> None:
        self._simulation.handlers.service.down()

    def slow_service(self, drawn: Drawn) -> None:
        self._simulation.handlers.service.slow(drawn.slow_ms)

    def lose_results(self, _drawn: Drawn) -> None:
        self._share.lose()

    def reset(self, _drawn: Drawn) -> None:
        ask(self._simulation.config.storage.state, "reset")

    def freeze(self, _drawn: Drawn) -> None:
        os.kill(self._kiosk.kiosk_pid, signal.SIGSTOP)

    # What is left.

    def _mend(self) -> None:
        """All is well again, and nothing lies on the reader."""
        handlers = self._simulation.handlers
        handlers.service.ok()
        if not self._results.exists():
            self._share.restore()
        handlers.card_slot.remove()
        handlers.camera.plug()

    def _started_anew(self, opened: int) -> str | None:
        self._mend()
        if not self._window.wait_until_opened(opened + 1, LIMIT_S):
            return "the kiosk was not started anew"
        return None

    def _left(
        self, drawn: Drawn, hands: PatientsHands, lost: str | None, *, happened: bool
    ) -> tuple[str | None, Report | None]:
        """What is wrong, if anything is, and how it went."""
        self._mend()
        window = self._window
        is_over = window.wait_for(lambda seen: seen.over or not seen.label, LIMIT_S)
        if not window.wait_for(lambda seen: not seen.card, LIMIT_S):
            self._forget_results()
            return "the kiosk does not see that the card is gone", None
        if not is_over:
            self._forget_results()
            return f"not over after {LIMIT_S:.0f} s ({lost})", None
        report: Report = window.ask("report")
        expect = drawn.scenario.expect
        if report.outcome == "completed" or (expect.result and report.outcome == expect.outcome):
            window.wait_for(lambda seen: "delivered" in seen.fates, DELIVERED_WITHIN_S)
            report = window.ask("report")
        problems = [*self._problems(drawn, hands, lost, report, happened=happened)]
        return "; ".join(problems) or None, report

    def _problems(
        self,
        drawn: Drawn,
        hands: PatientsHands,
        lost: str | None,
        report: Report,
        *,
        happened: bool,
    ) -> Iterator[str]:
        cut_short = happened and report.outcome in MAY_END_BY.get(drawn.fault, ())
        if not cut_short:
            if lost is not None and not happened:
                yield lost
            yield from expectation.problems(drawn.scenario, report, _PROFILE)
        if report.outcome == "completed":
            for item, tapped in hands.answered.items():
                if item in report.consents and report.consents[item] != _DECISIONS[tapped]:
                    yield f"{item} is {report.consents[item]} after a tap on {tapped}"
        yield from self._compared(report)

    def _compared(self, report: Report) -> Iterator[str]:
        """The service's record and the result; with the ledger all are compared (`in_ledger`)."""
        told = records.all_at_service(self._simulation.service_database)[self.received :]
        self.received += len(told)
        results = [self._take(path) for path in sorted(self._results.glob("*.xml"))]
        wanted = 0 if report.result_file is None else 1
        if (len(told), len(results)) != (wanted, wanted):
            yield f"{len(told)} reports and {len(results)} results, not {wanted}"
        for decisions, path in zip(told, results, strict=False):
            yield from records.contradictions(decisions, decisions, path)

    def _forget_results(self) -> None:
        """Of a session that is wrong already: they are not the next one's."""
        list(self._compared(Report("soak", "", "pcsc")))

    def _take(self, path: Path) -> Path:
        return path.rename(self._taken / path.name)


_MAY_PREVENT = (Fault.CARD_TAKEN, Fault.PCSCD_RESTARTED, Fault.STAFF_RESET)
"""A session that has not begun yet; the card that staff have sent away lies there until taken."""
_DEEDS = {
    Fault.CARD_TAKEN: Reception.take_card,
    Fault.PCSCD_RESTARTED: Reception.restart_pcscd,
    Fault.WORKER_KILLED: Reception.kill,
    Fault.SIGNER_KILLED: Reception.kill,
    Fault.DELIVERY_KILLED: Reception.kill,
    Fault.SERVICE_DOWN: Reception.lose_service,
    Fault.SERVICE_SLOW: Reception.slow_service,
    Fault.RESULTS_LOST: Reception.lose_results,
    Fault.STAFF_RESET: Reception.reset,
    Fault.FROZEN: Reception.freeze,
}
