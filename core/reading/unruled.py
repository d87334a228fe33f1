"""Tables without ruling lines, their cells aligned by white space only: told by heads that assignment tables have, never guessed."""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from core.column_heads import column_head
from core.reading.ruled import Grid, GridCell
from core.reading.words import Page, Word, baselines, plain_text

_NUMBER_HEADS = {"tt", "stt", "t", "st"}  # in a narrow column "T" stands over "T"
_NUMBER = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,2}){0,3}|[IVXLC]{1,6}|[A-HĐ]|[a-hđ])[.)]?$")
_PARTS = re.compile(r"(?:Phần|PHẦN|Mục|MỤC|Nhóm|NHÓM)\b")


@dataclass(slots=True)
class Columns:
    """Where the words of each column reach from and to, in points from the left."""

    spans: list[tuple[float, float]]
    last: int = 0  # the number of the table's last row so far

    def place(self, part: Sequence[Word]) -> tuple[int, int] | None:
        """First and last column that these words reach into; None where they lie in no column at all."""
        x0, x1 = part[0].x0, max(word.x1 for word in part)
        met = [n for n, (low, high) in enumerate(self.spans) if x0 < high - 1 and x1 > low + 1]
        if met:
            return met[0], met[-1]
        gaps = [(max(low - x1, x0 - high), n) for n, (low, high) in enumerate(self.spans)]
        distance, nearest = min(gaps)
        return (nearest, nearest) if distance < 60 else None

    def take(self, column: int, part: Sequence[Word]) -> None:
        low, high = self.spans[column]
        self.spans[column] = (min(low, part[0].x0), max(high, *(word.x1 for word in part)))

    def edges(self) -> tuple[float, ...]:
        middles = [(a[1] + b[0]) / 2 for a, b in pairwise(self.spans)]
        return (self.spans[0][0] - 3, *middles, self.spans[-1][1] + 3)


@dataclass(slots=True)
class _Row:
    cells: dict[tuple[int, int], list[Word]] = field(default_factory=dict)  # by first and last column
    top: float = 0.0
    bottom: float = 0.0

    def add(self, place: tuple[int, int], words: Sequence[Word], y: float, size: float) -> None:
        self.cells.setdefault(place, []).extend(words)
        self.top = min(self.top or y - size, y - size)
        self.bottom = max(self.bottom, y + 0.35 * size)


@dataclass(slots=True)
class Found:
    """A table with the words of its cells; ``columns`` say where a table that goes on over the page looks for them."""

    grid: Grid
    cells: list[tuple[GridCell, list[Word]]]
    columns: Columns
    words: set[int]  # id() of the words that it took


def find_unruled(page: Page, words: Sequence[Word], before: Columns | None = None) -> Found | None:
    """The table of this page that has no ruling lines; ``before``: the columns of one that stood at the end of the page before."""
    named = any(word.text.lower().strip(".") in _NUMBER_HEADS for word in words)
    if not named and before is None:
        return None
    lines = baselines(list(words))
    if named:
        for start in range(len(lines)):
            if any(word.text.lower().strip(".") in _NUMBER_HEADS for word in lines[start]):
                found = _from_head(lines, start)
                if found is not None:
                    return found
    return _rest(lines, before) if before is not None else None


def parts_of(line: Sequence[Word]) -> list[list[Word]]:
    """A baseline cut at gaps that are wider than spaces."""
    parts = [[line[0]]]
    for a, b in pairwise(line):
        if b.x0 - a.x1 > 0.55 * max(a.size, b.size) and not b.glued:
            parts.append([b])
        else:
            parts[-1].append(b)
    return parts


def _from_head(lines: list[list[Word]], at: int) -> Found | None:
    """A table whose head holds the number's word in line ``at``: heads of up to three lines, some above that line, some below."""
    for first in range(max(0, at - 2), at + 1):
        for last in range(at, min(first + 4, len(lines))):
            if any(b[0].y - a[0].y > 1.9 * lines[at][0].size for a, b in pairwise(lines[first:last + 1])):
                continue
            columns = _heads(lines[first:last + 1])
            if columns is None:
                continue
            found = _body(lines, first, last + 1, columns)
            if found is not None:
                return found
    return None


def _heads(lines: Sequence[list[Word]]) -> Columns | None:
    """The columns under these heads, where nearly all are heads that we know: a number, a task, and who does it."""
    stacks: list[list[list[Word]]] = []
    for line in lines:
        for part in parts_of(line):
            x0, x1 = part[0].x0, part[-1].x1
            over = [s for s in stacks if x0 < max(w[-1].x1 for w in s) and x1 > min(w[0].x0 for w in s)]
            if len(over) > 1:
                return None
            if over:
                over[0].append(part)
            else:
                stacks.append([part])
    stacks.sort(key=lambda s: s[0][0].x0)
    heads = [column_head(_head_text([plain_text(part) for part in stack])) for stack in stacks]
    if len(heads) < 3 or heads[0] != "number" or sum(head is None for head in heads) > 1:
        return None
    if "task" not in heads or not {"lead", "coop", "who"} & set(heads):
        return None
    return Columns([(min(p[0].x0 for p in s), max(p[-1].x1 for p in s)) for s in stacks])


def _head_text(parts: list[str]) -> str:
    return "".join(parts) if all(len(part) < 3 for part in parts) else " ".join(parts)


