"""The one object between the session and the QML scene: typed properties out, intents back.

The QML scene is a stranger to the session: it sees strings, numbers and flags, never the digits
of a PIN, and it can do nothing but call the slots below.
"""

# Names are spelt as QML spells them.
# ruff: noqa: N802, N815

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from common.decisions import Decision
from common.secret import Secret
from consent.port import Answer, ConsentTexts, Item, Text
from kiosk.screen.shown import NUMBER_B_DIGITS, Shown, idle_warning, shown
from kiosk.screen.translations import Languages
from kiosk.screen.wishes import Wishes
from kiosk.session.intents import (
    Answered,
    BackChosen,
    FaceChosen,
    FinishChosen,
    Intent,
    LastTryConfirmed,
    NumberBEntered,
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
    NumberBPart,
    Pin,
    Question,
    Reading,
    ScreenModel,
    StaffCheck,
)

QML_IMPORT_NAME = "Uketsuke.Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

# A trembling finger taps twice within about a quarter of a second. The second tap must not
# answer a question that the patient has not read yet.
TAP_GUARD_MS = 300

STAFF_PASSWORD_MIN_DIGITS = 4
STAFF_PASSWORD_MAX_DIGITS = 12

NUMBER_B_PARTS = tuple(NUMBER_B_DIGITS)

DIGITS = "0123456789"


@dataclass(frozen=True)
class Facility:
    """What a facility sets for its own glass."""

    low: bool = False  # Every control in the lower half from the start.
    shuffled_keys: bool = False  # The PIN pad's digits in another order each time.
    what_next: str = ""  # The facility's own words after completion; empty: the usual ones.
    limit_meaning: Callable[[str, str], str] | None = None
    """Language and 適用区分 to one sentence with the patient's amounts."""


