"""The numbers on the card, typed one after the other: dates can be read, the code is hidden."""

from kiosk.screen.bridge import TAP_GUARD_MS
from kiosk.session.intents import BackChosen, NumberBEntered
from kiosk.session.screens import NumberB, Waiting, WaitingFor
from tests.ui.kiosk_parts import Glass
from tests.ui.scene import text_of, texts

EMPTY = NumberB(was_wrong=False)


def type_part(glass: Glass, digits: str) -> None:
    glass.tap(*(f"digit{digit}" for digit in digits), "enter")
    glass.clock.pass_ms(TAP_GUARD_MS)
    glass.settle()


def entered(glass: Glass) -> list[bytes]:
    return [bytes(i.number_b.buffer) for i in glass.intents if isinstance(i, NumberBEntered)]


def drawn(glass: Glass) -> str:
    return "".join(text.name for text in texts(glass.window) if text.name.isdigit())


def test_three_parts_make_one_number(glass: Glass) -> None:
    glass.show(EMPTY)
    assert "生年月日" in text_of(glass.window, "title")
    type_part(glass, "450301")
    assert "有効期限" in text_of(glass.window, "title")
    type_part(glass, "2031")
    assert "セキュリティコード" in text_of(glass.window, "title")
    assert entered(glass) == []
    type_part(glass, "9876")
    assert entered(glass) == [b"45030120319876"]


def test_a_part_is_taken_only_when_it_is_whole(glass: Glass) -> None:
    glass.show(EMPTY)
    type_part(glass, "45030")
    assert "生年月日" in text_of(glass.window, "title")
    assert text_of(glass.window, "info")
    type_part(glass, "1")
    assert "有効期限" in text_of(glass.window, "title")


def test_dates_can_be_read_and_the_code_cannot(glass: Glass) -> None:
    glass.show(EMPTY)
    keys = drawn(glass)
    glass.tap("digit4", "digit5")
    glass.settle()
    assert sorted(drawn(glass)) == sorted(keys + "45")
    glass.tap("erase", "erase")
    type_part(glass, "450301")
    type_part(glass, "2031")
    glass.tap("digit9", "digit8")
    glass.settle()
    assert drawn(glass) == keys
    assert glass.bridge.keypad.property("readable") == ""
    assert glass.typed == 2


def test_back_goes_one_part_back_and_then_out(glass: Glass) -> None:
    glass.show(EMPTY)
    type_part(glass, "450301")
    glass.tap("back")
    glass.clock.pass_ms(TAP_GUARD_MS)
    glass.settle()
    assert "生年月日" in text_of(glass.window, "title")
    assert glass.intents == []
    glass.tap("back")
    assert glass.intents == [BackChosen()]


def test_a_wrong_number_is_said_at_its_beginning_and_typed_anew(glass: Glass) -> None:
    glass.show(EMPTY)
    type_part(glass, "450301")
    glass.show(Waiting(WaitingFor.FACE_RECORD))
    glass.show(NumberB(was_wrong=True))
    assert "合いません" in text_of(glass.window, "info")
    assert glass.typed == 0
    for part in ("450302", "2031", "9876"):
        type_part(glass, part)
    assert entered(glass) == [b"45030220319876"]


def test_nothing_of_a_number_is_left_when_the_screen_changes(glass: Glass) -> None:
    glass.show(EMPTY)
    type_part(glass, "450301")
    glass.tap("digit2")
    glass.show(Waiting(WaitingFor.IDENTITY))
    assert glass.bridge.keypad.property("readable") == ""
    meta = glass.bridge.keypad.metaObject()
    names = [str(meta.property(i).name()) for i in range(meta.propertyCount())]
    assert not any("450301" in str(glass.bridge.keypad.property(name)) for name in names)
