"""Programs that open the control socket and say nothing."""

import socket
from contextlib import ExitStack
from pathlib import Path

from kiosk import control
from kiosk.control import SOCKET_NAME, ControlSocket, ask
from kiosk.delivery.condition import Condition
from kiosk.signs import Signs
from tests.flow.session.story import Story


def test_six_of_them_do_not_shut_out_the_seventh(tmp_path: Path) -> None:
    story = Story()
    answering = ControlSocket(
        tmp_path,
        status=lambda: control.status_of(story.state, story.now_ms, Signs(lambda: 0), Condition()),
        reset=lambda: None,
        metrics=dict,
        renew=bool,
    )
    answering.start()
    with ExitStack() as silent:
        for _ in range(6):
            client = silent.enter_context(socket.socket(socket.AF_UNIX, socket.SOCK_STREAM))
            client.connect(str(tmp_path / SOCKET_NAME))
        assert ask(tmp_path, "status")["phase"] == "Idle"
    answering.stop()
