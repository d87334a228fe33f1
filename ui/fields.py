"""The fields of forms: as Qt's, but the mouse wheel over a closed one scrolls the page, and an open list keeps what is typed.

Every list to choose from and every number of the program is one of these (tests/ui/test_fields.py looks for others).
"""
from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QDoubleSpinBox

from ui.popups import keeps_keys

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent


class ChoiceBox(QComboBox):
    """A list that opens below its field."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def showPopup(self) -> None:
        keeps_keys(self.view())
        super().showPopup()


class NumberBox(QDoubleSpinBox):
    """A number with its unit."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