@QmlElement
class Bridge(QObject):
    """What is on the glass now, and what the person at the glass wants."""

    screenChanged = Signal()
    shownChanged = Signal()
    digitsChanged = Signal()
    languageChanged = Signal()
    keysChanged = Signal()
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
        self.wishes = Wishes(low=self._facility.low)
        self._keys = DIGITS
        self._language = languages.codes[0]
        languages.install(self._language)
        self._model = ScreenModel(Reading(), step=0, card_may=CardMay.BE_PLACED)
        self._question: Text | None = None
        self._shown = Shown(name="", title="")
        self._amounts = ""
        # One buffer of fixed size: a growing one would leave copies of digits behind.
        self._pad = bytearray(STAFF_PASSWORD_MAX_DIGITS)
        self._number_b = bytearray(sum(NUMBER_B_DIGITS.values()))
        self._number_b_part = 0
        self._digit_count = 0
        self._too_few_digits = False
        self._staff_called = False
        self._guarded_since_ms = clock_ms()

    def show(self, model: ScreenModel) -> None:
        """Put `model` on the glass."""
        before, self._model = self._model, model
        is_new = not self._shown.name or _scene(before) != _scene(model)
        if is_new:
            self._begin_number_b()
            self._staff_called = False
            self._guarded_since_ms = self._clock_ms()
            self.wishes.close()
            self._arrange_keys()
            if isinstance(model.screen, Attract):
                self._install(self._languages.codes[0])
                self.wishes.forget()
        name_before = self._shown.name
        self._put_into_words()
        if self._shown.name != name_before:
            self.screenChanged.emit()
        if is_new:
            self.sceneChanged.emit()
        self.shownChanged.emit()

    @property
    def shown_now(self) -> Shown:
        """What is on the glass, in words."""
        return idle_warning() if self._model.idle_warning_ms else self._shown

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

    @Property(str, notify=shownChanged)
    def title(self) -> str:
        return self._shown.title

    @Property(str, notify=shownChanged)
    def body(self) -> str:
        return "\n".join(part for part in (self._shown.body, self._amounts) if part)

    @Property(str, notify=shownChanged)
    def remedy(self) -> str:
        return self._shown.remedy

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

    @Property(bool, notify=shownChanged)
    def pinOffered(self) -> bool:
        return self._shown.pin_offered

    @Property(str, notify=shownChanged)
    def pinNote(self) -> str:
        return self._shown.pin_note

    @Property(str, constant=True)
    def whatNext(self) -> str:
        """The facility's own words after completion, or empty."""
        return self._facility.what_next

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

    @Property(bool, notify=shownChanged)
    def staffCalled(self) -> bool:
        """Where the session has nothing to do about it, the patient is still told where to go."""
        return self._staff_called

    @Property(int, notify=shownChanged)
    def idleWarningMs(self) -> int:
        """How long until the reception is given up; 0 while nobody need be asked."""
        return self._model.idle_warning_ms or 0

    @Property(bool, notify=shownChanged)
    def cardLeft(self) -> bool:
        return self._shown.card_left

    @Property(int, notify=shownChanged)
    def padDigits(self) -> int:
        return self._shown.digits

    @Property(int, notify=digitsChanged)
    def digitCount(self) -> int:
        return self._digit_count

    @Property(str, notify=digitsChanged)
    def readableDigits(self) -> str:
        """What is typed, where it may be read: a date that stands on the card beside it."""
        if self._number_b_part_now() in (NumberBPart.BIRTH_DATE, NumberBPart.EXPIRY_YEAR):
            return self._pad[: self._digit_count].decode("ascii")
        return ""

    @Property(bool, notify=digitsChanged)
    def tooFewDigits(self) -> bool:
        return self._too_few_digits

    @Property(str, notify=languageChanged)
    def language(self) -> str:
        return self._language

    @Property("QStringList", constant=True)  # type: ignore[arg-type]  # A C++ type by name.
    def languages(self) -> list[str]:
        return list(self._languages.codes)

    @Property("QStringList", notify=keysChanged)  # type: ignore[arg-type]
    def keys(self) -> list[str]:
        """The digit that lies where 0, 1, … 9 usually are."""
        return list(self._keys)

    @Property("QStringList", constant=True)  # type: ignore[arg-type]
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
    def callStaff(self) -> None:
        self._staff_called = True
        self.shownChanged.emit()
        self._decide(StaffChosen())

    @Slot()
    def back(self) -> None:
        if self._number_b_part:
            self._go_to_number_b_part(self._number_b_part - 1)
        else:
            self._decide(BackChosen())

    @Slot()
    def stillHere(self) -> None:
        """Somebody has touched the glass or a key."""
        if self._model.idle_warning_ms:
            self._guarded_since_ms = self._clock_ms()
        self._intents(StillHere())
        self.touched.emit()

    @Slot()
    def finish(self) -> None:
        self._decide(FinishChosen())

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
        answer = Answer(screen.item, decision, text.text_id, text.version, text.language, now)
        self._decide(Answered(answer))

    @Slot(int)
    def pinDigit(self, digit: int) -> None:
        if self._pad_accepts() and self._digit_count < self._most_digits():
            self._pad[self._digit_count] = ord("0") + digit
            self._set_digits(self._digit_count + 1)

    @Slot()
    def pinErase(self) -> None:
        if self._pad_accepts() and self._digit_count:
            self._pad[self._digit_count - 1] = 0
            self._set_digits(self._digit_count - 1)

    @Slot()
    def pinEnter(self) -> None:
        if not self._pad_accepts():
            return
        if self._digit_count < self._fewest_digits():
            self._set_digits(self._digit_count, too_few=True)
        elif isinstance(self._model.screen, NumberB):
            self._enter_number_b_part()
        else:
            secret = Secret(self._pad[: self._digit_count])  # The session wipes this copy.
            self._wipe_digits()
            is_staff = isinstance(self._model.screen, StaffCheck)
            self._decide(StaffPasswordEntered(secret) if is_staff else PinEntered(secret))

    @Slot()
    def pinEraseAll(self) -> None:
        if self._pad_accepts():
            self._wipe_digits()

    @Slot()
    def repeatVoice(self) -> None:
        self.repeatWanted.emit()

    @Slot(str, str)
    def tellFocus(self, control: str, words: str) -> None:
        """A key has moved the focus to `control`, on which `words` are written."""
        self.focusMoved.emit(control, words)

    @Slot(str)
    def setLanguage(self, code: str) -> None:
        if code in self._languages.codes and code != self._language:
            self._install(code)
            self._put_into_words()
            self.shownChanged.emit()

    def _decide(self, intent: Intent) -> None:
        if self.accepts_taps():
            self._guarded_since_ms = self._clock_ms()
            self._intents(intent)

    def _pad_accepts(self) -> bool:
        # Digits come quickly one after the other: only a screen change guards the pad.
        return self.accepts_taps() and isinstance(self._model.screen, Pin | NumberB | StaffCheck)

    def _most_digits(self) -> int:
        is_staff = isinstance(self._model.screen, StaffCheck)
        return STAFF_PASSWORD_MAX_DIGITS if is_staff else self._shown.digits

    def _fewest_digits(self) -> int:
        is_staff = isinstance(self._model.screen, StaffCheck)
        return STAFF_PASSWORD_MIN_DIGITS if is_staff else self._shown.digits

    def _number_b_part_now(self) -> NumberBPart | None:
        is_typed = isinstance(self._model.screen, NumberB)
        return NUMBER_B_PARTS[self._number_b_part] if is_typed else None

    def _enter_number_b_part(self) -> None:
        start = sum(NUMBER_B_DIGITS[part] for part in NUMBER_B_PARTS[: self._number_b_part])
        self._number_b[start : start + self._digit_count] = self._pad[: self._digit_count]
        if self._number_b_part + 1 < len(NUMBER_B_PARTS):
            self._go_to_number_b_part(self._number_b_part + 1)
        else:
            secret = Secret(bytearray(self._number_b))  # The session wipes this copy.
            self._begin_number_b()
            self._decide(NumberBEntered(secret))

    def _go_to_number_b_part(self, part: int) -> None:
        self._wipe_digits()
        self._number_b_part = part
        self._guarded_since_ms = self._clock_ms()
        self._put_into_words()
        self.shownChanged.emit()

    def _begin_number_b(self) -> None:
        self._wipe_digits()
        Secret(self._number_b).wipe()
        self._number_b_part = 0

    def _put_into_words(self) -> None:
        screen = self._model.screen
        if isinstance(screen, NumberB) and self._number_b_part:
            # A wrong number is said where it is typed anew, not at each of its parts.
            screen = NumberB(was_wrong=False, part=NUMBER_B_PARTS[self._number_b_part])
        self._question = (
            self._texts.text(screen.item, self._language) if isinstance(screen, Question) else None
        )
        self._amounts = self._amounts_of(screen) if isinstance(screen, Question) else ""
        self._shown = shown(screen, self._question)

    def _amounts_of(self, question: Question) -> str:
        """For the eyes of the patient: the voice, which others hear, does not tell it."""
        meaning, category = self._facility.limit_meaning, question.limit_category
        if meaning is None or category is None:
            return ""
        return meaning(self._language, category)

    def _install(self, code: str) -> None:
        self._language = code
        self._languages.install(code)
        self.languageChanged.emit()

    def _arrange_keys(self) -> None:
        keys = list(DIGITS)
        if self._facility.shuffled_keys:
            random.SystemRandom().shuffle(keys)
        self._keys = "".join(keys)
        self.keysChanged.emit()

    def _wipe_digits(self) -> None:
        Secret(self._pad).wipe()
        self._set_digits(0)

    def _set_digits(self, count: int, *, too_few: bool = False) -> None:
        self._digit_count = count
        self._too_few_digits = too_few
        self.digitsChanged.emit()


def _scene(model: ScreenModel) -> tuple[type, Item | None, bool]:
    """What tells one screen from the next for the patient: its kind, question and warning."""
    screen = model.screen
    item = screen.item if isinstance(screen, Question) else None
    return type(screen), item, isinstance(screen, Pin) and screen.confirm_last_try
