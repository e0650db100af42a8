"""What each process beside the kiosk's own keeps of its rights (docs/adr/0043)."""

import os
import sys
from pathlib import Path
from urllib.parse import urlsplit

from kiosk.config import Config, Desk, Proof
from kiosk.confinement.process import Rights, program_files
from kiosk.confinement.reach import Reach
from kiosk.worker.parts import IdentityProver

_HTTPS, _DNS = 443, 53

_NAMES_OF_HOSTS = ("/etc", "/run/systemd/resolve", "/run/NetworkManager", "/run/resolvconf")
"""What the C library looks into to find an address, and what links in `/etc` lead to."""


def worker_rights(
    config: Config,
    *,
    prover: IdentityProver | None,
    reads: tuple[Path, ...] = (),
    cameras: tuple[Path, ...] = (),
) -> Rights:
    """Of what reads card and face: cameras, a maker's terminal, nothing else that is not open."""
    terminal = () if prover is None else prover.opens
    adapters = map(Path, filter(None, sys.path)) if config.identity.proof is Proof.TERMINAL else ()
    return Rights(
        Reach(
            reads=(*program_files(), *adapters, *reads, *terminal), devices=(*cameras, *terminal)
        ),
        any_device=bool(terminal),
    )


def signer_rights(config: Config) -> Rights:
    """Of what has the keys: the service, the kiosk's own files, no device."""
    service = config.service
    keys = (service.authority, service.certificate, service.key, service.statement_key)
    return _with_keys(config, keys, _ports(config))


def desk_rights(config: Config, desk: Desk) -> Rights:
    """Of the line to the reception's console."""
    service = config.service
    keys = (desk.authority, service.certificate, service.key)
    return _with_keys(config, keys, (desk.port, _DNS))


def _with_keys(config: Config, keys: tuple[Path, ...], tcp_ports: tuple[int, ...]) -> Rights:
    credentials = os.environ.get("CREDENTIALS_DIRECTORY")
    sealed = () if credentials is None else (Path(credentials),)
    log = config.log.file
    return Rights(
        Reach(
            reads=(*program_files(), *map(Path, _NAMES_OF_HOSTS), *keys, *sealed),
            changes=(config.storage.state, *(() if log is None else (log.parent,))),
            tcp_ports=tcp_ports,
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


def _ports(config: Config) -> tuple[int, ...]:
    return urlsplit(config.service.url).port or _HTTPS, _DNS
