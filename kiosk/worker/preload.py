"""Imported once by the fork server: what every session worker needs and is slow to load.

Loads the face models; starts no threads, which would not survive the fork.
"""

import faceauth.matcher
import kiosk.bootstrap  # noqa: F401 - its imports are the point.

faceauth.matcher.preload()
