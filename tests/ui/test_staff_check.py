"""Staff compare by eye and type their number and PIN on the same pad."""

from kiosk.screen.keypad import STAFF_PASSWORD
from kiosk.session.intents import BackChosen, StaffPasswordEntered
from kiosk.session.screens import StaffCheck
from tests.ui.kiosk_parts import Glass
from tests.ui.scene import controls, faults, scene_of, text_of

LONGEST = STAFF_PASSWORD[0].most


def entered(glass: Glass) -> list[bytes]:
    return [bytes(i.password.buffer) for i in glass.intents if isinstance(i, StaffPasswordEntered)]


def test_the_password_arrives(glass: Glass) -> None:
    glass.show(StaffCheck(was_wrong=False))
    glass.tap(*(f"digit{d}" for d in "20240625"), "enter")
    assert entered(glass) == [b"20240625"]


def test_the_longest_password_arrives_and_fits(glass: Glass) -> None:
    glass.show(StaffCheck(was_wrong=False))
    glass.tap(*["digit1"] * LONGEST, "digit2")
    glass.settle()
    assert list(faults(scene_of(glass.window))) == []
    glass.tap("enter")
    assert entered(glass) == [b"1" * LONGEST]


def test_a_short_password_is_not_sent_and_said(glass: Glass) -> None:
    glass.show(StaffCheck(was_wrong=False))
    glass.tap("digit1", "enter")
    glass.settle()
    assert glass.intents == []
    assert "7桁以上" in text_of(glass.window, "info")


def test_a_wrong_password_is_said(glass: Glass) -> None:
    glass.show(StaffCheck(was_wrong=True))
    assert "違います" in text_of(glass.window, "info")


def test_back_leads_out_and_staff_need_not_be_called(glass: Glass) -> None:
    glass.show(StaffCheck(was_wrong=False))
    assert "callStaff" not in {control.name for control in controls(glass.window)}
    glass.tap("back")
    assert glass.intents == [BackChosen()]
