"""What the card's own certificate allows, before any network."""

from datetime import UTC, datetime

from cryptography import x509

from common.certificate_dates import CertificateStanding, standing_at


def standing_of(certificate_der: bytes) -> CertificateStanding | None:
    """None: it serves no longer. Raises `ValueError` when it is not a DER certificate."""
    certificate = x509.load_der_x509_certificate(certificate_der)
    return standing_at(certificate.not_valid_after_utc, datetime.now(UTC))
