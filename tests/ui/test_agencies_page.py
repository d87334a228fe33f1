"""The directory under a clerk's hands: filter, edit in place, members, merge by drag, work over all plans, Excel there and back."""
from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from core.model import AgencyKind, Role
from tests.ui.window_story import stored_plan
from ui.dialogs.merge import MergeDialog
from ui.messages import Recorder
from ui.models.agencies import AgencyModel, Column
from ui.models.ticks import TickModel
from ui.models.work import WorkModel
from ui.pages.agencies import AgenciesPage
from ui.window import MainWindow


@pytest.fixture
def page(window: MainWindow) -> AgenciesPage:
    window.show_page("agencies")
    found = window.pages["agencies"]
    assert isinstance(found, AgenciesPage)
    for model in (found.model, found.members, found.work):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, found)
    return found


def names(page: AgenciesPage) -> list[str]:
    return [line.agency.name for line in page.model.lines]


def test_only_agencies_with_work(page: AgenciesPage) -> None:
    page.busy.setChecked(True)
    assert names(page) == ["các sở, ban, ngành", "Sở Tài chính", "Sở Y tế"]
    row = page.model.row_of("tc")
    assert [page.model.index(row, c).data() for c in (Column.SHORT, Column.LEADS, Column.COOPS, Column.PLANS)] == ["STC", "3", "", "1"]


def test_the_filter_ignores_marks_and_knows_other_spellings(page: AgenciesPage) -> None:
    page.field.setText("so kh&dt")
    assert "Sở Kế hoạch và Đầu tư" in names(page)
    page.field.setText("y te")
    assert "Sở Y tế" in names(page)
    assert "Sở Tài chính" not in names(page)
    page.field.clear()
    page.kind.setCurrentIndex(page.kind.findData(AgencyKind.GROUP.value))
    page.kind.activated.emit(page.kind.currentIndex())
    assert "các sở, ban, ngành" in names(page)
    assert "Sở Y tế" not in names(page)


def test_sorting_by_load_puts_the_busiest_first(page: AgenciesPage) -> None:
    page.model.sort(Column.COOPS, Qt.SortOrder.DescendingOrder)
    assert names(page)[0] == "các sở, ban, ngành"


def test_a_field_is_written_when_it_is_left_and_can_be_undone(page: AgenciesPage, window: MainWindow) -> None:
    page.show_agency("tc")
    page.form.short.setText("Tài chính")
    page.form.short.editingFinished.emit()
    assert page.chosen() is not None
    assert window.session.workspace.directory_book().agencies["tc"].short == "Tài chính"
    assert window.bar.notice_text() == "Đã sửa cơ quan"
    window.table.trigger("edit.undo")
    assert window.session.workspace.directory_book().agencies["tc"].short == "STC"
    assert page.form.short.text() == "STC"


def test_spellings_are_one_a_line(page: AgenciesPage, window: MainWindow) -> None:
    page.show_agency("yt")
    page.form.aliases.setPlainText("SYT\n  Ngành  Y tế \n\nSYT")
    page.form.aliases.left.emit()
    assert window.session.workspace.directory_book().agencies["yt"].aliases == ("SYT", "Ngành Y tế")


def test_a_day_that_is_none_is_told_and_not_written(page: AgenciesPage, window: MainWindow) -> None:
    page.show_agency("yt")
    page.form.valid_from.setText("hôm qua")
    page.form.valid_from.editingFinished.emit()
    assert "05/01/2024" in page.form.valid_from.problem.text()
    assert window.session.workspace.directory_book().agencies["yt"].valid_from is None
    page.form.valid_from.setText("01/03/2025")
    page.form.valid_from.editingFinished.emit()
    assert str(window.session.workspace.directory_book().agencies["yt"].valid_from) == "2025-03-01"


def test_members_of_a_group_are_ticked(page: AgenciesPage, window: MainWindow) -> None:
    page.show_agency("nhom")
    assert page.tabs.tabText(1) == "Thành viên (2)"
    row = next(r for r, (id_, _) in enumerate(page.members.items) if id_ == "dt")
    page.members.setData(page.members.index(row), Qt.CheckState.Checked.value, int(Qt.ItemDataRole.CheckStateRole))
    assert window.session.workspace.directory_book().members["nhom"] == {"tc", "yt", "dt"}
    page.show_agency("dt")
    assert page.tabs.tabText(1) == "Nhóm (1)"
    assert page.members.items[0][0] == "nhom"


def test_work_over_all_plans_and_through_groups(page: AgenciesPage, window: MainWindow) -> None:
    stored_plan(window.session.workspace, "02/KH-UBND", "Kế hoạch hai", plan_id="plan2", tasks=2)
    page.refresh()
    page.show_agency("yt")
    roles = {(r.task, r.role, r.through) for r in page.work.lines}
    assert ("plan1.t2", Role.LEAD, "") in roles
    assert ("plan2.t1", Role.COOP, "các sở, ban, ngành") in roles
    late = next(r for r in page.work.lines if r.task == "plan1.t1")
    assert page.work.state(late) == "Quá hạn 7 ngày"
    assert page.work.late(late)


