"""The strictest receipt computer: all that public consumers of these files demand, at once.

Written from docs/sources.md (domain 5 and 9.1) alone. It shares nothing with the code that writes
the files, so that a mistake there is not made here again.
"""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

NAME = re.compile(
    r"OQSsiquc01res_face_(?P<facility>\d{10})(?P<mark>[0-9A-Fa-f]{20})_(?P<time>\d{14})\.xml"
)
HALF_WIDTH_KANA = re.compile(r"[\uff66-\uff9f ]+")
CONSENTS = ("SpecificHealthCheckupsInfo", "PharmacistsInfo", "DiagnosisInfo", "OperationInfo")
PYTHON_NAMES = {"UTF-8": "utf-8", "Shift_JIS": "cp932"}  # Windows reads cp932 under that name.
CHARACTER_CODES = {"UTF-8": "0", "Shift_JIS": "1"}

VALID, LAPSED, NEWER, NONE, SEVERAL, NO_TICKET = "123456"
COUNTS = {VALID: 1, LAPSED: 1, NEWER: 1, NONE: 0, NO_TICKET: 1}  # Several: two or more.

CODES = {
    "ReferenceClassification": "1",
    "SegmentOfResult": "1",
    "ProcessingResultStatus": "1",
    "QualificationValidity": "[1-6]",
    "InsuredCardClassification": "0[1-7]|A1",
    "PersonalFamilyClassification": "[12]",
    "Sex1": "[123]",
    "ReasonOfLoss": "01|02|03|99",
    "LimitApplicationCertificateClassification": "0[123]",
    "LimitApplicationCertificateClassificationFlag": "A0[1-6]|B0[1-9]|B10",
    "SpecificDiseasesDiseaseCategory": "[123]",
    "PrescriptionIssueSelect": "[12]",
    "TicketType": "0[12]",
    "MedicalTreatmentType": "0[1-5]",
    "InsuredPartialContributionRatio": r"0\d\d|100",
    "ElderlyRecipientContributionRatio": r"0\d\d|100",
    "PostNumber": r"\d{3}-?\d{4}",
    "MedicalTreatmentMonth": r"\d{6}",
    "InsuredBranchNumber": r"\d{2}",
    "SelfPayAmount": r"\d+",
    "SpecificDiseasesSelfPay": r"\d+",
}


class NotTaken(AssertionError):
    """Why a consumer would have left the file, or asked staff."""


class Result:
    """One file, as a consumer took it in."""

    def __init__(self, root: ET.Element) -> None:
        self._root = root
        self.qualifications = root.findall(
            "MessageBody/ResultList/ResultOfQualificationConfirmation"
        )

    @classmethod
    def of(cls, path: Path, encoding: str = "UTF-8") -> "Result":
        """What is in it, taken or not."""
        text = path.read_bytes().decode(PYTHON_NAMES[encoding])
        return cls(ET.fromstring(text.split("?>", 1)[1]))

    def text(self, name: str) -> str:
        """The first element of that name, anywhere: consumers find by name."""
        found = self._root.find(f".//{name}")
        return "" if found is None else found.text or ""

    def all(self, name: str) -> list[str]:
        return [element.text or "" for element in self._root.iter(name)]

    def elements(self) -> Iterator[ET.Element]:
        return self._root.iter()

    def has(self, name: str) -> bool:
        return self._root.find(f".//{name}") is not None


def take(path: Path, *, facility: str, encoding: str = "UTF-8") -> Result:
    """Raises `NotTaken`."""
    name = NAME.fullmatch(path.name)
    _want(name is not None, f"the name is not that of a card reader's result: {len(path.name)}")
    assert name is not None
    _want(name["facility"] == facility, "the name is another facility's")
    datetime.strptime(name["time"], "%Y%m%d%H%M%S")
    data = path.read_bytes()
    declaration = f'<?xml version="1.0" encoding="{encoding}"'.encode()
    _want(data.startswith(declaration), "the declared encoding is not the configured one")
    result = Result.of(path, encoding)
    _header(result, facility, encoding)
    validity = result.text("QualificationValidity")
    count = len(result.qualifications)
    if validity == SEVERAL:
        _want(count >= 2, f"several qualifications, and {count} of them")
    else:
        _want(count == COUNTS[validity], f"validity {validity} with {count} qualifications")
    _codes_and_dates(result)
    for qualification in result.qualifications:
        _qualification(qualification, validity)
    return result


def _want(condition: bool, why: str) -> None:
    if not condition:
        raise NotTaken(why)


def _header(result: Result, facility: str, encoding: str) -> None:
    _want(result.text("MedicalInstitutionCode") == facility, "the facility")
    _want(result.text("CharacterCodeIdentifier") == CHARACTER_CODES[encoding], "the character code")
    _want(result.has("QualificationConfirmationDate"), "no date of the query")
    _want(bool(result.text("ProcessExecutionTime")), "no time of processing")


