"""Everything that screens can say in a language: what is recorded before a kiosk can speak it."""

from consent.port import ConsentTexts
from kiosk.screen.every_screen import every_screen, every_screen_with_a_phone
from kiosk.screen.shown import idle_warning, shown
from kiosk.screen.translations import Languages
from kiosk.screen.voice import (
    TOO_FEW,
    Layout,
    Phrase,
    Utterance,
    control_names,
    entered,
    erased,
    every_layout,
    next_step,
    spoken,
    too_few,
)
from kiosk.screen.what_next import WhatNext, own_lines
from kiosk.session.screens import Question


def vocabulary(
    languages: Languages,
    texts: ConsentTexts,
    chosen: tuple[str, ...],
    what_next: WhatNext | None = None,
) -> list[Phrase]:
    """Each phrase once, with the facility's own words.

    Leaves the last of the `chosen` languages installed.
    """
    found: dict[Phrase, None] = {}
    for language in chosen:
        said = _utterances(languages, texts, language)
        own = [] if what_next is None else own_lines(what_next)
        for utterance in [*said, *(next_step(words, language) for words in own)]:
            # Names of languages that are not recorded now are said by nobody.
            if utterance.language in chosen:
                found |= dict.fromkeys(utterance.phrases)
    return list(found)


def _utterances(languages: Languages, texts: ConsentTexts, language: str) -> list[Utterance]:
    languages.install(language)
    said = [entered(language), *(erased(language, whole=whole) for whole in (False, True))]
    said.append(spoken(idle_warning(), language, Layout()))
    answers = set()
    for screen in every_screen():
        question = texts.text(screen.item, language) if isinstance(screen, Question) else None
        words = shown(screen, question)
        said += [spoken(words, language, layout) for layout in every_layout()]
        if words.name in TOO_FEW:
            said.append(too_few(words, language))
        if question is not None:
            answers |= {question.agree, question.decline}
    for screen in every_screen_with_a_phone():
        words = shown(screen, None, is_phone=True)
        said += [spoken(words, language, layout) for layout in every_layout()]
    return said + sorted(control_names(languages.codes, language, answers), key=lambda u: u.words)
