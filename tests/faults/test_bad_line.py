"""A line that loses, delays and limits packets, and is cut for a while."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest

from tests.faults.over_a_bad_line import PATIENTS

IN_ITS_OWN_NETWORK = ("unshare", "-n")
DEADLINE_S = 12.0


def over_a_line(loss: float, delay_ms: float, kbit_s: float) -> dict[str, Any]:
    if not os.path.exists("/dev/net/tun") or _run(*IN_ITS_OWN_NETWORK, "true").returncode:
        pytest.skip("this user may not make a network namespace with a line in it")
    module = (sys.executable, "-m", "tests.faults.over_a_bad_line")
    done = _run(*IN_ITS_OWN_NETWORK, *module, *map(str, (loss, delay_ms, kbit_s)))
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout.splitlines()[-1]))


def _run(*command: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=280)


def test_each_reception_arrives_once() -> None:
    """Other lines: `unshare -n python -m tests.faults.over_a_bad_line LOSS MS KBIT_S`."""
    came = over_a_line(loss=0.03, delay_ms=120.0, kbit_s=256.0)
    assert came["longest_query_s"] < 3 * DEADLINE_S  # A challenge, a proof and a query.
    assert came["begun_anew"] <= 1
    assert came["cut_was_told"]
    assert came["all_arrived"]
    assert came["reported_once"]
    assert came["in_the_folder"] == PATIENTS
    assert came["packets_lost"] > 0
