"""A table on the pages of a PDF: rows measured one after another, cut where they must be, the heading row on every page."""
from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from core.sheets.layout import MM, Align, Column, ColumnKind, Row, RowKind, Table, as_text
from core.sheets.letters import Line, Ruler, fitted, ruler, upright_height, upright_lines
from core.sheets.pdf_tags import said

if TYPE_CHECKING:
    from core.sheets.to_pdf import Flow

SIDE = 1.3 * MM  # between a line of the grid and the letters
ABOVE = 2.0  # points above and below the text of a cell
FIRST_ROWS = 3  # of a table of short rows, on its first page
LEAST_LINES = 3  # of a row that has to be cut, on either page
SECTION_GREY = 0.93
REPORT_EVERY = 25  # rows


class Cell(NamedTuple):
    """What one cell says: its lines and where they stand; its first column and over how many it goes."""

    x: float
    room: float
    lines: list[Line]
    measure: Ruler
    align: Align
    column: int = 0
    span: int = 1


class Laid(NamedTuple):
    """A row that knows how high it is. ``xs`` are the vertical lines inside it."""

    row: Row
    cells: list[Cell]
    height: float
    xs: list[float]
    box: str = ""


class TableOnPage:
    """One table (or one strip of a wide one) in the flow of a sheet. ``head`` is the height of the heading row, where strips share it."""

    def __init__(self, flow: Flow, table: Table, head: float | None = None) -> None:
        self.flow, self.table = flow, table
        self.plain, self.bold = ruler(table.size), ruler(table.size, True)
        self.xs = [flow.left]
        for width in fitted(table, flow.sheet.page):
            self.xs.append(self.xs[-1] + width * MM)
        self.kinds = [(column.align, column.kind) for column in table.columns]
        self.box = next((n for n, column in enumerate(table.columns) if column.kind is ColumnKind.BOX), -1)
        self.element = 0  # of the table in the structure, once it is drawn
        self.head = self._head(head)
        self._laid: dict[int, Laid] = {}

    @staticmethod
    def head_of(parts: list[Table]) -> float | None:
        """The common height of the heading rows of all strips, so that their rows stand on the same lines of their pages."""
        if len(parts) < 2:
            return None
        titles = [(c.title, c.width * MM) for part in parts for c in part.columns if c.upright]
        return upright_height(titles, parts[0].head_size) + 2 * ABOVE if titles else None

    # ---- the heading row

    def _head(self, given: float | None) -> Laid:
        columns = self.table.columns
        upright = [(c.title, c.width * MM) for c in columns if c.upright]
        cells = []
        height = upright_height(upright, self.table.head_size) + 2 * ABOVE if upright else 0.0
        for n, column in enumerate(columns):
            room = self.xs[n + 1] - self.xs[n] - 2 * SIDE
            if not column.upright and column.kind is not ColumnKind.BOX:
                lines = self.bold.wrap(column.title, room)
                height = max(height, len(lines) * self.bold.leading + 2 * ABOVE)
                cells.append(Cell(self.xs[n] + SIDE, room, lines, self.bold, Align.CENTER, n))
        return Laid(Row(RowKind.TOTAL, ()), cells, max(height, given or 0.0), self.xs)

    def _draw_head(self) -> None:
        """The heading row; it is read out once, where it comes again it is only ink."""
        pen, y, height = self.flow.pen, self.flow.y, self.head.height
        marks = [0] * len(self.table.columns)
        if not self.element:
            self.element = pen.tags.add("Table", pen.sheet)
            row = pen.tags.add("TR", self.element)
            marks = [pen.tags.add("TH", row, f"/A<</O/Table/Scope/Column>>{_drawn(column)}") for column in self.table.columns]
        self._ink(self.head, y, height, [marks[cell.column] for cell in self.head.cells])
        for n, column in enumerate(self.table.columns):
            if not column.upright and column.kind is not ColumnKind.BOX:
                continue
            pen.open(marks[n])
            if column.upright:
                measure, lines = upright_lines(column.title, self.xs[n + 1] - self.xs[n], height - 2 * ABOVE, self.table.head_size)
                pen.upright(lines, measure, self.xs[n], y, self.xs[n + 1] - self.xs[n], height)
            else:
                self._tick_box(n, y, height, "")
            pen.close()
        pen.open()
        pen.across(self.xs[0], self.xs[-1], y)
        pen.close()
        self.flow.y += height

    # ---- rows

    def laid(self, index: int) -> Laid:
        found = self._laid.get(index)
        if found is None:
            found = self._laid[index] = self._lay(self.table.rows[index])
        return found

    def _lay(self, row: Row) -> Laid:
        if row.kind is RowKind.SECTION:
            return self._lay_section(row)
        if row.kind is RowKind.TOTAL:
            return self._lay_total(row)
        xs, plain = self.xs, self.plain
        cells = []
        most = 1
        for n, (value, (align, kind)) in enumerate(zip(row.cells, self.kinds, strict=True)):
            if value is None or value == "" or kind is ColumnKind.BOX:
                continue
            room = xs[n + 1] - xs[n] - 2 * SIDE
            text = value if isinstance(value, str) else as_text(value)
            if kind is ColumnKind.MARK:  # a mark is one short word: it may use the whole width of its column
                measure = _narrow(text, room + 2 * SIDE - 1, self.table.size, bold=text == "CT")
                cells.append(Cell(xs[n], room + 2 * SIDE, [Line([text], measure.width(text), True)], measure, align, n))
                continue
            lines = plain.wrap(text, room)
            most = max(most, len(lines))
            cells.append(Cell(xs[n] + SIDE, room, lines, plain, align, n))
        box = as_text(row.cells[self.box]) if self.box >= 0 else ""
        return Laid(row, cells, most * plain.leading + 2 * ABOVE, xs, box)

    def _lay_section(self, row: Row) -> Laid:
        label, text = as_text(row.cells[0]), as_text(row.cells[1])
        xs = self.xs
        number = next((n for n, c in enumerate(self.table.columns) if c.kind is ColumnKind.NUMBER), -1)
        narrow = self.bold.width(label) <= xs[number + 1] - xs[number] - 2 if number >= 0 else False
        split = number + 1 if label and narrow and number >= 0 and number + 1 < len(xs) - 1 else 0
        title = text if split else f"{label}. {text}" if label else text
        left = xs[split] + SIDE
        lines = self.bold.wrap(title, xs[-1] - SIDE - left)
        cells = [Cell(left, xs[-1] - SIDE - left, lines, self.bold, Align.LEFT, split, len(xs) - 1 - split)]
        if split:
            width = self.bold.width(label)
            cells.insert(0, Cell(xs[number], xs[split] - xs[number], [Line([label], width, True)], self.bold, Align.CENTER, 0, split))
        return Laid(row, cells, len(lines) * self.bold.leading + 2 * ABOVE, [xs[0], *([xs[split]] if split else []), xs[-1]])

    def _lay_total(self, row: Row) -> Laid:
        xs, frozen = self.xs, self.table.frozen
        room = xs[frozen] - xs[0] - 2 * SIDE
        cells = [Cell(xs[0] + SIDE, room, self.bold.wrap(as_text(row.cells[0]), room), self.bold, Align.CENTER, 0, frozen)]
        for n, value in enumerate(row.cells[1:], start=frozen):
            text = as_text(value)
            if text:
                measure = _narrow(text, xs[n + 1] - xs[n] - 2, self.table.size)
                cells.append(Cell(xs[n], xs[n + 1] - xs[n], [Line([text], measure.width(text), True)], measure, Align.CENTER, n))
        return Laid(row, cells, max(len(c.lines) for c in cells) * self.bold.leading + 2 * ABOVE, [xs[0], *xs[frozen:]])

    # ---- down the pages

    def least(self, short: bool = False) -> float:
        """The heading row with as much of the first rows as may not be parted from it; ``short``: the first task cut. Of short rows
        there are FIRST_ROWS, so that a table does not begin with one line at the foot of a page."""
        if not self.table.rows:
            return self.head.height
        first = [self.laid(n) for n in range(min(FIRST_ROWS, len(self.table.rows)))]
        low = all(laid.row.kind is RowKind.TASK and laid.height < 2 * self.plain.leading + 2 * ABOVE for laid in first)
        return self.head.height + self._need(0, 0.0, short) + (sum(laid.height for laid in first[1:]) if low and not short else 0.0)

    def whole_height(self) -> float:
        """Height of the table on a page without end."""
        return self.head.height + sum(self.laid(n).height for n in range(len(self.table.rows)))

    def _need(self, index: int, closing: float, short: bool = False) -> float:
        """Room that the row needs on its page: a heading takes the next row along, the last row the signature."""
        laid = self.laid(index)
        if laid.row.kind is RowKind.SECTION and index < len(self.table.rows) - 1:
            return laid.height + self._need(index + 1, closing, short)
        if not short and self._before_total(index):
            return laid.height + self._need(index + 1, closing)
        piece = min(laid.height, LEAST_LINES * self.plain.leading + 2 * ABOVE)
        if short or laid.height > self._whole:
            return piece
        return laid.height + (closing if index == len(self.table.rows) - 1 else 0.0)

    def _before_total(self, index: int) -> bool:
        """A row in front of the totals: they are never alone on a page."""
        return index < len(self.table.rows) - 1 and self.table.rows[index + 1].kind is RowKind.TOTAL

    @property
    def _whole(self) -> float:
        """Room for rows on a page that holds nothing else."""
        return self.flow.bottom - self.flow.top - self.head.height

    def draw(self, closing: float = 0.0) -> None:
        flow = self.flow
        if not self.table.rows:
            self._page_if(self.head.height)
            self._draw_head()
            return
        if not flow.glued:
            self._page_if(self.least())
        self._draw_head()
        kept = True  # a row behind a heading stays with it, cut if it must be
        for index in range(len(self.table.rows)):
            laid = self.laid(index)
            need = min(self._need(index, closing), self._whole)
            if flow.y + need > flow.bottom + 0.01 and not kept:
                flow.new_page()
                self._draw_head()
            self._bookmark(laid.row)
            after = closing if index == len(self.table.rows) - 1 else 0.0
            if flow.y + laid.height + after > flow.bottom + 0.01:
                self._cut(laid, after)
            else:
                self._row(laid)
            del self._laid[index]
            kept = laid.row.kind is RowKind.SECTION
            if index % REPORT_EVERY == REPORT_EVERY - 1:
                flow.step(REPORT_EVERY)
        flow.step(len(self.table.rows) % REPORT_EVERY)

    def _page_if(self, need: float) -> None:
        if self.flow.y + need > self.flow.bottom and not self.flow.fresh:
            self.flow.new_page()

    def _bookmark(self, row: Row) -> None:
        if row.kind is RowKind.SECTION and row.level == 0:
            label, text = as_text(row.cells[0]), as_text(row.cells[1])
            self.flow.pen.bookmark(f"{label}. {text}" if label else text, 1)

    def _tags(self, laid: Laid) -> tuple[int, list[int]]:
        """(Element of the tick box, those of the cells) of a new row. Blank cells are elements too, but not those of a matrix's marks."""
        tags = self.flow.pen.tags
        row = tags.add("TR", self.element)
        found = {cell.column: cell.span for cell in laid.cells}
        elements, box = {}, 0
        for n in range(len(self.kinds)):
            if n in found:
                span = found[n]
                elements[n] = tags.add("TD", row, f"/A<</O/Table/ColSpan {span}>>" if span > 1 else "")
            elif n == self.box and laid.box:
                box = tags.add("TD", row, f"/ActualText {said(laid.box)}")
            elif laid.row.kind is RowKind.TASK and self.kinds[n][1] is not ColumnKind.MARK:
                tags.add("TD", row)
        return box, [elements[cell.column] for cell in laid.cells]

    def _row(self, laid: Laid) -> None:
        box, elements = self._tags(laid)
        self._ink(laid, self.flow.y, laid.height, elements)
        if laid.box:
            self._box_ink(box, self.flow.y, laid.height, laid.box)
        self.flow.y += laid.height

    def _box_ink(self, element: int, y: float, height: float, mark: str) -> None:
        self.flow.pen.open(element)
        self._tick_box(self.box, y, height, mark)
        self.flow.pen.close()

    def _cut(self, laid: Laid, closing: float) -> None:
        """A row that no page holds: piece after piece, the lines at the top of their cells. The signature gets some of its lines along."""
        flow, leading = self.flow, self.plain.leading
        box, elements = self._tags(laid)
        done, most = 0, max(len(cell.lines) for cell in laid.cells)
        while done < most:
            fits = max(1, int((flow.bottom - flow.y - 2 * ABOVE) / leading + 0.01))
            left = most - done
            if left <= fits and flow.y + left * leading + 2 * ABOVE + closing > flow.bottom + 0.01:
                fits = max(1, left - LEAST_LINES)
            piece = [cell._replace(lines=cell.lines[done:done + fits]) for cell in laid.cells]
            taken = min(fits, most - done)
            self._ink(laid._replace(cells=piece), flow.y, taken * leading + 2 * ABOVE, elements, top=True)
            if laid.box and not done:
                self._box_ink(box, flow.y, leading + 2 * ABOVE, laid.box)
            flow.y += taken * leading + 2 * ABOVE
            done += taken
            if done < most:
                flow.new_page()
                self._draw_head()

    def _ink(self, laid: Laid, y: float, height: float, elements: list[int], *, top: bool = False) -> None:
        """The words and lines of a row; ``elements`` are those of its cells in the structure (0: of none)."""
        pen = self.flow.pen
        if laid.row.kind is RowKind.SECTION:
            pen.open()
            pen.box(self.xs[0], y, self.xs[-1] - self.xs[0], height, SECTION_GREY)
            pen.across(self.xs[0], self.xs[-1], y)  # the grey has covered half of it
            pen.close()
        for cell, element in zip(laid.cells, elements, strict=True):
            if cell.lines:
                free = 0.0 if top else (height - 2 * ABOVE - len(cell.lines) * cell.measure.leading) / 2
                pen.open(element)
                pen.lines(cell.lines, cell.measure, cell.x, y + ABOVE + free, cell.room, cell.align)
                pen.close()
        pen.open()
        pen.grid(laid.xs, y, y + height)
        pen.across(self.xs[0], self.xs[-1], y + height)
        pen.close()

    def _tick_box(self, n: int, y: float, height: float, mark: str) -> None:
        size = 3.4 * MM
        x = (self.xs[n] + self.xs[n + 1] - size) / 2
        top = y + (height - size) / 2
        self.flow.pen.box(x, top, size, size)
        if mark == "☑":
            self.flow.pen.tick(x, top, size)


def _drawn(column: Column) -> str:
    """What is said for a heading that is a drawn box."""
    return f"/ActualText {said('Xong')}" if column.kind is ColumnKind.BOX else ""


@lru_cache(maxsize=1024)
def _narrow(text: str, room: float, size: float, bold: bool = True) -> Ruler:
    """A ruler in which the text fits on one line."""
    while size > 6 and ruler(size, bold).width(text) > room:
        size -= 1
    return ruler(size, bold)
