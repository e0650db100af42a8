"""What a worker that was taken over may claim, and the signer does not sign for."""

from datetime import UTC, datetime
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from threading import Thread

import pytest

from kiosk.peer import Peer
from kiosk.session.screens import StopReason
from kiosk.signer.card_link import CardDidNotSign, CardLink
from kiosk.signer.messages import FROM_WORKER, TO_WORKER, CardShown, Proven
from kiosk.signer.parts import CheckProof
from kiosk.signer.proof_check import proof_check
from qualification.port import Challenge, IdentityMethod, IdentityProof, PhoneProof
from tests.unit.qualification.cards import Card, evidence, make_card, rsa_key

FACE, PIN, STAFF = IdentityMethod.FACE, IdentityMethod.PIN, IdentityMethod.STAFF
PHONE = IdentityMethod.PHONE
NONCE, OTHER_NONCE = bytes(32), bytes([1]) * 32
CHALLENGE = Challenge("c", NONCE, datetime(2999, 1, 1, tzinfo=UTC))
HANAKO, TARO = make_card("hanako"), make_card("taro")
STRANGE = Card(
    HANAKO.certificate_der, HANAKO.key, HANAKO.face_key, evidence(HANAKO.face_key, "nobody")
)


@pytest.fixture(scope="module")
def check() -> CheckProof:
    return proof_check(rsa_key("face authority").public_key())


@pytest.mark.parametrize(
    ("method", "proof"),
    [
        (PIN, HANAKO.pin_proof(NONCE)),
        (FACE, HANAKO.attested_proof(NONCE)),
        (STAFF, HANAKO.attested_proof(NONCE, STAFF)),
        (FACE, HANAKO.terminal_proof(NONCE)),
        (PHONE, PhoneProof(PHONE, HANAKO.pin_proof(NONCE).signature)),
    ],
)
def test_what_the_card_signed_is_taken(
    check: CheckProof, method: IdentityMethod, proof: IdentityProof
) -> None:
    assert check(method, CHALLENGE, HANAKO.certificate_der, proof)


@pytest.mark.parametrize(
    ("method", "proof"),
    [
        (PIN, HANAKO.pin_proof(OTHER_NONCE)),
        (PIN, TARO.pin_proof(NONCE)),
        (FACE, HANAKO.pin_proof(NONCE)),
        (PIN, HANAKO.attested_proof(NONCE, PIN)),
        (PIN, HANAKO.terminal_proof(NONCE)),
        (FACE, HANAKO.attested_proof(OTHER_NONCE)),
        (FACE, HANAKO.attested_proof(NONCE, STAFF)),
        (FACE, STRANGE.attested_proof(NONCE)),
        (FACE, HANAKO.with_evidence(birth_sex_key=b"").attested_proof(NONCE)),
        (FACE, HANAKO.with_evidence(photo_digest=bytes(32)).attested_proof(NONCE)),
        (FACE, HANAKO.with_evidence(cv_certificate=b"\x7f").attested_proof(NONCE)),
        (STAFF, HANAKO.terminal_proof(NONCE)),
        (FACE, TARO.terminal_proof(NONCE)),
        (FACE, PhoneProof(FACE, HANAKO.pin_proof(NONCE).signature)),
        (PHONE, PhoneProof(PHONE, TARO.pin_proof(NONCE).signature)),
    ],
    ids=[
        "an older signature", "another's PIN", "a PIN for a face", "a face for a PIN",
        "a terminal for a PIN", "an older attestation", "staff for a face", "no authority",
        "no key", "another photo", "a certificate cut short", "face for staff",
        "another's terminal", "a phone for a face", "another's phone",
    ],
)  # fmt: skip
def test_what_no_card_signed_for_this_is_not(
    check: CheckProof, method: IdentityMethod, proof: IdentityProof
) -> None:
    assert not check(method, CHALLENGE, HANAKO.certificate_der, proof)


def test_a_certificate_that_is_none_proves_nothing(check: CheckProof) -> None:
    assert not check(PIN, CHALLENGE, b"\x30\x03", HANAKO.pin_proof(NONCE))


def test_without_an_authority_no_face_is_proven() -> None:
    proof = HANAKO.attested_proof(NONCE)
    assert not proof_check(None)(FACE, CHALLENGE, HANAKO.certificate_der, proof)


class Worker:
    """Says what it is told to, whenever it is asked for a proof."""

    def __init__(self, pipe: Connection) -> None:
        self.says: list[Proven] = []
        self.peer = Peer(pipe, says=FROM_WORKER, hears=TO_WORKER)
        Thread(target=self._answer, daemon=True).start()

    def _answer(self) -> None:
        for _ in self.peer.messages():
            self.peer.say(self.says.pop(0))


@pytest.fixture
def ends() -> tuple[Connection, Connection]:
    """Left open: without its worker, a signer ends its process."""
    return Pipe()


def proven(card: Card) -> Proven:
    return Proven(card.pin_proof(NONCE), apdu_count=7)


def test_the_card_that_was_shown_is_the_only_one_that_proves(
    check: CheckProof, ends: tuple[Connection, Connection]
) -> None:
    worker = Worker(ends[0])
    link = CardLink(Peer(ends[1], says=TO_WORKER, hears=FROM_WORKER), check)
    worker.peer.say(CardShown(HANAKO.certificate_der))
    worker.says = [proven(HANAKO), proven(TARO), proven(HANAKO)]
    link.prove(PIN, CHALLENGE)
    assert (link.certificate, link.apdu_count) == (HANAKO.certificate_der, 7)
    with pytest.raises(CardDidNotSign) as refused:
        link.prove(PIN, CHALLENGE)
    assert refused.value.reason is StopReason.CARD_UNREADABLE
    assert link.certificate == HANAKO.certificate_der
    link.prove(PIN, CHALLENGE)


def test_without_a_card_that_was_shown_nothing_is_proven(
    check: CheckProof, ends: tuple[Connection, Connection]
) -> None:
    worker = Worker(ends[0])
    link = CardLink(Peer(ends[1], says=TO_WORKER, hears=FROM_WORKER), check)
    worker.says = [proven(HANAKO)]
    with pytest.raises(CardDidNotSign):
        link.prove(PIN, CHALLENGE)


@pytest.mark.parametrize(
    "proof",
    [
        HANAKO.pin_proof(NONCE),
        HANAKO.attested_proof(NONCE),
        HANAKO.terminal_proof(NONCE),
        PhoneProof(PHONE, HANAKO.pin_proof(NONCE).signature),
        PhoneProof(PIN, HANAKO.pin_proof(NONCE).signature),
    ],
)
def test_between_processes_a_proof_stays_what_it_is(proof: IdentityProof) -> None:
    proven = Proven(proof, 9)
    assert FROM_WORKER.read(FROM_WORKER.written(proven)) == proven
