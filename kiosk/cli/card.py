"""`uketsuke card …`: virtual cards, and reading any card that lies in a reader."""

import codecs
import json
import math
import os
import signal
import sys
import threading
import time
from contextlib import suppress
from datetime import date
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.bundle import is_bundle, needs_sources
from kiosk.errors import SetupFault

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

    from reader.errors import ReaderError
    from reader.report import FindAuthority
    from simulation.card.personalisation import Person
    from simulation.card_slot.vpcd import VpcdReader

app = typer.Typer(no_args_is_help=True, help="Virtual cards, and reading any card.")

VPCD_HOST = "127.0.0.1"
LATENCIES_KBIT_S = {"none": None, "nfc106": 106, "nfc424": 424}
_STDIN = Path("-")
_MAX_SECRET_FILE_BYTES = 64
_POLL_S = 0.2
_HINT_S = 3.0
"""pcscd looks twice a second: if it has not by then, it is not there."""


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
def serve(
    person: Annotated[str, typer.Option(help="Whose card: a key or name of `card people`")],
    port: Annotated[
        int, typer.Option(min=1, max=65535, help="Where pcscd's virtual reader (vpcd) listens")
    ] = 35963,
    state: Annotated[
        Path | None, typer.Option(help="File that keeps tries left and changed PINs")
    ] = None,
    latency: Annotated[str, typer.Option(help="none, nfc106 or nfc424")] = "none",
    fault: Annotated[
        str, typer.Option(help="remove@N, sw@N=6F00, truncate@N=BYTES, delay@N=MS; comma between")
    ] = "",
) -> None:
    """Lay a virtual card on pcscd's virtual reader until interrupted."""
    needs_sources("card serve")
    from kiosk import log
    from simulation.demo.people import PEOPLE_FILE, find_person
    from simulation.demo.world import default_world
    from simulation.card.card import VirtualCard
    from simulation.card.content import load_content
    from simulation.card.faults import parse_faults
    from simulation.card.memory import CardMemory
    from simulation.card.people import issue_cards
    from simulation.card_slot.vpcd import VpcdReader

    if latency not in LATENCIES_KBIT_S:
        raise SetupFault(f"--latency {latency}: choose {', '.join(LATENCIES_KBIT_S)}.")
    key, world = find_person(person).key, default_world()
    try:
        faults = parse_faults(fault)
        memory = CardMemory(state)
    except ValueError as error:
        raise SetupFault(str(error)) from None
    except OSError as error:
        raise SetupFault(f"--state {state} cannot be kept ({error.strerror}).") from None
    log.configure(None)
    issue_cards(PEOPLE_FILE, world.photos, world.cards, date.today())
    card = VirtualCard(load_content(world.cards, key), memory, faults, LATENCIES_KBIT_S[latency])
    stop = threading.Event()
    for wanted in (signal.SIGTERM, signal.SIGINT):
        signal.signal(wanted, lambda *_: stop.set())
    reader = VpcdReader(VPCD_HOST, port)
    reader.insert(card)
    _say(f"The card of {key} goes to {VPCD_HOST}:{port}. Stop with Ctrl-C.")
    _tell_until_taken(reader, stop)
    reader.close()


def _tell_until_taken(reader: "VpcdReader", stop: threading.Event) -> None:
    """Say when the card lies in the virtual reader, and when nothing takes it."""
    was_looked_at, hint_at = False, time.monotonic() + _HINT_S
    while not stop.wait(_POLL_S):
        if not reader.has_card():
            _say("The card was taken, as planned.")
            return
        is_looked_at = reader.is_looked_at()
        if is_looked_at and not was_looked_at:
            hint_at = math.inf
            _say("It lies in the reader.")
        elif was_looked_at and not is_looked_at:
            _say("The reader is gone. Waiting for it.")
        elif time.monotonic() > hint_at:
            hint_at = math.inf
            _say(
                "Nobody takes the card. Is pcscd running, with its virtual reader (Debian: pcscd, "
                "vsmartcard-vpcd)? Does another card lie there? Waiting."
            )
        was_looked_at = is_looked_at


