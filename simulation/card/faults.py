"""What goes wrong with a virtual card, planned by the number of the command it happens at."""

import re

from pydantic import BaseModel, ConfigDict


class FaultPlan(BaseModel):
    """Commands are counted from 1 at each insertion."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    remove_at: int | None = None
    """This command is never answered: the card is taken."""
    status_words: dict[int, int] = {}
    """This command is not executed, but answered with this status word."""
    truncate: dict[int, int] = {}
    """This answer's data is cut to so many bytes; the status word stays."""
    delay_ms: dict[int, int] = {}
    """This answer comes so much later."""


_FORM = re.compile(
    r"(?P<remove>remove)@(?P<remove_at>[1-9]\d{0,5})"
    r"|sw@(?P<sw_at>[1-9]\d{0,5})=(?P<sw>[0-9A-Fa-f]{4})"
    r"|truncate@(?P<truncate_at>[1-9]\d{0,5})=(?P<truncate>\d{1,3})"
    r"|delay@(?P<delay_at>[1-9]\d{0,5})=(?P<delay>\d{1,6})"
)


def parse_faults(text: str) -> FaultPlan:
    """`remove@N`, `sw@N=6F00`, `truncate@N=BYTES`, `delay@N=MS`, comma between them.

    Raises `ValueError`.
    """
    remove_at: int | None = None
    status_words: dict[int, int] = {}
    truncate: dict[int, int] = {}
    delay_ms: dict[int, int] = {}
    for part in filter(None, text.split(",")):
        found = _FORM.fullmatch(part.strip())
        if found is None:
            raise ValueError(
                f"A fault {part.strip()!r} is not known; write remove@N, sw@N=6F00, "
                "truncate@N=BYTES or delay@N=MS."
            )
        if found["remove"]:
            remove_at = int(found["remove_at"])
        elif found["sw"]:
            status_words[int(found["sw_at"])] = int(found["sw"], 16)
        elif found["truncate"]:
            truncate[int(found["truncate_at"])] = int(found["truncate"])
        else:
            delay_ms[int(found["delay_at"])] = int(found["delay"])
    return FaultPlan(
        remove_at=remove_at, status_words=status_words, truncate=truncate, delay_ms=delay_ms
    )


class NoCard(Exception):
    """The planned removal; the reader that holds the card lets it go."""
