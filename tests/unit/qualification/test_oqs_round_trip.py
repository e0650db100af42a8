"""Whatever the format can say comes back as it was: every element, both encodings, any order."""

import random
import types
import typing
from dataclasses import fields
from datetime import date, datetime
from typing import get_args
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from common import codes as shared
from common.codes import Code
from common.japan import JST
from qualification.oqs import codes, xml
from qualification.oqs.birthdate import Birthdate
from qualification.oqs.codes import CharacterCode
from qualification.oqs.message import Group, Listed, Meaning, Message

# What XML 1.0 can hold and does not change on the way (a carriage return becomes a line feed).
TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn"], exclude_characters="\ufffe\uffff"),
    max_size=12,
) | st.sampled_from(["●本　花子", "髙橋", "ﾐﾎﾝ ﾊﾅｺ", "¥100‾", "  138057", "a<b>&c", "𠮷"])
UNKNOWN = st.sampled_from(["<Later>何か</Later>", "<Newer><Inner>1</Inner></Newer>", "<Empty />"])


def _all_groups(group: type[Group]) -> set[type[Group]]:
    inner = {
        kind
        for hint in typing.get_type_hints(group).values()
        for kind in (*get_args(hint), hint)
        if isinstance(kind, type) and issubclass(kind, Group)
    }
    return {group, *(found for kind in inner for found in _all_groups(kind))}


def _values(kind: object) -> st.SearchStrategy[object]:
    if kind is str:
        return TEXT
    if kind is datetime:
        return st.datetimes(datetime(1900, 1, 1), datetime(2999, 1, 1), timezones=st.just(JST)).map(
            lambda moment: moment.replace(microsecond=0)
        )
    if kind is Birthdate:
        return st.dates(date(1900, 1, 1), date(2999, 1, 1)).map(Birthdate.of)
    if kind is date:
        return st.dates(date(1900, 1, 1), date(2999, 1, 1))
    assert isinstance(kind, type)
    if issubclass(kind, Code):
        return st.sampled_from(list(kind))
    assert issubclass(kind, Group)
    return _groups(kind)


def _field(hint: object) -> st.SearchStrategy[object]:
    annotated, *metadata = get_args(hint)
    kinds = get_args(annotated) or (annotated,)
    if any(isinstance(m, Listed) for m in metadata):
        return st.lists(_values(kinds[0]), max_size=2).map(tuple)
    values = _values(kinds[0])
    return st.none() | values if types.NoneType in kinds else values


def _groups(group: type[Group]) -> st.SearchStrategy[typing.Any]:
    hints = typing.get_type_hints(group, include_extras=True)
    parts = {f.name: _field(hints[f.name]) for f in fields(group) if f.name != "others"}
    others = st.lists(UNKNOWN, max_size=1).map(tuple)
    return st.builds(group, others=others, **parts)


