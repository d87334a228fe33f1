"""On which day were the chosen tasks done?"""
from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QWidget

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
        self.field = QDateEdit(QDate(today.year, today.month, today.day), self)
        self.field.setMaximumDate(self.field.date())
        self.field.setDisplayFormat("dd/MM/yyyy")
        self.field.setCalendarPopup(True)
        self.field.setAccessibleName(self.tr("Ngày hoàn thành"))
        self.column.addWidget(self.field)
        self.buttons(self.tr("Ghi"), self.tr("Huỷ"))

    def day(self) -> date:
        chosen = self.field.date()
        return date(chosen.year(), chosen.month(), chosen.day())
