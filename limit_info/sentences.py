"""What providing means, in each language of the screens; amounts in yen."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sentences:
    without_amount: str
    flat: str
    with_percentage: str
    with_outpatient: str


def _on(start: str, without_amount: str, flat: str, percentage: str, outpatient: str) -> Sentences:
    parts = (without_amount, flat, percentage, outpatient)
    return Sentences(*(start + part for part in parts))


SENTENCES = {
    "ja": _on(
        "提供すると、この窓口でのお支払いは、ひと月",
        "の上限額までになります。",
        "に{base:,}円までになります。",
        "に{base:,}円と、医療費が{threshold:,}円を超えた分の1%までになります。",
        "に通院は{outpatient:,}円、入院は{base:,}円までになります。",
    ),
    "ja-x-easy": _on(
        "提供（ていきょう）すると、ここで 払（はら）う お金（かね）は、1か月（げつ）",
        "の 上限（じょうげん）までです。",
        "に {base:,}円（えん）までです。",
        "に {base:,}円（えん）と、医療費（いりょうひ）が {threshold:,}円（えん）より"
        " 多（おお）い 分（ぶん）の 1%までです。",
        "に 通院（つういん）は {outpatient:,}円（えん）、入院（にゅういん）は {base:,}円（えん）"
        "までです。",
    ),
    "en": _on(
        "If you share it, you pay no more than ",
        "your monthly limit here.",
        "{base:,} yen a month here.",
        "{base:,} yen a month here, plus 1% of the medical cost above {threshold:,} yen.",
        "{outpatient:,} yen a month here for outpatient care, and {base:,} yen in hospital.",
    ),
    "zh-Hans": _on(
        "提供后，您在本窗口",
        "的支付额不超过每月上限。",
        "每月最多支付{base:,}日元。",
        "每月最多支付{base:,}日元，加上医疗费超过{threshold:,}日元部分的1%。",
        "每月最多支付：门诊{outpatient:,}日元，住院{base:,}日元。",
    ),
    "zh-Hant": _on(
        "提供後，您在本窗口",
        "的支付額不超過每月上限。",
        "每月最多支付{base:,}日圓。",
        "每月最多支付{base:,}日圓，加上醫療費超過{threshold:,}日圓部分的1%。",
        "每月最多支付：門診{outpatient:,}日圓，住院{base:,}日圓。",
    ),
    "ko": _on(
        "제공하시면 이 창구에서 내시는 금액은 ",
        "월 상한액까지입니다.",
        "한 달에 {base:,}엔까지입니다.",
        "한 달에 {base:,}엔과 의료비 중 {threshold:,}엔을 넘는 부분의 1%까지입니다.",
        "한 달에 통원 {outpatient:,}엔, 입원 {base:,}엔까지입니다.",
    ),
    "vi": _on(
        "Nếu cung cấp, tại quầy này bạn trả nhiều nhất ",
        "bằng mức trần hằng tháng.",
        "{base:,} yên mỗi tháng.",
        "{base:,} yên mỗi tháng, cộng 1% phần chi phí y tế vượt quá {threshold:,} yên.",
        "{outpatient:,} yên mỗi tháng khi khám ngoại trú và {base:,} yên khi nằm viện.",
    ),
    "pt": _on(
        "Se fornecer, você paga aqui no máximo ",
        "o seu limite mensal.",
        "{base:,} ienes por mês.",
        "{base:,} ienes por mês, mais 1% da despesa médica acima de {threshold:,} ienes.",
        "{outpatient:,} ienes por mês em consultas e {base:,} ienes em internação.",
    ),
    "es": _on(
        "Si lo comparte, aquí paga como máximo ",
        "su límite mensual.",
        "{base:,} yenes al mes.",
        "{base:,} yenes al mes, más el 1% del coste médico que supere {threshold:,} yenes.",
        "{outpatient:,} yenes al mes sin ingreso y {base:,} yenes en hospitalización.",
    ),
    "fil": _on(
        "Kung ibabahagi, ang babayaran dito ay hanggang ",
        "sa buwanang limitasyon lang.",
        "{base:,} yen lang bawat buwan.",
        "{base:,} yen bawat buwan, dagdag ang 1% ng gastos na lampas sa {threshold:,} yen.",
        "{outpatient:,} yen bawat buwan sa outpatient at {base:,} yen kung naka-confine.",
    ),
}
