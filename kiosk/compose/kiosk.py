"""The composition root: the only place that names concrete classes.

Session workers and the courier import it too, and the screen should not wait for what only they
need. So Qt is imported inside the functions that build the screen, and what is slow to load and
works in other processes (faces, HTTPS) inside those that build that; simulators where they are
chosen, because a bundle has none.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cryptography import x509

from consent.keys import KeyProvider, kiosk_keys, subject_pseudonym
from consent.ledger import SqliteConsentLedger
from consent.outbox import SqliteOutbox
from consent.texts import TomlConsentTexts
from faceauth.port import Camera, LivenessLevel
from kiosk import config as settings
from common import japan
from kiosk import log
from kiosk.application import Application
from kiosk.config import Config
from kiosk.control import ControlSocket
from kiosk.delivery.process import CourierParts
from kiosk.errors import KioskBug, SetupFault
from kiosk.session.events import StaffReset
from kiosk.session.states import Rules
from kiosk.signs import Part
from kiosk.staff_password import StaffPassword
from kiosk.worker.terminal import find_adapter, make_adapter
from kiosk.worker.parts import IdentityProver, WorkerParts
from kiosk.worker.preview import PreviewMemory
from kiosk.worker.proof import AttestedProver, TerminalProver
from kiosk.worker.surface_frames import SurfaceFrames
from limit_info.meaning import meaning
from limit_info.port import Category
from qualification.oqs.codes import CharacterCode
from qualification.port import ProofKind
from qualification.result_folder import ResultFolder
from reader.card import MyNumberCard
from reader.card_face import load_authority
from simulation.card_slot.loopback import LoopbackCardSource, LoopbackPresenceMonitor
from reader.pcsc import PcscCardSource, check_service
from reader.port import CardSource, PresenceMonitor, SurfaceScanner
from reader.presence import PcscPresenceMonitor
from reader.surface.absent import NoSurfaceScanner

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

    from faceauth.matcher import DlibFaceMatcher
    from kiosk.screen.bridge import Bridge
    from kiosk.screen.main_thread import MainThread
    from kiosk.screen.sign_of_life import SignOfLife
    from kiosk.screen.voice import VoicePlayer
    from kiosk.screen.window import KioskWindow
    from qualification.client import HttpsQualificationService


CONSENT_KEY = "consent.key"
CONSENT_LEDGER = "consent.sqlite"

_CHARACTER_CODES = {
    settings.ResultEncoding.UTF_8: CharacterCode.UTF_8,
    settings.ResultEncoding.SHIFT_JIS: CharacterCode.SHIFT_JIS,
}


def worker_parts(config: Config) -> WorkerParts:
    """What a session worker works with; called in the worker's own process."""
    log.configure(config.log.file)
    keys = kiosk_keys(config.storage.state / CONSENT_KEY)
    return WorkerParts(
        open_card=_card_opener(config),
        surface=_surface(config),
        camera=_camera(config),
        matcher=_matcher(config),
        service=_service(config),
        prover=_prover(config),
        ledger=lambda: SqliteConsentLedger(config.storage.state / CONSENT_LEDGER, keys),
        subject_pseudonym=lambda certificate: _pseudonym(keys, certificate),
        facility_code=config.facility.code,
        kiosk_id=config.facility.kiosk_id,
    )


def courier_parts(config: Config) -> CourierParts:
    """What the courier works with; called in the courier's own process."""
    log.configure(config.log.file)
    keys = kiosk_keys(config.storage.state / CONSENT_KEY)
    return CourierParts(
        open_outbox=lambda: SqliteOutbox(config.storage.state / CONSENT_LEDGER, keys),
        service=_service(config),
        results=ResultFolder(
            config.storage.results, config.facility.code, config.storage.result_name_separator
        ),
        check_every_s=config.service.check_every_s,
    )


def _service(config: Config) -> "HttpsQualificationService":
    from qualification.client import ClientConfig, HttpsQualificationService

    return HttpsQualificationService(
        ClientConfig(
            url=config.service.url,
            authority_file=config.service.authority,
            certificate_file=config.service.certificate,
            key_file=config.service.key,
            statement_key_file=config.service.statement_key,
            character_code=_CHARACTER_CODES[config.storage.result_encoding],
            limit_category=config.flow.show_amounts,
        )
    )


def _pseudonym(keys: KeyProvider, certificate_der: bytes) -> str:
    serial = x509.load_der_x509_certificate(certificate_der).serial_number
    return subject_pseudonym(keys.keys().pseudonym, serial)


def _prover(config: Config) -> IdentityProver | None:
    match config.identity.proof:
        case settings.Proof.ATTESTED:
            return AttestedProver()
        case settings.Proof.TERMINAL:
            return TerminalProver(make_adapter(find_adapter(config.identity.terminal)))
        case settings.Proof.NONE:
            return None


