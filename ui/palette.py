"""Ctrl+K: reach any action or plan by typing some of its letters, without marks."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from core.fold import fold
from ui.theme import colour, colours, icon, scaled

AnyIndex = QModelIndex | QPersistentModelIndex
LIMIT = 60


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: ``run`` is what Enter does, ``enabled`` False is shown in grey and cannot be chosen."""

    text: str
    where: str
    run: Callable[[], object]
    shortcut: str = ""
    icon: str = ""
    enabled: bool = True
    key: str = ""

    def folded(self) -> tuple[str, str]:
        """What is typed is looked for in the words first, then in the place and the longer description."""
        return fold(self.text), fold(f"{self.where} {self.key}")


def rank(entry: Entry, query: str) -> float | None:
    """How well an entry fits the folded query (small is good), None where it does not: every word must stand somewhere."""
    text, rest = entry.folded()
    total = 0.0 if text.startswith(query) else 3.0
    for word in query.split():
        cost = _cost(word, text)
        if cost is None:
            cost = _cost(word, rest)
            if cost is None:
                return None
            cost += 15
        total += cost
    return total + (0 if entry.enabled else 30) + len(text) * 0.01


def _cost(word: str, text: str) -> float | None:
    """The beginning of a word is best, the inside of one next, the initials of the words ("nkh" for nhập kế hoạch) last."""
    start = (" " + text).find(" " + word)
    if start >= 0:
        return min(start, 30) * 0.1
    inside = text.find(word)
    if inside >= 0:
        return 6 + min(inside, 30) * 0.1
    initials = "".join(part[0] for part in text.split())
    return 12.0 if len(word) > 1 and word in initials else None


def search(entries: Sequence[Entry], typed: str) -> list[Entry]:
    """The fitting entries, best first; all of them in their order where nothing is typed."""
    query = fold(typed).strip()
    if not query:
        return list(entries[:LIMIT])
    found = [(score, place, e) for place, e in enumerate(entries) if (score := rank(e, query)) is not None]
    return [e for _, _, e in sorted(found, key=lambda item: item[:2])][:LIMIT]


class EntryModel(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []

    def show(self, entries: list[Entry]) -> None:
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: AnyIndex, role: int = 0) -> object:
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == 0:
            return entry.text
        if role == int(Qt.ItemDataRole.AccessibleTextRole):
            return f"{entry.text}, {entry.where}"
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        usable = self.entries[index.row()].enabled
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled if usable else Qt.ItemFlag.ItemIsSelectable


class EntryDelegate(QStyledItemDelegate):
    """Icon, words, the place in grey, the shortcut at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(200, option.fontMetrics.height() + 16)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        model = index.model()
        assert isinstance(model, EntryModel)
        entry, c, rect = model.entries[index.row()], colours(), QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colour(c.accent_soft))
        rect.adjust(10, 0, -12, 0)
        if entry.icon:
            icon(entry.icon, "muted").paint(painter, QRect(rect.left(), rect.center().y() - 8, 17, 17))
        rect.setLeft(rect.left() + 28)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(colour(c.text if entry.enabled else c.edge))
        painter.setFont(option.font)
        keys = painter.fontMetrics().horizontalAdvance(entry.shortcut) + (16 if entry.shortcut else 0)
        text = painter.fontMetrics().elidedText(entry.text, Qt.TextElideMode.ElideRight, rect.width() - keys)
        painter.drawText(rect, middle, text)
        used = painter.fontMetrics().horizontalAdvance(text) + 14
        painter.setPen(colour(c.muted if entry.enabled else c.edge))
        painter.drawText(rect, middle | Qt.AlignmentFlag.AlignRight, entry.shortcut)
        painter.setFont(scaled(option.font, 0.9))
        room = QRect(rect.left() + used, rect.top(), rect.width() - used - keys, rect.height())
        painter.drawText(room, middle, painter.fontMetrics().elidedText(entry.where, Qt.TextElideMode.ElideRight, max(0, room.width())))
        painter.restore()


class CommandPalette(QDialog):
    """Opens under the top edge of its window; Enter runs, Escape goes away."""

    def __init__(self, entries: Sequence[Entry], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("palette")
        self.setAccessibleName(self.tr("Bảng lệnh"))
        self.setWindowTitle(self.tr("Bảng lệnh"))
        self._entries = list(entries)
        self._field = QLineEdit(self, placeholderText=self.tr("Gõ tên việc hoặc kế hoạch, có dấu hay không dấu"))
        self._field.setAccessibleName(self.tr("Tìm việc hoặc kế hoạch"))
        self._field.setProperty("kind", "search")
        self._field.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self._model = EntryModel(self)
        self._list = QListView(self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(EntryDelegate(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setAccessibleName(self.tr("Kết quả"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._none = QLabel(self.tr("Không có việc hay kế hoạch nào như vậy. Hãy gõ ít chữ hơn."), self, wordWrap=True)
        self._none.setProperty("kind", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        for widget in (self._field, self._none, self._list):
            column.addWidget(widget)
        self._field.textChanged.connect(self._search)
        self._field.installEventFilter(self)
        self._list.clicked.connect(self._run)
        self._search("")
        self._place(parent)

    def _place(self, parent: QWidget) -> None:
        width = min(680, parent.width() - 80)
        self.resize(width, min(460, parent.height() - 120))
        self.move(parent.mapToGlobal(parent.rect().topLeft()).x() + (parent.width() - width) // 2,
                  parent.mapToGlobal(parent.rect().topLeft()).y() + 56)

    def field(self) -> QLineEdit:
        return self._field

    def shown(self) -> list[Entry]:
        return self._model.entries

    def _search(self, typed: str) -> None:
        found = search(self._entries, typed)
        self._model.show(found)
        self._none.setVisible(not found)
        self._list.setVisible(bool(found))
        first = next((row for row, e in enumerate(found) if e.enabled), -1)
        if first >= 0:
            self._list.setCurrentIndex(self._model.index(first))

    def _run(self, index: QModelIndex) -> None:
        entry = self._model.entries[index.row()]
        if entry.enabled:
            self.close()
            entry.run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
            if event.key() in steps:
                self._move(steps[Qt.Key(event.key())])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self._list.currentIndex().isValid() and self._model.entries:
                    self._run(self._list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _move(self, step: int) -> None:
        rows = [row for row, e in enumerate(self._model.entries) if e.enabled]
        if not rows:
            return
        here = self._list.currentIndex().row()
        near = min(range(len(rows)), key=lambda i: abs(rows[i] - here))
        self._list.setCurrentIndex(self._model.index(rows[max(0, min(len(rows) - 1, near + step))]))
