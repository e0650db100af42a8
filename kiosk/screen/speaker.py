"""Speaks at the screen: each new screen once, again when asked, and never beyond its screen."""

from PySide6.QtCore import QObject, QTimer, Slot

from kiosk.screen.bridge import Bridge
from kiosk.screen.shown import Shown
from kiosk.screen.voice import (
    TONES,
    Tone,
    VoicePlayer,
    entered,
    erased,
    named,
    spoken,
    too_few,
)

FORGOTTEN_CARD_EVERY_MS = 8_000


class Speaker(QObject):
    """Listens to the bridge; the player is told what to say and when to be silent."""

    def __init__(self, bridge: Bridge, player: VoicePlayer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._player = player
        self._digits = 0
        self._said = ""
        self._last_volume = self._volume
        self._forgotten = QTimer(self)
        self._forgotten.setInterval(FORGOTTEN_CARD_EVERY_MS)
        self._forgotten.timeout.connect(self._remind_of_card)
        bridge.sceneChanged.connect(self._on_scene)
        bridge.shownChanged.connect(self._on_words)
        bridge.preferences.languageChanged.connect(self._on_words)
        bridge.keypad.changed.connect(self._on_digits)
        bridge.keypad.erased.connect(self._on_erased)
        bridge.repeatWanted.connect(self.repeat)
        bridge.focusMoved.connect(self._on_focus)
        bridge.touched.connect(self._on_touch)
        bridge.preferences.changed.connect(self._on_preferences)

    @Slot()
    def repeat(self) -> None:
        """Say the screen again."""
        self._say(self._bridge.shown_now)

    def close(self) -> None:
        """The session or the kiosk ends: silence."""
        self._forgotten.stop()
        self._player.stop()

    @property
    def _volume(self) -> int:
        return int(self._bridge.preferences.property("volume"))

    @Slot()
    def _on_scene(self) -> None:
        self._player.stop()
        shown = self._bridge.shown_now
        tone = TONES.get(shown.name)
        if tone is not None and self._volume:
            self._player.play(tone, self._volume)
        self._said = ""
        self._on_words(is_new=True)

    @Slot()
    def _on_words(self, *, is_new: bool = False) -> None:
        # Guidance changes while a face is sought: said when the words are new, not at each frame.
        shown = self._bridge.shown_now
        self._mind_the_card(shown)
        if _news(shown) != self._said:
            self._say(shown, is_new=is_new or shown.name != "Face")

    def _mind_the_card(self, shown: Shown) -> None:
        """Call after it from the moment at which it may be taken, or was left."""
        if shown.name != "Completed" and not shown.card_left:
            self._forgotten.stop()
        elif not self._forgotten.isActive():
            self._forgotten.start()

    @Slot()
    def _on_digits(self) -> None:
        keypad, language = self._bridge.keypad, self._bridge.preferences.code
        count = int(keypad.property("count"))
        if self._volume:
            if count > self._digits:
                self._player.say(entered(language), self._volume)
            elif keypad.property("tooFew"):
                self._player.say(too_few(self._bridge.shown_now, language), self._volume)
        self._digits = count

    @Slot(bool)
    def _on_erased(self, whole: bool) -> None:
        if self._volume:
            language = self._bridge.preferences.code
            self._player.say(erased(language, whole=whole), self._volume)

    @Slot(str, str)
    def _on_focus(self, control: str, words: str) -> None:
        name = named(control, words, self._bridge.preferences.code)
        if name is not None and self._volume:
            self._player.say(name, self._volume)

    @Slot()
    def _on_touch(self) -> None:
        # Who comes to a kiosk that has been silent for an hour is told where the card goes.
        if self._bridge.shown_now.name == "Attract" and not self._player.is_playing:
            self.repeat()

    @Slot()
    def _on_preferences(self) -> None:
        before, self._last_volume = self._last_volume, self._volume
        if not self._volume:
            self._player.stop()
        elif self._volume != before and self._bridge.preferences.property("panel"):
            self.repeat()  # Whoever sets the volume hears what it does.

    @Slot()
    def _remind_of_card(self) -> None:
        if self._volume:
            self._player.play(Tone.CARD_FORGOTTEN, self._volume)

    def _say(self, shown: Shown, *, is_new: bool = True) -> None:
        self._said = _news(shown)
        if self._volume:
            language, layout = self._bridge.preferences.code, self._bridge.layout
            self._player.say(spoken(shown, language, layout, is_new=is_new), self._volume)


def _news(shown: Shown) -> str:
    """What is said anew when it changes.

    Whether camera and service work changes while nobody is there: the waiting room is not told.
    """
    return shown.title if shown.name == "Attract" else shown.title + shown.notice
