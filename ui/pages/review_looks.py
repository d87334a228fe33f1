"""How marks look in the plan's text, and which rectangles of a line they cover."""
from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextCharFormat

from core.model import Span
from ui.theme import colour, colours

_MARK = 12  # a list mark of this many characters before a task does not make its band begin in the middle of the line


def block_lines(block: QTextBlock, box: QRectF, start: int, end: int) -> Iterator[QRectF]:
    """The lines of one block between two positions. They reach to both edges where the task has the paragraph to itself."""
    text, first = block.layout(), block.position()
    begins = start <= first + _MARK
    ends = end >= first + block.length() - 2
    edge = min((text.lineAt(n).x() for n in range(text.lineCount())), default=0.0)  # of a hanging mark: the band is one rectangle
    for n in range(text.lineCount()):
        line = text.lineAt(n)
        here, there = first + line.textStart(), first + line.textStart() + line.textLength()
        if there <= start or here >= end:
            continue
        left = edge if here >= start or begins else _x(line.cursorToX(start - first))
        right = line.x() + line.width() if there < end or ends else _x(line.cursorToX(end - first))
        # down to the next line: lines stand wider apart than they are high
        bottom = text.lineAt(n + 1).y() if n + 1 < text.lineCount() and there < end else line.y() + line.height()
        yield QRectF(box.left() + left, box.top() + line.y(), right - left, bottom - line.y())


def pair(span: Span) -> tuple[int, int]:
    return span.start, span.end


def meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _x(place: object) -> float:
    return float(place[0] if isinstance(place, tuple) else place)  # type: ignore[arg-type]


def looks() -> dict[str, QTextCharFormat]:
    """Colour AND line say the kind: lead solid, coop dashed, deadline dotted, unsure waved."""
    c = colours()
    made = {}
    for kind, soft, ink, line in (
        ("lead", c.lead_soft, c.lead_ink, QTextCharFormat.UnderlineStyle.SingleUnderline),
        ("coop", c.coop_soft, c.coop_ink, QTextCharFormat.UnderlineStyle.DashUnderline),
        ("deadline", c.ok_soft, c.ok, QTextCharFormat.UnderlineStyle.DotLine),
        ("unsure", "", c.danger, QTextCharFormat.UnderlineStyle.WaveUnderline),
        ("finding", c.doubt_soft, c.doubt, QTextCharFormat.UnderlineStyle.WaveUnderline),
    ):
        look = QTextCharFormat()
        if soft:
            look.setBackground(colour(soft))
        if kind not in ("unsure", "finding"):
            look.setForeground(colour(ink))
        look.setUnderlineStyle(line)
        look.setUnderlineColor(colour(ink))
        made[kind] = look
    return made
