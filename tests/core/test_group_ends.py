"""A task that lies under an outer heading, behind a group of that heading, does not look as if it belonged to the group."""
from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from core.agencies import shipped
from core.book import Book
from core.matrix import MatrixFilter, RowKind, build
from core.matrix_grid import Grid, Heading
from core.matrix_view import GridFilter, GridView
from core.model import Agency, Assignment, Plan, Role, Task
from core.roundtrip import read_returned
from core.sheets.export import export, make_bundle
from core.sheets.layout import RowKind as PaperRow

OUTER = "III. TỔ CHỨC THỰC HIỆN:"
TASKS = (("một", ("III", "1"), (OUTER, "1. Sở Y tế")), ("hai", ("III", "2"), (OUTER,)), ("ba", ("III", "3"), (OUTER, "3. Sở Nội vụ")),
         ("bốn", ("III", "4"), (OUTER,)), ("năm", ("III", "5"), (OUTER,)), ("sáu", (), ()))
SHAPE = [OUTER, "1. Sở Y tế", "một", "III. TỔ CHỨC THỰC HIỆN (tiếp theo)", "hai", "3. Sở Nội vụ", "ba",
         "III. TỔ CHỨC THỰC HIỆN (tiếp theo)", "bốn", "năm", "Nhiệm vụ khác", "sáu"]


def a_book() -> Book:
    agency = next(a for a in shipped().agencies if a.name == "Sở Y tế")
    tasks = [Task(f"{n:016x}", "p", float(n), text, path, section) for n, (text, path, section) in enumerate(TASKS)]
    cells = [Assignment(t.id, agency.id if n != 2 else "x", Role.LEAD) for n, t in enumerate(tasks)]
    return Book(Plan("p", "Kế hoạch", "1/KH-UBND", date(2026, 1, 5)), [agency, Agency("x", "Sở Nội vụ"), *tasks, *cells])


def shape_of(grid: Grid) -> list[str]:
    return [row.title if isinstance(row, Heading) else grid.tasks[row].text for row in grid.rows]  # type: ignore[union-attr]


def test_the_heading_goes_on_where_a_group_ends_without_another_one() -> None:
    matrix = build(a_book())
    assert [row.text for row in matrix.rows] == SHAPE
    assert [(row.level, row.label) for row in matrix.rows if row.kind is RowKind.SECTION] == [
        (0, "III"), (1, "1"), (0, "III"), (1, "3"), (0, "III"), (0, "")]
    assert shape_of(Grid(a_book())) == SHAPE


def test_what_a_filter_leaves_out_ends_no_group() -> None:
    sy = a_book().agency_named("Sở Y tế")
    assert sy is not None
    found = ["III. TỔ CHỨC THỰC HIỆN:", "1. Sở Y tế", "một", SHAPE[3], "hai", "bốn", "năm", "Nhiệm vụ khác", "sáu"]
    assert [row.text for row in build(a_book(), filter=MatrixFilter(agencies=frozenset({sy.id}))).rows] == found
    assert shape_of(Grid(a_book(), GridView(GridFilter(agencies=frozenset({sy.id}))))) == found


def test_the_sheet_has_number_and_words_apart() -> None:
    [table] = make_bundle(a_book(), "assignment").sheets[0].tables
    assert [row.cells for row in table.rows if row.kind is PaperRow.SECTION] == [
        ("III", "TỔ CHỨC THỰC HIỆN"), ("1", "Sở Y tế"), ("III", "TỔ CHỨC THỰC HIỆN (tiếp theo)"), ("3", "Sở Nội vụ"),
        ("III", "TỔ CHỨC THỰC HIỆN (tiếp theo)"), ("", "Nhiệm vụ khác")]


def test_the_window_folds_the_whole_heading_and_the_others_by_themselves() -> None:
    grid = Grid(a_book(), GridView(folded=frozenset({(OUTER,)})))
    assert shape_of(grid) == [OUTER, "Nhiệm vụ khác", "sáu"]
    grid = Grid(a_book(), GridView(folded=frozenset({()})))
    assert shape_of(grid) == SHAPE[:-1]
    others = grid.rows[-1]
    assert isinstance(others, Heading)
    assert (others.folded, others.count, others.depth) == (True, 1, 0)
    assert sum(t.all for t in grid.section_totals((), alone=True).values()) == 1
    grid = Grid(a_book())
    counts = [(row.title, row.count) for row in grid.rows if isinstance(row, Heading)]
    assert counts == [(OUTER, 5), (SHAPE[1], 1), (SHAPE[3], 1), (SHAPE[5], 1), (SHAPE[7], 2), ("Nhiệm vụ khác", 1)]
    assert [h.title if (h := grid.heading_above(n)) else "" for n in (2, 4, 9, 11)] == [SHAPE[1], SHAPE[3], SHAPE[7], "Nhiệm vụ khác"]
    assert sum(t.all for t in grid.section_totals((OUTER,), alone=True).values()) == 3


@pytest.mark.parametrize("kind", ["assignment", "matrix"])
def test_a_returned_sheet_takes_these_rows_for_headings(kind: str, tmp_path: Path) -> None:
    export(a_book(), kind, tmp_path / "a.xlsx")
    returned = read_returned(tmp_path / "a.xlsx", a_book(), shipped(), date(2026, 2, 1))
    assert (returned.rows, returned.differences, returned.notes) == (6, (), ())
