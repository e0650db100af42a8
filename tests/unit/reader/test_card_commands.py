"""`uketsuke card …`, as whoever looks after the reader types it."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from typer.testing import CliRunner, Result

from common.errors import Fault
from kiosk.errors import SetupFault
from reader.card_face import load_authority
from reader.number_b import number_b_of
from simulation.card.card import VirtualCard
from simulation.card.content import CardContent, Pin, load_content
from simulation.card.faults import FaultPlan, parse_faults
from simulation.card.memory import CardMemory
from simulation.card_slot.pcscd import PrivatePcscd
from simulation.cli.card import card_commands
from tests.unit.reader.bench import PcscBench, announced
from tests.unit.reader.conftest import NewCard
from tests.waiting import eventually

LIMIT_S = 300
FIELDS = {
    "atr", "reader", "token_label", "kind", "auth_certificate", "pin_tries_left",
    "number_b_tries_left", "card_expires", "face_record", "four_attributes", "apdu_count",
    "bytes_sent", "bytes_received", "elapsed_ms", "air_time_ms", "error", "remarks",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _demo_world(cards_dir: Path, world_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of drawn faces, so that these tests need no set-up."""
    monkeypatch.setenv("UKETSUKE_DEMO_DIR", str(world_dir))


def uketsuke(*arguments: str, stdin: str = "") -> Result:
    """In this process, which saves the start of one for each."""
    return CliRunner().invoke(card_commands, arguments, input=stdin)


def read(*arguments: str, stdin: str = "") -> tuple[int, dict[str, Any]]:
    done = uketsuke("read", "--json", *arguments, stdin=stdin)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, told(done.stdout)


def told(stdout: str) -> dict[str, Any]:
    """The object; the presence monitor of this process may have logged beside it."""
    (line,) = (line for line in stdout.splitlines() if line.startswith("{"))
    found: dict[str, Any] = json.loads(line)
    assert set(found) == FIELDS
    return found


@pytest.fixture
def secrets(tmp_path: Path, cards_dir: Path) -> dict[str, str]:
    """Files with Hanako's PIN, a wrong one, her number and the authority."""
    surface = load_content(cards_dir, "hanako").surface
    contents = {"pin": "1234\n", "wrong": "9999\n", "number": number_b_of(surface.reading).decode()}
    for name, content in contents.items():
        (tmp_path / name).write_text(content)
    files = {name: str(tmp_path / name) for name in contents}
    return files | {"authority": str(cards_dir / "card_face_ca.pem")}


def test_everything_that_may_be_read(
    pcscd_bench: PcscBench,
    new_card: NewCard,
    secrets: dict[str, str],
    tmp_path: Path,
    cards_dir: Path,
) -> None:
    photo = tmp_path / "photo.jp2"
    with announced(pcscd_bench, new_card()):
        code, found = read(
            "--reader", "Virtual", "--pin-file", secrets["pin"], "--number-b-file",
            secrets["number"], "--photo", str(photo), "--authority", secrets["authority"],
        )  # fmt: skip
    assert (code, found["error"], found["remarks"]) == (0, None, [])
    assert (found["kind"], found["token_label"]) == ("card", "JPKIAPICCTOKEN2")
    assert found["atr"] == "3BE000FF8131FE4514"
    assert (found["pin_tries_left"], found["number_b_tries_left"]) == (3, 10)
    assert found["card_expires"] == "2031-05-05"
    record = found["face_record"]
    assert (record["birth_date"], record["signature"]) == ("1975-05-05", "valid")
    assert record["photo"] == {
        "format": "jp2", "width": 240, "height": 320, "bytes": photo.stat().st_size,
    }  # fmt: skip
    assert found["four_attributes"]["name"] == "見本　花子"
    issued = (cards_dir / "hanako" / "auth_certificate.der").read_bytes()
    read_back = x509.load_pem_x509_certificate(found["auth_certificate"]["pem"].encode())
    assert read_back == x509.load_der_x509_certificate(issued)
    assert found["air_time_ms"]["106"] > found["air_time_ms"]["848"] > 5 * found["apdu_count"]


def test_what_needs_a_secret_is_null_without_it(pcscd_bench: PcscBench, new_card: NewCard) -> None:
    with announced(pcscd_bench, new_card()):
        code, found = read()
    assert code == 0
    assert (found["face_record"], found["four_attributes"]) == (None, None)
    assert (found["pin_tries_left"], found["number_b_tries_left"]) == (3, 10)
    assert found["auth_certificate"]["issuer"].count("JPKI-TEST") == 1


