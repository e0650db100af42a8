"""Everything that can be shown has words in every language, and no words are left over."""

import re
from dataclasses import astuple
from pathlib import Path
from xml.etree import ElementTree

import pytest

from consent.port import Text
from faceauth.port import Guidance
from kiosk.session.screens import (
    FaceOffer,
    Notice,
    NumberBPart,
    PinOffer,
    Question,
    Stopped,
    StopReason,
    WaitingFor,
)
from kiosk.ui.dock import SERVICE_NAMES
from kiosk.ui.every_screen import every_screen
from kiosk.ui.shown import shown
from kiosk.ui.translations import I18N_DIR, LANGUAGES, Languages
from kiosk.ui.voice import HINTS
from kiosk.ui.window import QML_DIR
from kiosk.ui.wishes import COLOURS
from reader.port import ReaderProblem

QUESTION = Text("id", "1", "ja", "title", "body", "agree", "decline")
AN_ID = re.compile(r"^[a-z_]+(\.[a-z_0-9]+)+$")

# Ids that the source puts together from a prefix and a member.
PUT_TOGETHER = {
    "out_of_service.": [p.value for p in ReaderProblem],
    "face_offer.": [o.value for o in FaceOffer],
    "pin_offer.": [o.value for o in PinOffer],
    "guidance.": [g.value for g in Guidance],
    "number_b.": [f"{p.value}.{part}" for p in NumberBPart for part in ("title", "body")],
    "waiting.": [*(w.value for w in WaitingFor), "body", "slow"],
    "notice.": [n.value for n in Notice],
    "stopped.": [f"{r.value}.{part}" for r in StopReason for part in ("title", "remedy")],
    "language.": list(LANGUAGES),
    "settings.text.": ["0", "1", "2", "3"],
    "settings.volume.": ["0", "1", "2", "3"],
    "settings.colours.": list(COLOURS),
    "dock.service.": list(SERVICE_NAMES),
}


def translated(language: str) -> dict[str, str]:
    """Text by id in one language, of all forms of a number."""
    root = ElementTree.parse(I18N_DIR / f"uketsuke_{language}.ts").getroot()
    return {
        str(message.get("id")): "".join(message.find("translation").itertext()).strip()  # type: ignore[union-attr]
        for message in root.iter("message")
    }


def of_patients(ids: set[str]) -> set[str]:
    """Without the words of the demo's dock, which speaks Japanese and English only."""
    return {text_id for text_id in ids if not text_id.startswith("dock.")}


def used_ids() -> set[str]:
    ui = Path(QML_DIR).parent
    sources = [*ui.glob("*.py"), *ui.rglob("*.qml")]
    text = "\n".join(path.read_text("utf-8") for path in sources)
    literal = set(re.findall(r'(?:qsTrId|qtTrId)\("([a-z_.0-9]+[a-z_0-9])"', text))
    literal |= set(HINTS.values())
    literal |= {"face.preparing"}  # Chosen by a condition.
    return literal | {prefix + end for prefix, ends in PUT_TOGETHER.items() for end in ends}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_screen_is_in_words(languages: Languages, language: str) -> None:
    languages.install(language)
    for screen in every_screen():
        words = shown(screen, QUESTION if isinstance(screen, Question) else None)
        assert words.title
        assert not [v for v in astuple(words) if isinstance(v, str) and AN_ID.match(v)], screen


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_id_in_the_source_has_a_text_and_every_text_is_used(language: str) -> None:
    texts = translated(language)
    used = used_ids() if language in ("ja", "en") else of_patients(used_ids())
    assert set(texts) == used
    assert [text_id for text_id, text in texts.items() if not text] == []


@pytest.mark.parametrize("reason", StopReason)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_stop_says_what_to_do_now(
    languages: Languages, language: str, reason: StopReason
) -> None:
    languages.install(language)
    words = shown(Stopped(reason, card_present=True), None)
    assert words.remedy
    assert words.remedy != words.title


def test_the_leaflets_number_and_hours_are_given() -> None:
    japanese = translated("ja")
    assert japanese["free_dial.number"] == "0120-95-0178"
    assert "9時30分〜20時00分" in japanese["free_dial.hours"]
    assert "9時30分〜17時30分" in japanese["free_dial.hours"]
    assert "年末年始を除く" in japanese["free_dial.hours"]


def test_an_unusable_card_is_not_the_end_of_the_way(languages: Languages) -> None:
    languages.install("ja")
    for reason in (
        StopReason.CERTIFICATE_EXPIRED,
        StopReason.CERTIFICATE_REVOKED,
        StopReason.CERTIFICATE_ON_HOLD,
        StopReason.CERTIFICATE_MISSING,
        StopReason.SERVICE_UNREACHABLE,
        StopReason.NOT_REGISTERED,
    ):
        words = shown(Stopped(reason, card_present=True), None)
        assert "資格確認書" in words.remedy
        assert words.phone_shown
