"""The binary Word format (Word 97 to 2003): main text, notes and text boxes by their places in the piece table, tables by the marks of
their paragraphs. Automatic numbers are not rebuilt. After [MS-DOC]."""
from __future__ import annotations

import re
import struct
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.reading.build import BREAK, NOTE, Piece, RawNote, foreign
from core.reading.rtf_tables import MOST_COLUMNS, CellShape, Row, place_cells

_WORD_97 = 0x00C1
_CCP = {"text": 0x4C, "footnotes": 0x50, "headers": 0x54, "comments": 0x5C, "endnotes": 0x60, "boxes": 0x64}
_FOOTNOTE_REFS, _FOOTNOTE_TEXTS, _PAPX, _CLX, _ENDNOTE_REFS, _ENDNOTE_TEXTS = 2, 3, 13, 33, 46, 47
_IN_TABLE, _ROW_END, _CENTRED, _DEF_TABLE = 0x2416, 0x2417, (0x2403, 0x2461), 0xD608
_SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
_ENDS = re.compile("[\r\x07\x0c]")
_DROPPED = re.compile("[\x00-\x06\x08\x0e-\x12\x15-\x1d\x1f]")


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph's text, what ended it, and its properties."""

    text: str
    end: str
    centred: bool
    row: Row | None  # set for the mark that ends a row: how the row is cut
    in_table: bool


class BinaryWord:
    """``word`` and ``table`` are the streams WordDocument and 0Table or 1Table. Raises ValueError, struct.error or IndexError where they do
    not hold together."""

    def __init__(self, word: bytes, table: bytes) -> None:
        if _u16(word, 2) < _WORD_97:
            raise ValueError("older than Word 97")
        self.word, self.table = word, table
        self.text, self._places = self._pieces(self._part(_CLX))
        self._starts, self._properties = self._paragraph_properties(self._part(_PAPX))
        self.lengths = {name: _u32(word, at) for name, at in _CCP.items()}

    def _part(self, index: int) -> bytes:
        start, length = struct.unpack_from("<II", self.word, 0x9A + 8 * index)
        return self.table[start:start + length]

    # ---- text

    def _pieces(self, clx: bytes) -> tuple[str, list[tuple[int, int, int]]]:
        """The text of all stories, and (first place, offset in the stream, bytes a letter) of each piece."""
        at = 0
        while clx[at] == 1:
            at += 3 + _u16(clx, at + 1)
        if clx[at] != 2:
            raise ValueError("no piece table")
        plc = clx[at + 5:at + 5 + _u32(clx, at + 1)]
        count = (len(plc) - 4) // 12
        places = struct.unpack_from(f"<{count + 1}I", plc)
        parts, found = [], []
        for n in range(count):
            code = _u32(plc, 4 * (count + 1) + 8 * n + 2)
            size = 1 if code & 0x40000000 else 2
            start = (code & 0x3FFFFFFF) // 2 if size == 1 else code
            length = places[n + 1] - places[n]
            if length < 0 or places[n + 1] > 50_000_000:
                raise ValueError("places run backwards")
            raw = self.word[start:start + length * size]
            part = raw.decode("cp1252" if size == 1 else "utf-16-le", "replace")
            parts.append(part[:length].ljust(length, "\x00"))
            found.append((places[n], start, size))
        return "".join(parts), found

    def _offset(self, place: int) -> int:
        """Where a letter stands in the stream."""
        first, start, size = self._places[max(0, bisect_right(self._places, (place, 1 << 62, 0)) - 1)]
        return start + (place - first) * size

    # ---- properties of paragraphs

    def _paragraph_properties(self, plc: bytes) -> tuple[list[int], list[bytes]]:
        count = (len(plc) - 4) // 8
        pages = struct.unpack_from(f"<{count}I", plc, 4 * (count + 1)) if count > 0 else ()
        found: list[tuple[int, bytes]] = []
        for page in pages:
            block = self.word[(page & 0x3FFFFF) * 512:][:512]
            if len(block) < 512:
                continue
            runs = min(block[511], 29)
            for n in range(runs):
                at = block[4 * (runs + 1) + 13 * n] * 2
                found.append((_u32(block, 4 * n), _bytes_at(block, at) if at else b""))
        found.sort(key=lambda item: item[0])
        return [start for start, _ in found], [properties for _, properties in found]

    def _properties_at(self, place: int) -> bytes:
        k = bisect_right(self._starts, self._offset(place)) - 1
        return self._properties[k] if k >= 0 else b""

    def _paragraphs(self, start: int, end: int) -> Iterator[_Paragraph]:
        at = start
        for match in _ENDS.finditer(self.text, start, end):
            in_table = centred = row_end = False
            row = None
            for code, value in _changes(self._properties_at(match.start())):
                if code == _IN_TABLE:
                    in_table = value[:1] != b"\x00"
                elif code == _ROW_END:
                    row_end = value[:1] != b"\x00"
                elif code in _CENTRED:
                    centred = value[:1] == b"\x01"
                elif code == _DEF_TABLE:
                    row = _row_of(value)
            yield _Paragraph(self.text[at:match.start()], match[0], centred, (row or Row()) if row_end else None, in_table)
            at = match.end()
        if at < end:
            yield _Paragraph(self.text[at:end], "\r", False, None, False)

    # ---- stories

    def read(self) -> tuple[list[Piece], list[RawNote]]:
        """The paragraphs of main text and text boxes, and the notes in the order of their marks."""
        ends, at = {}, 0
        for name in _CCP:
            length = self.lengths[name]
            ends[name] = (at, min(at + length, len(self.text)))
            at += length
        notes = self._notes(ends)
        main = list(self._paragraphs(*ends["text"]))
        boxes = list(self._paragraphs(*ends["boxes"])) if self.lengths["boxes"] else []
        return [*_stories(main, set(notes), ends["text"][0]), *_stories(boxes, set(), 0)], [notes[place] for place in sorted(notes)]

    def _notes(self, ends: dict[str, tuple[int, int]]) -> dict[int, RawNote]:
        found: dict[int, RawNote] = {}
        for name, refs, texts in (("footnotes", _FOOTNOTE_REFS, _FOOTNOTE_TEXTS), ("endnotes", _ENDNOTE_REFS, _ENDNOTE_TEXTS)):
            places, cuts = _cuts(self._part(refs), 2), _cuts(self._part(texts), 0)
            start, end = ends[name]
            for n, place in enumerate(places[:-1]):
                if n + 1 >= len(cuts) or not 0 <= place < len(self.text):
                    break
                words = _shown(self.text[start + cuts[n]:min(start + cuts[n + 1], end)], set(), 0)
                found[place] = RawNote(str(n + 1), " ".join(words.replace("\r", " ").split()))
        return found


