"""`make deb`: Debian packages of the bundle, its parts and the demo; dpkg-deb and no debhelper.

What stands beside the program (units, rules, maintainer scripts) lies in packaging/debian/.
"""

from __future__ import annotations

import argparse
import gzip
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterable
from contextlib import suppress
from email.utils import formatdate
from importlib.metadata import Distribution, PackageNotFoundError, distribution, version
from pathlib import Path, PurePosixPath

import bundled
import licences
import sbom
from step import StepFailed, run_command

ROOT = Path(__file__).resolve().parent.parent
DEBIAN = ROOT / "packaging" / "debian"
PROGRAM = Path("usr/lib/uketsuke")
DEMO = Path("usr/lib/uketsuke-demo")
CONSOLE = Path("usr/lib/uketsuke-console")
MAINTAINER = "Uketsuke maintainers <uketsuke@packages.invalid>"

KIOSK_FILES = {
    "packaging/debian/uketsuke.sh": "usr/bin/uketsuke",
    "packaging/uketsuke.service": "lib/systemd/system/uketsuke.service",
    "packaging/debian/uketsuke-update.service": "lib/systemd/system/uketsuke-update.service",
    "packaging/debian/uketsuke-update.timer": "lib/systemd/system/uketsuke-update.timer",
    "packaging/debian/user-slice.conf": "lib/systemd/system/user-.slice.d/50-uketsuke.conf",
    "packaging/debian/uketsuke.sysusers": "usr/lib/sysusers.d/uketsuke.conf",
    "packaging/debian/uketsuke.tmpfiles": "usr/lib/tmpfiles.d/uketsuke.conf",
    "packaging/debian/uketsuke.udev": "lib/udev/rules.d/60-uketsuke.rules",
    "packaging/debian/uketsuke.logrotate": "etc/logrotate.d/uketsuke",
    "packaging/uketsuke-polkit.rules": "usr/share/polkit-1/rules.d/50-uketsuke.rules",
    "packaging/uketsuke.toml": "usr/share/uketsuke/config.toml",
    "packaging/monitoring/uketsuke-metrics.service": "lib/systemd/system/uketsuke-metrics.service",
    "packaging/monitoring/alerts.yml": "usr/share/doc/uketsuke/monitoring/alerts.yml",
    "packaging/monitoring/dashboard.json": "usr/share/doc/uketsuke/monitoring/dashboard.json",
    "docs/install.md": "usr/share/doc/uketsuke/install.md",
    "docs/deploy.md": "usr/share/doc/uketsuke/deploy.md",
}
DEMO_FILES = {
    "packaging/debian/uketsuke-demo.sh": "usr/bin/uketsuke-demo",
    "packaging/debian/uketsuke-demo.desktop": "usr/share/applications/uketsuke-demo.desktop",
    "packaging/debian/uketsuke-demo.svg": "usr/share/icons/hicolor/scalable/apps/uketsuke-demo.svg",
}


CONSOLE_FILES = {
    "packaging/debian/uketsuke-console.sh": "usr/bin/uketsuke-console",
    "packaging/debian/uketsuke-console.service": "lib/systemd/system/uketsuke-console.service",
    "packaging/debian/uketsuke-console.sysusers": "usr/lib/sysusers.d/uketsuke-console.conf",
    "packaging/debian/uketsuke-console.tmpfiles": "usr/lib/tmpfiles.d/uketsuke-console.conf",
    "docs/console.md": "usr/share/doc/uketsuke-console/console.md",
}
NOT_IN_THE_CONSOLE = (
    "dlib-bin",
    "onnxruntime",
    "opencv-python-headless",
    "pillow",
    "pyscard",
    "pyside6-essentials",
    "rapidocr",
    "soundfile",
)
"""Of the kiosk, whose log and staff accounts the console shares."""
NOT_IN_THE_DEMO = ("face-recognition", "setuptools")
"""The recipe that faces are measured against, and what only that needs."""
NOT_OF_A_PACKAGE = ("RECORD", "INSTALLER", "direct_url.json", "uv_cache.json", "REQUESTED")
"""What an installer notes about its own work."""


def fill_kiosk(root: Path, bundles: Path) -> None:
    shutil.copytree(bundles / "uketsuke", root / PROGRAM, symlinks=True)
    install(root, KIOSK_FILES)
    (root / "etc/uketsuke/conf.d").mkdir(parents=True)
    move_sbom(root / PROGRAM / "sbom.cdx.json", root, "uketsuke")


