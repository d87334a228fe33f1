"""Text of the frozen columns: broken into at most so many lines once, then only drawn."""
from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextOption


@lru_cache(maxsize=8192)
def _lines(text: str, font_key: str, width: int, most: int) -> tuple[str, ...]:
    font = QFont()
    font.fromString(font_key)
    flat = " ".join(text[:1200].split())
    layout = QTextLayout(flat, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    found: list[str] = []
    layout.beginLayout()
    while len(found) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        start = line.textStart()
        if len(found) + 1 == most:  # the last line takes the rest, cut off with an ellipsis
            found.append(QFontMetrics(font).elidedText(flat[start:], Qt.TextElideMode.ElideRight, width))
        else:
            found.append(flat[start:start + line.textLength()].rstrip())
    layout.endLayout()
    return tuple(found)


def lines(text: str, font: QFont, width: int, most: int) -> tuple[str, ...]:
    """``text`` in at most ``most`` lines of ``width`` pixels; the last one is elided."""
    return _lines(text, font.toString(), max(8, width), most) if text else ()


def draw_lines(painter: QPainter, rect: QRect, broken: tuple[str, ...], line: int) -> None:
    """Draw lines centred vertically in ``rect``; pen and font are the painter's."""
    metrics = painter.fontMetrics()
    y = rect.top() + (rect.height() - line * len(broken)) // 2 + (line - metrics.height()) // 2 + metrics.ascent()
    for text in broken:
        painter.drawText(rect.left(), y, text)
        y += line
