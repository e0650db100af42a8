"""Whether this processor can do what the face's libraries are built for."""

import platform
from pathlib import Path

from kiosk.errors import SetupFault


def check_processor(cpuinfo: Path = Path("/proc/cpuinfo")) -> None:
    """Without AVX a session worker ends at its first face. Raises `SetupFault`."""
    if platform.machine() not in ("x86_64", "AMD64") or not cpuinfo.exists():
        return
    flags = [line.split() for line in cpuinfo.read_text("utf-8").splitlines() if "flags" in line]
    if flags and not any("avx" in each for each in flags):
        raise SetupFault(
            "This processor has no AVX, which faces are found with. Use a PC made after 2011, or "
            'go without faces: camera.kind = "none" and identity.proof = "none".'
        )
