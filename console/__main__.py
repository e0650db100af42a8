"""`python -m console`: the console's commands alone, without the kiosk's."""

from console.cli import console_app

console_app()
