"""The left half of the matrix's table: STT, task, deadline, deliverable and totals; headings with their triangle."""
from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QWidget

from core.matrix import is_late
from core.matrix_grid import Heading
from ui import theme
from ui.delegates.matrix_text import draw_lines, lines
from ui.models.matrix import Frozen, FrozenModel, due_lines
from ui.numbers import grouped
from ui.pages.matrix_view import CENTER, LEFT, RIGHT, MatrixView


class FrozenView(MatrixView):
    """STT, task, deadline and totals of each task; headings with their triangle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)
        self.current_row = -1  # the row of the current cell in the other view

    def table(self) -> FrozenModel | None:
        model = self.model()
        return model if isinstance(model, FrozenModel) and model.grid is not None else None

    def paintEvent(self, event: QPaintEvent) -> None:
        model = self.table()
        c = theme.colours()
        painter = QPainter(self.viewport())
        area = event.rect()
        painter.fillRect(area, theme.colour(c.surface))
        if model is not None:
            chosen = self.ranges()
            for row, y, height in self.visible_rows(area):
                self._row(painter, model, row, y, height, any(r[0] <= row <= r[2] for r in chosen))
        painter.setPen(theme.colour(c.edge))
        painter.drawLine(self.viewport().width() - 1, area.top(), self.viewport().width() - 1, area.bottom())
        painter.end()

    def _row(self, painter: QPainter, model: FrozenModel, row: int, y: int, height: int, chosen: bool) -> None:
        c = theme.colours()
        wide = self.viewport().width()
        heading = model.heading(row)
        if heading is not None:
            painter.fillRect(0, y, wide, height, theme.colour(c.accent_soft if chosen else c.raised))
            self._heading(painter, heading, y, height, wide)
        else:
            fill = c.accent_soft if chosen or row == self.current_row else c.hover if row == self.hot_row else ""
            if fill:
                painter.fillRect(0, y, wide, height, theme.colour(fill))
            if model.turned:
                self._agency(painter, model, row, y, height)
            else:
                self._task(painter, model, row, y, height)
        painter.setPen(theme.colour(c.border))
        painter.drawLine(0, y + height - 1, wide, y + height - 1)
        if self.hasFocus() and self.currentIndex().row() == row:
            self._focus(painter, self.currentIndex(), heading is not None, y, height)

    def _focus(self, painter: QPainter, index: QModelIndex, whole: bool, y: int, height: int) -> None:
        x, width = self.columnViewportPosition(index.column()), self.columnWidth(index.column())
        if whole:
            x, width = 0, self.viewport().width() - 1
        painter.setPen(QPen(theme.colour(theme.colours().accent), 2))
        painter.drawRect(x + 1, y + 1, width - 2, height - 3)

    def _heading(self, painter: QPainter, heading: Heading, y: int, height: int, wide: int) -> None:
        c, m = theme.colours(), self.m
        x = m.pad + round(14 * m.zoom) * min(heading.depth, 6)
        side = round(9 * m.zoom)
        _triangle(painter, QRect(x, y + (height - side) // 2, side, side), heading.folded)
        painter.setFont(self.small)
        painter.setPen(theme.colour(c.muted))
        count = grouped(heading.count)
        painter.drawText(QRect(0, y, wide - m.pad - 4, height), RIGHT, count)
        painter.setFont(self.bold if heading.depth == 0 else self.small_bold)
        painter.setPen(theme.colour(c.text))
        room = wide - x - side - 3 * m.pad - painter.fontMetrics().horizontalAdvance(count) - 12
        text = painter.fontMetrics().elidedText(" ".join(heading.title.split()), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(x + side + m.pad, y, room + 8, height), LEFT, text)

    def _cell(self, column: int, y: int, height: int) -> QRect:
        x, width = self.columnViewportPosition(column), self.columnWidth(column)
        return QRect(x + self.m.pad, y, width - 2 * self.m.pad, height - 1)

    def _task(self, painter: QPainter, model: FrozenModel, row: int, y: int, height: int) -> None:
        grid, c, m = model.grid, theme.colours(), self.m
        assert grid is not None
        task = grid.task_at(row)
        if task is None:
            return
        totals = grid.task_totals(task.id)
        if not totals.lead:
            painter.fillRect(0, y, 4, height - 1, theme.colour(c.doubt))
        painter.setFont(self.font_)
        painter.setPen(theme.colour(c.muted))
        painter.drawText(self._cell(Frozen.NUMBER, y, height), CENTER, str(grid.number[grid.slot_of[task.id]]))
        painter.setPen(theme.colour(c.text))
        self._text(painter, Frozen.TEXT, task.text, y, height)
        self._due(painter, model, row, y, height)
        if task.deliverable and not self.isColumnHidden(Frozen.DELIVERABLE):
            painter.setPen(theme.colour(c.text))
            self._text(painter, Frozen.DELIVERABLE, task.deliverable, y, height)
        rect = self._cell(Frozen.TOTAL, y, height)
        if totals.lead:
            self._totals(painter, rect, totals.lead, totals.coop)
        else:
            painter.setFont(self.small_bold)
            painter.setPen(theme.colour(c.doubt))
            draw_lines(painter, rect.adjusted(-2, 0, 2, 0), lines(self.tr("Thiếu CT"), self.small_bold, rect.width() + 4, 2), m.line)

    def _totals(self, painter: QPainter, rect: QRect, lead: int, coop: int) -> None:
        """CT at the left of the dot, PH at the right, each in its colour."""
        c = theme.colours()
        painter.setFont(self.small_bold)
        half = rect.width() // 2
        painter.setPen(theme.colour(c.lead_ink))
        painter.drawText(QRect(rect.left(), rect.top(), half - 5, rect.height()), RIGHT, str(lead))
        painter.setFont(self.small)
        painter.setPen(theme.colour(c.muted))
        painter.drawText(rect, CENTER, "·")
        painter.setPen(theme.colour(c.coop_ink))
        painter.drawText(QRect(rect.left() + half + 5, rect.top(), half, rect.height()), LEFT, str(coop))

    def _text(self, painter: QPainter, column: int, text: str, y: int, height: int) -> None:
        rect = self._cell(column, y, height)
        painter.setFont(self.font_)
        draw_lines(painter, rect, lines(text, self.font_, rect.width(), self.m.lines), self.m.line)

    def _due(self, painter: QPainter, model: FrozenModel, row: int, y: int, height: int) -> None:
        grid, c, m = model.grid, theme.colours(), self.m
        assert grid is not None
        task = grid.task_at(row)
        if task is None or (not task.deadlines and task.due is None):
            return
        rect = self._cell(Frozen.DUE, y, height)
        first, second = due_lines(task)
        painter.setPen(theme.colour(c.danger if is_late(task, grid.today) else c.text))
        if task.due is None or m.lines == 1:
            painter.setFont(self.font_)
            draw_lines(painter, rect, lines(first, self.font_, rect.width(), m.lines), m.line)
            return
        painter.setFont(self.font_)
        broken = lines(second, self.small, rect.width(), m.lines - 1)
        high = m.line * (1 + len(broken))
        top = rect.top() + (rect.height() - high) // 2
        draw_lines(painter, QRect(rect.left(), top, rect.width(), m.line), (first,), m.line)
        painter.setFont(self.small)
        painter.setPen(theme.colour(c.muted))
        draw_lines(painter, QRect(rect.left(), top + m.line, rect.width(), high - m.line), broken, m.line)

    def _agency(self, painter: QPainter, model: FrozenModel, row: int, y: int, height: int) -> None:
        grid, c = model.grid, theme.colours()
        assert grid is not None
        agency = grid.agency(grid.columns[row])
        painter.setFont(self.font_)
        painter.setPen(theme.colour(c.muted))
        painter.drawText(self._cell(Frozen.NUMBER, y, height), CENTER, str(row + 1))
        painter.setPen(theme.colour(c.text))
        self._text(painter, Frozen.TEXT, agency.name, y, height)
        totals = grid.totals.get(agency.id)
        if totals is not None:
            self._totals(painter, self._cell(Frozen.TOTAL, y, height), totals.lead, totals.coop)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        model = self.table()
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and model and model.heading(index.row()) is not None:
            self.setCurrentIndex(index)
            self.heading_clicked.emit(index.row())
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.hover_row.emit(self.rowAt(int(event.position().y())))
        super().mouseMoveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, model = self.currentIndex(), self.table()
        heading = model.heading(index.row()) if model is not None and index.isValid() else None
        key = event.key()
        if (heading is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)) \
                or (heading is not None and key == (Qt.Key.Key_Right if heading.folded else Qt.Key.Key_Left)):
            self.heading_clicked.emit(index.row())
        elif key == Qt.Key.Key_Right and index.column() == Frozen.TOTAL:
            self.leave.emit(1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.edit(index)
        else:
            super().keyPressEvent(event)


def _triangle(painter: QPainter, box: QRect, folded: bool) -> None:
    a, b = (box.topLeft(), box.bottomLeft()) if folded else (box.topLeft(), box.topRight())
    tip = QPoint(box.right(), box.center().y()) if folded else QPoint(box.center().x(), box.bottom())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(theme.colours().muted))
    painter.drawPolygon([a, b, tip])
    painter.restore()
