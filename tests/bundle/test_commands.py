"""Commands of the bundle: what an installed kiosk's people run on it."""

import json
import subprocess
from pathlib import Path

import cv2
import pytest

from kiosk.config_file import load
from tests.unit.faceauth.pictures import PHOTOS_DIR, card_photo, needs_demo_photos
from tests.unit.kiosk.test_config import GOOD, written
from tests.unit.kiosk.test_provision_sheet import qr_code

LIMIT_S = 120


def run(program: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [program, *arguments],
        capture_output=True,
        encoding="utf-8",
        timeout=LIMIT_S,
        check=False,
        env={"PATH": "/usr/bin:/bin"},  # Nothing of this checkout.
    )


def test_it_tells_its_commands(program: Path) -> None:
    done = run(program, "--help")
    assert done.returncode == 0, done.stderr
    assert {"run", "status", "face", "consent"} <= set(done.stdout.split())


@needs_demo_photos
def test_it_compares_faces(program: Path, tmp_path: Path) -> None:
    card = tmp_path / "card.jp2"
    card.write_bytes(card_photo("obama"))
    same = run(program, "face", "compare", card, PHOTOS_DIR / "obama3.jpg", "--json")
    other = run(program, "face", "compare", card, PHOTOS_DIR / "biden.jpg")
    assert (same.returncode, other.returncode) == (0, 0), same.stderr + other.stderr
    assert json.loads(same.stdout)["decision"] == "match"
    assert other.stdout.startswith("no_match, distance")


@needs_demo_photos
def test_a_broken_picture_is_one_line(program: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.jpg"
    broken.write_bytes((PHOTOS_DIR / "biden.jpg").read_bytes()[:200])
    done = run(program, "face", "compare", PHOTOS_DIR / "biden.jpg", broken)
    assert done.returncode == 2
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert broken.name in line


@pytest.mark.parametrize(
    "command", [("demo",), ("rehearse", "pin"), ("service", "serve"), ("card", "people")]
)
def test_nothing_of_the_simulation_is_a_command(program: Path, command: tuple[str, ...]) -> None:
    done = run(program, *command)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "No such command" in done.stderr


@pytest.mark.parametrize("command", [("results", "queue"), ("consent", "verify")])
def test_no_command_guesses_whose_folder_is_meant(
    program: Path, command: tuple[str, ...], tmp_path: Path
) -> None:
    said = run(program, *command).stderr.splitlines()
    assert len(said) == 1
    assert "--state" in said[0]
    assert str(tmp_path) in run(program, *command, "--state", tmp_path).stderr


def test_a_sheet_is_read_from_a_picture_of_its_code(program: Path, tmp_path: Path) -> None:
    """OpenCV asks every library that it knows for pictures whether one is theirs."""
    for folder in ("results", "state"):
        (tmp_path / folder).mkdir()
    picture = tmp_path / "code.jpg"
    cv2.imwrite(str(picture), qr_code('[facility]\nkiosk_id = "second-floor"\n'))
    config = written(tmp_path, GOOD)
    done = run(program, "provision", "sheet", "--qr", picture, "--config", config)
    assert done.returncode == 0, done.stderr
    assert load(config).facility.kiosk_id == "second-floor"
