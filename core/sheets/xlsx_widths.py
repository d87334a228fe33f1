"""How wide the columns of a worksheet are (mm), and how small an upright heading must be written."""
from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from core.sheets.layout import MM, Block, CellValue, Column, ColumnKind, PageSetup, Pair, RowKind, Table, Text, strip_count, strips
from core.sheets.letters import UPRIGHT_SMALL, ruler

PIXELS = 96 / 25.4  # in a millimetre
DIGIT = 8  # pixels of a digit of the workbook's usual font (Times New Roman 12): files count widths in them, padding included
MAX_HEIGHT = 409.0  # points: no row of Excel is higher
SPARE_ROW = 2.0  # points of a row besides its lines, which have a point each to spare
LINE = 1.3125  # height of a line in Excel in parts of the letters' size: 15.75 for 12 points
PADDING = 7.0  # points that Excel keeps free at the sides of a cell, with some to spare
WIDER = 1.03  # Excel on the screen writes a little wider than on paper
SPARE = 4.0  # mm of the last frozen column: what rounding to pixels may add to a strip
UPRIGHT_LEAST = 6.0  # points
ENDS = 5.0  # points free at the ends of an upright line
PRINTED = 11.0  # points: the least size that clerks print tables in; columns that only Excel has get their room so
ROUNDING = 0.3  # mm
MOST_WIDE = 220.0  # mm of the tasks' column
ON_A_PAGE = 0.96  # of a page is safely filled: printers differ
SIDES = 2.8  # mm at the sides of a word of a heading
DAY = 22.5  # mm: a day of ten digits, or Excel shows ####
SAMPLE = 200  # rows by which the widths of a long table are found
STEPS = (4.0, 12.0, 28.0)  # mm that one column gives another; a list of long names is helped by two on a line only
NARROWEST, WIDEST = 0.6, 1.8  # times its usual width
LEAST_TASK = 60.0  # mm


class Around(NamedTuple):
    """Points of what stands above the table with its heading row, of that row alone, and of the end that stays with the last task."""

    above: float = 0.0
    heading: float = 0.0
    below: float = 0.0


NOTHING = Around()


def in_digits(width: float) -> float:
    """A width in mm as a workbook says it."""
    return round(width * PIXELS / DIGIT, 2)


def upright_size(title: str, width: float, height: float, size: float) -> float:
    """The greatest size in which the lines of an upright title stand side by side in their column (Excel's lines are higher than ours)
    and, down to UPRIGHT_SMALL, none reaches the lines of the grid."""
    while size > UPRIGHT_LEAST:
        measure = ruler(size, True)
        high = len(measure.wrap(title, height / 1.06 - PADDING)) * size * LINE
        longest = max(line.width for line in measure.wrap(title, height))
        if high <= width and (longest <= height - ENDS or size <= UPRIGHT_SMALL):
            break
        size -= 0.5
    return size


def fitting(table: Table, page: PageSetup, around: Around = NOTHING) -> list[float]:
    """Widths in mm that fill the printed page in letters no smaller than PRINTED; the task's column grows where its longest text would
    not fit into Excel's highest row, or its last one not on a page with what is ``around`` it."""
    found = [column.width for column in table.columns]
    first = 1 if table.columns and table.columns[0].key == "id" else 0
    if not table.stretch:
        return found[:first] + _as_on_paper(table, page)
    room = page.text_width * 100 / min(100, int(100 * PRINTED / table.size)) - ROUNDING  # Excel prints in whole percents
    scale = room / sum(found[first:])
    wide = next((n for n, column in enumerate(table.columns) if column.key == "task"), -1)
    if wide >= 0:
        scale = min(scale, max(1.0, table.size / 12))  # the others are as wide as 12 points want them; the task takes what is left
    found = [max(width * scale, _least(column, table.size)) for width, column in zip(found, table.columns, strict=True)]
    widest = wide if wide >= 0 else max(range(first, len(found)), key=found.__getitem__)
    found[widest] += room - sum(found[first:])  # or gives what the headings of the others want
    if wide >= 0:
        _share_out(found, wide, first, table)
        _widen(found, wide, first, table, page, around)
    return found


