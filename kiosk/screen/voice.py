"""Spoken guidance: what each screen says aloud, and the port that says it.

The words are those on the screen, and where to find camera, keys and card, for whoever cannot see
them. A PIN is never spoken: a digit is answered by "entered", the same for each.
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
        return sha256(f"{self.language}|{self.words}".encode()).hexdigest()[:24] + ".wav"


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


def spoken(shown: Shown, language: str) -> Utterance:
    """Everything that a screen says, in the order of the screen; a hint where to reach ends it."""
    parts = [shown.title, shown.body, shown.remedy, shown.notice]
    if shown.face_note:
        parts += [f"{qtTrId('button.face')}, {shown.face_note}"]
    if shown.pin_note:
        parts += [f"{qtTrId('button.pin')}, {shown.pin_note}"]
    if shown.agree:
        parts += [shown.agree, shown.decline]
    if shown.phone_shown:
        parts += [qtTrId("free_dial.name"), qtTrId("free_dial.number")]
    hint = "voice.where_keys" if shown.last_try_pending else HINTS.get(shown.name)
    if hint is not None:
        parts.append(qtTrId(hint))
    return _utterance(language, *parts)


def entered(language: str) -> Utterance:
    """After a digit: that one was taken, never which."""
    return _utterance(language, qtTrId("voice.entered"))


def named(control: str, words: str, language: str) -> Utterance | None:
    """The control on which the focus is; None for a digit, which would tell the PIN."""
    if re.fullmatch(r"digit\d", control):
        return None
    own = control.removeprefix("language_") if control.startswith("language_") else language
    return _utterance(own, words)


def control_names(codes: tuple[str, ...], language: str, answers: Iterable[str]) -> set[Utterance]:
    """All that `named` can say in `language`, which is installed; `answers` of all questions."""
    texts = [*(qtTrId(text_id) for text_id in CONTROLS), *answers]
    texts.append(f"{qtTrId(f'language.{language}')}, Language")
    names = {_utterance(language, text) for text in texts}
    return names | {_utterance(c, qtTrId(f"language.{c}")) for c in codes}


CONTROLS = (
    "button.face",
    "button.pin",
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

HINTS = {
    "Attract": "voice.where_card",
    "ChooseMethod": "voice.where_keys",
    "Face": "voice.where_camera",
    "Pin": "voice.where_pad",
    "NumberB": "voice.where_pad",
    "Question": "voice.where_keys",
    "Stopped": "voice.where_keys",
}


def _utterance(language: str, *parts: str) -> Utterance:
    """Whole sentences, without line breaks and without readings said twice."""
    plain = (FURIGANA.sub("", part).replace("\n", " ").strip() for part in parts)
    return Utterance(language, tuple(_ended(part) for part in plain if part))


def _ended(part: str) -> str:
    """With a full stop, at which a voice makes a pause."""
    if part[-1] in "。．.!?！？":
        return part
    return part + ("。" if _is_asian(part) else ".")


def _is_asian(text: str) -> bool:
    return any("\u3040" <= character <= "\u9fff" for character in text)
