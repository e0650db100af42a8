"""`python -m tests.ui.eyes_closed`: what a patient hears who cannot see, as `docs/eyes-closed.md`.

The real window and the real session; every key that is pressed follows from what was heard.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import Qt, qtTrId
from PySide6.QtTest import QTest

from faceauth.port import Guidance
from kiosk.screen.bridge import Facility
from kiosk.screen.event_loop import EventLoop
from kiosk.screen.speaker import Speaker
from kiosk.screen.what_next import WhatNext
from kiosk.session.screens import Face
from tests.ui.ears import Ears
from tests.ui.kiosk_parts import Glass
from tests.ui.reception import Reception
from tests.visual.opened import open_glass

PAGE = Path("docs/eyes-closed.md")
WHAT_NEXT = {"ja": "2番の窓口の前でお待ちください。", "en": "Please wait in front of counter 2."}
LANGUAGES = {"ja": "日本語", "en": "English"}


@dataclass(frozen=True)
class Panel:
    """One of the layouts whose places differ."""

    name: str
    size: str
    low: bool = False
    shuffled_keys: bool = False


PANELS = (
    Panel("Portrait, 15.6 inches", "portrait"),
    Panel("Landscape, 15.6 inches", "landscape"),
    Panel("7 inches", "seven inches"),
    Panel("Portrait, controls low", "portrait", low=True),
    Panel("Landscape, keys in another order each time", "landscape", shuffled_keys=True),
)


@dataclass
class Walk:
    """One reception with a numeric keypad, written down as it goes."""

    glass: Glass
    ears: Ears
    lines: list[str] = field(default_factory=list)
    written: int = 0  # Of what was heard

    def did(self, what: str) -> None:
        """Write down what was done, and what was heard since."""
        self.lines.append(f"- *{what}*")
        heard = [words for words in self.ears.heard[self.written :] if words != "<silence>"]
        self.written = len(self.ears.heard)
        for words, same in groupby(heard):
            times = len(list(same))
            self.lines.append(f"  - {words}" + (f" ({times} times)" if times > 1 else ""))

    def press(self, name: str, key: Qt.Key) -> None:
        QTest.keyClick(self.glass.window, key, Qt.KeyboardModifier.KeypadModifier)
        self.did(name)

    def type(self, digits: int) -> None:
        """Digits of a PIN are the same to the ear."""
        for digit in range(1, digits + 1):
            QTest.keyClick(
                self.glass.window, Qt.Key(Qt.Key.Key_0 + digit), Qt.KeyboardModifier.KeypadModifier
            )
        self.did("A digit" if digits == 1 else f"{digits} digits")

    def choose(self, words: str) -> None:
        """Go on with plus until it is heard, then press it."""
        for presses in range(1, 30):
            self.press("Plus", Qt.Key.Key_Plus)
            if self.ears.last().startswith(words):
                return
            assert presses < 29, f"{words} was never heard"


def transcript(panel: Panel, language: str) -> list[str]:
    """From the first screen to the seat, with a PIN that is wrong once."""
    facility = Facility(panel.low, panel.shuffled_keys, what_next=WhatNext(WHAT_NEXT[language]))
    with open_glass(panel.size, facility=facility) as glass:
        ears = Ears()
        speaker = Speaker(glass.bridge, ears, glass.bridge)
        walk = Walk(glass, ears)
        reception = Reception(glass)
        glass.bridge.preferences.setLanguage(language)
        glass.settle()
        ears.heard[:-1] = []
        walk.did("Touches the screen" if language == "ja" else "Has chosen English")

        def enter() -> None:
            QTest.keyClick(glass.window, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
            reception.go_on()
            walk.did("Enter")

        reception.place_card()
        glass.bridge.preferences.setLanguage(language)
        walk.did("Lays the card on the tray")
        walk.choose(qtTrId("button.pin"))
        enter()
        walk.type(3)
        walk.press("Backspace", Qt.Key.Key_Backspace)
        enter()
        walk.type(1)
        walk.type(1)
        enter()
        walk.type(4)
        enter()
        for _ in range(3):
            walk.choose(str(glass.shown("agreeText")))
            enter()
        reception.take_card()
        walk.did("Takes the card")
        speaker.close()
        return walk.lines


def before_the_camera(language: str) -> list[str]:
    """Where the camera is, is said once; then what to do, as it changes."""
    with open_glass("portrait") as glass:
        ears = Ears()
        speaker = Speaker(glass.bridge, ears, glass.bridge)
        walk = Walk(glass, ears)
        glass.bridge.preferences.setLanguage(language)
        for guidance in (Guidance.NO_FACE, Guidance.MOVE_LEFT, Guidance.COME_CLOSER, Guidance.NONE):
            glass.show(Face(guidance, 0.0, pin_offered=True, preparing=False))
            glass.bridge.preferences.setLanguage(language)
            walk.did(guidance.value.replace("_", " "))
        speaker.close()
        return walk.lines


def page() -> Iterator[str]:
    yield "# With closed eyes"
    yield ""
    yield "Written by `make pages`; do not edit. What the voice says on each kind of panel to a"
    yield "patient with a numeric keypad. Tones stand in ‹›; digits are never told."
    for language, name in LANGUAGES.items():
        for panel in PANELS:
            yield ""
            yield f"## {name}: {panel.name}"
            yield ""
            yield from transcript(panel, language)
        yield ""
        yield f"## {name}: before the camera"
        yield ""
        yield from before_the_camera(language)


def written() -> str:
    return "\n".join(page()).replace("<", "‹").replace(">", "›") + "\n"


if __name__ == "__main__":
    EventLoop(offscreen=True)
    PAGE.write_text(written(), "utf-8")
