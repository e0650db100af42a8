"""`uketsuke run`: the kiosk on real hardware."""

from functools import partial
from pathlib import Path

from kiosk import log
from kiosk.bootstrap import build_kiosk, check_cameras, check_parts, with_lasting_names
from kiosk.check_beside import CheckBeside
from kiosk.config import Config, check_files, load
from kiosk.errors import SetupFault
from kiosk.ui.event_loop import EventLoop


def run_kiosk(path: Path) -> None:
    """Run until a signal ends it; raises `SetupFault` and the packages' environment errors.

    A camera takes long to open, and its software to load: that is checked while the screen
    opens, and ends the kiosk just as well.
    """
    config = with_lasting_names(load(path))
    refuse_simulators(config, path)
    check_files(config)
    log.configure(config.log.file)
    check_parts(config)
    loop = EventLoop(offscreen=False)
    kiosk = build_kiosk(
        config,
        size_px=config.screen.size_px or config.screen.orientation.size_px,
        fullscreen=True,
    )
    check = CheckBeside(
        partial(check_cameras, config), refused=lambda: kiosk.main_thread.post(loop.quit)
    )
    try:
        kiosk.start()
        check.start()
        loop.run()
    finally:
        kiosk.stop()
    check.result()


def refuse_simulators(config: Config, path: Path) -> None:
    """A simulator would let anybody in: it has no place where patients are."""
    simulators = config.simulators()
    if simulators:
        raise SetupFault(
            f"{path} configures simulators ({', '.join(simulators)}), which `uketsuke run` "
            "refuses. Take these settings out, or use `uketsuke demo`."
        )
