"""`make bench NAME=face`: how fast a face is decided, with stock `face_recognition` beside it.

Takes the demo people's photographs; the figures are medians and 95th percentiles in milliseconds
of one thread, whatever else the machine does, and the memory of a process that is forked with the
models loaded, as a session worker is.
"""

import itertools
import multiprocessing
import resource
import statistics
import sys
import time
import warnings
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from faceauth.detection import landmarks, yunet  # noqa: E402
from faceauth.detection.detect import find_faces  # noqa: E402
from faceauth.detection.dlib_detector import dlib_detector  # noqa: E402
from faceauth.face_model import (  # noqa: E402
    EmbeddingModel,
    face_model,
    names,
)
from faceauth.images import grey_from_bgr  # noqa: E402
from faceauth.matcher import CardFaceMatcher  # noqa: E402
from faceauth.port import BgrImage, Frame, LivenessLevel, Reference, Verdict  # noqa: E402
from simulation.camera.scene import Scene  # noqa: E402
from tests.bench.figure import Figure, keep  # noqa: E402
from tests.unit.faceauth.pictures import PHOTOS_DIR, card_photo  # noqa: E402

PEOPLE = ("obama", "biden", "astronaut")
ROUNDS = 12
DECISION = "first good frame to decision"
CAMERA_FRAME_MS = 1000 / 30


LIMITED_BY = (
    "finding faces and points in each frame, not the network: most frames of a camera have to be "
    "looked at before there are enough good ones. All of it runs on one thread, so that a second "
    "core is left for the screen."
)


def main() -> None:
    preload()
    takes = {person: frames_of(person, 8) for person in PEOPLE}
    figures: list[Figure] = []
    for name in names():
        before_mb = resident_mb()
        matcher = CardFaceMatcher(LivenessLevel.PASSIVE, name)
        print(f"\n{name}: {resident_mb() - before_mb:+.0f} MB beside the detector and landmarks")
        measured = bench_model(matcher, face_model(name).embedding, takes)
        share, alone = workers_memory(matcher, takes)
        print(f"{'memory of a worker':34}{share:8.1f} MB, {alone:.1f} of them its own")
        figures += [Figure(f"{name}: {what}", value, unit) for what, value, unit in measured]
        figures.append(Figure(f"{name}: memory of a worker", share, "MB"))
    print("\nstock")
    stock_ms = bench_stock(takes)
    keep("face", "A face, decided", LIMITED_BY, [beside_stock(each, stock_ms) for each in figures])


def beside_stock(figure: Figure, stock_ms: float) -> Figure:
    if not figure.what.endswith(DECISION):
        return figure
    return replace(figure, beside="stock face_recognition, 3 frames", beside_value=stock_ms)


def preload() -> None:
    """What both models share."""
    cv2.setNumThreads(1)  # As in a worker.
    dlib_detector()
    landmarks.preload()
    yunet.preload()


Measured = tuple[str, float, str]
"""What, its value, its unit."""


def bench_model(
    matcher: CardFaceMatcher, embedding: EmbeddingModel, takes: dict[str, list[BgrImage]]
) -> list[Measured]:
    cards = {person: card_photo(person) for person in PEOPLE}
    enrolled = show("card photo ready", timed(lambda person: matcher.enrol(cards[person])))
    references = {person: matcher.enrol(cards[person]) for person in PEOPLE}
    decided = show(
        DECISION,
        timed(lambda person: decide(matcher, references[person], takes[person])),
    )
    loop = matcher.compare(references["biden"])
    frames = [frame for _ in range(30) for frame in takes["obama"]]
    started = time.thread_time()
    for number, bgr in enumerate(frames):
        loop.feed(Frame(bgr, number * CAMERA_FRAME_MS))
    per_second = len(frames) / (time.thread_time() - started)
    print(f"{'frame loop, 640 × 480':34}{per_second:8.1f} frames/s")
    grey = grey_from_bgr(takes["obama"][0])
    face = find_faces(grey, 640)[0]
    points = landmarks.find_landmarks(grey, face)
    found = show("landmarks", timed(lambda _: landmarks.find_landmarks(grey, face)))
    embedded = show("embedding", timed(lambda _: embedding.embed(grey, points)))
    loop_rate: Measured = ("frame loop, 640 × 480", per_second, "frames/s")
    return [enrolled, decided, loop_rate, found, embedded]


def decide(matcher: CardFaceMatcher, reference: Reference, frames: Sequence[BgrImage]) -> None:
    comparison = matcher.compare(reference)
    for number, bgr in enumerate(itertools.cycle(frames)):
        seen = comparison.feed(Frame(bgr, number * CAMERA_FRAME_MS))
        if seen.verdict is not Verdict.UNDECIDED:
            break
    assert seen.verdict is Verdict.MATCH  # noqa: S101


def workers_memory(
    matcher: CardFaceMatcher, takes: dict[str, list[BgrImage]]
) -> tuple[float, float]:
    """After a card's photo and a decision, as `own_memory_mb` tells it."""
    fork = multiprocessing.get_context("fork")
    answer, worker_end = fork.Pipe(duplex=False)

    def work() -> None:
        decide(matcher, matcher.enrol(card_photo(PEOPLE[0])), takes[PEOPLE[0]])
        worker_end.send(own_memory_mb())

    worker = fork.Process(target=work)
    worker.start()
    share, alone = answer.recv()
    worker.join()
    return share, alone


def own_memory_mb() -> tuple[float, float]:
    """With this process's share of what it has in common with others, and without."""
    lines = Path("/proc/self/smaps_rollup").read_text("ascii").splitlines()[1:]
    kb = {name: int(rest.split()[0]) for name, rest in (line.split(":") for line in lines)}
    return kb["Pss"] / 1024, (kb["Private_Clean"] + kb["Private_Dirty"]) / 1024


def resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * resource.getpagesize() / 2**20


def frames_of(person: str, count: int) -> list[BgrImage]:
    """Different moments, 640 × 480."""
    scene = Scene(person, PHOTOS_DIR)
    return [
        np.asarray(cv2.resize(scene.frame(number * 8, False)[:, 160:1120], (640, 480)), np.uint8)
        for number in range(count)
    ]


def bench_stock(takes: dict[str, list[BgrImage]]) -> float:
    """The same frames through the package's own calls; milliseconds."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import face_recognition

    def three_frames(person: str) -> None:
        for bgr in takes[person][:3]:
            rgb = np.ascontiguousarray(bgr[:, :, ::-1])
            places = face_recognition.face_locations(rgb)
            face_recognition.face_encodings(rgb, places)

    _, median_ms, _ = show("stock face_recognition, 3 frames", timed(three_frames, rounds=3))
    return median_ms


def timed(deed: Callable[[str], object], rounds: int = ROUNDS) -> list[float]:
    """Milliseconds of each run, after one to warm up."""
    deed(PEOPLE[0])
    taken = []
    for person in PEOPLE * rounds:
        started = time.thread_time()
        deed(person)
        taken.append((time.thread_time() - started) * 1000)
    return taken


def show(name: str, taken_ms: list[float]) -> Measured:
    late = sorted(taken_ms)[int(len(taken_ms) * 0.95)]
    median_ms = statistics.median(taken_ms)
    print(f"{name:34}{median_ms:8.1f} ms, p95 {late:.1f}")
    return name, median_ms, "ms"


if __name__ == "__main__":
    main()
