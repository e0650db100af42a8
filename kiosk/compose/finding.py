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


class Doubt(str):
    """What was found works, and somebody should look at it."""

    __slots__ = ()


Look = Callable[[], str]
"""Returns what it found, which may be a `Doubt`, or raises the fault with its remedy."""


def finding(subject: str, look: Look) -> Finding:
    try:
        found = look()
    except Exception as error:
        line = complaint_of(error)
        if line is None:
            raise
        return Finding(subject, Verdict.FAIL, line)
    return Finding(subject, Verdict.WARN if isinstance(found, Doubt) else Verdict.OK, found)
