"""The simulated proof of identity without PIN.

The real terminal authentication (特定機関認証) is not public and needs keys of the 支払基金
(domain.md 1.1, card.md 8C). In the simulated world the card proves itself genuine by its 券面 key
over the service's nonce; the client adds the kiosk's signed statement of the match.
"""

from qualification.port import AttestedProof, CardFaceEvidence, Challenge, IdentityMethod
from reader.card import FaceRecord, MyNumberCard


class SimulatedPinlessProof:
    """Implements `kiosk.worker.parts.PinlessProof`."""

    def prove(
        self, card: MyNumberCard, face: FaceRecord, method: IdentityMethod, challenge: Challenge
    ) -> AttestedProof:
        evidence = face.evidence
        return AttestedProof(
            method=method,
            card_signature=card.prove_genuine(challenge.nonce),
            evidence=CardFaceEvidence(
                birth_sex_key=evidence.birth_sex_key,
                images_digest=evidence.images_digest,
                photo_digest=evidence.photo_digest,
                signature=evidence.signature,
                cv_certificate=evidence.cv_certificate,
            ),
        )
