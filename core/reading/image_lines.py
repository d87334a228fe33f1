"""Ruling lines in the picture of a page: long dark runs, found on a picture shrunk along the line so that gaps and slants do no harm."""
from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

_FULL = 215  # of 255: how much of a step along a line is dark
_RUN = re.compile(b"\x01{2,}")


def ruling_lines(gray: Image, dpi: float) -> tuple[list[tuple[float, float, float]], list[tuple[float, float, float]]]:
    """Lines across (y, x0, x1) and down (x, y0, y1) in pixels, about half an inch at least; shorter ones only as walls of a low cell."""
    from PIL import Image as Pil

    step = max(4, round(dpi / 25))
    across = _runs(gray, step, round(dpi / 2 / step), dpi)
    turned = gray.transpose(Pil.Transpose.TRANSPOSE)
    down = [line for line in _runs(turned, step, max(2, round(dpi / 5.5 / step)), dpi)
            if line[2] - line[1] >= dpi / 2.6 or all(_stands_on(line[0], end, across, 1.6 * step) for end in line[1:])]
    return across, _bridged(down, across, 1.6 * step, dpi)


def _bridged(down: list[tuple[float, float, float]], across: list[tuple[float, float, float]], near: float,
             dpi: float) -> list[tuple[float, float, float]]:
    """Walls with their holes closed that a stamp made: cells that are one open and close at lines across, a hole does so anywhere."""
    out: list[tuple[float, float, float]] = []
    for x, begin, end in sorted(down, key=lambda line: line[1]):
        for k, (other, top, bottom) in enumerate(out):
            whole = _stands_on(x, bottom, across, near) and _stands_on(x, begin, across, near)
            if abs(other - x) <= dpi / 60 and 0 < begin - bottom < 1.2 * dpi and not whole:
                out[k] = ((other + x) / 2, top, max(bottom, end))
                break
        else:
            out.append((x, begin, end))
    return out


def _stands_on(x: float, y: float, across: list[tuple[float, float, float]], near: float) -> bool:
    return any(abs(y - at) <= near and x0 - near <= x <= x1 + near for at, x0, x1 in across)


def _runs(gray: Image, step: int, least: int, dpi: float) -> list[tuple[float, float, float]]:
    """Dark runs along the rows of ``gray``: (row, begin, end) of those of at least ``least`` steps, neighbouring rows as one."""
    from PIL import Image as Pil
    from PIL import ImageChops

    dark = gray.point(lambda value: 255 if value < 150 else 0)
    columns = gray.width // step
    if columns < 3:
        return []
    # a slightly slanted line lies half in one row and half in the next
    thick = ImageChops.lighter(dark, ImageChops.offset(dark, 0, 1))
    shrunk = thick.resize((columns, gray.height), resample=Pil.Resampling.BOX, box=(0, 0, columns * step, gray.height))
    table = bytes(1 if value >= _FULL else 0 for value in range(256))  # letters side by side leave gaps, a line leaves none
    flags = shrunk.tobytes().translate(table)
    found: list[tuple[float, float, float]] = []
    for y in range(gray.height):
        row = flags[y * columns:(y + 1) * columns]
        if 1 not in row:
            continue
        for match in _RUN.finditer(row):
            if match.end() - match.start() >= least:
                found.append((float(y), float(match.start() * step), float(match.end() * step)))
    return _stacked(found, dpi)


def _stacked(found: list[tuple[float, float, float]], dpi: float) -> list[tuple[float, float, float]]:
    """Runs on neighbouring rows as one line at their middle; what is thicker than a line is a picture or a bar."""
    groups: list[list[tuple[float, float, float]]] = []
    for run in found:
        for group in reversed(groups[-60:]):
            last = group[-1]
            if 0 <= run[0] - last[0] <= 3 and run[1] <= max(r[2] for r in group[-3:]) + 6 and run[2] >= min(r[1] for r in group[-3:]) - 6:
                group.append(run)
                break
        else:
            groups.append([run])
    out = []
    for group in groups:
        low, high = group[0][0], group[-1][0]
        if high - low <= dpi / 18:
            out.append(((low + high) / 2, min(run[1] for run in group), max(run[2] for run in group)))
    return out


def without_lines(gray: Image, across: list[tuple[float, float, float]], down: list[tuple[float, float, float]], dpi: float) -> Image:
    """The page with its ruling lines painted over in white, so that they are not read as letters."""
    if not across and not down:
        return gray
    from PIL import ImageDraw

    clear = gray.copy()
    draw = ImageDraw.Draw(clear)
    half = max(2, round(dpi / 90))
    for y, x0, x1 in across:
        draw.rectangle((x0, y - half, x1, y + half), fill=255)
    for x, y0, y1 in down:
        draw.rectangle((x - half, y0, x + half, y1), fill=255)
    return clear
