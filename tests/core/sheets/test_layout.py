"""Lines, widths and strips: nothing is lost, nothing is wider than its room."""
from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.book import Book
from core.matrix import build
from core.model import Agency, Assignment, Plan, Role, Task
from core.sheets.columns import ASSIGNMENT, CHECKLIST, EMPTY_SHARE, balanced, chosen, columns_of
from core.sheets.layout import (
    MOST_WIDER,
    Align,
    BarChart,
    Column,
    ColumnKind,
    Margins,
    PageSetup,
    Row,
    RowKind,
    Series,
    Table,
    as_text,
    chart_parts,
    shown,
    strip_count,
    strips,
)
from core.sheets.letters import fitted, ruler, upright_height, upright_lines
from core.sheets.matrix import matrix_table
from core.sheets.options import ColumnChoice, SheetOptions

WORDS = st.lists(st.sampled_from(["Sở", "Kế", "hoạch", "và", "Đầu", "tư", "x" * 60, "29-NQ/TW", "ủy", "ban"]), max_size=60)


@given(WORDS, st.floats(20, 400))
def test_wrapping_loses_no_letter_and_keeps_to_the_room(words: list[str], room: float) -> None:
    measure = ruler(12)
    lines = measure.wrap(" ".join(words), room)
    assert "".join(w for line in lines for w in line.words) == "".join(words)
    assert all(line.width <= room + 0.01 for line in lines)
    assert lines[-1].last
    assert not any(line.last for line in lines[:-1])


def test_line_breaks_of_the_text_are_kept() -> None:
    assert [line.words for line in ruler(12).wrap("một hai\nba", 500)] == [["một", "hai"], ["ba"]]


def test_no_line_begins_with_a_dash() -> None:
    measure = ruler(12)
    text = "giai đoạn 2021 - 2025 và đến 2030"
    for room in range(40, 240):
        lines = measure.wrap(text, room)
        assert " ".join(word for line in lines for word in line.words) == text
        assert all(line.words[0] != "-" for line in lines)
        assert all(abs(line.width - measure.width(" ".join(line.words))) < 0.001 and line.width <= room for line in lines)


def test_letters_that_the_font_lacks_become_a_sign() -> None:
    assert ruler(12).printable("việc 😀 \uf0b7 ☐") == "việc □ • □"


def wide_table(count: int = 40) -> Table:
    marks = tuple(Column(f"a{n}", f"Sở số {n}", 7.5, Align.CENTER, ColumnKind.MARK, upright=True) for n in range(count))
    columns = (Column("number", "STT", 11, kind=ColumnKind.NUMBER), Column("task", "Nhiệm vụ", 80), *marks)
    rows = (Row(RowKind.SECTION, ("I", "Phần một")), Row(RowKind.TASK, (1, "việc", *(f"m{n}" for n in range(count)))),
            Row(RowKind.TOTAL, ("Tổng", *range(count))))
    return Table(columns, rows, 2, stretch=False)


def test_strips_hold_every_column_once_and_fill_the_page() -> None:
    page = PageSetup(landscape=True)
    parts = strips(wide_table(), page)
    assert len(parts) == 2
    assert [c.key for part in parts for c in part.columns[2:]] == [f"a{n}" for n in range(40)]
    assert abs(sum(c.width for c in parts[0].columns) - page.text_width) < 0.01
    assert len({part.columns[1].width for part in parts}) == 1
    assert [v for part in parts for v in part.rows[1].cells[2:]] == [f"m{n}" for n in range(40)]
    assert [v for part in parts for v in part.rows[2].cells[1:]] == list(range(40))


def test_a_strip_with_fewer_columns_ends_at_the_same_line() -> None:
    page = PageSetup(landscape=True)
    parts = strips(wide_table(43), page)
    assert [len(part.columns) for part in parts] == [24, 23]
    assert [round(sum(c.width for c in part.columns), 3) for part in parts] == [page.text_width] * 2
    short = strips(wide_table(2 * 22 + 5), page)[-1]  # far fewer: they stay as wide as elsewhere
    assert max(c.width for c in short.columns[2:]) <= 7.5 * MOST_WIDER


