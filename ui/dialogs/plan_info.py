"""What a plan says of itself, to be corrected by hand: number, date, title, issuer, signer, note."""
from __future__ import annotations

from datetime import date, datetime
from typing import Any

from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from core.model import Plan
from ui.dialogs.base import Dialog
from ui.forms import level


def parse_day(typed: str) -> date | None:
    """dd/mm/yyyy (also with dots or dashes); None for anything else."""
    for pattern in ("%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%Y-%m-%d", "%d/%m/%y"):
        try:
            return datetime.strptime(typed.strip(), pattern).date()
        except ValueError:
            continue
    return None


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
        self.date = self._line(form, self.tr("Ngày ban hành"), plan.date.strftime("%d/%m/%Y") if plan.date else "")
        self.date.setPlaceholderText(self.tr("ngày/tháng/năm"))
        self.issuer = self._line(form, self.tr("Cơ quan ban hành"), plan.issuer or "")
        self.signer = self._line(form, self.tr("Người ký"), plan.signer or "")
        self.title = self._text(form, self.tr("Trích yếu"), plan.title)
        self.note = self._text(form, self.tr("Ghi chú"), plan.note)
        level(form)
        self.column.addLayout(form)
        self._problem = QLabel(self, wordWrap=True)
        self._problem.setProperty("kind", "danger")
        self._problem.hide()
        self.column.addWidget(self._problem)
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
        if self.date.text().strip() and parse_day(self.date.text()) is None:
            self._problem.setText(self.tr("Ngày ban hành chưa đúng: hãy ghi như 05/01/2024, hoặc để trống."))
            self._problem.show()
            self.date.setFocus()
            return
        super().accept()

    def fields(self) -> dict[str, Any]:
        title = " ".join(self.title.toPlainText().split())
        return {"number": self.number.text().strip() or None, "date": parse_day(self.date.text()), "title": title,
                "issuer": self.issuer.text().strip() or None, "signer": self.signer.text().strip() or None,
                "note": self.note.toPlainText().strip()}
