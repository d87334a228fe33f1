"""Names of WordprocessingML and small questions to its elements, for the reader of Word documents."""
from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from core.reading.build import foreign
from core.reading.numbering import VAL, W, bullet, integer

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_COLUMNS = 2000  # Word allows 63; a table beyond this is hostile
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"
ALTERNATE = MC + "AlternateContent"

P, R, T, TBL, TR, TC, SDT = (W + tag for tag in ("p", "r", "t", "tbl", "tr", "tc", "sdt"))
# blocks and runs stand inside these as if these were not there
CLEAR = {W + tag for tag in (
    "ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple", "sdtContent", "dir", "bdo", "ruby", "rubyBase")}
(
    BODY, BR, CHAR, CR, DEL, DEL_TEXT, DRAWING, ENDNOTE_REFERENCE, FLD_CHAR, FLD_CHAR_TYPE, FOOTNOTE_REFERENCE,
    GRID_BEFORE, GRID_SPAN, H_MERGE, ID, ILVL, JC, MOVE_FROM, NO_BREAK_HYPHEN, NUM_PR, OBJECT, P_PR, P_STYLE, PICT,
    PTAB, R_PR, R_STYLE, SDT_CONTENT, SOFT_HYPHEN, SYM, TAB, TC_PR, TR_PR, TXBX_CONTENT, TYPE, V_MERGE,
) = (W + tag for tag in (
    "body", "br", "char", "cr", "del", "delText", "drawing", "endnoteReference", "fldChar", "fldCharType", "footnoteReference",
    "gridBefore", "gridSpan", "hMerge", "id", "ilvl", "jc", "moveFrom", "noBreakHyphen", "numPr", "object", "pPr", "pStyle", "pict",
    "ptab", "rPr", "rStyle", "sdtContent", "softHyphen", "sym", "tab", "tcPr", "trPr", "txbxContent", "type", "vMerge"))
SYMBOLS = {"\uf0b7": "•", "\uf0a7": "•", "\uf02d": "-", "\uf02b": "+", "\uf0fe": "☑", "\uf0a8": "☐", "\uf06f": "☐", "\uf0fc": "✓",
            "\uf0b0": "°", "\uf0e0": "→", "\uf0ae": "→", "\uf0b3": "≥", "\uf0a3": "≤", "\uf0b1": "±", "\uf0b4": "×", "\uf0d8": "•",
            "\uf076": "•"}


def within(element: _Element, ancestor: _Element) -> bool:
    return any(each is ancestor for each in element.iterancestors())


def inside(parent: _Element, tag: str, depth: int = 0) -> Iterator[_Element]:
    """Rows of a table or cells of a row, also those wrapped in content controls and insertions."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif depth < 20 and child.tag == SDT:
            content = child.find(SDT_CONTENT)
            if content is not None:
                yield from inside(content, tag, depth + 1)
        elif depth < 20 and child.tag in CLEAR:
            yield from inside(child, tag, depth + 1)


def merges(tcpr: _Element | None) -> tuple[int, str, bool]:
    """Columns covered, "restart"/"continue"/"" downwards, and whether an old-style sideways merge continues."""
    span, merge, sideways = 1, "", False
    for child in tcpr if tcpr is not None else ():
        if child.tag == GRID_SPAN:
            span = max(1, integer(child.get(VAL), 1))
        elif child.tag == V_MERGE:
            merge = child.get(VAL) or "continue"
        elif child.tag == H_MERGE:
            sideways = (child.get(VAL) or "continue") == "continue"
    return span, merge, sideways


def contents_list(sdt: _Element) -> bool:
    gallery = sdt.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and gallery.get(VAL) == "Table of Contents"


def alternative(element: _Element) -> _Element | None:
    """The one branch of an AlternateContent that is read: the first choice with words in it, else the fallback."""
    branches = [*element.iterchildren(MC + "Choice"), *element.iterchildren(MC + "Fallback")]
    for branch in branches:
        if next(branch.iter(T, M + "t"), None) is not None:
            return branch
    return branches[0] if branches else None


def symbol(sym: _Element) -> str:
    try:
        char = chr(int(sym.get(CHAR) or "", 16))
    except (ValueError, OverflowError):
        return ""
    if char in SYMBOLS:
        return SYMBOLS[char]
    return bullet(char) if "\uf000" <= char <= "\uf0ff" else foreign(char)
