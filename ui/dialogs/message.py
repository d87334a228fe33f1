"""A question or a warning that stops the work: a mark, what it is about, what follows, and answers named by what they do."""
from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from ui.dialogs.base import Dialog
from ui.theme import icon

KINDS = {"question": ("help", "accent"), "warning": ("warning", "warn"), "critical": ("error", "danger"), "info": ("info", "accent")}
WIDE = 460  # px: some sixty letters in a line


def _tr(text: str) -> str:
    return QCoreApplication.translate("messages", text)


class MessageDialog(Dialog):
    """Ours, since Qt's own box measures its words in plain letters and cuts bold ones off. ``answer`` is the number of the answer chosen:
    Enter is the first, Escape and the cross are the last or the one that ``escape`` names."""

    def __init__(self, kind: str, message: str, more: str, answers: Sequence[str], parent: QWidget | None = None, *,
                 details: str = "", escape: int = -1) -> None:
        super().__init__(_tr("Phân công"), parent)
        self.answer = range(len(answers))[escape]
        self._mark = QLabel(self)
        self._mark.setPixmap(icon(*KINDS[kind]).pixmap(32, 32))
        words = QVBoxLayout()
        words.setSpacing(8)
        self.labels: list[QLabel] = []
        for text, name in ((message, "subtitle"), (more, "")):
            if text:
                label = QLabel(text, self, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
                label.setProperty("kind", name)
                label.setMinimumWidth(WIDE)
                label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                self.labels.append(label)
                words.addWidget(label)
        self.setAccessibleDescription("\n".join(label.text() for label in self.labels))
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        self.column.addLayout(top, 1)
        self.column.addSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        if details:
            row.addWidget(self._folded(details))
        row.addStretch(1)
        self.answers: list[QPushButton] = []
        for place, text in enumerate(answers):
            button = QPushButton(text, self)
            button.setProperty("kind", "primary" if place == 0 else "")
            button.setAutoDefault(place == 0)
            button.setDefault(place == 0)
            button.clicked.connect(lambda _=False, n=place: self._chosen(n))
            row.addWidget(button)
            self.answers.append(button)
        self.column.addLayout(row)
        self.answers[0].setFocus()

    def _folded(self, details: str) -> QPushButton:
        """What only the person in charge of the program needs: seen after a click, ready to be copied."""
        text = QPlainTextEdit(details, self, readOnly=True)
        text.setAccessibleName(_tr("Chi tiết"))
        text.setMinimumHeight(180)
        text.hide()
        self.column.addWidget(text, 3)
        fold = QPushButton(_tr("Chi tiết"), self)
        fold.setCheckable(True)
        fold.setAutoDefault(False)
        fold.toggled.connect(text.setVisible)
        fold.toggled.connect(self.adjustSize)
        return fold

    def _chosen(self, place: int) -> None:
        self.answer = place
        self.accept()
