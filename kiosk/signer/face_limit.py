"""How often a card's face is tried, counted where whoever reads the card has no say.

The card is the one that the worker has shown when it began to read; no other one can prove
anything in this session (`kiosk.signer.card_link`). So a worker that was taken over cannot have
its tries counted for another card, or for none.
"""

from collections.abc import Callable

import structlog

from consent.errors import StoreFailed
from consent.port import FaceTries
from kiosk.session.events import FaceOfferKnown
from kiosk.session.screens import FaceOffer
from kiosk.signer.card_link import CardLink
from kiosk.signer.messages import FromSigner
from kiosk.worker.job_thread import JobThread
from kiosk.worker.messages import Begin

log = structlog.get_logger(__name__)


class FaceLimit:
    """Of one session."""

    def __init__(
        self, tries: FaceTries, begin: Begin, say: Callable[[FromSigner], None], card: CardLink
    ) -> None:
        self._tries = tries
        self._begin = begin
        self._say = say
        self._card = card
        self._jobs = JobThread("face-tries")
        self._is_counted = False

    def watch(self) -> None:
        """Tell as soon as the card is shown that its face has to wait."""
        if self._begin.reads_photo:
            self._jobs.do(lambda: self._ask(self._tries.wait_s))

    def count(self, request_id: int) -> None:
        """Before a try begins. Its end is not waited for: taking the card would forestall that."""
        self._jobs.do(lambda: self._count(request_id))

    def allows_proof(self) -> bool:
        """Whether the last try was one that could be made: else no match is signed for."""
        return self._jobs.do(lambda: self._is_counted).result()

    def forget(self) -> None:
        """On disk when it returns: the session may end at any moment."""
        self._jobs.do(self._forget).result()

    def _count(self, request_id: int) -> None:
        self._is_counted = self._ask(self._tries.begin)
        if self._is_counted:
            self._card.let_try(request_id)

    def _ask(self, wait_s: Callable[[bytes], float]) -> bool:
        """Whether the face may be tried; said where it may not."""
        try:
            waits_s = wait_s(self._card.shown.result())
        except StoreFailed as error:
            log.error("face_tries_not_kept", error=str(error))
            self._say(FaceOfferKnown(self._begin.session_id, FaceOffer.UNAVAILABLE))
            return False
        if waits_s > 0:
            log.warning("face_tried_too_often", wait_ms=round(waits_s * 1000))
            self._say(FaceOfferKnown(self._begin.session_id, FaceOffer.TOO_OFTEN))
        return waits_s == 0

    def _forget(self) -> None:
        try:
            self._tries.forget(self._card.certificate)
        except StoreFailed as error:
            log.error("face_tries_not_kept", error=str(error))
