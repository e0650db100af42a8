"""The screens' texts in each language: compiled by Qt Linguist's lrelease, changed at run time.

`i18n/uketsuke_<language>.ts` are kept by hand, by id: many ids are made from enum members, which
lupdate cannot see. A test proves that ids used and ids translated are the same set.
"""

import os
import subprocess
from pathlib import Path

import PySide6
from PySide6.QtCore import QCoreApplication, QTranslator

from kiosk.ui.errors import TranslationsNotCompiled

I18N_DIR = Path(__file__).parent / "i18n"
LANGUAGES = ("ja", "ja-x-easy", "en", "zh-Hans", "zh-Hant", "ko", "pt", "vi", "es", "fil")
"""BCP 47; ja-x-easy is やさしい日本語."""
LRELEASE_TIMEOUT_S = 60
DOCK_LANGUAGE = "en"


def ensure_compiled() -> None:
    """Compile every .ts that is newer than its .qm; raises `TranslationsNotCompiled`."""
    for language in LANGUAGES:
        source, compiled = _source(language), _compiled(language)
        if not source.exists() and compiled.exists():
            continue  # Installed without sources.
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            _compile(source, compiled)


class Languages:
    """The languages a patient can choose from; the first is the one a session starts with."""

    def __init__(self, codes: tuple[str, ...] = LANGUAGES) -> None:
        ensure_compiled()
        self.codes = codes
        self._translators = {code: _load(code) for code in codes}
        self._installed: list[QTranslator] = []

    def install(self, code: str) -> None:
        """Make `code` the language of every text looked up from now on."""
        self.remove()
        # The demo's dock speaks Japanese and English only: English stands behind the others.
        for each in dict.fromkeys((DOCK_LANGUAGE, code)):
            translator = self._translators[each]
            QCoreApplication.installTranslator(translator)
            self._installed.append(translator)

    def say(self, code: str, text_id: str) -> str:
        """One text in a language that need not be installed."""
        return self._translators[code].translate("", text_id) or ""

    def remove(self) -> None:
        """Look nothing up any more; on the GUI thread, before this object goes."""
        while self._installed:
            QCoreApplication.removeTranslator(self._installed.pop())


def _load(code: str) -> QTranslator:
    translator = QTranslator()
    if not translator.load(str(_compiled(code))):
        raise TranslationsNotCompiled(
            f"{_compiled(code)} cannot be read; delete it, it is made again at the next start"
        )
    return translator


def _compile(source: Path, compiled: Path) -> None:
    lrelease = Path(PySide6.__file__).parent / "lrelease"
    # Made beside and renamed: two processes may start at once.
    fresh = compiled.with_suffix(f".{os.getpid()}.qm")
    command = [str(lrelease), "-silent", "-idbased", "-fail-on-unfinished", str(source)]
    try:
        subprocess.run(
            [*command, "-qm", str(fresh)],
            check=True,
            capture_output=True,
            text=True,
            timeout=LRELEASE_TIMEOUT_S,
        )
        fresh.replace(compiled)
    except (OSError, subprocess.SubprocessError) as error:
        reason = getattr(error, "stderr", None) or str(error)
        raise TranslationsNotCompiled(
            f"{source.name} could not be compiled with {lrelease}: {reason.strip()}; "
            f"check that the file is whole and that {compiled.parent} can be written"
        ) from error


def _source(language: str) -> Path:
    return I18N_DIR / f"uketsuke_{language}.ts"


def _compiled(language: str) -> Path:
    return I18N_DIR / f"uketsuke_{language}.qm"
