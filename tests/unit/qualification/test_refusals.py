"""What the service must not accept, each with its own code."""

from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from common.decisions import Decisions
from qualification.client import ClientConfig, HttpsQualificationService
from qualification.errors import QualificationFault, RefusalCode, Refused
from qualification.oqs import xml
from simulation.service.pki import make_pki
from simulation.service.process import ServiceProcess
from tests.unit.qualification.cards import (
    NOW,
    VALID_UNTIL,
    Card,
    certificate,
    evidence,
    make_card,
    rsa_key,
)
from tests.unit.qualification.world import FACILITY, World, attest, authenticate, connected


@pytest.fixture
def hanako(world: World) -> Card:
    return world.cards["hanako"]


def _refusal(client: HttpsQualificationService, card: Card, *, attested: bool) -> RefusalCode:
    with pytest.raises(Refused) as refused:
        (attest if attested else authenticate)(client, card)
    return refused.value.code


def test_challenge_serves_once(client: HttpsQualificationService, hanako: Card) -> None:
    challenge = client.challenge()
    proof = hanako.pin_proof(challenge.nonce)
    client.authenticate(challenge, hanako.certificate_der, proof)
    with pytest.raises(Refused) as refused:
        client.authenticate(challenge, hanako.certificate_der, proof)
    assert refused.value.code is RefusalCode.CHALLENGE_INVALID


def test_challenge_is_used_up_by_a_wrong_proof(
    client: HttpsQualificationService, hanako: Card
) -> None:
    challenge = client.challenge()
    wrong = hanako.pin_proof(b"another nonce")
    with pytest.raises(Refused) as first:
        client.authenticate(challenge, hanako.certificate_der, wrong)
    assert first.value.code is RefusalCode.SIGNATURE_INVALID
    with pytest.raises(Refused) as second:
        client.authenticate(challenge, hanako.certificate_der, hanako.pin_proof(challenge.nonce))
    assert second.value.code is RefusalCode.CHALLENGE_INVALID


@pytest.fixture
def other_kiosk(world: World, service: ServiceProcess) -> ClientConfig:
    """A second kiosk of the same authority; the running service does not know its key."""
    kiosk = make_pki(world.pki.root, "1398765432", "kiosk-2", NOW).kiosk
    return replace(
        world.client_config(service.url),
        certificate_file=kiosk.certificate,
        key_file=kiosk.key,
        statement_key_file=kiosk.statement_key,
    )


def test_challenge_of_another_kiosk_is_refused(
    client: HttpsQualificationService, other_kiosk: ClientConfig, hanako: Card
) -> None:
    challenge = client.challenge()
    proof = hanako.pin_proof(challenge.nonce)
    with connected(other_kiosk) as other, pytest.raises(Refused) as refused:
        other.authenticate(challenge, hanako.certificate_der, proof)
    assert refused.value.code is RefusalCode.CHALLENGE_INVALID
    assert client.authenticate(challenge, hanako.certificate_der, proof).registered


def test_session_of_another_kiosk_is_refused(
    client: HttpsQualificationService, other_kiosk: ClientConfig, hanako: Card
) -> None:
    session_id = authenticate(client, hanako).session_id
    with connected(other_kiosk) as other, pytest.raises(Refused) as refused:
        other.qualify(session_id)
    assert refused.value.code is RefusalCode.SESSION_UNKNOWN


def test_signature_of_another_card_is_refused(
    client: HttpsQualificationService, hanako: Card
) -> None:
    other = replace(hanako, key=rsa_key("auth of others"))
    assert _refusal(client, other, attested=False) is RefusalCode.SIGNATURE_INVALID


@pytest.mark.parametrize("attested", [False, True])
@pytest.mark.parametrize(
    ("who", "code"),
    [
        ("expired", RefusalCode.CERTIFICATE_EXPIRED),
        ("revoked", RefusalCode.CERTIFICATE_REVOKED),
    ],
)
def test_certificate_that_may_not_be_used_is_refused(
    client: HttpsQualificationService, world: World, who: str, code: RefusalCode, attested: bool
) -> None:
    assert _refusal(client, world.cards[who], attested=attested) is code


def test_certificate_of_nobody_in_the_registry_is_refused(
    client: HttpsQualificationService, hanako: Card
) -> None:
    stranger = replace(hanako, certificate_der=certificate(hanako.key, VALID_UNTIL))
    assert _refusal(client, stranger, attested=False) is RefusalCode.PERSON_UNKNOWN


@pytest.mark.parametrize(
    "der",
    [
        b"no certificate",
        certificate(rsa_key("auth of hanako"), VALID_UNTIL, generation="of somebody else"),
        certificate(
            rsa_key("auth of hanako"), VALID_UNTIL, usages=[ExtendedKeyUsageOID.SERVER_AUTH]
        ),
        certificate(rsa_key("auth of hanako"), NOW + timedelta(days=1900)),
    ],
    ids=["garbage", "another authority", "another usage", "not yet valid"],
)
def test_certificate_that_is_not_trusted_is_refused(
    client: HttpsQualificationService, hanako: Card, der: bytes
) -> None:
    card = replace(hanako, certificate_der=der)
    assert _refusal(client, card, attested=False) is RefusalCode.CERTIFICATE_UNKNOWN


