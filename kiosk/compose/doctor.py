"""`uketsuke doctor`: looks at all that the kiosk needs, before a patient does.

Nothing is changed, no card is spoken to, and a kiosk that runs goes on. Each look is a function
that returns what it found, or raises the fault with its remedy.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from enum import Enum
from functools import partial
from pathlib import Path

from common.errors import complaint_of
from faceauth.camera.opencv_camera import probe
from kiosk import config as settings
from kiosk.compose.shared import card_face_authority, prover, service
from kiosk.compose.worker import face_matcher
from kiosk.config import Config, load
from kiosk.installed_files import check_configuration_file, check_files, check_folder
from kiosk.screen.event_loop import EventLoop
from kiosk.screen.fonts import check_fonts
from reader.pcsc import find_reader

DISK_FREE_BYTES = 500 * 2**20
"""Ledger, log and results of a year need less."""

CLOCK_AHEAD_S = 60


class Verdict(Enum):
    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True)
class Finding:
    subject: str
    verdict: Verdict
    text: str


class Doubt(Exception):
    """It works, and somebody should look at it."""


Look = Callable[[], str]


def examine(path: Path) -> Iterator[Finding]:
    """Each finding as soon as it is there; the first bad one of the configuration ends it."""
    configuration = _finding("configuration", partial(_configuration, path))
    yield configuration
    if configuration.verdict is Verdict.OK:
        for subject, look in _looks(load(path)):
            yield _finding(subject, look)


def _finding(subject: str, look: Look) -> Finding:
    try:
        return Finding(subject, Verdict.OK, look())
    except Doubt as doubt:
        return Finding(subject, Verdict.WARN, str(doubt))
    except Exception as error:
        line = complaint_of(error)
        if line is None:
            raise
        return Finding(subject, Verdict.FAIL, line)


def _looks(config: Config) -> Iterator[tuple[str, Look]]:
    yield "files", partial(_files, config)
    yield "disk", partial(_disk, config.storage.state)
    yield "results", partial(_results, config.storage.results)
    yield "fonts", _fonts
    yield "reader", partial(_reader, config.reader.name_pattern)
    if config.camera.kind is not settings.CameraKind.NONE:
        yield "camera", partial(_camera, config.camera.device)
        yield "face", partial(_face, config)
    if config.identity.surface is settings.Surface.CAMERA:
        yield "surface camera", partial(_camera, config.identity.surface_device)
    yield "proof", partial(_proof, config)
    yield "service", partial(_service, config)


def _configuration(path: Path) -> str:
    load(path)
    check_configuration_file(path)
    return str(path)


def _files(config: Config) -> str:
    check_files(config)
    return "keys, certificates and folders are there, in good hands and of one facility"


def _disk(state: Path) -> str:
    free = shutil.disk_usage(state).free
    if free < DISK_FREE_BYTES:
        raise Doubt(f"{free // 2**20} MiB are free for {state}. Make room on that disk.")
    return f"{free // 2**20} MiB free"


def _results(folder: Path) -> str:
    check_folder("storage.results", folder)
    with tempfile.NamedTemporaryFile(dir=folder, prefix=".uketsuke-doctor-") as file:
        file.write(b"x")
        file.flush()
    return f"{folder} can be written"


def _fonts() -> str:
    _application = EventLoop(offscreen=True)
    check_fonts()
    return "Japanese can be drawn"


def _reader(pattern: str) -> str:
    return find_reader(pattern)


def _camera(device: str) -> str:
    probe(device)
    return device


def _face(config: Config) -> str:
    face_matcher(config)
    return "the face model is there, as its calibration knows it"


def _proof(config: Config) -> str:
    card_face_authority(config)
    prover(config)
    return config.identity.proof.value


def _service(config: Config) -> str:
    with closing(service(config)) as client:
        proofs = ", ".join(sorted(kind.value for kind in client.accepted_proofs()))
        ahead = client.clock_ahead
    ahead_s = 0 if ahead is None else round(ahead.total_seconds())
    if abs(ahead_s) > CLOCK_AHEAD_S:
        raise Doubt(f"this clock is {ahead_s} s ahead of the service's. Set it (NTP).")
    return f"it takes {proofs}; this clock is {ahead_s} s ahead"
