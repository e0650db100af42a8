"""`uketsuke run`: the kiosk on real hardware."""

import faulthandler
import os
import resource
import sys
from functools import partial
from pathlib import Path

import structlog

from kiosk import log, watchdog
from kiosk.compose.kiosk import build_kiosk, check_devices, check_parts, with_lasting_names
from kiosk.check_beside import CheckBeside
from kiosk.config import Config, Screen, check_files, load
from kiosk.errors import EXIT_CANNOT, EXIT_FAILED, SetupFault, complaint_of
from kiosk.notify import ALIVE, READY, Notifier
from kiosk.screen.event_loop import EventLoop
from kiosk.screen.fault_window import show_fault

_log = structlog.get_logger(__name__)


def run_unwatched(path: Path, after: watchdog.End | None) -> None:
    """The kiosk itself; what hinders its start is said on its screen too. `after`: why anew."""
    faulthandler.enable()  # On SIGABRT it writes where the threads stand: `kiosk.watchdog` asks so.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # Nothing of a patient may reach a disk.
    notifier = Notifier()
    notifier.process_is(os.getpid())
    try:
        run_kiosk(path, notifier, after)
    except Exception as error:
        line = complaint_of(error)
        if line is None:
            raise
        print(f"uketsuke: {line}", file=sys.stderr, flush=True)
        screen = _screen(path)
        show_fault(line, screen.monitor, screen.turn_degrees)
        sys.exit(EXIT_CANNOT)


def _screen(path: Path) -> Screen:
    """As far as the configuration can be read."""
    try:
        return load(path).screen
    except SetupFault:
        return Screen()


def run_kiosk(path: Path, notifier: Notifier, after: watchdog.End | None) -> None:
    """Run until a signal ends it; raises `SetupFault` and the packages' environment errors.

    A camera takes long to open, and its software to load: that is checked while the screen
    opens, with a maker's terminal, and ends the kiosk just as well.
    """
    config = with_lasting_names(load(path))
    refuse_simulators(config, path)
    check_files(config)
    log.configure(config.log.file)
    if after is not None:
        _log.error("kiosk_restarted", reason=after.value)
    check_parts(config)
    loop = EventLoop(offscreen=False)

    def alive() -> None:
        if not notifier.tell(ALIVE):
            loop.quit()  # Nobody would end it when it freezes, nor start it again.

    def drawn() -> None:
        notifier.tell(READY)

    def closed() -> None:
        _log.error("window_closed")
        loop.quit(EXIT_FAILED)  # Whoever watches starts it again.

    kiosk = build_kiosk(config, size_px=None, drawn=drawn, alive=alive)
    kiosk.window.closed.connect(closed)
    check = CheckBeside(
        partial(check_devices, config), refused=lambda: kiosk.main_thread.post(loop.quit)
    )
    try:
        kiosk.start()
        check.start()
        exit_code = loop.run()
    finally:
        kiosk.stop()
    check.result()
    if exit_code:
        sys.exit(exit_code)


def refuse_simulators(config: Config, path: Path) -> None:
    """A simulator would let anybody in: it has no place where patients are."""
    simulators = config.simulators()
    if simulators:
        raise SetupFault(
            f"{path} configures simulators ({', '.join(simulators)}), which `uketsuke run` "
            "refuses. Take these settings out, or use `uketsuke demo`."
        )
