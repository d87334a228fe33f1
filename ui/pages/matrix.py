"""The matrix page: filter bar, table and load chart over one Grid, refreshed by what the session says."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from core.book import Book
from core.delta import Delta
from core.matrix_grid import Grid, Heading
from core.matrix_view import GridFilter, GridView
from core.model import Agency
from ui import messages
from ui.actions import ActionSpec
from ui.models.matrix import CellModel, Frozen, FrozenModel
from ui.numbers import grouped
from ui.pages import matrix_actions as actions
from ui.pages.matrix_builder import LARGE, GridBuilder
from ui.pages.matrix_chart import LoadChart
from ui.pages.matrix_columns import ColumnActions
from ui.pages.matrix_copy import MatrixCopy
from ui.pages.matrix_edit import MatrixEdits
from ui.pages.matrix_editor import FrozenDelegate
from ui.pages.matrix_empty import NothingToShow
from ui.pages.matrix_filter import FilterBar
from ui.pages.matrix_pane import MatrixPane
from ui.pages.matrix_picker import AgencyPicker
from ui.pages.matrix_state import remember, restore
from ui.pages.matrix_tools import ViewTools
from ui.pages.matrix_views import SavedViews
from ui.session import Session
from ui.touched import touched_cells, touched_tasks


class MatrixPage(QWidget):
    """``status()`` is for the bottom bar, ``actions()`` for menus and palette."""

    status_changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.session = session
        self.grid: Grid | None = None
        self.view = GridView()
        self.views = SavedViews(session.settings)
        self.chart_on = False
        self._late_text = ""
        self._waiting = False
        self._warmer = QTimer(self, interval=0)
        self._warmer.timeout.connect(self._warm)
        self._builder = GridBuilder(self)
        self._builder.built.connect(self._built)
        self._build()
        self._connect()
        restore(self)
        if session.book is not None:
            self._opened(session.book)

    def _build(self) -> None:
        self.frozen_model, self.cell_model = FrozenModel(self._edit_text, self), CellModel(self)
        self.pane = MatrixPane(self.frozen_model, self.cell_model, self)
        self.pane.frozen.setItemDelegate(FrozenDelegate(self.pane.frozen))
        self.edits = MatrixEdits(self.session, self.pane)
        self.clipboard = MatrixCopy(self.pane, self.edits)
        self.columns = ColumnActions(self)
        self.filter_bar = FilterBar(self.agencies, self.working, self)
        self.chart = LoadChart(self.pane, self)
        self.chart.hide()
        self.tools = ViewTools(self)
        self.filter_bar.add(self.tools.buttons(), self.tools.giving(), self.tools.spares())
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.filter_bar)
        box.addWidget(self.pane, 1)
        box.addWidget(self.chart)
        self.nothing = NothingToShow(self)

    def put_beside(self, widget: QWidget) -> None:
        """Show a widget in the place of the table."""
        box = self.layout()
        assert isinstance(box, QVBoxLayout)
        box.insertWidget(box.indexOf(self.pane) + 1, widget, 1)

    def _connect(self) -> None:
        session, pane = self.session, self.pane
        session.plan_opened.connect(self._opened)
        session.changed.connect(self._changed)
        session.task_chosen.connect(self._chosen)
        pane.task_current.connect(self._current)
        pane.choice_changed.connect(self.status_changed)
        pane.zoom_changed.connect(self._zoomed)
        pane.cells.clicked_cell.connect(self.edits.cycle)
        pane.cells.fill_wanted.connect(self.edits.fill)
        pane.cells.command.connect(self._command)
        pane.header.moved.connect(self.columns.dropped)
        pane.header.spread_wanted.connect(self.columns.spread_column)
        self.filter_bar.changed.connect(self._filter_changed)
        self.filter_bar.left.connect(self.focus_first)
        for view in (pane.frozen, pane.cells):
            view.heading_clicked.connect(self.toggle_heading)
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        pane.frozen.customContextMenuRequested.connect(lambda at: self.task_menu().popup(pane.frozen.viewport().mapToGlobal(at)))
        pane.cells.customContextMenuRequested.connect(lambda at: self.cell_menu().popup(pane.cells.viewport().mapToGlobal(at)))
        pane.header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        pane.header.customContextMenuRequested.connect(self._header_menu)

    def _command(self, name: str) -> None:
        if name == "edit":
            self.edit_field("TEXT")
        else:
            self.edits.command(name)

    # ---- news

    def _opened(self, book: Book | None) -> None:
        """A plan is read into the table when the page is seen, not before: who reviews a plan need not wait for its matrix."""
        self._builder.stop()
        self.grid = None
        self._waiting = book is not None and not self.isVisible()
        if book is not None and not self._waiting:
            # what a filter or a folded heading means belongs to one plan; how the table looks goes along
            self.view = replace(self.view, filter=GridFilter(), folded=frozenset())
            large = len(book.task_ids()) > LARGE
            grid = Grid(book, self.view, self.session.today(), slowly=large)
            if large:
                self._builder.start(grid)
            else:
                self.grid = grid
        self._show_grid()

    def _built(self, grid: Grid) -> None:
        """A large table is there; it was laid under the view that the page had when it was begun."""
        self.grid = grid
        self._show_grid()
        if self.isVisible():
            self.focus_first()

    def _show_grid(self) -> None:
        self._late_text = ""
        self.filter_bar.show_filter(self.view.filter)
        self.filter_bar.set_sections(self.grid.sections() if self.grid else [])
        self.pane.show_grid(self.grid)
        if self.grid is not None:
            self._warmer.start()
            if self.session.task_id:
                self.pane.go_to(self.session.task_id)
        self.status_changed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._waiting:
            self._opened(self.session.book)

    def _warm(self) -> None:
        """Make the text filter ready while nothing else happens; a text typed meanwhile is applied at the end."""
        if self.grid is None or self.grid.warm(0.006):
            self._warmer.stop()
            if self._late_text and self.grid is not None:
                self._late_text = ""
                self.apply(replace(self.view, filter=self.filter_bar.wanted))

    def _changed(self, delta: Delta) -> None:
        if self._builder.running:
            self._opened(self.session.book)
        if self.grid is None:
            return
        news = self.grid.touch(delta)
        if news.rows or news.columns:
            self.apply(self.view)
        else:
            self.pane.touched(news)
        if news.rows:
            self.filter_bar.set_sections(self.grid.sections())
        if self.session.stepping and self.isVisible():
            self.pane.show_step(touched_cells(delta, self.grid.book), touched_tasks(delta, self.grid.book))
        self.status_changed.emit()

    def _chosen(self, task_id: str) -> None:
        if self.isVisible() and self.pane.current_task() != task_id:
            self.pane.go_to(task_id)

    def _current(self, task_id: str) -> None:
        if self.session.task_id != task_id:
            self.session.choose_task(task_id)

    def _filter_changed(self, wanted: GridFilter) -> None:
        if wanted.text and self._warmer.isActive() and self.grid is not None and len(self.grid.tasks) > 3000:
            self._late_text = wanted.text
            self.status_changed.emit()
            return
        self.apply(replace(self.view, filter=wanted))

    # ---- the view

    def apply(self, view: GridView) -> None:
        """Show the grid under another view, keeping the place."""
        self.view = view
        self.filter_bar.show_filter(view.filter)
        self.pane.arrange(view)
        self._show_chart()
        self.tools.refresh()
        self.status_changed.emit()

    def toggle_heading(self, row: int) -> None:
        heading = self.frozen_model.heading(row)
        if heading is not None:
            self.apply(replace(self.view, folded=self.view.folded ^ {heading.section}))

    def fold_all(self, folded: bool) -> None:
        sections = frozenset((*self.grid.sections(), ())) if folded and self.grid is not None else frozenset()
        self.apply(replace(self.view, folded=sections))

    def clear_filter(self) -> None:
        self.apply(replace(self.view, filter=GridFilter()))

    def toggle_heat(self) -> None:
        self.pane.set_heat(not self.pane.cells.heat)
        self.tools.refresh()

    def toggle_chart(self) -> None:
        self.chart_on = not self.chart_on
        self._show_chart()
        if self.isVisible():  # the table is shorter now: what is current stays in sight
            QTimer.singleShot(0, self, lambda: self.pane.cells.scrollTo(self.pane.cells.currentIndex()))
        self.tools.refresh()

    def _show_chart(self) -> None:
        """Its bars stand under the agencies; where they are rows there is nothing to stand under."""
        self.chart.setVisible(self.chart_on and not self.view.transposed)
        self.chart.refresh()

    def set_lines(self, count: int) -> None:
        self.pane.set_lines(count)

    def set_deliverable(self, shown: bool) -> None:
        self.pane.set_deliverable(shown)

    def _zoomed(self) -> None:
        self.tools.refresh()
        self.status_changed.emit()

    # ---- saved views

    def ask_view_name(self) -> None:
        from ui.dialogs.view_name import ViewNameDialog

        dialog = ViewNameDialog(list(self.views.all()), self.views.name_of(self.view), self)
        if dialog.exec() and dialog.name():
            self.save_view(dialog.name())

    def save_view(self, name: str) -> None:
        self.views.save(name, replace(self.view, folded=frozenset()))
        messages.notice(self.tr("Đã lưu chế độ xem “{0}”").format(name), kind="ok")
        self.tools.refresh()

    def show_views(self) -> None:
        self.tools.show_views()

    # ---- agencies and tasks

    def agencies(self) -> list[Agency]:
        return list(self.grid.book.agencies.values()) if self.grid is not None else []

    def working(self) -> frozenset[str]:
        """Ids of the agencies with work in the shown tasks."""
        return frozenset(a for a, t in self.grid.totals.items() if t.all) if self.grid is not None else frozenset()

    def has_cells(self) -> bool:
        return not self.pane.in_frozen() and bool(self.pane.cells.ranges())

    def has_task(self) -> bool:
        return self.pane.current_task() is not None

    def pick_lead(self) -> None:
        task = self.pane.current_task()
        if task is None or self.grid is None:
            return
        title = self.tr("Cơ quan chủ trì của nhiệm vụ {0}").format(self.grid.number[self.grid.slot_of[task]])
        picker = AgencyPicker(title, self.agencies(), self, near=self.working())
        picker.picked.connect(lambda agency: self._lead_picked(task, agency))
        picker.show_at(self.below_current())

    def _lead_picked(self, task: str, agency: str) -> None:
        self.edits.set_lead(task, agency)
        self.pane.go_to(task, agency)
        self.pane.cells.setFocus()

    def below_current(self) -> QPoint:
        cells = self.pane.cells
        rect = cells.visualRect(cells.currentIndex())
        return cells.viewport().mapToGlobal(rect.bottomLeft() if rect.isValid() else QPoint(20, 20))

    def add_task(self) -> None:
        task = self.edits.add_task()
        if task is not None:
            self.pane.go_to(task)
            self.edit_field("TEXT")

    def edit_field(self, name: str) -> None:
        """Edit a text of the current task in place."""
        task, grid, column = self.pane.current_task(), self.grid, Frozen[name]
        if task is None or grid is None:
            return
        if self.cell_model.turned:
            self.apply(replace(self.view, transposed=False))
            self.pane.go_to(task)
        if column is Frozen.DELIVERABLE and not self.pane.deliverable:
            self.set_deliverable(True)
        row = grid.row_of_task(task)
        if row is not None:
            index = self.frozen_model.index(row, column)
            self.pane.frozen.setFocus()
            self.pane.frozen.setCurrentIndex(index)
            self.pane.frozen.edit(index)

    def _edit_text(self, task_id: str, column: Frozen, text: str) -> bool:
        return self.edits.edit_text(task_id, column, text)

    # ---- menus

    def cell_menu(self) -> QMenu:
        return actions.popup(self, [*actions.cell_actions(self), *actions.agency_actions(self)])

    def task_menu(self) -> QMenu:
        lead = [spec for spec in actions.cell_actions(self) if spec.id == "matrix.change_lead"]
        return actions.popup(self, [*lead, *actions.task_actions(self)])

    def _header_menu(self, at: QPoint) -> None:
        column = self.pane.header.logicalIndexAt(at)
        if column >= 0 and self.grid is not None:
            row = max(0, self.pane.cells.currentIndex().row())
            self.pane.cells.setCurrentIndex(self.cell_model.index(row, column))
            self.header_menu().popup(self.pane.header.mapToGlobal(at))

    def header_menu(self) -> QMenu:
        orders = [spec for spec in actions.view_actions(self) if spec.id.startswith(("matrix.order", "matrix.only"))]
        return actions.popup(self, [*actions.agency_actions(self), *orders])

    # ---- what the window asks for

    def status(self) -> str:
        grid = self.grid
        if grid is None:
            return self.tr("Đang lập ma trận…") if self._builder.running else ""
        total = len(grid.order)
        all_shown = grid.shown == total
        tasks = self.tr("{0} nhiệm vụ").format(grouped(total)) if all_shown else \
            self.tr("{0} trong {1} nhiệm vụ").format(grouped(grid.shown), grouped(total))
        parts = [tasks, self.tr("{0} cơ quan").format(len(grid.columns))]
        if self._late_text:
            parts.append(self.tr("đang lọc “{0}”…").format(self._late_text))
        chosen = self.pane.chosen_count()
        if chosen > 1:
            parts.append(self.tr("đang chọn {0} ô").format(grouped(chosen)))
        if words := self.filter_bar.words_of(self.view.filter):
            parts.append(self.tr("lọc: {0}").format(words))
        return " · ".join(parts)

    def open_find(self) -> None:
        """Ctrl+F: type what to look for in the tasks."""
        self.filter_bar.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter_bar.text.selectAll()

    def focus_first(self) -> None:
        """The page comes into sight: the keyboard stands on the chosen task."""
        grid = self.grid
        if grid is None:
            return
        task = self.session.task_id
        if not (task and self.pane.go_to(task)) and self.pane.current_pair()[0] is None:
            row = next((n for n, item in enumerate(grid.rows) if not isinstance(item, Heading)), 0)
            self.pane.cells.setCurrentIndex(self.cell_model.index(0 if self.cell_model.turned else row, 0))
        self.pane.cells.setFocus()

    def panes(self) -> list[tuple[QWidget, Callable[[], object]]]:
        """Where F6 leads, one after the other."""
        return [(self.pane, self.pane.cells.setFocus), (self.filter_bar, self.open_find)]

    def remember(self) -> None:
        remember(self)

    def actions(self) -> list[ActionSpec]:  # type: ignore[override]
        return actions.all_actions(self)
