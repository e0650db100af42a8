"""Staff at their desk see what the kiosk does, and can end it; nobody else can."""

import socket
import stat
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from queue import Queue

import pytest

from kiosk.control import SOCKET_NAME, ControlSocket, Status, ask, status_of
from kiosk.delivery.condition import Condition
from kiosk.errors import SetupFault
from kiosk.signs import Signs
from kiosk.staff.findings import Subject, findings
from tests.flow.session.story import RULES, Story


@pytest.fixture
def story() -> Story:
    return Story()


def status_now(story: Story) -> Status:
    return status_of(story.state, story.now_ms, Signs(lambda: story.now_ms), Condition())


@pytest.fixture
def resets(tmp_path: Path, story: Story) -> Iterator["Queue[str]"]:
    asked: Queue[str] = Queue()

    def status() -> Status:
        return status_now(story)

    control = ControlSocket(
        tmp_path, status=status, reset=lambda: asked.put("reset"), metrics=dict, renew=bool
    )
    control.start()
    yield asked
    control.stop()


@pytest.mark.usefixtures("resets")
def test_status_tells_the_phase_and_nothing_personal(tmp_path: Path, story: Story) -> None:
    story.read_card()
    story.now_ms += 1500
    answer = ask(tmp_path, "status")
    assert answer["phase"] == "ChoosingMethod"
    assert answer["since_ms"] == 1500
    assert answer["card_present"] is True
    assert story.session_id not in answer.values()


def test_a_camera_that_there_is_none_of_is_not_said_to_work() -> None:
    without = Story(replace(RULES, has_camera=False))
    assert status_now(without).camera_works is None
    assert Subject.CAMERA not in {each.subject for each in findings(status_now(without), None)}


def test_reset_reaches_the_session(tmp_path: Path, resets: "Queue[str]") -> None:
    assert ask(tmp_path, "reset") == {"reset": True}
    assert resets.get(timeout=60) == "reset"


@pytest.mark.usefixtures("resets")
def test_only_the_kiosks_own_user_may_ask(tmp_path: Path) -> None:
    mode = (tmp_path / SOCKET_NAME).stat().st_mode
    assert stat.S_IMODE(mode) == 0o600


@pytest.mark.usefixtures("resets")
def test_nonsense_is_answered_and_survived(tmp_path: Path) -> None:
    assert "error" in ask(tmp_path, "drop tables")
    assert ask(tmp_path, "status")["phase"] == "Idle"


def test_without_a_kiosk_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(SetupFault, match="No kiosk answers"):
        ask(tmp_path, "status")


def test_a_second_kiosk_leaves_the_first_alone(
    tmp_path: Path, story: Story, resets: "Queue[str]"
) -> None:
    second = ControlSocket(
        tmp_path,
        status=lambda: status_of(
            story.state, story.now_ms, Signs(lambda: story.now_ms), Condition()
        ),
        reset=lambda: None,
        metrics=dict,
        renew=bool,
    )
    with pytest.raises(SetupFault, match="running already"):
        second.start()
    second.stop()
    assert ask(tmp_path, "reset") == {"reset": True}
    assert resets.get(timeout=60) == "reset"


def test_what_a_killed_kiosk_left_behind_is_taken_over(tmp_path: Path, story: Story) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as left:
        left.bind(str(tmp_path / SOCKET_NAME))
    control = ControlSocket(
        tmp_path,
        status=lambda: status_of(
            story.state, story.now_ms, Signs(lambda: story.now_ms), Condition()
        ),
        reset=lambda: None,
        metrics=dict,
        renew=bool,
    )
    control.start()
    assert ask(tmp_path, "status")["phase"] == "Idle"
    control.stop()
    assert not (tmp_path / SOCKET_NAME).exists()


def test_of_kiosks_that_start_at_once_one_has_the_folder(tmp_path: Path, story: Story) -> None:
    kiosks = [
        ControlSocket(
            tmp_path,
            status=lambda: status_now(story),
            reset=lambda: None,
            metrics=lambda n=number: {"kiosk": n},  # type: ignore[misc]
            renew=bool,
        )
        for number in range(16)
    ]
    together = threading.Barrier(len(kiosks))

    def start(kiosk: ControlSocket) -> bool:
        together.wait(60)
        try:
            kiosk.start()
        except SetupFault:
            return False
        return True

    with ThreadPoolExecutor(len(kiosks)) as starters:
        started = list(starters.map(start, kiosks))
    assert started.count(True) == 1
    assert ask(tmp_path, "metrics") == {"kiosk": started.index(True)}
    for kiosk in kiosks:
        kiosk.stop()
