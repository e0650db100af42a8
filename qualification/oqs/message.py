"""OQSsiquc01res, the answer to one qualification query, as frozen values.

One data module: a field is one element of the format. Its name in snake_case gives the
element's name (`insurer_number` is `InsurerNumber`), its type gives how the text is written,
and its `Meaning` says it in Japanese and English (sources: domain 5.3). Types:

* `str`: as it is; an empty element is "", a missing one None
* `date`, `datetime`: yyyyMMdd, yyyyMMddHHmmss in Japan's time
* `Birthdate`: yyyyMMdd, with zeros for what is unknown
* a `Code`: its code
* a `Group`: an element with elements in it; a tuple of them: a list element around them

What a later version of the format adds is kept in `others`.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from common.codes import LimitCategory, SpecificDisease
from qualification.oqs.birthdate import Birthdate
from qualification.oqs.codes import (
    CharacterCode,
    Consent,
    Inconsistency,
    InsuredCardClass,
    LimitCertificateClass,
    LimitConsent,
    LossReason,
    Match,
    PersonOrFamily,
    Preschool,
    PrescriptionIssue,
    Presence,
    ProcessingStatus,
    QualificationValidity,
    ReferenceClass,
    ResultSegment,
    Sex,
    SingleOrCombined,
    TicketType,
    TreatmentType,
)


@dataclass(frozen=True)
class Meaning:
    ja: str
    en: str


@dataclass(frozen=True)
class Listed:
    """The field is an element `name` with any number of elements `item` in it."""

    name: str
    item: str


@dataclass(frozen=True, kw_only=True, repr=False)
class Group:
    """An element with elements in it; what they say is personal and stays out of its repr."""

    others: tuple[str, ...] = ()
    """The XML of elements that are unknown, or whose value the code table does not know."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}(…)"


@dataclass(frozen=True, kw_only=True, repr=False)
class MessageHeader(Group):
    process_execution_time: Annotated[datetime, Meaning("処理実行日時", "time of processing")]
    qualification_confirmation_date: Annotated[
        date | None, Meaning("資格確認日", "date of the query")
    ] = None
    medical_institution_code: Annotated[str, Meaning("医療機関コード", "facility code, 10 digits")]
    arbitrary_file_identifier: Annotated[
        str | None, Meaning("任意のファイル識別子", "caller's own mark")
    ] = None
    reference_classification: Annotated[
        ReferenceClass | None, Meaning("照会区分", "kind of query")
    ] = None
    segment_of_result: Annotated[ResultSegment, Meaning("処理結果区分", "result of the processing")]
    error_code: Annotated[str | None, Meaning("エラーコード", "error code")] = None
    error_message: Annotated[str | None, Meaning("エラーメッセージ", "error message")] = None
    character_code_identifier: Annotated[
        CharacterCode | None, Meaning("文字コード識別", "encoding")
    ] = None


@dataclass(frozen=True, kw_only=True, repr=False)
class ElderlyRecipientCertificate(Group):
    elderly_recipient_certificate_date: Annotated[
        date | None, Meaning("交付年月日", "issued on")
    ] = None
    elderly_recipient_valid_start_date: Annotated[
        date | None, Meaning("有効開始年月日", "valid from")
    ] = None
    elderly_recipient_valid_end_date: Annotated[
        date | None, Meaning("有効終了年月日", "valid to")
    ] = None
    elderly_recipient_contribution_ratio: Annotated[
        str | None, Meaning("負担割合", "share, 3 digits")
    ] = None


@dataclass(frozen=True, kw_only=True, repr=False)
class LimitCertificate(Group):
    limit_application_certificate_classification: Annotated[
        LimitCertificateClass | None, Meaning("限度額適用認定証区分", "kind of certificate")
    ] = None
    limit_application_certificate_classification_flag: Annotated[
        LimitCategory | None, Meaning("限度額適用認定証適用区分", "category")
    ] = None
    limit_application_certificate_date: Annotated[
        date | None, Meaning("交付年月日", "issued on")
    ] = None
    limit_application_certificate_valid_start_date: Annotated[
        date | None, Meaning("有効開始年月日", "valid from")
    ] = None
    limit_application_certificate_valid_end_date: Annotated[
        date | None, Meaning("有効終了年月日", "valid to")
    ] = None
    limit_application_certificate_long_term_date: Annotated[
        date | None, Meaning("長期入院該当年月日", "long hospital stay since")
    ] = None


