"""The face: camera, preview, and the comparison with the card's photo.

No face is compared before the signer has counted the attempt (`kiosk.signer.face_limit`).

The preview has a thread of its own, so that the patient sees themselves move while a frame is
being compared.
"""

import threading
import time
from collections.abc import Callable

import structlog

from common.secret import wipe
from faceauth.errors import CameraLost, PhotoUnusable
from faceauth.port import (
    Camera,
    CameraProblem,
    FaceMatcher,
    Frame,
    Guidance,
    Observation,
    Reference,
    Verdict,
)
from kiosk.session.events import (
    CameraReplugged,
    FaceMatched,
    FaceNotMatched,
    FaceObserved,
    FaceOfferKnown,
)
from kiosk.session.screens import FaceOffer
from kiosk.worker.job_thread import JobThread
from kiosk.worker.messages import Begin, FromWorker
from kiosk.worker.parts import WorkerParts
from kiosk.worker.preview import PreviewWriter

log = structlog.get_logger(__name__)

ATTEMPT_MS = 30_000
"""From the first frame with a face, good or not: longer attempts only tire the patient. With good
frames the comparison itself ends after ten seconds, or with the last move that it asked for."""

FRAME_WAIT_MS = 500
"""No new frame for so long: the camera has stopped delivering."""

STOP_LOOKED_AT_S = 0.1
"""An attempt waits for the signer's count and for the photo, both usually there at once, until it
is stopped: that is looked at so often."""

CAMERA_GONE_MS = 3_000
"""A camera that is not back by then is reported as lost; a loose plug recovers sooner."""


