"""Kiosks whose client certificate was taken back: a lost or stolen one must not ask any more."""

from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256

from qualification.errors import TlsFailed

FILE_NAME = "revoked_clients.txt"


class RevokedClients:
    """The fingerprints in the file, one in each line; read again when the file changes."""

    def __init__(self, pki_dir: Path) -> None:
        self._file = pki_dir / FILE_NAME
        self._read_at: tuple[int, int] | None = None
        self._fingerprints: frozenset[str] = frozenset()

    def __contains__(self, fingerprint: str) -> bool:
        try:
            status = self._file.stat()
        except FileNotFoundError:
            return False
        version = (status.st_mtime_ns, status.st_size)
        if version != self._read_at:
            self._fingerprints = frozenset(self._file.read_text("ascii").split())
            self._read_at = version
        return fingerprint in self._fingerprints


def revoke_client(pki_dir: Path, kiosk_id: str) -> None:
    """Take the kiosk's client certificate back; servers that run notice it. Raises `TlsFailed`."""
    certificate_file = pki_dir / "kiosks" / kiosk_id / "client.pem"
    try:
        certificate = x509.load_pem_x509_certificate(certificate_file.read_bytes())
    except (OSError, ValueError) as error:
        raise TlsFailed(
            certificate_file, "no certificate can be read", "Check the kiosk's id."
        ) from error
    with (pki_dir / FILE_NAME).open("a", encoding="ascii") as file:
        file.write(certificate.fingerprint(SHA256()).hex() + "\n")
