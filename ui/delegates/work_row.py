"""One task of an agency: its words, and below the role, the deadline, the state and the plan."""
from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from core.model import Role
from ui.delegates.ground import paint_ground
from ui.delegates.lines import draw_lines
from ui.models.paged import AnyIndex
from ui.models.work import Column, WorkModel
from ui.theme import colour, colours, scaled


class WorkRow(QStyledItemDelegate):
    """Two lines of the task, one line about it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(200, option.fontMetrics.height() * 3 + 22)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        model = index.model()
        assert isinstance(model, WorkModel)
        row, c, rect = model.lines[index.row()], colours(), QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, bar=False)
        inner = rect.adjusted(12, 8, -10, -8)
        line = option.fontMetrics.height()
        painter.setPen(colour(c.text))
        draw_lines(painter, QRect(inner.left(), inner.top(), inner.width(), 2 * line), model.text(row, Column.TASK), option.font, 2)
        below = QRect(inner.left(), inner.bottom() - line, inner.width(), line + 2)
        lead = row.role is Role.LEAD
        painter.setFont(scaled(option.font, 0.85, bold=True))
        chip = QRect(below.left(), below.top() + 1, painter.fontMetrics().horizontalAdvance("CT") + 12, below.height() - 2)
        painter.setPen(colour(c.coop_ink) if not lead else Qt.PenStyle.NoPen)
        painter.setBrush(colour(c.lead if lead else c.coop))
        painter.drawRoundedRect(chip, 4, 4)
        painter.setPen(colour(c.lead_text if lead else c.coop_text))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, "CT" if lead else "PH")
        rest = below.adjusted(chip.width() + 8, 0, 0, 0)
        painter.setFont(scaled(option.font, 0.93))
        painter.setPen(colour(c.danger if model.late(row) else c.muted))
        text = painter.fontMetrics().elidedText(model.about(row), Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()
