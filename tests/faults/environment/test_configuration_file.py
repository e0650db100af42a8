"""A configuration as editors, administrators and attackers leave it."""

import os
from pathlib import Path

import pytest

from kiosk.config_file import load
from kiosk.errors import SetupFault
from kiosk.installed_files import check_configuration_file, check_files
from tests.unit.kiosk.installation import install
from tests.unit.kiosk.test_config import GOOD, written

WINDOWS = GOOD.replace("\n", "\r\n")


@pytest.mark.parametrize(
    "content", [GOOD.encode("utf-8-sig"), WINDOWS.encode(), WINDOWS.encode("utf-8-sig")]
)
def test_a_byte_order_mark_and_other_line_ends_are_read(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "uketsuke.toml"
    path.write_bytes(content)
    assert load(path).facility.code == "1312345678"


@pytest.mark.parametrize("encoding", ["utf-16", "cp932"])
def test_another_encoding_is_named(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "uketsuke.toml"
    path.write_bytes((GOOD + "# 受付\n").encode(encoding))
    with pytest.raises(SetupFault, match=r"is not UTF-8 text\. Save it in that encoding"):
        load(path)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "uketsuke.toml"
    os.mkfifo(path)
    with pytest.raises(SetupFault, match="it is no regular file"):
        load(path)


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ("[flow]\nshow_amounts = 'yes'\n", "'yes' is no switch. Write true or false"),
        ("[flow]\nshow_amount = true\n", r"no such setting \(perhaps show_amounts\)"),
        ("[flow]\nmedicines = 'yes'\n", "flow.medicines: there is no such setting"),
        ("[kamera]\n", r"kamera: there is no such setting \(perhaps camera\)"),
    ],
)
def test_a_wrong_setting_is_named_with_what_is_meant(tmp_path: Path, more: str, says: str) -> None:
    with pytest.raises(SetupFault, match=says):
        load(written(tmp_path, GOOD + more))


def test_a_section_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(SetupFault, match=r"camera: it is a section: write \[camera\]"):
        load(written(tmp_path, "camera = 'none'\n" + GOOD))


@pytest.mark.parametrize(
    ("variable", "says"),
    [
        ("UKETSUKE_CAMERA", "names a whole section.*UKETSUKE_CAMERA__KIND"),
        ("UKETSUKE_FOO__BAR", "names no section"),
        ("UKETSUKE_CAMERA__KINT", r"no setting of \[camera\].*perhaps kind"),
        ("UKETSUKE_FLOW__NEVER_ASK", "is no list"),
    ],
)
def test_a_variable_that_does_nothing_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str, says: str
) -> None:
    monkeypatch.setenv(variable, "none")
    with pytest.raises(SetupFault, match=says):
        load(written(tmp_path, GOOD))


def test_others_may_not_write_it(tmp_path: Path) -> None:
    path = install(tmp_path, "")
    check_configuration_file(path)
    path.chmod(0o666)
    with pytest.raises(SetupFault, match=r"can be written by others.*chmod go-w"):
        check_configuration_file(path)


@pytest.mark.parametrize("key", ["client.key", "statement.key"])
def test_a_private_key_is_private(tmp_path: Path, key: str) -> None:
    config = load(install(tmp_path, ""))
    check_files(config)
    (config.service.key.parent / key).chmod(0o644)
    with pytest.raises(SetupFault, match=rf"{key} can be read by others.*chmod 600"):
        check_files(config)


def test_others_may_not_write_into_the_state_folder(tmp_path: Path) -> None:
    config = load(install(tmp_path, ""))
    config.storage.state.chmod(0o777)
    with pytest.raises(SetupFault, match=r"storage\.state: others may write.*chmod 700"):
        check_files(config)


def test_facility_and_certificate_agree(tmp_path: Path) -> None:
    path = install(tmp_path, "")
    code = load(path).facility.code
    path.write_text(path.read_text("utf-8").replace(code, "9999999999"), "utf-8")
    with pytest.raises(SetupFault, match=rf"facility\.code is 9999999999, but .* is for {code}"):
        check_files(load(path))


def test_a_path_too_long_for_the_control_socket(tmp_path: Path) -> None:
    path = install(tmp_path, "")
    config = load(path)
    deep = tmp_path / ("x" * 90) / "state"
    deep.mkdir(parents=True)
    path.write_text(path.read_text("utf-8").replace('"state"', f'"{deep}"'), "utf-8")
    config = load(path)
    with pytest.raises(SetupFault, match="too long for the control socket"):
        check_files(config)
