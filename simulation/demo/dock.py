"""The demo's dock: steers the simulated hardware as hands and cables would."""

# Names are spelt as QML spells them.
# ruff: noqa: N802, N815

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickView

from common.errors import complaint_of
from kiosk.screen.cpp_types import MAP, STRING_LIST
from kiosk.screen.window import load, use_kiosk_fonts
from kiosk.session.states import State
from simulation.demo.props import CardHolder, NoEffect, Prop, Props, without_effect

QML_IMPORT_NAME = "Uketsuke.Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

SCENE = Path(__file__).parent / "Dock.qml"
SERVICE_NAMES = ("ok", "slow", "down", "unknown_card", "unregistered", "certificate_expired")


class DockActions(Protocol):
    """What the dock can do to the simulated world; each may raise an error of the environment."""

    @property
    def people(self) -> Sequence[CardHolder]: ...

    @property
    def staff_password(self) -> str: ...

    @property
    def props(self) -> Props:
        """How things are, whoever brought them there."""
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

    def __init__(self, actions: DockActions, session: State, status: str) -> None:
        """`status` stands at the foot of the dock while nothing is wrong."""
        super().__init__()
        self._actions = actions
        self._people = {person.key: person for person in actions.people}
        self._session = session
        self._props = actions.props
        self._without_effect: dict[Prop, NoEffect] = {}
        self._status = status
        self._trouble = ""
        self._look()

    def show_session(self, session: State) -> None:
        """What goes on at the kiosk decides what has an effect."""
        self._session = session
        self._look()

    @Property(STRING_LIST, constant=True)
    def personKeys(self) -> list[str]:
        return list(self._people)

    @Property(STRING_LIST, constant=True)
    def personNames(self) -> list[str]:
        return [person.name for person in self._people.values()]

    @Property(STRING_LIST, constant=True)
    def personStories(self) -> list[str]:
        return [person.story for person in self._people.values()]

    @Property(STRING_LIST, constant=True)
    def serviceNames(self) -> list[str]:
        return list(SERVICE_NAMES)

    @Property(str, constant=True)
    def staffPassword(self) -> str:
        return self._actions.staff_password

    @Property(str, notify=changed)
    def card(self) -> str:
        """Key of the person whose card lies in the reader, or empty."""
        return self._props.card or ""

    @Property(str, notify=changed)
    def pin(self) -> str:
        """Of the card that lies there, or empty."""
        return self._people[self._props.card].pin if self._props.card else ""

    @Property(str, notify=changed)
    def numberB(self) -> str:
        """照合番号B as it is printed on the card that lies there, or empty."""
        return self._people[self._props.card].number_b if self._props.card else ""

    @Property(str, notify=changed)
    def standing(self) -> str:
        """Key of the person before the camera, or empty."""
        return self._props.standing or ""

    @Property(str, notify=changed)
    def serviceName(self) -> str:
        return self._props.service

    @Property(bool, notify=changed)
    def readerPlugged(self) -> bool:
        return self._props.reader_plugged

    @Property(bool, notify=changed)
    def cameraPlugged(self) -> bool:
        return self._props.camera_plugged

    @Property(bool, notify=changed)
    def surfaceCovered(self) -> bool:
        return self._props.surface_covered

    @Property(MAP, notify=changed)
    def withoutEffect(self) -> dict[str, str]:
        """By `Prop`: why changing it changes nothing now."""
        return {prop.value: why.value for prop, why in self._without_effect.items()}

    @Property(str, notify=statusChanged)
    def status(self) -> str:
        return self._trouble or self._status

    @Slot(str)
    def insertCard(self, key: str) -> None:
        self._do(lambda: self._actions.insert_card(key))

    @Slot()
    def removeCard(self) -> None:
        self._do(self._actions.remove_card)

    @Slot(str)
    def stand(self, key: str) -> None:
        self._do(lambda: self._actions.stand(key or None))

    @Slot(str)
    def setService(self, name: str) -> None:
        self._do(lambda: self._actions.service(name))

    @Slot()
    def unplugReader(self) -> None:
        self._do(self._actions.unplug_reader)

    @Slot()
    def plugReader(self) -> None:
        self._do(self._actions.plug_reader)

    @Slot()
    def unplugCamera(self) -> None:
        self._do(self._actions.unplug_camera)

    @Slot()
    def plugCamera(self) -> None:
        self._do(self._actions.plug_camera)

    @Slot()
    def coverCard(self) -> None:
        self._do(self._actions.cover_card)

    @Slot()
    def uncoverCard(self) -> None:
        self._do(self._actions.uncover_card)

    @Slot()
    def staffReset(self) -> None:
        self._do(self._actions.staff_reset)

    def _do(self, action: Callable[[], None]) -> None:
        """Act and look; a world that cannot be steered is said in the status line, not fatal."""
        self._trouble = ""
        try:
            action()
        except Exception as error:
            complaint = str(error) if isinstance(error, OSError) else complaint_of(error)
            if complaint is None:
                raise
            self._trouble = complaint
        self.statusChanged.emit()
        self._props = self._actions.props
        self._look()

    def _look(self) -> None:
        self._without_effect = without_effect(self._props, self._session)
        self.changed.emit()


class DockWindow(QQuickView):
    """Stands beside the kiosk in the demo's window."""

    def __init__(self, actions: DockActions, session: State, status: str) -> None:
        """Raises `Bug`."""
        super().__init__()
        use_kiosk_fonts()
        self._bridge = DockBridge(actions, session, status)
        self.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
        self.setInitialProperties({"bridge": self._bridge})
        load(self, SCENE)
        self.show()

    def show_session(self, session: State) -> None:
        self._bridge.show_session(session)

    def place(self, key: str) -> None:
        """Put this person before the camera and their card on the reader."""
        self._bridge.stand(key)
        self._bridge.insertCard(key)

    def close(self) -> bool:
        """Take the scene down before the object that it is bound to."""
        self.setSource(QUrl())
        return super().close()
