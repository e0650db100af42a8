"""The dock's buttons reach the simulated world, and its troubles are said."""

from collections.abc import Iterator, Sequence

import pytest
from pytestqt.qtbot import QtBot

from kiosk.ui import touch
from kiosk.ui.dock import SERVICE_NAMES, DockWindow
from kiosk.ui.translations import Languages
from tests.ui.scene import named


class World:
    """Writes down what the dock did."""

    def __init__(self) -> None:
        self.done: list[object] = []
        self.is_broken = False

    @property
    def people(self) -> Sequence[tuple[str, str, str]]:
        return [("hanako", "見本 花子", "顔認証"), ("taro", "見本 太郎", "暗証番号")]

    def _do(self, *deed: object) -> None:
        if self.is_broken:
            raise OSError("disk is full")
        self.done.append(deed)

    def insert_card(self, key: str) -> None:
        self._do("insert", key)

    def remove_card(self) -> None:
        self._do("remove")

    def stand(self, key: str | None) -> None:
        self._do("stand", key)

    def service(self, name: str) -> None:
        self._do("service", name)

    def unplug_reader(self) -> None:
        self._do("unplug reader")

    def plug_reader(self) -> None:
        self._do("plug reader")

    def unplug_camera(self) -> None:
        self._do("unplug camera")

    def plug_camera(self) -> None:
        self._do("plug camera")

    def cover_card(self) -> None:
        self._do("cover card")

    def uncover_card(self) -> None:
        self._do("uncover card")

    def staff_reset(self) -> None:
        self._do("reset")


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def dock(qtbot: QtBot, languages: Languages, world: World) -> Iterator[DockWindow]:
    languages.install("ja")
    window = DockWindow(world)
    window.grabWindow()
    yield window
    window.close()
    window.deleteLater()


@pytest.mark.parametrize(
    ("button", "deed"),
    [
        ("insert_hanako", ("insert", "hanako")),
        ("insert_taro", ("insert", "taro")),
        ("remove_card", ("remove",)),
        ("stand_taro", ("stand", "taro")),
        ("stand_nobody", ("stand", None)),
        ("unplug_reader", ("unplug reader",)),
        ("plug_reader", ("plug reader",)),
        ("unplug_camera", ("unplug camera",)),
        ("plug_camera", ("plug camera",)),
        ("cover_card", ("cover card",)),
        ("uncover_card", ("uncover card",)),
        ("staff_reset", ("reset",)),
        *((f"service_{name}", ("service", name)) for name in SERVICE_NAMES),
    ],
)
def test_each_button_does_its_deed(
    dock: DockWindow, world: World, button: str, deed: tuple[object, ...]
) -> None:
    touch.tap(dock, button)
    assert world.done == [deed]


def status(dock: DockWindow) -> str:
    return str(named(dock, "status").property("text"))


def test_a_world_that_cannot_be_steered_is_said(dock: DockWindow, world: World) -> None:
    world.is_broken = True
    touch.tap(dock, "insert_hanako")
    assert status(dock) == "disk is full"
    world.is_broken = False
    touch.tap(dock, "insert_hanako")
    assert status(dock) == ""


def test_the_status_line_shows_what_it_is_told(dock: DockWindow) -> None:
    dock.set_status("サービス：停止")
    assert status(dock) == "サービス：停止"


def test_placing_a_person_shows_whose_card_and_face_it_is(dock: DockWindow, world: World) -> None:
    dock.place("taro")
    assert world.done == [("stand", "taro"), ("insert", "taro")]
    assert named(dock, "insert_taro").property("active")
    assert named(dock, "stand_taro").property("active")
