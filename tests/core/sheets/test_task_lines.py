"""Items below a task ("+ …") begin on lines of their own on paper, as in the plan; in the book the task stays one line."""
from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from core import edits
from core.agencies import shipped
from core.book import Book
from core.model import Assignment, Plan, Role, Span, Task
from core.roundtrip import read_returned
from core.sheets.export import export
from core.sheets.task_lines import task_text

SOURCE = """1. Phát triển nền tảng học liệu mở:
+ Xây dựng bộ tiêu chí, quy trình thẩm định;

+  Đưa lên hệ thống 300 khóa học trực tuyến đại chúng dành cho người lớn.
a) Kết nối với thư viện số
của các cơ sở giáo dục.
2. Tiếp theo"""
START, END = SOURCE.index("Phát"), SOURCE.index("\n2.")
TEXT = " ".join(SOURCE[START:END].split())
ITEMS = ["Phát triển nền tảng học liệu mở:", "+ Xây dựng bộ tiêu chí, quy trình thẩm định;",
         "+ Đưa lên hệ thống 300 khóa học trực tuyến đại chúng dành cho người lớn.",
         "a) Kết nối với thư viện số của các cơ sở giáo dục."]


def book_of(text: str = TEXT, source: str = SOURCE) -> Book:
    agency = next(a for a in shipped().agencies if a.name == "Sở Y tế")
    return Book(Plan("p", "Kế hoạch", "1/KH-UBND", date(2026, 1, 5), "UBND tỉnh Mẫu"), [
        agency, Task("0" * 16, "p", 1.0, text, span=Span(START, END)), Assignment("0" * 16, agency.id, Role.LEAD, "Sở Y tế")], source)


def test_items_begin_lines_where_the_plan_has_them_so() -> None:
    book = book_of()
    assert task_text(book, book.tasks[0]).split("\n") == ITEMS


def test_marks_inside_a_line_of_the_plan_stay_there() -> None:
    source = SOURCE[:START] + "Phát triển: + học liệu; + thư viện số; (i) sách".ljust(END - START) + "\n2."
    book = book_of("Phát triển: + học liệu; + thư viện số; (i) sách", source)
    assert task_text(book, book.tasks[0]) == "Phát triển: + học liệu; + thư viện số; (i) sách"


def test_what_a_person_has_changed_is_not_broken_but_where_the_item_still_stands() -> None:
    book = book_of()
    task = book.tasks[0]
    book.apply(edits.edit_task(book, task.id, text=f"{ITEMS[0]} + Bộ tiêu chí mới; {ITEMS[2]} Thêm."))
    assert task_text(book, book.tasks[0]).split("\n") == [f"{ITEMS[0]} + Bộ tiêu chí mới;", f"{ITEMS[2]} Thêm."]
    assert task_text(book, replace(task, span=None)) == TEXT
    assert task_text(book_of(source=""), task) == TEXT


@pytest.mark.parametrize("kind", ["assignment", "checklist"])
def test_the_three_formats_show_the_lines(kind: str, tmp_path: Path) -> None:
    book = book_of()
    for ending in ("pdf", "docx", "xlsx"):
        export(book, kind, tmp_path / f"a.{ending}", agency="Sở Y tế")
    assert all(starts_a_line(tmp_path / "a.pdf", item) for item in ITEMS)
    assert [p for p in docx_paragraphs(tmp_path / "a.docx") if p in ITEMS] == ITEMS
    cells = xlsx_cells(tmp_path / "a.xlsx")
    [(height, text)] = [(height, text) for height, text in cells if text.startswith(ITEMS[0])]
    assert text.split("\n") == ITEMS
    assert height >= len(ITEMS) * 15
    assert read_returned(tmp_path / "a.xlsx", book, shipped(), date(2026, 2, 1)).differences == ()


def starts_a_line(path: Path, item: str) -> bool:
    """Whether the item begins a line of its cell: in the page's text a line begins with its first words, or they follow other cells'."""
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        lines = [line for page in document for line in page.get_textpage().get_text_range().splitlines()]
    return any(item[:14] in line and not any(other[-8:] in line.partition(item[:14])[0] for other in ITEMS) for line in lines)


def docx_paragraphs(path: Path) -> list[str]:
    from docx import Document

    [table] = [t for t in Document(str(path)).tables if len(t.columns) > 2]
    return list(dict.fromkeys(p.text for row in table.rows for cell in row.cells for p in cell.paragraphs))


def xlsx_cells(path: Path) -> list[tuple[float, str]]:
    import openpyxl

    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    return [(sheet.row_dimensions[cell.row].height or 0.0, str(cell.value)) for row in sheet.iter_rows() for cell in row if cell.value]
