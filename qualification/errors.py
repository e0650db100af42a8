"""What can go wrong between the kiosk and the online qualification service.

Fault
└── QualificationFault
    ├── ServiceUnreachable    no network, nobody listens, the connection was dropped
    ├── ServiceTimeout        no complete answer before the deadline
    ├── ServiceUnavailable    the service answers that it cannot serve now (5xx, 429)
    ├── TlsFailed             a certificate or key, ours or theirs, is missing, over or not trusted
    ├── Refused               the service understood and says no; `code` says why
    ├── BadAnswer             an answer came that is none (garbage, oversized, a part is missing)
    └── ResultNotWritten      the folder that the receipt computer watches cannot be written
        └── StagedElsewhere   and what was staged lies in another: it has to be staged again
Bug
└── RequestMalformed          our request: found before it is sent

No message names a person, a number, a certificate's content or an answer's content.
"""

from enum import Enum
from pathlib import Path

from common.errors import Bug, Fault


class RefusalCode(Enum):
    """Why the service refuses; the value is the `code` on the wire."""

    CLIENT_UNKNOWN = "CLIENT_UNKNOWN"  # The kiosk's client certificate names no facility.
    CLIENT_REVOKED = "CLIENT_REVOKED"  # The kiosk's client certificate was taken back.
    CHALLENGE_INVALID = "CHALLENGE_INVALID"  # Used, expired, or given to another client.
    CERTIFICATE_UNKNOWN = "CERTIFICATE_UNKNOWN"  # Not a 利用者証明用 certificate we trust.
    CERTIFICATE_EXPIRED = "CERTIFICATE_EXPIRED"  # The grace period is over as well.
    CERTIFICATE_REVOKED = "CERTIFICATE_REVOKED"
    CERTIFICATE_ON_HOLD = "CERTIFICATE_ON_HOLD"  # 一時利用停止: the holder can have it lifted.
    PROOF_NOT_ACCEPTED = "PROOF_NOT_ACCEPTED"  # This kind of proof is not taken from this kiosk.
    METHOD_NOT_ALLOWED = "METHOD_NOT_ALLOWED"  # A card without a photo: PIN only.
    SIGNATURE_INVALID = "SIGNATURE_INVALID"  # Another card signed, or another nonce.
    EVIDENCE_INVALID = "EVIDENCE_INVALID"  # The 券面 key is not shown to be this card's.
    STATEMENT_INVALID = "STATEMENT_INVALID"  # The kiosk's statement is not its own or not fresh.
    PERSON_UNKNOWN = "PERSON_UNKNOWN"
    SESSION_UNKNOWN = "SESSION_UNKNOWN"  # Over, or of another client.
    NOT_REGISTERED = "NOT_REGISTERED"  # 健康保険証利用登録 is missing.
    CALL_KEY_REUSED = "CALL_KEY_REUSED"  # Its Idempotency-Key came with another request before.


class QualificationFault(Fault):
    """Whatever comes between the kiosk and an answer."""


class ServiceUnreachable(QualificationFault):
    def __init__(self, url: str) -> None:
        super().__init__(
            f"The qualification service at {url} cannot be reached.",
            "Check the network and that the service runs.",
        )


class ServiceTimeout(QualificationFault):
    def __init__(self, url: str, waited_ms: int) -> None:
        super().__init__(
            f"The qualification service at {url} gave no answer within {waited_ms} ms.",
            "Try again; if it stays slow, check the network.",
        )
        self.waited_ms = waited_ms


class ServiceUnavailable(QualificationFault):
    def __init__(self, status: int, retry_after_s: int | None) -> None:
        when = "later" if retry_after_s is None else f"after {retry_after_s} s"
        super().__init__(
            f"The qualification service cannot serve now (HTTP {status}).", f"Try again {when}."
        )
        self.status = status
        self.retry_after_s = retry_after_s


class TlsFailed(QualificationFault):
    """`certificate` names the file, or says whose certificate it is."""

    def __init__(self, certificate: Path | str, why: str, remedy: str) -> None:
        super().__init__(f"{certificate}: {why}.", remedy)
        self.certificate = certificate


class Refused(QualificationFault):
    def __init__(self, code: RefusalCode) -> None:
        super().__init__(
            f"The qualification service refused: {code.value}.", "See the screen's advice."
        )
        self.code = code


class BadAnswer(QualificationFault):
    """`why` names the part of the answer that is wrong, never its content."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"The qualification service's answer is not usable: {why}.",
            "Check what else may have answered (proxy, portal, router); else tell its help desk.",
        )


class ResultNotWritten(QualificationFault):
    def __init__(self, path: Path, why: str, remedy: str) -> None:
        super().__init__(f"No result could be written to {path}: {why}.", remedy)
        self.path = path


class StagedElsewhere(ResultNotWritten):
    """The folder is another one than that in which the result was staged."""


class RequestMalformed(Bug):
    """Whoever asked goes on without an answer: a kiosk must not stop for it."""
