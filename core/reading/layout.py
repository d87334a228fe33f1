"""Pages of words to paragraphs: margins, stamps and footnotes set apart, columns told, lines joined as they were written."""
from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Iterable
from dataclasses import dataclass

from core.model import CellPlace
from core.reading.build import NOTE, Counter, Piece, RawNote
from core.reading.columns import order_columns
from core.reading.joining import ENDS, Frame, begins, cell_paragraphs, dash_inside, frame_of, join
from core.reading.margins import Leaf, drop_margins, drop_stamps, take_notes
from core.reading.page_tables import TableRun, cut_tables
from core.reading.unruled import Columns
from core.reading.words import Line, Page, Word, baselines, closed_gaps, make_line, marker, split_wide


@dataclass(slots=True)
class Laid:
    """Pieces in reading order and the notes whose marks stand in them (in the same order), then those without a mark."""

    pieces: list[Piece]
    notes: list[RawNote]


def lay_out(pages: list[Page], counter: Counter) -> Laid:
    """The whole way from words to paragraphs."""
    body = body_size(pages)
    leaves: list[Leaf] = []
    for page in pages:
        leaves.append(_leaf(page, counter, _open_columns(leaves[-1]) if leaves else None))
    drop_margins(leaves, counter)
    for leaf in leaves:
        drop_stamps(leaf, body, counter)
        take_notes(leaf, body)
    return _Joiner(leaves, counter).run()


def body_size(pages: Iterable[Page]) -> float:
    """The size that most letters have."""
    sizes: Tally[float] = Tally()
    for page in pages:
        for word in page.words:
            sizes[round(word.size * 2) / 2] += len(word.text)
    return sizes.most_common(1)[0][0] if sizes else 12.0


def _open_columns(leaf: Leaf) -> Columns | None:
    """The columns of a table without ruling lines that ends a page, and so may go on."""
    run = leaf.tables[-1] if leaf.tables else None
    if run is None or run.columns is None or run.bottom < 0.6 * leaf.page.height:
        return None
    below = [line for line in leaf.lines if line.y > run.bottom and line.y < 0.93 * leaf.page.height]
    return None if below else run.columns


def _leaf(page: Page, counter: Counter, before: Columns | None) -> Leaf:
    tables, free = cut_tables(page, before)
    lines: list[Line] = []
    for group in baselines(free):
        words, closed = closed_gaps(group)
        counter.add("spaces", closed)
        lines.extend(make_line(part, page.number) for part in split_wide(words))
    return Leaf(page, lines, tables)


