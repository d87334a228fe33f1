"""Book → the sheet "Ma trận phân công": tasks down, agencies across with upright names, CT / PH, totals and legend."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from core.book import Book
from core.matrix import MARKS, Matrix, MatrixColumn, MatrixRow, build
from core.sheets.assignment import section_row
from core.sheets.columns import MATRIX
from core.sheets.layout import (
    MM,
    Align,
    Block,
    Bundle,
    CellValue,
    Column,
    ColumnKind,
    PageSetup,
    Row,
    RowKind,
    Sheet,
    Table,
    Text,
    shown,
    strips,
)
from core.sheets.letters import ruler
from core.sheets.options import SheetOptions
from core.sheets.wording import agency_name, appendix_head, clean, named_plan, signatures, with_document

TITLE = "Ma trận phân công nhiệm vụ"
MARK_WIDTH = 7.5  # mm: room for "(PH)" in 10 points and for two lines of an upright name in 9
TASK_WIDTHS = (58.0, 74.0, 90.0, 106.0, 122.0, 138.0, 154.0)  # mm that the tasks may have, at the least, beside the agencies
LOST = 6.6  # mm of the task's column that Excel does not give to letters, rounding counted in
WIDER = 1.03  # times as wide as on paper are its letters
HIGHEST_LINE = 1.3125  # Excel's, in parts of the letters' size
MAX_HEIGHT = 400.0  # points of a row that Excel shows whole
ROW_SHARE = 0.7  # of a page that one task may take, beside the heading row
PADDED = 0.4  # lines that a row is higher than its text
TASK_LINES = 2  # of a task where the clerk wants it short
MOST = 24  # letters of a first word that is longer than all lines
SAMPLE = 200  # tasks by which the width of a long table's column is found
LEGEND = "Ghi chú: CT là chủ trì; PH là phối hợp."
LEGEND_IMPLIED = "Ghi chú: CT là chủ trì; PH là phối hợp; (CT), (PH) là tham gia qua một nhóm cơ quan nêu trong kế hoạch."


def matrix_bundle(book: Book, options: SheetOptions) -> Bundle:
    page = _page(options)
    matrix = build(book, filter=options.filter)
    legend = LEGEND_IMPLIED if options.implied else LEGEND
    body: tuple[Block, ...] = (*appendix_head(book.plan, TITLE, options), matrix_table(matrix, options),
                               Text(legend, 12, italic=True, align=Align.LEFT, before=6, style="Ghi chú"))
    if options.signer is not None:
        body = (*body, signatures(options.signer, options.recipients))
    sheet = Sheet("Ma trận phân công", page, body)
    return Bundle((sheet,), f"{TITLE} - {with_document(book.plan)}", clean(book.plan.issuer or ""), named_plan(book.plan))


def _page(options: SheetOptions) -> PageSetup:
    return PageSetup(options.paper, True if options.landscape is None else options.landscape, options.margins)


def matrix_table(matrix: Matrix, options: SheetOptions) -> Table:
    columns = (*MATRIX, *(_agency_column(c, options) for c in matrix.columns),
               Column("total.lead", "Số cơ quan chủ trì", MARK_WIDTH, Align.CENTER, ColumnKind.NUMBER, upright=True),
               Column("total.coop", "Số cơ quan phối hợp", MARK_WIDTH, Align.CENTER, ColumnKind.NUMBER, upright=True))
    table = Table(columns, tuple(_rows(matrix, options)), len(MATRIX), min(options.size, 10.0), stretch=False, name=TITLE)
    return _shortened(table, _page(options)) if options.brief else _with_room(table, _page(options))


def _with_room(table: Table, page: PageSetup) -> Table:
    """The table with as much room for its tasks as makes the fewest pages: they stand in it whole, and a wider column makes its rows lower
    but parts the agencies onto more strips. No task is higher than a page or Excel's highest row where a column of TASK_WIDTHS can help."""
    texts = [str(row.cells[len(MATRIX) - 1]) for row in table.rows if row.kind is RowKind.TASK]
    if not texts:
        return table
    some, longest = texts[::max(1, len(texts) // SAMPLE)], max(texts, key=len)
    measure = ruler(table.size)

    def cost(least: float) -> tuple[float, float, float]:
        room, parts = _room(_at_least(table, least), page)
        high = len(measure.wrap(longest, room)) * table.size * HIGHEST_LINE
        lines = parts * sum(len(measure.wrap(text, room)) + PADDED for text in some)
        return max(0.0, high - min(MAX_HEIGHT, page.text_height * MM * ROW_SHARE)), lines, least

    return _at_least(table, min(map(cost, TASK_WIDTHS))[-1])


def _room(table: Table, page: PageSetup) -> tuple[float, int]:
    """Points for a line of a task, on paper and in Excel, and on how many strips the table stands."""
    parts = strips(shown(replace(table, rows=()), "pdf"), page)
    return (parts[0].columns[parts[0].frozen - 1].width - LOST) / WIDER * MM, len(parts)


def _shortened(table: Table, page: PageSetup) -> Table:
    """The table with the beginnings of its long tasks: a third of the pages, to work with; no annex to be signed."""
    n, room = len(MATRIX) - 1, _room(table, page)[0]
    return replace(table, rows=tuple(
        replace(row, cells=(*row.cells[:n], _brief(str(row.cells[n]), room, table.size), *row.cells[n + 1:]))
        if row.kind is RowKind.TASK else row for row in table.rows))


def _brief(text: str, room: float, size: float) -> str:
    """The beginning of a long task: as many whole words as its lines hold."""
    words = text.split()
    measure = ruler(size)
    end = measure.width("…")
    line, used = 1, -measure.space
    for n, word in enumerate(words):
        width = measure.word(word)
        if used + measure.space + width <= room:
            used += measure.space + width
            continue
        line += 1 + int(width / room)
        if line > TASK_LINES:
            while n > 1 and used + end > room:
                n -= 1
                used -= measure.space + measure.word(words[n])
            return " ".join(words[:n] or [word[:MOST]]).rstrip(" ,;:.-") + "…"
        used = width % room
    return " ".join(words)


def _at_least(table: Table, width: float) -> Table:
    """The table with at least so much room (mm) for its last frozen column, however many strips that makes."""
    n = table.frozen - 1
    columns = (*table.columns[:n], replace(table.columns[n], width=max(width, table.columns[n].width)), *table.columns[n + 1:])
    return replace(table, columns=columns, least_frozen=width)


def _agency_column(column: MatrixColumn, options: SheetOptions) -> Column:
    return Column(column.agency.id, agency_name(column.agency, options), MARK_WIDTH, Align.CENTER, ColumnKind.MARK, upright=True,
                  choices=tuple(MARKS.values()))


def _rows(matrix: Matrix, options: SheetOptions) -> Iterator[Row]:
    ids = [column.agency.id for column in matrix.columns]
    blank: list[CellValue] = [None] * len(ids)
    place = {agency: n for n, agency in enumerate(ids)}
    number = 0
    for at, row in enumerate(matrix.rows):
        if row.task is None:
            yield section_row(row)
            number = 0 if options.numbering == "section" else number
            continue
        number += 1
        marks = _marks(matrix, at, row, place, blank, options)
        yield Row(RowKind.TASK, (row.task.id, number, clean(row.text), *marks, row.leads, row.coops), id=row.task.id)
    yield Row(RowKind.TOTAL, ("Tổng số nhiệm vụ chủ trì (CT)", *(c.leads for c in matrix.columns), matrix.leads, ""))
    yield Row(RowKind.TOTAL, ("Tổng số nhiệm vụ phối hợp (PH)", *(c.coops for c in matrix.columns), "", matrix.coops))


def _marks(matrix: Matrix, at: int, row: MatrixRow, place: dict[str, int], blank: list[CellValue],
           options: SheetOptions) -> list[CellValue]:
    assert row.task is not None
    marks = blank.copy()
    for agency, cell in matrix.cells[row.task.id].items():
        n = place.get(agency)
        if n is not None:
            marks[n] = MARKS[cell.role]
    if options.implied and row.groups:
        for n, mark in enumerate(marks):
            through = matrix.through(at, n) if mark is None else None
            if through is not None:
                marks[n] = f"({MARKS[through.role]})"
    return marks
