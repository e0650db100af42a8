"""Imported once by the fork server: what every session worker needs and is slow to load.

Loads the face models; starts no threads, which would not survive the fork.

A service manager tells the whole group of processes to end. The kiosk alone decides when its
workers do: they end with their pipe, the server with the kiosk.
"""

import signal

import faceauth.matcher
import kiosk.bootstrap  # noqa: F401 - its imports are the point.

signal.signal(signal.SIGTERM, signal.SIG_IGN)
faceauth.matcher.preload()
