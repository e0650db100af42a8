"""A maker's terminal authentication (特定機関認証): what an adapter is, and how it is found.

A maker installs a package and changes no code here: the package names its adapter as an entry
point of the group `uketsuke.proof` (docs/adapters.md).
"""

import sys
from collections.abc import Callable
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Protocol, cast

from kiosk.bundle import is_bundle
from kiosk.errors import SetupFault

GROUP = "uketsuke.proof"

FOLDER = "adapters"
"""Beside the bundle's program: packages in it are found as if they were installed."""

Transmit = Callable[[bytes], tuple[bytes, int]]
"""One command APDU to the card; its answer as data and SW1SW2. Raises `reader.errors`."""


class TerminalAdapter(Protocol):
    """Made without arguments, in each session worker, before a card comes.

    After that the worker opens nothing any more, but what an attribute `opens` of the adapter's
    names: paths of devices and files (docs/adapters.md).
    """

    def sign(self, transmit: Transmit, method: str, nonce: bytes) -> bytes:
        """Have the card sign `nonce` with its 利用者証明用 key: PKCS#1 v1.5, SHA-256, 256 bytes.

        Called once in a session, after the person was matched by `method`, "face" or "staff".
        """
        ...


def find_adapter(name: str | None) -> EntryPoint:
    """The adapter to use, none of its code run yet; raises `SetupFault`.

    `name` chooses among several.
    """
    _open_folder()
    found = [entry for entry in entry_points(group=GROUP) if name in (None, entry.name)]
    if len(found) == 1:
        return found[0]
    if name is not None and found:
        raise SetupFault(f"Several adapters are called {name}. Remove all but one of them.")
    names = ", ".join(sorted({entry.name for entry in entry_points(group=GROUP)}))
    if found:
        raise SetupFault(
            f"Several terminal adapters are installed ({names}). Name the one to use in "
            "identity.terminal."
        )
    if names:
        raise SetupFault(
            f"identity.terminal: no adapter is called {name}; installed: {names}. Correct it."
        )
    raise SetupFault(
        'identity.proof = "terminal" needs a maker\'s adapter, and none is installed. Install its '
        'package (docs/adapters.md), or choose "attested" or "none".'
    )


def make_adapter(entry: EntryPoint) -> TerminalAdapter:
    """Run the maker's code; whatever keeps it from working is a `SetupFault` that names it."""
    try:
        adapter = entry.load()()
    except Exception as error:
        said = (str(error).splitlines() or [""])[0]
        raise SetupFault(
            f"The terminal adapter {entry.name} cannot be used ({type(error).__name__}: {said}). "
            "See its maker's instructions."
        ) from error
    if not callable(getattr(adapter, "sign", None)):
        raise SetupFault(
            f"The terminal adapter {entry.name} has no method sign. It was made for something "
            "else: ask its maker for one that follows docs/adapters.md."
        )
    return cast(TerminalAdapter, adapter)


def _open_folder() -> None:
    """A bundle has no package manager; packages unpacked into its folder stand in for one."""
    folder = Path(sys.executable).parent / FOLDER
    if is_bundle() and folder.is_dir() and str(folder) not in sys.path:
        sys.path.append(str(folder))
