"""The matrix page under a clerk's hands: cells by click, key, fill and paste; folding, groups, tasks; and what is repainted."""
from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from core import edits
from core.matrix_grid import IMPLIED_COOP
from core.matrix_view import GridFilter, GridView
from core.model import Role
from tests.ui.matrix_book import FIRST, SECOND
from tests.ui.matrix_hands import COOP, CTRL, LEAD, LEFT, NONE, SHIFT, at, choose, click, drag, opened, role, shown, steps
from ui import messages
from ui.models.matrix import Frozen
from ui.pages.matrix import MatrixPage
from ui.pages.matrix_clipboard import BARE
from ui.pages.matrix_picker import AgencyPicker


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> MatrixPage:
    return opened(qtbot, tmp_path)


# ---------------------------------------------------------------- cells


def test_a_click_goes_round_lead_coop_empty(page: MatrixPage) -> None:
    for wanted in (LEAD, COOP, None):
        click(page, "t1", "cat")
        assert role(page, "t1", "cat") is wanted


def test_choosing_with_ctrl_shift_or_a_drag_changes_nothing(page: MatrixPage) -> None:
    click(page, "t1", "cat", CTRL)
    click(page, "t3", "cat", SHIFT)
    drag(page, at(page, "t4", "nv"), at(page, "t5", "cat"))
    assert steps(page) == []
    assert len(page.pane.chosen_pairs()) == 6


def test_keys_change_the_current_cell_and_undo_takes_it_back(page: MatrixPage) -> None:
    page.pane.go_to("t5", "yt")
    QTest.keyClick(page.pane.cells, Qt.Key.Key_C)
    assert role(page, "t5", "yt") is LEAD
    QTest.keyClick(page.pane.cells, Qt.Key.Key_P)
    assert role(page, "t5", "yt") is COOP
    page.session.undo()
    assert role(page, "t5", "yt") is LEAD
    page.session.undo()
    assert role(page, "t5", "yt") is None
    page.session.redo()
    assert role(page, "t5", "yt") is LEAD
    QTest.keyClick(page.pane.cells, Qt.Key.Key_Delete)
    assert role(page, "t5", "yt") is None


def test_one_key_fills_a_whole_selection_as_one_named_step(page: MatrixPage) -> None:
    choose(page, ("t1", "nv"), ("t3", "yt"))
    QTest.keyClick(page.pane.cells, Qt.Key.Key_P)
    assert all(role(page, t, a) is COOP for t in ("t1", "t2", "t3") for a in ("nv", "yt"))
    assert steps(page) == ["Đổi 5 ô"]  # one of the six was PH before


def test_enter_goes_down_and_space_goes_round(page: MatrixPage) -> None:
    page.pane.go_to("t1", "cat")
    QTest.keyClick(page.pane.cells, Qt.Key.Key_Return)
    assert page.pane.current_pair() == ("t2", "cat")
    QTest.keyClick(page.pane.cells, Qt.Key.Key_Space)
    assert role(page, "t2", "cat") is LEAD
    QTest.keyClick(page.pane.cells, Qt.Key.Key_Return, SHIFT)
    assert page.pane.current_pair() == ("t1", "cat")


def test_dragging_the_corner_repeats_the_cells_over_headings(page: MatrixPage) -> None:
    choose(page, ("t2", "tc"), ("t3", "nv"))  # CT PH / - CT
    handle = page.pane.cells.handle()
    assert handle is not None
    drag(page, handle.center(), at(page, "t5", "nv"))
    assert [[role(page, t, a) for a in ("tc", "nv")] for t in ("t4", "t5")] == [[LEAD, COOP], [None, LEAD]]
    assert len(steps(page)) == 1
    page.session.undo()
    assert role(page, "t4", "tc") is COOP


def test_fill_down_and_right_by_key(page: MatrixPage) -> None:
    choose(page, ("t1", "tc"), ("t3", "tc"))
    assert page.edits.fill_down()
    assert role(page, "t3", "tc") is LEAD
    choose(page, ("t3", "tc"), ("t3", "yt"))
    assert page.edits.fill_right()
    assert role(page, "t3", "yt") is LEAD


