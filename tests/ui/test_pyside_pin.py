"""PySide6 6.12.0 loses a reference to None, True or False in every call on Python 3.11, and the
interpreter aborts after some hundred taps. This fails before a patient would notice."""

import sys

from PySide6.QtCore import QObject, Signal, Slot

EMITS = 50
SLACK = 10  # The interpreter itself takes and gives back a few.


class _Switch(QObject):
    toggled = Signal(bool)

    @Slot(bool)
    def listen(self, _on: bool) -> None:
        return None


def test_emitting_keeps_the_reference_counts_of_constants(qapp: object) -> None:
    switch = _Switch()
    switch.toggled.connect(switch.listen)
    before = [sys.getrefcount(constant) for constant in (None, True, False)]
    for on in (True, False) * (EMITS // 2):
        switch.toggled.emit(on)
    after = [sys.getrefcount(constant) for constant in (None, True, False)]
    lost = [a - b for b, a in zip(before, after, strict=True)]
    assert all(abs(count) < SLACK for count in lost), lost
