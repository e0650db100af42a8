"""Staff at the kiosk's own screen: a hidden way in, a number with PIN, a menu, and back.

The session is paused meanwhile and knows no more of it. Nothing of the patient is shown.
"""

# Names are spelt as QML spells them.
# ruff: noqa: N802

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import Property, QKeyCombination, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtQml import QmlElement

from common.secret import Secret
from kiosk.screen.cpp_types import STRING_LIST
from kiosk.screen.preferences import Preferences
from kiosk.screen.staff_words import words
from kiosk.session import delays
from kiosk.session.screens import ClosedFor
from kiosk.staff import acts
from kiosk.staff.accounts import Person
from kiosk.staff.acts import Act, may, name_of
from kiosk.staff.findings import Finding
from kiosk.staff.sign_in import Refused

QML_IMPORT_NAME = "Uketsuke.Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

CORNERS = 4
CORNERS_WITHIN_MS = 6_000
"""Clockwise from the top left: nobody's hands do that in passing."""


@dataclass(frozen=True)
class StaffWays:
    """What staff's screens need of the kiosk, all on the GUI thread."""

    come: Callable[[], None]
    go: Callable[[], None]
    sign_in: Callable[[Secret, Callable[[Person | Refused], None]], None]
    perform: Callable[[Act, str], bool]
    record: Callable[[str, str, bool], None]
    findings: Callable[[], Sequence[Finding]]
    is_closed: Callable[[], bool]