def test_enter_on_a_task_goes_there(page: AgenciesPage, window: MainWindow) -> None:
    page.show_agency("tc")
    page._go(page.work.index(0, 0))
    assert window.page_id == "matrix"
    assert window.session.task_id == page.work.lines[0].task


def drag(page: AgenciesPage, loser: str, winner: str) -> None:
    mime = page.model.mimeData([page.model.index(page.model.row_of(loser), 0)])
    onto = page.model.index(page.model.row_of(winner), 0)
    assert page.model.canDropMimeData(mime, Qt.DropAction.MoveAction, -1, -1, onto)
    page.model.dropMimeData(mime, Qt.DropAction.MoveAction, -1, -1, onto)


def test_one_agency_is_dragged_onto_another(page: AgenciesPage, window: MainWindow, door: Recorder) -> None:
    drag(page, "yt", "tc")
    assert "Gộp “Sở Y tế” vào “Sở Tài chính”?" in door.questions[0]
    assert "3 phân công" in door.questions[0]
    book = window.session.workspace.directory_book()
    assert "yt" not in book.agencies
    assert "Sở Y tế" in book.agencies["tc"].aliases
    assert all(r.role is Role.LEAD for r in window.session.workspace.work_of("tc", groups=False))
    window.table.trigger("edit.undo")
    assert "yt" in window.session.workspace.directory_book().agencies


def test_a_merge_that_is_refused_changes_nothing(page: AgenciesPage, window: MainWindow, door: Recorder) -> None:
    door.answers.append(1)
    drag(page, "yt", "tc")
    assert "yt" in window.session.workspace.directory_book().agencies
    nowhere = page.model.mimeData([page.model.index(0, 0)])
    assert not page.model.canDropMimeData(nowhere, Qt.DropAction.MoveAction, 0, 0, QModelIndex())


def test_a_merge_by_keyboard(page: AgenciesPage, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    page.show_agency("yt")

    def choose(dialog: MergeDialog) -> int:
        QTest.keyClicks(dialog.field, "skhdt")
        return 1

    monkeypatch.setattr(MergeDialog, "exec", choose)
    window.table.trigger("agencies.merge")
    assert "Sở Y tế" in window.session.workspace.directory_book().agencies["dt"].aliases


def test_a_new_agency_and_its_end(page: AgenciesPage, window: MainWindow, door: Recorder) -> None:
    window.table.trigger("agencies.add")
    made = page.chosen()
    assert made is not None
    assert made.name == "Cơ quan mới"
    page.form.name.setText("Sở Du lịch")
    page.form.name.editingFinished.emit()
    assert page.head.text() == "Sở Du lịch"
    window.table.trigger("agencies.remove")
    assert made.id not in window.session.workspace.directory_book().agencies
    page.show_agency("tc")
    window.table.trigger("agencies.remove")
    assert "đang có việc" in door.infos[0]
    assert "tc" in window.session.workspace.directory_book().agencies


def test_the_directory_goes_to_excel_and_comes_back(qtbot: QtBot, page: AgenciesPage, window: MainWindow, door: Recorder,
                                                   tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from openpyxl import load_workbook
    from PySide6.QtWidgets import QFileDialog

    target = tmp_path / "Danh bạ.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(target), ""))
    window.table.trigger("agencies.export")
    qtbot.waitUntil(target.exists, timeout=15_000)
    qtbot.waitUntil(lambda: bool(door.notices), timeout=15_000)
    book = load_workbook(target)
    sheet = book.worksheets[0]
    row = next(r for r in sheet.iter_rows(min_row=2) if r[1].value == "Sở Y tế")
    row[2].value = "Y tế"
    row[8].value = None
    sheet.append((None, "Sở Mới", "SM", "Sở, ban, ngành tỉnh"))
    sheet.append((None, "Sở Lạ", None, "Loại không có"))
    book.save(target)
    page.exchange.bring_in_file(target)
    qtbot.waitUntil(lambda: bool(door.questions), timeout=15_000)
    assert "Loại không có" in door.questions[0]
    found = window.session.workspace.directory_book()
    assert found.agencies["yt"].short == "Y tế"
    assert found.members["nhom"] == {"tc"}
    assert [a.kind for a in found.agencies.values() if a.short == "SM"] == [AgencyKind.PROVINCIAL]
    assert "Nhập 1 cơ quan mới và sửa 1 cơ quan?" in door.questions[0]
    window.table.trigger("edit.undo")
    assert window.session.workspace.directory_book().agencies["yt"].short == "SYT"


def test_the_models_behave(qtbot: QtBot) -> None:
    from datetime import date

    for model in (AgencyModel(), TickModel(), WorkModel(lambda: date(2025, 6, 18))):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    ticks = TickModel()
    QAbstractItemModelTester(ticks, QAbstractItemModelTester.FailureReportingMode.Fatal)
    ticks.show([("a", "Ă"), ("b", "Â"), ("c", "A")], {"b"})
    assert [name for _, name in ticks.items] == ["Â", "A", "Ă"]
    ticks.filter("zzz")
    assert ticks.rowCount() == 0
