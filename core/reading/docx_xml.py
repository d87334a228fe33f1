"""Names of WordprocessingML and small questions to its elements, for the reader of Word documents."""
from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from core.reading.build import foreign
from core.reading.numbering import VAL, W, integer, on
from core.reading.symbols import without_private

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
    ALT_CHUNK, BODY, BR, CELL_DEL, CHAR, CR, CUSTOM_MARK, DEL, DEL_TEXT, DRAWING, DROP_CAP, ENDNOTE_REFERENCE, FLD_CHAR, FLD_CHAR_TYPE,
    FOOTNOTE_REFERENCE, FRAME_PR, GRID_BEFORE, GRID_SPAN, H_MERGE, ID, ILVL, JC, MOVE_FROM, NO_BREAK_HYPHEN, NUM_PR, OBJECT, P_PR, P_STYLE,
    PICT, PTAB, R_PR, R_STYLE, SDT_CONTENT, SOFT_HYPHEN, SYM, TAB, TC_PR, TR_PR, TXBX_CONTENT, TYPE, V_MERGE, VANISH,
) = (W + tag for tag in (
    "altChunk", "body", "br", "cellDel", "char", "cr", "customMarkFollows", "del", "delText", "drawing", "dropCap", "endnoteReference",
    "fldChar", "fldCharType", "footnoteReference", "framePr", "gridBefore", "gridSpan", "hMerge", "id", "ilvl", "jc", "moveFrom",
    "noBreakHyphen", "numPr", "object", "pPr", "pStyle", "pict", "ptab", "rPr", "rStyle", "sdtContent", "softHyphen", "sym", "tab", "tcPr",
    "trPr", "txbxContent", "type", "vMerge", "vanish"))


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


def merges(tcpr: _Element | None) -> tuple[int, str, bool, bool]:
    """Columns covered, "restart"/"continue"/"" downwards, whether an old-style sideways merge continues, whether the cell was deleted."""
    span, merge, sideways, deleted = 1, "", False, False
    for child in tcpr if tcpr is not None else ():
        if child.tag == GRID_SPAN:
            span = max(1, integer(child.get(VAL), 1))
        elif child.tag == V_MERGE:
            merge = child.get(VAL) or "continue"
        elif child.tag == H_MERGE:
            sideways = (child.get(VAL) or "continue") == "continue"
        elif child.tag == CELL_DEL:
            deleted = True
    return span, merge, sideways, deleted


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
    return without_private(foreign(char))


def is_prompt(sdt: _Element) -> bool:
    """Whether a content control shows nothing but its request to fill it in."""
    prompt = sdt.find(f"{W}sdtPr/{W}showingPlcHdr")
    return on(prompt)
