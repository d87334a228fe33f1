"""What stands around the text of a page and is no part of it: page numbers, running heads, stamps, footnotes."""
from __future__ import annotations

import re
from collections import Counter as Tally
from collections.abc import Callable
from dataclasses import dataclass, field

from core.reading.build import Counter
from core.reading.page_tables import TableRun
from core.reading.words import Line, Page, make_line, marker

_PAGE_NUMBER = re.compile(r"^[-–—_|~.\s]*(?:(?:trang|page)\s*)?\d{1,4}(?:\s*(?:/|of|trên)\s*\d{1,4})?[-–—_|~.\s]*$", re.IGNORECASE)
_STAMP = re.compile(r"^(?:Người ký\s*:|Ký bởi|Được ký bởi|Ngày ký\s*:|Thời gian ký\s*:|Giờ ký|Signature|Signed by|Digitally signed"
                    r"|Date\s*:\s*\d{4}\.|Cơ quan\s*:\s|Tổ chức\s*:\s|Chức vụ\s*:\s|Email\s*:\s*\S+@|Số\s*:\s*\.{3,}|CÔNG VĂN ĐẾN"
                    r"|VĂN BẢN ĐẾN|ĐẾN Số|Foxit|Chữ ký số)", re.IGNORECASE)
_SIGNED_AT = re.compile(r"(?:Thời gian|Ngày|Giờ) ký\s*:\s*\d{1,2}[./]\d{1,2}[./]\d{4}", re.IGNORECASE)
_SIGNED_BY = re.compile(r"(?:Được )?(?:Ký bởi|Người ký)\s*:", re.IGNORECASE)
# what a browser prints around a page: the address below, day, time and title above
_BROWSER = re.compile(r"(?:https?|file)://\S+$|\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d{2}(?:\s?[AP]M)?(?:$| )", re.IGNORECASE)
_NOTE_HEAD = re.compile(r"^[\[(]?(\d{1,3}|\*{1,3})[\])]?[.:]?$")


@dataclass(slots=True)
class Leaf:
    """A page on its way: body lines and tables in reading order, notes of the page."""

    page: Page
    lines: list[Line] = field(default_factory=list)
    tables: list[TableRun] = field(default_factory=list)
    notes: list[tuple[str, list[Line]]] = field(default_factory=list)


def _edge_lines(leaf: Leaf, top: bool, most: int = 3) -> list[Line]:
    """The outermost lines of a page, at its top or bottom, that no table stands outside of."""
    height = leaf.page.height
    lines = sorted(leaf.lines, key=lambda line: line.y, reverse=not top)
    limit = height * 0.16
    near = [line for line in lines if (line.y < limit if top else line.y > height - limit)]
    ys = sorted({round(line.y) for line in near}, reverse=not top)[:most]
    return [line for line in near if round(line.y) in ys]


