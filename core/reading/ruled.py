"""Tables drawn with ruling lines: lines on a page → grids of cells, merged ones told by the lines that are missing."""
from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

Across = tuple[float, float, float]  # y, x0, x1
Down = tuple[float, float, float]  # x, y0, y1

_NEAR = 3.0  # points between lines that are meant to be one


@dataclass(frozen=True, slots=True)
class GridCell:
    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class Grid:
    """Edges of columns and rows in points, and the cell that each square of the grid belongs to (by row, column)."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: dict[tuple[int, int], GridCell]

    def holds(self, x: float, y: float) -> bool:
        return self.xs[0] - 1 <= x <= self.xs[-1] + 1 and self.ys[0] - 1 <= y <= self.ys[-1] + 1

    def cell_at(self, x: float, y: float) -> GridCell:
        column = min(max(bisect_right(self.xs, x) - 1, 0), len(self.xs) - 2)
        row = min(max(bisect_right(self.ys, y) - 1, 0), len(self.ys) - 2)
        return self.cells[row, column]


def _merged(lines: list[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    """Lines at nearly the same place that touch, as one."""
    out: list[tuple[float, float, float]] = []
    for at, low, high in sorted(lines):
        for k in range(len(out) - 1, -1, -1):
            other, a, b = out[k]
            if at - other > _NEAR:
                out.append((at, low, high))
                break
            if low <= b + _NEAR and high >= a - _NEAR:
                out[k] = (other, min(a, low), max(b, high))
                break
        else:
            out.append((at, low, high))
    return out


def _groups(across: list[Across], down: list[Down]) -> list[tuple[list[Across], list[Down]]]:
    """Lines that cross or touch each other."""
    parent = list(range(len(across) + len(down)))

    def root(k: int) -> int:
        while parent[k] != k:
            parent[k] = parent[parent[k]]
            k = parent[k]
        return k

    for i, (y, x0, x1) in enumerate(across):
        for j, (x, y0, y1) in enumerate(down):
            if x0 - _NEAR <= x <= x1 + _NEAR and y0 - _NEAR <= y <= y1 + _NEAR:
                parent[root(i)] = root(len(across) + j)
    found: dict[int, tuple[list[Across], list[Down]]] = {}
    for i, line in enumerate(across):
        found.setdefault(root(i), ([], []))[0].append(line)
    for j, line in enumerate(down):
        found.setdefault(root(len(across) + j), ([], []))[1].append(line)
    return [group for group in found.values() if group[0] and group[1]]


def _places(values: list[float], ends: list[float]) -> tuple[float, ...]:
    """Distinct edges; the far ends of the lines across count as edges too where a table has no border at its sides."""
    out: list[float] = []
    for value in sorted(values):
        if not out or value - out[-1] > _NEAR:
            out.append(value)
    if out and ends:
        if min(ends) < out[0] - 12:
            out.insert(0, min(ends))
        if max(ends) > out[-1] + 12:
            out.append(max(ends))
    return tuple(out)


def grids(across: list[Across], down: list[Down]) -> list[Grid]:
    """The tables of a page, from the top. Pages with thousands of lines (drawings, maps) give none."""
    across, down = _merged(across), _merged(down)
    if len(across) * len(down) > 400_000:
        return []
    found = []
    for rows, columns in _groups(across, down):
        xs = _places([x for x, _, _ in columns], [end for _, a, b in rows for end in (a, b)])
        ys = _places([y for y, _, _ in rows], [end for _, a, b in columns for end in (a, b)])
        if 2 <= len(xs) <= 60 and 2 <= len(ys) <= 400 and (len(xs) - 1) * (len(ys) - 1) >= 2:
            found.append(Grid(xs, ys, _cells(xs, ys, rows, columns)))
    return sorted(found, key=lambda grid: grid.ys[0])


def _cells(xs: tuple[float, ...], ys: tuple[float, ...], across: list[Across], down: list[Down]) -> dict[tuple[int, int], GridCell]:
    rows, columns = len(ys) - 1, len(xs) - 1

    def wall_right(row: int, column: int) -> bool:
        middle = (ys[row] + ys[row + 1]) / 2
        return any(abs(x - xs[column + 1]) <= _NEAR and y0 - 1 <= middle <= y1 + 1 for x, y0, y1 in down)

    def wall_below(row: int, column: int) -> bool:
        middle = (xs[column] + xs[column + 1]) / 2
        return any(abs(y - ys[row + 1]) <= _NEAR and x0 - 1 <= middle <= x1 + 1 for y, x0, x1 in across)

    cells: dict[tuple[int, int], GridCell] = {}
    for row in range(rows):
        for column in range(columns):
            if (row, column) in cells:
                continue
            wide = 1
            while column + wide < columns and not wall_right(row, column + wide - 1) and (row, column + wide) not in cells:
                wide += 1
            tall = 1
            while row + tall < rows and not any(wall_below(row + tall - 1, column + k) for k in range(wide)) and not any(
                    (row + tall, column + k) in cells for k in range(wide)):
                tall += 1
            cell = GridCell(row, column, tall, wide)
            for r in range(row, row + tall):
                for c in range(column, column + wide):
                    cells[r, c] = cell
    return cells
