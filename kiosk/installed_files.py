"""The files and folders that the configuration names: there, in good hands, and of one facility.

Each check raises `SetupFault` with the setting, the cause and the remedy.
"""

import os
import queue
import stat
import threading
from pathlib import Path

from cryptography import x509
from cryptography.x509.oid import NameOID

from common.files import read_regular
from kiosk.config import Config, Identity, Proof
from kiosk.config_file import files_of
from kiosk.control import SOCKET_NAME
from kiosk.errors import SetupFault

SOCKET_PATH_AT_MOST_BYTES = 107
"""sun_path has 108 bytes, with a zero at the end (unix(7))."""

FOLDER_ANSWERS_WITHIN_S = 10.0


def check_files(config: Config) -> None:
    """Everything that the configuration names is there and in good hands; raises `SetupFault`.

    But for the result folder: its computer may be switched on later than the kiosk.
    """
    _check_card_face_authority(config.identity)
    named = {
        "service.authority": config.service.authority,
        "service.certificate": config.service.certificate,
        "service.key": config.service.key,
        "service.statement_key": config.service.statement_key,
    }
    for setting, path in named.items():
        if not os.access(path, os.R_OK):
            raise SetupFault(
                f"{setting}: {path} is missing or may not be read. Install the kiosk's "
                "certificate there (docs/install.md), or correct the path."
            )
    check_owner_only("service.key", config.service.key)
    check_owner_only("service.statement_key", config.service.statement_key)
    check_facility(config)
    check_state_folder(config.storage.state)


def check_folder(setting: str, folder: Path) -> None:
    """It is there and may be written.

    A share whose computer is off answers to no call; whoever asks it may never come back.
    """
    found: queue.SimpleQueue[bool] = queue.SimpleQueue()

    def ask() -> None:
        found.put(folder.is_dir() and os.access(folder, os.W_OK))

    threading.Thread(target=ask, name="folder-check", daemon=True).start()
    try:
        may_be_written = found.get(timeout=FOLDER_ANSWERS_WITHIN_S)
    except queue.Empty:
        raise SetupFault(
            f"{setting}: the folder {folder} does not answer. Check the computer that it is on, "
            "and the network."
        ) from None
    if not may_be_written:
        raise SetupFault(
            f"{setting}: the folder {folder} is missing or may not be written. Create it for "
            "the kiosk's user, or correct the path."
        )


def check_owner_only(setting: str, path: Path) -> None:
    """A private key that others can read is not used, as OpenSSH has it."""
    found = path.stat()
    if found.st_mode & 0o077:
        raise SetupFault(
            f"{setting}: {path} can be read by others (mode {stat.S_IMODE(found.st_mode):04o}). "
            f"Have the key made anew if others were on this machine, then: chmod 600 {path}."
        )
    _check_owner(setting, path, found)


def check_configuration_file(path: Path) -> None:
    """Who may write it, or a drop-in of it, decides whom the kiosk trusts."""
    for each in files_of(path):
        found = each.stat()
        if found.st_mode & 0o022:
            raise SetupFault(
                f"The configuration file {each} can be written by others (mode "
                f"{stat.S_IMODE(found.st_mode):04o}). Look through it, then: chmod go-w {each}."
            )
        _check_owner("The configuration file", each, found)


def check_state_folder(folder: Path) -> None:
    """Ledger, keys and control socket lie there."""
    check_folder("storage.state", folder)
    found = folder.stat()
    if found.st_mode & 0o022:
        raise SetupFault(
            f"storage.state: others may write in {folder} (mode "
            f"{stat.S_IMODE(found.st_mode):04o}). Check the ledger (uketsuke consent verify), "
            f"then: chmod 700 {folder}."
        )
    _check_owner("storage.state", folder, found)
    socket_path = os.fsencode(folder / SOCKET_NAME)
    if len(socket_path) > SOCKET_PATH_AT_MOST_BYTES:
        raise SetupFault(
            f"storage.state: the path {folder} is too long for the control socket in it "
            f"({len(socket_path)} bytes, at most {SOCKET_PATH_AT_MOST_BYTES}). Shorten it."
        )


def _check_owner(setting: str, path: Path, found: os.stat_result) -> None:
    """Root's or our own; root itself may look after what the kiosk's user owns."""
    if os.geteuid() != 0 and found.st_uid not in (0, os.geteuid()):
        raise SetupFault(
            f"{setting}: {path} belongs to another user (uid {found.st_uid}). Give it to the "
            f"kiosk's user: chown {os.geteuid()} {path}."
        )


def check_facility(config: Config) -> None:
    """The service takes the facility from the certificate, results carry the configured one."""
    path = config.service.certificate
    try:
        certificate = x509.load_pem_x509_certificate(read_regular(path))
        units = certificate.subject.get_attributes_for_oid(NameOID.ORGANIZATIONAL_UNIT_NAME)
    except OSError as error:
        raise SetupFault(
            f"service.certificate: {path}: {error.strerror}. Install the kiosk's certificate there "
            "(docs/install.md), or correct the path."
        ) from None
    except ValueError:
        raise SetupFault(
            f"service.certificate: {path} is no certificate in PEM. Install the one that the "
            "service's operator has made for this kiosk."
        ) from None
    named = [str(unit.value) for unit in units]
    if named != [config.facility.code]:
        raise SetupFault(
            f"facility.code is {config.facility.code}, but the certificate {path} is for "
            f"{', '.join(named) or 'no facility'}. Correct the code, or install this "
            "facility's certificate."
        )


def _check_card_face_authority(identity: Identity) -> None:
    """A photo that nobody vouches for must not open medical data."""
    path = identity.card_face_authority
    if identity.proof is Proof.NONE:
        return
    if path is None:
        raise SetupFault(
            f'identity.proof = "{identity.proof.value}" needs identity.card_face_authority, the '
            "key that vouches for the photos of cards (docs/install.md). Name its file, or choose "
            'identity.proof = "none".'
        )
    if not os.access(path, os.R_OK):
        raise SetupFault(
            f"identity.card_face_authority: {path} is missing or may not be read. Install the key "
            "there (docs/install.md), or correct the path."
        )
