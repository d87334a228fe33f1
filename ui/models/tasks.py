"""The list of a plan's tasks as a Qt model: one prepared card a row, refreshed by what a Delta says."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.book import Book
from core.delta import Delta
from core.matrix import binding
from core.model import Agency, Assignment, Finding, Role, Task
from ui.finding_words import finding_words

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class TaskRole(IntEnum):
    """Roles of ``TaskModel`` beside the usual ones."""

    ID = Qt.ItemDataRole.UserRole + 1
    CARD = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class TaskCard:
    """What one row shows; ``number`` counts from 1, ``doubts`` are the messages of the open findings."""

    id: str
    number: int
    path: str
    text: str
    leads: tuple[str, ...]
    coops: tuple[str, ...]
    deadline: str
    doubts: tuple[str, ...]
    checked: bool
    done: bool

    def spoken(self) -> str:
        """The row as a screen reader says it."""
        def tr(text: str) -> str:
            return QCoreApplication.translate("TaskModel", text)

        parts = [f"{self.number}. {self.text}"]
        parts.append(tr("Chủ trì: %s") % ", ".join(self.leads) if self.leads else tr("Chưa có cơ quan chủ trì"))
        if self.coops:
            parts.append(tr("Phối hợp: %s") % ", ".join(self.coops))
        if self.deadline:
            parts.append(tr("Thời hạn: %s") % self.deadline)
        parts.extend(tr("Cần xem: %s") % doubt for doubt in self.doubts)
        return ". ".join(parts)


def day_text(day: date | None) -> str:
    return day.strftime("%d/%m/%Y") if day else ""


def deadline_text(task: Task) -> str:
    """The words of the plan; behind those that bind the day that they come to, where they do not say it themselves."""
    bound = binding(task)
    said = [f"{d.text} ({day_text(task.due)})" if d is bound and d.date is None else d.text for d in task.deadlines if d.text]
    words = "; ".join(dict.fromkeys(said))
    if task.due is None or bound is not None:
        return words
    return f"{words} ({day_text(task.due)})" if words else day_text(task.due)


class TaskModel(QAbstractListModel):
    """Rows are the tasks of a book in the order of the plan. Cards are made when a row is first shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._book: Book | None = None
        self._ids: list[str] = []
        self._cards: dict[str, TaskCard] = {}
        self._doubts: dict[str, list[Finding]] = {}

    # ---- what it shows

    def set_book(self, book: Book | None) -> None:
        self.beginResetModel()
        self._book = book
        self._ids = list(book.task_ids()) if book else []
        self._count_doubts()
        self._cards.clear()
        self.endResetModel()

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._book is None or not index.isValid() or index.row() >= len(self._ids):
            return None
        if role == TaskRole.ID:
            return self._ids[index.row()]
        if role == TaskRole.CARD:
            return self.card(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return self.card(index.row()).text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.card(index.row()).spoken()
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(self.card(index.row()).doubts) or None
        return None

    def card(self, row: int) -> TaskCard:
        task_id = self._ids[row]
        card = self._cards.get(task_id)
        if card is None:
            card = self._cards[task_id] = self._make_card(task_id, row)
        return card

    def row_of(self, task_id: str) -> int:
        """The row of a task, -1 where it is not there."""
        row = self._book.row_of(task_id) if self._book else -1
        if 0 <= row < len(self._ids) and self._ids[row] == task_id:
            return row
        return self._ids.index(task_id) if task_id in self._ids else -1  # the book has gone on already

    def id_at(self, row: int) -> str | None:
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def _make_card(self, task_id: str, row: int) -> TaskCard:
        if self._book is None or not self._book.has_task(task_id):  # on its way out
            return TaskCard(task_id, row + 1, "", "", (), (), "", (), False, False)
        task = self._book.task(task_id)
        return TaskCard(task_id, row + 1, ".".join(task.path), " ".join(task.text.split()),
                        tuple(self._book.names(task_id, Role.LEAD)), tuple(self._book.names(task_id, Role.COOP)),
                        deadline_text(task), tuple(finding_words(f) for f in self._doubts.get(task_id, ())), task.checked,
                        task.done is not None)

    # ---- what a step changed

    def apply(self, delta: Delta) -> None:
        """Refresh the rows that the delta touched; the book has taken it over already."""
        if self._book is None:
            return
        if any(isinstance(c.before or c.after, Finding) for c in delta.changes):
            self._count_doubts()
        wanted = self._book.task_ids()
        if wanted != self._ids:
            self._reorder(wanted)
        if any(isinstance(c.before, Agency) and c.before != c.after for c in delta.changes):
            self._cards.clear()
            self._tell(0, len(self._ids) - 1)
            return
        named = {i for c in delta.changes for i in _tasks_of(c.before, c.after) if self._book.has_task(i)}
        touched = {self.row_of(task_id) for task_id in named}
        for row in touched:
            self._cards.pop(self._ids[row], None)
        if len(touched) > 200:
            self._tell(0, len(self._ids) - 1)
        else:
            for row in touched:
                self._tell(row, row)

    def _reorder(self, wanted: list[str]) -> None:
        """Rows go and come one by one where the rest keeps its order, so that the view keeps its place."""
        first, old_end, new_end = _differing(self._ids, wanted)
        before, after = self._ids[first:old_end], wanted[first:new_end]
        new, old = set(after), set(before)
        gone = [row for row, i in enumerate(before, first) if i not in new]
        come = [row for row, i in enumerate(after, first) if i not in old]
        kept_same = [i for i in before if i in new] == [i for i in after if i in old]
        if not kept_same or len(gone) + len(come) > 50:
            self.beginResetModel()
            self._ids = list(wanted)
            self._cards.clear()
            self.endResetModel()
            return
        for row in reversed(gone):
            self.beginRemoveRows(_NONE, row, row)
            del self._ids[row]
            self.endRemoveRows()
        for row in come:
            self.beginInsertRows(_NONE, row, row)
            self._ids.insert(row, wanted[row])
            self.endInsertRows()
        # the numbers below the first such row are others now
        self._cards.clear()
        self._tell(first, len(self._ids) - 1)

    def _count_doubts(self) -> None:
        self._doubts = {}
        for finding in self._book.open_findings() if self._book else ():
            if finding.task is not None:
                self._doubts.setdefault(finding.task, []).append(finding)

    def _tell(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first), self.index(last))


def _differing(old: list[str], new: list[str]) -> tuple[int, int, int]:
    """(first, end in ``old``, end in ``new``) of what is not the same at the beginning and at the end of both."""
    first = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a is not b and a != b), min(len(old), len(new)))
    old_end, new_end = len(old), len(new)
    while old_end > first and new_end > first and old[old_end - 1] == new[new_end - 1]:
        old_end, new_end = old_end - 1, new_end - 1
    return first, old_end, new_end


def _tasks_of(*records: object) -> list[str]:
    found = []
    for record in records:
        match record:
            case Task():
                found.append(record.id)
            case Assignment():
                found.append(record.task)
            case Finding(task=str() as task):
                found.append(task)
    return found
