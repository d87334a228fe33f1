"""Tables of assignments: heads found by what they mean, merged cells carried on, one row one task."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from core.column_heads import column_head
from core.fold import words
from core.markers import read_marker
from core.model import Mention, Paragraph, PlanText, Role, Span
from core.plan import deadlines
from core.plan.inner import read_labelled
from core.plan.lists import is_agency_list, read_list
from core.plan.made import Made
from core.plan.roles import mentions, read_opening
from core.plan.tokens import tokens_of
from core.plan.words import GROUP_NOUNS


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with its text and the range of it; ``rows`` how many rows a merged cell covers."""

    text: str
    span: Span
    row: int
    column: int
    rows: int
    columns: int


@dataclass(slots=True)
class Table:
    cells: dict[tuple[int, int], Cell]
    rows: int
    columns: int

    def at(self, row: int, column: int) -> Cell | None:
        return self.cells.get((row, column))


class Reader:
    """The tables of a plan by their number. A table that goes on over a page without a head of its own keeps the last head."""

    def __init__(self, source: PlanText) -> None:
        self._source = source
        self._paragraphs: dict[int, list[Paragraph]] = defaultdict(list)
        for paragraph in source.paragraphs:
            if paragraph.cell is not None:
                self._paragraphs[paragraph.cell.table].append(paragraph)
        self._last: tuple[dict[str, int], int] | None = None

    def read(self, number: int, section: tuple[str, ...]) -> list[Made]:
        """The tasks of a table, [] where it is none of assignments."""
        table = self._table(number)
        found = _heads(table)
        if found is None and self._last is not None and self._last[1] == table.columns:
            heads, first = self._last[0], 0
        elif found is None:
            return []
        else:
            heads, first = found
        self._last = (heads, table.columns)
        return _rows(table, heads, first, section, self._source.text)

    def _table(self, number: int) -> Table:
        groups: dict[tuple[int, int], list[Paragraph]] = defaultdict(list)
        for paragraph in self._paragraphs[number]:
            if paragraph.cell is not None:
                groups[paragraph.cell.row, paragraph.cell.column].append(paragraph)
        cells: dict[tuple[int, int], Cell] = {}
        for (row, column), paragraphs in groups.items():
            place = paragraphs[0].cell
            assert place is not None
            span = Span(paragraphs[0].span.start, paragraphs[-1].span.end)
            cell = Cell(span.of(self._source.text), span, row, column, place.rows, place.columns)
            for r in range(row, row + min(place.rows, 400)):
                for c in range(column, column + min(place.columns, 40)):
                    cells.setdefault((r, c), cell)
        rows = max((r for r, _ in cells), default=-1) + 1
        return Table(cells, rows, max((c for _, c in cells), default=-1) + 1)


def _heads(table: Table) -> tuple[dict[str, int], int] | None:
    """Column of each kind, and the first row below the head (which may be two rows high)."""
    for row in range(min(table.rows, 4)):
        kinds: dict[str, int] = {}
        for column in range(table.columns):
            cell = table.at(row, column)
            kind = column_head(cell.text) if cell is not None else None
            if kind == "who" or (kind == "lead" and cell is not None and cell.columns > 1):
                below = table.at(row + 1, column)
                under = column_head(below.text) if below is not None and below is not cell else None
                kind = under or "who"
            if kind is not None:
                kinds.setdefault(kind, column)
        if "task" in kinds and ("lead" in kinds or "who" in kinds or "coop" in kinds):
            return kinds, _below_head(table, row)
    return None


def _below_head(table: Table, row: int) -> int:
    first = row + 1
    while first < min(table.rows, row + 3):
        texts = [cell.text for column in range(table.columns) if (cell := table.at(first, column)) is not None and cell.row == first]
        numbers = [t for t in texts if t.strip("() .").isdigit() and len(t) < 5]
        if texts and ((len(numbers) == len(texts) and len(texts) > 2) or all(column_head(t) for t in texts)):
            first += 1
            continue
        break
    return first


def _rows(table: Table, heads: dict[str, int], first: int, section: tuple[str, ...], source: str) -> list[Made]:
    out: list[Made] = []
    group: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    for row in range(first, table.rows):
        task = table.at(row, heads["task"])
        if task is None or (task.row != row and _roles_new(table, heads, row) is False):
            continue
        number = _number(table, heads, row)
        if _is_group(table, heads, row):
            group, numbers = (task.text,), (number,) if number else ()
            continue
        if task.row == row and task.text.strip():
            out.append(_made(table, heads, row, task, (*section, *group), (*numbers, number) if number else numbers, source))
        elif out and task.row != row:
            _add_roles(out[-1], table, heads, row)
    return out


