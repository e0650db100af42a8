"""Which files and ports stay within the reach of a process."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Reach:
    """What stays allowed. A path means what lies below it, too; one that is not there, nothing."""

    reads: tuple[Path, ...] = ()
    changes: tuple[Path, ...] = ()
    devices: tuple[Path, ...] = ()
    tcp_ports: tuple[int, ...] = ()
    """Of other machines; none here may be listened on."""