def test_older_generation_of_the_authority_is_found_by_its_signature(
    client: HttpsQualificationService, hanako: Card
) -> None:
    older = replace(hanako, certificate_der=certificate(hanako.key, VALID_UNTIL, generation="1"))
    assert _refusal(client, older, attested=False) is RefusalCode.PERSON_UNKNOWN


def test_card_signature_over_another_nonce_is_refused(
    client: HttpsQualificationService, hanako: Card
) -> None:
    challenge = client.challenge()
    with pytest.raises(Refused) as refused:
        client.authenticate(
            challenge, hanako.certificate_der, hanako.attested_proof(b"another nonce")
        )
    assert refused.value.code is RefusalCode.SIGNATURE_INVALID


def test_evidence_of_another_card_is_refused(
    client: HttpsQualificationService, hanako: Card
) -> None:
    other = make_card("others")
    swapped = replace(hanako, face_key=other.face_key, evidence=other.evidence)
    assert _refusal(client, swapped, attested=True) is RefusalCode.EVIDENCE_INVALID


def test_evidence_under_another_authority_is_refused(
    client: HttpsQualificationService, hanako: Card
) -> None:
    forged = replace(hanako, evidence=evidence(hanako.face_key, "authority 1"))
    assert _refusal(client, forged, attested=True) is RefusalCode.EVIDENCE_INVALID


@pytest.mark.parametrize(
    "changes",
    [
        {"photo_digest": sha256(b"another photo").digest()},
        {"images_digest": sha256(b"another name").digest()},
        {"birth_sex_key": b"\xdf\x22\x0819750505"},
        {"cv_certificate": b"\x7f\x21\x82\x02\x33"},
        {"signature": bytes(256)},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_changed_evidence_is_refused(
    client: HttpsQualificationService, hanako: Card, changes: dict[str, bytes]
) -> None:
    changed = hanako.with_evidence(**changes)
    assert _refusal(client, changed, attested=True) is RefusalCode.EVIDENCE_INVALID


def test_kiosk_without_its_registered_statement_key_is_refused(
    service: ServiceProcess, world: World, hanako: Card, tmp_path_factory: pytest.TempPathFactory
) -> None:
    key_file = tmp_path_factory.mktemp("keys") / "statement.key"
    key_file.write_bytes(
        Ed25519PrivateKey.generate().private_bytes(
            Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
        )
    )
    config = replace(world.client_config(service.url), statement_key_file=key_file)
    with connected(config) as client:
        assert _refusal(client, hanako, attested=True) is RefusalCode.STATEMENT_INVALID


def test_session_that_never_was_is_refused(client: HttpsQualificationService) -> None:
    with pytest.raises(Refused) as refused:
        client.qualify("no-such-session")
    assert refused.value.code is RefusalCode.SESSION_UNKNOWN


def test_refusals_name_no_person(client: HttpsQualificationService, world: World) -> None:
    with pytest.raises(QualificationFault) as fault:
        authenticate(client, world.cards["expired"])
    assert "CERTIFICATE_EXPIRED" in str(fault.value)
    assert "花子" not in str(fault.value)


def test_facility_codes_come_from_the_client_certificate(
    other_kiosk: ClientConfig, client: HttpsQualificationService, hanako: Card
) -> None:
    decisions: Decisions = {}
    codes = []
    with connected(other_kiosk) as other:
        for kiosk in (client, other):
            session_id = authenticate(kiosk, hanako).session_id
            message = xml.parse(kiosk.conclude(session_id, decisions).xml)
            codes.append(message.message_header.medical_institution_code)
    assert codes == [FACILITY, "1398765432"]


def test_client_certificate_without_facility_code_is_refused(
    service: ServiceProcess, world: World, tmp_path: Path
) -> None:
    authority_key = load_pem_private_key((world.pki.root / "authority.key").read_bytes(), None)
    authority = x509.load_pem_x509_certificate(world.pki.authority.read_bytes())
    kiosk = x509.load_pem_x509_certificate(world.pki.kiosk.certificate.read_bytes())
    assert isinstance(authority_key, EllipticCurvePrivateKey)
    nameless = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "kiosk-1")]))
        .issuer_name(authority.subject)
        .public_key(kiosk.public_key())
        .serial_number(7)
        .not_valid_before(NOW)
        .not_valid_after(VALID_UNTIL)
        .sign(authority_key, SHA256())
    )
    path = tmp_path / "nameless.pem"
    path.write_bytes(nameless.public_bytes(Encoding.PEM))
    config = replace(world.client_config(service.url), certificate_file=path)
    with connected(config) as client, pytest.raises(Refused) as refused:
        client.challenge()
    assert refused.value.code is RefusalCode.CLIENT_UNKNOWN