def _share_out(found: list[float], wide: int, first: int, table: Table) -> None:
    """Let the tasks' column and the others with texts give each other room, as long as the rows become lower by it: in Excel no row is
    parted, and a long list of agencies beside a short task (or the other way round) costs whole pages."""
    texts = [n for n in range(first, len(found)) if n != wide and not table.columns[n].fixed and table.columns[n].kind is ColumnKind.TEXT]
    if table.columns[wide].fixed or not texts:
        return
    rows = [row for row in table.rows if row.kind is RowKind.TASK]
    heights = _Heights([row.cells for row in rows[::max(1, len(rows) // SAMPLE)]], [*texts, wide], table.size)
    least = {n: max(found[n] * NARROWEST, _least(table.columns[n], table.size), heights.longest(n)) for n in texts}
    most = {n: found[n] * WIDEST for n in texts}
    lines = heights.sum(found)
    while True:
        moves = [(n, step) for n in texts for width in STEPS for step in (-width, width)
                 if least[n] <= found[n] + step <= most[n] and found[wide] - step >= LEAST_TASK]
        tried = [(heights.sum(found, {n: found[n] + step, wide: found[wide] - step}), n, step) for n, step in moves]
        best, n, step = min(tried, default=(lines, wide, 0.0))
        if best >= lines:
            return
        lines = best
        found[n] += step
        found[wide] -= step


class _Heights:
    """How many lines the rows of a table have where its columns are as wide as that."""

    def __init__(self, rows: list[tuple[CellValue, ...]], columns: list[int], size: float) -> None:
        self._texts = {n: [str(row[n] or "") for row in rows] for n in columns}
        self._measure = ruler(size)
        self._known: dict[tuple[int, float], list[int]] = {}

    def longest(self, column: int) -> float:
        """Millimetres of a column for its longest word, which nothing should cut."""
        words = {word for text in self._texts[column] for word in text.split()}
        return (max(map(self._measure.word, words), default=0.0) * WIDER + PADDING) / MM

    def sum(self, widths: Sequence[float], other: Mapping[int, float] = MappingProxyType({})) -> int:
        """Lines of all rows; ``other`` are columns that are not as wide as ``widths`` says."""
        lines = [self._lines(n, round(other.get(n, widths[n]), 2)) for n in self._texts]
        return sum(map(max, *lines)) if len(lines) > 1 else sum(lines[0])

    def _lines(self, column: int, width: float) -> list[int]:
        found = self._known.get((column, width))
        if found is None:
            room = (width * MM - PADDING) / WIDER
            found = self._known[column, width] = [len(self._measure.wrap(text, room)) for text in self._texts[column]]
        return found


def _widen(found: list[float], wide: int, first: int, table: Table, page: PageSetup, around: Around) -> None:
    """Widen the column of the tasks as far as needed: the whole sheet is printed smaller then."""
    tasks = [str(row.cells[wide]) for row in table.rows if row.kind is RowKind.TASK]
    if not tasks:
        return
    headings = next(n for n, row in enumerate(table.rows) if row.kind is RowKind.TASK)
    line, measure = table.size * LINE, ruler(table.size)
    above = around.above + headings * (line + SPARE_ROW)
    groups = [(text, 0.0) for text in sorted(tasks, key=len)[-3:]]
    groups += [(tasks[0], above), (tasks[-1], around.below + (above if len(tasks) == 1 else around.heading))]

    def fits() -> bool:
        room = (found[wide] * MM - PADDING) / WIDER
        most = page.text_height * MM * max(1.0, sum(found[first:]) / page.text_width) * ON_A_PAGE
        high = [len(measure.wrap(text, room)) * line + SPARE_ROW for text, _ in groups]
        return max(high) <= MAX_HEIGHT and all(h + more <= most for h, (_, more) in zip(high, groups, strict=True))

    while found[wide] < MOST_WIDE and not fits():
        found[wide] += 4


def height_of(blocks: Iterable[Block], width: float) -> float:
    """Points that texts and signatures take over columns ``width`` mm wide."""
    return sum(_pair_height(b) if isinstance(b, Pair) else text_height(b, width) for b in blocks if isinstance(b, Text | Pair))


def text_height(block: Text, width: float) -> float:
    lines = ruler(block.size, block.bold, block.italic).wrap(block.text, (width * MM - PADDING) / WIDER)
    return len(lines) * block.size * LINE + block.before / 2 + block.after


def _pair_height(block: Pair) -> float:
    sides = [sum(t.size * LINE + t.before + t.after for t in texts) for texts in (block.left, block.right)]
    return block.before + max(sides) + (4 if block.closing else block.after)


def strip_columns(table: Table, page: PageSetup) -> int:
    """How many columns behind the frozen ones stand on a page; 0 where the table needs only one page across."""
    count = strip_count(_seen(table), page)
    return -(-(len(table.columns) - table.frozen) // count) if count > 1 else 0


def _seen(table: Table) -> Table:
    """The table without the hidden code of its rows, and without the rows."""
    first = 1 if table.columns and table.columns[0].key == "id" else 0
    return replace(table, columns=table.columns[first:], rows=(), frozen=table.frozen - first)


def _as_on_paper(table: Table, page: PageSetup) -> list[float]:
    """A matrix has the widths of its strips in the PDF, so that as many columns stand on a page and no letters are made smaller."""
    seen = _seen(table)
    part = strips(seen, page)[0]
    frozen = [column.width for column in part.columns[:part.frozen]]
    frozen[-1:] = [width - SPARE for width in frozen[-1:]]
    moving = [column.width for column in seen.columns[part.frozen:]]
    step = part.columns[part.frozen].width if moving else 0.0
    return frozen + [min(width, step) for width in moving]


def _least(column: Column, size: float) -> float:
    """Room for the longest word of the heading; the button of the filter stands below it, in the heading's second line."""
    if column.upright:
        return column.width
    least = DAY * size / 12 if column.kind is ColumnKind.DATE else 0.0
    return max(least, max(ruler(size, True).width(word) for word in title_of(column).split() or [""]) / MM + SIDES)


def title_of(column: Column) -> str:
    return "Xong" if column.kind is ColumnKind.BOX else column.title
