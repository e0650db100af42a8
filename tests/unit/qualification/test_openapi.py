"""The OpenAPI description says what the service does: schemathesis asks it a great deal."""

from collections.abc import Awaitable, Callable, Iterator, MutableMapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)
from starlette.testclient import TestClient

from simulation.service import openapi
from simulation.service.answer import Answers
from simulation.service.app import make_app
from simulation.service.authority import RevocationAuthority, published
from simulation.service.calls import CallHandler, Trust
from simulation.service.certificate import CardCertificates, authority_id
from simulation.service.clients import RevokedClients
from simulation.service.config import OWN_PROOFS
from simulation.service.operations import OPERATIONS, Operation
from simulation.service.peer import Peer
from simulation.service.revocation import CrlSource
from simulation.service.store import Store
from tests.unit.qualification.cards import authority, rsa_key

Scope = MutableMapping[str, Any]
App = Callable[[Scope, Callable[[], Awaitable[Any]], Callable[[Any], Awaitable[None]]], Any]

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    negative_data_rejection,
    unsupported_method,
]


def _with_peer(app: App) -> App:
    """What the server's protocol class does."""

    async def wrapped(scope: Scope, receive: Any, send: Any) -> None:
        if scope["type"] == "http":
            scope.setdefault("state", {})["peer"] = Peer("1312345678", "kiosk-1", "f" * 64)
        await app(scope, receive, send)

    return wrapped


@contextmanager
def _app(folder: Path) -> Iterator[App]:
    store = Store.open(f"sqlite:///{folder / 's.sqlite'}")
    issuing = RevocationAuthority(authority("2"), rsa_key("authority 2"), store)
    with published([issuing]) as url:
        cards = CardCertificates([authority("2")], CrlSource(url, None, authority_id))
        face_key = rsa_key("face authority").public_key()
        assert isinstance(face_key, RSAPublicKey)
        calls = CallHandler(store, Trust(cards, face_key, {}, OWN_PROOFS), Answers())
        yield _with_peer(make_app(calls, RevokedClients(folder)))
        cards.close()
    store.close()


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    with _app(tmp_path_factory.mktemp("openapi")) as app:
        yield app


@pytest.fixture(scope="module")
def schema(app: App) -> Any:
    return schemathesis.openapi.from_asgi(openapi.PATH, app)


@pytest.mark.parametrize("mode", GenerationMode)
@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.path)
def test_the_description_is_true(schema: Any, operation: Operation, mode: GenerationMode) -> None:
    if mode is GenerationMode.NEGATIVE and operation.request is None:
        return  # Nothing can be wrong with a request that says nothing.

    @settings(max_examples=25, database=None, suppress_health_check=list(HealthCheck))
    @given(schema[operation.path][operation.method].as_strategy(generation_mode=mode))
    def ask(case: Any) -> None:
        case.call_and_validate(checks=CHECKS)

    ask()


def test_every_route_is_described(app: App) -> None:
    with TestClient(app) as client:
        described = client.get(openapi.PATH).json()
    assert set(described["paths"]) == {op.path for op in OPERATIONS}
    assert described["components"]["schemas"]["AuthenticationRequest"]["additionalProperties"] is (
        False
    )
