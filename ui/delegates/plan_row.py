"""One plan in the list: title, what it is, its state and what presses, on two lines."""
from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QRect, QSize
from PySide6.QtGui import QCursor, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate

from ui.ink import fill, fill_round, write
from ui.models.plans import PlanLine, PlanModel, day_words
from ui.numbers import grouped
from ui.theme import colours, icon, scaled

if TYPE_CHECKING:
    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QStyleOptionViewItem

    from ui.models.plans import AnyIndex

PAD = 14


class Chip(NamedTuple):
    """A small field with words; ``ink`` and ``ground`` name colours."""

    text: str
    ink: str
    ground: str


def _tr(text: str) -> str:
    return QCoreApplication.translate("plan_row", text)


def chips(line: PlanLine) -> list[Chip]:
    """What a glance should tell, the pressing first."""
    found = []
    if line.overdue:
        found.append(Chip(_tr("{} quá hạn").format(grouped(line.overdue)), "danger", "danger_soft"))
    if line.this_week:
        found.append(Chip(_tr("{} đến hạn tuần này").format(grouped(line.this_week)), "warn", "warn_soft"))
    if line.in_review:
        words = _tr("Rà soát: còn {} chỗ").format(line.open_findings) if line.open_findings else _tr("Rà soát: chờ chấp nhận")
        found.append(Chip(words, "doubt", "doubt_soft"))
    else:
        found.append(Chip(_tr("Đã chấp nhận"), "ok", "ok_soft"))
    return found


def about(line: PlanLine) -> str:
    """The second line: what the plan is and how much is done."""
    tasks = _tr("{} nhiệm vụ").format(grouped(line.tasks))
    done = _tr("xong {}").format(line.done) if line.done else ""
    return "  ·  ".join(part for part in (line.number, day_words(line.date), line.issuer, tasks, done, line.source_name) if part)


class PlanRow(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(300, option.fontMetrics.height() * 2 + 26)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        model, c, rect = index.model(), colours(), QRect(option.rect)
        assert isinstance(model, PlanModel)
        line = model.lines[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        view = option.widget
        if isinstance(view, QListView) and view.currentIndex() == index:  # QStyle's flags would cost 8 ms at start
            fill(painter, rect, c.accent_soft)
            fill(painter, QRect(rect.left(), rect.top(), 3, rect.height()), c.accent)
        elif isinstance(view, QListView) and view.underMouse() and view.indexAt(view.viewport().mapFromGlobal(QCursor.pos())) == index:
            fill(painter, rect, c.hover)
        fill(painter, QRect(rect.left(), rect.bottom(), rect.width(), 1), c.border)
        icon("plans", "muted").paint(painter, QRect(rect.left() + PAD, rect.top() + PAD, 22, 22))
        inner = rect.adjusted(PAD + 36, 9, -PAD, -9)
        used = self._chips(painter, inner, line, option.font)
        top = QRect(inner.left(), inner.top(), inner.width() - used - 16, inner.height() // 2)
        write(painter, top, line.heading, scaled(option.font, 1.05, bold=True), c.text)
        below = QRect(inner.left(), inner.top() + inner.height() // 2 + 2, inner.width() - used - 16, inner.height() // 2)
        write(painter, below, about(line), option.font, c.muted)
        painter.restore()

    @staticmethod
    def _chips(painter: QPainter, inner: QRect, line: PlanLine, font: QFont) -> int:
        """Draws the chips from the right edge; the width that they take."""
        small, c = scaled(font, 0.92), colours()
        metrics, right = QFontMetrics(small), inner.right()
        for chip in reversed(chips(line)):
            width = metrics.horizontalAdvance(chip.text) + 18
            place = QRect(right - width, inner.center().y() - metrics.height() // 2 - 4, width, metrics.height() + 8)
            fill_round(painter, place, 6, getattr(c, chip.ground))
            write(painter, place.adjusted(9, 0, 0, 0), chip.text, small, getattr(c, chip.ink))
            right -= width + 8
        return inner.right() - right
