"""One agency's tasks over all plans, fetched page by page as the list is scrolled."""
from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, Qt

from core.model import Role
from ui.models.paged import AnyIndex, Paged
from ui.theme import colour, colours
from ui.workspace import WorkRow


class Column(IntEnum):
    TASK = 0
    ROLE = 1
    DUE = 2
    STATE = 3
    PLAN = 4


def _tr(text: str) -> str:
    return QCoreApplication.translate("WorkModel", text)


class WorkModel(Paged[WorkRow], QAbstractTableModel):
    def __init__(self, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._heads = (self.tr("Nhiệm vụ"), self.tr("Vai trò"), self.tr("Hạn"), self.tr("Tình trạng"), self.tr("Kế hoạch"))
        self.start_empty()

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        if orientation is Qt.Orientation.Horizontal and role == 0 and 0 <= section < len(Column):
            return self._heads[section]
        return None

    def data(self, index: AnyIndex, role: int = 0) -> object:
        if not index.isValid():
            return None
        row, column = self.lines[index.row()], Column(index.column())
        if role == 0:
            return self.text(row, column)
        if role == int(Qt.ItemDataRole.ToolTipRole):
            return row.text if column is Column.TASK else (row.plan_title if column is Column.PLAN else self.text(row, column))
        if role == int(Qt.ItemDataRole.ForegroundRole):
            if column is Column.STATE and self.late(row):
                return colour(colours().danger)
            if column is Column.ROLE:
                return colour(colours().lead_ink if row.role is Role.LEAD else colours().coop_ink)
        return None

    def late(self, row: WorkRow) -> bool:
        return is_late(row, self._today())

    def text(self, row: WorkRow, column: Column) -> str:
        if column is Column.TASK:
            return " ".join(row.text.split())
        if column is Column.ROLE:
            short = self.tr("CT") if row.role is Role.LEAD else self.tr("PH")
            return self.tr("{role} qua “{group}”").format(role=short, group=row.through) if row.through else short
        if column is Column.DUE:
            return row.due.strftime("%d/%m/%Y") if row.due else row.deadline
        if column is Column.STATE:
            return self.state(row)
        return row.plan_number or row.plan_title

    def about(self, row: WorkRow) -> str:
        """All but the task and the role, on one line."""
        due = row.due.strftime("%d/%m/%Y") if row.due else " ".join(row.deadline.split())
        through = self.tr("qua “{}”").format(row.through) if row.through else ""
        state = "" if due and row.due is None and row.done is None and not row.paused else self.state(row)
        return "  ·  ".join(part for part in (self.tr("Hạn {}").format(due) if due else "", state, through,
                                              row.plan_number or row.plan_title) if part)

    def state(self, row: WorkRow) -> str:
        return state_words(row, self._today())


def is_late(row: WorkRow, today: date) -> bool:
    return row.due is not None and row.done is None and not row.paused and row.due < today


def state_words(row: WorkRow, today: date) -> str:
    """The state follows from the days and today; it is stored nowhere."""
    if row.done is not None:
        late = row.due is not None and row.done > row.due
        return (_tr("Xong trễ {}") if late else _tr("Xong {}")).format(row.done.strftime("%d/%m/%Y"))
    if row.paused:
        return _tr("Tạm dừng")
    if row.due is None:
        return _tr("Không hạn")
    days = (row.due - today).days
    if days < 0:
        return _tr("Quá hạn {} ngày").format(-days)
    if days == 0:
        return _tr("Hạn hôm nay")
    return _tr("Còn {} ngày").format(days) if days <= 30 else _tr("Trong hạn")
