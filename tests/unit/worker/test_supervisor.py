"""A session worker that dies, hangs or has a bug is one more fault with a defined end."""

import errno
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from multiprocessing.process import BaseProcess
from pathlib import Path
from queue import Queue
from typing import Any

import pytest

from common.secret import Secret
from kiosk import log
from kiosk.session import effects
from kiosk.session.events import (
    CardRead,
    ConsentStored,
    EligibilityFailed,
    FaceOfferKnown,
    FaceRecordOpened,
    NumberBRejected,
    PinAccepted,
    PinRejected,
    ReadinessChanged,
    WorkerDied,
)
from kiosk.session.screens import FaceOffer, Readiness, Standby, StopReason, WorkerProblem
from kiosk.signer.messages import Figures
from kiosk.worker import supervisor
from kiosk.worker.messages import Begin
from kiosk.worker.preview import PreviewMemory
from kiosk.worker.processes import FromSession, SessionProcesses
from kiosk.worker.supervisor import TRIED_AGAIN_AFTER_S, SessionWorkers
from qualification.port import IdentityMethod
from tests.unit.worker.fakes import REPAIRED, RIGHT_NUMBER_B, parts
from tests.waiting import eventually

PATIENCE_S = 60
WORKER, SIGNER = "session-worker", "signer"


class Kiosk:
    """A kiosk process reduced to its workers and what they said."""

    def __init__(self, temper: str, preview: PreviewMemory, log_file: Path) -> None:
        self.said: Queue[FromSession] = Queue()
        self.readiness: Queue[Readiness] = Queue()
        self.workers = SessionWorkers(parts(temper, log_file), preview, self._take)
        self.workers.open()

    def hear(self) -> FromSession:
        """What the session says next, its running costs aside."""
        while isinstance(message := self.said.get(timeout=PATIENCE_S), Figures):
            pass
        return message

    def hear_readiness(self) -> Readiness:
        return self.readiness.get(timeout=PATIENCE_S)

    def _take(self, message: FromSession | ReadinessChanged) -> None:
        if isinstance(message, ReadinessChanged):
            self.readiness.put(message.readiness)
        else:
            self.said.put(message)


@pytest.fixture
def log_file(tmp_path: Path) -> Path:
    return tmp_path / "kiosk.log"


@pytest.fixture
def start(log_file: Path) -> Iterator[Callable[[str], Kiosk]]:
    with ExitStack() as stack:
        stack.enter_context(log.to_file(log_file))
        preview = PreviewMemory()
        stack.callback(preview.close)

        def make(temper: str) -> Kiosk:
            made = Kiosk(temper, preview, log_file)
            stack.callback(made.workers.close)
            return made

        yield make


def test_the_card_is_read_without_asking(start: Callable[[str], Kiosk]) -> None:
    good = start("good")
    good.workers.start("s1", "Reader", reads_photo=False)
    read = good.hear()
    assert isinstance(read, CardRead)
    assert read.card.pin_tries_left == 3


def test_a_pin_reaches_the_card_and_its_answer_the_kiosk(
    start: Callable[[str], Kiosk],
) -> None:
    good = start("good")
    good.workers.start("s1", "Reader", reads_photo=False)
    good.hear()
    good.workers.ask(effects.VerifyPin("s1", 1, Secret(bytearray(b"9999"))))
    assert good.hear() == PinRejected("s1", 1, tries_left=2)
    good.workers.ask(effects.VerifyPin("s1", 2, Secret(bytearray(b"1234"))))
    assert good.hear() == PinAccepted("s1", 2)


def test_an_unreachable_service_is_said_and_consents_are_stored_all_the_same(
    start: Callable[[str], Kiosk],
) -> None:
    good = start("good")
    good.workers.start("s1", "Reader", reads_photo=False)
    good.hear()
    good.workers.ask(effects.QueryEligibility("s1", 1, IdentityMethod.PIN))
    assert good.hear() == EligibilityFailed("s1", 1, StopReason.SERVICE_UNREACHABLE)
    good.workers.ask(effects.StoreConsent("s1", 2, IdentityMethod.PIN, ()))
    assert good.hear() == ConsentStored("s1", 2)


def test_a_crash_in_native_code_ends_one_session_only(start: Callable[[str], Kiosk]) -> None:
    bad = start("crashes")
    bad.workers.start("s1", "Reader", reads_photo=False)
    assert bad.hear() == WorkerDied("s1")
    bad.workers.end("s1")
    bad.workers.start("s2", "Reader", reads_photo=False)
    assert bad.hear() == WorkerDied("s2")


@pytest.mark.skipif(sys.platform != "linux", reason="the limits are read from /proc")
def test_a_crash_writes_no_core_dump(start: Callable[[str], Kiosk]) -> None:
    good = start("good")
    assert good.hear_readiness() is Standby.READY
    pid = only_worker()
    good.workers.start("s1", "Reader", reads_photo=False)
    assert isinstance(good.hear(), CardRead)
    limits = Path(f"/proc/{pid}/limits").read_text("ascii")
    (core,) = (line for line in limits.splitlines() if line.startswith("Max core file size"))
    assert core.split()[4:6] == ["0", "0"]


