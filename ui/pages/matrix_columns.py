"""What a clerk does with the columns of the matrix: spread a group, move, merge, and look at one agency alone."""
from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core.model import AgencyKind
from ui.pages.matrix_picker import AgencyPicker

if TYPE_CHECKING:
    from ui.pages.matrix import MatrixPage


class ColumnActions(QObject):
    """Over the current cell's agency (in the turned table: its row)."""

    def __init__(self, page: MatrixPage) -> None:
        super().__init__(page)
        self.page = page

    def agency(self) -> str | None:
        """The agency of the current cell, in a heading's row of its column."""
        grid, index = self.page.grid, self.page.pane.cells.currentIndex()
        if grid is None or not index.isValid():
            return None
        place = index.row() if self.page.cell_model.turned else index.column()
        return grid.columns[place] if place < len(grid.columns) else None

    def has_agency(self) -> bool:
        return self.agency() is not None

    def group(self) -> str | None:
        """The group of the current cell: its own column, or a spread group that the agency belongs to."""
        agency = self.agency()
        if agency is None or self.page.grid is None:
            return None
        if self.page.grid.book.agencies[agency].kind is AgencyKind.GROUP:
            return agency
        return next((g for g in sorted(self.page.view.spread) if agency in self.page.grid.book.members.get(g, ())), None)

    def on_group(self) -> bool:
        return self.group() is not None

    def is_spread(self) -> bool:
        return self.group() in self.page.view.spread

    def toggle_spread(self) -> None:
        group = self.group()
        if group is not None:
            self.spread(group)

    def spread(self, group: str) -> None:
        if self.page.grid is None:
            return
        if group not in self.page.view.spread and not self.page.grid.book.members.get(group) and not self.page.edits.propose_members(group):
            return
        self.page.apply(replace(self.page.view, spread=self.page.view.spread ^ {group}))

    def spread_column(self, column: int) -> None:
        if self.page.grid is not None and not self.page.cell_model.turned:
            agency = self.page.grid.book.agencies[self.page.grid.columns[column]]
            if agency.kind is AgencyKind.GROUP:
                self.spread(agency.id)

    def filter_agency(self) -> None:
        agency = self.agency()
        if agency is not None:
            self.page.apply(replace(self.page.view, filter=replace(self.page.view.filter, agencies=frozenset({agency}))))

    def move_column(self, step: int) -> None:
        agency, grid = self.agency(), self.page.grid
        if agency is None or grid is None:
            return
        here = grid.columns.index(agency)
        to = here + step
        if 0 <= to < len(grid.columns):
            self._place_column(agency, grid.columns[to] if step < 0 else (grid.columns[to + 1] if to + 1 < len(grid.columns) else None))

    def dropped(self, column: int, before: int) -> None:
        grid = self.page.grid
        if grid is not None and not self.page.cell_model.turned:
            self._place_column(grid.columns[column], grid.columns[before] if before < len(grid.columns) else None)

    def _place_column(self, agency: str, before: str | None) -> None:
        if self.page.edits.move_column(agency, before):
            self.page.apply(replace(self.page.view, order=type(self.page.view.order).CUSTOM))

    def pick_merge(self) -> None:
        agency = self.agency()
        if agency is None or self.page.grid is None:
            return
        name = self.page.grid.book.agencies[agency].name
        others = [a for a in self.page.agencies() if a.id != agency]
        picker = AgencyPicker(self.tr("Gộp “{0}” vào cơ quan nào?").format(name), others, self.page, near=self.page.working())
        picker.picked.connect(lambda winner: self.page.edits.merge(agency, winner))
        picker.show_at(self.page.below_current())
