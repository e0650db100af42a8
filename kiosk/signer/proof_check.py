"""Whether a proof of identity is one, before the kiosk signs and speaks for it.

The worker that hands it on may have been taken over by what it read. What it cannot do is to sign
in a card's place: the card's certificate, or the record that the card face authority vouches for,
holds the key by which a signature over the service's nonce is checked.
"""

from collections.abc import Callable

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256

from kiosk.signer.parts import CheckProof
from qualification.port import (
    AttestedProof,
    Challenge,
    IdentityMethod,
    IdentityProof,
    PhoneProof,
    PinProof,
    TerminalProof,
)
from reader.card_face import check_genuine
from reader.errors import ReaderFault

_OF_PHONES = (IdentityMethod.PIN, IdentityMethod.PHONE)
_WITHOUT_PIN = (IdentityMethod.FACE, IdentityMethod.STAFF)


def proof_check(authority: RSAPublicKey | None) -> CheckProof:
    """`authority`: the card face authority's key, without which no proof by face is good."""

    def check(
        method: IdentityMethod, challenge: Challenge, certificate: bytes, proof: IdentityProof
    ) -> bool:
        proves = IdentityMethod.PIN if isinstance(proof, PinProof) else proof.method
        if proves is not method:
            return False
        match proof:
            case PinProof(signature=signature):
                return _signed(certificate, signature, challenge)
            case PhoneProof(phone_signature=signature):
                return method in _OF_PHONES and _signed(certificate, signature, challenge)
            case TerminalProof(signature=signature):
                return method in _WITHOUT_PIN and _signed(certificate, signature, challenge)
            case AttestedProof():
                return (
                    authority is not None
                    and method in _WITHOUT_PIN
                    and _raises_nothing(
                        lambda: check_genuine(
                            proof.evidence, authority, challenge.nonce, proof.card_signature
                        )
                    )
                )

    return check


def _signed(certificate: bytes, signature: bytes, challenge: Challenge) -> bool:
    def verify() -> None:
        key = x509.load_der_x509_certificate(certificate).public_key()
        if not isinstance(key, RSAPublicKey):
            raise ValueError
        key.verify(signature, challenge.nonce, PKCS1v15(), SHA256())

    return _raises_nothing(verify)


def _raises_nothing(verify: Callable[[], None]) -> bool:
    try:
        verify()
    except (InvalidSignature, ReaderFault, ValueError):
        return False
    return True
