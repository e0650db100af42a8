"""The control file of the card slot: what lies on the reader, and what goes wrong with it."""

from pathlib import Path

from simulation.card.faults import FaultPlan
from simulation.card_slot.pcscd import PrivatePcscd
from simulation.control_file import ControlFile, ControlState

FILE_NAME = "card.json"
POLL_MS = 20

AUTH_PIN = "jpki.0018"
NUMBER_B = "card_face.0012"


class CardSlotState(ControlState):
    """The default is an empty reader that is plugged in."""

    person: str | None = None
    insertion: int = 0
    """Counts insertions, so that the same card put in again is seen."""
    plugged: bool = True
    faults: FaultPlan = FaultPlan()
    tries: tuple[tuple[str, str, int], ...] = ()
    """(person, PIN, tries left), written into the cards when `tries_set` changes."""
    tries_set: int = 0
    surface_readable: bool = True
    owner_recognised: bool = True
    """Whether an iPhone has asked its owner for face or finger before it is laid down."""


def control_file(control_dir: Path) -> ControlFile[CardSlotState]:
    return ControlFile(control_dir / FILE_NAME, CardSlotState())


class CardSlotHandler:
    """Steers the card slot: every verb returns at once, the slot follows within `POLL_MS`.

    With pcscd the virtual reader is part of the daemon, so unplugging it stops `pcscd`.
    """

    def __init__(self, control_dir: Path, pcscd: PrivatePcscd | None = None) -> None:
        self._file = control_file(control_dir)
        self._pcscd = pcscd

    @property
    def state(self) -> CardSlotState:
        return self._file.read()

    def insert(self, person: str, faults: FaultPlan | None = None) -> None:
        """Lay this person's card on the reader, in place of any other."""
        state = self._file.read()
        self._file.change(
            person=person, insertion=state.insertion + 1, faults=faults or FaultPlan()
        )

    def remove(self) -> None:
        self._file.change(person=None, faults=FaultPlan())

    def remove_after_apdus(self, count: int) -> None:
        """The card that lies there is taken once it has answered `count` commands."""
        faults = self._file.read().faults
        self._file.change(faults=faults.model_copy(update={"remove_at": count + 1}))

    def unplug_reader(self) -> None:
        self._file.change(plugged=False)
        if self._pcscd is not None:
            self._pcscd.stop()

    def plug_reader(self) -> None:
        if self._pcscd is not None:
            self._pcscd.start()
        self._file.change(plugged=True)

    def set_pin_tries(self, person: str, left: int) -> None:
        """Tries left of the 4-digit PIN; 0 is a locked one."""
        self._set_tries(person, AUTH_PIN, left)

    def set_number_b_tries(self, person: str, left: int) -> None:
        self._set_tries(person, NUMBER_B, left)

    def set_surface_readable(self, readable: bool) -> None:
        """False: the printed side is dirty, so 照合番号B cannot be read."""
        self._file.change(surface_readable=readable)

    def set_owner_recognised(self, recognised: bool) -> None:
        """False: the owner of an iPhone lays it down as it is."""
        self._file.change(owner_recognised=recognised)

    def _set_tries(self, person: str, pin: str, left: int) -> None:
        state = self._file.read()
        others = tuple(entry for entry in state.tries if entry[:2] != (person, pin))
        self._file.change(tries=(*others, (person, pin, left)), tries_set=state.tries_set + 1)