def test_the_pin_from_standard_input_opens_the_attributes(
    pcscd_bench: PcscBench, new_card: NewCard
) -> None:
    with announced(pcscd_bench, new_card()):
        code, found = read("--pin-file", "-", stdin="1234\n")
    assert (code, found["four_attributes"]["birth_date"]) == (0, "1975-05-05")
    assert found["face_record"] is None


def test_a_wrong_pin_counts_down_and_locks(
    pcscd_bench: PcscBench, new_card: NewCard, secrets: dict[str, str]
) -> None:
    memory = CardMemory()
    ended = []
    with announced(pcscd_bench, new_card(memory=memory)):
        for name in ("wrong", "wrong", "wrong", "pin"):
            code, found = read("--pin-file", secrets[name])
            ended.append((code, found["pin_tries_left"]))
        assert read()[0] == 0
    assert ended == [(6, 2), (6, 1), (7, 0), (7, 0)]


@pytest.mark.parametrize(("digit", "tries_left"), [(13, 9), (9, 10)], ids=["code", "expiry"])
def test_a_wrong_number(
    pcscd_bench: PcscBench,
    new_card: NewCard,
    secrets: dict[str, str],
    digit: int,
    tries_left: int,
) -> None:
    """A number that cannot be this card's is not tried."""
    number = bytearray(Path(secrets["number"]).read_bytes())
    number[digit] ^= 1
    memory = CardMemory()
    with announced(pcscd_bench, new_card(memory=memory)):
        code, found = read("--number-b-file", "-", stdin=number.decode())
    assert (code, found["number_b_tries_left"]) == (6, tries_left)
    assert memory.tries_left("hanako", "card_face.0012", 10) == tries_left


def test_what_is_free_is_told_also_beside_a_wrong_pin(
    pcscd_bench: PcscBench, new_card: NewCard, secrets: dict[str, str]
) -> None:
    with announced(pcscd_bench, new_card()):
        code, found = read("--pin-file", secrets["wrong"], "--number-b-file", secrets["number"])
    assert (code, found["pin_tries_left"], found["number_b_tries_left"]) == (6, 2, 10)
    assert found["auth_certificate"]["subject"]
    assert found["card_expires"] == "2031-05-05"
    assert found["face_record"] is None


def test_another_pin_of_the_attributes_costs_one_try_and_never_a_second(
    pcscd_bench: PcscBench, new_card: NewCard, hanako: CardContent, secrets: dict[str, str]
) -> None:
    content = with_application(hanako, "card_face_input", pins=other_pin(hanako))
    memory = CardMemory()
    with announced(pcscd_bench, new_card(memory=memory, content=content)):
        for _ in range(3):
            code, found = read("--pin-file", secrets["pin"])
            assert (code, found["four_attributes"]) == (0, None)
            assert len(found["remarks"]) == 1
    assert memory.tries_left("hanako", "card_face_input.0011", 3) == 2


def other_pin(content: CardContent) -> dict[int, Pin]:
    pins = next(a for a in content.applications if a.name == "card_face_input").pins
    return {**pins, 0x11: pins[0x11].model_copy(update={"secret": "9753"})}


def test_a_copied_card_is_told(
    pcscd_bench: PcscBench,
    new_card: NewCard,
    hanako: CardContent,
    cards_other: CardContent,
    secrets: dict[str, str],
) -> None:
    """All that can be read is genuine; the key, which cannot be read, is another one."""
    keys = next(a for a in cards_other.applications if a.name == "card_face").keys
    with announced(pcscd_bench, new_card(content=with_application(hanako, "card_face", keys=keys))):
        code, found = read(
            "--number-b-file", secrets["number"], "--authority", secrets["authority"]
        )
    assert (code, found["face_record"]["signature"]) == (0, "invalid")
    assert "card_key" in found["remarks"][0]


def with_application(content: CardContent, name: str, **changes: object) -> CardContent:
    """The same card with one application changed."""
    changed = tuple(
        a.model_copy(update=changes) if a.name == name else a for a in content.applications
    )
    return content.model_copy(update={"applications": changed})


def test_a_card_of_another_kind(
    pcscd_bench: PcscBench, new_card: NewCard, hanako: CardContent, secrets: dict[str, str]
) -> None:
    """A credit card, say: none of our applications, and no secret is sent to it."""
    with announced(pcscd_bench, new_card(content=hanako.model_copy(update={"applications": ()}))):
        code, found = read("--pin-file", secrets["pin"])
    assert (code, found["kind"], found["apdu_count"]) == (5, None, 1)
    assert found["atr"] == "3BE000FF8131FE4514"


