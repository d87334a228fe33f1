"""What a sheet of paper holds, as values: page, texts, tables, charts. Builders make them, the ``to_*`` writers turn them into files.

Lengths are millimetres, sizes of letters points. A ``Bundle`` is one file; each ``Sheet`` in it is numbered on its own.
"""
from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

MM = 72 / 25.4  # points in a millimetre
PAPERS = {"A4": (210.0, 297.0), "A3": (297.0, 420.0)}  # portrait, ISO 216
FONT = "Times New Roman"  # what .docx and .xlsx ask for; the PDF embeds Liberation Serif, which has the same widths
LEAST_FROZEN = 58.0  # mm of the last frozen column, down to which it is squeezed to spare a strip
LEAST_STEP = 6.5  # mm of the columns behind it, likewise
MOST_WIDER = 1.25  # times the others' width, where a strip has fewer columns than they
LEADING = 1.15  # "single" line spacing of Times New Roman, in parts of its size

CellValue = str | int | float | date | None


class Align(StrEnum):
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "justify"


@dataclass(frozen=True, slots=True)
class Margins:
    """Nghị định 30/2020: top and bottom 20-25, left 30-35, right 15-20 mm."""

    top: float = 20.0
    bottom: float = 20.0
    left: float = 30.0
    right: float = 15.0


USUAL_MARGINS = Margins()


@dataclass(frozen=True, slots=True)
class PageSetup:
    paper: str = "A4"
    landscape: bool = False
    margins: Margins = USUAL_MARGINS

    @property
    def width(self) -> float:
        return PAPERS[self.paper][1 if self.landscape else 0]

    @property
    def height(self) -> float:
        return PAPERS[self.paper][0 if self.landscape else 1]

    @property
    def text_width(self) -> float:
        return self.width - self.margins.left - self.margins.right

    @property
    def text_height(self) -> float:
        return self.height - self.margins.top - self.margins.bottom


# ---------------------------------------------------------------- blocks


@dataclass(frozen=True, slots=True)
class Text:
    """One paragraph. ``before`` and ``after`` are points, ``first_line`` its indent; ``rule`` is the length of a line under it in
    parts of the text's own width (None: no line); ``keep`` holds it together with what follows. ``style`` names it in Word."""

    text: str
    size: float = 13.0
    bold: bool = False
    italic: bool = False
    align: Align = Align.JUSTIFY
    before: float = 0.0
    after: float = 0.0
    first_line: float = 0.0
    rule: float | None = None
    keep: bool = False
    style: str = "Nội dung"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two columns of texts side by side: issuer and national motto at the top, or two who sign. ``closing``: it is never
    alone on a page, the end of the table before it comes along."""

    left: tuple[Text, ...]
    right: tuple[Text, ...]
    left_share: float = 0.4
    closing: bool = False
    before: float = 0.0
    after: float = 0.0


class ColumnKind(StrEnum):
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    MARK = "mark"  # CT or PH: short, no wrapping
    BOX = "box"  # ☐ to tick


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table. ``width`` is in mm, stretched with the others to the width of the text. ``upright`` turns the heading by
    90°. ``formats`` are the only formats that show it (empty: all). ``choices`` is the drop-down list of the workbook. ``spare``: nothing
    stands in it; it is not printed, and hidden in a workbook, where the agencies may want to fill it in. ``fixed``: the width is the
    clerk's."""

    key: str
    title: str
    width: float
    align: Align = Align.LEFT
    kind: ColumnKind = ColumnKind.TEXT
    upright: bool = False
    formats: frozenset[str] = frozenset()
    choices: tuple[str, ...] = ()
    spare: bool = False
    fixed: bool = False


class RowKind(StrEnum):
    SECTION = "section"  # cells: (label, text), over the whole width
    TASK = "task"
    TOTAL = "total"  # first cell: label over the frozen columns; then one cell for each further column


@dataclass(frozen=True, slots=True)
class Row:
    """``cells`` has one value for each column of the table (see RowKind for the others); ``id`` is the task's."""

    kind: RowKind
    cells: tuple[CellValue, ...]
    level: int = 0
    id: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under one heading row, which comes again on every page. ``frozen`` leading columns come again on every strip where the table
    is too wide for the page (``stretch`` False). ``name`` is the worksheet's. ``head_size`` is the letters' of upright headings.
    ``least_frozen`` are the mm down to which the last frozen column is squeezed to spare a strip."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...] = field(repr=False)
    frozen: int = 2
    size: float = 12.0
    stretch: bool = True
    name: str = ""
    head_size: float = 8.5
    least_frozen: float = LEAST_FROZEN


@dataclass(frozen=True, slots=True)
class Series:
    name: str
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class BarChart:
    """Stacked bars lying down, one for each label."""

    title: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    scale: int = 0

    @property
    def most(self) -> int:
        """The length that the scale must show: that of the longest bar, or of the whole of which this is a part."""
        return self.scale or max((sum(values) for values in zip(*(s.values for s in self.series), strict=True)), default=0)


CHART_LABEL = 44  # letters: a name on two lines makes some programs leave out every second one


def short_labels(chart: BarChart) -> BarChart:
    """The chart with long names cut between words."""
    return replace(chart, labels=tuple(label if len(label) <= CHART_LABEL else label[:label.rfind(" ", 0, CHART_LABEL)].rstrip(" ,;-") + "…"
                                       for label in chart.labels))


