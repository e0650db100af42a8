"""Scenarios that the mock service plays, steered from another process through the control folder.

The service reads `service.json` at each request; whoever steers writes it with `ServiceHandler`.
"""

from collections.abc import Callable
from enum import Enum
from pathlib import Path

from simulation.control_file import ControlFile, ControlState

FILE_NAME = "service.json"


class Scenario(Enum):
    OK = "ok"
    SLOW = "slow"  # Every answer waits `delay_ms`.
    DOWN = "down"  # Connections are dropped when a request comes.
    DROP_HANDSHAKE = "drop_handshake"  # New connections end in the TLS handshake.
    DROP_ANSWER = "drop_answer"  # The request is worked on, and the answer never sent.
    DROP_HEADERS = "drop_headers"  # The connection ends amid the answer's headers,
    DROP_BODY = "drop_body"  # or amid its body.
    UNKNOWN_CARD = "unknown_card"
    UNREGISTERED = "unregistered"  # Every card, until it is registered in its session.
    CERTIFICATE_EXPIRED = "certificate_expired"
    ERROR_500 = "error_500"
    UNAVAILABLE_503 = "unavailable_503"  # With Retry-After.
    GARBAGE = "garbage"  # What comes is neither JSON nor XML.
    WRONG_SCHEMA = "wrong_schema"  # Well-formed, and something else.
    TRUNCATED_XML = "truncated_xml"  # The XML ends before its end.
    CLOCK_SKEW = "clock_skew"  # The service's clock is an hour ahead.
    EXPIRED_SERVER_CERTIFICATE = "expired_server_certificate"  # For new connections.


class ServiceState(ControlState):
    scenario: Scenario = Scenario.OK
    delay_ms: int = 0


class ServiceHandler:
    """For whoever steers the service: tests, rehearsals, the demo's dock."""

    def __init__(self, control_dir: Path) -> None:
        self._file = _control_file(control_dir)

    @property
    def state(self) -> ServiceState:
        return self._file.read()

    def play(self, scenario: Scenario, delay_ms: int = 0) -> None:
        self._file.change(scenario=scenario, delay_ms=delay_ms)

    def ok(self) -> None:
        self.play(Scenario.OK)

    def slow(self, delay_ms: int) -> None:
        self.play(Scenario.SLOW, delay_ms)

    def down(self) -> None:
        self.play(Scenario.DOWN)

    def unknown_card(self) -> None:
        self.play(Scenario.UNKNOWN_CARD)

    def unregistered(self) -> None:
        self.play(Scenario.UNREGISTERED)

    def certificate_expired(self) -> None:
        self.play(Scenario.CERTIFICATE_EXPIRED)

    def error_500(self) -> None:
        self.play(Scenario.ERROR_500)

    def unavailable_503(self) -> None:
        self.play(Scenario.UNAVAILABLE_503)


def state_of(control_dir: Path | None) -> Callable[[], ServiceState]:
    """Tells what is to be played now."""
    return ServiceState if control_dir is None else _control_file(control_dir).read


def _control_file(control_dir: Path) -> ControlFile[ServiceState]:
    return ControlFile(control_dir / FILE_NAME, ServiceState())
