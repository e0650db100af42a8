"""Runs first in the bundle: gives back the environment with which it was started.

The bundle looks for libraries in itself. The programs of the system that it starts (aplay, the
compositor) must not: theirs are those of the system. When it starts itself again, it begins anew.
"""

import os

os.environ.pop("LD_LIBRARY_PATH", None)
if (before := os.environ.pop("LD_LIBRARY_PATH_ORIG", None)) is not None:
    os.environ["LD_LIBRARY_PATH"] = before
os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"

# FFmpeg is not in it (tools/stand_ins.py): OpenCV need not ask it about a file.
os.environ["OPENCV_VIDEOIO_PRIORITY_FFMPEG"] = "0"