@dataclass(frozen=True, kw_only=True, repr=False)
class SpecificDiseasesCertificate(Group):
    specific_diseases_disease_category: Annotated[
        SpecificDisease | None, Meaning("特定疾病療養受療証認定疾病区分", "disease")
    ] = None
    specific_diseases_certificate_date: Annotated[
        date | None, Meaning("交付年月日", "issued on")
    ] = None
    specific_diseases_valid_start_date: Annotated[
        date | None, Meaning("有効開始年月日", "valid from")
    ] = None
    specific_diseases_valid_end_date: Annotated[
        date | None, Meaning("有効終了年月日", "valid to")
    ] = None
    specific_diseases_self_pay: Annotated[
        str | None, Meaning("自己負担限度額", "own share at most, yen")
    ] = None


@dataclass(frozen=True, kw_only=True, repr=False)
class MedicalTicket(Group):
    """医療券・調剤券 of 医療扶助."""

    ticket_type: Annotated[TicketType | None, Meaning("医療券・調剤券別", "kind")] = None
    medical_ticket_valid_date: Annotated[date | None, Meaning("有効開始年月日", "valid from")] = (
        None
    )
    medical_ticket_expiration_date: Annotated[
        date | None, Meaning("有効終了年月日", "valid to")
    ] = None
    issue_number: Annotated[str | None, Meaning("交付番号", "number of issue")] = None
    medical_treatment_month: Annotated[
        str | None, Meaning("診療年月", "month of treatment, yyyyMM")
    ] = None
    designated_medical_institution_code: Annotated[
        str | None, Meaning("指定医療機関コード", "chosen facility's code")
    ] = None
    designated_medical_institution_flag: Annotated[
        Match | None, Meaning("指定医療機関確認フラグ", "whether that is this facility")
    ] = None
    designated_medical_institution_name: Annotated[
        str | None, Meaning("指定医療機関名", "chosen facility's name")
    ] = None
    prescription_issuer_medical_institution_code: Annotated[
        str | None, Meaning("処方箋発行元医療機関コード", "prescribing facility's code")
    ] = None
    prescription_issuer_medical_institution_name: Annotated[
        str | None, Meaning("処方箋発行元医療機関名", "prescribing facility's name")
    ] = None
    injury_name1: Annotated[str | None, Meaning("傷病名1", "disease or injury")] = None
    injury_name2: Annotated[str | None, Meaning("傷病名2", "second disease or injury")] = None
    injury_name3: Annotated[str | None, Meaning("傷病名3", "third disease or injury")] = None
    medical_treatment_type: Annotated[
        TreatmentType | None, Meaning("診療別", "kind of treatment")
    ] = None
    self_pay_amount: Annotated[str | None, Meaning("本人支払額", "own share, yen")] = None
    district_contact_name: Annotated[str | None, Meaning("地区担当員名", "district worker")] = None
    handling_contact_name: Annotated[str | None, Meaning("取扱担当者名", "handling clerk")] = None
    single_or_combined_use: Annotated[
        SingleOrCombined | None, Meaning("単独・併用別", "alone or with an insurance")
    ] = None
    status_of_social_insurance: Annotated[
        Presence | None, Meaning("社会保険状況", "social insurance")
    ] = None
    consistency_flag: Annotated[
        Inconsistency | None, Meaning("不整合フラグ", "entries contradict each other")
    ] = None
    # The format spells it so.
    status_of_infecton: Annotated[
        Presence | None, Meaning("感染症の有無", "law on infectious diseases")
    ] = None
    status_of_elderly_medical_care: Annotated[
        Presence | None, Meaning("後期高齢者医療の有無", "elderly medical care")
    ] = None
    status_of_prefectural_expenses: Annotated[
        Presence | None, Meaning("都道府県費の有無", "prefecture pays")
    ] = None
    remarks1: Annotated[str | None, Meaning("備考1", "remark")] = None
    remarks2: Annotated[str | None, Meaning("備考2", "second remark")] = None
    remarks3: Annotated[str | None, Meaning("備考3", "third remark")] = None


