"""On what something was measured, in one line."""

import platform
from importlib.metadata import version
from pathlib import Path


def machine() -> str:
    cpu = Path("/proc/cpuinfo").read_text("utf-8")
    model = next(line.split(":")[1] for line in cpu.splitlines() if line.startswith("model name"))
    cores = cpu.count("processor\t")
    system = platform.freedesktop_os_release()["PRETTY_NAME"]
    return (
        f"{cores} cores of {model.strip()}, {system}, Python {platform.python_version()}, "
        f"Qt {version('pyside6-essentials')}"
    )
