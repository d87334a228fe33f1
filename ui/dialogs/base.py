"""What all dialogs share: a column that grows with its words, and a row of buttons named by what they do."""
from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget


class Dialog(QDialog):
    """Fill ``column`` and end with ``buttons``."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 18, 20, 16)
        self.column.setSpacing(12)

    def heading(self, text: str, more: str = "") -> None:
        label = QLabel(text, self, wordWrap=True)
        label.setProperty("kind", "subtitle")
        self.column.addWidget(label)
        if more:
            below = QLabel(more, self, wordWrap=True)
            below.setProperty("kind", "muted")
            self.column.addWidget(below)

    def buttons(self, yes: str, no: str = "", *, kind: str = "primary") -> QPushButton:
        """``yes`` accepts and is the button of Enter, ``no`` goes away; the first button is returned. One that only closes is "plain"."""
        box = QDialogButtonBox(self)
        first = QPushButton(yes, self)
        first.setDefault(True)
        first.setProperty("kind", kind)  # before it is added, which polishes it
        box.addButton(first, QDialogButtonBox.ButtonRole.AcceptRole)
        box.accepted.connect(self.accept)
        if no:
            box.addButton(no, QDialogButtonBox.ButtonRole.RejectRole)
            box.rejected.connect(self.reject)
        self.column.addWidget(box)
        return first

    def showEvent(self, event: QShowEvent) -> None:
        """Never larger than the screen: 1366 × 768 at 150 % leaves 911 × 512."""
        super().showEvent(event)
        room = self.screen().availableSize()
        if self.width() > room.width() - 20 or self.height() > room.height() - 40:
            self.resize(min(self.width(), room.width() - 20), min(self.height(), room.height() - 40))


def apart(split: QSplitter) -> None:
    """Two framed lists side by side do not touch."""
    split.setStyleSheet("QSplitter::handle { background: transparent; }")
    split.setHandleWidth(10)
