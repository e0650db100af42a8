"""A desk with kiosks around it: the console's own process, and the link process of each kiosk."""

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from common.decisions import Decision
from consent.ledger import SqliteConsentLedger
from consent.outbox import SqliteOutbox
from consent.port import MessageState
from kiosk.child_process import MadeElsewhere
from kiosk.compose.shared import consent_keys, consent_ledger, desk_queue
from kiosk.config import Config, Desk, Reader
from kiosk.delivery.condition import Condition
from kiosk.desk_link.messages import Outcome, Reception, ReceptionState
from kiosk.desk_link.process import Wanted
from kiosk.desk_link.supervisor import DeskSupervisor, now_of
from kiosk.session.events import Event
from kiosk.session.machine import initial, transition
from kiosk.session.states import Rules, State
from kiosk.staff.accounts import ACCOUNTS_FILE, Accounts
from kiosk.staff.acts import Role
from kiosk.staff.audit_file import AUDIT_FILE
from qualification.port import IdentityMethod, OqsResult, ProofKind, Summary, Validity
from simulation.demo.world import FACILITY_CODE, World, demo_config
from simulation.service.pki import Pki, make_pki
from tests.unit.consent.ledgers import record
from tests.waiting import eventually

LIMIT_S = 30.0
PASSWORD = "correct horse"
ROOT = Path(__file__).resolve().parents[2]

CONSOLE = [sys.executable, "-m", "console"]

RULES = Rules(ProofKind.ATTESTED, has_camera=True, has_staff_password=True)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until(holds: Callable[[], bool], what: str, limit_s: float = LIMIT_S) -> None:
    assert eventually(holds, limit_s), f"waited {limit_s} s until {what}"


@dataclass
class DeskWorld:
    """A folder with certificates, and the console that may run in it."""

    folder: Path
    staff_port: int
    kiosks_port: int
    webhook: str | None = None
    program: Sequence[str] = tuple(CONSOLE)
    process: "subprocess.Popen[str] | None" = None

    @property
    def url(self) -> str:
        return f"https://localhost:{self.staff_port}"

    @property
    def state(self) -> Path:
        return self.folder / "console"

    @property
    def pki(self) -> Path:
        return self.folder / "pki"

    @property
    def audit(self) -> Path:
        return self.state / AUDIT_FILE

    def pki_of(self, kiosk_id: str) -> Pki:
        return make_pki(self.pki, FACILITY_CODE, kiosk_id, datetime.now(UTC))

    def write_config(self) -> Path:
        pki = self.pki_of("kiosk-1")
        webhook = f'[notices]\nwebhook = "{self.webhook}"\n' if self.webhook else ""
        path = self.folder / "console.toml"
        path.write_text(
            f'facility_code = "{FACILITY_CODE}"\n'
            f'state = "{self.state}"\n'
            f"[staff]\nport = {self.staff_port}\n"
            f'certificate = "{pki.server_certificate}"\nkey = "{pki.server_key}"\n'
            f"[kiosks]\nport = {self.kiosks_port}\n"
            f'certificate = "{pki.server_certificate}"\nkey = "{pki.server_key}"\n'
            f'authority = "{pki.authority}"\n{webhook}',
            "utf-8",
        )
        return path

    def add_account(self, name: str, role: Role = Role.RECEPTION) -> str:
        """Its number."""
        accounts = Accounts(self.state / ACCOUNTS_FILE)
        return accounts.add(name, role, PASSWORD.encode()).number

    def start(self) -> None:
        """Returns when it serves."""
        with (self.folder / "console.log").open("a") as log:
            self.process = subprocess.Popen(
                [*self.program, "run", "--config", str(self.write_config())],
                cwd=ROOT,
                env={**os.environ, "LANG": "C.UTF-8"},
                stdout=subprocess.PIPE,
                stderr=log,
                encoding="utf-8",
            )
        assert self.process.stdout is not None
        assert self.process.stdout.readline().startswith("https://"), self.log

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            self.process.wait(LIMIT_S)
            assert self.process.stdout is not None
            self.process.stdout.close()
            self.process = None

    @property
    def log(self) -> str:
        return (self.folder / "console.log").read_text("utf-8")


