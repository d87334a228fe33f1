"""What both halves of the matrix's table share: they paint their visible part in one pass, straight from the Grid.

A view that paints itself so costs less than half of a stock QTableView over an empty model (benchmarks/grid.py).
"""
from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.delegates.matrix_cells import Metrics, metrics

Range = tuple[int, int, int, int]  # top, left, bottom, right, all of them inside
Shown = tuple[int, int, int]  # a visible row: its number, y and height
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
CENTER = int(Qt.AlignmentFlag.AlignCenter)


class MatrixView(QTableView):
    """What both views share: pixel scrolling, hidden scroll bars, keys that leave over the side, zoom by the wheel."""

    zoom_wanted = Signal(int)  # steps, up is larger
    leave = Signal(int)  # -1 over the left side, +1 over the right one
    hover_row = Signal(int)
    heading_clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_metrics(metrics())
        self.hot_row = -1
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setStyleSheet("QTableView { border: none; border-radius: 0; }")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(8)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        # every pixel is painted here: lets Qt scroll by moving what is there
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)

    def set_metrics(self, m: Metrics) -> None:
        """Sizes, and the fonts kept at hand: asking for them in every cell costs a tenth of a repaint."""
        self.m = m
        self.font_, self.small, self.small_bold, self.bold = m.font, m.small, m.small_bold, m.bold

    def visible_rows(self, area: QRect) -> Iterator[tuple[int, int, int]]:
        """(row, y, height) of the rows that ``area`` of the viewport touches."""
        header = self.verticalHeader()
        row = header.visualIndexAt(area.top())
        if row < 0:
            return
        y = header.sectionViewportPosition(row)
        size, most, bottom = header.sectionSize, header.count(), area.bottom()
        while row < most and y <= bottom:
            height = size(row)
            yield row, y, height
            y += height
            row += 1

    def ranges(self) -> list[Range]:
        if self.model() is None:
            return []
        chosen = self.selectionModel().selection()
        return [(r.top(), r.left(), r.bottom(), r.right()) for r in (chosen.at(n) for n in range(chosen.size()))]

    def set_hot_row(self, row: int) -> None:
        if row != self.hot_row:
            old, self.hot_row = self.hot_row, row
            self.update_row(old)
            self.update_row(row)

    def update_row(self, row: int) -> None:
        if 0 <= row < self.verticalHeader().count():
            header = self.verticalHeader()
            self.viewport().update(0, header.sectionViewportPosition(row), self.viewport().width(), header.sectionSize(row))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_wanted.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.hover_row.emit(-1)
        super().leaveEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here (C, P), not a search."""
