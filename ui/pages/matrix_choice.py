"""What is current and what is chosen in the two halves of the matrix's table, as tasks and agencies."""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, QTimer
from PySide6.QtWidgets import QScrollBar, QWidget

from core.matrix_grid import Grid, Heading
from core.matrix_view import Section
from ui.models.matrix import CellModel
from ui.pages.matrix_cellview import CellView
from ui.pages.matrix_frozen import FrozenView
from ui.pages.matrix_view import MatrixView
from ui.touched import Pair

MOST_SHOWN = 2000  # cells of one step that are looked up to be chosen again
MOST_SCATTERED = 200  # of these where they are no rectangle: each is a range of its own for Qt


class Choice(QWidget):
    """The part of the pane that reads its two views."""

    frozen: FrozenView
    cells: CellView
    cell_model: CellModel
    _following = False  # one half goes after the other

    @property
    def grid(self) -> Grid | None:
        return self.cell_model.grid

    def current_pair(self) -> tuple[str, str] | tuple[None, None]:
        """(task id, agency id) of the current cell."""
        index = self.cells.currentIndex()
        pair = self.cell_model.pair(index.row(), index.column()) if index.isValid() else None
        return pair or (None, None)

    def in_frozen(self) -> bool:
        """Whether the keyboard stands at the left; also while a menu or the palette is open over the window."""
        focus = self.window().focusWidget()
        return focus is self.frozen or (focus is not None and self.frozen.isAncestorOf(focus))

    def current_task(self) -> str | None:
        """The task of the row in which the keyboard stands."""
        if self.grid is None:
            return None
        if self.in_frozen() and not self.cell_model.turned and self.frozen.currentIndex().isValid():
            task = self.grid.task_at(self.frozen.currentIndex().row())
            return task.id if task else None
        return self.current_pair()[0]

    def chosen_count(self) -> int:
        """How many cells are chosen; rows of headings have none."""
        heads = self.grid.heading_rows if self.grid is not None and not self.cell_model.turned else []
        return sum((bottom - top + 1 - (bisect_right(heads, bottom) - bisect_left(heads, top))) * (right - left + 1)
                   for top, left, bottom, right in self.cells.ranges())

    def chosen_pairs(self) -> list[Pair]:
        """The chosen cells, row by row; headings have none."""
        pair = self.cell_model.pair
        found = [pair(row, column) for top, left, bottom, right in self.cells.ranges()
                 for row in range(top, bottom + 1) for column in range(left, right + 1)]
        return list(dict.fromkeys(p for p in found if p is not None))

    def chosen_tasks(self) -> list[str]:
        """Tasks of the chosen rows at the left, else those of the chosen cells."""
        grid = self.grid
        if grid is None:
            return []
        if self.cell_model.turned:
            columns = sorted({n for _, left, _, right in self.cells.ranges() for n in range(left, right + 1)})
            return [task.id for n in columns if (task := grid.tasks[grid.slots[n]]) is not None]
        ranges = (self.frozen if self.in_frozen() else self.cells).ranges()
        rows = sorted({row for top, _, bottom, _ in ranges for row in range(top, bottom + 1)})
        return [task.id for row in rows if (task := grid.task_at(row)) is not None]

    def _corners(self) -> list[Pair]:
        """The first and last cell of the one rectangle that is chosen; headings at its edge do not count."""
        span, model = self.cells.chosen_range(), self.cell_model
        if span is None:
            return []
        first = next((p for row in range(span[0], span[2] + 1) if (p := model.pair(row, span[1]))), None)
        last = next((p for row in range(span[2], span[0] - 1, -1) if (p := model.pair(row, span[3]))), None)
        return [first, last] if first and last else []

    @contextmanager
    def _after(self, view: MatrixView) -> Iterator[None]:
        """Inside, ``view`` goes after the other half: nobody is told, and it does not scroll to its own column."""
        self._following = True
        view.setAutoScroll(False)
        try:
            yield
        finally:
            view.setAutoScroll(True)
            self._following = False

    def _rows_after_cells(self, row: int) -> None:
        """One row is at hand in both halves: what was chosen at the left elsewhere is let go."""
        frozen = self.frozen
        if self._following or self.cell_model.turned or frozen.currentIndex().row() == row:
            return
        with self._after(frozen):
            frozen.clearSelection()
            index = frozen.model().index(row, max(0, frozen.currentIndex().column()))
            frozen.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    def _cells_after_rows(self, row: int) -> None:
        cells = self.cells
        if cells.currentIndex().row() != row and self.cell_model.columnCount():
            with self._after(cells):
                index = self.cell_model.index(row, max(0, cells.currentIndex().column()))
                cells.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def row_held(self) -> tuple[str | Section, int] | None:
        """The task or heading at which the keyboard stands at the left, with the column; None where it is not there."""
        index, grid = self.frozen.currentIndex(), self.grid
        if grid is None or self.cell_model.turned or not index.isValid() or not self.in_frozen():
            return None
        task, heading = grid.task_at(index.row()), grid.rows[index.row()]
        held = task.id if task is not None else heading.section if isinstance(heading, Heading) else None
        return (held, index.column()) if held is not None else None

    def hold_row(self, held: tuple[str | Section, int]) -> None:
        """The keyboard stands there again after the rows were laid anew."""
        grid, (what, column) = self.grid, held
        if grid is None or self.cell_model.turned:
            return
        headings = {item.section: n for n in grid.heading_rows if isinstance(item := grid.rows[n], Heading)}
        row = grid.row_of_task(what) if isinstance(what, str) else headings.get(what)
        if row is not None:
            self.frozen.setCurrentIndex(self.frozen.model().index(row, column))

    def show_step(self, cells: Sequence[Pair], tasks: Sequence[str]) -> None:
        """Choose what an undo or redo was about: its cells, else the row of its first task in sight."""
        places = {p for pair in cells[:MOST_SHOWN] if (p := self.cell_model.place(*pair)) is not None}
        if not places:
            agency = self.current_pair()[1] or (self.grid.columns[0] if self.grid is not None and self.grid.columns else "")
            shown = {t: p for t in tasks[:MOST_SHOWN] if (p := self.cell_model.place(t, agency)) is not None}
            if not shown:
                return
            here = self.current_task()
            places = {shown[here] if here in shown else next(iter(shown.values()))}
        rows, columns = [r for r, _ in places], [c for _, c in places]
        top, left, bottom, right = min(rows), min(columns), max(rows), max(columns)
        current = self.cells.currentIndex()
        at = (current.row(), current.column())
        at = at if at in places else min(places)
        self.cells.setCurrentIndex(self.cell_model.index(*at))
        self.frozen.clearSelection()
        if len(places) == (bottom - top + 1) * (right - left + 1):
            self.select(top, left, bottom, right)
            return
        span = QItemSelection()
        for row, column in places if len(places) <= MOST_SCATTERED else [at]:
            index = self.cell_model.index(row, column)
            span.select(index, index)
        self.cells.selectionModel().select(span, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def select(self, top: int, left: int, bottom: int, right: int) -> None:
        """Choose a rectangle of cells."""
        span = QItemSelection(self.cell_model.index(top, left), self.cell_model.index(bottom, right))
        self.cells.selectionModel().select(span, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def follow(inner: QScrollBar, outer: QScrollBar) -> None:
    """``outer`` is the scroll bar that is seen, ``inner`` the hidden one of the view."""
    def sized(low: int, high: int) -> None:
        outer.setPageStep(inner.pageStep())
        outer.setSingleStep(inner.singleStep())
        outer.setRange(low, high)
        outer.setVisible(high > low or outer.orientation() == Qt.Orientation.Vertical)

    inner.rangeChanged.connect(sized)
    inner.valueChanged.connect(outer.setValue)
    outer.valueChanged.connect(inner.setValue)
    QTimer.singleShot(0, outer, lambda: sized(inner.minimum(), inner.maximum()))