def test_a_spare_that_dies_as_the_card_comes_ends_one_session_only(
    start: Callable[[str], Kiosk], monkeypatch: pytest.MonkeyPatch
) -> None:
    good = start("good")
    good.workers.wait_until_ready(PATIENCE_S)
    begin = SessionProcesses.begin

    def begin_with_a_dead_one(worker: SessionProcesses, session: Begin) -> None:
        os.kill(worker.pids[0], signal.SIGKILL)
        wait_until(lambda: "worker-listener" not in [t.name for t in threading.enumerate()])
        begin(worker, session)

    with monkeypatch.context() as moment:  # It was alive when it was asked.
        moment.setattr(SessionProcesses, "begin", begin_with_a_dead_one)
        good.workers.start("s1", "Reader", reads_photo=False)
        assert good.hear() == WorkerDied("s1")
    good.workers.end("s1")
    good.workers.start("s2", "Reader", reads_photo=False)
    assert isinstance(good.hear(), CardRead)


def test_a_bug_ends_the_session_and_says_where_but_nothing_personal(
    start: Callable[[str], Kiosk], log_file: Path
) -> None:
    bad = start("has_a_bug")
    bad.workers.start("s1", "Reader", reads_photo=False)
    assert bad.hear() == WorkerDied("s1")
    said = log_file.read_text("utf-8")
    assert "kiosk.worker.card_side:" in said, "the last line of ours"
    assert "1234" not in said


def test_ending_a_hanging_worker_does_not_wait_for_it(start: Callable[[str], Kiosk]) -> None:
    bad = start("hangs")
    bad.workers.start("s1", "Reader", reads_photo=False)
    before = time.monotonic()
    bad.workers.end("s1")
    assert time.monotonic() - before < PATIENCE_S
    bad.workers.start("s2", "Reader", reads_photo=False)
    bad.workers.end("s2")
    assert bad.said.empty(), "a worker that was told to end is not heard any more"


def test_a_number_reaches_the_card_and_its_answer_the_kiosk(
    start: Callable[[str], Kiosk],
) -> None:
    good = start("good")
    good.workers.start("s1", "Reader", reads_photo=False)
    good.hear()
    good.workers.ask(effects.OpenFaceRecord("s1", 1, Secret(bytearray(b"45030120319999"))))
    assert good.hear() == NumberBRejected("s1", 1)
    good.workers.ask(effects.OpenFaceRecord("s1", 2, Secret(bytearray(RIGHT_NUMBER_B))))
    assert good.hear() == FaceOfferKnown("s1", FaceOffer.NO_PHOTO)
    assert good.hear() == FaceRecordOpened("s1", 2)


def test_the_server_that_makes_workers_may_die(start: Callable[[str], Kiosk]) -> None:
    good = start("good")
    good.workers.start("s1", "Reader", reads_photo=False)
    good.hear()
    pid = fork_server()
    os.kill(pid, signal.SIGKILL)
    os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
    multiprocessing.active_children()  # As each start of a process does: now all pass for dead.
    good.workers.end("s1")
    good.workers.start("s2", "Reader", reads_photo=False)
    assert isinstance(good.hear(), CardRead)


def test_a_server_that_stands_still_is_noticed(
    start: Callable[[str], Kiosk], monkeypatch: pytest.MonkeyPatch
) -> None:
    good = start("good")
    assert good.hear_readiness() is Standby.READY
    assert not good.workers.stands_still
    pid = fork_server()
    monkeypatch.setattr(supervisor, "STANDS_STILL_AFTER_S", 0.5)
    os.kill(pid, signal.SIGSTOP)
    try:
        good.workers.start("s1", "Reader", reads_photo=False)
        assert eventually(lambda: good.workers.stands_still)
    finally:
        os.kill(pid, signal.SIGCONT)
    assert eventually(lambda: not good.workers.stands_still)


def test_a_signal_to_the_whole_group_leaves_the_end_to_the_kiosk(
    start: Callable[[str], Kiosk],
) -> None:
    good = start("good")
    good.workers.start("s1", "Reader", reads_photo=False)
    good.hear()
    pid = fork_server()
    os.kill(pid, signal.SIGTERM)
    good.workers.end("s1")
    good.workers.start("s2", "Reader", reads_photo=False)
    assert isinstance(good.hear(), CardRead)
    assert fork_server() == pid


def full(_process: BaseProcess) -> None:
    raise OSError(errno.ENOMEM, "Cannot allocate memory")


