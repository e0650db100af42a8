"""The demo's second window: steers the simulated hardware as hands and cables would."""

# Names are spelt as QML spells them.
# ruff: noqa: N802, N815

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickView

from kiosk.ui.window import load, use_kiosk_fonts

QML_IMPORT_NAME = "Uketsuke.Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

SERVICE_NAMES = ("ok", "slow", "down", "unknown_card", "unregistered", "certificate_expired")

DOCK_WIDTH_PX, DOCK_HEIGHT_PX = 960, 760


class DockActions(Protocol):
    """What the dock can do to the simulated world; each may raise `OSError`."""

    @property
    def people(self) -> Sequence[tuple[str, str, str]]:
        """Key, name and story of everyone who has a card."""
        ...

    def insert_card(self, key: str) -> None: ...

    def remove_card(self) -> None: ...

    def stand(self, key: str | None) -> None:
        """Who stands before the camera."""
        ...

    def service(self, name: str) -> None:
        """How the online service behaves; one of `SERVICE_NAMES`."""
        ...

    def unplug_reader(self) -> None: ...

    def plug_reader(self) -> None: ...

    def unplug_camera(self) -> None: ...

    def plug_camera(self) -> None: ...

    def cover_card(self) -> None:
        """The camera above the card cannot read its printed side."""
        ...

    def uncover_card(self) -> None: ...

    def staff_reset(self) -> None: ...


@QmlElement
class DockBridge(QObject):
    """The dock's buttons, and what is in the simulated world now."""

    changed = Signal()
    statusChanged = Signal()

    def __init__(self, actions: DockActions) -> None:
        super().__init__()
        self._actions = actions
        self._card = ""
        self._standing = ""
        self._service = SERVICE_NAMES[0]
        self._status = ""

    def set_status(self, text: str) -> None:
        self._status = text
        self.statusChanged.emit()

    @Property("QStringList", constant=True)  # type: ignore[arg-type]  # A C++ type by name.
    def personKeys(self) -> list[str]:
        return [key for key, _, _ in self._actions.people]

    @Property("QStringList", constant=True)  # type: ignore[arg-type]
    def personNames(self) -> list[str]:
        return [name for _, name, _ in self._actions.people]

    @Property("QStringList", constant=True)  # type: ignore[arg-type]
    def personStories(self) -> list[str]:
        return [story for _, _, story in self._actions.people]

    @Property("QStringList", constant=True)  # type: ignore[arg-type]
    def serviceNames(self) -> list[str]:
        return list(SERVICE_NAMES)

    @Property(str, notify=changed)
    def card(self) -> str:
        """Key of the person whose card lies in the reader, or empty."""
        return self._card

    @Property(str, notify=changed)
    def standing(self) -> str:
        """Key of the person before the camera, or empty."""
        return self._standing

    @Property(str, notify=changed)
    def serviceName(self) -> str:
        return self._service

    @Property(str, notify=statusChanged)
    def status(self) -> str:
        return self._status

    @Slot(str)
    def insertCard(self, key: str) -> None:
        if self._done(lambda: self._actions.insert_card(key)):
            self._card = key
            self.changed.emit()

    @Slot()
    def removeCard(self) -> None:
        if self._done(self._actions.remove_card):
            self._card = ""
            self.changed.emit()

    @Slot(str)
    def stand(self, key: str) -> None:
        if self._done(lambda: self._actions.stand(key or None)):
            self._standing = key
            self.changed.emit()

    @Slot(str)
    def setService(self, name: str) -> None:
        if self._done(lambda: self._actions.service(name)):
            self._service = name
            self.changed.emit()

    @Slot()
    def unplugReader(self) -> None:
        self._done(self._actions.unplug_reader)

    @Slot()
    def plugReader(self) -> None:
        self._done(self._actions.plug_reader)

    @Slot()
    def unplugCamera(self) -> None:
        self._done(self._actions.unplug_camera)

    @Slot()
    def plugCamera(self) -> None:
        self._done(self._actions.plug_camera)

    @Slot()
    def coverCard(self) -> None:
        self._done(self._actions.cover_card)

    @Slot()
    def uncoverCard(self) -> None:
        self._done(self._actions.uncover_card)

    @Slot()
    def staffReset(self) -> None:
        self._done(self._actions.staff_reset)

    def _done(self, action: Callable[[], None]) -> bool:
        """Act; a world that cannot be steered is said in the status line, not fatal."""
        try:
            action()
        except OSError as error:
            self.set_status(str(error))
            return False
        self.set_status("")
        return True


class DockWindow(QQuickView):
    """Stands beside the kiosk window of the demo."""

    def __init__(self, actions: DockActions) -> None:
        """Raises `SceneNotLoaded`."""
        super().__init__()
        use_kiosk_fonts()
        self._bridge = DockBridge(actions)
        self.setTitle("Uketsuke dock")
        self.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
        self.resize(DOCK_WIDTH_PX, DOCK_HEIGHT_PX)
        self.setInitialProperties({"bridge": self._bridge})
        load(self, "Dock.qml")
        self.show()

    def set_status(self, text: str) -> None:
        """One line at the foot of the dock."""
        self._bridge.set_status(text)

    def place(self, key: str) -> None:
        """Put this person before the camera and their card on the reader."""
        self._bridge.stand(key)
        self._bridge.insertCard(key)

    def retranslate(self) -> None:
        """Say everything again in the language that is installed now."""
        self.engine().retranslate()

    def close(self) -> bool:
        """Take the scene down before the object that it is bound to."""
        self.setSource(QUrl())
        return super().close()
