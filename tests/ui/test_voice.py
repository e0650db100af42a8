"""Eyes closed: the voice alone leads through the whole flow, and it never tells a PIN."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from consent.port import Item
from consent.texts import TomlConsentTexts
from faceauth.port import Guidance
from kiosk.screen.bridge import Facility
from kiosk.screen.every_screen import every_screen
from kiosk.screen.preferences import PANELS
from kiosk.screen.speaker import Speaker
from kiosk.screen.translations import LANGUAGES, Languages
from kiosk.screen.vocabulary import vocabulary
from kiosk.screen.voice import CameraPlace, Phrase, Tone, Utterance, control_names, named
from kiosk.screen.what_next import WhatNext
from kiosk.session.screens import (
    Attract,
    CardMay,
    ChooseMethod,
    Completed,
    Face,
    FaceOffer,
    Notice,
    Pin,
    PinOffer,
    Question,
    Reading,
    ScreenModel,
    Stopped,
    StopReason,
)
from tests.ui.ears import Ears
from tests.ui.kiosk_parts import COARSE, Glass
from tests.ui.scene import controls, text_of


@pytest.fixture
def listened(glass: Glass) -> tuple[Glass, Ears, Speaker]:
    ears = Ears()
    return glass, ears, Speaker(glass.bridge, ears, glass.bridge)


CORNER = QPoint(2, 2)
"""Of the glass, where no control is."""
PAD = Pin(3, was_wrong=False, confirm_last_try=False, face_offered=True)
Listened = tuple[Glass, Ears, Speaker]


def test_the_whole_flow_with_eyes_closed(listened: Listened) -> None:
    glass, ears, _ = listened
    glass.show(Attract(camera_works=True))
    assert "手前の台" in ears.last()
    glass.show(Reading())
    assert "<card_seen>" in ears.heard
    assert "読み取っています" in ears.last()
    glass.show(ChooseMethod(FaceOffer.READY, PinOffer.READY, None))
    assert "顔認証" in ears.last()
    assert "エンターで押します" in ears.last()
    glass.show(PAD)
    assert "4桁の暗証番号" in ears.last()
    assert "あと3回" in ears.last()
    glass.tap("digit7", "digit3", "digit9", "digit1")
    assert ears.heard[-4:] == ["入力しました。"] * 4
    glass.tap("enter")
    glass.show(Question(Item.MEDICAL_AND_MEDICINES))
    assert "同意する" in ears.last()
    assert "同意しない" in ears.last()
    glass.show(Completed(None))
    assert "<success>" in ears.heard
    assert ears.last().startswith("受付完了。 カードをお取りください。")


def test_what_was_wrong_comes_first(listened: Listened) -> None:
    glass, ears, _ = listened
    glass.show(PAD)
    glass.show(Pin(2, was_wrong=True, confirm_last_try=False, face_offered=True))
    assert ears.last().startswith("暗証番号が違います。")
    glass.show(Pin(1, was_wrong=True, confirm_last_try=True, face_offered=True))
    assert ears.last().startswith("暗証番号が違います。 次に間違えると、")


def test_corrections_and_what_is_missing_are_said(listened: Listened) -> None:
    glass, ears, _ = listened
    glass.show(PAD)
    glass.tap("digit7", "digit3", "erase")
    assert ears.last() == "1つ消しました。"
    glass.tap("enter")
    assert ears.last() == "4桁すべて押してから、「確定」を押してください。"
    glass.tap("eraseAll")
    assert ears.last() == "全部消しました。"


def test_the_facilitys_next_step_is_said(glass_of: Callable[..., Glass]) -> None:
    glass = glass_of(facility=Facility(what_next=WhatNext("2番の窓口へどうぞ。")))
    ears = Ears()
    speaker = Speaker(glass.bridge, ears, glass.bridge)
    glass.show(Completed(None))
    assert ears.last() == "受付完了。 カードをお取りください。 2番の窓口へどうぞ。"
    glass.show(Completed(None, card_left=True))
    assert "窓口へどうぞ" not in ears.last()
    speaker.close()


def test_where_the_camera_is_is_said_once(listened: Listened) -> None:
    glass, ears, _ = listened
    for guidance, words in (
        (Guidance.NO_FACE, "カメラのほうに顔を向けてください。 カメラは画面の上にあります。"),
        (Guidance.MOVE_LEFT, "もう少し左へ動いてください。"),
        (Guidance.TURN_RIGHT, "顔をゆっくり右に向けてください。"),
    ):
        glass.show(Face(guidance, 0.0, pin_offered=True, preparing=False))
        assert ears.last() == words


def test_the_camera_is_where_the_facility_put_it(glass_of: Callable[..., Glass]) -> None:
    glass = glass_of(facility=Facility(camera=CameraPlace.BELOW))
    ears = Ears()
    speaker = Speaker(glass.bridge, ears, glass.bridge)
    glass.show(Face(Guidance.NO_FACE, 0.0, pin_offered=True, preparing=False))
    assert ears.last().endswith("カメラは画面の下にあります。")
    speaker.close()


def test_nobody_else_hears_what_was_found(listened: Listened) -> None:
    glass, ears, _ = listened
    for reason in (StopReason.LAPSED, StopReason.NOT_QUALIFIED, StopReason.NOT_REGISTERED):
        glass.show(Reading())
        glass.show(Stopped(reason, card_present=True))
        assert glass.shown("title") not in ("", ears.last())
        assert str(glass.shown("title")).replace("\n", "") not in ears.last()
        assert "窓口" in ears.last()
    for notice, words in (
        (Notice.NEW_QUALIFICATION_EXISTS, "新しい保険"),
        (Notice.NO_MEDICAL_TICKET, "医療券"),
    ):
        glass.show(Reading())
        glass.show(Completed(notice))
        assert words in str(glass.shown("notice"))
        assert words not in ears.last()
        assert "窓口の係員に声をおかけください" in ears.last()


def test_what_is_asked_of_few_is_not_read_aloud(listened: Listened) -> None:
    glass, ears, _ = listened
    glass.show(Question(Item.SPECIFIC_DISEASE))
    assert "特定疾病" in str(glass.shown("title"))
    assert "疾病" not in ears.last()
    assert ears.last().startswith("質問は画面に出ています。")
    assert "提供する。 提供しない。" in ears.last()


def test_a_size_is_told_with_what_it_is_of(listened: Listened) -> None:
    glass, ears, _ = listened
    glass.show(PAD)
    glass.tap("openSettings")
    glass.settle()
    ears.heard.clear()
    for _ in range(20):
        QTest.keyClick(glass.window, Qt.Key.Key_Plus)
    assert {"文字の大きさ。 大。", "音の大きさ。 大。"} <= set(ears.heard)


def test_speech_ends_with_its_screen(listened: Listened) -> None:
    glass, ears, _ = listened
    glass.show(PAD)
    heard = len(ears.heard)
    glass.show(Reading())
    assert ears.heard[heard] == "<silence>"


def test_it_is_said_again_on_wish(listened: Listened) -> None:
    glass, ears, _ = listened
    glass.show(PAD)
    once = ears.last()
    glass.tap("openSettings")
    glass.settle()
    glass.tap("repeat")
    assert ears.heard[-2:] == [once, once]


def test_no_sound_when_it_is_off(listened: Listened) -> None:
    glass, ears, _ = listened
    glass.show(Attract(camera_works=True))
    glass.bridge.preferences.setVolume(0)
    ears.heard.clear()
    glass.show(PAD)
    glass.tap("digit1")
    assert set(ears.heard) == {"<silence>"}


def test_a_new_volume_is_heard_at_once(listened: Listened) -> None:
    glass, ears, _ = listened
    glass.show(PAD)
    once = ears.last()
    glass.tap("openSettings")
    glass.settle()
    glass.tap("volume_3")
    assert (ears.last(), ears.volumes[-1]) == (once, 3)
    heard = len(ears.heard)
    glass.tap("textSize_2")
    assert len(ears.heard) == heard


def test_the_voice_speaks_the_chosen_language(listened: Listened) -> None:
    glass, ears, _ = listened
    glass.show(PAD)
    glass.choose_language("en")
    assert ears.last().startswith("Enter your 4-digit PIN.")


def test_updates_of_the_same_words_are_not_said_again(listened: Listened) -> None:
    glass, ears, _ = listened
    glass.show(PAD)
    heard = len(ears.heard)
    glass.bridge.show(ScreenModel(PAD, 2, CardMay.STAY))
    assert len(ears.heard) == heard


def test_a_touch_wakes_the_voice_of_a_kiosk_that_waits(listened: Listened) -> None:
    glass, ears, _ = listened
    glass.show(Attract(camera_works=True))
    heard = len(ears.heard)
    QTest.mouseClick(glass.window, Qt.MouseButton.LeftButton, pos=CORNER)
    assert "手前の台" in "".join(ears.heard[heard:])
    ears.is_playing = True
    heard = len(ears.heard)
    QTest.mouseClick(glass.window, Qt.MouseButton.LeftButton, pos=CORNER)
    assert len(ears.heard) == heard
    ears.is_playing = False
    glass.show(PAD)
    heard = len(ears.heard)
    QTest.mouseClick(glass.window, Qt.MouseButton.LeftButton, pos=CORNER)
    assert len(ears.heard) == heard


def test_an_empty_waiting_room_is_not_told_of_every_outage(listened: Listened) -> None:
    glass, ears, _ = listened
    glass.show(Attract(camera_works=True))
    heard = len(ears.heard)
    glass.show(Attract(camera_works=True, service_works=False))
    assert len(ears.heard) == heard
    glass.choose_language("en")
    assert "cannot be reached" in ears.last()


def test_readings_are_not_said_twice(listened: Listened) -> None:
    glass, ears, _ = listened
    glass.show(PAD)
    glass.choose_language("ja-x-easy")
    assert "（" not in ears.last()
    glass.tap("digit1")
    assert ears.last() == "入りました。"


def test_the_focus_is_told_but_never_a_digit(listened: Listened) -> None:
    glass, ears, _ = listened
    glass.show(PAD)
    ears.heard.clear()
    for _ in range(20):
        QTest.keyClick(glass.window, Qt.Key.Key_Plus)
    assert {"1つ消す。", "確定。", "係員を呼ぶ。"} <= set(ears.heard)
    assert not [words for words in ears.heard if words.strip("。.").isdigit()]


@pytest.mark.parametrize("language", ["ja", "vi"])
def test_every_name_of_a_control_is_recorded(glass_of: Callable[..., Glass], language: str) -> None:
    glass = glass_of(COARSE)  # Names are the same on each, and this one is drawn soonest.
    glass.show(Reading())
    glass.bridge.preferences.setLanguage(language)
    texts = [TomlConsentTexts().text(item, language) for item in Item]
    answers = [words for text in texts for words in (text.agree, text.decline)]
    names = control_names(LANGUAGES, language, answers)
    recorded = {phrase for name in names for phrase in name.phrases}
    assert names_of_controls(glass, language) - recorded == set()
    for panel in PANELS:
        glass.bridge.preferences.toggle(panel)
        glass.settle()
        assert names_of_controls(glass, language) - recorded == set()
    for screen in every_screen():
        if not isinstance(screen, Attract):  # There, the language would be forgotten.
            glass.show(screen)
            assert names_of_controls(glass, language) - recorded == set()


def names_of_controls(glass: Glass, language: str) -> set[Phrase]:
    found: set[Phrase] = set()
    for control in controls(glass.window):
        spoken = QAccessible.queryAccessibleInterface(control.item)
        name = named(control.name, spoken.text(QAccessible.Text.Name), language)
        if name is not None:
            found |= set(name.phrases)
    return found


class Words:
    """A `VoicePlayer` that remembers what was said, for whoever records it."""

    is_playing = False

    def __init__(self) -> None:
        self.said: set[Phrase] = set()

    def say(self, utterance: Utterance, volume: int) -> None:
        self.said |= set(utterance.phrases)

    def play(self, tone: Tone, volume: int) -> None:
        pass

    def stop(self) -> None:
        pass


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_a_screen_says_is_recorded(
    glass_of: Callable[..., Glass], languages: Languages, language: str
) -> None:
    glass = glass_of(facility=Facility(limit_meaning=lambda _language, _category: "57,600"))
    words = Words()
    speaker = Speaker(glass.bridge, words, glass.bridge)
    for number, screen in enumerate(every_screen()):
        glass.bridge.show(ScreenModel(screen, 2, CardMay.STAY))
        glass.bridge.preferences.setLanguage(language)  # The attract screen forgets it.
        if number % 10 == 0:
            glass.bridge.show(ScreenModel(screen, 2, CardMay.STAY, idle_warning_ms=20_000))
    glass.show(PAD)
    glass.bridge.preferences.setLanguage(language)
    glass.tap("digit7")
    speaker.close()
    recorded = vocabulary(languages, TomlConsentTexts(), tuple({"ja": None, language: None}))
    assert len(words.said) > 100
    assert words.said - set(recorded) == set()


def test_the_patients_amounts_are_for_the_eyes_alone(glass_of: Callable[..., Glass]) -> None:
    glass = glass_of(facility=Facility(limit_meaning=lambda _language, _category: "57,600円まで"))
    ears = Ears()
    speaker = Speaker(glass.bridge, ears, glass.bridge)
    glass.show(Question(Item.LIMIT_INFORMATION, "A03"))
    assert "57,600円まで" in text_of(glass.window, "body")
    assert "限度額情報" in ears.last()
    assert "57,600" not in ears.last()
    speaker.close()
