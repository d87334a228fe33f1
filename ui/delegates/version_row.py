"""Paints one row of a comparison: a box, what happened, the task, and who leads before and after."""
from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from core.compare import Row, RowKind
from ui.delegates.task_card import background, two_lines
from ui.models.versions import VersionRole, kind_words
from ui.theme import colour, colours, scaled

Index = QModelIndex | QPersistentModelIndex
_PAD, _LEFT = 8, 34


class VersionDelegate(QStyledItemDelegate):
    """All rows have one height; a click on the box ticks."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(320, 4 * QFontMetrics(option.font).height() + 2 * _PAD + 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(VersionRole.ROW)
        if not isinstance(row, Row):
            return
        c = colours()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        background(painter, option, c)
        self._box(painter, option, index)
        inner = option.rect.adjusted(_LEFT, _PAD, -_PAD, -_PAD)
        line = QFontMetrics(option.font).height()
        inks = {RowKind.ADDED: c.ok, RowKind.DROPPED: c.danger, RowKind.CHANGED: c.warn, RowKind.LEAD_MOVED: c.lead_ink}
        painter.setPen(colour(inks.get(row.kind, c.muted)))
        painter.setFont(scaled(option.font, 0.92, bold=True))
        painter.drawText(QRect(inner.left(), inner.top(), inner.width(), line), Qt.AlignmentFlag.AlignLeft, kind_words(row.kind))
        task = row.new or row.old
        assert task is not None
        painter.setPen(colour(c.muted if row.kind is RowKind.DROPPED else c.text))
        painter.setFont(option.font)
        for n, words in enumerate(two_lines(" ".join(task.text.split()), option.font.toString(), inner.width())):
            painter.drawText(QRect(inner.left(), inner.top() + (n + 1) * line + 2, inner.width(), line), Qt.AlignmentFlag.AlignLeft, words)
        painter.setPen(colour(c.lead_ink if row.kind is RowKind.LEAD_MOVED else c.muted))
        small = scaled(option.font, 0.92)
        painter.setFont(small)
        leads = QFontMetrics(small).elidedText(leads_words(row), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(QRect(inner.left(), inner.top() + 3 * line + 4, inner.width(), line), Qt.AlignmentFlag.AlignLeft, leads)
        painter.restore()

    def _box(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box = QStyleOptionViewItem(option)
        box.rect = _box_place(option.rect)
        box.state = QStyle.StateFlag.State_Enabled
        on = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked
        box.state |= QStyle.StateFlag.State_On if on else QStyle.StateFlag.State_Off
        style = option.widget.style() if option.widget is not None else QApplication.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, box, painter, option.widget)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        released = event.type() == QEvent.Type.MouseButtonRelease
        if released and isinstance(event, QMouseEvent) and event.position().x() < option.rect.left() + _LEFT:
            on = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked
            return bool(model.setData(index, Qt.CheckState.Unchecked if on else Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole))
        return False


def _box_place(rect: QRect) -> QRect:
    return QRect(rect.left() + 10, rect.top() + _PAD, 16, 16)


def leads_words(row: Row) -> str:
    """Who leads: one list where it is the same in both, "before → after" where it moved."""
    before, after = "; ".join(row.old_leads) or "–", "; ".join(row.new_leads) or "–"
    if row.old is None:
        return after
    if row.new is None or row.old_leads == row.new_leads:
        return before
    return f"{before}  →  {after}"
