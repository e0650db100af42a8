"""What the worker proves to the signer arrives as it was sent, and nothing else does."""

from datetime import UTC, datetime

import pytest

from common.face_evidence import FaceEvidence
from kiosk.session.screens import StopReason
from kiosk.signer.messages import FROM_WORKER, TO_WORKER, CardShown, NotProven, ProofWanted, Proven
from qualification.port import (
    AttestedProof,
    Challenge,
    IdentityMethod,
    IdentityProof,
    PinProof,
    TerminalProof,
)

ANY_BYTES = bytes(range(256))
EVIDENCE = FaceEvidence(ANY_BYTES, ANY_BYTES[:32], ANY_BYTES[32:64], ANY_BYTES, ANY_BYTES)


@pytest.mark.parametrize(
    "proof",
    [
        PinProof(ANY_BYTES),
        TerminalProof(IdentityMethod.STAFF, ANY_BYTES),
        AttestedProof(IdentityMethod.FACE, ANY_BYTES, EVIDENCE),
    ],
)
def test_a_proof_arrives_as_it_was_sent(proof: IdentityProof) -> None:
    proven = Proven(proof, apdu_count=3)
    assert FROM_WORKER.read(FROM_WORKER.written(proven)) == proven


def test_so_does_the_card_that_lies_there() -> None:
    shown = CardShown(ANY_BYTES)
    assert FROM_WORKER.read(FROM_WORKER.written(shown)) == shown


def test_so_does_what_is_asked_for() -> None:
    wanted = ProofWanted(
        IdentityMethod.PIN, Challenge("c", ANY_BYTES, datetime(2999, 1, 1, tzinfo=UTC))
    )
    assert TO_WORKER.read(TO_WORKER.written(wanted)) == wanted


@pytest.mark.parametrize(
    "said",
    [
        b'Proven {"proof":{"signature":"AA=="}}',
        b'Proven {"proof":{"signature":7},"apdu_count":1}',
        b'CardShown {"certificate":7}',
        b'NotProven {"reason":"all is well","apdu_count":1}',
        b'EligibilityKnown {"session_id":"s1","request_id":1}',
        b"\xff\xfe",
    ],
)
def test_anything_else_is_no_message(said: bytes) -> None:
    assert FROM_WORKER.read(said) is None
    assert FROM_WORKER.read(FROM_WORKER.written(NotProven(StopReason.CARD_REMOVED, 1)))
