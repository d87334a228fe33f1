"""Editing in place at the left of the matrix: a field that grows over the row for texts, one line for a deadline."""
from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.models.matrix import Frozen

Index = QModelIndex | QPersistentModelIndex


class FrozenDelegate(QStyledItemDelegate):
    """Enter takes over, Shift+Enter breaks the line, Escape gives up."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        name = str(model.headerData(index.column(), Qt.Orientation.Horizontal) or "")
        if index.column() == Frozen.DUE:
            line = QLineEdit(parent)
            line.setPlaceholderText(self.tr("trước 30/6/2025, quý III…"))
            line.setAccessibleName(self.tr("Sửa: {0}").format(name))
            return line
        field = QPlainTextEdit(parent)
        field.setTabChangesFocus(True)
        field.setAccessibleName(self.tr("Sửa: {0}").format(name))
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QPlainTextEdit):
            editor.setPlainText(text)
            editor.moveCursor(QTextCursor.MoveOperation.End)  # nothing is chosen: a stray key must not wipe out a task
        elif isinstance(editor, QLineEdit):
            editor.setText(text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QObject, index: Index) -> None:
        text = editor.toPlainText() if isinstance(editor, QPlainTextEdit) else editor.text() if isinstance(editor, QLineEdit) else ""
        if text != str(index.data(Qt.ItemDataRole.EditRole) or ""):
            index.model().setData(index, text, Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect = option.rect
        parent = editor.parentWidget()
        if isinstance(editor, QPlainTextEdit) and parent is not None:
            width = max(rect.width(), 340)
            metrics = editor.fontMetrics()
            text = str(index.data(Qt.ItemDataRole.EditRole) or "")
            wrapped = metrics.boundingRect(0, 0, width - 24, 100000, int(Qt.TextFlag.TextWordWrap), text)
            height = max(rect.height() + 8, min(wrapped.height() + 2 * metrics.lineSpacing(), round(parent.height() * 0.7)))
            rect.setHeight(height)
            rect.setWidth(min(width, parent.width() - 2))
            if rect.right() > parent.width():
                rect.moveRight(parent.width() - 1)
            if rect.bottom() > parent.height():
                rect.moveBottom(max(rect.height(), parent.height() - 1))
        else:
            rect.setHeight(max(rect.height(), editor.sizeHint().height()))
            rect.setWidth(max(rect.width(), 170))
            if parent is not None and rect.right() > parent.width():
                rect.moveRight(parent.width() - 1)
        editor.setGeometry(rect)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(editor, QPlainTextEdit) and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress \
                and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                editor.insertPlainText("\n")
            else:
                self.commitData.emit(editor)
                self.closeEditor.emit(editor)
            return True
        return super().eventFilter(editor, event)
