"""A webhook as it may be: one that hears, is slow, refuses, or answers rubbish."""

import json
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from kiosk.session.events import ReaderFound, ReaderLost
from reader.port import ReaderProblem
from tests.console.desk import DeskWorld, LinkedKiosk, kiosk_config, open_desk, wait_until

CONNECTED_WITHIN_S = 120.0
"""The first link process waits for the fork server, which loads the face models."""


@dataclass
class Receiver:
    """Whoever listens at the webhook's address."""

    manner: str = "good"
    heard: list[dict[str, str]] = field(default_factory=list)
    asked: int = 0
    over: threading.Event = field(default_factory=threading.Event)

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        body = request.rfile.read(int(request.headers["Content-Length"]))
        self.asked += 1
        match self.manner:
            case "good":
                self.heard.append(json.loads(body))
                request.send_response(204)
                request.end_headers()
            case "slow":
                self.over.wait()
            case "refuses":
                request.send_error(503)
            case "rubbish":
                request.wfile.write(b"\x00\xff not HTTP\r\n\r\n")
            case _:
                raise AssertionError(self.manner)


@pytest.fixture(scope="module")
def receiver_at() -> Iterator[tuple[Receiver, str]]:
    receiver = Receiver()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.close_connection = True
            receiver.answer(self)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield receiver, f"http://127.0.0.1:{server.server_port}/told"
        receiver.over.set()
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def at_desk(
    receiver_at: tuple[Receiver, str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[DeskWorld, LinkedKiosk]]:
    _, address = receiver_at
    with ExitStack() as stack:
        desk = stack.enter_context(open_desk(tmp_path_factory.mktemp("desk"), address))
        yield desk, stack.enter_context(LinkedKiosk(kiosk_config(desk, "kiosk-1")))


def lose_reader(kiosk: LinkedKiosk) -> None:
    kiosk.happens(ReaderFound("reader"), ReaderLost(ReaderProblem.NO_READER))


def test_one_that_hears_is_told_kiosk_notice_and_time_and_no_more(
    receiver_at: tuple[Receiver, str], at_desk: tuple[DeskWorld, LinkedKiosk]
) -> None:
    receiver, _ = receiver_at
    desk, kiosk = at_desk
    before = desk.log.count("webhook_not_told")
    told_before = len(receiver.heard)
    lose_reader(kiosk)
    wait_until(lambda: len(receiver.heard) > told_before, "it is told", CONNECTED_WITHIN_S)
    told = receiver.heard[-1]
    assert told.keys() == {"kiosk", "notice", "at"}
    assert (told["kiosk"], told["notice"]) == ("kiosk-1", "reader_lost")
    assert desk.log.count("webhook_not_told") == before


@pytest.mark.parametrize("manner", ["slow", "refuses", "rubbish"])
def test_what_is_not_heard_is_logged_and_the_next_notice_is_told(
    manner: str, receiver_at: tuple[Receiver, str], at_desk: tuple[DeskWorld, LinkedKiosk]
) -> None:
    receiver, _ = receiver_at
    desk, kiosk = at_desk
    logged = desk.log.count("webhook_not_told")
    asked = receiver.asked
    receiver.manner = manner
    lose_reader(kiosk)
    wait_until(lambda: receiver.asked > asked, "it is asked", CONNECTED_WITHIN_S)
    wait_until(lambda: desk.log.count("webhook_not_told") > logged, "it is logged")
    told_before = len(receiver.heard)
    receiver.manner = "good"
    lose_reader(kiosk)
    wait_until(lambda: len(receiver.heard) > told_before, "the next is told")


def test_nobody_there_is_logged_and_the_desk_goes_on(tmp_path: Path) -> None:
    nobody = "http://127.0.0.1:1/told"
    with open_desk(tmp_path, nobody) as desk, LinkedKiosk(kiosk_config(desk, "kiosk-1")) as kiosk:
        lose_reader(kiosk)
        wait_until(lambda: "webhook_not_told" in desk.log, "it is logged", CONNECTED_WITHIN_S)
        assert desk.process is not None
        assert desk.process.poll() is None