MESSAGES = _groups(Message)
QUICK = settings(max_examples=60, database=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("encoding", CharacterCode)
@QUICK
@given(message=MESSAGES, seed=st.integers())
def test_every_message_comes_back(encoding: CharacterCode, message: Message, seed: int) -> None:
    written = xml.build(message, encoding)
    assert xml.parse(written) == message
    assert xml.parse(_shuffled(written, seed)) == message


def _shuffled(written: bytes, seed: int) -> bytes:
    """The same elements in another order; that of a list's items has a meaning and stays."""
    lists = {"ResultList", "SpecificDiseasesCertificateList", "PublicExpenseResultList"}
    encoding = "shift_jis" if b"Shift_JIS" in written[:60] else "utf-8"
    root = ET.fromstring(written.decode(encoding).split("?>", 1)[1])
    for element in [element for element in root.iter() if element.tag not in lists]:
        children = list(element)
        random.Random(seed).shuffle(children)
        element[:] = children
    return bytes(ET.tostring(root, encoding="utf-8"))


GROUPS = {group.__name__: group for group in _all_groups(Message)}


@pytest.mark.parametrize("group", [GROUPS[name] for name in sorted(GROUPS)])
def test_every_element_is_explained_in_both_languages(group: type[Group]) -> None:
    hints = typing.get_type_hints(group, include_extras=True)
    for f in fields(group):
        if f.name == "others":
            continue
        meaning = next(m for m in get_args(hints[f.name]) if isinstance(m, Meaning))
        assert meaning.ja
        assert meaning.en.isascii()


# The elements of the format, as they are published (sources: domain 5.3).
NAMES = """
XmlMsg MessageHeader ProcessExecutionTime QualificationConfirmationDate MedicalInstitutionCode
ArbitraryFileIdentifier ReferenceClassification SegmentOfResult ErrorCode ErrorMessage
CharacterCodeIdentifier MessageBody ProcessingResultStatus ProcessingResultCode
ProcessingResultMessage PrescriptionIssueSelect QualificationValidity
QualificationConfirmSearchInfo InsurerNumber InsuredCardSymbol InsuredIdentificationNumber
InsuredBranchNumber Birthdate LimitApplicationCertificateRelatedConsFlg ArbitraryIdentifier
QualificationConfirmationKey
ResultList ResultOfQualificationConfirmation InsuredCardClassification
PersonalFamilyClassification InsuredName Name NameOfOther NameKana NameOfOtherKana Sex1 Sex2
Address PostNumber QualificationDate DisqualificationDate InsuredCertificateIssuanceDate
InsuredCardValidDate InsuredCardExpirationDate InsuredPartialContributionRatio
PreschoolClassification ReasonOfLoss InsurerName ElderlyRecipientCertificateInfo
ElderlyRecipientCertificateDate ElderlyRecipientValidStartDate ElderlyRecipientValidEndDate
ElderlyRecipientContributionRatio LimitApplicationCertificateRelatedConsTime
LimitApplicationCertificateRelatedInfo LimitApplicationCertificateClassification
LimitApplicationCertificateClassificationFlag LimitApplicationCertificateDate
LimitApplicationCertificateValidStartDate LimitApplicationCertificateValidEndDate
LimitApplicationCertificateLongTermDate SpecificDiseasesCertificateRelatedConsFlg
SpecificDiseasesCertificateRelatedConsTime SpecificDiseasesCertificateList
SpecificDiseasesCertificateInfo SpecificDiseasesDiseaseCategory SpecificDiseasesCertificateDate
SpecificDiseasesValidStartDate SpecificDiseasesValidEndDate SpecificDiseasesSelfPay
PublicExpenseResultList MedicalTicketInfo TicketType MedicalTicketValidDate
MedicalTicketExpirationDate IssueNumber MedicalTreatmentMonth DesignatedMedicalInstitutionCode
DesignatedMedicalInstitutionFlag DesignatedMedicalInstitutionName
PrescriptionIssuerMedicalInstitutionCode PrescriptionIssuerMedicalInstitutionName InjuryName1
InjuryName2 InjuryName3 MedicalTreatmentType SelfPayAmount DistrictContactName
HandlingContactName SingleOrCombinedUse StatusOfSocialInsurance ConsistencyFlag
StatusOfInfecton StatusOfElderlyMedicalCare StatusOfPrefecturalExpenses Remarks1 Remarks2
Remarks3 SpecificHealthCheckupsInfoConsFlg SpecificHealthCheckupsInfoConsTime
SpecificHealthCheckupsInfoAvailableTime PharmacistsInfoConsFlg PharmacistsInfoConsTime
PharmacistsInfoAvailableTime DiagnosisInfoConsFlg DiagnosisInfoConsTime
DiagnosisInfoAvailableTime OperationInfoConsFlg OperationInfoConsTime OperationInfoAvailableTime
ReferenceNumber
"""


def test_every_published_element_is_there_and_no_other() -> None:
    written = ET.fromstring(xml.build(_full(Message), CharacterCode.UTF_8))
    assert {element.tag for element in written.iter()} == set(NAMES.split())


def _full(group: typing.Any) -> typing.Any:
    """A group with all that it can have."""
    hints = typing.get_type_hints(group, include_extras=True)
    return group(**{f.name: _some(hints[f.name]) for f in fields(group) if f.name != "others"})


def _some(hint: object) -> object:
    annotated, *metadata = get_args(hint)
    kind = (get_args(annotated) or (annotated,))[0]
    value: object
    if kind is str:
        value = "text"
    elif kind is datetime:
        value = datetime(2026, 11, 23, tzinfo=JST)
    elif kind is Birthdate:
        value = Birthdate("19750000")
    elif kind is date:
        value = date(2026, 11, 23)
    elif issubclass(kind, Code):
        value = next(iter(kind))
    else:
        value = _full(kind)
    return (value,) if any(isinstance(m, Listed) for m in metadata) else value


def test_unknown_items_of_a_list_are_kept() -> None:
    whole = xml.build(_full(Message), CharacterCode.UTF_8)
    added = whole.replace(b"</ResultList>", "<Later>何か</Later></ResultList>".encode())
    message = xml.parse(added)
    assert len(message.message_body.results) == 1
    assert "<Later>何か</Later></ResultList>" in xml.build(message, CharacterCode.UTF_8).decode()


def test_all_code_tables_are_there() -> None:
    tables = {
        number
        for kind in (vars(codes) | vars(shared)).values()
        if isinstance(kind, type) and issubclass(kind, Code) and kind is not Code
        for number in _numbers(kind.__doc__ or "")
    }
    assert tables == set(range(1, 45))


def _numbers(text: str) -> list[int]:
    return [int(part[:3]) for part in text.split("OQSCD")[1:]]


def test_every_code_is_explained() -> None:
    for kind in (vars(codes) | vars(shared)).values():
        if isinstance(kind, type) and issubclass(kind, Code):
            for member in kind:
                assert member.ja
                assert member.en
