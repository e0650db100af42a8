"""HTTP in front of the calls: routes, limits, scenarios, and a log without personal data."""

import asyncio
import time
import traceback
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import structlog
from pydantic import BaseModel, ValidationError
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from qualification import messages
from qualification.errors import RefusalCode, Refused
from simulation.errors import RevocationUnknown
from simulation.service import openapi
from simulation.service.calls import Call, CallHandler
from simulation.service.clients import RevokedClients
from simulation.service.control import Scenario, ServiceState
from simulation.service.faults import CLOCK_SKEW, spoiled
from simulation.service.operations import OPERATIONS, STATUS, Operation
from simulation.service.peer import Peer

log = structlog.get_logger(__name__)

_RETRY_AFTER_S = 5

THREADS = 2
"""Enough to wait for the database while another computes; more would only fight for Python."""


class Reception:
    """Takes requests, has them answered on threads of its own, sends the answers."""

    def __init__(
        self, calls: CallHandler, revoked_clients: RevokedClients, state: Callable[[], ServiceState]
    ) -> None:
        self._calls = calls
        self._revoked_clients = revoked_clients
        self._state = state
        self._threads: ThreadPoolExecutor | None = None

    @contextmanager
    def open(self) -> Iterator[None]:
        with ThreadPoolExecutor(THREADS, thread_name_prefix="call") as self._threads:
            yield

    def endpoint(self, operation: Operation) -> Callable[[Request], Any]:
        async def endpoint(request: Request) -> Response:
            started = time.perf_counter()
            state = self._state()
            response, code = await self._answer(request, operation, state)
            log.info(
                "request",
                route=operation.path,
                status=response.status_code,
                code=code,
                duration_ms=round((time.perf_counter() - started) * 1000, 1),
            )
            return spoiled(response, state.scenario)

        return endpoint

    async def _answer(
        self, request: Request, operation: Operation, state: ServiceState
    ) -> tuple[Response, str | None]:
        """The response and, where it says no, the code for the log."""
        if state.delay_ms:
            await asyncio.sleep(state.delay_ms / 1000)
        if failure := _played_failure(state.scenario):
            return failure, None
        body = await _body(request)
        if body is None:
            return Response(status_code=413, headers={"Connection": "close"}), None
        try:
            answer = await asyncio.get_running_loop().run_in_executor(
                self._threads, self._handle, request, operation, state.scenario, body
            )
        except Refused as refused:
            return _refusal(refused.code)
        except ValidationError:
            return Response(status_code=400), None
        except RevocationUnknown as fault:
            log.warning("revocation_unknown", error=fault.why)
            return _later(), None
        except Exception as error:
            # The message of an unexpected error may hold anything; where it arose does not.
            frame = traceback.extract_tb(error.__traceback__)[-1]
            where = f"{Path(frame.filename).name}:{frame.lineno}"
            log.error("bug", error=type(error).__name__, where=where)
            return Response(status_code=500), None
        if isinstance(answer, bytes):
            return Response(answer, media_type="application/xml"), None
        return Response(answer.model_dump_json(), media_type="application/json"), None

    def _handle(
        self, request: Request, operation: Operation, scenario: Scenario, body: bytes
    ) -> BaseModel | bytes:
        peer: Peer | None = request.state.peer
        if peer is None:
            raise Refused(RefusalCode.CLIENT_UNKNOWN)
        if peer.fingerprint in self._revoked_clients:
            raise Refused(RefusalCode.CLIENT_REVOKED)
        key = ""
        if operation.keyed:
            headers = messages.CallHeaders(key=request.headers.get("idempotency-key", ""))
            key = headers.key
        now = datetime.now(UTC)
        if scenario is Scenario.CLOCK_SKEW:
            now += CLOCK_SKEW
        parsed = operation.request.model_validate_json(body) if operation.request else None
        return operation.handle(self._calls, Call(peer, now, scenario, key), parsed)


def make_app(
    calls: CallHandler,
    revoked_clients: RevokedClients,
    state: Callable[[], ServiceState] = ServiceState,
) -> Starlette:
    """`request.state.peer` must be set by the server, see `peer`."""
    reception = Reception(calls, revoked_clients, state)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[dict[str, Any]]:
        with reception.open():
            yield {"scenario": lambda: state().scenario}

    app = Starlette(
        routes=[
            Route(openapi.PATH, _description, methods=["GET"]),
            *(
                Route(operation.path, reception.endpoint(operation), methods=[operation.method])
                for operation in OPERATIONS
            ),
        ],
        lifespan=lifespan,
    )
    app.router.redirect_slashes = False  # It would send clients to whatever their Host says.
    return app


async def _description(request: Request) -> Response:
    return JSONResponse(openapi.description())


def _played_failure(scenario: Scenario) -> Response | None:
    if scenario is Scenario.ERROR_500:
        return Response(status_code=500)
    return _later() if scenario is Scenario.UNAVAILABLE_503 else None


def _later() -> Response:
    return Response(status_code=503, headers={"Retry-After": str(_RETRY_AFTER_S)})


def _refusal(code: RefusalCode) -> tuple[Response, str]:
    body = messages.RefusalAnswer(code=code.value).model_dump()
    return JSONResponse(body, status_code=STATUS.get(code, 422)), code.value


async def _body(request: Request) -> bytes | None:
    """None when it is larger than any request can be."""
    announced = request.headers.get("content-length", "0")
    if announced.isdecimal() and int(announced) > messages.MAX_REQUEST_BYTES:
        return None
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > messages.MAX_REQUEST_BYTES:
            return None
    return bytes(body)
