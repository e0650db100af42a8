"""`uketsuke card …`: reading any card that lies in a reader."""

import codecs
import json
import os
import sys
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from common.operators import tell
from common.secret import wipe
from kiosk.errors import SetupFault

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

    from reader.errors import ReaderFault
    from reader.report import FindAuthority

app = typer.Typer(no_args_is_help=True, help="Reading any card.")

_STDIN = Path("-")
_MAX_SECRET_FILE_BYTES = 64


class Exit(IntEnum):
    """Exit codes of `card read`."""

    READ = 0
    CANNOT = 2
    NO_READER = 3
    NO_CARD = 4
    NOT_A_MY_NUMBER_CARD = 5
    WRONG_SECRET = 6
    LOCKED = 7
    CARD_REMOVED = 8


@app.command()
def read(
    reader: Annotated[str, typer.Option(help="Part of the reader's name")] = "",
    pin_file: Annotated[Path | None, typer.Option(help="Holds the 4-digit PIN; - is stdin")] = None,
    number_b_file: Annotated[
        Path | None, typer.Option(help="Holds the 14 digits of 照合番号B; - is stdin")
    ] = None,
    photo: Annotated[Path | None, typer.Option(help="Write the card's photo here (JP2)")] = None,
    authority: Annotated[
        Path | None, typer.Option(help="Public key (PEM) that certifies face records")
    ] = None,
    traffic: Annotated[
        bool,
        typer.Option("--traffic", help="Write every exchange to standard error: personal data!"),
    ] = False,
    json_: Annotated[bool, typer.Option("--json", help="On one line")] = False,
) -> None:
    """Read a card and print one JSON object; what needs a PIN or number is null without it.

    A wrong PIN costs a try, also the last one.
    """
    from reader.reading import Reading

    if pin_file == number_b_file == _STDIN:
        raise SetupFault("Only one of --pin-file and --number-b-file can be standard input.")
    if photo is not None and number_b_file is None:
        raise SetupFault("--photo needs --number-b-file, which opens the photo.")
    pin = _secret(pin_file, 4, "--pin-file")
    number_b = _secret(number_b_file, 14, "--number-b-file")
    find_authority = _authorities(authority) if number_b or authority else lambda _: None
    reading = Reading()
    reading.run(reader, pin, number_b, find_authority, say if traffic else None)
    print(json.dumps(reading.as_json_object(), ensure_ascii=False, indent=None if json_ else 1))
    face = reading.report.face
    if photo is not None and face is not None and face.photo:
        _write_photo(photo, face.photo)
    sys.exit(_exit_code(reading.error))


def say(message: str) -> None:
    tell(message, on_error_stream=True)


def _write_photo(path: Path, photo: bytearray) -> None:
    """For the owner alone."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(photo)
    except OSError as error:
        raise SetupFault(
            f"--photo {path} cannot be written ({error.strerror}). Name a file in a folder of "
            "yours."
        ) from None


def _exit_code(error: "ReaderFault | None") -> Exit:
    from reader import errors

    match error:
        case None:
            return Exit.READ
        case errors.ReaderUnavailable():
            return Exit.NO_READER
        case errors.CardFault(problem=errors.CardProblem.ABSENT):
            return Exit.NO_CARD
        case errors.CardFault(problem=errors.CardProblem.TAKEN):
            return Exit.CARD_REMOVED
        case errors.CardFault(problem=errors.CardProblem.OTHER_CARD):
            return Exit.NOT_A_MY_NUMBER_CARD
        case errors.PinRefused(tries_left=0) | errors.NumberBRefused(tries_left=0):
            return Exit.LOCKED
        case errors.NumberBRefused(was_tried=False):
            return Exit.LOCKED
        case errors.PinRefused() | errors.NumberBRefused() | errors.NumberBImplausible():
            return Exit.WRONG_SECRET
        case _:
            return Exit.CANNOT


def _secret(path: Path | None, digits: int, option: str) -> bytearray | None:
    """The digits in a file, in a buffer that the reading wipes."""
    if path is None:
        return None
    content = bytearray(_MAX_SECRET_FILE_BYTES)
    try:
        if path == _STDIN:
            content[:] = sys.stdin.buffer.readline(_MAX_SECRET_FILE_BYTES)
        else:
            with path.open("rb", buffering=0) as file:
                del content[file.readinto(content) :]
    except OSError as error:
        raise SetupFault(
            f"{option} {path} cannot be read ({error.strerror}). Name a file that you may read."
        ) from None
    secret = content.removeprefix(codecs.BOM_UTF8).strip()  # Editors on Windows write both.
    wipe(content)
    if len(secret) != digits or not secret.isdigit():
        raise SetupFault(f"{option} must hold {digits} digits and nothing else.")
    return secret


def _authorities(given: Path | None) -> "FindAuthority":
    """The one given; without it a record is only checked for wholeness."""
    from reader.card_face import load_authority

    def loaded(path: Path) -> "RSAPublicKey":
        try:
            return load_authority(path.read_bytes())
        except (OSError, ValueError):
            raise SetupFault(
                f"--authority {path} is not a public key in PEM form. Name the file of the key "
                "that vouches for the photos of cards."
            ) from None

    if given is not None:
        key = loaded(given)
        return lambda _: key
    return lambda _: None
