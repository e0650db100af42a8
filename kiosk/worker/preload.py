"""Imported once by the fork server: what every session worker needs and is slow to load.

Starts no threads, which would not survive the fork. Where there is a camera, `preload_faces` loads
the face models too.

A service manager tells the whole group of processes to end. The kiosk alone decides when its
workers do: they end with their pipe, the server with the kiosk.

What they hold is personal. A crash in native code must not write it to a disk, whatever the
machine does with core dumps.
"""

# ruff: noqa: F401 - to be imported is the point, and a variable has to be set before.

import os
import signal

# A thread that numpy's library starts would keep the rights that its process gives up later.
os.environ["OPENBLAS_NUM_THREADS"] = "1"

import kiosk.compose.delivery
import kiosk.compose.signer
import kiosk.compose.worker
import kiosk.signer.process
import kiosk.worker.session
from kiosk.confinement.process import keep_from_others

signal.signal(signal.SIGTERM, signal.SIG_IGN)
keep_from_others()