class FaceSide:
    def __init__(
        self,
        parts: WorkerParts,
        begin: Begin,
        say: Callable[[FromWorker], None],
        preview: PreviewWriter,
    ) -> None:
        self._camera = parts.camera
        self._matcher = parts.matcher
        self._reads_photo = begin.reads_photo
        self._session_id = begin.session_id
        self._say = say
        self._preview = preview
        self._face_below = 0.0
        self._model = JobThread("face-model")
        self._attempts = JobThread("face-attempt")
        self._lost_camera = JobThread("camera-lost")
        self._reference: Reference | None = None
        self._reference_ready = threading.Event()
        self._counted_id: int | None = None
        self._counted = threading.Condition()
        self._camera_lost = False
        self._is_denied = False
        """It cannot come back to this worker."""
        self._stop = threading.Event()
        self._is_finished = threading.Event()

    def open_camera(self) -> None:
        """Open it while the card is being read: that takes a real camera up to a second."""
        camera = self._camera
        if camera is not None and self._reads_photo:
            self._attempts.do(lambda: self._open(camera))

    def enrol(self, photo: bytearray) -> None:
        """Embed the card's photo while the patient reads the choice; wipes `photo`."""
        matcher = self._matcher
        if matcher is None:  # Staff compare by eye.
            wipe(photo)
        else:
            self._model.do(lambda: self._enrol(matcher, photo))

    def start(self, request_id: int) -> None:
        self._stop = stop = threading.Event()
        self._attempts.do(lambda: self._attempt(request_id, stop))
        threading.Thread(target=self._show, args=(stop,), name="preview", daemon=True).start()

    def let_try(self, request_id: int) -> None:
        """The attempt is counted: from now on faces may be compared in it."""
        with self._counted:
            self._counted_id = request_id
            self._counted.notify_all()

    def stop(self) -> None:
        self._stop.set()

    def finish(self) -> None:
        """Identity is proven: neither camera nor reference is needed any more."""
        self.stop()
        self._is_finished.set()
        self._attempts.do(self._put_away)

    def _open(self, camera: Camera) -> None:
        try:
            camera.open()
        except CameraLost as error:
            log.warning("camera_lost", problem=error.why.value)
            self._lose(camera, error.why)

    def _lose(self, camera: Camera, why: CameraProblem) -> None:
        self._camera_lost = True
        self._say(FaceOfferKnown(self._session_id, FaceOffer.NO_CAMERA))
        self._lost_camera.do(lambda: self._await(camera, why))

    def _await(self, camera: Camera, why: CameraProblem) -> None:
        """Until pictures come again, or only a new worker can have them.

        Plugged in again a camera is another file, which this process has given up to open
        (docs/adr/0043); one that was closed to it from the start is not.
        """
        lost_at_ms = time.monotonic() * 1000
        while not self._is_finished.is_set():
            try:
                frame = camera.latest(lost_at_ms, FRAME_WAIT_MS)
            except CameraLost as error:
                if error.why is _DENIED and why is not _DENIED:
                    self._say(CameraReplugged(self._session_id))
                    return
                self._is_finished.wait(FRAME_WAIT_MS / 1000)
            else:
                if frame is not None:
                    self._camera_lost = False
                    is_ready = self._reference_ready.is_set()
                    offer = FaceOffer.READY if is_ready else FaceOffer.PREPARING
                    self._say(FaceOfferKnown(self._session_id, offer))
                    return

    def _enrol(self, matcher: FaceMatcher, photo: bytearray) -> None:
        try:
            self._reference = matcher.enrol(photo)
        except PhotoUnusable as error:
            log.warning("photo_unusable", problem=error.problem.value)
            self._say(FaceOfferKnown(self._session_id, FaceOffer.PHOTO_UNUSABLE))
        else:
            self._reference_ready.set()
            # A camera that was lost before the card was read is told again: then nobody listened.
            offer = FaceOffer.NO_CAMERA if self._camera_lost else FaceOffer.READY
            self._say(FaceOfferKnown(self._session_id, offer))
        finally:
            wipe(photo)

    def _attempt(self, request_id: int, stop: threading.Event) -> None:
        with self._counted:
            while self._counted_id != request_id and not stop.is_set():
                self._counted.wait(STOP_LOOKED_AT_S)
        while not self._reference_ready.wait(STOP_LOOKED_AT_S) and not stop.is_set():
            pass
        if stop.is_set():  # By the machine's own deadline at the latest.
            return
        assert self._reference is not None  # noqa: S101 - Set before the event.
        assert self._matcher is not None  # noqa: S101 - It has made the reference.
        comparison = self._matcher.compare(self._reference)
        try:
            verdict = self._watch(request_id, comparison.feed, stop)
        finally:
            comparison.wipe()
        match verdict:
            case Verdict.MATCH:
                self._say(FaceMatched(self._session_id, request_id))
            case Verdict.NO_MATCH:
                self._say(FaceNotMatched(self._session_id, request_id))
            case Verdict.UNDECIDED:
                pass  # Stopped from outside, or the camera is lost: both are known already.

    def _watch(
        self, request_id: int, feed: Callable[[Frame], Observation], stop: threading.Event
    ) -> Verdict:
        """Feed frames until a verdict, the end of the attempt, or a lost camera."""
        assert self._camera is not None  # noqa: S101 - Without one the face is not offered.
        camera = self._camera
        shown: tuple[Guidance, float] | None = None
        seen_at_ms: float | None = None
        last_frame_ms = time.monotonic() * 1000
        while not stop.is_set():
            frame = self._next_frame(last_frame_ms)
            if frame is None:
                if self._is_denied or time.monotonic() * 1000 - last_frame_ms > CAMERA_GONE_MS:
                    self._lose(camera, CameraProblem.STOPPED)
                    return Verdict.UNDECIDED
                observation = Observation(Guidance.NO_PICTURE, 0.0, Verdict.UNDECIDED)
            else:
                last_frame_ms = frame.captured_at_ms
                observation = feed(frame)
            self._face_below = observation.face_below
            if (observation.guidance, observation.progress) != shown:
                shown = (observation.guidance, observation.progress)
                self._say(FaceObserved(self._session_id, request_id, *shown))
            if observation.verdict is not Verdict.UNDECIDED:
                return observation.verdict
            now_ms = time.monotonic() * 1000
            if seen_at_ms is None and observation.guidance not in _NOBODY_YET:
                seen_at_ms = now_ms
            if seen_at_ms is not None and now_ms - seen_at_ms > ATTEMPT_MS:
                return Verdict.NO_MATCH
        return Verdict.UNDECIDED

    def _next_frame(self, newer_than_ms: float) -> Frame | None:
        assert self._camera is not None  # noqa: S101 - Without one the face is not offered.
        try:
            frame = self._camera.latest(newer_than_ms, FRAME_WAIT_MS)
        except CameraLost as error:
            self._is_denied = error.why is _DENIED
            self._stop.wait(FRAME_WAIT_MS / 1000)  # It reopens by itself.
            return None
        self._is_denied = False
        return frame

    def _show(self, stop: threading.Event) -> None:
        shown_ms = 0.0
        while not stop.is_set():
            frame = self._next_frame(shown_ms)
            if frame is not None:
                shown_ms = frame.captured_at_ms
                self._preview.write(frame.bgr, self._face_below)

    def _put_away(self) -> None:
        if self._camera is not None:
            self._camera.close()
        if self._reference is not None:
            self._reference.wipe()


_NOBODY_YET = {Guidance.NO_FACE, Guidance.NO_PICTURE}
_DENIED = CameraProblem.PERMISSION_DENIED
