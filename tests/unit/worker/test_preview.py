"""The camera's picture between two processes' memory."""

from collections.abc import Iterator

import numpy as np
import pytest

from kiosk.worker.preview import PreviewMemory, PreviewWriter


@pytest.fixture
def memory() -> Iterator[PreviewMemory]:
    made = PreviewMemory()
    yield made
    made.close()


def test_a_picture_arrives_once(memory: PreviewMemory) -> None:
    writer = PreviewWriter(memory.name)
    picture = np.arange(48 * 64 * 3, dtype=np.uint32).astype(np.uint8).reshape(48, 64, 3)
    assert memory.latest() is None
    writer.write(picture)
    latest = memory.latest()
    assert latest is not None
    assert np.array_equal(latest[1], picture)
    assert memory.latest() is None
    writer.close()


def test_a_large_picture_is_thinned_out(memory: PreviewMemory) -> None:
    writer = PreviewWriter(memory.name)
    writer.write(np.full((1080, 1920, 3), 7, np.uint8))
    latest = memory.latest()
    assert latest is not None
    assert latest[1].shape == (540, 960, 3)
    writer.close()


def test_an_upright_picture_is_shown_as_sharply_as_a_lying_one(memory: PreviewMemory) -> None:
    writer = PreviewWriter(memory.name)
    writer.write(np.full((1280, 720, 3), 7, np.uint8))
    latest = memory.latest()
    assert latest is not None
    assert latest[1].shape == (1280, 720, 3)
    writer.close()


def test_nothing_of_a_session_is_left_for_the_next(memory: PreviewMemory) -> None:
    writer = PreviewWriter(memory.name)
    writer.write(np.full((720, 1280, 3), 200, np.uint8))
    memory.wipe()
    assert memory.latest() is None
    assert memory.is_blank()
    writer.close()
