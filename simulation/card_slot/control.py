"""The stage file of the table: what lies on the reader, and what goes wrong with it."""

import os
import threading
from pathlib import Path

import structlog
from pydantic import BaseModel, ConfigDict, ValidationError

from simulation.card.faults import FaultPlan
from simulation.card_slot.pcscd import PrivatePcscd

log = structlog.get_logger(__name__)

FILE_NAME = "card.json"
POLL_MS = 20

AUTH_PIN = "jpki.0018"
NUMBER_B = "card_face.0012"


class TableStage(BaseModel):
    """The default is an empty reader that is plugged in."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    person: str | None = None
    insertion: int = 0
    """Counts insertions, so that the same card put in again is seen."""
    plugged: bool = True
    faults: FaultPlan = FaultPlan()
    tries: tuple[tuple[str, str, int], ...] = ()
    """(person, PIN, tries left), written into the cards when `tries_set` changes."""
    tries_set: int = 0
    surface_readable: bool = True


class StageFile:
    """Reads `<stage_dir>/card.json`; missing means the default."""

    def __init__(self, stage_dir: Path) -> None:
        self._path = stage_dir / FILE_NAME
        self._seen: tuple[int, int] | None = None

    def read(self) -> TableStage:
        try:
            return TableStage.model_validate_json(self._path.read_bytes())
        except FileNotFoundError:
            return TableStage()

    def read_if_changed(self) -> TableStage | None:
        """The stage if the file is another than at the last call."""
        try:
            status = self._path.stat()
            seen = (status.st_ino, status.st_mtime_ns)
        except FileNotFoundError:
            seen = (0, 0)
        if seen == self._seen:
            return None
        self._seen = seen
        try:
            return self.read()
        except (OSError, ValidationError) as error:
            log.error("stage_not_read", error=type(error).__name__)
            return None

    def write(self, stage: TableStage) -> None:
        """Whole or not at all."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._path.with_name(f".{FILE_NAME}.{os.getpid()}.{threading.get_ident()}")
        fresh.write_text(stage.model_dump_json(indent=1), "utf-8")
        os.replace(fresh, self._path)


class TableHandler:
    """Steers the table: every verb returns at once, the table follows within `POLL_MS`.

    With pcscd the virtual reader is part of the daemon, so unplugging it stops `pcscd`.
    """

    def __init__(self, stage_dir: Path, pcscd: PrivatePcscd | None = None) -> None:
        self._file = StageFile(stage_dir)
        self._pcscd = pcscd

    @property
    def stage(self) -> TableStage:
        return self._file.read()

    def insert(self, person: str, faults: FaultPlan | None = None) -> None:
        """Lay this person's card on the reader, in place of any other."""
        stage = self._file.read()
        self._change(person=person, insertion=stage.insertion + 1, faults=faults or FaultPlan())

    def remove(self) -> None:
        self._change(person=None, faults=FaultPlan())

    def remove_after_apdus(self, count: int) -> None:
        """The card that lies there is taken once it has answered `count` commands."""
        faults = self._file.read().faults
        self._change(faults=faults.model_copy(update={"remove_at": count + 1}))

    def unplug_reader(self) -> None:
        self._change(plugged=False)
        if self._pcscd is not None:
            self._pcscd.stop()

    def plug_reader(self) -> None:
        if self._pcscd is not None:
            self._pcscd.start()
        self._change(plugged=True)

    def set_pin_tries(self, person: str, left: int) -> None:
        """Tries left of the 4-digit PIN; 0 is a locked one."""
        self._set_tries(person, AUTH_PIN, left)

    def set_number_b_tries(self, person: str, left: int) -> None:
        self._set_tries(person, NUMBER_B, left)

    def set_surface_readable(self, readable: bool) -> None:
        """False: the printed side is dirty, so 照合番号B cannot be read."""
        self._change(surface_readable=readable)

    def _set_tries(self, person: str, pin: str, left: int) -> None:
        stage = self._file.read()
        others = tuple(entry for entry in stage.tries if entry[:2] != (person, pin))
        self._change(tries=(*others, (person, pin, left)), tries_set=stage.tries_set + 1)

    def _change(self, **values: object) -> None:
        self._file.write(self._file.read().model_copy(update=values))
