"""The kiosk process: the application with its screen."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from common import japan
from common.codes import LimitCategory
from consent.texts import TomlConsentTexts
from kiosk import config as settings
from kiosk.application import Application
from kiosk.child_process import MadeElsewhere, preload_no_faces
from kiosk.config import Config
from kiosk.control import ANSWER_LIMIT_S, ControlSocket
from kiosk.delivery.process import DeliveryPartsFactory
from kiosk.desk_link.process import DeskPartsFactory
from kiosk.inner_faults import InnerFaults
from kiosk.screen.alarm import QtAlarm
from kiosk.screen.bridge import Bridge, Facility
from kiosk.screen.event_loop import dispose
from kiosk.screen.fonts import check_fonts
from kiosk.screen.frames import FirstFrame
from kiosk.screen.main_thread import MainThread
from kiosk.screen.preview import give_back_large_blocks
from kiosk.screen.sign_of_life import SignOfLife
from kiosk.screen.sound import AlsaSound, bundled_voices
from kiosk.screen.speaker import Speaker
from kiosk.screen.staff_desk import StaffWays
from kiosk.screen.translations import LANGUAGES, Languages
from kiosk.screen.voice import CameraPlace, VoicePlayer
from kiosk.screen.what_next import WhatNext
from kiosk.screen.window import KioskWindow
from kiosk.session.events import StaffCame, StaffLeft
from kiosk.session.states import Rules, nobody_is_there
from kiosk.signer.parts import SignerPartsFactory
from kiosk.signs import Part
from kiosk.staff.accounts import ACCOUNTS_FILE, Accounts
from kiosk.staff.acts import Reset, Restart
from kiosk.staff.audit_file import AUDIT_FILE, COMMAND, AuditFile
from kiosk.staff.findings import findings
from kiosk.staff.performer import CLOSED_FILE, Performer
from kiosk.staff.sign_in import STAFF_TRIES, SignIn
from kiosk.staff.tries import Tries
from kiosk.watchdog import EXIT_INNER_FAULTS, EXIT_LEFT, EXIT_RESTART
from kiosk.worker.parts import PartsFactory
from kiosk.worker.preview import PreviewMemory
from kiosk.worker.processes import SessionParts
from limit_info.meaning import meaning
from qualification.port import ProofKind
from reader.port import PresenceMonitor
from reader.presence import PcscPresenceMonitor


@dataclass(frozen=True)
class Adapters:
    """What is behind the ports: of this process itself, and of those beside it."""

    presence: PresenceMonitor
    worker_parts: PartsFactory
    signer_parts: SignerPartsFactory
    delivery_parts: DeliveryPartsFactory


def signer(config: Config) -> SignerPartsFactory:
    return MadeElsewhere("kiosk.compose.signer", "signer_parts", (config,))


def hardware(config: Config) -> Adapters:
    return Adapters(
        PcscPresenceMonitor(config.reader.name_pattern),
        worker_parts=MadeElsewhere("kiosk.compose.worker", "worker_parts", (config,)),
        signer_parts=signer(config),
        delivery_parts=MadeElsewhere("kiosk.compose.delivery", "delivery_parts", (config,)),
    )


@dataclass(frozen=True)
class Kiosk:
    """The application with its screen."""

    application: Application
    bridge: Bridge
    window: KioskWindow
    main_thread: MainThread
    performer: Performer
    _sign_of_life: SignOfLife
    _control: ControlSocket
    _take_down: Callable[[], None]

    def start(self) -> None:
        self.application.start()
        self.performer.start()
        self._control.start()
        self._sign_of_life.start()

    def stop(self) -> None:
        """Nothing is heard any more, then the scene goes, then what it was bound to."""
        self._sign_of_life.stopping()
        self._control.stop()
        self.main_thread.close()
        self.application.stop()
        self._take_down()
        self.performer.stop()
        self._sign_of_life.stop()


_PROOF_KINDS = {
    settings.Proof.ATTESTED: ProofKind.ATTESTED,
    settings.Proof.TERMINAL: ProofKind.TERMINAL,
    settings.Proof.NONE: None,
}


def _rules(config: Config, accounts: Accounts) -> Rules:
    return Rules(
        proof=_PROOF_KINDS[config.identity.proof],
        has_camera=config.camera.kind is not settings.CameraKind.NONE,
        has_staff_password=accounts.any,
        reads_phones=config.identity.phones,
        flow=config.flow_profile(),
        patience=config.times.patience,
        idle_warning_ms=round(config.times.idle_warning_s * 1000),
        card_left_ms=round(config.times.card_left_s * 1000),
    )


def build_kiosk(
    config: Config,
    adapters: Adapters,
    *,
    size_px: tuple[int, int] | None,
    language: str = "ja",
    drawn: Callable[[], None] = lambda: None,
    alive: Callable[[], None] = lambda: None,
    end: Callable[[int], None] = lambda _code: None,
    restarted: bool = False,
) -> Kiosk:
    """The kiosk process's half; needs an `EventLoop`. Raises the packages' environment errors.

    `size_px`: of a window; None: on the whole monitor. On the GUI thread, `drawn` is called when
    the first frame is on the screen, `alive` each second, and `end` with an exit code when staff
    want the program to be restarted or left, or sessions fail one after the other for its own
    reasons. `restarted`: it had ended or stood still.
    """
    check_fonts()
    give_back_large_blocks()
    main_thread = MainThread()
    languages = Languages((language, *(code for code in LANGUAGES if code != language)))
    bridge = Bridge(
        TomlConsentTexts(),
        lambda intent: application.intend(intent),
        languages,
        facility=_facility(config),
    )
    sound = _sound(config)
    speaker = None if sound is None else Speaker(bridge, sound, bridge)
    alarm = QtAlarm()
    state = config.storage.state
    accounts = Accounts(state / ACCOUNTS_FILE)
    staff_audit = AuditFile(state / AUDIT_FILE, config.facility.kiosk_id)
    sign_in = SignIn(
        accounts,
        Tries(state / STAFF_TRIES),
        staff_audit,
        lambda event: application.from_any_thread(event),
    )
    preview = PreviewMemory()  # After all that a configuration may be wrong in: it has to be freed.
    rules = _rules(config, accounts)
    if not rules.has_camera:
        preload_no_faces()
    application = Application(
        rules,
        view=bridge,
        alarm=alarm,
        post=main_thread.post,
        presence=adapters.presence,
        parts=SessionParts(adapters.worker_parts, adapters.signer_parts),
        delivery=adapters.delivery_parts,
        desk=_desk(config),
        preview=preview,
        staff=sign_in,
        perform=lambda act, who: performer.perform(act, who),
        restarted=restarted,
    )
    performer = Performer(
        dispatch=application.runner.dispatch,
        state=lambda: application.runner.state,
        screen=bridge,
        restart=lambda: end(EXIT_RESTART),
        leave=lambda: end(EXIT_LEFT),
        audit=staff_audit,
        closed_file=state / CLOSED_FILE,
    )
    application.runner.observe(performer.observe)
    bridge.staff.serve(_staff_ways(application, performer, sign_in, main_thread, state))
    application.runner.observe(InnerFaults(lambda: end(EXIT_INNER_FAULTS)).observe)
    window = _window(config, bridge, preview, size_px)
    FirstFrame(window.frames, bridge, drawn)

    def sign() -> bool:
        application.signs.alive(Part.SCREEN)
        alive()
        return application.threads_run

    sign_of_life = SignOfLife(sign)

    def take_down() -> None:
        if speaker is not None:
            speaker.close()
        window.close()
        languages.remove()
        dispose(window, bridge, alarm, main_thread)

    control = _control(application, performer, main_thread, state)
    return Kiosk(
        application, bridge, window, main_thread, performer, sign_of_life, control, take_down
    )


def _facility(config: Config) -> Facility:
    return Facility(
        low=config.screen.low_controls,
        shuffled_keys=config.screen.shuffled_keys,
        camera=CameraPlace(config.camera.place),
        what_next=WhatNext(**dict(config.facility.what_next)),
        limit_meaning=_limit_meaning,
        staff_key=config.screen.staff_key,
    )


def _staff_ways(
    application: Application,
    performer: Performer,
    sign_in: SignIn,
    main_thread: MainThread,
    state_folder: Path,
) -> StaffWays:
    """What staff's own screen can do."""
    runner = application.runner
    return StaffWays(
        come=lambda: runner.dispatch(StaffCame()),
        go=lambda: runner.dispatch(StaffLeft()),
        sign_in=lambda typed, answer: sign_in.attempt(
            typed, lambda outcome: main_thread.post(lambda: answer(outcome))
        ),
        perform=performer.perform,
        record=lambda who, what, done: performer.record(who, what, done=done),
        findings=lambda: findings(application.status(), _free_bytes(state_folder)),
        is_closed=lambda: runner.state.closed is not None,
    )


