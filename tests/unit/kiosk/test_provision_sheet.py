"""A kiosk is told who it is by a sheet: a file, or a QR code in a picture or before its camera."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import cv2
import numpy as np
import pytest

from faceauth.camera.frame_slot import now_ms
from faceauth.camera.qr_code import before_camera
from faceauth.port import BgrImage, Frame
from kiosk.config_file import load
from kiosk.errors import SetupFault
from kiosk.provision import make_request
from kiosk.provision_sheet import SETTINGS, read, take_in
from kiosk.staff.accounts import ACCOUNTS_FILE, Accounts
from tests.unit.kiosk.test_config import GOOD, written
from tests.unit.kiosk.test_provision import certified

SHEET = """
[facility]
code = "1398765432"
kiosk_id = "second-floor"
[facility.what_next]
default = "待合室で「お待ち」ください"
[service]
url = "https://service.example:8443"
[identity]
phones = true
[[staff]]
name = "受付 一"
pin = "1234"
[[staff]]
name = "管理 一"
pin = "246813"
role = "administrator"
"""


@pytest.fixture
def config(tmp_path: Path) -> Path:
    for folder in ("pki", "results", "state", "out"):
        (tmp_path / folder).mkdir()
    return written(tmp_path, GOOD)


def taken(config: Path, text: str = SHEET) -> list[str]:
    return list(take_in(read(text.encode(), "sheet.toml"), config))


def people(config: Path) -> list[tuple[str, str]]:
    accounts = Accounts(load(config).storage.state / ACCOUNTS_FILE)
    return [(each.person.name, each.person.role.value) for each in accounts.listed()]


def test_settings_and_staff_of_a_sheet_hold(config: Path) -> None:
    taken(config)
    found = load(config)
    assert (found.facility.code, found.facility.kiosk_id) == ("1398765432", "second-floor")
    assert dict(found.facility.what_next)["default"] == "待合室で「お待ち」ください"
    assert found.identity.phones
    assert people(config) == [("受付 一", "reception"), ("管理 一", "administrator")]
    accounts = Accounts(found.storage.state / ACCOUNTS_FILE)
    assert accounts.sign_in("002", b"246813") is not None


def test_a_sheet_that_comes_twice_adds_nobody(config: Path) -> None:
    taken(config)
    taken(config)
    assert len(people(config)) == 2


def test_no_pin_stays_in_clear(config: Path) -> None:
    taken(config)
    there = [path for path in config.parent.rglob("*") if path.is_file()]
    assert [path for path in there if b"246813" in path.read_bytes()] == []


def test_settings_that_the_kiosk_could_not_start_with_are_taken_back(config: Path) -> None:
    taken(config)
    before = (config.parent / "conf.d" / SETTINGS).read_bytes()
    for bad in ('[facility]\ncode = "12"\n', "[facilty]\ncode = 1\n"):
        with pytest.raises(SetupFault, match="facil"):
            taken(config, bad)
    assert (config.parent / "conf.d" / SETTINGS).read_bytes() == before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[facility", "no TOML"),
        ('[[staff]]\nname = "a"\npin = "12"\n', "pin"),
        ('[[staff]]\nname = "a"\npin = "1234"\nrole = "chief"\n', "role"),
        ('[certificates]\nkey = "a"\n', "certificates"),
        ('code = "1398765432"\n', "settings"),
    ],
)
def test_what_is_wrong_in_a_sheet_is_named_and_no_pin_is(
    config: Path, text: str, said: str
) -> None:
    with pytest.raises(SetupFault, match=said) as refused:
        taken(config, text)
    assert "1234" not in str(refused.value)
    assert not (config.parent / "conf.d").exists()


def test_certificates_of_a_sheet_are_looked_at_as_others_are(config: Path, tmp_path: Path) -> None:
    request, _ = make_request(load(config), tmp_path / "out")
    pem = certified(request).read_text("ascii")
    taken(config, f"[certificates]\nclient = '''{pem}'''\nauthority = '''{pem}'''\n")
    assert load(config).service.certificate.read_text("ascii").strip() == pem.strip()
    other = certified(request, code="1300000000").read_text("ascii")
    with pytest.raises(SetupFault, match="1300000000"):
        taken(config, f"[certificates]\nclient = '''{other}'''\n")


def qr_code(text: str, scale: int = 6) -> BgrImage:
    code = cv2.QRCodeEncoder.create().encode(text)
    large = cv2.resize(code, None, fx=scale, fy=scale, interpolation=cv2.INTER_NEAREST)
    framed = cv2.copyMakeBorder(large, 60, 60, 60, 60, cv2.BORDER_CONSTANT, value=255)
    return np.asarray(cv2.cvtColor(framed, cv2.COLOR_GRAY2BGR), np.uint8)


def provision(config: Path, *options: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kiosk.cli", "provision", "sheet", *options, "--config", config],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_a_picture_of_its_code_will_do(config: Path, tmp_path: Path) -> None:
    picture = tmp_path / "code.png"
    cv2.imwrite(str(picture), qr_code(SHEET))
    done = provision(config, "--qr", picture)
    assert done.returncode == 0, done.stderr
    assert load(config).facility.kiosk_id == "second-floor"
    assert people(config) == [("受付 一", "reception"), ("管理 一", "administrator")]


def test_a_picture_without_a_code_is_told(config: Path, tmp_path: Path) -> None:
    picture = tmp_path / "code.png"
    cv2.imwrite(str(picture), np.full((200, 200, 3), 255, np.uint8))
    done = provision(config, "--qr", picture)
    assert (done.returncode, "No QR code" in done.stderr) == (2, True), done.stderr
    assert provision(config).returncode == 2  # Neither file, picture nor camera.


class Shown:
    """A camera: first nothing, then somebody holds the code, tilted and in grey light."""

    def __init__(self, *more: BgrImage) -> None:
        self._pictures = [np.full((720, 1280, 3), 90, np.uint8), *more]

    def open(self) -> None: ...

    def latest(self, newer_than_ms: float, timeout_ms: int) -> Frame | None:
        del newer_than_ms, timeout_ms
        return Frame(self._pictures.pop(0), now_ms()) if self._pictures else None

    def close(self) -> None: ...


def held(code: BgrImage) -> BgrImage:
    height, width = code.shape[:2]
    tilt = cv2.getRotationMatrix2D((width / 2, height / 2), 12, 1.0)
    tilt[:, 2] += (1280 - width) / 2, (720 - height) / 2
    picture = cv2.warpAffine(code, tilt, (1280, 720), borderValue=(90, 90, 90))
    return np.asarray(picture * 0.7 + 30, np.uint8)


def test_a_code_is_held_before_the_camera() -> None:
    with closing(Shown(held(qr_code("[facility]\nkiosk_id = 'a'\n", 4)))) as camera:
        assert before_camera(camera, limit_s=10) == b"[facility]\nkiosk_id = 'a'\n"


def test_nobody_holds_a_code_before_the_camera() -> None:
    with closing(Shown()) as camera:
        assert before_camera(camera, limit_s=0.2) is None


@pytest.mark.parametrize(
    ("sheet", "said"),
    [
        (f"x = {'[' * 3000}", "nested too deep"),
        ("[facility]\nkiosk_id = 2026-11-28", "settings.facility.kiosk_id"),
        ('[certificates]\nclient = "証明書"', "certificates.client"),
        ('[[staff]]\nname = "受付"\npin = "１２３４"', "staff.0.pin"),
    ],
)
def test_a_strange_sheet_is_refused_in_words(config: Path, sheet: str, said: str) -> None:
    with pytest.raises(SetupFault, match=said):
        taken(config, sheet)
    assert people(config) == []
