from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from reader.card_face import load_authority
from simulation.card.card import VirtualCard
from simulation.card.content import CardContent, load_content
from simulation.card.faults import FaultPlan
from simulation.card.memory import CardMemory
from simulation.card_slot.pcscd import PrivatePcscd, why_unavailable
from simulation.card_slot.vpcd import VpcdReader
from tests.unit.reader.bench import AnyBench, Bench, LoopbackBench, PcscBench, RealBench
from tests.unit.reader.photos import drawn_world

NewCard = Callable[..., VirtualCard]


@pytest.fixture(scope="session")
def world_dir() -> Path:
    """A demo world of drawn faces: what `UKETSUKE_DEMO_DIR` names."""
    return drawn_world()


@pytest.fixture(scope="session")
def photos_dir(world_dir: Path) -> Path:
    return world_dir / "photos"


@pytest.fixture(scope="session")
def cards_dir(world_dir: Path) -> Path:
    return world_dir / "cards"


@pytest.fixture(scope="session")
def hanako(cards_dir: Path) -> CardContent:
    return load_content(cards_dir, "hanako")


@pytest.fixture(scope="session")
def authority(cards_dir: Path) -> rsa.RSAPublicKey:
    return load_authority((cards_dir / "card_face_ca.pem").read_bytes())


@pytest.fixture
def new_card(hanako: CardContent) -> NewCard:
    """Hanako's card with fresh memory, powered."""

    def make(
        faults: FaultPlan | None = None,
        memory: CardMemory | None = None,
        content: CardContent = hanako,
    ) -> VirtualCard:
        card = VirtualCard(content, memory, faults)
        card.power_on()
        return card

    return make


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "any_bench" in metafunc.fixturenames:
        real = metafunc.config.getoption("--reader") is not None
        metafunc.parametrize("any_bench", ["loopback", "real" if real else "pcscd"], indirect=True)


@pytest.fixture(scope="session")
def daemon(pytestconfig: pytest.Config) -> Iterator[PrivatePcscd]:
    reason = why_unavailable()
    if pytestconfig.getoption("--reader") is not None:
        reason = "--reader: a process talks to one pcscd, and now to that of the real reader"
    if reason is not None:
        pytest.skip(reason)
    with PrivatePcscd() as running:
        yield running


@pytest.fixture(scope="session")
def vpcd_reader(daemon: PrivatePcscd) -> VpcdReader:
    return VpcdReader("127.0.0.1", daemon.vpcd_port)


@pytest.fixture
def pcscd_bench(
    daemon: PrivatePcscd, vpcd_reader: VpcdReader, monkeypatch: pytest.MonkeyPatch
) -> Iterator[PcscBench]:
    """The reader that other people's programs see too."""
    monkeypatch.setenv("PCSCLITE_CSOCK_NAME", "")  # Restored after the bench has set it.
    bench = PcscBench(daemon, vpcd_reader)
    yield bench
    bench.close()


@pytest.fixture
def loopback_bench(tmp_path: Path) -> Iterator[LoopbackBench]:
    bench = LoopbackBench(tmp_path)
    yield bench
    bench.close()


@pytest.fixture(params=["loopback", "pcscd"])
def bench(request: pytest.FixtureRequest) -> Bench:
    """A reader with nothing on it."""
    made: Bench = request.getfixturevalue(f"{request.param}_bench")
    return made


@pytest.fixture
def any_bench(request: pytest.FixtureRequest, pytestconfig: pytest.Config) -> AnyBench:
    """The same, or with `--reader` a real one in place of pcscd's virtual reader."""
    if request.param == "real":
        return RealBench(pytestconfig.getoption("--reader"))
    made: AnyBench = request.getfixturevalue(f"{request.param}_bench")
    return made


@pytest.fixture(scope="session")
def cards_other(cards_dir: Path) -> CardContent:
    """Somebody else's card."""
    return load_content(cards_dir, "taro")
