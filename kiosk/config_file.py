"""The configuration as it is read: one TOML file and its drop-ins, checked before anything starts.

Order of precedence: defaults, the file, `UKETSUKE_SECTION__KEY` in the environment. What is wrong
is said in one line.
"""

import difflib
import json
import os
import tomllib
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any, get_args, get_origin

from pydantic import (
    BaseModel,
    ValidationError,
)
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from common.files import read_regular
from common.toml_text import read_toml
from kiosk.config import ENV_PREFIX, Config
from kiosk.errors import SetupFault
from kiosk.notify import ADDRESS_VARIABLE

DROP_INS = "conf.d"
"""Folder beside the configuration file; its `*.toml` are laid over it in the order of their names,
setting by setting. Paths in them too are relative to the configuration file's folder."""


def files_of(path: Path) -> list[Path]:
    """The configuration file and its drop-ins, in their order."""
    return [path, *sorted((path.parent / DROP_INS).glob("*.toml"))]


def load(path: Path) -> Config:
    """Read and check a configuration file; raises `SetupFault` with one clear line."""
    values: dict[str, Any] = {}
    for each in files_of(path):
        content = _read(each)
        _check_quotes(content, str(each))
        _check_letters(content, str(each))
        _lay_over(values, content)
    check_environment()
    return from_values(_absolute(values, path.parent), str(path))


def _read(path: Path) -> dict[str, Any]:
    try:
        return read_toml(read_regular(path))
    except FileNotFoundError:
        raise SetupFault(
            f"The configuration file {path} does not exist. Copy the sample there (of the sources "
            "packaging/uketsuke.toml, of Debian's package /usr/share/uketsuke/config.toml), and "
            "fill it in."
        ) from None
    except OSError as error:
        raise SetupFault(
            f"The configuration file {path} cannot be read: {error.strerror}. Give the kiosk's "
            "user the right to read it."
        ) from None
    except UnicodeDecodeError:
        raise SetupFault(
            f"The configuration file {path} is not UTF-8 text. Save it in that encoding."
        ) from None
    except tomllib.TOMLDecodeError as error:
        raise SetupFault(
            f"The configuration file {path} is not valid TOML: {error}. Correct that line."
        ) from None


def _lay_over(values: dict[str, Any], more: dict[str, Any]) -> None:
    for key, value in more.items():
        below = values.get(key)
        if isinstance(below, dict) and isinstance(value, dict):
            _lay_over(below, value)
        else:
            values[key] = value


_OTHER_VARIABLES = ("UKETSUKE_DEMO_DIR", "UKETSUKE_FACES_DIR", "UKETSUKE_TEST")
"""What the demo, the tools and the tests are told."""


def check_environment() -> None:
    """Every `UKETSUKE_…` variable names a setting: one that does nothing would go unseen."""
    for variable in sorted(os.environ):
        if not variable.startswith(ENV_PREFIX) or variable in (
            *_OTHER_VARIABLES,
            ADDRESS_VARIABLE,
        ):
            continue
        section, dots, key = variable.removeprefix(ENV_PREFIX).lower().partition("__")
        settings = _settings_of(section)
        if settings is None:
            raise SetupFault(
                f"{variable} in the environment names no section of the configuration. Unset it, "
                f"or write UKETSUKE_SECTION__SETTING{_meant(section, Config.model_fields)}."
            )
        if not dots:
            raise SetupFault(
                f"{variable} in the environment names a whole section. Name one setting of it, "
                f"for example {variable}__{next(iter(settings)).upper()}."
            )
        name, deeper, _ = key.partition("__")
        if name not in settings:
            raise SetupFault(
                f"{variable} in the environment names no setting of [{section}]. Unset it, or "
                f"correct its name{_meant(key, settings)}."
            )
        if get_origin(settings[name].annotation) is tuple and not deeper:
            _check_list(variable)


def _check_list(variable: str) -> None:
    try:
        json.loads(os.environ[variable])
    except ValueError:
        raise SetupFault(
            f"{variable} in the environment is no list. Write it as in the file, for example "
            '["medicines"].'
        ) from None


def _settings_of(section: str) -> dict[str, FieldInfo] | None:
    field = Config.model_fields.get(section)
    annotation = None if field is None else field.annotation
    for kind in get_args(annotation) or (annotation,):  # `X | None` is a section too.
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            return kind.model_fields
    return None


def _meant(name: str, among: Iterable[str]) -> str:
    close = difflib.get_close_matches(name, among, n=1)
    return f" (perhaps {close[0]})" if close else ""


def _check_quotes(values: dict[str, Any], origin: str) -> None:
    """`"yes"` and `"no"` are text: whoever writes them means a switch."""
    for section, content in values.items():
        settings = _settings_of(section) or {}
        for key, value in content.items() if isinstance(content, dict) else ():
            field = settings.get(key)
            if field is not None and field.annotation is bool and not isinstance(value, bool):
                raise SetupFault(
                    f"{origin}: {section}.{key}: {value!r} is no switch. Write true or false, "
                    "without quotes."
                )


def _is_unseen(letter: str) -> bool:
    return letter != "\n" and unicodedata.category(letter) in ("Cc", "Cf")


def _check_letters(values: dict[str, Any], origin: str, section: str = "") -> None:
    """A letter that nobody sees is in no path, name or words that anybody meant."""
    for key, value in values.items():
        where = f"{section}.{key}" if section else key
        if isinstance(value, dict):
            _check_letters(value, origin, where)
        elif isinstance(value, str) and any(map(_is_unseen, value)):
            raise SetupFault(f"{origin}: {where} holds a letter that cannot be seen. Type it anew.")


def from_values(values: dict[str, Any], origin: str) -> Config:
    """Check values that are already read; `origin` is named in the error."""
    try:
        return Config(**values)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise SetupFault(
            f"{origin}: {where}: {_in_words(first)}. What may be set: uketsuke config schema."
        ) from None


def _in_words(error: ErrorDetails) -> str:
    section, last = str(error["loc"][0]), str(error["loc"][-1])
    known = Config.model_fields if len(error["loc"]) == 1 else _settings_of(section) or {}
    match error["type"]:
        case "extra_forbidden":
            return f"there is no such setting{_meant(last, known)}"
        case "missing":
            return "it is missing"
        case "model_type" | "model_attributes_type":
            return f"it is a section: write [{last}] and its settings below"
        case "value_error":
            return str(error["ctx"]["error"])
        case "enum" | "literal_error":
            return f"expected {error['ctx']['expected']}"
        case _:
            return str(error["msg"])


_PATHS = {
    "identity": ("card_face_authority",),
    "face": ("anti_spoof",),
    "service": ("authority", "certificate", "key", "statement_key"),
    "storage": ("results", "state"),
    "desk": ("authority",),
    "log": ("file",),
    "sound": ("voices",),
}


def _absolute(values: dict[str, Any], folder: Path) -> dict[str, Any]:
    for section, keys in _PATHS.items():
        content = values.get(section)
        if isinstance(content, dict):
            for key in keys:
                if isinstance(content.get(key), str):
                    content[key] = os.path.normpath(folder / content[key])
    face = values.get("face")
    if isinstance(face, dict) and str(face.get("model", "")).endswith(".toml"):
        face["model"] = os.path.normpath(folder / face["model"])
    return values