def fill_part(part: str) -> Callable[[Path, Path], None]:
    def fill(root: Path, bundles: Path) -> None:
        shutil.copytree(bundles / f"uketsuke-{part}", root / PROGRAM, symlinks=True)
        move_sbom(root / PROGRAM / f"sbom-{part}.cdx.json", root, f"uketsuke-{part}")

    return fill


def fill_demo(root: Path, _bundles: Path) -> None:
    packages = [*bundled.product_packages(ROOT), "simulation", "assets"]
    libraries = needed_by(ROOT / "simulation", NOT_IN_THE_DEMO)
    add_sources(root / DEMO, packages, libraries)
    models = [model for model in licences.MODELS if model.part is None]
    document(root, "uketsuke-demo", libraries, models)
    for model in bundled.model_files(ROOT / ".venv"):
        if bundled.part_of(PurePosixPath(bundled.MODELS, model.name)) is None:
            copy(model, root / "usr" / bundled.MODELS / model.name)
    shutil.copytree(ROOT / ".demo" / "photos", root / "usr/share/uketsuke-demo/photos")
    install(root, DEMO_FILES)


def fill_console(root: Path, _bundles: Path) -> None:
    packages = [*bundled.product_packages(ROOT), "console"]
    libraries = needed_by(ROOT / "console", NOT_IN_THE_CONSOLE)
    add_sources(root / CONSOLE, packages, libraries)
    document(root, "uketsuke-console", libraries)
    install(root, CONSOLE_FILES)


def add_sources(to: Path, packages: list[str], libraries: list[Distribution]) -> None:
    """Sources and libraries for Debian's own Python: what runs is started by its module's name."""
    tracked = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *packages],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    names = [name for name in tracked.stdout.split("\0") if name and not name.endswith(".ts")]
    names += [str(path) for path in bundled.data_files(ROOT)]
    for name in dict.fromkeys(names):
        copy(ROOT / name, to / name)
    for library in libraries:
        for file in library.files or []:
            source = Path(str(library.locate_file(file)))
            if is_wanted(PurePosixPath(str(file)), library) and source.is_file():
                copy(source, to / file)


def is_wanted(file: PurePosixPath, library: Distribution) -> bool:
    """`file` as it is installed. Of our own, the sources are those of the checkout."""
    is_tool_of_qt = file.parts[0] == "PySide6" and (len(file.parts) == 2 and not file.suffix)
    return not (
        ".." in file.parts
        or "__pycache__" in file.parts
        or file.name in NOT_OF_A_PACKAGE
        or is_tool_of_qt
        or (_is_ours(library) and not file.parts[0].endswith(".dist-info"))
        or bundled.part_of(file) is not None
    )


def _is_ours(library: Distribution) -> bool:
    return library.metadata["Name"].startswith("uketsuke")


def needed_by(project: Path, without: tuple[str, ...]) -> list[Distribution]:
    """With what that needs in turn; what this system has no use for is not installed."""
    waiting: list[str] = []
    for folder in (ROOT, project):
        described = tomllib.loads((folder / "pyproject.toml").read_text("utf-8"))["project"]
        waiting += [described["name"], *_names(described["dependencies"])]
    found: dict[str, Distribution] = {}
    while waiting:
        name = waiting.pop()
        if name in found or name in without:
            continue
        with suppress(PackageNotFoundError):
            found[name] = distribution(name)
            waiting += _names(found[name].requires or [])
    return list(found.values())


def _names(requirements: Iterable[str]) -> list[str]:
    needed = [line for line in requirements if "extra ==" not in line]
    return re.findall(r"(?m)^[\w.-]+", "\n".join(needed))


def document(
    root: Path, package: str, libraries: list[Distribution], models: Iterable[licences.Model] = ()
) -> None:
    """What it is made of, and the words of all licences."""
    others = [each for each in libraries if not _is_ours(each)]
    texts = root / "usr/lib" / package / "licences"
    licences.copy_own_texts(texts)
    licences.copy_texts(texts, others, models)
    target = root / "usr/share/doc" / package / "sbom.cdx.json"
    target.parent.mkdir(parents=True)
    sbom.write(target, package, others, models)


def move_sbom(source: Path, root: Path, package: str) -> None:
    target = root / "usr/share/doc" / package / "sbom.cdx.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(source, target)


PACKAGES: dict[str, Callable[[Path, Path], None]] = {
    "uketsuke": fill_kiosk,
    **{f"uketsuke-{part}": fill_part(part) for part in bundled.PARTS},
    "uketsuke-console": fill_console,
    "uketsuke-demo": fill_demo,
}