def test_only_the_changed_cell_its_row_and_its_column_head_are_repainted(page: MatrixPage, qtbot: QtBot) -> None:
    painted: list[tuple[str, int]] = []
    pane = page.pane

    def watch(widget: QWidget, name: str) -> None:
        class Eye(QWidget):
            def eventFilter(self, _: object, event: QEvent) -> bool:
                if isinstance(event, QPaintEvent):
                    painted.append((name, event.rect().width() * event.rect().height()))
                return False
        eye = Eye(page)
        widget.installEventFilter(eye)

    page.pane.go_to("t3", "cat")
    QApplication.processEvents()
    watch(pane.cells.viewport(), "cells")
    watch(pane.header.viewport(), "header")
    QTest.keyClick(pane.cells, Qt.Key.Key_C)
    QApplication.processEvents()
    areas = {name: max(a for n, a in painted if n == name) for name, _ in painted}
    m = pane.cells.m
    assert areas["cells"] <= (m.column + 8) * (m.row + 8)
    assert areas["header"] <= m.column * pane.header.height()


def test_a_whole_big_table_is_never_changed_at_once(page: MatrixPage, monkeypatch: pytest.MonkeyPatch) -> None:
    from ui.pages import matrix_edit

    monkeypatch.setattr(matrix_edit.MatrixEdits.too_many, "__defaults__", (10,))
    page.pane.cells.selectAll()
    with messages.recorded() as told:
        QTest.keyClick(page.pane.cells, Qt.Key.Key_C)
    assert "nhiều nhất 10 ô" in told.notices[0].text
    assert steps(page) == []


def test_many_changed_cells_are_told_and_painted_at_once(page: MatrixPage, monkeypatch: pytest.MonkeyPatch) -> None:
    from ui.pages import matrix_pane

    monkeypatch.setattr(matrix_pane, "MANY", 4)
    told: list[tuple[int, int]] = []
    page.cell_model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    choose(page, ("t1", "tc"), ("t3", "cat"))
    QTest.keyClick(page.pane.cells, Qt.Key.Key_P)
    assert told == [(0, page.cell_model.rowCount() - 1)]


# ---------------------------------------------------------------- groups


def test_a_group_is_spread_and_its_parts_are_written_out_by_a_click(page: MatrixPage) -> None:
    page.pane.go_to("t1", "all")
    page.columns.toggle_spread()
    place = page.cell_model.place("t1", "yt")
    assert place is not None
    assert page.cell_model.mark(*place) == IMPLIED_COOP
    assert "qua" in str(page.cell_model.index(*place).data(Qt.ItemDataRole.ToolTipRole))
    click(page, "t1", "yt")
    assert role(page, "t1", "yt") is COOP
    assert steps(page) == ["Ghi rõ thành viên của nhóm"]
    click(page, "t6", "yt")  # the group leads there
    assert role(page, "t6", "yt") is LEAD


def test_a_click_on_the_triangle_of_a_group_spreads_it(page: MatrixPage) -> None:
    header, column = page.pane.header, page.grid.column_of["all"] if page.grid else 0
    spot = QPoint(header.sectionViewportPosition(column) + 12, page.pane.cells.m.pad + header.reach - 6)
    QTest.mouseClick(header.viewport(), LEFT, NONE, spot)
    assert page.view.spread == {"all"}
    QTest.mouseClick(header.viewport(), LEFT, NONE, spot)
    assert page.view.spread == frozenset()


def test_a_group_without_members_gets_those_of_the_directory_if_she_agrees(page: MatrixPage, monkeypatch: pytest.MonkeyPatch) -> None:
    from core.agencies import Directory

    book = page.session.book
    assert book is not None
    page.session.do(edits.set_members(book, "all", []))
    page.pane.go_to("t1", "all")
    monkeypatch.setattr(Directory, "propose_members", lambda *_, **__: ("tc", "cat"))
    with messages.recorded() as told:
        told.answers = [1, 0]
        page.columns.toggle_spread()
        assert page.view.spread == frozenset()
        page.columns.toggle_spread()
    assert "STC, CAT" in told.questions[0]
    assert book.members["all"] == {"tc", "cat"}
    assert page.cell_model.mark(*page.cell_model.place("t1", "cat")) == IMPLIED_COOP  # type: ignore[misc]
    monkeypatch.setattr(Directory, "propose_members", lambda *_, **__: ())
    page.session.do(edits.set_members(book, "all", []))
    page.apply(GridView(only_working=False))
    with messages.recorded() as told:
        page.columns.toggle_spread()
    assert "chưa có thành viên" in told.notices[0].text


# ---------------------------------------------------------------- rows


def test_a_heading_folds_by_mouse_and_by_key(page: MatrixPage) -> None:
    frozen = page.pane.frozen
    QTest.mouseClick(frozen.viewport(), LEFT, NONE, frozen.visualRect(page.frozen_model.index(0, Frozen.TEXT)).center())
    assert shown(page) == ["t4", "t5", "t6"]
    assert page.view.folded == {FIRST}
    frozen.setFocus()
    frozen.setCurrentIndex(page.frozen_model.index(0, Frozen.TEXT))
    QTest.keyClick(frozen, Qt.Key.Key_Right)
    assert len(shown(page)) == 6
    page.fold_all(True)
    assert shown(page) == []
    page.fold_all(False)
    assert len(shown(page)) == 6


