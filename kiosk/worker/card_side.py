"""The card: read, photo, PIN, signatures; one thread owns PC/SC.

Order matters: selecting another application drops a verified PIN (sources: card 1.6), so everything
that needs none is read first, and the signature follows the PIN directly.
"""

from collections.abc import Callable
from concurrent.futures import Future
from datetime import UTC, datetime

import structlog
from cryptography import x509

from common.certificate_dates import CertificateStanding, standing_at
from common.errors import Bug
from common.secret import wipe
from kiosk.session.events import (
    CardRead,
    CardRefused,
    FaceOfferKnown,
    FaceRecordOpened,
    NumberBNeeded,
    NumberBRejected,
    PinAccepted,
    PinRejected,
)
from kiosk.session.screens import FaceOffer, PinOffer, StopReason
from kiosk.session.states import Card
from kiosk.worker.job_thread import JobThread
from kiosk.worker.messages import Begin, FromWorker
from kiosk.worker.parts import WorkerParts
from qualification.port import Challenge, IdentityMethod, IdentityProof, PhoneProof, PinProof
from reader import errors
from reader.card import FaceRecord, MyNumberCard, TokenKind
from reader.number_b import number_b_of
from reader.port import Carrier

log = structlog.get_logger(__name__)


_CARRIERS = {
    TokenKind.CARD: Carrier.CARD,
    TokenKind.ANDROID: Carrier.ANDROID,
    TokenKind.IPHONE: Carrier.IPHONE,
}
"""A 住民基本台帳カード is none: it is not valid any more."""


class CardSide:
    def __init__(
        self,
        parts: WorkerParts,
        begin: Begin,
        say: Callable[[FromWorker], None],
        show: Callable[[bytes], None],
    ) -> None:
        """`show` is called with the certificate (DER) before the kiosk is told of the card."""
        self._parts = parts
        self._reader = begin.reader
        self._session_id = begin.session_id
        self._reads_photo = begin.reads_photo
        self._say = say
        self._show = show
        self._jobs = JobThread("card")
        self._card: MyNumberCard | None = None
        self._face: FaceRecord | None = None
        self._carrier = Carrier.CARD
        self._is_read = False

    @property
    def apdu_count(self) -> int:
        return 0 if self._card is None else self._card.apdu_count

    def read(self, then_photo: Callable[[bytearray], None]) -> None:
        """Read what the choice of method needs, then the photo, and hand it on."""
        self._jobs.do(self._read)
        if self._reads_photo:
            self._jobs.do(lambda: self._read_face(then_photo))

    def verify_pin(self, request_id: int, pin: bytearray) -> None:
        self._jobs.do(lambda: self._verify_pin(request_id, pin))

    def open_face(
        self, request_id: int, number_b: bytearray, then_photo: Callable[[bytearray], None]
    ) -> None:
        """Open the photo with a typed number, and hand it on."""
        self._jobs.do(lambda: self._open_face(request_id, number_b, then_photo))

    def prove(self, method: IdentityMethod, challenge: Challenge) -> Future[IdentityProof]:
        """Sign the service's nonce, as `method` allows; the future raises `reader.errors`."""
        future: Future[IdentityProof] = Future()

        def sign() -> None:
            try:
                future.set_result(self._prove(method, challenge))
            except errors.ReaderFault as error:
                future.set_exception(error)

        self._jobs.do(sign)
        return future

    def _refuse(self, reason: StopReason) -> None:
        self._say(CardRefused(self._session_id, reason))

    def _read(self) -> None:
        try:
            self._card = self._parts.open_card(self._reader)
            self._read_basics(self._card)
        except errors.ReaderFault as error:
            log.warning("card_not_read", kind=error.kind, error=str(error))
            self._refuse(stop_reason(error))

    def _read_basics(self, card: MyNumberCard) -> None:
        """Token, certificate and PIN tries; the kiosk is told of them, or why not."""
        carrier = _CARRIERS.get(card.token().kind)
        if carrier is None:
            self._refuse(StopReason.NOT_A_MY_NUMBER_CARD)
            return
        self._carrier = carrier
        if carrier is Carrier.ANDROID:  # It shows its certificate after its PIN.
            self._tell(card, CertificateStanding.VALID)
            return
        try:
            self._read_certificate(card)
        except errors.FileClosed as error:
            if carrier is not Carrier.IPHONE:
                raise
            log.info("phone_not_confirmed", kind=error.kind)
            self._refuse(StopReason.PHONE_NOT_CONFIRMED)

    def _read_certificate(self, card: MyNumberCard) -> None:
        der = card.auth_certificate()
        standing = standing_of(der)
        if standing is None:
            is_phone = self._carrier.is_phone
            expired = StopReason.CERTIFICATE_EXPIRED
            self._refuse(StopReason.PHONE_CERTIFICATE_EXPIRED if is_phone else expired)
            return
        card.check_reader()
        self._show(der)
        self._tell(card, standing)
        self._is_read = True

    def _tell(self, card: MyNumberCard, certificate: CertificateStanding) -> None:
        tries_left, pin = 0, PinOffer.NO_PIN
        if self._carrier is not Carrier.IPHONE:
            tries_left, pin = card.pin_tries_left(), PinOffer.READY
            if tries_left == 0:
                has_pin = self._carrier.is_phone or card.has_pin()
                pin = PinOffer.LOCKED if has_pin else PinOffer.NO_PIN
        self._say(CardRead(self._session_id, Card(pin, tries_left, certificate, self._carrier)))

    def _read_face(self, then_photo: Callable[[bytearray], None]) -> None:
        """Surface, 照合番号B, signed face record; a failure only takes the face away."""
        if self._card is None or not self._is_read or self._carrier.is_phone:
            return
        try:
            number_b = number_b_of(self._parts.surface.scan())
            photo = self._opened(self._card, number_b)
        except errors.ReaderFault as error:
            if not may_be_typed(error):
                self._take_face_away(error)
                return
            log.info("surface_not_read", kind=error.kind)
            self._say(NumberBNeeded(self._session_id))
        else:
            if photo is not None:
                then_photo(photo)

    def _open_face(
        self, request_id: int, number_b: bytearray, then_photo: Callable[[bytearray], None]
    ) -> None:
        assert self._card is not None  # noqa: S101 - It is typed after the card is read.
        try:
            photo = self._opened(self._card, number_b)
        except errors.ReaderFault as error:
            if not may_be_typed(error):
                self._take_face_away(error)
                return
            log.info("number_b_rejected", kind=error.kind)
            self._say(NumberBRejected(self._session_id, request_id))
        else:
            self._say(FaceRecordOpened(self._session_id, request_id))
            if photo is not None:
                then_photo(photo)

    def _opened(self, card: MyNumberCard, number_b: bytearray) -> bytearray | None:
        """The photo; None, said to the kiosk, for a card without one. Wipes `number_b`."""
        self._face = card.open_face(number_b)
        if self._face.photo:
            return self._face.photo
        self._say(FaceOfferKnown(self._session_id, FaceOffer.NO_PHOTO))
        return None

    def _take_face_away(self, error: errors.ReaderFault) -> None:
        """The PIN may still serve, unless the card is gone."""
        log.warning("face_record_not_read", kind=error.kind)
        if is_gone(error):
            self._refuse(StopReason.CARD_REMOVED)
        else:
            self._say(FaceOfferKnown(self._session_id, face_offer(error)))

    def _verify_pin(self, request_id: int, pin: bytearray) -> None:
        assert self._card is not None  # noqa: S101 - The PIN is asked for after the card is read.
        try:
            self._card.verify_pin(pin)
            if self._carrier is Carrier.ANDROID:
                self._read_certificate(self._card)
        except errors.PinRefused as error:
            self._say(PinRejected(self._session_id, request_id, error.tries_left))
        except errors.ReaderFault as error:
            log.warning("pin_not_verified", kind=error.kind)
            self._refuse(stop_reason(error))
        else:
            self._say(PinAccepted(self._session_id, request_id))
        finally:
            wipe(pin)

    def _prove(self, method: IdentityMethod, challenge: Challenge) -> IdentityProof:
        assert self._card is not None  # noqa: S101 - Identity is proven after the card is read.
        if self._carrier.is_phone:
            return PhoneProof(method, self._card.sign(challenge.nonce))
        if method is IdentityMethod.PIN:
            return PinProof(self._card.sign(challenge.nonce))
        if self._parts.prover is None or self._face is None:
            raise Bug("the face record is used before it was opened")
        return self._parts.prover.prove(self._card, self._face, method, challenge)


