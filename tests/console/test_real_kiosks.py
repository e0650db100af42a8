"""Two whole kiosks, each in a process of its own with a patient before it; staff at one desk."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from kiosk.staff.acts import Role
from simulation.demo.world import PICTURES, default_world
from tests.console.conftest import sign_in
from tests.console.desk import ROOT, DeskWorld, free_port

REHEARSED_WITHIN_S = 240
PATIENTS = {"desk-test-1": "pin", "desk-test-2": "staff-check"}

pytestmark = pytest.mark.skipif(
    not all((default_world().photos / name).is_file() for name in PICTURES),
    reason="the demo people's photographs are not set up (make setup)",
)


class DeskInDemo(DeskWorld):
    """A desk whose kiosks live in the demo's world."""

    @property
    def pki(self) -> Path:
        return default_world().pki


@contextmanager
def whole_kiosk(desk: DeskWorld, kiosk_id: str, scenario: str) -> Iterator["subprocess.Popen[str]"]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    address = f"localhost:{desk.kiosks_port}"
    command = [sys.executable, "-m", "tests.console.whole_kiosk", kiosk_id, scenario, address]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def test_staff_see_who_was_received_at_one_and_who_calls_at_the_other(
    page: Page, tmp_path: Path
) -> None:
    desk = DeskInDemo(tmp_path, free_port(), free_port())
    desk.start()
    with ExitStack() as stack:
        stack.callback(desk.stop)
        sign_in(page, desk, desk.add_account("Sato", Role.ADMINISTRATOR))
        kiosks = [
            stack.enter_context(whole_kiosk(desk, kiosk_id, scenario))
            for kiosk_id, scenario in PATIENTS.items()
        ]
        limit_ms = REHEARSED_WITHIN_S * 1000
        row = page.get_by_role("row").filter(has_text="desk-test-1")
        expect(row).to_contain_text("ミホン", timeout=limit_ms)
        expect(row).to_contain_text("PIN")
        expect(page.locator("#notices")).to_contain_text(
            "desk-test-2: A patient calls for help", timeout=limit_ms
        )
        for kiosk in kiosks:
            said, _ = kiosk.communicate(timeout=REHEARSED_WITHIN_S)
            assert kiosk.returncode == 0, said
    assert "ミホン" not in desk.log
