"""Rows that are fetched page by page as a list is scrolled."""
from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex

AnyIndex = QModelIndex | QPersistentModelIndex
PAGE = 200
Line = TypeVar("Line")
if TYPE_CHECKING:
    _Model = QAbstractItemModel
else:
    _Model = object  # Qt takes one base of its own only


class Paged(Generic[Line], _Model):
    """Stands before QAbstractListModel or QAbstractTableModel among the bases. ``lines`` are those that were fetched so far, ``whole``
    says whether that is all."""

    def start_empty(self) -> None:
        self._fetch: Callable[[int, int], list[Line]] | None = None
        self.whole = True
        self.lines: list[Line] = []

    def show(self, fetch: Callable[[int, int], list[Line]] | None, least: int = 0) -> None:
        """Start anew with another way to fetch (limit, offset), with at least so many lines where there are so many; None shows nothing."""
        wanted = max(PAGE, least)
        self.beginResetModel()
        self._fetch = fetch
        self.lines = fetch(wanted, 0) if fetch is not None else []
        self.whole = len(self.lines) < wanted
        self.endResetModel()

    def canFetchMore(self, parent: AnyIndex) -> bool:
        return not parent.isValid() and not self.whole

    def fetchMore(self, parent: AnyIndex) -> None:
        if parent.isValid() or self._fetch is None:
            return
        found = self._fetch(PAGE, len(self.lines))
        self.whole = len(found) < PAGE
        if found:
            self.beginInsertRows(QModelIndex(), len(self.lines), len(self.lines) + len(found) - 1)
            self.lines += found
            self.endInsertRows()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.lines)
