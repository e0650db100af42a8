"""The card, as the signer has it: at the other end of a pipe, and not believed."""

import os
import threading
from concurrent.futures import Future

import structlog

from common.errors import Bug
from kiosk.peer import Peer
from kiosk.session.screens import StopReason
from kiosk.signer.messages import CardShown, NotProven, ProofWanted, Proven, TryCounted
from kiosk.signer.parts import CheckProof
from qualification.port import Challenge, IdentityMethod, IdentityProof

log = structlog.get_logger(__name__)


class CardDidNotSign(Exception):
    """Stays inside this package."""

    def __init__(self, reason: StopReason) -> None:
        self.reason = reason
        super().__init__(reason.value)


class CardLink:
    """Asks the session's worker for proofs, and checks each before anything is signed for it.

    The card that it shows first is the session's: no other one's proof is taken.
    """

    def __init__(self, peer: Peer, check: CheckProof) -> None:
        self._peer = peer
        self._check = check
        self._answer: Future[Proven | NotProven] | None = None
        self.shown: Future[bytes] = Future()
        """The certificate (DER) of the card that lies there, once it is read; not proven yet."""
        self._is_proven = False
        self.apdu_count = 0
        threading.Thread(target=self._hear, name="card-link", daemon=True).start()

    @property
    def certificate(self) -> bytes:
        """DER; of the person whose proof was good."""
        if not self._is_proven:
            raise Bug("nobody has proven who they are")
        return self.shown.result()

    def let_try(self, request_id: int) -> None:
        """The worker begins no try at the face before."""
        self._peer.say(TryCounted(request_id))

    def prove(self, method: IdentityMethod, challenge: Challenge) -> IdentityProof:
        """Raises `CardDidNotSign`; on one thread at a time."""
        answer: Future[Proven | NotProven] = Future()
        self._answer = answer
        self._peer.say(ProofWanted(method, challenge))
        said = answer.result()
        self.apdu_count = said.apdu_count
        if isinstance(said, NotProven):
            raise CardDidNotSign(said.reason)
        if not self._is_good(method, challenge, said.proof):
            log.error("proof_is_none")
            raise CardDidNotSign(StopReason.CARD_UNREADABLE)
        self._is_proven = True
        proof: IdentityProof = said.proof
        return proof

    def _is_good(self, method: IdentityMethod, challenge: Challenge, proof: IdentityProof) -> bool:
        return self.shown.done() and self._check(method, challenge, self.shown.result(), proof)

    def _hear(self) -> None:
        """One card, and one answer to each question; anything else ends the session."""
        for message in self._peer.messages():
            if isinstance(message, CardShown):
                if self.shown.done():
                    break
                self.shown.set_result(message.certificate)
                continue
            answer, self._answer = self._answer, None
            if answer is None:
                break
            answer.set_result(message)
        os._exit(0)  # The worker is gone, or not the worker any more.
