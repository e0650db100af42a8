"""One attempt: first who it is, then whether they are there.

The face that makes the moves must be the face that was matched: it is followed from frame to
frame, embedded again at the far end of every turn and when it looks straight again, and judged
once more at the end over everything. A jump, a long gap or a frame of somebody else starts all
over. A head that was away for a moment goes on: each of its frames is judged by itself as well, so
nobody else's can be among them; but moves begin anew.
"""

from common.errors import Bug
from faceauth import decision, quality
from faceauth.cover import cover_scores
from faceauth.detection import landmarks as mesh
from faceauth.detection import yunet
from faceauth.detection.detect import FaceDetector
from faceauth.detection.face_box import FaceBox
from faceauth.detection.landmarks import Landmarks, find_landmarks
from faceauth.embedding.alignment import aligned_chip
from faceauth.face_model import FaceModel
from faceauth.images import GreyImage, grey_from_bgr
from faceauth.liveness import replay_cues
from faceauth.liveness.anti_spoof import AntiSpoof
from faceauth.liveness.challenge import Challenge, Outcome, Stand, draw_moves
from faceauth.liveness.pose import pose_of
from faceauth.liveness.replay_cues import RepeatWatch
from faceauth.port import Embedding, Frame, Guidance, LivenessLevel, Observation, Verdict

_REPEATS_AT_MOST = 5
"""As many equal pictures in a row mean that the stream stands."""

_GAP_MS = 400
"""A turned head may be lost for a frame or two; nobody changes places in that time."""

_AWAY_MS = 3_000
"""So long the frames of a face that is away are kept."""

_TOLD_TO_UNCOVER_MS = 6_000
"""Time to take off a mask; then faces that only look covered must not be barred for ever."""

_COVERED = {Guidance.UNCOVER_EYES, Guidance.UNCOVER_MOUTH}

_MOVES, _MOVES_WHEN_SUSPICIOUS = 2, 3


class EmbeddedPhoto:
    """A card photo's embedding; wiped at the end of the session."""

    def __init__(self, embedding: Embedding) -> None:
        self._embedding: Embedding | None = embedding

    @property
    def embedding(self) -> Embedding:
        if self._embedding is None:
            raise Bug("this reference was wiped")
        return self._embedding

    def wipe(self) -> None:
        if self._embedding is not None:
            self._embedding.fill(0)
            self._embedding = None


