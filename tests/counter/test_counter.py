"""Patients at a counter, received by `uketsuke run` in a real window, with nothing simulated in it.

Faces are in `test_face.py`.
"""

import csv
import io
import json
import sqlite3
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from common.decisions import Decision, from_list
from kiosk.control import SOCKET_NAME, ask
from kiosk.session.events import ServiceChecked
from kiosk.session.states import Rules
from qualification.oqs import xml
from qualification.oqs.codes import Consent, LimitConsent
from qualification.port import ProofKind
from simulation.card.content import printed_number
from simulation.card_slot.pcscd import why_unavailable
from simulation.demo.world import PICTURES, STAFF_PASSWORD, default_world
from simulation.people import find_person
from simulation.rehearsal.display import DisplayKind, open_display
from tests.counter.camera import CameraAtTheCounter
from tests.counter.counter import UKETSUKE, Counter, open_counter
from tests.flow.session.story import PIN_ONLY
from tests.ui.conftest import glass_of, languages  # noqa: F401 - Fixtures.
from tests.ui.kiosk_parts import PORTRAIT, Glass
from tests.unit.kiosk.installation import LOG_NAME
from tests.unit.kiosk.real_kiosk import (
    FROM_SOURCES,
    LIMIT_S,
    RealKiosk,
    descendants_of,
    running,
    wait_until_gone,
)
from tests.unit.kiosk.real_patient import Patient

RULES = Rules(ProofKind.ATTESTED, has_camera=False, has_staff_password=True)
BY_PIN = find_person("hanako")
BY_STAFF = find_person("taro")

pytestmark = [
    pytest.mark.skipif(why_unavailable() is not None, reason=str(why_unavailable())),
    pytest.mark.skipif(
        not all((default_world().photos / name).is_file() for name in PICTURES),
        reason="the demo people's photographs are not set up (make setup)",
    ),
]


@dataclass(frozen=True)
class Reception:
    """A kiosk that runs at the counter, and whoever stands before it."""

    counter: Counter
    kiosk: RealKiosk
    patient: Patient
    temporary: Path
    """Where the kiosk's processes put what is temporary."""

    def status(self) -> dict[str, object]:
        return ask(self.counter.state, "status")


@contextmanager
def open_reception(
    counter: Counter,
    glass: Glass,
    kind: DisplayKind,
    program: Sequence[str | Path] = FROM_SOURCES,
    camera: CameraAtTheCounter | None = None,
) -> Iterator[Reception]:
    temporary = counter.folder / "temporary"
    temporary.mkdir()
    width_px, height_px, _ = PORTRAIT
    with open_display(kind, (width_px, height_px)) as display:
        environment = {
            **display.environment,
            **counter.daemon.environment,
            **(camera.environment if camera else {}),
            "TMPDIR": str(temporary),
        }
        rules = replace(RULES, has_camera=camera is not None)
        log_file = counter.folder / LOG_NAME
        with running(counter.config, environment, log_file=log_file, program=program) as kiosk:
            kiosk.wait_until_open()
            patient = Patient(display, glass, kiosk, counter.state, rules, has_scanner=False)
            reception = Reception(counter, kiosk, patient, temporary)
            kiosk.wait_for(
                "the service's word", lambda: reception.status()["accepted_proofs"] is not None
            )
            yield reception


def test_a_patient_by_pin_and_one_by_staff(
    tmp_path: Path,
    glass_of: Callable[..., Glass],  # noqa: F811 - The fixture of that name.
) -> None:
    """On X11; in cage the bundle receives the same two (`tests/bundle/test_session.py`)."""
    with open_counter(tmp_path) as counter:
        with open_reception(counter, glass_of(PORTRAIT), DisplayKind.X11) as reception:
            assert reception.status()["accepted_proofs"] == "attested, pin"
            assert reception.status()["staff_check_offered"]
            receive_by_pin(reception)
            receive_by_staff(reception)
            results = counter.results
            reception.kiosk.wait_for("both results", lambda: len(list(results.glob("*.xml"))) == 2)
            end(reception)
        assert_results(counter)
        assert_ledger(counter)
        assert_record_of_the_service(counter)
    assert_nobody_is_named(tmp_path / LOG_NAME)
    assert_nothing_went_wrong(tmp_path / LOG_NAME)


def test_a_service_that_takes_pins_alone_is_not_shown_a_face_nor_staff(
    tmp_path: Path,
    glass_of: Callable[..., Glass],  # noqa: F811 - The fixture of that name.
) -> None:
    with (
        open_counter(tmp_path, "--proofs", "pin") as counter,
        open_reception(counter, glass_of(PORTRAIT), DisplayKind.X11) as reception,
    ):
        status = reception.status()
        assert (status["proof"], status["accepted_proofs"]) == ("attested", "pin")
        assert not status["staff_check_offered"]
        assert reception.kiosk.logged("proof_not_accepted") == 1
        reception.patient.twin.story.send(ServiceChecked(PIN_ONLY))
        reception.patient.place_card(lambda: counter.card.lay(BY_STAFF.key))
        reception.patient.tap("callStaff")
        assert reception.status()["reason"] == "staff_called"


