"""`python -m console`: the console's commands alone, without the kiosk's."""

from common.command_line import run_as_command
from console.cli import console_app

run_as_command(lambda: console_app)
