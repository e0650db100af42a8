"""Cards for the tests: keys, certificates and 券面 evidence, made anew for each run."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from hashlib import sha256
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)
from cryptography.x509.oid import AuthorityInformationAccessOID, ExtendedKeyUsageOID, NameOID

from common.face_evidence import FaceEvidence
from qualification.port import (
    AttestedProof,
    IdentityMethod,
    PinProof,
    TerminalProof,
)

NOW = datetime.now(UTC)
VALID_UNTIL = NOW + timedelta(days=700)
THREE_DIGESTS = bytes.fromhex("3071300d060960864801650304020105000460")


@cache
def rsa_key(purpose: str) -> rsa.RSAPrivateKey:
    """One key for each purpose: they are what takes time."""
    return rsa.generate_private_key(65537, 2048)


AUTHORITY_NAME = x509.Name(
    [
        x509.NameAttribute(NameOID.COUNTRY_NAME, "JP"),
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, "JPKI-TEST"),
    ]
)


@cache
def authority(generation: str) -> x509.Certificate:
    """Generations of the 利用者証明用 authority: one name, different keys."""
    key = rsa_key(f"authority {generation}")
    return (
        x509.CertificateBuilder()
        .subject_name(AUTHORITY_NAME)
        .issuer_name(AUTHORITY_NAME)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(NOW - timedelta(days=3000))
        .not_valid_after(NOW + timedelta(days=3000))
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(_key_usage(of_an_authority=True), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, SHA256())
    )


def certificate(
    key: rsa.RSAPrivateKey,
    until: datetime,
    generation: str = "2",
    usages: Sequence[x509.ObjectIdentifier] = (ExtendedKeyUsageOID.CLIENT_AUTH,),
) -> bytes:
    issuer = rsa_key(f"authority {generation}")
    return (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "T" * 14 + "13101001A")]))
        .issuer_name(AUTHORITY_NAME)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(until - timedelta(days=1826))
        .not_valid_after(until)
        .add_extension(x509.ExtendedKeyUsage(usages), critical=False)
        .add_extension(_key_usage(of_an_authority=False), critical=True)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer.public_key()), critical=False
        )
        .add_extension(ASK_OCSP, critical=False)
        .sign(issuer, SHA256())
        .public_bytes(Encoding.DER)
    )


def _key_usage(*, of_an_authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not of_an_authority,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=of_an_authority,
        crl_sign=of_an_authority,
        encipher_only=False,
        decipher_only=False,
    )


ASK_OCSP = x509.AuthorityInformationAccess(
    [
        x509.AccessDescription(
            AuthorityInformationAccessOID.OCSP,
            x509.UniformResourceIdentifier("http://ocsp.jpki-test.invalid"),
        )
    ]
)


def tlv(tag: int, value: bytes) -> bytes:
    length = bytes([len(value)]) if len(value) < 0x80 else b"\x82" + len(value).to_bytes(2, "big")
    return tag.to_bytes(2, "big") + length + value


def public_key_data(key: rsa.RSAPrivateKey) -> bytes:
    modulus = key.public_key().public_numbers().n
    return b"\x90\x03\x01\x00\x01\x91\x82\x01\x00" + modulus.to_bytes(256, "big")


def raw_signature(key: rsa.RSAPrivateKey, digest_info: bytes) -> bytes:
    """PKCS#1 v1.5 over a DigestInfo of any length, as the card makes it."""
    padded = b"\x00\x01" + b"\xff" * (253 - len(digest_info)) + b"\x00" + digest_info
    numbers = key.private_numbers()
    return pow(int.from_bytes(padded, "big"), numbers.d, numbers.public_numbers.n).to_bytes(
        256, "big"
    )


def evidence(
    face_key: rsa.RSAPrivateKey, authority_purpose: str = "face authority"
) -> FaceEvidence:
    signer = rsa_key("card face signer")
    birth_sex_key = (
        tlv(0xDF22, b"19750505") + tlv(0xDF23, b"2") + tlv(0xDF24, public_key_data(face_key))
    )
    images, photo = sha256(b"images").digest(), sha256(b"photo").digest()
    certified = b"I" * 16 + b"S" * 16 + public_key_data(signer)
    return FaceEvidence(
        birth_sex_key=birth_sex_key,
        images_digest=images,
        photo_digest=photo,
        signature=raw_signature(
            signer, THREE_DIGESTS + sha256(birth_sex_key).digest() + images + photo
        ),
        cv_certificate=tlv(
            0x7F21,
            tlv(0x5F4E, certified)
            + tlv(0x5F37, rsa_key(authority_purpose).sign(certified, PKCS1v15(), SHA256())),
        ),
    )


@dataclass(frozen=True)
class Card:
    """What the reader gets out of one card."""

    certificate_der: bytes
    key: rsa.RSAPrivateKey
    face_key: rsa.RSAPrivateKey
    evidence: FaceEvidence

    def pin_proof(self, nonce: bytes) -> PinProof:
        return PinProof(self.key.sign(nonce, PKCS1v15(), SHA256()))

    def attested_proof(
        self, nonce: bytes, method: IdentityMethod = IdentityMethod.FACE
    ) -> AttestedProof:
        signature = self.face_key.sign(nonce, PKCS1v15(), SHA256())
        return AttestedProof(method, signature, self.evidence)

    def terminal_proof(self, nonce: bytes) -> TerminalProof:
        return TerminalProof(IdentityMethod.FACE, self.pin_proof(nonce).signature)

    def with_evidence(self, **changes: bytes) -> "Card":
        return replace(self, evidence=replace(self.evidence, **changes))


def make_card(who: str, until: datetime = VALID_UNTIL, generation: str = "2") -> Card:
    face_key = rsa_key(f"face of {who}")
    key = rsa_key(f"auth of {who}")
    return Card(certificate(key, until, generation), key, face_key, evidence(face_key))


def store_card(card: Card, folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "auth_certificate.der").write_bytes(card.certificate_der)
    spki = card.face_key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    (folder / "face_public_key.der").write_bytes(spki)


def store_authorities(folder: Path) -> None:
    pems = [authority(generation).public_bytes(Encoding.PEM) for generation in ("1", "2")]
    (folder / "jpki_test_auth_ca.pem").write_bytes(b"".join(pems))
    keys = [
        rsa_key(f"authority {generation}").private_bytes(
            Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
        )
        for generation in ("1", "2")
    ]
    (folder / "jpki_test_auth_ca.key").write_bytes(b"".join(keys))
    public = rsa_key("face authority").public_key()
    (folder / "card_face_ca.pem").write_bytes(
        public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    )
