"""Code tables of the OQS format (業務コード OQSCDnnn), each value in Japanese and English.

One class per table, its number in the docstring; the member's value is the code on the wire.
All 44 tables are here and in `common.codes` (sources: domain 5.6), also those that only other
messages use: a facility's settings, bulk queries, check-ups and medicines. OQSCD042 has three,
one for each factor of OQSCD041; OQSCD021 and 023 to 025 are one, as are 026 and 032, and the
switches 030, 035, 037 and 043. The published tables disagree in one place: OQSCD005 is taken as 0
UTF-8, 1 Shift_JIS, as three sources and the sample file have it (sources: domain 5.5). What the
values of OQSCD040 mean was not found in public.
"""

from common.codes import Code


class LimitConsent(Code):
    """OQSCD001 限度額適用認定証提供同意"""

    NOT_GIVEN = "0", "未同意", "not agreed"
    GIVEN = "1", "同意", "agreed"


class ReferenceClass(Code):
    """OQSCD002 照会区分"""

    MY_NUMBER_CARD = "1", "マイナンバーカード", "My Number Card"
    INSURED_NUMBER = "2", "被保険者証情報", "insured person's number (資格確認書)"


class ResultSegment(Code):
    """OQSCD003 処理結果区分"""

    NORMAL = "1", "正常終了", "done"
    IN_PROGRESS = "2", "処理中", "in progress"
    FAILED = "9", "異常終了", "failed"


class ProcessingStatus(Code):
    """OQSCD004 処理結果状況"""

    NORMAL = "1", "正常", "normal"
    ERROR = "2", "エラー", "error"


class CharacterCode(Code):
    """OQSCD005 文字コード識別"""

    UTF_8 = "0", "UTF-8", "UTF-8"
    SHIFT_JIS = "1", "Shift_JIS", "Shift_JIS"


class QualificationValidity(Code):
    """OQSCD006 資格有効性"""

    VALID = "1", "有効", "valid"
    INVALID = "2", "無効", "invalid"
    INVALID_NEWER_EXISTS = "3", "無効（新しい資格あり）", "invalid, a newer one exists"
    NONE = "4", "該当資格なし", "no such qualification"
    SEVERAL = "5", "複数該当", "several match"
    VALID_UNREGISTERED = "6", "有効（未登録）", "valid, not registered (医療扶助)"


class Sex(Code):
    """OQSCD007 性別"""

    MALE = "1", "男", "male"
    FEMALE = "2", "女", "female"
    NOT_SET = "3", "未設定", "not set"


class LossReason(Code):
    """OQSCD008 資格喪失事由"""

    DEATH = "01", "死亡", "death"
    PUBLIC_ASSISTANCE = "02", "生活保護受給", "public assistance"
    OTHER_QUALIFICATION = "03", "他の資格の取得", "another qualification was acquired"
    OTHER = "99", "その他", "other"


class PersonOrFamily(Code):
    """OQSCD009 本人・家族の別"""

    INSURED = "1", "本人", "insured person"
    FAMILY = "2", "家族", "family member"


class InsuredCardClass(Code):
    """OQSCD010 被保険者証区分"""

    GENERAL = "01", "一般", "general"
    RETIREE = "02", "退職", "retiree"
    SHORT_TERM = "03", "短期証", "short term"
    SHORT_TERM_RETIREE = "04", "短期証（退職）", "short term, retiree"
    SPECIAL_MEDICAL_EXPENSES = "05", "特別療養費", "special medical expenses"
    SPECIAL_RETIREE = "06", "特例退職", "special retiree"
    SELF_DEFENCE_OFFICIAL = "07", "自衛官", "Self-Defence Forces member"
    MEDICAL_ASSISTANCE = "A1", "医療扶助", "medical assistance"


class LimitCertificateClass(Code):
    """OQSCD011 限度額適用認定証区分"""

    LIMIT = "01", "限度額適用認定証", "limit"
    LIMIT_AND_STANDARD_REDUCTION = (
        "02",
        "限度額適用・標準負担額減額認定証",
        "limit and reduced standard share",
    )
    STANDARD_REDUCTION = "03", "標準負担額減額認定証", "reduced standard share"


class LimitChange(Code):
    """OQSCD014 限度額適用認定証情報変更"""

    NONE = "0", "変更なし", "not changed"
    CHANGED = "1", "変更あり・判定不能", "changed, or it cannot be told"


class Preschool(Code):
    """OQSCD015 未就学区分"""

    PRESCHOOL = "1", "未就学", "below school age"


class Consent(Code):
    """OQSCD016 同意フラグ"""

    NONE = "0", "同意なし", "none"
    GIVEN = "1", "同意あり", "given"
    EXPIRED = "2", "同意の有効期限切れ", "expired"
    HARD_TO_OBTAIN = "3", "同意取得困難", "consent hard to obtain"


class PrescriptionIssue(Code):
    """OQSCD017 処方箋発行形態"""

    ELECTRONIC = "1", "電子", "electronic"
    PAPER = "2", "紙", "paper"


class TicketType(Code):
    """OQSCD018 医療券・調剤券別"""

    MEDICAL = "01", "医療券", "medical ticket"
    DISPENSING = "02", "調剤券", "dispensing ticket"


class TreatmentType(Code):
    """OQSCD019 診療別"""

    INPATIENT = "01", "入院", "inpatient"
    OUTPATIENT = "02", "入院外", "outpatient"
    DENTAL = "03", "歯科", "dental"
    DISPENSING = "04", "調剤", "dispensing"
    HOME_NURSING = "05", "訪問看護", "home nursing"


