"""What a card remembers without power: tries left, and PINs that were changed."""

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from common.files import replace_whole

_Tries = Annotated[int, Field(ge=0, le=15)]  # What 63Cx can tell.
_Secret = Annotated[str, Field(pattern=r"^[0-9A-Z]{4,16}$")]


class _Kept(BaseModel):
    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)

    tries: dict[str, _Tries] = {}
    pins: dict[str, _Secret] = {}


class CardMemory:
    """By person and PIN. Kept in memory, and in `state_file` when there is one."""

    def __init__(self, state_file: Path | None = None) -> None:
        """Raises `OSError`, and `ValueError` when the file is not one of ours.

        The file is written at once: a place that takes none is told before a try is lost there.
        """
        self._file = state_file
        self._kept = _Kept()
        if state_file is not None and state_file.exists():
            try:
                self._kept = _Kept.model_validate_json(state_file.read_bytes())
            except ValidationError:
                raise ValueError(
                    f"{state_file} does not hold the state of a card. Delete it, or name another."
                ) from None
        self._write()

    def tries_left(self, person: str, pin: str, initially: int) -> int:
        return self._kept.tries.get(f"{person}/{pin}", initially)

    def set_tries_left(self, person: str, pin: str, left: int) -> None:
        """Written before the card answers, as in a real card: pulling it saves no try.

        Raises `OSError` when the file cannot be written; the memory holds it all the same.
        """
        self._kept.tries[f"{person}/{pin}"] = left
        self._write()

    def secret(self, person: str, pin: str, initially: str) -> str:
        return self._kept.pins.get(f"{person}/{pin}", initially)

    def set_secret(self, person: str, pin: str, secret: str) -> None:
        """Raises `OSError` as `set_tries_left` does."""
        self._kept.pins[f"{person}/{pin}"] = secret
        self._write()

    def _write(self) -> None:
        if self._file is None:
            return
        replace_whole(self._file, self._kept.model_dump_json(indent=1).encode())
