"""Messages between processes as JSON of known types: what arrives is checked before it is used.

Pickle, the standard library's own way, runs code of the sender's choice. One of our processes
reads cards and pictures that strangers bring: whoever took it over must not get further by what
it says.
"""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar, get_args

from pydantic import TypeAdapter, ValidationError

from kiosk.log import Logged
from kiosk.signs import Alive

MessageT = TypeVar("MessageT")

LARGEST_MESSAGE_BYTES = 64 * 1024
"""The largest that is meant to be sent has less than a tenth of it."""

_SEPARATOR = b" "


class Wire(Generic[MessageT]):
    """Writes and reads the dataclasses of one union, and nothing else."""

    def __init__(self, union: object) -> None:
        self._adapters: dict[str, TypeAdapter[Any]] = {
            each.__name__: TypeAdapter(each) for each in _members(union)
        }

    def written(self, message: MessageT) -> bytes:
        """Raises `KeyError` for a message that is not of the union."""
        name = type(message).__name__
        return name.encode() + _SEPARATOR + self._adapters[name].dump_json(message)

    def read(self, data: bytes) -> MessageT | None:
        """None for anything that `written` could not have made."""
        name, _, content = data.partition(_SEPARATOR)
        adapter = self._adapters.get(name.decode("ascii", "replace"))
        if adapter is None:
            return None
        try:
            message: MessageT = adapter.validate_json(content, strict=True)
        except ValidationError:
            return None
        return message


@dataclass(frozen=True)
class Wires:
    """Both directions between the kiosk and one kind of process beside it."""

    to_child: Wire[Any]
    from_child: Wire[Any]


def wires(to_child: object, from_child: object) -> Wires:
    """Of two unions of dataclasses; a child may always say it is alive, or hand a log over."""
    return Wires(Wire(to_child), Wire(from_child | Alive | Logged))


def _members(union: Any) -> list[type]:
    members = get_args(union)
    return [each for member in members for each in _members(member)] if members else [union]