class SingleOrCombined(Code):
    """OQSCD020 単独・併用別"""

    SINGLE = "01", "単独", "alone"
    COMBINED = "02", "併用", "combined with an insurance"


class Presence(Code):
    """OQSCD021 社会保険, OQSCD023 感染症, OQSCD024 後期高齢者医療, OQSCD025 都道府県費: 有無"""

    YES = "01", "あり", "yes"
    NO = "02", "なし", "no"


class Inconsistency(Code):
    """OQSCD022 不整合フラグ"""

    INCONSISTENT = "1", "不整合", "the entries contradict each other"


class Match(Code):
    """OQSCD026 指定医療機関確認フラグ, OQSCD032 一致フラグ"""

    SAME = "0", "一致", "the same"
    DIFFERENT = "1", "不一致", "not the same"


class SamePerson(Code):
    """OQSCD027 同一個人フラグ"""

    FOUND = "1", "同一個人あり", "the same person has another entry"


class TreatmentSetting(Code):
    """OQSCD028 診療区分"""

    OUTPATIENT = "1", "外来診療", "at the facility"
    HOME_VISIT = "2", "訪問診療", "home visit"
    ONLINE = "3", "オンライン診療", "online"
    EMERGENCY = "4", "救急", "emergency"


class InformationKind(Code):
    """OQSCD029 情報種別"""

    CHECKUPS = "TKK", "特定健診情報", "health check-ups"
    MEDICINES = "YZK", "薬剤情報", "medicines"


class Switch(Code):
    """OQSCD030 薬剤情報表示, OQSCD035 and OQSCD037 利用設定, OQSCD043 救急時閲覧権限"""

    OFF = "0", "なし・利用しない", "no, not used"
    ON = "1", "あり・利用する", "yes, used"


class ConsentEnd(Code):
    """OQSCD031 同意の有効期限切れ理由"""

    VISIT = "0", "受診形態による失効", "ended with the kind of visit"
    FACILITY = "1", "医療機関等による取消", "taken back by the facility"
    PATIENT = "2", "患者による取消", "taken back by the patient"
    USE_CHANGED = "3", "利用目的の変更", "the purpose changed"


class UrlKind(Code):
    """OQSCD033 URL種別"""

    HOME_VISIT = "2", "訪問診療", "home visit"
    ONLINE = "3", "オンライン診療", "online"


class PictureFormat(Code):
    """OQSCD034 ファイル形式"""

    PDF = "1", "PDF", "PDF"
    PNG = "2", "PNG", "PNG"


class ConsentItem(Code):
    """OQSCD036 同意情報"""

    SPECIFIC_DISEASES = "TSR", "特定疾病療養受療証情報", "certificate of a specific disease"
    CHECKUPS = "TKK", "特定健診情報", "health check-ups"
    MEDICINES = "YZK", "薬剤情報", "medicines"
    CARE = "SRJ", "診療情報", "medical care"
    SURGERY = "SHJ", "手術情報", "surgery"


class PrescriptionUse(Code):
    """OQSCD038 電子処方箋利用設定"""

    NONE = "0", "利用しない", "not used"
    ELECTRONIC_ONLY = "1", "電子のみ", "electronic only"
    BOTH = "2", "電子・紙の併用", "electronic and paper"
    PAPER_ONLY = "3", "紙のみ", "paper only"


class PrescriptionQuestion(Code):
    """OQSCD039 処方箋発行形態の確認時期"""

    ELSEWHERE = "1", "資格確認時以外", "asked elsewhere"
    AT_QUALIFICATION = "2", "資格確認時", "asked with the qualification"


class InformationRequest(Code):
    """OQSCD040 情報要求区分"""

    KIND_1 = "1", "区分1", "kind 1"
    KIND_2 = "2", "区分2", "kind 2"
    KIND_3 = "3", "区分3", "kind 3"
    KIND_4 = "4", "区分4", "kind 4"
    KIND_5 = "5", "区分5", "kind 5"
    KIND_6 = "6", "区分6", "kind 6"


class Factor(Code):
    """OQSCD041 二要素認証の要素"""

    KNOWLEDGE = "1", "記憶", "what one knows"
    BIOMETRIC = "2", "生体", "what one is"
    POSSESSION = "3", "物理", "what one has"


class KnowledgeFactor(Code):
    """OQSCD042 認証方式（記憶）"""

    PASSWORD = "01", "ID・パスワード", "id and password"
    PIN = "02", "PIN", "PIN"
    SECRET_QUESTION = "03", "秘密の質問", "secret question"


class BiometricFactor(Code):
    """OQSCD042 認証方式（生体）"""

    FINGERPRINT = "01", "指紋", "fingerprint"
    FACE = "02", "顔", "face"
    VOICE = "03", "音声", "voice"
    VEIN = "04", "静脈", "veins"
    IRIS = "05", "虹彩", "iris"


class PossessionFactor(Code):
    """OQSCD042 認証方式（物理）"""

    IC_CARD = "01", "ICカード", "chip card"
    ONE_TIME_PASSWORD = "02", "ワンタイムパスワード", "one-time password"
    OTHER = "03", "その他", "other"


class LinkedSystem(Code):
    """OQSCD044 連携システム"""

    MEDICAL_SUBSIDY = "01", "医療費助成", "medical subsidies"
    MOTHER_AND_CHILD = "02", "母子保健", "mother and child health"
    VACCINATION = "04", "予防接種", "vaccination"
    CARE_INSURANCE = "08", "介護保険", "long-term care"
