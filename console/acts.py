"""What staff may do at the desk's pages, and the act that a form asks for."""

from collections.abc import Mapping

from kiosk.desk_link.messages import DeskAct, HandOut, TryQueueAgain
from kiosk.staff.acts import (
    AllowVisualCheck,
    PutBackInService,
    Reset,
    Restart,
    ShowMessage,
    TakeOutOfService,
    from_wire,
    name_of,
)

ACTS: tuple[type[DeskAct], ...] = (
    Reset,
    AllowVisualCheck,
    ShowMessage,
    TakeOutOfService,
    PutBackInService,
    Restart,
    TryQueueAgain,
    HandOut,
)

_BY_NAME = {name_of(kind): kind for kind in ACTS}


def act_of(form: Mapping[str, str]) -> DeskAct | None:
    """None for a form that no page of ours has."""
    kind = _BY_NAME.get(form.get("act", ""))
    if kind is TryQueueAgain:
        return TryQueueAgain()
    if kind is None or kind is HandOut:
        return None
    wanted = {"act": form["act"]}
    if kind in (ShowMessage, TakeOutOfService):
        wanted["text"] = form.get("text", "")
    if kind is TakeOutOfService:
        wanted["reason"] = form.get("reason", "")
    return from_wire(wanted)
