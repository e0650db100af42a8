"""`uketsuke metrics`: the page for Prometheus, printed once or served on the loopback address."""

from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import version
from pathlib import Path

from cryptography import x509

from common.files import read_regular
from kiosk.config import Config
from kiosk.config_file import load
from kiosk.control import ask
from kiosk.errors import SetupFault
from kiosk.metrics import lines

LOOPBACK = "127.0.0.1"
_REQUEST_LIMIT_S = 10


def page(config: Config) -> str:
    try:
        status = ask(config.storage.state, "status")
        counters = ask(config.storage.state, "metrics")
    except SetupFault:
        status, counters = None, {}
    found = lines(
        status,
        counters,
        version=version("uketsuke") if status is None else status["version"],
        certificate_ends=_certificate_ends(config.service.certificate),
    )
    return "\n".join(found) + "\n"


def is_healthy(config: Config) -> bool:
    """The kiosk answers and can receive the next patient."""
    try:
        return bool(ask(config.storage.state, "status")["readiness"] == "ready")
    except SetupFault:
        return False


def serve(path: Path, port: int) -> None:
    """`/metrics` and `/health`, until a signal ends it. Raises `SetupFault`."""
    config = load(path)

    class Handler(BaseHTTPRequestHandler):
        timeout = _REQUEST_LIMIT_S

        def do_GET(self) -> None:
            match self.path:
                case "/metrics":
                    self._answer(200, page(config))
                case "/health" if is_healthy(config):
                    self._answer(200, "ready\n")
                case "/health":
                    self._answer(503, "not ready\n")
                case _:
                    self._answer(404, "see /metrics and /health\n")

        def _answer(self, code: int, text: str) -> None:
            body = text.encode()
            self.send_response(code)
            self.send_header("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *_: object) -> None:
            """Each scrape is no news."""

    try:
        server = ThreadingHTTPServer((LOOPBACK, port), Handler)
    except OSError as error:
        raise SetupFault(
            f"{LOOPBACK}:{port} cannot be listened on ({error.strerror}). Choose another --port."
        ) from None
    with server:
        server.serve_forever()


def _certificate_ends(path: Path) -> datetime | None:
    try:
        return x509.load_pem_x509_certificate(read_regular(path)).not_valid_after_utc
    except (OSError, ValueError):
        return None
