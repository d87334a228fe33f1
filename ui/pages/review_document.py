"""A plan's text as a document a clerk knows: headings, bullets, tables. Built in slices, with a map between offsets and positions."""
from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)

from core.model import Note, Paragraph, PlanText, Span

GUTTER = 46  # room at the left for the tasks' numbers and marks, px
EDGE = 10  # at the right, px
MEASURE = 96  # letters of a line: longer ones are hard to follow
MANY_COLUMNS = 5  # a table of so many takes the free room at its right, too
SAMPLE = "Chủ trì, phối hợp với các sở, ban, ngành liên quan tham mưu Ủy ban nhân dân tỉnh ban hành kế hoạch"
ROWS_AT_ONCE = 20  # a long table is laid in pieces of this many rows, so that no slice takes long

# what would make Qt begin a block inside a paragraph
_ONE_LINE = str.maketrans({"\n": "\u2028", "\r": " ", "\u2029": "\u2028", "\x0b": "\u2028", "\x0c": " ", "\ufdd0": " ", "\ufdd1": " "})
_BREAK = re.compile("[\n\r\u2029\x0b\x0c\ufdd0\ufdd1]")
_BULLET = re.compile(r"[-–+*•●○▪◦]\s")
_LETTERED = re.compile(r"(?:[a-zđ]{1,2}|\d+|\([ivx]+\))\)\s|\([ivx]+\)\s")


def plain_text(text: str) -> PlanText:
    """A PlanText of bare text, one paragraph a line: for a plan whose source file is not in the database."""
    paragraphs, at = [], 0
    for line in text.split("\n"):
        paragraphs.append(Paragraph(Span(at, at + len(line))))
        at += len(line) + 1
    return PlanText(text, tuple(paragraphs))


_NARROW = 16  # a column without a longer text is as wide as its longest word: numbers, quarters, "Thường xuyên"


@dataclass(frozen=True, slots=True)
class _Column:
    """``weight`` is the share of the width among the wide columns; ``word`` the longest word of a narrow one, "" for a wide one."""

    weight: float
    word: str


@dataclass(frozen=True, slots=True)
class _Piece:
    """Paragraphs [first, last) that are laid in one go: one paragraph, or some rows of one table."""

    first: int
    last: int
    rows: int = 0
    columns: int = 0
    top: int = 0
    looks: tuple[_Column, ...] = ()


