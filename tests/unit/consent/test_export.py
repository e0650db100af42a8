"""An audit gets the consents of its period, and is told when the ledger is damaged."""

import csv
import json
from datetime import datetime, timedelta
from io import StringIO
from pathlib import Path

from consent.export import CSV_COLUMNS, Exported, ExportFormat, export
from consent.purge import purge
from tests.unit.consent.ledgers import FIRST_DAY, fill, key_file, ledger_path, tampering


def exported(
    folder: Path, form: ExportFormat, start: datetime, end: datetime
) -> tuple[str, Exported]:
    out = StringIO(newline="")
    result = export(ledger_path(folder), key_file(folder), out, start=start, end=end, form=form)
    return out.getvalue(), result


def test_jsonl_holds_one_consent_per_line_with_all_that_is_known(tmp_path: Path) -> None:
    fill(tmp_path, 1)
    text, result = exported(tmp_path, ExportFormat.JSONL, FIRST_DAY, FIRST_DAY + timedelta(days=1))
    assert result.consents == 1
    assert json.loads(text) == {
        "sequence": 1,
        "decided_at": "2026-04-01T09:00:00.000000+00:00",
        "valid_until": "2026-04-02T09:00:00.000000+00:00",
        "facility_code": "1311111111",
        "kiosk_id": "kiosk-1",
        "session_id": "session-1",
        "subject": "pseudonym-1",
        "identity_method": "face",
        "answers": [
            {
                "item": item,
                "decision": "agreed",
                "at": "2026-04-01T09:00:00.000000+00:00",
                "text_id": f"text-{item}",
                "text_version": "2024-06.1",
                "language": "ja",
            }
            for item in ("medical_and_medicines", "health_checkups")
        ],
    }


def test_csv_holds_one_answer_per_line(tmp_path: Path) -> None:
    fill(tmp_path, 2)
    text, result = exported(tmp_path, ExportFormat.CSV, FIRST_DAY, FIRST_DAY + timedelta(days=9))
    lines = list(csv.DictReader(StringIO(text)))
    assert result.consents == 2
    assert len(lines) == 4
    assert tuple(lines[0]) == CSV_COLUMNS
    assert [(line["session_id"], line["item"], line["decision"]) for line in lines[:2]] == [
        ("session-1", "medical_and_medicines", "agreed"),
        ("session-1", "health_checkups", "agreed"),
    ]


def test_the_period_includes_its_start_and_not_its_end(tmp_path: Path) -> None:
    fill(tmp_path, 5)
    text, _ = exported(
        tmp_path,
        ExportFormat.JSONL,
        FIRST_DAY + timedelta(days=1),
        FIRST_DAY + timedelta(days=3),
    )
    assert [json.loads(line)["sequence"] for line in text.splitlines()] == [2, 3]


def test_a_damaged_ledger_yields_what_is_sound_and_says_that_it_is_damaged(
    tmp_path: Path,
) -> None:
    fill(tmp_path, 4)
    with tampering(tmp_path) as database:
        database.execute("UPDATE entry SET sealed = x'00' WHERE sequence = 2")
        database.execute("DELETE FROM entry WHERE sequence = 3")
    text, result = exported(tmp_path, ExportFormat.JSONL, FIRST_DAY, FIRST_DAY + timedelta(days=9))
    assert [json.loads(line)["sequence"] for line in text.splitlines()] == [1, 4]
    assert not result.verification.intact


def test_a_ledger_without_its_head_yields_nothing_and_says_so(tmp_path: Path) -> None:
    fill(tmp_path, 2)
    with tampering(tmp_path) as database:
        database.execute("DELETE FROM head")
    text, result = exported(tmp_path, ExportFormat.JSONL, FIRST_DAY, FIRST_DAY + timedelta(days=9))
    assert text == ""
    assert not result.verification.intact


def test_the_note_of_a_purge_is_not_a_consent(tmp_path: Path) -> None:
    fill(tmp_path, 3)
    now = FIRST_DAY + timedelta(days=10)
    purge(ledger_path(tmp_path), key_file(tmp_path), before=FIRST_DAY + timedelta(days=1), now=now)
    text, result = exported(tmp_path, ExportFormat.JSONL, FIRST_DAY, now + timedelta(days=1))
    assert [json.loads(line)["sequence"] for line in text.splitlines()] == [2, 3]
    assert result.verification.intact
