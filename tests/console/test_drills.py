"""Drills: what a desk goes through on a bad day, with the real processes on both sides."""

import json
import re
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import httpx2
import pytest

from common.certificate_dates import CertificateStanding
from kiosk.desk_link.messages import (
    FROM_CONSOLE,
    FROM_KIOSK,
    Command,
    Done,
    Hello,
    Kept,
    Outcome,
    write_act,
)
from kiosk.session import events, intents
from kiosk.session.screens import PinOffer, Standby
from kiosk.session.states import Card
from kiosk.staff.acts import Reset, Role
from kiosk.staff.audit_file import entries, verify
from reader.port import ReaderProblem
from simulation.demo.world import FACILITY_CODE
from simulation.service.pki import make_pki
from tests.console.desk import (
    PASSWORD,
    DeskWorld,
    LinkedKiosk,
    free_port,
    kiosk_config,
    open_desk,
    reception,
    wait_until,
)

CONNECTED_WITHIN_S = 120.0
"""The first link process waits for the fork server, which loads the face models."""

CARD = Card(PinOffer.READY, 3, CertificateStanding.VALID)


class Desk:
    """Staff at the desk without a browser: what forms send, and what pages say."""

    def __init__(self, world: DeskWorld, number: str) -> None:
        self._world = world
        self._http = httpx2.Client(
            base_url=world.url,
            verify=ssl.create_default_context(cafile=str(world.pki / "authority.pem")),
            headers={"Origin": world.url, "Accept-Language": "en"},
            follow_redirects=True,
            timeout=20,
        )
        self.post("/sign-in", number=number, password=PASSWORD)

    def page(self, path: str = "/") -> str:
        return self._http.get(path).text

    def post(self, path: str, **form: str) -> httpx2.Response:
        page = self._http.get("/").text
        found = re.search(r'name="token" value="(\w+)"', page)
        token = found[1] if found else ""
        return self._http.post(path, data={"token": token, **form})

    def close(self) -> None:
        self._http.close()


@contextmanager
def at_desk(world: DeskWorld, role: Role = Role.RECEPTION) -> Iterator[Desk]:
    desk = Desk(world, world.add_account("Sato", role))
    try:
        yield desk
    finally:
        desk.close()


def begin_session(kiosk: LinkedKiosk, session_id: str) -> None:
    kiosk.happens(
        events.ReaderFound("reader"),
        events.ReadinessChanged(Standby.READY),
        events.CardInserted(session_id, "reader"),
        events.CardRead(session_id, CARD),
    )


def test_three_kiosks_one_desk_and_a_console_that_is_restarted_amid_a_session(
    tmp_path: Path,
) -> None:
    with ExitStack() as stack:
        world = stack.enter_context(open_desk(tmp_path))
        kiosks = [
            stack.enter_context(LinkedKiosk(kiosk_config(world, f"kiosk-{number}")))
            for number in (1, 2, 3)
        ]
        desk = stack.enter_context(at_desk(world, Role.ADMINISTRATOR))
        wait_until(
            lambda: all(f'id="kiosk-{each.kiosk_id}"' in desk.page() for each in kiosks),
            "all three kiosks are seen",
            CONNECTED_WITHIN_S,
        )
        begin_session(kiosks[1], "of-kiosk-2")
        kiosks[1].happens(intents.StaffChosen())
        wait_until(lambda: "kiosk-2: A patient calls for help" in desk.page(), "the call is seen")

        world.stop()
        kiosks[0].receives(reception("while-away", kana="ﾙｽ ﾉｱｲﾀﾞ"))
        begin_session(kiosks[2], "of-kiosk-3")
        world.start()

        # Still signed in, and told what happened meanwhile.
        wait_until(lambda: "ルス ノアイダ" in desk.page(), "the reception is told", 60)
        wait_until(lambda: "Choosing face" in desk.page(), "kiosk-3 is seen at its session", 60)
        desk.post("/kiosks/kiosk-3", act="reset", session="of-kiosk-3")
        (wanted,) = kiosks[2].wanted
        assert (wanted.by, wanted.session_id) == ("001 Sato", "of-kiosk-3")
        assert kiosks[0].wanted == kiosks[1].wanted == []
        (entry,) = entries(world.audit)
        assert (entry.kiosk, entry.who, entry.what, entry.done) == (
            "kiosk-3",
            "001 Sato",
            "reset",
            True,
        )
        assert verify(world.audit).intact
        assert "whole and unchanged" in desk.page("/audit")
        assert "ﾙｽ" not in world.log