def _stories(paragraphs: Sequence[_Paragraph], marks: set[int], at: int) -> Iterator[Piece]:
    """Paragraphs and tables; ``marks`` are the places of notes' marks, ``at`` the place where these paragraphs begin."""
    rows: list[Row] = []
    row, cell = Row(), list[Piece]()
    tables = 0
    field = _Field()
    for paragraph in paragraphs:
        text = _shown(paragraph.text, marks, at, field)
        at += len(paragraph.text) + 1
        if not paragraph.in_table and paragraph.end != "\x07" and (rows or row.cells or cell):
            yield from _table(rows, row, cell, tables)
            rows, row, cell, tables = [], Row(), [], tables + 1
        if paragraph.row is not None:
            row.left, row.shapes = paragraph.row.left, paragraph.row.shapes
            rows.append(row)
            row, cell = Row(), []
            continue
        piece = Piece(text, centred=paragraph.centred)
        if paragraph.in_table or paragraph.end == "\x07":
            cell += [piece] if text.strip() else []
            if paragraph.end == "\x07" and len(row.cells) < MOST_COLUMNS:
                row.cells.append(cell)
                cell = []
        elif text.strip():
            yield piece
    yield from _table(rows, row, cell, tables)


def _table(rows: list[Row], row: Row, cell: list[Piece], number: int) -> list[Piece]:
    if cell:
        row.cells.append(cell)
    return place_cells([*rows, row] if row.cells else rows, number)


@dataclass(slots=True)
class _Field:
    depth: int = 0  # fields that are open
    hidden: int = 0  # of which the instruction is still going on


def _shown(text: str, marks: set[int], at: int, field: _Field | None = None) -> str:
    """What a reader sees of raw letters: results of fields, marks of notes as NOTE."""
    field = field or _Field()
    out: list[str] = []
    for n, char in enumerate(text):
        if char == "\x13":
            field.depth, field.hidden = field.depth + 1, field.hidden + 1
        elif char == "\x14":
            field.hidden = max(0, field.hidden - 1)
        elif char == "\x15":
            field.depth = max(0, field.depth - 1)
            field.hidden = min(field.hidden, field.depth)
        elif not field.hidden:
            out.append(NOTE if char == "\x02" and at + n in marks else BREAK if char == "\x0b" else "-" if char == "\x1e" else char)
    return _DROPPED.sub("", "".join(c if c in (NOTE, BREAK) else foreign(c) if c > "\ufdcf" else c for c in out))


def _row_of(value: bytes) -> Row | None:
    count = value[0] if value else 0
    if not count or len(value) < 1 + 2 * (count + 1):
        return None
    edges = struct.unpack_from(f"<{count + 1}h", value, 1)
    shapes = [CellShape(right) for right in edges[1:]]
    for n, shape in enumerate(shapes):
        at = 1 + 2 * (count + 1) + 20 * n
        flags = _u16(value, at) if at + 2 <= len(value) else 0
        shape.beside = bool(flags & 2)
        shape.below = bool(flags & 0x20) and not flags & 0x40
    return Row(edges[0], shapes)


def _changes(properties: bytes) -> Iterator[tuple[int, bytes]]:
    """(code, operand) of the single property modifiers behind a paragraph's style."""
    at = 2
    while at + 2 <= len(properties):
        code = _u16(properties, at)
        at += 2
        kind = code >> 13
        if kind != 6:
            size = _SIZES[kind]
        elif code == _DEF_TABLE:
            if at + 2 > len(properties):
                return
            size = _u16(properties, at) - 1
            at += 2
        elif at < len(properties):
            size = properties[at]
            at += 1
        else:
            return
        if size < 0:
            return
        yield code, properties[at:at + size]
        at += size


def _bytes_at(block: bytes, at: int) -> bytes:
    if at >= 511:
        return b""
    size = block[at]
    return block[at + 2:at + 2 + 2 * block[at + 1]] if size == 0 else block[at + 1:at + 2 * size]


def _cuts(plc: bytes, more: int) -> Sequence[int]:
    """The places of a PLC whose entries have ``more`` bytes each."""
    count = (len(plc) - 4) // (4 + more)
    return struct.unpack_from(f"<{count + 1}I", plc) if count >= 0 and len(plc) >= 4 else ()


def _u16(data: bytes, at: int) -> int:
    return int(struct.unpack_from("<H", data, at)[0])


def _u32(data: bytes, at: int) -> int:
    return int(struct.unpack_from("<I", data, at)[0])
