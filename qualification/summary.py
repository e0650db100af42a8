"""A result at a glance, for the reception's list; and whole, as lines to be read off a print."""

from collections.abc import Iterator
from dataclasses import fields
from typing import get_type_hints

from common.codes import Code
from qualification.errors import BadAnswer
from qualification.oqs import xml
from qualification.oqs.message import Group, Meaning, ResultOfQualificationConfirmation
from qualification.port import OqsResult, Summary, Validity

UNREADABLE = "●"


def summary_of(result: OqsResult) -> Summary | None:
    """None for what is no result; it passes on to the receipt computer all the same."""
    try:
        body = xml.parse(result.xml).message_body
    except BadAnswer:
        return None
    first = body.results[0] if body.results else ResultOfQualificationConfirmation()
    validity = body.qualification_validity
    birth = first.birthdate
    limit = first.limit_application_certificate_related_info
    category = None if limit is None else limit.limit_application_certificate_classification_flag
    return Summary(
        validity=None if validity is None else Validity(validity.value),
        name_kana=first.name_kana or "",
        birth_date=None if birth is None else birth.day,
        name_unreadable=any(UNREADABLE in (name or "") for name in (first.name, first.name_kana)),
        limit_category=None if category is None else category.ja,
        patient_number=first.reference_number or None,
        message=body.processing_result_message or "",
    )


def lines_of(result: OqsResult) -> tuple[tuple[str, str], ...]:
    """Every element that is there: what it is in Japanese, and its value."""
    try:
        message = xml.parse(result.xml)
    except BadAnswer:
        return ()
    return tuple(_lines(message))


def _lines(group: Group) -> Iterator[tuple[str, str]]:
    hints = get_type_hints(type(group), include_extras=True)
    for each in fields(group):
        value = getattr(group, each.name)
        if value is None or value == () or each.name == "others":
            continue
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Group):
                yield from _lines(part)
            else:
                meanings = getattr(hints[each.name], "__metadata__", ())
                label = next((m.ja for m in meanings if isinstance(m, Meaning)), each.name)
                yield label, f"{part.value} {part.ja}" if isinstance(part, Code) else str(part)
