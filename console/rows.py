"""One reception as the desk reads it: what stands in each column, and what comes next."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from common.certificate_dates import CertificateStanding
from common.decisions import Decision
from common.japan import JST
from console.store import Row
from console.wording import Words
from kiosk.desk_link.messages import ReceptionState
from qualification.port import Summary, Validity

_LARGE_KANA = str.maketrans("ァィゥェォッャュョヮ", "アイウエオツヤユヨワ")
_KATAKANA_AFTER_HIRAGANA = ord("ア") - ord("あ")


@dataclass(frozen=True)
class ShownRow:
    """For the templates: plain texts, and what stands out."""

    id: int
    place: str
    seen: bool
    at: str
    kiosk: str
    kana: str = field(repr=False)
    unreadable: bool
    age: str = field(repr=False)
    known: str = field(repr=False)
    insurance: str = field(repr=False)
    insurance_needs_care: bool
    certificate: str | None
    message: str = field(repr=False)
    agreed: str = field(repr=False)
    declined: str = field(repr=False)
    limit: str = field(repr=False)
    method: str
    result: str
    waits: bool
    file_name: str
    next: str


def shown(row: Row, words: Words, what_next: Mapping[str, str]) -> ShownRow:
    """`what_next`: the facility's own words, by case."""
    told, summary = row.reception, row.reception.summary
    case = case_of(row)
    return ShownRow(
        id=row.id,
        place=f"{place_of(told.at)}-{row.id:012}",
        seen=row.seen,
        at=told.at.astimezone(JST).strftime("%H:%M"),
        kiosk=row.kiosk,
        kana=unicodedata.normalize("NFKC", summary.name_kana) if summary else "",
        unreadable=summary is not None and summary.name_unreadable,
        age=_age(summary, told.at.astimezone(JST).date(), words),
        known=_known(summary, words),
        insurance=_insurance(summary, words),
        insurance_needs_care=case in _NEEDS_CARE,
        certificate=None
        if told.certificate in (None, CertificateStanding.VALID)
        else words.say(f"certificate.{told.certificate.value}"),
        message="" if summary is None else summary.message,
        agreed=_items(row, words, Decision.AGREED, Decision.BY_RULE),
        declined=_items(row, words, Decision.DECLINED),
        limit=(summary.limit_category if summary else None) or words.say("row.unknown"),
        method="" if told.method is None else words.say(f"method.{told.method.value}"),
        result=words.say(f"state.{told.state.value}"),
        waits=told.state is ReceptionState.WAITS_FOR_FOLDER,
        file_name=told.file_name or "",
        next=what_next.get(case) or words.say(f"next.{case}"),
    )


_NEEDS_CARE = frozenset({"lapsed", "not_qualified", "newer", "several", "refused"})

_BY_VALIDITY = {
    Validity.INVALID: "lapsed",
    Validity.INVALID_NEWER_EXISTS: "newer",
    Validity.NONE: "not_qualified",
    Validity.SEVERAL: "several",
}
_BY_CERTIFICATE = {
    CertificateStanding.GRACE: "grace",
    CertificateStanding.EXPIRES_SOON: "expires_soon",
}


def case_of(row: Row) -> str:
    """Which case it is, as the texts of what comes next name them."""
    told, summary = row.reception, row.reception.summary
    if told.state is ReceptionState.REFUSED:
        return "refused"
    if summary is None:
        return "waiting"
    by_validity = _BY_VALIDITY.get(summary.validity) if summary.validity else None
    by_certificate = _BY_CERTIFICATE.get(told.certificate) if told.certificate else None
    return by_validity or by_certificate or ("moved" if summary.message else "default")


def place_of(moment: datetime) -> str:
    """Sorts letter by letter as moments do: a browser puts in what is told late."""
    return f"{moment.astimezone(UTC):%Y%m%d%H%M%S%f}"


def matches(row: Row, wanted: str) -> bool:
    """Whether what staff typed, in any script of kana, is in what stands in the row."""
    summary = row.reception.summary
    name = summary.name_kana if summary else ""
    number = (summary.patient_number if summary else None) or ""
    held = (name, row.kiosk, number, row.reception.file_name or "")
    return any(comparable(wanted) in comparable(each) for each in held)


def comparable(text: str) -> str:
    """Full-width katakana, small letters, no spaces; insurers write ョ as ヨ or as it is."""
    whole = unicodedata.normalize("NFKC", text).lower()
    katakana = "".join(
        chr(ord(c) + _KATAKANA_AFTER_HIRAGANA) if "ぁ" <= c <= "ゖ" else c
        for c in whole
        if not c.isspace()
    )
    return katakana.translate(_LARGE_KANA)


def _age(summary: Summary | None, on: date, words: Words) -> str:
    born = None if summary is None else summary.birth_date
    if born is None:
        return words.say("row.unknown")
    years = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
    return f"{years}{words.say('row.years')}"


def _known(summary: Summary | None, words: Words) -> str:
    if summary is None:
        return words.say("row.unknown")
    if summary.patient_number is None:
        return words.say("row.new")
    return f"{words.say('row.known')} {summary.patient_number}"


def _insurance(summary: Summary | None, words: Words) -> str:
    if summary is None or summary.validity is None:
        return words.say("row.unknown")
    return words.say(f"validity.{summary.validity.value}")


def _items(row: Row, words: Words, *wanted: Decision) -> str:
    """`item` may name a part behind a colon; the desk sees which kind it is."""
    decisions = row.reception.decisions or {}
    kinds = dict.fromkeys(
        item.partition(":")[0] for item, decision in decisions.items() if decision in wanted
    )
    return "・".join(words.say(f"item.{kind}") for kind in kinds)
