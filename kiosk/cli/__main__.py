"""`python -m kiosk.cli`: the command without its script."""

from kiosk.cli.main import main

if __name__ == "__main__":
    main()
