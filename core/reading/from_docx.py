"""Word documents (.docx): paragraphs with the numbers that Word shows, tables, notes, tracked changes, text boxes."""
from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.errors import MissingPart, UnreadableFile, UserError
from core.model import CellPlace, PlanText
from core.reading.build import BREAK, NOTE, Counter, Piece, Progress, RawNote, assemble
from core.reading.docx_inline import Inline, Runs
from core.reading.docx_parts import chunks, main_part, notes_of, page_pictures, part, without_marks
from core.reading.docx_styles import Look, Styles, number_of, over
from core.reading.docx_xml import (
    ALT_CHUNK,
    ALTERNATE,
    BODY,
    CLEAR,
    DEL,
    DROP_CAP,
    FRAME_PR,
    GRID_BEFORE,
    ILVL,
    JC,
    MOST_COLUMNS,
    MOVE_FROM,
    NUM_PR,
    P_PR,
    P_STYLE,
    R_PR,
    SDT,
    SDT_CONTENT,
    TBL,
    TC,
    TC_PR,
    TR,
    TR_PR,
    VANISH,
    P,
    alternative,
    contents_list,
    inside,
    is_prompt,
    merges,
)
from core.reading.numbering import VAL, Numbering, integer, on
from core.reading.package import Package, damaged, hostile, xml

if TYPE_CHECKING:
    from lxml.etree import _Element

_DEEPEST_CHUNK = 3


@dataclass(slots=True)
class _Cell:
    """A cell while its table is walked: ``rows`` grows when a cell below continues it."""

    table: int
    row: int
    column: int
    columns: int
    rows: int = 1

    def place(self) -> CellPlace:
        return CellPlace(self.table, self.row, self.column, self.rows, self.columns)


@dataclass(slots=True)
class _Marks:
    """What a paragraph's properties say: style and number, whether its end is gone (deleted or hidden), whether it is a drop cap."""

    style: str | None
    numpr: _Element | None = None
    centred: bool | None = None
    ends: bool = True
    drop_cap: bool = False


@dataclass(slots=True)
class _Carried:
    """A paragraph whose end is gone: what follows belongs to it."""

    marks: _Marks
    look: Look
    runs: Runs
    cell: _Cell | None
    boxes: list[_Element]


