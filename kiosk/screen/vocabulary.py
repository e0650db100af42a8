"""Everything that screens can say in a language: what is recorded before a kiosk can speak it."""

from consent.port import ConsentTexts
from kiosk.screen.every_screen import every_screen
from kiosk.screen.shown import idle_warning, shown
from kiosk.screen.translations import Languages
from kiosk.screen.voice import Phrase, Utterance, control_names, entered, spoken
from kiosk.session.screens import Question


def vocabulary(languages: Languages, texts: ConsentTexts, chosen: tuple[str, ...]) -> list[Phrase]:
    """Each phrase once; leaves the last of the `chosen` languages installed."""
    found: dict[Phrase, None] = {}
    for language in chosen:
        for utterance in _utterances(languages, texts, language):
            # Names of languages that are not recorded now are said by nobody.
            if utterance.language in chosen:
                found |= dict.fromkeys(utterance.phrases)
    return list(found)


def _utterances(languages: Languages, texts: ConsentTexts, language: str) -> list[Utterance]:
    languages.install(language)
    said = [entered(language), spoken(idle_warning(), language)]
    answers = set()
    for screen in every_screen():
        question = texts.text(screen.item, language) if isinstance(screen, Question) else None
        said.append(spoken(shown(screen, question), language))
        if question is not None:
            answers |= {question.agree, question.decline}
    return said + sorted(control_names(languages.codes, language, answers), key=lambda u: u.words)