def _codes_and_dates(result: Result) -> None:
    for element in result.elements():
        text = element.text or ""
        if element.tag in CODES:
            _want(bool(re.fullmatch(CODES[element.tag], text)), f"{element.tag} has no such code")
        elif element.tag.endswith("ConsFlg"):
            _want(text in "0123" and len(text) == 1, f"{element.tag} has no such code")
        elif element.tag.endswith("Time"):
            datetime.strptime(text, "%Y%m%d%H%M%S")
        elif element.tag.endswith(("Date", "Birthdate")):
            _want(bool(re.fullmatch(r"\d{8}", text)), f"{element.tag} is no date")
            if element.tag != "Birthdate":  # Of which day or month may be unknown.
                datetime.strptime(text, "%Y%m%d")


def _qualification(q: ET.Element, validity: str) -> None:
    def text(name: str) -> str:
        return q.findtext(f".//{name}") or ""

    for name in (
        "InsuredCardClassification",
        "InsurerNumber",
        "InsuredIdentificationNumber",
        "Name",
        "Birthdate",
        "InsuredCardValidDate",
        "QualificationConfirmationKey",
    ):
        _want(bool(text(name)), f"{name} is missing")
    _want(bool(HALF_WIDTH_KANA.fullmatch(text("NameKana"))), "the kana are not half-width")
    for name in ("InsuredCardSymbol", "InsuredIdentificationNumber"):
        _want(len(text(name)) <= 20, f"{name} is too long")
    _want(len(text("ReferenceNumber")) <= 50, "the reference number is too long")
    assistance = text("InsuredCardClassification") == "A1"
    _insurer(q, assistance=assistance)
    if validity == LAPSED:
        _want(bool(text("DisqualificationDate")), "lapsed, and no day of it")
    elif not assistance:
        _want(bool(text("QualificationDate")), "no day on which it began")
        _want(bool(text("InsuredPartialContributionRatio")), "no share")
    if assistance and validity == NO_TICKET:
        flags = [flag.text for flag in q.iter("DesignatedMedicalInstitutionFlag")]
        _want("0" not in flags, "a ticket of this facility where there is none yet")
    if assistance:
        _want(q.find("ElderlyRecipientCertificateInfo") is None, "assistance has no elder block")
        _want(q.find("LimitApplicationCertificateRelatedInfo") is None, "assistance knows no limit")
    _consents(q)


def _insurer(q: ET.Element, *, assistance: bool) -> None:
    number = q.findtext("InsurerNumber") or ""
    _want(len(number) == 8, "the insurer's number is not eight wide")
    digits = number.strip()
    _want(digits.isdigit() and len(digits) in (6, 8), "the insurer's number is no number")
    _want(
        digits[-1] == str(check_digit(digits[:-1])), "the insurer's number has a wrong check digit"
    )
    if len(digits) == 8 and digits.startswith("39"):  # 後期高齢者医療
        _want(not q.findtext("InsuredCardSymbol"), "後期高齢者医療 has no symbol")
        number = q.findtext("InsuredIdentificationNumber") or ""
        _want(bool(re.fullmatch(r"\d{8}", number)), "後期高齢者医療 has numbers of eight digits")
    _want(digits.startswith("12") == assistance or len(digits) == 6, "医療扶助 is insurer 12")


def check_digit(body: str) -> int:
    """Of 保険者番号: weights 2, 1, 2 … from the right, the digits of each product added."""
    total = sum(
        sum(map(int, str(int(digit) * (2 if place % 2 == 0 else 1))))
        for place, digit in enumerate(reversed(body))
    )
    return -total % 10


def _consents(q: ET.Element) -> None:
    for name in CONSENTS:
        given = q.findtext(f"{name}ConsFlg") == "1"
        at, until = q.findtext(f"{name}ConsTime"), q.findtext(f"{name}AvailableTime")
        _want(given == bool(at) == bool(until), f"{name}: consent and its times do not agree")
        if at and until:
            lasts = _time(until) - _time(at)
            _want(lasts == timedelta(hours=24), f"{name}: the consent does not last a day")
    for name in (
        "LimitApplicationCertificateRelatedCons",
        "SpecificDiseasesCertificateRelatedCons",
    ):
        given = q.findtext(f"{name}Flg") == "1"
        _want(given == bool(q.findtext(f"{name}Time")), f"{name}: flag and time do not agree")
    if q.find(".//SpecificDiseasesCertificateInfo") is not None:
        given = q.findtext("SpecificDiseasesCertificateRelatedConsFlg") == "1"
        _want(given, "a specific disease is told without its consent")


def _time(text: str) -> datetime:
    return datetime.strptime(text, "%Y%m%d%H%M%S")
