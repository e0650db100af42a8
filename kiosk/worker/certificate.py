"""What the 利用者証明用 certificate's own dates allow, before any network (domain.md 1.7)."""

from datetime import UTC, datetime, timedelta

from cryptography import x509

from common.japan import JST
from kiosk.session.states import CertificateState

NOTICE_MONTHS = 3
GRACE_MONTHS = 3


def certificate_state(not_after: datetime, now: datetime) -> CertificateState | None:
    """The state at `now` (both aware); None when the grace period is over too."""
    if now <= not_after:
        soon = now >= _months_later(not_after.astimezone(JST), -NOTICE_MONTHS)
        return CertificateState.EXPIRES_SOON if soon else CertificateState.VALID
    return CertificateState.GRACE if now < grace_end(not_after) else None


def grace_end(not_after: datetime) -> datetime:
    """The first moment after the end of the month of expiry + 3 months."""
    start_of_month = not_after.astimezone(JST).replace(
        day=1, hour=0, minute=0, second=0, microsecond=0
    )
    return _months_later(start_of_month, GRACE_MONTHS + 1)


def _months_later(moment: datetime, months: int) -> datetime:
    """The same day `months` later, or the last day of a shorter month."""
    index = moment.year * 12 + moment.month - 1 + months
    year, month = divmod(index, 12)
    first = moment.replace(year=year, month=month + 1, day=1)
    following = first.replace(year=year + month // 11, month=(month + 1) % 12 + 1)
    last_day = (following - timedelta(days=1)).day
    return first.replace(day=min(moment.day, last_day))


def state_of(certificate_der: bytes, now: datetime | None = None) -> CertificateState | None:
    """Read the dates of a DER certificate; raises `ValueError` when it is not one."""
    certificate = x509.load_der_x509_certificate(certificate_der)
    return certificate_state(certificate.not_valid_after_utc, now or datetime.now(UTC))
