"""The window at which the patient stands."""

from pathlib import Path

from PySide6.QtCore import QMetaObject, QUrl, Signal, Slot
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtQuick import QQuickView
from PySide6.QtQuickControls2 import QQuickStyle

from common.errors import Bug, Fault
from kiosk.screen import fitter  # noqa: F401 - Registers its type.
from kiosk.screen.bridge import Bridge
from kiosk.screen.frames import Frames
from kiosk.screen.preview import PROVIDER_NAME, Preview, PreviewProvider, PreviewSource
from kiosk.screen.whole_monitor import WholeMonitor

QML_DIR = Path(__file__).parent / "qml"

# Universal-design letters first; Noto for the kanji that they lack.
FONT_FAMILIES = ("BIZ UDPGothic", "Noto Sans CJK JP", "Noto Sans JP")

DEFAULT_PANEL_DIAGONAL_MM = 396.0  # 15.6 inches


class KioskWindow(QQuickView):
    """Shows the screen that the bridge names; nothing here knows what a screen means."""

    closed = Signal()
    """By somebody at the window, or by its window system; not by `close`."""

    def __init__(
        self,
        bridge: Bridge,
        preview_source: PreviewSource,
        *,
        size_px: tuple[int, int] | None,
        monitor: str = "",
        turn_degrees: int = 0,
        panel_diagonal_mm: float = DEFAULT_PANEL_DIAGONAL_MM,
    ) -> None:
        """Raises `Bug`.

        `size_px`: of a window that may be closed; None: the whole of `monitor` (`WholeMonitor`),
        where nobody can close it. `turn_degrees`: clockwise, for a panel that hangs turned.
        `panel_diagonal_mm` is the screen that the picture has: displays report their own size
        wrongly too often to rely on it.
        """
        super().__init__()
        self.frames = Frames(self)
        use_kiosk_fonts()
        self._bridge = bridge
        self.preview = Preview(preview_source)
        self.engine().addImageProvider(PROVIDER_NAME, PreviewProvider(self.preview))
        self.setTitle("Uketsuke")
        self.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
        self.setInitialProperties(
            {
                "bridge": bridge,
                "preferences": bridge.preferences,
                "keypad": bridge.keypad,
                "staff": bridge.staff,
                "preview": self.preview,
                "panelDiagonalMm": panel_diagonal_mm,
                "turnDegrees": turn_degrees,
                "closable": size_px is not None,
            }
        )
        # Before the scene: what is made for a first size is not made anew for another one.
        whole = None
        if size_px is None:
            whole = WholeMonitor(self, monitor)
        else:
            self.resize(*size_px)
        load(self, QML_DIR / "Main.qml")
        bridge.preferences.languageChanged.connect(self.engine().retranslate)
        (whole or self).show()
        self.visibleChanged.connect(self._on_visible)

    def warm(self) -> None:
        """Make every screen once: what a first time costs is paid before the first patient."""
        QMetaObject.invokeMethod(self.rootObject(), "warm")

    def grab(self, path: Path) -> None:
        """Save what is shown as PNG; raises `Fault`."""
        if not self.grabWindow().save(str(path)):
            raise Fault(f"{path} could not be written; check the folder and its space")

    def close(self) -> bool:
        """Take the scene down before the bridge that it is bound to."""
        if self.rootObject() is None:
            return super().close()  # Already taken down.
        self.visibleChanged.disconnect(self._on_visible)
        self._bridge.preferences.languageChanged.disconnect(self.engine().retranslate)
        self._bridge.staff.is_here(here=False)
        self.setSource(QUrl())
        return super().close()

    @Slot(bool)
    def _on_visible(self, visible: bool) -> None:
        if not visible:
            self.closed.emit()


def use_kiosk_fonts() -> None:
    """Draw every text in the kiosk's typeface."""
    font = QFont(list(FONT_FAMILIES))
    # A line is an em high in each of them. Their other measure is 1.0 em here and 1.45 em there,
    # and letters of another script in a line would move the whole line.
    font.setStyleStrategy(QFont.StyleStrategy.PreferTypoLineMetrics)
    QGuiApplication.setFont(font)


def load(view: QQuickView, scene: Path) -> None:
    """Load a QML file; raises `Bug`."""
    QQuickStyle.setStyle("Basic")
    view.engine().addImportPath(str(QML_DIR))
    view.setSource(QUrl.fromLocalFile(str(scene)))
    if view.status() is not QQuickView.Status.Ready:
        raise Bug("; ".join(error.toString() for error in view.errors()))
