"""Rich text (.rtf): paragraphs with the numbers that were written for them, tables, footnotes, letters of every code page and old font."""
from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from core.model import PlanText
from core.reading.build import BREAK, NOTE, Counter, Piece, RawNote, assemble, foreign
from core.reading.encodings import by_font, set_of_font
from core.reading.package import damaged, locked
from core.reading.rtf_tables import MOST_COLUMNS, CellShape, Row, place_cells
from core.reading.symbols import bullet

_TOKEN = re.compile(r"\\'([0-9a-fA-F]{2})|\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\(.)|([{}])|([^\\{}\r\n]+)|[\r\n]+", re.DOTALL)
_CODE_PAGES = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255",
    178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250"}
_SYMBOL = 2  # the character set of Symbol and Wingdings
_SIGNS = {"emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "tab": "\t",
          "line": BREAK, "emspace": " ", "enspace": " ", "qmspace": " "}
_SKIPPED = frozenset((
    "aftncn", "aftnsep", "aftnsepc", "annotation", "atnauthor", "atnid", "bkmkend", "bkmkstart", "colortbl", "datastore", "filetbl",
    "fldinst", "footer", "footerf", "footerl", "footerr", "ftncn", "ftnsep", "ftnsepc", "header", "headerf", "headerl", "headerr", "info",
    "listoverridetable", "listtable", "nonesttables", "nonshppict", "object", "pict", "pntxta", "pntxtb", "private", "revtbl", "shprslt",
    "sp", "stylesheet", "tc", "template", "themedata", "xe"))
_STARRED = frozenset(("footnote", "shpinst", "shptxt", "shpgrp", "ud", "listtext", "pntext"))  # starred groups that hold words all the same


@dataclass(slots=True)
class _Font:
    name: str = ""
    charset: int = 0
    letters: str = ""


@dataclass(slots=True)
class _State:
    """What holds inside a group."""

    font: int = 0
    skip: bool = False
    fonts: bool = False  # inside the font table
    label: bool = False  # inside the number that the writer's program put before an item
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    deleted: bool = False
    caps: bool = False
    upr: bool = False  # its first group says in ANSI what a second one says in Unicode
    uc: int = 1


@dataclass(slots=True)
class _Story:
    """The body or a note while it is read: the open paragraph and, in a table, the open cell and row."""

    parts: list[str] = field(default_factory=list)
    looks: list[tuple[bool, bool]] = field(default_factory=list)
    label: str = ""
    pieces: list[Piece] = field(default_factory=list)
    cell: list[Piece] = field(default_factory=list)
    row: Row = field(default_factory=Row)
    rows: list[Row] = field(default_factory=list)
    tables: int = 0
    boxes: list[Piece] = field(default_factory=list)  # what text boxes of the open paragraph hold