class PlanDocument(QTextDocument):
    """``build`` lays pieces until its time is up; ``position`` and ``offset`` translate what is laid so far."""

    def __init__(self, source: PlanText, font: QFont, parent: QObject | None = None, *, width: float = 600) -> None:
        super().__init__(parent)
        self.setUndoRedoEnabled(False)
        self.setDocumentMargin(8)
        self.setDefaultFont(font)
        self.source = source
        self._starts: list[int] = []  # offset of each laid paragraph in the source
        self._blocks: list[int] = []  # its position in the document
        self._wide = len(source.text.encode("utf-16-le")) != 2 * len(source.text)  # then a position is not an offset within the paragraph
        self._shaped = any(p.bold or p.centred for p in source.paragraphs)
        self._notes = sorted((n for n in source.notes if n.anchor is not None), key=lambda n: n.anchor or 0)
        self._anchors = [n.anchor or 0 for n in self._notes]
        self._pieces = _pieces(source.paragraphs, source.text)
        self._next = 0
        self._width = width
        self._tables: list[tuple[QTextTable, tuple[_Column, ...]]] = []
        self._measure = MEASURE * QFontMetricsF(font).horizontalAdvance(SAMPLE) / len(SAMPLE)
        self.aside = -1.0  # free room at either side of a line of comfortable length, px
        self._set_aside()

    def _set_aside(self) -> None:
        """In a wide window the text stands in the middle, with margins."""
        room = self._width - GUTTER - EDGE - 2 * self.documentMargin()
        aside = float(round((room - self._measure) / 2))
        aside = aside if aside > 16 else 0.0  # a few pixels are no margin
        if aside != self.aside:
            self.aside = aside
            frame = self.rootFrame().frameFormat()
            frame.setLeftMargin(GUTTER + aside)
            frame.setRightMargin(EDGE + aside)
            self.rootFrame().setFrameFormat(frame)

    # ---- building

    @property
    def complete(self) -> bool:
        return self._next >= len(self._pieces)

    def build(self, *, budget: float = 0.006, offset: int | None = None) -> bool:
        """Lay pieces for ``budget`` seconds, or until ``offset`` of the source is laid. True when the document is complete."""
        end = perf_counter() + budget
        cursor = QTextCursor(self)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        while self._next < len(self._pieces):
            piece = self._pieces[self._next]
            if offset is None and perf_counter() > end:
                break
            if offset is not None and self._starts and self._starts[-1] > offset:
                break
            if piece.rows:
                self._lay_table(cursor, piece)
            else:
                self._lay_paragraph(cursor, piece.first)
            self._next += 1
        cursor.endEditBlock()
        return self.complete

    def _lay_paragraph(self, cursor: QTextCursor, index: int) -> None:
        paragraph = self.source.paragraphs[index]
        text = paragraph.span.of(self.source.text)
        if self._next:
            cursor.insertBlock()
        cursor.setBlockFormat(self._block_format(paragraph, text))
        self._put(cursor, paragraph, text)

    def _put(self, cursor: QTextCursor, paragraph: Paragraph, text: str, *, small: bool = False) -> None:
        self._starts.append(paragraph.span.start)
        self._blocks.append(cursor.position())
        look = QTextCharFormat()
        if paragraph.bold or (not self._shaped and _is_heading(text)):
            look.setFontWeight(QFont.Weight.Bold)
        look.setFontItalic(paragraph.italic)
        if small:
            look.setFontPointSize(self.defaultFont().pointSizeF() * 0.92)
        cursor.insertText(text.translate(_ONE_LINE) if _BREAK.search(text) else text, look)
        for note in self._notes_in(paragraph.span):
            self._put_note(cursor, note)

    def _notes_in(self, span: Span) -> Sequence[Note]:
        """The footnotes whose marks stood in this paragraph."""
        return self._notes[bisect_left(self._anchors, span.start):bisect_right(self._anchors, span.end)]

    def _put_note(self, cursor: QTextCursor, note: Note) -> None:
        """A footnote under its paragraph, in a block of its own: the map gives the paragraph's end for every place in it."""
        place, size = QTextBlockFormat(), self.defaultFont().pointSizeF()
        place.setLeftMargin(size * 2)
        place.setBottomMargin(size * 0.55)
        cursor.insertBlock(place)
        look = QTextCharFormat()
        look.setFontPointSize(size * 0.88)
        look.setFontItalic(True)
        assert note.anchor is not None
        before = " ".join(self.source.text[max(0, note.anchor - 40):note.anchor].split("\n")[-1].split()[-3:])
        words = self.tr("Chú thích {mark} (sau “{words}”): {text}") if before else self.tr("Chú thích {mark}: {text}")
        cursor.insertText(words.format(mark=note.mark, words=before, text=note.text).translate(_ONE_LINE), look)

    def _block_format(self, paragraph: Paragraph, text: str) -> QTextBlockFormat:
        look = QTextBlockFormat()
        look.setBottomMargin(self.defaultFont().pointSizeF() * 0.55)
        look.setLineHeight(112, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if paragraph.centred or (not self._shaped and text.isupper() and not paragraph.label and len(text) < 120):
            look.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            return look
        step = self.defaultFont().pointSizeF() * 1.5
        if _BULLET.match(text):
            depth = 2 if text[0] in "+○◦" else 1
            look.setLeftMargin(step * depth)
            look.setTextIndent(-step * 0.6)
        elif _LETTERED.match(text):
            look.setLeftMargin(step * 0.5)
        return look

    def _lay_table(self, cursor: QTextCursor, piece: _Piece) -> None:
        look = QTextTableFormat()
        look.setCellPadding(4)
        look.setCellSpacing(0)
        look.setBorder(1)
        look.setBorderCollapse(True)
        look.setBorderStyle(QTextTableFormat.BorderStyle.BorderStyle_Solid)
        self._share_out(look, piece.looks)
        if not self._next:  # a document that begins with a table
            cursor.setBlockFormat(QTextBlockFormat())
        table = cursor.insertTable(piece.rows, piece.columns, look)
        self._tables.append((table, piece.looks))
        self._fill(table, piece)
        cursor.movePosition(QTextCursor.MoveOperation.End)

    def fit(self, width: float) -> None:
        """Share out the columns of all tables for a view of this width, px. Narrow columns keep their longest word, the rest shrinks."""
        if abs(width - self._width) < 4:
            return
        self._width = width
        self._set_aside()
        if not self._tables:
            return
        cursor = QTextCursor(self)
        cursor.beginEditBlock()
        for table, looks in self._tables:
            look = table.format()
            self._share_out(look, looks)
            table.setFormat(look)
        cursor.endEditBlock()

    def _share_out(self, look: QTextTableFormat, columns: Sequence[_Column]) -> None:
        """The width of a table and its columns: as wide as the lines, or on into the right margin."""
        over = self.aside if len(columns) >= MANY_COLUMNS else 0.0
        lines = self._width - GUTTER - EDGE - 2 * self.documentMargin() - 2 * self.aside
        look.setWidth(QTextLength(QTextLength.Type.FixedLength, lines + over) if over else
                      QTextLength(QTextLength.Type.PercentageLength, 100))
        look.setColumnWidthConstraints(self._widths(columns, over))

    def _widths(self, looks: Sequence[_Column], over: float) -> list[QTextLength]:
        """Percentages, for Qt takes fixed widths and percentages together for more than the whole."""
        font = QFont(self.defaultFont())
        font.setBold(True)
        metrics = QFontMetricsF(font)
        room = max(200.0, self._width - GUTTER - 34 - 2 * self.aside + over)
        narrow = [100 * (metrics.horizontalAdvance(c.word) + 12) / room if c.word else 0.0 for c in looks]
        if sum(narrow) > 60:
            narrow = [n * 60 / sum(narrow) for n in narrow]
        wide = sum(c.weight for c in looks if not c.word)
        rest = 100 - sum(narrow) if wide else 0.0
        return [QTextLength(QTextLength.Type.PercentageLength, n or rest * c.weight / wide) for n, c in zip(narrow, looks, strict=True)]

    def _fill(self, table: QTextTable, piece: _Piece) -> None:
        paragraphs = self.source.paragraphs[piece.first:piece.last]
        for paragraph in paragraphs:
            place = paragraph.cell
            assert place is not None
            if place.rows > 1 or place.columns > 1:
                row = place.row - piece.top
                table.mergeCells(row, place.column, max(1, min(place.rows, piece.rows - row)), place.columns)
        last: tuple[int, int] | None = None
        for paragraph in paragraphs:
            place = paragraph.cell
            assert place is not None
            cell = table.cellAt(place.row - piece.top, place.column)
            # the second paragraph of a cell, or one whose place a merged cell covers
            further = last == (place.row, place.column) or (cell.row(), cell.column()) != (place.row - piece.top, place.column)
            cursor = cell.lastCursorPosition() if further else cell.firstCursorPosition()
            if further:
                cursor.insertBlock()
            if paragraph.centred:
                look = QTextBlockFormat()
                look.setAlignment(Qt.AlignmentFlag.AlignHCenter)
                cursor.setBlockFormat(look)
            last = (place.row, place.column)
            self._put(cursor, paragraph, paragraph.span.of(self.source.text), small=True)

    # ---- the map

    def position(self, offset: int) -> int:
        """Where a character of the source stands in the document; the nearest place where it lies between paragraphs or is not laid."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return 0
        span = self.source.paragraphs[at].span
        within = min(offset, span.end) - span.start
        if self._wide:
            within = len(self.source.text[span.start:span.start + within].encode("utf-16-le")) // 2
        return self._blocks[at] + within

    def offset(self, position: int) -> int:
        """Which character of the source a position of the document shows."""
        at = bisect_right(self._blocks, position) - 1
        if at < 0:
            return 0
        span = self.source.paragraphs[at].span
        within = position - self._blocks[at]
        if self._wide:
            text = span.of(self.source.text).encode("utf-16-le")[:within * 2]
            within = len(text.decode("utf-16-le", errors="ignore"))
        return min(span.start + within, span.end)

    def laid(self, offset: int) -> bool:
        """Whether this character is in the document already."""
        return self.complete or (bool(self._starts) and offset < self._starts[-1])


def _is_heading(text: str) -> bool:
    return text.isupper() and len(text) < 300


def _pieces(paragraphs: Sequence[Paragraph], text: str) -> list[_Piece]:
    """Cut the paragraphs into single ones and rows of tables; a piece of a table ends only where no merged cell crosses."""
    pieces: list[_Piece] = []
    at = 0
    while at < len(paragraphs):
        place = paragraphs[at].cell
        if place is None:
            pieces.append(_Piece(at, at + 1))
            at += 1
            continue
        end = at
        while end < len(paragraphs) and (cell := paragraphs[end].cell) is not None and cell.table == place.table:
            end += 1
        pieces.extend(_table_pieces(paragraphs, text, at, end))
        at = end
    return pieces


def _columns(cells: Sequence[tuple[int, str]], count: int) -> tuple[_Column, ...]:
    """How wide the columns want to be, from (column, text) of all their cells."""
    longest, word = [0] * count, [""] * count
    for column, text in cells:
        longest[column] = max(longest[column], len(text))
        word[column] = max([word[column], *text.split()], key=len)
    return tuple(_Column(max(3.0, min(n, 240) ** 0.62), w[:14] if n <= _NARROW else "") for n, w in zip(longest, word, strict=True))


def _table_pieces(paragraphs: Sequence[Paragraph], text: str, first: int, end: int) -> list[_Piece]:
    places = [(n, cell) for n in range(first, end) if (cell := paragraphs[n].cell) is not None]
    order = [(c.row, c.column) for _, c in places]
    if order != sorted(order):  # no table that we understand: its words one under another
        return [_Piece(n, n + 1) for n in range(first, end)]
    columns = max(c.column + c.columns for _, c in places)
    looks = _columns([(c.column, paragraphs[n].span.of(text)) for n, c in places if c.columns == 1], columns)
    pieces: list[_Piece] = []
    start, top, bottom = first, places[0][1].row, places[0][1].row
    for n, c in places:
        if c.row >= bottom and c.row - top >= ROWS_AT_ONCE:
            pieces.append(_Piece(start, n, bottom - top, columns, top, looks))
            start, top = n, c.row
        bottom = max(bottom, c.row + c.rows)
    pieces.append(_Piece(start, end, bottom - top, columns, top, looks))
    return pieces
