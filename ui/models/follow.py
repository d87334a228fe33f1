"""Tasks of all plans at one stage of the follow-up, with who has them, fetched page by page as the list is scrolled."""
from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QObject, Qt

from ui.models.paged import AnyIndex, Paged
from ui.models.work import is_late, state_words
from ui.workspace import WorkRow


class FollowLine(NamedTuple):
    """One task, with the short names of its agencies."""

    row: WorkRow
    leads: tuple[str, ...]
    coops: tuple[str, ...]


class FollowModel(Paged[FollowLine], QAbstractListModel):
    def __init__(self, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.start_empty()

    def data(self, index: AnyIndex, role: int = 0) -> object:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == 0:
            return " ".join(line.row.text.split())
        if role == int(Qt.ItemDataRole.ToolTipRole):
            return "\n".join(part for part in (line.row.text, self.who(line), line.row.deadline, line.row.plan_title) if part)
        if role == int(Qt.ItemDataRole.AccessibleTextRole):
            return ". ".join(part for part in (self.when(line), self.state(line), line.row.text, self.who(line)) if part)
        return None

    # ---- the words of a line

    def late(self, line: FollowLine) -> bool:
        return is_late(line.row, self._today())

    def soon(self, line: FollowLine) -> bool:
        """Due within a week."""
        row = line.row
        return row.due is not None and row.done is None and not row.paused and 0 <= (row.due - self._today()).days <= 7

    def when(self, line: FollowLine) -> str:
        """The day that the list goes by: what is done stands under the day on which it was done."""
        day = line.row.done or line.row.due
        return day.strftime("%d/%m/%Y") if day else ""

    def state(self, line: FollowLine) -> str:
        """Where the plan names no day, its words ("hằng năm") say more than that there is none."""
        row = line.row
        if row.done is not None:
            late = (row.done - row.due).days if row.due else 0
            return self.tr("Xong trễ {} ngày").format(late) if late > 0 else self.tr("Xong đúng hạn") if row.due else self.tr("Đã xong")
        if row.due is None and not row.paused and row.deadline:
            return " ".join(row.deadline.split())
        return state_words(row, self._today())

    def who(self, line: FollowLine) -> str:
        parts = []
        if line.leads:
            parts.append(self.tr("CT: {}").format("; ".join(line.leads)))
        if line.coops:
            parts.append(self.tr("PH: {}").format("; ".join(line.coops)))
        return " · ".join(parts)
