"""One PDF page as words and ruling lines, by pypdfium2's character positions; text that is turned is read upright."""
from __future__ import annotations

import ctypes
import math
import re
from itertools import pairwise
from typing import Any

from core.reading.encodings import is_syllable
from core.reading.words import Page, Word

_BLANK = "\\s\x00-\x1f\xa0\u2000-\u200b\u3000"
_WORD = re.compile(f"[^{_BLANK}\ufffe]*\ufffe|[^{_BLANK}\ufffe]+")  # PDFium puts U+FFFE for a hyphen that ends a line
_MARK_BEHIND = re.compile(r"(?<=\D)\d{1,3}$|\*{1,3}$|(?<=[^\W\d])\[\d{1,3}\]$")
_THIN = 3.0  # a filled rectangle thinner than this is a line
_MOST_SEGMENTS = 400
_MOST_OBJECTS = 20_000


class Chars:
    """Calls into PDFium for the characters of one text page; the buffers are made once."""

    def __init__(self, text_page: Any) -> None:
        import pypdfium2.raw as pdfium

        self._raw, self._c = text_page.raw, pdfium
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box = [ctypes.c_double() for _ in range(4)]
        self._refs = [ctypes.byref(value) for value in self._box]
        self._px, self._py = ctypes.byref(self._x), ctypes.byref(self._y)
        self._name = ctypes.create_string_buffer(200)
        self._flags = ctypes.c_int()
        self._fonts: dict[tuple[bytes, int], str] = {}
        self.count = max(0, text_page.count_chars())

    def text(self) -> str:
        """One code point per character, in step with the indices of PDFium."""
        count = self.count
        buffer = (ctypes.c_ushort * (count + 1))()
        got = self._c.FPDFText_GetText(self._raw, 0, count, buffer)
        text = bytes(buffer).decode("utf-16-le", "surrogatepass")[:-1]
        if got == count + 1 and len(text) == count and not re.search("[\ud800-\udfff\U00010000-\U0010ffff\x00]", text):
            return text
        get = self._c.FPDFText_GetUnicode
        return "".join(chr(code) if code < 0x110000 else "\ufffd" for code in (get(self._raw, k) for k in range(count)))

    def origin(self, k: int) -> tuple[float, float]:
        self._c.FPDFText_GetCharOrigin(self._raw, k, self._px, self._py)
        return self._x.value, self._y.value

    def box(self, k: int) -> tuple[float, float, float, float]:
        """left, right, bottom, top"""
        self._c.FPDFText_GetCharBox(self._raw, k, *self._refs)
        left, right, bottom, top = self._box
        return left.value, right.value, bottom.value, top.value

    def loose_height(self, k: int) -> float:
        rect = self._c.FS_RECTF()
        self._c.FPDFText_GetLooseCharBox(self._raw, k, ctypes.byref(rect))
        return float(abs(rect.top - rect.bottom))

    def size(self, k: int) -> float:
        return float(self._c.FPDFText_GetFontSize(self._raw, k))

    def angle(self, k: int) -> float:
        return float(self._c.FPDFText_GetCharAngle(self._raw, k))

    def font(self, k: int) -> str:
        self._c.FPDFText_GetFontInfo(self._raw, k, self._name, 200, ctypes.byref(self._flags))
        key = (self._name.value, self._flags.value)
        name = self._fonts.get(key)
        if name is None:
            name = key[0].decode("utf-8", "replace") + (" Bold" if key[1] > 0 and key[1] & (1 << 18) else "") + (
                " Italic" if key[1] > 0 and key[1] & (1 << 6) else "")
            self._fonts[key] = name
        return name


