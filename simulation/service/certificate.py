"""Is the 利用者証明用 certificate on the card one to trust, and until when may it be used?

The path is validated by pyhanko-certvalidator, together with what CRL or OCSP say of it
(`revocation`). After its expiry a certificate still serves for a while, so the path is validated
as of its last moment, but never with revocation of that moment: a card lost after its expiry is
lost.
"""

import threading
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.authority import CertTrustAnchor
from pyhanko_certvalidator.errors import (
    InsufficientRevinfoError,
    RevokedError,
)
from pyhanko_certvalidator.errors import (
    ValidationError as PathInvalid,
)
from pyhanko_certvalidator.path import ValidationPath
from pyhanko_certvalidator.policy_decl import (
    CertRevTrustPolicy,
    RevocationCheckingPolicy,
    RevocationCheckingRule,
)
from pyhanko_certvalidator.validate import async_validate_path, validate_usage

from common.certificate_dates import CertificateStanding, standing_at
from qualification.errors import RefusalCode, Refused
from simulation.errors import RevocationUnknown, SimulationFault
from simulation.service.revocation import RevocationSource, RevocationWay

_POLICIES = {
    way: CertRevTrustPolicy(RevocationCheckingPolicy(rule, rule))
    for way, rule in {
        RevocationWay.CRL: RevocationCheckingRule.CRL_REQUIRED,
        RevocationWay.OCSP: RevocationCheckingRule.OCSP_REQUIRED,
    }.items()
}


def load_authorities(path: Path) -> list[x509.Certificate]:
    """All generations of the 利用者証明用 authority. Raises `SimulationFault`."""
    try:
        return x509.load_pem_x509_certificates(path.read_bytes())
    except (OSError, ValueError) as error:
        raise SimulationFault(
            f"{path}: no certificate can be read.", "Make the cards again (make setup)."
        ) from error


def authority_id(authority: x509.Certificate) -> str:
    """All generations share one name; their keys tell them apart."""
    spki = authority.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return sha256(spki).hexdigest()[:16]


def certificate_id(
    certificate: x509.Certificate, authorities: Sequence[x509.Certificate]
) -> str | None:
    """Issuer and serial number, which name a certificate; None when none of them issued it."""
    issuer = _issuer(certificate, authorities)
    return None if issuer is None else _id(certificate, issuer)


@dataclass(frozen=True)
class CardCertificate:
    key: RSAPublicKey
    certificate_id: str
    standing: CertificateStanding


class CardCertificates:
    """Decides on certificates of cards; safe to call from several threads."""

    def __init__(
        self, authorities: Sequence[x509.Certificate], revocation: RevocationSource
    ) -> None:
        self._authorities = authorities
        self._roots = {
            authority: asn1_x509.Certificate.load(authority.public_bytes(Encoding.DER))
            for authority in authorities
        }
        self._revocation = revocation
        # asn1crypto parses on first use; a second thread would see a structure half parsed.
        self._one_at_a_time = threading.Lock()

    def check(self, der: bytes, now: datetime) -> CardCertificate:
        """Valid, not revoked, for user authentication, or `Refused`.

        Raises `RevocationUnknown` when neither CRL nor OCSP can be had.
        """
        try:
            certificate = x509.load_der_x509_certificate(der)
            key = certificate.public_key()
        except ValueError:
            raise Refused(RefusalCode.CERTIFICATE_UNKNOWN) from None
        issuer = _issuer(certificate, self._authorities)
        if issuer is None or not isinstance(key, RSAPublicKey):
            raise Refused(RefusalCode.CERTIFICATE_UNKNOWN)
        valid_until = certificate.not_valid_after_utc
        found = standing(certificate.not_valid_before_utc, valid_until, now)
        evidence = self._revocation.evidence(certificate, issuer, now)
        context = ValidationContext(
            trust_roots=[self._roots[issuer]],
            moment=now,
            time_tolerance=max(timedelta(seconds=1), now - valid_until + timedelta(seconds=1)),
            crls=evidence.crls,
            ocsps=evidence.ocsps,
            revinfo_policy=_POLICIES[evidence.way],
        )
        with self._one_at_a_time:
            _validate(self._roots[issuer], asn1_x509.Certificate.load(der), context)
        return CardCertificate(key, _id(certificate, issuer), found)

    def close(self) -> None:
        self._revocation.close()


def _validate(
    root: asn1_x509.Certificate, certificate: asn1_x509.Certificate, context: ValidationContext
) -> None:
    """The authority issues cards' certificates itself, so the path is known and not searched."""
    try:
        _finished(
            async_validate_path(context, ValidationPath(CertTrustAnchor(root), [], certificate))
        )
        validate_usage(certificate, {"digital_signature"}, {"client_auth"}, False)
    except RevokedError as error:
        if error.reason.native == "certificate_hold":
            raise Refused(RefusalCode.CERTIFICATE_ON_HOLD) from None
        raise Refused(RefusalCode.CERTIFICATE_REVOKED) from None
    except InsufficientRevinfoError as error:
        raise RevocationUnknown("what CRL or OCSP said cannot be used") from error
    except PathInvalid:
        raise Refused(RefusalCode.CERTIFICATE_UNKNOWN) from None


def _finished(validation: Coroutine[Any, Any, Any]) -> None:
    """The validator is asynchronous for downloads of its own; it has none to wait for."""
    try:
        validation.send(None)
    except StopIteration:
        return
    raise RuntimeError("the validator waits for something")


def standing(valid_from: datetime, valid_until: datetime, now: datetime) -> CertificateStanding:
    """How far the certificate may be used at `now`; raises `Refused` when no longer.

    After its expiry it serves for a while, for 資格情報 only.
    """
    if now < valid_from:
        raise Refused(RefusalCode.CERTIFICATE_UNKNOWN)
    found = standing_at(valid_until, now)
    if found is None:
        raise Refused(RefusalCode.CERTIFICATE_EXPIRED)
    return found


def _id(certificate: x509.Certificate, issuer: x509.Certificate) -> str:
    return f"{authority_id(issuer)}:{certificate.serial_number:x}"


def _issuer(
    certificate: x509.Certificate, authorities: Sequence[x509.Certificate]
) -> x509.Certificate | None:
    # Most cards are of the newest generation, which comes last.
    return next((a for a in reversed(authorities) if _issued(certificate, a)), None)


def _issued(certificate: x509.Certificate, authority: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(authority)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True
