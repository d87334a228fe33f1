"""What stands where there is nothing yet: a picture, what is missing, and buttons for the next step."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.numbers import CENTRE, set_number
from ui.theme import icon, state

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.window import MainWindow


class EmptyState(QWidget):
    """``buttons``: (words, icon, what it does), the first being the obvious one."""

    def __init__(self, picture: str, title: str, text: str, buttons: Sequence[tuple[str, str, Callable[[], object]]] = (),
                 parent: QWidget | None = None, *, way: str = "") -> None:
        """``way``: the steps from here on, under a frame that says: drop it here."""
        super().__init__(parent)
        self._picture_name = picture
        self._picture = QLabel(self)
        heading = self._heading = QLabel(title, self, wordWrap=True)
        heading.setProperty("kind", "title")
        body = self._body = QLabel(text, self, wordWrap=True)
        body.setProperty("kind", "muted")
        body.setFixedWidth(520)
        for label in (self._picture, heading, body):
            set_number(label, alignment=CENTRE)
        row = QHBoxLayout()
        row.addStretch(1)
        self.buttons: list[QPushButton] = []
        for place, (words, name, run) in enumerate(buttons):
            button = QPushButton(icon(name, "accent_text" if place == 0 else "text"), words, self)
            if place == 0:
                button.setProperty("kind", "primary")
            button.clicked.connect(lambda _=False, r=run: r())
            row.addWidget(button)
            self.buttons.append(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addStretch(2)
        outer = column
        if way:
            column = self._frame(outer, way)
        column.addWidget(self._picture)
        column.addWidget(heading)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(body)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addLayout(row)
        outer.addStretch(3)
        self._draw()
        state().changed.connect(self._draw)

    def say(self, title: str, text: str) -> None:
        """Other words in the same place."""
        self._heading.setText(title)
        self._body.setText(text)
        self._body.setFixedHeight(max(0, self._body.heightForWidth(self._body.width())))

    def _frame(self, outer: QVBoxLayout, way: str) -> QVBoxLayout:
        """A dashed frame in the middle, the steps below it; gives the column inside."""
        frame = QFrame(self)
        frame.setObjectName("dropzone")
        frame.setMinimumWidth(640)
        inner = QVBoxLayout(frame)
        inner.setSpacing(14)
        inner.setContentsMargins(40, 36, 40, 40)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(frame)
        middle.addStretch(1)
        steps = QLabel(way, self, wordWrap=True)
        steps.setProperty("kind", "muted")
        set_number(steps, alignment=CENTRE)
        outer.addLayout(middle)
        outer.addSpacing(6)
        outer.addWidget(steps)
        return inner

    def resizeEvent(self, event: QResizeEvent) -> None:
        """An aligned label does not ask for the height of its broken lines by itself."""
        super().resizeEvent(event)
        self._body.setFixedHeight(max(0, self._body.heightForWidth(self._body.width())))

    def _draw(self) -> None:
        self._picture.setPixmap(icon(self._picture_name, "edge").pixmap(56, 56))


def _tr(text: str) -> str:
    return QCoreApplication.translate("MainWindow", text)


def nothing_open(window: MainWindow) -> EmptyState:
    """What stands on a page of a plan while none is open."""
    return EmptyState("plans", _tr("Chưa mở kế hoạch nào"), _tr("Hãy chọn một kế hoạch trong danh sách, hoặc nhập một kế hoạch mới."),
                      [(_tr("Chọn kế hoạch"), "plans", lambda: window.show_page("plans")),
                       (_tr("Nhập kế hoạch…"), "import", lambda: window.table.trigger("plans.import"))], window)