def test_the_band_under_the_header_says_where_the_first_row_lies(page: MatrixPage) -> None:
    assert "6 nhiệm vụ" in page.pane.frozen_header.band
    assert "1 chưa có" in page.pane.frozen_header.band  # t5
    page.pane.set_zoom(1.75)
    page.resize(1300, 340)
    page.pane.go_to("t6", "tc")
    page.pane.cells.verticalScrollBar().setValue(page.pane.cells.verticalScrollBar().maximum())
    assert SECOND[0] in page.pane.frozen_header.band
    QTest.mouseClick(page.pane.frozen_header.viewport(), LEFT, NONE, page.pane.frozen_header.band_rect().center())
    assert page.pane.cells.rowAt(2) == 4  # the heading stands on top


def test_both_halves_scroll_together_and_zoom_together(page: MatrixPage) -> None:
    pane = page.pane
    page.set_lines(4)
    page.resize(1300, 340)
    QApplication.processEvents()
    for value in (17, 60):
        pane.down.setValue(value)
        assert pane.frozen.verticalScrollBar().value() == pane.cells.verticalScrollBar().value() == value
    row = pane.cells.m.row
    center = QPointF(pane.cells.viewport().rect().center())
    event = QWheelEvent(center, pane.cells.mapToGlobal(center), QPoint(0, 0), QPoint(0, 120), Qt.MouseButton.NoButton, CTRL,
                        Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(pane.cells.viewport(), event)
    assert pane.zoom == 1.1
    assert pane.cells.m.row > row
    assert pane.frozen.rowHeight(1) == pane.cells.rowHeight(1) == pane.cells.m.row
    pane.zoom_by(0)
    assert pane.cells.m.row == row


@pytest.mark.parametrize("view", [
    GridView(GridFilter(text="a")), GridView(folded=frozenset({FIRST})), GridView(transposed=True),
    GridView(GridFilter(text="không có gì")),
])
def test_only_headings_are_low_whatever_is_shown(page: MatrixPage, view: GridView) -> None:
    for wanted in (view, GridView(), view):
        page.apply(wanted)
        m = page.pane.cells.m
        for half in (page.pane.frozen, page.pane.cells):
            for row in range(half.model().rowCount()):
                assert half.rowHeight(row) == (m.heading if page.cell_model.heading(row) else m.row)


def test_text_deadline_and_deliverable_are_edited_in_place(page: MatrixPage) -> None:
    page.pane.go_to("t5")
    for field, text in (("TEXT", "Xây trường mới"), ("DUE", "trước ngày 30/8/2025"), ("DELIVERABLE", "Quyết định")):
        page.edit_field(field)
        editor = page.pane.frozen.viewport().findChild(QLineEdit if field == "DUE" else QPlainTextEdit)
        assert editor is not None
        editor.selectAll()
        (editor.insert if isinstance(editor, QLineEdit) else editor.insertPlainText)(text)
        QTest.keyClick(editor, Qt.Key.Key_Return)
        QApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))
    task = page.session.book.task("t5") if page.session.book else None
    assert task is not None
    assert (task.text, task.deliverable) == ("Xây trường mới", "Quyết định")
    assert task.deadlines[0].text == "trước ngày 30/8/2025"
    assert str(task.due) == "2025-08-30"
    assert steps(page) == ["Sửa nội dung nhiệm vụ", "Sửa thời hạn", "Sửa sản phẩm"]


def test_escape_leaves_a_text_as_it_was_and_an_empty_one_is_refused(page: MatrixPage) -> None:
    page.pane.go_to("t5")
    page.edit_field("TEXT")
    editor = page.pane.frozen.viewport().findChild(QPlainTextEdit)
    editor.insertPlainText("khác")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    page.edits.edit_text("t5", Frozen.TEXT, "  ")
    assert steps(page) == []


