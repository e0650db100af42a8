"""Calls from any thread run on the GUI thread, in order."""

import threading
from functools import partial

from pytestqt.qtbot import QtBot

from kiosk.screen.main_thread import MainThread


def test_runs_posted_calls_in_order_on_the_gui_thread(qtbot: QtBot) -> None:
    door = MainThread()
    ran: list[tuple[int, int]] = []

    def note(number: int) -> None:
        ran.append((number, threading.get_ident()))

    def post_all() -> None:
        for number in range(100):
            door.post(partial(note, number))

    poster = threading.Thread(target=post_all)
    poster.start()
    qtbot.waitUntil(lambda: len(ran) == 100, timeout=60_000)
    poster.join()
    assert ran == [(number, threading.get_ident()) for number in range(100)]


def test_does_not_run_a_call_while_it_is_posted(qtbot: QtBot) -> None:
    door = MainThread()
    ran: list[str] = []
    door.post(lambda: ran.append("later"))
    assert ran == []
    qtbot.waitUntil(lambda: ran == ["later"], timeout=60_000)


def test_answers_another_thread_with_a_value_or_the_error(qtbot: QtBot) -> None:
    door = MainThread()
    answers: list[object] = []

    def fail() -> None:
        raise ValueError("no")

    def ask() -> None:
        answers.append(door.ask(threading.get_ident, timeout_s=10))
        try:
            door.ask(fail, timeout_s=10)
        except ValueError as error:
            answers.append(str(error))

    asker = threading.Thread(target=ask)
    asker.start()
    qtbot.waitUntil(lambda: not asker.is_alive(), timeout=60_000)
    assert answers == [threading.get_ident(), "no"]
