"""Spoken guidance: what each screen says aloud, and the port that says it.

The words are those on the screen, and where to find camera, keys and card, for whoever cannot see
them. A PIN is never spoken: a digit is answered by "entered", the same for each. Others in the
room hear it too: amounts, and what was found about somebody's insurance, are for the eyes alone.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from typing import Protocol

from PySide6.QtCore import qtTrId

from kiosk.screen.preferences import COLOURS, TEXT_SIZES, VOLUMES
from kiosk.screen.shown import Shown


class Tone(Enum):
    """Short sounds that need no language."""

    CARD_SEEN = "card_seen"
    SUCCESS = "success"
    ERROR = "error"
    CARD_FORGOTTEN = "card_forgotten"


@dataclass(frozen=True)
class Phrase:
    """What is recorded in one piece, and said on many a screen."""

    language: str
    words: str

    @property
    def file_name(self) -> str:
        """Where its recording lies: made from the words, so that changed words are spoken anew."""
        return sha256(f"{self.language}|{self.words}".encode()).hexdigest()[:24] + ".opus"


@dataclass(frozen=True)
class Utterance:
    """What is said at one time; `language` as in `translations.LANGUAGES`."""

    language: str
    parts: tuple[str, ...]

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        return tuple(Phrase(self.language, part) for part in self.parts)

    @property
    def words(self) -> str:
        return " ".join(self.parts)


class VoicePlayer(Protocol):
    """Plays one thing at a time; never blocks, and a missing sound device is no fault."""

    def say(self, utterance: Utterance, volume: int) -> None:
        """Begin to speak, instead of whatever is spoken; `volume` 1 quiet … 3 loud."""
        ...

    def play(self, tone: Tone, volume: int) -> None: ...

    def stop(self) -> None:
        """Silence, at once."""
        ...

    @property
    def is_playing(self) -> bool: ...


TONES = {
    "Reading": Tone.CARD_SEEN,
    "Completed": Tone.SUCCESS,
    "Stopped": Tone.ERROR,
}
"""Played before the words of a screen."""

FURIGANA = re.compile(r"（[ぁ-ゖァ-ヶー]+）")


class Form(Enum):
    """Where the controls of a screen lie; the QML `Theme.form`."""

    BELOW = "below"  # Below the words, on an upright panel
    BESIDE = "beside"  # Beside the words, on a wide one
    ROWS = "rows"  # Below one line of words on a flat one, the digits in two rows


class CameraPlace(Enum):
    """Where the camera that looks at the patient is, as seen from there."""

    ABOVE = "above"  # Of the screen
    BELOW = "below"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True)
class Layout:
    """What is true of every screen of this kiosk now."""

    form: Form = Form.BELOW
    low: bool = False  # Every control in the lower half
    shuffled_keys: bool = False
    camera: CameraPlace = CameraPlace.ABOVE


def every_layout() -> list[Layout]:
    """All that a screen can be told of, not all that can be together."""
    flags = (False, True)
    layouts = [Layout(form, low, shuffled) for form in Form for low in flags for shuffled in flags]
    return [*layouts, *(Layout(camera=place) for place in CameraPlace)]


def spoken(shown: Shown, language: str, layout: Layout, *, is_new: bool = True) -> Utterance:
    """Everything that a screen says: what went wrong, its words, and where to reach.

    Where to reach is said once, when the screen is new: the camera stays where it is while the
    instructions before it change.
    """
    notice = qtTrId("help.ask") if shown.notice_is_private else shown.notice
    parts = [shown.badge, shown.title, shown.body, shown.remedy]
    if shown.title_is_private:
        parts = [qtTrId("voice.private_question") if shown.agree else shown.remedy]
    parts.insert(0 if shown.name in PADS else len(parts), notice)
    if shown.face_note:
        parts += [qtTrId("button.face"), shown.face_note]
    if shown.pin_note:
        parts += [qtTrId("button.pin"), shown.pin_note]
    if shown.agree:
        parts += [shown.agree, shown.decline]
    if shown.phone_shown:
        parts += [qtTrId("free_dial.name"), qtTrId("free_dial.number")]
    if is_new:
        parts += (qtTrId(text_id) for text_id in _where_to_reach(shown, layout))
    return _utterance(language, *parts)


PADS = frozenset({"Pin", "NumberB", "StaffCheck"})
"""Here the words that stay come after what is new: that something was typed wrongly."""


def _where_to_reach(shown: Shown, layout: Layout) -> list[str]:
    """The ids of the texts that tell it."""
    low = ["voice.low"] if layout.low else []
    match shown.name:
        case "Attract":
            return ["voice.where_card"]
        case "PlacePhone":
            return [*(low or ["voice.keys"]), "voice.keypad"]
        case "Face":
            return [f"voice.where_camera.{layout.camera.value}"]
        case "Pin" | "NumberB" if not shown.last_try_pending:
            order = "shuffled" if layout.shuffled_keys else layout.form.value
            return [*low, f"voice.pad.{order}", "voice.pad.enter"]
        case "ChooseMethod" if shown.face_offered and shown.pin_offered:
            ways = "upright" if layout.form is Form.BELOW else "beside"
            return [*low, f"voice.ways.{ways}", "voice.keypad"]
        case "Question":
            return ["voice.answers", "voice.keypad"]
        case "Pin" | "ChooseMethod" | "Stopped":
            return [*(low or ["voice.keys"]), "voice.keypad"]
        case _:
            return []


def entered(language: str) -> Utterance:
    """After a digit: that one was taken, never which."""
    return _utterance(language, qtTrId("voice.entered"))


def erased(language: str, *, whole: bool) -> Utterance:
    """After a correction: that one digit went, or all."""
    return _utterance(language, qtTrId("voice.erased_all" if whole else "voice.erased"))


def next_step(words: str, language: str) -> Utterance:
    """The facility's own words at the end."""
    return _utterance(language, words)


