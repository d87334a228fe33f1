"""The headers of the matrix: agencies upright with their totals, titles of the frozen columns, and the band of the section below them."""
from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHeaderView, QToolTip, QWidget

from core.matrix_index import Totals
from core.matrix_view import Section
from core.model import AgencyKind
from core.plan_name import plan_name
from ui import theme
from ui.delegates.matrix_cells import Metrics, font_at, heat
from ui.delegates.matrix_text import draw_lines, lines
from ui.models.matrix import CellModel, Frozen, FrozenModel

BETWEEN = "  ›  "  # two headings in one line


@lru_cache(maxsize=2048)
def _upright(text: str, ink: str, bold: bool, length: int, m: Metrics, ratio: float) -> QPixmap:
    """A name in at most two lines, turned to read upwards: m.column wide, ``length`` high."""
    pixmap = QPixmap(round(m.column * ratio), round(length * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    font = m.small_bold if bold else m.small
    metrics = QFontMetrics(font)
    painter.setFont(font)
    painter.setPen(QColor(ink))
    painter.translate(0, length)
    painter.rotate(-90)
    broken = lines(text, font, length - 2, 2)
    y = (m.column - metrics.height() * len(broken)) / 2 + metrics.ascent()
    for line in broken:
        painter.drawText(QPointF(1, y), line)
        y += metrics.height()
    painter.end()
    return pixmap


@lru_cache(maxsize=8192)
def _advances(name: str, zoom: float) -> tuple[int, int]:
    """Widths of a name and of its longest word, in bold."""
    metrics = QFontMetrics(font_at(zoom * 0.9, True))
    return metrics.horizontalAdvance(name), max((metrics.horizontalAdvance(word) for word in name.split()), default=0)


def upright_length(names: list[str], m: Metrics) -> int:
    """The height that lets most names stand in two lines; very long ones are cut (their tooltip is whole)."""
    sizes = [_advances(name, m.zoom) for name in names]
    widest, word = max((s[0] for s in sizes), default=0), max((s[1] for s in sizes), default=0)
    one_line = widest if widest <= 100 * m.zoom else round(widest * 0.58)
    return max(round(72 * m.zoom), min(round(150 * m.zoom), max(one_line, word) + 8))


class _Header(QHeaderView):
    """What both headers share: a fixed height made of name area, totals and band, and the heading in the band."""

    strip_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.m: Metrics | None = None
        self.reach = 100
        self.counts = True
        self.band = ""
        self.setSectionsClickable(True)
        self.setMouseTracking(True)
        self.setMinimumSectionSize(20)

    def set_sizes(self, m: Metrics, reach: int, counts: bool) -> None:
        """``reach`` is the height kept for upright names; ``counts`` leaves room for two lines of totals."""
        self.m, self.reach, self.counts = m, reach, counts
        self.setFixedHeight(self.sizeHint().height())

    def sizeHint(self) -> QSize:
        if self.m is None:
            return super().sizeHint()
        counts = 2 * self.m.count + 2 if self.counts else 0
        return QSize(0, self.reach + 2 * self.m.pad + counts + self.m.strip)

    def set_band(self, text: str) -> None:
        if text != self.band:
            self.band = text
            self.viewport().update(self.band_rect())

    def band_rect(self) -> QRect:
        high = self.m.strip if self.m else 0
        return QRect(0, self.height() - high, self.viewport().width(), high)

    def count_rect(self, x: int, width: int, line: int) -> QRect:
        assert self.m is not None
        top = self.height() - self.m.strip - 2 * self.m.count - 1
        return QRect(x, top + line * self.m.count, width, self.m.count)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.band_rect().contains(event.position().toPoint()):
            self.strip_clicked.emit()
            return
        super().mousePressEvent(event)

    def _ground(self, painter: QPainter) -> None:
        c = theme.colours()
        whole = self.viewport().rect()
        painter.fillRect(whole, theme.colour(c.raised))
        painter.fillRect(self.band_rect(), theme.colour(c.hover))
        painter.setPen(theme.colour(c.border))
        top = self.band_rect().top()
        painter.drawLine(0, top, whole.right(), top)
        painter.drawLine(0, whole.bottom(), whole.right(), whole.bottom())


class FrozenHeader(_Header):
    """Titles of the frozen columns; the band names the section of the first row."""

    def paintEvent(self, event: QPaintEvent) -> None:
        m, model = self.m, self.model()
        if m is None or not isinstance(model, FrozenModel):
            return
        c = theme.colours()
        painter = QPainter(self.viewport())
        self._ground(painter)
        for column in range(self.count()):
            if not self.isSectionHidden(column):
                self._title(painter, column, str(model.headerData(column, Qt.Orientation.Horizontal) or ""))
        if self.counts:
            self._legend(painter)
        self._plan(painter, model)
        band = self.band_rect()
        painter.setFont(m.small_bold)
        painter.setPen(theme.colour(c.text))
        text = shortened_path(self.band, painter.fontMetrics(), band.width() - 2 * m.pad - 8)
        painter.drawText(band.adjusted(m.pad + 3, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), text)
        painter.end()

    def _plan(self, painter: QPainter, model: FrozenModel) -> None:
        """The plan's number and title, where the upright names leave room."""
        assert self.m is not None
        if model.grid is None:
            return
        m, c, plan = self.m, theme.colours(), model.grid.book.plan
        width = self.viewport().width() - 4 * m.pad
        room = self.reach - 2 * m.line - m.pad
        top = 2 * m.pad
        painter.setPen(theme.colour(c.muted))
        if plan.number and room > 3 * m.line:
            painter.setFont(m.small)
            painter.drawText(2 * m.pad, top + painter.fontMetrics().ascent(), plan.number)
            top += m.line + 2
            room -= m.line
        painter.setFont(m.font)
        broken = lines(plan_name(plan.title), m.font, width, max(0, min(4, room // m.line)))
        draw_lines(painter, QRect(2 * m.pad, top, width, m.line * len(broken)), broken, m.line)

    def _title(self, painter: QPainter, column: int, title: str) -> None:
        assert self.m is not None
        m, x, width = self.m, self.sectionViewportPosition(column), self.sectionSize(column)
        painter.setFont(m.bold)
        painter.setPen(theme.colour(theme.colours().text))
        bottom = self.count_rect(0, 0, 0).top() if self.counts else self.band_rect().top()
        rect = QRect(x + m.pad, m.pad, width - 2 * m.pad, bottom - m.pad - 2)
        side = Qt.AlignmentFlag.AlignLeft if column in (Frozen.TEXT, Frozen.DUE, Frozen.DELIVERABLE) else Qt.AlignmentFlag.AlignHCenter
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignBottom | side | Qt.TextFlag.TextWordWrap), title)

    def _legend(self, painter: QPainter) -> None:
        """What the two lines of totals in the other header count."""
        assert self.m is not None
        c = theme.colours()
        for line, (text, ink) in enumerate(((self.tr("Số việc chủ trì"), c.lead_ink), (self.tr("Số việc phối hợp"), c.coop_ink))):
            painter.setFont(self.m.small)
            painter.setPen(theme.colour(ink))
            rect = self.count_rect(0, self.viewport().width() - self.m.pad, line)
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), text)


class UprightHeader(_Header):
    """Agencies across. Painted in one pass; names are ready-made pictures."""

    hovered = Signal(int)
    moved = Signal(int, int)  # a column is dragged before another one (their count: to the end)
    spread_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dragged, self._drop = -1, -1
        self._from = 0
        self.hot = -1  # the column under the mouse or of the current cell
        self.heat = False
        self.most = 1

    def set_hot(self, column: int) -> None:
        if column != self.hot:
            old, self.hot = self.hot, column
            for n in (old, column):
                if n >= 0:
                    self.viewport().update(self.sectionViewportPosition(n), 0, self.sectionSize(n), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        m, model = self.m, self.model()
        if m is None or not isinstance(model, CellModel) or model.grid is None:
            return
        painter = QPainter(self.viewport())
        self._ground(painter)
        self.most = model.grid.heaviest() if self.heat else 1
        area = event.rect()
        column = first = max(0, self.visualIndexAt(max(0, area.left())))
        x = self.sectionViewportPosition(first)
        for column in range(first, model.columnCount()):
            if x > area.right():
                break
            self._column(painter, model, column, x)
            x += m.column
        if self.counts and not model.turned:
            self._totals(painter, model, first, min(column + 1, model.columnCount()), self.sectionViewportPosition(first))
        if model.turned:
            self._sections(painter, model, first, min(column + 1, model.columnCount()), self.sectionViewportPosition(first))
        if self._drop >= 0:
            at = self._drop * m.column - self.offset()
            painter.fillRect(at - 2, 0, 3, self.band_rect().top(), theme.colour(theme.colours().accent))
        painter.end()

    def _column(self, painter: QPainter, model: CellModel, column: int, x: int) -> None:
        assert self.m is not None
        assert model.grid is not None
        m, c, grid = self.m, theme.colours(), model.grid
        band = self.band_rect()
        hot = column == self.hot
        totals = Totals()
        group = False
        if not model.turned:
            agency = grid.book.agencies.get(grid.columns[column])
            totals = grid.totals.get(grid.columns[column], totals)
            group = agency is not None and agency.kind is AgencyKind.GROUP
        if self.heat and not model.turned:
            painter.fillRect(x, 0, m.column, band.top(), heat(totals.all / self.most))
        if hot:
            painter.fillRect(x, 0, m.column, band.top(), theme.colour(c.accent_soft))
        ink = c.text if totals.all or model.turned else c.muted
        name = str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        if group:
            name = ("▾ " if grid.columns[column] in grid.view.spread else "▸ ") + name
        painter.drawPixmap(x, m.pad, _upright(name, ink, hot, self.reach, m, self.devicePixelRatioF()))
        painter.setPen(theme.colour(c.border))
        painter.drawLine(x + m.column - 1, 0, x + m.column - 1, band.top())

    def _totals(self, painter: QPainter, model: CellModel, first: int, last: int, left: int) -> None:
        """CT over PH under each name; one line after the other, so that pen and font are set twice and not in every column."""
        assert self.m is not None
        assert model.grid is not None
        m, c, grid = self.m, theme.colours(), model.grid
        columns = grid.columns[first:last]
        for line, (ink, font) in enumerate(((c.lead_ink, m.small_bold), (c.coop_ink, m.small))):
            painter.setFont(font)
            painter.setPen(theme.colour(c.text if self.heat else ink))  # the roles' inks are too pale on a tint
            metrics = painter.fontMetrics()
            digit = metrics.horizontalAdvance("0")
            rect = self.count_rect(0, 0, line)
            base = rect.top() + (rect.height() - metrics.height()) // 2 + metrics.ascent()
            for n, agency in enumerate(columns):
                totals = grid.totals.get(agency)
                count = (totals.coop if line else totals.lead) if totals is not None else 0
                if count:
                    text = str(count)
                    painter.drawText(left + n * m.column + (m.column - 1 - digit * len(text)) // 2, base, text)

    def _sections(self, painter: QPainter, model: CellModel, first: int, last: int, left: int) -> None:
        """The turned table: over its columns in the band, under which heading the tasks lie."""
        assert self.m is not None
        assert model.grid is not None
        m, c, grid, band = self.m, theme.colours(), model.grid, self.band_rect()
        painter.setFont(m.small_bold)
        for section, run in groupby(range(first, last), lambda n: grid.section_of(grid.slots[n])):
            columns = list(run)
            x = left + (columns[0] - first) * m.column
            end = left + (columns[-1] + 1 - first) * m.column
            shown = band.intersected(QRect(x, band.top(), end - x, band.height())).adjusted(4, 0, -3, 0)
            painter.setPen(theme.colour(c.text))
            innermost = " ".join(section[-1].split()) if section else ""  # the outer ones are in the tooltip
            text = painter.fontMetrics().elidedText(innermost, Qt.TextElideMode.ElideRight, shown.width())
            painter.drawText(shown, int(Qt.AlignmentFlag.AlignVCenter), text)
            painter.setPen(theme.colour(c.edge))
            painter.drawLine(end - 1, band.top(), end - 1, band.bottom())

    def viewportEvent(self, event: QEvent) -> bool:
        """In the turned table the band tells the headings of a column whole."""
        model = self.model()
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and isinstance(model, CellModel) and model.turned \
                and self.band_rect().contains(event.pos()) and model.grid is not None:
            column = self.logicalIndexAt(event.pos())
            words = "\n".join(model.grid.section_of(model.grid.slots[column])) if column >= 0 else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        column = self.logicalIndexAt(at)
        if event.button() == Qt.MouseButton.LeftButton and column >= 0 and not self.band_rect().contains(at):
            if self._on_triangle(column, at.y()):
                self.spread_wanted.emit(column)
                return
            self._dragged, self._from = column, at.x()
        super().mousePressEvent(event)

    def _on_triangle(self, column: int, y: int) -> bool:
        """The mark before the name of a group: a click there spreads it."""
        model = self.model()
        if self.m is None or not isinstance(model, CellModel) or model.grid is None or model.turned:
            return False
        agency = model.grid.book.agencies.get(model.grid.columns[column])
        bottom = self.m.pad + self.reach
        return agency is not None and agency.kind is AgencyKind.GROUP and bottom - self.m.line - 4 <= y <= bottom + 4

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        self.hovered.emit(self.logicalIndexAt(at))
        model = self.model()
        if self._dragged >= 0 and self.m is not None and isinstance(model, CellModel) and not model.turned \
                and event.buttons() & Qt.MouseButton.LeftButton and (self._drop >= 0 or abs(at.x() - self._from) > self.m.column // 2):
            self._drop = max(0, min(model.columnCount(), (at.x() + self.offset() + self.m.column // 2) // self.m.column))
            self.viewport().update()
            return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragged, drop = self._dragged, self._drop
        self._dragged = self._drop = -1
        super().mouseReleaseEvent(event)
        if drop >= 0:
            self.viewport().update()
            if drop not in (dragged, dragged + 1):
                self.moved.emit(dragged, drop)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        column = self.logicalIndexAt(event.position().toPoint())
        if column >= 0:
            self.spread_wanted.emit(column)

    def leaveEvent(self, event: QEvent) -> None:
        self.hovered.emit(-1)
        super().leaveEvent(event)


def section_words(section: Section) -> str:
    """Headings from the outermost to the innermost, in one line."""
    return BETWEEN.join(" ".join(part.split()) for part in section)


def shortened_path(words: str, metrics: QFontMetrics, width: int) -> str:
    """Where the room is narrow the outer headings go first: the innermost says most, and none is cut in its middle."""
    parts = words.split(BETWEEN)
    for first in range(len(parts)):
        text = BETWEEN.join((["…"] if first else []) + parts[first:])
        if metrics.horizontalAdvance(text) <= width:
            return text
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def names_of(model: CellModel, most: int = 400) -> list[str]:
    """The names that the upright header has to hold."""
    found: list[Any] = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(min(most, model.columnCount()))]
    return [str(name) for name in found if name]
