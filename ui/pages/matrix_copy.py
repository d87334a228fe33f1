"""Copy and paste of the matrix: what is chosen with its headings to the clipboard, and cells from Excel back as one step."""
from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData, QObject
from PySide6.QtWidgets import QApplication

from core.fold import words
from core.matrix_grid import Grid, short_of
from core.model import Role
from ui import messages
from ui.models.matrix import all_due
from ui.pages import matrix_clipboard as clipboard
from ui.pages.matrix_edit import MatrixEdits
from ui.pages.matrix_pane import MatrixPane

Cell = tuple[str, str]


class MatrixCopy(QObject):
    """``copy`` and ``paste`` work on what is chosen in the pane."""

    def __init__(self, pane: MatrixPane, edits: MatrixEdits) -> None:
        super().__init__(pane)
        self.pane, self.edits = pane, edits

    # ---- out

    def table(self) -> tuple[list[list[str]], list[list[str]]]:
        """(with headings: STT, Nhiệm vụ, Thời hạn, agencies; the bare cells) of the rectangle around what is chosen."""
        grid, ranges = self.pane.grid, self.pane.cells.ranges()
        if grid is None or not ranges:
            return [], []
        top, left = min(r[0] for r in ranges), min(r[1] for r in ranges)
        bottom, right = max(r[2] for r in ranges), max(r[3] for r in ranges)
        model = self.pane.cell_model
        chosen = {(row, column) for r in ranges for row in range(r[0], r[2] + 1) for column in range(r[1], r[3] + 1)}
        rows = [row for row in range(top, bottom + 1) if model.heading(row) is None]
        bare = [[clipboard.SHOWN[model.mark(row, column)] if (row, column) in chosen else "" for column in range(left, right + 1)]
                for row in rows]
        if model.turned:
            head = [[self.tr("Cơ quan"), *(str(grid.number[grid.slots[n]]) for n in range(left, right + 1))]]
            return head + [[grid.agency(grid.columns[row]).name, *cells] for row, cells in zip(rows, bare, strict=True)], bare
        head = [[self.tr("STT"), self.tr("Nhiệm vụ"), self.tr("Thời hạn"),
                 *(short_of(grid.agency(grid.columns[n])) for n in range(left, right + 1))]]
        return head + [[*self._task(grid, row), *cells] for row, cells in zip(rows, bare, strict=True)], bare

    @staticmethod
    def _task(grid: Grid, row: int) -> list[str]:
        task = grid.task_at(row)
        assert task is not None
        return [str(grid.number[grid.slot_of[task.id]]), task.text, all_due(task).replace("\n", "; ")]

    def copy(self) -> bool:
        if self.edits.too_many(100_000):
            return False
        rows, bare = self.table()
        if not bare:
            return False
        data = QMimeData()
        data.setText(clipboard.as_text(rows))
        data.setHtml(clipboard.as_html(rows, 1, 1 if self.pane.cell_model.turned else 3))
        data.setData(clipboard.BARE, QByteArray(clipboard.as_text(bare).encode()))
        QApplication.clipboard().setMimeData(data)
        messages.notice(self.tr("Đã chép {0} hàng × {1} cột kèm tiêu đề; dán được vào Excel, Word.").format(len(bare), len(bare[0])))
        return True

    # ---- in

    def paste(self) -> bool:
        """Cells from the clipboard: by their headings where they have some, else from the upper left chosen cell on."""
        data = QApplication.clipboard().mimeData()
        own = data.hasFormat(clipboard.BARE)
        text = bytes(data.data(clipboard.BARE).data()).decode() if own else data.text()
        ranges = self.pane.cells.ranges()
        if self.pane.grid is None or not ranges or not text:
            return False
        rows = clipboard.parse(text)
        named = None if own else self._by_headings(rows)
        cells = named if named is not None else self._from_here(rows, min(r[0] for r in ranges), min(r[1] for r in ranges))
        return self._write(cells)

    def _by_headings(self, rows: list[list[str]]) -> dict[Cell, str] | None:
        grid = self.pane.grid
        assert grid is not None
        agencies = {words(name): a for a in grid.columns
                    for agency in (grid.book.agencies[a], grid.agency(a)) for name in (agency.name, agency.short) if words(name)}
        tasks = {str(grid.number[grid.slot_of[t.id]]): t.id for t in grid.book.tasks}
        return clipboard.by_headings(rows, agencies, tasks)

    def _from_here(self, rows: list[list[str]], top: int, left: int) -> dict[Cell, str]:
        """One value goes into all chosen cells; a block lies from its corner on, skipping headings."""
        if len(rows) == 1 and len(rows[0]) == 1:
            if self.edits.too_many():
                return {}
            return dict.fromkeys(self.pane.chosen_pairs(), rows[0][0])
        model = self.pane.cell_model
        targets = [row for row in range(top, model.rowCount()) if model.heading(row) is None][:len(rows)]
        return {pair: cell for row, line in zip(targets, rows, strict=False) for n, cell in enumerate(line)
                if (pair := model.pair(row, left + n)) is not None}

    def _write(self, cells: dict[Cell, str]) -> bool:
        wanted: dict[Cell, Role | None] = {}
        unknown: list[str] = []
        for pair, cell in cells.items():
            role = clipboard.role_of(cell)
            if isinstance(role, Role) or role is None:
                wanted[pair] = role
            else:
                unknown.append(role)
        if unknown and not wanted:
            messages.notice(self.tr("Không dán: “{0}” không phải CT, PH hay x.").format(unknown[0][:40]), kind="warn")
            return False
        done = self.edits.write_cells(wanted, "Dán {0} ô")
        if unknown:
            told = self.tr("Đã bỏ qua {0} ô không phải CT, PH hay x, ví dụ “{1}”.").format(len(unknown), unknown[0][:40])
            messages.notice(told, kind="warn")
        return done
