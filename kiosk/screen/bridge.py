"""The one object between the session and the QML scene: typed properties out, intents back.

The QML scene is a stranger to the session: it sees strings, numbers and flags, never the digits
of a PIN, and it can do nothing but call the slots below.
"""

# Names are spelt as QML spells them.
# ruff: noqa: N802, N815

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from common.decisions import Decision
from common.secret import Secret
from consent.port import Answer, ConsentTexts, Text
from kiosk.screen.cpp_types import STRING_LIST
from kiosk.screen.keypad import NUMBER_B, PIN, STAFF_PASSWORD, Keypad, Part
from kiosk.screen.preferences import Preferences
from kiosk.screen.shown import Shown, idle_warning, shown
from kiosk.screen.staff_desk import StaffDesk
from kiosk.screen.translations import Languages
from kiosk.screen.voice import CameraPlace, Form, Layout
from kiosk.screen.what_next import WhatNext, with_what_next
from kiosk.session import delays
from kiosk.session.intents import (
    Answered,
    BackChosen,
    FaceChosen,
    FinishChosen,
    Intent,
    LastTryConfirmed,
    MessageRead,
    NumberBEntered,
    PhoneChosen,
    PinChosen,
    PinEntered,
    StaffChosen,
    StaffPasswordEntered,
    StillHere,
)
from kiosk.session.screens import (
    Attract,
    CardMay,
    NumberB,
    OutOfService,
    Pin,
    Preparing,
    Question,
    Reading,
    ScreenModel,
    StaffCheck,
    StaffHere,
)

QML_IMPORT_NAME = "Uketsuke.Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

# A trembling finger taps twice within about a quarter of a second. The second tap must not
# answer a question that the patient has not read yet.
TAP_GUARD_MS = 300


@dataclass(frozen=True)
class Facility:
    """What a facility sets for its own screen."""

    low: bool = False  # Every control in the lower half from the start.
    shuffled_keys: bool = False  # The PIN pad's digits in another order each time.
    camera: CameraPlace = CameraPlace.ABOVE
    what_next: WhatNext = field(default_factory=WhatNext)
    staff_key: str = ""  # Lets staff in, as the four corners do.
    limit_meaning: Callable[[str, str], str] | None = None
    """Language and 適用区分 to one sentence with the patient's amounts."""