@dataclass(frozen=True, kw_only=True, repr=False)
class SearchInfo(Group):
    """What a query by number was asked for; a query by card has none."""

    insurer_number: Annotated[str | None, Meaning("保険者番号", "insurer number")] = None
    insured_card_symbol: Annotated[str | None, Meaning("被保険者証記号", "symbol")] = None
    insured_identification_number: Annotated[str | None, Meaning("被保険者証番号", "number")] = None
    insured_branch_number: Annotated[str | None, Meaning("被保険者証枝番", "branch")] = None
    birthdate: Annotated[Birthdate | None, Meaning("生年月日", "date of birth")] = None
    limit_application_certificate_related_cons_flg: Annotated[
        LimitConsent | None, Meaning("限度額適用認定証提供同意フラグ", "limit information agreed")
    ] = None
    arbitrary_identifier: Annotated[str | None, Meaning("任意の識別子", "caller's own mark")] = None


@dataclass(frozen=True, kw_only=True, repr=False)
class ResultOfQualificationConfirmation(Group):
    """One qualification, with what the patient agreed to show."""

    insured_card_classification: Annotated[
        InsuredCardClass | None, Meaning("被保険者証区分", "card kind")
    ] = None
    insurer_number: Annotated[
        str | None, Meaning("保険者番号", "insurer number, 8, left space padded")
    ] = None
    insured_card_symbol: Annotated[str | None, Meaning("被保険者証記号", "symbol")] = None
    insured_identification_number: Annotated[str | None, Meaning("被保険者証番号", "number")] = None
    insured_branch_number: Annotated[str | None, Meaning("被保険者証枝番", "branch, 2 digits")] = (
        None
    )
    personal_family_classification: Annotated[
        PersonOrFamily | None, Meaning("本人・家族の別", "role")
    ] = None
    insured_name: Annotated[
        str | None, Meaning("被保険者氏名（世帯主氏名）", "insured person's name")
    ] = None
    name: Annotated[str | None, Meaning("氏名", "name")] = None
    name_of_other: Annotated[str | None, Meaning("氏名（その他）", "other name")] = None
    name_kana: Annotated[str | None, Meaning("氏名カナ", "name in half-width kana")] = None
    name_of_other_kana: Annotated[
        str | None, Meaning("氏名カナ（その他）", "other name in kana")
    ] = None
    sex1: Annotated[Sex | None, Meaning("性別1", "sex")] = None
    sex2: Annotated[Sex | None, Meaning("性別2", "sex, second entry")] = None
    birthdate: Annotated[Birthdate | None, Meaning("生年月日", "date of birth")] = None
    address: Annotated[str | None, Meaning("住所", "address")] = None
    post_number: Annotated[str | None, Meaning("郵便番号", "post code")] = None
    qualification_date: Annotated[date | None, Meaning("資格取得年月日", "qualified since")] = None
    disqualification_date: Annotated[
        date | None, Meaning("資格喪失年月日", "disqualified since")
    ] = None
    insured_certificate_issuance_date: Annotated[
        date | None, Meaning("交付年月日", "issued on")
    ] = None
    insured_card_valid_date: Annotated[date | None, Meaning("有効開始年月日", "valid from")] = None
    insured_card_expiration_date: Annotated[date | None, Meaning("有効終了年月日", "valid to")] = (
        None
    )
    insured_partial_contribution_ratio: Annotated[
        str | None, Meaning("一部負担金割合", "010 = one tenth")
    ] = None
    preschool_classification: Annotated[
        Preschool | None, Meaning("未就学区分", "below school age")
    ] = None
    reason_of_loss: Annotated[LossReason | None, Meaning("資格喪失事由", "reason of loss")] = None
    insurer_name: Annotated[str | None, Meaning("保険者名称", "insurer's name")] = None
    elderly_recipient_certificate_info: Annotated[
        ElderlyRecipientCertificate | None,
        Meaning("高齢受給者証情報", "elderly recipient's certificate"),
    ] = None
    limit_application_certificate_related_cons_flg: Annotated[
        LimitConsent | None,
        Meaning("限度額適用認定証提供同意フラグ", "agreed to provide limit information"),
    ] = None
    limit_application_certificate_related_cons_time: Annotated[
        datetime | None, Meaning("限度額適用認定証提供同意日時", "agreed at")
    ] = None
    limit_application_certificate_related_info: Annotated[
        LimitCertificate | None, Meaning("限度額適用認定証関連情報", "limit information")
    ] = None
    specific_diseases_certificate_related_cons_flg: Annotated[
        Consent | None, Meaning("特定疾病療養受療証提供同意フラグ", "specific diseases: consent")
    ] = None
    specific_diseases_certificate_related_cons_time: Annotated[
        datetime | None, Meaning("特定疾病療養受療証提供同意日時", "specific diseases: agreed at")
    ] = None
    specific_diseases: Annotated[
        tuple[SpecificDiseasesCertificate, ...],
        Meaning("特定疾病療養受療証情報", "certificates of specific diseases"),
        Listed("SpecificDiseasesCertificateList", "SpecificDiseasesCertificateInfo"),
    ] = ()
    medical_tickets: Annotated[
        tuple[MedicalTicket, ...],
        Meaning("医療扶助資格確認結果", "medical tickets of public assistance"),
        Listed("PublicExpenseResultList", "MedicalTicketInfo"),
    ] = ()
    specific_health_checkups_info_cons_flg: Annotated[
        Consent | None, Meaning("特定健診情報閲覧同意フラグ", "check-ups: consent")
    ] = None
    specific_health_checkups_info_cons_time: Annotated[
        datetime | None, Meaning("特定健診情報閲覧同意日時", "check-ups: agreed at")
    ] = None
    specific_health_checkups_info_available_time: Annotated[
        datetime | None, Meaning("特定健診情報閲覧有効期限", "check-ups: available until")
    ] = None
    pharmacists_info_cons_flg: Annotated[
        Consent | None, Meaning("薬剤情報閲覧同意フラグ", "medicines: consent")
    ] = None
    pharmacists_info_cons_time: Annotated[
        datetime | None, Meaning("薬剤情報閲覧同意日時", "medicines: agreed at")
    ] = None
    pharmacists_info_available_time: Annotated[
        datetime | None, Meaning("薬剤情報閲覧有効期限", "medicines: available until")
    ] = None
    diagnosis_info_cons_flg: Annotated[
        Consent | None, Meaning("診療情報閲覧同意フラグ", "medical care: consent")
    ] = None
    diagnosis_info_cons_time: Annotated[
        datetime | None, Meaning("診療情報閲覧同意日時", "medical care: agreed at")
    ] = None
    diagnosis_info_available_time: Annotated[
        datetime | None, Meaning("診療情報閲覧有効期限", "medical care: available until")
    ] = None
    operation_info_cons_flg: Annotated[
        Consent | None, Meaning("手術情報閲覧同意フラグ", "surgery: consent")
    ] = None
    operation_info_cons_time: Annotated[
        datetime | None, Meaning("手術情報閲覧同意日時", "surgery: agreed at")
    ] = None
    operation_info_available_time: Annotated[
        datetime | None, Meaning("手術情報閲覧有効期限", "surgery: available until")
    ] = None
    qualification_confirmation_key: Annotated[
        str | None, Meaning("資格確認キー", "the service's key of this qualification")
    ] = None
    reference_number: Annotated[
        str | None, Meaning("照会番号", "facility's number for the patient")
    ] = None


