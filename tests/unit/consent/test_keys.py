"""The key file is made once, for its owner only, and says what to do when it cannot be used."""

import stat
from pathlib import Path

import pytest

from consent.errors import LedgerUnusable
from consent.keys import CREDENTIAL, KeyFile, LedgerKeys, kiosk_keys, subject_pseudonym


def test_a_key_is_made_on_first_use_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "state" / "consent.key"
    first, second = KeyFile(path).keys(), KeyFile(path).keys()
    assert first.encryption == second.encryption
    assert first.pseudonym == second.pseudonym
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [file.name for file in path.parent.iterdir()] == ["consent.key"]


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o777])
def test_a_key_open_to_others_is_refused_with_the_command_to_run(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "consent.key"
    KeyFile(path).keys()
    path.chmod(mode)
    with pytest.raises(LedgerUnusable, match=f"chmod 600 {path}"):
        KeyFile(path).keys()


@pytest.mark.parametrize(
    "content", [b"", b"uketsuke-consent-key-1\n", b"\xff\xfe", b"uketsuke-consent-key-1\nab\n"]
)
def test_a_damaged_key_is_refused_and_not_replaced(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "consent.key"
    path.write_bytes(content)
    path.chmod(0o600)
    with pytest.raises(LedgerUnusable, match="Restore it from the backup"):
        KeyFile(path).keys()
    assert path.read_bytes() == content


def test_an_audit_does_not_make_a_key(tmp_path: Path) -> None:
    path = tmp_path / "consent.key"
    with pytest.raises(LedgerUnusable, match="is missing"):
        KeyFile(path, create=False).keys()
    assert not path.exists()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where the folder should be")
    path = tmp_path / "state" / "consent.key"
    with pytest.raises(LedgerUnusable, match=str(path)):
        KeyFile(path).keys()


def test_a_key_never_shows_in_its_repr() -> None:
    keys = LedgerKeys.derive(bytes(32))
    assert repr(keys) == "LedgerKeys()"


def test_the_same_person_has_the_same_pseudonym_and_only_with_the_same_key() -> None:
    serial = 0x1234567890
    ours, others = LedgerKeys.derive(bytes(32)), LedgerKeys.derive(bytes(31) + b"\1")
    assert subject_pseudonym(ours.pseudonym, serial) == subject_pseudonym(ours.pseudonym, serial)
    assert subject_pseudonym(ours.pseudonym, serial) != subject_pseudonym(others.pseudonym, serial)
    assert subject_pseudonym(ours.pseudonym, serial) != subject_pseudonym(
        ours.pseudonym, serial + 1
    )


def test_a_credential_of_systemd_comes_before_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    state, given = tmp_path / "state", tmp_path / "credentials"
    given.mkdir()
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(given))
    in_file = kiosk_keys(state / "consent.key", state / "consent.sqlite").keys()
    assert (state / "consent.key").exists(), "without a credential there is a file"
    KeyFile(given / CREDENTIAL).keys()
    (given / CREDENTIAL).chmod(0o440)  # As systemd hands it over where it uses access lists.
    handed = kiosk_keys(state / "consent.key", state / "consent.sqlite").keys()
    assert handed.encryption != in_file.encryption
    assert (
        handed.encryption
        == kiosk_keys(tmp_path / "other" / "consent.key", state / "consent.sqlite")
        .keys()
        .encryption
    )
    assert not (tmp_path / "other").exists()


def test_a_damaged_credential_is_refused_and_not_replaced_by_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    (tmp_path / CREDENTIAL).write_bytes(b"uketsuke-consent-key-1\nnothing\n")
    with pytest.raises(LedgerUnusable, match="damaged"):
        kiosk_keys(tmp_path / "consent.key", tmp_path / "consent.sqlite").keys()
    assert not (tmp_path / "consent.key").exists()


def test_a_sealed_key_that_was_not_handed_over_is_named_and_not_replaced_by_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CREDENTIALS_DIRECTORY", raising=False)
    key, ledger, sealed = (tmp_path / name for name in ("key", "ledger", "sealed"))
    sealed.touch()
    with pytest.raises(LedgerUnusable, match=r"is sealed.*systemd-run"):
        kiosk_keys(key, ledger, sealed=sealed).keys()
    assert not key.exists()
    key.write_text(f"uketsuke-consent-key-1\n{'5a' * 32}\n", "ascii")  # Put back by hand.
    key.chmod(0o600)
    assert kiosk_keys(key, ledger, sealed=sealed).keys()


def test_a_ledger_whose_key_is_lost_gets_no_new_one(tmp_path: Path) -> None:
    key, ledger = tmp_path / "consent.key", tmp_path / "consent.sqlite"
    kiosk_keys(key, ledger).keys()
    ledger.touch()
    key.unlink()
    with pytest.raises(LedgerUnusable, match=r"is missing\. Restore it from the backup"):
        kiosk_keys(key, ledger).keys()
    assert not key.exists()
