"""A broken configuration is one clear line that names the file and the remedy."""

from pathlib import Path

import pytest

from kiosk.config_file import load
from kiosk.errors import SetupFault
from kiosk.installed_files import check_configuration_file, check_files

GOOD = """
[facility]
code = "1312345678"
[service]
url = "https://localhost:8443"
authority = "pki/authority.pem"
certificate = "pki/client.pem"
key = "pki/client.key"
statement_key = "pki/statement.key"
[storage]
results = "results"
state = "state"
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "uketsuke.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_relative_paths_belong_to_the_file(tmp_path: Path) -> None:
    config = load(written(tmp_path, GOOD))
    assert config.storage.results == tmp_path / "results"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[facility", "not valid TOML"),
        (GOOD.replace("1312345678", "12"), "facility.code"),
        (GOOD.replace("[storage]", "[storag]"), "storage"),
        (GOOD.replace("https://localhost:8443", "http://localhost:8443"), "service.url"),
        (GOOD.replace("https://localhost:8443", "localhost:8443"), "service.url"),
        (GOOD.replace("https://localhost:8443", "https://:8443"), "service.url"),
        (GOOD.replace("https://localhost:8443", "https://exa mple:8443"), "service.url"),
        (GOOD.replace("https://localhost:8443", "https://example:port"), "service.url"),
        (GOOD + "[camera]\nkind = 'webcam'\n", "camera.kind"),
        (GOOD + "[screen]\nturn_degrees = 45\n", "screen.turn_degrees"),
    ],
)
def test_broken_files_are_named_with_what_is_wrong(tmp_path: Path, text: str, said: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(SetupFault, match=said) as raised:
        load(path)
    assert str(path) in str(raised.value)
    assert "\n" not in str(raised.value)


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(SetupFault, match="does not exist"):
        load(tmp_path / "none.toml")


def test_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UKETSUKE_SERVICE__URL", "https://other:1")
    assert load(written(tmp_path, GOOD)).service.url == "https://other:1"


def test_drop_ins_are_laid_over_the_file_in_the_order_of_their_names(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD + "[camera]\ndevice = '2'\nplace = 'left'\n")
    drop_ins = tmp_path / "conf.d"
    drop_ins.mkdir()
    (drop_ins / "20-room.toml").write_text("[camera]\nplace = 'right'\n", "utf-8")
    (drop_ins / "10-ring.toml").write_text("[camera]\nplace = 'below'\n", "utf-8")
    (drop_ins / "30-off.toml.disabled").write_text("[camera]\nplace = 'above'\n", "utf-8")
    camera = load(path).camera
    assert (camera.device, camera.place) == ("2", "right")


def test_a_broken_drop_in_is_named(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD)
    (tmp_path / "conf.d").mkdir()
    (tmp_path / "conf.d" / "room.toml").write_text("[camera\n", "utf-8")
    with pytest.raises(SetupFault, match=r"conf\.d/room\.toml is not valid TOML"):
        load(path)


def test_a_drop_in_that_others_may_write_is_not_used(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD)
    (tmp_path / "conf.d").mkdir()
    drop_in = tmp_path / "conf.d" / "room.toml"
    drop_in.write_text("", "utf-8")
    drop_in.chmod(0o666)
    with pytest.raises(SetupFault, match=r"room\.toml can be written by others"):
        check_configuration_file(path)


def test_missing_certificate_is_named(tmp_path: Path) -> None:
    config = load(written(tmp_path, GOOD))
    with pytest.raises(SetupFault, match=r"service\.authority.*authority\.pem"):
        check_files(config)


@pytest.mark.parametrize(
    "setting",
    [
        "[reader]\ntransport = 'loopback'\n",
        "[identity]\nsurface = 'simulated'\n",
        "[camera]\nkind = 'simulated'\n",
        "[simulation]\nstage = 's'\ncards = 'c'\nphotos = 'p'\n",
    ],
)
def test_a_simulator_cannot_be_configured(tmp_path: Path, setting: str) -> None:
    with pytest.raises(SetupFault):
        load(written(tmp_path, GOOD + setting))


KEY = "[identity]\nproof = '{proof}'\ncard_face_authority = 'pki/card-face.pem'\n"


@pytest.mark.parametrize("proof", ["attested", "terminal"])
def test_a_photo_that_nobody_vouches_for_proves_nothing(tmp_path: Path, proof: str) -> None:
    config = load(written(tmp_path, GOOD + f"[identity]\nproof = '{proof}'\n"))
    with pytest.raises(SetupFault, match=r"needs identity\.card_face_authority.*\"none\""):
        check_files(config)


def test_a_missing_key_for_face_records_is_named(tmp_path: Path) -> None:
    config = load(written(tmp_path, GOOD + KEY.format(proof="attested")))
    with pytest.raises(SetupFault, match=r"card_face_authority: .*card-face\.pem is missing"):
        check_files(config)


def test_with_the_pin_alone_no_key_for_face_records_is_needed(tmp_path: Path) -> None:
    config = load(written(tmp_path, GOOD + KEY.format(proof="none")))
    with pytest.raises(SetupFault, match=r"service\.authority"):
        check_files(config)


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("[facility]\ncode = '１３１２３４５６７８'\n", "facility.code"),
        ('[storage]\nstate = "state\\u0000"\n', "storage.state holds a letter that cannot be"),
        ("[service]\nurl = 'https://a\u200b.example'\n", "service.url holds a letter"),
        ("[facility.what_next]\ndefault = '\u202e2'\n", "facility.what_next.default holds"),
        (f"x = {'[' * 3000}", "nested too deep"),
    ],
)
def test_what_is_typed_or_pasted_wrongly_is_named(tmp_path: Path, setting: str, said: str) -> None:
    path = written(tmp_path, GOOD)
    (tmp_path / "conf.d").mkdir()
    (tmp_path / "conf.d" / "typed.toml").write_text(setting, "utf-8")
    with pytest.raises(SetupFault, match=said):
        load(path)


def test_words_may_have_wide_spaces_and_lines(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD)
    (tmp_path / "conf.d").mkdir()
    words = '[facility.what_next]\ndefault = "2番\u3000窓口\\n待合"\n'
    (tmp_path / "conf.d" / "words.toml").write_text(words, "utf-8")
    assert load(path).facility.what_next.default == "2番\u3000窓口\n待合"
