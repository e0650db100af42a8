"""What is checked before patients come."""

from faceauth.camera.opencv_camera import probe
from kiosk import config as settings
from kiosk import log
from kiosk.compose.shared import prover
from kiosk.compose.worker import face_matcher
from kiosk.config import Config
from kiosk.errors import SetupFault
from reader.surface.ocr import engine_is_installed


def check_devices(config: Config) -> None:
    """Cameras and a maker's terminal can be used; raises the packages' faults.

    Called in a process of its own.
    """
    log.configure(config.log.file, config.log.level)
    if config.camera.kind is settings.CameraKind.OPENCV:
        probe(config.camera.device)
        face_matcher(config).record_model()
    if config.identity.surface is settings.Surface.CAMERA:
        check_ocr()
        probe(config.identity.surface_device)
    prover(config)


def check_ocr() -> None:
    """Raises `SetupFault`."""
    if not engine_is_installed():
        raise SetupFault(
            "identity.surface: what reads the card's printed side is not installed. Install the "
            "package uketsuke-ocr, or lay the folder uketsuke-ocr over the bundle."
        )
