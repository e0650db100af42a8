"""The virtual card against the rules observed on real ones (sources: card 1 to 4)."""

import hashlib
import time
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from reader import tlv
from reader.air_time import air_time_ms
from reader.apdu import digest_info
from reader.card_face import public_key_of
from reader.number_b import number_b_of
from simulation.card.card import VirtualCard, private_key
from simulation.card.content import CardContent
from simulation.card.faults import FaultPlan, NoCard
from simulation.card.memory import CardMemory
from tests.unit.reader.conftest import NewCard

JPKI = "00A4040C0AD392F000260100000001"
FACE = "00A4040C0AD3921000310001010402"
TEXT = "00A4040C0AD3921000310001010408"
RESIDENT = "00A4040C0AD3921000310001010401"
COMMON = "00A4040C0AD3921000310001010100"
WRONG_PIN, RIGHT_PIN = "002000800439393939", "002000800431323334"
SIGN = "802A008033" + "3031300D060960864801650304020105000420" + "11" * 32 + "00"


def say(card: VirtualCard, *commands: str) -> list[str]:
    """Answers: status words alone, or the data's length before them."""
    answers = []
    for command in commands:
        answer = card.transmit(bytes.fromhex(command))
        length = f"{len(answer) - 2}:" if len(answer) > 2 else ""
        answers.append(length + answer[-2:].hex().upper())
    return answers


@pytest.mark.parametrize(
    ("commands", "answers"),
    [
        ([JPKI, "00A4020C020018", "00200080"], ["9000", "9000", "63C3"]),
        (["00A40000"], ["6A86"]),
        ([JPKI, "00A40000", "00A4020C020018"], ["9000", "9000", "9000"]),
        (["00A4040C06D392F0002601"], ["9000"]),  # a prefix of the AID
        (["00A4040C02D392"], ["6A82"]),  # too short to mean one card
        (["00A4020C020018"], ["6A82"]),  # no application yet
        ([JPKI, "00A4020C020099"], ["9000", "6A82"]),
        ([JPKI, "00A4040C07A0000000031010", "00A4020C02000A"], ["9000", "6A82", "9000"]),
        ([JPKI, "00B0000000"], ["9000", "6986"]),
        ([JPKI, "00A4020C02000A", "00B0000004"], ["9000", "9000", "4:9000"]),
        ([JPKI, "00B08A0000", "00B0010001", "00B07F0000"], ["9000", "256:9000", "1:9000", "6B00"]),
        ([JPKI, "00A4020C020001", "00B0000004"], ["9000", "9000", "6982"]),
        ([JPKI, "00A4020C020018", "00B0000004"], ["9000", "9000", "6981"]),
        ([JPKI, "00A4020C02000A", "00200080"], ["9000", "9000", "6981"]),
        ([JPKI, "00A4020C020017", SIGN], ["9000", "9000", "6982"]),
        ([FACE, "00B0820000"], ["9000", "6982"]),
        ([FACE, "802A0000" + SIGN[8:]], ["9000", "256:9000"]),
        ([COMMON, "00B2010C00", "00B2020C00"], ["9000", "30:9000", "6A83"]),
        (["0084000010"], ["16:9000"]),
        (["00CADF3005", "00CA00F200", "00CA7F2100"], ["6A88", "8:9000", "6700"]),
        ([JPKI, "00CA00F200"], ["9000", "6A88"]),  # the card's own data: before any application
        ([TEXT, "00B0850000", "00B0830000"], ["9000", "256:9000", "6982"]),
        ([TEXT, "00A4020C020012", "00200080", RIGHT_PIN], ["9000", "9000", "63C0", "6984"]),
        ([RESIDENT, "00A4020C02001C", "00200080"], ["9000", "9000", "63C3"]),
        ([COMMON, "0088009904DEADBEEF00"], ["9000", "256:9000"]),
        ([FACE, "0088009A04DEADBEEF00"], ["9000", "6985"]),
        ([JPKI, "0CA40200020018", "0CB0000000"], ["9000", "6882", "69FC"]),
        ([FACE, "802A0600" + SIGN[8:], "802A02000411223344" + "00"], ["9000", "6A86", "6985"]),
        ([JPKI, "80FC0000"], ["9000", "6700"]),
        (["00FF0000", "A0A40000", "01A4040C", "00"], ["6D00", "6E00", "6881", "6700"]),
    ],
)  # fmt: skip
def test_answers(new_card: NewCard, commands: list[str], answers: list[str]) -> None:
    assert say(new_card(), *commands) == answers


