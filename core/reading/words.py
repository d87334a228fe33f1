"""Words on a page with their places, lines made of them, and the page as the layout sees it: what PDF text and OCR have in common."""
from __future__ import annotations

import re
from collections import Counter as Tally
from dataclasses import dataclass, field, replace
from itertools import pairwise

from core.fold import fold
from core.reading.build import SURE, UNSURE
from core.reading.encodings import is_syllable


@dataclass(slots=True)
class Word:
    """A word: left and right edge, baseline from the top, letter size, all in points. ``raised`` words are superscripts."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    font: str = ""
    unsure: bool = False
    raised: bool = False
    glued: bool = False  # a footnote mark that stood at the end of the word before it without a space


@dataclass(slots=True)
class Line:
    """Words on one baseline within one column."""

    words: list[Word]
    x0: float
    x1: float
    y: float
    size: float
    page: int
    bold: bool = False
    italic: bool = False
    column: int = 0  # 0: the page's whole width; otherwise the number of a column in a block of columns

    @property
    def text(self) -> str:
        return plain_text(self.words)


@dataclass(slots=True)
class Page:
    """What was found on a page. Ruling lines: across = (y, x0, x1), down = (x, y0, y1), from the top left."""

    number: int
    width: float
    height: float
    words: list[Word]
    across: list[tuple[float, float, float]] = field(default_factory=list)
    down: list[tuple[float, float, float]] = field(default_factory=list)


def plain_text(words: list[Word]) -> str:
    """The words of a line with single spaces, raised ones as they are."""
    return "".join(("" if word.glued or n == 0 else " ") + word.text for n, word in enumerate(words)).replace("\ufffe", "-")


def marked_text(words: list[Word]) -> str:
    """As ``plain_text``, unsure words between the marks of core.reading.build; a hyphen at the end stays U+FFFE."""
    parts: list[str] = []
    for n, word in enumerate(words):
        if n and not word.glued:
            parts.append(" ")
        parts.append(f"{UNSURE}{word.text}{SURE}" if word.unsure else word.text)
    return "".join(parts)


def make_line(words: list[Word], page: int) -> Line:
    """A line of words that are sorted from left to right."""
    size = _usual_size(words)
    base = [word for word in words if not word.raised] or words
    fonts = [font.lower() for font in {word.font for word in base if len(word.text) > 1 or word.text.isalnum()}]
    bold = bool(fonts) and all("bold" in font or "black" in font for font in fonts)
    italic = bool(fonts) and all("italic" in font or "oblique" in font for font in fonts)
    return Line(words, words[0].x0, max(word.x1 for word in words), base[0].y, size, page, bold, italic)


def _usual_size(words: list[Word]) -> float:
    if len({word.size for word in words}) == 1:
        return words[0].size
    sizes: Tally[float] = Tally()
    for word in words:
        sizes[word.size] += len(word.text)
    return sizes.most_common(1)[0][0]


def baselines(words: list[Word]) -> list[list[Word]]:
    """Words grouped by baseline, from the top; each group from left to right. Raised marks join the line that they stand on."""
    groups: list[list[Word]] = []
    top = size = 0.0
    for word in sorted(words, key=lambda w: w.y):
        if groups and word.y - top <= 0.42 * max(size, word.size):
            groups[-1].append(word)
            if word.size > size:
                size = word.size
        else:
            groups.append([word])
            top, size = word.y, word.size
    for group in groups:
        group.sort(key=lambda w: w.x0)
    return groups


def closed_gaps(words: list[Word]) -> tuple[list[Word], int]:
    """Words of one baseline with those put together that a writer tore apart ("nhâ n dâ n", "K Ế  H O Ạ C H"), and how many were.

    Torn pieces stand nearer than words do and make no syllable by themselves; widely set letters stand evenly.
    """
    if len(words) >= 6 and sum(len(word.text) == 1 and word.text.isalpha() for word in words) >= 0.8 * len(words):
        return _set_close(words)
    out = [words[0]]
    for word in words[1:]:
        before = out[-1]
        gap = word.x0 - before.x1
        if gap < 0.17 * word.size and not word.glued and _torn(before.text, word.text):
            out[-1] = replace(before, text=before.text + word.text, x1=word.x1, unsure=before.unsure or word.unsure)
        else:
            out.append(word)
    return out, len(words) - len(out)


def _torn(a: str, b: str) -> bool:
    a, b = a.lower(), b.lower().rstrip(".,;:")
    return a[-1:].isalpha() and b[:1].isalpha() and not (is_syllable(a) and is_syllable(b)) and is_syllable(a + b)


def _set_close(words: list[Word]) -> tuple[list[Word], int]:
    gaps = sorted(b.x0 - a.x1 for a, b in pairwise(words))
    usual = gaps[len(gaps) // 4]
    out = [words[0]]
    for before, word in pairwise(words):
        if word.x0 - before.x1 > usual + 0.35 * word.size:
            out.append(word)
        else:
            out[-1] = replace(out[-1], text=out[-1].text + word.text, x1=word.x1)
    return out, len(words) - len(out)


MARKER = re.compile(
    r"(?:[-–—+*•●○▪■◦➢✓]|\(?[a-zđ]{1,2}[.)]|\(?[ivx]{1,5}[.)]|[IVXLC]{1,6}[.)-]|[A-HĐ][.)]|\(?\d{1,2}(?:\.\d{1,2}){0,4}[.)-]?)$")
_TITLE = re.compile(r"(?:Điều|Phần|Chương|Mục|Phụ lục|PHẦN|CHƯƠNG|MỤC|PHỤ LỤC) (?:\d+|[IVXLC]+)(?:[.:]|$)")


def marker(words: list[Word]) -> bool:
    """Whether a line begins as an item of a list does."""
    if len(words) > 1 and MARKER.match(words[0].text):
        return True
    if re.match(r"[-+•●]\w|\d{1,2}(?:\.\d{1,2})*\.[^\W\d]|[a-zđ]\)\w|[IVX]{1,5}\.[^\W\d]", words[0].text):
        return True
    return _TITLE.match(" ".join(word.text for word in words[:3])) is not None


_STATE = re.compile(r"cong hoa xa hoi\b|doc lap\W+tu do\b")  # the right half of every letterhead


def _stretched(words: list[Word]) -> bool:
    """Whether a line was pulled apart to its full width (justified before a manual break): its gaps are wide and even."""
    gaps = [b.x0 - a.x1 for a, b in pairwise(words) if not b.glued]
    return len(gaps) >= 2 and min(gaps) > 0.6 * words[0].size and max(gaps) < 1.25 * min(gaps)


def split_wide(words: list[Word]) -> list[list[Word]]:
    """A baseline's words cut where the gap is too wide for a space; a list mark stays with its text."""
    if _stretched(words):
        return [words]
    parts = [[words[0]]]
    for n, (before, word) in enumerate(pairwise(words), 1):
        gap = word.x0 - before.x1
        wide = gap > max(2.4 * word.size, 24.0) and not (len(parts[-1]) == 1 and MARKER.match(before.text))
        if wide or (gap > 0.7 * word.size and _STATE.match(fold(" ".join(each.text for each in words[n:n + 4])))):
            parts.append([word])
        else:
            parts[-1].append(word)
    return parts
