"""The camera's picture between two processes' memory."""

import mmap
import os
import struct
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from kiosk.worker.preview import PreviewMemory


@pytest.fixture
def memory() -> Iterator[PreviewMemory]:
    made = PreviewMemory()
    yield made
    made.close()


def test_a_picture_arrives_once(memory: PreviewMemory) -> None:
    writer = memory.writer
    picture = np.arange(48 * 64 * 3, dtype=np.uint32).astype(np.uint8).reshape(48, 64, 3)
    assert memory.latest() is None
    writer.write(picture)
    latest = memory.latest()
    assert latest is not None
    assert np.array_equal(latest[1], picture)
    assert memory.latest() is None
    writer.close()


def test_it_comes_with_where_the_face_is(memory: PreviewMemory) -> None:
    writer = memory.writer
    writer.write(np.full((48, 64, 3), 7, np.uint8), 0.25)
    assert memory.latest() is not None
    assert memory.face_below == 0.25
    memory.wipe()
    assert memory.face_below == 0.0
    writer.close()


@pytest.mark.parametrize("face_below", [float("nan"), float("inf"), -7.0])
def test_a_face_outside_its_picture_is_none(memory: PreviewMemory, face_below: float) -> None:
    writer = memory.writer
    writer.write(np.full((48, 64, 3), 7, np.uint8), face_below)
    assert memory.latest() is not None
    assert memory.face_below == 0.0
    writer.close()


def test_a_large_picture_is_thinned_out(memory: PreviewMemory) -> None:
    writer = memory.writer
    writer.write(np.full((1080, 1920, 3), 7, np.uint8))
    latest = memory.latest()
    assert latest is not None
    assert latest[1].shape == (540, 960, 3)
    writer.close()


def test_an_upright_picture_is_shown_as_sharply_as_a_lying_one(memory: PreviewMemory) -> None:
    writer = memory.writer
    writer.write(np.full((1280, 720, 3), 7, np.uint8))
    latest = memory.latest()
    assert latest is not None
    assert latest[1].shape == (1280, 720, 3)
    writer.close()


def test_nothing_of_a_session_is_left_for_the_next(memory: PreviewMemory) -> None:
    writer = memory.writer
    writer.write(np.full((720, 1280, 3), 200, np.uint8))
    memory.wipe()
    assert memory.latest() is None
    assert memory.is_blank()
    writer.close()


@pytest.mark.parametrize(
    ("width", "height"), [(60_000, 60_000), (921_601, 1), (1, 921_601), (0, 0), (0, 5), (5, 0)]
)
def test_a_worker_that_lies_about_a_pictures_size_shows_nothing(
    memory: PreviewMemory, width: int, height: int
) -> None:
    writer = memory.writer
    writer.write(np.full((48, 64, 3), 7, np.uint8))
    with mmap.mmap(writer.fileno(), 0) as shared:
        struct.pack_into("<QII", shared, 0, 2, width, height)
    assert memory.latest() is None
    writer.close()


def test_a_worker_cannot_take_the_memory_away(memory: PreviewMemory) -> None:
    for size in (0, 10_000_000):
        with pytest.raises(PermissionError):
            os.ftruncate(memory.writer.fileno(), size)


def test_it_has_no_name_that_could_be_left_behind(memory: PreviewMemory) -> None:
    mapped = Path("/proc/self/maps").read_text().splitlines()
    assert [line.split()[5:] for line in mapped if "preview" in line] == [
        ["/memfd:preview", "(deleted)"]
    ]
    memory.wipe()
