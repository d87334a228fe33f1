"""A layout that sets its items side by side and begins a new line where the width ends, as words do."""
from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QPushButton, QStyle, QStyleOptionButton, QWidget


class FlowLayout(QLayout):
    """``gap`` px between items and between lines. An item is never wider than the layout."""

    def __init__(self, parent: QWidget | None = None, gap: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # None past the end is how Qt walks a layout
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        return self._lay(QRect(0, 0, inner, 0), move=False) + margins.top() + margins.bottom()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay(rect.marginsRemoved(self.contentsMargins()), move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(QSize(min(item.minimumSize().width(), 80), item.minimumSize().height()))
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _lay(self, rect: QRect, *, move: bool) -> int:
        x, y, line = rect.x(), rect.y(), 0
        row: list[tuple[QLayoutItem, int, QSize]] = []
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            wide = min(size.width(), max(rect.width(), 40))
            if wide < size.width() and item.hasHeightForWidth():  # a long name takes a second line
                size.setHeight(max(size.height(), item.heightForWidth(wide)))
            if line and x + wide > rect.right() + 1:
                _settle(row, y, line)
                x, y, line, row = rect.x(), y + line + self._gap, 0, []
            if move:
                row.append((item, x, QSize(wide, size.height())))
            x += wide + self._gap
            line = max(line, size.height())
        _settle(row, y, line)
        return y + line - rect.y()


def _settle(row: list[tuple[QLayoutItem, int, QSize]], y: int, line: int) -> None:
    """Put the items of a line in their places, the lower ones in its middle."""
    for item, x, size in row:
        item.setGeometry(QRect(QPoint(x, y + (line - size.height()) // 2), size))


class FitButton(QPushButton):
    """A button whose words may be a long name: where the room is narrow their middle gives way, and the tooltip says them whole."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self.whole = text
        self.setAccessibleName(text)

    def say(self, text: str) -> None:
        """Other words."""
        if text != self.whole:
            self.whole = text
            self.setText(text.replace("&", "&&"))

    def sizeHint(self) -> QSize:
        # of the whole words, whatever is shown now
        shown = super().sizeHint()
        extra = self.fontMetrics().horizontalAdvance(self.whole) - self.fontMetrics().horizontalAdvance(self.text().replace("&&", "&"))
        return QSize(shown.width() + max(0, extra), shown.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(60, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self).width()
        fits = self.fontMetrics().elidedText(self.whole, Qt.TextElideMode.ElideMiddle, max(room, 20))
        if fits.replace("&", "&&") != self.text():
            self.setText(fits.replace("&", "&&"))
            if fits != self.whole and not self.toolTip():
                self.setToolTip(self.whole)
