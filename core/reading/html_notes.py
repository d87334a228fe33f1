"""Footnotes in pages that Word, LibreOffice and Google Docs wrote: taken out of the tree, their marks left as places."""
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from core.reading.build import RawNote, foreign

if TYPE_CHECKING:
    from lxml.etree import _Element

MARK = "data-phancong-note"  # on the element that stands where a note's mark stood
_LINK = re.compile(r"#(?:_?(?P<kind>ftn|edn)(?P<back>ref)?|ftnt(?P<google>_ref)?|sd(?P<libre>foot|end)note)"
                   r"(?P<number>\d{1,4})(?P<end>sym|anc)?$")
_BLOCKS = ("p", "li", "dd", "div", "td")


def take_notes(root: _Element) -> list[RawNote]:
    """The notes in the order of their marks in the text. Only notes whose mark and words point at each other are taken."""
    bodies: dict[str, tuple[_Element, _Element]] = {}
    links = list(root.iter("a"))
    for link in links:
        key, to_text = _target(link)
        block = next(link.iterancestors(*_BLOCKS), None) if to_text else None
        if block is not None:
            bodies.setdefault(key, (link, _whole(block)))
    notes: list[RawNote] = []
    for link in links:
        key, to_text = _target(link)
        if to_text or key not in bodies:
            continue
        back, block = bodies.pop(key)
        if link in block.iter("a") or block.getparent() is None:
            continue
        mark = re.sub(r"[\[\]()\s]", "", "".join(str(t) for t in link.itertext())) or key[1:]
        back.clear(keep_tail=True)
        notes.append(RawNote(mark[:6], " ".join(foreign(" ".join(str(t) for t in block.itertext())).split())))
        block.clear(keep_tail=True)
        for child in list(link):
            link.remove(child)
        link.text = None
        link.set(MARK, "1")
    return notes


def _target(link: _Element) -> tuple[str, bool]:
    """Which note a link speaks of (footnotes and endnotes are numbered apart), and whether it leads from the note back to the text."""
    match = _LINK.match(link.get("href") or "")
    if match is None or (match["libre"] is None) != (match["end"] is None):
        return "", False
    end = match["kind"] == "edn" or match["libre"] == "end"
    return ("e" if end else "f") + str(int(match["number"])), bool(match["back"] or match["google"] or match["end"] == "anc")


def _whole(block: _Element) -> _Element:
    """The division that holds all paragraphs of the note, where there is one for this note alone."""
    parent = block.getparent()
    if parent is not None and parent.tag == "div" and re.match(r"_?(?:ftn|edn|sdfootnote|sdendnote)\d+$", parent.get("id") or ""):
        return parent
    return block
