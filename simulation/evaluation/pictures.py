"""Folders of pictures, `SET/PERSON/IMAGE`, read, graded as a card's photo, and embedded once."""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from faceauth.errors import PicturesUnusable
from faceauth.face_model import EmbeddingModel
from faceauth.images import RgbImage, grey_from_rgb
from faceauth.pictures import Seen, StageTimes, load_rgb, see
from faceauth.port import Embedding
from simulation.evaluation.degradations import DEGRADATIONS
from simulation.evaluation.stock import StockRecipe

_ENDINGS = {".jpg", ".jpeg", ".png", ".bmp", ".pgm", ".ppm", ".jp2", ".webp", ".tif", ".tiff"}
CARD_BYTES = 3 * 1024
"""About what the photo in a card has."""

_CARD_LONGER_PX = 320

_POOR_CARD_BYTES = CARD_BYTES // 2


@dataclass(frozen=True, eq=False)
class SeenTwice(Seen):
    """By the product's stages and by the stock recipe."""

    stock: Embedding | None
    """None when the stock recipe finds no face."""


@dataclass(frozen=True, eq=False)
class Picture:
    """None where no face was found."""

    path: Path
    card: SeenTwice | None
    live: SeenTwice | None
    poor_card: Seen | None
    degraded: Mapping[str, Seen | None]
    """The live frame, made worse; empty when that was not wanted."""


@dataclass(frozen=True)
class Subject:
    name: str
    pictures: tuple[Picture, ...]


@dataclass(frozen=True)
class FaceSet:
    name: str
    people: tuple[Subject, ...]


@dataclass(frozen=True)
class Reading:
    """How pictures are read."""

    model: EmbeddingModel
    stock: StockRecipe | None
    """To measure against; None where nothing is."""
    card_grade: bool
    """References as grey JPEG 2000 of 3 KB."""
    degraded: bool
    times: StageTimes


def read_set(folder: Path, how: Reading) -> FaceSet:
    """Embed every picture of `folder/PERSON/`; raises `PicturesUnusable` when there is none."""
    if not folder.is_dir():
        raise PicturesUnusable(f"{folder} is no folder of PERSON/IMAGE pictures")
    people = []
    for person in sorted(path for path in folder.iterdir() if path.is_dir()):
        pictures = tuple(_read_picture(path, how) for path in picture_files(person))
        if pictures:
            people.append(Subject(person.name, pictures))
    if not people:
        raise PicturesUnusable(f"{folder} holds no PERSON/IMAGE pictures")
    return FaceSet(folder.name, tuple(people))


def as_card_photo(rgb: RgbImage, size: int = CARD_BYTES) -> bytes:
    """Grey JPEG 2000 of some `size` bytes, no larger than a card's photo."""
    grey = Image.fromarray(grey_from_rgb(rgb))
    grey.thumbnail((_CARD_LONGER_PX, _CARD_LONGER_PX))
    rate = max(1.0, grey.width * grey.height / size)
    out = io.BytesIO()
    grey.save(out, "JPEG2000", quality_mode="rates", quality_layers=[rate], irreversible=True)
    return out.getvalue()


def _read_picture(path: Path, how: Reading) -> Picture:
    try:
        rgb = load_rgb(path)
    except PicturesUnusable:
        return Picture(path, None, None, None, {})
    live = _see_twice(rgb, how)
    card = _see_twice(_as_card(rgb, CARD_BYTES), how) if how.card_grade else live
    if not how.degraded or live is None:
        return Picture(path, card, live, None, {})
    return Picture(
        path,
        card,
        live,
        see(_as_card(rgb, _POOR_CARD_BYTES), how.model, StageTimes()),
        {
            name: see(degrade(rgb, live.view.side_px), how.model, StageTimes())
            for name, degrade in DEGRADATIONS.items()
        },
    )


def _as_card(rgb: RgbImage, size: int) -> RgbImage:
    with Image.open(io.BytesIO(as_card_photo(rgb, size))) as image:
        return np.array(image.convert("RGB"))


def _see_twice(rgb: RgbImage, how: Reading) -> SeenTwice | None:
    seen = see(rgb, how.model, how.times)
    if seen is None:
        return None
    stock = None if how.stock is None else how.stock.embed(rgb)
    return SeenTwice(seen.embedding, seen.view, stock)


def picture_files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.iterdir()) if path.suffix.lower() in _ENDINGS)