def _roles_new(table: Table, heads: dict[str, int], row: int) -> bool:
    return any((cell := table.at(row, heads[k])) is not None and cell.row == row for k in ("lead", "coop", "who") if k in heads)


def _number(table: Table, heads: dict[str, int], row: int) -> str:
    column = heads.get("number")
    cell = table.at(row, column) if column is not None else None
    return cell.text.strip(" .)") if cell is not None and cell.row == row and len(cell.text) < 12 else ""


def _is_group(table: Table, heads: dict[str, int], row: int) -> bool:
    """A row that only heads the rows below: no agency, no time, or one cell over the whole width."""
    task = table.at(row, heads["task"])
    if task is not None and task.columns >= max(2, table.columns - 1):
        return True
    return not any(
        (cell := table.at(row, heads[k])) is not None and cell is not task and cell.text.strip(" -–")
        for k in ("lead", "coop", "who")
        if k in heads
    )


def _made(table: Table, heads: dict[str, int], row: int, task: Cell, section: tuple[str, ...], path: tuple[str, ...], source: str) -> Made:
    marker = read_marker(task.text)
    start = task.span.start + (marker.length if marker and marker.length < len(task.text) else 0)
    made = Made(path, " ".join(source[start : task.span.end].split()), Span(start, task.span.end), section, table=True, kind="row")
    _add_roles(made, table, heads, row)
    time = _cell(table, heads, "time", row)
    if time is not None:
        made.deadlines = list(deadlines.read_cell(time.text, time.span.start))
    else:
        made.deadlines = list(deadlines.find(source[start : task.span.end], start))
    product = _cell(table, heads, "product", row)
    made.deliverable = " ".join(product.text.split()) if product is not None and product.text.strip(" -–") else None
    return made


def _cell(table: Table, heads: dict[str, int], kind: str, row: int) -> Cell | None:
    cell = table.at(row, heads[kind]) if kind in heads else None
    while cell is not None and row > 0 and _ditto(cell.text):
        row -= 1
        cell = table.at(row, heads[kind])
    return cell if cell is not None and cell.text.strip(" -–") else None


def _ditto(text: str) -> bool:
    """ "nt", "như trên", a ditto sign: the cell says what the one above it says."""
    return words(text) in ("nt", "n t", "nhu tren") or text.strip() in ('"', "”", "″", "//", "''", "- nt -")


def _add_roles(made: Made, table: Table, heads: dict[str, int], row: int) -> None:
    for kind in ("lead", "who", "coop"):
        cell = _cell(table, heads, kind, row)
        if cell is None:
            continue
        leads, coops = _agencies(cell, Role.COOP if kind == "coop" else Role.LEAD)
        made.loose_names += [m for m in (*leads, *coops) if not is_agency_list(m.name) and m.name.split()[0].lower() not in GROUP_NOUNS]
        made.leads += leads
        made.coops += coops


def _agencies(cell: Cell, role: Role) -> tuple[list[Mention], list[Mention]]:
    leads, coops = read_labelled(cell.text, cell.span.start)
    if leads or coops:
        return list(leads), list(coops)
    opening = read_opening(cell.text, cell.span.start)
    if opening.said and role is Role.LEAD:
        return list(opening.leads), list(opening.coops)
    found: list[Mention] = []
    offset = 0
    for line in cell.text.split("\n"):
        found += _line_agencies(line, cell.span.start + offset, role)
        offset += len(line) + 1
    return (found, []) if role is Role.LEAD else ([], found)


def _line_agencies(line: str, offset: int, role: Role) -> list[Mention]:
    """The agencies of one line of a role cell. What no rule knows is a name all the same: the column says so."""
    marker = read_marker(line)
    skip = marker.length if marker is not None else 0
    tokens = tokens_of(line[skip:])
    out: list[Mention] = []
    i = 0
    while i < len(tokens):
        found = read_list(line[skip:], tokens, i)
        if found.names:
            out += mentions(found.names, role, offset + skip)
            i = found.after
        k = i
        while k < len(tokens) and tokens[k].text not in ";,":
            k += 1
        left = line[skip + tokens[i].start : skip + tokens[k - 1].end].strip(" .-") if k > i else ""
        if len(left) > 2 and any(c.isalpha() for c in left) and not found.names:
            out.append(Mention(left, role, Span(offset + skip + tokens[i].start, offset + skip + tokens[k - 1].end)))
        i = k + 1
    return out
