"""`uketsuke demo` and `uketsuke rehearse`."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from common.errors import EXIT_FAILED
from kiosk.errors import SetupFault

if TYPE_CHECKING:
    from kiosk.session.flow import FlowName
    from simulation.demo.orientation import Orientation
    from simulation.hardware import CardTransport
    from simulation.rehearsal.display import DisplayKind

OrientationOption = Annotated[str, typer.Option(help="portrait or landscape")]
TransportOption = Annotated[
    str | None, typer.Option(help="pcsc or loopback; by default pcsc where it can run")
]


def demo(
    person: Annotated[str | None, typer.Option(help="Whose card is placed at the start")] = None,
    orientation: OrientationOption = "portrait",
    transport: TransportOption = None,
    prepare: Annotated[
        bool, typer.Option("--prepare", help="Only make the demo world, then end")
    ] = False,
) -> None:
    """Run the kiosk on simulated hardware, in a window with a dock."""
    from simulation.demo.world import default_world
    from simulation.demo.world import prepare as prepare_world

    if prepare:
        prepare_world(default_world())
        return
    from simulation.demo.run import run_demo

    run_demo(default_world(), person, _orientation(orientation), _transport(transport))


def rehearse(
    scenario: Annotated[str | None, typer.Argument(help="Its name, as `--list` tells it")] = None,
    list_: Annotated[bool, typer.Option("--list", help="List the scenarios")] = False,
    json_: Annotated[bool, typer.Option("--json", help="One JSON object per run")] = False,
    screens: Annotated[Path | None, typer.Option(help="Save every screen passed here")] = None,
    repeat: Annotated[int, typer.Option(min=1, help="Play it so many times")] = 1,
    transport: TransportOption = None,
    orientation: OrientationOption = "portrait",
    size: Annotated[
        str | None, typer.Option(help="Of another panel than Full HD, for example 1280x800")
    ] = None,
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
        _orientation(orientation).size_px if size is None else _size_px(size),
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


def _orientation(value: str) -> "Orientation":
    from simulation.demo.orientation import Orientation

    try:
        return Orientation(value)
    except ValueError:
        raise SetupFault(f"--orientation {value}: choose portrait or landscape.") from None


def _size_px(value: str) -> tuple[int, int]:
    width_px, _, height_px = value.partition("x")
    try:
        return int(width_px), int(height_px)
    except ValueError:
        raise SetupFault(f"--size {value}: give width and height, as in 1280x800.") from None


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
    from simulation.hardware import CardTransport

    try:
        return None if value is None else CardTransport(value)
    except ValueError:
        raise SetupFault(f"--transport {value}: choose pcsc or loopback.") from None
