"""English is whole: every text of the window has a translation, with the same places to fill in, and the compiled file is current."""
from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.conftest import ROOT
from tests.ui.window_story import open_window, stored_plan
from ui import language
from ui.words import step_words

sys.path.insert(0, str(ROOT / "resources" / "i18n"))
import update  # type: ignore[import-not-found]

ENGLISH = update.HERE / "phancong_en.ts"


def holes(text: str) -> list[str]:
    return sorted(re.findall(r"\{[^}]*\}|%s|[#@]", text))


def test_every_text_can_be_translated_and_is() -> None:
    texts, problems = update.collect()
    known = update.read_ts(ENGLISH)
    assert problems == []
    assert [t for t in texts if not known.get(t)] == [], "run: make i18n"


def test_translations_have_the_same_places_to_fill_in() -> None:
    wrong = [(source, text) for (_, source), text in update.read_ts(ENGLISH).items() if text and holes(source) != holes(text)]
    assert wrong == []


def test_spaces_at_the_ends_are_kept() -> None:
    for (_, source), text in update.read_ts(ENGLISH).items():
        assert (source[:1] == " ", source[-1:] == " ") == (text[:1] == " ", text[-1:] == " "), source


@pytest.mark.parametrize("name", ["phancong_en", "phancong_vi"])
def test_the_compiled_files_are_current(tmp_path: Path, name: str) -> None:
    made = tmp_path / f"{name}.qm"
    update.release(update.HERE / f"{name}.ts", made)
    assert made.read_bytes() == (update.HERE / f"{name}.qm").read_bytes(), "run: make i18n"


def test_the_window_is_english_down_to_its_menus(qtbot: QtBot, tmp_path: Path, qapp: QApplication) -> None:
    assert language.use(qapp, "en")
    try:
        window = open_window(qtbot, tmp_path, stored_plan)
        window.build_all()
        window.open_plan("plan1")
        assert window.rail.button("plans").text() == "Plans"
        menus = [m for m in (a.menu() for a in window.menuBar().actions()) if isinstance(m, QMenu)]
        titles = [m.title().replace("&", "") for m in menus]
        assert titles[0] == "File"
        assert titles[-1] == "Help"
        vietnamese = re.compile("[ăâđêôơưáàảãạéèẻẽẹíìỉĩịóòỏõọúùủũụýỳỷỹỵ]", re.IGNORECASE)
        labels = [a.text().replace("Phân công", "").replace("A, Ă, Â, B", "") for m in menus for a in m.actions()]
        left = [label for label in labels if vietnamese.search(label)]
        assert left == []
        keys = [m.title()[m.title().index("&") + 1].lower() for m in menus]
        assert len(keys) == len(set(keys))
    finally:
        language.use(qapp, "vi")


def test_steps_keep_their_numbers_and_names(qapp: QApplication) -> None:
    language.use(qapp, "en")
    try:
        assert step_words("Đổi 12 ô") == "Change 12 cells"
        assert step_words("Gộp “Sở A 1” vào “Sở B”") == "Merge “Sở A 1” into “Sở B”"
        assert step_words("Một bước chưa biết") == "Một bước chưa biết"
    finally:
        language.use(qapp, "vi")
    assert step_words("Đổi 12 ô") == "Đổi 12 ô"


def test_every_step_of_the_core_has_words() -> None:
    """The names of deltas are written in core/; each is known to the translation."""
    from ui.words import _NUMBERS, _QUOTED, STEPS

    found: set[str] = set()
    for path in [ROOT / "core" / "edits.py"]:
        text = path.read_text(encoding="utf-8")
        found |= set(re.findall(r'Delta\(f?"([^"]+)"', text)) | set(re.findall(r'_one\("([^"]+)"', text))
    plain = {_NUMBERS.sub("#", _QUOTED.sub("@", re.sub(r"\{[^}]*\}", "1", name))) for name in found}
    assert plain - set(STEPS) == set()


def test_words_of_qt_itself_are_vietnamese(qtbot: QtBot, qapp: QApplication) -> None:
    from PySide6.QtWidgets import QLineEdit

    language.use(qapp, "vi")
    field = QLineEdit()
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    assert [a.text().split("\t")[0] for a in menu.actions() if a.text()][:2] == ["&Hoàn tác", "&Làm lại"]
    menu.deleteLater()
