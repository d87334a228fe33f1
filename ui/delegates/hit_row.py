"""One thing that a search has found: its words with the found ones marked, and below where it stands and who has it."""
from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.delegates.ground import paint_ground
from ui.delegates.lines import broken, draw_lines
from ui.models.hits import HIT_ROLE, AnyIndex, Hit
from ui.theme import colour, colours, icon, scaled

PAD = 12
ICONS = {"plan": "plans", "agency": "agencies", "task": "task"}


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
        view = option.widget
        width = (view.viewport().width() if isinstance(view, QAbstractItemView) else 600) - 2 * PAD - 30
        lines = broken(index.data(HIT_ROLE).text, option.font, width, 2).lineCount()
        return QSize(300, option.fontMetrics.lineSpacing() * (lines + 1) + 24)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        hit, c, rect = index.data(HIT_ROLE), colours(), QRect(option.rect)
        painter.save()
        paint_ground(painter, option, bar=bool(option.state & QStyle.StateFlag.State_Selected))
        icon(ICONS[hit.kind], "muted").paint(painter, QRect(rect.left() + PAD, rect.top() + PAD, 18, 18))
        inner = rect.adjusted(PAD + 30, 9, -PAD, -9)
        line = option.fontMetrics.height()
        painter.setPen(colour(c.text))
        draw_lines(painter, inner, hit.text, option.font, 2, formats(hit))
        below = QRect(inner.left(), inner.bottom() - line, inner.width(), line + 2)
        painter.setFont(scaled(option.font, 0.93))
        painter.setPen(colour(c.muted))
        text = "   ·   ".join(part for part in (hit.who, hit.where) if part)
        cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, cut)
        painter.restore()
