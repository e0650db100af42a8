"""A result at a glance, and as lines to be read off a print."""

from dataclasses import replace
from datetime import date

from common.codes import LimitCategory
from qualification.oqs import xml
from qualification.oqs.codes import CharacterCode, QualificationValidity
from qualification.oqs.message import MessageBody
from qualification.port import OqsResult, Summary, Validity
from qualification.summary import lines_of, summary_of
from tests.unit.qualification.test_oqs_xml import SAMPLE, a_message


def result_of(body: MessageBody) -> OqsResult:
    message = replace(a_message(), message_body=body)
    return OqsResult(xml.build(message, CharacterCode.UTF_8))


def test_the_desk_sees_who_it_is_and_not_where_they_live() -> None:
    body = replace(a_message().message_body, processing_result_message="カードの住所が違います。")
    told = summary_of(result_of(body))
    assert told is not None
    assert told == Summary(
        Validity.VALID,
        "ﾐﾎﾝ ﾊﾅｺ",
        date(1975, 5, 5),
        name_unreadable=False,
        limit_category=LimitCategory.B09.ja,
        patient_number=None,
        message="カードの住所が違います。",
    )


def test_a_name_that_cannot_be_written_and_a_known_patient_stand_out() -> None:
    first = replace(a_message("見本　●子").message_body.results[0], reference_number="10023")
    told = summary_of(result_of(replace(a_message().message_body, results=(first,))))
    assert told is not None
    assert told.name_unreadable
    assert told.patient_number == "10023"


def test_no_insurance_is_a_summary_too() -> None:
    body = replace(
        a_message().message_body,
        results=(),
        qualification_validity=QualificationValidity.NONE,
    )
    told = summary_of(result_of(body))
    assert told is not None
    assert told.validity is Validity.NONE
    assert told.birth_date is None


def test_what_is_no_result_is_none_and_has_no_lines() -> None:
    assert summary_of(OqsResult(b"<result of a/>")) is None
    assert lines_of(OqsResult(b"<result of a/>")) == ()


def test_a_print_has_every_element_with_its_meaning() -> None:
    lines = lines_of(OqsResult(SAMPLE.encode()))
    assert ("氏名", "見本　花子") in lines
    assert ("性別1", "2 女") in lines
    assert ("医療機関コード", "1311111111") in lines