class Comparison:
    """`FaceComparison`: gathers good frames of one face until the policy decides."""

    def __init__(
        self,
        reference: EmbeddedPhoto,
        model: FaceModel,
        liveness: LivenessLevel,
        anti_spoof: AntiSpoof | None,
    ) -> None:
        self._reference: EmbeddedPhoto | None = reference
        self._model = model.embedding
        self._calibration = model.calibration
        self._liveness = liveness
        self._anti_spoof = anti_spoof
        self._detector = FaceDetector()
        self._repeat_watch = RepeatWatch()
        self._evidence: list[Embedding] = []
        self._looks = 0
        self._genuine: list[float] = []
        self._taken_at_ms = float("-inf")
        self._face: FaceBox | None = None
        self._face_below = 0.0
        self._seen_at_ms = 0.0
        self._covered_at_ms = 0.0
        self._told_since_ms: float | None = None
        self._challenge: Challenge | None = None
        self._moves = 0
        self._stand: Stand | None = None
        self._guidance = Guidance.NO_FACE
        self._verdict = Verdict.UNDECIDED

    def feed(self, frame: Frame) -> Observation:
        """Take one frame: some 5 ms, and 50 ms more when it is embedded."""
        if self._reference is None:
            raise Bug("this comparison was wiped")
        if self._verdict is Verdict.UNDECIDED:
            self._guidance = self._judge(frame, self._reference.embedding)
        return Observation(self._guidance, self._progress(), self._verdict, self._face_below)

    def wipe(self) -> None:
        self._start_over()
        self._repeat_watch.wipe()
        mesh.forget()
        yunet.forget()
        self._model.forget()
        if self._anti_spoof is not None:
            self._anti_spoof.forget()
        self._reference = None  # Its owner wipes it: the next attempt needs it.

    def _judge(self, frame: Frame, reference: Embedding) -> Guidance:
        repeats = self._repeat_watch.repeats(frame)
        if repeats:  # No new evidence.
            return Guidance.NO_PICTURE if repeats >= _REPEATS_AT_MOST else self._guidance
        grey = grey_from_bgr(frame.bgr)
        try:
            return self._take(grey, frame, reference)
        finally:
            grey.fill(0)

    def _take(self, grey: GreyImage, frame: Frame, reference: Embedding) -> Guidance:
        at_ms = frame.captured_at_ms
        nodding = self._stand is not None and self._stand.asked is Guidance.NOD
        faces = self._detector.find(grey, nodding=nodding)
        if not faces:
            away_ms = at_ms - self._seen_at_ms
            if self._challenge is not None and away_ms < _GAP_MS:
                return self._guidance
            self._face = self._challenge = self._stand = None
            self._face_below = 0.0
            if away_ms > _AWAY_MS:
                self._start_over()
            return self._guidance_without_face(grey, at_ms)
        if self._face is not None and not _is_same_face(self._face, faces[0]):
            self._start_over()
        self._face, self._seen_at_ms = faces[0], at_ms
        self._face_below = faces[0].centre[1] / grey.shape[0] - 0.5
        landmarks = find_landmarks(grey, faces[0])
        if self._challenge is None:
            return self._identify(grey, frame, faces, landmarks, reference)
        if quality.several(faces):
            self._start_over()
            return Guidance.SEVERAL_FACES
        return self._follow_challenge(self._challenge, grey, landmarks, reference, at_ms)

    def _guidance_without_face(self, grey: GreyImage, at_ms: float) -> Guidance:
        """Half a face may be one behind a mask: the detector wants a nose and a mouth."""
        guidance, box = Guidance.NONE, self._detector.half_seen
        if box is not None:
            chip = aligned_chip(grey, find_landmarks(grey, box))
            guidance = quality.guidance_for_half_seen(cover_scores(chip))
            chip.fill(0)
        if guidance is Guidance.NONE:
            guidance = quality.guidance_without_face(grey)
        return self._steady(guidance, at_ms)

    def _steady(self, guidance: Guidance, at_ms: float) -> Guidance:
        """Who is told to uncover is told for a moment on: a mask is not seen in every frame."""
        if guidance in _COVERED:
            self._covered_at_ms = at_ms
        elif self._guidance in _COVERED and at_ms - self._covered_at_ms < _GAP_MS:
            return self._guidance
        return guidance

    def _identify(
        self,
        grey: GreyImage,
        frame: Frame,
        faces: tuple[FaceBox, ...],
        landmarks: Landmarks,
        reference: Embedding,
    ) -> Guidance:
        at_ms = frame.captured_at_ms
        chip = aligned_chip(grey, landmarks)
        view = quality.measure(grey, faces, landmarks, chip)
        guidance = self._steady(quality.guidance_for(view), at_ms)
        moves = self._liveness is LivenessLevel.ACTIVE
        if guidance is Guidance.NONE and moves and self._detector.by_second_look:
            guidance = Guidance.COME_CLOSER  # A nod could not be followed from there.
        waited_ms = at_ms - self._taken_at_ms
        if self._is_good(guidance, at_ms) and decision.is_due(len(self._evidence), waited_ms):
            self._taken_at_ms = at_ms
            self._look(self._model.embed(grey, landmarks), reference)
            if self._anti_spoof is not None:
                self._genuine.append(self._anti_spoof.genuine(frame.bgr, faces[0]))
            verdict = decision.decide(self._calibration, reference, self._evidence, self._looks)
            if verdict is Verdict.MATCH:
                looks_shown = replay_cues.moire(chip) or replay_cues.border(grey, faces[0])
                self._moves = self._moves_to_ask(looks_shown)
            if verdict is Verdict.MATCH and self._moves:
                self._challenge = Challenge(draw_moves(self._moves))
            else:
                self._verdict = verdict
        chip.fill(0)
        return guidance

    def _look(self, embedding: Embedding, reference: Embedding) -> None:
        """A frame of somebody else, or one that is no good: what was before it counts no more."""
        self._looks += 1
        if decision.may_be_same(self._calibration, reference, embedding):
            self._evidence.append(embedding)
        else:
            embedding.fill(0)
            self._drop_evidence()

    def _moves_to_ask(self, looks_shown: bool) -> int:
        """How many; `passive` asks only where a network of the maker's has its doubts."""
        doubtful = self._anti_spoof is not None and self._anti_spoof.is_suspicious(self._genuine)
        match self._liveness:
            case LivenessLevel.OFF:
                return 0
            case LivenessLevel.PASSIVE:
                return _MOVES if doubtful else 0
            case LivenessLevel.ACTIVE:
                return _MOVES_WHEN_SUSPICIOUS if doubtful or looks_shown else _MOVES

    def _is_good(self, guidance: Guidance, at_ms: float) -> bool:
        """Who does not uncover is compared in the end: perhaps there is nothing to take off."""
        if guidance not in _COVERED:
            self._told_since_ms = None
            return guidance is Guidance.NONE
        if self._told_since_ms is None:
            self._told_since_ms = at_ms
        return at_ms - self._told_since_ms >= _TOLD_TO_UNCOVER_MS

    def _follow_challenge(
        self,
        challenge: Challenge,
        grey: GreyImage,
        landmarks: Landmarks,
        reference: Embedding,
        at_ms: float,
    ) -> Guidance:
        sure = not self._detector.by_second_look
        before, stand = self._stand, challenge.feed(pose_of(landmarks), at_ms, sure=sure)
        self._stand = stand
        if stand.outcome is Outcome.FAILED:
            self._verdict = Verdict.NO_MATCH
            return Guidance.NONE
        came_back = stand.neutral and not (before and before.neutral)
        if stand.turned or came_back or stand.outcome is Outcome.PASSED:
            embedding = self._model.embed(grey, landmarks)
            if not decision.may_be_same(self._calibration, reference, embedding):
                self._start_over()
                return Guidance.HOLD_STILL
            if stand.neutral:
                self._evidence.append(embedding)
        if stand.outcome is Outcome.PASSED:
            same = decision.is_match(self._calibration, reference, self._evidence)
            self._verdict = Verdict.MATCH if same else Verdict.NO_MATCH
        return stand.asked

    def _progress(self) -> float:
        identified = decision.progress(len(self._evidence))
        if self._liveness is not LivenessLevel.ACTIVE and not self._moves:
            return identified
        if self._verdict is Verdict.MATCH:
            return 1.0
        moved = 0.0 if self._stand is None or not self._moves else self._stand.done / self._moves
        return 0.5 * identified + 0.5 * moved

    def _start_over(self) -> None:
        """Another person may stand here now: what was gathered says nothing about them."""
        self._drop_evidence()
        self._looks = 0
        self._face = None
        self._told_since_ms = None
        self._challenge = self._stand = None
        self._taken_at_ms = float("-inf")

    def _drop_evidence(self) -> None:
        for embedding in self._evidence:
            embedding.fill(0)
        self._evidence.clear()
        self._genuine.clear()


def _is_same_face(before: FaceBox, now: FaceBox) -> bool:
    """Did the box move less than half a face since the last frame?"""
    (x0, y0), (x1, y1) = before.centre, now.centre
    return max(abs(x1 - x0), abs(y1 - y0)) < before.side / 2
