"""Keys and certificates of a new kiosk: what the operator is asked for, and what comes back.

Keys are made here and never leave; they lie where the configuration has them, for the kiosk's user
alone. A key that is there stays: before a certificate ends, the same request asks for the next one.
"""

from datetime import UTC, datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes
from cryptography.x509.oid import NameOID

from common.files import read_regular, replace_whole
from kiosk.config import Config
from kiosk.errors import SetupFault, cannot_read, cannot_write

REQUEST = "request.pem"
STATEMENT_KEY = "statement-public.pem"

_PUBLIC = serialization.PublicFormat.SubjectPublicKeyInfo


def make_request(config: Config, folder: Path) -> list[Path]:
    """Write into `folder` what the operator needs; return the files. Raises `SetupFault`."""
    key = _key_at(config.service.key, ec.generate_private_key(ec.SECP256R1()))
    statement = _key_at(config.service.statement_key, ed25519.Ed25519PrivateKey.generate())
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise SetupFault(
            f"service.key: {config.service.key} is no key of an elliptic curve. Move it away: the "
            "next request makes one."
        )
    names = [
        x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, config.facility.code),
        x509.NameAttribute(NameOID.COMMON_NAME, config.facility.kiosk_id),
    ]
    request = x509.CertificateSigningRequestBuilder().subject_name(x509.Name(names))
    signed = request.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
    public = statement.public_key().public_bytes(serialization.Encoding.PEM, _PUBLIC)
    files = {folder / REQUEST: signed, folder / STATEMENT_KEY: public}
    for path, content in files.items():
        _write(path, content, 0o644)
    return list(files)


def import_certificate(config: Config, certificate: Path, authority: Path | None) -> None:
    """Put them where the configuration has them, once they fit this kiosk. Raises `SetupFault`."""
    content = _read(certificate)
    try:
        found = x509.load_pem_x509_certificate(content)
        own = serialization.load_pem_private_key(_read(config.service.key), None).public_key()
    except ValueError:
        raise SetupFault(
            f"{certificate} is no certificate in PEM, or {config.service.key} no key. Ask for the "
            "certificate in PEM."
        ) from None
    if found.public_key() != own:
        raise SetupFault(
            f"{certificate} was made for another key than {config.service.key}. Ask for one with "
            "this kiosk's own request (uketsuke provision request)."
        )
    units = [
        unit.value
        for unit in found.subject.get_attributes_for_oid(NameOID.ORGANIZATIONAL_UNIT_NAME)
    ]
    if units != [config.facility.code]:
        raise SetupFault(
            f"{certificate} is for {', '.join(map(str, units)) or 'no facility'}, and "
            f"facility.code is {config.facility.code}. Correct the code, or ask for this "
            "facility's certificate."
        )
    if found.not_valid_after_utc < datetime.now(UTC):
        raise SetupFault(f"{certificate} has ended. Ask for a new one, or look at the clock.")
    if authority is not None:
        _write(config.service.authority, _read(authority), 0o644)
    _write(config.service.certificate, content, 0o644)


def _key_at(path: Path, new: PrivateKeyTypes) -> PrivateKeyTypes:
    """The one that is there, else `new`, which is written."""
    if path.exists():
        return serialization.load_pem_private_key(_read(path), None)
    content = new.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    _write(path, content, 0o600)
    return new


def _read(path: Path) -> bytes:
    try:
        return read_regular(path)
    except OSError as error:
        raise cannot_read(path, error) from None


def _write(path: Path, content: bytes, mode: int) -> None:
    try:
        replace_whole(path, content, mode=mode)
    except OSError as error:
        raise cannot_write(path, error) from None
