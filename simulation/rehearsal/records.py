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
from consent.port import PARTS, Item
from kiosk.compose.storage import consent_keys, consent_ledger
from kiosk.config import Config

_ELEMENTS = {
    Item.HEALTH_CHECKUPS: "SpecificHealthCheckupsInfo",
    Item.MEDICINES: "PharmacistsInfo",
    Item.MEDICAL_CARE: "DiagnosisInfo",
    Item.SURGERY: "OperationInfo",
    Item.LIMIT_INFORMATION: "LimitApplicationCertificateRelated",
    Item.SPECIFIC_DISEASE: "SpecificDiseasesCertificateRelated",
}


def contradictions(config: Config, service_database: Path, result: Path) -> Iterator[str]:
    """Of the only reception in the ledger and in the service's database."""
    ledger, service = _in_ledger(config), _at_service(service_database)
    if ledger != service:
        yield f"the ledger says {ledger}, the service {service}"
    yield from _told_otherwise(ledger, parse(result).getroot())


def _in_ledger(config: Config) -> Decisions:
    out = io.StringIO(newline="")
    now = datetime.now(UTC)
    export(
        consent_ledger(config),
        consent_keys(config),
        out,
        start=now - timedelta(days=1),
        end=now + timedelta(days=1),
        form=ExportFormat.JSONL,
    )
    answers = [a for line in out.getvalue().splitlines() for a in json.loads(line)["answers"]]
    decisions = from_list(answers)
    decisions.pop(Item.REGISTRATION, None)  # The service was told at once.
    return decisions


def _at_service(database: Path) -> Decisions:
    with closing(sqlite3.connect(database)) as connection:
        ((decisions,),) = connection.execute("SELECT decisions FROM consent").fetchall()
    return from_list(json.loads(decisions))


def _told_otherwise(decisions: Decisions, root: Element) -> Iterator[str]:
    agreed = {
        part: given.at.astimezone(JST).strftime("%Y%m%d%H%M%S")
        for item, given in decisions.items()
        if given.decision is Decision.AGREED
        for part in PARTS.get(Item(item), (Item(item),))
    }
    for item, element in _ELEMENTS.items():
        flags = {found.text for found in root.iter(f"{element}ConsFlg")}
        times = {found.text for found in root.iter(f"{element}ConsTime")}
        if item in agreed and (flags, times) != ({"1"}, {agreed[item]}):
            yield f"{item} is agreed to, and the result says {flags} at {times}"
        if item not in agreed and ("1" in flags or times):
            yield f"{item} is not agreed to, and the result says {flags} at {times}"
