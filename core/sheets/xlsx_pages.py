"""Where a worksheet must begin a new printed page, because Excel keeps nothing together by itself.

Only headings that would stand alone at a page's foot, and the end that would stand alone on a page, get a break of their own: a table
full of breaks could not be filtered or sorted and printed any more. Lengths are points.
"""
from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat
from typing import NamedTuple

# Excel scales to whole percents and measures columns with the printer's letters, so a page holds a little more here, a little less there;
# LibreOffice scales down by two percents more at some widths
ROOMS = (1.04, 1.03, 1.02, 1.01, 1.0, 0.99, 0.98, 0.97, 0.96)

FULL = 0.5  # part of a page that is filled enough


class PrintedRow(NamedTuple):
    """``kept``: the row may not be parted from the one below it."""

    height: float
    kept: bool = False


def breaks(rows: Sequence[PrintedRow], head: int, room: float) -> list[int]:
    """The rows (counted from 1) behind which a new page begins. ``head`` is the number of the heading row that comes again on every page,
    the rows above it stand on the first one only; ``room`` is the height of a page in the sheet's own points. Where one room parts what
    belongs together on a page that another has just begun, the break stands where that page begins, so that nobody gets one with a row
    or two."""
    again = rows[head - 1].height if head else 0.0
    rooms = [room * share for share in ROOMS]
    used = [sum(row.height for row in rows[:head])] * len(rooms)
    begun = [head] * len(rooms)  # the row with which the page began, for each of the rooms
    found: list[int] = []
    n = head
    while n < len(rows):
        end = _group(rows, n, min(rooms) - again) if rows[n].kept else n
        group = [row.height for row in rows[n:end + 1]]
        if end > n > head and any(map(_parted, used, repeat(group), rooms)):
            at = max(begun)
            filled = again + sum(row.height for row in rows[at:n])
            if min(begun) == at or filled > room * FULL or any(map(_parted, repeat(filled), repeat(group), rooms)):
                at, filled = n, again
            found.append(at)
            used, begun = [filled] * len(rooms), [at] * len(rooms)
        for k in range(n, end + 1):
            height = rows[k].height
            used = [here + height for here in used]
            if max(used) > rooms[-1]:  # the smallest
                for place, most in enumerate(rooms):
                    if used[place] > most:
                        used[place], begun[place] = again + height, k
        n = end + 1
    return found


def _group(rows: Sequence[PrintedRow], start: int, room: float) -> int:
    """The last row that belongs together with ``start``; where no page holds them all, as many of them as one does."""
    end = start
    while end < len(rows) - 1 and rows[end].kept:
        end += 1
    while end > start and sum(row.height for row in rows[start:end + 1]) > room:
        end -= 1
    return end


def _parted(start: float, group: Sequence[float], room: float) -> bool:
    """Whether a page that is filled up to ``start`` ends between the rows of a group."""
    return start + group[0] <= room < start + sum(group)
