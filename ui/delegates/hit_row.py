"""One thing that a search has found: its words with the found ones marked, and below where it stands and who has it."""
from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.models.hits import HIT_ROLE, AnyIndex, Hit
from ui.theme import colour, colours, icon, scaled

PAD = 12
ICONS = {"plan": "plans", "agency": "agencies", "task": "check"}


def formats(hit: Hit) -> list[QTextLayout.FormatRange]:
    """The marks as Qt wants them."""
    c, found = colours(), []
    for mark in hit.marks:
        span = QTextLayout.FormatRange()
        span.start, span.length = mark.start, len(mark)
        style = QTextCharFormat()
        style.setBackground(colour(c.match))
        style.setForeground(colour(c.match_text))
        span.format = style
        found.append(span)
    return found


class HitRow(QStyledItemDelegate):
    """Two lines of words at most, one line below."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(300, option.fontMetrics.height() * 3 + 24)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        hit, c, rect = index.data(HIT_ROLE), colours(), QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colour(c.accent_soft))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), colour(c.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, colour(c.hover))
        painter.setPen(colour(c.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        icon(ICONS[hit.kind], "muted").paint(painter, QRect(rect.left() + PAD, rect.top() + PAD, 18, 18))
        inner = rect.adjusted(PAD + 30, 9, -PAD, -9)
        line = option.fontMetrics.height()
        painter.setPen(colour(c.text))
        self._words(painter, inner, hit, option, line)
        below = QRect(inner.left(), inner.bottom() - line, inner.width(), line + 2)
        painter.setFont(scaled(option.font, 0.93))
        painter.setPen(colour(c.muted))
        text = "   ·   ".join(part for part in (hit.who, hit.where) if part)
        cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, cut)
        painter.restore()

    @staticmethod
    def _words(painter: QPainter, inner: QRect, hit: Hit, option: QStyleOptionViewItem, height: int) -> None:
        layout = QTextLayout(hit.text, option.font)
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.setFormats(formats(hit))
        layout.beginLayout()
        for place in range(2):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(inner.width())
            line.setPosition(QPointF(0, place * height))
        layout.endLayout()
        layout.draw(painter, QPointF(inner.left(), inner.top()))
