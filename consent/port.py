"""What the kiosk needs of consent: the questions, a durable record, and the way out of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, StrEnum
from typing import Protocol

from common.decisions import Decision, Given


class Item(StrEnum):
    """What a patient is asked (leaflet step 3 and 4; OQSCD036 names the data)."""

    MEDICAL_AND_MEDICINES = "medical_and_medicines"  # 過去の診療/薬剤情報: SRJ, YZK
    HEALTH_CHECKUPS = "health_checkups"  # 特定健診情報: TKK, for those of 40 and over
    LIMIT_INFORMATION = "limit_information"  # 限度額情報
    REGISTRATION = "registration"  # 健康保険証利用登録
    ALL = "all"  # 包括同意: care, medicines and check-ups with one tap; no: one by one
    MEDICINES = "medicines"  # YZK alone, where the facility uses nothing else
    MEDICAL_CARE = "medical_care"  # SRJ alone
    SURGERY = "surgery"  # SHJ
    PRESCRIPTION = "prescription"  # 処方箋の発行形態: agreed is electronic, declined is paper
    SUBSIDY = "subsidy"  # 医療費助成の受給者証 (PMH)
    DISPENSING = "dispensing"  # 電子処方箋: each that waits, at a pharmacy
    SPECIFIC_DISEASE = "specific_disease"  # 特定疾病療養受療証: TSR; it can tell an HIV infection


PARTS: Mapping[Item, tuple[Item, ...]] = {
    Item.MEDICAL_AND_MEDICINES: (Item.MEDICAL_CARE, Item.MEDICINES),
    Item.ALL: (Item.MEDICAL_AND_MEDICINES, Item.HEALTH_CHECKUPS),
}
"""Questions that stand for several; who agrees agrees to each."""


@dataclass(frozen=True)
class Text:
    """One question as shown; `text_id` and `version` go into the record."""

    text_id: str
    version: str
    language: str  # BCP 47
    title: str
    body: str
    agree: str
    decline: str


@dataclass(frozen=True)
class Answer:
    """One decision, with the text that was on the screen when it was made."""

    item: Item
    decision: Decision
    text_id: str
    text_version: str
    language: str
    at: datetime  # Aware; when the patient tapped.
    part: str = ""
    """Which of several, where an item is asked for each: a prescription's number."""

    @property
    def key(self) -> str:
        """Under what it stands among the decisions."""
        return f"{self.item}:{self.part}" if self.part else self.item.value

    @property
    def given(self) -> Given:
        return Given(self.decision, self.at)


@dataclass(frozen=True)
class Provision:
    """An item that a rule provides, without a question and so without a consent."""

    item: Item
    rule: str
    at: datetime

    @property
    def key(self) -> str:
        return self.item.value

    @property
    def given(self) -> Given:
        return Given(Decision.BY_RULE, self.at, self.rule)


@dataclass(frozen=True)
class ConsentRecord:
    """All decisions of one session (sources: domain 3.2: valid for 24 hours)."""

    session_id: str
    answers: tuple[Answer | Provision, ...]
    identity_method: str  # face | pin | staff
    decided_at: datetime  # UTC
    facility_code: str
    kiosk_id: str
    subject: str = field(repr=False)  # HMAC of the certificate serial, never the serial itself


class ConsentTexts(Protocol):
    def text(self, item: Item, language: str) -> Text: ...


class ConsentLedger(Protocol):
    def append(self, record: ConsentRecord, message: bytes | None = None) -> None:
        """Return only when the record survives a power cut. Raises `StoreFailed`.

        `message` goes into the outbox in the same commit, under the record's session id: there is
        never a record that nobody sends, nor a message without its record.
        """
        ...

    def post(self, key: str, message: bytes) -> None:
        """Only into the outbox: where nothing had to be asked. Raises `StoreFailed`."""
        ...

    def close(self) -> None: ...


@dataclass(frozen=True)
class SignedHead:
    """How far the ledger has come, as it is told to others; nothing in it is personal."""

    ledger_id: str
    sequence: int
    signed: str


class LedgerAnchor(Protocol):
    """The ledger, compared with what others remember of it. Every call raises `LedgerUnusable`."""

    def newest(self) -> SignedHead: ...

    def contradictions(self, kept: Iterable[str]) -> tuple[str, ...]:
        """What the heads that others have kept say against the ledger."""
        ...

    def others(self, kept: Iterable[str]) -> tuple[int, ...]:
        """How many entries other ledgers of this kiosk had: moved aside, by staff or by others."""
        ...

    def restore_witness(self, kept: Iterable[str]) -> None:
        """Remember the newest of them here as well: then the kiosk refuses what was put back."""
        ...


class FaceTries(Protocol):
    """Tries at the face of one card's holder. Every call raises `StoreFailed`."""

    def wait_s(self, certificate: bytes) -> float:
        """How long none may be made yet; 0: one may."""
        ...

    def begin(self, certificate: bytes) -> float:
        """Count one, and return 0; where one has to wait, count none and return how long."""
        ...

    def forget(self, certificate: bytes) -> None:
        """The holder has proven who they are."""
        ...


class MessageState(Enum):
    """How far a message is on its way out of the kiosk."""

    REPORT = "report"  # The online service has to be told.
    DELIVER = "deliver"  # It answered: the result has to reach the receipt computer.
    PUBLISH = "publish"  # It lies in that computer's folder, and may have appeared already.
    REFUSED = "refused"  # It said no, for good: staff have to look.


@dataclass(frozen=True)
class OutboxMessage:
    key: str  # The session id; also the service's idempotency key.
    state: MessageState
    stored_at: datetime  # UTC; when the patient was told that the reception is done
    content: bytes = field(repr=False)
    position: int = 0
    """In the order of the receptions; given when it is stored."""


class Outbox(Protocol):
    """What has to leave the kiosk, oldest first. Every call raises `OutboxUnusable`."""

    def first(self, state: MessageState, after: int = 0) -> OutboxMessage | None:
        """The oldest message in that state, behind the position `after`."""
        ...

    def move(self, message: OutboxMessage, state: MessageState, content: bytes) -> None:
        """Durably; without effect when another process was first."""
        ...

    def remove(self, message: OutboxMessage) -> None:
        """It has arrived."""
        ...

    def count(self, state: MessageState) -> int: ...

    def forget_refused(self, keep: int) -> None:
        """Drop the traces of what was refused, but for the newest."""
        ...

    def close(self) -> None: ...
