"""The two table models of the matrix page: the frozen columns of a task and the cells of the agencies, over one Grid.

Views paint from the Grid directly (measured: a model asked seven times per cell is the slow way); the models carry size, resets,
editing, tooltips and what a screen reader is told. When the table is turned, rows are agencies and columns are tasks.
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from core.matrix import binding
from core.matrix_grid import COOP, IMPLIED_COOP, IMPLIED_LEAD, LEAD, Grid, Heading, short_of
from core.model import Task

Index = QModelIndex | QPersistentModelIndex
_DISPLAY, _EDIT, _TIP = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.EditRole), int(Qt.ItemDataRole.ToolTipRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_NONE = QModelIndex()
LETTERS = {0: "", LEAD: "CT", COOP: "PH", IMPLIED_LEAD: "ct", IMPLIED_COOP: "ph"}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Matrix", text)


def words_of(mark: int) -> str:
    """What a mark is called in full."""
    return {0: _tr("không tham gia"), LEAD: _tr("chủ trì"), COOP: _tr("phối hợp"), IMPLIED_LEAD: _tr("chủ trì (qua nhóm)"),
            IMPLIED_COOP: _tr("phối hợp (qua nhóm)")}[mark]


def due_lines(task: Task) -> tuple[str, str]:
    """The deadline in one or two lines: the day where there is one, then the words of the plan that it comes from. Other deadlines of the
    task are told by ``all_due``."""
    if task.due is None:
        return "; ".join(d.text for d in task.deadlines if d.text), ""
    bound = binding(task)
    words = [bound.text] if bound else [d.text for d in task.deadlines if d.text]
    day, text = f"{task.due:%d/%m/%Y}", "; ".join(words)
    return day, "" if text.strip() == day else text


def all_due(task: Task) -> str:
    """Every deadline on a line of its own, each with its day where the words do not say one."""
    told = list(dict.fromkeys(f"{d.text} ({d.due:%d/%m/%Y})" if d.due and not d.date else d.text for d in task.deadlines if d.text))
    return "\n".join(told if not task.due or binding(task) else [f"{task.due:%d/%m/%Y}", *told])


class Frozen(IntEnum):
    """Columns at the left: of a task, and, in the turned table, of an agency."""

    NUMBER = 0
    TEXT = 1
    DUE = 2
    DELIVERABLE = 3
    TOTAL = 4


class _GridModel(QAbstractTableModel):
    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.grid: Grid | None = None
        self._alike: tuple[list[str], frozenset[str]] = ([], frozenset())

    @property
    def turned(self) -> bool:
        return self.grid is not None and self.grid.view.transposed

    def rowCount(self, parent: Index = _NONE) -> int:
        if parent.isValid() or self.grid is None:
            return 0
        return len(self.grid.columns) if self.turned else len(self.grid.rows)

    def heading(self, row: int) -> Heading | None:
        item = None if self.grid is None or self.turned else self.grid.rows[row]
        return item if isinstance(item, Heading) else None


class FrozenModel(_GridModel):
    """STT, nhiệm vụ, thời hạn, sản phẩm and totals. ``edit(task_id, column, text)`` is called for a text typed in place."""

    def __init__(self, edit: Callable[[str, Frozen, str], bool] | None = None, parent: Any = None) -> None:
        super().__init__(parent)
        self._edit = edit

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(Frozen)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal or role not in (_DISPLAY, _SPOKEN) or not 0 <= section < len(Frozen):
            return None
        if self.turned:
            return (_tr("STT"), _tr("Cơ quan"), "", "", _tr("CT · PH"))[section]
        return (_tr("STT"), _tr("Nhiệm vụ"), _tr("Thời hạn"), _tr("Sản phẩm"), _tr("CT · PH"))[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and not self.turned and self.heading(index.row()) is None \
                and index.column() in (Frozen.TEXT, Frozen.DUE, Frozen.DELIVERABLE):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not index.isValid() or self.grid is None or role not in (_DISPLAY, _EDIT, _TIP, _SPOKEN):
            return None
        heading = self.heading(index.row())
        if heading is not None:
            return _heading_data(heading, index.column(), role)
        if self.turned:
            return self._agency_data(index.row(), index.column(), role)
        return self._task_data(index.row(), index.column(), role)

    def _task_data(self, row: int, column: int, role: int) -> Any:
        assert self.grid is not None
        task = self.grid.task_at(row)
        if task is None:
            return None
        number = str(self.grid.number[self.grid.slot_of[task.id]])
        lines = due_lines(task)
        if role == _EDIT:
            return {Frozen.TEXT: task.text, Frozen.DUE: "; ".join(d.text for d in task.deadlines),
                    Frozen.DELIVERABLE: task.deliverable}.get(Frozen(column), number)
        if role == _TIP and column == Frozen.DUE:
            return all_due(task)
        totals = self.grid.task_totals(task.id)
        text = (number, task.text, "\n".join(line for line in lines if line), task.deliverable, f"{totals.lead} · {totals.coop}")[column]
        if role == _SPOKEN and column == Frozen.TEXT and not totals.lead:
            return _tr("Chưa có cơ quan chủ trì. ") + text
        if role == _TIP and column == Frozen.TOTAL:
            return _tr("{0} chủ trì, {1} phối hợp").format(totals.lead, totals.coop) if totals.lead else _tr("Chưa có cơ quan chủ trì")
        return text

    def _agency_data(self, row: int, column: int, role: int) -> Any:
        assert self.grid is not None
        agency = self.grid.agency(self.grid.columns[row])
        totals = self.grid.totals.get(agency.id)
        both = f"{totals.lead} · {totals.coop}" if totals else "0 · 0"
        return (str(row + 1), agency.name, "", "", both)[column]

    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:
        task = self.grid.task_at(index.row()) if self.grid is not None and index.isValid() and not self.turned else None
        if task is None or role != _EDIT or self._edit is None:
            return False
        return self._edit(task.id, Frozen(index.column()), str(value))


def _heading_data(heading: Heading, column: int, role: int) -> Any:
    if column != Frozen.TEXT:
        return ""
    if role == _TIP:
        return "\n".join((*heading.section[:-1], heading.title))
    if role == _SPOKEN:
        state = _tr("đang gập") if heading.folded else _tr("đang mở")
        return _tr("Mục {0}, {1} nhiệm vụ, {2}").format(heading.title, heading.count, state)
    return heading.title


class CellModel(_GridModel):
    """One column per agency (in the turned table: per task), one mark per cell."""

    def columnCount(self, parent: Index = _NONE) -> int:
        if parent.isValid() or self.grid is None:
            return 0
        return len(self.grid.slots) if self.turned else len(self.grid.columns)

    def pair(self, row: int, column: int) -> tuple[str, str] | None:
        """(task id, agency id) of a cell; None in the row of a heading and outside the table."""
        grid = self.grid
        if grid is None or not (0 <= row < self.rowCount() and 0 <= column < self.columnCount()):
            return None
        if self.turned:
            task = grid.tasks[grid.slots[column]]
            return (task.id, grid.columns[row]) if task is not None else None
        task = grid.task_at(row)
        return (task.id, grid.columns[column]) if task is not None else None

    def place(self, task_id: str, agency_id: str) -> tuple[int, int] | None:
        """(row, column) of a cell where it is shown."""
        grid = self.grid
        if grid is None:
            return None
        across = grid.column_of.get(agency_id)
        down = grid.slot_place(task_id) if self.turned else grid.row_of_task(task_id)
        if across is None or down is None:
            return None
        return (across, down) if self.turned else (down, across)

    def mark(self, row: int, column: int) -> int:
        pair = self.pair(row, column)
        return self.grid.mark(*pair) if pair and self.grid is not None else 0

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not index.isValid() or self.grid is None or role not in (_DISPLAY, _TIP, _SPOKEN):
            return None
        pair = self.pair(index.row(), index.column())
        if pair is None:
            return None
        mark = self.grid.mark(*pair)
        return LETTERS[mark] if role == _DISPLAY else self._told(*pair, mark)

    def _told(self, task_id: str, agency_id: str, mark: int) -> str:
        assert self.grid is not None
        told = f"{self.grid.book.agencies[agency_id].name}: {words_of(mark)}"
        through = self.grid.through(task_id, agency_id) if mark in (IMPLIED_LEAD, IMPLIED_COOP) else None
        if through is not None:
            return told + "\n" + _tr("Bấm để ghi rõ (qua “{0}”)").format(self.grid.book.agencies[through.agency].name)
        cell = self.grid.book.cells.get(task_id, {}).get(agency_id)
        name = self.grid.book.agencies[agency_id].name
        return told + ("\n" + _tr("Kế hoạch viết: {0}").format(cell.written) if cell and cell.written not in ("", name) else "")

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if self.grid is None or orientation != Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if role not in (_DISPLAY, _TIP, _SPOKEN):
            return None
        if self.turned:
            slot = self.grid.slots[section]
            task = self.grid.tasks[slot]
            return f"{self.grid.number[slot]}. {task.text}" if task is not None else None
        agency = self.grid.agency(self.grid.columns[section])
        if role == _DISPLAY:
            short = short_of(agency)
            return agency.name if short in self._shared_shorts() else short
        totals = self.grid.totals.get(agency.id)
        work = _tr("{0} chủ trì, {1} phối hợp").format(totals.lead, totals.coop) if totals else _tr("chưa có việc")
        if role == _SPOKEN:
            return f"{agency.name}, {work}"
        known = self.grid.book.agencies[agency.id].name
        return "\n".join((agency.name, *((_tr("Trong danh bạ: {0}").format(known),) if known != agency.name else ()), work))

    def _shared_shorts(self) -> frozenset[str]:
        """Short names that two columns have ("Ban ATGT" of the province and of the city): there the whole names must stand."""
        assert self.grid is not None
        if self._alike[0] is not self.grid.columns:
            count = Counter(short_of(self.grid.agency(a)) for a in self.grid.columns)
            self._alike = self.grid.columns, frozenset(short for short, n in count.items() if n > 1)
        return self._alike[1]
