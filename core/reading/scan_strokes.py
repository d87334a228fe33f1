"""Roman numbers in a scan by counting their strokes: one stroke more or less is another quarter, and OCR miscounts them."""
from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

_NUMBER = re.compile(r"(\(?)(?=[^I]*I)([IHl1|!ÌÍ]{1,5}|T?I{2,4})(V?)(?=[/.,;:)–-]|$)")
_ONE = re.compile(r"1(?=/)")
_DARK = 140


def counted(text: str, image: Image, box: tuple[int, int, int, int]) -> tuple[str, bool | None]:
    """``text`` with the strokes of the Roman number that it begins with as they stand in ``image``, and whether OCR had it so.

    None where the text begins with no such number or the picture does not tell.
    """
    if _ONE.match(text):  # "quý II/2026" read as "1/2026"; of a true "1" there is one stroke
        strokes = upright_strokes(image, box)
        return ("I" * strokes + text[1:], False) if strokes in (2, 3) else (text, None)
    match = _NUMBER.match(text)
    if match is None or match[1]:  # the strokes of a bracket are no number
        return text, None
    strokes = upright_strokes(image, box)
    if not 1 <= strokes <= (1 if match[3] else 3):
        return text, None
    number = "I" * strokes + match[3]
    return f"{number}{text[match.end():]}", number == match[2] + match[3]


def upright_strokes(image: Image, box: tuple[int, int, int, int]) -> int:
    """How many upright strokes a word begins with: dark at the same place above and below its middle."""
    left, top, right, bottom = box
    rows = [_runs(image, left, right, round(top + share * (bottom - top))) for share in (0.27, 0.36, 0.64, 0.73)]
    count = 0
    for place in zip(*rows, strict=False):
        width = max(end - begin for begin, end in place)
        if any(abs(a[0] - b[0]) > 0.5 * width or abs(a[1] - b[1]) > 0.5 * width for a, b in pairwise(place)):
            break
        if abs(place[0][0] - place[-1][0]) > 0.6 * width or width > 0.35 * (bottom - top):
            break
        count += 1
    return count


def _runs(image: Image, left: int, right: int, row: int) -> list[tuple[int, int]]:
    """The dark runs of one row of the picture."""
    line = image.crop((left, row, right, row + 1)).tobytes()
    flags = bytes(1 if value < _DARK else 0 for value in line)
    return [(match.start(), match.end()) for match in re.finditer(b"\x01+", flags)]
