"""A supplier who makes versions, and a machine that takes them, in a folder of the test's."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.update.change import Machine
from kiosk.update.versions import Versions
from tests.architecture.source_tree import ROOT

PACKAGE_VERSION = "0.1.0"

PROGRAM = "#!/bin/sh\nexit 0\n"

sys.path.append(str(ROOT / "tools"))
make_update: Any = __import__("make_update")


def machine_in(folder: Path) -> Machine:
    """With the package's own copy, and no update yet."""
    versions = Versions(folder / "versions", folder / "version.toml", folder / "package")
    write_program(versions.package, PROGRAM)
    (folder / "keys").mkdir()
    (folder / "state").mkdir()
    return Machine(versions, folder / "keys", folder / "state", PACKAGE_VERSION)


def write_program(folder: Path, text: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "uketsuke").write_text(text, "utf-8")
    (folder / "uketsuke").chmod(0o755)


@dataclass
class Supplier:
    folder: Path
    key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)

    def introduce(self, keys: Path, name: str = "supplier.pem") -> None:
        """A machine with these keys takes this supplier's versions from now on."""
        public = self.key.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )
        (keys / name).write_bytes(public)

    def make(
        self,
        version: str,
        *,
        program: str = PROGRAM,
        goes_on_from: str = "0.1.0",
        files: Mapping[str, bytes] = {},
    ) -> Path:
        """An archive, by the command that suppliers use."""
        key_file = self.folder / "key.pem"
        key_file.write_bytes(
            self.key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )
        bundles = self.folder / version
        write_program(bundles / "uketsuke", program)
        (bundles / "uketsuke/_internal").mkdir()
        (bundles / "uketsuke/_internal/libqt.so.6").write_bytes(b"library " + version.encode())
        (bundles / "uketsuke/libqt.so").symlink_to("_internal/libqt.so.6")
        for name, content in files.items():
            (bundles / "uketsuke" / name).write_bytes(content)
        (bundles / "uketsuke-ocr/_internal").mkdir(parents=True)
        (bundles / "uketsuke-ocr/_internal/ocr.bin").write_bytes(b"what reads numbers")
        made: Path = make_update.make(
            bundles, key_file, self.folder, named=version, goes_on_from=goes_on_from
        )
        return made

    def sign(self, path: Path, manifest: bytes, content: Path) -> Path:
        """An archive of what is given, whatever is in it."""
        from kiosk.update import archive

        archive.write(path, manifest, self.key.sign(manifest), content)
        return path
