"""Where versions come from by themselves: a folder, or a server's; in it a folder for each ring.

A ring's folder has archives, and a file that names the newest of them. That file is a hint only:
what it leads to is taken by signature, and never older than what runs.
"""

import re
import shutil
import ssl
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from typing import IO

from kiosk.errors import SetupFault
from kiosk.update.change import SPARE_BYTES, Machine
from kiosk.update.versions import in_order

NEWEST = "newest"
"""One line: the name of an archive beside it."""

ANSWER_LIMIT_S = 60.0
_CHUNK_BYTES = 2**20
_NAME = re.compile(r"uketsuke-(?P<version>\d{1,6}(?:\.\d{1,6}){1,3})-\w+\.tar")


@dataclass(frozen=True)
class Offer:
    name: str
    version: str


@dataclass(frozen=True)
class Source:
    """`place`: the whole path of a folder, or an address that begins with https://."""

    place: str
    ring: str

    def offer_for(self, machine: Machine) -> Offer | None:
        """What is newer than what runs, and did not fail here before. Raises `SetupFault`."""
        with self._opened(NEWEST) as file:
            name = file.read(1024).decode("ascii", errors="replace").strip()
        found = _NAME.fullmatch(name)
        if found is None:
            raise SetupFault(
                f"{self._address(NEWEST)} names no archive. Its one line has to be like "
                "uketsuke-1.2.3-x86_64.tar."
            )
        choice = machine.versions.choice()
        offer = Offer(name, found["version"])
        is_newer = in_order(offer.version) > in_order(machine.name_of(choice.current))
        return offer if is_newer and offer.version != choice.failed else None

    @contextmanager
    def fetched(self, offer: Offer, machine: Machine) -> Iterator[Path]:
        """The archive on this machine's disk, for as long as the context goes on."""
        folder = machine.versions.folder
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(
            prefix=".fetched-", dir=folder, ignore_cleanup_errors=True
        ) as place:
            path = Path(place, offer.name)
            with self._opened(offer.name) as source, path.open("wb") as file:
                while chunk := source.read(_CHUNK_BYTES):
                    if shutil.disk_usage(folder).free < SPARE_BYTES:
                        raise SetupFault(
                            f"{folder} has no room for {offer.name}. Make room on that disk."
                        )
                    file.write(chunk)
            yield path

    def _address(self, name: str) -> str:
        return f"{self.place.rstrip('/')}/{self.ring}/{name}"

    @contextmanager
    def _opened(self, name: str) -> Iterator[IO[bytes]]:
        address = self._address(name)
        try:
            with _open(address) as file:
                yield file
        except (OSError, HTTPException) as error:  # Most of urllib's are the first.
            why = getattr(error, "strerror", None) or getattr(error, "reason", None) or error
            raise SetupFault(
                f"{address} cannot be read ({why}). Look at update.source and update.ring, and at "
                "the network."
            ) from None


def _open(address: str) -> AbstractContextManager[IO[bytes]]:
    if not address.startswith("https://"):
        return Path(address).open("rb")
    opened: AbstractContextManager[IO[bytes]] = urllib.request.urlopen(  # noqa: S310 - https alone.
        address, timeout=ANSWER_LIMIT_S, context=ssl.create_default_context()
    )
    return opened
