"""Has the card's certificate been revoked? Asked in either of the two ways of JPKI.

CRL: the authority's whole list, downloaded daily and kept; between two downloads a revocation
is not seen. OCSP: one question for each certificate, answered for this moment. Both are signed by
the authority; here it is checked that they are fresh and meant for us, and pyhanko-certvalidator
checks signature and content when it validates the certificate's path.
"""

import os
import threading
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum
from pathlib import Path
from typing import Protocol

import httpx2
import structlog
from asn1crypto import crl as asn1_crl
from asn1crypto import ocsp as asn1_ocsp
from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp

from common.files import replace_whole
from simulation.errors import RevocationUnknown

log = structlog.get_logger(__name__)

DOWNLOAD_EVERY = timedelta(days=1)
_DOWNLOAD_AGAIN_AFTER_FAILURE = timedelta(minutes=1)
_OCSP_FRESH = timedelta(minutes=5)
_CLOCKS_DIFFER = timedelta(minutes=1)
_NONCE_BYTES = 32
_TIMEOUT_S = 3.0
_MAX_CRL_BYTES = 32 * 1024 * 1024
_MAX_OCSP_BYTES = 64 * 1024


class RevocationWay(Enum):
    CRL = "crl"
    OCSP = "ocsp"


@dataclass(frozen=True)
class Evidence:
    """What `ValidationContext` gets."""

    way: RevocationWay
    crls: list[asn1_crl.CertificateList] = field(default_factory=list)
    ocsps: list[asn1_ocsp.OCSPResponse] = field(default_factory=list)


class RevocationSource(Protocol):
    def evidence(
        self, certificate: x509.Certificate, authority: x509.Certificate, now: datetime
    ) -> Evidence:
        """Raises `RevocationUnknown`."""
        ...

    def close(self) -> None: ...


@dataclass(frozen=True)
class _Crl:
    number: int
    valid_until: datetime
    download_again_at: datetime
    parsed: asn1_crl.CertificateList


class CrlSource:
    """The list at `url`/<authority id>.crl, kept in memory and, for a restart, in `cache_dir`."""

    def __init__(self, url: str, cache_dir: Path | None, authority_id: "AuthorityId") -> None:
        self._url = url
        self._cache_dir = cache_dir
        self._authority_id = authority_id
        self._http = _client()
        self._lists: dict[str, _Crl] = {}
        self._one_download = threading.Lock()

    def evidence(
        self, certificate: x509.Certificate, authority: x509.Certificate, now: datetime
    ) -> Evidence:
        name = self._authority_id(authority)
        known = self._lists.get(name)
        if known is None or now >= known.download_again_at:
            with self._one_download:
                known = self._lists.get(name)
                if known is None or now >= known.download_again_at:
                    known = self._lists[name] = self._newer(name, authority, known, now)
        return Evidence(RevocationWay.CRL, crls=[known.parsed])

    def close(self) -> None:
        self._http.close()

    def _newer(
        self, name: str, authority: x509.Certificate, known: _Crl | None, now: datetime
    ) -> _Crl:
        again_at = now + _DOWNLOAD_AGAIN_AFTER_FAILURE
        # Also after a restart: an older list, sent once more, would take a revocation back.
        kept = self._kept(name, authority, now, again_at) if known is None else known
        try:
            der = _fetch(self._http, "GET", f"{self._url}/{name}.crl", b"", _MAX_CRL_BYTES)
            new = _checked_crl(der, authority, now, now + DOWNLOAD_EVERY)
            if kept is not None and new.number < kept.number:
                raise RevocationUnknown("the CRL is older than the one before")
        except RevocationUnknown as error:
            if kept is None or now >= kept.valid_until:
                raise
            log.warning("crl_not_downloaded", error=error.why)
            return _Crl(kept.number, kept.valid_until, again_at, kept.parsed)
        self._keep(name, der)
        log.info("crl_downloaded", number=new.number)
        return new

    def _kept(
        self, name: str, authority: x509.Certificate, now: datetime, again_at: datetime
    ) -> _Crl | None:
        if self._cache_dir is None:
            return None
        try:
            der = (self._cache_dir / f"{name}.crl").read_bytes()
            return _checked_crl(der, authority, now, again_at)
        except (OSError, RevocationUnknown):
            return None

    def _keep(self, name: str, der: bytes) -> None:
        if self._cache_dir is None:
            return
        try:
            self._cache_dir.mkdir(parents=True, exist_ok=True)
            replace_whole(self._cache_dir / f"{name}.crl", der)
        except OSError as error:  # Without it a restart needs the authority; nothing else.
            log.warning("crl_not_kept", error=type(error).__name__)