@dataclass(frozen=True, kw_only=True, repr=False)
class MessageBody(Group):
    processing_result_status: Annotated[ProcessingStatus, Meaning("処理結果状況", "status")]
    processing_result_code: Annotated[
        str | None, Meaning("処理結果コード", "code; may be set on success")
    ] = None
    processing_result_message: Annotated[
        str | None, Meaning("処理結果メッセージ", "to be shown as it is")
    ] = None
    prescription_issue_select: Annotated[
        PrescriptionIssue | None, Meaning("処方箋発行形態", "prescription form")
    ] = None
    qualification_validity: Annotated[
        QualificationValidity | None, Meaning("資格有効性", "validity")
    ] = None
    qualification_confirm_search_info: Annotated[
        SearchInfo | None, Meaning("照会条件", "what was asked for")
    ] = None
    results: Annotated[
        tuple[ResultOfQualificationConfirmation, ...],
        Meaning("資格確認結果", "qualifications"),
        Listed("ResultList", "ResultOfQualificationConfirmation"),
    ] = ()


@dataclass(frozen=True, kw_only=True, repr=False)
class Message(Group):
    """The whole file; its element is `XmlMsg`."""

    message_header: Annotated[MessageHeader, Meaning("ヘッダー", "header")]
    message_body: Annotated[MessageBody, Meaning("ボディ", "body")]
