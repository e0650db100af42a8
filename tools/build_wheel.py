"""Hatch's build hook: a wheel holds what git does not track, compiled texts and networks."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent.parent


MODELS = Path("share", "uketsuke", "models")


class Untracked(BuildHookInterface):  # type: ignore[type-arg]  # Not at run time.
    """Compiles the folders named in `texts` with Qt's lrelease; with `models`, adds the networks.

    The set-up has put these into its environment, at the place where an installed wheel has them.
    `holds` names the folders of a wheel whose project lies inside of its own package. An editable
    installation must not have them: Hatch would copy them, and the copy would be run, not these.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """For a wheel; an editable installation compiles them at the start."""
        if version != "standard":
            return
        sys.path.insert(0, str(ROOT))
        from kiosk.screen.translations import ensure_compiled

        for folder, name in self.config.get("holds", {}).items():
            build_data["force_include"][str(Path(self.root, folder))] = name
        for folder in self.config.get("texts", ()):
            ensure_compiled(Path(self.root, folder))
            if not self.build_config.bypass_selection:  # Then all that is there goes in.
                build_data["artifacts"].append(f"{folder}/*.qm")
        if self.config.get("models", False):
            for path in sorted((ROOT / ".venv" / MODELS).iterdir()):
                build_data["shared_data"][str(path)] = (MODELS / path.name).as_posix()
