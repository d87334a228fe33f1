"""Where a worksheet breaks on paper: no heading alone at a foot, no totals and no signature alone at a head."""
from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.book import Book
from core.model import Agency, AgencyKind, Assignment, Plan, Role, Task
from core.sheets.check_pdf import Page
from core.sheets.checklist import checklist_bundle, checklist_sheets
from core.sheets.export import export, write
from core.sheets.layout import Sheet
from core.sheets.xlsx_pages import ROOMS, PrintedRow, breaks
from tests.core.sheets.test_formats import OPTIONS, book_of, pages_of
from tests.core.sheets.test_word_pages import SIGNED, through_libreoffice
from tests.sheets.sample import LONG

ROWS = st.lists(st.builds(PrintedRow, st.floats(10, 160), st.booleans()), min_size=2, max_size=60)


def pages(rows: list[PrintedRow], head: int, room: float, ends: list[int]) -> list[list[int]]:
    """The rows on each page, as Excel lays them out: row after row, a new page where none fits or a break stands."""
    again = rows[head - 1].height
    found: list[list[int]] = [list(range(head))]
    used = sum(row.height for row in rows[:head])
    for n in range(head, len(rows)):
        if n in ends or used + rows[n].height > room:
            found.append([])
            used = again
        found[-1].append(n)
        used += rows[n].height
    return [page for page in found if page]


@given(ROWS, st.sampled_from(ROOMS))
def test_a_kept_row_ends_a_page_only_where_its_group_fits_on_none(rows: list[PrintedRow], share: float) -> None:
    head, room = 1, 480.0
    ends = breaks(rows, head, room)
    for page in pages(rows, head, room * share, ends)[:-1]:
        last = page[-1]
        if last < head or not rows[last].kept or last == len(rows) - 1:
            continue
        first, past = last, last
        while first > head and rows[first - 1].kept:
            first -= 1
        while past < len(rows) - 1 and rows[past].kept:
            past += 1
        whole = rows[head - 1].height + sum(row.height for row in rows[first:past + 1])
        assert whole > room * min(ROOMS) or first == head


def test_a_table_without_headings_gets_no_break() -> None:
    assert breaks([PrintedRow(100.0)] * 40, 1, 480.0) == []


def test_a_break_leaves_no_page_with_one_row_where_a_page_holds_a_little_less() -> None:
    # 470 points: the row of 40 ends the first page where it holds 490 (and the heading behind it would stand at the foot), else it begins
    # the second
    begin = [PrintedRow(30.0), *[PrintedRow(100.0)] * 4, PrintedRow(40.0)]
    end = [PrintedRow(15.0, True), PrintedRow(100.0)]
    assert breaks([*begin, *end], 1, 480.0) == [5]
    assert breaks([*begin, *[PrintedRow(50.0)] * 6, PrintedRow(70.0), *end], 1, 480.0) == [13]  # a page that is full enough ends there


# ---------------------------------------------------------------- through LibreOffice


def numbers(page: Page) -> list[str]:
    """What stands in the column STT from top to bottom; headings with a star."""
    head = next(ink for ink in page.texts if ink.text.strip() == "STT")
    column = [ink for ink in page.texts if ink.top > head.bottom + 1 and abs(ink.middle - head.middle) < 6]
    return [ink.text.strip() + "*" * ink.bold for ink in sorted(column, key=lambda ink: ink.top)]


def matrix_book() -> Book:
    agencies = [Agency(f"a{n}", f"Sở, ban, ngành có tên dài số {n}", kind=AgencyKind.PROVINCIAL, place=n + 1) for n in range(40)]
    tasks = [Task(f"{n:016x}", "p", float(n), f"Nhiệm vụ {n} {LONG if n % 3 else ''}", section=(f"{n // 3 + 1}. Mục số {n // 3}",))
             for n in range(45)]
    return Book(Plan("p", ""), [*agencies, *tasks, *(Assignment(t.id, f"a{(n * 7) % 40}", Role.LEAD) for n, t in enumerate(tasks))])


