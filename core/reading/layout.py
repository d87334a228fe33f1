"""Pages of words to paragraphs: margins, stamps and footnotes set apart, columns told, lines joined as they were written."""
from __future__ import annotations

import re
from collections import Counter as Tally
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from core.model import CellPlace
from core.reading.build import NOTE, Counter, Piece, RawNote
from core.reading.encodings import is_syllable
from core.reading.page_tables import TableRun, cut_tables
from core.reading.words import Line, Page, Word, baselines, make_line, marked_text, marker, plain_text, split_wide

_PAGE_NUMBER = re.compile(r"^[-–—_|~.\s]*(?:(?:trang|page)\s*)?\d{1,4}(?:\s*(?:/|of|trên)\s*\d{1,4})?[-–—_|~.\s]*$", re.IGNORECASE)
_STAMP = re.compile(r"^(?:Người ký\s*:|Ký bởi|Được ký bởi|Ngày ký\s*:|Thời gian ký\s*:|Giờ ký|Signature|Signed by|Digitally signed"
                    r"|Date\s*:\s*\d{4}\.|Cơ quan\s*:\s|Tổ chức\s*:\s|Chức vụ\s*:\s|Email\s*:\s*\S+@|Số\s*:\s*\.{3,}|CÔNG VĂN ĐẾN"
                    r"|VĂN BẢN ĐẾN|ĐẾN Số|Foxit|Chữ ký số)", re.IGNORECASE)
_NOTE_HEAD = re.compile(r"^[\[(]?(\d{1,3}|\*{1,3})[\])]?[.:]?$")
_ENDS = re.compile(r"[.;:!?…](?:[\"”’)\]]|/\.)*$|\./\.$")


@dataclass(slots=True)
class Laid:
    """Pieces in reading order and the notes whose marks stand in them (in the same order), then those without a mark."""

    pieces: list[Piece]
    notes: list[RawNote]


@dataclass(slots=True)
class Frame:
    """Where the text of a page stands: left and right edge, the usual step from line to line."""

    left: float
    right: float
    pitch: float
    indented: bool = False  # items begin further in than the lines that go on: a mark at the edge stands inside a sentence
    slack: float = 0.35  # letter heights that must be left over before a break counts as meant


@dataclass(slots=True)
class _Leaf:
    """A page on its way: body lines and tables in reading order, notes of the page."""

    page: Page
    lines: list[Line] = field(default_factory=list)
    tables: list[TableRun] = field(default_factory=list)
    notes: list[tuple[str, list[Line]]] = field(default_factory=list)


def lay_out(pages: list[Page], counter: Counter) -> Laid:
    """The whole way from words to paragraphs."""
    body = body_size(pages)
    leaves = [_leaf(page) for page in pages]
    _drop_margins(leaves, counter)
    for leaf in leaves:
        _drop_stamps(leaf, body, counter)
        _take_notes(leaf, body)
    return _Joiner(leaves, counter).run()


def body_size(pages: Iterable[Page]) -> float:
    """The size that most letters have."""
    sizes: Tally[float] = Tally()
    for page in pages:
        for word in page.words:
            sizes[round(word.size * 2) / 2] += len(word.text)
    return sizes.most_common(1)[0][0] if sizes else 12.0


def _leaf(page: Page) -> _Leaf:
    tables, free = cut_tables(page)
    lines: list[Line] = []
    for words in baselines(free):
        lines.extend(make_line(part, page.number) for part in split_wide(words))
    return _Leaf(page, lines, tables)


# ---------------------------------------------------------------- margins


def _edge_lines(leaf: _Leaf, top: bool, most: int = 3) -> list[Line]:
    """The outermost lines of a page, at its top or bottom, that no table stands outside of."""
    height = leaf.page.height
    lines = sorted(leaf.lines, key=lambda line: line.y, reverse=not top)
    limit = height * 0.16
    near = [line for line in lines if (line.y < limit if top else line.y > height - limit)]
    ys = sorted({round(line.y) for line in near}, reverse=not top)[:most]
    return [line for line in near if round(line.y) in ys]


