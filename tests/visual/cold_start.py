"""`python -m tests.visual.cold_start`: from the start of `uketsuke run` to the attract screen.

The kiosk is configured as a real one without a camera, and so holds no simulator; beside it a
real pcscd with a virtual reader, and the online service's mock.
"""

import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from simulation.card_slot.pcscd import PrivatePcscd
from simulation.demo.world import FACILITY_CODE, default_world, prepare
from simulation.people import PEOPLE_FILE
from simulation.service.config import ServiceConfig
from simulation.service.process import ServiceProcess
from tests.bench.figure import Figure, keep

STARTS = 10
WITHIN_S = 60.0
POLL_S = 0.005
"""The kiosk is another process, whose log is all that is heard of it; the log has the time."""

CONFIGURATION = """
[facility]
code = "{code}"
[camera]
kind = "none"
[service]
url = "{url}"
authority = "{authority}"
certificate = "{certificate}"
key = "{key}"
statement_key = "{statement_key}"
[storage]
results = "{folder}"
state = "{folder}"
[sound]
kind = "none"
[log]
file = "{folder}/kiosk.jsonl"
"""


FROM_SOURCES = (sys.executable, "-m", "kiosk.cli")


def starts_ms(
    count: int, platform: str, program: Sequence[str | Path] = FROM_SOURCES
) -> list[float]:
    """`platform` is Qt's: offscreen, or xcb where a display is."""
    with _surroundings() as (folder, environment):
        environment |= {"QT_QPA_PLATFORM": platform}
        return [_start_ms(program, folder, environment) for _ in range(count)]


@contextmanager
def _surroundings() -> Iterator[tuple[Path, dict[str, str]]]:
    """The folder of `config.toml`, and what the kiosk finds in its environment."""
    world = default_world()
    pki = prepare(world)
    service_config = ServiceConfig(world.pki, world.cards, PEOPLE_FILE, "sqlite://")
    with (
        tempfile.TemporaryDirectory(prefix="uketsuke-start-") as name,
        PrivatePcscd() as daemon,
        ServiceProcess(service_config) as service,
    ):
        folder = Path(name)
        text = CONFIGURATION.format(
            code=FACILITY_CODE,
            url=service.url,
            folder=folder,
            authority=pki.kiosk.authority,
            certificate=pki.kiosk.certificate,
            key=pki.kiosk.key,
            statement_key=pki.kiosk.statement_key,
        )
        (folder / "config.toml").write_text(text, "utf-8")
        yield folder, {**os.environ, **daemon.environment}


def _start_ms(program: Sequence[str | Path], folder: Path, environment: dict[str, str]) -> float:
    log = folder / "kiosk.jsonl"
    log.unlink(missing_ok=True)
    command = [*program, "run", "--config", folder / "config.toml"]
    started_s = time.time()
    kiosk = subprocess.Popen(command, env=environment, start_new_session=True)
    try:
        return (_open_at_s(log, kiosk, started_s + WITHIN_S) - started_s) * 1000
    finally:
        if kiosk.poll() is None:
            kiosk.send_signal(signal.SIGTERM)
        kiosk.wait()


def _open_at_s(log: Path, kiosk: "subprocess.Popen[bytes]", until_s: float) -> float:
    while time.time() < until_s and kiosk.poll() is None:
        lines = log.read_text("utf-8").splitlines() if log.exists() else []
        for entry in map(json.loads, filter(_is_whole, lines)):
            if entry["event"] == "open":
                return datetime.fromisoformat(entry["timestamp"]).timestamp()
        time.sleep(POLL_S)
    raise SystemExit("the kiosk did not open")


def _is_whole(line: str) -> bool:
    return line.endswith("}")


def main() -> None:
    """Without a display, and on one that is made for it (xvfb)."""
    platform = sys.argv[1] if len(sys.argv) > 1 else "offscreen"
    times_ms = starts_ms(STARTS, platform)
    figures = f"p50 {statistics.median(times_ms):.0f}, max {max(times_ms):.0f}"
    print(f"start to attract screen, {STARTS} times, {platform}, ms: {figures}", flush=True)
    name = f"from the start to the attract screen, {platform}"
    keep(
        f"start-{platform}",
        f"The start of the program ({platform})",
        "loading Qt and Python's modules, once from a cold disk, then from memory; what a session "
        "needs is loaded behind the first screen.",
        [
            Figure(f"{name}, median", statistics.median(times_ms), "ms"),
            Figure(f"{name}, slowest of {STARTS}", max(times_ms), "ms"),
        ],
    )
    if platform == "offscreen":
        again = [sys.executable, "-m", "tests.visual.cold_start", "xcb"]
        subprocess.run(["xvfb-run", "-a", *again], check=True)


if __name__ == "__main__":
    main()
