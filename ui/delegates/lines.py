"""Words on at most so many lines, the last one ending in "…" where there is more. Shared by the delegates of lists."""
from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout


def draw_lines(painter: QPainter, rect: QRect, text: str, font: QFont, most: int,
               formats: Sequence[QTextLayout.FormatRange] = ()) -> int:
    """Draws in the painter's pen; the number of lines used."""
    metrics = QFontMetrics(font)
    height = metrics.lineSpacing()
    layout = broken(text, font, rect.width(), most, formats)
    for place in range(layout.lineCount()):
        line = layout.lineAt(place)
        end = line.textStart() + line.textLength()
        if place == most - 1 and end < len(text):
            painter.setFont(font)
            words = metrics.elidedText(text[line.textStart():], Qt.TextElideMode.ElideRight, rect.width())
            painter.drawText(QRect(rect.left(), rect.top() + place * height, rect.width(), height), Qt.AlignmentFlag.AlignVCenter, words)
        else:
            line.draw(painter, QPointF(rect.left(), rect.top() + place * height))
    return layout.lineCount()


def broken(text: str, font: QFont, width: int, most: int, formats: Sequence[QTextLayout.FormatRange] = ()) -> QTextLayout:
    """The text broken into at most ``most`` lines of ``width``."""
    layout = QTextLayout(text, font)
    layout.setFormats(list(formats))
    layout.beginLayout()
    for _ in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
    layout.endLayout()
    return layout
