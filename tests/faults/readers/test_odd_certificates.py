"""A card whose certificate is well formed and still no card's: refused in words, no traceback."""

from datetime import UTC, datetime

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from reader.card import MyNumberCard
from reader.errors import BadCardAnswer
from simulation.card.content import CardContent
from tests.unit.reader.conftest import NewCard
from tests.unit.reader.direct import DirectConnection

SERIAL = (1 << 158) + 12345


def certificate(ends: datetime, serial: int = SERIAL) -> bytes:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "x")])
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(serial)
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(ends)
        .sign(key, SHA256())
        .public_bytes(Encoding.DER)
    )


def with_longer_serial(der: bytes, more: bytes) -> bytes:
    """The same with `more` bytes in its serial number, and the lengths around it put right."""
    at = der.index(SERIAL.to_bytes(20, "big"))
    out = bytearray(der[: at + 20] + more + der[at + 20 :])
    out[at - 1] += len(more)
    sequence = 0
    for _ in range(2):  # The certificate, and what is signed of it.
        width = out[sequence + 1] & 0x7F
        where = slice(sequence + 2, sequence + 2 + width)
        out[where] = (int.from_bytes(out[where], "big") + len(more)).to_bytes(width, "big")
        sequence += 2 + width
    return bytes(out)


FAR = datetime(2099, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("der", "says"),
    [
        (certificate(datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)), "until 9999"),
        (certificate(datetime(9999, 12, 31, 14, tzinfo=UTC)), "until 9999"),
        (with_longer_serial(certificate(FAR), b"\x01" * 5), "serial number|cannot be read"),
    ],
    ids=["9999", "9999-in-japan", "serial-of-25-bytes"],
)
def test_it_is_refused_in_words(
    new_card: NewCard, hanako: CardContent, der: bytes, says: str
) -> None:
    card = MyNumberCard(DirectConnection(new_card(content=with_certificate(hanako, der))))
    with pytest.raises(BadCardAnswer, match=says):
        card.auth_certificate()


def with_certificate(content: CardContent, der: bytes) -> CardContent:
    def changed(name: str, files: dict[int, object]) -> dict[int, object]:
        if name != "jpki":
            return files
        file = files[0x000A]
        return {**files, 0x000A: file.model_copy(update={"content": der})}  # type: ignore[attr-defined]

    return content.model_copy(
        update={
            "applications": tuple(
                a.model_copy(update={"files": changed(a.name, dict(a.files))})
                for a in content.applications
            )
        }
    )
