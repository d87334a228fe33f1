"""A table of a sheet as the XML of Word: heading row on every page, rows that are not cut where a page can hold them."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate, repeat
from typing import NamedTuple
from xml.sax.saxutils import escape

from core.sheets.layout import MM, Align, CellValue, Column, ColumnKind, PageSetup, Row, RowKind, Table, as_text
from core.sheets.letters import UPRIGHT_SIDE, fitted, ruler, upright_height, upright_lines

SIDE = 70  # twips between a line of the grid and the letters
NEAR_EDGE = 570  # twips (1 cm): a line of the table so near to where the right side of the signature begins serves for it
SPARE_ENDS = 2.0  # points that an upright line may be longer in Word at either end
NARROW = 600  # twips: cells of such columns use their whole width
REPORT_EVERY = 100
SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/>'
_ALIGN = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right", Align.JUSTIFY: "both"}
_BORDERS = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
                   for side in ("top", "left", "bottom", "right", "insideH", "insideV"))


def twips(mm: float) -> int:
    return round(mm / 25.4 * 1440)


class _Look(NamedTuple):
    """How a cell is written. ``side``: twips kept free at both ends of its lines."""

    align: Align = Align.LEFT
    bold: bool = False
    keep: bool = False
    upright: bool = False
    span: int = 1
    shade: bool = False
    size: float = 0.0
    side: int = 0


class TailRow(NamedTuple):
    """A row without lines below the table's own: the paragraphs (XML) of one cell, or of two side by side, the left one with its share."""

    cells: tuple[str, ...]
    left_share: float = 1.0


def table_xml(table: Table, page: PageSetup, *, tail: Sequence[TailRow], boxes: int, step: Callable[[int], None],
              all_parts: list[Table], cut: bool) -> tuple[str, int]:
    """(XML, number of tick boxes so far). ``tail`` is what may not be parted from the last row, up to the signature: it stands in rows
    of the same table, because LibreOffice keeps rows of one table together, but not a table and what follows it. ``cut``: a page's end
    may cut the first task."""
    share = next((row.left_share for row in tail if len(row.cells) == 2), None)
    writer = _TableWriter(table, page, boxes, all_parts, share)
    out = [writer.head()]
    last = len(table.rows) - 1
    for n, row in enumerate(table.rows):
        before_total = n < last and table.rows[n + 1].kind is RowKind.TOTAL  # totals are never alone on a page
        may_cut = cut and row.kind is RowKind.TASK
        cut = cut and not may_cut
        out.append(writer.row(row, keep=row.kind is RowKind.SECTION or before_total or (bool(tail) and n == last), cut=may_cut))
        if n % REPORT_EVERY == REPORT_EVERY - 1:
            step(REPORT_EVERY)
    step(len(table.rows) % REPORT_EVERY)
    out += [writer.tail(row, first=n == 0) for n, row in enumerate(tail)]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in writer.grid)
    return (f'<w:tbl><w:tblPr><w:tblW w:w="{sum(writer.widths)}" w:type="dxa"/><w:tblBorders>{_BORDERS}</w:tblBorders>'
            f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{SIDE}" w:type="dxa"/><w:right w:w="{SIDE}" w:type="dxa"/>'
            f'</w:tblCellMar>'
            f'</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(out)}</w:tbl>'), writer.boxes


