"""How a command of ours ends: a fault of the world is one line, one of ours a traceback."""

import io
import os
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import typer
import typer.core

from common.errors import EXIT_BUG, EXIT_CANNOT, EXIT_FAILED, complaint_of
from common.operators import in_their_language, tell


def run_as_command(application: Callable[[], typer.Typer]) -> None:
    """Run what the arguments name; exit code 2 for a fault of the world, code 70 for ours."""
    _make_streams_safe()
    try:
        _run(application)
    except BrokenPipeError:  # Whoever reads has enough, as `head` does.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(EXIT_FAILED)
    except Exception as error:
        line = complaint_of(error)
        if line is None:
            traceback.print_exc()
            sys.exit(EXIT_BUG)
        with suppress(OSError):  # What could not be written is not tried again at the exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        tell(f"uketsuke: {in_their_language(line)}", on_error_stream=True)
        sys.exit(EXIT_CANNOT)


def _make_streams_safe() -> None:
    """A locale without UTF-8, or no stream at all, costs characters and not the command."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # Closed by whoever started us.
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _run(application: Callable[[], typer.Typer]) -> None:
    try:
        command = typer.main.get_command(application())
        _explain(command)
        command()
    finally:
        sys.stdout.flush()  # A full disk is told by the command, not by the interpreter's end.


def _explain(command: Any) -> None:
    """Put its help, and that of all commands below it, into the operator's language."""
    command.help = in_their_language(command.help or "")
    for parameter in command.params:
        if isinstance(parameter, typer.core.TyperArgument | typer.core.TyperOption):
            parameter.help = in_their_language(parameter.help or "")
    for below in getattr(command, "commands", {}).values():
        _explain(below)
