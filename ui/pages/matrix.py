"""The matrix page: filter bar, table and load chart over one Grid, refreshed by what the session says."""
from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.book import Book
from core.delta import Delta
from core.matrix_grid import Grid
from core.matrix_view import GridView
from core.model import Role
from ui.actions import ActionSpec
from ui.models.matrix import CellModel, FrozenModel
from ui.pages.matrix_edit import MatrixEdits
from ui.pages.matrix_pane import MatrixPane
from ui.session import Session


class MatrixPage(QWidget):
    """``status()`` is for the bottom bar, ``actions()`` for menus and palette."""

    status_changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.grid: Grid | None = None
        self.view = GridView()
        self.frozen_model, self.cell_model = FrozenModel(self._edit_text, self), CellModel(self)
        self.pane = MatrixPane(self.frozen_model, self.cell_model, self)
        self.edits = MatrixEdits(session, self.pane)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.pane)
        self._connect()
        if session.book is not None:
            self._opened(session.book)

    def _connect(self) -> None:
        self.session.plan_opened.connect(self._opened)
        self.session.changed.connect(self._changed)
        self.session.task_chosen.connect(self._chosen)
        self.pane.task_current.connect(self._current)
        self.pane.cells.clicked_cell.connect(self.edits.cycle)
        self.pane.cells.fill_wanted.connect(self.edits.fill)
        self.pane.cells.command.connect(self.edits.command)
        for view in (self.pane.frozen, self.pane.cells):
            view.heading_clicked.connect(self.toggle_heading)

    # ---- news

    def _opened(self, book: Book | None) -> None:
        self.grid = None if book is None else Grid(book, self.view)
        self.pane.show_grid(self.grid)
        self.status_changed.emit()

    def _changed(self, delta: Delta) -> None:
        if self.grid is None:
            return
        news = self.grid.touch(delta)
        if news.rows or news.columns:
            self.apply(self.view)
        else:
            self.pane.touched(news)
        self.status_changed.emit()

    def _chosen(self, task_id: str) -> None:
        if self.pane.current_task() != task_id:
            self.pane.go_to(task_id)

    def _current(self, task_id: str) -> None:
        if self.session.task_id != task_id:
            self.session.choose_task(task_id)

    # ---- the view

    def apply(self, view: GridView) -> None:
        """Show the grid under another view, keeping the place."""
        self.view = view
        if self.grid is not None:
            self.grid.arrange(view)
            self.pane.arrange()
        self.status_changed.emit()

    def toggle_heading(self, row: int) -> None:
        from dataclasses import replace

        heading = self.frozen_model.heading(row)
        if heading is not None:
            self.apply(replace(self.view, folded=self.view.folded ^ {heading.section}))

    def _edit_text(self, task_id: str, column: object, text: str) -> bool:
        from ui.models.matrix import Frozen

        assert isinstance(column, Frozen)
        return self.edits.edit_text(task_id, column, text)

    # ---- what the window asks for

    def status(self) -> str:
        if self.grid is None:
            return ""
        return self.tr("{0} nhiệm vụ · {1} cơ quan").format(self.grid.shown, len(self.grid.columns))

    def actions(self) -> list[ActionSpec]:  # type: ignore[override]
        return [
            ActionSpec("matrix.set_lead", self.tr("Ghi &chủ trì"), self.tr("Ma trận"), lambda: self.edits.set_role(Role.LEAD), "C", "lead",
                       "matrix"),
            ActionSpec("matrix.set_coop", self.tr("Ghi &phối hợp"), self.tr("Ma trận"), lambda: self.edits.set_role(Role.COOP), "P", "coop",
                       "matrix"),
            ActionSpec("matrix.clear", self.tr("&Xoá ô"), self.tr("Ma trận"), lambda: self.edits.set_role(None), "Del", "close", "matrix"),
        ]
