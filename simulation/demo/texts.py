"""The texts of the demo's dock and terminal, by id as those of the screens."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from kiosk.screen.translations import ensure_compiled, load_texts

I18N_DIR = Path(__file__).parent / "i18n"


class DemoTexts:
    """In the language of whoever presents, whatever language the patient has chosen."""

    def __init__(self, language: str) -> None:
        ensure_compiled(I18N_DIR)
        self._translator = load_texts(I18N_DIR / f"dock_{language}.qm")

    def install(self) -> None:
        QCoreApplication.installTranslator(self._translator)

    def say(self, text_id: str) -> str:
        return self._translator.translate("", text_id) or ""

    def remove(self) -> None:
        QCoreApplication.removeTranslator(self._translator)