class AuthorityId(Protocol):
    def __call__(self, authority: x509.Certificate, /) -> str: ...


class OcspSource:
    """The responder at `url`, asked anew for each certificate."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._http = _client()

    def evidence(
        self, certificate: x509.Certificate, authority: x509.Certificate, now: datetime
    ) -> Evidence:
        nonce = os.urandom(_NONCE_BYTES)
        request = (
            ocsp.OCSPRequestBuilder()
            .add_certificate(certificate, authority, SHA256())
            .add_extension(x509.OCSPNonce(nonce), critical=False)
            .build()
        )
        question = request.public_bytes(Encoding.DER)
        der = _fetch(self._http, "POST", self._url, question, _MAX_OCSP_BYTES)
        _check_ocsp(der, nonce, now)
        return Evidence(RevocationWay.OCSP, ocsps=[asn1_ocsp.OCSPResponse.load(der)])

    def close(self) -> None:
        self._http.close()


def _checked_crl(
    der: bytes, authority: x509.Certificate, now: datetime, download_again_at: datetime
) -> _Crl:
    key = authority.public_key()
    try:
        found = x509.load_der_x509_crl(der)
        signed = isinstance(key, RSAPublicKey) and found.is_signature_valid(key)
        number = found.extensions.get_extension_for_class(x509.CRLNumber).value.crl_number
    except (ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm, x509.ExtensionNotFound):
        raise RevocationUnknown("the CRL is none") from None
    valid_until = found.next_update_utc
    if not signed or found.issuer != authority.subject:
        raise RevocationUnknown("the CRL is not the authority's")
    if found.last_update_utc > now + _CLOCKS_DIFFER or valid_until is None or valid_until <= now:
        raise RevocationUnknown("the CRL is not fresh")
    parsed = asn1_crl.CertificateList.load(der)
    return _Crl(number, valid_until, min(download_again_at, valid_until), parsed)


def _check_ocsp(der: bytes, nonce: bytes, now: datetime) -> None:
    try:
        answer = ocsp.load_der_ocsp_response(der)
        if answer.response_status is not ocsp.OCSPResponseStatus.SUCCESSFUL:
            raise RevocationUnknown("OCSP does not answer for this authority")
        echoed = answer.extensions.get_extension_for_class(x509.OCSPNonce).value.nonce
        this_update, next_update = answer.this_update_utc, answer.next_update_utc
    except (ValueError, x509.ExtensionNotFound):
        raise RevocationUnknown("the OCSP answer is none, or has no nonce") from None
    if echoed != nonce:
        raise RevocationUnknown("the OCSP answer is to another question")
    too_old = now - this_update > _OCSP_FRESH or (next_update is not None and next_update <= now)
    if too_old or this_update > now + _CLOCKS_DIFFER:
        raise RevocationUnknown("the OCSP answer is not fresh")


def _client() -> httpx2.Client:
    return httpx2.Client(timeout=_TIMEOUT_S, follow_redirects=False, trust_env=False)


def _fetch(http: httpx2.Client, method: str, url: str, content: bytes, max_bytes: int) -> bytes:
    body = bytearray()
    try:
        with http.stream(method, url, content=content) as response:
            if response.status_code != 200:
                raise RevocationUnknown(f"the authority answers HTTP {response.status_code}")
            for chunk in response.iter_raw():
                body += chunk
                if len(body) > max_bytes:
                    raise RevocationUnknown(f"the authority sends more than {max_bytes} bytes")
    except httpx2.HTTPError as error:
        raise RevocationUnknown(f"the authority is not reached ({type(error).__name__})") from error
    return bytes(body)
