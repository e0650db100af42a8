"""The session worker: what it works with. Imported in its process only."""

from pathlib import Path

from faceauth.camera.device_names import device_node
from faceauth.camera.opencv_camera import OpenCvCamera
from faceauth.matcher import CardFaceMatcher
from faceauth.port import Camera
from kiosk import config as settings
from kiosk.compose.rights import worker_rights
from kiosk.compose.shared import card_face_authority, prover
from kiosk.config import Config
from kiosk.worker.parts import WorkerParts
from kiosk.worker.surface_camera import NoSurfaceScanner, SurfaceFrames
from reader.card import MyNumberCard
from reader.pcsc import PcscCardSource
from reader.port import CardSource, SurfaceScanner
from reader.surface.ocr import OcrSurfaceScanner, RapidLines


def worker_parts(config: Config) -> WorkerParts:
    """On the kiosk's own hardware."""
    return assemble(
        config,
        PcscCardSource(),
        _surface(config),
        _camera(config),
        cameras=_cameras(config),
    )


def assemble(
    config: Config,
    cards: CardSource,
    surface: SurfaceScanner,
    camera: Camera | None,
    *,
    reads: tuple[Path, ...] = (),
    cameras: tuple[Path, ...] = (),
) -> WorkerParts:
    """Around devices that are there already; `reads` and `cameras` are what they open later."""
    authority, proves = card_face_authority(config), prover(config)
    return WorkerParts(
        rights=lambda: worker_rights(config, prover=proves, reads=reads, cameras=cameras),
        reach_reader=cards.reach,
        open_card=lambda reader: MyNumberCard(cards.connect(reader), authority),
        surface=surface,
        camera=camera,
        matcher=None if camera is None else face_matcher(config),
        prover=proves,
    )


def face_matcher(config: Config) -> CardFaceMatcher:
    """With the model that the configuration names."""
    face = config.face
    return CardFaceMatcher(face.liveness, face.model, face.anti_spoof)


def _surface(config: Config) -> SurfaceScanner:
    match config.identity.surface:
        case settings.Surface.NONE:
            return NoSurfaceScanner()
        case settings.Surface.CAMERA:
            frames = SurfaceFrames(OpenCvCamera(config.identity.surface_device))
            return OcrSurfaceScanner(frames, RapidLines())


def _camera(config: Config) -> Camera | None:
    match config.camera.kind:
        case settings.CameraKind.OPENCV:
            return OpenCvCamera(config.camera.device, config.camera.turn_degrees)
        case settings.CameraKind.NONE:
            return None


def _cameras(config: Config) -> tuple[Path, ...]:
    found = []
    if config.camera.kind is settings.CameraKind.OPENCV:
        found.append(device_node(config.camera.device))
    if config.identity.surface is settings.Surface.CAMERA:
        found.append(device_node(config.identity.surface_device))
    return tuple(found)
