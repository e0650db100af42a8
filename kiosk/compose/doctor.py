"""`uketsuke doctor`: looks at all that the kiosk needs, before a patient does.

Nothing is changed, and a kiosk that runs goes on: its card and its camera are left alone. Each look
is a function that returns what it found, or raises the fault with its remedy.
"""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from cryptography import x509

from common.files import read_regular
from consent.keys import SEALED, SealedKey
from consent.texts import TomlConsentTexts
from consent.verify import verify
from faceauth.camera.look import look_through
from kiosk import config as settings
from kiosk.compose import desk_look, machine_looks
from kiosk.compose.checks import check_ocr
from kiosk.compose.finding import Doubt, Finding, Look, Verdict, finding
from kiosk.compose.run import check_no_virtual_reader
from kiosk.compose.shared import (
    CONSENT_KEY,
    card_face_authority,
    consent_keys,
    consent_ledger,
    prover,
    service,
)
from kiosk.compose.worker import face_matcher
from kiosk.config import Config
from kiosk.config_file import load
from kiosk.control import is_running
from kiosk.errors import SetupFault
from kiosk.installed_files import check_configuration_file, check_files, check_folder
from kiosk.screen.event_loop import EventLoop
from kiosk.screen.fonts import check_fonts, missing_glyphs
from kiosk.sealing import has_tpm
from reader.errors import CardFault, CardProblem
from reader.pcsc import find_reader
from reader.reading import Reading

CLOCK_AHEAD_S = 60

CERTIFICATE_DAYS_LEFT = 60
"""A service's operator may take weeks for a new one."""

FRAMES_PER_S_AT_LEAST = 10
BRIGHTNESS = range(30, 226)
SHARPNESS_AT_LEAST = 5


def examine(path: Path) -> Iterator[Finding]:
    """Each finding as soon as it is there; the first bad one of the configuration ends it."""
    configuration = finding("configuration", partial(_configuration, path))
    yield configuration
    if configuration.verdict is Verdict.OK:
        for subject, look in _looks(load(path)):
            yield finding(subject, look)


def _looks(config: Config) -> Iterator[tuple[str, Look]]:
    yield "files", partial(_files, config)
    yield "certificate", partial(_certificate, config.service.certificate)
    yield "confinement", machine_looks.confinement
    yield "disk", partial(machine_looks.disk, config.storage.state)
    yield "results", partial(_results, config.storage.results)
    yield "shared memory", machine_looks.shared_memory
    yield "consents", partial(_consents, config)
    yield "consent key", partial(_consent_key, config.storage.state / CONSENT_KEY)
    yield "fonts", _fonts
    yield "display", machine_looks.display
    yield "touch", machine_looks.touch
    if config.sound.kind is not settings.SoundKind.NONE:
        yield "sound", partial(machine_looks.sound, config.sound)
    in_use = is_running(config.storage.state)  # Then card and camera are the patients'.
    yield "reader", partial(_reader, config.reader.name_pattern, with_card=not in_use)
    if config.camera.kind is not settings.CameraKind.NONE:
        yield "processor", machine_looks.processor
        if not in_use:
            yield "camera", partial(_camera, config.camera.device)
        yield "face", partial(_face, config)
    if config.identity.surface is settings.Surface.CAMERA:
        yield "ocr", _ocr
        if not in_use:
            yield "surface camera", partial(_camera, config.identity.surface_device)
    yield "proof", partial(_proof, config)
    yield "service", partial(_service, config)
    if config.desk is not None:
        yield "console", partial(desk_look.look, config, config.desk)


def _configuration(path: Path) -> str:
    load(path)
    check_configuration_file(path)
    return str(path)


def _files(config: Config) -> str:
    check_files(config)
    return "keys, certificates and folders are there, in good hands and of one facility"


