"""The real engines speak every language: audibly, at a plausible pace, with the right readings."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pyopenjtalk
import pytest

from consent.texts import TomlConsentTexts
from kiosk.screen.translations import LANGUAGES, Languages
from kiosk.screen.vocabulary import vocabulary
from kiosk.screen.voice import FURIGANA, Phrase
from tests.architecture.source_tree import ROOT

# pyopenjtalk-plus calls its tokenizer by a name that the tokenizer no longer likes.
pytestmark = pytest.mark.filterwarnings("ignore:Dictionary.create:DeprecationWarning")

PACE_S = {
    "ja": (0.08, 0.3),
    "ja-x-easy": (0.08, 0.3),
    "zh-Hans": (0.12, 0.4),
    "zh-Hant": (0.12, 0.4),
    "ko": (0.1, 0.35),
}
LATIN_PACE_S = (0.03, 0.35)
"""Seconds of speech for each character. Whoever spells needs several times as long."""


@pytest.fixture(scope="module")
def speech() -> Iterator[ModuleType]:
    """A script of `tools/`, which is no package."""
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        yield __import__("speech")
    finally:
        sys.path.remove(str(ROOT / "tools"))


def phrases(languages: Languages, language: str) -> list[str]:
    return [p.words for p in vocabulary(languages, TomlConsentTexts(), (language,))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_speech_is_audible_and_of_plausible_length(
    speech: Any, languages: Languages, language: str
) -> None:
    few = sorted(phrases(languages, language), key=len)
    fastest_s, slowest_s = PACE_S.get(language, LATIN_PACE_S)
    for words in (few[0], few[len(few) // 2], few[-1]):
        samples = speech.speak(language, words)
        seconds = len(samples) / speech.RATE_HZ
        assert fastest_s < seconds / len(words) < slowest_s, words
        # As loud as any other, not clipped, and speech from beginning to end.
        assert 0.08 < speech.active_rms(samples) < 0.12
        assert np.abs(samples).max() < 0.99
        loudness = speech.frame_rms(samples)
        assert loudness[:5].max() > 0.001
        assert loudness[-5:].max() > 0.001
        assert (loudness > 0.005).mean() > 0.5


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - {"ja", "ja-x-easy"}))
def test_no_character_is_read_out_by_its_name(
    speech: Any, languages: Languages, language: str
) -> None:
    """espeak-ng turns to English, in brackets, for what its voice cannot read."""
    spoken = [
        piece
        for words in phrases(languages, language)
        for own, piece in speech.in_their_languages(language, words)
        if own == language
    ]
    voice = speech.ESPEAK_VOICES[language]
    command = ["espeak-ng", "-v", voice, "-x", "-q", "--", "\n".join(spoken)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    turned = re.findall(r"\(\w+\)(.*?)\(\w+\)", done.stdout)
    # Vietnamese has taken over these words with their English sound.
    known = {"k'a1m@-1r@1", "k'a7m@-1r@1", "'E1nt31", "'a7ndrOI1d"} if language == "vi" else set()
    assert {sound.strip("_ ,") for sound in turned} - known == set()


def test_japanese_is_read_as_its_furigana_say(speech: Any) -> None:
    easy = (ROOT / "kiosk/screen/i18n/uketsuke_ja-x-easy.ts").read_text("utf-8")
    easy += (ROOT / "consent/texts/ja-x-easy.toml").read_text("utf-8")
    texts = re.findall(r"<(?:translation|numerusform)>([^<]+)<|= \"(.+)\"", easy)
    checked, wrong = 0, []
    for text in ("".join(found) for found in texts):
        read = long_vowels(reading_of(speech, FURIGANA.sub("", text).replace("\n", " ")))
        for furigana in FURIGANA.findall(text):
            checked += 1
            if long_vowels(str(pyopenjtalk.g2p(furigana[1:-1], kana=True))) not in read:
                wrong.append((furigana, read))
    assert wrong == []
    assert checked > 400


def long_vowels(kana: str) -> str:
    """Written in one way: the engine tells セイ from セー by the word."""
    return re.sub("(?<=[エケセテネヘメレゲゼデベペェ])イ", "ー", kana)


@pytest.mark.parametrize(
    ("words", "reading"),
    [
        ("限度額情報を提供しますか。", "ゲンドガクジョーホーヲテーキョーシマスカ。"),
        ("係員を呼ぶ。", "カカリインヲヨブ。"),
        ("数字は画面の下半分に", "スージワガメンノシタハンブンニ"),
        ("カードの表にある4桁の数字です。", "カードノオモテニアルヨンケタノスージデス。"),
        ("カードの表面を読み取れない", "カードノオモテメンヲヨミトレナイ"),
        ("カードのおもて面にある", "カードノオモテメンニアル"),
        ("まで有効」なら、2031です。", "マデユーコー」ナラ、ニゼロサンイチデス。"),
        ("2031年3月1日まで", "ニセンサンジューイチネンサンガツツイタチマデ"),
        ("暗証番号はいりません。", "アンショーバンゴーワイリマセン。"),
        ("お持ちの方は、お見せください。", "オモチノカタワ、オミセクダサイ。"),
        ("3月1日は450301、", "サンガツツイタチワヨンゴゼロサンゼロイチ、"),
        ("中。", "チュー。"),
    ],
)  # fmt: skip
def test_japanese_that_engines_misread(speech: Any, words: str, reading: str) -> None:
    assert reading_of(speech, words) == reading


def reading_of(speech: Any, words: str) -> str:
    pieces = speech.in_their_languages("ja", words)
    return "".join(str(pyopenjtalk.g2p(piece, kana=True)) for _, piece in pieces)


def test_only_what_is_missing_is_recorded_and_what_nobody_says_is_removed(
    speech: Any, tmp_path: Path
) -> None:
    make_voices: Any = __import__("make_voices")
    hello, wait = Phrase("en", "Hello."), Phrase("en", "Please wait.")
    make_voices.begin(tmp_path)
    assert len(make_voices.record_all(tmp_path, [hello])) == 1
    assert len(make_voices.record_all(tmp_path, [hello, wait])) == 1
    assert make_voices.record_all(tmp_path, [hello, wait]) == []
    make_voices.forget_others(tmp_path, [wait])
    assert [path.name for path in tmp_path.glob("*.opus")] == [wait.file_name]
    make_voices.begin(tmp_path)
    assert [path.name for path in tmp_path.glob("*.opus")] == [wait.file_name]
    (tmp_path / make_voices.WAY).write_text("another way", "utf-8")
    make_voices.begin(tmp_path)
    assert list(tmp_path.glob("*.opus")) == []
