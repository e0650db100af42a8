"""Commands, status words and data objects, byte by byte."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import apdu, tlv
from reader.card_face import day_of
from reader.errors import BadCardAnswer, CardFault, CardProblem
from reader.exchange import Exchange
from reader.jpki import TokenKind, read_auth_certificate, read_token
from tests.unit.reader.direct import ScriptedConnection, raises_card

SELECT_JPKI = "00A4040C0AD392F000260100000001"
LABEL = "00B0860020"


def test_commands() -> None:
    for command, expected in (
        (apdu.select_application(apdu.JPKI_AP), SELECT_JPKI),
        (apdu.select_file(0x000A), "00A4020C02000A"),
        (apdu.read_binary(0x0100, 256), "00B0010000"),
        (apdu.read_binary(0x0500, 17), "00B0050011"),
        (apdu.read_binary_of(0x000A, 256), "00B08A0000"),
        (apdu.read_record_of(0x0001, 1), "00B2010C00"),
        (apdu.QUERY_TRIES, "00200080"),
        (apdu.verify(bytearray(b"1234")), "002000800431323334"),
        (apdu.sign(b"\x30\x31", apdu.CURRENT_KEY), "802A008002303100"),
        (apdu.sign(b"\x30\x31", apdu.DEFAULT_KEY), "802A000002303100"),
    ):
        assert bytes(command).hex().upper() == expected


def test_digest_info_is_51_bytes_of_der() -> None:
    assert len(apdu.digest_info(bytes(32))) == 51
    assert tlv.total_length(apdu.digest_info(bytes(32))) == 51


@pytest.mark.parametrize(
    ("sw", "left"),
    [(0x63C3, 3), (0x63C0, 0), (0x63CA, 10), (0x6984, 0), (0x6983, 0), (0x6300, None),
     (0x9000, None), (0x6A82, None)],
)  # fmt: skip
def test_tries_left(sw: int, left: int | None) -> None:
    assert apdu.tries_left(sw) == left


def test_status_words_have_names() -> None:
    assert apdu.sw_name(0x6A82) == "6A82 NO_FILE"
    assert apdu.sw_name(0x1234) == "1234"


def test_objects_with_short_and_long_lengths() -> None:
    data = bytes.fromhex("DF220131 DF2482000401020304 9003010001")
    tags = {item.tag: bytes(item.value).hex() for item in tlv.children(data)}
    assert tags == {0xDF22: "31", 0xDF24: "01020304", 0x90: "010001"}


@pytest.mark.parametrize(
    ("start", "length"), [("DF228180", 4 + 128), ("DF22820100", 5 + 256), ("DF22820000", 5)]
)
def test_how_long_an_object_is_can_be_told_from_its_header_alone(start: str, length: int) -> None:
    assert tlv.total_length(bytes.fromhex(start)) == length


@pytest.mark.parametrize("start", ["DF2281", "DF2282", "DF228201"])
def test_a_header_that_is_cut_off_tells_no_length(start: str) -> None:
    with pytest.raises(BadCardAnswer, match="cut off"):
        tlv.total_length(bytes.fromhex(start))


@pytest.mark.parametrize("start", ["DF2280", "DF2283000001"])
def test_a_length_in_a_form_that_no_card_uses_is_none(start: str) -> None:
    with pytest.raises(BadCardAnswer, match="form"):
        tlv.total_length(bytes.fromhex(start))


@pytest.mark.parametrize(
    ("tag", "length", "header"),
    [
        (0xFF40, 0x9F, "FF4082009F"),
        (0xDF31, 0x04, "DF3104"),
        (0xFF, 0x7F, "FF7F"),
        (0xFF, 0x80, "FF820080"),
    ],
)
def test_the_card_writes_lengths_from_128_on_with_two_bytes(
    tag: int, length: int, header: str
) -> None:
    assert tlv.encode(tag, bytes(length)) == bytes.fromhex(header) + bytes(length)


@pytest.mark.parametrize("data", ["DF220131DF230132", "DF230131", ""])
def test_one_object_is_wanted_and_no_other(data: str) -> None:
    assert bytes(tlv.only(bytes.fromhex("DF220131"), 0xDF22).value) == b"1"
    with pytest.raises(BadCardAnswer, match="DF22"):
        tlv.only(bytes.fromhex(data), 0xDF22)


@pytest.mark.parametrize(
    "data",
    [
        "DF",
        "DF22",
        "DF2205AA",
        "DF2282",
        "DF228201",
        "DF22830000010A",
        "DF2280",
        "DFA20100",
        "FFFF",
    ],
)
def test_broken_objects_are_refused(data: str) -> None:
    with pytest.raises(BadCardAnswer):
        tlv.children(bytes.fromhex(data))


def test_a_tag_twice_is_refused() -> None:
    with pytest.raises(BadCardAnswer):
        tlv.by_tag(bytes.fromhex("DF220131DF220132"))


@given(st.binary(max_size=80))
def test_no_bytes_make_the_parser_do_anything_but_parse_or_refuse(data: bytes) -> None:
    try:
        items = tlv.children(data)
    except BadCardAnswer:
        return
    assert b"".join(bytes(item.whole) for item in items) == data


@given(st.binary(max_size=12))
def test_dates_are_dates_or_refused(digits: bytes) -> None:
    with suppress(BadCardAnswer):
        day = day_of(digits)
        assert f"{day.year:04d}{day.month:02d}{day.day:02d}".encode() == digits


def exchange(answers: dict[str, str]) -> Exchange:
    return Exchange(ScriptedConnection(answers))


@pytest.mark.parametrize("kind", list(TokenKind))
def test_what_carries_the_application(kind: TokenKind) -> None:
    label = kind.value.ljust(32).encode().hex()
    assert read_token(exchange({SELECT_JPKI: "9000", LABEL: label + "9000"})).kind is kind


@pytest.mark.parametrize("sw", ["6A82", "6D00", "6A86", "6E00", "6999"])
def test_another_card(sw: str) -> None:
    with raises_card(CardProblem.OTHER_CARD):
        read_token(exchange({SELECT_JPKI: sw}))


def test_an_unknown_label_is_another_card() -> None:
    with raises_card(CardProblem.OTHER_CARD):
        read_token(exchange({SELECT_JPKI: "9000", LABEL: "FF" * 32 + "9000"}))


def test_a_card_that_only_faults_is_damaged() -> None:
    with pytest.raises(BadCardAnswer):
        read_token(exchange({SELECT_JPKI: "6F00"}))


def test_a_card_without_short_file_ids_is_read_by_selecting() -> None:
    connection = ScriptedConnection(
        {
            SELECT_JPKI: "9000",
            "00A4020C020006": "9000",
            "00B0000020": b"JPKIAPICCTOKEN2".ljust(32).hex() + "9000",
            "00A4020C02000A": "9000",
            "00B0000000": "3003020101" + "00" * 251 + "9000",
        }
    )
    talk = Exchange(connection)
    assert read_token(talk).kind is TokenKind.CARD
    assert read_auth_certificate(talk) == bytes.fromhex("3003020101")
    assert [c.hex() for c in connection.commands].count("00b08a0000") == 0


@pytest.mark.parametrize("blank", ["00", "FF"])
def test_no_certificate(blank: str) -> None:
    with raises_card(CardProblem.NO_CERTIFICATE):
        read_auth_certificate(exchange({SELECT_JPKI: "9000", "00B08A0000": blank * 256 + "9000"}))


@pytest.mark.parametrize(
    "start", ["", "3082FFFF", "3083010000", "310305", "30", "3082012C" + "00" * 10]
)
def test_a_certificate_with_a_false_length(start: str) -> None:
    with pytest.raises(BadCardAnswer):
        read_auth_certificate(exchange({SELECT_JPKI: "9000", "00B08A0000": start + "9000"}))


@given(st.binary(min_size=2, max_size=258))
def test_no_answer_makes_reading_loop_or_fall_over(answer: bytes) -> None:
    class Echo(ScriptedConnection):
        def transmit(self, apdu: bytes | bytearray) -> tuple[bytes, int]:
            self.commands.append(bytes(apdu))
            if apdu[1] == 0xA4:
                return b"", 0x9000
            return answer[:-2], int.from_bytes(answer[-2:], "big")

    connection = Echo({})
    with suppress(BadCardAnswer, CardFault):
        read_auth_certificate(Exchange(connection))
    assert len(connection.commands) < 40
