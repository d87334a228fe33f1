"""How a Word sheet ends: what may not be parted from the signature, and the last task in two rows where no page holds both."""
from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from core.sheets.layout import MM, Block, PageSetup, Pair, Row, RowKind, Sheet, Table, Text, as_text, shown
from core.sheets.letters import fitted, parted, ruler

if TYPE_CHECKING:
    from core.sheets.pdf_table import TableOnPage
    from core.sheets.to_pdf import Flow

LINE = 16.0  # points: Word and our own measure may differ by one or two lines
ENDING = 3  # lines of a task that go along with the signature where the whole task cannot
SIDES = 7.0  # points between the lines of the grid and the letters, both sides together


def closing_of(rest: tuple[Block, ...]) -> tuple[Block, ...]:
    """What follows a block up to a signature that must not be parted from it; () where none follows."""
    for n, block in enumerate(rest):
        if isinstance(block, Pair):
            return rest[:n + 1] if block.closing else ()
        if not isinstance(block, Text):
            return ()
    return ()


def cut_first(sheet: Sheet) -> bool:
    """Whether no page holds the heading with the first task of its table (and the signature, where it is the only one): the row of that
    task may be cut then, or Word would leave the letter head behind alone."""
    place = next((n for n, block in enumerate(sheet.body) if isinstance(block, Table)), -1)
    if place < 0 or not sheet.body[place].rows:  # type: ignore[union-attr]
        return False
    table, tail = sheet.tables[0], closing_of(sheet.body[place + 1:])
    placed = _on_page(table, sheet)
    tasks = sum(row.kind is not RowKind.SECTION for row in table.rows)
    high = height_of(sheet.body[:place], sheet) + (placed.whole_height() + height_of(tail, sheet) if tasks == 1 else placed.least())
    return high > sheet.page.text_height * MM - 2 * LINE


def ended(table: Table, sheet: Sheet, tail: tuple[Block, ...], cut: bool) -> Table:
    """The table with its last task in two rows where no page holds it whole with ``tail``: some of its lines go along. ``cut``: as
    cut_first says."""
    if not tail or not table.stretch or not table.rows or table.rows[-1].kind is not RowKind.TASK:
        return table
    table = shown(table, "docx")
    placed = _on_page(table, sheet)
    only = cut and sum(row.kind is RowKind.TASK for row in table.rows) == 1
    high = placed.head.height + placed.laid(len(table.rows) - 1).height + height_of(tail, sheet)
    if not only and high <= sheet.page.text_height * MM - 2 * LINE:
        return table
    return replace(table, rows=(*table.rows[:-1], *_halves(table, table.rows[-1], sheet.page)))


def height_of(blocks: tuple[Block, ...], sheet: Sheet) -> float:
    """Points that texts and signatures take below each other."""
    flow = _flow(sheet)
    return sum(flow.height(block) for block in blocks if isinstance(block, Text | Pair))


def _flow(sheet: Sheet) -> Flow:
    from core.sheets.to_pdf import Flow

    return Flow(None, sheet, lambda rows: None)


def _on_page(table: Table, sheet: Sheet) -> TableOnPage:
    from core.sheets.pdf_table import TableOnPage

    return TableOnPage(_flow(sheet), shown(table, "docx"))


def _halves(table: Table, row: Row, page: PageSetup) -> tuple[Row, Row]:
    """A row in two: the last lines of its longest texts stand in the second."""
    measure = ruler(table.size)
    wrapped = [measure.wrap(as_text(value), width * MM - SIDES) for value, width in zip(row.cells, fitted(table, page), strict=True)]
    kept = max(1, max(map(len, wrapped)) - ENDING)
    first = list(row.cells)
    second: list[str | None] = [None] * len(first)
    for n, lines in enumerate(wrapped):
        if len(lines) > kept:
            letters = sum(len(word) for line in lines[:kept] for word in line.words)
            first[n], second[n] = parted(as_text(row.cells[n]), letters)
    return replace(row, cells=tuple(first)), Row(row.kind, tuple(second))