def _card_opener(config: Config) -> Callable[[str], MyNumberCard]:
    source = _card_source(config)
    authority = _card_face_authority(config)
    return lambda reader: MyNumberCard(source.connect(reader), authority)


def _card_face_authority(config: Config) -> "RSAPublicKey | None":
    path = config.identity.card_face_authority
    if path is None:
        return None
    try:
        return load_authority(path.read_bytes())
    except ValueError:
        raise SetupFault(
            f"identity.card_face_authority: {path} holds no RSA public key. Install the key of "
            "the authority that signs the face records of cards there (PEM)."
        ) from None


def _card_source(config: Config) -> CardSource:
    match config.reader.transport:
        case settings.CardTransport.PCSC:
            return PcscCardSource()
        case settings.CardTransport.LOOPBACK:
            return LoopbackCardSource(_loopback_socket(config))


def _presence(config: Config) -> PresenceMonitor:
    match config.reader.transport:
        case settings.CardTransport.PCSC:
            return PcscPresenceMonitor(config.reader.name_pattern)
        case settings.CardTransport.LOOPBACK:
            return LoopbackPresenceMonitor(_loopback_socket(config))


def _loopback_socket(config: Config) -> Path:
    if config.reader.loopback_socket is None:
        raise KioskBug("reader.loopback_socket belongs to the loopback transport")
    return config.reader.loopback_socket


def _surface(config: Config) -> SurfaceScanner:
    from faceauth.camera.opencv_camera import OpenCvCamera
    from reader.surface.ocr import OcrSurfaceScanner, RapidLines

    match config.identity.surface:
        case settings.Surface.NONE:
            return NoSurfaceScanner()
        case settings.Surface.CAMERA:
            frames = SurfaceFrames(OpenCvCamera(config.identity.surface_device))
            return OcrSurfaceScanner(frames, RapidLines())
        case settings.Surface.SIMULATED:
            from simulation.card.surface import SimulatedSurfaceScanner

            simulation = _simulation(config)
            return SimulatedSurfaceScanner(simulation.stage, simulation.cards)


def _camera(config: Config) -> Camera | None:
    from faceauth.camera.opencv_camera import OpenCvCamera

    match config.camera.kind:
        case settings.CameraKind.OPENCV:
            return OpenCvCamera(config.camera.device, config.camera.turn_degrees)
        case settings.CameraKind.NONE:
            return None
        case settings.CameraKind.SIMULATED:
            from simulation.camera.camera import SimulatedCamera

            simulation = _simulation(config)
            return SimulatedCamera(simulation.stage, simulation.photos)


def _matcher(config: Config) -> "DlibFaceMatcher":
    from faceauth import calibration as face_calibration
    from faceauth.matcher import DlibFaceMatcher
    from faceauth.embedding.onnx_embedding import OnnxEmbedding, OnnxModel

    face = config.face
    model = calibration = None
    if face.model is not None:
        model = OnnxEmbedding(
            OnnxModel(
                face.model,
                face.model_sha256,
                face.model_input_px,
                face.model_mean,
                face.model_scale,
            )
        )
    if face.calibration is not None:
        calibration = face_calibration.load(face.calibration, face.calibration_sha256)
    return DlibFaceMatcher(LivenessLevel(face.liveness.value), model, calibration)


def _simulation(config: Config) -> settings.Simulation:
    if config.simulation is None:
        raise KioskBug("a simulator is configured without [simulation]")
    return config.simulation


def _limit_meaning(language: str, category: str) -> str:
    return meaning(language, Category(category), japan.today(), show_amounts=True)


def _sound(config: Config) -> "VoicePlayer | None":
    from kiosk.screen.sound import AlsaSound, bundled_voices

    match config.sound.kind:
        case settings.SoundKind.ALSA:
            return AlsaSound(config.sound.voices or bundled_voices(), config.sound.device)
        case settings.SoundKind.NONE:
            return None


def check_parts(config: Config) -> None:
    """Certificates, keys, PC/SC and what a maker brings; raises the packages' faults.

    Without them no worker can be made.
    """
    _service(config).close()
    _card_face_authority(config)
    if config.identity.proof is settings.Proof.TERMINAL:
        find_adapter(config.identity.terminal)
    if config.face.model is not None or config.face.calibration is not None:
        _matcher(config)
    if config.reader.transport is settings.CardTransport.PCSC:
        check_service()


