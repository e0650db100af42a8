"""The bundle's OCR with its models: a camera above the card cannot be had here, its picture can."""

import subprocess
from datetime import date
from pathlib import Path

import numpy as np
from PIL import Image

from reader.number_b import number_b_of
from simulation.card.content import Surface
from simulation.card.printed_card import printed_card
from simulation.evaluation.captures import capture, distortion
from tests.unit.faceauth.pictures import jpeg2000
from tests.unit.kiosk.installation import NO_CAMERA, install

RNG_SEED = 7
LIMIT_S = 120

# The bundle runs code for whoever starts it as multiprocessing starts its fork server.
LIKE_A_FORK_SERVER = ("-B", "-S", "-I", "-c")
READ_SURFACE = """from multiprocessing.forkserver import main
import sys, types
import numpy as np
from reader.number_b import number_b_of
from reader.surface.ocr import OcrSurfaceScanner, RapidLines

picture = np.load(sys.argv[-1])
camera = types.SimpleNamespace(frame=lambda picture=picture: picture)
print(number_b_of(OcrSurfaceScanner(camera, RapidLines()).scan()).decode())
"""


def test_it_reads_the_printed_side(bundle_with_ocr: Path, tmp_path: Path) -> None:
    surface = Surface(
        name="見本　花子",
        address="東京都千代田区霞が関１丁目２番３号",
        sex=2,
        birth_date=date(1975, 5, 5),
        expires=date(2031, 5, 5),
        security_code="4821",
        photo=jpeg2000(Image.new("L", (240, 320), 128)),
    )
    rng = np.random.default_rng(RNG_SEED)
    picture = tmp_path / "picture.npy"
    np.save(picture, capture(printed_card(surface), distortion(rng), rng))
    done = subprocess.run(
        [bundle_with_ocr / "uketsuke", *LIKE_A_FORK_SERVER, READ_SURFACE, picture],
        capture_output=True,
        encoding="utf-8",
        timeout=LIMIT_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == number_b_of(surface.reading).decode()


def test_a_kiosk_that_wants_it_and_has_no_ocr_says_what_to_install(
    program: Path, tmp_path: Path
) -> None:
    config = install(tmp_path, f"{NO_CAMERA}[identity]\nsurface = 'camera'\n")
    done = subprocess.run(
        [program, "doctor", "--config", config],
        capture_output=True,
        encoding="utf-8",
        timeout=LIMIT_S,
        check=False,
        env={"PATH": "/usr/bin:/bin", "PCSCLITE_CSOCK_NAME": "/nonexistent"},
    )
    (said,) = (line for line in done.stdout.splitlines() if line.startswith("fail ocr"))
    assert "uketsuke-ocr" in said
