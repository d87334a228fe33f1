"""The two views of the matrix, painted row by row straight from the Grid: frozen columns at the left, agencies' cells at the right.

A view that paints its visible part in one pass costs a third of a stock QTableView over an empty model (benchmarks/grid.py).
"""
from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from core.matrix_grid import Heading
from ui import theme
from ui.delegates.matrix_cells import Metrics, heat, mark_pixmap, metrics
from ui.delegates.matrix_text import draw_lines, lines
from ui.models.matrix import CellModel, Frozen, FrozenModel, due_lines

Index = QModelIndex | QPersistentModelIndex
Range = tuple[int, int, int, int]  # top, left, bottom, right, all of them inside
Shown = tuple[int, int, int]  # a visible row: its number, y and height
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CENTER = int(Qt.AlignmentFlag.AlignCenter)


COMMAND_KEYS = {Qt.Key.Key_C: "lead", Qt.Key.Key_P: "coop", Qt.Key.Key_Delete: "clear", Qt.Key.Key_Backspace: "clear",
                Qt.Key.Key_Space: "next", Qt.Key.Key_F2: "edit"}


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
        count = str(heading.count)
        painter.drawText(QRect(0, y, wide - m.pad - 4, height), _RIGHT, count)
        painter.setFont(self.bold if heading.depth == 0 else self.small_bold)
        painter.setPen(theme.colour(c.text))
        room = wide - x - side - 3 * m.pad - painter.fontMetrics().horizontalAdvance(count) - 12
        text = painter.fontMetrics().elidedText(" ".join(heading.title.split()), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(x + side + m.pad, y, room + 8, height), _LEFT, text)

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
        painter.drawText(self._cell(Frozen.NUMBER, y, height), _CENTER, str(grid.number[grid.slot_of[task.id]]))
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
            draw_lines(painter, rect.adjusted(-2, 0, 2, 0), lines(self.tr("Chưa có CT"), self.small_bold, rect.width() + 4, 2), m.line)

    def _totals(self, painter: QPainter, rect: QRect, lead: int, coop: int) -> None:
        """CT at the left of the dot, PH at the right, each in its colour."""
        c = theme.colours()
        painter.setFont(self.small_bold)
        half = rect.width() // 2
        painter.setPen(theme.colour(c.lead_ink))
        painter.drawText(QRect(rect.left(), rect.top(), half - 5, rect.height()), _RIGHT, str(lead))
        painter.setFont(self.small)
        painter.setPen(theme.colour(c.muted))
        painter.drawText(rect, _CENTER, "·")
        painter.setPen(theme.colour(c.coop_ink))
        painter.drawText(QRect(rect.left() + half + 5, rect.top(), half, rect.height()), _LEFT, str(coop))

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
        late = task.due is not None and task.due < grid.today and task.done is None
        painter.setPen(theme.colour(c.danger if late else c.text))
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
        agency = grid.book.agencies[grid.columns[row]]
        painter.setFont(self.font_)
        painter.setPen(theme.colour(c.muted))
        painter.drawText(self._cell(Frozen.NUMBER, y, height), _CENTER, str(row + 1))
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


