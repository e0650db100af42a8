"""Whether a run ended as its scenario says it must."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from defusedxml.ElementTree import parse

from consent.port import Item
from kiosk.session.flow import FlowName, flow_profile
from simulation.rehearsal.recorder import Report
from simulation.rehearsal.scenario import Scenario


def problems(scenario: Scenario, report: Report, profile: FlowName) -> Iterator[str]:
    """What did not end as the scenario says it must."""
    expect, also = scenario.expect, scenario.situation.questions
    if report.outcome != expect.outcome:
        yield f"outcome is {report.outcome}, not {expect.outcome}"
    if report.identity_method != expect.identity_method:
        yield f"identity_method is {report.identity_method}"
    asked = {Item.REGISTRATION, *flow_profile(profile, also).questions}
    consents = {
        item: answer for item, answer in expect.consents.items() if item.partition(":")[0] in asked
    }
    if expect.consents and report.consents != consents:
        yield f"consents are {report.consents}, not {consents}"
    if report.notice != expect.notice:
        yield f"notice is {report.notice}, not {expect.notice}"
    if expect.result != (report.result_file is not None):
        yield f"result_file is {report.result_file}"
    elif report.result_file is not None:
        wanted = expect.result_says | expect.result_says_in.get(profile, {})
        yield from _said_otherwise(wanted, Path(report.result_file))


def _said_otherwise(says: Mapping[str, list[str]], result: Path) -> Iterator[str]:
    root = parse(result).getroot()
    for element, wanted in says.items():
        said = [found.text for found in root.iter(element)]
        if said != wanted:
            yield f"{element} is {said}, not {wanted}"