def turns(chars: Chars, text: str) -> int:
    """Quarter turns (0…3, anticlockwise) that most of the page's text is turned by."""
    places = [m.start() for m in _WORD.finditer(text)]
    votes = [0, 0, 0, 0]
    for k in places[::max(1, len(places) // 25)]:
        angle = chars.angle(k)
        if angle >= 0:
            votes[-round(angle / (math.pi / 2)) % 4] += 1  # PDFium counts clockwise
    return votes.index(max(votes))


def upright(x: float, y: float, turn: int, width: float, height: float) -> tuple[float, float]:
    """A point of PDF's space (from the bottom left) as seen with the text upright, from the top left."""
    if turn == 0:
        return x, height - y
    if turn == 1:
        return y, x
    if turn == 2:
        return width - x, y
    return height - y, width - x


def read_page(page: Any, number: int) -> tuple[Page, int, float]:
    """The page with its words and lines, how many characters it holds, and what share of it pictures cover."""
    left, bottom, right, top = page.get_mediabox()
    crop = page.get_cropbox()
    if crop[2] - crop[0] > 10 and crop[3] - crop[1] > 10:
        left, bottom, right, top = crop
    width, height = max(right - left, 1.0), max(top - bottom, 1.0)
    text_page = page.get_textpage()
    try:
        chars = Chars(text_page)
        text = re.sub("[\ufdd0-\ufdef]", " ", chars.text())  # code points that core.reading.build gives a meaning
        turn = turns(chars, text) if chars.count else _page_turn(page)
        words = _words(chars, text, turn, left, bottom, width, height)
    finally:
        text_page.close()
    across, down, pictures = _drawn(page, turn, left, bottom, width, height)
    seen = (height, width) if turn % 2 else (width, height)
    return Page(number, seen[0], seen[1], words, across, down), len(words), pictures


def _page_turn(page: Any) -> int:
    return (int(page.get_rotation()) // 90) % 4


def _words(chars: Chars, text: str, turn: int, left: float, bottom: float, width: float, height: float) -> list[Word]:
    words: list[Word] = []
    font, font_of = "", (-1.0, -1.0)
    scaled = _is_scaled(chars, text, turn)
    for match in _WORD.finditer(text):
        first, last = match.start(), match.end() - 1
        token = match[0]
        x, y = chars.origin(first)
        near, far, low, high = chars.box(last if token[-1] != "\ufffe" or last == first else last - 1)
        if turn == 0:
            x0, base, x1 = x - left, height - y + bottom, far - left
        else:
            x0, base = upright(x - left, y - bottom, turn, width, height)
            far_x, far_y = ((far, y), (x, high), (near, y), (x, low))[turn]
            x1, _ = upright(far_x - left, far_y - bottom, turn, width, height)
        size = round(chars.loose_height(first) / 1.15 if scaled else chars.size(first), 1) or 1.0
        if x1 <= x0:
            x1 = x0 + 0.5 * size * len(token)
        if not (-50 < x0 < 20_000 and -50 < base < 20_000):
            continue  # drawn off the page: not seen
        level = -0.4 * size < low - y < 0.06 * size and len(token) > 1
        if turn == 0 and not level and _stands_apart(chars.angle(first), x0 / width):
            continue
        if font_of != (base, size):
            font, font_of = chars.font(first), (base, size)
        elif first and (text[first - 1] != " " or not words or words[-1].font != font):
            font = chars.font(first)
        if turn == 0 and _runs_together(token):
            *before, (start, _) = _torn_apart(chars, token, first, size)
            for a, b in before:
                words.append(Word(token[a:b], chars.box(first + a)[0] - left, chars.box(first + b - 1)[1] - left, base, size, font))
            if start:
                x0, token, first = chars.box(first + start)[0] - left, token[start:], first + start
        word = Word(token, x0, x1, base, size, font)
        words.append(word)
        mark = _MARK_BEHIND.search(token) if token[-1] in "0123456789*]" else None
        if mark and mark.start() > 0:
            _split_mark(chars, word, mark.start(), first, words, scaled)
    return words


def _stands_apart(angle: float, across: float) -> bool:
    """Whether a word on an upright page is a watermark (set at a slant) or runs up the page's margin: no part of the text."""
    quarter = angle / (math.pi / 2)
    if angle < 0 or abs(quarter) < 0.05 or abs(quarter - 4) < 0.05:
        return False
    return abs(quarter - round(quarter)) > 0.05 or not 0.09 < across < 0.91


_LETTERS = re.compile(r"[^\W\d_]+")


def _runs_together(token: str) -> bool:
    """Whether a word looks like several set so tightly that PDFium saw no space between them."""
    return len(token) > 4 and any(not is_syllable(run[0]) for run in _LETTERS.finditer(token)
                                  if len(run[0]) > 7 or (len(run[0]) > 3 and not run[0].isascii()))


def _torn_apart(chars: Chars, token: str, first: int, size: float) -> list[tuple[int, int]]:
    """Where such a word comes apart, as ranges of its letters: only into syllables, at white that stands there, and behind signs."""
    boxes = [chars.box(first + k) for k in range(len(token))]
    white = [0.0, *((boxes[k][0] - boxes[k - 1][1]) / size for k in range(1, len(token)))]
    cuts = {k for k in range(1, len(token)) if token[k - 1] in ".,;:)" and token[k].isalpha() and white[k] > 0.12}
    for run in _LETTERS.finditer(token):
        inside = _syllable_cuts(run[0], white[run.start():run.end()])
        if inside is None:
            return [(0, len(token))]
        cuts |= {run.start() + k for k in inside}
    return list(pairwise([0, *sorted(cuts), len(token)]))


def _syllable_cuts(letters: str, white: list[float]) -> list[int] | None:
    """The fewest cuts into syllables with white at each of them; None where there are none such."""
    best: list[list[int] | None] = [[], *[None] * len(letters)]
    for end in range(1, len(letters) + 1):
        for start in range(max(0, end - 7), end):
            before = best[start]
            if before is None or (start and white[start] <= 0.065) or not is_syllable(letters[start:end]):
                continue
            known = best[end]
            if known is None or len(before) + bool(start) < len(known):
                best[end] = [*before, start] if start else []
    return best[-1]


def _is_scaled(chars: Chars, text: str, turn: int) -> bool:
    """Some writers set every font at size 1 and scale by a matrix: then the height of the letters tells the size."""
    first = _WORD.search(text)
    if first is None or turn % 2:
        return False
    size, height = chars.size(first.start()), chars.loose_height(first.start())
    return size <= 0 or not 0.6 <= height / size <= 2.2


def _split_mark(chars: Chars, word: Word, cut: int, first: int, words: list[Word], scaled: bool) -> None:
    """A footnote's mark at the end of a word is told by its smaller letters."""
    k = first + cut
    size = round(chars.loose_height(k) / 1.15 if scaled else chars.size(k), 1)
    if size > word.size * 0.8:
        bottom = chars.box(k)[2]
        base = chars.box(first)
        if bottom < base[2] + word.size * 0.22 or word.text[cut] == "*":
            return  # digits as big and as low as the letters
        size = word.size * 0.65
    mark = Word(word.text[cut:], word.x1 - 0.5 * size * (len(word.text) - cut), word.x1, word.y, size, word.font, raised=True, glued=True)
    word.text, word.x1 = word.text[:cut], mark.x0
    words.append(mark)


# ---------------------------------------------------------------- lines and pictures

Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


class _Drawing:
    """Walks the objects of a page, forms inside forms too, and keeps straight lines and the area of pictures."""

    def __init__(self) -> None:
        import pypdfium2.raw as pdfium

        self._c = pdfium
        self.strokes: list[tuple[float, float, float, float]] = []
        self.pictures: list[tuple[float, float, float, float]] = []
        self._left = _MOST_OBJECTS

    def matrix(self, obj: Any) -> Matrix:
        value = self._c.FS_MATRIX()
        if not self._c.FPDFPageObj_GetMatrix(obj, ctypes.byref(value)):
            return _SAME
        return (value.a, value.b, value.c, value.d, value.e, value.f)

    def walk(self, count: int, get: Any, holder: Any, outer: Matrix, depth: int) -> None:
        c = self._c
        for k in range(max(0, count)):
            self._left -= 1
            if self._left < 0:
                return
            obj = get(holder, k)
            kind = c.FPDFPageObj_GetType(obj)
            if kind == c.FPDF_PAGEOBJ_PATH:
                self.path(obj, outer)
            elif kind == c.FPDF_PAGEOBJ_IMAGE:
                self.picture(_times(self.matrix(obj), outer))
            elif kind == c.FPDF_PAGEOBJ_FORM and depth < 6:
                self.walk(c.FPDFFormObj_CountObjects(obj), c.FPDFFormObj_GetObject, obj, _times(self.matrix(obj), outer), depth + 1)

    def picture(self, m: Matrix) -> None:
        xs = [m[4], m[4] + m[0], m[4] + m[2], m[4] + m[0] + m[2]]
        ys = [m[5], m[5] + m[1], m[5] + m[3], m[5] + m[1] + m[3]]
        self.pictures.append((min(xs), min(ys), max(xs), max(ys)))

    def path(self, obj: Any, outer: Matrix) -> None:
        c = self._c
        count = c.FPDFPath_CountSegments(obj)
        if not 2 <= count <= _MOST_SEGMENTS:
            return
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        c.FPDFPath_GetDrawMode(obj, ctypes.byref(fill), ctypes.byref(stroke))
        if not fill.value and not stroke.value:
            return
        m = _times(self.matrix(obj), outer)
        for points in self._outlines(obj, count, m):
            xs, ys = [p[0] for p in points], [p[1] for p in points]
            wide, tall = max(xs) - min(xs), max(ys) - min(ys)
            if min(wide, tall) <= _THIN:
                if wide >= tall:
                    middle = (min(ys) + max(ys)) / 2
                    self.strokes.append((min(xs), middle, max(xs), middle))
                else:
                    middle = (min(xs) + max(xs)) / 2
                    self.strokes.append((middle, min(ys), middle, max(ys)))
            elif stroke.value:
                self.strokes.extend((a[0], a[1], b[0], b[1]) for a, b in pairwise(points))

    def _outlines(self, obj: Any, count: int, m: Matrix) -> list[list[tuple[float, float]]]:
        """Runs of straight strokes; a curve ends one."""
        c = self._c
        x, y = ctypes.c_float(), ctypes.c_float()
        out: list[list[tuple[float, float]]] = []
        current: list[tuple[float, float]] = []
        for k in range(count):
            segment = c.FPDFPath_GetPathSegment(obj, k)
            c.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
            point = (x.value * m[0] + y.value * m[2] + m[4], x.value * m[1] + y.value * m[3] + m[5])
            kind = c.FPDFPathSegment_GetType(segment)
            if kind == c.FPDF_SEGMENT_LINETO and current:
                current.append(point)
                if c.FPDFPathSegment_GetClose(segment):
                    current.append(current[0])
            else:
                if len(current) > 1:
                    out.append(current)
                current = [point]
        if len(current) > 1:
            out.append(current)
        return out


def _drawn(page: Any, turn: int, left: float, bottom: float, width: float, height: float) -> tuple[
        list[tuple[float, float, float]], list[tuple[float, float, float]], float]:
    import pypdfium2.raw as pdfium

    drawing = _Drawing()
    drawing.walk(pdfium.FPDFPage_CountObjects(page.raw), pdfium.FPDFPage_GetObject, page.raw, _SAME, 0)
    across: list[tuple[float, float, float]] = []
    down: list[tuple[float, float, float]] = []
    for ax, ay, bx, by in drawing.strokes:
        x0, y0 = upright(ax - left, ay - bottom, turn, width, height)
        x1, y1 = upright(bx - left, by - bottom, turn, width, height)
        if abs(y0 - y1) <= 1.5 and abs(x0 - x1) > 4:
            across.append(((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
        elif abs(x0 - x1) <= 1.5 and abs(y0 - y1) > 4:
            down.append(((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
    area = sum(max(0.0, min(x1 - left, width) - max(x0 - left, 0)) * max(0.0, min(y1 - bottom, height) - max(y0 - bottom, 0))
               for x0, y0, x1, y1 in drawing.pictures)
    return across, down, min(area / (width * height), 1.0)
