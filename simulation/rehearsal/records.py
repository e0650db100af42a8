"""Whether ledger, service and result say the same of each consent, whatever the scenario."""

import io
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import parse

from common.decisions import Decision, Decisions, from_list
from common.japan import JST
from consent.export import ExportFormat, export
from consent.keys import KeyProvider
from consent.port import PARTS, Item
from simulation.service.config import ServiceConfig

_ELEMENTS = {
    Item.HEALTH_CHECKUPS: "SpecificHealthCheckupsInfo",
    Item.MEDICINES: "PharmacistsInfo",
    Item.MEDICAL_CARE: "DiagnosisInfo",
    Item.SURGERY: "OperationInfo",
    Item.LIMIT_INFORMATION: "LimitApplicationCertificateRelated",
    Item.SPECIFIC_DISEASE: "SpecificDiseasesCertificateRelated",
}

_PRESCRIPTION = Item.PRESCRIPTION.value
_ISSUED = {Decision.AGREED: "1", Decision.DECLINED: "2"}  # Electronic, on paper


def in_ledger(path: Path, keys: KeyProvider) -> Decisions:
    """Of the newest reception; nothing where nobody was ever asked anything."""
    receptions = all_in_ledger(path, keys)
    return receptions[-1] if receptions else {}


def all_in_ledger(path: Path, keys: KeyProvider) -> list[Decisions]:
    """Of each reception since yesterday, the oldest first. A registration is no part of it: the
    service was told at once."""
    out = io.StringIO(newline="")
    now = datetime.now(UTC)
    day = timedelta(days=1)
    export(path, keys, out, start=now - day, end=now + day, form=ExportFormat.JSONL)
    receptions: dict[str, list[dict[str, str]]] = {}
    for record in map(json.loads, out.getvalue().splitlines()):
        answers = (each for each in record["answers"] if each["item"] != Item.REGISTRATION.value)
        receptions.setdefault(record["session_id"], []).extend(answers)
    return [from_list(answers) for answers in receptions.values()]


def at_service(database: Path) -> Decisions:
    """As the newest report told it."""
    return all_at_service(database)[-1]


def all_at_service(database: Path) -> list[Decisions]:
    """As the reports told it, the oldest first."""
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute("SELECT decisions FROM consent ORDER BY rowid").fetchall()
    return [from_list(json.loads(decisions)) for (decisions,) in rows]


def contradictions(ledger: Decisions, service: Decisions, result: Path) -> Iterator[str]:
    if ledger != service:
        yield f"the ledger says {ledger}, the service {service}"
    yield from _told_otherwise(ledger, parse(result).getroot())


def _told_otherwise(decisions: Decisions, root: Element) -> Iterator[str]:
    agreed = {
        part: given.at.astimezone(JST).strftime("%Y%m%d%H%M%S")
        for item, given in decisions.items()
        if given.decision is Decision.AGREED
        for part in PARTS.get(Item(item.partition(":")[0]), (item,))
    }
    for item, element in _ELEMENTS.items():
        flags = {found.text for found in root.iter(f"{element}ConsFlg")}
        times = {found.text for found in root.iter(f"{element}ConsTime")}
        if item in agreed and (flags, times) != ({"1"}, {agreed[item]}):
            yield f"{item} is agreed to, and the result says {flags} at {times}"
        if item not in agreed and ("1" in flags or times):
            yield f"{item} is not agreed to, and the result says {flags} at {times}"
    yield from _prescribed_otherwise(decisions, root)
    if Item.SUBSIDY not in agreed and any(_is_of_subsidy(found) for found in root.iter()):
        yield "no subsidy is to be used, and the result has one"


def _prescribed_otherwise(decisions: Decisions, root: Element) -> Iterator[str]:
    issued = [found.text for found in root.iter("PrescriptionIssueSelect")]
    wanted = [_ISSUED[given.decision] for item, given in decisions.items() if item == _PRESCRIPTION]
    if issued != wanted:
        yield f"the prescription is to be {wanted}, and the result says {issued}"
    dispensed = {found.text for found in root.iter("DispensingNumber")}
    wished = {
        item.partition(":")[2]
        for item, given in decisions.items()
        if item.startswith(f"{Item.DISPENSING}:") and given.decision is Decision.AGREED
    }
    if dispensed != wished:
        yield f"{wished} are to be dispensed, and the result says {dispensed}"


def _is_of_subsidy(element: Element) -> bool:
    return element.tag.startswith(ServiceConfig.subsidy_element)
