"""The matrix page under a clerk's hands: cells by click, key, fill and paste; folding, groups, tasks; and what is repainted."""
from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from core import edits
from core.matrix_grid import IMPLIED_COOP
from core.matrix_view import GridFilter, GridView
from tests.ui.matrix_book import FIRST, SECOND
from tests.ui.matrix_hands import COOP, CTRL, LEAD, LEFT, NONE, SHIFT, at, choose, click, drag, opened, role, shown, steps
from ui import messages
from ui.models.matrix import Frozen
from ui.pages.matrix import MatrixPage


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> MatrixPage:
    return opened(qtbot, tmp_path)


# ---------------------------------------------------------------- cells


def test_a_click_only_chooses_and_the_next_ones_go_round_lead_coop_empty(page: MatrixPage) -> None:
    click(page, "t1", "cat")
    assert role(page, "t1", "cat") is None
    assert page.pane.current_pair() == ("t1", "cat")
    assert steps(page) == []
    for wanted in (LEAD, COOP, None):
        click(page, "t1", "cat")
        assert role(page, "t1", "cat") is wanted


def test_a_double_click_changes_a_cell_once(page: MatrixPage) -> None:
    view, spot = page.pane.cells.viewport(), at(page, "t1", "cat")
    QTest.mouseClick(view, LEFT, NONE, spot)
    QTest.mouseDClick(view, LEFT, NONE, spot)  # Qt's second press of a double click, which is no press
    QTest.mouseRelease(view, LEFT, NONE, spot)
    assert role(page, "t1", "cat") is LEAD
    assert len(steps(page)) == 1


def test_a_click_that_brings_the_keyboard_back_changes_nothing(page: MatrixPage) -> None:
    page.pane.go_to("t1", "cat")
    page.filter_bar.text.setFocus()
    click(page, "t1", "cat")
    assert steps(page) == []


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


def test_a_group_is_spread_and_its_parts_are_written_out_by_clicks(page: MatrixPage) -> None:
    page.pane.go_to("t1", "all")
    page.columns.toggle_spread()
    place = page.cell_model.place("t1", "yt")
    assert place is not None
    assert page.cell_model.mark(*place) == IMPLIED_COOP
    assert "qua" in str(page.cell_model.index(*place).data(Qt.ItemDataRole.ToolTipRole))
    click(page, "t1", "yt")
    assert steps(page) == []
    click(page, "t1", "yt")
    assert role(page, "t1", "yt") is COOP
    assert steps(page) == ["Ghi rõ thành viên của nhóm"]
    for _ in range(2):
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