class _Reader:
    def __init__(self, page: str, counter: Counter) -> None:
        self.page, self.counter = page, counter
        self.fonts: dict[int, _Font] = {}
        self.state = _State()
        self.stack: list[_State] = []
        self.story = _Story()
        self.outer: list[tuple[int, _Story, RawNote | None]] = []  # what a note or a box interrupts: the depth at which that ends
        self.notes: list[RawNote] = []
        self.run: list[str | bytes] = []
        self.in_table = self.centred = self.fresh = self.star = False
        self.shape = CellShape(0)
        self.skip_letters = 0

    def read(self, source: str) -> None:
        at = 0
        while (match := _TOKEN.match(source, at)) is not None and at < len(source):
            at = match.end()
            code, word, number, sign, brace, text = match.groups()
            if text is not None:
                self.words(text)
            elif code is not None:
                self.byte(int(code, 16))
            elif word is not None:
                value = int(number) if number else None
                if word == "bin":
                    at += max(0, value or 0)
                self.control(word, value)
            elif brace == "{":
                self.open()
            elif brace == "}":
                self.close()
            elif sign is not None:
                self.sign(sign)
        self.end_paragraph()
        self.end_table()

    # ---- groups

    def open(self) -> None:
        self.flush()
        self.stack.append(self.state)
        self.state = replace(self.state, upr=False, skip=self.state.skip or self.state.upr)
        self.fresh, self.skip_letters = True, 0

    def close(self) -> None:
        self.flush()
        self.skip_letters = 0
        self.fresh = self.star = False
        if self.outer and len(self.stack) == self.outer[-1][0]:
            self.end_inner()
        if self.stack:
            self.state = self.stack.pop()

    def _begin_note(self) -> None:
        note = RawNote(str(len(self.notes) + 1), "")
        self.notes.append(note)
        self.story.parts.append(NOTE)
        self._interrupt(note)

    def _interrupt(self, note: RawNote | None = None) -> None:
        self.outer.append((len(self.stack), self.story, note))
        self.story = _Story()

    def end_inner(self) -> None:
        """A note or a text box is over: the words around it go on."""
        self.end_paragraph()
        self.end_table()
        own = self.story
        _, self.story, note = self.outer.pop()
        if note is not None:
            note.text = " ".join(piece.text for piece in own.pieces).replace(BREAK, " ").strip()
        else:
            self.story.boxes += own.pieces

    # ---- control words

    def sign(self, sign: str) -> None:
        if sign == "*":
            self.star = True
        elif sign in "{}\\":
            self.words(sign)
        elif sign == "~":
            self.words(" ")
        elif sign == "_":
            self.words("-")
        elif sign in "\r\n":
            self.control("par", None)

    def control(self, word: str, value: int | None) -> None:
        fresh, star = self.fresh, self.star
        self.fresh = self.star = False
        state = self.state
        if word == "u":
            self.unicode(value or 0)
            return
        if fresh and (word in _SKIPPED or (star and word not in _STARRED)):
            state.skip = True
        if word == "ud" and star and self.stack and not self.stack[-1].skip:
            state.skip = False
        if state.skip:
            return
        if word in _SIGNS:
            self.words(_SIGNS[word])
        elif word in ("par", "sect", "page", "nestcell"):
            self.flush()
            self.end_paragraph()
        elif word in _LOOKS:
            self.flush()
            setattr(state, _LOOKS[word], value != 0)
        else:
            self._rare(word, value)

    def _rare(self, word: str, value: int | None) -> None:
        state = self.state
        handler = _TABLE.get(word)
        if handler is not None:
            self.flush()
            handler(self, value or 0)
        elif word == "f":
            self.flush()
            state.font = value or 0
        elif word == "fcharset" and state.fonts:
            self.fonts.setdefault(state.font, _Font()).charset = value or 0
        elif word == "fonttbl":
            state.fonts = True
        elif word == "plain":
            self.flush()
            self.state = _State(self.default, state.skip, state.fonts, state.label, uc=state.uc)
        elif word == "deff":
            self.default = state.font = value or 0
        elif word == "uc":
            state.uc = max(0, min(value if value is not None else 1, 20))
        elif word in ("listtext", "pntext"):
            state.label = True
        elif word == "footnote":
            self.flush()
            self._begin_note()
        elif word == "shptxt":
            self.flush()
            self._interrupt()
        elif word == "ansicpg" and value:
            self.page = _codec(value)
        elif word == "pard":
            self.in_table = self.centred = False
        elif word == "intbl":
            self.in_table = True
        elif word == "upr":
            state.upr = True
        elif word in ("qc", "ql", "qr", "qj"):
            self.centred = word == "qc"

    default = 0

    # ---- letters

    def words(self, text: str) -> None:
        self.fresh = False
        if self.skip_letters:
            taken = min(self.skip_letters, len(text))
            self.skip_letters -= taken
            text = text[taken:]
        if text and not self.state.skip:
            self.run.append(text)

    def byte(self, value: int) -> None:
        self.fresh = False
        if self.skip_letters:
            self.skip_letters -= 1
        elif not self.state.skip:
            self.run.append(bytes((value,)))

    def unicode(self, value: int) -> None:
        self.skip_letters = self.state.uc
        if not self.state.skip:
            self.run.append(chr(value % 65536))

    def flush(self) -> None:
        """The letters since the last change of font or look go into the open paragraph."""
        if not self.run:
            return
        run, self.run = self.run, []
        state, font = self.state, self.fonts.get(self.state.font, _Font())
        text = self._decoded(run, font)
        if state.fonts:
            self._name_font(text)
            return
        if state.deleted:
            self.counter.add("deleted")
        elif state.hidden:
            self.counter.add("hidden" if text.strip() else "", 1 if text.strip() else 0)
        elif state.label:
            self.story.label += text
        else:
            self.story.parts.append(text.upper() if state.caps else text)
            if text.strip():
                self.story.looks.append((state.bold, state.italic))

    def _decoded(self, run: list[str | bytes], font: _Font) -> str:
        letters = font.letters
        codec = "latin-1" if letters or font.charset == _SYMBOL else _CODE_PAGES.get(font.charset, self.page)
        parts: list[str] = []
        raw = b""
        for item in [*run, ""]:
            if isinstance(item, bytes):
                raw += item
                continue
            if raw:
                text = raw.decode(codec, "replace")
                parts.append("".join(chr(0xF000 + ord(c)) for c in text) if font.charset == _SYMBOL else text)
                raw = b""
            parts.append(item)
        text = "".join(parts)
        if re.search("[\ud800-\udfff]", text):
            text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        text = re.sub("[\ufdd0-\ufdef]", lambda m: m[0] if m[0] == BREAK else "", text)
        better = by_font(text, letters)
        if better != text:
            self.counter.add("vni" if letters == "vni" else "tcvn3")
        return better

    def _name_font(self, text: str) -> None:
        font = self.fonts.setdefault(self.state.font, _Font())
        font.name = (font.name + text.split(";")[0]).strip()[:80]
        font.letters = set_of_font(font.name)

    # ---- paragraphs, cells, rows

    def end_paragraph(self) -> None:
        story = self.story
        text, looks, label = "".join(story.parts), story.looks, " ".join(story.label.split())
        story.parts, story.looks, story.label = [], [], ""
        if not self.in_table or self.outer:
            self.end_table()
        boxes, story.boxes = story.boxes, []
        into = story.cell if self.in_table and not self.outer else story.pieces
        if not text.strip():
            into += boxes
            return
        if len(label) == 1 and not label.isalnum():
            label = bullet(label)
        piece = Piece(f"{label} {text.lstrip()}" if label else text, label, None, None, None, bool(looks) and all(b for b, _ in looks),
                      bool(looks) and all(i for _, i in looks), self.centred)
        into += [piece, *boxes]

    def end_cell(self, _: int = 0) -> None:
        self.in_table = True
        self.end_paragraph()
        self.story.row.cells.append(self.story.cell)
        self.story.cell = []
        if len(self.story.row.cells) > MOST_COLUMNS:
            raise damaged()

    def end_row(self, _: int = 0) -> None:
        story = self.story
        if story.parts or story.cell:
            self.end_cell()
        if story.row.cells:
            story.rows.append(story.row)
        story.row = Row(story.row.left, [replace(s) for s in story.row.shapes])

    def begin_row(self, _: int = 0) -> None:
        self.story.row.shapes, self.story.row.left = [], 0
        self.shape = CellShape(0)

    def cell_edge(self, value: int) -> None:
        self.shape.right = value
        if len(self.story.row.shapes) < MOST_COLUMNS:
            self.story.row.shapes.append(self.shape)
        self.shape = CellShape(0)

    def end_table(self) -> None:
        story = self.story
        if story.row.cells or story.cell:
            self.in_table, before = True, self.in_table
            self.end_row()
            self.in_table = before
        if story.rows:
            story.pieces += place_cells(story.rows, story.tables)
            story.tables += 1
            story.rows = []


