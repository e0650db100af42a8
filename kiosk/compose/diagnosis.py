"""`uketsuke diagnose`: one archive that a facility can send to its supplier.

It holds findings, settings without secrets, the state that staff may know, versions, and the end of
the log, whose fields are allow-listed (`kiosk.log`). Nothing of a patient, no key, no ledger.
"""

import io
import json
import os
import platform
import tarfile
from collections.abc import Iterator
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from common.errors import complaint_of
from kiosk.compose.doctor import examine
from kiosk.config_file import load
from kiosk.control import ask
from kiosk.errors import SetupFault

LOG_END_BYTES = 2 * 2**20


def write_diagnosis(config: Path, folder: Path) -> Path:
    """Return the archive, for its owner alone. Raises `SetupFault` where it cannot be written."""
    path = folder / f"uketsuke-{datetime.now():%Y%m%d-%H%M%S}.tar.gz"
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise SetupFault(
            f"{path} cannot be written ({error.strerror}). Name a folder with --to."
        ) from None
    with os.fdopen(descriptor, "wb") as file, tarfile.open(fileobj=file, mode="w:gz") as archive:
        for name, content in _parts(config):
            entry = tarfile.TarInfo(f"{path.name.removesuffix('.tar.gz')}/{name}")
            entry.size = len(content)
            entry.mtime = int(datetime.now().timestamp())
            archive.addfile(entry, io.BytesIO(content))
    return path


def _parts(config: Path) -> Iterator[tuple[str, bytes]]:
    yield (
        "versions.json",
        _json(
            {
                "uketsuke": version("uketsuke"),
                "system": platform.platform(),
                "python": platform.python_version(),
            }
        ),
    )
    yield "doctor.json", _json([found.as_json_object() for found in examine(config)])
    try:
        settings = load(config)
    except SetupFault as fault:
        yield "settings.txt", str(fault).encode()
        return
    yield "settings.json", _json(settings.model_dump(mode="json"))
    try:
        status = ask(settings.storage.state, "status")
    except SetupFault as fault:
        status = {"not_running": str(fault)}
    yield "status.json", _json(status)
    if settings.log.file is not None:
        yield "kiosk.jsonl", _end_of(settings.log.file)


def _end_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - LOG_END_BYTES))
            return file.read(LOG_END_BYTES)
    except OSError as error:
        return (complaint_of(error) or f"{path}: {error.strerror}").encode()


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode()
