"""Whether ledger, service and result say the same of each consent, whatever the scenario."""

import io
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import parse  # type: ignore[import-untyped]

from common.decisions import Decision, Decisions, from_list
from common.japan import JST
from consent.export import ExportFormat, export
from consent.keys import KeyProvider
from consent.port import PARTS, Item

_ELEMENTS = {
    Item.HEALTH_CHECKUPS: "SpecificHealthCheckupsInfo",
    Item.MEDICINES: "PharmacistsInfo",
    Item.MEDICAL_CARE: "DiagnosisInfo",
    Item.SURGERY: "OperationInfo",
    Item.LIMIT_INFORMATION: "LimitApplicationCertificateRelated",
    Item.SPECIFIC_DISEASE: "SpecificDiseasesCertificateRelated",
}


def in_ledger(path: Path, keys: KeyProvider) -> Decisions:
    """Of the newest reception. A registration is no part of it: the service was told at once."""
    out = io.StringIO(newline="")
    now = datetime.now(UTC)
    day = timedelta(days=1)
    export(path, keys, out, start=now - day, end=now + day, form=ExportFormat.JSONL)
    records = [json.loads(line) for line in out.getvalue().splitlines()]
    decisions = from_list(
        answer
        for record in records
        if record["session_id"] == records[-1]["session_id"]
        for answer in record["answers"]
    )
    decisions.pop(Item.REGISTRATION, None)
    return decisions


def at_service(database: Path) -> Decisions:
    """As the newest report told it."""
    with closing(sqlite3.connect(database)) as connection:
        newest = "SELECT decisions FROM consent ORDER BY rowid DESC LIMIT 1"
        ((decisions,),) = connection.execute(newest).fetchall()
    return from_list(json.loads(decisions))


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
