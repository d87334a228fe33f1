"""How a mark looks: letter, shape and colour together, ready-made once per size and theme so that a repaint only copies pictures."""
from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QApplication

from core.matrix_grid import COOP, IMPLIED_LEAD, LEAD
from ui import theme


@dataclass(frozen=True, slots=True)
class Metrics:
    """Sizes in pixels of one zoom, made from the font of the application."""

    zoom: float
    lines: int  # lines of text in the row of a task
    line: int
    row: int
    heading: int
    column: int
    strip: int  # the band under the header that says under which heading the first row lies
    count: int  # one line of totals in the header
    pad: int

    @property
    def font(self) -> QFont:
        return font_at(self.zoom, False)

    @property
    def small(self) -> QFont:
        return font_at(self.zoom * 0.9, False)

    @property
    def small_bold(self) -> QFont:
        return font_at(self.zoom * 0.9, True)

    @property
    def bold(self) -> QFont:
        return font_at(self.zoom, True)


@lru_cache(maxsize=64)
def _font_of(family: str, points: float, bold: bool) -> QFont:
    font = QFont(family)
    font.setPointSizeF(points)
    font.setBold(bold)
    return font


def font_at(zoom: float, bold: bool) -> QFont:
    base = QApplication.font()
    return _font_of(base.family(), round(base.pointSizeF() * zoom, 2), bold)


def metrics(zoom: float = 1.0, lines: int = 2) -> Metrics:
    line = round(QFontMetricsF(font_at(zoom, False)).lineSpacing())
    small = round(QFontMetricsF(font_at(zoom * 0.9, False)).lineSpacing())
    pad = max(2, round(5 * zoom))
    return Metrics(zoom, lines, line, lines * line + 2 * pad, line + 2 * pad, max(24, 2 * small + round(6 * zoom)),
                   line + pad + 2, small + 2, pad)


# ---------------------------------------------------------------- marks

_LETTERS = ("", "CT", "PH", "ct", "ph")


@lru_cache(maxsize=256)
def mark_pixmap(mark: int, width: int, height: int, zoom: float, ratio: float, dark: bool) -> QPixmap:
    """The picture of a mark for a cell of this size in logical pixels; ``dark`` only tells the themes apart in the cache."""
    pixmap = QPixmap(round(width * ratio), round(height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_mark(painter, QRectF(0, 0, width, height), mark, zoom)
    painter.end()
    return pixmap


def paint_mark(painter: QPainter, rect: QRectF, mark: int, zoom: float) -> None:
    """CT: a full square-cornered field. PH: a pale pill with an outline. Through a group: the same shape, dashed and empty."""
    c = theme.colours()
    font = font_at(zoom * 0.9, mark == LEAD)
    letters = QFontMetricsF(font)
    wide = min(rect.width() - 4, letters.horizontalAdvance("CT") + 12 * zoom)
    high = min(rect.height() - 6, letters.height() + 4 * zoom)
    # half pixels keep the outline sharp
    box = QRectF(round(rect.center().x() - wide / 2) + 0.5, round(rect.center().y() - high / 2) + 0.5, round(wide), round(high))
    lead = mark in (LEAD, IMPLIED_LEAD)
    ink, round_by = (c.lead_ink, 3.0 * zoom) if lead else (c.coop_ink, box.height() / 2)
    fill = {LEAD: QColor(c.lead), COOP: QColor(c.coop)}.get(mark)
    line = QColor(c.lead if mark == LEAD else ink)
    pen = QPen(line, 1.0)
    if fill is None:
        line.setAlpha(150)
        pen = QPen(line, 1.0, Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, round_by, round_by)
    painter.setPen(QColor({LEAD: c.lead_text, COOP: c.coop_text}.get(mark, ink)))
    painter.setFont(font)
    text = _LETTERS[mark]
    base = QPointF(box.center().x() - letters.horizontalAdvance(text) / 2, box.center().y() + letters.capHeight() / 2)
    painter.drawText(base, text)


def heat(share: float) -> QColor:
    """The tint of a load, 0..1 of the heaviest: the accent over whatever lies below."""
    tint = QColor(theme.colours().accent)
    tint.setAlphaF(0.0 if share <= 0 else 0.06 + 0.34 * min(1.0, share))
    return tint
