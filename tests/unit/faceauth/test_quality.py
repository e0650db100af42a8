"""Each thing that is wrong with a view gives its one instruction."""

from dataclasses import replace

import numpy as np
import pytest

from faceauth.cover import CoverScores
from faceauth.port import Guidance
from faceauth.quality import (
    FaceView,
    guidance_for,
    guidance_for_card,
    guidance_for_still,
    guidance_without_face,
)

GOOD = FaceView(
    frame_width_px=1280,
    frame_height_px=720,
    centre_px=(640.0, 340.0),
    side_px=230.0,
    second_side_px=0.0,
    eye_distance_px=94.0,
    yaw=0.05,
    pitch=0.5,
    roll_degrees=3.0,
    highlight=190.0,
    burnt_out=0.01,
    background=180.0,
    sharpness=120.0,
    cover=CoverScores(eyes=-0.5, mouth=-0.5),
)


@pytest.mark.parametrize(
    ("view", "guidance"),
    [
        (GOOD, Guidance.NONE),
        (replace(GOOD, second_side_px=200.0), Guidance.SEVERAL_FACES),
        (replace(GOOD, second_side_px=120.0), Guidance.NONE),  # Somebody waits behind.
        (replace(GOOD, eye_distance_px=30.0), Guidance.COME_CLOSER),
        (replace(GOOD, eye_distance_px=330.0), Guidance.STEP_BACK),
        (replace(GOOD, centre_px=(200.0, 340.0)), Guidance.MOVE_LEFT),  # As a camera sees it.
        (replace(GOOD, centre_px=(1080.0, 340.0)), Guidance.MOVE_RIGHT),
        (replace(GOOD, centre_px=(640.0, 660.0)), Guidance.MOVE_UP),
        (replace(GOOD, centre_px=(640.0, 60.0)), Guidance.MOVE_DOWN),
        (replace(GOOD, highlight=15.0), Guidance.TOO_DARK),
        (replace(GOOD, highlight=15.0, background=250.0), Guidance.TOO_BRIGHT),  # From behind.
        (replace(GOOD, background=250.0), Guidance.NONE),  # A white wall.
        (replace(GOOD, highlight=75.0), Guidance.NONE),  # Dark skin in fair light.
        (replace(GOOD, burnt_out=0.4), Guidance.TOO_BRIGHT),
        (replace(GOOD, yaw=-0.6), Guidance.LOOK_STRAIGHT),
        (replace(GOOD, pitch=0.1), Guidance.LOOK_STRAIGHT),
        (replace(GOOD, roll_degrees=-40.0), Guidance.LOOK_STRAIGHT),
        (replace(GOOD, sharpness=2.0), Guidance.HOLD_STILL),
        (replace(GOOD, cover=CoverScores(eyes=-0.5, mouth=0.5)), Guidance.UNCOVER_MOUTH),
        (replace(GOOD, cover=CoverScores(eyes=0.5, mouth=-0.5)), Guidance.UNCOVER_EYES),
        (replace(GOOD, cover=CoverScores(eyes=0.0, mouth=0.0)), Guidance.NONE),  # In doubt.
    ],
)
def test_guidance_for_a_view(view: FaceView, guidance: Guidance) -> None:
    assert guidance_for(view) is guidance


def test_who_is_meant_comes_before_how_they_stand() -> None:
    everything_wrong = replace(GOOD, second_side_px=230.0, eye_distance_px=10.0, highlight=5.0)
    assert guidance_for(everything_wrong) is Guidance.SEVERAL_FACES


def test_a_cards_photo_is_never_told_to_uncover() -> None:
    covered = replace(GOOD, cover=CoverScores(eyes=0.5, mouth=0.5))
    assert guidance_for_still(covered) is Guidance.UNCOVER_MOUTH
    assert guidance_for_card(covered) is Guidance.NONE


def test_an_empty_place_and_a_dark_one_are_told_apart() -> None:
    assert guidance_without_face(np.full((720, 1280), 190, np.uint8)) is Guidance.NO_FACE
    assert guidance_without_face(np.full((720, 1280), 9, np.uint8)) is Guidance.TOO_DARK
    silhouette = np.full((720, 1280), 250, np.uint8)
    silhouette[150:, 400:880] = 20
    assert guidance_without_face(silhouette) is Guidance.TOO_BRIGHT
