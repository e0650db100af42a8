"""`uketsuke run`: the kiosk on real hardware."""

import faulthandler
import os
import sys
from pathlib import Path

import structlog

from common.errors import EXIT_CANNOT, EXIT_FAILED, complaint_of, where
from faceauth.camera.device_names import lasting_name
from kiosk import config as settings
from kiosk import log, watchdog
from kiosk.check_beside import CheckBeside
from kiosk.child_process import MadeElsewhere
from kiosk.compose.kiosk import build_kiosk, hardware
from kiosk.compose.shared import card_face_authority, check_ledger, service
from kiosk.config import Config, Face, Screen
from kiosk.config_file import load
from kiosk.confinement.process import keep_from_others, missing_here
from kiosk.errors import SetupFault
from kiosk.installed_files import check_configuration_file, check_files
from kiosk.notify import ALIVE, READY, RECEIVES_PATIENTS, Notifier
from kiosk.processor import check_processor
from kiosk.screen.event_loop import EventLoop
from kiosk.screen.fault_window import show_fault
from kiosk.worker.terminal import find_adapter
from reader.pcsc import VIRTUAL, check_service, has_virtual_reader

_log = structlog.get_logger(__name__)


def run_unwatched(path: Path, after: watchdog.End | None) -> None:
    """The kiosk itself; what hinders its start is said on its screen too. `after`: why anew."""
    faulthandler.enable()  # On SIGABRT it writes where the threads stand: `kiosk.watchdog` asks so.
    keep_from_others()  # Nothing of a patient may reach a disk, or another program.
    notifier = Notifier()
    notifier.process_is(os.getpid())
    try:
        run_kiosk(path, notifier, after)
    except Exception as error:
        line = complaint_of(error)
        if line is None:
            _log.error("kiosk_bug", error=type(error).__name__, path=where(error))
            raise  # `kiosk.cli` ends with the exit code for it.
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
    check_configuration_file(path)
    check_files(config)
    log.configure(config.log.file, config.log.level)
    if after is not None:
        _log.error("kiosk_restarted", reason=after.value)
    for part in missing_here():
        _log.warning("not_confined", problem=part)
    check_parts(config)
    loop = EventLoop(offscreen=False)
    is_drawn = False

    def alive() -> None:
        if not notifier.tell(ALIVE):
            loop.quit()  # Nobody would end it when it freezes, nor start it again.
        if is_drawn and kiosk.application.receives:
            notifier.tell(RECEIVES_PATIENTS)

    def drawn() -> None:
        nonlocal is_drawn
        is_drawn = True
        notifier.tell(READY)

    def closed() -> None:
        _log.error("window_closed")
        loop.quit(EXIT_FAILED)  # Whoever watches starts it again.

    kiosk = build_kiosk(
        config,
        hardware(config),
        size_px=None,
        drawn=drawn,
        alive=alive,
        end=loop.quit,
        restarted=after is not None,
    )
    kiosk.window.closed.connect(closed)
    check = CheckBeside(
        MadeElsewhere("kiosk.compose.checks", "check_devices", (config,)),
        refused=lambda: kiosk.main_thread.post(loop.quit),
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


def check_parts(config: Config) -> None:
    """Certificates, keys, ledger, PC/SC and what a maker brings; raises the packages' faults.

    Without them no worker can be made.
    """
    if config.camera.kind is not settings.CameraKind.NONE:
        check_processor()
        if config.face.model != Face().model or config.face.anti_spoof is not None:
            MadeElsewhere("kiosk.compose.worker", "face_matcher", (config,))()
    service(config).close()
    card_face_authority(config)
    check_ledger(config)
    if config.identity.proof is settings.Proof.TERMINAL:
        find_adapter(config.identity.terminal)
    check_service()
    check_no_virtual_reader(config.reader.name_pattern)


def check_no_virtual_reader(pattern: str) -> None:
    """Unless the configuration names it, which says that this is a rehearsal."""
    if VIRTUAL.casefold() not in pattern.casefold() and has_virtual_reader():
        raise SetupFault(
            "A virtual card reader (vpcd) is there, into which anybody on the network can put a "
            "card. Remove it: apt-get purge vsmartcard-vpcd. For a rehearsal, name it: "
            f'reader.name_pattern = "{VIRTUAL}".'
        )


def with_lasting_names(config: Config) -> Config:
    """Cameras by names that they keep: a worker that opens one later may find another index."""
    camera, identity = config.camera, config.identity
    return config.model_copy(
        update={
            "camera": camera.model_copy(update={"device": lasting_name(camera.device)}),
            "identity": identity.model_copy(
                update={"surface_device": lasting_name(identity.surface_device)}
            ),
        }
    )
