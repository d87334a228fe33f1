"""Word documents (.docx): paragraphs with the numbers that Word shows, tables, notes, tracked changes, text boxes."""
from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.model import CellPlace, PlanText
from core.reading.build import BREAK, NOTE, Counter, Piece, Progress, RawNote, assemble, foreign
from core.reading.docx_styles import Look, Styles, look_of, number_of, over
from core.reading.docx_xml import (
    ALTERNATE,
    BODY,
    BR,
    CLEAR,
    CR,
    DEL,
    DEL_TEXT,
    DRAWING,
    ENDNOTE_REFERENCE,
    FLD_CHAR,
    FLD_CHAR_TYPE,
    FOOTNOTE_REFERENCE,
    GRID_BEFORE,
    ID,
    ILVL,
    JC,
    MC,
    MOST_COLUMNS,
    MOVE_FROM,
    NO_BREAK_HYPHEN,
    NUM_PR,
    OBJECT,
    P_PR,
    P_STYLE,
    PICT,
    PTAB,
    R_PR,
    R_STYLE,
    REL,
    SDT,
    SDT_CONTENT,
    SOFT_HYPHEN,
    SYM,
    TAB,
    TBL,
    TC,
    TC_PR,
    TR,
    TR_PR,
    TXBX_CONTENT,
    TYPE,
    M,
    P,
    R,
    T,
    alternative,
    contents_list,
    inside,
    merges,
    symbol,
    within,
)
from core.reading.encodings import by_font, set_of_font
from core.reading.numbering import VAL, Numbering, W, integer, roman
from core.reading.package import Package, damaged, hostile, xml

if TYPE_CHECKING:
    from lxml.etree import _Element

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


