"""Random walks of deliveries: ledger, service and result folder say the same in the end.

Receptions come in while the service and the share fail, the process dies at any step and a new one
goes on with what is on disk.
"""

import shutil
import tempfile
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Never, cast

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from common.decisions import Decisions
from consent.outbox import SqliteOutbox, waiting
from consent.port import MessageState, OutboxMessage
from consent.verify import verify
from kiosk.delivery.conclusion import Conclusion
from kiosk.delivery.reports import Reports
from kiosk.delivery.results import Results
from qualification.errors import (
    BadAnswer,
    RefusalCode,
    Refused,
    ResultNotWritten,
    ServiceUnavailable,
    ServiceUnreachable,
)
from qualification.port import OqsResult, ProofKind, QualificationService
from qualification.result_folder import ResultFolder
from tests.unit.consent.ledgers import key_file, ledger_path, open_ledger, record
from tests.walks import walk_settings

NEVER = 10_000

PATIENTS = "ab"
"""Few, so that much comes of each."""

SERVICE_FAULTS = (ServiceUnreachable("https://nowhere"), ServiceUnavailable(503, None))


class Died(BaseException):
    """The process is gone: nothing in it may catch this."""


class Countdown:
    """The steps that are left until the process dies."""

    def __init__(self) -> None:
        self.left = NEVER

    def step(self) -> None:
        if self.left == 0:
            raise Died
        self.left -= 1


class Service:
    """Counts a report by its key once, and may lose the answer."""

    def __init__(self, life: Countdown, received: dict[str, str]) -> None:
        self._life = life
        self._received = received
        self.reports: dict[str, str] = {}  # key: the service's session
        self.refuses: set[str] = set()
        self.chokes_on: set[str] = set()
        self.fault: ServiceUnreachable | ServiceUnavailable | None = None
        self.loses_answers = False

    def conclude(self, session_id: str, decisions: Decisions, *, idempotency_key: str) -> OqsResult:
        self._life.step()
        if self.fault is not None:
            raise self.fault
        if idempotency_key in self.refuses:
            raise Refused(RefusalCode.SESSION_UNKNOWN)
        if idempotency_key in self.chokes_on:
            raise BadAnswer("not understood")
        self._nothing_of_the_patient_comes_before(idempotency_key)
        assert self.reports.setdefault(idempotency_key, session_id) == session_id
        self._life.step()
        if self.loses_answers:
            raise ServiceUnreachable("https://nowhere")
        return OqsResult(session_id.encode())

    def _nothing_of_the_patient_comes_before(self, key: str) -> None:
        of_patient = [each for each, of in self._received.items() if of == self._received[key]]
        earlier = set(of_patient[: of_patient.index(key)])
        assert earlier <= self.refuses | set(self.reports), "told before an earlier reception"

    def accepted_proofs(self) -> frozenset[ProofKind]:
        if self.fault is not None:
            raise self.fault
        return frozenset(ProofKind)


class DyingOutbox(SqliteOutbox):
    """May die before and after each of its notes."""

    life: Countdown

    def move(self, message: OutboxMessage, state: MessageState, content: bytes) -> None:
        self.life.step()
        super().move(message, state, content)
        self.life.step()

    def remove(self, message: OutboxMessage) -> None:
        self.life.step()
        super().remove(message)
        self.life.step()


class Share(ResultFolder):
    """A result folder whose receipt computer takes each file as soon as it stands there."""

    def __init__(self, folder: Path, life: Countdown) -> None:
        super().__init__(folder, "1312345678", folder.parent / "mount.json")
        self._path = folder
        self._life = life
        self.taken: list[str] = []
        self.is_lost = False

    def stage(self, result: OqsResult, key: str) -> None:
        self._step()
        super().stage(result, key)
        self._life.step()

    def publish(self, key: str, completed_at: datetime) -> str:
        self._step()
        name = super().publish(key, completed_at)
        for path in self._path.glob("*.xml"):
            self.taken.append(path.read_text())
            path.unlink()
        self._step()  # The answer of a share may be lost as well.
        return name

    def _step(self) -> None:
        self._life.step()
        if self.is_lost:
            self._fail()

    def _fail(self) -> Never:
        raise ResultNotWritten(self._path, "the network share does not answer", "Check it.")