def _window(
    config: Config, bridge: Bridge, preview: PreviewMemory, size_px: tuple[int, int] | None
) -> KioskWindow:
    window = KioskWindow(
        bridge,
        preview,
        size_px=size_px,
        monitor=config.screen.monitor,
        turn_degrees=config.screen.turn_degrees,
        panel_diagonal_mm=config.screen.panel_diagonal_mm,
    )
    window.warm()
    return window


def _control(
    application: Application, performer: Performer, main_thread: MainThread, state_folder: Path
) -> ControlSocket:
    return ControlSocket(
        state_folder,
        status=application.status,
        reset=lambda: main_thread.post(lambda: _reset_by_command(performer)),
        metrics=application.counters.as_json_object,
        renew=lambda: main_thread.ask(lambda: _renew(application, performer), ANSWER_LIMIT_S),
    )


def _reset_by_command(performer: Performer) -> None:
    performer.perform(Reset(), COMMAND)


def _renew(application: Application, performer: Performer) -> bool:
    """Nobody can come between the look and the end: both are one step of the GUI thread."""
    return nobody_is_there(application.runner.state) and performer.perform(Restart(), COMMAND)


def _free_bytes(folder: Path) -> int | None:
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None


def _desk(config: Config) -> DeskPartsFactory | None:
    if config.desk is None:
        return None
    return MadeElsewhere("kiosk.compose.desk", "desk_parts", (config, config.desk))


def _limit_meaning(language: str, category: str) -> str:
    return meaning(language, LimitCategory(category), japan.today(), show_amounts=True)


def _sound(config: Config) -> VoicePlayer | None:
    match config.sound.kind:
        case settings.SoundKind.ALSA:
            return AlsaSound(config.sound.voices or bundled_voices(), config.sound.device)
        case settings.SoundKind.NONE:
            return None
