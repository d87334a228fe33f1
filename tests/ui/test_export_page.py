"""Xuất, in, as a clerk does it: choose a sheet, see its pages, take a column away, write a file, print; the choices are there next time."""
from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from core.book import Book
from core.edits import accept_plan, edit_task, reopen_plan
from core.model import Agency, AgencyKind, Assignment, PlanStatus, Role, Task
from core.sheets.check_pdf import read_page
from ui.messages import Recorder
from ui.pages.export import ExportPage
from ui.window import MainWindow


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> ExportPage:
    window.open_plan("plan1", "export")
    made = window.page("export")
    assert isinstance(made, ExportPage)
    settle(qtbot, made)
    return made


def settle(qtbot: QtBot, page: ExportPage) -> None:
    """Pages that were asked for before may still arrive: wait for those of now."""
    qtbot.waitUntil(lambda: page.up_to_date and page.view.count() > 0, timeout=20_000)


def choose(qtbot: QtBot, page: ExportPage, kind: str) -> None:
    with qtbot.waitSignal(page.previewed, timeout=20_000):
        page.choices.sheet.setCurrentIndex(page.choices.sheet.findData(kind))
    settle(qtbot, page)


def words(page: ExportPage, number: int = 0) -> list[str]:
    return [ink.text.strip() for ink in read_page(page.view._document[number]).texts]


def test_the_pages_are_there_before_anything_is_pressed(page: ExportPage) -> None:
    assert page.view.count() == 1
    assert "PHÂN CÔNG NHIỆM VỤ" in words(page)
    assert "1 trang" in page.status()
    assert page.place.text().startswith("Trang 1 / 1")
    assert page.save_button.isEnabled()


@pytest.mark.parametrize(("kind", "title"), [("matrix", "MA TRẬN PHÂN CÔNG NHIỆM VỤ"), ("summary", "TỔNG HỢP NHIỆM VỤ THEO CƠ QUAN"),
                                             ("checklist", "PHIẾU NHIỆM VỤ")])
def test_another_sheet_shows_its_pages(page: ExportPage, qtbot: QtBot, kind: str, title: str) -> None:
    choose(qtbot, page, kind)
    assert title in words(page)


def test_checklists_of_all_and_of_one(page: ExportPage, qtbot: QtBot) -> None:
    choose(qtbot, page, "checklist")
    assert page.choices.agency_count.text() == "Cơ quan: 2 / 2"
    assert [name for name, _ in page.view.titles] == ["Sở Tài chính", "Sở Y tế"]
    assert page.jump.isVisible()
    page.jump.activated.emit(1)
    assert page.jump.currentText() == "Sở Y tế"
    with qtbot.waitSignal(page.previewed, timeout=20_000):
        page.show_checklist("yt")
    assert [name for name, _ in page.view.titles] == ["Sở Y tế"]
    assert page.suggested_name() == "Phiếu nhiệm vụ - Sở Y tế"
    with qtbot.waitSignal(page.previewed, timeout=20_000):
        page.choices._check(lambda item: False)
    assert page.view.count() == 0
    assert page.place.text() == "Chưa có gì để in"
    assert not page.save_button.isEnabled()
    assert not page.print_button.isEnabled()


def test_the_names_above_the_preview_are_whole_on_a_small_screen(page: ExportPage, qtbot: QtBot, window: MainWindow) -> None:
    """1366 × 768 at 150 %: the box of the agencies has a line of its own."""
    window.resize(911, 472)
    choose(qtbot, page, "checklist")
    assert page.jump.isVisible()
    assert page.jump.y() > page.place.y()
    assert page.jump.width() > 30 * page.fontMetrics().averageCharWidth()
    window.resize(1600, 800)
    qtbot.waitUntil(lambda: page.jump.y() < page.place.geometry().bottom(), timeout=1000)