def test_a_reader_dies_and_staff_check_by_eye_with_their_own_password(tmp_path: Path) -> None:
    with (
        open_desk(tmp_path) as world,
        LinkedKiosk(kiosk_config(world, "kiosk-1")) as kiosk,
        LinkedKiosk(kiosk_config(world, "kiosk-2")) as other,
        at_desk(world) as desk,
    ):
        wait_until(lambda: 'id="kiosk-kiosk-2"' in desk.page(), "it is seen", CONNECTED_WITHIN_S)
        begin_session(kiosk, "dies")
        wait_until(lambda: "Choosing face" in desk.page(), "the session is seen")
        kiosk.happens(events.ReaderLost(ReaderProblem.NO_READER))
        wait_until(lambda: "kiosk-1: The card reader is lost" in desk.page(), "the loss is noticed")
        begin_session(other, "eyes")
        wait_until(
            lambda: "I have compared them" in desk.page("/kiosks/kiosk-2"), "it can be checked"
        )
        check = {"act": "allow-visual-check", "session": "eyes"}
        wrong = desk.post("/kiosks/kiosk-2", **check, password="wrong").text
        assert "nothing was done" in wrong
        assert other.wanted == []
        assert "Done." in desk.post("/kiosks/kiosk-2", **check, password=PASSWORD).text
        (wanted,) = other.wanted
        assert wanted.session_id == "eyes"
        assert json.loads(wanted.act)["act"] == "allow-visual-check"
        done = [(entry.what, entry.done) for entry in entries(world.audit)]
        assert done == [("allow-visual-check", False), ("allow-visual-check", True)]


def recorded_commands(hello: Hello) -> list[bytes]:
    """Of another line, and of this one but late."""
    command = Command("kiosk-1", "of a recorded line", 1, 2**40, "?", None, write_act(Reset()))
    late = replace(command, channel=hello.channel, expires_ms=1)
    return [FROM_CONSOLE.written(each) for each in (command, late)]


def nothing_sensible(hello: Hello) -> list[bytes]:
    """Numbers that no file holds, and acts that are nested without end."""
    act = Command("kiosk-1", hello.channel, 1, 2**70, "?", None, "[" * 30_000)
    return [FROM_CONSOLE.written(each) for each in (Kept(2**70), Kept(-(2**70)), act)]


@contextmanager
def posing(
    folder: Path, port: int, says: Callable[[Hello], list[bytes]] = recorded_commands
) -> Iterator[list[bytes]]:
    """Whoever has the certificate in `folder` answers there, and lies."""
    pki = make_pki(folder, FACILITY_CODE, "kiosk-1", datetime.now(UTC))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pki.server_certificate, pki.server_key)
    heard: list[bytes] = []
    listener = socket.create_server(("127.0.0.1", port))
    ending = threading.Event()

    def serve() -> None:
        while not ending.is_set():
            try:
                plain, _ = listener.accept()
            except OSError:
                return
            plain.settimeout(10)
            try:
                with context.wrap_socket(plain, server_side=True) as line:
                    hello = FROM_KIOSK.read(line.recv(65536).split(b"\n")[0])
                    assert isinstance(hello, Hello)
                    for each in says(hello):
                        line.sendall(each + b"\n")
                    while received := line.recv(65536):
                        heard.extend(received.splitlines())
            except OSError:
                heard.append(b"refused")

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield heard
    finally:
        ending.set()
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join(20)