class _Joiner:
    """Lines of all pages to pieces; a paragraph may run over a page's end."""

    def __init__(self, leaves: list[Leaf], counter: Counter) -> None:
        self.leaves, self.counter = leaves, counter
        self.pieces: list[Piece] = []
        self.notes: list[RawNote] = []
        self.loose: list[RawNote] = []
        self.current: list[Line] = []
        self.lead: float | None = None
        self.frame = Frame(0.0, 500.0, 16.0)
        self.table = -1
        self.last_run: TableRun | None = None
        self.row_base = 0

    def run(self) -> Laid:
        whole = frame_of([line for leaf in self.leaves for line in leaf.lines])
        for leaf in self.leaves:
            self.page_notes = {mark: lines for mark, lines in leaf.notes if mark}
            self._rest_of_note(leaf)
            self.frame = frame_of(leaf.lines, whole, leaf.page.width)
            for item in self._in_order(leaf):
                if isinstance(item, TableRun):
                    self._close()
                    self._table(item)
                else:
                    self._line(item)
            self._unmarked(leaf)
        self._close()
        return Laid(self.pieces, self.notes + self.loose)

    def _in_order(self, leaf: Leaf) -> list[Line | TableRun]:
        """Tables stand where they stand; the lines between two tables are ordered by columns."""
        out: list[Line | TableRun] = []
        rest = sorted(leaf.lines, key=lambda line: line.y)
        for run in leaf.tables:
            above = [line for line in rest if line.y <= run.top + 2]
            rest = rest[len(above):]
            out.extend(order_columns(above, leaf.page.width))
            out.append(run)
        out.extend(order_columns(rest, leaf.page.width))
        return out

    # ---- lines

    def _line(self, line: Line) -> None:
        self.last_run = None
        if self.current:
            if begins(self.current[-1], line, len(self.current) == 1, self.frame, self.lead):
                self._close()
            else:
                if len(self.current) == 1 or line.page != self.current[-1].page:
                    self.lead = line.x0
                self.current.append(line)
                return
        self.current = [line]
        self.lead = None

    def _close(self) -> None:
        if not self.current:
            return
        lines, self.current, self.lead = self.current, [], None
        first = lines[0]
        middle = (self.frame.left + self.frame.right) / 2
        centred = first.column == 0 and first.x0 > self.frame.left + 20 and abs((first.x0 + first.x1) / 2 - middle) < 12
        self.pieces.append(self._piece(lines, None, centred))

    def _piece(self, lines: list[Line], cell: CellPlace | None, centred: bool = False) -> Piece:
        self.counter.add("joined-lines", len(lines) - 1)
        text = join(lines, self.counter, self._note_of)
        label = ""
        return Piece(text, label, None, lines[0].page, cell, all(line.bold for line in lines), all(line.italic for line in lines), centred)

    # ---- notes

    def _note_of(self, word: Word) -> str:
        """NOTE where a raised word is the mark of a note on this page, else the word as it is."""
        mark = word.text.strip("[]()")
        lines = self.page_notes.pop(mark, None)
        if lines is None:
            return word.text
        self.notes.append(RawNote(mark, join(lines, Counter(), None), self.leaves[0].page.number if not lines else lines[0].page))
        return NOTE

    def _rest_of_note(self, leaf: Leaf) -> None:
        """Lines above the first mark of a page go on with the last note of the page before."""
        for mark, lines in leaf.notes:
            if not mark and lines:
                target = (self.loose or self.notes)[-1:] if self.loose or self.notes else []
                for note in target:
                    note.text = f"{note.text} {join(lines, Counter(), None)}"

    def _unmarked(self, leaf: Leaf) -> None:
        """Notes whose mark was not found in the page's text; the paragraph still open may hold it."""
        if self.current and self.page_notes and any(word.raised for line in self.current for word in line.words):
            lines, lead = self.current, self.lead
            self._settle(lines)
            self.current, self.lead = lines, lead
        for mark, lines in self.page_notes.items():
            self.loose.append(RawNote(mark, join(lines, Counter(), None), leaf.page.number))
        self.page_notes = {}

    def _settle(self, lines: list[Line]) -> None:
        for line in lines:
            for word in line.words:
                if word.raised and word.text.strip("[]()") in self.page_notes:
                    word.text = self._note_of(word)

    # ---- tables

    def _table(self, run: TableRun) -> None:
        goes_on = self.last_run is not None and run.goes_on(self.last_run)
        if not goes_on:
            self.table += 1
            self.row_base = 0
        rows = run.rows_to_keep(self.last_run if goes_on else None)
        merge_first = bool(goes_on and rows and run.cut_row(rows[0], self.last_run))
        offset = self.row_base - (rows[0] if rows else 0) - (1 if merge_first else 0)
        for cell, words in run.cells:
            if cell.row < (rows[0] if rows else 0):
                continue
            place = CellPlace(self.table, cell.row + offset, cell.column, cell.rows, cell.columns)
            frame, lines = run.cell_lines(cell, words)
            if merge_first and cell.row == rows[0]:
                self._extend_cell(place, lines, frame)
            else:
                self._cell(place, lines, frame)
        self.row_base = run.row_count + offset
        self.last_run = run

    def _cell(self, place: CellPlace, lines: list[Line], frame: Frame) -> None:
        for part in cell_paragraphs(lines, frame):
            self.pieces.append(self._piece(part, place))

    def _extend_cell(self, place: CellPlace, lines: list[Line], frame: Frame) -> None:
        """The rest of a row that a page's end has cut goes into the cell above it."""
        above = next((piece for piece in reversed(self.pieces) if piece.cell is not None and piece.cell.table == place.table
                      and piece.cell.row <= place.row < piece.cell.row + piece.cell.rows and piece.cell.column == place.column), None)
        if above is None:
            self._cell(place, lines, frame)
            return
        parts = cell_paragraphs(lines, frame)
        at = self.pieces.index(above) + 1
        for n, part in enumerate(parts):
            piece = self._piece(part, above.cell)
            if n == 0 and (not marker(part[0].words) or dash_inside(above.text, lines)) and not ENDS.search(above.text):
                one_number = above.text.isdigit() and piece.text.isdigit()  # cut between its digits
                above.text = f"{above.text}{'' if one_number else ' '}{piece.text}"
            else:
                self.pieces.insert(at, piece)
                at += 1
