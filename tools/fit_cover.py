"""`python tools/fit_cover.py FOLDER… [--measure]`: what the quality gate takes for a covered face.

Takes folders of PERSON/IMAGE of open faces, draws masks, hands and glasses over them
(simulation/camera/occluders.py), fits one linear discriminant for the mouth and one for the eyes,
and writes faceauth/shipped_cover.json: weights over all people, nobody's picture. With `--measure`
nothing is written; it prints, as JSON for docs/face-figures/, how often people are told to uncover,
with and without something before their faces: by what was fitted without them, and by what ships.
"""

import argparse
import datetime
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from faceauth.cover import (  # noqa: E402
    Discriminant,
    Histograms,
    parts_of,
    shipped_discriminants,
)
from faceauth.detection.detect import find_faces, find_still_face  # noqa: E402
from faceauth.detection.face_box import FaceBox  # noqa: E402
from faceauth.detection.landmarks import find_landmarks  # noqa: E402
from faceauth.embedding.alignment import aligned_chip  # noqa: E402
from faceauth.errors import PicturesUnusable  # noqa: E402
from faceauth.images import RgbImage, grey_from_rgb  # noqa: E402
from faceauth.pictures import load_rgb  # noqa: E402
from faceauth.quality import COVERED_AT_LEAST  # noqa: E402
from simulation.camera.occluders import (  # noqa: E402
    HIDE_EYES,
    HIDE_MOUTH,
    Occluder,
    plain_glasses,
    thin_lips,
)

OUT = ROOT / "faceauth" / "shipped_cover.json"
OPEN: dict[str, Occluder] = {
    "nothing": lambda picture, _face, _random: picture,
    "plain glasses": plain_glasses,
    "thin lips": thin_lips,
}
DRAWN = {**OPEN, **HIDE_MOUTH, **HIDE_EYES}
TIMES = 2
"""Each is drawn so often over each picture, a little different."""

FOLDS = 10
SHRINKAGE = 0.1
"""Of the average variance, added to every direction: there are more numbers than people."""

SEARCH_WIDTH_PX = 480


@dataclass(frozen=True, eq=False)
class Example:
    person: str
    drawn: str
    eyes: NDArray[np.float64]
    mouth: NDArray[np.float64]


Scores = dict[str, list[tuple[float, float]]]
"""Of eyes and mouth, by what was drawn."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--measure", action="store_true")
    chosen = parser.parse_args()
    examples = list(all_examples(chosen.folders))
    people = sorted({example.person for example in examples})
    if chosen.measure:
        measured = {
            "people": len(people),
            "left_out": told(left_out_scores(examples, people)),
            "shipped": told(shipped_scores(examples)),
        }
        print(json.dumps(measured))
    else:
        names = " + ".join(folder.name for folder in chosen.folders)
        write(*fit(examples), names, len(people))


def left_out_scores(examples: Sequence[Example], people: list[str]) -> Scores:
    """Each scored by what was fitted without their person."""
    np.random.default_rng(0).shuffle(people)
    scores: Scores = {name: [] for name in DRAWN}
    for fold in range(FOLDS):
        left_out = set(people[fold::FOLDS])
        eyes, mouth = fit([each for each in examples if each.person not in left_out])
        for each in examples:
            if each.person in left_out:
                scores[each.drawn].append((eyes.score(each.eyes), mouth.score(each.mouth)))
    return scores


def shipped_scores(examples: Sequence[Example]) -> Scores:
    eyes, mouth = shipped_discriminants()
    scores: Scores = {name: [] for name in DRAWN}
    for each in examples:
        scores[each.drawn].append((eyes.score(each.eyes), mouth.score(each.mouth)))
    return scores


def told(scores: Scores) -> dict[str, dict[str, float]]:
    """By what was drawn: how many were found as faces, and the share told to uncover."""
    rows = {}
    for name, of_drawn in scores.items():
        values = np.array(of_drawn)
        shares, highest = (values >= COVERED_AT_LEAST).mean(axis=0), values.max(axis=0)
        rows[name] = {
            "faces": len(values),
            "eyes": float(shares[0]),
            "mouth": float(shares[1]),
            "highest_eyes": float(highest[0]),
            "highest_mouth": float(highest[1]),
        }
    return rows


def all_examples(folders: list[Path]) -> Iterator[Example]:
    random = np.random.default_rng(0)
    for path in (path for folder in folders for path in sorted(folder.rglob("*"))):
        try:
            rgb = load_rgb(path) if path.is_file() else None
        except PicturesUnusable:
            rgb = None
        faces = find_still_face(grey_from_rgb(rgb)) if rgb is not None else ()
        if rgb is None or not faces:
            continue
        person = f"{path.parts[-3]}/{path.parts[-2]}"
        landmarks = find_landmarks(grey_from_rgb(rgb), faces[0])
        for name, draw in DRAWN.items():
            for _ in range(TIMES):
                found = example(person, name, draw(rgb, landmarks, random), faces[0])
                if found is not None:
                    yield found


def example(person: str, drawn: str, rgb: RgbImage, face: FaceBox) -> Example | None:
    """As the product would see it: found anew, with the landmarks that it then gets."""
    grey = grey_from_rgb(rgb)
    found = [box for box in find_faces(grey, SEARCH_WIDTH_PX) if is_near(box, face)]
    if not found:
        return None
    parts = parts_of(aligned_chip(grey, find_landmarks(grey, found[0])))
    return Example(person, drawn, flat(parts.eyes), flat(parts.mouth))


def flat(histograms: Histograms) -> NDArray[np.float64]:
    return histograms.reshape(-1).astype(np.float64)


def is_near(box: FaceBox, face: FaceBox) -> bool:
    (x0, y0), (x1, y1) = box.centre, face.centre
    return bool(np.hypot(x1 - x0, y1 - y0) < face.side / 2)


def fit(examples: list[Example]) -> tuple[Discriminant, Discriminant]:
    """For eyes and mouth."""
    return (
        discriminant(
            [each.eyes for each in examples if each.drawn in HIDE_EYES],
            [each.eyes for each in examples if each.drawn not in HIDE_EYES],
        ),
        discriminant(
            [each.mouth for each in examples if each.drawn in HIDE_MOUTH],
            [each.mouth for each in examples if each.drawn not in HIDE_MOUTH],
        ),
    )


def discriminant(
    covered: list[NDArray[np.float64]], open_: list[NDArray[np.float64]]
) -> Discriminant:
    """Fisher's, scaled so that the two means lie at 0.5 and -0.5."""
    ours, theirs = np.array(covered), np.array(open_)
    within = (np.cov(ours.T) + np.cov(theirs.T)) / 2
    within += SHRINKAGE * np.trace(within) / len(within) * np.eye(len(within))
    apart = ours.mean(axis=0) - theirs.mean(axis=0)
    weights = np.linalg.solve(within, apart)
    weights /= weights @ apart
    return Discriminant(weights, float(weights @ (ours.mean(axis=0) + theirs.mean(axis=0)) / 2))


def write(eyes: Discriminant, mouth: Discriminant, sets: str, people: int) -> None:
    document = {
        "provenance": f"{sets}, {people} people, with masks, hands and glasses drawn over them",
        "made_on": datetime.date.today().isoformat(),
    } | {
        name: {"offset": round(part.offset, 5), "weights": part.weights.round(5).tolist()}
        for name, part in {"eyes": eyes, "mouth": mouth}.items()
    }
    OUT.write_text(json.dumps(document) + "\n", "utf-8")


if __name__ == "__main__":
    main()
