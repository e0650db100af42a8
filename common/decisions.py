"""What was decided about each item, and when: one value from the screen to the service's record.

An item is named by its text (`consent.port.Item` lists those that exist); who passes decisions on
need not know what they are about.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum


class Decision(Enum):
    AGREED = "agreed"
    DECLINED = "declined"
    BY_RULE = "provided_by_rule"  # Nobody was asked: a rule says that it is provided.


@dataclass(frozen=True)
class Given:
    decision: Decision
    at: datetime  # Aware; for `BY_RULE` when the reception was stored, which is no consent's time.
    rule: str | None = None
    """The name of the rule, with `BY_RULE` only."""

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise ValueError("a decision's time has no time zone")


Decisions = Mapping[str, Given]
"""By item. What is not in it was neither asked nor provided."""


def provides(decisions: Decisions, item: str) -> bool:
    """Whether the item may be handed out, by consent or by rule."""
    given = decisions.get(item)
    return given is not None and given.decision is not Decision.DECLINED


def to_list(decisions: Decisions) -> list[dict[str, str]]:
    """The form on every wire and in every file: the service, the outbox, the ledger."""
    return [
        {
            "item": str(item),
            "decision": given.decision.value,
            "at": given.at.astimezone(UTC).isoformat(timespec="microseconds"),
            **({} if given.rule is None else {"rule": given.rule}),
        }
        for item, given in decisions.items()
    ]


def from_list(entries: Iterable[Mapping[str, str]]) -> dict[str, Given]:
    """The inverse of `to_list`; other keys are passed over. Raises `KeyError`, `ValueError`."""
    return {
        entry["item"]: Given(
            Decision(entry["decision"]), datetime.fromisoformat(entry["at"]), entry.get("rule")
        )
        for entry in entries
    }
