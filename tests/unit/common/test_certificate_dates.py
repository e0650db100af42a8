"""What a certificate's dates allow, to the second and in Japan's time."""

from datetime import datetime, timedelta

import pytest

from common.certificate_dates import CertificateStanding, grace_end, standing_at
from common.japan import JST

NOT_AFTER = datetime(2026, 11, 30, 23, 59, 59, tzinfo=JST)


@pytest.mark.parametrize(
    ("now", "state"),
    [
        (datetime(2026, 8, 30, 23, 59, 58, tzinfo=JST), CertificateStanding.VALID),
        (datetime(2026, 8, 30, 23, 59, 59, tzinfo=JST), CertificateStanding.EXPIRES_SOON),
        (NOT_AFTER, CertificateStanding.EXPIRES_SOON),
        (NOT_AFTER + timedelta(seconds=1), CertificateStanding.GRACE),
        (datetime(2027, 2, 28, 23, 59, 59, tzinfo=JST), CertificateStanding.GRACE),
        (datetime(2027, 3, 1, tzinfo=JST), None),
    ],
)
def test_standing_at(now: datetime, state: CertificateStanding | None) -> None:
    assert standing_at(NOT_AFTER, now) is state


@pytest.mark.parametrize(
    ("not_after", "end"),
    [
        (datetime(2026, 1, 1, tzinfo=JST), datetime(2026, 5, 1, tzinfo=JST)),
        (datetime(2026, 9, 30, 23, 59, 59, tzinfo=JST), datetime(2027, 1, 1, tzinfo=JST)),
        (datetime(2026, 12, 31, 23, 59, 59, tzinfo=JST), datetime(2027, 4, 1, tzinfo=JST)),
    ],
)
def test_grace_lasts_to_the_end_of_the_third_month(not_after: datetime, end: datetime) -> None:
    assert grace_end(not_after) == end
