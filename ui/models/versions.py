"""The rows of a comparison of two versions as a Qt model: what differs, with a box to take each row over."""
from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from core.compare import Row, RowKind

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class VersionRole(IntEnum):
    ROW = Qt.ItemDataRole.UserRole + 1


def kind_words(kind: RowKind) -> str:
    """What happened to a task, in a word or two."""
    tr = QCoreApplication.translate
    return {RowKind.ADDED: tr("VersionModel", "Thêm mới"), RowKind.DROPPED: tr("VersionModel", "Bị bỏ"),
            RowKind.CHANGED: tr("VersionModel", "Sửa đổi"), RowKind.LEAD_MOVED: tr("VersionModel", "Đổi chủ trì"),
            RowKind.SAME: tr("VersionModel", "Giữ nguyên")}[kind]


class VersionModel(QAbstractListModel):
    """Only rows that differ; all are ticked at first, for the newer version is the one in force."""

    ticked = Signal()

    def __init__(self, rows: Sequence[Row], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.all = tuple(rows)
        self._rows = [r for r in rows if r.kind is not RowKind.SAME]
        self.chosen = {r.key for r in self._rows}

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == VersionRole.ROW:
            return row
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row.key in self.chosen else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            task = row.new or row.old
            return f"{kind_words(row.kind)}: {' '.join(task.text.split())}" if task else ""
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        key = self._rows[index.row()].key
        on = Qt.CheckState(value) is Qt.CheckState.Checked
        (self.chosen.add if on else self.chosen.discard)(key)
        self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
        self.ticked.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsUserCheckable if index.isValid() else flag.NoItemFlags

    def tick_all(self, on: bool) -> None:
        self.chosen = {r.key for r in self._rows} if on else set()
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1), [Qt.ItemDataRole.CheckStateRole])
        self.ticked.emit()

    def counts(self) -> dict[RowKind, int]:
        found = dict.fromkeys(RowKind, 0)
        for row in self.all:
            found[row.kind] += 1
        return found
