"""What `uketsuke doctor` says of one thing: it is well, it should be looked at, or it hinders."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from common.errors import complaint_of


class Verdict(Enum):
    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True)
class Finding:
    subject: str
    verdict: Verdict
    text: str

    def as_json_object(self) -> dict[str, str]:
        return {"subject": self.subject, "verdict": self.verdict.value, "text": self.text}


class Doubt(Exception):
    """It works, and somebody should look at it."""


Look = Callable[[], str]
"""Returns what it found, or raises the fault with its remedy, or a `Doubt`."""


def finding(subject: str, look: Look) -> Finding:
    try:
        return Finding(subject, Verdict.OK, look())
    except Doubt as doubt:
        return Finding(subject, Verdict.WARN, str(doubt))
    except Exception as error:
        line = complaint_of(error)
        if line is None:
            raise
        return Finding(subject, Verdict.FAIL, line)
