"""What providing means, in each language of the screens; amounts in yen."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sentences:
    without_amount: str
    flat: str
    with_percentage: str
    with_outpatient: str
    thousands: str = ","  # Between groups of digits, as the language writes them


def _on(
    start: str,
    without_amount: str,
    flat: str,
    percentage: str,
    outpatient: str,
    thousands: str = ",",
) -> Sentences:
    return Sentences(
        start + without_amount, start + flat, start + percentage, start + outpatient, thousands
    )


SENTENCES = {
    "ja": _on(
        "提供すると、保険診療のお支払いは、この窓口でひと月",
        "の上限額までになります。",
        "に{base}円までになります。",
        "に{base}円と、医療費の総額（10割）が{threshold}円を超えた分の1%までになります。",
        "に通院は{outpatient}円、入院は{base}円までになります。",
    ),
    "ja-x-easy": _on(
        "教（おし）えると、保険（ほけん）で 払（はら）う お金（かね）は、ここで 1か月（げつ）",
        "の 上限（じょうげん）までです。",
        "に {base}円（えん）までです。",
        "に {base}円（えん）と、医療費（いりょうひ）の 全部（ぜんぶ）（10割（わり））が"
        " {threshold}円（えん）より 多（おお）い 分（ぶん）の 1%までです。",
        "に 通院（つういん）は {outpatient}円（えん）、入院（にゅういん）は {base}円（えん）"
        "までです。",
    ),
    "en": _on(
        "If you share it, for insured care you pay no more than ",
        "your monthly limit here.",
        "{base} yen a month here.",
        "{base} yen a month here, plus 1% of the total medical cost (before insurance)"
        " above {threshold} yen.",
        "{outpatient} yen a month here as an outpatient, and {base} yen in hospital.",
    ),
    "zh-Hans": _on(
        "提供后，您在本窗口支付的保险诊疗费",
        "不超过每月上限。",
        "每月最多{base}日元。",
        "每月最多{base}日元，加上医疗费总额（10成）超过{threshold}日元部分的1%。",
        "每月最多：门诊{outpatient}日元，住院{base}日元。",
    ),
    "zh-Hant": _on(
        "提供後，您在本窗口支付的保險診療費",
        "不超過每月上限。",
        "每月最多{base}日圓。",
        "每月最多{base}日圓，加上醫療費總額（10成）超過{threshold}日圓部分的1%。",
        "每月最多：門診{outpatient}日圓，住院{base}日圓。",
    ),
    "ko": _on(
        "제공하시면 이 창구에서 내시는 보험 진료비는 ",
        "월 상한액까지입니다.",
        "한 달에 {base}엔까지입니다.",
        "한 달에 {base}엔과 의료비 총액(10할) 중 {threshold}엔을 넘는 부분의 1%까지입니다.",
        "한 달에 통원 {outpatient}엔, 입원 {base}엔까지입니다.",
    ),
    "vi": _on(
        "Nếu cung cấp, tại quầy này bạn trả cho phần khám chữa bệnh có bảo hiểm nhiều nhất ",
        "bằng mức giới hạn hằng tháng.",
        "{base} yên mỗi tháng.",
        "{base} yên mỗi tháng, cộng 1% phần tổng chi phí y tế (trước bảo hiểm) vượt quá"
        " {threshold} yên.",
        "{outpatient} yên mỗi tháng khi khám ngoại trú và {base} yên khi nằm viện.",
        thousands=".",
    ),
    "pt": _on(
        "Se fornecer, pelo atendimento coberto pelo seguro você paga aqui no máximo ",
        "o seu limite mensal.",
        "{base} ienes por mês.",
        "{base} ienes por mês, mais 1% da despesa médica total (antes do seguro) acima de"
        " {threshold} ienes.",
        "{outpatient} ienes por mês sem internação e {base} ienes em internação.",
        thousands=".",
    ),
    "es": _on(
        "Si lo facilita, por la atención con seguro paga aquí como máximo ",
        "su límite mensual.",
        "{base} yenes al mes.",
        "{base} yenes al mes, más el 1% del costo médico total (antes del seguro) que supere"
        " {threshold} yenes.",
        "{outpatient} yenes al mes sin ingreso y {base} yenes en hospitalización.",
    ),
    "fil": _on(
        "Kung ibibigay, ang babayaran dito para sa gamutang sakop ng insurance ay hanggang ",
        "sa buwanang limitasyon lang.",
        "{base} yen lang bawat buwan.",
        "{base} yen bawat buwan, dagdag ang 1% ng kabuuang gastos (bago ang insurance) na lampas"
        " sa {threshold} yen.",
        "{outpatient} yen bawat buwan sa outpatient at {base} yen kung naka-confine.",
    ),
}
