"""Where a worksheet breaks on paper: no heading alone at a foot, no totals and no signature alone at a head."""
from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.book import Book
from core.model import Agency, AgencyKind, Assignment, Plan, Role, Task
from core.sheets.check_pdf import Page
from core.sheets.export import export
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


def test_columns_are_as_wide_in_excel_as_on_paper(tmp_path: Path) -> None:
    """A file says widths in digits of the usual font (8 pixels), the padding of the cell counted in."""
    from openpyxl import load_workbook

    export(book_of("Việc"), "assignment", tmp_path / "a.xlsx", options=OPTIONS)
    ws = load_workbook(tmp_path / "a.xlsx").worksheets[0]
    wide = sum(d.width for name, d in ws.column_dimensions.items() if name != "A")
    assert -0.5 < wide * 8 / 96 * 25.4 - (297 - 30 - 15) < 3  # headings that want more than their share make the page a little smaller
