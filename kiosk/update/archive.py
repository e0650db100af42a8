"""A version in one file, signed by who made it: read, judged, unpacked.

A tar of three members: the manifest, its Ed25519 signature, and the content (tar.xz). Nothing is
decompressed before signature and sum hold, and nothing is unpacked that the manifest does not name.
"""

import hashlib
import io
import lzma
import os
import posixpath
import shutil
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Annotated, Literal, NoReturn, Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from common.files import read_regular
from kiosk.errors import SetupFault
from kiosk.update.versions import PROGRAM, is_version

MANIFEST = "manifest.json"
SIGNATURE = "manifest.sig"
CONTENT = "content.tar.xz"

_MANIFEST_AT_MOST_BYTES = 2**23
_SIGNATURE_BYTES = 64
_CHUNK_BYTES = 2**20


def _checked_version(text: str) -> str:
    if not is_version(text):
        raise ValueError("no version")
    return text


def _checked_path(text: str) -> str:
    """Below the folder that it is unpacked into, written in the one way."""
    path = PurePosixPath(text)
    if path.is_absolute() or ".." in path.parts or str(path) != text or "\0" in text:
        raise ValueError(f"the path {text!r} leads out of its folder")
    return text


Version = Annotated[str, AfterValidator(_checked_version)]
FilePath = Annotated[str, AfterValidator(_checked_path)]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Size = Annotated[int, Field(ge=0)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class File(_Part):
    bytes: Size
    sha256: Sha256
    starts: bool = False
    """Whether it is a program."""


class Manifest(_Part):
    format: Literal[1] = 1
    product: Literal["uketsuke"] = "uketsuke"
    version: Version
    architecture: str
    """As `platform.machine` says it."""
    goes_on_from: Version
    """The oldest version that can read what this one leaves, and so can be gone back to."""
    content: File
    files: Mapping[FilePath, File]
    links: Mapping[FilePath, str] = {}

    @model_validator(mode="after")
    def _stays_in_its_folder(self) -> Self:
        if PROGRAM not in self.files or not self.files[PROGRAM].starts:
            raise ValueError("it has no program")
        for path in (*self.files, *self.links):
            if any(str(parent) in self.links for parent in PurePosixPath(path).parents):
                raise ValueError(f"the path {path!r} leads through a link")
        for path, target in self.links.items():
            end = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
            if target.startswith("/") or end == ".." or end.startswith("../"):
                raise ValueError(f"the link {path!r} leads out of its folder")
        return self

    @property
    def unpacked_bytes(self) -> int:
        return sum(file.bytes for file in self.files.values())


@dataclass(frozen=True)
class Archive:
    """Signature and sum hold."""

    path: Path
    manifest: Manifest
    _content: IO[bytes]

    def unpack(self, folder: Path) -> None:
        """Into a new `folder`, to the last byte as the manifest says. Raises `SetupFault`."""
        self._content.seek(0)
        missing = {*self.manifest.files, *self.manifest.links}
        try:
            with tarfile.open(fileobj=self._content, mode="r|xz") as content:
                for member in content:
                    if not member.isdir():
                        self._unpack_member(content, member, folder)
                        missing.discard(member.name)
        except (tarfile.TarError, lzma.LZMAError, EOFError, FileExistsError) as error:
            _refuse(self.path, f"its content cannot be unpacked ({type(error).__name__})")
        if missing:
            _refuse(self.path, f"{min(missing)} is missing in it")

    def _unpack_member(
        self, content: tarfile.TarFile, member: tarfile.TarInfo, folder: Path
    ) -> None:
        target = folder / member.name
        file = self.manifest.files.get(member.name)
        source = content.extractfile(member) if member.isreg() else None
        if member.issym() and self.manifest.links.get(member.name) == member.linkname:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.symlink_to(member.linkname)
        elif file is not None and source is not None and member.size == file.bytes:
            target.parent.mkdir(parents=True, exist_ok=True)
            mode = 0o755 if file.starts else 0o644
            with os.fdopen(os.open(target, _NEW_FILE, mode), "wb") as written:
                target.chmod(mode)  # Whatever the mask of who unpacks.
                shutil.copyfileobj(source, written, _CHUNK_BYTES)
        else:
            _refuse(self.path, f"{member.name} in it is not what the manifest says")


_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW


@contextmanager
def opened(path: Path, keys: Path) -> Iterator[Archive]:
    """An archive that somebody whose public key lies in `keys` has made. Raises `SetupFault`."""
    trusted = _trusted(keys)
    try:
        archive = tarfile.open(path, "r:")  # noqa: SIM115 - closed below.
    except OSError as error:
        raise SetupFault(
            f"{path} cannot be read ({error.strerror}). Fetch it anew, to a folder that you may "
            "read."
        ) from None
    except tarfile.TarError:
        _refuse(path, "it was cut, or is none")
    with archive:
        yield _judged(path, archive, trusted, keys)


def _judged(
    path: Path, archive: tarfile.TarFile, trusted: list[Ed25519PublicKey], keys: Path
) -> Archive:
    try:
        written = _small_member(archive, MANIFEST, _MANIFEST_AT_MOST_BYTES)
        signature = _small_member(archive, SIGNATURE, _SIGNATURE_BYTES)
        content = archive.extractfile(CONTENT)
    except (tarfile.TarError, KeyError):
        _refuse(path, "it was cut, or is none")
    if not any(_has_signed(key, written, signature) for key in trusted):
        raise SetupFault(
            f"{path} is signed with none of the keys in {keys}. Take the archive from your "
            "supplier, or put the supplier's new key there."
        )
    try:
        manifest = Manifest.model_validate_json(written)
    except ValidationError as error:
        _refuse(path, error.errors()[0]["msg"].removeprefix("Value error, "))
    if content is None or _sum_of(content) != manifest.content:
        _refuse(path, "it was cut or altered")
    return Archive(path, manifest, content)


def find_fault(folder: Path, manifest: Manifest) -> str | None:
    """What in `folder` is not as the manifest says, read from the disk itself."""
    for name, file in manifest.files.items():
        try:
            with (folder / name).open("rb") as found:
                os.posix_fadvise(found.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
                if _sum_of(found, starts=file.starts) != file:
                    return name
        except OSError:
            return name
    for name, target in manifest.links.items():
        try:
            if os.readlink(folder / name) != target:
                return name
        except OSError:
            return name
    return None


def _trusted(folder: Path) -> list[Ed25519PublicKey]:
    keys = []
    for path in sorted(folder.glob("*.pem")):
        if path.stat().st_mode & 0o022:
            raise SetupFault(
                f"{path} can be written by others. Look at it, then: chmod go-w {path}."
            )
        try:
            key = load_pem_public_key(read_regular(path))
        except (OSError, ValueError):
            key = None
        if not isinstance(key, Ed25519PublicKey):
            raise SetupFault(
                f"{path} is no public Ed25519 key in PEM. Put the supplier's key there."
            )
        keys.append(key)
    if not keys:
        raise SetupFault(
            f"No key of a supplier lies in {folder}. Put the supplier's public key there (PEM)."
        )
    return keys


def _has_signed(key: Ed25519PublicKey, content: bytes, signature: bytes) -> bool:
    try:
        key.verify(signature, content)
    except InvalidSignature:
        return False
    return True


def _small_member(archive: tarfile.TarFile, name: str, at_most_bytes: int) -> bytes:
    member = archive.getmember(name)
    source = archive.extractfile(member)
    if source is None or member.size > at_most_bytes:
        raise tarfile.ReadError(name)
    content = source.read()
    if len(content) != member.size:
        raise tarfile.ReadError(name)
    return content


def _sum_of(source: IO[bytes], *, starts: bool = False) -> File:
    total, size = hashlib.sha256(), 0
    while chunk := source.read(_CHUNK_BYTES):
        total.update(chunk)
        size += len(chunk)
    return File(bytes=size, sha256=total.hexdigest(), starts=starts)


def _refuse(path: Path, why: str) -> NoReturn:
    raise SetupFault(f"{path} is no archive of a version: {why}. Fetch it anew from your supplier.")


def manifest_of(
    folder: Path, content: IO[bytes], *, version: str, architecture: str, goes_on_from: str
) -> Manifest:
    """What is in `folder`, for who makes an archive; `content` is its tar.xz."""
    files: dict[str, File] = {}
    links: dict[str, str] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            links[name] = os.readlink(path)
        elif path.is_file():
            with path.open("rb") as source:
                files[name] = _sum_of(source, starts=bool(path.stat().st_mode & 0o100))
    return Manifest(
        version=version,
        architecture=architecture,
        goes_on_from=goes_on_from,
        content=_sum_of(content),
        files=files,
        links=links,
    )


def write(path: Path, manifest: bytes, signature: bytes, content: Path) -> None:
    """The archive, whole or not at all."""
    draft = path.with_name(f".{path.name}.new")
    try:
        with tarfile.open(draft, "w") as archive:
            for name, part in ((MANIFEST, manifest), (SIGNATURE, signature)):
                member = tarfile.TarInfo(name)
                member.size = len(part)
                archive.addfile(member, io.BytesIO(part))
            archive.add(content, CONTENT, filter=_without_owner)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _without_owner(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    return member
