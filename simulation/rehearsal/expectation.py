"""Whether a run ended as its scenario says it must."""

from collections.abc import Iterator
from pathlib import Path

from defusedxml.ElementTree import parse  # type: ignore[import-untyped]

from consent.port import Item
from kiosk.session.flow import FlowName, flow_profile
from simulation.rehearsal.recorder import Report
from simulation.rehearsal.scenario import Expectation, Scenario


def check_expectation(scenario: Scenario, report: Report, profile: FlowName) -> None:
    """Put into `error` what did not end as the scenario says it must."""
    problems = [] if report.error is None else [report.error]
    problems += _problems(scenario.expect, report, profile)
    report.error = "; ".join(problems) or None


def _problems(expect: Expectation, report: Report, profile: FlowName) -> Iterator[str]:
    if report.outcome != expect.outcome:
        yield f"outcome is {report.outcome}, not {expect.outcome}"
    if report.identity_method != expect.identity_method:
        yield f"identity_method is {report.identity_method}"
    asked = {Item.REGISTRATION.value, *(item.value for item in flow_profile(profile).questions)}
    consents = {item: answer for item, answer in expect.consents.items() if item in asked}
    if expect.consents and report.consents != consents:
        yield f"consents are {report.consents}, not {consents}"
    if report.notice != expect.notice:
        yield f"notice is {report.notice}, not {expect.notice}"
    if expect.result != (report.result_file is not None):
        yield f"result_file is {report.result_file}"
    elif report.result_file is not None:
        yield from _said_otherwise(expect, Path(report.result_file))


def _said_otherwise(expect: Expectation, result: Path) -> Iterator[str]:
    root = parse(result).getroot()
    for element, wanted in expect.result_says.items():
        said = [found.text for found in root.iter(element)]
        if said != wanted:
            yield f"{element} is {said}, not {wanted}"
