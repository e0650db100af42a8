"""What one entry of the ledger says, and its form as bytes.

An entry is a JSON object. It is padded to a fixed step, so that the length of the encrypted
entry does not tell whether the patient agreed, or was old enough to be asked about check-ups.
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from common import decisions
from common.errors import Bug
from consent.port import Answer, ConsentRecord, Item, Provision

CONSENT_VALIDITY = timedelta(hours=24)  # domain sheet 3.2: then the card must be read again.
_PADDING_STEP_BYTES = 1024


@dataclass(frozen=True)
class ConsentEntry:
    """A patient's decisions at this place in the chain."""

    sequence: int
    record: ConsentRecord

    @property
    def at(self) -> datetime:
        return self.record.decided_at

    @property
    def valid_until(self) -> datetime:
        return self.record.decided_at + CONSENT_VALIDITY


@dataclass(frozen=True)
class PurgeEntry:
    """Entries 1 to `removed_to` were removed by the retention rule."""

    sequence: int
    at: datetime
    before: datetime
    removed_to: int


Entry = ConsentEntry | PurgeEntry


def to_bytes(entry: Entry) -> bytes:
    """Raises `Bug`."""
    match entry:
        case ConsentEntry():
            fields = {"kind": "consent", **consent_fields(entry)}
        case PurgeEntry():
            fields = {
                "kind": "purge",
                "sequence": entry.sequence,
                "at": _utc(entry.at),
                "before": _utc(entry.before),
                "removed_to": entry.removed_to,
            }
    data = json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()
    return data.ljust(-(-len(data) // _PADDING_STEP_BYTES) * _PADDING_STEP_BYTES)


def from_bytes(data: bytes) -> Entry:
    """The inverse of `to_bytes`, for bytes that were authenticated before."""
    fields = json.loads(data)
    if fields["kind"] == "purge":
        return PurgeEntry(
            sequence=fields["sequence"],
            at=datetime.fromisoformat(fields["at"]),
            before=datetime.fromisoformat(fields["before"]),
            removed_to=fields["removed_to"],
        )
    return ConsentEntry(
        sequence=fields["sequence"],
        record=ConsentRecord(
            session_id=fields["session_id"],
            answers=tuple(_answer(answer) for answer in fields["answers"]),
            identity_method=fields["identity_method"],
            decided_at=datetime.fromisoformat(fields["decided_at"]),
            facility_code=fields["facility_code"],
            kiosk_id=fields["kiosk_id"],
            subject=fields["subject"],
        ),
    )


def consent_fields(entry: ConsentEntry) -> dict[str, Any]:
    """All that is kept of a consent, ready for JSON."""
    record = entry.record
    if not record.answers:
        raise Bug("A consent record holds no answer.")
    return {
        "sequence": entry.sequence,
        "decided_at": _utc(record.decided_at),
        "valid_until": _utc(entry.valid_until),
        "facility_code": record.facility_code,
        "kiosk_id": record.kiosk_id,
        "session_id": record.session_id,
        "subject": record.subject,
        "identity_method": record.identity_method,
        "answers": [_answer_fields(answer) for answer in record.answers],
    }


def _answer_fields(answer: Answer | Provision) -> dict[str, str]:
    """A decision as it is everywhere, and the text that it was an answer to."""
    (fields,) = decisions.to_list({answer.key: answer.given})
    if isinstance(answer, Answer):
        fields |= {
            "text_id": answer.text_id,
            "text_version": answer.text_version,
            "language": answer.language,
        }
    return fields


def _answer(fields: dict[str, str]) -> Answer | Provision:
    ((key, given),) = decisions.from_list([fields]).items()
    item, _, part = key.partition(":")
    if given.rule is not None:
        return Provision(Item(item), given.rule, given.at)
    return Answer(
        item=Item(item),
        decision=given.decision,
        text_id=fields["text_id"],
        text_version=fields["text_version"],
        language=fields["language"],
        at=given.at,
        part=part,
    )


def _utc(moment: datetime) -> str:
    if moment.tzinfo is None:
        raise Bug("A consent record's time has no time zone.")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
