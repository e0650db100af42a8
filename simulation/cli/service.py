"""`uketsuke service …`: the mock online qualification service and its authority."""

import signal
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from common.operators import tell
from kiosk.errors import SetupFault

if TYPE_CHECKING:
    from qualification.port import ProofKind
    from simulation.service.config import ServiceConfig
    from simulation.service.revocation import RevocationWay

app = typer.Typer(no_args_is_help=True)

DatabaseOption = Annotated[
    str | None,
    typer.Option("--db", help="SQLAlchemy URL, e.g. postgresql+psycopg://…; default: SQLite"),
]


@app.callback()
def service() -> None:
    """The mock online qualification service."""


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="Address to listen on")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0: any free port")] = 8443,
    db: DatabaseOption = None,
    scenario: Annotated[str | None, typer.Option(help="A fault to play; `list` names them")] = None,
    delay_ms: Annotated[int, typer.Option(min=0, help="How long the scenario slow waits")] = 8000,
    revocation: Annotated[str, typer.Option(help="crl (daily list) or ocsp (asked each time)")] = (
        "crl"
    ),
    proofs: Annotated[
        str, typer.Option(help="Of identity, that are taken: pin, attested, terminal")
    ] = "pin,attested",
    processes: Annotated[int, typer.Option(min=1, help="More than one needs PostgreSQL")] = 1,
    keep: Annotated[
        bool, typer.Option("--keep", help="Serve what the database holds already")
    ] = False,
) -> None:
    """Serve the demo world's people until Ctrl-C."""
    from dataclasses import replace
    from tempfile import TemporaryDirectory

    from simulation.demo.world import default_world, prepare
    from simulation.service.control import Scenario, ServiceHandler
    from simulation.service.log import log_to_stderr

    log_to_stderr()
    names = [value.value for value in Scenario]
    if scenario is not None and scenario not in names:
        if scenario == "list":
            print("\n".join(names))
            return
        raise SetupFault(f"--scenario {scenario}: choose one of {', '.join(names)}.")
    prepare(default_world())
    config = replace(
        _config(db),
        host=host,
        port=port,
        revocation=_way(revocation),
        proofs=_proofs(proofs),
        keep=keep,
    )
    with TemporaryDirectory(prefix="uketsuke-control-") as control_dir:
        if scenario is not None:
            ServiceHandler(Path(control_dir)).play(
                Scenario(scenario), delay_ms if scenario == "slow" else 0
            )
            config = replace(config, control_dir=Path(control_dir))
        _serve(config, processes)


def _serve(config: "ServiceConfig", processes: int) -> None:
    from simulation.service.server import serve as serve_alone
    from simulation.service.several import several_processes

    def announce(port: int) -> None:
        print(config.url(port), flush=True)

    try:
        if processes == 1:
            serve_alone(config, on_ready=announce)
            return
        if config.database_url.startswith("sqlite"):
            raise SetupFault("--processes: several server processes need PostgreSQL (--db).")
        with several_processes(config, processes) as running:
            announce(running[0].port)
            for process in running:
                process.wait()
    except KeyboardInterrupt:
        pass


@app.command()
def revoke(
    person: Annotated[str, typer.Argument(help="Key of a person with a card, e.g. taro")],
    hold: Annotated[bool, typer.Option("--hold", help="一時利用停止: can be taken back")] = False,
    db: DatabaseOption = None,
) -> None:
    """Revoke a person's certificate: seen by OCSP at once, by CRL after the next download."""
    _set_status(person, db, "certificateHold" if hold else "keyCompromise")


@app.command()
def release(
    person: Annotated[str, typer.Argument(help="Key of a person with a card")],
    db: DatabaseOption = None,
) -> None:
    """Take a hold (一時利用停止) back."""
    _set_status(person, db, None)


@app.command("revoke-kiosk")
def revoke_kiosk(
    kiosk: Annotated[str, typer.Argument(help="Id of the kiosk, e.g. demo-kiosk")],
) -> None:
    """Take a kiosk's client certificate back; servers that run notice it."""
    from simulation.demo.world import default_world
    from simulation.service.clients import revoke_client

    revoke_client(default_world().pki, kiosk)
    print(f"{kiosk}: revoked")


@app.command()
def crowd(
    count: Annotated[int, typer.Option(min=1, help="How many persons")] = 100_000,
    db: DatabaseOption = None,
) -> None:
    """Fill the database with invented persons, for load tests; then serve with --keep."""
    from simulation.service.crowd import Crowd
    from simulation.service.store import Store

    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C ends it wherever it is; nothing is kept.
    config = _config(db)
    crowd = Crowd.of(config.cards_dir)
    store = Store.open(config.database_url)
    try:
        crowd.fill(store, count)
    finally:
        store.close()
    tell(f"{count} persons in {crowd.authority_id}'s registry")


def _set_status(person: str, db: str | None, reason: str | None) -> None:
    from simulation.service.store import Store

    store = Store.open(_config(db).database_url)
    try:
        with store.write() as transaction:
            certificate_id = transaction.certificate_id(person)
            if certificate_id is None:
                raise SetupFault(f"{person}: no such person; start the service once before.")
            if reason is None:
                transaction.set_good(certificate_id)
            else:
                transaction.set_revoked(certificate_id, reason, datetime.now(UTC))
    finally:
        store.close()
    print(f"{person}: {reason or 'good'}")


def _config(db: str | None) -> "ServiceConfig":
    from dataclasses import replace

    from simulation.demo.world import default_world
    from simulation.people import PEOPLE_FILE
    from simulation.service.config import ServiceConfig

    config = ServiceConfig.for_demo(default_world().root, PEOPLE_FILE)
    return config if db is None else replace(config, database_url=db)


def _way(value: str) -> "RevocationWay":
    from simulation.service.revocation import RevocationWay

    try:
        return RevocationWay(value)
    except ValueError:
        raise SetupFault(f"--revocation {value}: choose crl or ocsp.") from None


def _proofs(names: str) -> "frozenset[ProofKind]":
    from qualification.port import ProofKind

    try:
        kinds = frozenset(ProofKind(name) for name in names.split(","))
    except ValueError:
        known = ", ".join(kind.value for kind in ProofKind)
        raise SetupFault(f"--proofs {names}: choose of {known}, with commas.") from None
    if ProofKind.PIN not in kinds:
        raise SetupFault(f"--proofs {names}: pin belongs to it; every kiosk offers the PIN.")
    return kinds
