"""OQS XML: by name, in any order, in both encodings, nothing lost, nothing expanded."""

import random
from datetime import UTC, date, datetime
from xml.etree import ElementTree as ET

import pytest

from common.codes import LimitCategory
from qualification.errors import BadAnswer
from qualification.oqs import xml
from qualification.oqs.birthdate import Birthdate
from qualification.oqs.codes import (
    CharacterCode,
    Consent,
    ProcessingStatus,
    QualificationValidity,
    ResultSegment,
    Sex,
)
from qualification.oqs.message import (
    ElderlyRecipientCertificate,
    LimitCertificate,
    Message,
    MessageBody,
    MessageHeader,
    ResultOfQualificationConfirmation,
)

# The published sample (sources: domain 5.4): fictional, its elements in no particular order.
SAMPLE = """<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<XmlMsg><MessageHeader><ProcessExecutionTime>20230221174835</ProcessExecutionTime>
<CharacterCodeIdentifier>0</CharacterCodeIdentifier><SegmentOfResult>1</SegmentOfResult>
<QualificationConfirmationDate>20230221</QualificationConfirmationDate>
<ReferenceClassification>1</ReferenceClassification>
<ArbitraryFileIdentifier>xxxx</ArbitraryFileIdentifier>
<MedicalInstitutionCode>1311111111</MedicalInstitutionCode></MessageHeader>
<MessageBody><ResultList><ResultOfQualificationConfirmation>
<Birthdate>19750505</Birthdate><InsurerNumber>  138057</InsurerNumber>
<NewElement><Inner>何か</Inner></NewElement><InsuredCardSymbol/>
<InsuredCardExpirationDate>99999999</InsuredCardExpirationDate>
<InsuredCardClassification>Z9</InsuredCardClassification>
<Name>見本　花子</Name><Sex1>2</Sex1>
</ResultOfQualificationConfirmation></ResultList>
<ProcessingResultStatus>1</ProcessingResultStatus><QualificationValidity>1</QualificationValidity>
</MessageBody></XmlMsg>
"""


def a_message(name: str = "見本　花子") -> Message:
    return Message(
        message_header=MessageHeader(
            process_execution_time=datetime(2026, 11, 22, 15, 0, 1, tzinfo=UTC),
            qualification_confirmation_date=date(2026, 11, 23),
            medical_institution_code="1312345678",
            segment_of_result=ResultSegment.NORMAL,
            character_code_identifier=CharacterCode.UTF_8,
        ),
        message_body=MessageBody(
            processing_result_status=ProcessingStatus.NORMAL,
            qualification_validity=QualificationValidity.VALID,
            results=(
                ResultOfQualificationConfirmation(
                    insurer_number="  138057",
                    insured_card_symbol="",
                    name=name,
                    name_kana="ﾐﾎﾝ ﾊﾅｺ",
                    sex1=Sex.FEMALE,
                    birthdate=Birthdate("19750505"),
                    elderly_recipient_certificate_info=ElderlyRecipientCertificate(
                        elderly_recipient_contribution_ratio="020"
                    ),
                    limit_application_certificate_related_info=LimitCertificate(
                        limit_application_certificate_classification_flag=LimitCategory.B09
                    ),
                    pharmacists_info_cons_flg=Consent.GIVEN,
                    pharmacists_info_cons_time=datetime(2026, 11, 23, tzinfo=UTC),
                ),
                ResultOfQualificationConfirmation(name="二人目"),
            ),
        ),
    )


def test_sample_is_read_whatever_the_order() -> None:
    message = xml.parse(SAMPLE.encode())
    assert message.message_header.medical_institution_code == "1311111111"
    assert message.message_header.process_execution_time == datetime(
        2023, 2, 21, 8, 48, 35, tzinfo=UTC
    )
    assert message.message_body.qualification_validity is QualificationValidity.VALID
    (result,) = message.message_body.results
    assert result.name == "見本　花子"
    assert result.birthdate == Birthdate("19750505")
    assert result.insurer_number == "  138057"
    assert result.insured_card_symbol == ""
    assert result.insured_branch_number is None


