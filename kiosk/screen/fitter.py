"""Finds how far the words of a screen must step back to fit: a long language in large type on a
small panel would otherwise leave the screen."""

# Names are spelt as QML spells them.
# ruff: noqa: N802, N815

from collections.abc import Iterator

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, qmlEngine
from PySide6.QtQuick import QQuickItem

QML_IMPORT_NAME = "Uketsuke.Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

LEAST_FIT = 0.3
HALVINGS = 6  # To 1 % of the size
ROUNDING_PX = 1.0


@QmlElement
class Fitter(QQuickItem):
    """Sets `Theme.fit` to the largest at which `needed` is not higher than `place`.

    The search is done at once, while Qt Quick polishes: what is drawn has always been measured.
    """

    placeChanged = Signal()
    neededChanged = Signal()
    causeChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._place: QQuickItem | None = None
        self._needed_px = 0.0
        self._cause = ""
        self._is_new = True
        self._is_searching = False
        self.windowChanged.connect(self._begin_anew)
        self.visibleChanged.connect(self._begin_anew)

    def _get_place(self) -> QQuickItem | None:
        return self._place

    def _set_place(self, place: QQuickItem) -> None:
        self._place = place
        # A monitor of another size, or controls in the lower half.
        place.widthChanged.connect(self._begin_anew)
        place.heightChanged.connect(self._begin_anew)
        self.placeChanged.emit()

    def _get_needed(self) -> float:
        return self._needed_px

    def _set_needed(self, needed_px: float) -> None:
        self._needed_px = needed_px
        self.neededChanged.emit()
        if not self._is_searching:
            self.polish()

    def _get_cause(self) -> str:
        return self._cause

    def _set_cause(self, cause: str) -> None:
        if cause != self._cause:
            self._cause = cause
            self.causeChanged.emit()
            self._begin_anew()

    place = Property(QQuickItem, _get_place, _set_place, notify=placeChanged)
    """What the words have."""
    needed = Property(float, _get_needed, _set_needed, notify=neededChanged)
    """The height that they need now, in pixels."""
    cause = Property(str, _get_cause, _set_cause, notify=causeChanged)
    """What the words are measured in; another one starts from the wished size."""

    @Slot()
    def _begin_anew(self) -> None:
        self._is_new = True
        self.polish()

    def updatePolish(self) -> None:
        # A screen that is on its way out must not speak any more, nor one that has no size yet.
        place = self._place
        if place is None or self.window() is None or not self.isVisible() or place.height() <= 0:
            return
        engine = qmlEngine(self)
        theme = None if engine is None else engine.singletonInstance("Uketsuke.Style", "Theme")
        if isinstance(theme, QObject) and (self._is_new or self._overflows()):
            self._is_new = False
            self._is_searching = True
            self._search(theme)
            self._is_searching = False

    def _search(self, theme: QObject) -> None:
        self._try(theme, 1.0)
        if not self._overflows():
            return
        fits, overflows = LEAST_FIT, 1.0
        for _ in range(HALVINGS):
            middle = (fits + overflows) / 2
            self._try(theme, middle)
            if self._overflows():
                overflows = middle
            else:
                fits = middle
        self._try(theme, fits)

    def _try(self, theme: QObject, fit: float) -> None:
        theme.setProperty("fit", fit)
        assert self._place is not None  # noqa: S101 - Seen by `updatePolish`.
        layouts = list(_layouts(self._place))
        # Widths go down the tree; a text's height follows from its width, and heights go up.
        for layout in (*layouts, *reversed(layouts)):
            layout.ensurePolished()

    def _overflows(self) -> bool:
        return self._place is not None and self._needed_px > self._place.height() + ROUNDING_PX


def _layouts(item: QQuickItem) -> Iterator[QQuickItem]:
    """Every layout below `item`, outer ones first."""
    for child in item.childItems():
        if child.inherits("QQuickLayout"):
            yield child
        yield from _layouts(child)
