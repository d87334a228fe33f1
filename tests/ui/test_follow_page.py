"""Theo dõi under a clerk's hands: what is late over all plans, recorded as done, taken back, sent out."""
from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from core.follow import Stage
from tests.ui.window_story import TODAY, open_window, stored_plan
from ui.dialogs.day import DayDialog
from ui.messages import Recorder
from ui.pages.follow import FollowPage
from ui.window import MainWindow
from ui.workspace import Workspace


def two_plans(workspace: Workspace) -> None:
    stored_plan(workspace)
    stored_plan(workspace, "02/KH-UBND", "Kế hoạch thứ hai", plan_id="plan2", tasks=2)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """Due on 11, 13, 15 June in the first plan and on 11 June in the second; today is 18 June."""
    made = open_window(qtbot, tmp_path, two_plans)
    made.show_page("follow")
    return made


def page_of(window: MainWindow) -> FollowPage:
    page = window.page("follow")
    assert isinstance(page, FollowPage)
    return page


def days(page: FollowPage) -> list[str]:
    return [page.model.when(line) for line in page.model.lines]


def test_what_is_late_over_all_plans_stands_first_due_first(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert days(page) == ["11/06/2025", "11/06/2025", "13/06/2025", "15/06/2025"]
    assert page.model.state(page.model.lines[0]) == "Quá hạn 7 ngày"
    assert page.model.who(page.model.lines[0]) == "CT: STC · PH: các sở, ban, ngành"
    assert window.bar.status_text() == "4 nhiệm vụ"
    qtbot.waitUntil(lambda: page.bar.buttons[Stage.LATE].text() == "Quá hạn  4")
    assert page.bar.buttons[Stage.WEEK].text() == "Tuần này"


def test_the_start_page_leads_to_what_presses(window: MainWindow) -> None:
    window.show_page("plans")
    page_of(window).bar.field.setText("không có")
    window.pages["plans"]._follow.click()  # type: ignore[attr-defined]
    assert window.page_id == "follow"
    assert len(page_of(window).model.lines) == 4


def test_space_records_it_as_done_and_it_can_be_taken_back(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    qtbot.waitUntil(lambda: window.table.actions["follow.finish"].isEnabled())
    first, second = page.model.lines[0].row.task, page.model.lines[1].row.task
    QTest.keyClick(page.view, Qt.Key.Key_Space)
    assert [t.done for t in window.session.workspace.tasks([first])] == [TODAY]
    assert window.bar.notice_text() == "Đã ghi hoàn thành 1 nhiệm vụ"
    assert page.model.lines[page.view.currentIndex().row()].row.task == second  # the next one is at hand
    window.bar.notice_action().click()
    assert [t.done for t in window.session.workspace.tasks([first])] == [None]


def test_several_of_two_plans_at_once_on_another_day(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    page = page_of(window)
    page.view.selectAll()
    assert window.bar.status_text() == "4 nhiệm vụ · chọn 4"

    def answer(dialog: DayDialog) -> int:
        dialog.field.step(-6)
        return 1

    monkeypatch.setattr(DayDialog, "exec", answer)
    window.table.trigger("follow.finish_on")
    assert page.model.lines == []
    assert page._none.isVisible()
    page.choose(Stage.DONE)
    states = {page.model.state(line) for line in page.model.lines}
    assert states == {"Xong trễ 1 ngày", "Xong đúng hạn"}
    assert set(days(page)) == {"12/06/2025"}
    assert page.done.text() == "Chưa xong, mở lại"
    window.session.undo()
    page.refresh()
    assert page.model.lines == []


def test_what_is_paused_waits_on_its_own_list(window: MainWindow) -> None:
    page = page_of(window)
    page.pause.click()
    assert len(page.model.lines) == 3
    page.choose(Stage.PAUSED)
    assert len(page.model.lines) == 1
    assert page.pause.text() == "Tiếp tục"
    window.table.trigger("follow.pause")
    assert page.model.lines == []


def test_the_list_is_narrowed_by_words_agency_and_plan(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    page.choose(Stage.UNDATED)
    assert len(page.model.lines) == 4
    page.bar.plan.setCurrentIndex(page.bar.plan.findData("plan2"))
    page.bar.plan.activated.emit(0)
    assert [line.row.task for line in page.model.lines] == ["plan2.t2"]
    page.bar.plan.setCurrentIndex(0)
    page.bar.agency.setCurrentIndex(page.bar.agency.findData("tc"))
    page.bar.agency.activated.emit(0)
    assert page.model.lines == []  # what has no day is led by another
    page.bar.agency.setCurrentIndex(0)
    page.bar.field.setText("dau tu")
    qtbot.waitUntil(lambda: len(page.model.lines) == 4)
    page.bar.field.setText("khongco")
    qtbot.waitUntil(lambda: page._none.isVisible())


def test_enter_goes_to_the_task_in_its_matrix(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    qtbot.waitUntil(lambda: window.table.actions["follow.go"].isEnabled())
    page.view.setCurrentIndex(page.model.index(2))
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert window.page_id == "matrix"
    assert window.session.task_id == "plan1.t3"


def test_a_change_elsewhere_is_seen_here(qtbot: QtBot, window: MainWindow) -> None:
    from core import edits

    window.open_plan("plan1", "matrix")
    assert window.session.book is not None
    window.session.do(edits.edit_task(window.session.book, "plan1.t1", done=TODAY))
    window.show_page("follow")
    assert len(page_of(window).model.lines) == 3


def test_the_chosen_are_copied_with_their_headings(window: MainWindow) -> None:
    from PySide6.QtGui import QGuiApplication

    page = page_of(window)
    page.view.selectAll()
    window.table.trigger("follow.copy")
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].split("\t")[:3] == ["Hạn", "Tình trạng", "Nhiệm vụ"]
    assert lines[1].split("\t")[0] == "11/06/2025"
    assert len(lines) == 5


def test_the_list_is_written_to_a_file(qtbot: QtBot, window: MainWindow, door: Recorder, tmp_path: Path,
                                       monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "quá hạn.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a: (str(target), ""))
    window.table.trigger("follow.write_out")
    qtbot.waitUntil(lambda: window.bar.notice_text() == "Đã ghi quá hạn.xlsx", timeout=20_000)
    page = openpyxl.load_workbook(target).worksheets[0]
    cells = {cell.value for row in page.iter_rows() for cell in row}
    assert {"DANH MỤC NHIỆM VỤ QUÁ HẠN", "Sở Tài chính", "Quá hạn 7 ngày"} <= cells


def test_a_window_that_only_looks_records_nothing(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    other = open_window(qtbot, tmp_path)
    assert other.session.workspace.read_only
    other.show_page("follow")
    page = page_of(other)
    assert len(page.model.lines) == 4
    assert not page.done.isEnabled()
    assert not other.table.works(other.table.specs["follow.finish"])


def test_a_long_list_says_how_many_there_are(qtbot: QtBot, tmp_path: Path) -> None:
    long = open_window(qtbot, tmp_path / "long", lambda w: stored_plan(w, tasks=450))
    long.show_page("follow")
    page = page_of(long)
    page.choose(Stage.UNDATED)
    assert page.model.rowCount() == 200
    qtbot.waitUntil(lambda: long.bar.status_text() == "225 nhiệm vụ")


def test_undo_says_in_which_other_plan_it_was(window: MainWindow) -> None:
    from core import edits

    window.open_plan("plan2", "matrix")
    assert window.session.book is not None
    window.session.do(edits.edit_task(window.session.book, "plan2.t1", note="nhắc lại"))
    window.table.refresh()
    assert window.table.actions["edit.undo"].text() == "&Hoàn tác: Sửa ghi chú"
    window.open_plan("plan1", "matrix")
    window.table.refresh()
    assert window.table.actions["edit.undo"].text() == "&Hoàn tác trong 02/KH-UBND: Sửa ghi chú"
    window.table.trigger("edit.undo")
    assert window.bar.notice_text() == "Đã hoàn tác trong 02/KH-UBND: Sửa ghi chú"
    window.open_plan("plan2", "matrix")
    window.table.trigger("edit.redo")
    assert window.bar.notice_text() == "Đã làm lại: Sửa ghi chú"


def test_a_double_click_records_one_task(window: MainWindow) -> None:
    page = page_of(window)
    page.done.click()
    page.done.click()
    assert len(page.model.lines) == 3
    assert window.session.undo() == "Ghi hoàn thành 1 nhiệm vụ"
    assert window.session.workspace.undo_name() != "Ghi hoàn thành 1 nhiệm vụ"


def test_space_on_a_button_presses_it_and_letters_on_a_list_choose_in_it(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    qtbot.waitUntil(lambda: window.table.actions["follow.finish"].isEnabled())
    page.bar.buttons[Stage.UNDATED].setFocus()
    QTest.keyClick(page.bar.buttons[Stage.UNDATED], Qt.Key.Key_Space)
    assert page.bar.stage is Stage.UNDATED
    page.choose(Stage.LATE)
    qtbot.waitUntil(lambda: window.table.actions["follow.pause"].isEnabled())
    page.bar.agency.setFocus()
    QTest.keyClick(page.bar.agency, Qt.Key.Key_P)
    QTest.keyClick(page.bar.agency, Qt.Key.Key_Space)
    assert len(page.model.lines) == 4  # nothing was paused or done
    assert window.session.workspace.undo_name() == "Nhập kế hoạch"
