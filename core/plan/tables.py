"""Tables of assignments: heads found by what they mean, merged cells carried on, one row one task."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from core.column_heads import column_head
from core.fold import words
from core.markers import read_marker
from core.model import Paragraph, PlanText, Role, Span
from core.plan import deadlines
from core.plan.lists import is_agency_list
from core.plan.made import Made
from core.plan.role_cells import read_cell
from core.plan.when import atoms, flat
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

    def looks_assigned(self, number: int) -> bool:
        """Whether a table of three columns and rows at least names agencies in two of its rows."""
        table = self._table(number)
        if table.rows < 3 or table.columns < 3:
            return False
        named = {cell.row for cell in table.cells.values() if len(cell.text) > 3 and is_agency_list(cell.text)}
        return len(named) >= 2

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
        goes_on = _head_goes_on(table, row)
        for column in range(table.columns):
            cell = table.at(row, column)
            kind = column_head(cell.text) if cell is not None else None
            rest = table.at(row + 1, column) if goes_on and kind is None else None
            if cell is not None and rest is not None and rest is not cell:
                kind = column_head(f"{cell.text} {rest.text}") or column_head(cell.text + rest.text)
            if kind == "who" or (kind == "lead" and cell is not None and cell.columns > 1):
                below = table.at(row + 1, column)
                under = column_head(below.text) if below is not None and below is not cell else None
                kind = under or "who"
            if kind is not None:
                kinds.setdefault(kind, column)
        if "task" in kinds and ("lead" in kinds or "who" in kinds or "coop" in kinds):
            return kinds, _below_head(table, row + goes_on)
    return None


def _head_goes_on(table: Table, row: int) -> bool:
    """Whether the row below holds the rest of heads that a narrow column has cut ("Thời" / "gian hoàn thành", "S" / "TT")."""
    cells = [(c, table.at(row + 1, c)) for c in range(table.columns)]
    below = [(c, cell.text) for c, cell in cells if cell is not None and cell.row == row + 1 and cell.text]
    heads = {c: column_head(cell.text) for c, _ in below if (cell := table.at(row, c)) is not None}
    return 0 < len(below) < table.columns / 2 and all(
        c in heads and heads[c] is None and not text.strip("() .").isdigit() and len(text) < 40 for c, text in below
    )


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
    texts = [cell.text for c in range(table.columns) if c != heads.get("number") and (cell := table.at(row,
                                                                                                       c)) is not None and cell.row == row]
    if len(texts) > 2 and len(set(texts)) == 1:
        return True  # a merged row whose words every cell repeats
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
    product = _cell(table, heads, "product", row)
    if time is not None and product is None and ";" in time.text:
        _time_and_product(made, time)
    elif time is not None:
        made.deadlines = list(deadlines.read_cell(time.text, time.span.start))
    else:
        made.deadlines = list(deadlines.find(source[start : task.span.end], start))
    if product is not None and product.text.strip(" -–"):
        made.deliverable = " ".join(product.text.split())
    return made


def _time_and_product(made: Made, cell: Cell) -> None:
    """ "15/10/2026; báo cáo rà soát": one column for both; the parts that hold a time are the deadline, the rest what comes of it."""
    place, rest = 0, []
    for part in cell.text.split(";"):
        if any(True for _ in atoms(flat(part))) or (not place and not made.deadlines):
            made.deadlines += deadlines.read_cell(part, cell.span.start + place)
        else:
            rest.append(" ".join(part.split()))
        place += len(part) + 1
    made.deliverable = "; ".join(r for r in rest if r) or None


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
        leads, coops = read_cell(cell.text, cell.span.start, Role.COOP if kind == "coop" else Role.LEAD)
        made.loose_names += [m for m in (*leads, *coops) if not is_agency_list(m.name) and m.name.split()[0].lower() not in GROUP_NOUNS]
        made.leads += leads
        made.coops += coops