def test_columns_are_hidden_moved_named_and_remembered(page: ExportPage, qtbot: QtBot) -> None:
    columns = page.choices.picker.columns
    with qtbot.waitSignal(page.previewed, timeout=20_000):
        columns.item(6).setCheckState(Qt.CheckState.Unchecked)
        columns.item(2).setText("Chủ trì")
        page.choices.picker.column_list.setCurrentIndex(columns.index(5, 0))
        page.choices.picker.move_column(-1)
        page.choices.picker.width_box.setValue(40)
    heads = words(page)
    assert "Chủ trì" in heads
    assert "Ghi chú" not in heads
    assert heads.index("Sản phẩm") < heads.index("Thời hạn")
    choose(qtbot, page, "matrix")
    choose(qtbot, page, "assignment")
    assert columns.item(2).text() == "Chủ trì"
    page.choices.remember()
    again = ExportPage(page._session)
    qtbot.addWidget(again)
    assert again.choices.picker.choices() == page.choices.picker.choices()
    assert next(c for c in again.choices.picker.choices() if c.key == "deliverable").width == 40
    page.choices.picker.reset()
    assert page.choices.picker.choices() == ()


def test_empty_columns_are_printed_where_the_clerk_wants_to_fill_them_in(page: ExportPage, qtbot: QtBot) -> None:
    assert "Ghi chú" not in " ".join(words(page))
    with qtbot.waitSignal(page.previewed, timeout=20_000):
        page.choices.empty_columns.setChecked(True)
    assert "Ghi chú" in " ".join(words(page))
    page.choices.remember()
    again = ExportPage(page._session)
    qtbot.addWidget(again)
    assert again.choices.options().empty_columns
    choose(qtbot, page, "matrix")
    assert not page.choices.empty_columns.isVisible()


def test_an_edit_of_the_plan_is_on_the_pages(page: ExportPage, qtbot: QtBot) -> None:
    book = page._session.book
    assert book is not None
    with qtbot.waitSignal(page.previewed, timeout=20_000):
        page._session.do(edit_task(book, "plan1.t1", deliverable="Báo cáo mới"))
    assert "Báo cáo mới" in " ".join(words(page))


@pytest.mark.parametrize("ending", ["xlsx", "pdf", "docx"])
def test_writing_a_file_and_opening_it(page: ExportPage, qtbot: QtBot, tmp_path: Path, ending: str, door: Recorder) -> None:
    page.format.setCurrentIndex(page.format.findData(ending))
    target = tmp_path / "Phụ lục"
    with patch.object(QFileDialog, "getSaveFileName", return_value=(str(target), "")), \
            qtbot.waitSignal(page.written, timeout=20_000) as done:
        page.save()
    assert done.args == [[target.with_suffix(f".{ending}")]]
    assert target.with_suffix(f".{ending}").stat().st_size > 1000
    assert page.desk.open_file.isVisible()
    assert door.notices[-1].text == f"Đã ghi Phụ lục.{ending}"
    with patch("ui.pages.export_desk.QDesktopServices.openUrl") as opened:
        page.desk.open_folder.click()
    assert opened.call_args.args[0].toLocalFile() == str(tmp_path)


def test_all_checklists_into_a_folder(page: ExportPage, qtbot: QtBot, tmp_path: Path) -> None:
    choose(qtbot, page, "checklist")
    page.format.setCurrentIndex(page.format.findData("docx"))
    with patch.object(QFileDialog, "getExistingDirectory", return_value=str(tmp_path)), \
            qtbot.waitSignal(page.written, timeout=20_000) as done:
        page.save()
    assert [p.name for p in done.args[0]] == ["Phiếu nhiệm vụ - Sở Tài chính.docx", "Phiếu nhiệm vụ - Sở Y tế.docx"]
    assert page.desk.open_file.isHidden()
    assert page.desk.open_folder.isVisible()


@pytest.mark.parametrize(("answer", "folder"), [(0, "{} (2)"), (1, "{}"), (2, None)])
def test_checklists_never_go_over_older_ones_unasked(page: ExportPage, qtbot: QtBot, tmp_path: Path, door: Recorder, answer: int,
                                                     folder: str | None) -> None:
    choose(qtbot, page, "checklist")
    name = page.suggested_name()
    (tmp_path / name).mkdir()
    (tmp_path / name / "Phiếu cũ.pdf").write_bytes(b"x")
    door.answers = [answer]
    with patch.object(QFileDialog, "getExistingDirectory", return_value=str(tmp_path)):
        if folder is None:
            page.save()
            assert [p.name for p in tmp_path.iterdir() if p.name.startswith(name)] == [name]
            assert len(list((tmp_path / name).iterdir())) == 1
        else:
            with qtbot.waitSignal(page.written, timeout=20_000) as done:
                page.save()
            assert {p.parent.name for p in done.args[0]} == {folder.format(name)}
    assert "đã có tệp" in door.questions[-1]
    assert (tmp_path / name / "Phiếu cũ.pdf").read_bytes() == b"x"


