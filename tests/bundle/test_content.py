"""What is in the bundle: every data file of the product, and nothing of demo or tests."""

import json
import re
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from importlib.metadata import version
from pathlib import Path, PurePosixPath
from types import ModuleType

import pytest
from PyInstaller.archive.readers import (  # type: ignore[import-untyped]
    CArchiveReader,
    ZlibArchiveReader,
)

from faceauth import model_files
from simulation.people import PEOPLE_FILE, Person, read_people
from tests.architecture.source_tree import PRODUCT_PACKAGES, ROOT, tracked_files
from tests.architecture.test_tracked_files import PICTURE_SIGNATURES, PICTURES

INSIDE = "_internal"
EVERY_NAME_BEGINS = "見本　"


def data_of_the_sources() -> list[Path]:
    """What the product's packages hold beside Python, the compiled texts included."""
    tracked = [path for path in tracked_files() if path.parts[0] in PRODUCT_PACKAGES]
    data = [path for path in tracked if path.suffix != ".py"]
    return data + [path.with_suffix(".qm") for path in data if path.suffix == ".ts"]


def test_every_data_file_is_in_it_byte_for_byte(bundle: Path, rules: ModuleType) -> None:
    wanted = [path for path in data_of_the_sources() if not rules.is_left_out(path)]
    assert {path.parts[0] for path in wanted} >= {"kiosk", "faceauth", "consent", "limit_info"}
    differ = [
        path
        for path in wanted
        if not (bundle / INSIDE / path).is_file()
        or (bundle / INSIDE / path).read_bytes() != (ROOT / path).read_bytes()
    ]
    assert differ == []


def test_what_a_rule_leaves_out_is_not_in_it(bundle: Path, rules: ModuleType) -> None:
    left_out = [path for path in data_of_the_sources() if rules.is_left_out(path)]
    assert left_out
    assert [path for path in left_out if (bundle / INSIDE / path).exists()] == []


def test_each_rule_leaves_something_out(rules: ModuleType) -> None:
    """One that does not is a mistyped one, or no longer needed."""
    files = [path for path in tracked_files() if path.parts[0] in PRODUCT_PACKAGES]
    assert [p for p in rules.LEFT_OUT if not any(fnmatch(str(file), p) for file in files)] == []
    assert [name for name in rules.NO_PRODUCT if not (ROOT / name).is_dir()] == []


def modules_of(bundle: Path) -> set[str]:
    program = CArchiveReader(str(bundle / "uketsuke"))
    name = next(name for name in program.toc if name.endswith(".pyz"))
    archive: ZlibArchiveReader = program.open_embedded_archive(name)
    return set(archive.toc)


def test_neither_tests_nor_simulators_are_in_it(bundle: Path, rules: ModuleType) -> None:
    there = modules_of(bundle)
    assert {"kiosk.worker.preload", "kiosk.worker.preload_faces"} <= there
    left_out = ("pytest", "hypothesis", "sqlalchemy", "starlette", *rules.NO_PRODUCT)
    assert [
        name for name in there if any(name == out or name.startswith(f"{out}.") for out in left_out)
    ] == []


def files_of(bundle: Path) -> Iterator[Path]:
    return (path for path in bundle.rglob("*") if path.is_file())


def test_no_photograph_and_no_demo_person_is_in_it(bundle: Path) -> None:
    names = [person.name for person in read_people(PEOPLE_FILE, Person)]
    assert all(name.startswith(EVERY_NAME_BEGINS) for name in names)  # One search finds them all.
    pictures = []
    tellers = []
    for path in files_of(bundle):
        data = path.read_bytes()
        if path.suffix.lower() in PICTURES and data.startswith(PICTURE_SIGNATURES):
            pictures.append(path)
        if EVERY_NAME_BEGINS.encode() in data:
            tellers.append(path)
    assert pictures == []
    assert tellers == []


def test_it_brings_the_networks_that_may_be_shipped_and_no_other(
    bundle: Path, rules: ModuleType
) -> None:
    there = {path.name for path in (bundle / INSIDE / model_files.FOLDER).iterdir()}
    everybodys = {
        path.name
        for path in model_files.folder().iterdir()
        if rules.part_of(PurePosixPath(model_files.FOLDER, path.name)) is None
    }
    assert there == everybodys


