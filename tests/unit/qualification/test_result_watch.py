"""Results are taken in as a receipt computer must: whole, once, in time, and none is lost."""

import os
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from qualification.oqs.xml import JAPAN_TIME
from qualification.result_reader import GROWS_FOR_S, Arrived, Kind, ResultWatch

RECEPTION = datetime(2026, 11, 25, 9, 30, 0, tzinfo=JAPAN_TIME)
RESULT = b"""<?xml version="1.0" encoding="UTF-8"?>
<XmlMsg><MessageHeader><ProcessExecutionTime>20261125093000</ProcessExecutionTime>
<QualificationConfirmationDate>20261125</QualificationConfirmationDate>
<MedicalInstitutionCode>1311111111</MedicalInstitutionCode>
<ReferenceClassification>1</ReferenceClassification><SegmentOfResult>1</SegmentOfResult>
<CharacterCodeIdentifier>0</CharacterCodeIdentifier></MessageHeader>
<MessageBody><ProcessingResultStatus>1</ProcessingResultStatus>
<QualificationValidity>4</QualificationValidity></MessageBody></XmlMsg>"""


class Desk:
    """A receipt computer whose clock and folder the test moves, a step at each look."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.steps: list[Callable[[], object]] = []
        self.now = RECEPTION

    def put(self, content: bytes, at: datetime = RECEPTION, name_at: datetime = RECEPTION) -> Path:
        path = self.folder / f"OQSsiquc01res_face_1311111111{name_at:%Y%m%d%H%M%S}.xml"
        path.write_bytes(content)
        os.utime(path, (at.timestamp(), at.timestamp()))
        return path

    def wait(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)

    def _next_step(self, _seconds: float) -> None:
        self.steps.pop(0)()

    def watch(self, *, skip_existing: bool = False) -> Iterator[Arrived]:
        return iter(
            ResultWatch(
                self.folder,
                skip_existing=skip_existing,
                sleep=self._next_step,
                now_s=lambda: self.now.timestamp(),
            )
        )


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_a_result_is_taken_once(desk: Desk) -> None:
    desk.put(RESULT)
    later = RECEPTION + timedelta(seconds=30)
    desk.steps = [lambda: None, lambda: desk.put(RESULT, later, later)]
    arrived = desk.watch()
    assert next(arrived).named_at == RECEPTION
    assert next(arrived).named_at == later


def test_what_lies_there_already_may_be_passed_over(desk: Desk) -> None:
    desk.put(RESULT)
    later = RECEPTION + timedelta(seconds=30)
    desk.steps = [lambda: desk.put(RESULT, later, later)]
    assert next(desk.watch(skip_existing=True)).named_at == later


def test_a_file_that_still_grows_is_waited_for(desk: Desk) -> None:
    desk.put(RESULT[:200])
    desk.steps = [lambda: desk.wait(GROWS_FOR_S / 2), lambda: desk.put(RESULT)]
    assert next(desk.watch()).kind is Kind.RESULT


def test_a_file_that_stays_half_is_told_as_it_is(desk: Desk) -> None:
    desk.put(RESULT[:200])
    desk.steps = [lambda: desk.wait(GROWS_FOR_S)]
    arrived = next(desk.watch())
    assert (arrived.kind, arrived.message) == (Kind.UNREADABLE, None)
    assert "well-formed" in arrived.why


def test_what_may_not_be_read_is_told(desk: Desk) -> None:
    path = desk.put(b"")
    path.unlink()
    path.mkdir()
    os.utime(path, (RECEPTION.timestamp(), RECEPTION.timestamp()))
    desk.steps = [lambda: desk.wait(GROWS_FOR_S)]
    arrived = next(desk.watch())
    assert (arrived.kind, arrived.why) == (Kind.UNREADABLE, "Is a directory")


def test_a_result_that_was_held_up_is_for_nobody_at_the_kiosk(desk: Desk) -> None:
    desk.put(RESULT, at=RECEPTION + timedelta(seconds=61))
    assert next(desk.watch()).kind is Kind.LATE


def test_other_files_are_left_alone(desk: Desk) -> None:
    (desk.folder / "OQSsiquc01res_face_1311111111.tmp").write_bytes(RESULT)
    (desk.folder / "OQSmuquc02res_1.xml").write_bytes(RESULT)
    desk.steps = [lambda: desk.put(RESULT)]
    assert next(desk.watch()).kind is Kind.RESULT


def test_a_folder_that_goes_away_comes_back(desk: Desk) -> None:
    away = desk.folder.with_name("away")
    desk.folder.rename(away)
    desk.steps = [lambda: away.rename(desk.folder), lambda: desk.put(RESULT)]
    assert next(desk.watch()).kind is Kind.RESULT