@contextmanager
def open_desk(folder: Path, webhook: str | None = None) -> Iterator[DeskWorld]:
    desk = DeskWorld(folder, free_port(), free_port(), webhook)
    desk.start()
    try:
        yield desk
    finally:
        desk.stop()


def kiosk_config(desk: DeskWorld, kiosk_id: str) -> Config:
    """Of a kiosk in the demo's world that knows this desk."""
    pki = desk.pki_of(kiosk_id)
    world = World(desk.folder / kiosk_id)
    world.state.mkdir(parents=True, exist_ok=True)
    world.results.mkdir(exist_ok=True)
    config = demo_config(world, pki, service_url="https://localhost:1", reader=Reader())
    facility = config.facility.model_copy(update={"kiosk_id": kiosk_id})
    address = f"localhost:{desk.kiosks_port}"
    known = Desk(address=address, authority=pki.authority)
    return config.model_copy(update={"facility": facility, "desk": known})


class LinkedKiosk:
    """A kiosk's session state and its real link process; screen and devices are left out."""

    def __init__(self, config: Config) -> None:
        assert config.desk is not None
        self.kiosk_id = config.facility.kiosk_id
        self.wanted: list[Wanted] = []
        self.delivery = Condition()
        self.restarted = False
        self.outcome = Outcome.DONE
        self._state = initial(RULES, _clock_ms())
        self._lock = threading.Lock()
        self._queue = desk_queue(config)
        self._ledger, self._keys = consent_ledger(config), consent_keys(config)
        self.supervisor = DeskSupervisor(
            MadeElsewhere("kiosk.compose.desk", "desk_parts", (config, config.desk)),
            now=lambda: now_of(self._state, self.delivery, restarted=self.restarted),
            perform=self._perform,
        )

    def __enter__(self) -> "LinkedKiosk":
        self.supervisor.open()
        return self

    def __exit__(self, *_: object) -> None:
        self.supervisor.close()
        self._queue.close()

    def happens(self, *events: Event) -> None:
        for event in events:
            with self._lock:
                old = self._state
                self._state, _ = transition(old, event, _clock_ms())
            self.supervisor.look(old, event, self._state)

    @property
    def state(self) -> State:
        return self._state

    def set_state(self, state: State) -> None:
        old, self._state = self._state, replace(state, since_ms=_clock_ms())
        self.supervisor.look(old, None, self._state)  # type: ignore[arg-type]

    def receives(self, reception: Reception) -> None:
        """As the delivery process tells of it."""
        self._queue.put(reception)

    def keeps(self, session_id: str, result: OqsResult) -> None:
        """As long as the receipt computer's folder is away."""
        with (
            closing(SqliteConsentLedger(self._ledger, self._keys)) as ledger,
            closing(SqliteOutbox(self._ledger, self._keys)) as outbox,
        ):
            ledger.append(replace(record(), session_id=session_id), b"report")
            message = outbox.first(MessageState.REPORT)
            assert message is not None
            outbox.move(message, MessageState.DELIVER, result.xml)

    def _perform(self, wanted: Wanted, answer: Callable[[Outcome], None]) -> None:
        self.wanted.append(wanted)
        answer(self.outcome)


def reception(
    session_id: str,
    *,
    kana: str = "ﾐﾎﾝ ﾊﾅｺ",
    state: ReceptionState = ReceptionState.WAITS_FOR_FOLDER,
    validity: Validity = Validity.VALID,
    at: datetime | None = None,
    message: str = "",
    patient_number: str | None = None,
    unreadable: bool = False,
) -> Reception:
    return Reception(
        session_id,
        at or datetime.now(UTC),
        state,
        IdentityMethod.FACE,
        None,
        {
            "medical_and_medicines": Decision.AGREED,
            "limit_information": Decision.DECLINED,
        },
        Summary(
            validity,
            kana,
            datetime(1975, 5, 5).date(),
            unreadable,
            "ウ",
            patient_number,
            message,
        ),
    )


def _clock_ms() -> int:
    return time.monotonic_ns() // 1_000_000
