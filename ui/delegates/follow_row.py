"""One task under follow-up: at the left its day and state, in the middle its words and who has it, at the right the plan."""
from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.delegates.ground import paint_ground
from ui.delegates.lines import draw_lines
from ui.models.follow import FollowLine, FollowModel
from ui.models.paged import AnyIndex
from ui.theme import colour, colours, scaled

PAD = 12


class FollowRow(QStyledItemDelegate):
    """Two lines of the task, one line of its agencies."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(300, option.fontMetrics.lineSpacing() * 3 + 22)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        model = index.model()
        assert isinstance(model, FollowModel)
        line, c, rect = model.lines[index.row()], colours(), QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, bar=bool(option.state & QStyle.StateFlag.State_HasFocus))
        inner = rect.adjusted(PAD + 2, 9, -PAD, -9)
        day = option.fontMetrics.horizontalAdvance("00/00/0000 000000")
        plan = min(option.fontMetrics.horizontalAdvance("0000/XX-UBND 0"), inner.width() // 5)
        self._when(painter, inner.adjusted(0, 0, day - PAD - inner.width(), 0), model, line, option.font)
        self._what(painter, inner.adjusted(day, 0, -plan - PAD, 0), model, line, option.font)
        painter.setPen(colour(c.muted))
        draw_lines(painter, inner.adjusted(inner.width() - plan, 0, 0, 0), line.row.plan_number or line.row.plan_title,
                   scaled(option.font, 0.93), 3)
        painter.restore()

    @staticmethod
    def _when(painter: QPainter, rect: QRect, model: FollowModel, line: FollowLine, font: QFont) -> None:
        c, day = colours(), model.when(line)
        ink = colour(c.danger if model.late(line) else c.warn if model.soon(line) else c.text)
        painter.setPen(ink)
        if day:
            painter.setFont(scaled(font, 1.0, bold=True))
            painter.drawText(rect, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, day)
            rect = rect.adjusted(0, painter.fontMetrics().lineSpacing(), 0, 0)
        painter.setPen(ink if model.late(line) or model.soon(line) else colour(c.muted))
        draw_lines(painter, rect, model.state(line), scaled(font, 0.93), 2 if day else 3)

    @staticmethod
    def _what(painter: QPainter, rect: QRect, model: FollowModel, line: FollowLine, font: QFont) -> None:
        c = colours()
        painter.setPen(colour(c.muted if line.row.done else c.text))
        draw_lines(painter, rect, " ".join(line.row.text.split()), font, 2)
        painter.setFont(scaled(font, 0.93))
        below = rect.adjusted(0, rect.height() - painter.fontMetrics().lineSpacing() - 2, 0, 2)
        left = below.left()
        for names, ink in ((line.leads, c.lead_ink), (line.coops, c.coop_ink)):
            if not names or left >= below.right() - 40:
                continue
            painter.setPen(colour(ink))
            role = model.tr("CT: {}") if names is line.leads else model.tr("PH: {}")
            words = painter.fontMetrics().elidedText(role.format("; ".join(names)), Qt.TextElideMode.ElideRight, below.right() - left)
            painter.drawText(QRect(left, below.top(), below.right() - left, below.height()), Qt.AlignmentFlag.AlignVCenter, words)
            left += painter.fontMetrics().horizontalAdvance(words) + 18
