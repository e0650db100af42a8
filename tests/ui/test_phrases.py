"""Japanese lines break between phrases, not within words."""

import re

import pytest
from PySide6.QtQml import QJSEngine, QJSValue

from kiosk.screen.window import QML_DIR


@pytest.fixture
def phrases(qapp: object) -> QJSEngine:
    engine = QJSEngine()
    source = (QML_DIR / "Uketsuke" / "Controls" / "phrases.js").read_text("utf-8")
    engine.evaluate(source.replace(".pragma library", ""))
    return engine


@pytest.mark.parametrize(
    "split",
    [
        "マイナンバーカードを|置いてください",
        "暗証番号は|ロックされているため、|使えません。",
        "そのまま|お待ちください",
        "同意しない・|40歳未満",
        "フリーダイヤル|（音声案内で5番）",
        "枠に|顔を|合わせて、\n|そのまま",
        "言葉（ことば）を 読（よ）んで、|少（すこ）し 待（ま）って".replace(" ", "| |"),
        "Please take a seat.",
    ],
)
def test_breaks_between_phrases(phrases: QJSEngine, split: str) -> None:
    together = phrases.globalObject().property("keptTogether")
    kept = together.call([QJSValue(split.replace("|", ""))]).toString()
    if split.isascii():
        assert kept == split
        return
    # A break may come wherever no joiner forbids it; before a line break it means nothing.
    breaks = re.sub("(?<=[^\u2060])(?=[^\u2060\n])", "|", kept)
    assert breaks.replace("\u2060", "") == split


def test_a_japanese_date_in_another_language_stays_whole(phrases: QJSEngine) -> None:
    together = phrases.globalObject().property("keptTogether")
    kept = together.call([QJSValue("For 昭和45年3月1日 press 450301.")]).toString()
    assert "昭和45年3月1日" in kept.replace("\u2060", "")
    assert kept.split(" ")[1] == "\u2060".join("昭和45年3月1日").replace("4\u20605", "45")


def test_chinese_may_break_anywhere(phrases: QJSEngine) -> None:
    chinese = "医疗费较高时，提供后在窗口无需支付超过限额的费用。"
    together = phrases.globalObject().property("keptTogether")
    assert together.call([QJSValue(chinese)]).toString() == chinese
