"""What the forms of pages and dialogs share."""
from __future__ import annotations

from PySide6.QtWidgets import QFormLayout, QLabel


def level(form: QFormLayout, *, beside: bool = True) -> None:
    """The words before a field stand at the height of what is written in it (``beside``), not higher; above it they need no more room."""
    for row in range(form.rowCount()):
        item = form.itemAt(row, QFormLayout.ItemRole.LabelRole)
        label = item.widget() if item is not None else None
        if isinstance(label, QLabel):
            high = max(32, label.fontMetrics().height() + 16)
            label.setMinimumHeight(high if beside else 0)
            label.setMaximumHeight(high)  # beside a field of several lines: at the first one
