"""The queue of places that a person should look at: open findings in the order of the text, and which one is at hand."""
from __future__ import annotations

from collections.abc import Collection
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from core.book import Book
from core.model import Finding
from ui.finding_words import finding_words

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class FindingRole(IntEnum):
    ID = Qt.ItemDataRole.UserRole + 1
    FINDING = Qt.ItemDataRole.UserRole + 2
    NUMBER = Qt.ItemDataRole.UserRole + 3  # number of the finding's task in the plan, 0 where it has none


class FindingModel(QAbstractListModel):
    """Rows are the open findings. ``current`` is the one at hand; when it goes, the next one takes its place."""

    current_changed = Signal(object)  # Finding or None

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._book: Book | None = None
        self._open: list[Finding] = []
        self._numbers: dict[str, int] = {}
        self._row = 0

    def set_book(self, book: Book | None) -> None:
        self._book = book
        self._row = 0
        self.refresh()

    def refresh(self) -> None:
        """Read the book again after a step. Rows settled elsewhere go; the one at hand stays at hand if it is still open."""
        before = self.current()
        now = self._book.open_findings() if self._book else []
        numbers = {f.task: self._book.row_of(f.task) + 1 for f in now if f.task} if self._book else {}
        if now == self._open and numbers == self._numbers:
            return
        if [f.id for f in now] != [f.id for f in self._open]:
            self._replace(now)
        self._open, self._numbers = now, numbers
        if now:
            self.dataChanged.emit(self.index(0), self.index(len(now) - 1))
        ids = [f.id for f in now]
        if before is not None and before.id in ids:
            self._row = ids.index(before.id)
        self._row = max(0, min(self._row, len(now) - 1))
        if self.current() != before:
            self.current_changed.emit(self.current())

    def _replace(self, now: list[Finding]) -> None:
        wanted = {f.id for f in now}
        gone = [row for row, f in enumerate(self._open) if f.id not in wanted]
        if len(gone) > 20 or len(self._open) - len(gone) != len(now):
            self.beginResetModel()
            self._open = now
            self.endResetModel()
            return
        for row in reversed(gone):
            self.beginRemoveRows(_NONE, row, row)
            del self._open[row]
            self.endRemoveRows()

    # ---- the one at hand

    def current(self) -> Finding | None:
        return self._open[self._row] if self._row < len(self._open) else None

    @property
    def row(self) -> int:
        return self._row

    def go(self, row: int) -> None:
        """Take up another finding; beyond either end it goes round."""
        if not self._open:
            return
        row %= len(self._open)
        if row != self._row:
            self._row = row
            self.current_changed.emit(self.current())

    def row_of(self, ids: Collection[str]) -> int:
        """The first row of one of these findings, -1 where none is open."""
        return next((n for n, finding in enumerate(self._open) if finding.id in ids), -1)

    def go_to_task(self, task_id: str) -> bool:
        """Take up the first open finding of a task, unless one of its own is at hand already."""
        at_hand = self.current()
        if at_hand is not None and at_hand.task == task_id:
            return True
        row = next((n for n, f in enumerate(self._open) if f.task == task_id), -1)
        if row >= 0:
            self.go(row)
        return row >= 0

    # ---- the model

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._open)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._open):
            return None
        finding = self._open[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return finding_words(finding)
        if role == FindingRole.ID:
            return finding.id
        if role == FindingRole.FINDING:
            return finding
        if role == FindingRole.NUMBER:
            return self._numbers.get(finding.task or "", 0)
        return None
