"""The limit that the service is measured against: the same server, TLS and requests, answered
by handlers that do nothing but two RSA-2048 verifications in each session."""

import json
import logging
import sys
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import uvicorn
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from simulation.service.control import Scenario
from simulation.service.operations import OPERATIONS
from simulation.service.peer import PeerProtocol
from simulation.service.server import Server, listen, tls_context

KEY = rsa.generate_private_key(65537, 2048)
SIGNATURE = KEY.sign(b"nonce", PKCS1v15(), SHA256())
PUBLIC = KEY.public_key()


async def _nothing(request: Request) -> Response:
    await request.body()
    if request.url.path == "/v1/authentications":
        for _ in range(2):
            PUBLIC.verify(SIGNATURE, b"nonce", PKCS1v15(), SHA256())
    return Response(b"{}", media_type="application/json")


@asynccontextmanager
async def _lifespan(app: Starlette) -> AsyncIterator[dict[str, Any]]:
    yield {"scenario": lambda: Scenario.OK}


def main() -> None:
    pki_dir = Path(sys.argv[1])
    context = tls_context(pki_dir, pki_dir / "server.pem")
    app = Starlette(
        routes=[Route(op.path, _nothing, methods=[op.method]) for op in OPERATIONS],
        lifespan=_lifespan,
    )
    with listen("127.0.0.1", 0) as listener:
        port = listener.getsockname()[1]
        config = uvicorn.Config(
            app,
            http=PeerProtocol,
            ws="none",
            ssl_context_factory=lambda config, default: context,
            log_config=None,
            log_level=logging.WARNING,
            access_log=False,
            server_header=False,
        )
        server = Server(
            config,
            on_ready=lambda: print(json.dumps({"port": port}), flush=True),
            stop=threading.Event(),
        )
        server.run(sockets=[listener])


if __name__ == "__main__":
    main()
