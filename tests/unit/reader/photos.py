"""Pictures that stand for photographs, and cards with them; nobody is recognised in these tests."""

from datetime import date
from functools import partial
from pathlib import Path

from PIL import Image, ImageDraw

from common.files import create_once
from simulation.card.issue import issue_cards

ROOT = Path(__file__).parents[3]
PEOPLE = ROOT / "assets" / "people.toml"

DRAWN_WORLD = ROOT / "build" / "drawn-world"


def _draw_faces(folder: Path) -> None:
    """One for each name that the people file uses, where it is not there yet."""
    for name, kind in (("astronaut.png", "PNG"), ("obama.jpg", "JPEG"), ("biden.jpg", "JPEG")):
        if not (folder / name).is_file():
            image = Image.effect_noise((300, 400), 40).convert("RGB")
            ImageDraw.Draw(image).ellipse((80, 80, 220, 300), fill=(180, 160, 150))
            create_once(folder / name, partial(image.save, format=kind))


def drawn_world() -> Path:
    """A folder with `photos` and `cards`, for who only reads there.

    One for the tests of all processes: their hundred keys take seconds to make.
    """
    photos = DRAWN_WORLD / "photos"
    _draw_faces(photos)
    issue_cards(PEOPLE, photos, DRAWN_WORLD / "cards", date.today())
    return DRAWN_WORLD