@QmlElement
class Bridge(QObject):
    """What is on the screen now, and what the person at the screen wants."""

    screenChanged = Signal()
    shownChanged = Signal()
    repeatWanted = Signal()
    focusMoved = Signal(str, str)
    sceneChanged = Signal()
    touched = Signal()

    def __init__(
        self,
        texts: ConsentTexts,
        intents: Callable[[Intent], None],
        languages: Languages,
        clock_ms: Callable[[], float] = lambda: time.monotonic() * 1000,
        facility: Facility | None = None,
    ) -> None:
        """`intents` is called on the GUI thread; of `clock_ms` only differences matter."""
        super().__init__()
        self._texts = texts
        self._intents = intents
        self._languages = languages
        self._clock_ms = clock_ms
        self._facility = facility or Facility()
        self.preferences = Preferences(languages, low=self._facility.low, parent=self)
        self.keypad = Keypad(
            accepts=self.accepts_taps,
            entered=self._enter,
            shuffled=self._facility.shuffled_keys,
            parent=self,
        )
        self.staff = StaffDesk(
            self.preferences, key=self._facility.staff_key, clock_ms=clock_ms, parent=self
        )
        self.touched.connect(self.staff.touched)
        self._model = ScreenModel(Reading(), step=0, card_may=CardMay.BE_PLACED)
        self._session_id: str | None = None
        self._question: Text | None = None
        self._shown = Shown(name="", title="")
        self._note = ""
        self._staff_called = False
        self._form, self._is_low = Form.BELOW, False
        self._guarded_since_ms = clock_ms()
        self._left_alone = QTimer(self)
        self._left_alone.setObjectName("leftAlone")
        self._left_alone.setSingleShot(True)
        self._left_alone.setInterval(delays.FORGET_PREFERENCES_MS)
        self._left_alone.timeout.connect(self.preferences.forget)
        self.preferences.languageChanged.connect(self._on_language)
        self.keypad.partChanged.connect(self._on_part)

    def show(self, model: ScreenModel) -> None:
        """Put `model` on the screen."""
        before, self._model = self._model, model
        name_before = self._shown.name
        is_new = not self._shown.name or _scene(before) != _scene(model)
        if is_new:
            self.keypad.begin(_parts(model))
            self._staff_called = False
            self._guarded_since_ms = self._clock_ms()
            self.preferences.close()
        self._forget_who_has_gone(model, is_new=is_new)
        self.staff.is_here(here=isinstance(model.screen, StaffHere))
        self._put_into_words()
        if self._shown.name != name_before:
            self.screenChanged.emit()
        if is_new:
            self.sceneChanged.emit()
        self.shownChanged.emit()

    def _forget_who_has_gone(self, model: ScreenModel, *, is_new: bool) -> None:
        """What one patient prefers is nothing to the next, however the next one comes.

        A session without a screen between it and the one before is another patient's; what was
        chosen before the card came is kept.
        """
        nobody = isinstance(model.screen, Attract | Preparing | OutOfService)
        before, after = self._session_id, model.session_id
        self._session_id = None if nobody else after or before
        if after is not None:
            self._left_alone.stop()
        has_gone = before is not None and self._session_id != before
        if has_gone or (is_new and isinstance(model.screen, Attract)):
            self.preferences.forget()

    @property
    def shown_now(self) -> Shown:
        """What is on the screen, in words."""
        if self._model.idle_warning_ms:
            return idle_warning()
        return self._shown

    @property
    def layout(self) -> Layout:
        """Where the controls lie, for whoever is told."""
        facility = self._facility
        return Layout(self._form, self._is_low, facility.shuffled_keys, facility.camera)

    @Slot(str, bool)
    def setForm(self, form: str, low: bool) -> None:
        """Told by the scene: `Theme.form`, and whether everything lies in the lower half."""
        self._form, self._is_low = Form(form), low

    def set_language(self, code: str) -> bool:
        """For staff who help; False: there is no such language."""
        self.preferences.setLanguage(code)
        return self.preferences.code == code

    def set_text_size(self, size: int) -> None:
        self.preferences.setTextSize(size)

    def set_volume(self, volume: int) -> None:
        self.preferences.set_usual_volume(volume)

    def set_brightness(self, percent: int) -> None:
        self.preferences.set_brightness(percent)

    def accepts_taps(self) -> bool:
        """False for a moment after a screen change or a decision, while taps are dropped."""
        return self._clock_ms() - self._guarded_since_ms >= TAP_GUARD_MS

    # What is shown

    @Property(str, notify=screenChanged)
    def screen(self) -> str:
        return self._shown.name

    @Property(int, notify=shownChanged)
    def step(self) -> int:
        return self._model.step

    @Property(str, notify=shownChanged)
    def cardMay(self) -> str:
        return self._model.card_may.value

    @Property(bool, notify=shownChanged)
    def isPhone(self) -> bool:
        """What lies in the reader is a phone."""
        return self._model.is_phone

    @Property(str, notify=shownChanged)
    def title(self) -> str:
        return self._shown.title

    @Property(str, notify=shownChanged)
    def body(self) -> str:
        return "\n".join(part for part in (self._shown.body, self._note) if part)

    @Property(str, notify=shownChanged)
    def remedy(self) -> str:
        return self._shown.remedy

    @Property(str, notify=shownChanged)
    def code(self) -> str:
        return self._shown.code

    @Property(bool, notify=shownChanged)
    def phoneShown(self) -> bool:
        return self._shown.phone_shown

    @Property(str, notify=shownChanged)
    def notice(self) -> str:
        return self._shown.notice

    @Property(bool, notify=shownChanged)
    def faceOffered(self) -> bool:
        return self._shown.face_offered

    @Property(str, notify=shownChanged)
    def faceNote(self) -> str:
        return self._shown.face_note

    @Property(str, notify=shownChanged)
    def hindrance(self) -> str:
        return self._shown.hindrance

    @Property(bool, notify=shownChanged)
    def pinOffered(self) -> bool:
        return self._shown.pin_offered

    @Property(str, notify=shownChanged)
    def pinNote(self) -> str:
        return self._shown.pin_note

    @Property(bool, notify=shownChanged)
    def phoneOffered(self) -> bool:
        return self._shown.phone_offered

    @Property(float, notify=shownChanged)
    def progress(self) -> float:
        return self._shown.progress

    @Property(bool, notify=shownChanged)
    def lastTryPending(self) -> bool:
        return self._shown.last_try_pending

    @Property(str, notify=shownChanged)
    def agreeText(self) -> str:
        return self._shown.agree

    @Property(str, notify=shownChanged)
    def declineText(self) -> str:
        return self._shown.decline

    @Property(str, notify=shownChanged)
    def topic(self) -> str:
        """What a question is about, a value of `consent.port.Item`; empty elsewhere."""
        screen = self._model.screen
        return screen.item.value if isinstance(screen, Question) else ""

    @Property(str, notify=shownChanged)
    def numberPart(self) -> str:
        """Which number on the card is typed, a value of `NumberBPart`; empty elsewhere."""
        return (
            tuple(NUMBER_B)[self.keypad.part].value
            if isinstance(self._model.screen, NumberB)
            else ""
        )

    @Property(bool, notify=shownChanged)
    def staffCalled(self) -> bool:
        """Where the session has nothing to do about it, the patient is still told where to go."""
        return self._staff_called

    @Property(int, notify=shownChanged)
    def idleWarningMs(self) -> int:
        """How long until the reception is given up; 0 while nobody need be asked."""
        return self._model.idle_warning_ms or 0

    @Property(str, notify=shownChanged)
    def message(self) -> str:
        """From staff, until it is read."""
        return self._model.message

    @Property(bool, notify=shownChanged)
    def cardLeft(self) -> bool:
        return self._shown.card_left

    @Property(STRING_LIST, constant=True)
    def attractLines(self) -> list[str]:
        """What to do first, in every language, for whoever cannot read the one that is shown."""
        return [self._languages.say(code, "attract.title") for code in self._languages.codes]

    # What the person wants

    @Slot()
    def chooseFace(self) -> None:
        self._decide(FaceChosen())

    @Slot()
    def choosePin(self) -> None:
        self._decide(PinChosen())

    @Slot()
    def choosePhone(self) -> None:
        self._decide(PhoneChosen())

    @Slot()
    def callStaff(self) -> None:
        self._staff_called = True
        self.shownChanged.emit()
        self._decide(StaffChosen())

    @Slot()
    def back(self) -> None:
        if not self.keypad.go_back():
            self._decide(BackChosen())

    @Slot()
    def stillHere(self) -> None:
        """Somebody has touched the screen or a key."""
        if self._model.idle_warning_ms:
            self._guarded_since_ms = self._clock_ms()
        if self._session_id is None:
            self._left_alone.start()
        self._intents(StillHere())
        self.touched.emit()

    @Slot()
    def finish(self) -> None:
        self._decide(FinishChosen())

    @Slot()
    def readMessage(self) -> None:
        self._decide(MessageRead())

    @Slot()
    def confirmLastTry(self) -> None:
        self._decide(LastTryConfirmed())

    @Slot(bool)
    def answer(self, agreed: bool) -> None:
        screen, text = self._model.screen, self._question
        if not isinstance(screen, Question) or text is None:
            return
        decision = Decision.AGREED if agreed else Decision.DECLINED
        now = datetime.now(UTC)
        answer = Answer(
            screen.item,
            decision,
            text.text_id,
            text.version,
            text.language,
            now,
            screen.part,
        )
        self._decide(Answered(answer))

    @Slot()
    def repeatVoice(self) -> None:
        self.repeatWanted.emit()

    @Slot(str, str)
    def tellFocus(self, control: str, words: str) -> None:
        """A key has moved the focus to `control`, on which `words` are written."""
        self.focusMoved.emit(control, words)

    def _decide(self, intent: Intent) -> None:
        if self.accepts_taps():
            self._guarded_since_ms = self._clock_ms()
            self._intents(intent)

    def _enter(self, secret: Secret) -> None:
        """The keypad has a whole number; the session wipes it."""
        match self._model.screen:
            case Pin():
                self._decide(PinEntered(secret))
            case NumberB():
                self._decide(NumberBEntered(secret))
            case StaffCheck():
                self._decide(StaffPasswordEntered(secret))
            case StaffHere():
                self.staff.typed(secret)
            case _:
                secret.wipe()

    @Slot()
    def _on_part(self) -> None:
        self._guarded_since_ms = self._clock_ms()
        self._put_into_words()
        self.shownChanged.emit()

    @Slot()
    def _on_language(self) -> None:
        self._put_into_words()
        self.shownChanged.emit()

    def _put_into_words(self) -> None:
        screen = self._model.screen
        if isinstance(screen, NumberB) and self.keypad.part:
            # A wrong number is said where it is typed anew, not at each of its parts.
            screen = NumberB(was_wrong=False, part=tuple(NUMBER_B)[self.keypad.part])
        self._question = (
            self._texts.text(screen.item, self.preferences.code)
            if isinstance(screen, Question)
            else None
        )
        self._note = self._note_on(screen) if isinstance(screen, Question) else ""
        words = shown(screen, self._question, is_phone=self._model.is_phone)
        self._shown = with_what_next(words, screen, self._facility.what_next)

    def _note_on(self, question: Question) -> str:
        """For the eyes of the patient: the voice, which others hear, does not tell it."""
        if question.prescription is not None:
            issued = question.prescription
            place = f"{question.number}/{question.of}  " if question.of > 1 else ""
            return f"{place}{issued.issued_on:%Y/%m/%d}  {issued.issuer}"
        meaning, category = self._facility.limit_meaning, question.limit_category
        if meaning is None or category is None:
            return ""
        return meaning(self.preferences.code, category)


def _scene(model: ScreenModel) -> tuple[type, str, bool]:
    """What tells one screen from the next for the patient: its kind, question and warning."""
    screen = model.screen
    question = f"{screen.item}:{screen.part}" if isinstance(screen, Question) else ""
    return type(screen), question, isinstance(screen, Pin) and screen.confirm_last_try


def _parts(model: ScreenModel) -> tuple[Part, ...]:
    """What is typed on a screen."""
    match model.screen:
        case Pin():
            return PIN
        case NumberB():
            return tuple(NUMBER_B.values())
        case StaffCheck() | StaffHere():
            return STAFF_PASSWORD
        case _:
            return ()
