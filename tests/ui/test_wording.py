"""Everything that can be shown has words in every language, and no words are left over."""

import re
from collections.abc import Iterable
from dataclasses import astuple
from pathlib import Path
from xml.etree import ElementTree

import pytest

from common.operators import OperatorLanguage
from consent.port import Text
from faceauth.port import Guidance
from kiosk.screen.every_screen import every_screen, every_screen_with_a_phone
from kiosk.screen.preferences import COLOURS
from kiosk.screen.shown import shown
from kiosk.screen.translations import I18N_DIR, LANGUAGES, Languages
from kiosk.screen.voice import CameraPlace, Form
from kiosk.screen.window import QML_DIR
from kiosk.session.screens import (
    ClosedFor,
    FaceOffer,
    Notice,
    NumberBPart,
    PinOffer,
    Question,
    Stopped,
    StopReason,
    WaitingFor,
    WorkerProblem,
)
from reader.port import ReaderProblem
from simulation.demo.dock import SCENE, SERVICE_NAMES
from simulation.demo.props import NoEffect
from simulation.demo.texts import I18N_DIR as DOCK_I18N_DIR

QUESTION = Text("id", "1", "ja", "title", "body", "agree", "decline")
AN_ID = re.compile(r"^[a-z_]+(\.[a-z_0-9]+)+$")

# Ids that the source puts together from a prefix and a member.
PUT_TOGETHER = {
    "out_of_service.": [p.value for p in (*ReaderProblem, *WorkerProblem, *ClosedFor)],
    "face_offer.": [o.value for o in FaceOffer],
    "pin_offer.": [*(o.value for o in PinOffer), "ready.phone", "locked.phone"],
    "guidance.": [g.value for g in Guidance],
    "number_b.": [f"{p.value}.{part}" for p in NumberBPart for part in ("title", "body")],
    "waiting.": [*(w.value for w in WaitingFor), "body", "slow"],
    "notice.": [n.value for n in Notice],
    "stopped.": [
        *(f"{r.value}.{part}" for r in StopReason for part in ("title", "remedy")),
        *(f"{reason}.remedy.phone" for reason in ("timed_out", "reset_by_staff", "internal_fault")),
    ],
    "what_next.": ["first_visit", "reservation", "fever"],
    "language.": list(LANGUAGES),
    "settings.text.": ["0", "1", "2", "3"],
    "settings.volume.": ["0", "1", "2", "3"],
    "settings.colours.": list(COLOURS),
    "voice.pad.": [*(form.value for form in Form), "shuffled", "enter"],
    "voice.ways.": ["upright", "beside"],
    "voice.where_camera.": [place.value for place in CameraPlace],
}
PUT_TOGETHER_IN_THE_DOCK = {
    "dock.service.": list(SERVICE_NAMES),
    "dock.no_effect.": [why.value for why in NoEffect],
}


def translated(name: str, folder: Path = I18N_DIR) -> dict[str, str]:
    """Text by id in one file, of all forms of a number."""
    root = ElementTree.parse(folder / f"{name}.ts").getroot()
    return {
        str(message.get("id")): "".join(message.find("translation").itertext()).strip()  # type: ignore[union-attr]
        for message in root.iter("message")
    }


def used_ids(sources: Iterable[Path], put_together: dict[str, list[str]]) -> set[str]:
    text = "\n".join(path.read_text("utf-8") for path in sources)
    literal = set(re.findall(r'(?:qsTrId|qtTrId|say)\("([a-z_.0-9]+[a-z_0-9])"', text))
    of_both = set(re.findall(r'_of\("([a-z_.]+)"', text))  # Of a card, and of a phone
    literal |= of_both | {f"{text_id}.phone" for text_id in of_both}
    literal |= set(re.findall(r'"(voice\.[a-z_]+)"', text))
    return literal | {prefix + end for prefix, ends in put_together.items() for end in ends}


def ids_of_patients() -> set[str]:
    ui = Path(QML_DIR).parent
    sources = [path for path in (*ui.glob("*.py"), *ui.rglob("*.qml"))]
    chosen_by_a_condition = {"face.preparing"}
    return used_ids(sources, PUT_TOGETHER) | chosen_by_a_condition


def ids_of_the_dock() -> set[str]:
    return used_ids([SCENE, *SCENE.parent.glob("*.py")], PUT_TOGETHER_IN_THE_DOCK)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_screen_is_in_words(languages: Languages, language: str) -> None:
    languages.install(language)
    screens = [(screen, False) for screen in every_screen()]
    for screen, is_phone in [*screens, *((each, True) for each in every_screen_with_a_phone())]:
        question = QUESTION if isinstance(screen, Question) else None
        words = shown(screen, question, is_phone=is_phone)
        assert words.title
        assert not [v for v in astuple(words) if isinstance(v, str) and AN_ID.match(v)], screen


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_id_in_the_source_has_a_text_and_every_text_is_used(language: str) -> None:
    texts = translated(f"uketsuke_{language}")
    assert set(texts) == ids_of_patients()
    assert [text_id for text_id, text in texts.items() if not text] == []


@pytest.mark.parametrize("language", OperatorLanguage)
def test_the_dock_has_its_own_texts(language: OperatorLanguage) -> None:
    texts = translated(f"dock_{language.value}", DOCK_I18N_DIR)
    assert set(texts) == ids_of_the_dock()
    assert [text_id for text_id, text in texts.items() if not text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_stop_says_what_to_do_now(languages: Languages, language: str) -> None:
    languages.install(language)
    for reason in StopReason:
        words = shown(Stopped(reason, card_present=True), None)
        assert words.remedy, reason
        assert words.remedy != words.title


def test_the_leaflets_number_and_hours_are_given() -> None:
    japanese = translated("uketsuke_ja")
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