class CellView(MatrixView):
    """The marks. A click changes a cell, dragging chooses a range, the small square at its corner fills."""

    clicked_cell = Signal(int, int)
    fill_wanted = Signal(object, object)  # the range it starts from, the range to fill
    hover_column = Signal(int)
    command = Signal(str)  # "lead", "coop", "clear", "next", "edit"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.hot_column = -1
        self.heat = False
        self.section_totals: dict[Any, Any] = {}
        self._pressed: QModelIndex | None = None
        self._fill_from: Range | None = None
        self._fill_to: Range | None = None

    def table(self) -> CellModel | None:
        model = self.model()
        return model if isinstance(model, CellModel) and model.grid is not None else None

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        area = event.rect()
        c, model = theme.colours(), self.table()
        painter.fillRect(area, theme.colour(c.surface))
        if model is not None and model.columnCount():
            left, first, last = self._span(area)
            rows = list(self.visible_rows(area))
            self._grounds(painter, model, rows, left, first, last)
            self._lines(painter, rows, left, first, last)
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
        most = max((t.all for t in grid.totals.values()), default=0) or 1
        top, bottom = rows[0][1], rows[-1][1] + rows[-1][2]
        for column in range(first, last + 1):
            totals = grid.totals.get(grid.columns[column])
            if totals is not None and totals.all:
                painter.fillRect(left + (column - first) * self.m.column, top, self.m.column, bottom - top, heat(totals.all / most))

    def _lines(self, painter: QPainter, rows: list[Shown], left: int, first: int, last: int) -> None:
        if not rows:
            return
        painter.setPen(theme.colour(theme.colours().border))
        wide, top, bottom = self.m.column, rows[0][1], rows[-1][1] + rows[-1][2] - 1
        right = left + (last - first + 1) * wide - 1
        for _, y, height in rows:
            painter.drawLine(left, y + height - 1, right, y + height - 1)
        for n in range(1, last - first + 2):
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
        totals = self.section_totals.get(heading.section)
        if totals is None:
            totals = self.section_totals[heading.section] = grid.section_totals(heading.section)
        most = max((t.all for t in totals.values()), default=0) or 1
        painter.setFont(self.small)
        painter.setPen(theme.colour(c.text))
        for n, agency in enumerate(grid.columns[first:last + 1]):
            count = totals.get(agency)
            if count is not None and count.all:
                box = QRect(left + n * self.m.column, y, self.m.column - 1, height - 1)
                if self.heat:
                    painter.fillRect(box, heat(count.all / most))
                painter.drawText(box, _CENTER, str(count.all))

    def _box(self, span: Range) -> QRect:
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
            box = self._box(span)
            painter.fillRect(box & area, tint)
            painter.setPen(theme.colour(c.accent))
            painter.drawRect(box.adjusted(-1, -1, 0, 0))
        current = self.currentIndex()
        if current.isValid():
            box = self._box((current.row(), current.column(), current.row(), current.column()))
            painter.setPen(QPen(theme.colour(c.accent if self.hasFocus() else c.edge), 2))
            painter.drawRect(box.adjusted(0, 0, 0, 0))
        handle = self.handle()
        if handle is not None:
            painter.fillRect(handle.adjusted(-1, -1, 1, 1), theme.colour(c.surface))
            painter.fillRect(handle, theme.colour(c.accent))
        if self._fill_to is not None:
            painter.setPen(QPen(theme.colour(c.accent), 1, Qt.PenStyle.DashLine))
            painter.drawRect(self._box(self._fill_to))

    # ---- choosing and filling with the mouse

    def chosen_range(self) -> Range | None:
        """The one rectangle that is chosen, None where there are several or none."""
        chosen = self.ranges()
        return chosen[0] if len(chosen) == 1 else None

    def handle(self) -> QRect | None:
        """The small square that is dragged to fill."""
        span = self.chosen_range()
        if span is None or not self.hasFocus():
            return None
        box = self._box(span)
        return QRect(box.right() - 3, box.bottom() - 3, 6, 6)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        handle = self.handle()
        self._pressed = None
        if event.button() == Qt.MouseButton.LeftButton and handle is not None and handle.adjusted(-3, -3, 3, 3).contains(at):
            self._fill_from = self._fill_to = self.chosen_range()
            return
        model = self.table()
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and model is not None:
            if model.heading(index.row()) is not None:
                self.heading_clicked.emit(index.row())
                return
            if not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier):
                self._pressed = index
        if event.button() == Qt.MouseButton.RightButton and any(
                r[0] <= index.row() <= r[2] and r[1] <= index.column() <= r[3] for r in self.ranges()):
            return  # the menu is about what is chosen
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._fill_from is not None:
            self._stretch(self.indexAt(at))
            return
        handle = self.handle()
        over = handle is not None and handle.adjusted(-3, -3, 3, 3).contains(at)
        self.viewport().setCursor(Qt.CursorShape.CrossCursor if over else Qt.CursorShape.ArrowCursor)
        self.hover_row.emit(self.rowAt(at.y()))
        self.hover_column.emit(self.columnAt(at.x()))
        super().mouseMoveEvent(event)

    def _stretch(self, index: QModelIndex) -> None:
        """The range to fill grows down, up, right or left, whichever way is longer."""
        if self._fill_from is None or not index.isValid():
            return
        top, left, bottom, right = self._fill_from
        down = max(index.row() - bottom, top - index.row(), 0)
        across = max(index.column() - right, left - index.column(), 0)
        if down >= across:
            self._fill_to = (min(top, index.row()), left, max(bottom, index.row()), right)
        else:
            self._fill_to = (top, min(left, index.column()), bottom, max(right, index.column()))
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._fill_from is not None:
            source, target = self._fill_from, self._fill_to
            self._fill_from = self._fill_to = None
            self.viewport().update()
            if target is not None and target != source:
                self.fill_wanted.emit(source, target)
            return
        pressed, self._pressed = self._pressed, None
        super().mouseReleaseEvent(event)
        if pressed is not None and event.button() == Qt.MouseButton.LeftButton \
                and self.indexAt(event.position().toPoint()) == pressed and len(self.selectedIndexes()) <= 1:
            self.clicked_cell.emit(pressed.row(), pressed.column())

    def leaveEvent(self, event: QEvent) -> None:
        self.hover_column.emit(-1)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Left and self.currentIndex().column() <= 0 and not event.modifiers():
            self.leave.emit(-1)
            return
        if event.key() in COMMAND_KEYS and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self.command.emit(COMMAND_KEYS[Qt.Key(event.key())])
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # down, as Excel does
            step = -1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            index = self.model().index(self.currentIndex().row() + step, self.currentIndex().column())
            if index.isValid():
                self.setCurrentIndex(index)
            return
        super().keyPressEvent(event)