def test_counting_down_locking_and_asking(new_card: NewCard) -> None:
    card = new_card()
    assert say(card, JPKI, "00A4020C020018", WRONG_PIN, WRONG_PIN, WRONG_PIN) == [
        "9000", "9000", "63C2", "63C1", "63C0",
    ]  # fmt: skip
    assert say(card, "00200080", WRONG_PIN, RIGHT_PIN, "00200080") == [
        "63C0", "6984", "6984", "63C0",
    ]  # fmt: skip


def test_a_right_pin_opens_the_key_and_gives_the_tries_back(new_card: NewCard) -> None:
    card = new_card()
    assert say(card, JPKI, "00A4020C020018", WRONG_PIN, RIGHT_PIN, "00200080") == [
        "9000", "9000", "63C2", "9000", "63C3",
    ]  # fmt: skip
    assert say(card, "00A4020C020017", SIGN) == ["9000", "256:9000"]


@pytest.mark.parametrize("how", ["power", "select"])
def test_what_ends_a_verified_pin(new_card: NewCard, how: str) -> None:
    card = new_card()
    say(card, JPKI, "00A4020C020018", RIGHT_PIN)
    if how == "power":
        card.power_off()
        card.power_on()
    assert say(card, JPKI, "00A4020C020017", SIGN)[-1] == "6982"


def test_a_warm_reset_does_not_select_but_keeps_the_pin_count(new_card: NewCard) -> None:
    card = new_card()
    say(card, JPKI, "00A4020C020018", WRONG_PIN)
    card.reset()
    assert say(card, "00A4020C020018", JPKI, "00A4020C020018", "00200080") == [
        "6A82", "9000", "9000", "63C2",
    ]  # fmt: skip


def test_counters_outlive_power_and_the_process(new_card: NewCard, tmp_path: Path) -> None:
    state = tmp_path / "tries.json"
    say(new_card(memory=CardMemory(state)), JPKI, "00A4020C020018", WRONG_PIN)
    card = new_card(memory=CardMemory(state))
    assert say(card, JPKI, "00A4020C020018", "00200080")[-1] == "63C2"


def test_planned_faults(new_card: NewCard) -> None:
    card = new_card(FaultPlan(status_words={1: 0x6F00}, truncate={3: 2}, remove_at=4))
    assert say(card, JPKI, JPKI, "0084000010") == ["6F00", "9000", "2:9000"]
    with pytest.raises(NoCard):
        say(card, JPKI)


CHANGE_PIN = "002401800439383736"


def test_a_changed_pin_outlives_power_and_the_process(new_card: NewCard, tmp_path: Path) -> None:
    state = tmp_path / "card.state"
    card = new_card(memory=CardMemory(state))
    assert say(card, JPKI, "00A4020C020018", CHANGE_PIN)[-1] == "6982"
    assert say(card, RIGHT_PIN, "00240180021234", CHANGE_PIN) == ["9000", "6A80", "9000"]
    later = new_card(memory=CardMemory(state))
    assert say(later, JPKI, "00A4020C020018", RIGHT_PIN, "002000800439383736") == [
        "9000", "9000", "63C2", "9000",
    ]  # fmt: skip


