"""A public key infrastructure for virtual cards, with the profiles of the real one.

Nothing of it can be mistaken for JPKI: the authorities are called JPKI-TEST, the policy and the
card-verifiable key ids are test values that no real authority uses (sources: card 5, 12).
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import AuthorityInformationAccessOID, ExtendedKeyUsageOID, NameOID

from common.japan import JST
from reader import tlv
from simulation.card.card import sign_sha256

_ORGANIZATION = "JPKI-TEST"
_WARNING = "Test certificates, valid nowhere"
_CPS = "http://jpki-test.invalid/cps.html"
_OCSP = "http://ocsp.jpki-test.invalid"
_CA_YEARS = 10
_CERTIFICATE_YEARS = 5
_OTHER_NAMES = "1.2.392.200149.8.5.5"


class CvKey(Enum):
    """Who issues card-verifiable certificates; the value is the id of the issuer's key.

    Real ones begin with 5, those of the official test cards with 6 (sources: card 5).
    """

    CARD_FACE = b"9000023\x08\x05001" + bytes(4)
    CARD_FACE_INPUT = b"9000033\x08\x05001" + bytes(4)
    CARD = b"9000020\x08\x05001" + bytes(4)

    @property
    def subject(self) -> bytes:
        """The id of the key that signs what is on the cards."""
        return self.value[:6] + b"9" + self.value[7:]


class Usage(Enum):
    """The two certificates of a card; the value is the authority's organizational unit."""

    AUTHENTICATION = "JPKI for user authentication"
    SIGNATURE = "JPKI for digital signature"


_POLICIES = {
    Usage.AUTHENTICATION: "1.2.392.200149.8.5.1.0.30",
    Usage.SIGNATURE: "1.2.392.200149.8.5.1.0.20",
}


@dataclass(frozen=True)
class Authority:
    """A self-signed root, one tier, as in JPKI."""

    usage: Usage
    certificate: x509.Certificate
    key: rsa.RSAPrivateKey


@dataclass(frozen=True)
class Holder:
    """What a certificate says of its holder; `attributes` only for a signature certificate."""

    serial: int
    common_name: str
    attributes: tuple[str, ...] = ()
    """Name, its substitute flags, sex, birth EYYYYMMDD, address, its substitute flags."""


def new_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def private_pem(key: rsa.RSAPrivateKey) -> str:
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    ).decode("ascii")


def public_key_object(key: rsa.RSAPrivateKey) -> bytes:
    """The card's form of a public key: 90 exponent, 91 modulus; 265 bytes."""
    numbers = key.public_key().public_numbers()
    return tlv.encode(0x90, numbers.e.to_bytes(3, "big")) + tlv.encode(
        0x91, numbers.n.to_bytes(256, "big")
    )


def new_authority(usage: Usage, today: date) -> Authority:
    key = new_key()
    name = _authority_name(usage)
    start = _end_of_day(today - timedelta(days=366 * _CERTIFICATE_YEARS))
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .serial_number(1)
        .public_key(key.public_key())
        .not_valid_before(start)
        .not_valid_after(start + timedelta(days=365 * 2 * _CA_YEARS))
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(_key_usage(key_cert_sign=True, crl_sign=True), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    return Authority(usage, certificate, key)


def issue(
    authority: Authority, holder: Holder, key: rsa.RSAPrivateKey, expires: date
) -> x509.Certificate:
    """A certificate that ends with the day `expires` in Japan, five years after its start."""
    is_signature = authority.usage is Usage.SIGNATURE
    policy = x509.PolicyInformation(x509.ObjectIdentifier(_POLICIES[authority.usage]), [_CPS])
    builder = (
        x509.CertificateBuilder()
        .subject_name(
            x509.Name(
                [
                    x509.NameAttribute(NameOID.COUNTRY_NAME, "JP"),
                    x509.NameAttribute(NameOID.COMMON_NAME, holder.common_name),
                ]
            )
        )
        .issuer_name(authority.certificate.subject)
        .serial_number(holder.serial)
        .public_key(key.public_key())
        .not_valid_before(_end_of_day(expires) - timedelta(days=365 * _CERTIFICATE_YEARS))
        .not_valid_after(_end_of_day(expires))
        .add_extension(
            _key_usage(digital_signature=True, content_commitment=is_signature), critical=True
        )
        .add_extension(x509.CertificatePolicies([policy]), critical=True)
        .add_extension(_revocation_point(authority.usage), critical=False)
        .add_extension(
            x509.AuthorityInformationAccess(
                [
                    x509.AccessDescription(
                        AuthorityInformationAccessOID.OCSP, x509.UniformResourceIdentifier(_OCSP)
                    )
                ]
            ),
            critical=False,
        )
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(authority.key.public_key()),
            critical=False,
        )
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )
    if is_signature:
        builder = builder.add_extension(_attributes(holder.attributes), critical=False)
    else:
        builder = builder.add_extension(
            x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH]), critical=False
        )
    return builder.sign(authority.key, hashes.SHA256())


def cv_certificate(
    authority: rsa.RSAPrivateKey, signer: rsa.RSAPrivateKey, issuer: CvKey = CvKey.CARD_FACE
) -> bytes:
    """EF 0004 of the 券面 applications: `authority` certifies the key that signs records."""
    body = issuer.value + issuer.subject + public_key_object(signer)
    signature = sign_sha256(authority, body)
    return tlv.encode(0x7F21, tlv.encode(0x5F4E, body) + tlv.encode(0x5F37, signature))


def _authority_name(usage: Usage) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "JP"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, _ORGANIZATION),
            x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, usage.value),
            x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, _WARNING),
        ]
    )


def _revocation_point(usage: Usage) -> x509.CRLDistributionPoints:
    """A directory name without a URL: as in JPKI, nobody can fetch it."""
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "JP"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, _ORGANIZATION),
            x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, usage.value),
            x509.NameAttribute(NameOID.COMMON_NAME, "Mihon-shi CRLDP"),
        ]
    )
    point = x509.DistributionPoint([x509.DirectoryName(name)], None, None, None)
    return x509.CRLDistributionPoints([point])


def _attributes(values: tuple[str, ...]) -> x509.SubjectAlternativeName:
    return x509.SubjectAlternativeName(
        [
            x509.OtherName(x509.ObjectIdentifier(f"{_OTHER_NAMES}.{number}"), _utf8_string(value))
            for number, value in enumerate(values, start=1)
        ]
    )


def _utf8_string(text: str) -> bytes:
    """DER UTF8String; the attributes stay below 256 bytes."""
    value = text.encode("utf-8")
    length = bytes((len(value),)) if len(value) < 0x80 else bytes((0x81, len(value)))
    return b"\x0c" + length + value


def _key_usage(
    *,
    digital_signature: bool = False,
    content_commitment: bool = False,
    key_cert_sign: bool = False,
    crl_sign: bool = False,
) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=digital_signature,
        content_commitment=content_commitment,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=key_cert_sign,
        crl_sign=crl_sign,
        encipher_only=False,
        decipher_only=False,
    )


def _end_of_day(day: date) -> datetime:
    return datetime.combine(day, time(23, 59, 59), JST).astimezone(UTC)
