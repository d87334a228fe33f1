"""F1: every action with its shortcut, made from the table of actions, searched by typing without marks."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTableView, QWidget

from core.fold import fold
from ui.actions import ActionSpec, native, plain
from ui.delegates.roomy_row import RoomyRow
from ui.dialogs.base import Dialog
from ui.theme import icon

AnyIndex = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    WHAT = 0
    KEYS = 1
    WHERE = 2


class ShortcutModel(QAbstractTableModel):
    def __init__(self, specs: Sequence[ActionSpec], page_words: Callable[[str], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads = (self.tr("Việc"), self.tr("Phím tắt"), self.tr("Ở đâu"))
        anywhere = self.tr("Mọi nơi")
        self._all = [(plain(s.text).rstrip("…"), native(s.shortcut), page_words(s.page) if s.page else anywhere, s.tip) for s in specs]
        self._all.sort(key=lambda row: not row[1])
        self.rows = list(self._all)

    def filter(self, typed: str) -> None:
        words = fold(typed).split()
        self.beginResetModel()
        self.rows = [row for row in self._all if all(w in fold(" ".join(row)) for w in words)]
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def data(self, index: AnyIndex, role: int = 0) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == 0:
            return row[index.column()]
        if role == int(Qt.ItemDataRole.ToolTipRole):
            return row[3] or row[0]
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        if orientation is Qt.Orientation.Horizontal and role == 0 and 0 <= section < len(Column):
            return self._heads[section]
        return None


class ShortcutsDialog(Dialog):
    def __init__(self, specs: Sequence[ActionSpec], page_words: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Phím tắt"))
        self.setAccessibleName(self.windowTitle())
        self.resize(700, 560)
        self.field = QLineEdit(self, placeholderText=self.tr("Gõ tên việc hoặc phím, có dấu hay không dấu"), clearButtonEnabled=True)
        self.field.setAccessibleName(self.tr("Tìm phím tắt"))
        self.field.setProperty("kind", "search")
        self.field.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.model = ShortcutModel(specs, page_words, self)
        self.field.textChanged.connect(self.model.filter)
        view = QTableView(self)
        view.setModel(self.model)
        view.setItemDelegate(RoomyRow(view))
        view.setAccessibleName(self.tr("Danh sách phím tắt"))
        view.setShowGrid(False)
        view.setAlternatingRowColors(True)
        view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(view.fontMetrics().height() + 16)
        view.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        view.horizontalHeader().setSectionResizeMode(Column.WHAT, QHeaderView.ResizeMode.Stretch)
        view.setColumnWidth(Column.KEYS, 160)
        view.setColumnWidth(Column.WHERE, 120)
        self.column.addWidget(self.field)
        self.column.addWidget(view, 1)
        self.buttons(self.tr("Đóng"), kind="plain")
        self.field.setFocus()