class Deliveries(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="walk-"))
        self.life = Countdown()
        self.received: dict[str, str] = {}  # key: patient, in their order
        self.service = Service(self.life, self.received)
        (self.folder / "results").mkdir()
        self.share = Share(self.folder / "results", self.life)
        self.numbers = count(1)
        self.left_open: list[SqliteOutbox] = []
        self.start()

    def start(self) -> None:
        self.life.left = NEVER
        self.outbox = DyingOutbox(ledger_path(self.folder), key_file(self.folder))
        self.outbox.life = self.life
        self.reports = Reports(self.outbox, cast(QualificationService, self.service))
        self.results = Results(self.outbox, self.share, delivered=lambda key, name: None)

    def work(self) -> bool:
        try:
            told = self.reports.tell_all()
            return self.results.deliver_all() and told
        except Died:
            self.left_open.append(self.outbox)  # Who dies does not tidy up the ledger's file.
            self.start()
            return False

    @rule(
        patient=st.sampled_from(PATIENTS), answer=st.sampled_from(["yes", "garbage", "yes", "no"])
    )
    def receive(self, patient: str, answer: str) -> None:
        number = next(self.numbers)
        key = f"{patient}{number}"
        said = replace(record(number), session_id=key, subject=patient)
        with open_ledger(self.folder) as ledger:
            ledger.append(said, Conclusion(f"service-{key}", {}, patient).to_bytes())
        self.received[key] = patient
        if answer == "no":
            self.service.refuses.add(key)
        if answer == "garbage":
            self.service.chokes_on.add(key)

    @rule()
    def deliver_while_nothing_else_fails(self) -> None:
        """But messages that the service does not understand."""
        self.deliver(None, False, False, False, NEVER)

    @rule(
        fault=st.sampled_from([None, None, *SERVICE_FAULTS]),
        loses=st.booleans(),
        lost=st.booleans(),
        away=st.booleans(),
        dies_in=st.one_of(st.just(NEVER), st.integers(0, 15)),
    )
    def deliver(
        self,
        fault: ServiceUnreachable | ServiceUnavailable | None,
        loses: bool,
        lost: bool,
        away: bool,
        dies_in: int,
    ) -> None:
        self.service.fault, self.service.loses_answers = fault, loses
        self.share.is_lost, self.life.left = lost, dies_in
        folder = self.folder / "results"
        if away:
            folder = folder.rename(self.folder / "away")
        self.work()
        self.life.left = NEVER
        folder.rename(self.folder / "results")

    @rule()
    def staff_ask_for_a_try_now(self) -> None:
        self.reports.try_now()

    @rule()
    def service_is_mended(self) -> None:
        self.service.chokes_on.clear()

    @rule()
    def restart(self) -> None:
        self.outbox.close()
        self.start()

    @invariant()
    def nothing_is_given_out_twice_or_unreported_or_out_of_order(self) -> None:
        assert len(self.share.taken) == len(set(self.share.taken))
        assert set(self.share.taken) <= set(self.service.reports.values())
        for patient in PATIENTS:
            of_patient = [f"service-{key}" for key in self.received if key[0] == patient]
            for seen in (list(self.service.reports.values()), self.share.taken):
                places = [of_patient.index(name) for name in seen if name in of_patient]
                assert places == sorted(places), "a later reception before an earlier one"

    @invariant()
    def nothing_is_lost(self) -> None:
        left = {message.key for message in waiting(ledger_path(self.folder))}
        gone = {name.removeprefix("service-") for name in self.share.taken}
        assert left | gone == set(self.received)

    def teardown(self) -> None:
        try:
            self.service.fault, self.service.loses_answers = None, False
            self.share.is_lost = False
            self.service.chokes_on.clear()
            self.reports.try_now()
            assert self.work(), "all is well again, and something still waits"
            wanted = {f"service-{key}" for key in self.received if key not in self.service.refuses}
            assert set(self.service.reports.values()) == wanted
            assert set(self.share.taken) == wanted
            self.nothing_is_given_out_twice_or_unreported_or_out_of_order()
            left = waiting(ledger_path(self.folder))
            assert {message.key for message in left} == self.service.refuses
            ledger = verify(ledger_path(self.folder), key_file(self.folder))
            assert (ledger.entries, ledger.problems) == (len(self.received), ())
        finally:
            for outbox in self.left_open:
                outbox.close()
            with closing(self.outbox):
                shutil.rmtree(self.folder)


TestDeliveries = Deliveries.TestCase
TestDeliveries.settings = walk_settings(walks=40, steps=25)
