"""The table of the matrix page: frozen columns and cells side by side under linked scroll bars, kept at the same rows and sizes."""
from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollBar, QWidget

from core.matrix_grid import Grid, Heading, Touched
from core.matrix_view import GridView
from ui import theme
from ui.delegates.matrix_cells import mark_pixmap, metrics
from ui.delegates.matrix_header import FrozenHeader, UprightHeader, names_of, section_words, upright_length
from ui.models.matrix import CellModel, Frozen, FrozenModel
from ui.numbers import grouped
from ui.pages.matrix_cellview import CellView
from ui.pages.matrix_choice import Choice, follow
from ui.pages.matrix_frozen import FrozenView
from ui.pages.matrix_view import MatrixView
from ui.touched import Pair

ZOOMS = (0.7, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
DEFAULT_WIDTHS = {Frozen.NUMBER: 44, Frozen.TEXT: 330, Frozen.DUE: 138, Frozen.DELIVERABLE: 180, Frozen.TOTAL: 70}
WIDEST = 680  # the task's text on a wide screen; longer lines are hard to follow
MANY = 400  # changed cells from which on everything visible is repainted at once


class MatrixPane(Choice):
    """``show_grid(grid)`` shows a Grid; ``arrange(view)`` lays it out again and keeps the place; ``touched`` repaints what changed."""

    task_current = Signal(str)  # the task of the current row
    zoom_changed = Signal()
    choice_changed = Signal()
    arranged = Signal()  # other rows, columns or totals are shown

    def __init__(self, frozen: FrozenModel, cells: CellModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.frozen_model, self.cell_model = frozen, cells
        self.zoom, self.lines = 1.0, 2
        self.widths = dict(DEFAULT_WIDTHS)  # at zoom 1
        self.deliverable = False
        self._quiet = False
        self._low: frozenset[int] = frozenset()
        self._build()
        theme.state().changed.connect(self._theme_changed)

    # ---- building

    def _build(self) -> None:
        self.frozen, self.cells = FrozenView(self), CellView(self)
        self.frozen_header, self.header = FrozenHeader(self.frozen), UprightHeader(self.cells)
        self.frozen.setHorizontalHeader(self.frozen_header)
        self.cells.setHorizontalHeader(self.header)
        self.frozen.setModel(self.frozen_model)
        self.cells.setModel(self.cell_model)
        self.frozen.setAccessibleName(self.tr("Nhiệm vụ"))
        self.cells.setAccessibleName(self.tr("Ma trận phân công"))
        self.frozen_header.setAccessibleName(self.tr("Tiêu đề cột nhiệm vụ"))
        self.header.setAccessibleName(self.tr("Tên cơ quan"))
        self.down, self.across = QScrollBar(Qt.Orientation.Vertical, self), QScrollBar(Qt.Orientation.Horizontal, self)
        self.down.setAccessibleName(self.tr("Cuộn dọc"))
        self.across.setAccessibleName(self.tr("Cuộn ngang"))
        self.corner = QFrame(self)
        self.setMinimumWidth(380)  # not that of the frozen columns, which follow the width
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.frozen, 0, 0)
        grid.addWidget(self.cells, 0, 1)
        grid.addWidget(self.down, 0, 2)
        grid.addWidget(self.corner, 1, 0)
        grid.addWidget(self.across, 1, 1)
        grid.setColumnStretch(1, 1)
        self.setFocusProxy(self.cells)
        self._link()

    def _link(self) -> None:
        inner, left = self.cells.verticalScrollBar(), self.frozen.verticalScrollBar()
        follow(inner, self.down)
        follow(self.cells.horizontalScrollBar(), self.across)
        inner.valueChanged.connect(left.setValue)
        left.valueChanged.connect(inner.setValue)
        inner.valueChanged.connect(self._band)
        for view, other in ((self.frozen, self.cells), (self.cells, self.frozen)):
            view.hover_row.connect(self._hover)
            view.zoom_wanted.connect(self.zoom_by)
            view.leave.connect(lambda side, other=other: self._enter(other, side))
        self.cells.hover_column.connect(self._hover_column)
        self.header.hovered.connect(self._hover_column)
        self.frozen_header.sectionResized.connect(self._resized)
        self.frozen_header.strip_clicked.connect(self._go_to_heading)
        self.cells.selectionModel().currentChanged.connect(self._cell_current)
        self.frozen.selectionModel().currentChanged.connect(self._row_current)
        self.cells.selectionModel().selectionChanged.connect(lambda: self.choice_changed.emit())
        self.frozen.selectionModel().selectionChanged.connect(lambda: self.choice_changed.emit())

    # ---- showing

    def show_grid(self, grid: Grid | None) -> None:
        """Another plan: from the top."""
        self._reset(grid)
        self.cells.verticalScrollBar().setValue(0)
        self.cells.horizontalScrollBar().setValue(0)
        self._band()

    def arrange(self, view: GridView) -> None:
        """The same grid under another view: keep the current cell, what is chosen, and the place of the scroll bar."""
        if self.grid is None:
            return
        task, agency = self.current_pair()
        chosen, held = self._corners(), self.row_held()
        place, row = self.cells.verticalScrollBar().value(), self.cells.currentIndex().row()
        self._reset(self.grid, view)
        self.cells.verticalScrollBar().setValue(place)
        if task and agency:
            self._choose_again(task, agency, chosen)
        if held is not None:
            self.hold_row(held)
        elif row >= 0 and (task is None or task not in self.grid.slot_of):  # removed: its place is the next one's
            self._take_neighbour(row)
        self._band()

    def _reset(self, grid: Grid | None, view: GridView | None = None) -> None:
        self._quiet = True
        for model in (self.frozen_model, self.cell_model):
            model.beginResetModel()
        if grid is not None and view is not None:
            grid.arrange(view)  # inside the reset: rows and columns change only here
        self.frozen_model.grid = self.cell_model.grid = grid
        self.cells.section_totals.clear()
        self.frozen.current_row = -1
        for model in (self.frozen_model, self.cell_model):
            model.endResetModel()
        self.resize_all()
        self._quiet = False
        self.arranged.emit()

    def _choose_again(self, task: str, agency: str, chosen: list[Pair]) -> None:
        place = self.cell_model.place(task, agency)
        if place is None:
            return
        self._quiet = True
        index = self.cell_model.index(*place)
        self.cells.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        corners = [self.cell_model.place(*pair) for pair in (chosen[0], chosen[-1])] if chosen else [place, place]
        if corners[0] is not None and corners[1] is not None:
            self.select(*corners[0], *corners[1])
        self.frozen.current_row = place[0]
        self._quiet = False

    def _take_neighbour(self, row: int) -> None:
        rows = [n for n in range(self.cell_model.rowCount()) if self.cell_model.pair(n, 0)] if not self.cell_model.turned else []
        if rows:
            self.cells.setCurrentIndex(self.cell_model.index(min(rows, key=lambda n: (abs(n - row), n)), 0))

    def resize_all(self) -> None:
        """Sizes of rows, columns and headers from zoom, lines and what is shown."""
        m = metrics(self.zoom, self.lines)
        grid, turned = self.grid, self.cell_model.turned
        length = round(200 * self.zoom) if turned else upright_length(names_of(self.cell_model), m)
        for view, header in ((self.frozen, self.frozen_header), (self.cells, self.header)):
            view.set_metrics(m)
            view.verticalHeader().setDefaultSectionSize(m.row)
            header.set_sizes(m, length, not turned)
            view.setUpdatesEnabled(False)
        self.header.setDefaultSectionSize(m.column)
        self.header.setSectionResizeMode(UprightHeader.ResizeMode.Fixed)
        self._lower_headings(frozenset(grid.heading_rows) if grid is not None and not turned else frozenset())
        self._set_widths()
        for view in (self.frozen, self.cells):
            view.setUpdatesEnabled(True)

    def _lower_headings(self, rows: frozenset[int]) -> None:
        """Rows of headings are lower. A header keeps the sizes of its sections over a reset: what was low and is none now is raised."""
        m = self.cells.m
        for view in (self.frozen, self.cells):
            header = view.verticalHeader()
            for n in self._low - rows:
                if n < header.count():
                    header.resizeSection(n, m.row)
            for n in rows:
                header.resizeSection(n, m.heading)
        self._low = rows

    def _set_widths(self) -> None:
        header = self.frozen_header
        quiet, self._quiet = self._quiet, True
        turned = self.cell_model.turned
        header.setSectionHidden(Frozen.DELIVERABLE, turned or not self.deliverable)
        header.setSectionHidden(Frozen.DUE, turned)
        shown = [f for f in Frozen if not header.isSectionHidden(f)]
        wide = {f: round(self.widths[f] * self.zoom) for f in shown}
        if Frozen.DUE in wide and self.widths[Frozen.DUE] == DEFAULT_WIDTHS[Frozen.DUE]:  # untouched: the usual words are whole
            words = QFontMetrics(self.frozen.small).horizontalAdvance(self.tr("trước ngày 30/12/2025"))
            wide[Frozen.DUE] = max(round(110 * self.zoom), words + 2 * self.frozen.m.pad + 4)
        count = len(self.grid.order) if self.grid is not None else 0
        digits = QFontMetrics(self.frozen.font_).horizontalAdvance("0") * len(str(count))
        wide[Frozen.NUMBER] = max(wide[Frozen.NUMBER], digits + 2 * self.frozen.m.pad + 6)
        fixed = sum(wide[f] for f in shown if f is not Frozen.TEXT)
        text = min(round(self.widths[Frozen.TEXT] * self.zoom), max(140, round(self.width() * 0.52) - fixed))
        if self.widths[Frozen.TEXT] == DEFAULT_WIDTHS[Frozen.TEXT]:  # untouched: it takes what few agencies leave free
            free = self.width() - self.down.sizeHint().width() - fixed - self.cell_model.columnCount() * self.cells.m.column
            text = max(text, min(free, round(WIDEST * self.zoom)))
        for column in shown:
            header.resizeSection(column, text if column is Frozen.TEXT else wide[column])
        self.frozen.setFixedWidth(fixed + text + 1)
        self._quiet = quiet

    def _resized(self, column: int, _: int, new: int) -> None:
        if not self._quiet:
            self.widths[Frozen(column)] = max(36, round(new / self.zoom))
            self._set_widths()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_widths()
        layout = self.layout()
        if layout is not None:  # at once: no frame shows a gap between the two halves
            layout.activate()

    def set_deliverable(self, shown: bool) -> None:
        self.deliverable = shown
        self._set_widths()

    def set_heat(self, on: bool) -> None:
        """Tint columns, totals and sections by load."""
        self.cells.heat = self.header.heat = on
        self.cells.viewport().update()
        self.header.viewport().update()

    # ---- zoom

    def zoom_by(self, steps: int) -> None:
        """So many steps larger (negative: smaller), 0 back to 100 %."""
        near = min(range(len(ZOOMS)), key=lambda n: abs(ZOOMS[n] - self.zoom))
        self.set_zoom(1.0 if steps == 0 else ZOOMS[max(0, min(len(ZOOMS) - 1, near + steps))])

    def set_zoom(self, zoom: float) -> None:
        if zoom == self.zoom:
            return
        before = self.cells.rowAt(0)
        self.zoom = zoom
        self.resize_all()
        if before >= 0:
            self.cells.scrollTo(self.cell_model.index(before, max(0, self.cells.currentIndex().column())),
                                MatrixView.ScrollHint.PositionAtTop)
        self.zoom_changed.emit()

    def set_lines(self, count: int) -> None:
        self.lines = count
        self.resize_all()

    def _theme_changed(self) -> None:
        mark_pixmap.cache_clear()
        self.update()
        for view in (self.frozen, self.cells):
            view.viewport().update()
            view.horizontalHeader().viewport().update()

    # ---- where we are

    def go_to(self, task_id: str, agency_id: str | None = None) -> bool:
        """Make the task (and agency) current and bring it into sight. False where the filter hides it."""
        grid = self.grid
        if grid is None or not grid.columns:
            return False
        agency = agency_id or self.current_pair()[1] or grid.columns[0]
        place = self.cell_model.place(task_id, agency)
        if place is None:
            return False
        index = self.cell_model.index(*place)
        if index != self.cells.currentIndex():
            self.cells.setCurrentIndex(index)
        self.cells.scrollTo(index)
        return True

    def _cell_current(self, index: QModelIndex, old: QModelIndex) -> None:
        self.header.set_hot(index.column())
        self.frozen.current_row = index.row()
        if index.isValid():
            self._rows_after_cells(index.row())
        for view in (self.frozen, self.cells):
            view.viewport().update()
        pair = self.cell_model.pair(index.row(), index.column()) if index.isValid() else None
        if pair and not self._quiet and not self._following:
            self.task_current.emit(pair[0])

    def _row_current(self, index: QModelIndex, old: QModelIndex) -> None:
        if self._quiet or self._following or self.grid is None or not index.isValid() or self.cell_model.turned:
            return
        self._cells_after_rows(index.row())
        task = self.grid.task_at(index.row())
        if task is not None:
            self.task_current.emit(task.id)

    def _enter(self, view: MatrixView, side: int) -> None:
        """The keyboard leaves one view over its side into the other, in the same row."""
        row = (self.frozen if view is self.cells else self.cells).currentIndex().row()
        column = 0 if side > 0 else int(Frozen.TOTAL)
        view.setFocus(Qt.FocusReason.OtherFocusReason)
        if view.model().rowCount() and view.model().columnCount():
            view.setCurrentIndex(view.model().index(max(0, row), column))

    # ---- following the mouse and the scroll bar

    def _hover(self, row: int) -> None:
        self.frozen.set_hot_row(row)
        self.cells.set_hot_row(row)

    def _hover_column(self, column: int) -> None:
        if column != self.cells.hot_column:
            old, self.cells.hot_column = self.cells.hot_column, column
            self.header.set_hot(column if column >= 0 else self.cells.currentIndex().column())
            for n in (old, column):
                if n >= 0:
                    self.cells.viewport().update(QRect(self.cells.columnViewportPosition(n), 0, self.cells.m.column,
                                                       self.cells.viewport().height()))

    def _band(self) -> None:
        """The band says under which headings the first visible row lies."""
        grid = self.grid
        text = ""
        if grid is not None and self.cell_model.turned:
            text = self._summary(grid)
        elif grid is not None and grid.rows:
            row = self.cells.verticalHeader().visualIndexAt(0)
            heading = grid.heading_above(row - 1 if row >= 0 and isinstance(grid.rows[row], Heading) else row)
            text = section_words(heading.section or (heading.title,)) if heading else self._summary(grid)
        self.frozen_header.set_band(text)

    def _summary(self, grid: Grid) -> str:
        """What the band says above the first heading."""
        lonely = grid.without_lead()
        tasks = self.tr("{0} nhiệm vụ").format(grouped(grid.shown))
        return tasks + (" · " + self.tr("{0} chưa có cơ quan chủ trì").format(grouped(lonely)) if lonely else "")

    def _go_to_heading(self) -> None:
        grid = self.grid
        row = self.cells.verticalHeader().visualIndexAt(0)
        if grid is None or row < 0 or self.cell_model.turned:
            return
        while row > 0 and not isinstance(grid.rows[row - 1 if row else 0], Heading):
            row -= 1
        self.cells.scrollTo(self.cell_model.index(max(0, row - 1), 0), MatrixView.ScrollHint.PositionAtTop)

    # ---- changes

    def touched(self, news: Touched) -> None:
        """Repaint the cells and rows that changed, and the totals in the header."""
        self.cells.section_totals.clear()
        tasks = set(news.tasks)
        for task, agency in news.cells if len(news.cells) <= MANY else ():
            place = self.cell_model.place(task, agency)
            if place is not None:
                index = self.cell_model.index(*place)
                self.cell_model.dataChanged.emit(index, index)
                self.cells.update(index)
                self.header.viewport().update(self.header.sectionViewportPosition(place[1]), 0, self.cells.m.column, self.header.height())
            tasks.add(task)
        if len(news.cells) + len(tasks) > MANY:
            self._all_touched()
        else:
            for task in tasks:
                self._task_touched(task)
        self._band()
        self.arranged.emit()

    def _all_touched(self) -> None:
        for model in (self.frozen_model, self.cell_model):
            if model.rowCount() and model.columnCount():
                model.dataChanged.emit(model.index(0, 0), model.index(model.rowCount() - 1, model.columnCount() - 1))
        for view in (self.frozen, self.cells):
            view.viewport().update()
        self.header.viewport().update()

    def _task_touched(self, task_id: str) -> None:
        grid = self.grid
        if grid is None or self.cell_model.turned:
            self.frozen.viewport().update()
            return
        row = grid.row_of_task(task_id)
        if row is not None:
            self.frozen_model.dataChanged.emit(self.frozen_model.index(row, 0), self.frozen_model.index(row, len(Frozen) - 1))
            self.frozen.update_row(row)
