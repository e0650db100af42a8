"""The face's side of a session: what is said of camera and photo, and when."""

import queue
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import cast

import numpy as np
import pytest

from faceauth.errors import CameraLost
from faceauth.port import Camera, CameraProblem, FaceMatcher, Frame, Guidance, Observation, Verdict
from kiosk.session.events import CameraReplugged, FaceMatched, FaceObserved, FaceOfferKnown
from kiosk.session.screens import FaceOffer
from kiosk.worker import face_side
from kiosk.worker.face_side import FaceSide
from kiosk.worker.messages import Begin, FromWorker
from kiosk.worker.preview import PreviewMemory
from tests.unit.worker.fakes import worker_parts
from tests.waiting import eventually

SOON_S = 60
PICTURE = np.zeros((8, 8, 3), np.uint8)


class Matcher:
    """Finds everybody to be the person of the photo, at the first frame."""

    def enrol(self, photo: bytearray) -> "Matcher":
        return self

    def compare(self, reference: "Matcher") -> "Matcher":
        return self

    def feed(self, frame: Frame) -> Observation:
        return Observation(Guidance.NONE, 1.0, Verdict.MATCH)

    def wipe(self) -> None:
        pass


class Plugged:
    def open(self) -> None:
        pass

    def latest(self, newer_than_ms: float, timeout_ms: int) -> Frame | None:
        return Frame(PICTURE, time.monotonic() * 1000)

    def close(self) -> None:
        pass


class Unplugged(Plugged):
    """Until something is said to be wrong no more, or otherwise."""

    def __init__(self, why: CameraProblem | None = CameraProblem.ABSENT) -> None:
        self.why = why

    def open(self) -> None:
        if self.why is not None:
            raise CameraLost(self.why, "of the test")

    def latest(self, newer_than_ms: float, timeout_ms: int) -> Frame | None:
        self.open()
        return super().latest(newer_than_ms, timeout_ms)


class Heard:
    """The side, and what it says."""

    def __init__(self, camera: Camera | None, preview: PreviewMemory) -> None:
        self.said: queue.SimpleQueue[FromWorker] = queue.SimpleQueue()
        made = replace(
            worker_parts("good"),
            camera=camera,
            matcher=None if camera is None else cast(FaceMatcher, Matcher()),
        )
        writer = preview.writer
        self.side = FaceSide(made, Begin("s1", "Reader", reads_photo=True), self.said.put, writer)
        self.side.open_camera()

    def hear(self) -> FromWorker:
        return self.said.get(timeout=SOON_S)


@pytest.fixture
def preview() -> Iterator[PreviewMemory]:
    memory = PreviewMemory()
    yield memory
    memory.close()


def wait_for_picture(preview: PreviewMemory) -> None:
    """The patient sees themselves as soon as the attempt is asked for."""
    assert eventually(lambda: preview.latest() is not None, SOON_S)


def test_the_face_is_offered_when_the_photo_is_embedded(preview: PreviewMemory) -> None:
    face = Heard(Plugged(), preview)
    photo = bytearray(b"photo")
    face.side.enrol(photo)
    assert face.hear() == FaceOfferKnown("s1", FaceOffer.READY)
    assert not any(photo)


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(face_side, "FRAME_WAIT_MS", 1)
    monkeypatch.setattr(face_side, "CAMERA_GONE_MS", 10)


def test_a_camera_lost_before_the_card_was_read_is_told_again(preview: PreviewMemory) -> None:
    face = Heard(Unplugged(), preview)
    assert face.hear() == FaceOfferKnown("s1", FaceOffer.NO_CAMERA)
    face.side.enrol(bytearray(b"photo"))
    assert face.hear() == FaceOfferKnown("s1", FaceOffer.NO_CAMERA)
    face.side.finish()


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize(
    ("comes_back", "said"),
    [
        (None, FaceOfferKnown("s1", FaceOffer.READY)),
        (CameraProblem.PERMISSION_DENIED, CameraReplugged("s1")),
    ],
    ids=["as it was", "as another device"],
)
def test_a_camera_lost_in_an_attempt_is_told_of_when_it_is_back(
    preview: PreviewMemory,
    comes_back: CameraProblem | None,
    said: FaceOfferKnown | CameraReplugged,
) -> None:
    camera = Unplugged(None)
    face = Heard(camera, preview)
    face.side.enrol(bytearray(b"photo"))
    assert face.hear() == FaceOfferKnown("s1", FaceOffer.READY)
    camera.why = CameraProblem.ABSENT
    face.side.start(1)
    face.side.let_try(1)
    while isinstance(heard := face.hear(), FaceObserved):
        assert heard.guidance is Guidance.NO_PICTURE
    assert heard == FaceOfferKnown("s1", FaceOffer.NO_CAMERA)
    camera.why = comes_back
    assert face.hear() == said
    face.side.finish()


@pytest.mark.usefixtures("at_once")
def test_a_camera_that_was_never_open_to_the_kiosk_is_no_other_one(preview: PreviewMemory) -> None:
    camera = Unplugged(CameraProblem.PERMISSION_DENIED)
    face = Heard(camera, preview)
    assert face.hear() == FaceOfferKnown("s1", FaceOffer.NO_CAMERA)
    face.side.enrol(bytearray(b"photo"))
    assert face.hear() == FaceOfferKnown("s1", FaceOffer.NO_CAMERA)
    camera.why = None  # Its rights were set a moment after it was plugged in.
    assert face.hear() == FaceOfferKnown("s1", FaceOffer.READY)
    face.side.finish()


def test_without_a_camera_the_photo_is_for_the_eyes_of_staff_alone(preview: PreviewMemory) -> None:
    face = Heard(None, preview)
    photo = bytearray(b"photo")
    face.side.enrol(photo)
    assert not any(photo)
    assert face.said.empty()


def test_a_photo_that_comes_late_is_waited_for(
    preview: PreviewMemory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(face_side, "STOP_LOOKED_AT_S", 0.001)
    face = Heard(Plugged(), preview)
    face.side.start(1)
    face.side.let_try(1)
    wait_for_picture(preview)
    face.side.enrol(bytearray(b"photo"))
    assert face.hear() == FaceOfferKnown("s1", FaceOffer.READY)
    assert face.hear() == FaceObserved("s1", 1, Guidance.NONE, 1.0)
    assert face.hear() == FaceMatched("s1", 1)
    face.side.finish()


def test_no_face_is_compared_before_the_attempt_is_counted(preview: PreviewMemory) -> None:
    face = Heard(Plugged(), preview)
    face.side.enrol(bytearray(b"photo"))
    assert face.hear() == FaceOfferKnown("s1", FaceOffer.READY)
    face.side.start(1)
    wait_for_picture(preview)
    face.side.stop()
    face.side.start(2)
    face.side.let_try(1)  # Came too late; the attempt that it was for is over.
    face.side.stop()
    face.side.start(3)
    face.side.let_try(3)
    assert face.hear() == FaceObserved("s1", 3, Guidance.NONE, 1.0)
    assert face.hear() == FaceMatched("s1", 3)
    face.side.finish()
