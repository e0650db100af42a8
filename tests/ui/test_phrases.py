"""Lines break between words and phrases, in every script; readings stand above their kanji."""

import pytest
from PySide6.QtQml import QJSEngine, QJSValue

from kiosk.screen.window import QML_DIR

CONTROLS = QML_DIR / "Uketsuke" / "Controls"


@pytest.fixture
def phrases(qapp: object) -> QJSEngine:
    engine = QJSEngine()
    undivided = (CONTROLS / "undivided.js").read_text("utf-8").replace(".pragma library", "")
    names = "{japanese, chinese, vietnamese}"
    engine.evaluate(f"var Undivided = (() => {{ {undivided}\n return {names}; }})();")
    source = (CONTROLS / "phrases.js").read_text("utf-8").split("\n", 2)[2]
    engine.evaluate(source)
    return engine


def pieces(phrases: QJSEngine, text: str) -> list[str]:
    call = phrases.globalObject().property("pieces")
    found = call.call([QJSValue(text)])
    assert not found.isError(), found.toString()
    length = found.property("length").toInt()
    return [found.property(number).toString() for number in range(length)]


@pytest.mark.parametrize(
    "split",
    [
        "マイナンバーカードを|置いてください",
        "暗証番号は|ロックされているため、|使えません。",
        "そのまま|お待ちください",
        "同意しない・|40歳未満",
        "フリーダイヤル|（音声案内で5番）",
        "枠に|顔を|合わせて、",
        "少し|待って、|カードを|置き直すこともできます。",
        "もう一度試せます。",
        "言葉（ことば）を |読（よ）んで、|少（すこ）し |待（ま）って",
        "Please |take |a |seat.",
        "For |昭和45年3月1日 |press |450301.",
        "Vui lòng |đăng ký |tại |quầy.",
        "마이넘버카드를 |올려 |주세요",
        "提供|信息|后，|在|窗口|无需|支付|超过|限额|的|费用。",
        "請|輸入|4位|密碼",
    ],
)
def test_breaks_between_words(phrases: QJSEngine, split: str) -> None:
    assert "|".join(pieces(phrases, split.replace("|", ""))) == split


def test_what_is_read_aloud_has_no_brackets(phrases: QJSEngine) -> None:
    plain = phrases.globalObject().property("plain")
    heard = plain.call([QJSValue("暗証番号（あんしょうばんごう）を 押（お）す")]).toString()
    assert heard == "暗証番号を 押す"
