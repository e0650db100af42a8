"""Proxies, load balancers and captive portals answer in the service's place: everything waits."""

import secrets
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from consent.outbox import SqliteOutbox
from consent.port import MessageState
from kiosk.delivery.conclusion import Conclusion
from kiosk.delivery.reports import Reports
from kiosk.session.screens import StopReason
from kiosk.signer.eligibility_side import service_stop_reason
from qualification.errors import QualificationFault
from simulation.service.process import ServiceProcess
from tests.unit.consent.ledgers import key_file, ledger_path, open_ledger
from tests.unit.qualification.rogue import http, rogue_service, says
from tests.unit.qualification.world import EVERYTHING, World, authenticate, connected, make_world

PAGE = b"<!DOCTYPE html><html><body>Please log in to the hotel network</body></html>"
HTML = "Content-Type: text/html"
ANSWERS = {
    "portal, 200": http(PAGE, "200 OK", HTML),
    "portal, 302": http(PAGE, "302 Found", HTML, "Location: https://portal.invalid/login"),
    "moved, 301": http(b"", "301 Moved Permanently", "Location: http://portal.invalid/"),
    "repeat, 307": http(b"", "307 Temporary Redirect", "Location: https://portal.invalid/"),
    "proxy, 400": http(PAGE, "400 Bad Request", HTML),
    "proxy, 403": http(PAGE, "403 Forbidden", HTML),
    "no such host, 404": http(PAGE, "404 Not Found", HTML),
    "proxy log-in, 407": http(PAGE, "407 Proxy Authentication Required", HTML),
    "too large, 413": http(b"", "413 Content Too Large"),
    "gateway's JSON": http(b'{"message": "Forbidden"}', "403 Forbidden"),
    "gateway's code": http(b'{"code": "404", "message": "no route"}', "404 Not Found"),
    "JSON that says nothing": http(b"[]", "422 Unprocessable Content"),
    "balancer, 502": http(PAGE, "502 Bad Gateway", HTML),
    "balancer, 503": http(PAGE, "503 Service Unavailable", HTML),
    "endless wait, 503": http(b"", "503 Service Unavailable", f"Retry-After: {'9' * 400}"),
    "longer wait, 503": http(b"", "503 Service Unavailable", f"Retry-After: {'9' * 5000}"),
    "strange time, 503": http(b"", "503 Service Unavailable", f"Date: 1 Jan {'9' * 20} 0:0 GMT"),
    "strange zone, 200": http(PAGE, "200 OK", HTML, f"Date: 1 Jan 2026 00:00:00 +{'9' * 20}"),
    "nothing, 200": http(b""),
    "another's XML": http(b'<?xml version="1.0"?><Other/>', "200 OK", "Content-Type: text/xml"),
}
CONNECTIONS = 12
"""More than all the tries of one round."""


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return make_world(tmp_path_factory.mktemp("world"))


@pytest.fixture(scope="module")
def service(world: World) -> Iterator[ServiceProcess]:
    with ServiceProcess(world.service_config) as service:
        yield service


@contextmanager
def reports(world: World, url: str, outbox: SqliteOutbox) -> Iterator[Reports]:
    with connected(world.client_config(url), deadline_ms=2_000) as client:
        yield Reports(outbox, client)


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_a_report_waits_until_the_service_itself_answers(
    world: World, service: ServiceProcess, tmp_path: Path, answer: bytes
) -> None:
    with connected(world.client_config(service.url)) as client:
        session = authenticate(client, world.cards["hanako"]).session_id
    with open_ledger(tmp_path) as ledger:
        ledger.post(secrets.token_hex(8), Conclusion(session, EVERYTHING, "patient").to_bytes())
    with closing(SqliteOutbox(ledger_path(tmp_path), key_file(tmp_path))) as outbox:
        with (
            rogue_service(world.pki, *[says(answer)] * CONNECTIONS) as url,
            reports(world, url, outbox) as telling,
        ):
            assert not telling.tell_all()
            assert telling.problem, "staff are told why"
        assert outbox.count(MessageState.REPORT) == 1
        with reports(world, service.url, outbox) as telling:
            assert telling.tell_all()
        assert outbox.count(MessageState.DELIVER) == 1


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_no_patient_is_sent_away_for_them_as_for_a_case_of_their_own(
    world: World, answer: bytes
) -> None:
    with (
        rogue_service(world.pki, *[says(answer)] * CONNECTIONS) as url,
        connected(world.client_config(url), deadline_ms=2_000) as client,
        pytest.raises(QualificationFault) as fault,
    ):
        client.qualify("session")
    assert service_stop_reason(fault.value) is StopReason.SERVICE_UNREACHABLE
