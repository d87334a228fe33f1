"""The strip over a window that can only look: it stays as long as that is so, with what to do about it."""
from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from ui.theme import icon, state

if TYPE_CHECKING:
    from ui.workspace import Workspace


class ViewOnlyStrip(QFrame):
    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self._mark = QLabel(self)
        self.words = QLabel(self._words(workspace), self, wordWrap=True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.setAccessibleName(self.words.text())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(10)
        row.addWidget(self._mark)
        row.addWidget(self.words, 1)
        self._draw()
        state().changed.connect(self._draw)

    def _words(self, workspace: Workspace) -> str:
        holder = workspace.opened.holder
        if holder:
            return self.tr("Chỉ xem, không sửa được: dữ liệu đang mở để sửa ở cửa sổ khác ({}). Hãy sửa ở cửa sổ ấy, hoặc đóng nó rồi "
                           "đóng và mở lại cửa sổ này.").format(holder)
        return self.tr("Chỉ xem, không sửa được: tệp dữ liệu nằm ở nơi không ghi được. Muốn sửa, hãy chép tệp sang nơi ghi được "
                       "rồi mở ở đó.")

    def _draw(self) -> None:
        self._mark.setPixmap(icon("warning", "warn").pixmap(18, 18))
