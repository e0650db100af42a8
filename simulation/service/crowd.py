"""Invented persons in any number, for load tests.

Each has a certificate of the demo's authority, which is only made when somebody needs it; a few
keys are shared by all, because a key of its own for each of 100,000 persons would take hours.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key
from cryptography.x509.oid import AuthorityInformationAccessOID, ExtendedKeyUsageOID, NameOID

from common.codes import LimitCategory
from qualification.oqs.codes import Sex
from simulation.errors import SimulationFault
from simulation.service.certificate import authority_id, load_authorities
from simulation.service.people import CardHolder
from simulation.service.registry import Entry, MainInsurance
from simulation.service.store import Store

_FIRST_SERIAL = 0x7F000000  # Beyond those of the demo's cards.
_KEYS = 8
_CATEGORIES = tuple(LimitCategory)


@dataclass(frozen=True)
class CrowdCard:
    certificate_der: bytes
    key: rsa.RSAPrivateKey


class Crowd:
    """The persons number 0, 1, 2 … of one authority: always the same ones."""

    def __init__(self, authority: x509.Certificate, key: rsa.RSAPrivateKey) -> None:
        self._authority = authority
        self._key = key
        self.authority_id = authority_id(authority)

    @classmethod
    def of(cls, cards_dir: Path) -> "Crowd":
        """With the newest authority of the demo's cards. Raises `SimulationFault`."""
        authority = load_authorities(cards_dir / "jpki_test_auth_ca.pem")[-1]
        try:
            pem = (cards_dir / "jpki_test_auth_ca.key").read_bytes()
            start = pem.rindex(b"-----BEGIN PRIVATE KEY-----")
            key = load_pem_private_key(pem[start:], None)
        except (OSError, ValueError, TypeError):
            key = None
        if not isinstance(key, rsa.RSAPrivateKey) or key.public_key() != authority.public_key():
            raise SimulationFault(
                f"The authority's key in {cards_dir} cannot be used.",
                "Make the cards again (make setup).",
            )
        return cls(authority, key)

    def fill(self, store: Store, count: int) -> None:
        """Make the database's persons these, and nobody else."""
        with store.write() as transaction:
            transaction.clear()
            transaction.add_people(person.row() for person in self.people(count))

    def people(self, count: int) -> Iterator[CardHolder]:
        for number in range(count):
            yield CardHolder(
                _entry(number),
                f"{self.authority_id}:{_FIRST_SERIAL + number:x}",
                sha256(b"no card face").hexdigest(),
            )

    def card(self, number: int) -> CrowdCard:
        """The certificate of person `number`, and the key that it certifies."""
        key = self._card_keys[number % _KEYS]
        now = datetime.now(UTC)
        name = x509.NameAttribute(NameOID.COMMON_NAME, f"{number:014d}13101001A")
        der = (
            x509.CertificateBuilder()
            .subject_name(x509.Name([name]))
            .issuer_name(self._authority.subject)
            .public_key(key.public_key())
            .serial_number(_FIRST_SERIAL + number)
            .not_valid_before(now - timedelta(days=1000))
            .not_valid_after(now + timedelta(days=800))
            .add_extension(_KEY_USAGE, critical=True)
            .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH]), critical=False)
            .add_extension(
                x509.AuthorityKeyIdentifier.from_issuer_public_key(self._key.public_key()),
                critical=False,
            )
            .add_extension(_ASK_OCSP, critical=False)
            .sign(self._key, SHA256())
            .public_bytes(Encoding.DER)
        )
        return CrowdCard(der, key)

    @cached_property
    def _card_keys(self) -> list[rsa.RSAPrivateKey]:
        return [rsa.generate_private_key(65537, 2048) for _ in range(_KEYS)]


def _entry(number: int) -> Entry:
    chance = random.Random(number)  # noqa: S311 - the same person for the same number.
    return Entry(
        key=f"crowd-{number}",
        name=f"見本　第{number}",
        name_kana=f"ﾐﾎﾝ {number}",
        birth_date=date(1930, 1, 1) + timedelta(days=chance.randrange(33_000)),
        sex=chance.choice((Sex.MALE, Sex.FEMALE)),
        address=f"東京都千代田区霞が関１丁目{number}番",
        insurance=MainInsurance(
            registered=True,
            insurer_number="06139992",
            insurer_name="見本健康保険組合",
            symbol="12345",
            number=str(number),
            branch="01",
            burden_percent=chance.choice((10, 20, 30)),
            limit_category=chance.choice(_CATEGORIES),
        ),
    )


_ASK_OCSP = x509.AuthorityInformationAccess(
    [
        x509.AccessDescription(
            AuthorityInformationAccessOID.OCSP,
            x509.UniformResourceIdentifier("http://ocsp.jpki-test.invalid"),
        )
    ]
)

_KEY_USAGE = x509.KeyUsage(
    digital_signature=True,
    content_commitment=False,
    key_encipherment=False,
    data_encipherment=False,
    key_agreement=False,
    key_cert_sign=False,
    crl_sign=False,
    encipher_only=False,
    decipher_only=False,
)
