"""One HTTPS connection with mutual TLS, whose every call ends in time or in a typed error."""

import errno
import re
import ssl
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path

import httpcore2
import httpx2
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from common.files import read_regular
from qualification.errors import (
    BadAnswer,
    ServiceTimeout,
    ServiceUnreachable,
    TlsFailed,
)
from qualification.sockets import Deadline, DeadlineBackend

_KEEP_ALIVE_S = 4.0
"""An idle connection may be forgotten by whatever lies between; a handshake costs little."""


@dataclass(frozen=True)
class Timeouts:
    """How long each step of a call may take, and the whole of it."""

    connect_ms: int = 3_000
    write_ms: int = 3_000
    read_ms: int = 10_000  # The ministry expects an answer in 3 to 7 s (sources: domain 1.5).
    pool_ms: int = 1_000
    deadline_ms: int = 12_000  # all tries of one call together
    slow_after_ms: int = 3_000  # Then the patient is told that it takes longer.


@dataclass(frozen=True)
class ClientCertificate:
    """Whom to trust, and who we are."""

    authority_file: Path
    certificate_file: Path
    key_file: Path


@dataclass(frozen=True)
class HttpAnswer:
    status: int
    retry_after_s: int | None
    body: bytes
    ahead: timedelta | None
    """By how much this machine's clock is ahead of the one that the answer was dated with."""


class HttpsConnection:
    """For one thread at a time. Raises `TlsFailed` at once for a file that cannot be used."""

    def __init__(
        self, url: str, certificate: ClientCertificate, timeouts: Timeouts, max_answer_bytes: int
    ) -> None:
        self._url = url
        self._certificate = certificate
        self._timeouts = timeouts
        self._max_answer_bytes = max_answer_bytes
        self._deadline = Deadline()
        self._http = httpx2.Client(
            base_url=url,
            transport=_DeadlineTransport(_tls_context(certificate), self._deadline),
            timeout=httpx2.Timeout(
                connect=timeouts.connect_ms / 1000,
                read=timeouts.read_ms / 1000,
                write=timeouts.write_ms / 1000,
                pool=timeouts.pool_ms / 1000,
            ),
            headers={"Accept-Encoding": "identity", "Content-Type": "application/json"},
            follow_redirects=False,
            trust_env=False,  # No proxy and no authority from the environment.
        )

    def call(
        self,
        method: str,
        route: str,
        content: bytes,
        headers: Mapping[str, str],
        ends_at: float,
    ) -> HttpAnswer:
        """Whatever the service answers, of any status, whole; before `ends_at` (monotonic, s)."""
        self._deadline.at = ends_at
        with (
            self._translated(),
            self._http.stream(method, route, content=content, headers=headers) as response,
        ):
            after = response.headers.get("retry-after", "")
            return HttpAnswer(
                status=response.status_code,
                retry_after_s=int(after) if _RETRY_AFTER.fullmatch(after) else None,
                body=self._body(response),
                ahead=_ahead(response.headers.get("date", "")),
            )

    def close(self) -> None:
        self._http.close()

    def _body(self, response: httpx2.Response) -> bytes:
        if "content-encoding" in response.headers:
            raise BadAnswer("it is compressed, which was not asked for")
        body = bytearray()
        for chunk in response.iter_raw():
            body += chunk
            if len(body) > self._max_answer_bytes:
                raise BadAnswer(f"more than {self._max_answer_bytes} bytes")
        return bytes(body)

    @contextmanager
    def _translated(self) -> Iterator[None]:
        started = time.perf_counter()
        try:
            yield
        except httpx2.TimeoutException as error:
            waited_ms = round((time.perf_counter() - started) * 1000)
            raise ServiceTimeout(self._url, waited_ms) from error
        except (httpx2.NetworkError, httpx2.RemoteProtocolError) as error:
            tls = _tls_cause(error)
            if tls is None:
                raise ServiceUnreachable(self._url) from error
            raise _tls_failure(self._url, self._certificate, tls) from error
        except httpx2.HTTPError as error:
            raise BadAnswer(type(error).__name__) from error


def _ahead(date: str) -> timedelta | None:
    try:
        told = parsedate_to_datetime(date)
    except (ValueError, OverflowError):
        return None
    return datetime.now(UTC) - told if told.tzinfo is not None else None


_RETRY_AFTER = re.compile("[0-9]{1,9}")
"""Seconds; a date, or a number that no clock can add, says no more than that it is later."""


class _DeadlineTransport(httpx2.HTTPTransport):
    """httpx's own transport over a pool whose sockets know the deadline."""

    def __init__(self, context: ssl.SSLContext, deadline: Deadline) -> None:
        # The base class offers no way to hand in the backend, so its one attribute is set here.
        self._pool = httpcore2.ConnectionPool(
            ssl_context=context,
            max_connections=1,
            keepalive_expiry=_KEEP_ALIVE_S,
            network_backend=DeadlineBackend(deadline),
        )


def _tls_context(certificate: ClientCertificate) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    # Whom the operator names is trusted, also an authority below a root that is not named.
    context.verify_flags |= ssl.VerifyFlags.VERIFY_X509_PARTIAL_CHAIN
    context.post_handshake_auth = True  # A proxy may ask for our certificate with the request.
    try:
        read_regular(certificate.authority_file)  # OpenSSL would wait for a pipe to be written.
        context.load_verify_locations(certificate.authority_file)
    except OSError as error:
        raise file_not_usable(certificate.authority_file, error) from error
    _check_not_encrypted(certificate.key_file)
    try:
        context.load_cert_chain(certificate.certificate_file, certificate.key_file)
    except OSError as error:
        raise file_not_usable(certificate.key_file, error) from error
    return context


def _check_not_encrypted(key_file: Path) -> None:
    """OpenSSL would ask for the passphrase on the console, and wait."""
    try:
        load_pem_private_key(read_regular(key_file), password=None)
    except TypeError:
        raise TlsFailed(
            key_file,
            "the key is encrypted with a passphrase",
            "Store it without one, for the kiosk's user only: openssl pkcs8 -in OLD -out NEW.",
        ) from None
    except (OSError, ValueError, UnsupportedAlgorithm) as error:
        raise file_not_usable(key_file, error) from error


def _tls_cause(error: BaseException) -> ssl.SSLError | None:
    """The TLS error underneath; a connection that just closed is none."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLEOFError | ssl.SSLZeroReturnError):
            return None
        if isinstance(cause, ssl.SSLError):
            return cause
        cause = cause.__cause__ or cause.__context__
    return None


def _tls_failure(url: str, certificate: ClientCertificate, error: ssl.SSLError) -> TlsFailed:
    if isinstance(error, ssl.SSLCertVerificationError):
        return TlsFailed(
            f"Certificate of {url}",
            f"it is not trusted ({error.verify_message})",
            f"Check the service's certificate, the clock here and {certificate.authority_file}.",
        )
    reason = (error.reason or "unknown reason").lower().replace("_", " ")
    return TlsFailed(
        certificate.certificate_file,
        f"the service ended the TLS handshake ({reason})",
        "Check that the client certificate is registered and current.",
    )


def file_not_usable(path: Path, error: Exception) -> TlsFailed:
    why = "the file is missing" if isinstance(error, FileNotFoundError) else "it is no usable PEM"
    if isinstance(error, OSError) and error.errno == errno.EINVAL:
        why = error.strerror or why
    return TlsFailed(path, why, "Set the right path, or make the certificates again.")
