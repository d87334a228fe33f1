"""What a search over all plans has found, best first, under the plan it stands in."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.model import Span

AnyIndex = QModelIndex | QPersistentModelIndex
HIT_ROLE = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True)
class Hit:
    """One line. ``kind`` is "plan", "agency" or "task"; ``where`` says in which plan, ``who`` which agencies have the task."""

    kind: str
    id: str
    text: str
    marks: tuple[Span, ...] = ()
    where: str = ""
    who: str = ""
    plan: str = ""


class HitModel(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hits: list[Hit] = []

    def show(self, hits: Sequence[Hit]) -> None:
        self.beginResetModel()
        self.hits = list(hits)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: AnyIndex, role: int = 0) -> object:
        if not index.isValid():
            return None
        hit = self.hits[index.row()]
        if role in (0, int(Qt.ItemDataRole.ToolTipRole)):
            return hit.text
        if role == HIT_ROLE:
            return hit
        if role == int(Qt.ItemDataRole.AccessibleTextRole):
            return f"{hit.text}. {hit.who} {hit.where}"
        return None
