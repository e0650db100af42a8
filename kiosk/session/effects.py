"""What the machine wants done: a closed set of commands, carried out by the runner.

`Request`s go to the session worker; they, `CheckStaffPassword` and `DeliverResult` are answered by
an event with the same `request_id`.
"""

from dataclasses import dataclass

from common.secret import Secret
from consent.port import Answer, Item
from qualification.port import IdentityMethod


@dataclass(frozen=True)
class StartWorker:
    """Start the session worker; it reads the card without being asked."""

    session_id: str
    reader: str
    reads_photo: bool
    """False: nobody will be compared with the card's photo, and so it stays closed."""


@dataclass(frozen=True)
class EndWorker:
    """End it; the operating system takes back all that is personal."""

    session_id: str


@dataclass(frozen=True)
class CheckStaffPassword:
    session_id: str
    request_id: int
    password: Secret


@dataclass(frozen=True)
class StartCapture:
    session_id: str
    request_id: int


@dataclass(frozen=True)
class StopCapture:
    session_id: str


@dataclass(frozen=True)
class VerifyPin:
    session_id: str
    request_id: int
    pin: Secret


@dataclass(frozen=True)
class OpenFaceRecord:
    """Open the card's photo with the typed 照合番号B."""

    session_id: str
    request_id: int
    number_b: Secret


@dataclass(frozen=True)
class QueryEligibility:
    session_id: str
    request_id: int
    method: IdentityMethod


@dataclass(frozen=True)
class Register:
    """Keep the decision, then 健康保険証利用登録, then the query again."""

    session_id: str
    request_id: int
    method: IdentityMethod
    answer: Answer


@dataclass(frozen=True)
class StoreConsent:
    """Keep the decisions, and what the service has to be told, in one commit."""

    session_id: str
    request_id: int
    method: IdentityMethod
    answers: tuple[Answer, ...]
    provided: tuple[Item, ...] = ()
    """What is provided without a question, by the profile of the name `rule`."""
    rule: str = ""
    report: bool = True
    """False: it ends here, and there is nothing to tell the service."""


@dataclass(frozen=True)
class DeliverResult:
    """Bring what was kept on its way: to the service, and its result to the receipt computer.

    For the delivery process, which outlives the session worker.
    """

    session_id: str
    request_id: int


Request = (
    StartCapture
    | StopCapture
    | VerifyPin
    | OpenFaceRecord
    | QueryEligibility
    | Register
    | StoreConsent
)
Effect = StartWorker | EndWorker | CheckStaffPassword | DeliverResult | Request
