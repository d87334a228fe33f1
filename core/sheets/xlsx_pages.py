"""Where a worksheet must begin a new printed page, because Excel keeps nothing together by itself.

Only headings that would stand alone at a page's foot, and the end that would stand alone on a page, get a break of their own: a table
full of breaks could not be filtered or sorted and printed any more. Lengths are points.
"""
from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

# Excel scales to whole percents and measures columns with the printer's letters, so a page holds a little more here, a little less there
ROOMS = (1.02, 1.01, 1.0, 0.99, 0.98, 0.97, 0.96)


class PrintedRow(NamedTuple):
    """``kept``: the row may not be parted from the one below it."""

    height: float
    kept: bool = False


def breaks(rows: Sequence[PrintedRow], head: int, room: float) -> list[int]:
    """The rows (counted from 1) behind which a new page begins. ``head`` is the number of the heading row that comes again on every page,
    the rows above it stand on the first one only; ``room`` is the height of a page in the sheet's own points."""
    again = rows[head - 1].height if head else 0.0
    used = [sum(row.height for row in rows[:head])] * len(ROOMS)
    found = []
    n = head
    while n < len(rows):
        end = n
        while end < len(rows) - 1 and rows[end].kept:
            end += 1
        while end > n and again + sum(row.height for row in rows[n:end + 1]) > room * min(ROOMS):
            end -= 1  # no page holds all that belongs together: as much of it as one does
        group = [row.height for row in rows[n:end + 1]]
        if end > n and n > head and any(
                _parted(start, group, room * share) for start, share in zip(used, ROOMS, strict=True)):
            found.append(n)
            used = [again] * len(ROOMS)
        used = [_after(start, group, again, room * share) for start, share in zip(used, ROOMS, strict=True)]
        n = end + 1
    return found


def _parted(start: float, group: Sequence[float], room: float) -> bool:
    """Whether a page that is filled up to ``start`` ends between the rows of a group."""
    return start + group[0] <= room < start + sum(group)


def _after(start: float, group: Sequence[float], again: float, room: float) -> float:
    """How far the page is filled behind a group of rows."""
    for height in group:
        start = start + height if start + height <= room else again + height
    return start
