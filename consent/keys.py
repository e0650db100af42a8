"""The keys of the consent ledger: where they come from and what they are for.

One root secret of 32 bytes is kept; all keys are derived from it. It comes from a file
that only its owner may read, or as a credential of systemd, which can be sealed to the TPM 2.0 of
the machine (`systemd-creds encrypt`). Losing the root secret makes the ledger unreadable: it
belongs into the backup, apart from the ledger.
"""

import hashlib
import hmac
import os
import secrets
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from common.files import create_once, read_regular
from consent.errors import LedgerProblem, LedgerUnusable

ROOT_SECRET_BYTES = 32
_KEY_FILE_HEADER = "uketsuke-consent-key-1"

CREDENTIAL = "uketsuke-consent-key"
"""Its name for systemd: `LoadCredentialEncrypted=uketsuke-consent-key:FILE` in the unit."""

SEALED = Path("/etc/uketsuke/consent-key.cred")
"""Where `uketsuke provision seal` puts it, for systemd alone to open."""


@dataclass(frozen=True)
class LedgerKeys:
    """`encryption`, `outbox` and `desk` (AES-256-GCM), `signing` (Ed25519), `pseudonym`,
    `outbox_list` and `face_tries` (HMAC).

    `desk` seals what the reception's console has not been told yet.
    """

    encryption: bytes = field(repr=False)
    signing: Ed25519PrivateKey = field(repr=False)
    pseudonym: bytes = field(repr=False)
    outbox: bytes = field(repr=False)
    desk: bytes = field(repr=False)
    outbox_list: bytes = field(repr=False)
    face_tries: bytes = field(repr=False)

    @classmethod
    def derive(cls, root_secret: bytes) -> "LedgerKeys":
        return cls(
            encryption=_derive(root_secret, "encryption"),
            signing=Ed25519PrivateKey.from_private_bytes(_derive(root_secret, "signing")),
            pseudonym=_derive(root_secret, "pseudonym"),
            outbox=_derive(root_secret, "outbox"),
            desk=_derive(root_secret, "desk"),
            outbox_list=_derive(root_secret, "outbox list"),
            face_tries=_derive(root_secret, "face tries"),
        )


class KeyProvider(Protocol):
    def keys(self) -> LedgerKeys:
        """Raises `LedgerUnusable`."""
        ...


class KeyFile:
    """The root secret in a file that only its owner may read (0600).

    The file is made on first use, unless `create` is False: an audit of a ledger whose key is
    lost must say so, and not make a new key.
    """

    def __init__(self, path: Path, *, create: bool = True) -> None:
        self._path = path
        self._create = create

    def keys(self) -> LedgerKeys:
        try:
            if self._create and not self._path.exists():
                create_once(self._path, _write_new_key)
            self._refuse_readable_by_others()
        except FileNotFoundError:
            pass  # Said where it is read.
        except OSError as error:
            raise _inaccessible(self._path, error) from error
        return LedgerKeys.derive(_read(self._path))

    def _refuse_readable_by_others(self) -> None:
        if os.name != "posix":  # Windows keeps rights in access lists inherited from the folder.
            return
        mode = stat.S_IMODE(self._path.stat().st_mode)
        if mode & 0o077:
            raise LedgerUnusable(
                LedgerProblem.KEY,
                f"The consent key {self._path} is open to other users (mode {mode:04o}). "
                f"Run: chmod 600 {self._path}",
            )


class Credential:
    """The root secret as systemd hands it to the kiosk's service, with the form of the key file.

    Systemd decrypts it into memory that only this service can read, so its mode is not looked at.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def keys(self) -> LedgerKeys:
        return LedgerKeys.derive(_read(self._path))


class SealedKey:
    """The root secret where systemd alone opens it, for who was not handed it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def keys(self) -> LedgerKeys:
        raise LedgerUnusable(
            LedgerProblem.KEY,
            "The consent key is sealed, and systemd hands it to the kiosk's unit alone. Name its "
            "copy with --key, or have it handed over: systemd-run --pty --uid=uketsuke "
            f"-p LoadCredentialEncrypted={CREDENTIAL}:{self._path} uketsuke ...",
        )


def kiosk_keys(
    key_file: Path, ledger: Path, *, create: bool = True, sealed: Path = SEALED
) -> KeyProvider:
    """The credential where systemd hands one over, else the file, made before there is a ledger.

    A ledger whose key is lost gets no new one: it would not be the one that opens it.
    """
    folder = os.environ.get("CREDENTIALS_DIRECTORY")
    credential = None if folder is None else Path(folder) / CREDENTIAL
    if credential is not None and credential.exists():
        return Credential(credential)
    if sealed.exists() and not key_file.exists():
        return SealedKey(sealed)
    return KeyFile(key_file, create=create and not ledger.exists())


def _read(path: Path) -> bytes:
    """The root secret. Raises `LedgerUnusable`."""
    try:
        header, _, digits = read_regular(path).decode("ascii").strip().partition("\n")
        root_secret = bytes.fromhex(digits)
    except FileNotFoundError:
        raise LedgerUnusable(
            LedgerProblem.KEY, f"The consent key {path} is missing. Restore it from the backup."
        ) from None
    except OSError as error:
        raise _inaccessible(path, error) from error
    except ValueError:  # Not ASCII, or not hexadecimal.
        raise _damaged(path) from None
    if header != _KEY_FILE_HEADER or len(root_secret) != ROOT_SECRET_BYTES:
        raise _damaged(path)
    return root_secret


def _damaged(path: Path) -> LedgerUnusable:
    return LedgerUnusable(
        LedgerProblem.KEY, f"The consent key {path} is damaged. Restore it from the backup."
    )


def _inaccessible(path: Path, error: OSError) -> LedgerUnusable:
    return LedgerUnusable(
        LedgerProblem.KEY,
        f"The consent key {path} cannot be used: {error.strerror}. "
        "Give the kiosk's user access to this file and its folder.",
    )


def subject_pseudonym(pseudonym_key: bytes, certificate_serial: int) -> str:
    """Name a person in the ledger without naming them: HMAC-SHA256 of the certificate's serial.

    A bare hash of a serial could be undone by trying all serials; the key prevents that.
    """
    serial = certificate_serial.to_bytes(20, "big")  # RFC 5280 4.1.2.2: at most 20 octets.
    return hmac.new(pseudonym_key, serial, hashlib.sha256).hexdigest()


def _derive(root_secret: bytes, purpose: str) -> bytes:
    info = f"uketsuke consent ledger: {purpose}".encode("ascii")
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=info).derive(root_secret)


def _write_new_key(draft: Path) -> None:
    draft.write_text(f"{_KEY_FILE_HEADER}\n{secrets.token_hex(ROOT_SECRET_BYTES)}\n", "ascii")
