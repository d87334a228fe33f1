"""The two rows of tools in the review: what selected words become, and what can be done with a task."""
from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from ui.pages.flow import FlowLayout
from ui.pages.review_lists import tool

if TYPE_CHECKING:
    from ui.pages.review_edits import ReviewEdits


def _tr(text: str) -> str:
    return QCoreApplication.translate("ReviewPage", text)


class SelectionBar(QWidget):
    """Over the plan's text. Where it is narrow the words before the buttons go, before a second line is begun."""

    def __init__(self, edits: ReviewEdits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, gap=2)
        self._flow.setContentsMargins(16, 4, 8, 4)
        self._label = QLabel(_tr("Chữ đã chọn là:"))
        self._label.setProperty("kind", "muted")
        self._label.setToolTip(_tr("Bôi đen chữ trong văn bản rồi bấm nút"))
        self._flow.addWidget(self._label)
        self._buttons: list[QAbstractButton] = []
        for text, name, key, tip, run, ink in (
            (_tr("Nhiệm vụ"), "plus", "T", _tr("Thêm chữ đã chọn thành nhiệm vụ"), edits.add_task, "text"),
            (_tr("Chủ trì"), "lead", "C", _tr("Thêm chữ đã chọn thành cơ quan chủ trì"), edits.add_lead, "lead_ink"),
            (_tr("Phối hợp"), "coop", "P", _tr("Thêm chữ đã chọn thành cơ quan phối hợp"), edits.add_coop, "coop_ink"),
            (_tr("Thời hạn"), "clock", "H", _tr("Thêm chữ đã chọn thành thời hạn"), edits.add_deadline, "ok"),
        ):
            button = tool(text, name, key, tip, run, ink=ink)
            button.setEnabled(False)
            self._buttons.append(button)
            self._flow.addWidget(button)
        self._label.setMinimumHeight(self._buttons[0].sizeHint().height())

    def set_usable(self, on: bool) -> None:
        """Whether words are selected."""
        for button in self._buttons:
            button.setEnabled(on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        margins = self._flow.contentsMargins()
        wide = sum(w.sizeHint().width() + 2 for w in (self._label, *self._buttons)) + margins.left() + margins.right()
        if self._label.isHidden() != (wide > self.width()):
            self._label.setVisible(wide <= self.width())


def fill_task_bar(flow: FlowLayout, edits: ReviewEdits) -> None:
    """The tools over the list of tasks."""
    for text, name, key, tip, run in (
        (_tr("Tách"), "split", "S", _tr("Tách nhiệm vụ tại con trỏ trong văn bản"), edits.split),
        (_tr("Gộp"), "merge", "M", _tr("Gộp với nhiệm vụ ngay sau"), edits.merge),
        (_tr("Không phải nhiệm vụ"), "close", "X", _tr("Bỏ khỏi danh sách: không phải nhiệm vụ"), edits.not_task),
    ):
        flow.addWidget(tool(text, name, key, tip, run))