class _Reader:
    """One pass over a document body. ``pieces`` and ``notes`` grow in reading order."""

    def __init__(self, styles: Styles, numbering: Numbering, notes: dict[str, dict[str, _Element]], legacy: bool, counter: Counter) -> None:
        self.styles, self.numbering, self.note_parts, self.legacy, self.counter = styles, numbering, notes, legacy, counter
        self.pieces: list[Piece] = []
        self.cells: list[tuple[Piece, _Cell]] = []
        self.notes: list[RawNote] = []
        self.fields: list[bool] = []  # open fields; True while inside the instruction, whose text is not shown
        self.boxes: list[_Element] = []
        self.tables = 0
        self.noted = {"footnoteReference": 0, "endnoteReference": 0}
        self.letters = ""  # set of letters that the paragraph's legacy runs were written in

    # ---- blocks

    def blocks(self, parent: _Element, cell: _Cell | None, depth: int = 0) -> None:
        if depth > 60:
            raise hostile()
        for child in parent:
            tag = child.tag
            if tag == P:
                self.paragraph(child, cell, depth)
            elif tag == TBL:
                self.table(child, depth)
            elif tag == SDT:
                content = child.find(SDT_CONTENT)
                if content is not None and not contents_list(child):
                    self.blocks(content, cell, depth + 1)
                elif content is not None:
                    self.counter.add("contents", sum(1 for _ in content.iter(P)))
            elif tag in CLEAR:
                self.blocks(child, cell, depth + 1)
            elif tag == ALTERNATE:
                chosen = alternative(child)
                if chosen is not None:
                    self.blocks(chosen, cell, depth + 1)

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
                span, merge, sideways = merges(tc.find(TC_PR))
                if column + span > MOST_COLUMNS:
                    raise hostile()
                above = open_cells.get(column)
                if sideways and last is not None:
                    last.columns += span
                elif merge == "continue" and above is not None:
                    above.rows += 1
                    met[column] = last = above
                else:
                    last = _Cell(number, row, column, span)
                    met[column] = last
                    self.blocks(tc, last, depth + 1)
                column += span
            open_cells = met
            row += 1

    # ---- paragraphs

    def paragraph(self, p: _Element, cell: _Cell | None, depth: int) -> None:
        ppr = p[0] if len(p) and p[0].tag == P_PR else None  # the schema has it first
        style, numpr, own, erased = self.styles.paragraph_default, None, Look(), False
        if ppr is not None:
            for child in ppr:
                tag = child.tag
                if tag == P_STYLE:
                    style = child.get(VAL)
                elif tag == NUM_PR:
                    numpr = child
                elif tag == JC:
                    own = Look(centred=child.get(VAL) == "center")
                elif tag == R_PR:
                    erased = child.find(DEL) is not None or child.find(MOVE_FROM) is not None
        look = self.styles.look(style)
        runs = _Runs(look)
        self.letters = ""
        boxes, self.boxes = self.boxes, []
        self.runs(p, runs, 0)
        found, self.boxes = self.boxes, boxes
        text = "".join(runs.parts)
        shown = text.strip()
        if not (erased and not shown):  # a paragraph whose mark and words are deleted does not count
            self._add(style, numpr, look if own.centred is None else over(own, look), runs, text, cell, shown)
        for box in found:
            self.blocks(box, cell, depth + 1)

    def _add(self, style: str | None, numpr: _Element | None, look: Look, runs: _Runs, text: str, cell: _Cell | None, shown: str) -> None:
        label, level = self._label(style, numpr)
        if not shown:
            return
        if label is None and self._is_contents(style):
            self.counter.add("contents")
            return
        if label:
            text = f"{label} {text.lstrip()}"
        if self.letters:
            self.counter.add("tcvn3" if self.letters.startswith("tcvn3") else "vni")
        piece = Piece(text, label or "", level, None, None, runs.bold is True, runs.italic is True, look.centred is True)
        self.pieces.append(piece)
        if cell is not None:
            self.cells.append((piece, cell))

    def _is_contents(self, style: str | None) -> bool:
        known = self.styles.by_id.get(style or "")
        return known is not None and re.fullmatch(r"toc \d", known.name.lower()) is not None

    def _label(self, style: str | None, numpr: _Element | None) -> tuple[str | None, int | None]:
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
            return None, None
        if carrier is not None and (numpr is None or numpr.find(ILVL) is None):
            tied = self.numbering.level_of_style(num_id, style or carrier)
            if tied is None:
                tied = self.numbering.level_of_style(num_id, carrier)
            level = tied if tied is not None else level
        place = min(max(level or 0, 0), 8)
        label = self.numbering.label(num_id, place)
        return (None, None) if label is None else (" ".join(label.split()), place)

    # ---- runs

    def runs(self, parent: _Element, out: _Runs, depth: int) -> None:
        if depth > 60:
            raise hostile()
        for child in parent:
            tag = child.tag
            if tag == R:
                self.run(child, out)
            elif tag in CLEAR:
                self.runs(child, out, depth + 1)
            elif tag == SDT:
                content = child.find(SDT_CONTENT)
                if content is not None:
                    self.runs(content, out, depth + 1)
            elif tag in (DEL, MOVE_FROM):
                if next(child.iter(DEL_TEXT, T), None) is not None:
                    self.counter.add("deleted")
            elif tag == ALTERNATE:
                chosen = alternative(child)
                if chosen is not None:
                    self.runs(chosen, out, depth + 1)
            elif isinstance(tag, str) and tag.startswith(M):
                out.add("".join(text.text or "" for text in child.iter(M + "t")), out.look)

    def run(self, r: _Element, out: _Runs) -> None:
        look, font = out.look, out.look.font
        text: list[str] = []
        for child in r:
            tag = child.tag
            if tag == T:
                text.append(child.text or "")
            elif tag == R_PR:
                look = self._run_look(child, out.look)
                font = look.font
            else:
                self._special(child, tag, text)
        if not text or True in self.fields:
            return
        words = text[0] if len(text) == 1 else "".join(text)
        if look.hidden:
            if words.strip():
                self.counter.add("hidden")
            return
        if self.legacy and font:
            letters = set_of_font(font)
            if letters:
                changed = by_font(words, letters)
                if changed != words:
                    self.letters, words = letters, changed
        out.add(words, look)

    def _run_look(self, rpr: _Element, base: Look) -> Look:
        if not len(rpr):
            return base
        own = look_of(rpr, None)
        named = rpr.find(R_STYLE)
        if named is not None:
            own = over(own, self.styles.look(named.get(VAL), character=True))
        return over(own, base)

    def _special(self, child: _Element, tag: object, text: list[str]) -> None:
        if tag in (TAB, PTAB):
            text.append("\t")
        elif tag in (BR, CR):
            text.append(BREAK)
        elif tag == NO_BREAK_HYPHEN:
            text.append("-")
        elif tag == SOFT_HYPHEN:
            text.append("\xad")
        elif tag == SYM:
            text.append(symbol(child))
        elif tag == FLD_CHAR:
            self._field(child.get(FLD_CHAR_TYPE))
        elif tag in (FOOTNOTE_REFERENCE, ENDNOTE_REFERENCE):
            self._note(child, text)
        elif tag == ALTERNATE:
            chosen = alternative(child)
            if chosen is not None:
                self._boxes_in(chosen)
                text.extend(foreign(t.text or "") for t in chosen if t.tag == T)
        elif tag in (DRAWING, PICT, OBJECT):
            self._boxes_in(child)
        elif tag in CLEAR:
            text.extend(foreign(t.text or "") for t in child.iter(T))

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self.fields.append(True)
        elif kind == "separate" and self.fields:
            self.fields[-1] = False
        elif kind == "end" and self.fields:
            self.fields.pop()

    def _boxes_in(self, element: _Element) -> None:
        """Text boxes of a drawing, the outer ones only, each once."""
        for content in element.iter(TXBX_CONTENT):
            outer = content.iterancestors(TXBX_CONTENT, MC + "Fallback")
            if not any(each is not element and within(each, element) for each in outer):
                self.boxes.append(content)

    def _note(self, reference: _Element, text: list[str]) -> None:
        kind = str(reference.tag)[len(W):]
        note = self.note_parts.get(kind, {}).get(reference.get(ID) or "")
        if note is None or True in self.fields:
            return
        self.noted[kind] += 1
        number = self.noted[kind]
        own = _Reader(self.styles, Numbering(None), {}, self.legacy, Counter())
        own.blocks(note, None, 1)
        mark = str(number) if kind == "footnoteReference" else roman(number).lower()
        self.notes.append(RawNote(mark, " ".join(piece.text.replace(BREAK, " ") for piece in own.pieces)))
        text.append(NOTE)


