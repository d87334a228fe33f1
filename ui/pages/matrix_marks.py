"""The right half of the matrix's table as a picture: grounds, lines, marks, loads of sections, what is chosen."""
from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from core.matrix_grid import Heading
from core.matrix_index import Totals
from core.matrix_view import Section
from ui import theme
from ui.delegates.matrix_cells import heat, mark_pixmap
from ui.models.matrix import CellModel
from ui.pages.matrix_view import CENTER, MatrixView, Range, Shown


class MarkView(MatrixView):
    """Paints; the gestures are in CellView."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hot_column = -1
        self.heat = False
        self.section_totals: dict[tuple[Section, bool], dict[str, Totals]] = {}
        self.fill_to: Range | None = None

    def table(self) -> CellModel | None:
        model = self.model()
        return model if isinstance(model, CellModel) and model.grid is not None else None

    def chosen_range(self) -> Range | None:
        """The one rectangle that is chosen, None where there are several or none."""
        chosen = self.ranges()
        return chosen[0] if len(chosen) == 1 else None

    def handle(self) -> QRect | None:
        """The small square that is dragged to fill."""
        span = self.chosen_range()
        if span is None or not self.hasFocus():
            return None
        box = self.box(span)
        return QRect(box.right() - 3, box.bottom() - 3, 6, 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        area = event.rect()
        c, model = theme.colours(), self.table()
        painter.fillRect(area, theme.colour(c.surface))
        if model is not None and model.columnCount():
            left, first, last = self._span(area)
            rows = list(self.visible_rows(area))
            self._grounds(painter, model, rows, left, first, last)
            self._lines(painter, model, rows, left, first, last)
            self._marks(painter, model, rows, left, first, last)
            self._choice(painter, area)
        painter.end()

    def _span(self, area: QRect) -> tuple[int, int, int]:
        """x of the first visible column, its number, and the last one's."""
        wide, offset = self.m.column, self.horizontalHeader().offset()
        first = max(0, (area.left() + offset) // wide)
        last = min(self.horizontalHeader().count() - 1, (area.right() + offset) // wide)
        return first * wide - offset, first, last

    def _grounds(self, painter: QPainter, model: CellModel, rows: list[Shown], left: int, first: int, last: int) -> None:
        c, wide = theme.colours(), self.m.column
        width = (last - first + 1) * wide
        current = self.currentIndex()
        if self.heat and not model.turned:
            self._heat_columns(painter, model, left, first, last, rows)
        elif self.heat:
            self._heat_rows(painter, model, left, width, rows)
        for column, fill in ((self.hot_column, c.hover), (current.column(), c.accent_soft)):
            if first <= column <= last and rows:
                x, top = left + (column - first) * wide, rows[0][1]
                painter.fillRect(x, top, wide, rows[-1][1] + rows[-1][2] - top, theme.colour(fill, 150))
        for row, y, height in rows:
            if model.heading(row) is not None:
                painter.fillRect(left, y, width, height, theme.colour(c.raised))
            elif row == current.row():
                painter.fillRect(left, y, width, height, theme.colour(c.accent_soft, 170))
            elif row == self.hot_row:
                painter.fillRect(left, y, width, height, theme.colour(c.hover, 150))

    def _heat_columns(self, painter: QPainter, model: CellModel, left: int, first: int, last: int, rows: list[Shown]) -> None:
        grid = model.grid
        if grid is None or not rows:
            return
        most = grid.heaviest()
        top, bottom = rows[0][1], rows[-1][1] + rows[-1][2]
        for column in range(first, last + 1):
            totals = grid.totals.get(grid.columns[column])
            if totals is not None and totals.all:
                painter.fillRect(left + (column - first) * self.m.column, top, self.m.column, bottom - top, heat(totals.all / most))

    def _heat_rows(self, painter: QPainter, model: CellModel, left: int, width: int, rows: list[Shown]) -> None:
        """The turned table: agencies are rows."""
        grid = model.grid
        assert grid is not None
        most = grid.heaviest()
        for row, y, height in rows:
            totals = grid.totals.get(grid.columns[row])
            if totals is not None and totals.all:
                painter.fillRect(left, y, width, height, heat(totals.all / most))

    def _lines(self, painter: QPainter, model: CellModel, rows: list[Shown], left: int, first: int, last: int) -> None:
        if not rows:
            return
        painter.setPen(theme.colour(theme.colours().border))
        wide, top, bottom = self.m.column, rows[0][1], rows[-1][1] + rows[-1][2] - 1
        right = left + (last - first + 1) * wide - 1
        for _, y, height in rows:
            painter.drawLine(left, y + height - 1, right, y + height - 1)
        for n in range(1, last - first + 2):
            painter.drawLine(left + n * wide - 1, top, left + n * wide - 1, bottom)
        grid = model.grid
        if grid is not None and model.turned:  # where another section begins
            painter.setPen(theme.colour(theme.colours().edge))
            sections = [grid.section_of(slot) for slot in grid.slots[first:last + 2]]
            for n in (n for n in range(1, len(sections)) if sections[n] != sections[n - 1]):
                painter.drawLine(left + n * wide - 1, top, left + n * wide - 1, bottom)

    def _marks(self, painter: QPainter, model: CellModel, rows: list[Shown], left: int, first: int, last: int) -> None:
        grid, m = model.grid, self.m
        assert grid is not None
        wide = m.column
        ratio, dark = self.devicePixelRatioF(), theme.colours().dark
        pictures = {n: mark_pixmap(n, wide - 1, m.row - 1, m.zoom, ratio, dark) for n in (1, 2, 3, 4)}
        draw, mark = painter.drawPixmap, grid.mark
        if model.turned:
            tasks = [(left + n * wide, task.id) for n, slot in enumerate(grid.slots[first:last + 1]) if (task := grid.tasks[slot])]
            for row, y, _ in rows:
                agency = grid.columns[row]
                for x, task_id in tasks:
                    if found := mark(task_id, agency):
                        draw(x, y, pictures[found])
            return
        agencies = [(left + n * wide, a) for n, a in enumerate(grid.columns[first:last + 1])]
        for row, y, height in rows:
            heading = model.heading(row)
            if heading is not None:
                if heading.folded or self.heat:
                    self._section(painter, model, heading, y, height, left, first, last)
                continue
            task = grid.task_at(row)
            if task is not None and task.id in grid.book.cells:
                for x, agency in agencies:
                    if found := mark(task.id, agency):
                        draw(x, y, pictures[found])

    def _section(self, painter: QPainter, model: CellModel, heading: Heading, y: int, height: int, left: int, first: int,
                 last: int) -> None:
        """How much work each agency has in a folded section, as a number over a tint."""
        grid, c = model.grid, theme.colours()
        assert grid is not None
        key = heading.section, heading.again
        totals = self.section_totals.get(key)
        if totals is None:
            totals = self.section_totals[key] = grid.section_totals(heading.section, alone=heading.again)
        most = max((t.all for t in totals.values()), default=0) or 1
        painter.setFont(self.small)
        painter.setPen(theme.colour(c.text))
        for n, agency in enumerate(grid.columns[first:last + 1]):
            count = totals.get(agency)
            if count is not None and count.all:
                box = QRect(left + n * self.m.column, y, self.m.column - 1, height - 1)
                if self.heat:
                    painter.fillRect(box, heat(count.all / most))
                painter.drawText(box, CENTER, str(count.all))

    def box(self, span: Range) -> QRect:
        """The rectangle of a range in the viewport."""
        vertical, wide = self.verticalHeader(), self.m.column
        top, left, bottom, right = span
        y = vertical.sectionViewportPosition(top)
        x = left * wide - self.horizontalHeader().offset()
        return QRect(x, y, (right - left + 1) * wide - 1, vertical.sectionViewportPosition(bottom) + vertical.sectionSize(bottom) - y - 1)

    def _choice(self, painter: QPainter, area: QRect) -> None:
        c = theme.colours()
        chosen = self.ranges()
        tint = theme.colour(c.accent, 40)
        many = len(chosen) > 1 or any(r[0] != r[2] or r[1] != r[3] for r in chosen)
        for span in chosen if many else []:
            box = self.box(span)
            painter.fillRect(box & area, tint)
            painter.setPen(theme.colour(c.accent))
            painter.drawRect(box.adjusted(-1, -1, 0, 0))
        current = self.currentIndex()
        if current.isValid():
            box = self.box((current.row(), current.column(), current.row(), current.column()))
            painter.setPen(QPen(theme.colour(c.accent if self.hasFocus() else c.edge), 2))
            painter.drawRect(box.adjusted(0, 0, 0, 0))
        handle = self.handle()
        if handle is not None:
            painter.fillRect(handle.adjusted(-1, -1, 1, 1), theme.colour(c.surface))
            painter.fillRect(handle, theme.colour(c.accent))
        if self.fill_to is not None:
            painter.setPen(QPen(theme.colour(c.accent), 1, Qt.PenStyle.DashLine))
            painter.drawRect(self.box(self.fill_to))
