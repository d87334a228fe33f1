"""The left rail: where I am. One button per page, icon over word, with a small count where something waits."""
from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout, QWidget

from ui.numbers import CENTRE, TEXT_UNDER_ICON, set_number
from ui.theme import colour, colours, icon, scaled

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class RailButton(QToolButton):
    """A page's button; ``set_count`` puts a number at its corner."""

    def __init__(self, text: str, icon_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setIcon(icon(icon_name))
        self.setIconSize(QSize(22, 22))
        set_number(self, toolButtonStyle=TEXT_UNDER_ICON)
        self.setCheckable(True)
        self.setAccessibleName(text)
        self._count = 0

    def set_count(self, count: int, meaning: str = "") -> None:
        self._count = count
        self.setAccessibleDescription(meaning if count else "")
        self.update()

    def count(self) -> int:
        return self._count

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._count:
            return
        from PySide6.QtCore import Qt  # see ui/numbers.py: nothing is counted before a plan is open

        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(scaled(self.font(), 0.8, bold=True))
        text = str(self._count) if self._count < 1000 else "999+"
        width = max(18, painter.fontMetrics().horizontalAdvance(text) + 9)
        place = QRect(min(self.width() // 2 + 5, self.width() - width - 2), 4, width, 17)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(colours().doubt))
        painter.drawRoundedRect(place, 8.5, 8.5)
        painter.setPen(colour(colours().surface))
        painter.drawText(place, CENTRE, text)
        painter.end()


class Rail(QFrame):
    """``chosen`` gives the id of the page that was clicked."""

    chosen = Signal(str)

    def __init__(self, pages: Iterable[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        """``pages``: (id, word, icon)."""
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAccessibleName(self.tr("Các trang"))
        self._buttons: dict[str, RailButton] = {}
        group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(2)
        for page_id, text, icon_name in pages:
            button = RailButton(text, icon_name, self)
            button.clicked.connect(lambda _=False, i=page_id: self.chosen.emit(i))
            group.addButton(button)
            column.addWidget(button)
            self._buttons[page_id] = button
        column.addStretch(1)
        widest = max((b.fontMetrics().horizontalAdvance(b.text()) for b in self._buttons.values()), default=60)
        for button in self._buttons.values():
            button.setFixedSize(max(82, widest + 20), 62)

    def button(self, page_id: str) -> RailButton:
        return self._buttons[page_id]

    def show_page(self, page_id: str) -> None:
        self._buttons[page_id].setChecked(True)

    def ids(self) -> list[str]:
        return list(self._buttons)