def test_pins_of_the_older_applications_change_by_their_own_command(new_card: NewCard) -> None:
    card = new_card()
    change_key = "803200800439383736"
    assert say(card, COMMON, "00A4020C02001C", RIGHT_PIN, CHANGE_PIN, change_key) == [
        "9000", "9000", "9000", "6D00", "9000",
    ]  # fmt: skip
    assert say(card, JPKI, "00A4020C020018", RIGHT_PIN, change_key)[-1] == "6D00"


def test_numbers_that_the_issuer_sets_cannot_be_changed(
    new_card: NewCard, hanako: CardContent
) -> None:
    number = number_b_of(hanako.surface.reading).hex()
    card = new_card()
    answers = say(card, FACE, "00A4020C020012", f"002000800E{number}", f"002401800E{number}")
    assert answers[2:] == ["9000", "6982"]


DATA = b"what is to be signed"
DIGEST = hashlib.sha256(DATA).digest()
PKCS, PSS = padding.PKCS1v15(), padding.PSS(padding.MGF1(hashes.SHA256()), 32)


@pytest.mark.parametrize(
    ("scheme", "data", "verified_as"),
    [
        ("00", digest_info(DIGEST), PKCS),
        ("02", DIGEST, PKCS),
        ("03", DATA, PKCS),
        ("04", DIGEST, PSS),
        ("05", DATA, PSS),
    ],
)
def test_every_scheme_of_signing(
    new_card: NewCard, hanako: CardContent, scheme: str, data: bytes, verified_as: Any
) -> None:
    card = new_card()
    command = f"802A{scheme}00{len(data):02X}{data.hex()}00"
    say(card, FACE)
    answer = card.transmit(bytes.fromhex(command))
    assert answer[-2:] == b"\x90\x00"
    public_key(hanako, "card_face").verify(answer[:-2], DATA, verified_as, hashes.SHA256())


def test_the_bare_hash_is_signed_without_its_name(new_card: NewCard, hanako: CardContent) -> None:
    card = new_card()
    say(card, FACE)
    answer = card.transmit(bytes.fromhex(f"802A0100{len(DATA):02X}{DATA.hex()}00"))
    recovered = public_key(hanako, "card_face").recover_data_from_signature(answer[:-2], PKCS, None)
    assert recovered == DIGEST


def test_the_signed_files_of_the_input_application_hold(hanako: CardContent) -> None:
    """Verified the way other people's software does it (sources: card 6)."""
    files = next(a for a in hanako.applications if a.name == "card_face_input").files
    body = tlv.by_tag(tlv.only(files[4].content, 0x7F21).value)[0x5F4E].value
    signer = public_key_of(bytes(body[32:]))
    signed = tlv.by_tag(tlv.only(files[3].content, 0xFF30).value)
    assert len(files[3].content) == 336
    assert signed[0xDF31].value == hashlib.sha256(files[1].content).digest()
    parts = bytes(signed[0xDF31].whole) + bytes(signed[0xDF32].whole)
    signer.verify(bytes(signed[0xDF33].value), parts, PKCS, hashes.SHA256())
    key = tlv.by_tag(tlv.only(files[7].content, 0xFF50).value)
    signer.verify(bytes(key[0xDF52].value), bytes(key[0xDF51].whole), PKCS, hashes.SHA256())
    assert (len(files[1].content), len(files[4].content), len(files[7].content)) == (17, 568, 536)


def public_key(content: CardContent, application: str) -> rsa.RSAPublicKey:
    keys = next(a for a in content.applications if a.name == application).keys
    return private_key(next(iter(keys.values()))).public_key()


def test_an_air_link_takes_the_time_of_its_model(new_card: NewCard, hanako: CardContent) -> None:
    card = VirtualCard(hanako, rate_kbit_s=106)
    started = time.monotonic()
    assert say(card, JPKI, "00B08A0000") == ["9000", "256:9000"]
    expected = air_time_ms(106, exchanges=2, transferred_bytes=15 + 2 + 5 + 258, rsa=0)
    assert time.monotonic() - started >= expected / 1000
    assert 31 < expected < 32
