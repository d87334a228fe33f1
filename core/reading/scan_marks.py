"""Bullets in a scan by their picture: OCR takes a dot for "e", "©" or nothing, a dash for "~"; their shape is plain to see."""
from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

Box = tuple[int, int, int, int]

_DARK = 140
_ITEM = re.compile(r"(?:[-–—+*•]|\(?[a-zđ]{1,2}[.)]|\(?\d{1,2}[.)]|[IVXLC]{1,6}[.)])$")


def bullet_of(text: str, image: Image, box: Box, size: float) -> str:
    """The bullet that the first word of a line is in ``image``, "" where it is none. ``size``: the height of its letters in pixels."""
    if len(text) > 3 or (len(text) > 1 and _ITEM.match(text)):
        return ""
    shape = _shape(image, (box[0] - 1, box[1], box[2] + 1, box[3]), size)
    if shape == "ring":
        return "+" if text in ("o", "O", "○", "°", "©", "®") else ""
    if shape == "-" and text.isalnum():
        return ""
    return shape


def bullet_before(image: Image, left: int, base: float, size: float) -> tuple[str, Box] | None:
    """A bullet that OCR left out before the word that begins at ``left`` on the line ``base``, and where it stands."""
    near, far = round(left - 0.3 * size), round(left - 3.2 * size)
    top, bottom = round(base - 0.75 * size), round(base + 0.05 * size)
    if far < 0 or top < 0 or bottom > image.height:
        return None
    ink = _ink(image, (far, top, near, bottom)).getbbox()
    if ink is None or ink[0] < 0.25 * size or ink[2] > near - far - 2:  # what touches the edge belongs to something else
        return None
    box = (far + ink[0], top + ink[1], far + ink[2], top + ink[3])
    middle = (base - (box[1] + box[3]) / 2) / size
    shape = _shape(image, box, size)
    return (shape, box) if shape in ("•", "-") and 0.12 < middle < 0.45 else None


def _ink(image: Image, box: Box) -> Image:
    return image.crop(box).point(lambda value: 255 if value < _DARK else 0)


def _shape(image: Image, box: Box, size: float) -> str:
    """"•", "-", "+" or "ring" as the ink in a box has it, "" for letters and all else."""
    ink = _ink(image, box)
    inner = ink.getbbox()
    if inner is None:
        return ""
    ink = ink.crop(inner)
    wide, tall = ink.size
    if tall < 0.03 * size or wide < 0.12 * size:
        return ""
    full = ink.histogram()[255] / (wide * tall)
    if wide > 2 * tall and tall < 0.18 * size and wide < 1.3 * size:
        return "-" if full > 0.6 else ""
    if not 0.7 < wide / tall < 1.45 or not 0.15 * size < tall < 0.62 * size:
        return ""
    if full > 0.68:
        return "•"
    parts = [[_share(ink, a, b) for a in range(3)] for b in range(3)]
    corners = max(parts[0][0], parts[0][2], parts[2][0], parts[2][2])
    arms = min(parts[0][1], parts[1][0], parts[1][2], parts[2][1])
    if corners < 0.08 and parts[1][1] > 0.5 and arms > 0.25:
        return "+"
    return "ring" if parts[1][1] < 0.12 and arms > 0.1 and full > 0.2 else ""


def _share(ink: Image, column: int, row: int) -> float:
    """How much of one of nine fields is dark."""
    wide, tall = ink.size
    field = ink.crop((wide * column // 3, tall * row // 3, max(wide * (column + 1) // 3, 1), max(tall * (row + 1) // 3, 1)))
    return field.histogram()[255] / max(field.width * field.height, 1)
