"""Pictures that nobody would take: each ends in pixels or a refusal, within bounded memory."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from faceauth.errors import PicturesUnusable
from faceauth.pictures import load_rgb

ROOT = Path(__file__).parents[3]

FUZZ = """
import random, resource, sys
from pathlib import Path
import simulation.evaluation.pictures as pictures
from faceauth.errors import PicturesUnusable

folder = Path(sys.argv[1])
seeds = [path.read_bytes() for path in sorted(folder.iterdir())]
for path in sorted(folder.iterdir()):  # Every reader is loaded before memory is counted.
    pictures.load_rgb(path)
dice, refused = random.Random(4), 0
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
for _ in range(400):
    data = bytearray(dice.choice(seeds))
    for _ in range(dice.randint(1, 6)):
        data[dice.randrange(min(len(data), 200))] = dice.randrange(256)
    if dice.random() < 0.2:
        del data[dice.randrange(len(data)) :]
    path = folder / "damaged"
    path.write_bytes(data)
    try:
        pictures.load_rgb(path)
    except PicturesUnusable:
        refused += 1
print(refused, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


def picture(mode: str) -> Image.Image:
    ramp = np.tile(np.linspace(0, 255, 64, dtype=np.uint8), (48, 1))
    if mode == "I;16":
        return Image.fromarray(ramp.astype(np.uint16) * 257)
    return Image.fromarray(ramp).convert(mode)


@pytest.mark.parametrize(
    ("mode", "name"),
    [
        ("CMYK", "a.jpg"), ("CMYK", "a.tif"), ("I;16", "a.png"), ("P", "a.png"), ("RGBA", "a.png"),
        ("LA", "a.png"), ("1", "a.bmp"), ("L", "a.jp2"), ("RGB", "a.webp"), ("I;16", "a.tif"),
    ],
)  # fmt: skip
def test_every_form_becomes_rgb(tmp_path: Path, mode: str, name: str) -> None:
    picture(mode).save(tmp_path / name)
    rgb = load_rgb(tmp_path / name)
    assert rgb.shape == (48, 64, 3)
    assert rgb[:, :8].mean() < 60 < 190 < rgb[:, -8:].mean()


def test_a_phones_photograph_is_reduced_while_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "phone.jpg"
    Image.new("RGB", (4000, 3000), "grey").save(path)
    assert max(load_rgb(path).shape) <= 1600


def test_what_would_not_fit_is_refused_before_it_is_unfolded(tmp_path: Path) -> None:
    path = tmp_path / "wide.png"
    Image.new("1", (9000, 9000)).save(path)
    with pytest.raises(PicturesUnusable, match="9000 × 9000"):
        load_rgb(path)


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted in kilobytes on Linux")
def test_damaged_pictures_end_within_64_megabytes(tmp_path: Path) -> None:
    for mode, names in {
        "RGB": ("a.jpg", "g.webp", "h.tif"),
        "CMYK": ("b.jpg",),
        "P": ("c.png",),
        "I;16": ("d.png",),
        "L": ("e.bmp", "f.jp2"),
    }.items():
        for name in names:
            picture(mode).save(tmp_path / name)
    done = subprocess.run(
        [sys.executable, "-c", FUZZ, str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    refused, grown_mb = map(int, done.stdout.split())
    assert refused > 50
    assert grown_mb <= 64
