"""One row is at hand in the matrix: in both halves of the table, after a click at the left, and after an undo at the row it changed."""
from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core import edits
from core.model import Role
from tests.ui.matrix_book import FIRST
from tests.ui.matrix_hands import COOP, LEAD, LEFT, NONE, choose, click, opened, role
from ui.models.matrix import Frozen
from ui.pages.matrix import MatrixPage


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> MatrixPage:
    return opened(qtbot, tmp_path)


def lit(page: MatrixPage) -> set[str]:
    """The tasks (or headings) whose rows are painted as chosen in either half."""
    pane, grid = page.pane, page.grid
    assert grid is not None
    rows = {pane.frozen.current_row, pane.cells.currentIndex().row()}
    for view in (pane.frozen, pane.cells):
        rows |= {row for top, _, bottom, _ in view.ranges() for row in range(top, bottom + 1)}
    rows.discard(-1)
    return {task.id if (task := grid.task_at(n)) is not None else f"heading {n}" for n in rows}


def click_left(page: MatrixPage, task: str, keys: Qt.KeyboardModifier = NONE) -> None:
    assert page.grid is not None
    row = page.grid.row_of_task(task)
    assert row is not None
    frozen = page.pane.frozen
    QTest.mouseClick(frozen.viewport(), LEFT, keys, frozen.visualRect(page.frozen_model.index(row, Frozen.TEXT)).center())


def test_a_click_at_the_left_takes_the_row_of_the_cells_along(page: MatrixPage) -> None:
    click(page, "t1", "tc")
    click_left(page, "t4")
    assert lit(page) == {"t4"}
    assert page.session.task_id == "t4"
    click_left(page, "t6", Qt.KeyboardModifier.ShiftModifier)
    assert page.pane.chosen_tasks() == ["t4", "t5", "t6"]  # several rows can be chosen as before
    click(page, "t2", "yt")
    assert lit(page) == {"t2"}
    assert page.session.task_id == "t2"


def test_after_undo_only_the_row_that_it_changed_is_chosen(page: MatrixPage) -> None:
    page.pane.go_to("t2", "yt")
    page.edits.set_role(COOP)
    click_left(page, "t5")
    page.session.undo()
    assert role(page, "t2", "yt") is None
    assert lit(page) == {"t2"}
    assert page.pane.current_pair() == ("t2", "yt")
    click_left(page, "t5")
    page.session.redo()
    assert role(page, "t2", "yt") is COOP
    assert lit(page) == {"t2"}


def test_after_undo_of_a_range_the_range_is_chosen_again(page: MatrixPage) -> None:
    choose(page, ("t1", "nv"), ("t3", "yt"))
    page.edits.set_role(Role.LEAD)
    click(page, "t6", "cat")
    page.session.undo()
    assert set(page.pane.chosen_pairs()) == {(t, a) for t in ("t1", "t2", "t3") for a in ("nv", "yt")} - {("t3", "nv")}  # that led before
    page.session.redo()
    choose(page, ("t1", "cat"), ("t2", "cat"))
    page.edits.set_role(Role.COOP)
    click(page, "t6", "cat")
    page.session.undo()
    assert page.pane.chosen_pairs() == [("t1", "cat"), ("t2", "cat")]
    assert lit(page) == {"t1", "t2"}


def test_undo_of_a_text_goes_to_its_task(page: MatrixPage) -> None:
    book = page.session.book
    assert book is not None
    page.session.do(edits.edit_task(book, "t3", text="Cải cách nền hành chính"))
    click_left(page, "t6")
    page.session.undo()
    assert lit(page) == {"t3"}
    assert page.session.task_id == "t3"


def test_undo_of_a_new_task_leaves_its_neighbour_chosen(page: MatrixPage) -> None:
    page.pane.go_to("t2", "tc")
    added = page.edits.add_task()
    assert added is not None
    page.pane.go_to(added, "tc")
    page.session.undo()
    assert lit(page) <= {"t2", "t3"}
    assert len(lit(page)) == 1
    assert page.session.task_id in lit(page)
    page.session.redo()
    assert lit(page) == {added}


def test_a_hidden_row_is_not_chosen_by_an_undo(page: MatrixPage) -> None:
    page.pane.go_to("t2", "yt")
    page.edits.set_role(LEAD)
    page.filter_bar.text.setText("an ninh")
    page.pane.go_to("t6", "tc")
    page.session.undo()
    assert lit(page) == {"t6"}


def test_the_keyboard_stays_on_a_heading_that_it_folds(page: MatrixPage) -> None:
    frozen = page.pane.frozen
    frozen.setFocus()
    frozen.setCurrentIndex(page.frozen_model.index(0, Frozen.TEXT))
    QTest.keyClick(frozen, Qt.Key.Key_Return)
    assert page.view.folded == {FIRST}
    assert frozen.currentIndex().row() == 0
    QTest.keyClick(frozen, Qt.Key.Key_Return)
    assert page.view.folded == frozenset()
    QTest.keyClick(frozen, Qt.Key.Key_Down)
    assert page.session.task_id == "t1"
