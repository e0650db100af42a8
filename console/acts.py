"""What staff may do at the desk's pages, and the act that a form asks for."""

from collections.abc import Mapping
from typing import Any

from kiosk.desk_link.messages import DeskAct, HandOut, TryQueueAgain
from kiosk.staff.acts import (
    AllowVisualCheck,
    PutBackInService,
    Reset,
    Restart,
    ShowMessage,
    TakeOutOfService,
    from_wire,
)

ACT_NAMES: Mapping[type[Any], str] = {
    Reset: "reset",
    AllowVisualCheck: "allow-visual-check",
    ShowMessage: "show-message",
    TakeOutOfService: "take-out-of-service",
    PutBackInService: "put-back-in-service",
    Restart: "restart",
    TryQueueAgain: "try-queue-again",
    HandOut: "hand-out",
}
"""As the audit has them."""

_BY_NAME = {name: kind for kind, name in ACT_NAMES.items()}


def act_of(form: Mapping[str, str]) -> DeskAct | None:
    """None for a form that no page of ours has."""
    kind = _BY_NAME.get(form.get("act", ""))
    if kind is TryQueueAgain:
        return TryQueueAgain()
    if kind is None or kind is HandOut:
        return None
    wanted: dict[str, Any] = {"act": form["act"]}
    if kind in (ShowMessage, TakeOutOfService):
        wanted["text"] = form.get("text", "")
    if kind is TakeOutOfService:
        wanted["reason"] = form.get("reason", "")
    return from_wire(wanted)
