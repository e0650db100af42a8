"""A kiosk that cannot start says so on its screen: a black one helps neither patients nor staff."""

import os

from PySide6.QtCore import QTimer
from PySide6.QtQuick import QQuickView

from common.errors import Fault
from common.operators import in_japanese
from kiosk.screen.event_loop import EventLoop, dispose, has_display
from kiosk.screen.translations import Languages
from kiosk.screen.whole_monitor import WholeMonitor
from kiosk.screen.window import QML_DIR, load, use_kiosk_fonts

SHOWN_MS = 15_000
"""Then the kiosk is tried again."""

_LANGUAGES = ("ja", "en")
_TEXTS = ("out_of_service.title", "out_of_service.remedy")


def show_fault(line: str, monitor: str, turn_degrees: int) -> None:
    """Show `line`, and where patients should go, until it is time to try again.

    Returns at once where nobody could see it; a signal ends it early.
    """
    if not has_display() or os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        return
    loop = EventLoop(offscreen=False)
    view = fault_view(line, turn_degrees)
    WholeMonitor(view, monitor).show()
    QTimer.singleShot(SHOWN_MS, loop.quit)
    loop.run()
    dispose(view)


def fault_view(line: str, turn_degrees: int) -> QQuickView:
    """A window that says so; not yet shown."""
    use_kiosk_fonts()
    view = QQuickView()
    view.setTitle("Uketsuke")
    view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
    view.setInitialProperties(
        {
            "patientLines": _patient_lines(),
            "staffLine": in_japanese(line),
            "turnDegrees": turn_degrees,
            "closable": False,
        }
    )
    load(view, QML_DIR / "Fault.qml")
    return view


def _patient_lines() -> list[str]:
    try:
        languages = Languages(_LANGUAGES)
    except Fault:  # Then the texts are what is missing.
        return []
    return [languages.say(code, text) for code in _LANGUAGES for text in _TEXTS]
