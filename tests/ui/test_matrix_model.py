"""What the models of the matrix say of a column, a heading and a task, without a window."""
from __future__ import annotations

from PySide6.QtCore import Qt

from core.book import Book
from core.matrix_grid import Grid
from core.model import Agency, AgencyKind, Assignment, Plan, Role, Task
from ui.models.matrix import CellModel


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