def drop_margins(leaves: list[Leaf], counter: Counter) -> None:
    seen: Tally[tuple[str, int]] = Tally()
    edges: list[list[tuple[Line, bool]]] = []
    for leaf in leaves:
        here = [(line, True) for line in _edge_lines(leaf, True)] + [(line, False) for line in _edge_lines(leaf, False)]
        edges.append(here)
        for line, _ in here:
            seen[_shape(line)] += 1
    needed = max(2, -(-len(leaves) // 3))
    for leaf, here in zip(leaves, edges, strict=True):
        gone: list[Line] = []
        for top in (True, False):
            side = sorted((line for line, at_top in here if at_top is top), key=lambda line: line.y, reverse=not top)
            printed = [line.y for line in side[:3] if _BROWSER.match(line.text)]
            by_browser = [line for line in side if any(abs(line.y - y) < 2 for y in printed)]
            counter.add("running-head", len(by_browser))
            gone += by_browser
            side = [line for line in side if not any(line is each for each in by_browser)]
            gone += _margin_lines(side, leaf.lines, lambda line: len(leaves) > 2 and seen[_shape(line)] >= needed, counter)
        leaf.lines = [line for line in leaf.lines if not any(line is each for each in gone)]


def _margin_lines(side: list[Line], lines: list[Line], repeated: Callable[[Line], bool], counter: Counter) -> list[Line]:
    """Of the lines from a page's edge inwards: its number and what stands on many pages, set apart from the text."""
    gone: list[Line] = []
    for k, line in enumerate(side):
        if _PAGE_NUMBER.match(line.text) and len(gone) == k and _alone(line, lines):
            counter.add("page-number")
        elif repeated(line) and not marker(line.words) and _apart(line, side[k + 1:], lines):
            counter.add("running-head")
        else:
            continue
        gone.append(line)
    return gone


def _apart(line: Line, inner: list[Line], lines: list[Line]) -> bool:
    """Whether a line stands off from the text: more than a line's step away, or in another size."""
    others = [other for other in (inner or lines) if other is not line and abs(other.y - line.y) > line.size * 0.5]
    nearest = min(others, key=lambda other: abs(other.y - line.y), default=None)
    return nearest is None or abs(nearest.y - line.y) > 1.75 * line.size or abs(nearest.size - line.size) > 0.9


def _shape(line: Line) -> tuple[str, int]:
    """Words without their digits, and about how far down they stand."""
    return re.sub(r"\d+", "#", line.text), round(line.y / 5)


def _alone(line: Line, lines: list[Line]) -> bool:
    return not any(other is not line and abs(other.y - line.y) < line.size * 0.5 for other in lines)


def drop_stamps(leaf: Leaf, body: float, counter: Counter) -> None:
    """The words that a signature shows: small lines that name signer, office, time, and what is wrapped under them; big ones only where
    they stand together."""
    lines = sorted(leaf.lines, key=lambda line: line.y)
    signed = any(_SIGNED_AT.match(line.text) for line in lines)
    gone: list[Line] = []
    for line in lines:
        small = line.size < body - 0.9
        named = (small and _STAMP.match(line.text)) or (signed and (_SIGNED_AT.match(line.text) or _SIGNED_BY.match(line.text)))
        if named or (small and _is_rest(line) and any(_wrapped_under(before, line) for before in gone[-3:])):
            gone.append(line)
    counter.add("stamp", len(gone))
    leaf.lines = [line for line in leaf.lines if not any(line is each for each in gone)]


def _is_rest(line: Line) -> bool:
    return not marker(line.words) or line.text.startswith("+0")  # "+07:00" of a time


def _wrapped_under(before: Line, line: Line) -> bool:
    return 0 < line.y - before.y < 1.6 * line.size and abs(line.size - before.size) < 0.6 and abs(line.x0 - before.x0) < 60


# ---------------------------------------------------------------- footnotes


def take_notes(leaf: Leaf, body: float) -> None:
    """Small lines at the foot of a page, from the first that begins with a mark, become notes."""
    lines = sorted(leaf.lines, key=lambda line: line.y)
    start = len(lines)
    while start > 0 and lines[start - 1].size <= body - 0.9 and lines[start - 1].column == 0:
        start -= 1
    tail = lines[start:]
    if not tail or (leaf.tables and leaf.tables[-1].bottom > tail[0].y):
        return
    ruled = [y for y, x0, x1 in leaf.page.across if tail[0].y - 40 < y <= tail[0].y and x1 - x0 < leaf.page.width * 0.5]
    marks = {word.text for line in lines[:start] for word in line.words if word.raised}
    begun = next((n for n, line in enumerate(tail) if _note_mark(line) and (
        ruled or _note_mark(line) in marks or line.words[0].raised)), None)
    if begun is None:
        return
    # lines above the first mark are the rest of a note of the page before
    head = tail[:begun] if ruled else []
    rest = tail[begun:]
    notes: list[tuple[str, list[Line]]] = [("", head)] if head else []
    for line in rest:
        mark = _note_mark(line)
        if mark and (not notes or not notes[-1][0] or _follows(notes[-1][0], mark)):
            words = line.words[1:]
            if words:
                words[0].glued = False
            notes.append((mark, [make_line(words, line.page)] if words else []))
        elif notes:
            notes[-1][1].append(line)
    gone = head + rest
    leaf.lines = [line for line in leaf.lines if not any(line is each for each in gone)]
    leaf.notes = notes


def _note_mark(line: Line) -> str:
    match = _NOTE_HEAD.match(line.words[0].text)
    return match[1] if match and (len(line.words) > 1 or line.words[0].raised) else ""


def _follows(before: str, mark: str) -> bool:
    return not (before.isdigit() and mark.isdigit()) or int(mark) == int(before) + 1
