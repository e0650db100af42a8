"""The console's configuration: one TOML file (docs/console.md)."""

import os
import tomllib
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from common.errors import Fault
from common.files import read_regular
from common.toml_text import read_toml


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


Port = Annotated[int, Field(ge=0, lt=65536)]


class Staff(_Section):
    """Where staff's browsers connect."""

    host: str = "127.0.0.1"
    port: Port = 8470
    certificate: Path
    key: Path


class Kiosks(_Section):
    """Where the facility's kiosks connect, with mutual TLS."""

    host: str = "127.0.0.1"
    port: Port = 8471
    certificate: Path
    key: Path
    authority: Path
    """PEM of the authority that signed the kiosks' certificates."""


class Notices(_Section):
    webhook: Annotated[str, Field(pattern=r"^https?://\S+$")] | None = None
    """Told of each notice: which kiosk, which notice, when; nothing of a patient."""


class ConsoleConfig(_Section):
    facility_code: Annotated[str, Field(pattern=r"^[0-9]{10}$")]
    state: Path
    """Receptions of the day (encrypted), their key, staff accounts, the audit of what staff did."""
    keep_days: Annotated[int, Field(ge=1, le=31)] = 1
    """How many days a reception is listed, its own included; days end at midnight in Japan."""
    signed_in_for_h: Annotated[float, Field(gt=0, le=24)] = 12.0
    staff: Staff
    kiosks: Kiosks
    notices: Notices = Notices()


def load(path: Path) -> ConsoleConfig:
    """Read and check it; relative paths are relative to its folder. Raises `Fault`."""
    try:
        values = read_toml(read_regular(path))
    except OSError as error:
        raise Fault(
            f"The configuration file {path} cannot be read: {error.strerror}.",
            "See docs/console.md for what it holds.",
        ) from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Fault(f"The configuration file {path} is not valid TOML: {error}.") from None
    try:
        return ConsoleConfig(**_absolute(values, path.parent))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise Fault(
            f"{path}: {where}: {first['msg']}.", "See docs/console.md for what is expected."
        ) from None


def _absolute(values: dict[str, Any], folder: Path) -> dict[str, Any]:
    def of(section: dict[str, Any], *names: str) -> dict[str, Any]:
        found = {n: os.path.normpath(folder / str(section[n])) for n in names if n in section}
        return {**section, **found}

    paths = {"staff": ("certificate", "key"), "kiosks": ("certificate", "key", "authority")}
    for name, keys in paths.items():
        if isinstance(values.get(name), dict):
            values[name] = of(values[name], *keys)
    return of(values, "state")
