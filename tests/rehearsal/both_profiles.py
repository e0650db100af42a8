"""Plays every scenario in every flow profile: `make prove-scenarios`."""

import sys

from kiosk.config import CardTransport
from kiosk.demo.world import default_world
from kiosk.rehearsal import scenario
from kiosk.rehearsal.director import Options, play_repeatedly
from kiosk.session.flow import FlowName


def main() -> None:
    failed = 0
    for profile in FlowName:
        for name in scenario.names():
            options = Options(default_world(), CardTransport.LOOPBACK, profile=profile)
            for report in play_repeatedly(scenario.load(name), options, 1):
                failed += report.error is not None
                print(f"{profile.value:16} {name:32} {report.error or report.outcome}", flush=True)
    print(f"{len(FlowName) * len(scenario.names())} played, {failed} not as they must")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
