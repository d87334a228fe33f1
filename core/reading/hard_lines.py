"""Documents whose lines were broken by hand (text pasted from a PDF or a web page): paragraphs that are lines become paragraphs again."""
from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from core.markers import label_of, read_marker
from core.reading.build import BREAK, Counter, Piece, broken_lines, clean
from core.reading.lines import Line, Repaired
from core.reading.wrapped import ENDED, hangs_on, join_lines, shape_of


def rejoined(pieces: list[Piece], counter: Counter) -> list[Piece]:
    """The pieces with those joined that are lines of one paragraph. Documents without any stay as they are."""
    pieces = _without_page_numbers(pieces, counter)
    free = [piece for piece in pieces if piece.cell is None and not piece.label]
    small = any(piece.text[:1].islower() or hangs_on(before.text, piece.text) for before, piece in pairwise(free))
    if not small and not any(BREAK in piece.text for piece in pieces if piece.cell is None):
        return pieces
    whole, pieces = pieces, _parted(pieces, counter, lambda text: [part for each in text.split(BREAK) if (part := clean(each))])
    lines = [_line(pieces, k) for k in range(len(pieces))]
    shape = shape_of(lines)
    if not shape.width:
        return _sentences(_parted(whole, counter, broken_lines), counter)
    out = Repaired([])
    joined = join_lines(lines, shape, out)
    counter.add("joined-lines", out.counts.get("joined-lines", 0))
    for line in joined:
        pieces[line.origin].text = line.text
    return [pieces[line.origin] for line in joined]


_PAGE = re.compile(r"[-–—\s]*(\d{1,3})[-–—\s]*$")
_LEAST_PAGE = 700  # letters between two page numbers; the numbers of a list or of a table's rows stand closer


def _without_page_numbers(pieces: list[Piece], counter: Counter) -> list[Piece]:
    """The pieces without paragraphs that are page numbers pasted along: two or more that count on, a page of text between them."""
    found: list[tuple[int, int]] = []  # which piece, where it begins in the text
    last = offset = 0
    for k, piece in enumerate(pieces):
        match = _PAGE.match(piece.text) if piece.cell is None and not piece.label and len(piece.text) < 10 else None
        if match and (not found or int(match[1]) == last + 1):
            if found and offset - found[-1][1] < _LEAST_PAGE:
                return pieces
            found.append((k, offset))
            last = int(match[1])
        elif match:
            return pieces
        offset += len(piece.text)
    if len(found) < 2:
        return pieces
    gone = {k for k, _ in found}
    counter.add("page-number", len(gone))
    return [piece for k, piece in enumerate(pieces) if k not in gone]


def _parted(pieces: list[Piece], counter: Counter, cut: Callable[[str], list[str]]) -> list[Piece]:
    """Paragraphs outside tables cut at their manual breaks."""
    out: list[Piece] = []
    for piece in pieces:
        if piece.cell is not None:
            out.append(piece)
            continue
        if BREAK not in piece.text:
            piece.text = clean(piece.text, counter)
            out.append(piece)
            continue
        for n, text in enumerate(cut(piece.text)):
            out.append(Piece(text, "" if n else piece.label, piece.level, piece.page, None, piece.bold, piece.italic, piece.centred,
                             piece.gap and n == 0))
    return out


def _line(pieces: list[Piece], k: int) -> Line:
    piece, before = pieces[k], pieces[k - 1] if k else None
    looks = before is not None and (before.bold != piece.bold or before.centred != piece.centred)
    apart = looks and not piece.text[:1].islower() and sum(map(str.isalpha, piece.text)) > 4
    return Line(piece.text, piece.gap, False, piece.cell, piece.page, begins=bool(piece.label) or apart or not piece.text,
                origin=k)


def _sentences(pieces: list[Piece], counter: Counter) -> list[Piece]:
    """Only what begins in small letters behind a long line without an end goes on: the rest of its sentence. More than two such lines in
    a row are a list that somebody wrote without marks."""
    small = [_opens_small(piece) for piece in pieces]
    out: list[Piece] = []
    for k, piece in enumerate(pieces):
        before = out[-1] if out else None
        listed = sum(small[max(k - 2, 0):k + 3]) > 2
        if before is not None and _goes_on(before, piece, small[k] and not listed):
            before.text = f"{before.text} {piece.text}"
            counter.add("joined-lines")
        else:
            out.append(piece)
    return out


def _opens_small(piece: Piece) -> bool:
    free = piece.cell is None and not piece.label
    return free and piece.text[:1].islower() and read_marker(piece.text) is None and label_of(piece.text) is None


def _goes_on(before: Piece, piece: Piece, small: bool) -> bool:
    if piece.cell is not None or before.cell is not None or piece.label or piece.gap or ENDED.search(before.text):
        return False
    return hangs_on(before.text, piece.text) or (small and len(before.text) > 40 and not before.text.isupper())
