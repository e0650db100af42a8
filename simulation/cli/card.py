"""`uketsuke card serve` and `people`: virtual cards in pcscd's virtual reader."""

import json
import math
import os
import signal
import threading
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.cli import card as card_of_product
from kiosk.cli.card import say
from kiosk.errors import SetupFault

if TYPE_CHECKING:
    from simulation.card_slot.vpcd import VpcdReader
    from simulation.people import Person

card_commands = card_of_product.app

VPCD_HOST = "127.0.0.1"
LATENCIES_KBIT_S = {"none": None, "nfc106": 106, "nfc424": 424}
_POLL_S = 0.2
_HINT_S = 3.0
"""pcscd looks twice a second: if it has not by then, it is not there."""


@card_commands.command()
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
    from kiosk import log
    from simulation.card.card import VirtualCard
    from simulation.card.content import load_content
    from simulation.card.faults import parse_faults
    from simulation.card.issue import issue_cards
    from simulation.card.memory import CardMemory
    from simulation.card_slot.vpcd import VpcdReader
    from simulation.demo.world import default_world
    from simulation.people import PEOPLE_FILE, find_person

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
    say(f"The card of {key} goes to {VPCD_HOST}:{port}. Stop with Ctrl-C.")
    _tell_until_taken(reader, stop)
    reader.close()


def _tell_until_taken(reader: "VpcdReader", stop: threading.Event) -> None:
    """Say when the card lies in the virtual reader, and when nothing takes it."""
    was_looked_at, hint_at = False, time.monotonic() + _HINT_S
    while not stop.wait(_POLL_S):
        if not reader.has_card():
            say("The card was taken, as planned.")
            return
        is_looked_at = reader.is_looked_at()
        if is_looked_at and not was_looked_at:
            hint_at = math.inf
            say("It lies in the reader.")
        elif was_looked_at and not is_looked_at:
            say("The reader is gone. Waiting for it.")
        elif time.monotonic() > hint_at:
            hint_at = math.inf
            say(
                "Nobody takes the card. Is pcscd running, with its virtual reader (Debian: pcscd, "
                "vsmartcard-vpcd)? Does another card lie there? Waiting."
            )
        was_looked_at = is_looked_at


@card_commands.command()
def people(
    json_: Annotated[bool, typer.Option("--json", help="One JSON array")] = False,
) -> None:
    """List the demo people with what their virtual cards hold."""
    from common.operators import language_of_locale
    from simulation.people import PEOPLE_FILE, Person, read_people

    language = language_of_locale(os.environ).value
    rows = [_row(person, person.story[language]) for person in read_people(PEOPLE_FILE, Person)]
    if json_:
        print(json.dumps(rows, ensure_ascii=False))
        return
    for row in rows:
        print(f"{row['key']:10}{row['kind']:22}{row['pin']:6}{row['number_b']:16}{row['name']}")


def _row(holder: "Person", story: str) -> dict[str, object]:
    from reader.number_b import number_b_of
    from reader.port import SurfaceReading

    card = holder.card
    surface = SurfaceReading(holder.birth_date, card.expires.year, card.security_code)
    kind = holder.kind(date.today())
    return {
        "key": holder.key,
        "name": holder.name,
        "kind": "unregistered" if kind == "adult" and not holder.insurance.registered else kind,
        "story": story,
        "pin": card.pin,
        "pin_tries_left": card.pin_tries_left,
        "sign_password": card.sign_password,
        "number_b": number_b_of(surface).decode("ascii"),
        "birth_date": holder.birth_date.isoformat(),
        "sex": int(holder.sex.value),
        "address": holder.address,
        "card_expires": card.expires.isoformat(),
        "security_code": card.security_code,
        "certificate": card.certificate,
        "has_photo": bool(card.photo),
    }