def _drop_margins(leaves: list[_Leaf], counter: Counter) -> None:
    seen: Tally[tuple[str, int]] = Tally()
    edges: list[list[tuple[Line, bool]]] = []
    for leaf in leaves:
        here = [(line, True) for line in _edge_lines(leaf, True)] + [(line, False) for line in _edge_lines(leaf, False)]
        edges.append(here)
        for line, _ in here:
            seen[_shape(line)] += 1
    needed = max(2, -(-len(leaves) // 3))
    for leaf, here in zip(leaves, edges, strict=True):
        gone: list[Line] = []
        for top in (True, False):
            side = sorted((line for line, at_top in here if at_top is top), key=lambda line: line.y, reverse=not top)
            gone += _margin_lines(side, leaf.lines, lambda line: len(leaves) > 2 and seen[_shape(line)] >= needed, counter)
        leaf.lines = [line for line in leaf.lines if not any(line is each for each in gone)]


def _margin_lines(side: list[Line], lines: list[Line], repeated: Callable[[Line], bool], counter: Counter) -> list[Line]:
    """Of the lines from a page's edge inwards: its number and what stands on many pages, set apart from the text."""
    gone: list[Line] = []
    for k, line in enumerate(side):
        if _PAGE_NUMBER.match(line.text) and len(gone) == k and _alone(line, lines):
            counter.add("page-number")
        elif repeated(line) and not marker(line.words) and _apart(line, side[k + 1:], lines):
            counter.add("running-head")
        else:
            continue
        gone.append(line)
    return gone


def _apart(line: Line, inner: list[Line], lines: list[Line]) -> bool:
    """Whether a line stands off from the text: more than a line's step away, or in another size."""
    others = [other for other in (inner or lines) if other is not line and abs(other.y - line.y) > line.size * 0.5]
    nearest = min(others, key=lambda other: abs(other.y - line.y), default=None)
    return nearest is None or abs(nearest.y - line.y) > 1.75 * line.size or abs(nearest.size - line.size) > 0.9


def _shape(line: Line) -> tuple[str, int]:
    """Words without their digits, and about how far down they stand."""
    return re.sub(r"\d+", "#", line.text), round(line.y / 5)


def _alone(line: Line, lines: list[Line]) -> bool:
    return not any(other is not line and abs(other.y - line.y) < line.size * 0.5 for other in lines)


def _drop_stamps(leaf: _Leaf, body: float, counter: Counter) -> None:
    kept = []
    for line in leaf.lines:
        if line.size < body - 0.9 and _STAMP.match(line.text):
            counter.add("stamp")
        else:
            kept.append(line)
    leaf.lines = kept


# ---------------------------------------------------------------- footnotes


def _take_notes(leaf: _Leaf, body: float) -> None:
    """Small lines at the foot of a page, from the first that begins with a mark, become notes."""
    lines = sorted(leaf.lines, key=lambda line: line.y)
    start = len(lines)
    while start > 0 and lines[start - 1].size <= body - 0.9 and lines[start - 1].column == 0:
        start -= 1
    tail = lines[start:]
    if not tail or (leaf.tables and leaf.tables[-1].bottom > tail[0].y):
        return
    ruled = [y for y, x0, x1 in leaf.page.across if tail[0].y - 40 < y <= tail[0].y and x1 - x0 < leaf.page.width * 0.5]
    marks = {word.text for line in lines[:start] for word in line.words if word.raised}
    begun = next((n for n, line in enumerate(tail) if _note_mark(line) and (
        ruled or _note_mark(line) in marks or line.words[0].raised)), None)
    if begun is None:
        return
    # lines above the first mark are the rest of a note of the page before
    head = tail[:begun] if ruled else []
    rest = tail[begun:]
    notes: list[tuple[str, list[Line]]] = [("", head)] if head else []
    for line in rest:
        mark = _note_mark(line)
        if mark and (not notes or not notes[-1][0] or _follows(notes[-1][0], mark)):
            words = line.words[1:]
            if words:
                words[0].glued = False
            notes.append((mark, [make_line(words, line.page)] if words else []))
        elif notes:
            notes[-1][1].append(line)
    gone = head + rest
    leaf.lines = [line for line in leaf.lines if not any(line is each for each in gone)]
    leaf.notes = notes


def _note_mark(line: Line) -> str:
    match = _NOTE_HEAD.match(line.words[0].text)
    return match[1] if match and (len(line.words) > 1 or line.words[0].raised) else ""


def _follows(before: str, mark: str) -> bool:
    return not (before.isdigit() and mark.isdigit()) or int(mark) == int(before) + 1


# ---------------------------------------------------------------- columns


def order_columns(lines: list[Line], width: float) -> list[Line]:
    """Lines in reading order: where several lines in a row leave the same gap free, the left column comes before the right."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.y, line.x0)):
        if rows and abs(line.y - rows[-1][0].y) <= 0.42 * max(line.size, rows[-1][0].size):
            rows[-1].append(line)
        else:
            rows.append([line])
    for row in rows:
        row.sort(key=lambda line: line.x0)
    out: list[Line] = []
    k = 0
    while k < len(rows):
        end, gap = _column_block(rows, k, width)
        if end - k >= 2:
            block = [line for row in rows[k:end] for line in row]
            middle = (gap[0] + gap[1]) / 2
            for side, part in enumerate(([line for line in block if line.x0 < middle], [line for line in block if line.x0 >= middle]), 1):
                for line in part:
                    line.column = side
                out.extend(part)
            k = end
        else:
            out.append(_one(rows[k]))
            k += 1
    return out


def _one(row: list[Line]) -> Line:
    if len(row) == 1:
        return row[0]
    return make_line(sorted((word for line in row for word in line.words), key=lambda word: word.x0), row[0].page)


def _column_block(rows: list[list[Line]], start: int, width: float) -> tuple[int, tuple[float, float]]:
    """How far rows from ``start`` keep one gap free, and that gap. The first row must be cut by it."""
    first = rows[start]
    if len(first) > 1:
        low, high = max(((a.x1, b.x0) for a, b in pairwise(first)), key=lambda gap: gap[1] - gap[0])
    elif start + 1 < len(rows) and len(rows[start + 1]) == 2:  # a line of one column may stand above the first line of the other
        low, high = rows[start + 1][0].x1, rows[start + 1][1].x0
        if first[0].x1 > high - 6 and first[0].x0 < low + 6:
            return start + 1, (0.0, 0.0)
        if start and first[0].y - rows[start - 1][0].y < 1.7 * first[0].size:  # the last line of a paragraph
            return start + 1, (0.0, 0.0)
    else:
        return start + 1, (0.0, 0.0)
    end, both = start, 0
    previous = rows[start][0].y
    for row in rows[start:]:
        size = max(line.size for line in row)
        if row[0].y - previous > 5.5 * size or (len(row) == 1 and abs(row[0].x0 + row[0].x1 - width) < 60):
            break  # a line in the middle of the page is a title
        new_low, new_high = low, high
        for line in row:
            if line.x1 < (low + high) / 2:
                new_low = max(new_low, line.x1)
            elif line.x0 > (low + high) / 2:
                new_high = min(new_high, line.x0)
            else:
                new_low, new_high = 1.0, 0.0
        if new_high - new_low < 10:
            break
        low, high = new_low, new_high
        both += len(row) > 1
        previous = row[0].y
        end += 1
    return (end, (low, high)) if both >= 2 or (both == 1 and end - start >= 3) else (start + 1, (0.0, 0.0))


# ---------------------------------------------------------------- joining


def frame_of(lines: list[Line], otherwise: Frame | None = None) -> Frame:
    """Edges that at least a tenth of the lines keep to."""
    wide = [line for line in lines if line.column == 0 and len(line.words) > 2]
    if len(wide) < 4 and otherwise is not None:
        return otherwise
    if not wide:
        wide = lines
    if not wide:
        return Frame(0.0, 500.0, 16.0)
    needed = max(2, len(wide) // 10)
    left = _kept(sorted(line.x0 for line in wide), needed)
    right = -_kept(sorted(-line.x1 for line in wide), needed)
    if otherwise is not None and len(wide) < 14:  # too few lines to know by themselves
        left = otherwise.left if left > otherwise.left + 6 else left
        right = otherwise.right if right < otherwise.right - 6 else right
    steps = Tally(round((b.y - a.y) * 2) / 2 for a, b in pairwise(wide)
                  if a.page == b.page and 0.9 * a.size < b.y - a.y < 3.2 * a.size)
    pitch = steps.most_common(1)[0][0] if steps else 1.25 * wide[0].size
    items = [line.x0 - left > 6 for line in wide if marker(line.words)]
    return Frame(left, right, pitch, len(items) >= 3 and sum(items) >= 0.8 * len(items))


def _kept(values: list[float], needed: int) -> float:
    """The smallest value that ``needed`` others keep to within four points."""
    for k, value in enumerate(values):
        if k + needed <= len(values) and values[min(k + needed - 1, len(values) - 1)] - value <= 4:
            return value
    return values[0]


def begins(before: Line, line: Line, first_of_two: bool, frame: Frame, lead: float | None) -> bool:
    """Whether ``line`` begins a new paragraph. ``first_of_two``: ``before`` is its paragraph's first line; ``lead``: where the
    paragraph's later lines begin, None where there are none yet."""
    left, right = frame.left, frame.right
    same_page = before.page == line.page
    if before.column != line.column:
        return True
    ended = _ENDS.search(before.words[-1].text) is not None
    item = marker(line.words)
    opens_small = line.words[0].text[:1].islower() and not item
    if abs(before.size - line.size) > max(1.4, 0.12 * before.size) and not opens_small:
        return True
    if same_page:
        gap = line.y - before.y
        if gap < 0 or gap > 2.6 * frame.pitch:
            return True
        if gap > 1.12 * frame.pitch + 1.5 and not (opens_small and not ended):
            return True
    width = line.words[0].x1 - line.words[0].x0
    if line.column == 0 and centred(before, frame) and centred(line, frame) and before.bold == line.bold and not item:
        return right - left > (before.x1 - before.x0) + width + frame.slack * line.size
    if line.column == 0 and right - before.x1 > width + frame.slack * line.size + 2:
        return not (opens_small and not ended)
    if line.column and (item or ended or not opens_small):
        return True
    deep = line.x0 - left
    if item:
        if deep > 6 or (before.x0 - line.x0 > 6 and not first_of_two):
            return True
        if frame.indented and same_page:
            return False
        return ended or (before.x0 - line.x0 > 6 and not opens_small) or _no_sentence(before)
    if lead is not None:
        return line.x0 > lead + 6 and not opens_small
    if deep <= 6:
        return False
    if abs(line.x0 - before.x0) <= 5:
        return ended
    if line.x0 > before.x0 + 6:
        return not marker(before.words)
    return False


def centred(line: Line, frame: Frame) -> bool:
    """Whether a line stands in the middle of the text's width and fills it neither at its left nor at its right."""
    before, behind = line.x0 - frame.left, frame.right - line.x1
    return before > 2 and behind > 2 and abs(before - behind) < 12


def _no_sentence(line: Line) -> bool:
    return line.text.isupper()


class _Joiner:
    """Lines of all pages to pieces; a paragraph may run over a page's end."""

    def __init__(self, leaves: list[_Leaf], counter: Counter) -> None:
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
            self.frame = frame_of(leaf.lines, whole)
            for item in self._in_order(leaf):
                if isinstance(item, TableRun):
                    self._close()
                    self._table(item)
                else:
                    self._line(item)
            self._unmarked(leaf)
        self._close()
        return Laid(self.pieces, self.notes + self.loose)

    def _in_order(self, leaf: _Leaf) -> list[Line | TableRun]:
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

    def _rest_of_note(self, leaf: _Leaf) -> None:
        """Lines above the first mark of a page go on with the last note of the page before."""
        for mark, lines in leaf.notes:
            if not mark and lines:
                target = (self.loose or self.notes)[-1:] if self.loose or self.notes else []
                for note in target:
                    note.text = f"{note.text} {join(lines, Counter(), None)}"

    def _unmarked(self, leaf: _Leaf) -> None:
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
            if n == 0 and not marker(part[0].words) and not _ENDS.search(above.text):
                above.text = f"{above.text} {piece.text}"
            else:
                self.pieces.insert(at, piece)
                at += 1


def cell_paragraphs(lines: list[Line], frame: Frame) -> list[list[Line]]:
    """The lines of a cell, grouped to paragraphs."""
    out: list[list[Line]] = []
    lead: float | None = None
    for line in lines:
        if out and not begins(out[-1][-1], line, len(out[-1]) == 1, frame, lead):
            lead = line.x0 if len(out[-1]) == 1 else lead
            if _cut_word(out[-1][-1], line, frame):
                line.words[0].glued = True
            out[-1].append(line)
        else:
            out.append([line])
            lead = None
    return out


def _cut_word(before: Line, line: Line, frame: Frame) -> bool:
    """A word wider than its cell is cut anywhere: it began its line, and not one letter more would have fitted."""
    word, rest = before.words[-1], line.words[0]
    letter = (rest.x1 - rest.x0) / max(len(rest.text), 1)
    if len(before.words) > 1 or frame.right - word.x1 > letter or not (word.text[-1].isalpha() and rest.text[0].isalpha()):
        return False
    a, b = word.text.lower(), rest.text.lower().strip(".,;:")
    return is_syllable(a + b) or not is_syllable(a) or not is_syllable(b)


def join(lines: list[Line], counter: Counter, note_of: object) -> str:
    """Lines as one paragraph's text. A hyphen at a line's end (U+FFFE of PDFium) holds its word together."""
    text = ""
    for line in lines:
        words = line.words
        if callable(note_of) and any(word.raised for word in words):
            for word in words:
                if word.raised and word.text != NOTE:
                    word.text = note_of(word)
        part = marked_text(words)
        if not text or words[0].glued:
            text += part
        elif text.endswith("\ufffe"):
            before = re.split(r"[\s\ufffe-]", text[:-1])[-1]
            after = re.split(r"\W", part)[0]
            if before and after[:1].islower() and not is_syllable(before.lower()) and is_syllable((before + after).lower()):
                text = text[:-1] + part
                counter.add("hyphen")
            elif not before or text[-2:-1] == " ":
                text = f"{text[:-1]}- {part}"
            else:
                text = f"{text[:-1]}-{part}"
                counter.add("hyphen")
        elif re.search(r"\w[/-]$", text) and re.match(r"\w", part) and len(re.split(r"\s", text)[-1]) > 1 and not part[0].islower():
            text += part
            counter.add("hyphen")
        else:
            text = f"{text} {part}"
    return text.replace("\ufffe", "-")


__all__ = ["Frame", "Laid", "begins", "body_size", "cell_paragraphs", "frame_of", "join", "lay_out", "order_columns", "plain_text"]
