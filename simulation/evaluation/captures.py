"""What the camera above the reader sees of a card: the printed front, as badly as life shows it."""

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image

from reader.surface import layout
from simulation.card.printed_card import PX_PER_MM

Light = npt.NDArray[np.float32]
Frame = npt.NDArray[np.uint8]  # height × width × 3, BGR

FRAME_PX = (1600, 1200)
_CARD_WIDTH_PX = 1040
_SLEEVE_MM = 3.0
_CAMERA_MM = 300.0


@dataclass(frozen=True)
class Distortion:
    """One way of lying there. Angles in degrees; nothing here is personal."""

    turned: float
    tilt_x: float
    tilt_y: float
    scale: float
    blur_px: int
    blur_angle: float
    noise: float
    glare: float
    glare_at: float
    glare_angle: float
    light: float
    light_angle: float
    jpeg_quality: int
    sleeve: bool


def distortion(rng: np.random.Generator) -> Distortion:
    """Any of four rotations, perspective up to ±10°, and everything else."""
    return Distortion(
        turned=float(rng.integers(4) * 90 + rng.uniform(-8, 8)),
        tilt_x=float(rng.uniform(-10, 10)),
        tilt_y=float(rng.uniform(-10, 10)),
        scale=float(rng.uniform(0.9, 1.04)),
        blur_px=int(rng.integers(1, 6)),
        blur_angle=float(rng.uniform(0, 180)),
        noise=float(rng.uniform(0, 8)),
        glare=float(rng.uniform(0, 0.5)),
        glare_at=float(rng.uniform(0.1, 0.9)),
        glare_angle=float(rng.uniform(0, 180)),
        light=float(rng.uniform(0, 0.45)),
        light_angle=float(rng.uniform(0, 360)),
        jpeg_quality=int(rng.integers(50, 96)),
        sleeve=bool(rng.random() < 0.3),
    )


def capture(card: Image.Image, how: Distortion, rng: np.random.Generator) -> Frame:
    """A frame with the card in it."""
    width, height = FRAME_PX
    scene: Light = np.full((height, width, 3), (46, 42, 40), np.float32)
    scene += rng.normal(0, 3, (height // 8, width // 8, 1)).repeat(8, 0).repeat(8, 1)
    front = cv2.cvtColor(np.asarray(card, np.uint8), cv2.COLOR_RGB2BGR).astype(np.float32)
    if how.sleeve:
        margin = round(_SLEEVE_MM * PX_PER_MM)
        height, width = front.shape[:2]
        sleeve = np.full((height + 2 * margin, width + 2 * margin, 3), 90, np.float32)
        _lay(scene, sleeve, _projection(sleeve.shape, how), radius_mm=1.0)
        front = front * 0.9 + 18
    _lay(scene, front, _projection(front.shape, how), layout.CORNER_RADIUS_MM)
    scene = _lit(scene, how)
    if how.blur_px > 1:
        kernel = _motion(how.blur_px, how.blur_angle)
        scene = np.asarray(cv2.filter2D(scene, -1, kernel), np.float32)
    scene += rng.normal(0, how.noise, scene.shape)
    frame = np.clip(scene, 0, 255).astype(np.uint8)
    _, coded = cv2.imencode(".jpg", frame, [cv2.IMWRITE_JPEG_QUALITY, how.jpeg_quality])
    return np.asarray(cv2.imdecode(coded, cv2.IMREAD_COLOR), np.uint8)


def _projection(shape: tuple[int, ...], how: Distortion) -> npt.NDArray[np.float64]:
    """From the flat picture to the frame: turned, tilted, seen by a camera 30 cm above."""
    height, width = shape[:2]
    x, y = width / PX_PER_MM / 2, height / PX_PER_MM / 2
    corners = np.array([(-x, -y, 0), (x, -y, 0), (x, y, 0), (-x, y, 0)])
    spin, tilt_x, tilt_y = np.radians((how.turned, how.tilt_x, how.tilt_y))
    turn = np.array([(np.cos(spin), -np.sin(spin), 0), (np.sin(spin), np.cos(spin), 0), (0, 0, 1)])
    lean_x = np.array(
        [(1, 0, 0), (0, np.cos(tilt_x), -np.sin(tilt_x)), (0, np.sin(tilt_x), np.cos(tilt_x))]
    )
    lean_y = np.array(
        [(np.cos(tilt_y), 0, np.sin(tilt_y)), (0, 1, 0), (-np.sin(tilt_y), 0, np.cos(tilt_y))]
    )
    seen = corners @ turn.T @ lean_x.T @ lean_y.T
    px_per_mm = how.scale * _CARD_WIDTH_PX / layout.WIDTH_MM
    flat = seen[:, :2] * px_per_mm * _CAMERA_MM / (_CAMERA_MM + seen[:, 2:])
    target = (flat + np.array(FRAME_PX) / 2).astype(np.float32)
    source = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    return np.asarray(cv2.getPerspectiveTransform(source, target), np.float64)


def _lay(
    scene: Light,
    picture: Light,
    projection: npt.NDArray[np.float64],
    radius_mm: float,
) -> None:
    height, width = picture.shape[:2]
    radius = round(radius_mm * PX_PER_MM)
    shape = np.zeros((height, width), np.float32)
    cv2.rectangle(shape, (radius, 0), (width - radius, height), 1.0, -1)
    cv2.rectangle(shape, (0, radius), (width, height - radius), 1.0, -1)
    for x in (radius, width - radius):
        for y in (radius, height - radius):
            cv2.circle(shape, (x, y), radius, 1.0, -1)
    seen = cv2.warpPerspective(picture, projection, FRAME_PX, flags=cv2.INTER_AREA)
    mask = cv2.warpPerspective(shape, projection, FRAME_PX, flags=cv2.INTER_LINEAR)[..., None]
    scene *= 1 - mask
    scene += seen * mask


def _lit(scene: Light, how: Distortion) -> Light:
    """Uneven light, and one band of glare across the card."""
    height, width = scene.shape[:2]
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)

    def along(angle: float) -> Light:
        """0..1 across the frame in this direction."""
        x, y = np.cos(np.radians(angle)), np.sin(np.radians(angle))
        found = (columns - width / 2) * x + (rows - height / 2) * y
        return np.asarray(found / np.hypot(width, height) + 0.5, np.float32)

    lit = scene * (1 - how.light * along(how.light_angle))[..., None]
    band = np.exp(-(((along(how.glare_angle) - how.glare_at) / 0.03) ** 2)) * how.glare
    return np.asarray(lit + (255 - lit) * band[..., None], np.float32)


def _motion(length_px: int, angle: float) -> Light:
    kernel = np.zeros((length_px, length_px), np.float32)
    kernel[length_px // 2] = 1
    middle = (length_px / 2 - 0.5, length_px / 2 - 0.5)
    turned = cv2.warpAffine(
        kernel, cv2.getRotationMatrix2D(middle, angle, 1), (length_px, length_px)
    )
    return np.asarray(turned / max(float(turned.sum()), 1e-6), np.float32)
