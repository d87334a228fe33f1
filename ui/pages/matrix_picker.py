"""A small popup to choose agencies by typing with or without marks: the lead of a task, an agency to merge into, several to filter by."""
from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QListView, QPushButton, QVBoxLayout, QWidget

from core.fold import sort_key, words
from core.model import Agency, AgencyKind
from ui.delegates.roomy_row import RoomyRow

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


_CENTRAL = (AgencyKind.CENTRAL, AgencyKind.GROUP)


def ranked(agencies: Iterable[Agency], typed: str, near: Collection[str] = ()) -> list[Agency]:
    """The agencies whose name, short name or spelling holds every word typed; those that begin so come first.

    Among equals those of ``near`` (ids: they have work in this plan) stand before others, ministries and groups last.
    """
    wanted = words(typed)
    found: list[tuple[tuple[int, bool, bool, str], Agency]] = []
    for agency in agencies:
        ways = [words(way) for way in (agency.name, agency.short, *agency.aliases) if way]
        letters = [*("".join(word[0] for word in way.split() if word != "va") for way in ways), *(way.replace(" ", "") for way in ways)]
        if not wanted or wanted.replace(" ", "") in letters or any(way.startswith(wanted) for way in ways):
            place = 0
        elif any(f" {wanted}" in f" {way}" for way in ways):
            place = 0 if len(wanted) > 3 else 2  # "van hoa" means the department of culture no less than what begins so
        elif len(wanted) > 1 and any(wanted.replace(" ", "") in way for way in letters):
            place = 1  # abbreviations: "svhtt", "vhtt"
        elif any(all(word in way for word in wanted.split()) for way in ways):
            place = 3
        else:
            continue
        found.append(((place, agency.id not in near, agency.kind in _CENTRAL, sort_key(agency.name)), agency))
    return [agency for _, agency in sorted(found, key=lambda item: item[0])]


class AgencyListModel(QAbstractListModel):
    """Agencies in a list; with ``chosen`` each has a box to tick."""

    def __init__(self, chosen: set[str] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.agencies: Sequence[Agency] = ()
        self.chosen = chosen

    def show(self, agencies: Sequence[Agency]) -> None:
        self.beginResetModel()
        self.agencies = agencies
        self.endResetModel()

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.agencies)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if self.chosen is not None and index.isValid() else flags

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        agency = self.agencies[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{agency.name}  ({agency.short})" if agency.short and agency.short != agency.name else agency.name
        if role == Qt.ItemDataRole.CheckStateRole and self.chosen is not None:
            return Qt.CheckState.Checked if agency.id in self.chosen else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: Any, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or self.chosen is None or not index.isValid():
            return False
        self.chosen ^= {self.agencies[index.row()].id}
        self.dataChanged.emit(index, index)
        return True


class AgencyPicker(QFrame):
    """Type, arrows, Enter. ``picked`` brings one agency's id; with ``several`` it is ``changed`` with all ticked ids at each tick."""

    picked = Signal(str)
    changed = Signal(object)

    def __init__(self, title: str, agencies: Iterable[Agency], parent: QWidget, *, several: frozenset[str] | None = None,
                 near: Collection[str] = ()) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(title)
        self._all = list(agencies)
        self._near = near
        self.model = AgencyListModel(None if several is None else set(several), self)
        self.field = QLineEdit(self, placeholderText=self.tr("Gõ tên hoặc chữ tắt, có dấu hay không"))
        self.field.setAccessibleName(title)
        self.list = QListView(self)
        self.list.setAccessibleName(self.tr("Các cơ quan tìm thấy"))
        self.list.setModel(self.model)
        self.list.setUniformItemSizes(True)
        self.list.setItemDelegate(RoomyRow(self.list))
        self.none = QLabel(self.tr("Không có cơ quan nào như vậy"), self)
        self.none.setProperty("kind", "muted")
        self._lay_out(title)
        self.field.textChanged.connect(self._typed)
        self.field.installEventFilter(self)
        self.list.clicked.connect(self._take)
        self.model.dataChanged.connect(lambda: self.changed.emit(frozenset(self.model.chosen or ())))
        self._typed("")

    def _lay_out(self, title: str) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 14, 14, 14)
        box.setSpacing(10)
        heading = QLabel(title, self, wordWrap=True)
        heading.setProperty("kind", "subtitle")
        for widget in (heading, self.field, self.none, self.list):
            box.addWidget(widget)
        if self.model.chosen is not None:
            row = QHBoxLayout()
            clear = QPushButton(self.tr("Bỏ chọn hết"), self)
            clear.clicked.connect(self._clear)
            done = QPushButton(self.tr("Xong"), self)
            done.clicked.connect(self.close)
            row.addWidget(clear)
            row.addStretch(1)
            row.addWidget(done)
            box.addLayout(row)
        self.resize(380, 400)

    def show_at(self, point: QPoint) -> None:
        """Show with the top left corner at a point of the screen, pushed inside it."""
        room = self.screen().availableGeometry()
        x = max(room.left(), min(point.x(), room.right() - self.width()))
        y = max(room.top(), min(point.y(), room.bottom() - self.height()))
        self.move(x, y)
        self.show()
        self.field.setFocus()

    def _typed(self, text: str) -> None:
        found = ranked(self._all, text, self._near)
        if not text and self.model.chosen:
            found.sort(key=lambda a: a.id not in (self.model.chosen or ()))
        self.model.show(found)
        self.none.setVisible(not found)
        self.list.setVisible(bool(found))
        if found:
            self.list.setCurrentIndex(self.model.index(0))

    def _take(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        if self.model.chosen is not None:
            self.model.setData(index, None, int(Qt.ItemDataRole.CheckStateRole))
            return
        agency = self.model.agencies[index.row()].id
        self.close()
        self.picked.emit(agency)

    def _clear(self) -> None:
        assert self.model.chosen is not None
        self.model.chosen.clear()
        self.model.show(self.model.agencies)
        self.changed.emit(frozenset())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move in the list while the text is typed; Enter takes."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
            key = Qt.Key(event.key())
            if key in steps and self.model.rowCount():
                row = max(0, min(self.model.rowCount() - 1, self.list.currentIndex().row() + steps[key]))
                self.list.setCurrentIndex(self.model.index(row))
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.list.currentIndex())
                return True
        return super().eventFilter(watched, event)
