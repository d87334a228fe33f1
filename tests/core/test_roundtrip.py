"""A sheet goes out, is edited by hand, and comes back: what differs, taken over by choice, as one step."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from core import edits
from core.book import Book
from core.delta import reverse
from core.errors import UnreadableFile
from core.model import Role
from core.roundtrip import Returned, read_returned
from core.sheets.export import USUAL, export
from core.sheets.options import SheetOptions
from core.takeover import take_over
from tests.core.random_edits import directory
from tests.core.test_edits import book_of

TODAY = date(2026, 11, 22)


def sent_back(book: Book, path: Path, edit: Callable[[Any, int], None], sheet: str = "assignment",
              options: SheetOptions = USUAL) -> Returned:
    """Export, let somebody edit the worksheet (given the row of the headings), read it back."""
    agency = book.working_agencies()[0].id if sheet == "checklist" else None
    (made,) = export(book, sheet, path, agency=agency, options=options)
    workbook = openpyxl.load_workbook(made)
    page = workbook.worksheets[0]
    edit(page, next(r for r in range(1, 30) if page.cell(r, 1).value == "Mã dòng"))
    workbook.save(made)
    return read_returned(made, book, directory(), TODAY)


def row_of(page: Any, task_id: str) -> int:
    return next(r for r in range(1, page.max_row + 1) if page.cell(r, 1).value == task_id)


def column_of(page: Any, head: int, title: str) -> int:
    return next(c for c in range(1, page.max_column + 1) if page.cell(head, c).value == title)


@pytest.mark.parametrize("sheet", ["assignment", "matrix", "checklist"])
@pytest.mark.parametrize("seed", range(4))
def test_an_untouched_sheet_says_nothing(sheet: str, seed: int, tmp_path: Path) -> None:
    found = sent_back(book_of(seed, 9), tmp_path / "x.xlsx", lambda page, head: None, sheet)
    assert found.differences == ()
    assert found.rows > 0
    assert found.notes == ()


def test_every_kind_of_edit_is_found_and_taken_over_as_one_step(tmp_path: Path) -> None:
    book = book_of(3)
    a, b, c, d = (t.id for t in book.tasks[:4])

    def edit(page: Any, head: int) -> None:
        def put(task: str, title: str, value: Any) -> None:
            page.cell(row_of(page, task), column_of(page, head, title)).value = value

        put(a, "Nội dung nhiệm vụ", "Viết lại cho rõ")
        put(a, "Ghi chú", "đang làm")
        put(b, "Cơ quan chủ trì", "sở y tế; Hội Nông dân")
        put(b, "Cơ quan phối hợp", "Sở Tài chính\nUBND các xã, phường")
        put(c, "Thời hạn", "trước ngày 15/12/2026")
        put(d, "Hạn (ngày)", date(2026, 7, 1))
        page.cell(head, page.max_column + 1).value = "Tình trạng"
        put(a, "Tình trạng", "Đã hoàn thành ngày 20/11/2026")
        put(b, "Tình trạng", "Tạm dừng")
        page.insert_rows(row_of(page, b) + 1)
        new = row_of(page, b) + 1
        page.cell(new, column_of(page, head, "Nội dung nhiệm vụ")).value = "Việc đơn vị thêm"
        page.cell(new, column_of(page, head, "Cơ quan chủ trì")).value = "Công an tỉnh"
        page.cell(new, column_of(page, head, "Thời hạn")).value = "31/12/2026"

    found = sent_back(book, tmp_path / "x.xlsx", edit)
    labels = {(x.task, x.key): (x.before, x.after) for x in found.differences}
    assert labels[a, "text"][1] == "Viết lại cho rõ"
    assert labels[a, "note"] == ("", "đang làm")
    assert labels[a, "done"] == ("", "20/11/2026")
    assert labels[b, "paused"] == ("", "có")
    assert labels[b, "leads"][1] == "Sở Y tế; Hội Nông dân"
    assert labels[c, "deadline"][1] == "trước ngày 15/12/2026"
    assert labels[d, "due"][1] == "01/07/2026"
    assert (None, "new") in labels
    assert next(x for x in found.differences if x.key == "leads").makes == ("Hội Nông dân",)
    assert len(found.differences) == 9
    delta = take_over(book, found.differences, directory())
    before = set(book.records())
    order = [t.id for t in book.tasks]
    book.apply(delta)
    assert book.task(a).text == "Viết lại cho rõ"
    assert book.task(a).done == date(2026, 11, 20)
    assert book.names(b, Role.LEAD) == ["Sở Y tế", "Hội Nông dân"]
    assert book.names(b, Role.COOP) == ["Sở Tài chính", "UBND các xã, phường"]
    assert book.task(b).paused
    assert book.task(c).due == date(2026, 12, 15)
    assert book.task(d).due == date(2026, 7, 1)
    new = next(t for t in book.tasks if t.id not in order)
    assert [t.id for t in book.tasks] == [order[0], order[1], new.id, *order[2:]]
    assert (new.text, new.due, book.names(new.id, Role.LEAD)) == ("Việc đơn vị thêm", date(2026, 12, 31), ["Công an tỉnh"])
    again = sent_back(book, tmp_path / "y.xlsx", lambda page, head: None)
    assert again.differences == ()
    book.apply(reverse(delta))
    assert set(book.records()) == before


def test_only_the_chosen_ones_are_taken(tmp_path: Path) -> None:
    book = book_of(3)
    first, second = book.tasks[0].id, book.tasks[1].id

    def edit(page: Any, head: int) -> None:
        for task in (first, second):
            page.cell(row_of(page, task), column_of(page, head, "Ghi chú")).value = "gấp"

    found = sent_back(book, tmp_path / "x.xlsx", edit)
    assert len(found.differences) == 2
    book.apply(take_over(book, [x for x in found.differences if x.task == second], directory()))
    assert (book.task(first).note, book.task(second).note) == ("", "gấp")
    assert not take_over(book, [], directory())


def test_a_body_moved_from_coop_to_lead_column_changes_its_role(tmp_path: Path) -> None:
    book = book_of(3)
    task = book.tasks[0].id
    book.apply(edits.write_roles(book, task, ["Sở Y tế"], ["Sở Nội vụ", "Công an tỉnh"], directory()))

    def edit(page: Any, head: int) -> None:
        page.cell(row_of(page, task), column_of(page, head, "Cơ quan chủ trì")).value = "Sở Nội vụ"
        page.cell(row_of(page, task), column_of(page, head, "Cơ quan phối hợp")).value = "Công an tỉnh; Sở Y tế"

    found = sent_back(book, tmp_path / "x.xlsx", edit)
    book.apply(take_over(book, found.differences, directory()))
    assert book.names(task, Role.LEAD) == ["Sở Nội vụ"]
    assert set(book.names(task, Role.COOP)) == {"Công an tỉnh", "Sở Y tế"}


def test_marks_of_a_matrix_come_back(tmp_path: Path) -> None:
    book = book_of(3)
    task, agency = book.tasks[0].id, next(a for a in book.working_agencies() if book.role(book.tasks[0].id, a.id) is None)

    def edit(page: Any, head: int) -> None:
        page.cell(row_of(page, task), column_of(page, head, agency.name)).value = "ph"

    (found,) = sent_back(book, tmp_path / "x.xlsx", edit, "matrix").differences
    assert (found.before, found.after) == (f"{agency.name}: trống", f"{agency.name}: PH")
    book.apply(take_over(book, [found], directory()))
    assert book.role(task, agency.id) is Role.COOP


def test_the_shortened_tasks_of_a_matrix_are_no_edits_but_another_text_is_one(tmp_path: Path) -> None:
    book = book_of(3)
    first, second = book.tasks[:2]
    for task in (first, second):
        book.apply(edits.edit_task(book, task.id, text="Rà soát, hoàn thiện các quy hoạch có liên quan trên địa bàn tỉnh " * 6))

    def edit(page: Any, head: int) -> None:
        column = column_of(page, head, "Nội dung nhiệm vụ")
        assert str(page.cell(row_of(page, first.id), column).value).endswith("…")
        page.cell(row_of(page, second.id), column).value = "Lập quy hoạch…"

    [found] = sent_back(book, tmp_path / "x.xlsx", edit, "matrix", SheetOptions(brief=True)).differences
    assert (found.task, found.key, found.after) == (second.id, "text", "Lập quy hoạch…")


def test_a_ticked_box_of_a_checklist_is_a_day_of_completion(tmp_path: Path) -> None:
    book = book_of(3)

    def edit(page: Any, head: int) -> None:
        row = next(r for r in range(head + 1, page.max_row) if page.cell(r, 1).value)
        page.cell(row, column_of(page, head, "Xong")).value = "☑"

    (found,) = sent_back(book, tmp_path / "x.xlsx", edit, "checklist").differences
    assert (found.key, found.value) == ("done", TODAY)


def _no_code(page: Any, head: int) -> None:
    page.delete_cols(1)


def _foreign(page: Any, head: int) -> None:
    page.cell(head + 2, 1).value = "ffffffffffffffff"


def _twice(page: Any, head: int) -> None:
    page.cell(head + 3, 1).value = page.cell(head + 2, 1).value


def _error(page: Any, head: int) -> None:
    page.cell(head + 2, 4).value = "#REF!"


def _no_day(page: Any, head: int) -> None:
    page.cell(head + 2, column_of(page, head, "Hạn (ngày)")).value = "sớm nhất"


def _blank(page: Any, head: int) -> None:
    page.cell(head + 2, column_of(page, head, "Nội dung nhiệm vụ")).value = None


def _no_text(page: Any, head: int) -> None:
    page.cell(head, column_of(page, head, "Nội dung nhiệm vụ")).value = "???"


@pytest.mark.parametrize(("damage", "message"), [
    (_no_code, "Mã dòng"), (_foreign, r"dòng 6, cột A: mã dòng “f+” không có"), (_twice, r"dòng 7, cột A: mã dòng đã có ở dòng 6"),
    (_error, r"dòng 6, cột D: ô báo lỗi #REF!"), (_no_day, r"dòng 6, cột F: “sớm nhất” không phải ngày"), (_blank, r"dòng 6, cột C"),
    (_no_text, r"dòng 4: không thấy cột")])
def test_a_damaged_sheet_is_refused_by_row_and_column(damage: Callable[[Any, int], None], message: str, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=message):
        sent_back(book_of(3), tmp_path / "x.xlsx", damage)


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    for name, data in (("a.xlsx", b""), ("b.xlsx", b"PK\x03\x04rest"), ("c.xlsx", b"not a zip")):
        path = tmp_path / name
        path.write_bytes(data)
        with pytest.raises(UnreadableFile):
            read_returned(path, book_of(1), directory(), TODAY)


def test_a_sheet_of_another_plan_is_refused(tmp_path: Path) -> None:
    (made,) = export(book_of(1), "assignment", tmp_path / "x.xlsx")
    with pytest.raises(UnreadableFile, match="không có trong kế hoạch"):
        read_returned(made, book_of(2), directory(), TODAY)


def test_a_filtered_sheet_removes_nothing(tmp_path: Path) -> None:
    book = book_of(3)
    found = sent_back(book, tmp_path / "x.xlsx", lambda page, head: page.delete_rows(head + 2, 2))
    assert found.differences == ()
    assert found.missing == 2


def test_renamed_tasks_of_one_text_are_told_apart_by_their_codes(tmp_path: Path) -> None:
    book = book_of(3)
    a, b = book.tasks[:2]
    book.apply(edits.edit_task(book, b.id, text=a.text))
    assert replace(book.task(b.id), text="") != replace(a, text="")

    def edit(page: Any, head: int) -> None:
        page.cell(row_of(page, b.id), column_of(page, head, "Ghi chú")).value = "dòng hai"

    (found,) = sent_back(book, tmp_path / "x.xlsx", edit).differences
    assert found.task == b.id


def test_headings_of_every_sort_are_no_new_tasks(tmp_path: Path) -> None:
    book = book_of(3)
    heads = ("I. NHIỆM VỤ CHUNG", "1. Phát triển chính quyền số:", "a) Sở Tài chính", "Các Sở: Y tế, Nội vụ")
    for task, head in zip(book.tasks, heads, strict=False):
        book.apply(edits.edit_task(book, task.id, section=("II. NHIỆM VỤ", head)))
    for sheet in ("assignment", "matrix"):
        found = sent_back(book, tmp_path / f"{sheet}.xlsx", lambda page, head: None, sheet)
        assert found.differences == ()
        assert found.notes == ()