class _Runs:
    """The runs of one paragraph, and whether all of them are bold or italic."""

    __slots__ = ("bold", "italic", "look", "parts")

    def __init__(self, look: Look) -> None:
        self.look = look
        self.parts: list[str] = []
        self.bold: bool | None = None
        self.italic: bool | None = None

    def add(self, words: str, look: Look) -> None:
        self.parts.append(words)
        if words.strip():
            self.bold = look.bold is True and self.bold is not False
            self.italic = look.italic is True and self.italic is not False


def _main_part(package: Package) -> str:
    """The name of the body's part, as the relations of the package say; Word and Google call it word/document.xml."""
    if "word/document.xml" in package:
        return "word/document.xml"
    rels = package.get("_rels/.rels")
    if rels is not None:
        for relation in xml(rels).iter(REL + "Relationship"):
            if (relation.get("Type") or "").endswith("/officeDocument"):
                return (relation.get("Target") or "").lstrip("/")
    return next((name for name in package.names if re.fullmatch(r"word/document\d*\.xml", name)), "")


def _part(package: Package, main: str, name: str) -> _Element | None:
    """A part beside the main one; missing or damaged ones cost their contents only."""
    folder = main.rpartition("/")[0]
    data = package.get(f"{folder}/{name}" if folder else name)
    if data is None:
        return None
    try:
        return xml(data)
    except Exception as error:
        if type(error).__name__ == "UnreadableFile":
            return None
        raise


def _notes(root: _Element | None, tag: str) -> dict[str, _Element]:
    if root is None:
        return {}
    return {note.get(ID) or "": note for note in root.iterchildren(W + tag)
            if note.get(TYPE) in (None, "normal")}


def _without_marks(raw: bytes) -> bytes:
    """The body without the code points that core.reading.build gives a meaning, written out or as references."""
    text = raw.decode("utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", "replace")
    text = re.sub(r"&#(?:x0*fd[de][0-9a-f]|0*649(?:7[6-9]|[89]\d)|0*650(?:0\d));", "", text, flags=re.IGNORECASE)
    return re.sub(r"""(<\?xml[^>]*?)\s+encoding\s*=\s*["'][^"']*["']""", r"\1", foreign(text), count=1).encode()


_LEGACY_FONT = re.compile(rb'"\.?Vn[A-Z]|"VNI[- T]')


def read_docx(data: bytes, progress: Progress | None = None) -> PlanText:
    """The text of a Word document. Raises UnreadableFile; what ``progress`` raises passes through."""
    package = Package(data)
    main = _main_part(package)
    if main not in package:
        raise damaged()
    raw = package.read(main)
    if b"\xef\xb7" in raw or b"&#" in raw or raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raw = _without_marks(raw)
    root = xml(raw)
    body = root.find(BODY)
    if body is None:
        raise damaged()
    styles = Styles(_part(package, main, "styles.xml"))
    style_numbers = {name: style.number[0] for name, style in styles.by_id.items() if style.number and style.number[0]}
    numbering = Numbering(_part(package, main, "numbering.xml"), style_numbers)
    counter = Counter()
    legacy = styles.legacy or _LEGACY_FONT.search(raw) is not None
    notes = {}
    if b"footnoteReference" in raw:
        notes["footnoteReference"] = _notes(_part(package, main, "footnotes.xml"), "footnote")
    if b"endnoteReference" in raw:
        notes["endnoteReference"] = _notes(_part(package, main, "endnotes.xml"), "endnote")
    reader = _Reader(styles, numbering, notes, legacy, counter)
    if progress is not None:
        progress(0.3, "Đang đọc văn bản Word…")
    reader.blocks(body, None)
    for piece, cell in reader.cells:
        piece.cell = cell.place()
    if progress is not None:
        progress(0.9, "Đang ghép các đoạn…")
    return assemble(reader.pieces, kind="docx", notes=reader.notes, counter=counter)
