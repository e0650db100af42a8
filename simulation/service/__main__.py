"""`python -m simulation.service`: the mock service as a process.

When it serves, one line of JSON goes to the standard output: {"port": 12345}; when it cannot
start, {"error": …, "remedy": …} and exit code 2. The log, JSON lines, goes to the standard error.
"""

import argparse
import json
import socket
import sys
import threading
from pathlib import Path

from qualification.port import ProofKind
from simulation.child_program import end_of_input
from simulation.errors import SimulationFault
from simulation.service.config import OWN_PROOFS, ServiceConfig
from simulation.service.log import log_to_stderr
from simulation.service.revocation import RevocationWay
from simulation.service.server import serve


def main() -> int:
    arguments = _parser().parse_args()
    log_to_stderr()
    stop = threading.Event()
    if arguments.until_stdin_closes:
        threading.Thread(target=_watch_stdin, args=(stop,), name="stdin", daemon=True).start()
    config = ServiceConfig(
        pki_dir=arguments.pki_dir,
        cards_dir=arguments.cards_dir,
        people_file=arguments.people_file,
        database_url=arguments.database_url,
        control_dir=arguments.control_dir,
        host=arguments.host,
        port=arguments.port,
        revocation=RevocationWay(arguments.revocation),
        proofs=arguments.proofs,
        cache_dir=arguments.cache_dir,
        keep=arguments.keep,
        difference_element=arguments.difference_element,
    )
    listener = None if arguments.listen_fd is None else socket.socket(fileno=arguments.listen_fd)
    try:
        serve(
            config,
            on_ready=lambda port: _announce({"port": port}),
            stop=stop,
            listener=listener,
        )
    except SimulationFault as error:
        _announce({"error": error.message, "remedy": error.remedy})
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m simulation.service", description=__doc__)
    parser.add_argument("--pki-dir", type=Path, required=True)
    parser.add_argument("--cards-dir", type=Path, required=True)
    parser.add_argument("--people-file", type=Path, required=True)
    parser.add_argument("--database-url", required=True)
    parser.add_argument("--control-dir", type=Path)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--revocation", choices=[way.value for way in RevocationWay], default="crl")
    parser.add_argument("--proofs", type=_proofs, default=OWN_PROOFS, help="e.g. pin,attested")
    parser.add_argument("--cache-dir", type=Path)
    parser.add_argument("--difference-element")
    parser.add_argument("--keep", action="store_true", help="serve what the database holds")
    parser.add_argument("--listen-fd", type=int, help="a listening socket, handed down")
    parser.add_argument(
        "--until-stdin-closes",
        action="store_true",
        help="end when the standard input closes, as it does when the parent process ends",
    )
    return parser


def _proofs(names: str) -> frozenset[ProofKind]:
    return frozenset(ProofKind(name) for name in names.split(","))


def _announce(content: dict[str, object]) -> None:
    print(json.dumps(content), flush=True)


def _watch_stdin(stop: threading.Event) -> None:
    end_of_input()
    stop.set()


if __name__ == "__main__":
    sys.exit(main())