def _say(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


@app.command()
def people(
    json_: Annotated[bool, typer.Option("--json", help="One JSON array")] = False,
) -> None:
    """List the demo people with what their virtual cards hold."""
    needs_sources("card people")
    from simulation.demo.language import language_of_locale
    from simulation.demo.people import PEOPLE_FILE, load_people
    from simulation.card.people import load_people as load_card_holders

    told, language = load_people(), language_of_locale(os.environ)
    unregistered = _unregistered(PEOPLE_FILE)
    rows = [
        _row(holder, told[holder.key].story(language), registered=holder.key not in unregistered)
        for holder in load_card_holders(PEOPLE_FILE)
    ]
    if json_:
        print(json.dumps(rows, ensure_ascii=False))
        return
    for row in rows:
        print(f"{row['key']:10}{row['kind']:22}{row['pin']:6}{row['number_b']:16}{row['name']}")


def _row(holder: "Person", story: str, *, registered: bool) -> dict[str, object]:
    from reader.number_b import number_b_of
    from reader.port import SurfaceReading

    card = holder.card
    surface = SurfaceReading(holder.birth_date, card.expires.year, card.security_code)
    kind = holder.kind(date.today())
    return {
        "key": holder.key,
        "name": holder.name,
        "kind": "unregistered" if kind == "adult" and not registered else kind,
        "story": story,
        "pin": card.pin,
        "pin_tries_left": card.pin_tries_left,
        "sign_password": card.sign_password,
        "number_b": number_b_of(surface).decode("ascii"),
        "birth_date": holder.birth_date.isoformat(),
        "sex": holder.sex,
        "address": holder.address,
        "card_expires": card.expires.isoformat(),
        "security_code": card.security_code,
        "certificate": card.certificate,
        "has_photo": bool(card.photo),
    }


def _unregistered(people_file: Path) -> set[str]:
    """Keys of those whose card is not registered as insurance card yet."""
    import tomllib

    entries = tomllib.loads(people_file.read_text("utf-8"))["person"]
    return {e["key"] for e in entries if not e["insurance"]["registered"]}


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
    reading.run(reader, pin, number_b, find_authority, _say if traffic else None)
    print(json.dumps(reading.as_json_object(), ensure_ascii=False, indent=None if json_ else 1))
    face = reading.report.face
    if photo is not None and face is not None and face.photo:
        _write_photo(photo, face.photo)
    sys.exit(_exit_code(reading.error))


def _write_photo(path: Path, photo: bytearray) -> None:
    """For the owner alone."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(photo)
    except OSError as error:
        raise SetupFault(f"--photo {path} cannot be written ({error.strerror}).") from None


def _exit_code(error: "ReaderError | None") -> Exit:
    from reader import errors

    match error:
        case None:
            return Exit.READ
        case errors.ReaderUnavailable():
            return Exit.NO_READER
        case errors.NoCard():
            return Exit.NO_CARD
        case errors.CardRemoved():
            return Exit.CARD_REMOVED
        case errors.NotAMyNumberCard():
            return Exit.NOT_A_MY_NUMBER_CARD
        case errors.PinLocked() | errors.NumberBLocked() | errors.NumberBWrong(tries_left=0):
            return Exit.LOCKED
        case errors.PinWrong() | errors.NumberBWrong() | errors.NumberBImplausible():
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
        raise SetupFault(f"{option} {path} cannot be read ({error.strerror}).") from None
    secret = content.removeprefix(codecs.BOM_UTF8).strip()  # Editors on Windows write both.
    content[:] = bytes(len(content))
    if len(secret) != digits or not secret.isdigit():
        raise SetupFault(f"{option} must hold {digits} digits and nothing else.")
    return secret


def _authorities(given: Path | None) -> "FindAuthority":
    """The one given for every card; else that of the virtual cards for them alone."""
    from reader.card_face import load_authority

    def loaded(path: Path) -> "RSAPublicKey":
        try:
            return load_authority(path.read_bytes())
        except (OSError, ValueError):
            raise SetupFault(f"--authority {path} is not a public key in PEM form.") from None

    if given is not None:
        key = loaded(given)
        return lambda _: key
    if is_bundle():
        return lambda _: None
    from simulation.demo.world import default_world
    from simulation.card.pki import CvKey

    issued: RSAPublicKey | None = None
    with suppress(SetupFault):
        issued = loaded(default_world().cards / "card_face_ca.pem")
    return lambda key_id: issued if key_id == CvKey.CARD_FACE.value else None