def test_the_lines_of_an_upright_name_are_about_equally_long() -> None:
    name = "Các cơ quan, đơn vị và các địa phương"
    full = ruler(8.5, True).width(name)
    _, lines = upright_lines(name, 21.0, full - 2, 8.5)
    assert len(lines) == 2
    assert " ".join(word for line in lines for word in line.words) == name
    assert max(line.width for line in lines) < 0.66 * full
    assert [line.words for line in upright_lines("Sở Y tế", 21.0, 100.0, 8.5)[1]] == [["Sở", "Y", "tế"]]


def test_columns_of_another_format_are_left_out_with_their_cells() -> None:
    columns = (Column("id", "Mã", 10, formats=frozenset({"xlsx"})), Column("a", "A", 10), Column("b", "B", 10, formats=frozenset({"pdf"})))
    table = Table(columns, (Row(RowKind.TASK, ("x", "y", "z")), Row(RowKind.TOTAL, ("t", "u"))), frozen=2)
    seen = shown(table, "docx")
    assert [c.key for c in seen.columns] == ["a"]
    assert [row.cells for row in seen.rows] == [("y",), ("t",)]
    assert seen.frozen == 1
    assert shown(table, "pdf").rows[1].cells == ("t", "u")


def test_no_column_is_narrower_than_the_longest_word_of_its_heading() -> None:
    table = Table((Column("a", "Ngắn", 150), Column("b", "Nghiêng-ngả-dài-dằng-dặc", 5)), (), 1)
    page = PageSetup()
    found = fitted(table, page)
    assert found[1] > 40
    assert abs(sum(found) - page.text_width) < 0.01


def test_upright_names_get_the_height_they_need_but_no_more_than_75_mm() -> None:
    low = upright_height([("Sở Y tế", 21.0)], 8.5)
    high = upright_height([("Các cơ quan, đơn vị, địa phương " * 30, 21.0)], 8.5)
    assert low < high <= 212


def test_the_clerk_orders_renames_and_hides_columns() -> None:
    made = chosen(ASSIGNMENT, [ColumnChoice("task"), ColumnChoice("number", shown=False), ColumnChoice("leads", "Chủ trì", 50.0),
                               ColumnChoice("deadline"), ColumnChoice("coops"), ColumnChoice("deliverable", shown=False),
                               ColumnChoice("note", shown=False), ColumnChoice("nonsense")])
    assert [c.key for c in made] == ["id", "task", "leads", "due", "deadline", "coops"]
    assert (made[2].title, made[2].width) == ("Chủ trì", 50.0)
    assert chosen(ASSIGNMENT, []) == ASSIGNMENT
    assert "task" in [c.key for c in chosen(ASSIGNMENT, [ColumnChoice("task", shown=False)])]
    assert [c.key for c in columns_of("assignment")] == [c.key for c in ASSIGNMENT if c.key not in ("id", "due")]
    assert "received" in [c.key for c in columns_of("checklist")] == [c.key for c in CHECKLIST if c.key not in ("id", "due")]


def test_long_charts_are_cut_into_parts_of_one_scale() -> None:
    chart = BarChart("Biểu đồ", tuple(str(n) for n in range(50)), (Series("a", tuple(range(50))), Series("b", (1,) * 50)))
    parts = chart_parts(chart, 24)
    assert [len(p.labels) for p in parts] == [17, 17, 16]
    assert {p.most for p in parts} == {50}
    assert sum((p.series[0].values for p in parts), ()) == tuple(range(50))


def test_values_on_paper() -> None:
    assert [as_text(v) for v in (None, "x", 3, 12.5)] == ["", "x", "3", "12,5"]
    assert PageSetup("A3", True, Margins(left=30, right=20)).text_width == 370


def table_with(*filled: str) -> Table:
    cells = tuple("có" if column.key in filled else None for column in ASSIGNMENT)
    return Table(ASSIGNMENT, (Row(RowKind.SECTION, ("I", "MỤC")), Row(RowKind.TASK, cells, id="t")), frozen=3)


