"""Results are taken in as a receipt computer must: whole, once, in time, and none is lost."""

import os
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from common.japan import JST
from qualification.result_reader import GROWS_FOR_S, Arrived, Kind, ResultWatch

RECEPTION = datetime(2026, 11, 25, 9, 30, 0, tzinfo=JST)
RESULT = b"""<?xml version="1.0" encoding="UTF-8"?>
<XmlMsg><MessageHeader><ProcessExecutionTime>20261125093000</ProcessExecutionTime>
<QualificationConfirmationDate>20261125</QualificationConfirmationDate>
<MedicalInstitutionCode>1311111111</MedicalInstitutionCode>
<ReferenceClassification>1</ReferenceClassification><SegmentOfResult>1</SegmentOfResult>
<CharacterCodeIdentifier>0</CharacterCodeIdentifier></MessageHeader>
<MessageBody><ProcessingResultStatus>1</ProcessingResultStatus>
<QualificationValidity>4</QualificationValidity></MessageBody></XmlMsg>"""


class ReceiptComputer:
    """A receipt computer whose clock and folder the test moves, a step at each look."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.steps: list[Callable[[], object]] = []
        self.now = RECEPTION

    def put(self, content: bytes, at: datetime = RECEPTION, name_at: datetime = RECEPTION) -> Path:
        path = self.folder / f"OQSsiquc01res_face_1311111111{0:020X}_{name_at:%Y%m%d%H%M%S}.xml"
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
def computer(tmp_path: Path) -> ReceiptComputer:
    return ReceiptComputer(tmp_path)


def test_a_result_is_taken_once(computer: ReceiptComputer) -> None:
    computer.put(RESULT)
    later = RECEPTION + timedelta(seconds=30)
    computer.steps = [lambda: None, lambda: computer.put(RESULT, later, later)]
    arrived = computer.watch()
    assert next(arrived).named_at == RECEPTION
    assert next(arrived).named_at == later


def test_what_lies_there_already_may_be_passed_over(computer: ReceiptComputer) -> None:
    computer.put(RESULT)
    later = RECEPTION + timedelta(seconds=30)
    computer.steps = [lambda: computer.put(RESULT, later, later)]
    assert next(computer.watch(skip_existing=True)).named_at == later


def test_a_file_that_still_grows_is_waited_for(computer: ReceiptComputer) -> None:
    computer.put(RESULT[:200])
    computer.steps = [lambda: computer.wait(GROWS_FOR_S / 2), lambda: computer.put(RESULT)]
    assert next(computer.watch()).kind is Kind.RESULT


def test_a_file_that_stays_half_is_told_as_it_is(computer: ReceiptComputer) -> None:
    computer.put(RESULT[:200])
    computer.steps = [lambda: computer.wait(GROWS_FOR_S)]
    arrived = next(computer.watch())
    assert (arrived.kind, arrived.message) == (Kind.UNREADABLE, None)
    assert "well-formed" in arrived.why


def test_what_may_not_be_read_is_told(computer: ReceiptComputer) -> None:
    path = computer.put(b"")
    path.unlink()
    path.mkdir()
    os.utime(path, (RECEPTION.timestamp(), RECEPTION.timestamp()))
    computer.steps = [lambda: computer.wait(GROWS_FOR_S)]
    arrived = next(computer.watch())
    assert (arrived.kind, arrived.why) == (Kind.UNREADABLE, "Is a directory")


def test_a_result_that_was_held_up_is_for_nobody_at_the_kiosk(computer: ReceiptComputer) -> None:
    computer.wait(61)
    computer.put(RESULT)
    assert next(computer.watch()).kind is Kind.LATE


@pytest.mark.parametrize("skew_s", [30, 90, 300, -300, -3600])
def test_the_clock_of_the_share_decides_nothing(computer: ReceiptComputer, skew_s: int) -> None:
    """Neither whose a result is, nor how long a half one is waited for."""
    share_says = RECEPTION + timedelta(seconds=skew_s)
    computer.put(RESULT, at=share_says)
    assert next(computer.watch()).kind is Kind.RESULT
    computer.put(RESULT[:200], at=share_says)
    computer.steps = [lambda: computer.wait(4)] * 5
    assert next(computer.watch()).kind is Kind.UNREADABLE
    assert len(computer.steps) == 2, "ten seconds of the watcher's own"


def test_a_file_that_was_half_for_long_is_taken_when_it_is_whole(
    computer: ReceiptComputer,
) -> None:
    computer.put(RESULT[:200])
    computer.steps = [lambda: computer.wait(GROWS_FOR_S), lambda: computer.put(RESULT)]
    arrived = computer.watch()
    assert next(arrived).kind is Kind.UNREADABLE
    assert next(arrived).kind is Kind.RESULT


def test_other_files_are_left_alone(computer: ReceiptComputer) -> None:
    (computer.folder / "OQSsiquc01res_face_1311111111.tmp").write_bytes(RESULT)
    (computer.folder / "OQSmuquc02res_1.xml").write_bytes(RESULT)
    computer.steps = [lambda: computer.put(RESULT)]
    assert next(computer.watch()).kind is Kind.RESULT


def test_a_folder_that_goes_away_comes_back(computer: ReceiptComputer) -> None:
    away = computer.folder.with_name("away")
    computer.folder.rename(away)
    computer.steps = [lambda: away.rename(computer.folder), lambda: computer.put(RESULT)]
    assert next(computer.watch()).kind is Kind.RESULT
