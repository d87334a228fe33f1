"""The right half of the matrix's table under the hand: clicks, ranges, the corner that fills, keys that are commands."""
from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from ui.pages.matrix_marks import MarkView
from ui.pages.matrix_view import Range

COMMAND_KEYS = {Qt.Key.Key_C: "lead", Qt.Key.Key_P: "coop", Qt.Key.Key_Delete: "clear", Qt.Key.Key_Backspace: "clear",
                Qt.Key.Key_Space: "next", Qt.Key.Key_F2: "edit"}


class CellView(MarkView):
    """A click chooses a cell, a click on the chosen one (so a double click too) changes it: nobody writes into the plan by looking.
    Dragging chooses a range, the small square at its corner fills."""

    clicked_cell = Signal(int, int)
    fill_wanted = Signal(object, object)  # the range it starts from, the range to fill
    hover_column = Signal(int)
    command = Signal(str)  # "lead", "coop", "clear", "next", "edit"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._pressed: QModelIndex | None = None
        self._arrived = False  # the keyboard came here with this very click
        self._fill_from: Range | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        handle = self.handle()
        self._pressed = None
        self._arrived, arrived = False, self._arrived
        if event.button() == Qt.MouseButton.LeftButton and handle is not None and handle.adjusted(-3, -3, 3, 3).contains(at):
            self._fill_from = self.fill_to = self.chosen_range()
            return
        model = self.table()
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and model is not None:
            if model.heading(index.row()) is not None:
                self.heading_clicked.emit(index.row())
                return
            if not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier):
                chosen = not arrived and index == self.currentIndex() and len(self.selectedIndexes()) == 1
                self._pressed = index if chosen else None
        if event.button() == Qt.MouseButton.RightButton and any(
                r[0] <= index.row() <= r[2] and r[1] <= index.column() <= r[3] for r in self.ranges()):
            return  # the menu is about what is chosen
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._arrived = event.reason() == Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)  # Qt sends the second press so

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._fill_from is not None:
            self._stretch(self.indexAt(at))
            return
        handle = self.handle()
        over = handle is not None and handle.adjusted(-3, -3, 3, 3).contains(at)
        self.viewport().setCursor(Qt.CursorShape.CrossCursor if over else Qt.CursorShape.ArrowCursor)
        self.hover_row.emit(self.rowAt(at.y()))
        self.hover_column.emit(self.columnAt(at.x()))
        super().mouseMoveEvent(event)

    def _stretch(self, index: QModelIndex) -> None:
        """The range to fill grows down, up, right or left, whichever way is longer."""
        if self._fill_from is None or not index.isValid():
            return
        top, left, bottom, right = self._fill_from
        down = max(index.row() - bottom, top - index.row(), 0)
        across = max(index.column() - right, left - index.column(), 0)
        if down >= across:
            self.fill_to = (min(top, index.row()), left, max(bottom, index.row()), right)
        else:
            self.fill_to = (top, min(left, index.column()), bottom, max(right, index.column()))
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._fill_from is not None:
            source, target = self._fill_from, self.fill_to
            self._fill_from = self.fill_to = None
            self.viewport().update()
            if target is not None and target != source:
                self.fill_wanted.emit(source, target)
            return
        pressed, self._pressed = self._pressed, None
        super().mouseReleaseEvent(event)
        if pressed is not None and event.button() == Qt.MouseButton.LeftButton \
                and self.indexAt(event.position().toPoint()) == pressed and len(self.selectedIndexes()) <= 1:
            self.clicked_cell.emit(pressed.row(), pressed.column())

    def leaveEvent(self, event: QEvent) -> None:
        self.hover_column.emit(-1)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Left and self.currentIndex().column() <= 0 and not event.modifiers():
            self.leave.emit(-1)
            return
        if event.key() in COMMAND_KEYS and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self.command.emit(COMMAND_KEYS[Qt.Key(event.key())])
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # down, as Excel does
            step = -1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            index = self.model().index(self.currentIndex().row() + step, self.currentIndex().column())
            if index.isValid():
                self.setCurrentIndex(index)
            return
        super().keyPressEvent(event)
