"""`face compare`: pictures from files judged as a card's photo and frames of one person."""

import time
from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict

from faceauth import decision
from faceauth.errors import PhotoUnusable, PicturesUnusable
from faceauth.face_model import FaceModel
from faceauth.images import RgbImage
from faceauth.photo import decode_photo
from faceauth.pictures import Seen, StageTimes, load_rgb, see
from faceauth.port import Guidance

_JPEG2000_ENDINGS = {".jp2", ".j2k", ".j2c", ".jpx"}


class Compared(TypedDict):
    """As it is printed with `--json`."""

    decision: str
    score: float | None
    threshold: float
    frames_used: int
    elapsed_ms: float
    quality: list[dict[str, str]]


def compare(reference: Path, probes: Sequence[Path], model: FaceModel) -> Compared:
    """Judge the probes together, as frames of one person, against the reference."""
    started = time.perf_counter()
    times = StageTimes()
    card = see(_load_reference(reference), model.embedding, times)
    seen = [see(load_rgb(path), model.embedding, times) for path in probes]
    quality = [
        {"path": str(path), "problem": problem.value}
        for path, problem in zip(
            [reference, *probes],
            [Guidance.NO_FACE if card is None else card.problem_as_card, *map(_problem, seen)],
            strict=True,
        )
    ]
    frames = [each.embedding for each in seen if each and each.problem is Guidance.NONE]
    score = None
    if card is None or not any(seen):
        verdict = "no_face"
    elif not frames or card.problem_as_card is Guidance.LOOK_STRAIGHT:
        verdict = "poor_quality"
    else:
        score = decision.fused(card.embedding, frames)
        matches = decision.is_match(model.calibration, card.embedding, frames)
        verdict = "match" if matches else "no_match"
    return {
        "decision": verdict,
        "score": score,
        "threshold": model.calibration.threshold,
        "frames_used": len(frames),
        "quality": quality,
        "elapsed_ms": round((time.perf_counter() - started) * 1000, 1),
    }


def _load_reference(path: Path) -> RgbImage:
    """A card's own file goes the card's way, with all its caps."""
    if path.suffix.lower() not in _JPEG2000_ENDINGS:
        return load_rgb(path)
    try:
        return decode_photo(path.read_bytes())
    except OSError as error:
        raise PicturesUnusable(f"{path.name}: {error.strerror}") from None
    except PhotoUnusable as error:
        raise PicturesUnusable(f"{path.name}: {error}") from None


def _problem(seen: Seen | None) -> Guidance:
    return Guidance.NO_FACE if seen is None else seen.problem