def test_a_forged_photo_is_told_and_not_given(
    pcscd_bench: PcscBench,
    new_card: NewCard,
    secrets: dict[str, str],
    tmp_path: Path,
    photos_dir: Path,
) -> None:
    from simulation.card.pki import new_key
    from tests.unit.reader.keys import public_pem

    other = tmp_path / "other.pem"
    other.write_bytes(public_pem(new_key()))
    assert load_authority(other.read_bytes())
    photo = tmp_path / "photo.jp2"
    with announced(pcscd_bench, new_card()):
        code, found = read(
            "--number-b-file", secrets["number"], "--authority", str(other), "--photo", str(photo)
        )
    assert (code, found["face_record"]["signature"]) == (0, "invalid")
    assert found["face_record"]["photo"] is None
    assert not photo.exists()


@pytest.mark.parametrize(
    ("person", "code", "kind"),
    [
        ("juki", 5, "juki_old"),
        ("keitai", 0, "android"),
        ("ringo", 0, "iphone"),
        ("kaomi", 0, "face_only"),
    ],
)
def test_what_lies_there_is_told(
    pcscd_bench: PcscBench, cards_dir: Path, person: str, code: int, kind: str
) -> None:
    with announced(pcscd_bench, VirtualCard(load_content(cards_dir, person))):
        ended, found = read()
    assert (ended, found["kind"]) == (code, kind)
    assert (found["auth_certificate"] is None) == (person in ("juki", "keitai"))


def test_no_reader_no_card_and_a_card_taken(pcscd_bench: PcscBench, new_card: NewCard) -> None:
    code, found = read("--reader", "no such reader")
    assert code == 3
    assert pcscd_bench.reader_name in found["error"]
    assert read("--reader", "uketsuke VIRTUAL")[0] == 4
    with announced(pcscd_bench, new_card(FaultPlan(remove_at=5))):
        code, found = read()
    assert (code, found["token_label"]) == (8, "JPKIAPICCTOKEN2")


def test_traffic_warns_and_hides_the_pin(
    pcscd_bench: PcscBench, new_card: NewCard, secrets: dict[str, str]
) -> None:
    with announced(pcscd_bench, new_card()):
        done = uketsuke("read", "--traffic", "--pin-file", secrets["pin"])
    assert "TRAFFIC IS RECORDED" in done.stderr.splitlines()[0]
    assert "> 0020008004 [4 bytes]" in done.stderr
    assert b"1234".hex() not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("read", "--pin-file", "nowhere"), "--pin-file"),
        (("read", "--pin-file", "-", "--number-b-file", "-"), "standard input"),
        (("serve", "--person", "nobody"), "nobody"),
        (("serve", "--person", "hanako", "--latency", "fast"), "nfc106"),
        (("serve", "--person", "hanako", "--fault", "sw@1"), "sw@N=6F00"),
        (("serve", "--person", "hanako", "--fault", "truncate@2=zz"), "truncate@N"),
        (("serve", "--person", "hanako", "--state", "/no/such/folder/file"), "--state"),
        (("read", "--pin-file", "/"), "Is a directory"),
        (("read", "--pin-file", "/dev/zero"), "4 digits"),
        (("read", "--pin-file", "/dev/null"), "4 digits"),
        (("read", "--number-b-file", "/dev/null"), "14 digits"),
        (("read", "--photo", "photo.jp2"), "--number-b-file"),
    ],
)
def test_what_is_wrong_is_one_clear_line(arguments: tuple[str, ...], word: str) -> None:
    done = uketsuke(*arguments)
    assert isinstance(done.exception, Exception)
    assert isinstance(done.exception, Fault)
    assert word in str(done.exception)
    assert len(str(done.exception).splitlines()) == 1


@pytest.mark.parametrize(
    "content", ["{", "[]", '{"tries": {"hanako/jpki.0018": 99}}', '{"pins": {"a": "ひみつ"}}']
)
def test_a_damaged_state_file_is_named_and_left_as_it_is(tmp_path: Path, content: str) -> None:
    state = tmp_path / "card.state"
    state.write_text(content)
    done = uketsuke("serve", "--person", "hanako", "--state", str(state))
    assert isinstance(done.exception, SetupFault)
    assert str(state) in str(done.exception)
    assert "Delete it" in str(done.exception)
    assert "ひみつ" not in str(done.exception)
    assert state.read_text() == content