def test_what_is_unknown_is_kept_and_written_again() -> None:
    message = xml.parse(SAMPLE.encode())
    written = xml.build(message, CharacterCode.UTF_8).decode()
    assert "<NewElement><Inner>何か</Inner></NewElement>" in written
    assert "<InsuredCardExpirationDate>99999999</InsuredCardExpirationDate>" in written
    assert "<InsuredCardClassification>Z9</InsuredCardClassification>" in written
    assert xml.parse(written.encode()) == message


@pytest.mark.parametrize("encoding", CharacterCode)
def test_what_is_built_is_read_again(encoding: CharacterCode) -> None:
    assert xml.parse(xml.build(a_message(), encoding)) == a_message()


@pytest.mark.parametrize("seed", range(5))
def test_order_of_elements_does_not_matter(seed: int) -> None:
    root = ET.fromstring(xml.build(a_message(), CharacterCode.UTF_8))
    # The order within a list is that of its items and stays.
    groups = [element for element in root.iter() if len(element) and element.tag != "ResultList"]
    for element in groups:
        children = list(element)
        random.Random(seed).shuffle(children)
        element[:] = children
    assert xml.parse(ET.tostring(root, encoding="utf-8")) == a_message()


def test_times_are_written_in_the_time_of_japan() -> None:
    written = xml.build(a_message(), CharacterCode.UTF_8)
    assert b"<ProcessExecutionTime>20261123000001</ProcessExecutionTime>" in written


@pytest.mark.parametrize("name", ["草彅　剛", "𠮷野家", "¥100‾", "髙橋", "〜", "a<b>&c"])
def test_shift_jis_loses_no_character(name: str) -> None:
    written = xml.build(a_message(name), CharacterCode.SHIFT_JIS)
    assert b'encoding="Shift_JIS"' in written
    assert xml.parse(written).message_body.results[0].name == name


def test_shift_jis_of_windows_is_read() -> None:
    data = SAMPLE.replace("UTF-8", "Shift_JIS").replace("見本", "髙橋").encode("cp932")
    assert xml.parse(data).message_body.results[0].name == "髙橋　花子"


WINDOWS = [
    "Shift_JIS", "Shift-JIS", "SJIS", "x-sjis", "MS_Kanji", "MS932", "CP932", "Windows-31J",
    "csWindows31J",
]  # fmt: skip


@pytest.mark.parametrize("label", WINDOWS)
def test_windows_japanese_is_one_encoding_whatever_it_is_called(label: str) -> None:
    data = SAMPLE.replace("UTF-8", label).replace("見本", "髙橋～－①").encode("cp932")
    assert xml.parse(data).message_body.results[0].name == "髙橋～－①　花子"


