"""Other people's software on our card: OpenSC, unmodified, through pcscd."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization

from simulation.card.card import VirtualCard
from simulation.card.content import CardContent, load_content
from simulation.card.memory import CardMemory
from simulation.card_slot.pcscd import PrivatePcscd
from tests.unit.reader.bench import PcscBench, announced
from tests.unit.reader.conftest import NewCard

LIMIT_S = 300


@dataclass(frozen=True)
class KeyOf:
    """One of the two keys, as OpenSC names it."""

    id: str
    token: str
    pin: str
    wrong_pin: str
    certificate_file: int
    memory: str
    tries: int


AUTH = KeyOf("01", "JPKI (User Authentication PIN)", "1234", "9999", 0x0A, "jpki.0018", 3)
SIGN = KeyOf("02", "JPKI (Digital Signature PIN)", "ABC123", "XYZ999", 0x01, "jpki.001B", 5)
BOTH = pytest.mark.parametrize("key", [AUTH, SIGN], ids=["auth", "sign"])

Tool = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def tool(daemon: PrivatePcscd, pcscd_bench: PcscBench) -> Tool:
    """Runs a program that finds the reader."""

    def run(*command: str) -> "subprocess.CompletedProcess[str]":
        path = shutil.which(command[0])
        if path is None:
            pytest.skip(f"{command[0]} is not installed (apt-get install opensc openssl)")
        return subprocess.run(
            [path, *command[1:]],
            env={"PATH": "/usr/bin:/bin"} | daemon.environment,
            capture_output=True,
            text=True,
            timeout=LIMIT_S,
            check=False,
        )

    return run


def output(done: "subprocess.CompletedProcess[str]") -> str:
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def certificate(content: CardContent, file_id: int) -> x509.Certificate:
    files = next(a for a in content.applications if a.name == "jpki").files
    return x509.load_der_x509_certificate(files[file_id].content)


def sign(tool: Tool, key: KeyOf, pin: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    (folder / "message").write_bytes(b"a message")
    return tool(
        "pkcs11-tool", "--sign", "-m", "SHA256-RSA-PKCS", "--id", key.id, "--token-label",
        key.token, "--login", "--pin", pin, "--input-file", str(folder / "message"),
        "--output-file", str(folder / "signature"),
    )  # fmt: skip


def test_it_lists_the_certificates(tool: Tool, pcscd_bench: PcscBench, new_card: NewCard) -> None:
    with announced(pcscd_bench, new_card()):
        listed = output(tool("pkcs15-tool", "--list-certificates"))
    assert listed.count("X.509 Certificate") == 4


@pytest.mark.parametrize(
    ("number", "file_id"), [("01", 0x0A), ("02", 0x01), ("03", 0x0B), ("04", 0x02)]
)
def test_it_reads_every_certificate(
    tool: Tool,
    pcscd_bench: PcscBench,
    new_card: NewCard,
    hanako: CardContent,
    number: str,
    file_id: int,
) -> None:
    with_pin = ("--verify-pin", "--auth-id", "02", "--pin", SIGN.pin) if number == "02" else ()
    with announced(pcscd_bench, new_card()):
        pem = output(tool("pkcs15-tool", "--read-certificate", number, *with_pin))
    assert x509.load_pem_x509_certificate(pem.encode()) == certificate(hanako, file_id)


@BOTH
def test_openssl_verifies_what_it_signs(
    tool: Tool,
    pcscd_bench: PcscBench,
    new_card: NewCard,
    hanako: CardContent,
    tmp_path: Path,
    key: KeyOf,
) -> None:
    with announced(pcscd_bench, new_card()):
        output(sign(tool, key, key.pin, tmp_path))
    public = certificate(hanako, key.certificate_file).public_key()
    (tmp_path / "public.pem").write_bytes(
        public.public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )
    )
    verified = tool(
        "openssl", "dgst", "-sha256", "-verify", str(tmp_path / "public.pem"),
        "-signature", str(tmp_path / "signature"), str(tmp_path / "message"),
    )  # fmt: skip
    assert output(verified) == "Verified OK\n"


@BOTH
def test_a_wrong_pin_counts_down_and_locks_and_the_card_is_still_listed(
    tool: Tool, pcscd_bench: PcscBench, new_card: NewCard, tmp_path: Path, key: KeyOf
) -> None:
    memory = CardMemory()
    with announced(pcscd_bench, new_card(memory=memory)):
        for left in reversed(range(key.tries)):
            assert sign(tool, key, key.wrong_pin, tmp_path).returncode != 0
            assert memory.tries_left("hanako", key.memory, key.tries) == left
        refused = sign(tool, key, key.pin, tmp_path)
        assert refused.returncode != 0
        listed = output(tool("pkcs15-tool", "--list-certificates", "--list-pins"))
    assert listed.count("X.509 Certificate") == 4
    assert "Tries left     : 0" in listed


@pytest.mark.parametrize("person", ["rokku", "kaomi", "akari"])
def test_it_accepts_other_kinds_of_card(
    tool: Tool, pcscd_bench: PcscBench, cards_dir: Path, person: str
) -> None:
    content = load_content(cards_dir, person)
    with announced(pcscd_bench, VirtualCard(content)):
        pem = output(tool("pkcs15-tool", "--read-certificate", "01"))
    assert x509.load_pem_x509_certificate(pem.encode()) == certificate(content, 0x0A)