class _TableWriter:
    def __init__(self, table: Table, page: PageSetup, boxes: int, all_parts: list[Table], share: float | None = None) -> None:
        self.table, self.boxes = table, boxes
        given = fitted(table, page)
        self.widths = [twips(width) for width in given]
        self.spans, self.left = _spans(self.widths, share)
        self.grid = [width for n, given in enumerate(self.widths) for width in self._grid_of(n, given)]
        self.room = page.text_height * MM - 60  # points a row may be high before it has to be cut
        self.measure = ruler(table.size)
        self.size = round(table.size * 2)
        titles = [(c.title, c.width * MM) for part in all_parts for c in part.columns if c.upright]
        self.upright = upright_height(titles, table.head_size) + 8 if titles else 0.0

    def _grid_of(self, n: int, width: int) -> list[int]:
        """The column of the grid, or the two, that a column of the table stands over."""
        if self.spans[n] == 1:
            return [width]
        before = self.left - sum(self.widths[:n])
        return [before, width - before]

    def tail(self, row: TailRow, *, first: bool) -> str:
        """A row without lines, but for the one that ends the table."""
        top = "single" if first else "nil"
        lines = f'<w:tcBorders><w:top w:val="{top}" w:sz="4" w:space="0" w:color="000000"/>' + "".join(
            f'<w:{side} w:val="nil"/>' for side in ("left", "bottom", "right")) + "</w:tcBorders>"
        left = next(n for n in range(len(self.grid) + 1) if sum(self.grid[:n]) >= self.left) if len(row.cells) == 2 else len(self.grid)
        cells = []
        for inside, part in zip(row.cells, (self.grid[:left], self.grid[left:]), strict=False):
            span = f'<w:gridSpan w:val="{len(part)}"/>' if len(part) > 1 else ""
            cells.append(f'<w:tc><w:tcPr><w:tcW w:w="{sum(part)}" w:type="dxa"/>{span}{lines}</w:tcPr>{inside}</w:tc>')
        return f'<w:tr><w:trPr><w:cantSplit/></w:trPr>{"".join(cells)}</w:tr>'

    def head(self) -> str:
        cells = []
        for column, width, span in zip(self.table.columns, self.widths, self.spans, strict=True):
            size, side = self._upright(column.title, width / 20) if column.upright else (0.0, 0)
            look = _Look(Align.CENTER, bold=True, keep=True, upright=column.upright, size=size, span=span, side=side)
            cells.append(self._cell("☐" if column.kind is ColumnKind.BOX else column.title, width, look))
        height = f'<w:trHeight w:val="{round(self.upright * 20)}" w:hRule="atLeast"/>' if self.upright else ""
        return f'<w:tr><w:trPr><w:cantSplit/>{height}<w:tblHeader/></w:trPr>{"".join(cells)}</w:tr>'

    def _upright(self, title: str, width: float) -> tuple[float, int]:
        """Size of the letters, and the twips at both ends of the lines that make Word break them where we do."""
        measure, lines = upright_lines(title, width, self.upright, self.table.head_size)
        free = (self.upright - max(line.width for line in lines)) / 2 - SPARE_ENDS
        return measure.size, round(20 * (free if len(lines) > 1 else min(free, UPRIGHT_SIDE / 2)))

    def row(self, row: Row, *, keep: bool, cut: bool = False) -> str:
        match row.kind:
            case RowKind.SECTION:
                cells, whole = self._section(row), True
            case RowKind.TOTAL:
                cells, whole = self._total(row, keep), True
            case _:
                cells = "".join(map(self._value, row.cells, self.table.columns, self.widths, self.spans, repeat(keep)))
                whole = not cut and self._height(row) <= self.room
        pr = "<w:trPr><w:cantSplit/></w:trPr>" if whole else ""
        return f"<w:tr>{pr}{cells}</w:tr>"

    def _height(self, row: Row) -> float:
        # a text of n letters fills at most a third more lines than evenly set; only rows near a whole page need the exact measure
        longest = max((len(v) for v in row.cells if isinstance(v, str)), default=0)
        if longest < 400:
            return 0.0
        return max(self.measure.height(v, width / 20 - 8) for v, width in zip(row.cells, self.widths, strict=True) if isinstance(v, str))

    def _section(self, row: Row) -> str:
        label, text = as_text(row.cells[0]), as_text(row.cells[1])
        number = next((n for n, c in enumerate(self.table.columns) if c.kind is ColumnKind.NUMBER), -1)
        room = sum(self.widths[:number + 1]) / 20 - 7
        look = _Look(Align.LEFT, bold=True, keep=True, span=len(self.grid), shade=True)
        if number >= 0 and label and ruler(self.table.size, True).width(label) <= room and number + 1 < len(self.widths):
            before, after = sum(self.spans[:number + 1]), sum(self.spans[number + 1:])
            first = self._cell(label, sum(self.widths[:number + 1]), look._replace(align=Align.CENTER, span=before))
            return first + self._cell(text, sum(self.widths[number + 1:]), look._replace(span=after))
        return self._cell(f"{label}. {text}" if label else text, sum(self.widths), look)

    def _total(self, row: Row, keep: bool) -> str:
        frozen = self.table.frozen
        look = _Look(Align.CENTER, bold=True, keep=keep)
        cells = [self._cell(as_text(row.cells[0]), sum(self.widths[:frozen]), look._replace(span=sum(self.spans[:frozen])))]
        cells += [self._cell(as_text(value), width, look._replace(span=span), narrow=width < NARROW)
                  for value, width, span in zip(row.cells[1:], self.widths[frozen:], self.spans[frozen:], strict=True)]
        return "".join(cells)

    def _value(self, value: CellValue, column: Column, width: int, span: int, keep: bool) -> str:
        text = as_text(value)
        if column.kind is ColumnKind.BOX and text:
            return self._box(text, width, span, keep)
        bold = column.kind is ColumnKind.MARK and text == "CT"
        look = _Look(column.align, bold=bold, keep=keep, span=span)
        return self._cell(text, width, look, narrow=column.kind is ColumnKind.MARK or width < NARROW)

    def _cell(self, text: str, width: int, look: _Look, narrow: bool = False) -> str:
        pr = f'<w:tcW w:w="{width}" w:type="dxa"/>'
        if look.span > 1:
            pr += f'<w:gridSpan w:val="{look.span}"/>'
        if look.shade:
            pr += SHADE
        if narrow and text:
            size = self.table.size
            while size > 6 and ruler(size, look.bold).width(text) > width / 20:
                size -= 1
            look = look._replace(size=0.0 if size == self.table.size else size)
        if narrow or look.upright:
            pr += '<w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar>'
        if look.upright:
            pr += '<w:textDirection w:val="btLr"/>'
        pr += '<w:vAlign w:val="center"/>'
        return f"<w:tc><w:tcPr>{pr}</w:tcPr>{self._paragraphs(text, look)}</w:tc>"

    def _paragraphs(self, text: str, look: _Look) -> str:
        style = "DauCot" if look.bold else "OBang"
        pr = (f'<w:pStyle w:val="{style}"/>' + ("<w:keepNext/>" if look.keep else "")
              + ('<w:spacing w:before="0" w:after="0"/>' if look.upright else "")
              + (f'<w:ind w:left="{look.side}" w:right="{look.side}"/>' if look.side > 0 else "") + f'<w:jc w:val="{_ALIGN[look.align]}"/>')
        size = round(look.size * 2) or self.size
        font = f'<w:rPr><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>' if size != 24 else ""
        return "".join(f'<w:p><w:pPr>{pr}</w:pPr><w:r>{font}<w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>'
                       if line else f"<w:p><w:pPr>{pr}</w:pPr></w:p>" for line in text.split("\n"))

    def _box(self, text: str, width: int, span: int, keep: bool) -> str:
        """A box that can be ticked in Word."""
        self.boxes += 1
        checked = int(text == "☑")
        mark = "☑" if checked else "☐"
        fonts = '<w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic" w:hint="eastAsia"/>'
        control = (f'<w:sdt><w:sdtPr><w:rPr>{fonts}</w:rPr><w:id w:val="{100000 + self.boxes}"/><w14:checkbox>'
                   f'<w14:checked w14:val="{checked}"/>'
                   '<w14:checkedState w14:val="2611" w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/>'
                   f'</w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:rPr>{fonts}</w:rPr><w:t>{mark}</w:t></w:r></w:sdtContent></w:sdt>')
        pr = '<w:pStyle w:val="OBang"/>' + ("<w:keepNext/>" if keep else "") + '<w:jc w:val="center"/>'
        spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        return (f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}'
                f'<w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar>'
                f'<w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr>{pr}</w:pPr>{control}</w:p></w:tc>')


def _spans(widths: list[int], share: float | None) -> tuple[list[int], int]:
    """(Columns of the grid under each column of the table, where the right side of the tail begins): a column in whose middle that
    place falls stands over two."""
    spans = [1] * len(widths)
    if share is None:
        return spans, 0
    place = round(sum(widths) * share)
    edges = list(accumulate(widths))
    near = min(edges[:-1], key=lambda edge: abs(edge - place), default=0)
    if near and abs(near - place) <= NEAR_EDGE:
        return spans, near
    spans[next(n for n, edge in enumerate(edges) if edge > place)] = 2
    return spans, place
