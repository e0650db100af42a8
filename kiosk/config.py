"""What may be configured, with its defaults; how it is read is in `kiosk.config_file`."""

from enum import Enum
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    model_validator,
)
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from consent.port import Item
from faceauth.port import LivenessLevel
from kiosk.log import Level
from kiosk.session import delays
from kiosk.session.flow import ASKED_OF_FACILITIES, FlowName, FlowProfile, flow_profile


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class FacilityKind(Enum):
    CLINIC = "clinic"  # Hospitals too.
    PHARMACY = "pharmacy"  # Asked is which electronic prescriptions to dispense.


FacilityText = Annotated[str, Field(max_length=60)]


class WhatNext(_Section):
    """The facility's own words at the end, as they are in every language; empty: the usual ones."""

    default: FacilityText = ""
    """Instead of "wait until you are called"."""
    grace: FacilityText = ""
    """The same, of who was received with an expired certificate."""
    lapsed: FacilityText = ""
    """What to do where the insurance has ended."""
    not_qualified: FacilityText = ""
    """What to do where none was found."""
    not_registered: FacilityText = ""
    """What to do for who does not want 利用登録."""
    first_visit: FacilityText = ""
    """These three stand below the first, each with whom it is for."""
    reservation: FacilityText = ""
    fever: FacilityText = ""


def _is_no_sample(code: str) -> str:
    if code == "0000000000":
        raise ValueError("it is still the sample's; write this facility's own code")
    return code


class Facility(_Section):
    code: Annotated[str, Field(pattern=r"^[0-9]{10}$"), AfterValidator(_is_no_sample)]
    """医療機関コード, 10 digits."""
    kind: FacilityKind = FacilityKind.CLINIC
    what_next: WhatNext = WhatNext()
    kiosk_id: Annotated[str, Field(pattern=r"^[A-Za-z0-9-]{1,32}$")] = "kiosk-1"


class Reader(_Section):
    name_pattern: str = ""
    """Part of the reader's PC/SC name; empty: any reader, one with a card first."""


class Surface(Enum):
    """What reads the printed side of the card; where nothing can, its numbers are typed."""

    NONE = "none"
    CAMERA = "camera"


class Proof(Enum):
    """What proves an identity without PIN, after face or staff have matched (docs/adr/0007)."""

    ATTESTED = "attested"  # The card's 券面 key and this kiosk's own; any reader.
    TERMINAL = "terminal"  # A maker's adapter (docs/adapters.md).
    NONE = "none"  # PIN only: neither face nor check by staff.


class CameraKind(Enum):
    OPENCV = "opencv"
    NONE = "none"  # A kiosk without camera: PIN and staff only.


class Camera(_Section):
    kind: CameraKind = CameraKind.OPENCV
    device: str = "0"
    """Index or path, for example /dev/v4l/by-id/…."""
    turn_degrees: Literal[0, 90, 180, 270] = 0
    """Clockwise, for a camera that is mounted turned."""
    place: Literal["above", "below", "left", "right"] = "above"
    """Of the screen, as the patient sees it: the voice says so."""


class Face(_Section):
    liveness: LivenessLevel = LivenessLevel.ACTIVE
    model: str = "sface"
    """One that comes with the kiosk (sface, dlib), or the path of a maker's manifest (TOML)."""
    anti_spoof: Path | None = None
    """Manifest of a maker's network that tells faces from pictures (docs/adapters.md)."""


class Identity(_Section):
    surface: Surface = Surface.NONE
    surface_device: str = "1"
    """Index or path of the camera above the card."""
    proof: Proof = Proof.NONE
    terminal: Annotated[str, Field(min_length=1)] | None = None
    """Which adapter, by its entry point's name, where several are installed."""
    phones: bool = False
    """Whether phones (スマホ用電子証明書) are read: the reader needs room for one."""
    card_face_authority: Path | None = None
    """SPKI PEM of the 券面 authority, which vouches for the photo that is compared."""


def _is_https(url: str) -> str:
    """Patients' data never goes in clear, and a wrong address is told before patients come."""
    try:
        parts = urlsplit(url)
        whole = parts.scheme == "https" and bool(parts.hostname) and parts.port != 0
    except ValueError:
        whole = False
    if not whole or any(character.isspace() for character in url):
        raise ValueError("expected https://HOST or https://HOST:PORT")
    return url


class Service(_Section):
    url: Annotated[str, AfterValidator(_is_https)]
    authority: Path
    """PEM of the authority that signed the service's certificate."""
    certificate: Path
    key: Path
    statement_key: Path
    """Ed25519 key with which the kiosk signs its statement of a match."""
    check_every_s: Annotated[float, Field(ge=1, le=3600)] = 60.0
    """How often an idle kiosk looks whether the service is there, to tell patients beforehand."""


def _is_the_facility_s(item: Item) -> Item:
    if item not in ASKED_OF_FACILITIES:
        raise ValueError(f"{item} is not a facility's to choose")
    return item


FacilityItem = Annotated[Item, AfterValidator(_is_the_facility_s)]


class Flow(_Section):
    """Which questions patients are asked (docs/adr/0012)."""

    profile: FlowName = FlowName.LEAFLET_2024_06
    also_ask: tuple[FacilityItem, ...] = ()
    """Beyond the profile's questions, by their names in `consent.port.Item`."""
    never_ask: tuple[FacilityItem, ...] = ()
    """What the facility makes no use of."""
    show_amounts: bool = False
    """At the limit question, the patient's own amounts; they tell the income to onlookers."""


