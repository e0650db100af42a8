"""The bundle: this program in one folder, without sources (packaging/uketsuke.spec)."""

import sys


def is_bundle() -> bool:
    """Whether this program is the bundle."""
    return bool(getattr(sys, "frozen", False))


def this_program() -> list[str]:
    """How to start this program again, from its sources or from a bundle."""
    return [sys.executable] if is_bundle() else [sys.executable, "-m", "kiosk.cli"]