def test_nothing_moves_when_the_work_is_done(page: ExportPage, qtbot: QtBot, tmp_path: Path) -> None:
    qtbot.wait(300)
    where = page.save_button.mapTo(page, page.save_button.rect().center())
    with qtbot.waitSignal(page.written, timeout=20_000):
        page.save_to(tmp_path / ("Phụ lục phân công nhiệm vụ có tên rất dài " * 3 + ".xlsx"))
    qtbot.wait(300)
    assert page.desk.open_file.isVisible()
    assert page.desk.open_file.visibleRegion().boundingRect() == page.desk.open_file.rect()  # whole, not cut at the foot
    assert page.save_button.mapTo(page, page.save_button.rect().center()) == where


def test_going_back_in_the_dialog_writes_nothing(page: ExportPage, tmp_path: Path) -> None:
    with patch.object(QFileDialog, "getSaveFileName", return_value=("", "")):
        page.save()
    assert page._export_job is None


def test_what_cannot_be_written_is_told(page: ExportPage, qtbot: QtBot, tmp_path: Path, door: Recorder) -> None:
    page.save_to(tmp_path / "không có" / "a.xlsx")
    qtbot.waitUntil(lambda: bool(door.errors), timeout=20_000)
    assert "Không có thư mục" in door.errors[0]
    assert page.save_button.isEnabled()


def test_stopping_leaves_the_old_file(page: ExportPage, qtbot: QtBot, tmp_path: Path, door: Recorder) -> None:
    target = tmp_path / "a.xlsx"
    target.write_bytes(b"old")
    page.save_to(target)
    page.cancel()
    qtbot.waitUntil(lambda: any("dừng" in n.text for n in door.notices), timeout=20_000)
    qtbot.wait(300)
    assert target.read_bytes() == b"old"
    assert page.desk.stop.isHidden()


def test_zoom_and_pages_by_keys(page: ExportPage, qtbot: QtBot) -> None:
    choose(qtbot, page, "checklist")
    assert page.view.count() == 4  # two agencies, two pages each
    before = page.view.percent()
    page.view.step_zoom(1)
    assert page.view.percent() > before
    page.view.step_zoom(-1)
    page.view.step_zoom(-1)
    assert page.view.percent() < before
    page.view.set_zoom(1.0)
    assert page.view.percent() == 100
    page.view.setFocus()
    qtbot.keyClick(page.view, Qt.Key.Key_PageDown)
    assert page.view.page == 1
    qtbot.keyClick(page.view, Qt.Key.Key_Home)
    assert page.view.page == 0
    image = page.view.grab().toImage()
    assert image.pixelColor(image.width() // 2, 40).name() == "#ffffff"


def test_printing_gives_the_same_pages(page: ExportPage, qtbot: QtBot, tmp_path: Path, door: Recorder) -> None:
    import pypdfium2 as pdfium
    from PySide6.QtPrintSupport import QPrinter

    choose(qtbot, page, "checklist")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(72)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "giấy.pdf"))
    page.print_on(printer)
    qtbot.waitUntil(lambda: page._print_job is None, timeout=30_000)
    assert "máy in" in door.notices[-1].text
    document = pdfium.PdfDocument(tmp_path / "giấy.pdf")
    sizes = [document.get_page_size(n) for n in range(len(document))]
    document.close()
    assert len(sizes) == page.view.count()
    assert all(abs(width - 842) < 2 and abs(height - 595) < 2 for width, height in sizes)


