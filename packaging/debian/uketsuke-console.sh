#!/bin/sh
# The console's commands; its settings are in /etc/uketsuke-console/config.toml.
export PYTHONPATH=/usr/lib/uketsuke-console
export PYTHONDONTWRITEBYTECODE=1
exec /usr/bin/python3 -m console "$@"
