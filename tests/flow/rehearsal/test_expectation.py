"""A run is compared with all that its scenario says of the end."""

from pathlib import Path

import pytest

from kiosk.session.flow import FlowName
from simulation.rehearsal import scenario
from simulation.rehearsal.expectation import problems
from simulation.rehearsal.recorder import Report

STORY = scenario.load("newer-insurance-exists")


def as_it_must_end(folder: Path) -> Report:
    result = folder / "result.xml"
    result.write_text(
        "<XmlMsg><QualificationValidity>3</QualificationValidity>"
        "<ReasonOfLoss>03</ReasonOfLoss></XmlMsg>"
    )
    return Report(
        STORY.name,
        STORY.person,
        "loopback",
        outcome="completed",
        identity_method="pin",
        notice="new_qualification_exists",
        result_file=str(result),
        consents={**STORY.expect.consents},
    )


def problem(report: Report) -> str | None:
    return "; ".join(problems(STORY, report, FlowName.CURRENT_2024_10)) or None


def test_what_ended_as_it_must_is_no_error(tmp_path: Path) -> None:
    report = as_it_must_end(tmp_path)
    del report.consents["limit_information"]  # Not asked in this profile.
    assert problem(report) is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("outcome", "stopped:not_qualified"),
        ("identity_method", "face"),
        ("notice", None),
        ("result_file", None),
        ("consents", {}),
    ],
)
def test_what_ended_otherwise_is_named(tmp_path: Path, field: str, value: object) -> None:
    report = as_it_must_end(tmp_path)
    setattr(report, field, value)
    assert field in (problem(report) or "")


def test_a_result_that_says_something_else_is_named(tmp_path: Path) -> None:
    report = as_it_must_end(tmp_path)
    Path(str(report.result_file)).write_text(
        "<XmlMsg><QualificationValidity>1</QualificationValidity></XmlMsg>"
    )
    error = problem(report) or ""
    assert "QualificationValidity is ['1'], not ['3']" in error
    assert "ReasonOfLoss is [], not ['03']" in error
