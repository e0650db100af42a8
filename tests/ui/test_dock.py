"""The dock steers the simulated world, shows how it is, and says what has no effect at present."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from common.operators import OperatorLanguage
from kiosk.screen.translations import Languages
from kiosk.session import events, intents
from simulation.demo.dock import SERVICE_NAMES, DockWindow
from simulation.demo.props import CardHolder, Props
from simulation.demo.texts import DemoTexts
from simulation.demo.window import DOCK_HEIGHT_PX, DOCK_WIDTH_PX
from simulation.rehearsal import touch
from tests.flow.session.story import Story
from tests.ui.scene import faults, named, scene_of, texts

HANAKO = CardHolder("hanako", "見本 花子", "顔認証", "1234", "50050520314821")
TARO = CardHolder("taro", "見本 太郎", "暗証番号", "2345", "36080420301357")


class World:
    """Does what the dock wants, and writes it down."""

    staff_password = "2580"

    def __init__(self) -> None:
        self.props = Props()
        self.done: list[object] = []
        self.is_broken = False

    @property
    def people(self) -> Sequence[CardHolder]:
        return [HANAKO, TARO]

    def _do(self, *deed: object, **changes: object) -> None:
        if self.is_broken:
            raise OSError("disk is full")
        self.done.append(deed)
        self.props = replace(self.props, **changes)  # type: ignore[arg-type]

    def insert_card(self, key: str) -> None:
        self._do("insert", key, card=key)

    def remove_card(self) -> None:
        self._do("remove", card=None)

    def stand(self, key: str | None) -> None:
        self._do("stand", key, standing=key)

    def service(self, name: str) -> None:
        self._do("service", name, service=name)

    def unplug_reader(self) -> None:
        self._do("unplug reader", reader_plugged=False)

    def plug_reader(self) -> None:
        self._do("plug reader", reader_plugged=True)

    def unplug_camera(self) -> None:
        self._do("unplug camera", camera_plugged=False)

    def plug_camera(self) -> None:
        self._do("plug camera", camera_plugged=True)

    def cover_card(self) -> None:
        self._do("cover card", surface_covered=True)

    def uncover_card(self) -> None:
        self._do("uncover card", surface_covered=False)

    def staff_reset(self) -> None:
        self._do("reset")


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture(params=OperatorLanguage, ids=lambda language: language.value)
def demo_texts(request: pytest.FixtureRequest, languages: Languages) -> Iterator[DemoTexts]:
    languages.install("ko")  # The patient's own choice.
    spoken = DemoTexts(request.param.value)
    spoken.install()
    yield spoken
    spoken.remove()


@pytest.fixture
def dock(qtbot: QtBot, demo_texts: DemoTexts, world: World) -> Iterator[DockWindow]:
    window = DockWindow(world, Story().state, "card: pcsc")
    window.resize(DOCK_WIDTH_PX, DOCK_HEIGHT_PX)
    window.grabWindow()
    yield window
    window.close()
    window.deleteLater()


def items(item: QQuickItem) -> Iterator[QQuickItem]:
    for child in item.childItems():
        yield child
        yield from items(child)


def button(dock: DockWindow, name: str) -> QQuickItem:
    """Also one that cannot be pressed."""
    return next(item for item in items(dock.contentItem()) if item.objectName() == name)


def chosen(dock: DockWindow) -> set[str]:
    """What the dock shows to be the case."""
    return {item.objectName() for item in items(dock.contentItem()) if item.property("active")}


def line_of(dock: DockWindow, heading: str, name: str) -> str:
    """What is said beside or below a heading."""
    (line,) = (i for i in items(button(dock, heading)) if i.objectName() == name)
    return str(line.property("text")).strip()


def why(dock: DockWindow, heading: str) -> str:
    return line_of(dock, heading, "why")


@pytest.mark.parametrize(
    ("name", "deed"),
    [
        ("insert_hanako", ("insert", "hanako")),
        ("stand_taro", ("stand", "taro")),
        ("unplug_reader", ("unplug reader",)),
        ("unplug_camera", ("unplug camera",)),
        ("cover_card", ("cover card",)),
        *((f"service_{name}", ("service", name)) for name in SERVICE_NAMES[1:]),
    ],
)
def test_a_press_changes_the_world_and_is_seen(
    dock: DockWindow, world: World, name: str, deed: tuple[object, ...]
) -> None:
    touch.tap(dock, name)
    assert world.done == [deed]
    assert name in chosen(dock)
    assert not button(dock, name).isEnabled()  # Again it would change nothing.


@pytest.mark.parametrize(
    ("there", "back"),
    [
        ("insert_taro", "remove_card"),
        ("stand_hanako", "stand_nobody"),
        ("service_down", "service_ok"),
        ("unplug_reader", "plug_reader"),
        ("unplug_camera", "plug_camera"),
        ("cover_card", "uncover_card"),
    ],
)
def test_it_can_be_taken_back(dock: DockWindow, there: str, back: str) -> None:
    before = chosen(dock)
    assert back in before
    touch.tap(dock, there)
    assert back not in chosen(dock)
    touch.tap(dock, back)
    assert chosen(dock) == before


def test_it_shows_the_world_and_not_what_was_pressed(dock: DockWindow, world: World) -> None:
    """A card that somebody else has taken."""
    touch.tap(dock, "insert_hanako")
    world.props = replace(world.props, card=None)
    touch.tap(dock, "stand_hanako")
    assert "remove_card" in chosen(dock)
    assert "insert_hanako" not in chosen(dock)


def status(dock: DockWindow) -> str:
    return str(named(dock, "status").property("text"))


def test_a_world_that_cannot_be_steered_is_said(dock: DockWindow, world: World) -> None:
    world.is_broken = True
    touch.tap(dock, "insert_hanako")
    assert status(dock) == "disk is full"
    assert "remove_card" in chosen(dock)
    world.is_broken = False
    touch.tap(dock, "insert_hanako")
    assert status(dock) == "card: pcsc"


def test_placing_a_person_shows_whose_card_and_face_it_is(dock: DockWindow, world: World) -> None:
    dock.place("taro")
    assert world.done == [("stand", "taro"), ("insert", "taro")]
    assert {"insert_taro", "stand_taro"} <= chosen(dock)


def test_whoever_steers_can_read_what_has_to_be_typed(dock: DockWindow) -> None:
    touch.tap(dock, "insert_taro")
    assert TARO.pin in line_of(dock, "card", "detail")
    assert TARO.number_b in line_of(dock, "card", "detail")
    assert World.staff_password in line_of(dock, "session", "detail")


def test_what_has_no_effect_now_is_said(dock: DockWindow, demo_texts: DemoTexts) -> None:
    no_face_check = demo_texts.say("dock.no_effect.no_face_check")
    story = Story()
    assert why(dock, "person") == no_face_check
    touch.tap(dock, "insert_hanako")
    story.read_card()
    story.send(intents.FaceChosen())
    dock.show_session(story.state)
    assert why(dock, "person") == ""
    assert why(dock, "surface") == demo_texts.say("dock.no_effect.surface_read")
    touch.tap(dock, "unplug_camera")
    assert why(dock, "person") == demo_texts.say("dock.no_effect.camera_unplugged")
    touch.tap(dock, "stand_hanako")  # It counts later, and may be done now.
    assert "stand_hanako" in chosen(dock)


def test_staff_cannot_end_what_does_not_go_on(
    dock: DockWindow, world: World, demo_texts: DemoTexts
) -> None:
    assert not button(dock, "staff_reset").isEnabled()
    assert why(dock, "session") == demo_texts.say("dock.no_effect.no_session")
    story = Story()
    story.read_card()
    dock.show_session(story.state)
    assert why(dock, "session") == ""
    touch.tap(dock, "staff_reset")
    assert world.done == [("reset",)]


def test_it_speaks_its_own_language_whatever_the_patient_has_chosen(
    dock: DockWindow, demo_texts: DemoTexts, languages: Languages
) -> None:
    before = [text.name for text in texts(dock)]
    assert demo_texts.say("dock.person") in before
    languages.install("vi")
    dock.engine().retranslate()
    assert [text.name for text in texts(dock)] == before


@pytest.mark.parametrize("session", ["idle", "asking", "done"])
def test_every_text_has_its_place(dock: DockWindow, session: str) -> None:
    """With the longest lines that there are."""
    story = Story()
    touch.tap(dock, "insert_hanako")
    if session == "idle":
        touch.tap(dock, "unplug_reader")
        touch.tap(dock, "unplug_camera")
    else:
        story.prove_by_pin()
        story.know()
    if session == "done":
        story.answer_all()
        story.store()
        story.send(events.ResultDelivered(story.session_id, story.request_id(), "result.xml"))
    dock.show_session(story.state)
    dock.grabWindow()
    assert list(faults(scene_of(dock))) == []
