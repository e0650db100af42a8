"""No fault on any screen leaves a patient without a way on, or anything of them behind."""

from typing import get_args

import pytest

from kiosk.session import screens
from kiosk.session.states import Phase
from tests.flow.session import matrix
from tests.flow.session.matrix import FAULTS, ROOT, SCENES, Fault, Kept, cell
from tests.flow.session.phases import RECEPTION_IS_DONE, told

each_fault = pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.what)


def test_every_phase_is_in_it() -> None:
    assert {type(told(scene).phase) for scene in SCENES} == set(get_args(Phase))


@each_fault
def test_nothing_personal_stays_and_the_next_patient_is_received(fault: Fault) -> None:
    for scene in SCENES:
        found = cell(scene, fault)
        assert matrix.workers_of_earlier_sessions(found.after) == set(), scene.__name__
        assert matrix.next_patient_is_read(found.after), scene.__name__


@each_fault
def test_a_reception_that_is_done_stays_done(fault: Fault) -> None:
    for scene in RECEPTION_IS_DONE:
        assert cell(scene, fault).kept is Kept.ALL, scene.__name__


@each_fault
def test_whoever_is_told_to_wait_does_not_wait_for_ever(fault: Fault) -> None:
    for scene in SCENES:
        story = cell(scene, fault).after
        for _ in range(12):
            if not isinstance(story.screen, screens.Waiting | screens.Reading | screens.Face):
                break
            story.wait_out()
        else:
            pytest.fail(f"{scene.__name__}: still {story.screen}")


@each_fault
def test_it_is_shown_with_the_real_thing(fault: Fault) -> None:
    assert (ROOT / fault.shown_by).is_file()


def test_the_page_is_current() -> None:
    assert matrix.PAGE.read_text("utf-8") == matrix.page(), "run `make pages`"
