"""Pictures that stand for photographs; nobody is recognised in these tests."""

from pathlib import Path

from PIL import Image, ImageDraw

PEOPLE = Path(__file__).parents[3] / "assets" / "people.toml"


def draw_faces(folder: Path) -> None:
    """One for each name that the people file uses."""
    folder.mkdir(exist_ok=True)
    for name in ("astronaut.png", "obama.jpg", "biden.jpg"):
        image = Image.effect_noise((300, 400), 40).convert("RGB")
        ImageDraw.Draw(image).ellipse((80, 80, 220, 300), fill=(180, 160, 150))
        image.save(folder / name)
