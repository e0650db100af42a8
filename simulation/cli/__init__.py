"""The commands that the simulation adds to `uketsuke`."""

import typer


def add_commands(app: typer.Typer) -> None:
    """Called by `kiosk.cli.main`, as an entry point of the group `uketsuke.commands`."""
    from simulation.cli import card, demo, face, service, surface  # noqa: F401 - They add to commands that are there.

    app.command()(demo.demo)
    app.command()(demo.rehearse)
    app.add_typer(service.app, name="service")
    app.add_typer(surface.app, name="surface")