def chart_parts(chart: BarChart, bars: int) -> list[BarChart]:
    """A long chart in parts of about the same length, at most ``bars`` each, with one scale."""
    count = -(-len(chart.labels) // bars)
    if count <= 1:
        return [chart]
    size = -(-len(chart.labels) // count)
    return [BarChart(f"{chart.title} ({n + 1}/{count})", chart.labels[n * size:(n + 1) * size],
                     tuple(Series(s.name, s.values[n * size:(n + 1) * size]) for s in chart.series), chart.most) for n in range(count)]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Block = Text | Pair | Table | BarChart | PageBreak


# ---------------------------------------------------------------- sheets and files


@dataclass(frozen=True, slots=True)
class Sheet:
    """One appendix or working paper with page numbers of its own. ``name`` is its bookmark and its worksheet."""

    name: str
    page: PageSetup
    body: tuple[Block, ...]

    @property
    def tables(self) -> tuple[Table, ...]:
        return tuple(block for block in self.body if isinstance(block, Table))


@dataclass(frozen=True, slots=True)
class Bundle:
    """One file: its sheets and what its properties say."""

    sheets: tuple[Sheet, ...]
    title: str
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()


def shown(table: Table, format: str) -> Table:
    """The table with the columns of this format only."""
    return only(table, [n for n, column in enumerate(table.columns) if (not column.formats or format in column.formats)
                        and not (column.spare and format != "xlsx")])


def only(table: Table, kept: list[int]) -> Table:
    """The table with the columns at these places, in this order; spare ones do not stay in place while the others move."""
    if kept == list(range(len(table.columns))):
        return table
    frozen = sum(1 for n in kept if n < table.frozen and not table.columns[n].spare)
    rows = tuple(row if row.kind is RowKind.SECTION else _narrowed(row, table, kept) for row in table.rows)
    return replace(table, columns=tuple(table.columns[n] for n in kept), rows=rows, frozen=frozen)


def _narrowed(row: Row, table: Table, kept: list[int]) -> Row:
    if row.kind is RowKind.TASK:
        return Row(row.kind, tuple(row.cells[n] for n in kept), row.level, row.id)
    return Row(row.kind, (row.cells[0], *(row.cells[n - table.frozen + 1] for n in kept if n >= table.frozen)), row.level, row.id)


def widths(table: Table, page: PageSetup) -> list[float]:
    """Widths of the columns in mm: stretched or squeezed to the width of the text, or as they are for a table in strips."""
    given = [column.width for column in table.columns]
    if not table.stretch and sum(given) > page.text_width:
        return given
    scale = page.text_width / sum(given) if table.stretch else 1.0
    return [width * scale for width in given]


def strip_count(table: Table, page: PageSetup) -> int:
    """On how many strips a table stands."""
    if table.stretch:
        return 1
    moving = table.columns[table.frozen:]
    return max(1, -(-len(moving) // _most(table, page)))


def _most(table: Table, page: PageSetup) -> int:
    """The number of moving columns that fit behind the frozen ones."""
    step = max((column.width for column in table.columns[table.frozen:]), default=1.0)
    return max(1, int((_moving_room(table, page) + 1e-6) / min(step, LEAST_STEP)))


def _moving_room(table: Table, page: PageSetup) -> float:
    """Millimetres for the moving columns beside the frozen ones at their narrowest."""
    frozen = [column.width for column in table.columns[:table.frozen]]
    return page.text_width - sum(frozen[:-1]) - min(table.least_frozen, sum(frozen[-1:]))


def strips(table: Table, page: PageSetup) -> list[Table]:
    """A table too wide for the page in strips that fill it, with the frozen columns at the head of each and about as many others.

    The last frozen column takes what room is left; it is as wide on every strip, so that the rows of all strips stand on the same lines.
    """
    if table.stretch:
        return [table]
    frozen, moving = table.columns[:table.frozen], table.columns[table.frozen:]
    step = max((column.width for column in moving), default=1.0)
    count = strip_count(table, page)
    each = max(1, -(-len(moving) // count))
    if each * step > _moving_room(table, page):  # a little narrower, and a strip is spared
        step = max(min(step, LEAST_STEP), _moving_room(table, page) / each)
        moving = tuple(replace(column, width=step) for column in moving)
    if frozen:
        room = page.text_width - sum(column.width for column in frozen[:-1]) - each * step
        frozen = (*frozen[:-1], replace(frozen[-1], width=max(LEAST_FROZEN / 2, room)))
    parts = [list(range(n * each, min(len(moving), (n + 1) * each))) for n in range(count)]
    return [_strip(table, frozen, _filling([moving[n] for n in part], each), part, f"{k}/{count}")
            for k, part in enumerate(parts, start=1)]


def _filling(moving: list[Column], each: int) -> list[Column]:
    """The columns of a strip, a little wider on one with fewer of them, so that all strips end at the same line."""
    wider = each / len(moving) if moving else 1.0
    return [replace(column, width=column.width * wider) for column in moving] if 1 < wider <= MOST_WIDER else moving


def _strip(table: Table, frozen: tuple[Column, ...], moving: list[Column], part: list[int], name: str) -> Table:
    rows = []
    for row in table.rows:
        if row.kind is RowKind.SECTION:
            rows.append(row)
        elif row.kind is RowKind.TASK:
            picked = tuple(row.cells[table.frozen + n] for n in part)
            rows.append(Row(row.kind, row.cells[:table.frozen] + picked, row.level, row.id))
        else:
            rows.append(Row(row.kind, (row.cells[0], *(row.cells[1 + n] for n in part)), row.level))
    return replace(table, columns=(*frozen, *moving), rows=tuple(rows), name=name)


def as_text(value: CellValue) -> str:
    """What stands on paper for a value: dates as dd/mm/yyyy, shares with a comma."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, date):
        return f"{value.day:02}/{value.month:02}/{value.year:04}"
    if isinstance(value, float):
        return f"{value:.1f}".replace(".", ",")
    return str(value)
