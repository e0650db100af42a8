"""Every story, played by the real application: screens, worker, card, service, result file."""

import itertools
import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from kiosk.session.flow import FlowName
from simulation.card_slot.pcscd import why_unavailable
from simulation.demo import simulation
from simulation.demo.world import FACILITY_CODE, PICTURES, default_world
from simulation.hardware import CardTransport
from simulation.rehearsal import scenario
from simulation.rehearsal.director import Options, play_repeatedly
from simulation.rehearsal.recorder import Report
from tests.flow.rehearsal.forked import forked_card_slot, forked_service, load_before_the_fork
from tests.flow.rehearsal.prove_stories import played
from tests.results import strict

LIMIT_S = 180

pytestmark = pytest.mark.skipif(
    not all((default_world().photos / name).is_file() for name in PICTURES),
    reason="the demo people's photographs are not set up (make setup)",
)
needs_pcscd = pytest.mark.skipif(why_unavailable() is not None, reason=str(why_unavailable()))


def rehearse(*arguments: str) -> tuple[int, dict[str, Any]]:
    """Exit code and report of one run of the command."""
    done = subprocess.run(
        [sys.executable, "-m", "kiosk.cli", "rehearse", *arguments, "--json"],
        capture_output=True,
        encoding="utf-8",
        timeout=LIMIT_S,
        check=False,
    )
    assert done.stdout, done.stderr
    return done.returncode, json.loads(done.stdout.splitlines()[-1])


def play(
    name: str, person: str | None = None, profile: FlowName = FlowName.LEAFLET_2024_06
) -> Report:
    """One run in this process: the forkserver and the imports are shared by all stories."""
    load_before_the_fork()
    options = Options(default_world(), CardTransport.LOOPBACK, person=person, profile=profile)
    with (
        patch.object(simulation, "ServiceProcess", forked_service),
        patch.object(simulation, "CardSlotProcess", forked_card_slot),
    ):
        (report,) = play_repeatedly(scenario.load(name), options, 1)
    return report


# Each story once here; `make prove NAME=scenarios` plays all in both profiles on every display.
PROFILES = itertools.cycle(FlowName)


@pytest.mark.parametrize(("name", "profile"), list(zip(scenario.names(), PROFILES, strict=False)))
def test_story(name: str, profile: FlowName) -> None:
    report = play(name, profile=profile)
    assert report.error is None
    if report.result_file is not None:
        strict.take(Path(report.result_file), facility=FACILITY_CODE)


@needs_pcscd
@pytest.mark.parametrize("name", ["insurance-lapsed", "phone-android", "phone-iphone"])
def test_a_story_of_the_counter_through_pcscd(name: str) -> None:
    """`make prove NAME=stories` plays all of them."""
    assert played(name, CardTransport.PCSC, FlowName.CURRENT_2024_10)[0] is None


@needs_pcscd
@pytest.mark.parametrize("name", ["face", "pin"])
def test_story_through_pcscd(name: str) -> None:
    code, report = rehearse(name, "--transport", "pcsc")
    assert (code, report["error"]) == (0, None)
    assert report["apdu_count"] > 0
    root = ET.parse(report["result_file"]).getroot()
    assert root.tag == "XmlMsg"
    assert root.findtext(".//QualificationValidity") == "1"
    assert root.findtext(".//PharmacistsInfoConsFlg") == "1"
    assert root.find(".//LimitApplicationCertificateClassificationFlag") is None


def test_a_story_that_ends_otherwise_fails() -> None:
    code, report = rehearse("pin", "--transport", "loopback", "--person", "kigen")
    assert code == 1
    assert report["error"]


def test_every_screen_passed_is_saved(tmp_path: Path) -> None:
    rehearse("pin", "--transport", "loopback", "--screens", str(tmp_path))
    saved = {path.stem.partition("-")[2] for path in tmp_path.glob("*.png")}
    assert {"Attract", "ChooseMethod", "Pin", "Question", "Completed", "Farewell"} <= saved


def test_pictures_that_cannot_be_saved_end_the_run(tmp_path: Path) -> None:
    for number in range(1, 10):
        (tmp_path / f"{number:02d}-ChooseMethod.png").mkdir()
    code, report = rehearse("pin", "--transport", "loopback", "--screens", str(tmp_path))
    assert code == 1
    assert "ChooseMethod.png could not be written" in report["error"]


def test_nothing_personal_is_left_in_the_logs() -> None:
    play("pin")
    world = default_world()
    lines = [
        line
        for path in world.root.glob("*.log")
        for line in path.read_text("utf-8").split("\n")[:-1]  # Another kiosk may be writing one.
    ]
    for line in lines:
        said = json.loads(line)
        for field in ("timestamp", "session_id", "port", "duration_ms", "elapsed_ms", "file"):
            said.pop(field, None)  # Their digits may be anybody's.
        for secret in ("2345", "見本", "太郎", "24680", "00138016"):
            assert secret not in json.dumps(said, ensure_ascii=False)


def test_unknown_scenario_is_one_clear_line() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kiosk.cli", "rehearse", "nonesuch"],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "COLUMNS": "200"},
        check=False,
    )
    assert done.returncode == 2
    assert "nonesuch" in done.stderr
    assert len(done.stderr.splitlines()) == 1