@pytest.mark.parametrize("kind", ["assignment", "matrix"])
def test_in_libreoffice_no_heading_is_at_a_foot_and_no_end_alone(kind: str, tmp_path: Path) -> None:
    book = matrix_book() if kind == "matrix" else book_of(*(f"Việc {n}. {LONG * (n % 4)}" for n in range(60)),
                                                        section=lambda n: (f"{n // 3 + 1}. Mục số {n // 3}",))
    export(book, kind, tmp_path / "a.xlsx", options=SIGNED)
    made = pages_of(through_libreoffice(tmp_path / "a.xlsx"))
    for page in made:
        found = numbers(page)
        assert not found[-1].endswith("*"), found
    assert "Trần Văn Mẫu" in " ".join(ink.text for page in made[-1:] + made[:len(made) // 2] for ink in page.texts)
    if kind == "matrix":  # two strips, each with the same rows on its pages
        half = len(made) // 2
        assert [numbers(p) for p in made[:half]] == [numbers(p) for p in made[half:]]


def test_a_checklist_of_one_long_task_is_made_to_fit_on_one_page(tmp_path: Path) -> None:
    export(book_of(" ".join(f"từ{n}" for n in range(190))), "checklist", tmp_path / "a.xlsx", agency="a", options=OPTIONS)
    made = pages_of(through_libreoffice(tmp_path / "a.xlsx"))
    assert len(made) == 1


def long_sheets() -> list[Sheet]:
    """One task of 150 to 1,410 words, alone, before and behind a short one: none of them fits on a page as it is."""
    sheets = []
    for words in range(150, 1500, 140):
        long = " ".join(f"từ{n}" for n in range(words))
        for texts in ((f"Bắt0 {long} hết",), (f"Bắt0 {long}", "Cuối hết"), ("Bắt0", f"{long} hết")):
            book = book_of(*texts)
            sheets += [sheet for _, sheet in checklist_sheets(book, list(book.agencies.values()), OPTIONS)]
    return sheets


def test_in_libreoffice_a_long_task_leaves_neither_its_signature_nor_the_letter_head_alone(tmp_path: Path) -> None:
    sheets = long_sheets()
    write(checklist_bundle(book_of("x"), sheets, ""), tmp_path / "a.xlsx", "xlsx")
    said = [" ".join(ink.text.strip() for ink in page.texts) for page in pages_of(through_libreoffice(tmp_path / "a.xlsx"))]
    signed = [text for text in said if "ĐƠN VỊ NHẬN NHIỆM VỤ" in text]
    begun = [text for text in said if "CỘNG HÒA" in text]
    assert len(signed) == len(begun) == len(sheets)
    assert all("hết" in text for text in signed)
    assert all("Bắt0" in text for text in begun)


def sheet_of(target: Path, number: int = 0) -> Any:
    from openpyxl import load_workbook

    return load_workbook(target).worksheets[number]


@pytest.mark.parametrize(("kind", "size"), [("assignment", 12.0), ("checklist", 12.0), ("checklist", 13.0)])
def test_columns_fill_the_page_in_letters_of_eleven_points(kind: str, size: float, tmp_path: Path) -> None:
    """A file says widths in digits of the usual font (8 pixels), the padding of the cell counted in."""
    for empty in (False, True):
        export(book_of("Việc"), kind, tmp_path / "a.xlsx", agency="a", options=replace(OPTIONS, size=size, empty_columns=empty))
        ws = sheet_of(tmp_path / "a.xlsx")
        assert any(d.hidden for name, d in ws.column_dimensions.items() if name != "A") is not empty
        wide = {name: d.width * 8 / 96 * 25.4 for name, d in ws.column_dimensions.items() if not d.hidden}
        assert abs(sum(wide.values()) - (297 - 30 - 15) * size / 11) < 0.5
    head = next(row for row in ws.iter_rows() if any(cell.value == "STT" for cell in row))
    day = next(cell.column_letter for cell in head if cell.value == "Hạn (ngày)")
    assert wide[day] >= 22.4 * size / 12


def test_a_heading_goes_over_the_empty_cells_behind_it_where_they_hold_it(tmp_path: Path) -> None:
    short, long = "Mục có tên vừa phải, dài hơn cột nội dung nhiệm vụ một chút thôi", " ".join(["Mục có tên rất dài"] * 30)
    export(book_of("Một", "Hai", section=lambda n: (f"I. {(short, long)[n]}",)), "assignment", tmp_path / "a.xlsx", options=OPTIONS)
    ws = sheet_of(tmp_path / "a.xlsx")
    seen = 1 + sum(not width.hidden for width in ws.column_dimensions.values())  # the code of the row is the first cell
    rows = {row[2].value: row[:seen] for row in ws.iter_rows() if row[2].value in (short, long)}
    over, wrapped = rows[short], rows[long]
    assert not over[2].alignment.wrap_text
    assert ws.row_dimensions[over[2].row].height < 24 < ws.row_dimensions[wrapped[2].row].height
    assert [getattr(cell.border.left, "style", None) for cell in over[2:]] == ["thin", *[None] * (len(over) - 3)]
    assert over[-1].border.right.style == "thin"
    assert all(cell.value is None for cell in over[3:])  # a value there would cut the words
    assert wrapped[2].alignment.wrap_text
    assert all(cell.border.left.style == "thin" for cell in wrapped[1:])


def test_the_chart_fills_its_page_and_its_figures_stand_beside_it(tmp_path: Path) -> None:
    export(matrix_book(), "summary", tmp_path / "a.xlsx", options=OPTIONS)
    ws = sheet_of(tmp_path / "a.xlsx", -1)
    last = int(ws.print_area.rpartition("$")[2])
    assert ws.print_area.endswith(f"$A$1:$A${last}")
    high = sum(ws.row_dimensions[n].height for n in range(2, last + 1))
    chart = ws._charts[0]
    assert chart.height / 2.54 * 72 <= high < 170 / 25.4 * 72
    assert [cell.value for cell in ws[2]][2:] == ["Cơ quan, đơn vị", "Chủ trì", "Phối hợp"]
    made = pages_of(through_libreoffice(tmp_path / "a.xlsx"))
    names = {ink.text.strip() for ink in made[-1].texts}
    shown = [row[2].value for row in ws.iter_rows(min_row=3) if row[2].value]
    assert shown
    assert set(shown) <= names  # none is left out for want of room