def install(root: Path, files: dict[str, str]) -> None:
    for source, target in files.items():
        copy(ROOT / source, root / target)


def copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(source, target)


def build(package: str, bundles: Path, to: Path) -> Path:
    """Return the package's file, in `to`."""
    architecture = ask("dpkg", "--print-architecture")
    with tempfile.TemporaryDirectory(prefix="uketsuke-deb-") as work:
        root = Path(work)
        PACKAGES[package](root, bundles)
        add_documents(package, root)
        set_modes(root)
        add_control(package, root, architecture)
        made = to / f"{package}_{version('uketsuke')}_{architecture}.deb"
        command: list[str | Path] = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z1", "--build"]
        run_command([*command, root, made])
    return made


def add_documents(package: str, root: Path) -> None:
    folder = root / "usr/share/doc" / package
    program = {"uketsuke-console": CONSOLE, "uketsuke-demo": DEMO}.get(package, PROGRAM)
    words = (DEBIAN / "copyright").read_text("utf-8")
    folder.mkdir(parents=True, exist_ok=True)
    words = words.replace("${Package}", package).replace("${Program}", f"/{program}")
    (folder / "copyright").write_text(words, "utf-8")
    entry = (
        f"uketsuke ({version('uketsuke')}) stable; urgency=medium\n\n  * See NEWS.md.\n\n"
        f" -- {MAINTAINER}  {formatdate(int(ask('git', 'log', '-1', '--format=%ct')))}\n"
    )
    with gzip.GzipFile(folder / "changelog.gz", "wb", mtime=0) as file:
        file.write(entry.encode("utf-8"))
    overrides = DEBIAN / f"{package}.lintian-overrides"
    if overrides.exists():
        copy(overrides, root / "usr/share/lintian/overrides" / package)


def set_modes(root: Path) -> None:
    """As they are in Debian, whatever the mask of whoever builds."""
    root.chmod(0o755)
    for path in root.rglob("*"):
        if path.is_symlink():
            continue
        is_program = path.is_dir() or (path.stat().st_mode & 0o100 and _is_started(path))
        path.chmod(0o755 if is_program else 0o644)


def _is_started(path: Path) -> bool:
    """By somebody, and not loaded; zips and licences have such a mode too."""
    with path.open("rb") as file:
        return ".so" not in path.name and file.read(4) in (b"\x7fELF", b"#!/b", b"#!/u")


def add_control(package: str, root: Path, architecture: str) -> None:
    size_kib = int(ask("du", "-sk", "--apparent-size", str(root)).split()[0])
    folder = root / "DEBIAN"
    folder.mkdir()
    stanza = stanza_of(package).replace("${Version}", version("uketsuke"))
    fields = f"Version: {version('uketsuke')}\nArchitecture: {architecture}\n"
    fields += f"Maintainer: {MAINTAINER}\nInstalled-Size: {size_kib}\n"
    names, described, description = stanza.partition("Description:")
    names = names.replace(",\n ", ", ").replace("Section:", f"{fields}Section:")
    (folder / "control").write_text(names + described + description, "utf-8")
    for script in ("postinst", "prerm", "postrm"):
        if (source := DEBIAN / f"{package}.{script}").exists():
            copy(source, folder / script)
            (folder / script).chmod(0o755)
    settings = [f"/{path.relative_to(root)}\n" for path in root.glob("etc/**/*") if path.is_file()]
    if settings:
        (folder / "conffiles").write_text("".join(settings), "utf-8")


def stanza_of(package: str) -> str:
    stanzas = (DEBIAN / "control").read_text("utf-8").split("\n\n")
    return next(each.strip() + "\n" for each in stanzas if each.startswith(f"Package: {package}\n"))


def ask(*command: str) -> str:
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    ).stdout.strip()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bundles", type=Path, help="where make_bundle.py has put them")
    parser.add_argument("packages", nargs="*", help=f"of {' '.join(PACKAGES)}; by default all")
    arguments = parser.parse_args()
    os.umask(0o022)
    try:
        for package in arguments.packages or PACKAGES:
            print(f"Building {package} ...", flush=True)
            made = build(package, arguments.bundles, arguments.bundles)
            print(f"{made}, {made.stat().st_size / 1e6:.0f} MB", flush=True)
    except StepFailed as failure:
        print(f"Why it failed: {failure.why}\nWhat to do: {failure.remedy}")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