def _body(lines: list[list[Word]], first: int, start: int, columns: Columns) -> Found | None:
    head = _Row()
    for line in lines[first:start]:
        for part in parts_of(line):
            place = columns.place(part)
            if place is None:
                return None
            head.add(place, part, line[0].y, line[0].size)
    rows = _rows(lines, start, columns)
    return _found([head, *rows], columns) if rows else None


def _rest(lines: list[list[Word]], before: Columns) -> Found | None:
    """The rest of a table at the top of the next page."""
    columns = Columns(list(before.spans), before.last)
    for start in range(min(3, len(lines))):  # a page number and a running head may stand above
        if len(lines[start]) == 1 and lines[start][0].text.isdigit():
            continue
        cut = _rest_of_row(lines[start:start + 12], columns)
        if cut or _is_row(lines[start], columns):
            rows = _rows(lines, start, columns, begun=cut)
            return _found(rows, columns) if rows else None
    return None


def _rest_of_row(lines: list[list[Word]], columns: Columns) -> bool:
    """Whether a page begins with further lines of a row that the page's end has cut: words in columns, then the next row."""
    for n, line in enumerate(lines):
        if _is_row(line, columns):
            return n > 0
        places = [columns.place(part) for part in parts_of(line)]
        if any(place is None or place[0] != place[1] or place == (0, 0) for place in places):
            return False
    return False


def _is_row(line: list[Word], columns: Columns) -> bool:
    parts = parts_of(line)
    places = [columns.place(part) for part in parts]
    return len(parts) >= 2 and places[0] == (0, 0) and _NUMBER.match(plain_text(parts[0])) is not None and all(
        place is not None and place[0] == place[1] for place in places)


def _rows(lines: list[list[Word]], start: int, columns: Columns, *, begun: bool = False) -> list[_Row]:
    """Rows from line ``start`` on: a number opens one, lines close below go on with it, a line of its own across columns may part them.
    ``begun``: the first lines are the rest of a row."""
    rows: list[_Row] = [_Row()] if begun else []
    waiting: list[tuple[_Row, int]] = []  # lines across the table that count only when rows follow
    y = lines[start][0].y if start < len(lines) else 0.0
    for line in lines[start:]:
        size = max(word.size for word in line)
        parts = parts_of(line)
        places = [columns.place(part) for part in parts]
        gap, y = line[0].y - y, line[0].y
        if gap > 7 * size or any(place is None for place in places):
            break
        known = [place for place in places if place is not None]
        across = any(first != last for first, last in known)
        opens = known[0] == (0, 0) and _NUMBER.match(plain_text(parts[0])) is not None and not _cut_number(rows, parts[0], columns.last)
        if across and (opens or _PARTS.match(plain_text(parts[0])) or (known[0][0] <= 1 and len(parts) == 1)):
            if len(parts) > 2 or (len(parts) == 2 and not opens):
                break
            row = _Row()
            for part, place in zip(parts, known, strict=True):
                row.add(place, part, line[0].y, size)
            waiting.append((row, len(rows)))
        elif across or len({first for first, _ in known}) != len(known):
            break
        elif opens and len(parts) >= 2:
            rows += [row for row, _ in waiting] + [_Row()]
            waiting = []
            _take(rows[-1], parts, known, columns, size)
        elif not rows or waiting or gap > 1.9 * size or (known[0] == (0, 0) and not _cut_number(rows, parts[0], columns.last)):
            break  # nothing that a row's further line could be
        else:
            _take(rows[-1], parts, known, columns, size)
    columns.last = _last_number(rows) or columns.last
    return rows


def _cut_number(rows: list[_Row], part: list[Word], last: int) -> bool:
    """Whether these words are the rest of the last row's number, which its narrow column has cut: "1" over "0" behind row 9."""
    if not rows or (0, 0) not in rows[-1].cells:
        return False
    begun, rest = plain_text(rows[-1].cells[0, 0]).replace(" ", ""), plain_text(part)
    if begun.isdigit() and rest.isdigit():
        return int(begun + rest) == (_last_number(rows[:-1]) or last) + 1
    return begun + rest in _LONGER_ROMANS and begun[0] in "IVX"


def _last_number(rows: list[_Row]) -> int:
    numbers = [plain_text(row.cells[0, 0]).replace(" ", "") for row in rows if (0, 0) in row.cells]
    return next((int(number) for number in reversed(numbers) if number.isdigit() and len(number) < 5), 0)


_LONGER_ROMANS = {"II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII"}


def _take(row: _Row, parts: list[list[Word]], places: list[tuple[int, int]], columns: Columns, size: float) -> None:
    for part, place in zip(parts, places, strict=True):
        columns.take(place[0], part)
        row.add(place, part, part[0].y, size)


def _found(rows: list[_Row], columns: Columns) -> Found | None:
    """The grid; None where columns have grown into each other."""
    if any(a[1] >= b[0] for a, b in pairwise(columns.spans)):
        return None
    ys = (rows[0].top, *((a.bottom + b.top) / 2 for a, b in pairwise(rows)), rows[-1].bottom)
    squares: dict[tuple[int, int], GridCell] = {}
    cells: list[tuple[GridCell, list[Word]]] = []
    for number, row in enumerate(rows):
        column = 0
        while column < len(columns.spans):
            place = next((p for p in row.cells if p[0] == column), (column, column))
            cell = GridCell(number, column, 1, place[1] - column + 1)
            for n in range(column, place[1] + 1):
                squares[number, n] = cell
            cells.append((cell, row.cells.get(place, [])))
            column = place[1] + 1
    words = {id(word) for _, group in cells for word in group}
    return Found(Grid(columns.edges(), ys, squares), cells, columns, words)
