"""The ruled tables of a page: words cut out of the page and put into cells; tables that go on over a page's end."""
from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from core.reading.joining import Frame
from core.reading.ruled import Grid, GridCell, grids
from core.reading.unruled import Columns, find_unruled
from core.reading.words import MARKER, Line, Page, Word, baselines, closed_gaps, make_line, plain_text


@dataclass(slots=True)
class TableRun:
    """The part of a table that stands on one page. ``cells`` in row order, with the words that lie in each."""

    page: Page
    grid: Grid
    cells: list[tuple[GridCell, list[Word]]]
    columns: Columns | None = None  # of a table without ruling lines

    @property
    def top(self) -> float:
        return self.grid.ys[0]

    @property
    def bottom(self) -> float:
        return self.grid.ys[-1]

    @property
    def row_count(self) -> int:
        return len(self.grid.ys) - 1

    def row_text(self, row: int) -> list[str]:
        return [re.sub(r"\s+", " ", plain_text(sorted(words, key=lambda w: (round(w.y), w.x0)))).strip() for cell, words in self.cells
                if cell.row == row]

    def goes_on(self, before: TableRun) -> bool:
        """Whether this is the rest of a table of the page before: as many columns, as wide."""
        if self.page.number != before.page.number + 1 or len(self.grid.xs) != len(before.grid.xs):
            return False
        if self.columns is not None and before.columns is not None:  # edges lie anywhere in the white: the columns themselves must meet
            return all(a[0] < b[1] and b[0] < a[1] for a, b in zip(self.columns.spans, before.columns.spans, strict=True))
        shift = self.grid.xs[0] - before.grid.xs[0]
        return all(abs(a - b - shift) <= 6 for a, b in zip(self.grid.xs, before.grid.xs, strict=True))

    def rows_to_keep(self, before: TableRun | None) -> list[int]:
        """Rows without the head that is repeated on every page."""
        rows = list(range(self.row_count))
        if before is None:
            return rows
        head = 0
        while head < min(4, self.row_count - 1, before.row_count) and any(self.row_text(head)) and (
                self.row_text(head) == before.row_text(head)):
            head += 1
        return rows[head:]

    def cut_row(self, row: int, before: TableRun | None) -> bool:
        """Whether ``row`` is the rest of a row that the page's end has cut: its number's cell is empty where rows are numbered."""
        texts = [(" ".join(word.text for word in words), cell) for cell, words in self.cells if cell.row == row]
        if not texts or len(texts) < 2 or before is None:
            return False
        if texts[0][0]:
            if texts[0][0].isdigit() and _next_number(before, texts[0][0]):
                return True
            return texts[0][0][0].islower() and not MARKER.match(texts[0][0].split(" ")[0])
        numbered = [before.row_text(r)[:1] for r in range(before.row_count)]
        return sum(1 for first in numbered if first and first[0]) >= max(1, len(numbered) // 2)

    def cell_lines(self, cell: GridCell, words: list[Word]) -> tuple[Frame, list[Line]]:
        lines = [make_line(closed_gaps(group)[0], self.page.number) for group in baselines(words)]
        column = [word for other, group in self.cells if other.column == cell.column and other.columns == cell.columns for word in group]
        wall, far = self.grid.xs[cell.column], self.grid.xs[cell.column + cell.columns]
        if lines and all(abs(line.x0 - wall - far + line.x1) < 10 for line in lines) and max(line.x0 for line in lines) > wall + 10:
            return Frame(wall + 5.4, far - 5.4, 15.0, slack=0.8), lines  # centred in its cell
        left = min((word.x0 for word in column), default=wall)
        right = max((word.x1 for word in column), default=far)
        edge = far - max(0.0, min(left - wall, 12.0))
        steps = [b.y - a.y for a, b in pairwise(lines)]
        pitch = min(steps) if steps else 15.0
        return Frame(left, max(right, edge), pitch, slack=0.8), lines


def _next_number(before: TableRun, rest: str) -> bool:
    """Whether a number that the page's end has cut goes on: behind row 11 stands "1", and on the next page "2"."""
    numbers = [text.replace(" ", "") for row in range(before.row_count) for text in before.row_text(row)[:1]]
    numbers = [text for text in numbers if text.isdigit()]
    return len(numbers) > 1 and len(numbers[-1] + rest) < 4 and int(numbers[-1] + rest) == int(numbers[-2]) + 1


def cut_tables(page: Page, before: Columns | None = None) -> tuple[list[TableRun], list[Word]]:
    """The tables of a page from the top, and the words outside them; ``before``: columns of a table without ruling lines that the page
    before ended with."""
    found = grids(page.across, page.down) if page.across and page.down else []
    free = page.words
    runs: list[TableRun] = []
    for grid in found:
        inside, free = _parted(grid, free)
        if not inside:
            continue
        by_cell: dict[GridCell, list[Word]] = {}
        for word in inside:
            middle = (word.x0 + min(word.x1, word.x0 + 40)) / 2
            by_cell.setdefault(grid.cell_at(middle, word.y - 0.3 * word.size), []).append(word)
        cells = [(cell, by_cell.get(cell, [])) for cell in dict.fromkeys(grid.cells[key] for key in sorted(grid.cells))]
        run = TableRun(page, grid, cells)
        if _is_frame(run):
            free = [*free, *inside]
        else:
            runs.append(run)
    bare = find_unruled(page, free, before) if free else None
    if bare is not None:
        runs.append(TableRun(page, bare.grid, bare.cells, bare.columns))
        runs.sort(key=lambda run: run.top)
        free = [word for word in free if id(word) not in bare.words]
    return runs, free


def _parted(grid: Grid, words: Iterable[Word]) -> tuple[list[Word], list[Word]]:
    inside: list[Word] = []
    outside: list[Word] = []
    for word in words:
        (inside if grid.holds((word.x0 + word.x1) / 2, word.y - 0.3 * word.size) else outside).append(word)
    return inside, outside


def _is_frame(run: TableRun) -> bool:
    """A box around text or a signature is no table: one cell holds all the words. The rest of a table cut by a page's end is one."""
    return run.top > run.page.height * 0.2 and sum(1 for _, words in run.cells if words) <= 1
