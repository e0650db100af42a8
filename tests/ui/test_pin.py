"""The PIN pad: what is typed arrives, stays hidden, and is never sent by accident."""

from kiosk.session.intents import BackChosen, FaceChosen, LastTryConfirmed, PinEntered
from kiosk.session.screens import CardMay, Pin, ScreenModel, Waiting, WaitingFor
from tests.ui.kiosk_parts import Glass
from tests.ui.scene import text_of, texts

FIRST_TRY = Pin(3, was_wrong=False, confirm_last_try=False, face_offered=True)
LAST_TRY = Pin(1, was_wrong=True, confirm_last_try=True, face_offered=True)


def entered(glass: Glass) -> list[bytes]:
    return [bytes(i.pin.buffer) for i in glass.intents if isinstance(i, PinEntered)]


def test_four_digits_and_enter_submit_the_pin(glass: Glass) -> None:
    glass.show(FIRST_TRY)
    glass.tap("digit1", "digit9", "digit0", "digit4", "enter")
    assert entered(glass) == [b"1904"]


def test_every_key_types_its_own_digit(glass: Glass) -> None:
    for digits in ("0123", "4567", "8901"):
        glass.show(Waiting(WaitingFor.IDENTITY))
        glass.show(FIRST_TRY)
        glass.tap(*(f"digit{d}" for d in digits), "enter")
    assert entered(glass) == [b"0123", b"4567", b"8901"]


def test_erase_takes_back_the_last_digit(glass: Glass) -> None:
    glass.show(FIRST_TRY)
    glass.tap("digit1", "digit2", "digit3", "digit8", "erase", "digit4", "enter")
    assert entered(glass) == [b"1234"]


def test_erase_on_an_empty_pad_does_nothing(glass: Glass) -> None:
    glass.show(FIRST_TRY)
    glass.tap("erase")
    assert glass.typed == 0


def test_a_fifth_digit_is_ignored(glass: Glass) -> None:
    glass.show(FIRST_TRY)
    glass.tap("digit1", "digit2", "digit3", "digit4", "digit5", "enter")
    assert entered(glass) == [b"1234"]


def test_too_few_digits_are_not_sent_and_said(glass: Glass) -> None:
    glass.show(FIRST_TRY)
    glass.tap("digit1", "digit2", "digit3", "enter")
    glass.settle()
    assert glass.intents == []
    assert "4桁すべて" in text_of(glass.window, "info")
    assert glass.typed == 3
    glass.tap("digit4", "enter")
    assert entered(glass) == [b"1234"]


def test_qml_can_read_the_count_of_digits_and_nothing_else(glass: Glass) -> None:
    glass.show(FIRST_TRY)
    glass.tap("digit7", "digit3", "digit9", "digit6")
    meta = glass.bridge.keypad.metaObject()
    names = [str(meta.property(i).name()) for i in range(meta.propertyCount())]
    values = [str(glass.bridge.keypad.property(name)) for name in names]
    assert not any("7396" in value or "739" in value for value in values)
    assert glass.typed == 4
    methods = {meta.method(i).name().toStdString() for i in range(meta.methodCount())}
    assert not {name for name in methods if "secret" in name.lower() or "buffer" in name.lower()}


def test_digits_are_not_on_the_glass(glass: Glass) -> None:
    glass.show(FIRST_TRY)
    before = [text.name for text in texts(glass.window)]
    glass.tap("digit7", "digit7")
    glass.settle()
    assert [text.name for text in texts(glass.window)] == before


def test_digits_are_forgotten_when_the_screen_changes(glass: Glass) -> None:
    glass.show(FIRST_TRY)
    glass.tap("digit1", "digit2")
    glass.show(Waiting(WaitingFor.IDENTITY))
    glass.show(FIRST_TRY)
    assert glass.typed == 0
    glass.tap("digit3", "digit4", "enter")
    assert glass.intents == []


def test_entered_digits_leave_the_pad(glass: Glass) -> None:
    glass.show(FIRST_TRY)
    glass.tap("digit1", "digit2", "digit3", "digit4", "enter")
    assert glass.typed == 0


def test_wiping_the_secret_is_the_end_of_the_pin(glass: Glass) -> None:
    glass.show(FIRST_TRY)
    glass.tap("digit1", "digit2", "digit3", "digit4", "enter")
    (intent,) = glass.intents
    assert isinstance(intent, PinEntered)
    intent.pin.wipe()
    assert bytes(intent.pin.buffer) == b"\0\0\0\0"
    assert "1234" not in repr(intent)


def test_a_double_enter_sends_one_pin(glass: Glass) -> None:
    glass.show(FIRST_TRY)
    glass.tap("digit1", "digit2", "digit3", "digit4", "enter", "enter")
    assert entered(glass) == [b"1234"]


def test_remaining_tries_and_a_wrong_pin_are_said(glass: Glass) -> None:
    glass.show(Pin(2, was_wrong=True, confirm_last_try=False, face_offered=True))
    assert "あと2回" in text_of(glass.window, "body")
    assert "違います" in text_of(glass.window, "info")


def test_the_last_try_must_be_confirmed_before_the_pad_appears(glass: Glass) -> None:
    glass.show(LAST_TRY)
    assert "使えなくなります" in text_of(glass.window, "title").replace("\n", "")
    glass.tap("confirmLastTry")
    assert glass.intents == [LastTryConfirmed()]


def test_before_the_last_try_there_are_other_ways(glass: Glass) -> None:
    glass.show(LAST_TRY)
    glass.tap("chooseFace")
    glass.clock.pass_ms(1000)
    glass.tap("back")
    assert glass.intents == [FaceChosen(), BackChosen()]


def test_a_tap_right_after_the_pad_appears_types_nothing(glass: Glass) -> None:
    glass.bridge.show(ScreenModel(FIRST_TRY, 2, CardMay.STAY))
    glass.settle()
    glass.tap("digit1")
    assert glass.typed == 0


def test_face_is_one_tap_away_where_it_is_offered(glass: Glass) -> None:
    glass.show(FIRST_TRY)
    glass.tap("chooseFace")
    assert glass.intents == [FaceChosen()]


def test_back_leads_out_where_face_is_not_offered(glass: Glass) -> None:
    glass.show(Pin(3, was_wrong=False, confirm_last_try=False, face_offered=False))
    glass.tap("back")
    assert glass.intents == [BackChosen()]
