"""Every command of a session, and what can happen to it: always a named end, never a hang.

The walk is done in process; pcscd repeats a sample of it.
"""

import os
import queue
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from kiosk.session.events import CardRead, CardRefused, FaceOfferKnown, PinAccepted, PinRejected
from kiosk.session.screens import StopReason
from kiosk.worker.card_side import CardSide
from kiosk.worker.messages import Begin, FromWorker
from kiosk.worker.parts import WorkerParts
from qualification.port import Challenge, IdentityMethod, PinProof
from reader.card import MyNumberCard
from reader.errors import CardFault, CardProblem, ReaderFault, ReaderUnavailable
from reader.number_b import number_b_of
from reader.port import CardConnection
from simulation.card.content import CardContent
from simulation.card.faults import FaultPlan
from simulation.card.memory import CardMemory
from tests.unit.reader.bench import NEVER_MS, LoopbackBench, PcscBench, connected
from tests.unit.reader.conftest import NewCard
from tests.unit.reader.direct import DirectConnection, raises_card
from tests.waiting import PATIENCE_S

PIN = b"1234"
NONCE = bytes(32)
VERIFIES = ("0020008004", "002000800e")


def whole_session(card: MyNumberCard, content: CardContent) -> None:
    card.token()
    card.auth_certificate()
    card.pin_tries_left()
    card.open_face(number_b_of(content.surface.reading))
    card.prove_genuine(NONCE)
    card.verify_pin(bytearray(PIN))
    card.sign(NONCE)


@pytest.fixture
def length(new_card: NewCard, hanako: CardContent) -> int:
    """How many commands a session has."""
    connection = DirectConnection(new_card())
    whole_session(MyNumberCard(connection), hanako)
    return len(connection.commands)


@pytest.fixture
def new_bench(tmp_path: Path) -> Iterator[Callable[[], LoopbackBench]]:
    """A reader for each fault: one that still waits for a late answer is not used again."""
    made: list[LoopbackBench] = []

    def make() -> LoopbackBench:
        folder = tmp_path / str(len(made))
        folder.mkdir()
        made.append(LoopbackBench(folder))
        return made[-1]

    yield make
    for bench in made:
        bench.close()


@pytest.fixture
def full(memory: CardMemory) -> Callable[[], bool]:
    """No try was lost: the secrets were right, so a VERIFY gives them back."""

    def is_full() -> bool:
        left = memory.tries_left
        return left("hanako", "jpki.0018", 3) == 3 and left("hanako", "card_face.0012", 10) == 10

    return is_full


@pytest.fixture
def memory() -> CardMemory:
    return CardMemory()


def test_an_answer_that_comes_too_late(
    new_bench: Callable[[], LoopbackBench],
    new_card: NewCard,
    hanako: CardContent,
    memory: CardMemory,
    length: int,
    full: Callable[[], bool],
) -> None:
    for at in range(1, length + 1):
        laid = new_card(FaultPlan(delay_ms={at: NEVER_MS}), memory)
        with (
            raises_card(CardProblem.MUTE),
            connected(new_bench(), laid, reply_limit_ms=30) as connection,
        ):
            whole_session(MyNumberCard(connection), hanako)
        assert full()


def test_the_service_goes_away(
    new_bench: Callable[[], LoopbackBench],
    new_card: NewCard,
    hanako: CardContent,
    memory: CardMemory,
    length: int,
    full: Callable[[], bool],
) -> None:
    for at in range(1, length + 1):
        bench = new_bench()
        with connected(bench, new_card(memory=memory)) as connection:
            card = MyNumberCard(Interrupted(connection, at, partial(restart, bench)))
            with pytest.raises(ReaderUnavailable):
                whole_session(card, hanako)
            card.close()
        assert full()


def restart(bench: LoopbackBench | PcscBench) -> None:
    with bench.outage():
        pass


class Interrupted(DirectConnection):
    """Something happens just before the `at`th command."""

    def __init__(self, connection: CardConnection, at: int, deed: Callable[[], None]) -> None:
        self._connection = connection
        self._left = at
        self._deed = deed

    def transmit(self, apdu: bytes | bytearray) -> tuple[bytes, int]:
        self._left -= 1
        if self._left == 0:
            self._deed()
        return self._connection.transmit(apdu)

    def exclusive(self) -> Any:
        return self._connection.exclusive()

    def close(self) -> None:
        self._connection.close()


