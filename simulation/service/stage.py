"""Scenarios that the mock service plays, steered from another process through the stage folder.

The service reads `service.json` at each request; whoever steers writes it with `ServiceHandler`.
"""

import json
import os
from collections.abc import Callable
from dataclasses import asdict, dataclass
from enum import Enum
from pathlib import Path

import structlog

log = structlog.get_logger(__name__)

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


@dataclass(frozen=True)
class Stage:
    scenario: Scenario = Scenario.OK
    delay_ms: int = 0


class ServiceHandler:
    """For whoever steers the service: tests, rehearsals, the demo's dock."""

    def __init__(self, stage_dir: Path) -> None:
        self._file = stage_dir / FILE_NAME
        self._stage = stage_of(stage_dir)

    @property
    def stage(self) -> Stage:
        return self._stage()

    def play(self, scenario: Scenario, delay_ms: int = 0) -> None:
        content = asdict(Stage(scenario, delay_ms)) | {"scenario": scenario.value}
        temporary = self._file.with_name(f".{FILE_NAME}.{os.getpid()}.tmp")
        temporary.write_text(json.dumps(content), encoding="utf-8")
        temporary.replace(self._file)

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


def stage_of(stage_dir: Path | None) -> Callable[[], Stage]:
    """Tells what is to be played now; a missing file is the default."""
    if stage_dir is None:
        return Stage
    file = stage_dir / FILE_NAME

    def stage() -> Stage:
        try:
            content = json.loads(file.read_text(encoding="utf-8"))
            return Stage(Scenario(content["scenario"]), int(content.get("delay_ms", 0)))
        except FileNotFoundError:
            return Stage()
        except (OSError, ValueError, KeyError, TypeError):
            log.warning("stage_not_readable")
            return Stage()

    return stage
