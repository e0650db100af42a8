"""What the dates of a 利用者証明用 certificate allow (sources: domain 1.7, 4)."""

from calendar import monthrange
from datetime import datetime
from enum import Enum

from common.japan import JST

_NOTICE_MONTHS = 3
_GRACE_MONTHS = 3


class CertificateStanding(Enum):
    VALID = "valid"
    EXPIRES_SOON = "expires_soon"  # Within 3 months: a notice, all works.
    GRACE = "grace"  # Expired, at most to the end of the month + 3 months: 資格情報 only.


def standing_at(not_after: datetime, now: datetime) -> CertificateStanding | None:
    """How far it may be used at `now` (both aware); None when the grace period is over too."""
    if now > not_after:
        return CertificateStanding.GRACE if now < grace_end(not_after) else None
    if now >= _months_later(not_after.astimezone(JST), -_NOTICE_MONTHS):
        return CertificateStanding.EXPIRES_SOON
    return CertificateStanding.VALID


def grace_end(not_after: datetime) -> datetime:
    """The first moment after the end of the month of expiry + 3 months, in Japan's time."""
    start_of_month = not_after.astimezone(JST).replace(
        day=1, hour=0, minute=0, second=0, microsecond=0
    )
    return _months_later(start_of_month, _GRACE_MONTHS + 1)


def _months_later(moment: datetime, months: int) -> datetime:
    """The same day `months` later, or the last day of a shorter month."""
    years, month0 = divmod(moment.month - 1 + months, 12)
    year, month = moment.year + years, month0 + 1
    return moment.replace(year=year, month=month, day=min(moment.day, monthrange(year, month)[1]))
