"""How wide the columns of a worksheet are (mm), and how small an upright heading must be written."""
from __future__ import annotations

from dataclasses import replace

from core.sheets.layout import MM, Column, ColumnKind, PageSetup, RowKind, Table, strip_count, strips
from core.sheets.letters import ruler

MAX_HEIGHT = 409.0  # points: no row of Excel is higher
LINE = 1.3125  # height of a line in Excel in parts of the letters' size: 15.75 for 12 points
PADDING = 7.0  # points that Excel keeps free at the sides of a cell, with some to spare
WIDER = 1.03  # Excel on the screen writes a little wider than on paper
SPARE = 4.0  # mm of the last frozen column: what rounding to pixels may add to a strip
UPRIGHT_LEAST = 6.0  # points


def upright_size(title: str, width: float, height: float, size: float) -> float:
    """The greatest size in which the lines of an upright title stand side by side in their column: Excel's lines are higher than ours."""
    while size > UPRIGHT_LEAST and len(ruler(size, True).wrap(title, height / 1.06 - PADDING)) * size * LINE > width:
        size -= 0.5
    return size


def fitting(table: Table, page: PageSetup) -> list[float]:
    """Widths in mm that fill the printed page; the task's column grows where its longest text would not fit into Excel's highest row."""
    found = [column.width for column in table.columns]
    first = 1 if table.columns and table.columns[0].key == "id" else 0
    if not table.stretch:
        return found[:first] + _as_on_paper(table, page)
    if table.stretch:
        scale = page.text_width / sum(found[first:])
        found = [max(width * scale, _least(column, table.size)) for width, column in zip(found, table.columns, strict=True)]
    wide = next((n for n, column in enumerate(table.columns) if column.key == "task"), -1)
    if wide < 0:
        return found
    texts = sorted((str(row.cells[wide]) for row in table.rows if row.kind is RowKind.TASK), key=len)[-3:]
    measure, most = ruler(table.size), int((MAX_HEIGHT - 4) / (table.size * LINE))
    while found[wide] < 220 and any(len(measure.wrap(text, (found[wide] * MM - PADDING) / WIDER)) > most for text in texts):
        found[wide] += 4
    return found


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
    """Room for the longest word of the heading and the button of the filter."""
    if column.upright:
        return column.width
    return max(ruler(size, True).width(word) for word in title_of(column).split() or [""]) / MM + 4


def title_of(column: Column) -> str:
    return "Xong" if column.kind is ColumnKind.BOX else column.title
