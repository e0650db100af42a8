"""A kiosk's keys are made on it; only a certificate that fits them and the facility is taken in."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from kiosk.config import Config
from kiosk.config_file import load
from kiosk.errors import SetupFault
from kiosk.installed_files import check_files
from kiosk.provision import REQUEST, STATEMENT_KEY, import_certificate, make_request
from tests.unit.kiosk.test_config import GOOD, written

NOW = datetime.now(UTC)


@pytest.fixture
def config(tmp_path: Path) -> Config:
    for folder in ("pki", "results", "state", "out"):
        (tmp_path / folder).mkdir()
    return load(written(tmp_path, GOOD))


def certified(request: Path, code: str | None = None, *, ends: datetime | None = None) -> Path:
    """What an operator makes of it."""
    asked = x509.load_pem_x509_csr(request.read_bytes())
    subject = asked.subject
    if code is not None:
        subject = x509.Name([x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, code)])
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "operator")]))
        .public_key(asked.public_key())
        .serial_number(1)
        .not_valid_before(NOW - timedelta(days=400))
        .not_valid_after(ends or NOW + timedelta(days=365))
        .sign(key, hashes.SHA256())
    )
    path = request.with_name("certificate.pem")
    path.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    return path


def test_from_nothing_to_files_that_the_kiosk_starts_with(config: Config, tmp_path: Path) -> None:
    request, statement = make_request(config, tmp_path / "out")
    assert (request.name, statement.name) == (REQUEST, STATEMENT_KEY)
    assert config.service.key.stat().st_mode & 0o077 == 0
    certificate = certified(request)
    import_certificate(config, certificate, certificate)
    check_files(config)
    before = config.service.key.read_bytes()
    make_request(config, tmp_path / "out")  # For the next certificate.
    assert config.service.key.read_bytes() == before


@pytest.mark.parametrize(
    ("code", "ends", "said"),
    [
        ("9999999999", None, r"for 9999999999, and facility\.code is 1312345678"),
        (None, NOW - timedelta(days=1), "has ended"),
    ],
)
def test_a_certificate_that_does_not_fit_is_not_taken_in(
    config: Config, tmp_path: Path, code: str | None, ends: datetime | None, said: str
) -> None:
    request, _ = make_request(config, tmp_path / "out")
    with pytest.raises(SetupFault, match=said):
        import_certificate(config, certified(request, code, ends=ends), None)
    assert not config.service.certificate.exists()


def test_a_certificate_for_another_key_is_not_taken_in(config: Config, tmp_path: Path) -> None:
    request, _ = make_request(config, tmp_path / "out")
    certificate = certified(request)
    config.service.key.unlink()
    make_request(config, tmp_path / "out")
    with pytest.raises(SetupFault, match="another key"):
        import_certificate(config, certificate, None)