def too_few(shown: Shown, language: str) -> Utterance:
    """After the confirm key on a pad that is not full; `shown` is one of `PADS`."""
    return _utterance(language, qtTrId(TOO_FEW[shown.name]))


TOO_FEW = {
    "Pin": "pin.too_few",
    "NumberB": "number_b.too_few",
    "StaffCheck": "staff_check.too_few",
}


def named(control: str, words: str, language: str) -> Utterance | None:
    """The control on which the focus is; None for a digit, which would tell the PIN, and for what
    staff alone see."""
    if re.fullmatch(r"digit\d|staff[A-Z]\w*", control):
        return None
    own = control.removeprefix("language_") if control.startswith("language_") else language
    group = GROUPS.get(control.partition("_")[0])
    return _utterance(own, *([qtTrId(group)] if group else []), words)


GROUPS = {
    "textSize": "settings.text",
    "colours": "settings.colours",
    "volume": "settings.volume",
}
"""What a choice in the settings is about: "large" alone is a size of type, or of sound."""


def control_names(codes: tuple[str, ...], language: str, answers: Iterable[str]) -> set[Utterance]:
    """All that `named` can say in `language`, which is installed; `answers` of all questions."""
    texts = [*(qtTrId(text_id) for text_id in (*CONTROLS, *GROUPS.values())), *answers]
    texts.append(f"{qtTrId(f'language.{language}')}, Language")
    names = {_utterance(language, text) for text in texts}
    return names | {_utterance(c, qtTrId(f"language.{c}")) for c in codes}


CONTROLS = (
    "button.face",
    "button.pin",
    "button.phone",
    "button.use_face",
    "button.use_pin",
    "button.staff",
    "button.back",
    "button.finish",
    "button.erase",
    "button.erase_all",
    "button.enter",
    "button.last_try",
    "button.close",
    "button.still_here",
    "help.ask",
    "settings.open",
    *(f"settings.text.{size}" for size in range(TEXT_SIZES)),
    *(f"settings.colours.{colours}" for colours in COLOURS),
    *(f"settings.volume.{volume}" for volume in range(VOLUMES)),
    "settings.repeat",
    "settings.calm",
    "settings.low",
)
"""What is written on the controls, but for languages and answers."""


def _utterance(language: str, *parts: str) -> Utterance:
    """Whole sentences, without line breaks and without readings said twice."""
    between = "" if language in UNSPACED else " "
    plain = (FURIGANA.sub("", part).replace("\n", between).strip() for part in parts)
    return Utterance(language, tuple(_ended(part) for part in plain if part))


UNSPACED = frozenset({"ja", "zh-Hans", "zh-Hant"})
"""A voice would stop at a space within a sentence."""


def _ended(part: str) -> str:
    """With a full stop, at which a voice makes a pause."""
    if part[-1] in "。．.!?！？":
        return part
    return part + ("。" if _is_asian(part) else ".")


def _is_asian(text: str) -> bool:
    return any("\u3040" <= character <= "\u9fff" for character in text)
