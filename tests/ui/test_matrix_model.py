"""What the models of the matrix say of a column, a heading and a task, without a window."""
from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from core.book import Book
from core.edits import due_of
from core.matrix_grid import Grid
from core.model import Agency, AgencyKind, Assignment, Deadline, Plan, Role, Task
from ui.models.matrix import CellModel, Frozen, FrozenModel, due_lines
from ui.models.tasks import deadline_text


def test_the_head_of_a_group_has_the_plans_words_and_its_tooltip_the_directorys_too() -> None:
    book = Book(Plan("p", "Kế hoạch"), [
        Agency("g", "các cơ quan liên quan", "Các cơ quan LQ", kind=AgencyKind.GROUP, known=False), Agency("y", "Sở Y tế"),
        Task("t", "p", 1.0, "Việc"), Assignment("t", "g", Role.COOP, "Các đơn vị có liên quan"),
        Assignment("t", "y", Role.LEAD, "Sở Y Tế")])
    model = CellModel()
    model.grid = Grid(book)
    heads = {role: [model.headerData(n, Qt.Orientation.Horizontal, int(role)) for n in range(2)]
             for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)}
    assert heads[Qt.ItemDataRole.DisplayRole] == ["Sở Y tế", "Các đơn vị LQ"]
    assert heads[Qt.ItemDataRole.ToolTipRole] == [
        "Sở Y tế\n1 chủ trì, 0 phối hợp",
        "Các đơn vị có liên quan\nTrong danh bạ: các cơ quan liên quan\n0 chủ trì, 1 phối hợp"]


REPORTS = (Deadline("trước ngày 30/11 hằng năm"), Deadline("năm 2035", None, date(2035, 12, 31)),
           Deadline("năm 2030", None, date(2030, 12, 31)))


def due_column(task: Task) -> tuple[tuple[str, str], str, str]:
    """What the row paints, its tooltip, and the line of the review's list."""
    model = FrozenModel()
    model.grid = Grid(Book(Plan("p", "Kế hoạch"), [task]))
    return due_lines(task), str(model.index(0, Frozen.DUE).data(Qt.ItemDataRole.ToolTipRole)), deadline_text(task)


def test_the_day_and_the_words_under_it_are_of_one_deadline() -> None:
    row, tip, line = due_column(Task("t", "p", 1.0, "Báo cáo", deadlines=REPORTS, due=due_of(REPORTS)))
    assert row == ("31/12/2030", "năm 2030")
    assert tip == "trước ngày 30/11 hằng năm\nnăm 2035 (31/12/2035)\nnăm 2030 (31/12/2030)"
    assert line == "trước ngày 30/11 hằng năm; năm 2035; năm 2030 (31/12/2030)"


@pytest.mark.parametrize(("deadlines", "due", "row", "tip", "line"), [
    ((), None, ("", ""), "", ""),
    (REPORTS[:1], None, ("trước ngày 30/11 hằng năm", ""), "trước ngày 30/11 hằng năm", "trước ngày 30/11 hằng năm"),
    ((Deadline("trước ngày 5/1/2026", date(2026, 1, 5)),), date(2026, 1, 5), ("05/01/2026", "trước ngày 5/1/2026"), "trước ngày 5/1/2026",
     "trước ngày 5/1/2026"),
    ((Deadline("05/01/2026", date(2026, 1, 5)),), date(2026, 1, 5), ("05/01/2026", ""), "05/01/2026", "05/01/2026"),
    ((), date(2026, 1, 5), ("05/01/2026", ""), "05/01/2026", "05/01/2026"),
    (REPORTS[:1], date(2026, 1, 5), ("05/01/2026", "trước ngày 30/11 hằng năm"), "05/01/2026\ntrước ngày 30/11 hằng năm",
     "trước ngày 30/11 hằng năm (05/01/2026)")])
def test_deadlines_of_every_sort(deadlines: tuple[Deadline, ...], due: date | None, row: tuple[str, str], tip: str, line: str) -> None:
    assert due_column(Task("t", "p", 1.0, "Báo cáo", deadlines=deadlines, due=due)) == (row, tip, line)