def test_tasks_are_added_moved_and_deleted(page: MatrixPage) -> None:
    page.pane.go_to("t2", "tc")
    page.add_task()
    new = page.session.task_id
    assert shown(page) == ["t1", "t2", new, "t3", "t4", "t5", "t6"]
    page.pane.go_to(str(new), "tc")
    page.pane.cells.setFocus()
    assert page.edits.move(1)
    assert shown(page)[2:4] == ["t3", new]
    assert page.edits.move(-1)
    assert page.edits.move(-1)
    assert shown(page)[:3] == ["t1", new, "t2"]
    assert page.edits.delete_tasks()
    assert shown(page) == ["t1", "t2", "t3", "t4", "t5", "t6"]
    page.session.undo()
    assert shown(page)[1] == new
    choose(page, ("t4", "tc"), ("t6", "tc"))
    page.edits.delete_tasks()
    assert [t for t in shown(page) if t != new] == ["t1", "t2", "t3"]


# ---------------------------------------------------------------- agencies


def pick(page: MatrixPage, text: str) -> None:
    picker = page.findChild(AgencyPicker)
    assert picker is not None
    picker.field.setText(text)
    QTest.keyClick(picker.field, Qt.Key.Key_Return)


@pytest.mark.parametrize("typed", ["so y te", "Y tế", "SYT", "syt"])
def test_the_lead_is_changed_by_typing_without_marks_or_an_abbreviation(page: MatrixPage, typed: str) -> None:
    page.pane.go_to("t1", "tc")
    page.pick_lead()
    pick(page, typed)
    assert role(page, "t1", "yt") is LEAD
    assert role(page, "t1", "tc") is None
    assert role(page, "t1", "all") is COOP
    assert steps(page) == ["Đổi cơ quan chủ trì"]


def test_two_agencies_become_one_column(page: MatrixPage) -> None:
    page.pane.go_to("t1", "yt")
    page.columns.pick_merge()
    with messages.recorded() as told:
        told.answers = [1]
        pick(page, "noi vu")
    assert "Gộp “Sở Y tế” vào “Sở Nội vụ”?" in told.questions[0]
    assert steps(page) == []
    page.columns.pick_merge()
    with messages.recorded():
        pick(page, "noi vu")
    assert page.grid is not None
    assert "yt" not in page.grid.columns
    assert role(page, "t4", "nv") is LEAD
    page.session.undo()
    assert role(page, "t4", "yt") is LEAD
    assert "yt" in page.grid.columns


def test_a_column_moves_by_key_and_by_dragging_its_head(page: MatrixPage) -> None:
    page.pane.go_to("t1", "yt")
    page.columns.move_column(-1)
    assert page.grid is not None
    assert page.grid.columns == ["tc", "yt", "nv", "cat", "all"]
    header = page.pane.header
    middle = [QPoint(header.sectionViewportPosition(n) + 15, 20) for n in range(4)]
    QTest.mousePress(header.viewport(), LEFT, NONE, middle[0])
    QTest.mouseMove(header.viewport(), middle[2])
    move = middle[3]
    QTest.mouseMove(header.viewport(), move)
    QTest.mouseRelease(header.viewport(), LEFT, NONE, move)
    assert page.grid.columns[0] == "yt"
    assert "tc" in page.grid.columns[2:4]
    page.session.undo()
    page.session.undo()
    assert page.grid.columns == ["tc", "nv", "yt", "cat", "all"]


# ---------------------------------------------------------------- clipboard


def test_a_selection_is_copied_with_headings_for_excel_and_word(page: MatrixPage) -> None:
    choose(page, ("t1", "tc"), ("t4", "nv"))  # a heading lies between
    assert page.clipboard.copy()
    data = QApplication.clipboard().mimeData()
    lines = data.text().split("\n")
    assert lines[0].split("\t") == ["STT", "Nhiệm vụ", "Thời hạn", "STC", "SNV"]
    assert lines[1].split("\t")[:2] == ["1", "Đầu tư công năm 2025"]
    assert [line.split("\t")[3:] for line in lines[1:]] == [["CT", ""], ["CT", "PH"], ["", "CT"], ["PH", ""]]
    assert data.html().count("<tr>") == 5
    assert bytes(data.data(BARE).data()).decode().split("\n")[1] == "CT\tPH"


def test_what_was_copied_goes_into_other_cells(page: MatrixPage) -> None:
    choose(page, ("t1", "tc"), ("t2", "nv"))
    page.clipboard.copy()
    page.pane.go_to("t5", "yt")
    assert page.clipboard.paste()
    assert [role(page, t, a) for t in ("t5", "t6") for a in ("yt", "cat")] == [LEAD, None, LEAD, COOP]
    assert steps(page) == ["Dán 3 ô"]


