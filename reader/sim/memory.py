"""What a card remembers without power: tries left, and PINs that were changed."""

import os
from pathlib import Path

from pydantic import BaseModel, ConfigDict


class _Kept(BaseModel):
    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)

    tries: dict[str, int]
    pins: dict[str, str]


class CardMemory:
    """By person and PIN. Kept in memory, and in `state_file` when there is one."""

    def __init__(self, state_file: Path | None = None) -> None:
        """Raises `OSError`, and `ValueError` when the file is not one of ours."""
        self._file = state_file
        self._tries: dict[str, int] = {}
        self._pins: dict[str, str] = {}
        if state_file is not None and state_file.exists():
            kept = _Kept.model_validate_json(state_file.read_bytes())
            self._tries, self._pins = dict(kept.tries), dict(kept.pins)

    def tries_left(self, person: str, pin: str, initially: int) -> int:
        return self._tries.get(f"{person}/{pin}", initially)

    def set_tries_left(self, person: str, pin: str, left: int) -> None:
        """Written before the card answers, as in a real card: pulling it saves no try."""
        self._tries[f"{person}/{pin}"] = left
        self._write()

    def secret(self, person: str, pin: str, initially: str) -> str:
        return self._pins.get(f"{person}/{pin}", initially)

    def set_secret(self, person: str, pin: str, secret: str) -> None:
        self._pins[f"{person}/{pin}"] = secret
        self._write()

    def _write(self) -> None:
        if self._file is None:
            return
        fresh = self._file.with_suffix(".tmp")
        content = _Kept(tries=self._tries, pins=self._pins).model_dump_json(indent=1)
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(content)
        os.replace(fresh, self._file)
