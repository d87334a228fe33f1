"""The columns of a sheet as the clerk wants them: which, in what order, under what name, how wide."""
from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QListView, QPushButton, QVBoxLayout, QWidget

from core.sheets.layout import Column
from core.sheets.options import ColumnChoice
from ui.delegates.roomy_row import RoomyRow
from ui.fields import NumberBox

KEY, WIDTH, USUAL = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
MARK = "\t"  # between the parts of a remembered column


class ColumnPicker(QWidget):
    """A list with ticks, moved by mouse or by its buttons; ``changed`` after each change."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._usual: tuple[Column, ...] = ()
        self._build_list()
        self._build_buttons()
        heading = QLabel(self.tr("Cột"), self)
        heading.setProperty("kind", "heading")
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(heading, 1)
        head.addWidget(self.usual)
        wide = QLabel(self.tr("Độ &rộng"), self)
        wide.setBuddy(self.width_box)
        foot.addWidget(wide)
        foot.addWidget(self.width_box, 1)
        foot.addWidget(self.up)
        foot.addWidget(self.down)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.column_list)
        column.addLayout(foot)

    def _build_list(self) -> None:
        self.columns = QStandardItemModel(self)
        self.columns.itemChanged.connect(lambda _: self.changed.emit())
        self.columns.rowsRemoved.connect(lambda *_: self.changed.emit())  # the end of a move by mouse
        self.column_list = QListView(self)
        self.column_list.setModel(self.columns)
        self.column_list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.column_list.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.column_list.setAccessibleName(self.tr("Các cột: đánh dấu để in, kéo để đổi thứ tự, bấm đúp để đổi tên"))
        self.column_list.setToolTip(self.tr("Đánh dấu để in, kéo để đổi thứ tự, bấm đúp (F2) để đổi tên"))
        self.column_list.setFixedHeight(186)
        self.column_list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.column_list.setItemDelegate(RoomyRow(self.column_list))
        self.column_list.selectionModel().currentChanged.connect(lambda now, _: self._show_width(now))

    def _build_buttons(self) -> None:
        self.width_box = NumberBox(self, minimum=0, maximum=200, singleStep=1, decimals=0, suffix=self.tr(" mm"))
        self.width_box.lineEdit().setTextMargins(6, 0, 0, 0)
        self.width_box.setSpecialValueText(self.tr("Như thường"))
        self.width_box.setAccessibleName(self.tr("Độ rộng của cột đang chọn"))
        self.width_box.setToolTip(self.width_box.accessibleName())
        self.width_box.valueChanged.connect(self._set_width)
        self.up = QPushButton(self.tr("Lên"), self)
        self.down = QPushButton(self.tr("Xuống"), self)
        self.usual = QPushButton(self.tr("Như thường"), self)
        for button, run in ((self.up, lambda: self.move_column(-1)), (self.down, lambda: self.move_column(1)), (self.usual, self.reset)):
            button.setProperty("kind", "quiet")
            button.clicked.connect(lambda _=False, r=run: r())

    # ---- what is chosen

    def choices(self) -> tuple[ColumnChoice, ...]:
        """The list as it stands; () where nobody has changed it."""
        found = tuple(ColumnChoice(str(item.data(KEY)), _own_title(item), float(item.data(WIDTH) or 0), _ticked(item))
                      for item in self._items())
        return () if found == tuple(ColumnChoice(c.key) for c in self._usual) else found

    def words(self) -> list[str]:
        """The list in the form in which it is remembered."""
        return [MARK.join((str(i.data(KEY)), _own_title(i), f"{float(i.data(WIDTH) or 0):g}", "1" if _ticked(i) else "0"))
                for i in self._items()]

    def show_columns(self, usual: tuple[Column, ...], remembered: Sequence[str]) -> None:
        """The columns of another sheet, as they were left."""
        self._usual = usual
        self._fill([choice for choice in map(_column, remembered) if choice is not None])

    def reset(self) -> None:
        self._fill([ColumnChoice(c.key) for c in self._usual])
        self.changed.emit()

    def _items(self) -> list[QStandardItem]:
        return [self.columns.item(row) for row in range(self.columns.rowCount())]

    def _fill(self, choices: list[ColumnChoice]) -> None:
        usual = {c.key: c for c in self._usual}
        wanted = [c for c in choices if c.key in usual]
        wanted += [ColumnChoice(key) for key in usual if key not in {c.key for c in wanted}]
        with QSignalBlocker(self.columns):
            self.columns.clear()
            for choice in wanted:
                self.columns.appendRow(_item(choice, usual[choice.key].title))
        # the blocked model has told the view nothing
        self.column_list.reset()
        self.column_list.setCurrentIndex(self.columns.index(0, 0))
        self.column_list.setFixedHeight(7 * max(20, self.column_list.sizeHintForRow(0)) + 10)  # as the annex; longer lists scroll

    def move_column(self, step: int) -> None:
        row = self.column_list.currentIndex().row()
        if 0 <= row < self.columns.rowCount() and 0 <= row + step < self.columns.rowCount():
            with QSignalBlocker(self.columns):
                taken = self.columns.takeRow(row)
                self.columns.insertRow(row + step, taken)
            self.column_list.reset()
            self.column_list.setCurrentIndex(self.columns.index(row + step, 0))
            self.changed.emit()

    def _show_width(self, now: QModelIndex) -> None:
        with QSignalBlocker(self.width_box):
            self.width_box.setValue(float(now.data(WIDTH) or 0) if now.isValid() else 0.0)

    def _set_width(self, value: float) -> None:
        item = self.columns.itemFromIndex(self.column_list.currentIndex())
        if item is not None:
            item.setData(value, WIDTH)


def _item(choice: ColumnChoice, usual: str) -> QStandardItem:
    usual = QCoreApplication.translate("ColumnPicker", "Ô đánh dấu (☐)") if usual == "☐" else usual  # a sign alone says nothing in a list
    item = QStandardItem(choice.title or usual)
    item.setData(choice.key, KEY)
    item.setData(choice.width, WIDTH)
    item.setData(usual, USUAL)
    flag = Qt.ItemFlag
    flags = flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsDragEnabled | flag.ItemIsEditable
    item.setFlags(flags if choice.key == "task" else flags | flag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Checked if choice.shown or choice.key == "task" else Qt.CheckState.Unchecked)
    return item


def _ticked(item: QStandardItem) -> bool:
    return item.checkState() is Qt.CheckState.Checked


def _own_title(item: QStandardItem) -> str:
    """The clerk's own name of a column; "" for the usual one."""
    text = item.text().strip()
    return "" if text == item.data(USUAL) else text


def _column(words: str) -> ColumnChoice | None:
    """A remembered column; None where the settings were edited by hand."""
    parts = words.split(MARK)
    if len(parts) != 4:
        return None
    try:
        return ColumnChoice(parts[0], parts[1], float(parts[2]), parts[3] == "1")
    except ValueError:
        return None
