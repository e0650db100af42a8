#!/bin/sh
# The demo keeps its world in the user's own folder; with arguments it is any command of the checkout's
# `uketsuke`, such as `uketsuke-demo rehearse pin`.
set -e
export PYTHONPATH=/usr/lib/uketsuke-demo
export PYTHONDONTWRITEBYTECODE=1
export UKETSUKE_DEMO_DIR="${UKETSUKE_DEMO_DIR:-${XDG_DATA_HOME:-$HOME/.local/share}/uketsuke-demo}"
mkdir -p "$UKETSUKE_DEMO_DIR"
[ -e "$UKETSUKE_DEMO_DIR/photos" ] || cp -r /usr/share/uketsuke-demo/photos "$UKETSUKE_DEMO_DIR/"
[ "$#" -gt 0 ] || set -- demo
exec /usr/bin/python3 -m kiosk.cli "$@"