def receive_by_pin(reception: Reception) -> None:
    patient, card = reception.patient, reception.counter.card
    patient.place_card(lambda: card.lay(BY_PIN.key))
    patient.tap("choosePin")
    patient.tap(*keys(BY_PIN.card.pin))
    patient.tap("agree")
    patient.tap("decline")
    patient.tap("decline")
    assert patient.twin.phase == "Completed"
    patient.take_card(card.take)


def receive_by_staff(reception: Reception) -> None:
    patient, card = reception.patient, reception.counter.card
    patient.place_card(lambda: card.lay(BY_STAFF.key))
    patient.tap("callStaff")
    patient.tap(*keys(STAFF_PASSWORD.decode()))
    for part in number_on_the_card(BY_STAFF.key):
        patient.tap(*keys(part))
    patient.tap("decline")
    patient.tap("agree")
    patient.tap("agree")
    assert patient.twin.phase == "Completed"
    patient.take_card(card.take)


def number_on_the_card(key: str) -> tuple[str, str, str]:
    """As it is typed: date of birth, expiry, code."""
    number_b = printed_number(default_world().cards, key)
    return number_b[:6], number_b[6:10], number_b[10:]


def keys(digits: str) -> list[str]:
    return [*(f"digit{digit}" for digit in digits), "enter"]


def end(reception: Reception) -> None:
    """As a service manager does; nothing is left of it then."""
    process = reception.kiosk.process
    family = [process.pid, *descendants_of(process.pid)]
    process.terminate()
    assert process.wait(LIMIT_S) == 0
    wait_until_gone(family)
    assert list(reception.temporary.iterdir()) == []
    assert not (reception.counter.state / SOCKET_NAME).exists()
    assert reception.kiosk.said == ""


def assert_results(counter: Counter) -> None:
    consents = {}
    for path in counter.results.glob("*.xml"):
        (result,) = xml.parse(path.read_bytes()).message_body.results
        consents[result.name] = (
            result.diagnosis_info_cons_flg,
            result.specific_health_checkups_info_cons_flg,
            result.limit_application_certificate_related_cons_flg,
        )
    assert consents == {
        BY_PIN.name: (Consent.GIVEN, Consent.NONE, LimitConsent.NOT_GIVEN),
        BY_STAFF.name: (Consent.NONE, Consent.GIVEN, LimitConsent.GIVEN),
    }


def assert_ledger(counter: Counter) -> None:
    state = ("--state", str(counter.state))
    assert uketsuke("consent", "verify", *state) == "2 entries, intact\n"
    days = [str(date.today() + timedelta(days=days)) for days in (-1, 1)]
    rows = csv.DictReader(
        io.StringIO(uketsuke("consent", "export", *state, "--from", days[0], "--to", days[1]))
    )
    assert [(row["identity_method"], row["item"], row["decision"]) for row in rows] == [
        ("pin", "medical_and_medicines", "agreed"),
        ("pin", "health_checkups", "declined"),
        ("pin", "limit_information", "declined"),
        ("staff", "medical_and_medicines", "declined"),
        ("staff", "health_checkups", "agreed"),
        ("staff", "limit_information", "agreed"),
    ]


def assert_record_of_the_service(counter: Counter) -> None:
    with closing(sqlite3.connect(counter.service_database)) as database:
        found = database.execute(
            "SELECT session.person_key, method, decisions FROM session"
            " JOIN consent USING (session_id)"
        ).fetchall()
    said = {
        (person, method): [given.decision for given in from_list(json.loads(decisions)).values()]
        for person, method, decisions in found
    }
    agreed, declined = Decision.AGREED, Decision.DECLINED
    assert said == {
        (BY_PIN.key, "PIN"): [agreed, declined, declined],
        (BY_STAFF.key, "STAFF"): [declined, agreed, agreed],
    }


def assert_nothing_went_wrong(log_file: Path) -> None:
    """No warning that nobody expects; that a machine without sound card is silent is expected."""
    lines = [json.loads(line) for line in log_file.read_text("utf-8").splitlines()]
    warned = {line["event"] for line in lines if line["level"] != "info"}
    assert warned <= {"sound_not_played", "voice_missing"}


def assert_nobody_is_named(log_file: Path) -> None:
    log = log_file.read_text("utf-8")
    for person in (BY_PIN, BY_STAFF):
        assert person.name not in log
        assert printed_number(default_world().cards, person.key) not in log


def uketsuke(*arguments: str) -> str:
    done = subprocess.run(
        [*UKETSUKE, *arguments],
        capture_output=True,
        encoding="utf-8",
        timeout=LIMIT_S,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