def test_a_worker_that_cannot_be_started_ends_one_session_only(
    start: Callable[[str], Kiosk], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as machine:
        machine.setattr(BaseProcess, "start", full)
        poor = start("good")
        poor.workers.start("s1", "Reader", reads_photo=False)
        assert poor.hear() == WorkerDied("s1")
    poor.workers.end("s1")
    poor.workers.start("s2", "Reader", reads_photo=False)
    assert isinstance(poor.hear(), CardRead)


def test_two_sessions_in_a_row_have_a_worker_each(start: Callable[[str], Kiosk]) -> None:
    good = start("good")
    for session_id in ("s1", "s2"):
        good.workers.start(session_id, "Reader", reads_photo=False)
        read = good.hear()
        assert isinstance(read, CardRead)
        assert read.session_id == session_id
        good.workers.end(session_id)


def pids_of(name: str) -> list[int]:
    return [
        process.pid
        for process in multiprocessing.active_children()
        if process.name == name and process.pid is not None
    ]


def worker_pids() -> list[int]:
    return pids_of(WORKER)


def only_worker() -> int:
    return only(WORKER)


def only(name: str) -> int:
    (pid,) = pids_of(name)
    return pid


def fork_server() -> int:
    """The parent of every worker."""
    (pid,) = {
        int(Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[1])
        for pid in worker_pids()
    }
    return pid


@pytest.mark.parametrize("name", [WORKER, SIGNER])
def test_a_process_that_is_stopped_ends_its_session(
    start: Callable[[str], Kiosk], name: str
) -> None:
    good = start("good")
    assert good.hear_readiness() is Standby.READY
    pid = only(name)
    good.workers.start("s1", "Reader", reads_photo=False)
    good.hear()
    os.kill(pid, signal.SIGSTOP)
    assert good.hear() == WorkerDied("s1")
    good.workers.end("s1")
    good.workers.start("s2", "Reader", reads_photo=False)
    assert isinstance(good.hear(), CardRead)


def test_a_spare_that_is_stopped_gets_no_patient(
    start: Callable[[str], Kiosk], monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[SessionProcesses] = []

    def remembered(*arguments: Any, **more: Any) -> SessionProcesses:
        made.append(SessionProcesses(*arguments, **more))
        return made[-1]

    monkeypatch.setattr(supervisor, "SessionProcesses", remembered)
    good = start("good")
    good.workers.wait_until_ready(PATIENCE_S)
    os.kill(made[0].pids[0], signal.SIGSTOP)
    wait_until(lambda: not made[0].alive)
    good.workers.start("s1", "Reader", reads_photo=False)
    assert isinstance(good.hear(), CardRead)


def test_a_ledger_that_cannot_be_opened_is_said_until_it_is_repaired(
    start: Callable[[str], Kiosk], log_file: Path
) -> None:
    poor = start("without_ledger")
    assert poor.hear_readiness() is WorkerProblem.LEDGER_UNUSABLE
    assert "The ledger is damaged." in log_file.read_text("utf-8")
    log_file.with_name(REPAIRED).touch()
    assert poor.hear_readiness() is Standby.READY
    assert log_file.read_text("utf-8").count("ledger_not_opened") == 1


@pytest.mark.parametrize(
    ("name", "number"),
    [(WORKER, signal.SIGKILL), (WORKER, signal.SIGSTOP), (SIGNER, signal.SIGKILL)],
)
def test_a_spare_that_dies_or_stands_still_is_replaced_before_a_card_comes(
    start: Callable[[str], Kiosk], name: str, number: signal.Signals
) -> None:
    good = start("good")
    assert good.hear_readiness() is Standby.READY
    first = only(name)
    os.kill(first, number)
    assert good.hear_readiness() is Standby.PREPARING
    assert good.hear_readiness() is Standby.READY
    assert first not in pids_of(name)


def test_a_worker_that_ends_before_it_is_ready_is_tried_again_after_a_pause(
    start: Callable[[str], Kiosk],
) -> None:
    bad = start("cannot_be_made")
    assert bad.hear_readiness() is WorkerProblem.NO_WORKER
    before = time.monotonic()
    assert bad.hear_readiness() is WorkerProblem.NO_WORKER
    assert time.monotonic() - before >= TRIED_AGAIN_AFTER_S


def test_a_machine_without_memory_is_asked_again_until_it_has_a_worker(
    start: Callable[[str], Kiosk], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as machine:
        machine.setattr(BaseProcess, "start", full)
        poor = start("good")
        assert poor.hear_readiness() is WorkerProblem.NO_WORKER
    assert poor.hear_readiness() is Standby.READY


def test_after_each_session_the_next_worker_stands_ready(
    start: Callable[[str], Kiosk],
) -> None:
    good = start("good")
    for session_id in ("s1", "s2"):
        assert good.hear_readiness() is Standby.READY
        good.workers.start(session_id, "Reader", reads_photo=False)
        good.workers.end(session_id)
    assert good.hear_readiness() is Standby.READY


def wait_until(condition: Callable[[], bool]) -> None:
    assert eventually(condition, PATIENCE_S)
