"""Hatch's build hook: a wheel holds the compiled texts, which git does not track."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent.parent


class CompiledTexts(BuildHookInterface):  # type: ignore[type-arg]
    """Compiles the folders named in `texts` with Qt's lrelease."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """For a wheel; an editable installation compiles them at the start."""
        if version != "standard":
            return
        sys.path.insert(0, str(ROOT))
        from kiosk.screen.translations import ensure_compiled

        for folder in self.config["texts"]:
            ensure_compiled(Path(self.root, folder))
            if not self.build_config.bypass_selection:  # Then all that is there goes in.
                build_data["artifacts"].append(f"{folder}/*.qm")
