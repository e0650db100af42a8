"""The screens on which there is little to touch still say what matters."""

import pytest

from kiosk.session.intents import FinishChosen, StaffChosen
from kiosk.session.screens import (
    Attract,
    CardMay,
    Completed,
    Farewell,
    Notice,
    OutOfService,
    Reading,
    Stopped,
    StopReason,
    Waiting,
    WaitingFor,
)
from reader.port import ReaderProblem
from tests.ui.kiosk_parts import Glass
from tests.ui.scene import text_of


def test_attract_says_where_the_card_goes(glass: Glass) -> None:
    glass.show(Attract(camera_works=True), step=0, card_may=CardMay.BE_PLACED)
    assert text_of(glass.window, "title") == "マイナンバーカードを\n置いてください"


def test_attract_says_at_once_that_the_camera_does_not_work(glass: Glass) -> None:
    glass.show(Attract(camera_works=False), step=0, card_may=CardMay.BE_PLACED)
    assert "暗証番号で受付できます" in text_of(glass.window, "info")


def test_attract_says_at_once_that_the_service_is_out_of_reach(glass: Glass) -> None:
    glass.show(Attract(camera_works=True, service_works=False), step=0, card_may=CardMay.BE_PLACED)
    assert "窓口で受付してください" in text_of(glass.window, "info")


@pytest.mark.parametrize("problem", ReaderProblem)
def test_out_of_service_says_where_to_go(glass: Glass, problem: ReaderProblem) -> None:
    glass.show(OutOfService(problem), step=0, card_may=CardMay.BE_PLACED)
    assert "受付の窓口" in text_of(glass.window, "info")


def test_completion_asks_to_take_the_card_and_to_wait(glass: Glass) -> None:
    glass.show(Completed(None), step=4, card_may=CardMay.BE_TAKEN)
    assert text_of(glass.window, "title") == "カードを\nお取りください"
    assert "カードを忘れずに" in text_of(glass.window, "body")
    assert "お呼びするまでお待ちください" in text_of(glass.window, "body")


def test_farewell_asks_to_wait(glass: Glass) -> None:
    glass.show(Farewell(None), step=4, card_may=CardMay.BE_PLACED)
    assert text_of(glass.window, "title") == "お呼びするまで\nお待ちください"


@pytest.mark.parametrize("screen", [Completed, Farewell])
@pytest.mark.parametrize("notice", Notice)
def test_a_notice_outlives_completion(
    glass: Glass, screen: type[Completed] | type[Farewell], notice: Notice
) -> None:
    glass.show(screen(notice), step=4, card_may=CardMay.BE_TAKEN)
    assert text_of(glass.window, "info")


@pytest.mark.parametrize(
    ("card_may", "words"),
    [
        (CardMay.BE_PLACED, "カードを置いてください"),
        (CardMay.STAY, "カードは置いたままで"),
        (CardMay.BE_TAKEN, "カードをお取りください"),
    ],
)
def test_what_the_card_may_do_is_said(glass: Glass, card_may: CardMay, words: str) -> None:
    glass.show(Stopped(StopReason.TIMED_OUT, card_present=True), step=0, card_may=card_may)
    assert text_of(glass.window, "cardText") == words


def test_stopped_shows_the_free_dial_and_can_be_left(glass: Glass) -> None:
    glass.show(Stopped(StopReason.CERTIFICATE_EXPIRED, card_present=True))
    assert text_of(glass.window, "phone") == "0120-95-0178"
    glass.tap("finish")
    assert glass.intents == [FinishChosen()]


def test_stopped_by_time_needs_no_telephone(glass: Glass) -> None:
    glass.show(Stopped(StopReason.TIMED_OUT, card_present=True))
    assert text_of(glass.window, "phone") == ""


@pytest.mark.parametrize(
    "screen", [Attract(camera_works=True), Reading(), Waiting(WaitingFor.QUALIFICATION)]
)
def test_calling_staff_always_has_an_effect_to_see(
    glass: Glass, screen: Attract | Reading | Waiting
) -> None:
    glass.show(screen)
    glass.tap("callStaff")
    glass.settle()
    assert glass.intents == [StaffChosen()]
    assert "係員に声をおかけください" in text_of(glass.window, "callStaff")
    glass.show(Completed(None))
    assert "係員を呼ぶ" in text_of(glass.window, "callStaff")


@pytest.mark.parametrize(
    ("reason", "code"),
    [(StopReason.CARD_UNREADABLE, "001"), (StopReason.CERTIFICATE_EXPIRED, "006")],
)
def test_a_stop_shows_the_code_that_a_help_desk_knows(
    glass: Glass, reason: StopReason, code: str
) -> None:
    glass.show(Stopped(reason, card_present=True), card_may=CardMay.BE_TAKEN)
    assert text_of(glass.window, "code") == code
