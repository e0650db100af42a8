"""The model of a day: nobody is lost, kiosks and service take one after the other."""

import numpy as np
import pytest

from tests.bench import nation

FACILITIES, RECEPTIONS = 2_000, 20_000


def test_everybody_is_received_once_and_nobody_before_they_came() -> None:
    day = nation.day(FACILITIES, RECEPTIONS)
    assert len(day.calls_s) == RECEPTIONS
    assert day.per_second().sum() == RECEPTIONS
    assert day.waited_s.min() >= 0


def test_one_kiosk_receives_one_after_the_other() -> None:
    day = nation.day(facilities=1, receptions=200)
    assert np.diff(day.calls_s).min() > nation.AT_THE_KIOSK_S / 10
    assert np.diff(day.calls_s).mean() >= nation.AT_THE_KIOSK_S * 0.9


def test_the_morning_is_the_peak_and_kiosks_take_its_edge_off() -> None:
    spread, at_once = (
        nation.day(FACILITIES, RECEPTIONS, spread=spread).per_second() for spread in (True, False)
    )
    assert nation.OPENS_S <= at_once.argmax() < nation.OPENS_S + 120
    assert spread.max() < at_once.max()


@pytest.mark.parametrize(("per_s", "waits"), [(10, True), (100, True), (1000, False)])
def test_what_cannot_be_carried_waits(per_s: float, waits: bool) -> None:
    sessions = np.zeros(100, np.int64)
    sessions[10] = 1000
    done = nation.carried(sessions, per_s)
    assert (done.most_waiting > 0) is waits
    assert done.longest_wait_s == pytest.approx((1000 - per_s) / per_s)


def test_what_is_needed_is_just_enough() -> None:
    sessions = nation.day(FACILITIES, RECEPTIONS).per_second()
    needed = nation.needed_per_s(sessions, wait_s=1.0)
    assert nation.carried(sessions, needed).longest_wait_s <= 1.0
    assert nation.carried(sessions, needed * 0.9).longest_wait_s > 1.0