@pytest.mark.parametrize(
    "marked",
    [("\ufeff" + SAMPLE).encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be")],
    ids=["UTF-8", "UTF-16, little end first", "UTF-16, big end first"],
)
def test_a_byte_order_mark_tells_the_encoding(marked: bytes) -> None:
    assert xml.parse(marked) == xml.parse(SAMPLE.encode())


def test_utf_8_may_be_written_without_a_hyphen() -> None:
    assert xml.parse(SAMPLE.replace("UTF-8", "UTF8").encode()) == xml.parse(SAMPLE.encode())


@pytest.mark.parametrize(
    "data",
    [
        SAMPLE.encode() + bytes(64),
        SAMPLE.encode() + b"\r\n  \r\n",
        b"\n" + SAMPLE.encode(),
        SAMPLE.replace('version="1.0"', 'version="1.1"').encode(),
        SAMPLE.replace("見本", "見\x0b本\ufffe").encode("utf-8", "surrogatepass"),
    ],
    ids=["trailing zeros", "trailing blanks", "leading line", "XML 1.1", "no characters of XML"],
)
def test_what_costs_nothing_is_passed_over(data: bytes) -> None:
    assert xml.parse(data) == xml.parse(SAMPLE.encode())


@pytest.mark.parametrize(("label", "bad"), [("UTF-8", b"\xff"), ("Shift_JIS", b"\x81\x20")])
def test_a_bad_character_costs_itself_and_not_the_answer(label: str, bad: bytes) -> None:
    codec = "utf-8" if label == "UTF-8" else "cp932"
    data = (
        SAMPLE.replace("UTF-8", label)
        .encode(codec)
        .replace("見本".encode(codec), bad + "本".encode(codec))
    )
    name = xml.parse(data).message_body.results[0].name
    assert name is not None
    assert name.startswith("●")
    assert name.endswith("本　花子")


def test_a_few_bad_characters_are_a_slip_and_more_are_another_encoding() -> None:
    few = SAMPLE.encode().replace("見本".encode(), b"\xff" * xml.MOST_UNREADABLE)
    name = xml.parse(few).message_body.results[0].name
    assert name == xml.UNREADABLE * xml.MOST_UNREADABLE + "　花子"
    with pytest.raises(BadAnswer, match="not utf-8"):
        xml.parse(few.replace(b"\xff", b"\xff\xff", 1))


def test_a_megabyte_is_read_and_no_byte_more() -> None:
    longest = SAMPLE.encode().ljust(xml.MAX_BYTES)
    assert xml.parse(longest) == xml.parse(SAMPLE.encode())
    with pytest.raises(BadAnswer, match="more than"):
        xml.parse(longest + b" ")


@pytest.mark.parametrize(
    ("digits", "day"),
    [
        ("19750505", date(1975, 5, 5)),
        ("19750500", None),
        ("19750005", None),
        ("00000505", None),
        ("00000229", None),
        ("00000000", None),
    ],
)
def test_of_a_date_of_birth_any_part_may_be_unknown(digits: str, day: date | None) -> None:
    assert Birthdate(digits).day == day


@pytest.mark.parametrize(
    "digits", ["1975050", "197505050", "19751305", "19750230", "１９７５０５０５", "1975050x", ""]
)
def test_what_is_no_date_of_birth_is_refused(digits: str) -> None:
    with pytest.raises(ValueError, match=r"eight digits|day|month"):
        Birthdate(digits)


def test_entities_are_refused_before_they_expand() -> None:
    bomb = b"""<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">
    <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><XmlMsg>&b;</XmlMsg>"""
    with pytest.raises(BadAnswer, match="entities"):
        xml.parse(bomb)


def test_reference_to_a_file_is_refused() -> None:
    data = b"""<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/hostname">]><XmlMsg>&x;</XmlMsg>"""
    with pytest.raises(BadAnswer, match="entities"):
        xml.parse(data)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"<XmlMsg>" + b" " * xml.MAX_BYTES, "more than"),
        (SAMPLE[:-20].encode(), "well-formed"),
        (b"<Other/>", "OQS"),
        (b"<XmlMsg/>", "MessageHeader is missing"),
        (SAMPLE.replace("UTF-8", "UTF-7").encode(), "encoding is utf-7"),
        (SAMPLE.encode("euc-jp"), "not utf-8"),
        (SAMPLE.replace("20230221174835", "2023022117483").encode(), "ProcessExecutionTime"),
        (SAMPLE.replace("<SegmentOfResult>1", "<SegmentOfResult>7").encode(), "SegmentOfResult"),
        (b"<XmlMsg>" + b"<a>" * 5000 + b"</a>" * 5000 + b"</XmlMsg>", "nested"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_wrong_is_named(data: bytes, why: str) -> None:
    with pytest.raises(BadAnswer, match=why):
        xml.parse(data)


def test_message_shows_no_person_in_its_repr() -> None:
    assert "花子" not in repr(xml.parse(SAMPLE.encode()))
