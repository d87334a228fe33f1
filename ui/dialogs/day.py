"""On which day were the chosen tasks done?"""
from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from ui.day_field import DayField
from ui.dialogs.base import Dialog


class DayDialog(Dialog):
    """After exec: ``day()``, not after ``today``."""

    def __init__(self, count: int, today: date, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Ghi hoàn thành"))
        self.setAccessibleName(self.windowTitle())
        self.setMinimumWidth(380)
        self.heading(self.tr("{} nhiệm vụ hoàn thành ngày nào?").format(count),
                     self.tr("Xong đúng hạn hay trễ hạn được tính theo ngày này."))
        self._today = today
        self.field = DayField(today, self, latest=today)
        self.field.setAccessibleName(self.tr("Ngày hoàn thành"))
        self.column.addWidget(self.field)
        self.column.addWidget(self.field.problem_with_room())
        self.buttons(self.tr("Ghi"), self.tr("Huỷ"))

    def accept(self) -> None:
        if self.field.good():
            super().accept()
        else:
            self.field.setFocus()

    def day(self) -> date:
        return self.field.day() or self._today
