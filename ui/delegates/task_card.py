"""Paints one task of the review list: number, two lines of text, who leads, who cooperates, the deadline, a flag where in doubt."""
from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QPen, QPolygonF, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.models.findings import FindingRole
from ui.models.tasks import TaskCard, TaskRole
from ui.theme import Colours, colour, colours, scaled

Index = QModelIndex | QPersistentModelIndex
_PAD, _NUMBER = 8, 46


class TaskCardDelegate(QStyledItemDelegate):
    """All cards have one height, so that a list of 5,000 is laid out at once."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(240, card_height(QFontMetrics(option.font)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card = index.data(TaskRole.CARD)
        if not isinstance(card, TaskCard):
            return
        c = colours()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = background(painter, option, c)
        inner = option.rect.adjusted(_NUMBER, _PAD, -_PAD - 2, -_PAD)
        self._number(painter, option, card, c, chosen)
        line = QFontMetrics(option.font).height()
        painter.setPen(colour(c.muted if card.done else c.text))
        painter.setFont(option.font)
        broken = two_lines(card.text, option.font.toString(), inner.width())
        for n, words in enumerate(broken):
            painter.drawText(QRect(inner.left(), inner.top() + n * line, inner.width(), line), Qt.AlignmentFlag.AlignLeft, words)
        small = scaled(option.font, 0.92)
        lead = QRect(inner.left(), inner.top() + len(broken) * line + 5, inner.width(), line)
        coop = lead.translated(0, line + 3)
        lone = bool(card.coops) or self._wide(card, small) > inner.width()
        when = self._deadline(painter, coop if lone else lead, card, small, c)  # at the end of the last line, or of the only one
        self._agencies(painter, lead.adjusted(0, 0, 0 if lone else -when, 0), "CT", card.leads, small, c)
        if card.coops:
            self._agencies(painter, coop.adjusted(0, 0, -when, 0), "PH", card.coops, small, c)
        painter.restore()

    def _wide(self, card: TaskCard, font: QFont) -> int:
        """What leads and deadline need in one line."""
        leads = "; ".join(card.leads) or self.tr("Chưa có cơ quan chủ trì")
        return QFontMetrics(font).horizontalAdvance(leads + card.deadline) + 70

    def _number(self, painter: QPainter, option: QStyleOptionViewItem, card: TaskCard, c: Colours, chosen: bool) -> None:
        line = QFontMetrics(option.font).height()
        place = QRect(option.rect.left() + 4, option.rect.top() + _PAD, _NUMBER - 12, line)
        painter.setFont(scaled(option.font, 1.0, bold=chosen))
        painter.setPen(colour(c.accent if chosen else c.muted))
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(card.number))
        if card.doubts:
            paint_flag(painter, QPointF(place.right() - 5, place.bottom() + line * 0.75), c)
        elif card.checked:
            paint_tick(painter, QPointF(place.right() - 6, place.bottom() + line * 0.7), c)

    def _agencies(self, painter: QPainter, place: QRect, mark: str, names: tuple[str, ...], font: QFont, c: Colours) -> None:
        """A badge (full for CT, outlined for PH) and the names; no lead at all is said in words."""
        painter.setFont(scaled(font, 0.9, bold=True))
        badge = QRectF(place.left() + 0.5, place.top() + 1.5, QFontMetrics(painter.font()).horizontalAdvance("CT") + 9, place.height() - 3)
        lead = mark == "CT"
        if lead and not names:
            painter.setPen(QPen(colour(c.doubt), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            painter.setPen(QPen(colour(c.lead if lead else c.coop_ink), 1))
            painter.setBrush(colour(c.lead if lead else c.coop))
        painter.drawRoundedRect(badge, 3, 3)
        painter.setPen(colour((c.lead_text if lead else c.coop_text) if names else c.doubt))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, mark)
        painter.setFont(font)
        painter.setPen(colour(c.text if names else c.doubt))
        words = "; ".join(names) if names else self.tr("Chưa có cơ quan chủ trì")
        room = place.adjusted(round(badge.width()) + 6, 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                         QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width()))

    def _deadline(self, painter: QPainter, place: QRect, card: TaskCard, font: QFont, c: Colours) -> int:
        """The deadline at the right; the width that it took."""
        if not card.deadline:
            return 0
        metrics = QFontMetrics(font)
        words = metrics.elidedText(card.deadline, Qt.TextElideMode.ElideRight, place.width() * 45 // 100)
        wide = metrics.horizontalAdvance(words)
        painter.setFont(font)
        painter.setPen(colour(c.ok))
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        at = QPointF(place.right() - wide - 9, place.center().y() + 1)
        painter.setPen(QPen(colour(c.ok), 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(at, 4.5, 4.5)
        painter.drawPolyline(QPolygonF([at + QPointF(0, -2.5), at, at + QPointF(2, 1)]))
        return wide + 26


class FindingDelegate(QStyledItemDelegate):
    """One place to look at: its task's number and two lines of what is asked."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(240, 2 * QFontMetrics(option.font).height() + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        c = colours()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = background(painter, option, c)
        inner = option.rect.adjusted(_NUMBER, _PAD, -_PAD - 2, -_PAD)
        line = QFontMetrics(option.font).height()
        number = index.data(FindingRole.NUMBER)
        paint_flag(painter, QPointF(option.rect.left() + 12, inner.top() + line * 0.55), c)
        painter.setPen(colour(c.accent if chosen else c.muted))
        painter.setFont(scaled(option.font, 1.0, bold=chosen))
        painter.drawText(QRect(option.rect.left() + 4, inner.top(), _NUMBER - 12, line), Qt.AlignmentFlag.AlignRight,
                         str(number) if number else "–")
        painter.setPen(colour(c.text))
        painter.setFont(option.font)
        for n, words in enumerate(two_lines(str(index.data()), option.font.toString(), inner.width())):
            painter.drawText(QRect(inner.left(), inner.top() + n * line, inner.width(), line), Qt.AlignmentFlag.AlignLeft, words)
        painter.restore()