def test_columns_wanted_empty_give_room_to_the_task_unless_the_clerk_chose_their_width() -> None:
    table, wanted = table_with("task", "leads"), SheetOptions(empty_columns=True)
    usual = {column.key: column.width for column in ASSIGNMENT}
    made = {column.key: column.width for column in balanced(table, wanted).columns}
    assert made["note"] == pytest.approx(usual["note"] * EMPTY_SHARE)
    assert made["leads"] == usual["leads"]
    assert made["task"] > usual["task"]
    assert sum(made.values()) == pytest.approx(sum(usual.values()))
    kept = {column.key: column.width for column in balanced(table, replace(wanted, columns=(ColumnChoice("note", width=20.0),))).columns}
    assert kept["note"] == usual["note"]
    assert balanced(table, replace(wanted, columns=(ColumnChoice("task", width=90.0),))) is table


def test_columns_in_which_nothing_stands_are_not_printed_and_wait_hidden_in_a_workbook() -> None:
    table = balanced(table_with("id", "task", "leads", "note"), SheetOptions())
    for format in ("pdf", "docx"):
        assert [c.key for c in shown(table, format).columns] == ["number", "task", "leads", "deadline", "note"], format
        assert [len(row.cells) for row in shown(table, format).rows] == [2, 5]
    assert [c.key for c in shown(table, "xlsx").columns] == [c.key for c in table.columns] == [
        "id", "number", "task", "leads", "deadline", "note", "coops", "due", "deliverable"]
    assert [c.key for c in table.columns if c.spare] == ["coops", "due", "deliverable"]
    assert table.rows[1].cells == ("có", None, "có", "có", None, "có", None, None, None)
    assert (table.rows[1].id, table.frozen) == ("t", 3)
    usual = {c.key: c.width for c in ASSIGNMENT}
    assert {c.key: c.width for c in shown(table, "pdf").columns}["task"] == pytest.approx(  # the days stand in workbooks only
        usual["task"] + usual["coops"] + usual["deliverable"] + usual["deadline"] * (1 - EMPTY_SHARE))
    set_up = (ColumnChoice("deliverable", "Kết quả"), ColumnChoice("coops", width=30.0), ColumnChoice("note"))
    assert [c.key for c in balanced(table_with("task"), SheetOptions(columns=set_up)).columns if c.spare] == ["due", "note"]


def test_a_spare_column_before_the_task_is_no_longer_frozen() -> None:
    columns = (ASSIGNMENT[0], ASSIGNMENT[-1], *ASSIGNMENT[1:-1])
    table = Table(columns, (Row(RowKind.TASK, tuple("có" if c.key == "task" else None for c in columns)),), frozen=4)
    made = balanced(table, SheetOptions())
    assert [c.key for c in made.columns[:made.frozen]] == ["id", "number", "task"]


def test_a_table_without_tasks_keeps_its_columns() -> None:
    table = Table(ASSIGNMENT, (Row(RowKind.SECTION, ("I", "MỤC")),))
    assert not any(column.spare for column in balanced(table, SheetOptions()).columns)


def test_a_matrix_a_little_too_wide_is_squeezed_into_one_strip_less() -> None:
    columns = (Column("number", "STT", 11), Column("task", "Nội dung", 80), *(Column(f"a{n}", "Sở", 7.5) for n in range(26)))
    page = PageSetup(landscape=True)
    table = Table(columns, (), 2, stretch=False)
    parts = strips(table, page)
    assert len(parts) == strip_count(table, page) == 1
    assert 6.5 <= parts[0].columns[-1].width < 7.5
    assert sum(column.width for column in parts[0].columns) == pytest.approx(page.text_width)


@pytest.mark.parametrize("agencies", [4, 60])
def test_the_tasks_of_a_matrix_stand_in_it_whole_unless_they_are_wanted_short(agencies: int) -> None:
    text = "Rà soát, hoàn thiện các quy hoạch có liên quan trên địa bàn tỉnh " * 40
    records = [Agency(f"a{n}", f"Sở số {n}") for n in range(agencies)]
    book = Book(Plan("p", ""), [*records, Task("t", "p", 1.0, text), *(Assignment("t", a.id, Role.COOP) for a in records)])
    for brief in (False, True):
        options = SheetOptions(brief=brief)
        table = matrix_table(build(book), options)
        task = str(table.rows[0].cells[2])
        assert task.endswith("…") is brief
        assert (task == text.strip()) is not brief
        part = strips(table, PageSetup(landscape=True))[0]
        room = (part.columns[2].width - 6.6) / 1.03 * 72 / 25.4
        assert len(ruler(table.size).wrap(task, room)) * table.size * 1.3125 < 409  # the highest row of Excel
