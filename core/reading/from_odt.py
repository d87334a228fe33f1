"""OpenDocument text (.odt) and sheets (.ods): lists counted as shown, tables, notes, text boxes; tracked deletions left out."""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from core.model import CellPlace, PlanText
from core.reading.build import BREAK, NOTE, Counter, Piece, Progress, RawNote, assemble, foreign
from core.reading.encodings import by_font, set_of_font
from core.reading.numbering import integer, letter, roman
from core.reading.package import Package, damaged, hostile, locked, xml
from core.reading.symbols import bullet

if TYPE_CHECKING:
    from lxml.etree import _Element

_NS = "{urn:oasis:names:tc:opendocument:xmlns:"
TEXT, TABLE, STYLE, OFFICE, DRAW = (f"{_NS}{name}:1.0}}" for name in ("text", "table", "style", "office", "drawing"))
FO, SVG = f"{_NS}xsl-fo-compatible:1.0}}", f"{_NS}svg-compatible:1.0}}"
MOST_COLUMNS = 2000
_SKIPPED = {TEXT + "tracked-changes", TEXT + "sequence-decls", TEXT + "variable-decls", OFFICE + "annotation", OFFICE + "annotation-end",
            OFFICE + "forms", TEXT + "table-of-content", TEXT + "alphabetical-index", TEXT + "illustration-index", TEXT + "ruby-text"}


@dataclass(frozen=True, slots=True)
class _Level:
    prefix: str = ""
    suffix: str = ""
    form: str = "1"
    shown: int = 1
    start: int = 1
    bullet: str = ""


@dataclass(slots=True)
class _Style:
    parent: str | None
    list_name: str | None
    bold: bool | None
    italic: bool | None
    centred: bool | None
    font: str | None
    hidden: bool


@dataclass(slots=True)
class _List:
    """A list while it is read: its style and the counts of its levels."""

    style: str
    counts: dict[int, int] = field(default_factory=dict)


class _Sheet:
    """The styles of a document, by name."""

    def __init__(self, roots: list[_Element]) -> None:
        self.lists: dict[str, dict[int, _Level]] = {}
        self.styles: dict[str, _Style] = {}
        self.faces: dict[str, str] = {}
        self.outline: dict[int, _Level] = {}
        for root in roots:
            for face in root.iter(STYLE + "font-face"):
                self.faces[face.get(STYLE + "name") or ""] = face.get(SVG + "font-family") or ""
            for element in root.iter(TEXT + "list-style"):
                self.lists[element.get(STYLE + "name") or ""] = _levels(element)
            for element in root.iter(TEXT + "outline-style"):
                self.outline = _levels(element)
            for element in root.iter(STYLE + "style"):
                self._add(element)
        self.legacy = any(style.font and set_of_font(style.font) for style in self.styles.values())

    def _add(self, element: _Element) -> None:
        text, paragraph = element.find(STYLE + "text-properties"), element.find(STYLE + "paragraph-properties")
        bold = italic = centred = None
        font = None
        hidden = False
        if text is not None:
            weight, slant = text.get(FO + "font-weight"), text.get(FO + "font-style")
            bold = weight not in ("normal", "400") if weight else None
            italic = slant != "normal" if slant else None
            name = text.get(STYLE + "font-name")
            font = text.get(FO + "font-family") or (self.faces.get(name, name) if name else None)
            hidden = text.get(TEXT + "display") == "none"
        if paragraph is not None and paragraph.get(FO + "text-align"):
            centred = paragraph.get(FO + "text-align") == "center"
        self.styles[element.get(STYLE + "name") or ""] = _Style(
            element.get(STYLE + "parent-style-name"), element.get(STYLE + "list-style-name"), bold, italic, centred, font, hidden)

    def say(self, name: str | None, what: str) -> object:
        """The nearest answer of a style or of those above it; None where none says."""
        for _ in range(40):
            style = self.styles.get(name or "")
            if style is None:
                return None
            answer = getattr(style, what)
            if answer is not None and answer is not False:
                return answer
            if answer is False and what != "hidden":
                return False
            name = style.parent
        return None


def _levels(element: _Element) -> dict[int, _Level]:
    levels: dict[int, _Level] = {}
    for child in element:
        place = integer(child.get(TEXT + "level"), 1)
        prefix, suffix = child.get(STYLE + "num-prefix") or "", child.get(STYLE + "num-suffix") or ""
        if child.tag == TEXT + "list-level-style-bullet":
            levels[place] = _Level(bullet=bullet(child.get(TEXT + "bullet-char") or "•") or "•")
        elif child.tag == TEXT + "list-level-style-image":
            levels[place] = _Level(bullet="•")
        else:
            levels[place] = _Level(prefix, suffix, child.get(STYLE + "num-format") or "", integer(child.get(TEXT + "display-levels"), 1),
                                   integer(child.get(TEXT + "start-value"), 1))
    return levels


def _shown(number: int, form: str) -> str:
    if form in ("i", "I"):
        return roman(number) if form == "I" else roman(number).lower()
    if form in ("a", "A"):
        return letter(number) if form == "a" else letter(number).upper()
    return str(number) if form else ""


