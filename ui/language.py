"""The language of the window: Vietnamese is written in the sources, English comes from resources/i18n/phancong_en.qm.

Qt's own words (the menu of a text field) are English in Qt; phancong_vi.qm has them in Vietnamese, since Qt ships none.
"""
from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from ui.theme import RESOURCES

LANGUAGES = ("vi", "en")
_installed: list[QTranslator] = []


def use(app: QCoreApplication, lang: str) -> bool:
    """Put a language in force before any window is built; False where its file is missing."""
    for translator in _installed:
        app.removeTranslator(translator)
    _installed.clear()
    QLocale.setDefault(QLocale(QLocale.Language.English if lang == "en" else QLocale.Language.Vietnamese))
    return _load(app, f"phancong_{lang}", str(RESOURCES / "i18n"))


def _load(app: QCoreApplication, name: str, folder: str) -> bool:
    translator = QTranslator(app)
    if not translator.load(name, folder):
        return False
    app.installTranslator(translator)
    _installed.append(translator)
    return True
