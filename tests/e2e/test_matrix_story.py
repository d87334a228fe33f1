"""A clerk works on the matrix in the real window: every sentence of hers is done with mouse and keys, and found again in the database."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.model import Role
from tests.ui.window_story import open_window, stored_plan
from ui import messages
from ui.pages.matrix import MatrixPage
from ui.pages.matrix_picker import AgencyPicker
from ui.window import MainWindow

LEAD, COOP = Role.LEAD, Role.COOP
LEFT, NONE, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
T = [f"plan1.t{n}" for n in range(7)]


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with messages.recorded():
        made = open_window(qtbot, tmp_path, stored_plan)
        made.resize(1366, 768)
        made.open_plan("plan1", "matrix")
        made.build_all()
        yield made
        made.close()
        made.session.workspace.close()


@pytest.fixture
def page(window: MainWindow) -> MatrixPage:
    page = window.pages["matrix"]
    assert isinstance(page, MatrixPage)
    return page


def stored(window: MainWindow, task: str, agency: str) -> Role | None:
    """What the database says, read anew."""
    return window.session.workspace.book("plan1").role(task, agency)


def spot(page: MatrixPage, task: str, agency: str) -> QPoint:
    place = page.cell_model.place(task, agency)
    assert place is not None
    return page.pane.cells.visualRect(page.cell_model.index(*place)).center()


def click(page: MatrixPage, task: str, agency: str) -> None:
    QTest.mouseClick(page.pane.cells.viewport(), LEFT, NONE, spot(page, task, agency))


def press(window: MainWindow, key: Qt.Key, keys: Qt.KeyboardModifier = NONE) -> None:
    """A key where the focus is, menus and all."""
    QTest.keyClick(window.focusWidget() or window, key, keys)


def test_she_gives_work_by_mouse_and_key_and_takes_everything_back(window: MainWindow, page: MatrixPage) -> None:
    # the agency has no work yet, so she asks for all columns, chooses the cell by a click, then clicks twice: CT, PH
    window.table.trigger("matrix.only_working")
    click(page, T[1], "dt")
    assert stored(window, T[1], "dt") is None
    click(page, T[1], "dt")
    assert stored(window, T[1], "dt") is LEAD
    click(page, T[1], "dt")
    assert stored(window, T[1], "dt") is COOP
    # she drags over three cells and presses C
    view = page.pane.cells.viewport()
    start, end = spot(page, T[2], "dt"), spot(page, T[4], "dt")
    QTest.mousePress(view, LEFT, NONE, start)
    QTest.mouseMove(view, (start + end) / 2)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, LEFT, NONE, end)
    window.table.trigger("matrix.set_lead")
    assert [stored(window, t, "dt") for t in T[2:5]] == [LEAD] * 3
    assert window.session.workspace.undo_name() == "Đổi 3 ô"
    # "Đã đổi 3 ô · Hoàn tác", then all the way back
    for _ in range(3):
        window.table.trigger("edit.undo")
    assert [stored(window, t, "dt") for t in T[1:5]] == [None] * 4
    for _ in range(3):
        window.table.trigger("edit.redo")
    assert [stored(window, t, "dt") for t in T[1:5]] == [COOP, LEAD, LEAD, LEAD]


def test_a_hundred_steps_can_be_undone(window: MainWindow, page: MatrixPage) -> None:
    window.table.trigger("matrix.only_working")
    page.pane.go_to(T[5], "dt")
    for n in range(120):
        page.edits.set_role((LEAD, COOP, None)[n % 3])
    for _ in range(120):
        window.table.trigger("edit.undo")
    assert stored(window, T[5], "dt") is None
    assert window.session.workspace.redo_name() == "Ghi chủ trì"


def test_she_finds_late_work_of_one_agency_and_keeps_the_view(window: MainWindow, page: MatrixPage) -> None:
    window.table.trigger("edit.find")
    assert window.focusWidget() is page.filter_bar.text
    QTest.keyClicks(page.filter_bar.text, "nhiem vu 3")
    assert page.grid is not None
    assert page.grid.shown == 1
    assert "1 trong 6 nhiệm vụ" in page.status()
    window.table.trigger("matrix.clear_filter")
    page.pane.go_to(T[1], "tc")
    window.table.trigger("matrix.only_agency")
    assert page.view.filter.agencies == {"tc"}
    page.save_view("Việc của Sở Tài chính")
    window.table.trigger("matrix.clear_filter")
    assert page.grid.shown == 6
    page.apply(page.views.all()["Việc của Sở Tài chính"])
    assert page.grid.shown == 6  # it has a part in every task, by itself or through the group
    assert page.tools.saved.text() == "Việc của Sở Tài chính"


def test_she_changes_the_lead_without_marks_and_the_panel_shows_it(window: MainWindow, page: MatrixPage) -> None:
    page.pane.go_to(T[1], "tc")
    window.table.trigger("matrix.change_lead")
    picker = page.findChild(AgencyPicker)
    assert picker is not None
    QTest.keyClicks(picker.field, "ke hoach dau")
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    assert stored(window, T[1], "dt") is LEAD
    assert stored(window, T[1], "tc") is None
    assert window.session.task_id == T[1]


def test_she_spreads_the_group_and_writes_one_member_out(window: MainWindow, page: MatrixPage) -> None:
    page.pane.go_to(T[1], "nhom")
    window.table.trigger("matrix.spread")
    for _ in range(2):
        click(page, T[1], "yt")
    assert stored(window, T[1], "yt") is COOP
    assert stored(window, T[1], "nhom") is COOP
    window.table.trigger("matrix.spread")
    assert page.view.spread == frozenset()


def test_she_copies_to_excel_and_pastes_the_answer_back(window: MainWindow, page: MatrixPage) -> None:
    window.table.trigger("matrix.only_working")
    page.pane.go_to(T[1], "tc")
    page.pane.select(1, 0, 3, 2)
    window.table.trigger("matrix.copy")
    table = QApplication.clipboard().text().split("\n")
    assert table[0].split("\t")[3:] == ["STC", "SYT", "SKHĐT"]
    assert table[1].split("\t")[3:] == ["CT", "", ""]
    answer = "\n".join([table[0], "\t".join([*table[1].split("\t")[:5], "PH"])])
    QApplication.clipboard().setText(answer)
    window.table.trigger("matrix.paste")
    assert stored(window, T[1], "dt") is COOP
    assert stored(window, T[1], "tc") is LEAD


def test_tasks_are_added_written_moved_and_removed(window: MainWindow, page: MatrixPage) -> None:
    page.pane.go_to(T[2], "tc")
    page.pane.cells.setFocus()
    window.table.trigger("matrix.add_task")
    editor = window.focusWidget()
    assert editor is not None
    editor.selectAll()  # type: ignore[attr-defined]
    editor.insertPlainText("Công khai kết quả")  # type: ignore[attr-defined]
    QTest.keyClick(editor, Qt.Key.Key_Return)
    texts = [t.text for t in window.session.workspace.book("plan1").tasks]
    assert texts[2] == "Công khai kết quả"
    page.pane.cells.setFocus()
    window.table.trigger("matrix.task_up")
    assert [t.text for t in window.session.workspace.book("plan1").tasks][1] == "Công khai kết quả"
    window.table.trigger("matrix.delete_task")
    assert len(window.session.workspace.book("plan1").tasks) == 6


def test_two_names_of_one_agency_become_one(window: MainWindow, page: MatrixPage) -> None:
    page.pane.go_to(T[2], "yt")
    window.table.trigger("matrix.merge")
    picker = page.findChild(AgencyPicker)
    assert picker is not None
    QTest.keyClicks(picker.field, "stc")
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    assert stored(window, T[2], "tc") is LEAD
    assert page.grid is not None
    assert "yt" not in page.grid.columns
    window.table.trigger("edit.undo")
    assert stored(window, T[2], "yt") is LEAD


def test_every_look_of_the_table_paints(window: MainWindow, page: MatrixPage) -> None:
    for action in ("matrix.turn", "matrix.heat", "matrix.turn", "matrix.chart", "matrix.deliverable", "matrix.lines_1", "matrix.lines_4",
                   "matrix.fold_all", "matrix.order_load", "matrix.order_name", "matrix.zoom_in", "matrix.zoom_out", "view.theme",
                   "matrix.unfold_all", "matrix.zoom_reset", "matrix.order_custom"):
        assert window.table.trigger(action), action
        assert not page.grab().isNull()
    window.table.trigger("view.theme")


def test_the_whole_page_works_from_the_keyboard(window: MainWindow, page: MatrixPage) -> None:
    page.focus_first()
    assert window.focusWidget() is page.pane.cells
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Right)
    assert page.pane.current_pair() == (T[2], "yt")
    press(window, Qt.Key.Key_Space)
    assert stored(window, T[2], "yt") is COOP  # it led before
    press(window, Qt.Key.Key_Z, CTRL)
    assert stored(window, T[2], "yt") is LEAD
    press(window, Qt.Key.Key_Left)
    press(window, Qt.Key.Key_Left)
    assert window.focusWidget() is page.pane.frozen


def test_the_palette_and_the_menu_hold_every_action_of_the_page(window: MainWindow, page: MatrixPage) -> None:
    for spec in page.actions():
        assert spec.id in {a.objectName() for a in window.table.menu_of(spec.id).actions()}
        assert spec.id in window.table.specs
