"""A patient by face, at `uketsuke run` in a real window with nothing simulated in it.

The kiosk's own adapter opens a camera and reads its pictures as of any other; only the driver is
the test's (`camera.py`).
"""

import csv
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest

from simulation.card_slot.pcscd import why_unavailable
from simulation.demo.world import PICTURES, default_world
from simulation.people import find_person
from simulation.rehearsal.display import DisplayKind
from tests.counter import camera
from tests.counter.camera import CameraAtTheCounter
from tests.counter.counter import Counter, open_counter
from tests.counter.test_counter import (
    Reception,
    assert_nothing_went_wrong,
    end,
    keys,
    number_on_the_card,
    open_reception,
    uketsuke,
)
from tests.ui.conftest import glass_of, languages  # noqa: F401 - Fixtures.
from tests.ui.kiosk_parts import PORTRAIT, Glass
from tests.unit.kiosk.installation import LOG_NAME

BY_FACE = find_person("hanako")
CONFIGURED = f"[camera]\ndevice = '{camera.DEVICE}'\n[face]\nliveness = 'passive'\n"

pytestmark = [
    pytest.mark.skipif(why is not None, reason=str(why))
    for why in (why_unavailable(), camera.why_unavailable())
] + [
    pytest.mark.skipif(
        not all((default_world().photos / name).is_file() for name in PICTURES),
        reason="the demo people's photographs are not set up (make setup)",
    ),
]


def test_a_patient_by_face(
    tmp_path: Path,
    glass_of: Callable[..., Glass],  # noqa: F811 - The fixture of that name.
) -> None:
    """On X11; in cage the bundle receives the same one (`tests/bundle/test_session.py`)."""
    with (
        open_counter(tmp_path, configured=CONFIGURED) as counter,
        camera_at(counter) as there,
    ):
        with open_reception(
            counter, glass_of(PORTRAIT), DisplayKind.X11, camera=there
        ) as reception:
            receive_by_face(reception, there)
            end(reception)
        assert_received_by_face(counter)
    assert_nothing_went_wrong(tmp_path / LOG_NAME)


def test_somebody_else_with_that_card_is_not_let_in(
    tmp_path: Path,
    glass_of: Callable[..., Glass],  # noqa: F811 - The fixture of that name.
) -> None:
    with (
        open_counter(tmp_path, configured=CONFIGURED) as counter,
        camera_at(counter) as there,
        open_reception(counter, glass_of(PORTRAIT), DisplayKind.X11, camera=there) as reception,
    ):
        patient = reception.patient
        there.show(find_person("jiro").card.live)
        lay_card_and_choose_face(reception, then=patient.twin.look_like_somebody_else)
        assert patient.twin.phase == "ChoosingMethod"
        there.show(BY_FACE.card.live)
        patient.tap("chooseFace", then=patient.twin.look_into_the_camera)
        answer_questions(reception)


@contextmanager
def camera_at(counter: Counter) -> Iterator[CameraAtTheCounter]:
    there = CameraAtTheCounter(counter.folder, default_world().photos)
    with there.running():
        yield there


def receive_by_face(reception: Reception, there: CameraAtTheCounter) -> None:
    there.show(BY_FACE.card.live)
    lay_card_and_choose_face(reception, then=reception.patient.twin.look_into_the_camera)
    answer_questions(reception)


def lay_card_and_choose_face(reception: Reception, then: Callable[[], None]) -> None:
    """The numbers of the card are typed: no second camera looks at it."""
    patient, card = reception.patient, reception.counter.card
    patient.place_card(lambda: card.lay(BY_FACE.key))
    patient.tap("chooseFace")
    *first, last = number_on_the_card(BY_FACE.key)
    for part in first:
        patient.tap(*keys(part))
    patient.tap(*keys(last), then=then)


def answer_questions(reception: Reception) -> None:
    patient = reception.patient
    patient.tap("agree")
    patient.tap("decline")
    patient.tap("decline")
    assert patient.twin.phase == "Completed"
    patient.take_card(reception.counter.card.take)


def assert_received_by_face(counter: Counter) -> None:
    state = ("--state", str(counter.state))
    assert uketsuke("consent", "verify", *state) == "1 entries, intact\n"
    days = [str(date.today() + timedelta(days=days)) for days in (-1, 1)]
    exported = uketsuke("consent", "export", *state, "--from", days[0], "--to", days[1])
    rows = list(csv.DictReader(io.StringIO(exported)))
    assert {row["identity_method"] for row in rows} == {"face"}
    assert [row["decision"] for row in rows] == ["agreed", "declined", "declined"]