def _row_left(reader: _Reader, value: int) -> None:
    reader.story.row.left = value


def _below(reader: _Reader, _: int) -> None:
    reader.shape.below = True


def _beside(reader: _Reader, _: int) -> None:
    reader.shape.beside = True


_LOOKS = {"b": "bold", "i": "italic", "v": "hidden", "deleted": "deleted", "caps": "caps"}
_TABLE: dict[str, Callable[[_Reader, int], None]] = {
    "cell": _Reader.end_cell, "row": _Reader.end_row, "trowd": _Reader.begin_row, "cellx": _Reader.cell_edge, "trleft": _row_left,
    "clvmrg": _below, "clmrg": _beside}


def _codec(page: int) -> str:
    name = "utf-8" if page == 65001 else f"cp{page}"
    try:
        b"a".decode(name)
    except LookupError:
        return "cp1252"
    return name


def read_rtf(data: bytes) -> PlanText:
    """The text of an .rtf file. Raises UnreadableFile."""
    source = foreign(data.decode("latin-1").replace("\x00", ""))
    if "\\rtf" not in source[:64]:
        raise damaged()
    if re.search(r"\\\*\\password", source[:20_000]):
        raise locked("Tệp .rtf")
    counter = Counter()
    reader = _Reader("cp1252", counter)
    reader.read(source)
    while reader.outer:  # a note that never ends
        reader.end_inner()
    reader.end_table()
    return assemble(reader.story.pieces, kind="rtf", notes=reader.notes, counter=counter)
