"""The directory as a table: names, short names, kind, and how much work each has over all plans. One row dragged onto another merges."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from core.fold import fold, sort_key
from core.model import Agency, AgencyKind
from ui.theme import icon
from ui.words import kind_words

if TYPE_CHECKING:
    from ui.workspace import Load

AnyIndex = QModelIndex | QPersistentModelIndex
MIME = "application/x-phancong-agency"


class Column(IntEnum):
    NAME = 0
    SHORT = 1
    KIND = 2
    LEADS = 3
    COOPS = 4
    PLANS = 5


@dataclass(frozen=True, slots=True)
class AgencyLine:
    """One agency as the table shows it; ``key`` is the folded text that the filter looks into."""

    agency: Agency
    leads: int
    coops: int
    plans: int
    kind: str
    key: str
    sort: str

    @staticmethod
    def of(agency: Agency, leads: int = 0, coops: int = 0, plans: int = 0) -> AgencyLine:
        key = fold(" ".join((agency.name, agency.short, *agency.aliases)))
        return AgencyLine(agency, leads, coops, plans, kind_words(agency.kind), key, sort_key(agency.name))

    @property
    def busy(self) -> bool:
        return bool(self.leads or self.coops)


class AgencyModel(QAbstractTableModel):
    """``merge_wanted`` (id of the dragged, id of the one below it)."""

    merge_wanted = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads = (self.tr("Tên cơ quan"), self.tr("Tên ngắn"), self.tr("Loại"), self.tr("CT"), self.tr("PH"), self.tr("Kế hoạch"))
        self._tips = (self.tr("Kéo một cơ quan thả lên cơ quan khác để gộp"), "", "", self.tr("Số nhiệm vụ chủ trì, mọi kế hoạch"),
                      self.tr("Số nhiệm vụ phối hợp, mọi kế hoạch"), self.tr("Số kế hoạch có tên cơ quan này"))
        self._all: list[AgencyLine] = []
        self.lines: list[AgencyLine] = []
        self._wanted: tuple[str, ...] = ()
        self._kind: AgencyKind | None = None
        self._busy_only = False
        self._column, self._down = Column.NAME, False

    # ---- filling

    def show(self, lines: Sequence[AgencyLine]) -> None:
        self._all = list(lines)
        self._refill()

    def take_loads(self, loads: Mapping[str, Load]) -> bool:
        """Other numbers in the same lines; False where the order or the filter hangs on them, and the lines must be laid anew."""
        def counted(line: AgencyLine) -> AgencyLine:
            load = loads.get(line.agency.id)
            return replace(line, leads=load.leads, coops=load.coops, plans=load.plans) if load else replace(line, leads=0, coops=0, plans=0)

        self._all = [counted(line) for line in self._all]
        if self._busy_only or self._column >= Column.LEADS:
            return False
        known = {line.agency.id: line for line in self._all}
        self.lines = [known[line.agency.id] for line in self.lines]
        if self.lines:
            self.dataChanged.emit(self.index(0, Column.LEADS), self.index(len(self.lines) - 1, Column.PLANS))
        return True

    def filter(self, typed: str, kind: AgencyKind | None, busy_only: bool) -> None:
        self._wanted, self._kind, self._busy_only = tuple(fold(typed).split()), kind, busy_only
        self._refill()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._column, self._down = Column(max(column, 0)), order is Qt.SortOrder.DescendingOrder
        self._refill()

    def _refill(self) -> None:
        kept = [line for line in self._all if (not self._busy_only or line.busy) and (self._kind is None or line.agency.kind is self._kind)
                and all(w in line.key for w in self._wanted)]
        kept.sort(key=lambda line: line.sort)
        numbers = {Column.LEADS: lambda x: x.leads, Column.COOPS: lambda x: x.coops, Column.PLANS: lambda x: x.plans}
        words = {Column.NAME: lambda x: x.sort, Column.SHORT: lambda x: sort_key(x.agency.short), Column.KIND: lambda x: x.kind}
        if self._column in numbers:
            kept.sort(key=numbers[self._column], reverse=self._down)
        else:
            kept.sort(key=words[self._column], reverse=self._down)
        self.beginResetModel()
        self.lines = kept
        self.endResetModel()

    def total(self) -> int:
        return len(self._all)

    def row_of(self, agency_id: str) -> int:
        return next((row for row, line in enumerate(self.lines) if line.agency.id == agency_id), -1)

    # ---- Qt

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == 0:
            return self._heads[section]
        if role == int(Qt.ItemDataRole.ToolTipRole):
            return self._tips[section] or None
        if role == int(Qt.ItemDataRole.TextAlignmentRole) and section > Column.KIND:
            return Qt.AlignmentFlag.AlignCenter  # as the numbers under it
        return None

    def data(self, index: AnyIndex, role: int = 0) -> object:
        if not index.isValid():
            return None
        line, column = self.lines[index.row()], Column(index.column())
        if role == 0:
            return self._text(line, column)
        if role == int(Qt.ItemDataRole.TextAlignmentRole):
            left = column <= Column.KIND
            return Qt.AlignmentFlag.AlignVCenter | (Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignHCenter)
        if role == int(Qt.ItemDataRole.DecorationRole) and column is Column.NAME:
            return icon("group" if line.agency.kind is AgencyKind.GROUP else ("agencies" if line.agency.known else "help"), "muted")
        if role == int(Qt.ItemDataRole.ToolTipRole) and column is Column.NAME:
            known = "" if line.agency.known else "\n" + self.tr("Tên lạ, đọc từ kế hoạch: hãy xem lại hoặc gộp vào cơ quan đúng")
            return line.agency.name + known
        return None

    @staticmethod
    def _text(line: AgencyLine, column: Column) -> str:
        numbers = {Column.LEADS: line.leads, Column.COOPS: line.coops, Column.PLANS: line.plans}
        if column in numbers:
            return str(numbers[column] or "")
        name = line.agency.name[:1].upper() + line.agency.name[1:]  # groups are written as in a sentence
        return {Column.NAME: name, Column.SHORT: line.agency.short, Column.KIND: line.kind}[column]

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        mime = QMimeData()
        if indexes:
            mime.setData(MIME, self.lines[indexes[0].row()].agency.id.encode())
        return mime

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex) -> bool:
        return data.hasFormat(MIME) and parent.isValid()

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex) -> bool:
        if self.canDropMimeData(data, action, row, column, parent):
            loser, winner = data.data(MIME).toStdString(), self.lines[parent.row()].agency.id
            if loser != winner:
                self.merge_wanted.emit(loser, winner)
        return False  # the view must not remove the dragged row by itself: the merge is asked for first
