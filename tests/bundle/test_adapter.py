"""A maker's terminal, unpacked beside the bundle's program, is found and made there."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from kiosk.worker.terminal import FOLDER
from simulation.card_slot.pcscd import PrivatePcscd, why_unavailable
from tests.unit.kiosk.installation import LOG_NAME, NO_CAMERA, install
from tests.unit.kiosk.real_kiosk import running
from tests.unit.terminal.installed import install_adapter

ADAPTER = """
from pathlib import Path
from reader.errors import BadCardAnswer

class Terminal:
    def __init__(self):
        Path({made!r}).write_text("")

    def sign(self, transmit, method, nonce):
        raise BadCardAnswer("no terminal")
"""


@pytest.fixture
def adapters(bundle: Path) -> Iterator[Path]:
    folder = bundle / FOLDER
    folder.mkdir()
    yield folder
    shutil.rmtree(folder)


@pytest.mark.skipif(why_unavailable() is not None, reason=str(why_unavailable()))
def test_an_adapter_beside_the_program_is_made(
    program: Path, adapters: Path, tmp_path: Path
) -> None:
    made = tmp_path / "made"
    install_adapter(adapters, "acme", "acme_terminal", ADAPTER.format(made=str(made)), "Terminal")
    authority = rsa.generate_private_key(65537, 2048).public_key()
    (tmp_path / "authority.pem").write_bytes(
        authority.public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )
    )
    identity = "[identity]\nproof = 'terminal'\ncard_face_authority = 'authority.pem'\n"
    with (
        PrivatePcscd() as daemon,
        running(
            install(tmp_path, f"{NO_CAMERA}{identity}[sound]\nkind = 'none'\n"),
            {**os.environ, **daemon.environment, "QT_QPA_PLATFORM": "offscreen"},
            log_file=tmp_path / LOG_NAME,
            program=[program],
        ) as kiosk,
    ):
        kiosk.wait_until_open()
        kiosk.wait_for("the adapter", made.exists)
    assert (kiosk.process.returncode, kiosk.said) == (0, "")
