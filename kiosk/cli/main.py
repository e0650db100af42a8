"""The `uketsuke` command: parses, calls, and says in one line what went wrong.

Everything heavy is imported by the command that needs it: `uketsuke --help` and the session
workers, which import this module as their main module, start without it.
"""

import json
import multiprocessing
import os
import shlex
import signal
import sys
from importlib.metadata import entry_points, version
from pathlib import Path
from typing import Annotated

import typer
import typer.core

from common.command_line import run_as_command
from common.errors import EXIT_FAILED
from common.operators import in_their_language, tell
from kiosk.bundle import this_program
from kiosk.cli import audit as audit_commands
from kiosk.cli import card as card_commands
from kiosk.cli import config as config_commands
from kiosk.cli import consent as consent_commands
from kiosk.cli import face as face_commands
from kiosk.cli import provision as provision_commands
from kiosk.cli import results as results_commands
from kiosk.cli import staff as staff_commands
from kiosk.cli import update as update_commands
from kiosk.cli.options import DEFAULT_CONFIG, KioskConfigOption

MORE_COMMANDS = "uketsuke.commands"
"""Entry points of other packages: a function each, which adds its commands to the application."""

app = typer.Typer(
    name="uketsuke",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # Half of the time that `--help` takes would go into its frames.
)
app.add_typer(consent_commands.app, name="consent")
app.add_typer(results_commands.app, name="results")
app.add_typer(card_commands.app, name="card")
app.add_typer(config_commands.app, name="config")
app.add_typer(face_commands.app, name="face")
app.add_typer(provision_commands.app, name="provision")
app.add_typer(staff_commands.app, name="staff")
app.add_typer(audit_commands.app, name="audit")
app.add_typer(update_commands.app, name="update")


def _say_version(wanted: bool) -> None:
    if wanted:
        print(f"uketsuke {version('uketsuke')}")
        raise typer.Exit


@app.callback()
def _options(
    _version: Annotated[
        bool,
        typer.Option(
            "--version", help="Say the version and exit.", callback=_say_version, is_eager=True
        ),
    ] = False,
) -> None:
    """受付: the reception kiosk that reads a My Number Card."""


def main() -> None:
    """With the commands that other packages add."""
    multiprocessing.freeze_support()  # In a bundle, the processes we start are this program again.

    def with_others() -> typer.Typer:
        for entry_point in entry_points(group=MORE_COMMANDS):
            entry_point.load()(app)
        return app

    run_as_command(with_others)


@app.command()
def run(
    config: KioskConfigOption = DEFAULT_CONFIG,
    inside: Annotated[
        str, typer.Option(help='Compositor to start it in, for example "cage -d"')
    ] = "",
    unwatched: Annotated[
        bool, typer.Option("--unwatched", help="Without the process that restarts a frozen kiosk")
    ] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", help="Log each event of a session, by its kind")
    ] = False,
    after: Annotated[str | None, typer.Option(hidden=True)] = None,
) -> None:
    """Run the kiosk fullscreen on real hardware."""
    # logrotate's usual signal, and a terminal that closes: no reason to leave the patients.
    signal.signal(signal.SIGHUP, signal.SIG_IGN)  # The processes that we start inherit it.
    if verbose:
        os.environ["UKETSUKE_LOG__LEVEL"] = "debug"  # The environment wins; children inherit it.
    if unwatched:
        from kiosk.compose.run import run_unwatched
        from kiosk.watchdog import End

        run_unwatched(config, None if after is None else End(after))
        return
    from kiosk import log
    from kiosk.update.versions import Versions
    from kiosk.watchdog import Always, watch

    log.configure(None)
    versions = Versions()
    sys.exit(
        watch(
            versions if versions.is_here else Always(this_program()),
            ["run", "--unwatched", "--config", str(config)],
            [*shlex.split(inside), "--"] if inside else [],
        )
    )


@app.command()
def status(config: KioskConfigOption = DEFAULT_CONFIG) -> None:
    """Say what the running kiosk of this configuration is doing."""
    from kiosk.config_file import load
    from kiosk.control import ask

    for name, value in ask(load(config).storage.state, "status").items():
        print(f"{name:21}{value}")


@app.command()
def reset(config: KioskConfigOption = DEFAULT_CONFIG) -> None:
    """End the session that goes on at the kiosk of this configuration."""
    from kiosk.config_file import load
    from kiosk.control import ask

    ask(load(config).storage.state, "reset")


@app.command()
def doctor(
    config: KioskConfigOption = DEFAULT_CONFIG,
    json_: Annotated[bool, typer.Option("--json", help="One JSON object per finding")] = False,
) -> None:
    """Look at all that the kiosk needs: files, devices, service; each with its remedy."""
    from kiosk.compose.doctor import examine
    from kiosk.compose.finding import Verdict

    failed = False
    for found in examine(config):
        failed = failed or found.verdict is Verdict.FAIL
        if json_:
            print(json.dumps(found.as_json_object(), ensure_ascii=False), flush=True)
        else:
            text = in_their_language(found.text)
            print(f"{found.verdict.value:5}{found.subject:16}{text}", flush=True)
    if failed:
        sys.exit(EXIT_FAILED)


@app.command()
def metrics(
    config: KioskConfigOption = DEFAULT_CONFIG,
    port: Annotated[
        int | None, typer.Option(help="Serve /metrics and /health on this port of 127.0.0.1")
    ] = None,
) -> None:
    """Print counts and times without persons, as Prometheus reads them."""
    from kiosk.compose import metrics_page
    from kiosk.config_file import load

    if port is None:
        print(metrics_page.page(load(config)), end="")
    else:
        metrics_page.serve(config, port)


@app.command()
def diagnose(
    config: KioskConfigOption = DEFAULT_CONFIG,
    to: Annotated[Path, typer.Option(help="Folder in which the archive is written")] = Path(),
) -> None:
    """Write an archive for support: findings, settings, state and log, and nothing personal."""
    from kiosk.compose.diagnosis import write_diagnosis

    tell(f"{write_diagnosis(config, to)} is written")