def test_every_choice_has_a_name_for_those_who_cannot_see(page: ExportPage) -> None:
    choices = page.choices
    for widget in (choices.sheet, choices.paper, choices.side, choices.size_box, choices.numbering, choices.appendix, choices.title,
                   choices.agency_list, choices.picker.column_list, choices.picker.width_box, choices.signer_lines, choices.signer_name,
                   choices.place, choices.bundle, page.format, page.jump, page.view):
        assert widget.accessibleName(), widget


def test_actions_are_in_the_menus(window: MainWindow, page: ExportPage) -> None:
    specs = {spec.id: spec for spec in page.actions()}  # type: ignore[attr-defined]
    assert specs["export.save"].shortcut == "Ctrl+S"
    assert specs["export.print"].shortcut == "Ctrl+P"
    assert all(spec.page == "export" for spec in specs.values())
    assert specs["export.save"].enabled is not None
    assert specs["export.save"].enabled()


def test_a_plan_under_review_says_so_before_it_is_printed(page: ExportPage, window: MainWindow, qtbot: QtBot) -> None:
    book = window.session.book
    assert book is not None
    assert page.caution.isHidden() is (book.plan.status is PlanStatus.ACCEPTED)
    window.session.do(reopen_plan(book))
    assert page.caution.isVisible()
    assert "hưa" in page.caution.text()
    page.caution.click()
    assert window.page_id == "review"
    window.session.do(accept_plan(book))
    assert page.caution.isHidden()


def test_the_list_of_agencies_shows_those_of_the_plan_that_is_opened_later(page: ExportPage, window: MainWindow, qtbot: QtBot) -> None:
    choose(qtbot, page, "checklist")
    window.session.close_plan()
    window.open_plan("plan1", "export")
    shown = page.choices.agency_list
    qtbot.waitUntil(lambda: shown.visualRect(page.choices.agencies.index(1, 0)).height() > 0)
    assert shown.indexAt(shown.visualRect(page.choices.agencies.index(1, 0)).center()).row() == 1


def test_the_page_says_which_plan_it_prints(page: ExportPage, window: MainWindow) -> None:
    plan = window.session.book.plan
    assert page.plan_name.isVisible()
    assert page.plan_name.toolTip().startswith(plan.number or plan.title)
    page.plan_name.resize(40, 20)
    assert page.plan_name.text().endswith("…")


def test_the_lines_of_the_signer_have_room_and_the_box_has_a_name(page: ExportPage, qtbot: QtBot) -> None:
    lines = page.choices.signer_lines
    assert lines.viewport().height() >= 3 * lines.fontMetrics().lineSpacing()
    choose(qtbot, page, "checklist")
    names = [page.choices.picker.columns.item(n).text() for n in range(page.choices.picker.columns.rowCount())]
    assert "Ô đánh dấu (☐)" in names
    assert "☐" not in names
    assert page.choices.picker.choices() == ()  # the usual name is no name of her own


def test_work_of_groups_without_members_is_told_beside_the_checklists(page: ExportPage, window: MainWindow, qtbot: QtBot) -> None:
    choose(qtbot, page, "checklist")
    note, book = page.choices.groups, window.session.book
    shown = replace(book.plan)
    other = Book(shown, [Agency("g", "các sở, ban, ngành", kind=AgencyKind.GROUP), Agency("y", "Sở Y tế"),
                         Task("t", shown.id, 1.0, "Việc"), Assignment("t", "g", Role.COOP)])
    note.show_book(other)
    assert note.isVisible()
    assert "“các sở, ban, ngành” (1 việc)" in note.words.text()
    with qtbot.waitSignal(page.agency_wanted) as wanted:
        note.button.click()
    assert wanted.args == ["g"]
    other.members["g"] = {"y"}
    note.show_book(other)
    assert not note.isVisible()


def test_a_group_that_is_wanted_opens_at_its_members(page: ExportPage, window: MainWindow) -> None:
    group = next(a.id for a in window.session.book.agencies.values() if a.kind is AgencyKind.GROUP)
    page.agency_wanted.emit(group)
    assert window.page_id == "agencies"
    agencies = window.page("agencies")
    assert agencies.chosen().id == group
    assert agencies.tabs.currentIndex() == 1
