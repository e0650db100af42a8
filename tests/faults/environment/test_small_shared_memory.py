"""A /dev/shm of one page, as in containers and hardened units: no signal ends the kiosk."""

import subprocess
import sys

import pytest

UNSHARE = ["unshare", "--map-root-user", "--mount"]
FULL_SHM = 'mount -t tmpfs -o size=4k none /dev/shm && exec "$@"'
USE = """
import numpy
from kiosk.worker.preview import PreviewMemory
memory = PreviewMemory()
memory.writer.write(numpy.full((720, 1280, 3), 7, numpy.uint8))
print(memory.latest()[1].mean())
memory.close()
"""


@pytest.mark.skipif(
    subprocess.run([*UNSHARE, "true"], capture_output=True, check=False).returncode != 0,
    reason="mount namespaces are not permitted here",
)
def test_the_preview_takes_none_of_it() -> None:
    done = subprocess.run(
        [*UNSHARE, "sh", "-c", FULL_SHM, "sh", sys.executable, "-c", USE],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "7.0\n"), done.stderr
