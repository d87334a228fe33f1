"""What stands inside a paragraph of a Word document: runs, fields, tracked changes, symbols, notes, the text boxes that hang there."""
from __future__ import annotations

from typing import TYPE_CHECKING

from core.reading.build import BREAK, NOTE, Counter, RawNote, foreign
from core.reading.docx_styles import Look, Styles, look_of, over
from core.reading.docx_xml import (
    ALTERNATE,
    BR,
    CLEAR,
    CR,
    CUSTOM_MARK,
    DEL,
    DEL_TEXT,
    DRAWING,
    ENDNOTE_REFERENCE,
    FLD_CHAR,
    FLD_CHAR_TYPE,
    FOOTNOTE_REFERENCE,
    ID,
    MC,
    MOVE_FROM,
    NO_BREAK_HYPHEN,
    OBJECT,
    PICT,
    PTAB,
    R_PR,
    R_STYLE,
    SDT,
    SDT_CONTENT,
    SOFT_HYPHEN,
    SYM,
    TAB,
    TXBX_CONTENT,
    M,
    R,
    T,
    alternative,
    is_prompt,
    symbol,
    within,
)
from core.reading.encodings import by_font, set_of_font
from core.reading.numbering import VAL, W, roman
from core.reading.package import hostile

if TYPE_CHECKING:
    from lxml.etree import _Element


class Runs:
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


class Inline:
    """Reads runs. ``notes`` grows in reading order, ``boxes`` holds the text boxes met, ``fields`` the fields that are open."""

    def __init__(self, styles: Styles, notes: dict[str, dict[str, _Element]], legacy: bool, counter: Counter, *,
                 with_fields: bool = True) -> None:
        self.styles, self.note_parts, self.legacy, self.counter, self.with_fields = styles, notes, legacy, counter, with_fields
        self.notes: list[RawNote] = []
        self.fields: list[bool] = []  # True while inside a field's instruction, whose text is not shown
        self.boxes: list[_Element] = []
        self.noted = {"footnoteReference": 0, "endnoteReference": 0}
        self.own_mark = 0  # where in the run the mark begins that the writer gave a note

    def note_text(self, note: _Element) -> str:
        """The words of a footnote."""
        raise NotImplementedError

    def runs(self, parent: _Element, out: Runs, depth: int) -> None:
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
                if content is not None and not is_prompt(child):
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

    def run(self, r: _Element, out: Runs) -> None:
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
        if self.own_mark:
            self.notes[-1].mark = "".join(text[self.own_mark:]).strip() or self.notes[-1].mark
            del text[self.own_mark:]
            self.own_mark = 0
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
                    self.counter.add("vni" if letters == "vni" else "tcvn3")
                    words = changed
        out.add(words.upper() if look.caps else words, look)

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
        if not self.with_fields:
            return
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
        own = reference.get(CUSTOM_MARK) in ("1", "true", "on")
        if not own:
            self.noted[kind] += 1
        number = self.noted[kind]
        mark = "*" if own else str(number) if kind == "footnoteReference" else roman(number).lower()
        self.notes.append(RawNote(mark, self.note_text(note)))
        text.append(NOTE)
        self.own_mark = len(text) if own else 0
