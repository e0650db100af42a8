"""The `uketsuke` command: parses, calls, and says in one line what went wrong.

Everything heavy is imported by the command that needs it: `uketsuke --help` and the session
workers, which import this module as their main module, start without it.
"""

import json
import multiprocessing
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from kiosk.cli import (card as card_commands, consent as consent_commands, face as face_commands, results as results_commands)

from simulation.cli import service as service_commands, surface as surface_commands
from kiosk.bundle import needs_sources, this_program
from kiosk.errors import EXIT_CANNOT, EXIT_FAILED, SetupFault, complaint_of

if TYPE_CHECKING:
    from kiosk.config import CardTransport
    from simulation.demo.orientation import Orientation
    from simulation.rehearsal.display import DisplayKind
    from kiosk.session.flow import FlowName

app = typer.Typer(
    name="uketsuke",
    help="受付: the reception kiosk that reads a My Number Card.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(service_commands.app, name="service")
app.add_typer(consent_commands.app, name="consent")
app.add_typer(results_commands.app, name="results")
app.add_typer(card_commands.app, name="card")
app.add_typer(surface_commands.app, name="surface")
app.add_typer(face_commands.app, name="face")

ConfigOption = Annotated[Path, typer.Option(help="TOML file, see packaging/uketsuke.toml")]
OrientationOption = Annotated[str, typer.Option(help="portrait or landscape")]
TransportOption = Annotated[
    str | None, typer.Option(help="pcsc or loopback; by default pcsc where it can run")
]


def main() -> None:
    """Run the command; faults of the world become one line and exit code 2."""
    multiprocessing.freeze_support()  # In a bundle, the processes we start are this program again.
    try:
        app()
    except Exception as error:
        line = complaint_of(error)
        if line is None:
            raise
        fail(line)


def fail(message: str) -> NoReturn:
    print(f"uketsuke: {message}", file=sys.stderr)
    sys.exit(EXIT_CANNOT)


@app.command()
def run(
    config: ConfigOption,
    inside: Annotated[
        str, typer.Option(help='Compositor to start it in, for example "cage -d"')
    ] = "",
    unwatched: Annotated[
        bool, typer.Option("--unwatched", help="Without the process that restarts a frozen kiosk")
    ] = False,
    after: Annotated[str | None, typer.Option(hidden=True)] = None,
) -> None:
    """Run the kiosk fullscreen on real hardware."""
    if unwatched:
        from kiosk.compose.run import run_unwatched
        from kiosk.watchdog import End

        run_unwatched(config, None if after is None else End(after))
        return
    from kiosk import log
    from kiosk.watchdog import watch

    log.configure(None)
    compositor = [*shlex.split(inside), "--"] if inside else []
    sys.exit(watch([*compositor, *this_program(), "run", "--unwatched", "--config", str(config)]))


@app.command()
def demo(
    person: Annotated[str | None, typer.Option(help="Whose card is placed at the start")] = None,
    orientation: OrientationOption = "portrait",
    transport: TransportOption = None,
    prepare: Annotated[
        bool, typer.Option("--prepare", help="Only make the demo world, then end")
    ] = False,
) -> None:
    """Run the kiosk on simulated hardware, in a window with a dock."""
    needs_sources("demo")
    from simulation.demo.world import default_world
    from simulation.demo.world import prepare as prepare_world

    if prepare:
        prepare_world(default_world())
        return
    from simulation.demo.run import run_demo

    run_demo(default_world(), person, _orientation(orientation), _transport(transport))


@app.command()
def rehearse(
    scenario: Annotated[str | None, typer.Argument(help="Its name, as `--list` tells it")] = None,
    list_: Annotated[bool, typer.Option("--list", help="List the scenarios")] = False,
    json_: Annotated[bool, typer.Option("--json", help="One JSON object per run")] = False,
    screens: Annotated[Path | None, typer.Option(help="Save every screen passed here")] = None,
    repeat: Annotated[int, typer.Option(min=1, help="Play it so many times")] = 1,
    transport: TransportOption = None,
    orientation: OrientationOption = "portrait",
    language: Annotated[str, typer.Option(help="ja, en or another of the screens")] = "ja",
    person: Annotated[str | None, typer.Option(help="Instead of the scenario's own")] = None,
    profile: Annotated[str, typer.Option(help="The flow: leaflet-2024-06 or current-2024-10")] = (
        "leaflet-2024-06"
    ),
    display: Annotated[
        str, typer.Option(help="offscreen, or a real window of its own: x11 or wayland")
    ] = "offscreen",
) -> None:
    """Play a scripted patient against the real application."""
    needs_sources("rehearse")
    from simulation.rehearsal import scenario as scenarios

    if list_:
        for name in scenarios.names():
            print(f"{name:32}{scenarios.load(name).story}")
        return
    if scenario is None:
        raise SetupFault("Name a scenario; `uketsuke rehearse --list` lists them.")
    from simulation.demo.simulation import choose_transport
    from simulation.demo.world import default_world
    from simulation.rehearsal.director import Options, play_repeatedly

    options = Options(
        default_world(),
        choose_transport(_transport(transport)),
        _orientation(orientation),
        _language(language),
        None if screens is None else _folder(screens),
        person,
        _profile(profile),
        _display(display),
    )
    failed = False
    for report in play_repeatedly(scenarios.load(scenario), options, repeat):
        failed = failed or report.error is not None
        if json_:
            print(json.dumps(report.as_json_object(), ensure_ascii=False), flush=True)
        else:
            print(report.as_text(), flush=True)
    if failed:
        sys.exit(EXIT_FAILED)


@app.command()
def status(config: ConfigOption) -> None:
    """Say what the running kiosk of this configuration is doing."""
    from kiosk import config as settings
    from kiosk.control import ask

    for name, value in ask(settings.load(config).storage.state, "status").items():
        print(f"{name:21}{value}")


@app.command()
def reset(config: ConfigOption) -> None:
    """End the session that goes on at the kiosk of this configuration."""
    from kiosk import config as settings
    from kiosk.control import ask

    ask(settings.load(config).storage.state, "reset")


@app.command("staff-password")
def staff_password() -> None:
    """Hash a facility password (digits, read from standard input) for the configuration."""
    from kiosk.staff_password import hash_password

    password = sys.stdin.buffer.readline().strip()
    if not password.isdigit() or not 4 <= len(password) <= 12:
        raise SetupFault("The facility password is 4 to 12 digits, given on standard input.")
    print(hash_password(password))


def _orientation(value: str) -> "Orientation":
    from simulation.demo.orientation import Orientation

    try:
        return Orientation(value)
    except ValueError:
        raise SetupFault(f"--orientation {value}: choose portrait or landscape.") from None


def _language(value: str) -> str:
    from kiosk.screen.translations import LANGUAGES

    if value not in LANGUAGES:
        raise SetupFault(f"--language {value}: choose one of {', '.join(LANGUAGES)}.")
    return value


def _folder(path: Path) -> Path:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SetupFault(f"--screens {path} cannot be a folder ({error.strerror}).") from None
    return path


def _profile(value: str) -> "FlowName":
    from kiosk.session.flow import FlowName

    try:
        return FlowName(value)
    except ValueError:
        names = " or ".join(name.value for name in FlowName)
        raise SetupFault(f"--profile {value}: choose {names}.") from None


def _display(value: str) -> "DisplayKind":
    from simulation.rehearsal.display import DisplayKind

    try:
        return DisplayKind(value)
    except ValueError:
        raise SetupFault(f"--display {value}: choose offscreen, x11 or wayland.") from None


def _transport(value: str | None) -> "CardTransport | None":
    from kiosk.config import CardTransport

    try:
        return None if value is None else CardTransport(value)
    except ValueError:
        raise SetupFault(f"--transport {value}: choose pcsc or loopback.") from None


if __name__ == "__main__":
    main()