@pytest.mark.parametrize("certificate", ["of another authority", "stolen"])
def test_a_console_that_lies_is_refused(tmp_path: Path, certificate: str) -> None:
    world = DeskWorld(tmp_path, free_port(), free_port())
    config = kiosk_config(world, "kiosk-1")
    pki = tmp_path / "false" if certificate == "of another authority" else world.pki
    with posing(pki, world.kiosks_port) as heard, LinkedKiosk(config) as kiosk:
        if certificate == "of another authority":
            wait_until(lambda: b"refused" in heard, "it is turned away", CONNECTED_WITHIN_S)
            log = tmp_path / "kiosk-1" / "kiosk.log"
            wait_until(lambda: "desk_not_trusted" in log.read_text("utf-8"), "it is said")
            assert [each for each in heard if each != b"refused"] == []
        else:
            refusals = [FROM_KIOSK.written(Done(1, Outcome.REFUSED))] * 2
            wait_until(
                lambda: [each for each in heard if each.startswith(b"Done")] == refusals,
                "both commands are refused",
                CONNECTED_WITHIN_S,
            )
        assert kiosk.wanted == []


def test_a_console_that_says_what_none_says_leaves_the_line_and_the_list(tmp_path: Path) -> None:
    world = DeskWorld(tmp_path, free_port(), free_port())
    config = kiosk_config(world, "kiosk-1")
    with ExitStack() as stack:
        heard = stack.enter_context(posing(world.pki, world.kiosks_port, nothing_sensible))
        kiosk = stack.enter_context(LinkedKiosk(config))
        refused = FROM_KIOSK.written(Done(1, Outcome.REFUSED))
        wait_until(lambda: refused in heard, "it is refused", CONNECTED_WITHIN_S)
        kiosk.receives(reception("goes on"))
        wait_until(
            lambda: any(each.startswith(b"Told") and b"goes on" in each for each in heard),
            "the line goes on",
        )
        assert kiosk.wanted == []
    log = (tmp_path / "kiosk-1" / "kiosk.log").read_text("utf-8")
    assert "desk_link_died" not in log
    assert "child_bug" not in log


def test_a_kiosk_may_not_speak_for_another_one(tmp_path: Path) -> None:
    with open_desk(tmp_path) as world, at_desk(world) as desk:
        config = kiosk_config(world, "kiosk-1")
        facility = config.facility.model_copy(update={"kiosk_id": "kiosk-2"})
        with LinkedKiosk(config.model_copy(update={"facility": facility})):
            wait_until(
                lambda: world.log.count("kiosk_not_let_in") > 3,
                "it is turned away again and again",
                CONNECTED_WITHIN_S,
            )
        assert "kiosk-2" not in desk.page()
    log = (tmp_path / "kiosk-1" / "kiosk.log").read_text("utf-8")
    assert (log.count("desk_turned_away"), log.count("desk_lost")) == (1, 0)


def test_forms_of_other_sites_do_nothing(tmp_path: Path) -> None:
    with open_desk(tmp_path) as world, at_desk(world) as desk:
        assert desk.post("/rows", seen="1", token="f" * 64).status_code == 403
        response = desk.post("/rows", seen="1")
        assert response.status_code == 404  # Genuine, and there is no such row.


def test_guessing_waits_longer_each_time_and_survives_a_restart(tmp_path: Path) -> None:
    with open_desk(tmp_path) as world:
        number = world.add_account("Sato")
        guess = Desk(world, number)
        guess.post("/sign-out")
        for _ in range(2):
            assert "is wrong" in guess.post("/sign-in", number=number, password="wrong").text
        assert "Wait a while" in guess.post("/sign-in", number=number, password="wrong").text
        world.stop()
        world.start()
        right = guess.post("/sign-in", number=number, password=PASSWORD).text
        assert "Wait a while" in right
        guess.close()
