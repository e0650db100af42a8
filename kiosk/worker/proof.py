"""Proofs of identity without PIN (docs/adr/0007): what the service is shown of card and kiosk."""

from pathlib import Path

from kiosk.worker.terminal import TerminalAdapter
from qualification.port import (
    AttestedProof,
    Challenge,
    IdentityMethod,
    TerminalProof,
)
from reader.card import FaceRecord, MyNumberCard


class AttestedProver:
    """The card shows itself genuine by its 券面 key over the service's nonce.

    The client adds the kiosk's signed statement of the match. Any reader and any card will do.
    """

    opens: tuple[Path, ...] = ()

    def prove(
        self, card: MyNumberCard, face: FaceRecord, method: IdentityMethod, challenge: Challenge
    ) -> AttestedProof:
        return AttestedProof(
            method=method,
            card_signature=card.prove_genuine(challenge.nonce),
            evidence=face.evidence,
        )


class TerminalProver:
    """A maker's terminal has the card sign the nonce with its 利用者証明用 key."""

    def __init__(self, adapter: TerminalAdapter) -> None:
        self._adapter = adapter
        self.opens = tuple(map(Path, getattr(adapter, "opens", ())))

    def prove(
        self, card: MyNumberCard, face: FaceRecord, method: IdentityMethod, challenge: Challenge
    ) -> TerminalProof:
        signature = self._adapter.sign(card.transmit, method.value, challenge.nonce)
        return TerminalProof(method, signature)
