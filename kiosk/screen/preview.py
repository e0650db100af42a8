"""The patient's own picture, mirrored, as the camera sees it.

Qt may draw on a thread of its own, and no Python may run there: a GUI thread that holds the
interpreter while it waits for that thread would wait for ever (docs/adr/0019). So the scene shows
an ordinary `Image`, and asks for each frame on the GUI thread. Not Qt's `VideoOutput`: it draws
nothing on the software renderer.
"""

# Names are spelt as QML spells them.
# ruff: noqa: N802, N815

import ctypes
import sys
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Property, QObject, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickImageProvider

QML_IMPORT_NAME = "Uketsuke.Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

PROVIDER_NAME = "camera"

M_MMAP_THRESHOLD = -3
"""Of mallopt(3), glibc."""

LARGE_BLOCK_BYTES = 128 * 1024

PREVIEW_INTERVAL_MS = 16
"""How often a new frame is looked for: twice as often as a camera delivers, so that none of its
frames is shown late. To look costs next to nothing."""


_FACE_STEP = 0.02
"""Of the picture's height: less is nobody's move, and need not be drawn."""


class PreviewSource(Protocol):
    """Where the camera's frames come from."""

    @property
    def face_below(self) -> float:
        """How far below the middle of the latest frame the face is, of the frame's height."""
        ...

    def latest(self) -> tuple[int, NDArray[np.uint8]] | None:
        """Sequence number and BGR picture (height × width × 3), or None while there is none.

        The array is only valid until the next call.
        """
        ...


@QmlElement
class Preview(QObject):
    """Names the newest frame as the address of a picture, while somebody looks."""

    sourceChanged = Signal()
    seenChanged = Signal()
    aspectChanged = Signal()
    faceBelowChanged = Signal()

    def __init__(self, frames: PreviewSource) -> None:
        super().__init__()
        self._frames = frames
        self._number = -1
        self._image = QImage()
        self._aspect = 1.0
        self._face_below = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(PREVIEW_INTERVAL_MS)
        self._timer.timeout.connect(self._fetch)

    @Property(str, notify=sourceChanged)
    def source(self) -> str:
        """Another one for each frame; empty while there is none."""
        return "" if self._image.isNull() else f"image://{PROVIDER_NAME}/{self._number}"

    def _get_seen(self) -> bool:
        return self._timer.isActive()

    def _set_seen(self, seen: bool) -> None:
        if seen == self._timer.isActive():
            return
        if seen:
            self._timer.start()
            self._fetch()
        else:
            self._timer.stop()
            self._image = QImage()
            self._number = -1
            self._place_face(0.0)
            self.sourceChanged.emit()
        self.seenChanged.emit()

    seen = Property(bool, _get_seen, _set_seen, notify=seenChanged)
    """Whether the picture is on the screen; frames are only asked for while it is."""

    def _get_aspect(self) -> float:
        return self._aspect

    def _set_aspect(self, aspect: float) -> None:
        if aspect > 0 and aspect != self._aspect:
            self._aspect = aspect
            self.aspectChanged.emit()

    aspect = Property(float, _get_aspect, _set_aspect, notify=aspectChanged)
    """Width by height of the place for the picture: the middle of the frame is cut to it."""

    @Property(float, notify=faceBelowChanged)
    def faceBelow(self) -> float:
        """How far below the middle of the shown picture the face is, of the picture's height."""
        return self._face_below

    @property
    def number(self) -> int | None:
        """The newest frame's, None while there is none."""
        return None if self._image.isNull() else self._number

    @property
    def image(self) -> QImage:
        return self._image

    @Slot()
    def _fetch(self) -> None:
        newest = self._frames.latest()
        if newest is None or newest[0] == self._number:
            return
        self._number, bgr = newest
        # A copy of Qt's own: what the render thread may free must not belong to Python.
        self._image = self._cropped(bgr).convertToFormat(QImage.Format.Format_RGB32)
        below = self._frames.face_below * bgr.shape[0] / self._image.height()
        self._place_face(round(below / _FACE_STEP) * _FACE_STEP)
        self.sourceChanged.emit()

    def _place_face(self, below: float) -> None:
        if below != self._face_below:
            self._face_below = below
            self.faceBelowChanged.emit()

    def _cropped(self, bgr: NDArray[np.uint8]) -> QImage:
        """The middle of the frame that has the shape of its place on the screen; not a copy."""
        height, width, _ = bgr.shape
        crop_width = min(width, max(1, round(height * self._aspect)))
        crop_height = min(height, max(1, round(width / self._aspect)))
        left, top = (width - crop_width) // 2, (height - crop_height) // 2
        first = bgr.reshape(-1)[(top * width + left) * 3 :]
        return QImage(first.data, crop_width, crop_height, width * 3, QImage.Format.Format_BGR888)


class PreviewProvider(QQuickImageProvider):
    """Hands the newest frame to the scene; asked on the GUI thread, as `Image` does by default."""

    def __init__(self, preview: Preview) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._preview = preview

    def requestImage(self, _address: str, _size: QSize, _requested_size: QSize) -> QImage:
        return self._preview.image


def give_back_large_blocks() -> None:
    """Blocks of pictures' size go back to the system when they are freed, which clears them.

    Else glibc raises its limit to the largest block that was freed, and keeps such blocks: frames
    of the camera were found in a process long after their patient had gone.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).mallopt(M_MMAP_THRESHOLD, LARGE_BLOCK_BYTES)