def test_each_part_has_its_files_and_they_are_not_in_the_bundle(
    bundle: Path, rules: ModuleType
) -> None:
    for part in rules.PARTS:
        inside = bundle.parent / f"uketsuke-{part}" / INSIDE
        files = [path.relative_to(inside) for path in inside.rglob("*") if not path.is_dir()]
        assert files
        assert [path for path in files if (bundle / INSIDE / path).exists()] == []


def test_a_stand_in_is_where_a_large_library_was(bundle: Path) -> None:
    libraries = bundle / INSIDE / "opencv_python_headless.libs"
    (codecs,) = libraries.glob("libavcodec-*")
    (algebra,) = libraries.glob("libopenblasp-*")
    (numpys_algebra,) = (bundle / INSIDE / "numpy.libs").glob("libscipy_openblas64_-*")
    tables = bundle.glob(f"{INSIDE}/PySide6/Qt/lib/libicu*")
    for library in (codecs, algebra, numpys_algebra, *tables):
        assert library.stat().st_size < 100_000
    assert list(bundle.rglob("*68_face_landmarks*")) == []
    assert {"Apache-2.0", "yunet-licence.txt"} <= {
        path.name for path in (bundle / "licences" / "models").iterdir()
    }


def test_every_plugin_of_qt_that_a_kiosk_uses_is_in_it(bundle: Path, rules: ModuleType) -> None:
    plugins = bundle / INSIDE / "PySide6" / "Qt" / "plugins"
    assert [pattern for pattern in rules.QT_PLUGINS if not list(plugins.glob(pattern))] == []


@pytest.mark.skipif(sys.platform == "win32", reason="links to libraries are made elsewhere")
def test_no_link_in_it_leads_nowhere(bundle: Path) -> None:
    links = [path for path in bundle.rglob("*") if path.is_symlink()]
    assert links
    assert [path for path in links if not path.exists()] == []


def test_it_brings_the_words_of_all_licences(bundle: Path) -> None:
    folder = bundle / "licences"
    assert "Apache License" in (folder / "LICENSE").read_text("utf-8")
    assert "GNU LESSER" in (folder / "pyside6_essentials" / "LGPL-3").read_text("utf-8")


def test_no_key_is_in_it(bundle: Path) -> None:
    """Libraries hold the words that such a file begins with; a key has its lines after them."""
    begin = re.compile(rb"-----BEGIN (EC |RSA |OPENSSH )?PRIVATE KEY-----\r?\n[A-Za-z0-9+/=]{16}")
    assert [path for path in files_of(bundle) if begin.search(path.read_bytes())] == []


def test_the_list_of_what_it_is_made_of_names_every_library_in_it(bundle: Path) -> None:
    document = json.loads((bundle / "sbom.cdx.json").read_text("utf-8"))
    assert (document["bomFormat"], document["specVersion"]) == ("CycloneDX", "1.5")
    named = {(each["name"].lower().replace("_", "-"), each["version"])
             for each in document["components"] if "version" in each}  # fmt: skip
    there = {
        tuple(path.name.removesuffix(".dist-info").lower().replace("_", "-").rsplit("-", 1))
        for path in (bundle / INSIDE).glob("*.dist-info")
    }
    assert there - named == {("uketsuke", version("uketsuke"))}
    assert any(each.get("purl", "").startswith("pkg:deb/") for each in document["components"])


def test_each_part_has_its_own_list_and_licences(bundle: Path, rules: ModuleType) -> None:
    listed: dict[str, set[str]] = {}
    for part in rules.PARTS:
        folder = bundle.parent / f"uketsuke-{part}"
        document = json.loads((folder / f"sbom-{part}.cdx.json").read_text("utf-8"))
        assert document["metadata"]["component"]["name"] == f"uketsuke-{part}"
        listed[part] = {each["name"].lower() for each in document["components"]}
        assert any((folder / "licences").rglob("*"))
    assert {"onnxruntime", "rapidocr", "shapely"} <= listed["ocr"]
    assert any("dlib_face_recognition" in name for name in listed["dlib"])
    whole = json.loads((bundle / "sbom.cdx.json").read_text("utf-8"))
    assert "onnxruntime" not in {each["name"].lower() for each in whole["components"]}


def test_it_is_no_larger_than_it_has_to_be(bundle: Path) -> None:
    size_mb = sum(path.stat().st_size for path in files_of(bundle) if not path.is_symlink()) / 1e6
    assert size_mb < 235  # docs/adr/0053
