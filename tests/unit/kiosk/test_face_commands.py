"""`uketsuke face …` from the outside: what it prints, and what it says to bad input."""

import json
import struct
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from typer.testing import CliRunner

import simulation.cli.face  # noqa: F401 - Adds its commands.
from faceauth.errors import PicturesUnusable
from kiosk.cli.face import app
from kiosk.errors import SetupFault
from tests.unit.faceauth.pictures import PHOTOS_DIR, card_photo, needs_demo_photos


def run(*arguments: str | Path) -> dict[str, Any]:
    result = CliRunner().invoke(app, [str(each) for each in arguments])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    found: dict[str, Any] = json.loads(result.stdout)
    return found


@needs_demo_photos
def test_compare_tells_people_apart(tmp_path: Path) -> None:
    card = tmp_path / "card.jp2"
    card.write_bytes(card_photo("obama"))
    same = run("compare", card, PHOTOS_DIR / "obama2.jpg", PHOTOS_DIR / "obama3.jpg", "--json")
    assert (same["decision"], same["frames_used"]) == ("match", 2)
    assert [each["problem"] for each in same["quality"]] == ["none"] * 3
    other = run("compare", card, PHOTOS_DIR / "biden.jpg", "--json")
    assert other["decision"] == "no_match"
    assert set(other) == {
        "decision", "score", "threshold", "frames_used", "quality", "elapsed_ms"
    }  # fmt: skip


@needs_demo_photos
def test_compare_without_a_face(tmp_path: Path) -> None:
    blank = tmp_path / "blank.png"
    Image.new("RGB", (300, 400), "grey").save(blank)
    assert run("compare", PHOTOS_DIR / "biden.jpg", blank, "--json")["decision"] == "no_face"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.jpg", b""),
        ("text.png", b"no picture"),
        ("cut.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF"),
        (
            "huge.j2k",
            b"\xff\x4f\xff\x51"
            + struct.pack(
                ">HHIIIIIIIIH3B", 41, 0, 50000, 50000, 0, 0, 50000, 50000, 0, 0, 1, 7, 1, 1
            ),
        ),
    ],
)
def test_a_bad_picture_is_named(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(PicturesUnusable, match=name):
        run("compare", path, path, "--json")


def test_what_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SetupFault, match="nobody"):
        run("evaluate", tmp_path / "nobody", "--json")
    with pytest.raises(PicturesUnusable, match="PERSON/IMAGE"):
        run("evaluate", tmp_path, "--json")
    with pytest.raises(PicturesUnusable, match="no frames"):
        run("liveness", tmp_path, "--json")


@needs_demo_photos
def test_whole_attempts_let_people_in_and_keep_strangers_out(tmp_path: Path) -> None:
    for person, names in {"obama": ("obama", "obama2", "obama3"), "biden": ("biden",)}.items():
        (tmp_path / person).mkdir()
        for name in names:
            picture = Image.open(PHOTOS_DIR / f"{name}.jpg")
            picture.save(tmp_path / person / f"{name}.jpg")
            picture.reduce(2).save(tmp_path / person / f"{name}-small.jpg")
    found = run("attempts", tmp_path, "--only", "as it is", "--per-person", "1", "--json")
    assert found["as it is"]["attempts"] == found["as it is"]["within_3_s"] == 2
    found = run("attempts", tmp_path, "--only", "strangers", "--json")
    assert found["strangers"]["attempts"] == 2
    assert found["strangers"]["matches"] == 0
    with pytest.raises(SetupFault, match="two fifths"):
        run("attempts", tmp_path, "--only", "in the rain")


def test_rates_of_attacks_are_those_of_the_worst_species(tmp_path: Path) -> None:
    path = tmp_path / "presentations.csv"
    path.write_text(
        "species,outcome\n"
        + "print,refused\n" * 19
        + "print,accepted\n"
        + "tablet,refused\n" * 30
        + "tablet,no_response\n" * 2
        + "bona_fide,accepted\n" * 99
        + "bona_fide,refused\n"
    )
    found = run("attacks", path, "--json")
    assert found["apcer_highest"] == found["species"]["print"]["apcer"]["rate"] == 0.05
    assert found["species"]["tablet"]["apcer"]["of"] == 30
    assert found["species"]["tablet"]["apcer"]["upper_95"] == pytest.approx(0.095, abs=0.001)
    assert found["species"]["tablet"]["apnrr"]["count"] == 2
    assert found["bpcer"]["rate"] == 0.01


def test_a_line_that_is_no_presentation_is_named(tmp_path: Path) -> None:
    path = tmp_path / "presentations.csv"
    path.write_text("print,refused\nprint,maybe\n")
    with pytest.raises(PicturesUnusable, match="line 2"):
        run("attacks", path, "--json")


@pytest.mark.parametrize("place", ["", "nowhere/curves.png"])
def test_a_place_that_cannot_be_written_is_told_before_the_work(tmp_path: Path, place: str) -> None:
    with pytest.raises(SetupFault, match="--plot"):
        run("evaluate", tmp_path, "--plot", tmp_path / place)
    with pytest.raises(SetupFault, match="--out"):
        run("calibrate", tmp_path, "--provenance", "x", "--out", tmp_path / place)
