"""How wide letters are, and where lines break. Liberation Serif is as wide as Times New Roman, so Word, Excel and PDF break alike.

Lengths are points. The fonts are the four files of resources/fonts; reportlab reads their widths.
"""
from __future__ import annotations

import sys
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from core.sheets.layout import LEADING, MM, BarChart, PageSetup, Table, widths

NAMES = {(False, False): "LiberationSerif-Regular", (True, False): "LiberationSerif-Bold",
         (False, True): "LiberationSerif-Italic", (True, True): "LiberationSerif-BoldItalic"}
_STAND_INS = {0xF0B7: "•", 0xF0A7: "•", 0xF02D: "-", 0x2610: "□", 0x2611: "■", 0x2713: "√", 0x2714: "√", 0x27A2: "›", 0x2011: "-"}
MISSING = "□"
DASHES = frozenset("-–—")


def fonts_folder() -> Path:
    """resources/fonts of the checkout or of the packaged program."""
    root = Path(getattr(sys, "_MEIPASS", Path(__file__).resolve().parent.parent.parent))
    return root / "resources" / "fonts"


class Line(NamedTuple):
    """One line of a text: its words, its natural width, and whether a paragraph ends with it (such a line is never justified)."""

    words: list[str]
    width: float
    last: bool


@lru_cache(maxsize=4)
def font(bold: bool = False, italic: bool = False) -> Any:
    """The reportlab TTFont of a face, registered once in the process."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    name = NAMES[bold, italic]
    made = TTFont(name, str(fonts_folder() / f"{name}.ttf"))
    pdfmetrics.registerFont(made)
    return made


@lru_cache(maxsize=4)
def _stand_ins(bold: bool, italic: bool) -> dict[int, str]:
    return _Missing(font(bold, italic).face.charToGlyph)


class _Missing(dict[int, str]):
    """str.translate table: letters that the font lacks become a sign that it has."""

    def __init__(self, known: dict[int, int]) -> None:
        super().__init__({code: chr(code) for code in known})

    def __missing__(self, code: int) -> str:
        found = _STAND_INS.get(code, "\n" if code == 10 else MISSING)
        self[code] = found
        return found


class Ruler:
    """Measures and breaks text of one face and size; widths of words are kept."""

    def __init__(self, size: float, bold: bool = False, italic: bool = False) -> None:
        self.size, self.bold, self.italic = size, bold, italic
        self.font = font(bold, italic)
        self.leading = size * LEADING
        self._letters: dict[int, float] = self.font.face.charWidths
        self._default: float = self.font.face.defaultWidth
        self._stand_ins = _stand_ins(bold, italic)
        self._words: dict[str, float] = {}
        self.space = self.width(" ")

    def width(self, text: str) -> float:
        """Natural width of a text on one line."""
        get, default = self._letters.get, self._default
        return sum(get(ord(char), default) for char in text) * self.size / 1000

    def word(self, word: str) -> float:
        """The width of a word, kept for the next time."""
        found = self._words.get(word)
        if found is None:
            found = self._words[word] = self.width(word)
        return found

    def printable(self, text: str) -> str:
        """``text`` in letters that the font has."""
        return text if text.isascii() else text.translate(self._stand_ins)

    def wrap(self, text: str, room: float) -> list[Line]:
        """The lines of a text in a column ``room`` wide; a word wider than that is cut. No text has one empty line."""
        lines: list[Line] = []
        for paragraph in self.printable(text).split("\n") if "\n" in text else (self.printable(text),):
            self._wrap(paragraph, room, lines)
        return lines

    def _wrap(self, paragraph: str, room: float, lines: list[Line]) -> None:
        known, space = self._words, self.space
        current: list[str] = []
        used = 0.0
        for word in paragraph.split():
            width = known.get(word)
            if width is None:
                width = known[word] = self.width(word)
            if current and used + space + width <= room:
                current.append(word)
                used += space + width
                continue
            if word in DASHES and len(current) > 1 and known[current[-1]] + space + width <= room:  # "2021 - 2025" breaks behind the dash
                before = current.pop()
                lines.append(Line(current, used - space - known[before], False))
                current, used = [before, word], known[before] + space + width
                continue
            if current:
                lines.append(Line(current, used, False))
            if width > room:
                *pieces, word = self._cut(word, room)
                lines += [Line([piece], self.width(piece), False) for piece in pieces]
                width = self.width(word)
            current, used = [word], width
        lines.append(Line(current, used, True))

    def _cut(self, word: str, room: float) -> list[str]:
        """A word too long for the column (a link, a code) in pieces that fit; at least one letter each."""
        pieces = [""]
        used = 0.0
        for char in word:
            width = self.width(char)
            if pieces[-1] and used + width > room:
                pieces.append("")
                used = 0.0
            pieces[-1] += char
            used += width
        return pieces

    def height(self, text: str, room: float) -> float:
        return len(self.wrap(text, room)) * self.leading


def parted(text: str, letters: int) -> tuple[str, str]:
    """A text before and after so many of its letters, spaces not counted."""
    for at, char in enumerate(text):
        if not letters:
            return text[:at].rstrip(), text[at:].lstrip()
        letters -= not char.isspace()
    return text, ""


@lru_cache(maxsize=64)
def ruler(size: float, bold: bool = False, italic: bool = False) -> Ruler:
    return Ruler(size, bold, italic)


def fitted(table: Table, page: PageSetup) -> list[float]:
    """Widths of the columns in mm, none narrower than the longest word of its heading; the widest column gives what is missing."""
    found = widths(table, page)
    if not table.stretch:
        return found
    measure = ruler(table.size, True)
    least = [max((measure.width(word) for word in column.title.split()), default=0) / MM + 3.2 for column in table.columns]
    missing = 0.0
    for n, width in enumerate(found):
        if width < least[n]:
            missing += least[n] - width
            found[n] = least[n]
    widest = max(range(len(found)), key=found.__getitem__)
    found[widest] -= missing
    return found


UPRIGHT_STEP, UPRIGHT_LEAST, UPRIGHT_MOST = 14.0, 70.0, 212.0  # points: 25 to 75 mm
UPRIGHT_USUAL = 140.0  # a name that wants more is written smaller first, so that the rows below keep their room
UPRIGHT_SMALL = 7.0
UPRIGHT_SIDE = 6.0  # points kept free at the two ends of an upright line


def upright_height(titles: list[tuple[str, float]], size: float) -> float:
    """Height of a heading row in which each title, turned by 90°, finds room in its column (width in points); at most 75 mm."""
    height = UPRIGHT_LEAST
    for title, width in titles:
        while height < UPRIGHT_MOST and not _fits_upright(title, width, height, size if height < UPRIGHT_USUAL else UPRIGHT_SMALL):
            height += UPRIGHT_STEP
    return min(height, UPRIGHT_MOST)


def _fits_upright(title: str, width: float, height: float, size: float) -> bool:
    measure = ruler(size, True)
    return len(measure.wrap(title, height - UPRIGHT_SIDE)) <= max(1, int(width // measure.leading))


def upright_lines(title: str, width: float, height: float, size: float) -> tuple[Ruler, list[Line]]:
    """The lines of an upright heading in a box, in smaller letters where it would not fit."""
    while True:
        measure = ruler(size, True)
        lines = measure.wrap(title, height - UPRIGHT_SIDE)
        if len(lines) * measure.leading <= width or size <= 6:
            return measure, _even(measure, title, lines, height - UPRIGHT_SIDE)
        size -= 0.5


def _even(measure: Ruler, title: str, lines: list[Line], room: float) -> list[Line]:
    """As many lines, about equally long: no word is left alone beside a full line."""
    least = max(map(measure.word, measure.printable(title).split()), default=room)
    while len(lines) > 1 and room - 2 >= least:
        room -= 2
        tighter = measure.wrap(title, room)
        if len(tighter) > len(lines):
            break
        lines = tighter
    return lines


BESIDE, ABOVE, BELOW, RIGHT = 6.0, 10.0, 11.0, 5.0  # mm around the bars of a chart: behind the names, legend, scale, end


class Plot(NamedTuple):
    """Where the bars of a chart stand, in parts of its width and height from the upper left corner."""

    x: float
    y: float
    width: float
    height: float


def plot_of(chart: BarChart, wide: float, high: float, size: float) -> Plot:
    """The bars of a chart in a box (mm): each name finds room on one line, or some programs leave out every second one."""
    measure = ruler(size)
    names = max((measure.width(label) for label in chart.labels), default=0.0) / MM + BESIDE
    x = min(names / wide, 0.6)
    return Plot(x, ABOVE / high, 1 - x - RIGHT / wide, 1 - (ABOVE + BELOW) / high)
