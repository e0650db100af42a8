"""The delivery process: in order, exactly once, whatever is out of reach meanwhile."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast

import pytest

from common.decisions import Decision, Decisions, Given
from consent.outbox import SqliteOutbox, waiting
from consent.port import MessageState
from kiosk.delivery.conclusion import Conclusion
from kiosk.delivery.reports import Reports
from kiosk.delivery.results import Results
from qualification.errors import (
    BadAnswer,
    QualificationFault,
    RefusalCode,
    Refused,
    RequestMalformed,
    ResultNotWritten,
    ServiceUnavailable,
    ServiceUnreachable,
)
from qualification.port import OqsResult, ProofKind, QualificationService
from qualification.result_folder import ResultFolder
from tests.results import names
from tests.unit.consent.ledgers import key_file, ledger_path, open_ledger

AnyFault = QualificationFault | RequestMalformed

UNREACHABLE = ServiceUnreachable("https://nowhere")


class Service:
    """Answers as the mock does: the same key gets the same answer and counts once."""

    def __init__(self) -> None:
        self.reports: dict[str | None, Decisions] = {}
        self.calls = 0
        self.fault: AnyFault | None = None
        self.faults: dict[str, AnyFault] = {}
        """Of single messages; the service serves all others."""
        self.fault_after: AnyFault | None = None
        """The report counts, the answer is lost."""

    def conclude(
        self, session_id: str, decisions: Decisions, *, idempotency_key: str | None = None
    ) -> OqsResult:
        self.calls += 1
        if self.fault is not None:
            raise self.fault
        if fault := self.faults.get(idempotency_key or ""):
            raise fault
        self.reports.setdefault(idempotency_key, decisions)
        if self.fault_after is not None:
            raise self.fault_after
        return OqsResult(f"<result of {session_id}/>".encode())

    def accepted_proofs(self) -> frozenset[ProofKind]:
        if self.fault is not None:
            raise self.fault
        return frozenset(ProofKind)


class Kiosk:
    def __init__(self, folder: Path, outbox: SqliteOutbox) -> None:
        self.folder = folder
        self.results = folder / "results"
        self.results.mkdir()
        self.service = Service()
        self.late = timedelta(0)
        self.outbox = outbox

    def receive(self, *names: str) -> None:
        """`a` and `a2` are one patient's."""
        with open_ledger(self.folder) as ledger:
            for name in names:
                decisions = {"surgery": Given(Decision.AGREED, datetime.now(UTC))}
                ledger.post(name, Conclusion(f"service-{name}", decisions, name[0]).to_bytes())

    def work(self) -> bool:
        """A delivery process that was just started; True when something still waits."""
        reports = Reports(self.outbox, cast(QualificationService, self.service))
        results = Results(
            self.outbox,
            ResultFolder(self.results, "1312345678", self.folder / "mount.json"),
            delivered=lambda key, name: None,
            now=lambda: datetime.now(UTC) + self.late,
        )
        told = reports.tell_all()
        return not (results.deliver_all() and told)

    @property
    def delivered(self) -> list[str]:
        """In the order in which they were written."""
        paths = sorted(self.results.glob("*.xml"), key=lambda path: path.stat().st_mtime_ns)
        return [path.read_text() for path in paths]

    @property
    def left(self) -> list[tuple[str, MessageState]]:
        return [(message.key, message.state) for message in waiting(ledger_path(self.folder))]


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[Kiosk]:
    with closing(SqliteOutbox(ledger_path(tmp_path), key_file(tmp_path))) as outbox:
        yield Kiosk(tmp_path, outbox)


def results_of(*names: str) -> list[str]:
    return [f"<result of service-{name}/>" for name in names]


def test_what_was_received_is_reported_and_delivered_in_order(kiosk: Kiosk) -> None:
    kiosk.receive("a", "b", "c")
    assert not kiosk.work()
    assert list(kiosk.service.reports) == ["a", "b", "c"]
    assert kiosk.delivered == results_of("a", "b", "c")
    assert kiosk.left == []


def test_an_unreachable_service_keeps_the_order(kiosk: Kiosk) -> None:
    kiosk.receive("a", "b")
    kiosk.service.fault = UNREACHABLE
    assert kiosk.work()
    assert kiosk.service.calls == 1, "what comes after must wait too"
    kiosk.service.fault = None
    kiosk.receive("c")
    assert not kiosk.work()
    assert list(kiosk.service.reports) == ["a", "b", "c"]
    assert kiosk.delivered == results_of("a", "b", "c")


def test_an_answer_that_was_lost_is_asked_for_with_the_same_key(kiosk: Kiosk) -> None:
    kiosk.receive("a")
    kiosk.service.fault_after = UNREACHABLE
    assert kiosk.work()
    kiosk.service.fault_after = None
    assert not kiosk.work()
    assert list(kiosk.service.reports) == ["a"]
    assert kiosk.delivered == results_of("a")


def test_a_lost_folder_holds_up_no_report_and_gets_each_result_once(kiosk: Kiosk) -> None:
    kiosk.results.rmdir()
    kiosk.receive("a", "b")
    assert kiosk.work()
    assert kiosk.work()
    assert kiosk.left == [("a", MessageState.DELIVER), ("b", MessageState.DELIVER)]
    assert kiosk.service.calls == 2
    kiosk.results.mkdir()
    assert not kiosk.work()
    assert kiosk.delivered == results_of("a", "b")