class _Reader:
    def __init__(self, styles: _Sheet, counter: Counter) -> None:
        self.styles, self.counter = styles, counter
        self.pieces: list[Piece] = []
        self.notes: list[RawNote] = []
        self.boxes: list[_Element] = []
        self.tables = 0
        self.by_id: dict[str, _List] = {}
        self.by_style: dict[str, _List] = {}
        self.outline: dict[int, int] = {}
        self.cell: CellPlace | None = None
        self.changed = ""

    # ---- blocks

    def blocks(self, parent: _Element, depth: int = 0) -> None:
        if depth > 80:
            raise hostile()
        for child in parent:
            tag = child.tag
            if tag == TEXT + "p":
                self.paragraph(child, "", None)
            elif tag == TEXT + "h":
                self.heading(child)
            elif tag == TEXT + "list":
                self.items(child, None, 0, depth)
            elif tag == TABLE + "table":
                self.table(child, depth)
            elif tag in (TEXT + "tracked-changes",):
                self.counter.add("deleted", sum(1 for _ in child.iter(TEXT + "deletion")))
            elif tag == TEXT + "table-of-content":
                self.counter.add("contents", sum(1 for _ in child.iter(TEXT + "p")))
            elif tag in (DRAW + "frame", DRAW + "text-box"):
                self.boxes_of(child)
                self._read_boxes(depth)
            elif tag not in _SKIPPED and isinstance(tag, str):
                self.blocks(child, depth + 1)

    def heading(self, h: _Element) -> None:
        place = integer(h.get(TEXT + "outline-level"), 1)
        level = self.styles.outline.get(place)
        label = ""
        if h.get(TEXT + "is-list-header") != "true" and level is not None and (level.form or level.bullet):
            self.outline[place] = self.outline.get(place, level.start - 1) + 1
            for deeper in [k for k in self.outline if k > place]:
                del self.outline[deeper]
            label = self._label(self.styles.outline, self.outline, place)
        self.paragraph(h, label, place - 1 if label else None)

    def items(self, element: _Element, outer: _List | None, place: int, depth: int) -> None:
        if depth > 80:
            raise hostile()
        name = element.get(TEXT + "style-name")
        if outer is None:
            current = self._list_of(element, name)
        else:
            current = _List(name, outer.counts) if name and name != outer.style else outer
        place += 1
        for item in element:
            if item.tag not in (TEXT + "list-item", TEXT + "list-header"):
                continue
            start = item.get(TEXT + "start-value")
            if start is not None:
                current.counts[place] = integer(start, 1) - 1
            label_due = item.tag == TEXT + "list-item"
            for child in item:
                if child.tag == TEXT + "list":
                    self.items(child, current, place, depth + 1)
                elif child.tag in (TEXT + "p", TEXT + "h"):
                    label = self._count(current, place, child) if label_due else ""
                    label_due = False
                    self.paragraph(child, label, place - 1 if label else None)
                else:
                    self.blocks([child], depth + 1)

    def _list_of(self, element: _Element, name: str | None) -> _List:
        before = element.get(TEXT + "continue-list")
        known: _List | None = None
        if before:
            known = self.by_id.get(before)
        elif element.get(TEXT + "continue-numbering") == "true" and name:
            known = self.by_style.get(name)
        if known is None:
            known = _List(name or "")
        elif name and name != known.style:
            known = _List(name, known.counts)
        own = element.get("{http://www.w3.org/XML/1998/namespace}id")
        if own:
            self.by_id[own] = known
        self.by_style[name or ""] = known
        return known

    def _count(self, current: _List, place: int, p: _Element) -> str:
        name = current.style or str(self.styles.say(p.get(TEXT + "style-name"), "list_name") or "")
        levels = self.styles.lists.get(name, {})
        level = levels.get(place)
        current.counts[place] = current.counts.get(place, (level.start if level else 1) - 1) + 1
        for deeper in [k for k in current.counts if k > place]:
            del current.counts[deeper]
        return self._label(levels, current.counts, place) if level else ""

    def _label(self, levels: dict[int, _Level], counts: dict[int, int], place: int) -> str:
        level = levels[place]
        if level.bullet:
            return level.bullet
        if not level.form:
            return f"{level.prefix}{level.suffix}".strip()
        numbers = []
        for k in range(max(1, place - level.shown + 1), place + 1):
            other = levels.get(k)
            if other is not None and other.form and not other.bullet:
                numbers.append(_shown(counts.get(k, other.start), other.form))
        return f"{level.prefix}{'.'.join(numbers)}{level.suffix}".strip()

    def table(self, element: _Element, depth: int) -> None:
        number, row = self.tables, 0
        self.tables += 1
        outer = self.cell
        for tr in element.iter(TABLE + "table-row"):
            if _table_of(tr) is not element:
                continue
            column = 0
            empty = True
            for tc in tr:
                if tc.tag not in (TABLE + "table-cell", TABLE + "covered-table-cell"):
                    continue
                wide = max(1, integer(tc.get(TABLE + "number-columns-spanned"), 1))
                repeat = max(1, integer(tc.get(TABLE + "number-columns-repeated"), 1))
                if tc.tag == TABLE + "table-cell" and len(tc):
                    if column + wide > MOST_COLUMNS:
                        raise hostile()
                    empty = False
                    self.cell = CellPlace(number, row, column, max(1, integer(tc.get(TABLE + "number-rows-spanned"), 1)), wide)
                    self.blocks(tc, depth + 1)
                column += repeat
            if not empty or row or integer(tr.get(TABLE + "number-rows-repeated"), 1) == 1:
                row += 1
        self.cell = outer

    # ---- paragraphs

    def paragraph(self, p: _Element, label: str, level: int | None) -> None:
        parts: list[str] = []
        weights: list[tuple[bool, bool]] = []
        style = p.get(TEXT + "style-name")
        self.changed = ""
        self.inline(p, parts, weights, style, 0)
        text = "".join(parts)
        if text.strip():
            text = f"{label} {text.lstrip()}" if label else text
            if self.changed:
                self.counter.add(self.changed)
            self.pieces.append(Piece(text, label, level, None, self.cell, bool(weights) and all(b for b, _ in weights),
                                     bool(weights) and all(i for _, i in weights), self.styles.say(style, "centred") is True))
        self._read_boxes(1)

    def _read_boxes(self, depth: int) -> None:
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            self.blocks(box, depth + 1)

    def inline(self, parent: _Element, parts: list[str], weights: list[tuple[bool, bool]], style: str | None, depth: int) -> None:
        if depth > 80:
            raise hostile()
        self._say(parent.text, parts, weights, style)
        for child in parent:
            tag = child.tag
            if tag == TEXT + "s":
                parts.append(" ")
            elif tag == TEXT + "tab":
                parts.append("\t")
            elif tag == TEXT + "line-break":
                parts.append(BREAK)
            elif tag == TEXT + "note":
                self._note(child, parts)
            elif tag == TEXT + "soft-page-break" or tag in _SKIPPED:
                pass
            elif tag in (DRAW + "frame", DRAW + "custom-shape", DRAW + "g"):
                self.boxes_of(child)
            elif isinstance(tag, str):
                own = child.get(TEXT + "style-name") if tag == TEXT + "span" else None
                if own and self.styles.say(own, "hidden") is True:
                    self.counter.add("hidden")
                else:
                    self.inline(child, parts, weights, own or style, depth + 1)
            self._say(child.tail, parts, weights, style)

    def _say(self, text: str | None, parts: list[str], weights: list[tuple[bool, bool]], style: str | None) -> None:
        if not text:
            return
        text = foreign(text)
        if self.styles.legacy:
            font = self.styles.say(style, "font")
            letters = set_of_font(font) if isinstance(font, str) else ""
            better = by_font(text, letters)
            if better != text:
                self.changed, text = ("vni" if letters == "vni" else "tcvn3"), better
        parts.append(text)
        if text.strip():
            weights.append((self.styles.say(style, "bold") is True, self.styles.say(style, "italic") is True))

    def boxes_of(self, element: _Element) -> None:
        for box in element.iter(DRAW + "text-box"):
            if not any(each.tag == DRAW + "text-box" and each is not box for each in box.iterancestors() if _below(each, element)):
                self.boxes.append(box)

    def _note(self, note: _Element, parts: list[str]) -> None:
        citation, body = note.find(TEXT + "note-citation"), note.find(TEXT + "note-body")
        if body is None:
            return
        own = _Reader(self.styles, Counter())
        own.blocks(body, 1)
        mark = "".join(citation.itertext()) if citation is not None else str(len(self.notes) + 1)
        self.notes.append(RawNote(mark.strip(), " ".join(piece.text.replace(BREAK, " ") for piece in own.pieces)))
        parts.append(NOTE)


def _below(element: _Element, ancestor: _Element) -> bool:
    return element is ancestor or any(each is ancestor for each in element.iterancestors())


def _table_of(row: _Element) -> _Element | None:
    return next(row.iterancestors(TABLE + "table"), None)


def read_odt(data: bytes, progress: Progress | None = None, kind: str = "odt") -> PlanText:
    """The text of an OpenDocument file. Raises UnreadableFile."""
    package = Package(data)
    manifest = package.get("META-INF/manifest.xml")
    if manifest is not None and b"encryption-data" in manifest:
        raise locked("Tệp OpenDocument")
    if "content.xml" not in package:
        raise damaged()
    root = xml(package.read("content.xml"))
    others = package.get("styles.xml")
    roots = [xml(others)] if others else []
    body = root.find(f"{OFFICE}body")
    if body is None:
        raise damaged()
    if progress is not None:
        progress(0.3, "Đang đọc văn bản OpenDocument…")
    counter = Counter()
    reader = _Reader(_Sheet([*roots, root]), counter)
    reader.blocks(body)
    return assemble(reader.pieces, kind=kind, notes=reader.notes, counter=counter)
