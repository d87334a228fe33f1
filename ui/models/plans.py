"""The list of stored plans, as one line per plan, with what is late and what is due this week."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex

from ui.numbers import ACCESSIBLE_TEXT_ROLE, TOOL_TIP_ROLE

AnyIndex = QModelIndex | QPersistentModelIndex


class PlanLine(NamedTuple):
    """What one line of the list shows."""

    id: str
    title: str
    number: str = ""
    date: date | None = None
    issuer: str = ""
    source_name: str = ""
    imported: str = ""
    in_review: bool = True
    tasks: int = 0
    open_findings: int = 0
    done: int = 0
    overdue: int = 0
    this_week: int = 0

    @property
    def heading(self) -> str:
        return self.title or self.source_name

    def key(self) -> str:
        """Folded text that the filter looks into."""
        from core.fold import fold

        return fold(f"{self.title} {self.number} {self.issuer} {self.source_name}")


def day_words(day: date | None) -> str:
    return day.strftime("%d/%m/%Y") if day else ""


class PlanModel(QAbstractListModel):
    """``show`` takes all lines, ``filter`` keeps those with every typed word."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[PlanLine] = []
        self._keys: list[str] = []
        self._typed = ""
        self.lines: list[PlanLine] = []

    def show(self, lines: Sequence[PlanLine]) -> None:
        self._all = list(lines)
        self._keys = []
        self._refill()

    def filter(self, typed: str) -> None:
        from core.fold import fold

        if fold(typed) != self._typed:
            self._typed = fold(typed)
            self._refill()

    def _refill(self) -> None:
        wanted = self._typed.split()
        if wanted and not self._keys:
            self._keys = [line.key() for line in self._all]
        self.beginResetModel()
        if wanted:
            self.lines = [line for line, key in zip(self._all, self._keys, strict=True) if all(w in key for w in wanted)]
        else:
            self.lines = list(self._all)
        self.endResetModel()

    def total(self) -> int:
        return len(self._all)

    def row_of(self, plan_id: str) -> int:
        return next((row for row, line in enumerate(self.lines) if line.id == plan_id), -1)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: AnyIndex, role: int = 0) -> object:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == 0:
            return line.heading
        if role == TOOL_TIP_ROLE:
            return line.heading
        if role == ACCESSIBLE_TEXT_ROLE:
            return f"{line.number} {line.heading}"
        return None
