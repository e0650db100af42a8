"""What a virtual card holds: tables of files, PINs and keys, kept as JSON.

One `Application` per application of the real card; `simulation.card.card` only interprets
these tables, so another file or application is data and not code.
"""

from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from reader.number_b import number_b_of
from reader.port import SurfaceReading

FREE: tuple[int, ...] = ()
NEVER: tuple[int, ...] = (0xFFFF,)
"""Access that no PIN gives."""
OWNER = (0xFFFE,)
"""Access that an iPhone gives once it has recognised its owner, by face or finger."""

ATR = bytes.fromhex("3BE000FF8131FE4514")
"""Of the contact interface (sources: card 7)."""


class _Part(BaseModel):
    model_config = ConfigDict(
        frozen=True, extra="forbid", ser_json_bytes="base64", val_json_bytes="base64"
    )


class File(_Part):
    """Transparent EF; `access`: PINs of which one must be verified, or `FREE` or `NEVER`."""

    content: bytes = Field(repr=False)
    access: tuple[int, ...] = FREE


class Records(_Part):
    """Record EF, free to read."""

    records: tuple[bytes, ...] = Field(repr=False)


class Pin(_Part):
    """`form`: what a changed PIN must look like; empty where the issuer alone sets it."""

    secret: str = Field(repr=False)
    tries: int
    tries_left: int
    form: str = ""


class Key(_Part):
    """RSA-2048 private key, PKCS#8 PEM."""

    pem: str = Field(repr=False)
    access: tuple[int, ...] = FREE


class Application(_Part):
    name: str
    aid: bytes
    files: dict[int, File] = {}
    record_files: dict[int, Records] = {}
    pins: dict[int, Pin] = {}
    keys: dict[int, Key] = {}
    default_key: int | None = None
    """What signs without being named (P2 = 00)."""
    authentication_key: int | None = None
    """What answers INTERNAL AUTHENTICATE."""
    changes_by_key: bool = False
    """PINs are changed by JICSAP's CHANGE KEY, not by CHANGE REFERENCE DATA."""


class Surface(_Part):
    """What is printed on the front."""

    name: str = Field(repr=False)
    address: str = Field(repr=False)
    sex: int = Field(repr=False)
    birth_date: date = Field(repr=False)
    expires: date
    security_code: str = Field(repr=False)
    photo: bytes = Field(repr=False)

    @property
    def reading(self) -> SurfaceReading:
        """The parts that make 照合番号B."""
        return SurfaceReading(self.birth_date, self.expires.year, self.security_code)


class CardContent(_Part):
    person: str
    atr: bytes = ATR
    applications: tuple[Application, ...]
    data_objects: dict[int, bytes] = Field(default={}, repr=False)
    """GET DATA before any application is selected, by P1 P2 (sources: card 3.4)."""
    tells_last_command: bool = False
    """Has the command `80 FC 00 00` of an iPhone (sources: card 9)."""
    surface: Surface


def load_content(cards_dir: Path, person: str) -> CardContent:
    """Read `<cards_dir>/<person>/card.json`. Raises `OSError`, `ValueError`."""
    return CardContent.model_validate_json((cards_dir / person / "card.json").read_bytes())


def printed_number(cards_dir: Path, person: str) -> str:
    """照合番号B as it stands on the face of this person's card."""
    return number_b_of(load_content(cards_dir, person).surface.reading).decode("ascii")
