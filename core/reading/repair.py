"""Plain text mended: page numbers, footnotes and site boiler out of its lines (core/reading/wrapped.py joins them)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from core.markers import read_marker
from core.model import Note
from core.reading.lines import Line, Repaired
from core.reading.wrapped import shape_of

_BOILER = re.compile(
    r"đang tải nội dung|vui lòng chờ giây lát|^https?://\S+$|^trang \d{1,4}\s*(?:/|trên)\s*\d{1,4}$|^_{5,}$|"
    r"^\W*page break\W*$|^page \d{1,4} of \d{1,4}$|^hệ thống pháp luật$|^thuvienphapluat|^luatvietnam|^văn bản này (?:được )?cập nhật",
    re.IGNORECASE,
)
_RULE = re.compile(r"[-–—_=*~. ]{3,}$")
_PAGE = re.compile(r"[-–—|\s]*(?:trang |page )?(\d{1,4})[-–—|\s]*$", re.IGNORECASE)
_SUPER = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_SUPER_NOTE = re.compile(rf"([{_SUPER}]{{1,3}})\s*(?=\S)")
_SUPER_MARK = re.compile(rf"(?<=[^\s\d])(?<!\bm)(?<!\b[kcd]m)[{_SUPER}]{{1,3}}(?![^\W\d])")
_PLAIN_NOTE = re.compile(r"(\d{1,2})\s+(?=[A-ZĐÀ-Ỹ“\"(])")


_BRACKETED = re.compile(r"\[(\d{1,3})\]\s*(?=\S)")  # "[1] Nghị quyết …", as web pages and markdown set their notes


def take_out_boiler(lines: Sequence[Line], out: Repaired) -> list[Line]:
    """Lines without site boiler, addresses alone on a line, drawn rules and page numbers; the gap goes on to the next line."""
    kept: list[Line] = []
    page, gap = 0, False
    running = _running_heads(lines)
    for i, line in enumerate(lines):
        match = _PAGE.match(line.text) if line.cell is None and len(line.text) < 12 else None
        if match and page <= int(match[1]) <= page + 3 and (_alone(lines, i) or i - 1 in running or i + 1 in running):
            page = int(match[1])
            out.count("page-number")
        elif i in running or (line.cell is None and (_BOILER.search(line.text) if len(line.text) < 400 else None)):
            out.count("boiler")
        elif line.cell is None and _RULE.match(line.text):
            pass
        else:
            line.gap, gap = line.gap or gap, False
            kept.append(line)
            continue
        gap = True
    return kept


def _running_heads(lines: Sequence[Line]) -> set[int]:
    """The lines that stand again and again over or under a page's number: the head or foot of every page."""
    places: dict[str, list[int]] = {}
    for i, line in enumerate(lines):
        if line.cell is None and len(line.text) < 120 and any(_numbers_page(lines, k) for k in (i - 1, i + 1)):
            places.setdefault(line.text, []).append(i)
    found = [at for text, at in places.items() if len(at) > 1 and sum(c.isalpha() for c in text) > 3]
    return {i for at in found for i in at}


def _numbers_page(lines: Sequence[Line], i: int) -> bool:
    return 0 <= i < len(lines) and lines[i].cell is None and len(lines[i].text) < 12 and _PAGE.match(lines[i].text) is not None


def _alone(lines: Sequence[Line], i: int) -> bool:
    after = lines[i + 1] if i + 1 < len(lines) else None
    return (lines[i].gap or i == 0) or (after is None or after.gap)


def take_out_notes(lines: Sequence[Line], out: Repaired) -> list[Line]:
    """Lines without footnotes: ones that open with a raised digit, and numbered ones whose mark stands in the text before. Where a
    note's mark stood is kept with its line."""
    width = shape_of(lines).width
    kept: list[Line] = []
    raised: list[tuple[str, int]] = []  # the notes opened by a raised digit: mark, how many lines stood before
    i, expected = 0, 1
    while i < len(lines):
        line = lines[i]
        match = _SUPER_NOTE.match(line.text) if line.cell is None else None
        if match is None and line.cell is None:
            plain = _PLAIN_NOTE.match(line.text)
            if plain and int(plain[1]) == expected and _unmark(kept, plain[1], len(out.notes)):
                match = plain
            elif (listed := _BRACKETED.match(line.text)) and _unmark_bracket(lines[:i], listed, len(out.notes)):
                match = listed
        if match is None:
            kept.append(line)
            i += 1
            continue
        if match[1].isdecimal():
            expected = int(match[1]) + 1
        raised.append(("" if match[1].isdecimal() else match[1], len(kept)))
        text, i = _note_text(lines, i, match.end(), width)
        out.notes.append(Note(match[1].translate(_DIGITS), text))
        out.count("footnote")
        if i < len(lines):
            lines[i].gap = True
    _unmark_raised(kept, raised)
    return kept


_DIGITS = str.maketrans(_SUPER, "0123456789")


def _note_text(lines: Sequence[Line], i: int, start: int, width: int) -> tuple[str, int]:
    """The words of the note that opens in line ``i``, and the first line behind it. Where lines are not wrapped a note is one line;
    wrapped ones go on behind a full line, never with an item's mark."""
    text = [lines[i].text[start:]]
    for before, line in pairwise(lines[i:]):
        if line.gap or line.cell is not None or _SUPER_NOTE.match(line.text) or _PLAIN_NOTE.match(line.text):
            break
        if len(before.text) < width * 0.7 or not width or read_marker(line.text):
            break
        text.append(line.text)
    return " ".join(text), i + len(text)


def _unmark_raised(kept: list[Line], notes: Sequence[tuple[str, int]]) -> None:
    """Raised digits out of the text; each belongs to the first note of its number that comes behind it."""
    waiting: dict[str, list[tuple[int, int]]] = {}
    for number, (mark, behind) in enumerate(notes):
        waiting.setdefault(mark, []).append((behind, number))
    for k, line in enumerate(kept):
        found = list(_SUPER_MARK.finditer(line.text))
        for match in reversed(found):
            near = [(behind, number) for behind, number in waiting.get(match[0], ()) if behind > k]
            _cut_mark(line, match.start(), match.end(), near[0][1] if near else None)


def _cut_mark(line: Line, start: int, end: int, note: int | None) -> None:
    line.text = line.text[:start] + line.text[end:]
    moved = tuple((at - (end - start) if at >= end else at, number) for at, number in line.marks)
    line.marks = moved if note is None else (*moved, (start, note))


def _unmark_bracket(before: Sequence[Line], note: re.Match[str], number: int) -> bool:
    """Takes the mark "[1]" out of the nearest line before that has it."""
    mark = f"[{note[1]}]"
    for line in reversed(before[-1500:]):
        at = line.text.find(mark)
        if at > 0 and line.cell is None:
            _cut_mark(line, at - (line.text[at - 1] == " "), at + len(mark), number)
            return True
    return False


def _unmark(kept: list[Line], mark: str, note: int) -> bool:
    """Finds the footnote's mark at the end of a word in the last lines, and takes it out there."""
    pattern = re.compile(rf"(?<=[a-zà-ỹđ”\")]){mark}(?=[\s.,;:)]|$)", re.IGNORECASE)
    for line in reversed(kept[-70:]):
        match = pattern.search(line.text)
        if match:
            _cut_mark(line, match.start(), match.end(), note)
            return True
    return False