def _certificate(path: Path) -> str:
    certificate = x509.load_pem_x509_certificate(read_regular(path))
    left = certificate.not_valid_after_utc - datetime.now(UTC)
    ends = f"{certificate.not_valid_after_utc:%Y-%m-%d}"
    if left.total_seconds() < 0:
        raise SetupFault(
            f"service.certificate: {path} has ended on {ends}. Install the one that follows it, or "
            "look at this machine's clock."
        )
    if datetime.now(UTC) < certificate.not_valid_before_utc:
        raise SetupFault(
            f"service.certificate: {path} is not valid yet. Look at this machine's clock."
        )
    if left.days < CERTIFICATE_DAYS_LEFT:
        return Doubt(f"{path} ends on {ends}, in {left.days} days. Ask for the next one now.")
    return f"valid until {ends}"


def _results(folder: Path) -> str:
    check_folder("storage.results", folder)
    return machine_looks.results(folder)


def _consents(config: Config) -> str:
    ledger = consent_ledger(config)
    if not ledger.exists():
        return "none yet"
    keys = consent_keys(config)
    if isinstance(keys, SealedKey):
        return "their key is sealed to this machine; the kiosk looks at them when it starts"
    found = verify(ledger, keys)
    for problem in found.problems:
        raise SetupFault(f"The consent ledger {ledger}: {problem}. Keep it; restore the backup.")
    return f"{found.entries} entries, intact"


def _consent_key(key_file: Path) -> str:
    if not key_file.exists():
        return "sealed to this machine" if SEALED.exists() else "made at the first start"
    if has_tpm():
        return Doubt(
            f"{key_file} lies beside the ledger: whoever has the disk reads both. Seal it with "
            "this machine's TPM 2.0: uketsuke provision seal --backup FOLDER."
        )
    return f"{key_file}; no TPM 2.0 is here to seal it with"


def _fonts() -> str:
    _application = EventLoop(offscreen=True)
    check_fonts()
    missing = missing_glyphs(TomlConsentTexts())
    if missing:
        boxes = "; ".join(f"{code}: {characters[:20]}" for code, characters in missing.items())
        return Doubt(
            f"characters would be boxes ({boxes}). Install the fonts: apt-get install "
            "fonts-morisawa-bizud-gothic fonts-noto-cjk."
        )
    return "every character of all texts can be drawn"


def _reader(pattern: str, *, with_card: bool) -> str:
    """A card that lies there is read as far as it goes without a PIN; nothing of it is told."""
    name = find_reader(pattern)
    check_no_virtual_reader(pattern)
    if not with_card:
        return name
    reading = Reading()
    reading.run(pattern, None, None, lambda _: None)
    match reading.error:
        case None:
            return f"{name}: the card in it was read in {reading.elapsed_ms} ms"
        case CardFault(problem=CardProblem.ABSENT):
            return f"{name}; lay a card there to try it too"
        case error:
            raise error


def _camera(device: str) -> str:
    look = look_through(device)
    seen = (
        f"{device}: {look.width_px} × {look.height_px}, {look.frames_per_s:.0f} frames/s, "
        f"brightness {look.brightness:.0f}, sharpness {look.sharpness:.0f}"
    )
    if look.frames_per_s < FRAMES_PER_S_AT_LEAST:
        return Doubt(f"{seen}: slow. Give it more light, and a USB socket of its own.")
    if round(look.brightness) not in BRIGHTNESS:
        return Doubt(f"{seen}: too dark or too bright. Look at cover, lamp and window.")
    if look.sharpness < SHARPNESS_AT_LEAST:
        return Doubt(f"{seen}: nothing sharp is seen. Take the film off the lens, and clean it.")
    return seen


def _face(config: Config) -> str:
    face_matcher(config)
    return "the face model is there, as its calibration knows it"


def _ocr() -> str:
    check_ocr()
    return "what reads the card's printed side is installed"


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
        return Doubt(f"this clock is {ahead_s} s ahead of the service's. Set it (NTP).")
    return f"it takes {proofs}; this clock is {ahead_s} s ahead"
