"""Who takes connections to the console and says nothing keeps no others out."""

import resource
import socket
from contextlib import ExitStack
from pathlib import Path

from console.server import OF_ONE_ADDRESS
from tests.console.desk import LinkedKiosk, kiosk_config, open_desk, wait_until
from tests.console.test_drills import CONNECTED_WITHIN_S, at_desk

ATTACKER = "127.0.0.66"
USUAL_OPEN_FILES = 1024


def test_a_crowd_that_says_nothing_keeps_neither_staff_nor_kiosks_out(tmp_path: Path) -> None:
    with ExitStack() as stack:
        world = stack.enter_context(open_desk(tmp_path))
        assert world.process is not None
        _, most = resource.prlimit(world.process.pid, resource.RLIMIT_NOFILE)
        resource.prlimit(world.process.pid, resource.RLIMIT_NOFILE, (USUAL_OPEN_FILES, most))
        for port in (world.staff_port, world.kiosks_port):
            crowd = [
                stack.enter_context(
                    socket.create_connection(
                        ("127.0.0.1", port), timeout=60, source_address=(ATTACKER, 0)
                    )
                )
                for _ in range(USUAL_OPEN_FILES // 2)
            ]
            for each in crowd[OF_ONE_ADDRESS:]:
                assert is_ended(each)
        desk = stack.enter_context(at_desk(world))
        kiosk = stack.enter_context(LinkedKiosk(kiosk_config(world, "kiosk-1")))
        wait_until(
            lambda: f'id="kiosk-{kiosk.kiosk_id}"' in desk.page(), "it is seen", CONNECTED_WITHIN_S
        )
        for each in crowd:
            assert is_ended(each)  # Who never shakes hands is not waited for long.
        assert "Traceback" not in world.log


def is_ended(connection: socket.socket) -> bool:
    """Whether the console has hung up; waits until it has."""
    try:
        return connection.recv(1) == b""
    except ConnectionResetError:
        return True
