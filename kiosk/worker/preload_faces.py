"""As `kiosk.worker.preload`, with the face models: 100 MB, for kiosks that have a camera."""

# ruff: noqa: I001 - the first sets what the libraries of the second look at as they are loaded.

import kiosk.worker.preload  # noqa: F401 - To be imported is the point.
import faceauth.matcher

faceauth.matcher.preload()
