"""The load of each agency as bars under its own column: CT below, PH above it, the sum on top."""
from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from core.matrix_index import Totals
from ui import theme
from ui.pages.matrix_pane import MatrixPane


class LoadChart(QWidget):
    """Stands under the table and scrolls with its columns."""

    def __init__(self, pane: MatrixPane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pane = pane
        self.setAccessibleName(self.tr("Biểu đồ khối lượng việc của các cơ quan"))
        pane.cells.horizontalScrollBar().valueChanged.connect(lambda: self.update())
        pane.zoom_changed.connect(self.updateGeometry)
        pane.arranged.connect(self.refresh)
        theme.state().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(200, round(118 * min(1.3, self.pane.zoom)))

    def refresh(self) -> None:
        """After a change: the words for a screen reader, and the picture."""
        grid = self.pane.grid
        if grid is not None:
            heavy = sorted(grid.totals.items(), key=lambda item: -item[1].all)[:10]
            self.setAccessibleDescription("; ".join(
                self.tr("{0}: {1} chủ trì, {2} phối hợp").format(grid.book.agencies[a].name, t.lead, t.coop)
                for a, t in heavy if t.all and a in grid.book.agencies))
        self.update()

    def _left(self) -> int:
        return self.pane.frozen.width()

    def paintEvent(self, event: QPaintEvent) -> None:
        c, grid = theme.colours(), self.pane.grid
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour(c.surface))
        painter.setPen(theme.colour(c.border))
        painter.drawLine(0, 0, self.width(), 0)
        if grid is not None and not self.pane.cell_model.turned:
            most = grid.heaviest()
            self._legend(painter, most)
            painter.setClipRect(self._left(), 0, self.width() - self._left(), self.height())
            self._bars(painter, most)
        painter.end()

    def _legend(self, painter: QPainter, most: int) -> None:
        c, m = theme.colours(), self.pane.cells.m
        right = self._left() - m.pad - 4
        painter.setFont(m.small_bold)
        painter.setPen(theme.colour(c.text))
        painter.drawText(QRect(m.pad + 3, 8, right, m.line), int(Qt.AlignmentFlag.AlignLeft), self.tr("Khối lượng việc"))
        painter.setFont(m.small)
        for n, (text, fill, edge) in enumerate(((self.tr("phối hợp"), c.coop, c.coop_ink), (self.tr("chủ trì"), c.lead, c.lead))):
            y = 10 + (n + 1) * (m.line + 4)
            box = QRect(m.pad + 4, y + 2, 12, m.line - 5)
            painter.fillRect(box, theme.colour(fill))
            painter.setPen(theme.colour(edge))
            painter.drawRect(box)
            painter.setPen(theme.colour(c.text))
            painter.drawText(QRect(box.right() + 8, y, right, m.line), int(Qt.AlignmentFlag.AlignLeft), text)
        painter.setPen(theme.colour(c.muted))
        painter.drawText(QRect(0, 8, right, m.line), int(Qt.AlignmentFlag.AlignRight), self.tr("nhiều nhất {0} việc").format(most))

    def _bars(self, painter: QPainter, most: int) -> None:
        c, m, grid = theme.colours(), self.pane.cells.m, self.pane.grid
        assert grid is not None
        base = self.height() - 6
        room = base - m.line - 8
        current = self.pane.cells.currentIndex().column()
        for n, agency in enumerate(grid.columns):
            x = self._x(n)
            if x + m.column < self._left() or x > self.width():
                continue
            if n == current:
                painter.fillRect(x, 1, m.column - 1, self.height(), theme.colour(c.accent_soft))
            totals = grid.totals.get(agency, Totals())
            if not totals.all:
                continue
            wide = max(8, m.column - 14)
            scale = room / max(most, totals.all)  # a group may have more than the busiest agency: its bar is broken at the top
            lead, coop = round(scale * totals.lead), round(scale * totals.coop)
            left = x + (m.column - wide) // 2
            painter.fillRect(left, base - lead, wide, lead, theme.colour(c.lead))
            if coop:
                box = QRect(left, base - lead - coop, wide - 1, coop - (1 if not lead else 0))
                painter.fillRect(box, theme.colour(c.coop))
                painter.setPen(theme.colour(c.coop_ink))
                painter.drawRect(box)
            if totals.all > most:
                painter.fillRect(QRect(left - 2, base - lead - coop + 7, wide + 4, 3), theme.colour(c.surface))
            painter.setFont(m.small)
            painter.setPen(theme.colour(c.text))
            painter.drawText(QRect(x, base - lead - coop - m.line - 1, m.column, m.line), int(Qt.AlignmentFlag.AlignCenter),
                             str(totals.all))
        painter.setPen(theme.colour(c.edge))
        painter.drawLine(self._left(), base, self.width(), base)

    def _x(self, column: int) -> int:
        return self._left() + column * self.pane.cells.m.column - self.pane.cells.horizontalHeader().offset()

    def column_at(self, x: int) -> int:
        """The column whose bar stands at x; -1 outside."""
        grid = self.pane.grid
        column = (x - self._left() + self.pane.cells.horizontalHeader().offset()) // max(1, self.pane.cells.m.column)
        return column if grid is not None and x >= self._left() and 0 <= column < len(grid.columns) else -1

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            column = self.column_at(event.pos().x())
            text = self.pane.cell_model.headerData(column, Qt.Orientation.Horizontal, int(Qt.ItemDataRole.ToolTipRole))
            QToolTip.showText(event.globalPos(), str(text) if column >= 0 and text else "")
            return True
        return super().event(event)
