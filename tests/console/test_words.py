"""Every phase, reason, notice and case has its words, in both languages."""

from enum import Enum
from typing import get_args

import pytest

from common.certificate_dates import CertificateStanding
from common.decisions import Decision
from consent.port import Item
from console.acts import ACTS
from console.wording import LANGUAGES, load_words
from kiosk.desk_link.messages import Outcome, ReceptionState
from kiosk.session.screens import StopReason
from kiosk.session.states import Phase
from kiosk.staff.acts import ClosedFor, name_of
from kiosk.staff.notices import Notice
from qualification.port import IdentityMethod, Validity

TABLES: dict[str, type[Enum]] = {
    "reason": StopReason,
    "notice": Notice,
    "state": ReceptionState,
    "method": IdentityMethod,
    "certificate": CertificateStanding,
    "validity": Validity,
    "item": Item,
    "decision": Decision,
    "outcome": Outcome,
    "closed": ClosedFor,
}


def classes(union: object) -> set[str]:
    members = get_args(union)
    if not members:
        return {getattr(union, "__name__", "")}
    return {name for member in members for name in classes(member)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_a_kiosk_says_has_words(language: str) -> None:
    tables = load_words()[language].tables
    lacking = {
        f"{table}.{value.value}"
        for table, values in TABLES.items()
        for value in values
        if value.value not in tables[table]
    }
    lacking |= {f"act.{name}" for name in map(name_of, ACTS) if name not in tables["act"]}
    lacking |= {f"phase.{name}" for name in classes(Phase) if name not in tables["phase"]}
    assert lacking == set()


def test_both_languages_have_the_same_keys() -> None:
    first, second = (
        {(table, key) for table, words in each.tables.items() for key in words}
        for each in load_words().values()
    )
    assert first == second
