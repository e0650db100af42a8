"""The kiosk's statement: what is signed is exactly what is stated."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from qualification.port import IdentityMethod
from qualification.statement import (
    Statement,
    is_signed_by,
    load_private_key,
    load_public_key,
    sign,
)
from simulation.service.pki import make_pki

STATEMENT = Statement(
    method=IdentityMethod.FACE,
    challenge_id="challenge",
    nonce=bytes(32),
    certificate_sha256=bytes(range(32)),
    kiosk_id="kiosk-1",
    stated_at=datetime(2026, 11, 23, 1, 2, 3, 456000, tzinfo=UTC),
)


def test_registered_key_verifies_what_the_kiosk_signed(tmp_path: Path) -> None:
    kiosk = make_pki(tmp_path, "1312345678", "kiosk-1", datetime.now(UTC)).kiosk
    public = load_public_key(kiosk.statement_key.with_suffix(".pem"))
    assert is_signed_by(STATEMENT, sign(STATEMENT, load_private_key(kiosk.statement_key)), public)


@pytest.mark.parametrize(
    "changed",
    [
        replace(STATEMENT, method=IdentityMethod.STAFF),
        replace(STATEMENT, challenge_id="another"),
        replace(STATEMENT, nonce=b"\x01" * 32),
        replace(STATEMENT, certificate_sha256=bytes(32)),
        replace(STATEMENT, kiosk_id="kiosk-2"),
        replace(STATEMENT, stated_at=STATEMENT.stated_at + timedelta(milliseconds=1)),
    ],
    ids=["method", "challenge", "nonce", "certificate", "kiosk", "time"],
)
def test_signature_covers_every_part(tmp_path: Path, changed: Statement) -> None:
    kiosk = make_pki(tmp_path, "1312345678", "kiosk-1", datetime.now(UTC)).kiosk
    signature = sign(STATEMENT, load_private_key(kiosk.statement_key))
    public = load_public_key(kiosk.statement_key.with_suffix(".pem"))
    assert not is_signed_by(changed, signature, public)


def test_parts_cannot_run_into_each_other() -> None:
    one = replace(STATEMENT, challenge_id="ab", kiosk_id="c")
    other = replace(STATEMENT, challenge_id="a", kiosk_id="bc")
    assert one.canonical_bytes() != other.canonical_bytes()
