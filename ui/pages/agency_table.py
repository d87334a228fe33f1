"""The directory as a table; agencies are merged by dragging one onto another."""
from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from core.model import AgencyKind
from ui.delegates.roomy_row import SIDE, RoomyRow
from ui.models.agencies import AgencyModel, Column
from ui.words import kind_words


class AgencyTable(QTableView):
    """Columns are as wide as their longest word wants; where the table is narrow the name keeps its room and others give way."""

    def __init__(self, model: AgencyModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(RoomyRow(self))
        self.setShowGrid(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setSortingEnabled(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(True)  # drops go onto rows, not between them
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 16)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSortIndicator(Column.NAME, Qt.SortOrder.AscendingOrder)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def widths(self) -> dict[Column, int]:
        """Of all columns but the name, in the font of now."""
        metrics, head = self.fontMetrics(), self.horizontalHeader()
        kinds = max(metrics.horizontalAdvance(kind_words(kind)) for kind in AgencyKind) + 2 * SIDE + 10
        least = {Column.SHORT: metrics.horizontalAdvance("M") * 11, Column.KIND: kinds}
        return {c: max(least.get(c, 0), head.sectionSizeHint(c)) for c in Column if c is not Column.NAME}

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column in (Column.KIND, Column.PLANS):
            self.setColumnHidden(column, False)  # a hidden one would ask for no room, and come back with none
        wide = self.widths()
        name = self.viewport().width() - wide[Column.LEADS] - wide[Column.COOPS] - wide[Column.SHORT]
        least = 26 * self.fontMetrics().averageCharWidth()
        if name < least:  # the short names give way first
            wide[Column.SHORT] = max(wide[Column.SHORT] * 2 // 3, wide[Column.SHORT] - (least - name))
        for column in (Column.KIND, Column.PLANS):
            shown = name - wide[column] >= least
            name -= wide[column] if shown else 0
            self.setColumnHidden(column, not shown)
        for column, width in {**wide, Column.NAME: max(least, name)}.items():
            self.setColumnWidth(column, width)
