"""Columns side by side without ruling lines (letterheads, signatures): told by the gap that they leave free, read one after the other."""
from __future__ import annotations

from itertools import pairwise

from core.reading.words import Line, make_line


def order_columns(lines: list[Line], width: float) -> list[Line]:
    """Lines in reading order: where several lines in a row leave the same gap free, the left column comes before the right."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.y, line.x0)):
        if rows and abs(line.y - rows[-1][0].y) <= 0.42 * max(line.size, rows[-1][0].size):
            rows[-1].append(line)
        else:
            rows.append([line])
    for row in rows:
        row.sort(key=lambda line: line.x0)
    out: list[Line] = []
    k = 0
    while k < len(rows):
        end, gap = _column_block(rows, k, width)
        if end - k >= 2:
            block = [line for row in rows[k:end] for line in row]
            middle = (gap[0] + gap[1]) / 2
            for side, part in enumerate(([line for line in block if line.x0 < middle], [line for line in block if line.x0 >= middle]), 1):
                for line in part:
                    line.column = side
                out.extend(part)
            k = end
        else:
            out.append(_one(rows[k]))
            k += 1
    return out


def _one(row: list[Line]) -> Line:
    if len(row) == 1:
        return row[0]
    return make_line(sorted((word for line in row for word in line.words), key=lambda word: word.x0), row[0].page)


def _column_block(rows: list[list[Line]], start: int, width: float) -> tuple[int, tuple[float, float]]:
    """How far rows from ``start`` keep one gap free, and that gap. The first row must be cut by it."""
    first = rows[start]
    if len(first) > 1:
        low, high = max(((a.x1, b.x0) for a, b in pairwise(first)), key=lambda gap: gap[1] - gap[0])
    elif start + 1 < len(rows) and len(rows[start + 1]) == 2:  # a line of one column may stand above the first line of the other
        low, high = rows[start + 1][0].x1, rows[start + 1][1].x0
        if first[0].x1 > high - 6 and first[0].x0 < low + 6:
            return start + 1, (0.0, 0.0)
        if start and first[0].y - rows[start - 1][0].y < 1.7 * first[0].size:  # the last line of a paragraph
            return start + 1, (0.0, 0.0)
    else:
        return start + 1, (0.0, 0.0)
    end, both = start, 0
    previous = rows[start][0].y
    for row in rows[start:]:
        size = max(line.size for line in row)
        if row[0].y - previous > 5.5 * size or (len(row) == 1 and abs(row[0].x0 + row[0].x1 - width) < 60):
            break  # a line in the middle of the page is a title
        new_low, new_high = low, high
        for line in row:
            if line.x1 < (low + high) / 2:
                new_low = max(new_low, line.x1)
            elif line.x0 > (low + high) / 2:
                new_high = min(new_high, line.x0)
            else:
                new_low, new_high = 1.0, 0.0
        if new_high - new_low < 10:
            break
        low, high = new_low, new_high
        both += len(row) > 1
        previous = row[0].y
        end += 1
    return (end, (low, high)) if both >= 2 or (both == 1 and end - start >= 3) else (start + 1, (0.0, 0.0))