def with_lasting_names(config: Config) -> Config:
    """Cameras by names that they keep: a worker that opens one later may find another index."""
    from faceauth.camera.device_names import lasting_name

    camera, identity = config.camera, config.identity
    return config.model_copy(
        update={
            "camera": camera.model_copy(update={"device": lasting_name(camera.device)}),
            "identity": identity.model_copy(
                update={"surface_device": lasting_name(identity.surface_device)}
            ),
        }
    )


def check_devices(config: Config) -> None:
    """Cameras and a maker's terminal can be used; raises the packages' faults.

    Called in a process of its own.
    """
    from faceauth.camera.opencv_camera import probe

    log.configure(config.log.file)
    if config.camera.kind is settings.CameraKind.OPENCV:
        probe(config.camera.device)
    if config.identity.surface is settings.Surface.CAMERA:
        probe(config.identity.surface_device)
    _prover(config)
    _matcher(config).record_calibration()


@dataclass(frozen=True)
class Kiosk:
    """The application with its screen."""

    application: Application
    bridge: "Bridge"
    window: "KioskWindow"
    main_thread: "MainThread"
    _sign_of_life: "SignOfLife"
    _control: ControlSocket
    _take_down: Callable[[], None]

    def start(self) -> None:
        self.application.start()
        self._control.start()
        self._sign_of_life.start()

    def stop(self) -> None:
        """Nothing is heard any more, then the scene goes, then what it was bound to."""
        self._sign_of_life.stopping()
        self._control.stop()
        self.main_thread.close()
        self.application.stop()
        self._take_down()
        self._sign_of_life.stop()


_PROOF_KINDS = {
    settings.Proof.ATTESTED: ProofKind.ATTESTED,
    settings.Proof.TERMINAL: ProofKind.TERMINAL,
    settings.Proof.NONE: None,
}


def _rules(config: Config) -> Rules:
    return Rules(
        proof=_PROOF_KINDS[config.identity.proof],
        has_camera=config.camera.kind is not settings.CameraKind.NONE,
        has_staff_password=config.facility.staff_password_hash is not None,
        flow=config.flow.switched(),
        patience=config.times.patience,
        idle_warning_ms=round(config.times.idle_warning_s * 1000),
        card_left_ms=round(config.times.card_left_s * 1000),
    )


def build_kiosk(
    config: Config,
    *,
    size_px: tuple[int, int] | None,
    language: str = "ja",
    drawn: Callable[[], None] = lambda: None,
    alive: Callable[[], None] = lambda: None,
) -> Kiosk:
    """The kiosk process's half; needs an `EventLoop`. Raises the packages' environment errors.

    `size_px`: of a window; None: on the whole monitor. On the GUI thread, `drawn` is called when
    the first frame is on the glass, and `alive` each second.
    """
    from kiosk.screen.alarm import QtAlarm
    from kiosk.screen.bridge import Bridge, Facility
    from kiosk.screen.event_loop import dispose
    from kiosk.screen.first_frame import FirstFrame
    from kiosk.screen.main_thread import MainThread
    from kiosk.screen.sign_of_life import SignOfLife
    from kiosk.screen.speaker import Speaker
    from kiosk.screen.translations import LANGUAGES, Languages
    from kiosk.screen.window import KioskWindow

    main_thread = MainThread()
    languages = Languages((language, *(code for code in LANGUAGES if code != language)))
    bridge = Bridge(
        TomlConsentTexts(),
        lambda intent: application.intend(intent),
        languages,
        facility=Facility(
            low=config.screen.low_controls,
            shuffled_keys=config.screen.shuffled_keys,
            what_next=config.facility.what_next,
            limit_meaning=_limit_meaning,
        ),
    )
    sound = _sound(config)
    speaker = None if sound is None else Speaker(bridge, sound, bridge)
    alarm = QtAlarm()
    stored = config.facility.staff_password_hash
    preview = PreviewMemory()  # After all that a configuration may be wrong in: it has to be freed.
    application = Application(
        _rules(config),
        glass=bridge,
        alarm=alarm,
        post=main_thread.post,
        presence=_presence(config),
        parts=partial(worker_parts, config),
        courier=partial(courier_parts, config),
        preview=preview,
        staff=lambda sink: StaffPassword(stored.get_secret_value() if stored else None, sink),
    )
    window = KioskWindow(
        bridge,
        preview,
        size_px=size_px,
        monitor=config.screen.monitor,
        turn_degrees=config.screen.turn_degrees,
        panel_diagonal_mm=config.screen.panel_diagonal_mm,
    )
    FirstFrame(window, bridge, drawn)

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

    control = ControlSocket(
        config.storage.state,
        status=application.status,
        reset=lambda: application.from_any_thread(StaffReset()),
    )
    return Kiosk(application, bridge, window, main_thread, sign_of_life, control, take_down)
