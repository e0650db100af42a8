"""What the kiosk needs of the online qualification service (オンライン資格確認).

The real service is reached through software whose interface is not public (sources: domain 1.1);
this port is the narrow place where an adapter for it would go.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Protocol

from common.certificate_dates import CertificateStanding
from common.decisions import Decisions
from common.face_evidence import FaceEvidence


class IdentityMethod(Enum):
    FACE = "face"
    PIN = "pin"
    STAFF = "staff"  # 目視: staff compared the person with the card by eye.
    PHONE = "phone"  # The person's own phone has recognised them (Face ID, Touch ID).


@dataclass(frozen=True)
class Challenge:
    """A single-use nonce of the service, bound to this kiosk's client certificate."""

    challenge_id: str
    nonce: bytes  # 32 bytes
    expires_at: datetime


class ProofKind(Enum):
    """By what an identity can be proven; the service says which it takes (docs/adr/0023)."""

    PIN = "pin"
    ATTESTED = "attested"
    TERMINAL = "terminal"
    PHONE = "phone"


@dataclass(frozen=True)
class PinProof:
    """The 利用者証明用 key signed the nonce: PKCS#1 v1.5, SHA-256."""

    signature: bytes


@dataclass(frozen=True)
class AttestedProof:
    """Without PIN, by what is public of any card (docs/adr/0007).

    The card proves itself genuine by its 券面 key over the nonce; the kiosk states, signed with
    its own key, that it matched the person by `method` (FACE or STAFF).
    """

    method: IdentityMethod
    card_signature: bytes  # 80 2A 00 00 over SHA-256(nonce)
    evidence: FaceEvidence


@dataclass(frozen=True)
class TerminalProof:
    """Without PIN, by a maker's terminal authentication (特定機関認証).

    The terminal made itself known to the card, whose 利用者証明用 key then signed the nonce.
    """

    method: IdentityMethod  # FACE or STAFF
    signature: bytes


@dataclass(frozen=True)
class PhoneProof:
    """The 利用者証明用 key in a phone (スマホ用電子証明書) signed the nonce, as a card's does."""

    method: IdentityMethod  # PIN (Android) or PHONE (iPhone)
    phone_signature: bytes
    """Has a name of its own: between processes, a proof is known by its fields."""


IdentityProof = PinProof | AttestedProof | TerminalProof | PhoneProof


@dataclass(frozen=True)
class Prescription:
    """An electronic prescription that waits to be dispensed, as its patient knows it."""

    number: str = field(repr=False)
    issued_on: date = field(repr=False)
    issuer: str = field(repr=False)


@dataclass(frozen=True)
class Authenticated:
    session_id: str
    registered: bool  # for insurance use (健康保険証利用登録)
    certificate: CertificateStanding
    has: frozenset[str] = frozenset()
    """Items that this person has data of: to know which questions make sense, for nothing else."""
    prescriptions: tuple[Prescription, ...] = ()
    """Those that wait, where a pharmacy asks."""


class Validity(Enum):
    """QualificationValidity, OQSCD006 (sources: domain 5.6)."""

    VALID = "1"
    INVALID = "2"
    INVALID_NEWER_EXISTS = "3"
    NONE = "4"
    SEVERAL = "5"
    VALID_UNREGISTERED = "6"


@dataclass(frozen=True)
class Qualification:
    """The answer before consents: what the flow needs, and nothing more."""

    validity: Validity
    birth_date: date | None = field(repr=False)  # None: not known to the day
    limit_category: str | None = field(default=None, repr=False)
    """適用区分 (OQSCD012) for the patient's own eyes; asked for only to be shown to them."""


@dataclass(frozen=True)
class OqsResult:
    """The answer with consents, as the receipt computer gets it."""

    xml: bytes = field(repr=False)


@dataclass(frozen=True)
class Summary:
    """What reception sees of a result at a glance; all of it is personal."""

    validity: Validity | None
    name_kana: str = field(repr=False)
    birth_date: date | None = field(repr=False)
    name_unreadable: bool
    """A character of the name cannot be shown: ● stands for it."""
    limit_category: str | None = field(repr=False)
    """適用区分 as it is called, where the patient agreed to show it."""
    patient_number: str | None = field(repr=False)
    """照会番号, by which this facility knows the patient; None: it has not told the service yet."""
    message: str = field(default="", repr=False)
    """What the service wants staff to know, as it is: an address that differs from the card's."""


@dataclass(frozen=True)
class LedgerHead:
    """How far this kiosk's consent ledger has come; `signed` is the kiosk's own form of it."""

    ledger_id: str
    sequence: int
    signed: str


class CallWatcher(Protocol):
    """Who wants to know that a call takes longer, so that the screen can say so.

    Called on any thread, and never after the call has returned.
    """

    def on_slow(self) -> None:
        """The call has taken longer than usual; it goes on."""
        ...

    def on_retry(self, attempt: int, wait_ms: int) -> None:
        """Try number `attempt`, 2 or more, begins after `wait_ms`."""
        ...


class QualificationService(Protocol):
    """Every call has a deadline and raises `qualification.errors` only.

    `register`, `qualify` and `conclude` are tried again, within their deadline, when the service
    was not reached or could not serve; it counts them once.
    """

    def watch(self, watcher: CallWatcher | None) -> None:
        """Tell `watcher`, from now on."""
        ...

    @property
    def clock_ahead(self) -> timedelta | None:
        """By how much this machine's clock is ahead of the service's; None: not known yet."""
        ...

    def accepted_proofs(self) -> frozenset[ProofKind]:
        """Reach the service and ask which proofs it takes; raises what keeps it from serving."""
        ...

    def challenge(self) -> Challenge: ...

    def authenticate(
        self, challenge: Challenge, certificate_der: bytes, proof: IdentityProof
    ) -> Authenticated: ...

    def register(self, session_id: str) -> None:
        """健康保険証利用登録 of the authenticated person, who asked for it."""
        ...

    def qualify(self, session_id: str) -> Qualification: ...

    def conclude(
        self, session_id: str, decisions: Decisions, *, idempotency_key: str | None = None
    ) -> OqsResult:
        """Report the consents; get the result that they allow.

        The service counts a report with the same key once, however often it comes.
        """
        ...

    def ledger_heads(self) -> tuple[LedgerHead, ...]:
        """The newest of each ledger that this kiosk has told of, as the service kept it."""
        ...

    def keep_ledger_head(self, head: LedgerHead) -> None:
        """Have it kept off this machine, unless a newer one is there."""
        ...

    def close(self) -> None: ...


class ResultSink(Protocol):
    """Where results go: the folder that the receipt computer watches.

    In two steps, between which the caller keeps that the first is done. So a result that was
    taken away is not written a second time, whenever the kiosk was interrupted. Both may be
    repeated and raise `ResultNotWritten`. `key` names one reception.
    """

    def check(self) -> None:
        """Whether a result could be written now; raises `ResultNotWritten`."""
        ...

    def stage(self, result: OqsResult, key: str) -> None:
        """Write it whole and durably, where the receipt computer does not look."""
        ...

    def publish(self, key: str, completed_at: datetime) -> str:
        """Let it appear; return the file's name, in which the time of the reception is told.

        Raises `StagedElsewhere` when another folder is there now: it has to be staged again.
        """
        ...
