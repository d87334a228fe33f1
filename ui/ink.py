"""Painting in a colour without a pen, for what is on the window at its first paint.

``QPainter.setPen``, ``setBrush`` and ``fillRect`` may take a member of ``Qt``, and PySide builds all 93 enums of that namespace before it
looks at what was given (ui/numbers.py): 10 ms, more than half of the first paint of the list of plans. The same can be said with calls
that have one meaning only: a background and what erases to it, a path filled with a brush, a line of text with its colour in it. The
brushes come out of a palette, because to make one would ask for ``Qt`` as well.
"""
from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QFontMetrics, QPainterPath, QPalette, QTextCharFormat, QTextLayout

from ui.numbers import cut
from ui.theme import colour

if TYPE_CHECKING:
    from PySide6.QtGui import QBrush, QFont, QPainter


@lru_cache(maxsize=64)
def brush(value: str) -> QBrush:
    """A full brush of "#rrggbb", kept: treat it as constant."""
    made = QPalette()
    made.setColor(QPalette.ColorRole.Text, colour(value))
    return made.brush(QPalette.ColorRole.Text)


def fill(painter: QPainter, rect: QRect, value: str) -> None:
    painter.setBackground(brush(value))
    painter.eraseRect(rect)


def fill_round(painter: QPainter, rect: QRect, radius: float, value: str) -> None:
    path = QPainterPath()
    path.addRoundedRect(QRectF(rect), radius, radius)
    painter.fillPath(path, brush(value))


def write(painter: QPainter, rect: QRect, text: str, font: QFont, value: str) -> None:
    """``text`` in one line from the left, half-way down, cut to the width of ``rect``."""
    layout = QTextLayout(cut(QFontMetrics(font), " ".join(text.split("\n")), rect.width()), font)
    whole = QTextLayout.FormatRange()
    whole.start, whole.length, whole.format = 0, len(text), _ink(value)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    layout.draw(painter, QPointF(rect.left(), rect.top() + (rect.height() - line.rect().height()) / 2), [whole])


@lru_cache(maxsize=64)
def _ink(value: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(brush(value))
    return made
