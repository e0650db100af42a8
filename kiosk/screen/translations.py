"""The screens' texts in each language: compiled by Qt Linguist's lrelease, changed at run time.

`i18n/*.ts` are kept by hand, by id: many ids are made from enum members, which lupdate cannot see.
A test proves that ids used and ids translated are the same set. `uketsuke_<language>.ts` are the
patients' texts.
"""

import os
import subprocess
from pathlib import Path

import PySide6
from PySide6.QtCore import QCoreApplication, QTranslator

from common.errors import Fault
from kiosk.bundle import is_bundle

I18N_DIR = Path(__file__).parent / "i18n"
LANGUAGES = ("ja", "ja-x-easy", "en", "zh-Hans", "zh-Hant", "ko", "pt", "vi", "es", "fil")
"""BCP 47; ja-x-easy is やさしい日本語."""
LRELEASE_TIMEOUT_S = 60


def ensure_compiled(folder: Path | None = None) -> None:
    """Compile every .ts that is newer than its .qm; raises `Fault`."""
    for source in sorted(
        (folder or I18N_DIR).glob("*.ts")
    ):  # None where it is installed without sources.
        compiled = source.with_suffix(".qm")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            _compile(source, compiled)


class Languages:
    """The languages a patient can choose from; the first is the one a session starts with."""

    def __init__(self, codes: tuple[str, ...] = LANGUAGES) -> None:
        ensure_compiled()
        self.codes = codes
        self._translators = {code: load_texts(I18N_DIR / f"uketsuke_{code}.qm") for code in codes}
        self._installed: QTranslator | None = None

    def install(self, code: str) -> None:
        """Make `code` the language of every text looked up from now on."""
        self.remove()
        self._installed = self._translators[code]
        QCoreApplication.installTranslator(self._installed)

    def say(self, code: str, text_id: str) -> str:
        """One text in a language that need not be installed."""
        return self._translators[code].translate("", text_id) or ""

    def remove(self) -> None:
        """Look nothing up any more; on the GUI thread, before this object goes."""
        if self._installed is not None:
            QCoreApplication.removeTranslator(self._installed)
            self._installed = None


def load_texts(compiled: Path) -> QTranslator:
    """Raises `Fault`."""
    translator = QTranslator()
    if not translator.load(str(compiled)):
        remedy = "install the program anew" if is_bundle() else "delete it, the next start makes it"
        raise Fault(f"{compiled} cannot be read; {remedy}")
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
        raise Fault(
            f"{source.name} could not be compiled with {lrelease}: {reason.strip()}; "
            f"check that the file is whole and that {compiled.parent} can be written"
        ) from error
