"""The demo's certificates: made once, renewed in time, keys for nobody else."""

import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509

from simulation.service.pki import make_pki

NOW = datetime(2026, 11, 23, tzinfo=UTC)
FACILITY = "1312345678"


def _contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_what_is_current_is_left_alone(tmp_path: Path) -> None:
    assert make_pki(tmp_path, FACILITY, "kiosk-1", NOW).made
    before = _contents(tmp_path)
    assert make_pki(tmp_path, FACILITY, "kiosk-1", NOW + timedelta(days=300)).made == ()
    assert _contents(tmp_path) == before


def test_certificates_are_renewed_a_month_before_they_end(tmp_path: Path) -> None:
    make_pki(tmp_path, FACILITY, "kiosk-1", NOW)
    later = NOW + timedelta(days=340)
    made = make_pki(tmp_path, FACILITY, "kiosk-1", later).made
    assert made == ("server.pem", "kiosks/kiosk-1/client.pem")
    server = x509.load_pem_x509_certificate((tmp_path / "server.pem").read_bytes())
    assert server.not_valid_after_utc > later + timedelta(days=300)


def test_new_authority_makes_all_certificates_anew(tmp_path: Path) -> None:
    make_pki(tmp_path, FACILITY, "kiosk-1", NOW)
    (tmp_path / "authority.key").unlink()
    made = make_pki(tmp_path, FACILITY, "kiosk-1", NOW).made
    assert set(made) == {"authority.pem", "server.pem", "kiosks/kiosk-1/client.pem"}


def test_broken_file_is_made_anew(tmp_path: Path) -> None:
    pki = make_pki(tmp_path, FACILITY, "kiosk-1", NOW)
    pki.server_certificate.write_bytes(b"half a cert")
    assert make_pki(tmp_path, FACILITY, "kiosk-1", NOW).made == ("server.pem",)


def test_another_facility_code_makes_another_client_certificate(tmp_path: Path) -> None:
    make_pki(tmp_path, FACILITY, "kiosk-1", NOW)
    pki = make_pki(tmp_path, "1398765432", "kiosk-1", NOW)
    assert pki.made == ("kiosks/kiosk-1/client.pem",)
    client = x509.load_pem_x509_certificate(pki.kiosk.certificate.read_bytes())
    assert client.subject.rfc4514_string() == "CN=kiosk-1,OU=1398765432"


def test_keys_are_for_their_owner_only(tmp_path: Path) -> None:
    make_pki(tmp_path, FACILITY, "kiosk-1", NOW)
    keys = list(tmp_path.rglob("*.key"))
    assert len(keys) == 4
    assert {stat.S_IMODE(key.stat().st_mode) for key in keys} == {0o600}


@pytest.mark.parametrize("facility_code", ["", "131234567", "13123456789", "131234567x"])
def test_facility_code_has_ten_digits(tmp_path: Path, facility_code: str) -> None:
    with pytest.raises(ValueError, match="ten digits"):
        make_pki(tmp_path, facility_code, "kiosk-1", NOW)


def test_kiosk_id_leads_into_no_other_folder(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="letters"):
        make_pki(tmp_path, FACILITY, "../server", NOW)