@pytest.mark.parametrize("content", [b"1234", b"1234\r\n", b"\xef\xbb\xbf1234\r\n", b" 1234 \n\n"])
def test_a_pin_file_of_any_editor(
    pcscd_bench: PcscBench, new_card: NewCard, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "pin").write_bytes(content)
    with announced(pcscd_bench, new_card()):
        code, found = read("--pin-file", str(tmp_path / "pin"))
    assert (code, found["pin_tries_left"]) == (0, 3)


def test_a_photo_that_cannot_be_written_loses_nothing_else(
    pcscd_bench: PcscBench, new_card: NewCard, secrets: dict[str, str]
) -> None:
    with announced(pcscd_bench, new_card()):
        done = uketsuke(
            "read", "--json", "--number-b-file", secrets["number"], "--photo", "/no/such/folder/p"
        )
    assert told(done.stdout)["face_record"]["birth_date"] == "1975-05-05"
    assert isinstance(done.exception, SetupFault)


def test_faults_as_they_are_written() -> None:
    assert parse_faults("remove@7, sw@1=6f00,truncate@3=2,delay@4=1500") == FaultPlan(
        remove_at=7, status_words={1: 0x6F00}, truncate={3: 2}, delay_ms={4: 1500}
    )


def test_people_and_what_their_cards_hold() -> None:
    people = {p["key"]: p for p in json.loads(uketsuke("people", "--json").stdout)}
    assert people["hanako"]["number_b"] == "50050520314821"
    assert people["shinki"]["kind"] == "unregistered"
    assert people["akari"]["kind"] == "infant"
    assert "50050520314821" in uketsuke("people").stdout


@dataclass(frozen=True)
class Served:
    """A virtual card in a process of its own."""

    process: "subprocess.Popen[str]"
    state: Path

    def await_message(self, words: str) -> None:
        """Read what it says until these words come; at its end, fail."""
        stderr = self.process.stderr
        assert stderr is not None
        assert any(words in line for line in stderr)


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[..., Served]]:
    made: list[Served] = []

    def start(person: str, port: int, *arguments: str) -> Served:
        state = tmp_path / "card.state"
        command = [
            sys.executable, "-m", "kiosk.cli", "card", "serve", "--person", person,
            "--port", str(port), "--state", str(state), *arguments,
        ]  # fmt: skip
        made.append(
            Served(
                subprocess.Popen(command, stderr=subprocess.PIPE, text=True),
                state,
            )
        )
        return made[-1]

    yield start
    for served in made:
        served.process.terminate()
        served.process.communicate()


def in_a_process(*arguments: str, **options: Any) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "kiosk.cli", "card", "read", "--json", *arguments],
        capture_output=True,
        encoding="utf-8",
        timeout=LIMIT_S,
        check=False,
        **options,
    )


def test_a_served_card_is_read_and_remembers(
    daemon: PrivatePcscd, pcscd_bench: PcscBench, serve: Callable[..., Served]
) -> None:
    """Named as `card people` names him; also after its process was killed."""
    served = serve("見本　太郎", daemon.vpcd_port, "--latency", "nfc424")
    served.await_message("lies in the reader")
    assert eventually(lambda: read()[0] == 0)
    done = in_a_process("--pin-file", "-", input="0000")
    assert done.returncode == 6
    assert (told(done.stdout)["pin_tries_left"], done.stderr) == (2, "")
    assert '"taro/jpki.0018": 2' in served.state.read_text()
    assert served.state.stat().st_mode & 0o077 == 0
    served.process.kill()
    served.process.wait()
    again = serve("taro", daemon.vpcd_port)
    again.await_message("lies in the reader")
    assert eventually(lambda: read()[1]["pin_tries_left"] == 2)
    again.process.terminate()
    assert again.process.wait(LIMIT_S) == 0


def test_a_served_card_is_taken_as_planned(
    daemon: PrivatePcscd, pcscd_bench: PcscBench, serve: Callable[..., Served]
) -> None:
    served = serve("taro", daemon.vpcd_port, "--fault", "remove@2")
    served.await_message("lies in the reader")
    assert eventually(lambda: read()[0] == 8)
    served.await_message("taken, as planned")
    assert served.process.wait(LIMIT_S) == 0


def test_a_card_that_nobody_takes_says_what_is_missing(serve: Callable[..., Served]) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        served = serve("taro", closed.getsockname()[1])
        served.await_message("vsmartcard-vpcd")
    served.process.terminate()
    assert served.process.wait(LIMIT_S) == 0


def test_no_pcscd(tmp_path: Path) -> None:
    done = in_a_process(env=os.environ | {"PCSCLITE_CSOCK_NAME": str(tmp_path / "none")})
    assert (done.returncode, done.stderr) == (3, "")
    assert "pcscd" in told(done.stdout)["error"]
