"""What a plan says of itself, to be corrected by hand: number, date, title, issuer, signer, note."""
from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from core.model import Plan
from ui.day_field import DayField
from ui.dialogs.base import Dialog
from ui.forms import level


class PlanInfoDialog(Dialog):
    """``fields()`` gives the changed plan's fields, ready for core.edits.edit_plan."""

    def __init__(self, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Thông tin kế hoạch"))
        self.setAccessibleName(self.windowTitle())
        self.setMinimumWidth(560)
        form = QFormLayout()
        form.setSpacing(10)
        self.number = self._line(form, self.tr("Số, ký hiệu"), plan.number or "")
        self.date = DayField(plan.date, self, optional=True)
        self.date.setAccessibleName(self.tr("Ngày ban hành"))
        form.addRow(self.tr("Ngày ban hành"), self.date)
        form.addRow("", self.date.problem_with_room())
        self.issuer = self._line(form, self.tr("Cơ quan ban hành"), plan.issuer or "")
        self.signer = self._line(form, self.tr("Người ký"), plan.signer or "")
        self.title = self._text(form, self.tr("Trích yếu"), plan.title)
        self.note = self._text(form, self.tr("Ghi chú"), plan.note)
        level(form)
        self.column.addLayout(form)
        self.buttons(self.tr("Lưu"), self.tr("Huỷ"))

    def _line(self, form: QFormLayout, words: str, text: str) -> QLineEdit:
        field = QLineEdit(text, self)
        field.setAccessibleName(words)
        form.addRow(words, field)
        return field

    def _text(self, form: QFormLayout, words: str, text: str) -> QPlainTextEdit:
        field = QPlainTextEdit(text, self)
        field.setAccessibleName(words)
        field.setTabChangesFocus(True)
        field.setFixedHeight(field.fontMetrics().lineSpacing() * 3 + 18)
        form.addRow(words, field)
        return field

    def accept(self) -> None:
        if self.date.good():
            super().accept()
        else:
            self.date.setFocus()

    def fields(self) -> dict[str, Any]:
        title = " ".join(self.title.toPlainText().split())
        return {"number": self.number.text().strip() or None, "date": self.date.day(), "title": title,
                "issuer": self.issuer.text().strip() or None, "signer": self.signer.text().strip() or None,
                "note": self.note.toPlainText().strip()}