class ResultEncoding(Enum):
    """In which the receipt computer wants its results (CharacterCodeIdentifier, OQSCD005)."""

    UTF_8 = "utf-8"
    SHIFT_JIS = "shift_jis"


class Times(_Section):
    """How long the kiosk waits for people; the usual times are in `kiosk/session/delays.py`."""

    patience: Annotated[float, Field(gt=0, le=10)] = 1.0
    """How much of the usual time a screen waits for an answer: 2 for twice as long."""
    idle_warning_s: Annotated[float, Field(gt=0, le=300)] = delays.IDLE_WARNING_MS / 1000
    """Then "are you still there?" stands this long before the reception is given up."""
    card_left_s: Annotated[float, Field(gt=0, le=600)] = delays.CARD_LEFT_MS / 1000
    """A card that lies there this long after its reception calls staff."""


class Storage(_Section):
    results: Path
    """The folder that the receipt computer watches."""
    result_encoding: ResultEncoding = ResultEncoding.UTF_8
    state: Path
    """The consent ledger with its outbox, and their key."""


class Screen(_Section):
    monitor: str = ""
    """By name, or by number from the left, 1 for the leftmost; empty: the primary one."""
    turn_degrees: Literal[0, 90, 180, 270] = 0
    """Clockwise, picture and touch together, for a panel that hangs turned."""
    panel_diagonal_mm: Annotated[float, Field(gt=100, lt=2000)] = 396.0
    """15.6 inches; sizes on the screen are set in millimetres."""
    low_controls: bool = False
    """Every control in the lower half, for patients who sit; they can also choose it."""
    staff_key: str = ""
    """A key that opens staff's own screens, as four corners do: "F12", "Ctrl+F9"; empty: none."""
    shuffled_keys: bool = False
    """The PIN pad's digits in another order for each patient, against onlookers."""


class SoundKind(Enum):
    ALSA = "alsa"
    NONE = "none"  # A silent kiosk.


class Sound(_Section):
    kind: SoundKind = SoundKind.ALSA
    device: Annotated[str, Field(min_length=1)] = "default"
    """Where guidance goes, as `aplay -L` names it."""
    voices: Path | None = None
    """Folder of recorded guidance (`make voices`); by default the bundle's. None: tones only."""


def _is_host_and_port(address: str) -> str:
    host, _, port = address.rpartition(":")
    if not host or not port.isdecimal() or not 0 < int(port) < 65536:
        raise ValueError("expected HOST:PORT")
    return address


class Desk(_Section):
    """The reception's console (docs/console.md); the kiosk does without as well."""

    address: Annotated[str, AfterValidator(_is_host_and_port)]
    authority: Path
    """PEM of the authority that signed the console's certificate."""

    @property
    def host(self) -> str:
        return self.address.rpartition(":")[0].strip("[]")

    @property
    def port(self) -> int:
        return int(self.address.rpartition(":")[2])


def _is_a_source(source: str) -> str:
    if source and not source.startswith("/"):
        return _is_https(source)
    return source


class Update(_Section):
    """Where `uketsuke update fetch` looks for versions (docs/adr/0058)."""

    source: Annotated[str, AfterValidator(_is_a_source)] = ""
    """A folder by its whole path, or https://…; in it a folder for each ring."""
    ring: Annotated[str, Field(pattern=r"^[a-z0-9-]{1,32}$")] = "all"
    """Which of them: versions come to some kiosks earlier than to others."""


class Log(_Section):
    file: Path | None = None
    """JSON lines; standard error when absent."""
    level: Level = Level.INFO


ENV_PREFIX = "UKETSUKE_"


class Config(BaseSettings):
    """All of it. Relative paths are relative to the file's folder."""

    model_config = SettingsConfigDict(
        env_prefix=ENV_PREFIX,
        env_nested_delimiter="__",
        nested_model_default_partial_update=True,  # Of a section, one setting at a time.
        extra="forbid",
        frozen=True,
    )

    facility: Facility
    reader: Reader = Reader()
    identity: Identity = Identity()
    camera: Camera = Camera()
    face: Face = Face()
    service: Service
    flow: Flow = Flow()
    times: Times = Times()
    storage: Storage
    screen: Screen = Screen()
    sound: Sound = Sound()
    desk: Desk | None = None
    update: Update = Update()
    log: Log = Log()

    def flow_profile(self) -> FlowProfile:
        """The questions that this facility asks."""
        is_pharmacy = self.facility.kind is FacilityKind.PHARMACY
        own = (Item.DISPENSING,) if is_pharmacy else ()
        return flow_profile(self.flow.profile, (*self.flow.also_ask, *own), self.flow.never_ask)

    @model_validator(mode="after")
    def _pharmacies_issue_no_prescriptions(self) -> Self:
        if self.facility.kind is FacilityKind.PHARMACY and Item.PRESCRIPTION in self.flow.also_ask:
            raise ValueError('"prescription" is asked by those who issue prescriptions')
        return self

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The environment wins over the file, whose content is passed to the constructor."""
        return env_settings, init_settings
