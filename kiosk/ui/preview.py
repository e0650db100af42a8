"""The patient's own picture, mirrored, as the camera sees it.

A plain scene graph texture: it works with and without a GPU, where Qt's `VideoOutput` draws
nothing on the software renderer.
"""

# Names are spelt as QML spells them.
# ruff: noqa: N802

from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QImage
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QSGNode, QSGSimpleTextureNode, QSGTexture

QML_IMPORT_NAME = "Uketsuke.Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

# As often as a camera delivers; a frame that comes late is shown at the next turn.
PREVIEW_INTERVAL_MS = 33


class PreviewSource(Protocol):
    """Where the camera's frames come from."""

    def latest(self) -> tuple[int, NDArray[np.uint8]] | None:
        """Sequence number and BGR picture (height × width × 3), or None while there is none.

        The array is only valid until the next call.
        """
        ...


@QmlElement
class PreviewItem(QQuickItem):
    """Draws the newest frame, mirrored, cropped to fill the item."""

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self.setFlag(QQuickItem.Flag.ItemHasContents, True)
        self._source: PreviewSource | None = None
        self._shown_number = -1
        self._pending: QImage | None = None
        self._node: QSGSimpleTextureNode | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(PREVIEW_INTERVAL_MS)
        self._timer.timeout.connect(self._fetch)
        self.visibleChanged.connect(self._run_while_visible)
        self.windowChanged.connect(self._run_while_visible)

    def set_source(self, source: PreviewSource) -> None:
        self._source = source
        self._run_while_visible()

    @Slot()
    def _run_while_visible(self) -> None:
        if self.isVisible() and self.window() is not None and self._source is not None:
            self._timer.start()
            self._fetch()
        else:
            self._timer.stop()

    @Slot()
    def _fetch(self) -> None:
        newest = self._source.latest() if self._source is not None else None
        if newest is None or newest[0] == self._shown_number:
            return
        self._shown_number, bgr = newest
        self._pending = self._cropped(bgr)
        self.update()

    def _cropped(self, bgr: NDArray[np.uint8]) -> QImage:
        """Copy the middle of the frame that has the item's shape, so that it fills the item."""
        height, width, _ = bgr.shape
        aspect = self.width() / self.height() if self.height() > 0 else width / height
        crop_width = min(width, max(1, round(height * aspect)))
        crop_height = min(height, max(1, round(width / aspect)))
        left, top = (width - crop_width) // 2, (height - crop_height) // 2
        # Mirrored and copied in one go: the frame is gone at the next call.
        crop = np.ascontiguousarray(bgr[top : top + crop_height, left : left + crop_width][:, ::-1])
        image = QImage(
            crop.data, crop_width, crop_height, crop.strides[0], QImage.Format.Format_BGR888
        )
        return image.convertToFormat(QImage.Format.Format_RGB32)

    def updatePaintNode(  # type: ignore[override]  # None, "nothing to draw", is allowed.
        self, old_node: QSGNode, _data: QQuickItem.UpdatePaintNodeData
    ) -> QSGNode | None:
        if old_node is None:  # Never drawn, or thrown away by the scene graph while hidden.
            self._node = None
        if self._pending is not None:
            texture = self.window().createTextureFromImage(self._pending)
            self._pending = None
            if self._node is None:
                self._node = QSGSimpleTextureNode()
                self._node.setOwnsTexture(True)
                self._node.setFiltering(QSGTexture.Filtering.Linear)
            self._node.setTexture(texture)
        if self._node is not None:
            self._node.setRect(self.boundingRect())
        return self._node