def standing_of(certificate_der: bytes) -> CertificateStanding | None:
    """What its dates allow, before any network; None: it serves no longer.

    Raises `ValueError` when it is not a DER certificate.
    """
    certificate = x509.load_der_x509_certificate(certificate_der)
    return standing_at(certificate.not_valid_after_utc, datetime.now(UTC))


def is_gone(error: errors.ReaderFault) -> bool:
    return isinstance(error, errors.CardFault) and error.problem in (
        errors.CardProblem.ABSENT,
        errors.CardProblem.TAKEN,
    )


def may_be_typed(error: errors.ReaderFault) -> bool:
    """照合番号B was not read, or not right; there are tries left for what the patient types."""
    match error:
        case errors.SurfaceUnreadable() | errors.NumberBRefused(was_tried=True):
            return True
        case _:
            return False


def stop_reason(error: errors.ReaderFault) -> StopReason:
    """What the patient is told when the card cannot be used."""
    match error:
        case _ if is_gone(error):
            return StopReason.CARD_REMOVED
        case errors.CardFault(problem=errors.CardProblem.OTHER_CARD):
            return StopReason.NOT_A_MY_NUMBER_CARD
        case errors.CardFault(problem=errors.CardProblem.NO_CERTIFICATE):
            return StopReason.CERTIFICATE_MISSING
        case _:
            return StopReason.CARD_UNREADABLE


def face_offer(error: errors.ReaderFault) -> FaceOffer:
    """What the choice of method says when the card's photo cannot be had."""
    match error:
        case errors.SurfaceUnreadable() | errors.NumberBRefused():
            return FaceOffer.SURFACE_UNREADABLE
        case _:
            return FaceOffer.PHOTO_UNUSABLE
