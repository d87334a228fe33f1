"""What is doubtful about the chosen task, as cards with their answers, in the panel at the right."""
from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from core.model import Finding
from ui.finding_words import answer_words, finding_words
from ui.numbers import PLAIN_TEXT, set_number
from ui.pages.flow import FitButton, FlowLayout
from ui.pages.review_queue import answers


class FindingCards(QWidget):
    """``answered`` gives the finding and the chosen proposal."""

    answered = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: list[Finding] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def forget(self) -> None:
        """Another task is shown next."""
        self._shown = None

    def give(self, found: list[Finding]) -> None:
        if found == self._shown:
            return
        self._shown = found
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for finding in found:
            card = self._card(finding)
            self._column.addWidget(card)
            card.show()  # now, not in a later turn of the event loop, so that it is laid out with the rest
        self.setVisible(bool(found))

    def _card(self, finding: Finding) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(10, 8, 10, 8)
        message = QLabel(finding_words(finding), wordWrap=True)
        set_number(message, textFormat=PLAIN_TEXT)
        message.setProperty("kind", "doubt")
        column.addWidget(message)
        box = QWidget()
        flow = FlowLayout(box)
        for proposal in answers(finding):
            button = FitButton(answer_words(proposal))
            button.setProperty("kind", "quiet")
            button.setToolTip(answer_words(proposal))
            button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _=False, f=finding, p=proposal: self.answered.emit(f, p))
            flow.addWidget(button)
        column.addWidget(box)
        return card
