"""`make update`: a version in one signed archive, for `uketsuke update apply` (ADR 58)."""

from __future__ import annotations

import argparse
import platform
import shutil
import sys
import tarfile
import tempfile
from importlib.metadata import version
from pathlib import Path

import bundled
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from step import StepFailed

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from consent.database import USABLE_SINCE  # noqa: E402
from kiosk.update import archive  # noqa: E402


def make(bundles: Path, key: Path, to: Path, *, named: str, goes_on_from: str) -> Path:
    """Return the archive of the bundle in `bundles` and its parts; `to` is a folder."""
    signer = load_pem_private_key(key.read_bytes(), None)
    if not isinstance(signer, Ed25519PrivateKey):
        raise StepFailed(
            f"{key} is no Ed25519 key",
            "Make one: openssl genpkey -algorithm ed25519 -out FILE",
        )
    made = to / f"uketsuke-{named}-{platform.machine()}.tar"
    with tempfile.TemporaryDirectory(prefix="uketsuke-update-") as work:
        folder, content = Path(work, "content"), Path(work, "content.tar.xz")
        shutil.copytree(bundles / "uketsuke", folder, symlinks=True)
        for part in bundled.PARTS:
            if (bundles / f"uketsuke-{part}").is_dir():
                shutil.copytree(
                    bundles / f"uketsuke-{part}", folder, symlinks=True, dirs_exist_ok=True
                )
        with tarfile.open(content, "w:xz", preset=1) as packed:
            for path in sorted(folder.rglob("*")):
                if path.is_symlink() or path.is_file():
                    packed.add(path, path.relative_to(folder).as_posix(), recursive=False)
        with content.open("rb") as source:
            manifest = archive.manifest_of(
                folder,
                source,
                version=named,
                architecture=platform.machine(),
                goes_on_from=goes_on_from,
            )
        written = manifest.model_dump_json().encode()
        archive.write(made, written, signer.sign(written), content)
    return made


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bundles", type=Path, help="where make_bundle.py has put them")
    parser.add_argument("--key", type=Path, required=True, help="private Ed25519 key (PEM)")
    parser.add_argument("--version", default=version("uketsuke"), dest="named")
    parser.add_argument("--goes-on-from", default=USABLE_SINCE)
    given = parser.parse_args()
    try:
        made = make(
            given.bundles,
            given.key,
            given.bundles,
            named=given.named,
            goes_on_from=given.goes_on_from,
        )
    except StepFailed as failure:
        print(f"Why it failed: {failure.why}\nWhat to do: {failure.remedy}")
        return 2
    print(f"{made}, {made.stat().st_size / 1e6:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
