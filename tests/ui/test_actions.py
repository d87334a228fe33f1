"""Every action can be reached by mouse, key, menu and palette, because it stands in the one table."""
from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.window_story import open_window, stored_plan
from ui import language, theme
from ui.actions import ActionSpec, ActionTable, access, is_bare, plain
from ui.dialogs.shortcuts import ShortcutsDialog
from ui.messages import Recorder
from ui.palette import CommandPalette, Entry, EntryModel, search
from ui.window import MainWindow
from ui.window_actions import open_palette, palette_entries


@pytest.fixture
def full(window: MainWindow) -> MainWindow:
    window.build_all()
    window.open_plan("plan1")
    return window


def menus_of(window: MainWindow) -> list[QMenu]:
    return [m for m in (a.menu() for a in window.menuBar().actions()) if isinstance(m, QMenu)]


def submenus(menu: QMenu) -> list[QMenu]:
    return [m for m in (a.menu() for a in menu.actions()) if isinstance(m, QMenu)]


def all_menus(window: MainWindow) -> list[QMenu]:
    return [found for menu in menus_of(window) for found in (menu, *submenus(menu))]


def test_every_action_is_in_a_menu(full: MainWindow) -> None:
    shown = {action.objectName() for menu in all_menus(full) for action in menu.actions()}
    assert set(full.table.specs) <= shown


def test_no_menu_is_longer_than_a_small_screen(full: MainWindow) -> None:
    """512 px of a 1366 × 768 screen at 150 % hold 18 entries; the longest menu of all was the matrix's with 41."""
    assert {m.title(): len(m.actions()) for m in menus_of(full) if sum(not a.isSeparator() for a in m.actions()) > 18} == {}
    matrix = next(m for m in menus_of(full) if plain(m.title()) == "Ma trận")
    assert [plain(m.title()) for m in submenus(matrix)] == ["Điền nhiều ô", "Nhiệm vụ", "Cơ quan", "Thứ tự cơ quan", "Hiển thị",
                                                            "Bộ lọc, chế độ xem", "Cỡ chữ"]


def test_every_menu_fits_a_small_screen(full: MainWindow, qapp: QApplication) -> None:
    """Seen at 150 %: the menu of the review stood in two columns."""
    try:
        theme.base_font(qapp)
        theme.apply(qapp)
        assert {m.title(): m.sizeHint().height() for m in all_menus(full) if m.sizeHint().height() > 512} == {}
    finally:
        qapp.setStyleSheet("")


def test_the_menus_are_the_same_in_english(qtbot: QtBot, tmp_path: Path, qapp: QApplication) -> None:
    """Seen on a screen: a ninth menu, "Sửa", pushed the help out of the bar."""
    language.use(qapp, "en")
    try:
        english = open_window(qtbot, tmp_path, stored_plan)
        english.build_all()
        assert [plain(m.title()) for m in menus_of(english)] == ["File", "Edit", "View", "Review", "Matrix", "Agencies", "Follow-up",
                                                               "Data", "Help"]
    finally:
        language.use(qapp, "vi")


def test_every_action_is_in_the_palette_and_in_the_list_of_shortcuts(full: MainWindow) -> None:
    entries = {e.text for e in palette_entries(full)}
    dialog = ShortcutsDialog(list(full.table.specs.values()), full.words, full)
    listed = {row[0] for row in dialog.model.rows}
    for spec in full.table.specs.values():
        assert plain(spec.text).rstrip("…") in entries
        assert plain(spec.text).rstrip("…") in listed


def test_no_two_actions_of_one_page_share_a_shortcut(full: MainWindow) -> None:
    for page in ("", *full.specs):
        taken: dict[str, list[str]] = defaultdict(list)
        for spec in full.table.specs.values():
            if spec.shortcut and spec.page in ("", page):
                taken[QKeySequence(spec.shortcut).toString()].append(spec.id)
        assert not {keys: ids for keys, ids in taken.items() if len(ids) > 1}, page


def test_every_shortcut_is_one(full: MainWindow) -> None:
    for spec in full.table.specs.values():
        if spec.shortcut:
            assert QKeySequence(spec.shortcut).toString(), spec.id


def test_ids_icons_and_labels_are_well_formed(full: MainWindow) -> None:
    from ui.theme import icon_names

    icons = set(icon_names())
    for spec in full.table.specs.values():
        assert spec.id.count(".") == 1, spec.id
        assert spec.page in ("", *full.specs), spec.id
        assert plain(spec.text).strip(), spec.id
        assert not spec.icon or spec.icon in icons, spec.id
        assert spec.text.count("&") <= 1 or "&&" in spec.text, spec.id


