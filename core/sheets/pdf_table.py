"""A table on the pages of a PDF: rows measured one after another, cut where they must be, the heading row on every page."""
from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from core.sheets.layout import MM, Align, ColumnKind, Row, RowKind, Table, as_text
from core.sheets.letters import Line, Ruler, fitted, ruler, upright_height, upright_lines

if TYPE_CHECKING:
    from core.sheets.to_pdf import Flow

SIDE = 1.3 * MM  # between a line of the grid and the letters
ABOVE = 2.0  # points above and below the text of a cell
LEAST_LINES = 3  # of a row that has to be cut, on either page
SECTION_GREY = 0.93
REPORT_EVERY = 25  # rows


class Cell(NamedTuple):
    """What one cell says: its lines and where they stand."""

    x: float
    room: float
    lines: list[Line]
    measure: Ruler
    align: Align


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
                cells.append(Cell(self.xs[n] + SIDE, room, lines, self.bold, Align.CENTER))
        return Laid(Row(RowKind.TOTAL, ()), cells, max(height, given or 0.0), self.xs)

    def _draw_head(self) -> None:
        pen, y, height = self.flow.pen, self.flow.y, self.head.height
        self._ink(self.head, y, height)
        for n, column in enumerate(self.table.columns):
            if column.upright:
                measure, lines = upright_lines(column.title, self.xs[n + 1] - self.xs[n], height - 2 * ABOVE, self.table.head_size)
                pen.upright(lines, measure, self.xs[n], y, self.xs[n + 1] - self.xs[n], height)
            elif column.kind is ColumnKind.BOX:
                self._tick_box(n, y, height, "")
        pen.across(self.xs[0], self.xs[-1], y)
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
                cells.append(Cell(xs[n], room + 2 * SIDE, [Line([text], measure.width(text), True)], measure, align))
                continue
            lines = plain.wrap(text, room)
            most = max(most, len(lines))
            cells.append(Cell(xs[n] + SIDE, room, lines, plain, align))
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
        cells = [Cell(left, xs[-1] - SIDE - left, lines, self.bold, Align.LEFT)]
        if split:
            width = self.bold.width(label)
            cells.insert(0, Cell(xs[number], xs[split] - xs[number], [Line([label], width, True)], self.bold, Align.CENTER))
        return Laid(row, cells, len(lines) * self.bold.leading + 2 * ABOVE, [xs[0], *([xs[split]] if split else []), xs[-1]])

    def _lay_total(self, row: Row) -> Laid:
        xs, frozen = self.xs, self.table.frozen
        room = xs[frozen] - xs[0] - 2 * SIDE
        cells = [Cell(xs[0] + SIDE, room, self.bold.wrap(as_text(row.cells[0]), room), self.bold, Align.CENTER)]
        for n, value in enumerate(row.cells[1:], start=frozen):
            text = as_text(value)
            if text:
                measure = _narrow(text, xs[n + 1] - xs[n] - 2, self.table.size)
                cells.append(Cell(xs[n], xs[n + 1] - xs[n], [Line([text], measure.width(text), True)], measure, Align.CENTER))
        return Laid(row, cells, max(len(c.lines) for c in cells) * self.bold.leading + 2 * ABOVE, [xs[0], *xs[frozen:]])

    # ---- down the pages

    def least(self, short: bool = False) -> float:
        """The heading row with as much of the first rows as may not be parted from it; ``short``: the first task cut."""
        return self.head.height + (self._need(0, 0.0, short) if self.table.rows else 0.0)

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

    def _row(self, laid: Laid) -> None:
        self._ink(laid, self.flow.y, laid.height)
        if laid.box:
            self._tick_box(self.box, self.flow.y, laid.height, laid.box)
        self.flow.y += laid.height

    def _cut(self, laid: Laid, closing: float) -> None:
        """A row that no page holds: piece after piece, the lines at the top of their cells. The signature gets some of its lines along."""
        flow, leading = self.flow, self.plain.leading
        done, most = 0, max(len(cell.lines) for cell in laid.cells)
        while done < most:
            fits = max(1, int((flow.bottom - flow.y - 2 * ABOVE) / leading + 0.01))
            left = most - done
            if left <= fits and flow.y + left * leading + 2 * ABOVE + closing > flow.bottom + 0.01:
                fits = max(1, left - LEAST_LINES)
            piece = [cell._replace(lines=cell.lines[done:done + fits]) for cell in laid.cells]
            taken = min(fits, most - done)
            self._ink(laid._replace(cells=piece), flow.y, taken * leading + 2 * ABOVE, top=True)
            if laid.box and not done:
                self._tick_box(self.box, flow.y, leading + 2 * ABOVE, laid.box)
            flow.y += taken * leading + 2 * ABOVE
            done += taken
            if done < most:
                flow.new_page()
                self._draw_head()

    def _ink(self, laid: Laid, y: float, height: float, *, top: bool = False) -> None:
        pen = self.flow.pen
        if laid.row.kind is RowKind.SECTION:
            pen.box(self.xs[0], y, self.xs[-1] - self.xs[0], height, SECTION_GREY)
            pen.across(self.xs[0], self.xs[-1], y)  # the grey has covered half of it
        for x, room, lines, measure, align in laid.cells:
            if lines:
                free = 0.0 if top else (height - 2 * ABOVE - len(lines) * measure.leading) / 2
                pen.lines(lines, measure, x, y + ABOVE + free, room, align)
        pen.grid(laid.xs, y, y + height)
        pen.across(self.xs[0], self.xs[-1], y + height)

    def _tick_box(self, n: int, y: float, height: float, mark: str) -> None:
        size = 3.4 * MM
        x = (self.xs[n] + self.xs[n + 1] - size) / 2
        top = y + (height - size) / 2
        self.flow.pen.box(x, top, size, size)
        if mark == "☑":
            self.flow.pen.tick(x, top, size)


@lru_cache(maxsize=1024)
def _narrow(text: str, room: float, size: float, bold: bool = True) -> Ruler:
    """A ruler in which the text fits on one line."""
    while size > 6 and ruler(size, bold).width(text) > room:
        size -= 1
    return ruler(size, bold)