@QmlElement
class StaffDesk(QObject):
    """Bound to `StaffScreen.qml`; does nothing until it is given its ways."""

    changed = Signal()

    def __init__(
        self,
        preferences: Preferences,
        *,
        key: str = "",
        clock_ms: Callable[[], float] = lambda: time.monotonic() * 1000,
        parent: QObject | None = None,
    ) -> None:
        """`key`: one that lets staff in as the four corners do, as Qt names it; empty: none."""
        super().__init__(parent)
        self._key = QKeySequence(key)
        self._clock_ms = clock_ms
        self._ways: StaffWays | None = None
        self._language = "ja" if preferences.code.startswith("ja") else "en"
        self._corners = 0
        self._since_ms = 0.0
        self._person: Person | None = None
        self._page = ""
        self._notice = ""
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(delays.STAFF_IDLE_MS)
        self._idle.timeout.connect(self.back)

    def serve(self, ways: StaffWays) -> None:
        self._ways = ways

    def is_here(self, *, here: bool) -> None:
        """Told by the bridge: whether the session is paused for staff."""
        if here == bool(self._page):
            return
        self._person, self._notice = None, ""
        self._page = "sign_in" if here else ""
        if here:
            self._idle.start()
        else:
            self._idle.stop()
        self.changed.emit()

    def typed(self, secret: Secret) -> None:
        """Number and PIN, in one row; wiped here."""
        if self._ways is not None and self._page == "sign_in":
            self._note("checking")
            self._ways.sign_in(secret, self._answered)
        secret.wipe()

    @Slot()
    def touched(self) -> None:
        if self._page:
            self._idle.start()

    # The way in

    @Slot(int)
    def corner(self, number: int) -> None:
        """One was touched: 0 top left, then clockwise."""
        now_ms = self._clock_ms()
        if now_ms - self._since_ms > CORNERS_WITHIN_MS:
            self._corners = 0
        if number == 0:
            self._since_ms = now_ms
        self._corners = number + 1 if number == self._corners or number == 0 else 0
        if self._corners == CORNERS:
            self._corners = 0
            self._come()
        self.changed.emit()

    @Slot(int, int, result=bool)
    def isKey(self, key: int, modifiers: int) -> bool:
        """Whether it was the key that lets staff in; then they are."""
        pressed = QKeyCombination(Qt.KeyboardModifier(modifiers), Qt.Key(key))
        if self._key.isEmpty() or QKeySequence(pressed) != self._key:
            return False
        self._come()
        return True

    @Property(bool, notify=changed)
    def armed(self) -> bool:
        """The upper corners were touched: the lower ones are for staff now, not for buttons."""
        return self._corners >= CORNERS // 2

    def _come(self) -> None:
        if self._ways is not None and not self._page:
            self._ways.come()

    # What is shown

    @Property(str, notify=changed)
    def page(self) -> str:
        return self._page

    @Property(str, notify=changed)
    def notice(self) -> str:
        return self._notice

    @Property(str, notify=changed)
    def who(self) -> str:
        return "" if self._person is None else self._person.name

    @Property(bool, notify=changed)
    def administrator(self) -> bool:
        return self._person is not None and self._person.role is acts.Role.ADMINISTRATOR

    @Property(bool, notify=changed)
    def closed(self) -> bool:
        return self._ways is not None and self._ways.is_closed()

    @Property(str, notify=changed)
    def language(self) -> str:
        """Of these screens: ja or en."""
        return self._language

    @Property(STRING_LIST, notify=changed)
    def findings(self) -> list[str]:
        if self._ways is None or self._page != "status":
            return []
        return [self._line(finding) for finding in self._ways.findings()]

    @Slot(str, str, result=str)
    def word(self, key: str, language: str) -> str:
        return words(key, language)

    # What staff do

    @Slot()
    def back(self) -> None:
        if self._ways is not None and self._page:
            if self._person is not None:
                self._ways.record(self._person.who, "sign-out", True)
            self._ways.go()

    @Slot()
    def turnLanguage(self) -> None:
        self._language = "en" if self._language == "ja" else "ja"
        self._notice = ""
        self.changed.emit()

    @Slot(str)
    def open(self, page: str) -> None:
        if self._person is not None:
            self._page, self._notice = page, ""
            self.changed.emit()

    @Slot()
    def reset(self) -> None:
        self._act(acts.Reset(), ends=True)

    @Slot()
    def checkByEye(self) -> None:
        self._act(acts.AllowVisualCheck(), ends=True)

    @Slot()
    def offerMethods(self) -> None:
        self._act(acts.OfferMethods(), ends=True)

    @Slot(str)
    def setLanguage(self, code: str) -> None:
        self._act(acts.SetLanguage(code))

    @Slot(int)
    def setTextSize(self, size: int) -> None:
        self._act(acts.SetTextSize(size))

    @Slot(int)
    def setVolume(self, volume: int) -> None:
        self._act(acts.SetVolume(volume))

    @Slot(int)
    def setBrightness(self, percent: int) -> None:
        self._act(acts.SetBrightness(percent))

    @Slot(str)
    def takeOutOfService(self, reason: str) -> None:
        self._act(acts.TakeOutOfService(ClosedFor(reason)), ends=True)

    @Slot()
    def putBackInService(self) -> None:
        self._act(acts.PutBackInService(), ends=True)

    @Slot()
    def restart(self) -> None:
        self._act(acts.Restart())

    @Slot()
    def leave(self) -> None:
        self._act(acts.Leave())

    def _act(self, act: Act, *, ends: bool = False) -> None:
        """`ends`: when it is done, whoever waits for it is at the screen."""
        if self._ways is None or self._person is None:
            return
        if not may(self._person.role, act):
            self._ways.record(self._person.who, name_of(type(act)), False)
            self._note("not_allowed")
        elif not self._ways.perform(act, self._person.who):
            self._note("nothing_done")
        elif ends:
            self.back()
        else:
            self._notice = ""
            self.changed.emit()

    def _answered(self, outcome: Person | Refused) -> None:
        if self._ways is None or self._page != "sign_in":
            return
        if isinstance(outcome, Person):
            self._person = outcome
            self._ways.record(outcome.who, "sign-in", True)
            self.open("menu")
        elif outcome.wait_s > 0:
            self._notice = words("wait", self._language).format(seconds=ceil(outcome.wait_s))
            self.changed.emit()
        else:
            self._note("wrong")

    def _note(self, key: str) -> None:
        self._notice = words(key, self._language)
        self.changed.emit()

    def _line(self, finding: Finding) -> str:
        subject = words(finding.subject.value, self._language)
        state = words("good" if finding.good else "bad", self._language)
        mark = "○" if finding.good else "▲"
        return f"{mark} {subject}: {state} {finding.value}".rstrip()
