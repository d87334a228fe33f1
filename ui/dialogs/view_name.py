"""Under which name is the way the matrix looks now kept?"""
from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.dialogs.base import Dialog


class ViewNameDialog(Dialog):
    """After exec: ``name()``, with single spaces. A name that is there already is taken over by the new view, which the dialog says."""

    def __init__(self, known: list[str], name: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Lưu chế độ xem"))
        self.setAccessibleName(self.windowTitle())
        self.setMinimumWidth(400)
        self._known = known
        self.heading(self.tr("Đặt tên cho chế độ xem"), self.tr("Bộ lọc, thứ tự cơ quan và cách hiện bảng được giữ dưới tên này."))
        self.field = QLineEdit(name, self, maxLength=60, placeholderText=self.tr("Ví dụ: Việc quá hạn của Sở Y tế"))
        self.field.setMinimumWidth(self.field.fontMetrics().horizontalAdvance(self.field.placeholderText()) + 36)  # the example is whole
        self.field.setAccessibleName(self.tr("Tên của chế độ xem"))
        self.field.selectAll()
        self.column.addWidget(self.field)
        self.yes = self.buttons(self.tr("Lưu"), self.tr("Huỷ"))
        self.yes.setMinimumWidth(self.yes.fontMetrics().horizontalAdvance(self.tr("Ghi đè")) + 40)
        self.field.textChanged.connect(self._typed)
        self._typed()

    def name(self) -> str:
        return " ".join(self.field.text().split())

    def _typed(self) -> None:
        self.yes.setEnabled(bool(self.name()))
        self.yes.setText(self.tr("Ghi đè") if self.name() in self._known else self.tr("Lưu"))