class _Reader(Inline):
    """One pass over a document body. ``pieces`` and ``notes`` grow in reading order."""

    def __init__(self, styles: Styles, numbering: Numbering, notes: dict[str, dict[str, _Element]], legacy: bool, counter: Counter, *,
                 with_fields: bool = True) -> None:
        super().__init__(styles, notes, legacy, counter, with_fields=with_fields)
        self.numbering = numbering
        self.pieces: list[Piece] = []
        self.cells: list[tuple[Piece, _Cell]] = []
        self.tables = 0
        self.gap = False  # an empty paragraph came last
        self.carried: _Carried | None = None
        self.chunk_parts: dict[str, bytes] = {}  # files that the body takes in whole, by the id of their relation
        self.chunk_depth = 0
        self.late_notes: list[RawNote] = []  # notes of such files that have no place

    # ---- blocks

    def story(self, parent: _Element, cell: _Cell | None, depth: int) -> None:
        """Blocks that stand for themselves: the body, a cell, a box, a note. What is left open at their end ends there."""
        outer, self.carried = self.carried, None
        self.blocks(parent, cell, depth)
        self._flush(depth)
        self.carried = outer

    def blocks(self, parent: _Element, cell: _Cell | None, depth: int) -> None:
        if depth > 60:
            raise hostile()
        for child in parent:
            tag = child.tag
            if tag == P:
                self.paragraph(child, cell, depth)
            elif tag == TBL:
                self._flush(depth)
                self.table(child, depth)
            elif tag == SDT:
                self._control(child, cell, depth)
            elif tag in CLEAR:
                self.blocks(child, cell, depth + 1)
            elif tag == ALTERNATE:
                chosen = alternative(child)
                if chosen is not None:
                    self.blocks(chosen, cell, depth + 1)
            elif tag == ALT_CHUNK:
                self._flush(depth)
                self._chunk(next((value for name, value in child.attrib.items() if str(name).endswith("}id")), ""))

    def _control(self, sdt: _Element, cell: _Cell | None, depth: int) -> None:
        content = sdt.find(SDT_CONTENT)
        if content is None or is_prompt(sdt):
            return
        if contents_list(sdt):
            self.counter.add("contents", sum(1 for _ in content.iter(P)))
        else:
            self.blocks(content, cell, depth + 1)

    def table(self, element: _Element, depth: int) -> None:
        number, row = self.tables, 0
        self.tables += 1
        open_cells: dict[int, _Cell] = {}  # by column: the cell that a cell below may continue
        for tr in inside(element, TR):
            trpr = tr.find(TR_PR)
            if trpr is not None and trpr.find(DEL) is not None:
                self.counter.add("deleted")
                continue
            before = trpr.find(GRID_BEFORE) if trpr is not None else None
            column = max(0, integer(before.get(VAL))) if before is not None else 0
            met: dict[int, _Cell] = {}
            last: _Cell | None = None
            for tc in inside(tr, TC):
                span, merge, sideways, deleted = merges(tc.find(TC_PR))
                if column + span > MOST_COLUMNS:
                    raise hostile()
                above = open_cells.get(column)
                if deleted:
                    self.counter.add("deleted")
                elif sideways and last is not None:
                    last.columns += span
                elif merge == "continue" and above is not None:
                    above.rows += 1
                    met[column] = last = above
                else:
                    last = _Cell(number, row, column, span)
                    met[column] = last
                    self.story(tc, last, depth + 1)
                column += span
            open_cells = met
            row += 1

    def _chunk(self, relation: str) -> None:
        """A whole file inside the document (HTML from a program on the web, another .docx): its paragraphs stand here."""
        data = self.chunk_parts.get(relation)
        if data is None or self.chunk_depth >= _DEEPEST_CHUNK:
            return
        try:
            read = _read_chunk(data, self.chunk_depth + 1)
        except UserError:
            self.counter.add("truncated")
            return
        placed = sorted((n for n in read.notes if n.anchor is not None), key=lambda n: n.anchor or 0)
        tables = 0
        for paragraph in read.paragraphs:
            text, cell, span = paragraph.span.of(read.text), paragraph.cell, paragraph.span
            for note in reversed([n for n in placed if span.start <= (n.anchor or 0) <= span.end]):
                at = (note.anchor or 0) - span.start
                text = text[:at] + NOTE + text[at:]
            if cell is not None:
                tables = max(tables, cell.table + 1)
                cell = CellPlace(cell.table + self.tables, cell.row, cell.column, cell.rows, cell.columns)
            self.pieces.append(Piece(text, paragraph.label, paragraph.level, None, cell, paragraph.bold, paragraph.italic,
                                     paragraph.centred))
        self.tables += tables
        self.notes += [RawNote(n.mark, n.text) for n in placed]
        self.late_notes += [RawNote(n.mark, n.text) for n in read.notes if n.anchor is None]

    # ---- paragraphs

    def paragraph(self, p: _Element, cell: _Cell | None, depth: int) -> None:
        ppr = p[0] if len(p) and p[0].tag == P_PR else None  # the schema has it first
        marks = _Marks(self.styles.paragraph_default) if ppr is None else self._marks(ppr)
        look = self.styles.look(marks.style)
        carried = self.carried
        runs = Runs(look) if carried is None else carried.runs
        runs.look = look
        boxes, self.boxes = self.boxes, []
        self.runs(p, runs, 0)
        found, self.boxes = self.boxes, boxes
        if carried is not None:
            carried.boxes += found
            if carried.marks.numpr is None and (carried.marks.drop_cap or self.styles.number(carried.marks.style) is None):
                carried.marks, carried.look = marks, look  # the first part brings no number: it becomes a part of this one
            if marks.ends:
                self._flush(depth)
        elif not marks.ends or marks.drop_cap:
            if found or any(part.strip() for part in runs.parts):  # else mark and words are gone: it does not count
                self.carried = _Carried(marks, look, runs, cell, found)
        else:
            self._add(marks, look, runs, cell)
            self._boxes(found, cell, depth)

    def _marks(self, ppr: _Element) -> _Marks:
        marks = _Marks(self.styles.paragraph_default)
        for child in ppr:
            tag = child.tag
            if tag == P_STYLE:
                marks.style = child.get(VAL)
            elif tag == NUM_PR:
                marks.numpr = child
            elif tag == JC:
                marks.centred = child.get(VAL) == "center"
            elif tag == R_PR:
                marks.ends = not any(each.tag in (DEL, MOVE_FROM) or (each.tag == VANISH and on(each)) for each in child)
            elif tag == FRAME_PR:
                marks.drop_cap = child.get(DROP_CAP) in ("drop", "margin")
        return marks

    def _flush(self, depth: int) -> None:
        """End the paragraph that was left open."""
        carried, self.carried = self.carried, None
        if carried is not None:
            self._add(carried.marks, carried.look, carried.runs, carried.cell)
            self._boxes(carried.boxes, carried.cell, depth)

    def _boxes(self, found: list[_Element], cell: _Cell | None, depth: int) -> None:
        for box in found:
            self.story(box, cell, depth + 1)

    def _add(self, marks: _Marks, look: Look, runs: Runs, cell: _Cell | None) -> None:
        if marks.centred is not None:
            look = over(Look(centred=marks.centred), look)
        text = "".join(runs.parts)
        label, level, tight = self._label(marks.style, marks.numpr)
        if not text.strip():
            self.gap = True
            return
        if label is None and self._is_contents(marks.style):
            self.counter.add("contents")
            return
        if label:
            text = f"{label}{'' if tight else ' '}{text if tight else text.lstrip()}"
        piece = Piece(text, label or "", level, None, None, runs.bold is True, runs.italic is True, look.centred is True, self.gap)
        self.gap = False
        self.pieces.append(piece)
        if cell is not None:
            self.cells.append((piece, cell))

    def _is_contents(self, style: str | None) -> bool:
        known = self.styles.by_id.get(style or "")
        return known is not None and re.fullmatch(r"toc \d", known.name.lower()) is not None

    def _label(self, style: str | None, numpr: _Element | None) -> tuple[str | None, int | None, bool]:
        """The number, its level, and whether the text follows it without a space."""
        num_id: str | None = None
        level: int | None = None
        carrier: str | None = None
        if numpr is not None:
            num_id, level = number_of(numpr)
        if num_id is None and style is not None:
            from_style = self.styles.number(style)
            if from_style is not None:
                num_id, style_level, carrier = from_style
                level = style_level if level is None else level
        if num_id is None or num_id == "0":
            return None, None, False
        if carrier is not None and (numpr is None or numpr.find(ILVL) is None):
            tied = self.numbering.level_of_style(num_id, style or carrier)
            if tied is None:
                tied = self.numbering.level_of_style(num_id, carrier)
            level = tied if tied is not None else level
        place = min(max(level or 0, 0), 8)
        label = self.numbering.label(num_id, place)
        return (None, None, False) if label is None else (" ".join(label.split()), place, self.numbering.tight(num_id, place))

    def note_text(self, note: _Element) -> str:
        own = _Reader(self.styles, Numbering(None), {}, self.legacy, Counter(), with_fields=self.with_fields)
        own.story(note, None, 1)
        return " ".join(piece.text.replace(BREAK, " ") for piece in own.pieces)


