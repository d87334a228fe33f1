"""Bundle → Excel workbook: a worksheet for each table, the way clerks keep their tables. openpyxl, written row by row.

Text stays text (nothing that begins with = + - @ becomes a formula), blank cells are not written (the grid of a matrix is one rule of
conditional formatting), heights of rows are measured because Excel does not measure them for us.
"""
from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from core.sheets.layout import BarChart, Bundle, Sheet, Table, chart_parts, short_labels, shown
from core.sheets.names import MAX_WORKSHEET, unique, worksheet_name
from core.sheets.xlsx_cells import ListSheet
from core.sheets.xlsx_chart import BARS, chart_sheet
from core.sheets.xlsx_sheet import WorksheetWriter
from core.sheets.xlsx_styles import Styles

Progress = Callable[[float, str], None]
LIST_SHEET = "Danh mục"


def write_xlsx(bundle: Bundle, target: Path, progress: Progress | None = None) -> None:
    """Write the bundle to ``target`` (which is replaced)."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    _describe(book, bundle)
    styles = Styles(book)
    jobs = list(_jobs(bundle))
    names = unique([LIST_SHEET, *(worksheet_name(name) for name, *_ in jobs)], MAX_WORKSHEET)[1:]
    lists = ListSheet(LIST_SHEET)
    total = max(1, sum(len(table.rows) for _, _, table, _ in jobs))
    done = 0

    def step(rows: int) -> None:
        nonlocal done
        done += rows
        if progress is not None:
            progress(min(1.0, done / total), f"Đang ghi dòng {done} / {total}")

    try:
        for name, (_, sheet, table, place) in zip(names, jobs, strict=True):
            WorksheetWriter(book, name, sheet, table, place, styles, lists, step).write()
        for sheet in bundle.sheets:
            for chart in (part for block in sheet.body if isinstance(block, BarChart) for part in chart_parts(short_labels(block), BARS)):
                chart_sheet(book, unique([*book.sheetnames, "Biểu đồ"], MAX_WORKSHEET)[-1], sheet.page, chart, styles)
        if not jobs:
            book.create_sheet(worksheet_name(bundle.title))
        lists.write(book)
        book.save(target)
    except BaseException:
        _throw_away(book)
        raise


def _throw_away(book: Any) -> None:
    """Worksheets under way lie in temporary files, which openpyxl would keep until the program ends."""
    for sheet in book.worksheets:
        if not sheet.closed:
            sheet.close()
        writer = sheet._writer
        if writer is not None and Path(writer.out).exists():
            writer.cleanup()


def _describe(book: Any, bundle: Bundle) -> None:
    book.properties.title = bundle.title
    book.properties.creator = bundle.author or "Phân công"
    book.properties.subject = bundle.subject
    book.properties.language = "vi"


def _jobs(bundle: Bundle) -> Iterator[tuple[str, Sheet, Table, int]]:
    """(name, sheet, table as shown in Excel, place of the table among the sheet's blocks) of each worksheet."""
    for sheet in bundle.sheets:
        tables = [(n, block) for n, block in enumerate(sheet.body) if isinstance(block, Table)]
        for place, table in tables:
            yield (table.name if len(tables) > 1 else sheet.name), sheet, shown(table, "xlsx"), place
