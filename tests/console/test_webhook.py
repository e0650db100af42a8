"""A webhook as it may be: one that hears, is slow, refuses, or answers rubbish."""

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from kiosk.session import events, intents
from tests.console.desk import (
    DeskWorld,
    LinkedKiosk,
    free_port,
    kiosk_config,
    open_desk,
    wait_until,
)
from tests.console.test_drills import CONNECTED_WITHIN_S, Desk, at_desk, begin_session


@dataclass
class Receiver:
    """Whoever listens at the webhook's address."""

    manner: str = "good"
    heard: list[dict[str, str]] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        body = request.rfile.read(int(request.headers["Content-Length"]))
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
def told(
    receiver_at: tuple[Receiver, str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator["Told"]:
    receiver, address = receiver_at
    with (
        open_desk(tmp_path_factory.mktemp("desk"), address) as world,
        LinkedKiosk(kiosk_config(world, "kiosk-1")) as kiosk,
        at_desk(world) as desk,
    ):
        yield Told(world, kiosk, desk, receiver)


@dataclass(frozen=True)
class Told:
    """A desk, its one kiosk, and whoever is told."""

    world: DeskWorld
    kiosk: LinkedKiosk
    desk: Desk
    receiver: Receiver

    def patient_calls(self) -> None:
        """Once, and is helped."""
        begin_session(self.kiosk, "calls")
        wait_until(
            lambda: "Choosing face" in self.desk.page(), "the session is seen", CONNECTED_WITHIN_S
        )
        self.kiosk.happens(intents.StaffChosen())
        wait_until(lambda: "kiosk help" in self.desk.page(), "the call is seen")
        self.kiosk.happens(events.CardRemoved("reader"), events.StaffReset())
        wait_until(lambda: "kiosk help" not in self.desk.page(), "the call is over")

    @property
    def not_told(self) -> int:
        return self.world.log.count("webhook_not_told")


def test_one_that_hears_is_told_kiosk_notice_and_time_and_no_more(told: Told) -> None:
    told.receiver.manner = "good"
    before, heard = told.not_told, len(told.receiver.heard)
    told.patient_calls()
    wait_until(lambda: len(told.receiver.heard) > heard, "it is told")
    said = told.receiver.heard[-1]
    assert said.keys() == {"kiosk", "notice", "at"}
    assert (said["kiosk"], said["notice"]) == ("kiosk-1", "help_called")
    assert told.not_told == before


@pytest.mark.parametrize("manner", ["slow", "refuses", "rubbish"])
def test_what_is_not_heard_is_logged_and_the_next_notice_is_told(manner: str, told: Told) -> None:
    told.receiver.manner = manner
    before = told.not_told
    told.patient_calls()
    wait_until(lambda: told.not_told > before, "it is logged")
    told.receiver.manner = "good"
    heard = len(told.receiver.heard)
    told.patient_calls()
    wait_until(lambda: len(told.receiver.heard) > heard, "the next is told")


def test_nobody_there_is_logged_and_the_desk_goes_on(tmp_path: Path) -> None:
    nobody = f"http://127.0.0.1:{free_port()}/told"
    with (
        open_desk(tmp_path, nobody) as world,
        LinkedKiosk(kiosk_config(world, "kiosk-1")) as kiosk,
        at_desk(world) as desk,
    ):
        told = Told(world, kiosk, desk, Receiver())
        told.patient_calls()
        wait_until(lambda: told.not_told > 0, "it is logged")
        told.patient_calls()
