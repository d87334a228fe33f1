"""One worksheet: title rows, one unmerged heading row with filter, the table, what stands below it, and how it prints."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Any

from core.sheets.docx_ending import closing_of
from core.sheets.layout import (
    LEADING,
    MM,
    Align,
    CellValue,
    Column,
    ColumnKind,
    Pair,
    Row,
    RowKind,
    Sheet,
    Table,
    Text,
    only,
)
from core.sheets.letters import ruler, upright_height
from core.sheets.xlsx_cells import KeptCell, ListSheet
from core.sheets.xlsx_pages import PrintedRow, breaks
from core.sheets.xlsx_rows import RowWriter
from core.sheets.xlsx_styles import SECTION_FILL, Styles, section_styles
from core.sheets.xlsx_widths import (
    LINE,
    MAX_HEIGHT,
    PADDING,
    SPARE_ROW,
    WIDER,
    Around,
    fitting,
    height_of,
    in_digits,
    strip_columns,
    text_height,
    title_of,
    upright_size,
)

FIT, FIT_ONE = 1.1, 1.5  # parts of a page that are made to fit on one; more for the only task, which Excel cannot cut
STRIP_SCALE = 97  # percent: Excel may measure columns a little wider for the printer, and a strip must not lose its last one
LEAST_TITLE = 80.0  # mm over which a title stands in the middle of a page of a matrix
SPARE_HEAD = 3.0  # points of the heading row besides its lines
HEAD_LINES = 2  # at least, of a heading: Excel draws the button of the filter over the lower end of its cell
REPORT_EVERY = 200


class WorksheetWriter:
    """Writes one table with the texts around it."""

    def __init__(self, book: Any, name: str, sheet: Sheet, table: Table, place: int, styles: Styles, lists: ListSheet,
                 step: Callable[[int], None]) -> None:
        self.sheet, self.table, self.place, self.styles, self.lists, self.step = sheet, table, place, styles, lists, step
        self.ws = book.create_sheet(name)
        self.columns = table.columns
        self.first = 1 if self.columns and self.columns[0].key == "id" else 0  # index of the first column that is seen
        self.end = sum(not column.spare for column in self.columns)  # past the last one: spare columns stand behind it, hidden
        above, below = self._around()
        size, width = table.size * LINE, sheet.page.text_width
        heading = HEAD_LINES * size + SPARE_HEAD  # few have a third line
        self.widths = fitting(only(table, list(range(self.end))), sheet.page, Around(
            height_of(above, width) + heading, heading, height_of(closing_of(tuple(below)), width)))
        self.widths += [column.width for column in self.columns[self.end:]]
        self.strip = strip_columns(table, sheet.page)
        self.past = self._past_first_page()  # texts above and below the table stand over these columns
        self.row = 0
        self._printed: list[PrintedRow] = []
        self._stay = False  # the rows written now may not be parted from what follows
        self._kept = [(n, KeptCell(self.styles, self.ws, column, table.size), (width * MM - PADDING) / WIDER)
                      for n, (column, width) in enumerate(zip(self.columns, self.widths, strict=True))
                      if column.kind is not ColumnKind.MARK]
        self._marks = _mark_range(self.columns)
        self._mark_cells: dict[CellValue, Any] = {}

    def _past_first_page(self) -> int:
        return min(self.end, self.table.frozen + self.strip) if self.strip else self.end

    @property
    def sparse(self) -> bool:
        """A matrix: most cells are blank and get their lines from one rule."""
        return any(column.kind is ColumnKind.MARK for column in self.columns)

    def write(self) -> None:
        above, below = self._around()
        self._columns()
        head = sum(_rows_of(block) for block in above) + 1
        self._page(head)
        self.rows = RowWriter(self.ws, len(self.columns))  # what stands before the rows is written now
        for block in above:
            self._block(block)
        self._heading()
        ends = sum(1 for row in self.table.rows if row.kind is RowKind.TOTAL) + (1 if closing_of(tuple(below)) else 0)
        last_task = max((n for n, row in enumerate(self.table.rows, start=1) if row.kind is RowKind.TASK), default=0)
        for n, row in enumerate(self.table.rows, start=1):
            self._stay = row.kind is RowKind.SECTION or (ends > 0 and n >= last_task)
            self._data(row)
            if n % REPORT_EVERY == 0:
                self.step(REPORT_EVERY)
        self.step(len(self.table.rows) % REPORT_EVERY)
        last = self.row
        data = head + sum(1 for row in self.table.rows if row.kind is not RowKind.TOTAL)
        self._rules(head, data, last)
        self._stay = True
        for block in below:
            self._block(block)
        self._breaks(head)
        self.ws.print_area = f"{self._letter(self.first)}1:{self._letter(len(self.columns) - 1)}{max(self.row, last)}"

    def _breaks(self, head: int) -> None:
        from openpyxl.worksheet.pagebreak import Break

        page = self.sheet.page
        scale = STRIP_SCALE / 100 if self.strip else min(1.0, page.text_width / sum(self.widths[self.first:self.end]))
        room = page.text_height * MM / scale
        only = sum(row.kind is RowKind.TASK for row in self.table.rows) == 1
        if not self.strip and sum(row.height for row in self._printed) <= room * (FIT_ONE if only else FIT):
            self.ws.page_setup.fitToHeight = 1
            return
        for row in breaks(self._printed, head, room):
            self.ws.row_breaks.append(Break(id=row))
        for column in range(self.table.frozen + self.strip, len(self.columns), self.strip or len(self.columns)):
            if self.strip:
                self.ws.col_breaks.append(Break(id=column))

    def _around(self) -> tuple[list[Any], list[Any]]:
        """The blocks above the table and those below it, up to the next table."""
        body = self.sheet.body
        before = max((n for n in range(self.place) if isinstance(body[n], Table)), default=-1)
        after = next((n for n in range(self.place + 1, len(body)) if isinstance(body[n], Table)), len(body))
        above = [b for b in body[before + 1:self.place] if isinstance(b, Text | Pair)]
        below = [b for b in body[self.place + 1:after] if isinstance(b, Text | Pair)]
        if before < 0:
            return above, [b for b in below if not (isinstance(b, Text) and b.keep)]
        first = next(n for n, b in enumerate(body) if isinstance(b, Table))
        return [*(b for b in body[:first] if isinstance(b, Text | Pair)), *above], below

    # ---- the sheet as a whole

    def _letter(self, index: int) -> str:
        from openpyxl.utils import get_column_letter

        return str(get_column_letter(index + 1))

    def _columns(self) -> None:
        for n, (column, width) in enumerate(zip(self.columns, self.widths, strict=True)):
            dimension = self.ws.column_dimensions[self._letter(n)]
            dimension.width = in_digits(width)
            dimension.hidden = column.key == "id" or column.spare

    def _page(self, head: int) -> None:
        ws, page = self.ws, self.sheet.page
        ws.freeze_panes = f"{self._letter(self.table.frozen)}{head + 1}"
        ws.page_setup.orientation = "landscape" if page.landscape else "portrait"
        ws.page_setup.paperSize = {"A4": 9, "A3": 8}[page.paper]
        if self.strip:
            ws.page_setup.scale = STRIP_SCALE
        else:
            ws.page_setup.fitToWidth, ws.page_setup.fitToHeight = 1, 0
            ws.sheet_properties.pageSetUpPr.fitToPage = True
        ws.sheet_properties.outlinePr.summaryBelow = False
        margins = page.margins
        ws.page_margins.top, ws.page_margins.bottom = margins.top / 25.4, margins.bottom / 25.4
        ws.page_margins.left, ws.page_margins.right = margins.left / 25.4, margins.right / 25.4
        ws.page_margins.header = ws.page_margins.footer = margins.top / 25.4 / 2 - 0.1
        ws.print_options.horizontalCentered = True
        ws.print_title_rows = f"{head}:{head}"
        if not self.table.stretch:
            ws.print_title_cols = f"{self._letter(self.first)}:{self._letter(self.table.frozen - 1)}"
        ws.page_setup.firstPageNumber, ws.page_setup.useFirstPageNumber = 1, True
        ws.HeaderFooter.differentFirst = True
        ws.oddHeader.center.text = '&"Times New Roman,Regular"&13&P'

    def _rules(self, head: int, data: int, last: int) -> None:
        from openpyxl.formatting.rule import FormulaRule
        from openpyxl.styles import Border, PatternFill, Side
        from openpyxl.worksheet.datavalidation import DataValidation

        ws = self.ws
        end = self._letter(len(self.columns) - 1)
        ws.auto_filter.ref = f"{self._letter(0)}{head}:{end}{max(data, head)}"
        if data <= head:
            return
        if self.sparse:
            side = Side(style="thin")
            grid = Border(side, side, side, side)
            cells = f"{self._letter(self.first)}{head + 1}:{end}"
            if self.first:  # a heading has no code of a task
                grey = PatternFill("solid", bgColor=SECTION_FILL)
                ws.conditional_formatting.add(f"{cells}{data}", FormulaRule(formula=[f'$A{head + 1}=""'], fill=grey, border=grid,
                                                                            stopIfTrue=True))
            ws.conditional_formatting.add(f"{cells}{last}", FormulaRule(formula=["TRUE"], border=grid))
        ranges: dict[tuple[str, ...], list[int]] = {}
        for n, column in enumerate(self.columns):
            if column.choices:
                ranges.setdefault(column.choices, []).append(n)
            elif column.kind is ColumnKind.BOX:
                ranges.setdefault(("☐", "☑"), []).append(n)
        for choices, places in ranges.items():
            # several agencies may lead one task: the list helps, it does not forbid
            offered = DataValidation(type="list", formula1=self._offered(choices), allow_blank=True, showErrorMessage=False)
            for first, past in _runs(places):
                offered.add(f"{self._letter(first)}{head + 1}:{self._letter(past - 1)}{data}")
            ws.data_validations.append(offered)

    def _offered(self, choices: tuple[str, ...]) -> str:
        joined = ",".join(choices)
        return f'"{joined}"' if len(joined) < 200 and not any("," in c or '"' in c for c in choices) else self.lists.range(choices)

    # ---- rows

    def _append(self, cells: Sequence[Any], height: float) -> None:
        self._put([(n, cell) for n, cell in enumerate(cells) if cell is not None], height)

    def _put(self, cells: list[tuple[int, Any]], height: float) -> None:
        self.row += 1
        self.rows.height = round(min(MAX_HEIGHT, height), 1)
        self._printed.append(PrintedRow(self.rows.height, self._stay))
        self.ws.append(cells)

    def _block(self, block: Text | Pair) -> None:
        if isinstance(block, Text):
            self._text_row(block)
            return
        if block.closing:
            self._closing_row(block)
            return
        middle = self._middle(block.left_share)
        for n in range(_rows_of(block) - 1):
            left = block.left[n] if n < len(block.left) else None
            right = block.right[n] if n < len(block.right) else None
            self._pair_row(left, right, middle)
        self._append([], block.after)

    def _closing_row(self, block: Pair) -> None:
        """Those who sign, in one row: Excel never parts a row, so no signature is alone on a page."""
        self._append([], block.before)
        middle = self._middle(block.left_share)
        row: list[Any] = [None] * len(self.columns)
        heights = [0.0]
        for texts, start in ((block.left, self.first), (block.right, middle)):
            row[start] = self.styles.rich(self.ws, texts)
            heights.append(sum(t.size * LINE + t.before + t.after for t in texts))
        self._append(row, max(heights) + 4)
        self._merge(self.first, middle - 1)
        self._merge(middle, self.past - 1)

    def _text_row(self, block: Text) -> None:
        start, past = self._over(block)
        # nothing else stands in this row, so the merged range hides no cell
        self._append([None] * start + [self.styles.text(self.ws, block)], text_height(block, sum(self.widths[start:past])))
        self._merge(start, past - 1)

    def _over(self, block: Text) -> tuple[int, int]:
        """The columns over which a text stands, (first, past the last): not those printed again on every strip, where a wide title would
        come again cut, and so many less at the other side that it is in the middle of the page, as far as its words have room there."""
        frozen = sum(self.widths[self.first:self.table.frozen])
        if block.align is not Align.CENTER or not self.strip or self.past - self.table.frozen <= 2:
            return self.first, self.past
        past = self.past
        while (past > self.table.frozen + 1 and sum(self.widths[past:self.past]) < frozen - self.widths[past - 1] / 2
               and sum(self.widths[self.table.frozen:past - 1]) >= LEAST_TITLE):
            past -= 1
        return self.table.frozen, past

    def _pair_row(self, left: Text | None, right: Text | None, middle: int) -> None:
        row: list[Any] = [None] * len(self.columns)
        height = 0.0
        for block, start, end in ((left, self.first, middle), (right, middle, self.past)):
            if block is None:
                continue
            row[start] = self.styles.text(self.ws, block)
            width = sum(self.widths[start:end]) * MM
            lines = ruler(block.size, block.bold, block.italic).wrap(block.text, (width - PADDING) / WIDER)
            height = max(height, len(lines) * block.size * LINE + block.before + block.after)
        self._append(row, height or 16)
        self._merge(self.first, middle - 1)
        self._merge(middle, self.past - 1)

    def _middle(self, share: float) -> int:
        """The column at which the right side of a pair begins; at least one column on either side."""
        total = sum(self.widths[self.first:self.past])
        used, n = 0.0, self.first
        while n < self.past - 1 and used + self.widths[n] / 2 < total * share:
            used += self.widths[n]
            n += 1
        return max(self.first + 1, min(n, self.past - 1))

    def _merge(self, first: int, last: int) -> None:
        if last > first:
            self.ws.merged_cells.add(f"{self._letter(first)}{self.row}:{self._letter(last)}{self.row}")

    def _heading(self) -> None:
        size = self.table.size
        measure = ruler(size, True)
        height = HEAD_LINES * size * LINE + SPARE_HEAD
        upright = [(c.title, w * MM) for c, w in zip(self.columns, self.widths, strict=True) if c.upright]
        if upright:
            height = max(height, upright_height(upright, self.table.head_size) * 1.06 + 8)
        row = []
        for column, width in zip(self.columns, self.widths, strict=True):
            row.append(self.styles.cell(self.ws, title_of(column), "Đầu cột đứng" if column.upright else "Đầu cột",
                                        upright_size(column.title, width * MM, height, self.table.head_size) if column.upright else size))
            if not (column.upright or column.spare):
                height = max(height, measure.height(title_of(column), (width * MM - PADDING) / WIDER) * LINE / LEADING + SPARE_HEAD)
        self._append(row, height)

    def _data(self, row: Row) -> None:
        match row.kind:
            case RowKind.SECTION:
                self._section(row)
            case RowKind.TOTAL:
                self._total(row)
            case _:
                self._task(row)

    def _task(self, row: Row) -> None:
        size, measure = self.table.size, ruler(self.table.size)
        cells: list[tuple[int, Any]] = []
        lines = 1
        for n, kept, room in self._kept:
            value = row.cells[n]
            if isinstance(value, str) and len(value) > 3 and n >= self.first:
                lines = max(lines, len(measure.wrap(value, room)))
            cells.append((n, kept.of(value)))
        if self.sparse:
            cells = sorted(cells + self._marks_of(row.cells), key=itemgetter(0))
        self._put(cells, lines * size * LINE + SPARE_ROW)

    def _marks_of(self, values: Sequence[CellValue]) -> list[tuple[int, Any]]:
        """One cell for each sort of mark, written again and again; blank ones are not written."""
        known = self._mark_cells
        start, past = self._marks
        found = []
        for n in [n for n in range(start, past) if values[n]]:
            value = values[n]
            if value not in known:
                known[value] = self.styles.cell(self.ws, value, "Ô chủ trì" if value == "CT" else "Ô phối hợp", self.table.size)
            found.append((n, known[value]))
        return found

    def _section(self, row: Row) -> None:
        """A heading keeps its cells apart, so that filter and sorting go on working; its words stand in the column of the tasks and, in
        one line, over the empty cells behind it. In a matrix they stay in that column, which alone is seen on every strip."""
        size = self.table.size
        label, title = str(row.cells[0]), str(row.cells[1])
        number = next((n for n, c in enumerate(self.columns) if c.kind is ColumnKind.NUMBER), -1)
        wide = next((n for n, c in enumerate(self.columns) if c.key == "task"), number + 1)
        end = self.table.frozen if self.sparse else self.end
        if number < 0 and label:
            label, title = "", f"{label}. {title}"
        measure = ruler(size, True)
        over = not self.sparse and "\n" not in title and measure.width(title) <= (sum(self.widths[wide:end]) * MM - PADDING) / WIDER
        names = section_styles(wide, end) if over else {}
        cells: list[Any] = [None] * self.first
        for n in range(self.first, end if self.sparse else len(self.columns)):
            text = label if n == number else title if n == wide else None
            cells.append(self.styles.cell(self.ws, text or None, "Mục số" if n == number else names.get(n, "Mục"), size))
        lines = 1 if over else len(measure.wrap(title, (self.widths[wide] * MM - PADDING) / WIDER))
        self._append(cells, lines * size * LINE + SPARE_ROW)

    def _total(self, row: Row) -> None:
        size = self.table.size
        cells: list[Any] = [None] * self.first
        label = self.table.frozen - 1
        for n in range(self.first, len(self.columns)):
            value = row.cells[0] if n == label else None if n < label else row.cells[1 + n - self.table.frozen]
            style = "Tổng tỷ lệ" if isinstance(value, float) else "Tổng"
            cells.append(self.styles.cell(self.ws, None if value == "" else value, style, size))
        self._append(cells, size * LINE + SPARE_ROW)


def _mark_range(columns: Sequence[Column]) -> tuple[int, int]:
    """The columns of marks stand together: (first, past the last); (-1, -1) where there are none."""
    found = [n for n, column in enumerate(columns) if column.kind is ColumnKind.MARK]
    return (found[0], found[-1] + 1) if found else (-1, -1)


def _rows_of(block: Text | Pair) -> int:
    """Rows that a text or a pair above the table takes; a pair has an empty one below it."""
    return max(len(block.left), len(block.right)) + 1 if isinstance(block, Pair) else 1


def _runs(places: list[int]) -> list[tuple[int, int]]:
    """[3, 4, 5, 9] → [(3, 6), (9, 10)]."""
    runs: list[tuple[int, int]] = []
    for n in places:
        if runs and runs[-1][1] == n:
            runs[-1] = (runs[-1][0], n + 1)
        else:
            runs.append((n, n + 1))
    return runs