_FEW_LETTERS = 200  # a document with fewer may be pictures of pages
_LEGACY_FONT = re.compile(rb'"\.?Vn[A-Z]|"VNI[- T]')


def read_docx(data: bytes, progress: Progress | None = None, *, inside_of: int = 0) -> PlanText:
    """The text of a Word document; ``inside_of``: how many others it lies in. Raises UnreadableFile; what ``progress`` raises passes."""
    package = Package(data)
    main = main_part(package)
    if main not in package:
        raise damaged()
    raw = package.read(main)
    if b"\xef\xb7" in raw or b"&#" in raw or raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raw = without_marks(raw)
    root = xml(raw)
    body = root.find(BODY)
    if body is None:
        raise damaged()
    if progress is not None:
        progress(0.3, "Đang đọc văn bản Word…")
    reader = _walk(package, main, raw, body, inside_of, with_fields=True)
    if True in reader.fields:  # a field's instruction that never ends would swallow all that follows
        reader = _walk(package, main, raw, body, inside_of, with_fields=False)
    letters = sum(len(piece.text) for piece in reader.pieces)
    scanned = _of_pictures(page_pictures(package, main, body), letters, progress) if letters < _FEW_LETTERS and not inside_of else None
    if scanned is not None:
        return scanned
    for piece, cell in reader.cells:
        piece.cell = cell.place()
    if progress is not None:
        progress(0.9, "Đang ghép các đoạn…")
    return assemble(reader.pieces, kind="docx", notes=[*reader.notes, *reader.late_notes], counter=reader.counter)


def _of_pictures(pages: list[bytes], letters: int, progress: Progress | None) -> PlanText | None:
    """Scanned pages that were pasted into Word; None where the pictures hold no pages of text."""
    if not pages:
        return None
    from core.reading.from_scan import read_pictures

    try:
        read = read_pictures(pages, progress)
    except (MissingPart, UnreadableFile):
        if letters:
            return None  # the few words that are there are better than none
        raise
    return read if len(read.text) > 2 * letters + 100 else None


def _walk(package: Package, main: str, raw: bytes, body: _Element, inside_of: int, *, with_fields: bool) -> _Reader:
    styles = Styles(part(package, main, "styles.xml"))
    style_numbers = {name: style.number[0] for name, style in styles.by_id.items() if style.number and style.number[0]}
    numbering = Numbering(part(package, main, "numbering.xml"), style_numbers)
    notes = {}
    if b"footnoteReference" in raw:
        notes["footnoteReference"] = notes_of(part(package, main, "footnotes.xml"), "footnote")
    if b"endnoteReference" in raw:
        notes["endnoteReference"] = notes_of(part(package, main, "endnotes.xml"), "endnote")
    legacy = styles.legacy or _LEGACY_FONT.search(raw) is not None
    reader = _Reader(styles, numbering, notes, legacy, Counter(), with_fields=with_fields)
    if b"altChunk" in raw:
        reader.chunk_depth = inside_of
        reader.chunk_parts = {key: data for key, name in chunks(package, main).items() if (data := package.get(name))}
    reader.story(body, None, 0)
    return reader


def _read_chunk(data: bytes, inside_of: int) -> PlanText:
    from core.reading.files import kind_of

    kind = kind_of(data)
    if kind == "docx":
        return read_docx(data, inside_of=inside_of)
    if kind in ("html", "mht"):
        from core.reading.from_html import read_html, read_mht

        return read_html(data) if kind == "html" else read_mht(data)
    if kind == "rtf":
        from core.reading.from_rtf import read_rtf

        return read_rtf(data)
    from core.reading.encodings import decode

    return assemble([Piece(line) for line in decode(data).text.splitlines()], kind="txt")
