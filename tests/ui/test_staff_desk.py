"""Staff's way in, their menu, and back: on every panel, with the patient's session kept."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.screen.bridge import Facility
from kiosk.screen.staff_desk import CORNERS_WITHIN_MS
from kiosk.session import delays, events
from kiosk.session.screens import ClosedFor
from kiosk.session.states import ChoosingMethod, Stopped
from kiosk.staff.acts import (
    AllowVisualCheck,
    Leave,
    OfferMethods,
    Reset,
    Role,
    SetBrightness,
    SetLanguage,
    SetTextSize,
    SetVolume,
    TakeOutOfService,
)
from kiosk.staff.sign_in import Refused
from tests.ui.kiosk_parts import FORMATS, Glass
from tests.ui.scene import controls, faults, scene_of, text_of
from tests.ui.staff_member import StaffMember


@pytest.fixture
def staff(glass: Glass) -> StaffMember:
    member = StaffMember(glass)
    member.story.read_card()
    member.happen(events.NumberBNeeded(member.story.session_id))
    return member


def at_corner(glass: Glass, right: bool) -> None:
    """A finger a little inside an upper corner, where no control is."""
    x = glass.window.width() - 10 if right else 10
    touch = QTest.createTouchDevice()
    at = glass.window.contentItem().mapToScene(glass.window.contentItem().position()).toPoint()
    at.setX(x)
    at.setY(10)
    QTest.touchEvent(glass.window, touch).press(0, at, glass.window).commit()
    QTest.touchEvent(glass.window, touch).release(0, at, glass.window).commit()


def test_four_corners_number_and_pin_lead_in_and_reset_leads_back(staff: StaffMember) -> None:
    glass = staff.glass
    at_corner(glass, right=False)
    at_corner(glass, right=True)
    staff.settle()
    glass.tap("corner2", "corner3")
    staff.settle()
    assert glass.shown("screen") == "Staff"
    staff.sign_in()
    glass.tap("staffReset")
    staff.settle()
    assert staff.acts == [Reset()]
    assert isinstance(staff.story.phase, Stopped)
    assert glass.shown("screen") == "Stopped"
    assert staff.recorded == [("sign-in", True), ("sign-out", True)]


@pytest.mark.parametrize("corners", [(0, 1, 2), (1, 2, 3, 0), (0, 1, 3, 2), (0, 0, 2, 3)])
def test_other_touches_at_corners_lead_nowhere(
    staff: StaffMember, corners: tuple[int, ...]
) -> None:
    for corner in corners:
        staff.glass.bridge.staff.corner(corner)
    assert staff.glass.shown("screen") == "ChooseMethod"


def test_corners_that_take_too_long_lead_nowhere(staff: StaffMember) -> None:
    for corner in range(4):
        staff.glass.bridge.staff.corner(corner)
        staff.glass.clock.pass_ms(CORNERS_WITHIN_MS // 2)
    assert staff.glass.shown("screen") == "ChooseMethod"


def test_lower_corners_are_buttons_again_after_a_while(staff: StaffMember) -> None:
    staff.glass.bridge.staff.corner(0)
    staff.glass.bridge.staff.corner(1)
    assert staff.glass.bridge.staff.property("armed")
    staff.glass.bridge.staff.corner(1)
    assert not staff.glass.bridge.staff.property("armed")


def test_a_key_leads_in_where_one_is_set(glass_of: Callable[..., Glass]) -> None:
    member = StaffMember(glass_of(facility=Facility(staff_key="Ctrl+F9")))
    QTest.keyClick(member.glass.window, Qt.Key.Key_F9)
    assert member.is_on("")
    QTest.keyClick(member.glass.window, Qt.Key.Key_F9, Qt.KeyboardModifier.ControlModifier)
    assert member.is_on("sign_in")


def test_nothing_of_the_patient_is_on_staffs_screens(staff: StaffMember) -> None:
    staff.touch_corners()
    staff.sign_in()
    names = {control.name for control in controls(staff.glass.window)}
    assert not names & {"face", "pin", "agree", "decline", "callStaff", "openLanguages"}
    assert staff.glass.shown("faceOffered") is False


def test_back_gives_the_patient_their_screen_as_it_was(staff: StaffMember) -> None:
    staff.glass.bridge.preferences.setLanguage("vi")
    staff.glass.bridge.preferences.setTextSize(3)
    staff.touch_corners()
    staff.sign_in()
    assert "Nhân viên" in str(staff.glass.shown("title"))
    staff.glass.tap("staffBack")
    staff.settle()
    assert staff.glass.shown("screen") == "ChooseMethod"
    assert isinstance(staff.story.phase, ChoosingMethod)
    assert staff.glass.bridge.preferences.code == "vi"
    assert staff.glass.bridge.preferences.property("textSize") == 3


def test_a_wrong_pin_is_said_and_so_is_a_wait(staff: StaffMember) -> None:
    staff.touch_corners()
    staff.sign_in(b"0019999")
    assert "違います" in text_of(staff.glass.window, "info")
    staff.refused = Refused(29.2)
    staff.sign_in(b"0019999")
    assert "30秒" in text_of(staff.glass.window, "info")


def test_help_is_for_the_patient_who_waits(staff: StaffMember) -> None:
    staff.touch_corners()
    staff.sign_in()
    glass = staff.glass
    glass.tap("staffHelp")
    staff.settle()
    glass.tap("staffLanguage_ko", "staffSize_2")
    staff.settle()
    glass.tap("staffMethods")
    assert staff.acts == [SetLanguage("ko"), SetTextSize(2), OfferMethods()]
    assert staff.is_on("")


def test_sound_light_and_service(staff: StaffMember) -> None:
    staff.touch_corners()
    staff.sign_in()
    glass = staff.glass
    glass.tap("staffSound")
    staff.settle()
    glass.tap("staffVolume_3", "staffBrightness_50")
    glass.bridge.staff.open("close")
    staff.settle()
    glass.tap("staffClose_break")
    assert staff.acts == [SetVolume(3), SetBrightness(50), TakeOutOfService(ClosedFor.BREAK)]


def test_what_cannot_be_done_is_said(staff: StaffMember) -> None:
    staff.possible = False
    staff.touch_corners()
    staff.sign_in()
    staff.glass.tap("staffCheck")
    staff.settle()
    assert staff.acts == [AllowVisualCheck()]
    assert "いまはできません" in text_of(staff.glass.window, "staffTitle")


@pytest.mark.parametrize("role", list(Role))
def test_only_an_administrator_leaves(glass: Glass, role: Role) -> None:
    member = StaffMember(glass, role)
    member.touch_corners()
    member.sign_in()
    shown = "staffLeave" in {control.name for control in controls(glass.window)}
    assert shown is (role is Role.ADMINISTRATOR)
    glass.bridge.staff.leave()
    assert member.acts == ([Leave()] if role is Role.ADMINISTRATOR else [])
    assert (("leave", False) in member.recorded) is (role is Role.RECEPTION)


def test_nothing_is_done_by_nobody(staff: StaffMember) -> None:
    desk = staff.glass.bridge.staff
    desk.reset()
    desk.open("menu")
    staff.touch_corners()
    desk.open("menu")
    desk.leave()
    assert staff.is_on("sign_in")
    assert staff.acts == []


def test_too_long_a_pause_signs_out(staff: StaffMember) -> None:
    staff.touch_corners()
    staff.sign_in()
    staff.story.now_ms += delays.STAFF_PAUSE_MS
    staff.happen(events.TimePassed())
    assert staff.is_on("")
    staff.touch_corners()
    assert staff.is_on("sign_in")


@pytest.mark.parametrize("form", FORMATS)
def test_every_page_fits_every_panel(glass_of: Callable[..., Glass], form: str) -> None:
    member = StaffMember(glass_of(FORMATS[form]), Role.ADMINISTRATOR)
    member.glass.bridge.preferences.setTextSize(3)
    member.touch_corners()
    found = [("ja", "sign_in", fault) for fault in faults(scene_of(member.glass.window))]
    member.sign_in()
    for language in ("ja", "en"):
        for page in ("menu", "help", "status", "screen", "close"):
            member.glass.bridge.staff.open(page)
            member.settle()
            found += [(language, page, fault) for fault in faults(scene_of(member.glass.window))]
        member.glass.bridge.staff.turnLanguage()
    assert found == []
