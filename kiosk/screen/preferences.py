"""One patient's preferences: language, type, colours, motion, sound, height; forgotten after."""

# Names are spelt as QML spells them.
# ruff: noqa: N802, N815

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screen.cpp_types import STRING_LIST
from kiosk.screen.translations import Languages

QML_IMPORT_NAME = "Uketsuke.Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

TEXT_SIZES = 4
MEDIUM_TEXT = 1
COLOURS = ("light", "dark", "contrast")
VOLUMES = 4  # 0 is silent.
NORMAL_VOLUME = 2
PANELS = ("languages", "settings")


@QmlElement
class Preferences(QObject):
    """Set by the patient on any screen; `forget` brings back what the next patient expects."""

    changed = Signal()
    languageChanged = Signal()
    panelChanged = Signal()

    def __init__(
        self, languages: Languages, *, low: bool = False, parent: QObject | None = None
    ) -> None:
        """`low`: every control in the lower half, as this kiosk is configured."""
        super().__init__(parent)
        self._languages = languages
        self._low_by_default = low
        self._usual_volume = NORMAL_VOLUME
        self._brightness = 100
        self._panel = ""
        self._set_all()
        self._language = languages.codes[0]
        languages.install(self._language)

    def _set_all(self) -> None:
        self._text_size = MEDIUM_TEXT
        self._colours = COLOURS[0]
        self._calm = False
        self._volume = self._usual_volume
        self._low = self._low_by_default

    def forget(self) -> None:
        """The patient has gone."""
        self._set_all()
        self.changed.emit()
        self.setLanguage(self._languages.codes[0])
        self.close()

    @property
    def code(self) -> str:
        """The language, for Python."""
        return self._language

    @Property(str, notify=languageChanged)
    def language(self) -> str:
        """One of `languages`."""
        return self._language

    @Property(STRING_LIST, constant=True)
    def languages(self) -> list[str]:
        return list(self._languages.codes)

    @Property(int, notify=changed)
    def textSize(self) -> int:
        """0 small … 3 very large."""
        return self._text_size

    @Property(str, notify=changed)
    def colours(self) -> str:
        """One of `COLOURS`."""
        return self._colours

    @Property(bool, notify=changed)
    def calm(self) -> bool:
        """Nothing moves by itself."""
        return self._calm

    @Property(int, notify=changed)
    def volume(self) -> int:
        """0 silent … 3 loud."""
        return self._volume

    @Property(int, notify=changed)
    def usualVolume(self) -> int:
        """Of this kiosk, which each patient begins with; staff set it, as the brightness."""
        return self._usual_volume

    @Property(int, notify=changed)
    def brightness(self) -> int:
        """Percent."""
        return self._brightness

    def set_usual_volume(self, volume: int) -> None:
        self._usual_volume = self._volume = volume
        self.changed.emit()

    def set_brightness(self, percent: int) -> None:
        self._brightness = percent
        self.changed.emit()

    @Property(bool, notify=changed)
    def low(self) -> bool:
        """Every control in the lower half, for somebody who sits."""
        return self._low

    @Property(str, notify=panelChanged)
    def panel(self) -> str:
        """What lies over the screen: one of `PANELS`, or empty."""
        return self._panel

    @Slot(str)
    def setLanguage(self, code: str) -> None:
        if code in self._languages.codes and code != self._language:
            self._language = code
            self._languages.install(code)
            self.languageChanged.emit()

    @Slot(int)
    def setTextSize(self, size: int) -> None:
        if 0 <= size < TEXT_SIZES:
            self._text_size = size
            self.changed.emit()

    @Slot(str)
    def setColours(self, colours: str) -> None:
        if colours in COLOURS:
            self._colours = colours
            self.changed.emit()

    @Slot(bool)
    def setCalm(self, calm: bool) -> None:
        self._calm = calm
        self.changed.emit()

    @Slot(int)
    def setVolume(self, volume: int) -> None:
        if 0 <= volume < VOLUMES:
            self._volume = volume
            self.changed.emit()

    @Slot(bool)
    def setLow(self, low: bool) -> None:
        self._low = low
        self.changed.emit()

    @Slot(str)
    def toggle(self, panel: str) -> None:
        """Open `panel`, or close it when it is open."""
        if panel in PANELS:
            self._show("" if panel == self._panel else panel)

    @Slot()
    def close(self) -> None:
        self._show("")

    def _show(self, panel: str) -> None:
        if panel != self._panel:
            self._panel = panel
            self.panelChanged.emit()
