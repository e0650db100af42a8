"""One small JSON file by which another process steers a simulator."""

from pathlib import Path
from typing import Generic, TypeVar

import structlog
from pydantic import BaseModel, ConfigDict, ValidationError

from common.files import replace_whole

log = structlog.get_logger(__name__)


class ControlState(BaseModel):
    """What one simulator is to do; the defaults are its ordinary state."""

    model_config = ConfigDict(frozen=True, extra="forbid")


State = TypeVar("State", bound=ControlState)


class ControlFile(Generic[State]):
    """For one reader or one writer. A missing file means the default, a bad one changes nothing."""

    def __init__(self, path: Path, default: State) -> None:
        self._path = path
        self._default = default
        self._state = default
        self._version: tuple[int, int] | None = None

    def read(self) -> State:
        self.read_if_changed()
        return self._state

    def read_if_changed(self) -> State | None:
        """The state, if it is another file than at the last call; None at the first if missing."""
        version = self._read_version()
        if version == self._version:
            return None
        self._version = version
        if version is None:
            self._state = self._default
        else:
            try:
                self._state = type(self._default).model_validate_json(self._path.read_bytes())
            except (OSError, ValidationError) as error:
                log.error("control_file_not_read", error=type(error).__name__)
                return None
        return self._state

    def change(self, **values: object) -> None:
        """Write the state anew, with these values in it."""
        state = type(self._default).model_validate({**dict(self.read()), **values})
        self._path.parent.mkdir(parents=True, exist_ok=True)
        replace_whole(self._path, state.model_dump_json(indent=1).encode())

    def _read_version(self) -> tuple[int, int] | None:
        try:
            status = self._path.stat()
        except FileNotFoundError:
            return None
        return status.st_ino, status.st_mtime_ns
