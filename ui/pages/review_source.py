"""The left side of the review: the plan's text with a soft band under each task and the words marked that make a lead or a coop.

The document is built once. Bands and marks are laid over what is visible only, when it is painted.
"""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from core.book import Book
from core.delta import Delta
from core.model import PlanText, Role, Span
from core.proposals import word_end, word_start
from ui.delegates.task_card import paint_flag
from ui.finding_words import finding_words
from ui.pages.review_bands import Band, Bands, moves_bands
from ui.pages.review_document import GUTTER, PlanDocument, plain_text
from ui.pages.review_looks import block_lines, looks, meet, pair
from ui.theme import colour, colours, scaled, state


class SourceView(QTextEdit):
    """Read-only, with a caret for the keyboard. ``task_pointed`` tells which task the person has put the caret in."""

    task_pointed = Signal(str)
    selection_made = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reviewSource")
        self.setReadOnly(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Văn bản gốc"))
        self.setPlaceholderText(self.tr("Kế hoạch này không kèm văn bản gốc."))
        self._book: Book | None = None
        self._plan: PlanDocument | None = None
        self._bands = Bands(None)
        self._doubtful: set[str | None] = set()
        self._task: str | None = None
        self._finding: Span | None = None
        self._wanted: Span | None = None
        self._unsure: list[int] = []
        self._builder = QTimer(self, interval=0)
        self._builder.timeout.connect(self._build_on)
        self._marker = QTimer(self, interval=0, singleShot=True)
        self._marker.timeout.connect(self._mark_visible)
        self._fitter = QTimer(self, interval=40, singleShot=True)
        self._fitter.timeout.connect(self._fit)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._marker.start())
        self.cursorPositionChanged.connect(self._caret_moved)
        self.selectionChanged.connect(lambda: self.selection_made.emit(self.textCursor().hasSelection()))
        self._showing = False
        self._pointing = False
        state().changed.connect(self._marker.start)

    # ---- what it shows

    def set_plan(self, book: Book | None, source: PlanText | None) -> None:
        """Show another plan; ``source`` None shows the bare text of the book."""
        self._builder.stop()
        self._book, self._task, self._finding, self._wanted = book, None, None, None
        text = source if source is not None else plain_text(book.text if book else "")
        self._plan = PlanDocument(text, scaled(self.font(), 1.08), self, width=self.viewport().width())
        self._unsure = [s.start for s in text.unsure]
        self._bands = Bands(book)
        self._note_doubts()
        self._showing = True
        self.setDocument(self._plan)
        self._plan.build()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._showing = False
        if not self._plan.complete:
            self._builder.start()
        self._marker.start()

    def refresh(self, delta: Delta | None) -> None:
        """A step (None: several) has changed tasks, roles or findings: lay the marks again (the text stays)."""
        if delta is None or any(moves_bands(c.before, c.after) for c in delta.changes):
            self._bands = Bands(self._book)
        self._note_doubts()
        self._marker.start()

    def _note_doubts(self) -> None:
        self._doubtful = {f.task for f in self._book.open_findings()} if self._book is not None else set()

    def show_task(self, task_id: str | None) -> None:
        """Mark a task as the chosen one and bring its sentence into sight."""
        self._task = task_id
        if self._book is not None and task_id is not None and self._book.has_task(task_id):
            span = self._book.task(task_id).span
            if span is not None:
                self._show(span)
        self._marker.start()

    def show_finding(self, span: Span | None) -> None:
        """Mark the place of the finding at hand and bring it into sight."""
        if span is not None and span != self._finding:
            self._show(span)
        self._finding = span
        self._marker.start()

    def selected_span(self) -> Span | None:
        """What is selected, in whole words: a mouse let go inside a word means that word. None where nothing is selected."""
        cursor = self.textCursor()
        if self._plan is None or not cursor.hasSelection():
            return None
        text = self._plan.source.text
        start, end = self._plan.offset(cursor.selectionStart()), self._plan.offset(cursor.selectionEnd())
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return Span(word_start(text, start), word_end(text, end)) if end > start else None

    def caret(self) -> int:
        """The character of the source before which the caret stands."""
        return self._plan.offset(self.textCursor().position()) if self._plan else 0

    def text_of(self, span: Span) -> str:
        return span.of(self._plan.source.text) if self._plan else ""

    def task_at(self, span: Span) -> Band | None:
        """The task that these words are already."""
        return self._bands.same_place(span)

    def drop_selection(self) -> None:
        cursor = self.textCursor()
        cursor.clearSelection()
        self._showing = True
        self.setTextCursor(cursor)
        self._showing = False

    # ---- building and scrolling

    def _fit(self) -> None:
        if self._plan is not None:
            self._plan.fit(self.viewport().width())
            if self._wanted is None and not self.viewport().rect().contains(self.cursorRect().center()):
                self.ensureCursorVisible()
            self._marker.start()

    def _build_on(self) -> None:
        if self._plan is None or self._plan.build():
            self._builder.stop()
        if self._wanted is not None and self._plan is not None and self._plan.laid(self._wanted.end):
            span, self._wanted = self._wanted, None
            self._show(span)
        self._marker.start()

    def _show(self, span: Span) -> None:
        """Put the caret at a span and scroll as little as is needed to see it with a line or two around it."""
        if self._plan is None or self._pointing:
            return
        if not self._plan.laid(span.end):
            self._wanted = span  # the builder comes back to it
            return
        self._wanted = None
        cursor = self.textCursor()
        inside = span.start <= self._plan.offset(cursor.position()) <= span.end
        if not inside and not cursor.hasSelection():
            cursor = QTextCursor(self._plan)
            cursor.setPosition(self._plan.position(span.start))
            self._showing = True
            self.setTextCursor(cursor)
            self._showing = False
        top = self._line_top(self._plan.position(span.start))
        bottom = self._line_top(self._plan.position(span.end)) + self.fontMetrics().height() * 1.3
        bar, height = self.verticalScrollBar(), self.viewport().height()
        line = self.fontMetrics().height()
        if top < line or bottom > height - line:
            bar.setValue(round(bar.value() + top - max(line, min(height * 0.3, height - (bottom - top) - line))))

    def _line_top(self, position: int) -> float:
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        return float(self.cursorRect(cursor).top())

    def _caret_moved(self) -> None:
        if self._showing or self._plan is None or self.textCursor().hasSelection():
            return
        band = self._bands.at(self._plan.offset(self.textCursor().position()))
        if band is not None and band.task != self._task:
            self._pointing = True  # the text must not jump under the mouse
            self.task_pointed.emit(band.task)
            self._pointing = False

    def _visible(self) -> Span:
        if self._plan is None:
            return Span(0, 0)
        area = self.viewport().rect()
        first = self.cursorForPosition(area.topLeft()).block().position()
        last_block = self.cursorForPosition(area.bottomRight()).block()
        return Span(self._plan.offset(first), self._plan.offset(last_block.position() + last_block.length()))

    # ---- marks

    def _mark_visible(self) -> None:
        """Lay the words that make roles and deadlines over the visible text, in the colours and lines of their kind."""
        marks: list[QTextEdit.ExtraSelection] = []
        if self._book is not None and self._plan is not None:
            seen = self._visible()
            look_of = looks()
            for start, end, kind in self._spans(seen):
                mark = QTextEdit.ExtraSelection()
                cursor = QTextCursor(self._plan)
                cursor.setPosition(self._plan.position(start))
                cursor.setPosition(self._plan.position(end), QTextCursor.MoveMode.KeepAnchor)
                mark.cursor = cursor
                mark.format = look_of[kind]
                marks.append(mark)
        self.setExtraSelections(marks)
        self.viewport().update()

    def _spans(self, seen: Span) -> Iterator[tuple[int, int, str]]:
        """Spans to mark with their kind; the chosen task's come last, over those of its neighbours."""
        assert self._book is not None
        assert self._plan is not None
        # a page out of sight hears of a removed task later than the book
        tasks = [b.task for b in self._bands.between(seen.start, seen.end) if self._book.has_task(b.task)]
        if self._task is not None and self._book.has_task(self._task):
            # its heading may say who leads, far above its own sentence
            tasks = [t for t in tasks if t != self._task] + [self._task]
        for task_id in tasks:
            for cell in self._book.assignments(task_id):
                if cell.span and meet(cell.span, seen):
                    yield cell.span.start, cell.span.end, "lead" if cell.role is Role.LEAD else "coop"
            for deadline in self._book.task(task_id).deadlines:
                if deadline.span and meet(deadline.span, seen):
                    yield deadline.span.start, deadline.span.end, "deadline"
        unsure = self._plan.source.unsure
        for n in range(bisect_left(self._unsure, seen.start), bisect_right(self._unsure, seen.end)):
            yield unsure[n].start, unsure[n].end, "unsure"
        if self._finding is not None and meet(self._finding, seen) and not self._bands.covers(self._finding):
            yield self._finding.start, self._finding.end, "finding"

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._plan is not None and self._book is not None:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for band in self._bands.between(*pair(self._visible())):
                self._paint_band(painter, band)
            painter.end()
        super().paintEvent(event)

    def _paint_band(self, painter: QPainter, band: Band) -> None:
        c, chosen = colours(), band.task == self._task
        fill = colour(c.accent_soft if chosen else c.task)
        first: QRectF | None = None
        last = QRectF()
        for rect in self._lines(band.span):
            # whole pixels, or hairlines show between the lines
            left, right = round(rect.left()) - 3, round(rect.right()) + 3
            painter.fillRect(QRect(QPoint(left, round(rect.top())), QPoint(right - 1, round(rect.bottom()) - 1)), fill)
            first = first or rect
            last = rect
        if first is None:
            return
        aside = self._plan.aside if self._plan is not None else 0.0
        gutter = QRectF(aside + GUTTER - 2, first.top() + 1, 3, last.bottom() - first.top() - 2)
        ink = c.accent if chosen else c.doubt if band.task in self._doubtful else c.edge
        painter.fillRect(gutter, colour(ink, 255 if chosen or band.task in self._doubtful else 120))
        painter.setPen(colour(c.accent if chosen else c.muted))
        font = scaled(self.font(), 0.85, bold=chosen)
        painter.setFont(font)
        painter.drawText(QRectF(aside, first.top(), GUTTER - 8, first.height()),
                         Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(band.number))
        if band.task in self._doubtful:
            paint_flag(painter, QPointF(aside + 9, first.center().y()), c)

    def _lines(self, span: Span) -> Iterator[QRectF]:
        """The rectangles of the lines that a span covers, in viewport coordinates; only those that are in sight."""
        assert self._plan is not None
        start, end = self._plan.position(span.start), self._plan.position(span.end)
        layout, shift, height = self._plan.documentLayout(), self.verticalScrollBar().value(), self.viewport().height()
        block = self._plan.findBlock(start)
        while block.isValid() and block.position() < end:
            box = layout.blockBoundingRect(block).translated(0, -shift)
            if box.top() > height:
                return
            if box.bottom() >= 0:
                yield from block_lines(block, box, start, end)
            block = block.next()

    # ---- events

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos()), self.viewport())
            return True
        return super().viewportEvent(event)

    def tip_at(self, place: QPoint) -> str:
        """What the marks under the mouse say: the task, the roles and deadlines of these words, and what is doubtful about it."""
        if self._book is None or self._plan is None:
            return ""
        offset = self._plan.offset(self.cursorForPosition(place).position())
        band = self._bands.at(offset)
        band = band if band and self._book.has_task(band.task) else None
        near = [band.task] if band else []
        lines = [self.tr("Nhiệm vụ {}").format(band.number)] if band else []
        if not band and self._task is not None and self._book.has_task(self._task):
            near = [self._task]  # its heading may say who leads
        for task_id in near:
            for cell in self._book.assignments(task_id):
                if cell.span and cell.span.start <= offset < cell.span.end:
                    name = self._book.agencies[cell.agency].name
                    lines.append((self.tr("Chủ trì: {}") if cell.role is Role.LEAD else self.tr("Phối hợp: {}")).format(name))
            lines += [self.tr("Thời hạn: {}").format(d.text) for d in self._book.task(task_id).deadlines
                      if d.span and d.span.start <= offset < d.span.end]
        if band and band.task in self._doubtful:
            lines += [self.tr("Cần xem: {}").format(finding_words(f)) for f in self._book.open_findings(band.task)]
        return "\n".join(lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fitter.start()
        self._marker.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # letters are the page's, not an incremental search of the editor
        if event.text() and event.text().isprintable() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            event.ignore()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # a right click keeps the selection that the menu is about
        if event.button() == Qt.MouseButton.RightButton and self.textCursor().hasSelection():
            return
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()
