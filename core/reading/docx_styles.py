"""The styles of a Word document: what each says of letters and numbers, resolved over those that it is based on."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.reading.encodings import set_of_font
from core.reading.numbering import VAL, W, integer, on

if TYPE_CHECKING:
    from lxml.etree import _Element

_NUM_ID, _ILVL = W + "numId", W + "ilvl"


@dataclass(frozen=True, slots=True)
class Look:
    """What a style says of its text; None where it says nothing."""

    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    font: str | None = None
    centred: bool | None = None
    caps: bool | None = None


@dataclass(slots=True)
class Style:
    base: str | None
    name: str
    look: Look
    number: tuple[str | None, int | None] | None  # numId, ilvl
    resolved: Look | None = None


def look_of(rpr: _Element | None, ppr: _Element | None) -> Look:
    if rpr is None and ppr is None:
        return Look()
    bold = italic = hidden = centred = caps = None
    font = None
    for child in rpr if rpr is not None else ():
        tag = child.tag
        if tag == W + "b":
            bold = on(child)
        elif tag == W + "i":
            italic = on(child)
        elif tag == W + "vanish":
            hidden = on(child)
        elif tag == W + "caps":
            caps = on(child)
        elif tag == W + "rFonts":
            font = child.get(W + "ascii") or child.get(W + "hAnsi")
    if ppr is not None:
        jc = ppr.find(W + "jc")
        centred = jc.get(VAL) == "center" if jc is not None else None
    return Look(bold, italic, hidden, font, centred, caps)


def over(upper: Look, lower: Look) -> Look:
    """``upper`` where it says something, else ``lower``."""
    def pick(a: bool | None, b: bool | None) -> bool | None:
        return a if a is not None else b
    return Look(pick(upper.bold, lower.bold), pick(upper.italic, lower.italic), pick(upper.hidden, lower.hidden),
                upper.font or lower.font, pick(upper.centred, lower.centred), pick(upper.caps, lower.caps))


class Styles:
    """The styles of a document, each resolved over those that it is based on."""

    def __init__(self, root: _Element | None) -> None:
        self.by_id: dict[str, Style] = {}
        self.paragraph_default: str | None = None
        self.legacy = False
        defaults = Look()
        if root is not None:
            defaults = look_of(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"), None)
            for element in root.iterchildren(W + "style"):
                self._add(element)
        self._defaults = defaults
        self.legacy = any(style.look.font and set_of_font(style.look.font) for style in self.by_id.values()) or bool(
            defaults.font and set_of_font(defaults.font))

    def _add(self, element: _Element) -> None:
        name = element.get(W + "styleId") or ""
        ppr = element.find(W + "pPr")
        base, title = element.find(W + "basedOn"), element.find(W + "name")
        number = None
        numpr = ppr.find(W + "numPr") if ppr is not None else None
        if numpr is not None:
            number = number_of(numpr)
        self.by_id[name] = Style(base.get(VAL) if base is not None else None, (title.get(VAL) or "") if title is not None else "",
                                 look_of(element.find(W + "rPr"), ppr), number)
        if element.get(W + "type") == "paragraph" and element.get(W + "default") in ("1", "true", "on"):
            self.paragraph_default = name

    def chain(self, name: str | None) -> Iterator[tuple[str, Style]]:
        seen: set[str] = set()
        while name is not None and name in self.by_id and name not in seen:
            seen.add(name)
            yield name, self.by_id[name]
            name = self.by_id[name].base

    def look(self, name: str | None, *, character: bool = False) -> Look:
        style = self.by_id.get(name or "")
        if style is None:
            return Look() if character else self._defaults
        if style.resolved is None:
            look = Look()
            for _, each in self.chain(name):
                look = over(look, each.look)
            style.resolved = look if character else over(look, self._defaults)
        return style.resolved

    def number(self, name: str | None) -> tuple[str, int | None, str] | None:
        """numId, ilvl and the style that carries them."""
        level: int | None = None
        for each, style in self.chain(name):
            if style.number is not None:
                num_id, own = style.number
                level = own if level is None else level
                if num_id is not None:
                    return num_id, level, each
        return None


def number_of(numpr: _Element) -> tuple[str | None, int | None]:
    """The list's numId and the level (from 0) of a w:numPr; None for what it does not say."""
    num_id: str | None = None
    level: int | None = None
    for child in numpr:
        if child.tag == _NUM_ID:
            num_id = child.get(VAL)
        elif child.tag == _ILVL:
            level = integer(child.get(VAL))
    return num_id, level
