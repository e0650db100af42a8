"""The consent key sealed to this machine: where it has a TPM 2.0, its disk alone opens no consent.

systemd-creds seals it with the TPM and a key that only root reads, or with that key alone, which
lies on the same disk: then only other accounts are kept from it. systemd hands it to the kiosk's
service (`consent.keys.Credential`). What lies plainly on the disk goes into the backup first, and
from the disk only once the sealed one was opened again.
"""

import subprocess
from pathlib import Path

from common.files import read_regular, replace_whole
from kiosk.errors import SetupFault, cannot_read, cannot_write

DROP_IN = Path("/etc/systemd/system/uketsuke.service.d/50-consent-key.conf")

_LIMIT_S = 60


def seal(
    key: Path,
    name: str,
    backup: Path,
    tpm: str | None,
    *,
    sealed: Path,
    drop_in: Path = DROP_IN,
) -> bool:
    """Return whether a TPM holds it. `name`: the credential's; `tpm`: as systemd-creds names it.

    Raises `SetupFault`; the key is then where it was.
    """
    plain = _read(key)
    kept = backup / key.name
    if kept.exists() and _read(kept) != plain:
        raise SetupFault(f"{kept} is another key. Name another folder for the backup.")
    with_tpm = tpm is not None or has_tpm()
    creds = ["systemd-creds", f"--name={name}", f"--tpm2-device={tpm or 'auto'}"]
    with_key = f"--with-key={'host+tpm2' if with_tpm else 'host'}"
    content = _run([*creds, with_key, "encrypt", "-", "-"], plain)
    if _run([*creds, "decrypt", "-", "-"], content) != plain:
        raise SetupFault("What was sealed does not open again. Look at this machine's TPM.")
    try:
        replace_whole(kept, plain)
        if _read(kept) != plain:
            raise SetupFault(f"{kept} was not read back as it was written. Look at that disk.")
        replace_whole(sealed, content)
        drop_in.parent.mkdir(parents=True, exist_ok=True)
        unit = f"[Service]\nLoadCredentialEncrypted={name}:{sealed}\n"
        replace_whole(drop_in, unit.encode(), mode=0o644)
        key.unlink()
    except OSError as error:
        raise cannot_write(Path(error.filename), error) from None
    return with_tpm


def has_tpm() -> bool:
    """One that systemd can seal with; none where it cannot be asked."""
    try:
        return _called(["systemd-creds", "has-tpm2"], b"").returncode == 0
    except SetupFault:
        return False


def _run(command: list[str], given: bytes) -> bytes:
    done = _called(command, given)
    if done.returncode != 0:
        said = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        raise SetupFault(f"systemd-creds cannot seal the key ({said}). Run this command as root.")
    return done.stdout


def _called(command: list[str], given: bytes) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            command, input=given, capture_output=True, timeout=_LIMIT_S, check=False
        )
    except FileNotFoundError:
        raise SetupFault("systemd-creds is missing. It comes with systemd 250 and newer.") from None
    except subprocess.TimeoutExpired:
        raise SetupFault("systemd-creds does not answer. Look at this machine's TPM.") from None


def _read(path: Path) -> bytes:
    try:
        return read_regular(path)
    except OSError as error:
        raise cannot_read(path, error) from None
