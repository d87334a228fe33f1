"""What all dialogs share: a column that grows with its words, and a row of buttons named by what they do."""
from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget


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

    def buttons(self, yes: str, no: str = "") -> QPushButton:
        """``yes`` accepts and is the button of Enter, ``no`` goes away; the first button is returned."""
        box = QDialogButtonBox(self)
        first = box.addButton(yes, QDialogButtonBox.ButtonRole.AcceptRole)
        first.setDefault(True)
        first.setProperty("kind", "primary")
        box.accepted.connect(self.accept)
        if no:
            box.addButton(no, QDialogButtonBox.ButtonRole.RejectRole)
            box.rejected.connect(self.reject)
        self.column.addWidget(box)
        return first
