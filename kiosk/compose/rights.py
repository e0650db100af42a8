"""What each process beside the kiosk's own keeps of its rights (docs/adr/0044)."""

import os
from pathlib import Path
from urllib.parse import urlsplit

from kiosk.config import Config
from kiosk.confinement.process import Rights, program_files
from kiosk.confinement.reach import Reach

_HTTPS, _DNS = 443, 53

_NAMES_OF_HOSTS = ("/etc", "/run/systemd/resolve", "/run/NetworkManager", "/run/resolvconf")
"""What the C library looks into to find an address, and what links in `/etc` lead to."""


def session_rights(
    config: Config, *, reads: tuple[Path, ...] = (), devices: tuple[Path, ...] = ()
) -> Rights:
    """Of a session worker."""
    service = config.service
    keys = (service.authority, service.certificate, service.key, service.statement_key)
    credentials = os.environ.get("CREDENTIALS_DIRECTORY")
    return Rights(
        Reach(
            reads=(
                *program_files(),
                *map(Path, _NAMES_OF_HOSTS),
                *keys,
                *([Path(credentials)] if credentials else []),
                *reads,
            ),
            changes=_own_files(config),
            devices=devices,
            tcp_ports=_ports(config),
        ),
        changes_files=True,
        reaches_network=True,
    )


def delivery_rights(config: Config) -> Rights:
    """Of the delivery process: any file, because the results' share comes and goes.

    A right to a folder is lost when another file system is mounted there, or on one above it.
    """
    return Rights(
        Reach(changes=(Path("/"),), tcp_ports=_ports(config)),
        changes_files=True,
        reaches_network=True,
    )


def _own_files(config: Config) -> tuple[Path, ...]:
    log = config.log.file
    return (config.storage.state, *([] if log is None else [log.parent]))


def _ports(config: Config) -> tuple[int, ...]:
    return urlsplit(config.service.url).port or _HTTPS, _DNS
