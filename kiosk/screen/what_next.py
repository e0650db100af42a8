"""The facility's own words on where a patient goes now, by how the reception ended."""

from dataclasses import dataclass, replace

from PySide6.QtCore import qtTrId

from kiosk.screen.shown import Shown
from kiosk.session.screens import (
    Completed,
    Farewell,
    Notice,
    Screen,
    Stopped,
    StopReason,
)


@dataclass(frozen=True)
class WhatNext:
    """Empty: the usual words, or none."""

    default: str = ""
    grace: str = ""  # Received with a certificate that has expired.
    lapsed: str = ""
    not_qualified: str = ""
    not_registered: str = ""
    first_visit: str = ""  # The last three stand one below the other: who reads knows which it is.
    reservation: str = ""
    fever: str = ""


def with_what_next(shown: Shown, screen: Screen, words: WhatNext) -> Shown:
    """`shown`, with the facility's words in the place of the usual ones."""
    match screen:
        case Completed(card_left=True):
            return shown
        case Completed(notice=notice) | Farewell(notice=notice):
            grace = words.grace if notice is Notice.GRACE_GIVEN else ""
            usual = grace or words.default or shown.body
            return replace(shown, body="\n".join((usual, *_by_case(words))))
        case Stopped(reason=StopReason.LAPSED) if words.lapsed:
            return replace(shown, remedy=words.lapsed)
        case Stopped(reason=StopReason.NOT_QUALIFIED) if words.not_qualified:
            return replace(shown, remedy=words.not_qualified)
        case Stopped(reason=StopReason.NOT_REGISTERED) if words.not_registered:
            return replace(shown, remedy=words.not_registered)
        case _:
            return shown


def own_lines(words: WhatNext) -> list[str]:
    """All of them, in the language that is installed; for the recordings."""
    ends = (words.default, words.grace, words.lapsed, words.not_qualified, words.not_registered)
    return [*(each for each in ends if each), *_by_case(words)]


def _by_case(words: WhatNext) -> list[str]:
    cases = {
        qtTrId("what_next.first_visit"): words.first_visit,
        qtTrId("what_next.reservation"): words.reservation,
        qtTrId("what_next.fever"): words.fever,
    }
    return [f"{who} {where}" for who, where in cases.items() if where]
