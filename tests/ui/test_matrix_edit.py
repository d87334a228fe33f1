"""Texts, tasks and agencies of the matrix under a clerk's hands: edited in place, moved, merged, copied and pasted."""
from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from core.model import Role
from tests.ui.matrix_hands import COOP, LEAD, LEFT, NONE, choose, opened, role, shown, steps
from ui import messages
from ui.models.matrix import Frozen
from ui.pages.matrix import MatrixPage
from ui.pages.matrix_clipboard import BARE
from ui.pages.matrix_picker import AgencyPicker


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> MatrixPage:
    return opened(qtbot, tmp_path)


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


@pytest.mark.parametrize("data", [QMimeData()])
def test_an_empty_clipboard_changes_nothing(page: MatrixPage, data: QMimeData) -> None:
    QApplication.clipboard().setMimeData(data)
    page.pane.go_to("t5", "yt")
    assert not page.clipboard.paste()
