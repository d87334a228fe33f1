"""Lines to paragraphs: where a paragraph begins, told by edges, gaps, marks and room left over; lines joined to its text."""
from __future__ import annotations

import re
from collections import Counter as Tally
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from core.reading.build import NOTE, Counter
from core.reading.encodings import is_syllable
from core.reading.words import Line, Word, marked_text, marker
from core.reading.wrapped import wants

DASHES = ("-", "–")
ENDS = re.compile(r"[.;:!?…](?:[\"”’)\]]|/\.)*$|\./\.$")


@dataclass(slots=True)
class Frame:
    """Where the text of a page stands: left and right edge, the usual step from line to line."""

    left: float
    right: float
    pitch: float
    indented: bool = False  # items begin further in than the lines that go on: a mark at the edge stands inside a sentence
    slack: float = 0.35  # letter heights that must be left over before a break counts as meant
    told: bool = False  # the step is known from lines that go on in the middle of a sentence


def frame_of(lines: list[Line], otherwise: Frame | None = None, width: float = 0.0) -> Frame:
    """Edges that at least a tenth of the lines keep to; on the right also those that lines reach which go on in the middle of a sentence.
    ``otherwise``: the frame of all pages; ``width``: of this page."""
    wide = [line for line in lines if line.column == 0 and len(line.words) > 2]
    if len(wide) < 4 and otherwise is not None:
        return otherwise
    if not wide:
        wide = lines
    if not wide:
        return Frame(0.0, 500.0, 16.0)
    needed = max(2, len(wide) // 10)
    left = _kept(sorted(line.x0 for line in wide), needed)
    right = -_kept(sorted(-line.x1 for line in wide), needed)
    right = max([right, *(a.x1 for a, b in pairwise(wide) if _wrapped(a, b))])
    if otherwise is not None and right < otherwise.right < width - 10 and max(line.x1 for line in wide) < otherwise.right + 4:
        right = otherwise.right  # a page of short lines
    if otherwise is not None and len(wide) < 14:  # too few lines to know by themselves
        left = otherwise.left if left > otherwise.left + 6 else left
        right = otherwise.right if right < otherwise.right - 6 else right
    steps = Tally(round((b.y - a.y) * 2) / 2 for a, b in pairwise(wide)
                  if a.page == b.page and 0.9 * a.size < b.y - a.y < 3.2 * a.size)
    pitch = steps.most_common(1)[0][0] if steps else 1.25 * wide[0].size
    inside = Tally(round((b.y - a.y) * 2) / 2 for a, b in pairwise(wide) if _wrapped(a, b))
    told = inside.total() >= 3  # steps inside paragraphs, where short paragraphs make those between them the usual ones
    if told or (otherwise is not None and otherwise.told):
        pitch = inside.most_common(1)[0][0] if told else otherwise.pitch if otherwise is not None else pitch
    items = [line.x0 - left > 6 for line in wide if marker(line.words)]
    return Frame(left, right, pitch, len(items) >= 3 and sum(items) >= 0.8 * len(items), told=told)


def _wrapped(a: Line, b: Line) -> bool:
    """Whether ``b`` goes on with the sentence of ``a``, the line above it."""
    near = a.page == b.page and 0.9 * a.size < b.y - a.y < 2.2 * a.size and abs(a.size - b.size) < 1
    return near and b.words[0].text[:1].islower() and not marker(b.words) and not ENDS.search(a.words[-1].text)


def _kept(values: list[float], needed: int) -> float:
    """The smallest value that ``needed`` others keep to within four points."""
    for k, value in enumerate(values):
        if k + needed <= len(values) and values[min(k + needed - 1, len(values) - 1)] - value <= 4:
            return value
    return values[0]


def begins(before: Line, line: Line, first_of_two: bool, frame: Frame, lead: float | None) -> bool:
    """Whether ``line`` begins a new paragraph. ``first_of_two``: ``before`` is its paragraph's first line; ``lead``: where the
    paragraph's later lines begin, None where there are none yet."""
    left, right = frame.left, frame.right
    same_page = before.page == line.page
    if before.column != line.column:
        return True
    ended = ENDS.search(before.words[-1].text) is not None
    item = marker(line.words)
    opens_small = line.words[0].text[:1].islower() and not item
    if abs(before.size - line.size) > max(1.4, 0.12 * before.size) and not opens_small:
        return True
    if same_page:
        gap = line.y - before.y
        if gap < 0 or gap > 2.6 * frame.pitch:
            return True
        if gap > 1.12 * frame.pitch + 1.5 and not (opens_small and not ended):
            return True
    width = line.words[0].x1 - line.words[0].x0
    if line.column == 0 and centred(before, frame) and centred(line, frame) and before.bold == line.bold and not item:
        return right - left > (before.x1 - before.x0) + width + frame.slack * line.size and before.words[-1].text not in ("-", "–")
    if line.column == 0 and not item and not ended and centred(line, frame) and _fills(before, frame) and _title(before) and _title(line):
        return False  # the first line of a title in the middle has filled the width
    if line.column == 0 and right - before.x1 > width + frame.slack * line.size + 2:
        return not (not ended and (opens_small or wants(before.text, line.text)))
    if line.column and (item or ended or not opens_small):
        return True
    deep = line.x0 - left
    if item:
        if deep > 6 or (before.x0 - line.x0 > 6 and not first_of_two):
            return True
        if frame.indented and same_page:
            return ended and _bullet(line)
        return ended or (before.x0 - line.x0 > 6 and not opens_small) or _no_sentence(before)
    if lead is not None:
        return line.x0 > lead + 6 and not opens_small
    if deep <= 6:
        return False
    if abs(line.x0 - before.x0) <= 5:
        return ended
    if line.x0 > before.x0 + 6:
        return not marker(before.words)
    return False


def _bullet(line: Line) -> bool:
    """Whether a line begins with a bullet and a capital: behind a sentence's end it is an item wherever it stands."""
    return line.words[0].text in ("-", "–", "+", "•", "*") and line.words[1].text[:1].isupper()


def centred(line: Line, frame: Frame) -> bool:
    """Whether a line stands in the middle of the text's width and fills it neither at its left nor at its right."""
    before, behind = line.x0 - frame.left, frame.right - line.x1
    return before > 2 and behind > 2 and abs(before - behind) < 12


def _fills(line: Line, frame: Frame) -> bool:
    return line.x0 - frame.left <= 6 and frame.right - line.x1 <= 6


def _title(line: Line) -> bool:
    return line.bold and line.text.isupper() and not marker(line.words)


def _no_sentence(line: Line) -> bool:
    return line.text.isupper()


def cell_paragraphs(lines: list[Line], frame: Frame) -> list[list[Line]]:
    """The lines of a cell, grouped to paragraphs."""
    out: list[list[Line]] = []
    lead: float | None = None
    for n, line in enumerate(lines):
        inside = len(out) == 1 and line.words[0].text in DASHES and dash_inside(" ".join(each.text for each in lines[:n]), lines[n:])
        if out and (inside or not begins(out[-1][-1], line, len(out[-1]) == 1, frame, lead)):
            lead = line.x0 if len(out[-1]) == 1 else lead
            if _cut_word(out[-1][-1], line, frame):
                line.words[0].glued = True
            out[-1].append(line)
        else:
            out.append([line])
            lead = None
    return out


def dash_inside(above: str, lines: list[Line]) -> bool:
    """Whether the first of these lines of a cell begins with a dash that stands inside the name above it ("Sở Lao động" over "– Thương
    binh và Xã hội"): a list would have a mark on its first line, or a colon above it, or more than one item."""
    marked = [line for line in lines if marker(line.words)]
    return (len(marked) == 1 and marked[0] is lines[0] and lines[0].words[0].text in DASHES
            and above[:1].isalpha() and above[-1:].isalpha() and not re.match(r"\S{1,3}[.)/]\s", above))


def _cut_word(before: Line, line: Line, frame: Frame) -> bool:
    """A word wider than its cell is cut anywhere: it began its line, and not one letter more would have fitted."""
    word, rest = before.words[-1], line.words[0]
    year = re.search(r"/(20\d?)$", word.text)
    if year and re.match(rf"\d{{{4 - len(year[1])}}}(?!\d)", rest.text):
        return True  # "15/10/202" over "6"
    letter = (rest.x1 - rest.x0) / max(len(rest.text), 1)
    if len(before.words) > 1 or frame.right - word.x1 > letter:
        return False
    if word.text.isdigit() and len(line.words) == 1 and re.fullmatch(r"\d{1,2}[.)]?", rest.text):
        return len(word.text) < 3  # "1" over "2" in a column for numbers of one digit
    if not (word.text[-1].isalpha() and rest.text[0].isalpha()):
        return False
    if re.fullmatch("[IVX]+", word.text + rest.text):
        return len(line.words) == 1  # "II" over "I"
    a, b = word.text.lower(), rest.text.lower().strip(".,;:")
    return is_syllable(a + b) or not is_syllable(a) or not is_syllable(b)


def join(lines: list[Line], counter: Counter, note_of: Callable[[Word], str] | None) -> str:
    """Lines as one paragraph's text. A hyphen at a line's end (U+FFFE of PDFium) holds its word together."""
    text = ""
    for line in lines:
        words = line.words
        if note_of is not None and any(word.raised for word in words):
            for word in words:
                if word.raised and word.text != NOTE:
                    word.text = note_of(word)
        part = marked_text(words)
        if not text or words[0].glued:
            text += part
        elif text.endswith("\ufffe"):
            before = re.split(r"[\s\ufffe-]", text[:-1])[-1]
            after = re.split(r"\W", part)[0]
            if before and after[:1].islower() and not is_syllable(before.lower()) and is_syllable((before + after).lower()):
                text = text[:-1] + part
                counter.add("hyphen")
            elif not before or text[-2:-1] == " ":
                text = f"{text[:-1]}- {part}"
            else:
                text = f"{text[:-1]}-{part}"
                counter.add("hyphen")
        elif re.search(r"\w[/-]$", text) and re.match(r"\w", part) and len(re.split(r"\s", text)[-1]) > 1 and not part[0].islower():
            text += part
            counter.add("hyphen")
        else:
            text = f"{text} {part}"
    return text.replace("\ufffe", "-")