def test_menus_have_different_access_keys(full: MainWindow) -> None:
    keys = [m.title()[m.title().index("&") + 1].lower() for m in menus_of(full) if "&" in m.title()]
    assert len(keys) == len(set(keys)) == len(menus_of(full))


def test_entries_of_one_menu_have_different_access_keys(full: MainWindow) -> None:
    """In Vietnamese as in English: a letter with a mark cannot be typed after Alt, and two entries never share one."""
    for menu in all_menus(full):
        texts = [a.text() for a in menu.actions() if not a.isSeparator()]
        keys = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
        assert len(keys) == len(set(keys)), (menu.title(), texts)
        assert all(key.isascii() for key in keys), (menu.title(), texts)
        without = [t for t in texts if "&" not in t]
        assert all({c for c in t.lower() if c.isascii() and c.isalpha()} <= set(keys) for t in without), (menu.title(), without)


def test_an_action_of_another_page_cannot_fire(full: MainWindow, door: Recorder) -> None:
    full.show_page("plans")
    other = next(s for s in full.table.specs.values() if s.page == "matrix")
    assert not full.table.actions[other.id].isEnabled()
    assert not full.table.trigger(other.id)
    assert "chưa dùng được" in door.notices[-1].text


def test_bare_keys_stay_with_their_page(qtbot: QtBot) -> None:
    assert is_bare("C")
    assert is_bare("Return")
    assert is_bare("Shift+A")
    assert not is_bare("Ctrl+C")
    assert not is_bare("F2")
    assert not is_bare("Alt+Up")


def test_access_keys_are_letters_that_can_be_typed() -> None:
    assert access("Tệp", []) == "&Tệp"
    assert access("Trợ giúp", ["&Tệp"]) == "T&rợ giúp"
    assert access("Đ", []) == "Đ"


def test_the_same_id_twice_is_a_mistake(window: MainWindow) -> None:
    table = ActionTable(window)
    spec = ActionSpec("a.b", "Việc", "Tệp", lambda: None)
    table.add([spec])
    with pytest.raises(ValueError):
        table.add([spec])


# ---------------------------------------------------------------- Ctrl+K


def entry(text: str, where: str = "") -> Entry:
    return Entry(text, where, lambda: None)


def test_typing_without_marks_finds(qtbot: QtBot) -> None:
    entries = [entry("Xuất danh bạ ra Excel", "Cơ quan"), entry("Đổi cơ quan chủ trì", "Ma trận"), entry("Ma trận", "Xem")]
    assert search(entries, "doi chu tri")[0].text == "Đổi cơ quan chủ trì"
    assert search(entries, "xuat")[0].text == "Xuất danh bạ ra Excel"
    assert search(entries, "không có gì") == []
    assert len(search(entries, "")) == 3


def test_words_of_the_action_weigh_more_than_its_menu(qtbot: QtBot) -> None:
    entries = [entry("Dán", "Ma trận"), entry("Mở ma trận", "Tệp"), entry("Ma trận", "Xem")]
    assert [e.text for e in search(entries, "ma tran")] == ["Ma trận", "Mở ma trận", "Dán"]


def test_initials_find(qtbot: QtBot) -> None:
    assert search([entry("Phóng to"), entry("Nhập kế hoạch")], "nkh")[0].text == "Nhập kế hoạch"


def test_enter_runs_the_first_hit(full: MainWindow) -> None:
    palette = open_palette(full)
    QTest.keyClicks(palette.field(), "co quan")
    QTest.keyClick(palette.field(), Qt.Key.Key_Return)
    assert full.page_id == "agencies"


def test_a_plan_is_reached_by_its_number(full: MainWindow) -> None:
    full.session.close_plan()
    palette = open_palette(full)
    QTest.keyClicks(palette.field(), "phat trien kinh te")
    QTest.keyClick(palette.field(), Qt.Key.Key_Return)
    assert full.session.book is not None


def test_an_action_of_another_page_leads_there_but_changes_nothing_unseen(full: MainWindow) -> None:
    full.show_page("search")
    before = full.session.workspace.undo_name()
    palette = CommandPalette([e for e in palette_entries(full) if e.text == "Xoá cơ quan"], full)
    QTest.keyClick(palette.field(), Qt.Key.Key_Return)
    assert full.page_id == "agencies"
    assert full.session.workspace.undo_name() == before


def test_the_palette_model_behaves(qtbot: QtBot) -> None:
    model = EntryModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show([entry("Một"), entry("Hai")])
    model.show([])
