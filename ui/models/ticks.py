"""A list of names with boxes to tick: the members of a group, or the groups of an agency. Ticked ones stand first."""
from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from core.fold import fold, sort_key

AnyIndex = QModelIndex | QPersistentModelIndex


class TickModel(QAbstractListModel):
    """``ticked`` (id, on) is the person's wish; the list itself changes when ``show`` is called with the answer."""

    ticked = Signal(str, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[tuple[str, str]] = []
        self._on: set[str] = set()
        self._wanted: tuple[str, ...] = ()
        self.items: list[tuple[str, str]] = []

    def show(self, items: Sequence[tuple[str, str]], on: Iterable[str]) -> None:
        """``items``: (id, name); ``on``: ids that are ticked."""
        self._all = sorted(items, key=lambda item: sort_key(item[1]))
        self._on = set(on)
        self._refill()

    def filter(self, typed: str) -> None:
        self._wanted = tuple(fold(typed).split())
        self._refill()

    def _refill(self) -> None:
        kept = [item for item in self._all if all(w in fold(item[1]) for w in self._wanted)]
        self.beginResetModel()
        self.items = sorted(kept, key=lambda item: item[0] not in self._on)
        self.endResetModel()

    def count(self) -> int:
        return len(self._on)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: AnyIndex, role: int = 0) -> object:
        if not index.isValid():
            return None
        id_, name = self.items[index.row()]
        if role == 0:
            return name
        if role == int(Qt.ItemDataRole.CheckStateRole):
            return Qt.CheckState.Checked if id_ in self._on else Qt.CheckState.Unchecked
        return None

    def setData(self, index: AnyIndex, value: object, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        if not index.isValid() or role != int(Qt.ItemDataRole.CheckStateRole):
            return False
        id_ = self.items[index.row()][0]
        on = Qt.CheckState(value) is Qt.CheckState.Checked
        if on == (id_ in self._on):
            return False
        self._on.symmetric_difference_update({id_})
        self.dataChanged.emit(index, index, [role])
        self.ticked.emit(id_, on)
        return True

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
