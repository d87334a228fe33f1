"""What lies behind a row of a list: the band of the chosen one and of the one under the mouse, and the line below it."""
from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ui.theme import colour, colours


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, bar: bool) -> None:
    """``bar``: an edge in the accent's colour at the left."""
    c, rect = colours(), QRect(option.rect)
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, colour(c.accent_soft))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, colour(c.hover))
    if bar:
        painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), colour(c.accent))
    painter.setPen(colour(c.border))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
