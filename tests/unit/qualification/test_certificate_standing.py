"""Until when a certificate serves, to the second, in the time of Japan."""

from datetime import datetime

import pytest

from common.certificate_dates import CertificateStanding
from common.japan import JST
from qualification.errors import RefusalCode, Refused
from simulation.service.certificate import standing


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=JST)


def _standing(until: str, now: str) -> CertificateStanding:
    return standing(_at("2020-01-01"), _at(f"{until}T23:59:59"), _at(now))


@pytest.mark.parametrize(
    ("until", "now", "expected"),
    [
        ("2026-05-05", "2026-02-05T23:59:58", CertificateStanding.VALID),
        ("2026-05-05", "2026-02-05T23:59:59", CertificateStanding.EXPIRES_SOON),
        ("2026-05-05", "2026-05-05T23:59:59", CertificateStanding.EXPIRES_SOON),
        ("2026-05-05", "2026-05-06T00:00:00", CertificateStanding.GRACE),
        ("2026-05-05", "2026-08-31T23:59:59", CertificateStanding.GRACE),
        ("2026-11-30", "2027-02-28T23:59:59", CertificateStanding.GRACE),
        ("2026-05-31", "2026-02-28T23:59:59", CertificateStanding.EXPIRES_SOON),
    ],
)
def test_standing(until: str, now: str, expected: CertificateStanding) -> None:
    assert _standing(until, now) is expected


@pytest.mark.parametrize(
    ("until", "now"),
    [("2026-05-05", "2026-09-01T00:00:00"), ("2026-11-30", "2027-03-01T00:00:00")],
)
def test_after_the_third_month_it_is_expired(until: str, now: str) -> None:
    with pytest.raises(Refused) as refused:
        _standing(until, now)
    assert refused.value.code is RefusalCode.CERTIFICATE_EXPIRED
