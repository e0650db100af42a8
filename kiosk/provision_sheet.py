"""What a supplier prepares for one kiosk: its settings, staff and certificates in one TOML text.

It comes as a file, or as a QR code that is held before the kiosk's camera. The settings become a
file of `conf.d`; nothing is written before all of it was looked at, but for the settings, which are
taken back where the kiosk could not start with them. A sheet may come twice.
"""

import json
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, JsonValue, ValidationError

from common.files import replace_whole
from common.toml_text import read_toml
from kiosk.config import Config
from kiosk.config_file import DROP_INS, load
from kiosk.errors import SetupFault, cannot_write
from kiosk.provision import import_certificate
from kiosk.staff.accounts import ACCOUNTS_FILE, LONGEST_NAME, Accounts
from kiosk.staff.acts import Role

SETTINGS = "60-sheet.toml"


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class NewPerson(_Part):
    name: Annotated[str, Field(min_length=1, max_length=LONGEST_NAME)]
    pin: Annotated[str, Field(pattern=r"^[0-9]{4,12}$", repr=False)]
    role: Role = Role.RECEPTION


Pem = Annotated[str, Field(pattern=r"^[\t\n\r -~]+$")]


class Certificates(_Part):
    """PEM, as `uketsuke provision import` takes them."""

    client: Pem
    authority: Pem | None = None


class Sheet(_Part):
    settings: dict[str, dict[str, JsonValue]] = {}
    staff: tuple[NewPerson, ...] = ()
    certificates: Certificates | None = None


def read(text: bytes, origin: str) -> Sheet:
    """Raises `SetupFault`."""
    try:
        values = read_toml(text)
        parts = {name: values.pop(name) for name in ("staff", "certificates") if name in values}
        return Sheet(settings=values, **parts)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SetupFault(
            f"{origin} is no TOML ({error}). Write settings as in config.toml, [[staff]] and "
            "[certificates]."
        ) from None
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise SetupFault(f"{origin}: {where}: {first['msg']}. Correct that in the sheet.") from None


def take_in(sheet: Sheet, path: Path) -> Iterator[str]:
    """`path` is the configuration; yields what was done. Raises `SetupFault`."""
    if sheet.settings:
        yield str(_take_settings(sheet, path))
    config = load(path)
    if sheet.certificates is not None:
        _take_certificates(sheet.certificates, config)
        yield str(config.service.certificate)
    accounts = Accounts(config.storage.state / ACCOUNTS_FILE)
    known = {account.person.name for account in accounts.listed()}
    for person in sheet.staff:
        if person.name not in known:
            added = accounts.add(person.name, person.role, person.pin.encode())
            yield f"staff {added.number}"


def _take_settings(sheet: Sheet, path: Path) -> Path:
    target = path.parent / DROP_INS / SETTINGS
    before = target.read_bytes() if target.exists() else None
    try:
        target.parent.mkdir(exist_ok=True)
        replace_whole(target, "\n".join(_toml(sheet.settings)).encode(), mode=0o644)
    except OSError as error:
        raise cannot_write(target, error) from None
    try:
        load(path)
    except SetupFault:
        if before is None:
            target.unlink()
        else:
            replace_whole(target, before, mode=0o644)
        raise
    return target


def _take_certificates(certificates: Certificates, config: Config) -> None:
    with tempfile.TemporaryDirectory(prefix="uketsuke-sheet-") as folder:
        client, authority = Path(folder, "client.pem"), Path(folder, "authority.pem")
        client.write_text(certificates.client, "ascii")
        if certificates.authority is not None:
            authority.write_text(certificates.authority, "ascii")
        import_certificate(config, client, authority if certificates.authority else None)


def _toml(values: dict[str, Any], section: str = "") -> Iterator[str]:
    """Lines of it; JSON writes text, numbers, switches and lists as TOML does."""
    if section:
        yield f"[{section}]"
    tables = {name: value for name, value in values.items() if isinstance(value, dict)}
    for name, value in values.items():
        if name not in tables:
            yield f"{json.dumps(name)} = {json.dumps(value, ensure_ascii=False)}"
    for name, table in tables.items():
        yield from _toml(table, f"{section}.{json.dumps(name)}" if section else json.dumps(name))
    if section:
        yield ""