@pytest.mark.parametrize(("text", "wanted"), [
    ("CT\tPH\r\nx\t\r\n", [LEAD, COOP, COOP, None]),
    ("chủ trì\tPhối hợp\nC\tP", [LEAD, COOP, LEAD, COOP]), ("✓\t-\n\tX", [COOP, None, None, COOP]),
])
def test_cells_come_from_excel(page: MatrixPage, text: str, wanted: list[Role | None]) -> None:
    QApplication.clipboard().setText(text)
    page.pane.go_to("t4", "yt")
    page.clipboard.paste()
    assert [role(page, t, a) for t in ("t4", "t5") for a in ("yt", "cat")] == wanted


def test_one_value_is_pasted_into_all_chosen_cells(page: MatrixPage) -> None:
    QApplication.clipboard().setText("PH")
    choose(page, ("t4", "yt"), ("t6", "cat"))
    page.clipboard.paste()
    assert all(role(page, t, a) is COOP for t in ("t4", "t5", "t6") for a in ("yt", "cat"))


def test_a_table_with_headings_finds_its_own_rows_and_columns(page: MatrixPage) -> None:
    QApplication.clipboard().setText("STT\tNhiệm vụ\tSở Y tế\tcat\n6\tAn ninh\tPH\tCT\n2.\tDự toán\tx\t\n")
    page.pane.go_to("t1", "tc")
    page.clipboard.paste()
    assert [role(page, t, a) for t in ("t6", "t2") for a in ("yt", "cat")] == [COOP, LEAD, COOP, None]
    assert role(page, "t1", "tc") is LEAD


def test_words_that_are_no_role_are_left_out_and_told(page: MatrixPage) -> None:
    page.pane.go_to("t5", "yt")
    QApplication.clipboard().setText("Sở Y tế")
    with messages.recorded() as told:
        assert not page.clipboard.paste()
    assert "Sở Y tế" in told.notices[0].text
    QApplication.clipboard().setText("CT\tbáo cáo")
    with messages.recorded() as told:
        assert page.clipboard.paste()
    assert "báo cáo" in told.notices[-1].text
    assert role(page, "t5", "yt") is LEAD


# ---------------------------------------------------------------- the rest of the window


def test_the_chosen_task_goes_both_ways(page: MatrixPage) -> None:
    page.session.choose_task("t4")
    assert page.pane.current_task() == "t4"
    page.pane.go_to("t2", "nv")
    assert page.session.task_id == "t2"


def test_the_keyboard_walks_from_the_cells_into_the_frozen_columns_and_back(page: MatrixPage) -> None:
    page.pane.go_to("t3", "tc")
    QTest.keyClick(page.pane.cells, Qt.Key.Key_Left)
    assert page.focusWidget() is page.pane.frozen
    assert page.pane.current_task() == "t3"
    QTest.keyClick(page.pane.frozen, Qt.Key.Key_Right)
    assert page.focusWidget() is page.pane.cells
    assert page.pane.current_pair() == ("t3", "tc")


def test_a_plan_is_laid_out_when_the_page_is_seen(page: MatrixPage) -> None:
    page.hide()
    page.session.open_plan("p")
    assert page.grid is None
    page.session.choose_task("t4")
    page.show()
    assert len(shown(page)) == 6
    assert page.pane.current_task() == "t4"


def test_closing_the_plan_empties_the_page(page: MatrixPage) -> None:
    page.session.close_plan()
    assert page.cell_model.rowCount() == page.frozen_model.rowCount() == 0
    assert page.status() == ""
    page.grab()


def test_everything_has_a_name_for_a_screen_reader(page: MatrixPage) -> None:
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QTableView

    for kind in (QAbstractButton, QComboBox, QLineEdit, QTableView):
        for widget in page.findChildren(kind):
            own = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
            assert own or widget.objectName().startswith("qt_") or isinstance(widget.parent(), QLineEdit), widget
    index = page.cell_model.index(1, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Sở Tài chính: chủ trì"
    task = page.frozen_model.index(6, Frozen.TEXT)
    assert str(task.data(Qt.ItemDataRole.AccessibleTextRole)).startswith("Chưa có cơ quan chủ trì")


def test_no_two_actions_share_an_id_or_a_shortcut(page: MatrixPage) -> None:
    specs = page.actions()
    assert len({s.id for s in specs}) == len(specs)
    keys = [s.shortcut for s in specs if s.shortcut]
    assert len(set(keys)) == len(keys)
    assert all(s.page == "matrix" for s in specs)


@pytest.mark.parametrize("data", [QMimeData()])
def test_an_empty_clipboard_changes_nothing(page: MatrixPage, data: QMimeData) -> None:
    QApplication.clipboard().setMimeData(data)
    page.pane.go_to("t5", "yt")
    assert not page.clipboard.paste()