@pytest.mark.parametrize("at", [2, 20])
def test_pcscd_is_restarted(
    pcscd_bench: PcscBench,
    new_card: NewCard,
    hanako: CardContent,
    memory: CardMemory,
    full: Callable[[], bool],
    at: int,
) -> None:
    with connected(pcscd_bench, new_card(memory=memory)) as connection:
        card = MyNumberCard(Interrupted(connection, at, lambda: restart(pcscd_bench)))
        with pytest.raises((ReaderUnavailable, CardFault)):
            whole_session(card, hanako)
        card.close()
    assert full()


@pytest.mark.parametrize(
    ("faults", "problem"),
    [
        (FaultPlan(remove_at=1), CardProblem.TAKEN),
        (FaultPlan(remove_at=24), CardProblem.TAKEN),
        (FaultPlan(delay_ms={5: NEVER_MS}), CardProblem.MUTE),
        (FaultPlan(status_words={12: 0x6F00}), None),
        (FaultPlan(truncate=dict.fromkeys(range(6, 12), 3)), None),
    ],
    ids=["taken-first", "taken-late", "late", "refused", "cut"],
)
def test_a_sample_through_pcscd(
    pcscd_bench: PcscBench,
    new_card: NewCard,
    hanako: CardContent,
    memory: CardMemory,
    full: Callable[[], bool],
    faults: FaultPlan,
    problem: CardProblem | None,
) -> None:
    limit_ms = 400 if faults.delay_ms else 10_000
    with connected(pcscd_bench, new_card(faults, memory), limit_ms) as connection:
        card = MyNumberCard(connection)
        with pytest.raises(ReaderFault) if problem is None else raises_card(problem):
            whole_session(card, hanako)
        card.close()
    assert full()


Plan = Callable[[int], FaultPlan]


@pytest.mark.parametrize(
    "plan",
    [
        pytest.param(lambda at: FaultPlan(remove_at=at), id="removed"),
        pytest.param(lambda at: FaultPlan(truncate={at: 1}), id="cut"),
        *(
            pytest.param(lambda at, sw=sw: FaultPlan(status_words={at: sw}), id=f"{sw:04X}")
            for sw in (0x6F00, 0x6982, 0x6A82, 0x6984, 0x63C0, 0x9000)
        ),
    ],
)
def test_the_session_worker_names_every_end(
    new_card: NewCard,
    hanako: CardContent,
    length: int,
    plan: Plan,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each command in turn: the kiosk is told an event, and the worker meets no bug of ours."""
    bugs: list[int] = []
    monkeypatch.setattr(os, "_exit", bugs.append)
    for at in range(1, length + 1):
        memory = CardMemory()
        connection = DirectConnection(new_card(plan(at), memory))
        said, proof = a_patient(connection, hanako)
        assert not bugs
        assert said, f"nothing was said of command {at}"
        assert isinstance(proof, PinProof | ReaderFault | None)
        assert isinstance(
            said[-1], CardRead | CardRefused | FaceOfferKnown | PinAccepted | PinRejected
        )
        assert memory.tries_left("hanako", "jpki.0018", 3) == 3
        assert all(connection.count(verify) <= 1 for verify in VERIFIES)


def a_patient(
    connection: DirectConnection, content: CardContent
) -> tuple[list[FromWorker], PinProof | ReaderFault | None]:
    """What the card's side says while a patient has the face read, then takes the PIN."""
    said: queue.SimpleQueue[FromWorker] = queue.SimpleQueue()
    parts = SimpleNamespace(
        open_card=lambda _: MyNumberCard(connection),
        surface=SimpleNamespace(scan=lambda: content.surface.reading),
    )
    card = CardSide(
        cast(WorkerParts, parts),
        Begin("session", "reader", reads_photo=True),
        said.put,
        show=lambda _certificate: None,
    )
    photos: list[bytearray] = []
    card.read(photos.append)
    heard = [said.get(timeout=PATIENCE_S)]
    if not isinstance(heard[0], CardRead):
        return heard, None
    card.verify_pin(1, bytearray(PIN))
    heard.append(said.get(timeout=PATIENCE_S))
    if not photos:  # That was about the face; the PIN's end follows.
        heard.append(said.get(timeout=PATIENCE_S))
    if not isinstance(heard[-1], PinAccepted):
        return heard, None
    try:
        challenge = Challenge("id", NONCE, datetime.now(UTC))
        proof = card.prove(IdentityMethod.PIN, challenge).result(PATIENCE_S)
    except ReaderFault as fault:
        return heard, fault
    assert isinstance(proof, PinProof)
    return heard, proof


def test_a_card_taken_is_told_as_such(new_card: NewCard, hanako: CardContent) -> None:
    said, _ = a_patient(DirectConnection(new_card(FaultPlan(remove_at=3))), hanako)
    assert said == [CardRefused("session", StopReason.CARD_REMOVED)]