def card_height(metrics: QFontMetrics) -> int:
    return 4 * metrics.height() + 8 + 2 * _PAD


def background(painter: QPainter, option: QStyleOptionViewItem, c: Colours) -> bool:
    """Selection, hover, hairline and focus frame; True where the row is selected."""
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    if chosen:
        painter.fillRect(option.rect, colour(c.accent_soft))
        painter.fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), colour(c.accent))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(option.rect, colour(c.hover))
    else:
        painter.fillRect(option.rect, option.palette.brush(QPalette.ColorRole.Base))
    painter.setPen(colour(c.border))
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(colour(c.accent), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(option.rect).adjusted(1, 1, -1.5, -2))
    return chosen


@lru_cache(maxsize=2048)
def two_lines(text: str, font_key: str, width: int) -> tuple[str, ...]:
    """The text in at most two lines of ``width`` px, the second ending in "…" where more follows."""
    font = QFont()
    font.fromString(font_key)
    layout = QTextLayout(text[:600], font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(max(20, width))
    cut = line.textStart() + line.textLength()
    layout.endLayout()
    if cut >= len(text):
        return (text,)
    return text[:cut].rstrip(), QFontMetrics(font).elidedText(text[cut:cut + 400], Qt.TextElideMode.ElideRight, width)


def paint_flag(painter: QPainter, at: QPointF, c: Colours) -> None:
    """A small flag, pole at ``at`` - 3: the sign for "cần xem" everywhere in the review."""
    painter.setPen(QPen(colour(c.doubt), 1.5))
    painter.drawLine(at + QPointF(-4, -6), at + QPointF(-4, 7))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(c.doubt))
    painter.drawPolygon(QPolygonF([at + QPointF(-4, -6), at + QPointF(5, -2.5), at + QPointF(-4, 1)]))


def paint_tick(painter: QPainter, at: QPointF, c: Colours) -> None:
    painter.setPen(QPen(colour(c.ok), 1.8))
    painter.drawPolyline(QPolygonF([at + QPointF(-4, 0), at + QPointF(-1, 3), at + QPointF(5, -4)]))


