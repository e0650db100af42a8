"""From a registered person and their consents to the OQS message."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Self
from xml.sax.saxutils import escape

from common.certificate_dates import CertificateStanding
from common.codes import LimitCategory
from common.decisions import Decision, Decisions, Given, provides
from common.japan import JST
from consent.port import PARTS, Item
from qualification.oqs.birthdate import Birthdate
from qualification.oqs.codes import (
    CharacterCode,
    Consent,
    InsuredCardClass,
    LimitCertificateClass,
    LimitConsent,
    Match,
    Preschool,
    PrescriptionIssue,
    Presence,
    ProcessingStatus,
    QualificationValidity,
    ReferenceClass,
    ResultSegment,
    SingleOrCombined,
)
from qualification.oqs.message import (
    ElderlyRecipientCertificate,
    LimitCertificate,
    MedicalTicket,
    Message,
    MessageBody,
    MessageHeader,
    ResultOfQualificationConfirmation,
    SpecificDiseasesCertificate,
)
from simulation.service import terms
from simulation.service.confirmation_key import confirmation_key
from simulation.service.registry import Entry, Insurance, Subsidy, Ticket
from simulation.service.staff_notices import staff_notices

CONSENT_LASTS = timedelta(hours=24)
"""sources: domain 3.2: from the consent, at this facility."""

_REDUCED_STANDARD_SHARE = {
    LimitCategory.A05,
    LimitCategory.A06,
    LimitCategory.B05,
    LimitCategory.B06,
    LimitCategory.B07,
    LimitCategory.B08,
}
"""Low income: the certificate also lowers what a meal in hospital costs."""

_ISSUES = {
    Decision.AGREED: PrescriptionIssue.ELECTRONIC,
    Decision.DECLINED: PrescriptionIssue.PAPER,
}

_NOTHING_DECIDED: Decisions = {}
NOBODY_KNOWN: Mapping[str, str] = {}


class Answers:
    """What a facility gets to know. `difference_element`: see `ServiceConfig`."""

    def __init__(self, difference_element: str | None = None, subsidy_element: str = "") -> None:
        self._difference_element = difference_element
        self._subsidy_element = subsidy_element

    def answer(
        self,
        person: Entry,
        facility_code: str,
        session_id: str,
        character_code: CharacterCode,
        now: datetime,
        decisions: Decisions = _NOTHING_DECIDED,
        *,
        show_limit: bool = False,
        standing: CertificateStanding = CertificateStanding.VALID,
        known_as: Mapping[str, str] = NOBODY_KNOWN,
    ) -> Message:
        """What the facility may know of `person` under `decisions`.

        `show_limit`: with the limit category, for the patient to see and nobody else.
        `known_as`: the facility's 照会番号 by confirmation key.
        """
        code, notice = staff_notices(
            person, standing, tell_difference=self._difference_element is None
        )
        today = now.astimezone(JST).date()
        return Message(
            message_header=MessageHeader(
                process_execution_time=now,
                qualification_confirmation_date=today,
                medical_institution_code=facility_code,
                arbitrary_file_identifier=session_id,
                reference_classification=ReferenceClass.MY_NUMBER_CARD,
                segment_of_result=ResultSegment.NORMAL,
                character_code_identifier=character_code,
            ),
            message_body=MessageBody(
                processing_result_status=ProcessingStatus.NORMAL,
                processing_result_code=code,
                processing_result_message=notice,
                prescription_issue_select=_issue(decisions),
                qualification_validity=person.insurance.validity,
                results=self._results(
                    person, facility_code, decisions, today, show_limit, known_as
                ),
            ),
        )

    def _results(
        self,
        person: Entry,
        facility_code: str,
        decisions: Decisions,
        today: date,
        show_limit: bool,
        known_as: Mapping[str, str],
    ) -> tuple[ResultOfQualificationConfirmation, ...]:
        if person.insurance.validity is QualificationValidity.NONE:
            return ()
        marks: tuple[str, ...] = ()
        if person.card_differs_in and self._difference_element is not None:
            items = escape(",".join(person.card_differs_in))
            marks = (f"<{self._difference_element}>{items}</{self._difference_element}>",)
        subsidy = decisions.get(Item.SUBSIDY)
        if subsidy is not None and subsidy.decision is Decision.AGREED:
            marks += tuple(self._subsidy(each, subsidy.at) for each in person.subsidies)
        marks += tuple(
            f"<DispensingNumber>{escape(each.number)}</DispensingNumber>"
            for each in person.prescriptions
            if provides(decisions, f"{Item.DISPENSING}:{each.number}")
        )
        return tuple(
            _with_key(
                _result(person, insurance, facility_code, decisions, today, marks, show_limit),
                confirmation_key(person, insurance, facility_code),
                known_as,
            )
            for insurance in (person.insurance, *person.insurance.others)
        )

    def _subsidy(self, subsidy: Subsidy, agreed_at: datetime) -> str:
        name = self._subsidy_element
        values = {
            "ConsTime": f"{agreed_at.astimezone(JST):%Y%m%d%H%M%S}",
            "Name": subsidy.name,
            "PayerNumber": subsidy.payer_number,
            "RecipientNumber": subsidy.recipient_number,
        }
        content = "".join(
            f"<{name}{part}>{escape(value)}</{name}{part}>" for part, value in values.items()
        )
        return f"<{name}Info>{content}</{name}Info>"


def _with_key(
    result: ResultOfQualificationConfirmation, key: str, known_as: Mapping[str, str]
) -> ResultOfQualificationConfirmation:
    return replace(result, qualification_confirmation_key=key, reference_number=known_as.get(key))


def _result(
    person: Entry,
    insurance: Insurance,
    facility_code: str,
    decisions: Decisions,
    today: date,
    marks: tuple[str, ...],
    show_limit: bool,
) -> ResultOfQualificationConfirmation:
    told = _by_part(decisions)
    limit = _Consented.to(told.get(Item.LIMIT_INFORMATION))
    checkups = _Consented.to(told.get(Item.HEALTH_CHECKUPS))
    medicines = _Consented.to(told.get(Item.MEDICINES))
    care = _Consented.to(told.get(Item.MEDICAL_CARE))
    surgery = _Consented.to(told.get(Item.SURGERY))
    # Who declines looks like somebody who has none.
    diseases = _Consented.to(told.get(Item.SPECIFIC_DISEASE) if insurance.diseases else None)
    card = terms.insurance_card(insurance, person.birth_date, today)
    return ResultOfQualificationConfirmation(
        insured_card_classification=insurance.card_class,
        insurer_number=insurance.insurer_number.rjust(8),
        insured_card_symbol=insurance.symbol or None,
        insured_identification_number=insurance.number,
        insured_branch_number=insurance.branch or None,
        personal_family_classification=insurance.person_or_family,
        name=person.name,
        name_kana=person.name_kana,
        sex1=person.sex,
        birthdate=Birthdate(person.birth_digits),
        address=person.address,
        post_number=person.post_number or None,
        qualification_date=max(insurance.qualified_on, person.birth_date),
        disqualification_date=insurance.lost_on,
        insured_certificate_issuance_date=card.start,
        insured_card_valid_date=card.start,
        insured_card_expiration_date=card.end,
        insured_partial_contribution_ratio=f"{insurance.burden_percent:03d}",
        preschool_classification=(
            Preschool.PRESCHOOL if terms.is_preschool(person.birth_date, today) else None
        ),
        reason_of_loss=insurance.loss_reason,
        insurer_name=insurance.insurer_name,
        elderly_recipient_certificate_info=_elderly(person, insurance, today),
        limit_application_certificate_related_cons_flg=(
            LimitConsent.GIVEN if limit.at else LimitConsent.NOT_GIVEN
        ),
        limit_application_certificate_related_cons_time=limit.at,
        limit_application_certificate_related_info=(
            _limit(insurance, today)
            if show_limit or provides(decisions, Item.LIMIT_INFORMATION)
            else None
        ),
        specific_diseases_certificate_related_cons_flg=diseases.flag,
        specific_diseases_certificate_related_cons_time=diseases.at,
        specific_diseases=_diseases(insurance, today) if diseases.at else (),
        medical_tickets=tuple(
            _ticket(ticket, insurance, facility_code, today) for ticket in insurance.tickets
        ),
        specific_health_checkups_info_cons_flg=checkups.flag,
        specific_health_checkups_info_cons_time=checkups.at,
        specific_health_checkups_info_available_time=checkups.until,
        pharmacists_info_cons_flg=medicines.flag,
        pharmacists_info_cons_time=medicines.at,
        pharmacists_info_available_time=medicines.until,
        diagnosis_info_cons_flg=care.flag,
        diagnosis_info_cons_time=care.at,
        diagnosis_info_available_time=care.until,
        operation_info_cons_flg=surgery.flag,
        operation_info_cons_time=surgery.at,
        operation_info_available_time=surgery.until,
        others=marks,
    )


@dataclass(frozen=True)
class _Consented:
    """How the format tells a consent: a flag, and where it was given also when and how long."""

    at: datetime | None

    @classmethod
    def to(cls, given: Given | None) -> Self:
        """What a rule provides is provided, and yet no consent."""
        return cls(given.at if given and given.decision is Decision.AGREED else None)

    @property
    def flag(self) -> Consent:
        return Consent.NONE if self.at is None else Consent.GIVEN

    @property
    def until(self) -> datetime | None:
        return None if self.at is None else self.at + CONSENT_LASTS


def _by_part(decisions: Decisions) -> Decisions:
    """A question that stands for several, as its parts."""
    return {
        part: given
        for item, given in decisions.items()
        for part in (PARTS[Item(item)] if item in PARTS else (item,))
    }


def _issue(decisions: Decisions) -> PrescriptionIssue | None:
    given = decisions.get(Item.PRESCRIPTION)
    return None if given is None else _ISSUES[given.decision]


def _elderly(
    person: Entry, insurance: Insurance, today: date
) -> ElderlyRecipientCertificate | None:
    term = terms.elderly_recipient(person.birth_date, today)
    if term is None or not insurance.is_insurance:
        return None
    return ElderlyRecipientCertificate(
        elderly_recipient_certificate_date=term.start,
        elderly_recipient_valid_start_date=term.start,
        elderly_recipient_valid_end_date=term.end,
        elderly_recipient_contribution_ratio=f"{insurance.burden_percent:03d}",
    )


def _limit(insurance: Insurance, today: date) -> LimitCertificate | None:
    category = insurance.limit_category
    if category is None or not insurance.is_insurance:
        return None
    year = terms.year_from_august(today)
    return LimitCertificate(
        limit_application_certificate_classification=(
            LimitCertificateClass.LIMIT_AND_STANDARD_REDUCTION
            if category in _REDUCED_STANDARD_SHARE
            else LimitCertificateClass.LIMIT
        ),
        limit_application_certificate_classification_flag=category,
        limit_application_certificate_date=year.start,
        limit_application_certificate_valid_start_date=year.start,
        limit_application_certificate_valid_end_date=year.end,
        limit_application_certificate_long_term_date=insurance.long_term_since,
    )


def _diseases(insurance: Insurance, today: date) -> tuple[SpecificDiseasesCertificate, ...]:
    year = terms.year_from_august(today)
    return tuple(
        SpecificDiseasesCertificate(
            specific_diseases_disease_category=disease.category,
            specific_diseases_certificate_date=year.start,
            specific_diseases_valid_start_date=year.start,
            specific_diseases_valid_end_date=year.end,
            specific_diseases_self_pay=str(disease.self_pay_yen),
        )
        for disease in insurance.diseases
    )


def _ticket(ticket: Ticket, insurance: Insurance, facility_code: str, today: date) -> MedicalTicket:
    alone = insurance.card_class is InsuredCardClass.MEDICAL_ASSISTANCE
    start = today.replace(day=1)
    next_month = (start + timedelta(days=31)).replace(day=1)
    chosen = ticket.facility_code or facility_code
    return MedicalTicket(
        ticket_type=ticket.type,
        medical_ticket_valid_date=start,
        medical_ticket_expiration_date=next_month - timedelta(days=1),
        issue_number=ticket.issue_number,
        medical_treatment_month=f"{today:%Y%m}",
        designated_medical_institution_code=chosen,
        designated_medical_institution_flag=(
            Match.SAME if chosen == facility_code else Match.DIFFERENT
        ),
        medical_treatment_type=ticket.treatment,
        self_pay_amount=str(ticket.self_pay_yen),
        single_or_combined_use=SingleOrCombined.SINGLE if alone else SingleOrCombined.COMBINED,
        status_of_social_insurance=Presence.NO if alone else Presence.YES,
    )
