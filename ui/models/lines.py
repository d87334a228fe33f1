"""A plain table of lines: words in columns, a value behind each line, a box to tick where the list is for choosing."""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class LineRole(IntEnum):
    VALUE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Line:
    """One line; ``tip`` is shown whole where the words are cut."""

    cells: tuple[str, ...]
    value: Any = None
    tip: str = ""


class LinesModel(QAbstractTableModel):
    """With ``ticks`` the first column has a box; ``chosen()`` are the values of the ticked lines."""

    ticked = Signal()

    def __init__(self, titles: Sequence[str], lines: Iterable[Line] = (), parent: QObject | None = None, *, ticks: bool = False) -> None:
        super().__init__(parent)
        self._titles, self._lines, self._ticks = tuple(titles), list(lines), ticks
        self._on: set[int] = set()

    def setTitles(self, titles: Sequence[str]) -> None:
        self._titles = tuple(titles)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._titles) - 1)

    def reset(self, lines: Iterable[Line], *, on: Iterable[int] = ()) -> None:
        self.beginResetModel()
        self._lines, self._on = list(lines), set(on)
        self.endResetModel()
        self.ticked.emit()

    def replace(self, row: int, line: Line) -> None:
        self._lines[row] = line
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self._titles) - 1))

    def line(self, row: int) -> Line | None:
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def chosen(self) -> list[Any]:
        return [line.value for row, line in enumerate(self._lines) if row in self._on]

    def tick_all(self, on: bool) -> None:
        self._on = set(range(len(self._lines))) if on else set()
        if self._lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines) - 1, 0), [Qt.ItemDataRole.CheckStateRole])
        self.ticked.emit()

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole and 0 <= section < len(self._titles):
            return self._titles[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return line.cells[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.tip or line.cells[index.column()]
        if role == LineRole.VALUE:
            return line.value
        if role == Qt.ItemDataRole.CheckStateRole and self._ticks and index.column() == 0:
            return Qt.CheckState.Checked if index.row() in self._on else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid() or not self._ticks:
            return False
        (self._on.add if Qt.CheckState(value) is Qt.CheckState.Checked else self._on.discard)(index.row())
        self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
        self.ticked.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flag = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flag | Qt.ItemFlag.ItemIsUserCheckable if self._ticks and index.column() == 0 else flag
