"""The keys and what is typed on them: one number, or one part of a number after the other.

QML sees how many digits are typed, and the digits themselves only where they may be read.
"""

# Names are spelt as QML spells them.
# ruff: noqa: N802, N815

import random
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from common.secret import Secret
from kiosk.screen.cpp_types import STRING_LIST
from kiosk.session.screens import NumberBPart

QML_IMPORT_NAME = "Uketsuke.Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

DIGITS = "0123456789"


@dataclass(frozen=True)
class Part:
    """What is typed before the confirm key is pressed."""

    fewest: int
    most: int
    is_readable: bool = False  # A date that is printed on the card beside the keys.


PIN = (Part(4, 4),)
STAFF_PASSWORD = (Part(7, 15),)
"""Three digits of the staff number, and the PIN."""
NUMBER_B = {
    NumberBPart.BIRTH_DATE: Part(6, 6, is_readable=True),  # Two digits each: year, month, day.
    NumberBPart.EXPIRY_YEAR: Part(4, 4, is_readable=True),
    NumberBPart.SECURITY_CODE: Part(4, 4),
}

_MOST_DIGITS = max(sum(part.most for part in each) for each in (NUMBER_B.values(), STAFF_PASSWORD))


@QmlElement
class Keypad(QObject):
    """Takes the digits of one screen; whole, they leave as one `Secret`."""

    changed = Signal()
    keysChanged = Signal()
    partChanged = Signal()
    erased = Signal(bool)  # By the patient; True: the whole part

    def __init__(
        self,
        *,
        accepts: Callable[[], bool],
        entered: Callable[[Secret], None],
        shuffled: bool = False,
        parent: QObject | None = None,
    ) -> None:
        """`accepts`: taps count now; `entered` wipes what it is given. Digits may be `shuffled`."""
        super().__init__(parent)
        self._accepts = accepts
        self._entered = entered
        self._shuffled = shuffled
        self._keys = DIGITS
        # One buffer of fixed size: a growing one would leave copies of digits behind.
        self._buffer = bytearray(_MOST_DIGITS)
        self._parts: tuple[Part, ...] = ()
        self._part = 0
        self._count = 0
        self._too_few = False

    def begin(self, parts: tuple[Part, ...]) -> None:
        """Forget what was typed and take `parts`; none: nothing is typed on this screen."""
        self._parts = parts
        self._arrange_keys()
        self._start_over()

    @property
    def part(self) -> int:
        """Which part is typed now, from 0."""
        return self._part

    def go_back(self) -> bool:
        """Type the part before this one anew; False at the first."""
        if self._part == 0:
            return False
        self._go_to(self._part - 1)
        return True

    @Property(int, notify=changed)
    def count(self) -> int:
        """How many digits of this part are typed."""
        return self._count

    @Property(int, notify=changed)
    def places(self) -> int:
        """How many digits this part wants at least."""
        return self._parts[self._part].fewest if self._parts else 0

    @Property(str, notify=changed)
    def readable(self) -> str:
        """What is typed, where it may be read."""
        if not self._parts or not self._parts[self._part].is_readable:
            return ""
        return self._buffer[self._start : self._start + self._count].decode("ascii")

    @Property(bool, notify=changed)
    def tooFew(self) -> bool:
        """The confirm key was pressed too early."""
        return self._too_few

    @Property(STRING_LIST, notify=keysChanged)
    def keys(self) -> list[str]:
        """The digit that lies where 0, 1, … 9 usually are."""
        return list(self._keys)

    @Slot(int)
    def digit(self, digit: int) -> None:
        if self._takes_keys() and self._count < self._parts[self._part].most:
            self._buffer[self._start + self._count] = ord("0") + digit
            self._set_count(self._count + 1)

    @Slot()
    def erase(self) -> None:
        if self._takes_keys() and self._count:
            self._buffer[self._start + self._count - 1] = 0
            self._set_count(self._count - 1)
            self.erased.emit(False)

    @Slot()
    def eraseAll(self) -> None:
        if self._takes_keys():
            self._go_to(self._part)
            self.erased.emit(True)

    @Slot()
    def enter(self) -> None:
        if not self._takes_keys():
            return
        if self._count < self._parts[self._part].fewest:
            self._too_few = True
            self.changed.emit()
        elif self._part + 1 < len(self._parts):
            self._go_to(self._part + 1)
        else:
            secret = Secret(self._buffer[: self._start + self._count])
            Secret(self._buffer).wipe()
            self._entered(secret)
            self._start_over()

    @property
    def _start(self) -> int:
        """Where in the buffer this part begins: all parts before it are of fixed length."""
        return sum(part.most for part in self._parts[: self._part])

    def _takes_keys(self) -> bool:
        return bool(self._parts) and self._accepts()

    def _start_over(self) -> None:
        Secret(self._buffer).wipe()
        self._go_to(0)

    def _go_to(self, part: int) -> None:
        is_another = part != self._part
        self._part = part
        for place in range(self._start, len(self._buffer)):
            self._buffer[place] = 0
        self._set_count(0)
        if is_another:
            self.partChanged.emit()

    def _set_count(self, count: int) -> None:
        self._count = count
        self._too_few = False
        self.changed.emit()

    def _arrange_keys(self) -> None:
        keys = list(DIGITS)
        if self._shuffled:
            random.SystemRandom().shuffle(keys)
        self._keys = "".join(keys)
        self.keysChanged.emit()