@pytest.mark.parametrize("taken", [False, True])
@pytest.mark.parametrize("at", ["move", "remove"])
@pytest.mark.parametrize("done", [False, True])
def test_a_delivery_process_that_dies_at_a_note_of_its_does_not_write_twice(
    kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch, at: str, done: bool, taken: bool
) -> None:
    """Before or after the outbox has the note; and the receipt computer takes what it sees."""
    kiosk.receive("a")
    note = getattr(kiosk.outbox, at)

    def dies(message: object, *arguments: object) -> None:
        reports = arguments[:1] == (MessageState.DELIVER,)
        if done or reports:
            note(message, *arguments)
        if not reports:
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(kiosk.outbox, at, dies)
        with pytest.raises(KeyboardInterrupt):
            kiosk.work()
    received = kiosk.delivered
    if taken:
        for path in kiosk.results.glob("*.xml"):
            path.unlink()
    assert not kiosk.work()
    assert kiosk.left == []
    assert (received + kiosk.delivered if taken else kiosk.delivered) == results_of("a")


def test_a_folder_that_was_replaced_gets_what_was_staged_in_the_other(
    kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk.receive("a", "b")

    def lost(*_arguments: object) -> str:
        raise ResultNotWritten(kiosk.results, "the network share does not answer", "Check it.")

    with monkeypatch.context() as patch:
        patch.setattr(ResultFolder, "publish", lost)
        assert kiosk.work()
    kiosk.results.rename(kiosk.folder / "the old share")
    kiosk.results.mkdir()
    assert not kiosk.work()
    assert kiosk.delivered == results_of("a", "b")


def test_a_folder_that_was_away_does_not_get_again_what_was_taken(
    kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The result had appeared, the process died before it could note that."""
    kiosk.receive("a")

    def dies(_message: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(kiosk.outbox, "remove", dies)
        with pytest.raises(KeyboardInterrupt):
            kiosk.work()
    assert kiosk.delivered == results_of("a")
    for path in kiosk.results.glob("*.xml"):
        path.unlink()
    away = kiosk.results.rename(kiosk.folder / "away")
    assert kiosk.work()
    away.rename(kiosk.results)
    assert not kiosk.work()
    assert kiosk.left == []
    assert kiosk.delivered == []


def test_what_is_refused_for_good_is_set_aside_for_staff(kiosk: Kiosk) -> None:
    kiosk.receive("a")
    kiosk.service.fault = Refused(RefusalCode.SESSION_UNKNOWN)
    assert not kiosk.work()
    kiosk.service.fault = None
    kiosk.receive("b")
    assert not kiosk.work()
    assert kiosk.left == [("a", MessageState.REFUSED)]
    assert kiosk.delivered == results_of("b")


@pytest.mark.parametrize(
    "fault",
    [
        BadAnswer("a proxy's page"),
        ServiceUnavailable(503, None),
        Refused(RefusalCode.CLIENT_UNKNOWN),
        RequestMalformed("decisions"),
    ],
    ids=["not the service's", "overloaded", "kiosk unknown", "our bug"],
)
def test_what_is_no_refusal_of_the_message_keeps_it_for_years(
    kiosk: Kiosk, fault: AnyFault
) -> None:
    """Also by a clock that was wrong at the reception, or is now."""
    kiosk.receive("a", "b")
    kiosk.service.fault = fault
    for years in (0, 3, -3):
        kiosk.late = timedelta(days=365 * years)
        assert kiosk.work()
    assert kiosk.left == [("a", MessageState.REPORT), ("b", MessageState.REPORT)]
    kiosk.service.fault = None
    assert not kiosk.work()
    assert kiosk.delivered == results_of("a", "b")


@pytest.mark.parametrize("fault", [BadAnswer("garbage"), ServiceUnavailable(500, None)])
def test_a_message_that_alone_fails_holds_up_its_own_patient_only(
    kiosk: Kiosk, fault: AnyFault
) -> None:
    kiosk.receive("a", "b", "a2")
    kiosk.service.faults["a"] = fault
    assert kiosk.work()
    assert kiosk.delivered == results_of("b")
    kiosk.service.faults.clear()
    assert not kiosk.work()
    assert list(kiosk.service.reports) == ["b", "a", "a2"]


def test_a_message_of_another_version_waits_and_holds_up_no_other(kiosk: Kiosk) -> None:
    with open_ledger(kiosk.folder) as ledger:
        ledger.post("newer", b"{}")
    kiosk.receive("b")
    assert kiosk.work()
    assert kiosk.delivered == results_of("b")
    assert kiosk.left == [("newer", MessageState.REPORT)]


def test_a_late_result_is_named_after_its_reception(kiosk: Kiosk) -> None:
    """So that the receipt computer does not take it for the patient who stands there now."""
    kiosk.receive("a")
    received = waiting(ledger_path(kiosk.folder))[0].stored_at
    kiosk.late = timedelta(minutes=5)
    assert not kiosk.work()
    (name,) = names(kiosk.results)
    assert f"{received + timedelta(hours=9):%Y%m%d%H%M%S}" in name


def test_a_conclusion_comes_back_as_it_was() -> None:
    conclusion = Conclusion(
        "service-session",
        {
            "surgery": Given(Decision.DECLINED, datetime.now(UTC)),
            "limit_information": Given(Decision.BY_RULE, datetime.now(UTC), "a-rule"),
        },
        patient="pseudonym",
    )
    assert Conclusion.from_bytes(conclusion.to_bytes()) == conclusion
