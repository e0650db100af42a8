"""The demo's own authority: TLS certificates of service and kiosk, and the kiosk's statement key.

Layout of the folder:

    authority.pem  authority.key         the TLS authority
    server.pem     server.key            the service, for localhost, 127.0.0.1 and ::1
    kiosks/<kiosk id>/client.pem  .key   the kiosk's client certificate: OU facility code, CN id
    kiosks/<kiosk id>/statement.key      Ed25519, signs the kiosk's statements
    kiosks/<kiosk id>/statement.pem      its public half, registered at the service by lying here
"""

import ipaddress
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from common.files import replace_whole

RENEW_WHEN_LEFT = timedelta(days=30)
AUTHORITY_LASTS = timedelta(days=3650)
CERTIFICATE_LASTS = timedelta(days=365)
BACKDATED = timedelta(hours=1)
"""A kiosk whose clock is a little slow must not find its new certificate not yet valid."""

FACILITY_CODE = re.compile(r"[0-9]{10}")
KIOSK_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,63}")


@dataclass(frozen=True)
class KioskFiles:
    """What one kiosk holds."""

    authority: Path
    certificate: Path
    key: Path
    statement_key: Path


@dataclass(frozen=True)
class Pki:
    """The folder `root`; `made` names the files that were not current."""

    root: Path
    kiosk_id: str
    made: tuple[str, ...] = ()

    @property
    def authority(self) -> Path:
        return self.root / "authority.pem"

    @property
    def server_certificate(self) -> Path:
        return self.root / "server.pem"

    @property
    def server_key(self) -> Path:
        return self.root / "server.key"

    @property
    def kiosk(self) -> KioskFiles:
        folder = self.root / "kiosks" / self.kiosk_id
        return KioskFiles(
            authority=self.authority,
            certificate=folder / "client.pem",
            key=folder / "client.key",
            statement_key=folder / "statement.key",
        )


def make_pki(out_dir: Path, facility_code: str, kiosk_id: str, now: datetime) -> Pki:
    """Make what is missing, broken or runs out within 30 days; leave the rest as it is.

    `now` is aware. Raises ValueError for a facility code that has not ten digits or a kiosk id
    that is no plain word.
    """
    if not FACILITY_CODE.fullmatch(facility_code):
        raise ValueError("A facility code has ten digits.")
    if not KIOSK_ID.fullmatch(kiosk_id):
        raise ValueError("A kiosk id is made of letters, digits and hyphens.")
    made: list[str] = []
    pki = Pki(out_dir, kiosk_id)
    pki.kiosk.certificate.parent.mkdir(parents=True, exist_ok=True)
    authority = _authority(pki, now, made)
    _server(pki, authority, now, made)
    _kiosk(pki, facility_code, authority, now, made)
    _statement_key(pki, made)
    return Pki(out_dir, kiosk_id, tuple(made))


@dataclass(frozen=True)
class _Authority:
    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey


def _authority(pki: Pki, now: datetime, made: list[str]) -> _Authority:
    key_path = pki.authority.with_suffix(".key")
    certificate = _load_certificate(pki.authority)
    key = _load_key(key_path)
    if certificate and key and _is_current(certificate, key, now):
        return _Authority(certificate, key)
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Uketsuke demo TLS authority")])
    certificate = (
        _builder(name, name, key, now, AUTHORITY_LASTS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_key_usage(signs_certificates=True), critical=True)
        .sign(key, SHA256())
    )
    _store(pki, pki.authority, certificate, key, made)
    return _Authority(certificate, key)


def _server(pki: Pki, authority: _Authority, now: datetime, made: list[str]) -> None:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    extensions: list[x509.ExtensionType] = [
        x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]),
        x509.SubjectAlternativeName(
            [
                x509.DNSName("localhost"),
                x509.IPAddress(ipaddress.ip_address("127.0.0.1")),
                x509.IPAddress(ipaddress.ip_address("::1")),
            ]
        ),
    ]
    _leaf(pki, pki.server_certificate, name, extensions, authority, now, made)


def make_expired_server(pki_dir: Path, out_dir: Path) -> Path:
    """A server certificate of the folder's authority that ended long ago, for a scenario."""
    long_ago = datetime.now(UTC) - 2 * CERTIFICATE_LASTS
    authority = _authority(Pki(pki_dir, ""), datetime.now(UTC), [])
    pki = Pki(out_dir, "")
    _server(pki, authority, long_ago, [])
    return pki.server_certificate


def _kiosk(
    pki: Pki, facility_code: str, authority: _Authority, now: datetime, made: list[str]
) -> None:
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, facility_code),
            x509.NameAttribute(NameOID.COMMON_NAME, pki.kiosk_id),
        ]
    )
    extensions: list[x509.ExtensionType] = [
        x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH])
    ]
    _leaf(pki, pki.kiosk.certificate, name, extensions, authority, now, made)


def _leaf(
    pki: Pki,
    path: Path,
    name: x509.Name,
    extensions: list[x509.ExtensionType],
    authority: _Authority,
    now: datetime,
    made: list[str],
) -> None:
    certificate = _load_certificate(path)
    key = _load_key(path.with_suffix(".key"))
    if (
        certificate
        and key
        and _is_current(certificate, key, now)
        and certificate.subject == name
        and _is_issued_by(certificate, authority.certificate)
    ):
        return
    key = ec.generate_private_key(ec.SECP256R1())
    builder = _builder(name, authority.certificate.subject, key, now, CERTIFICATE_LASTS)
    for extension in extensions:
        builder = builder.add_extension(extension, critical=False)
    certificate = (
        builder.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_key_usage(signs_certificates=False), critical=True)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(authority.key.public_key()),
            critical=False,
        )
        .sign(authority.key, SHA256())
    )
    _store(pki, path, certificate, key, made)


def _statement_key(pki: Pki, made: list[str]) -> None:
    private = pki.kiosk.statement_key
    public = private.with_suffix(".pem")
    if private.exists() and public.exists():
        return
    key = Ed25519PrivateKey.generate()
    replace_whole(private, key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    replace_whole(
        public, key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    )
    made.append(str(private.relative_to(pki.root)))


def _builder(
    subject: x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePrivateKey,
    now: datetime,
    lasts: timedelta,
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - BACKDATED)
        .not_valid_after(now + lasts)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def _key_usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        encipher_only=False,
        decipher_only=False,
    )


def _is_current(
    certificate: x509.Certificate, key: ec.EllipticCurvePrivateKey, now: datetime
) -> bool:
    return (
        certificate.not_valid_after_utc - now >= RENEW_WHEN_LEFT
        and certificate.public_key() == key.public_key()
    )


def _is_issued_by(certificate: x509.Certificate, issuer: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(issuer)
    except Exception:  # cryptography raises three unrelated kinds for "not issued by".
        return False
    return True


def _load_certificate(path: Path) -> x509.Certificate | None:
    try:
        return x509.load_pem_x509_certificate(path.read_bytes())
    except (OSError, ValueError):
        return None


def _load_key(path: Path) -> ec.EllipticCurvePrivateKey | None:
    try:
        key = load_pem_private_key(path.read_bytes(), password=None)
    except (OSError, ValueError, TypeError):
        return None
    return key if isinstance(key, ec.EllipticCurvePrivateKey) else None


def _store(
    pki: Pki,
    path: Path,
    certificate: x509.Certificate,
    key: ec.EllipticCurvePrivateKey,
    made: list[str],
) -> None:
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    replace_whole(path.with_suffix(".key"), pem)
    replace_whole(path, certificate.public_bytes(Encoding.PEM))
    made.append(str(path.relative_to(pki.root)))
