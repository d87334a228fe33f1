"""The worksheet with a chart of a sheet: a real Excel chart that fills the printed page, and beside it the figures that it follows."""
from __future__ import annotations

from typing import Any

from core.sheets.layout import FONT, MM, Align, BarChart, PageSetup, Text
from core.sheets.letters import Plot, plot_of
from core.sheets.xlsx_styles import Styles
from core.sheets.xlsx_widths import LINE, in_digits

BARS = 24  # of one worksheet: more are too thin to read on a page
BAR, REST = 5.4, 24.0  # mm of the chart's height for each, and for axis and legend
LETTERS = 10.0  # points
LABELS = 46.0  # width of the names in digits
ROW, TITLE = 12 * LINE, 24.0  # points of a usual row and of the first one
FIGURES = 3  # the column at which the figures begin, outside the printed page


def chart_sheet(book: Any, name: str, page: PageSetup, chart: BarChart, styles: Styles) -> None:
    """One worksheet whose first column is as wide as the page's text and holds the chart; it prints on one page."""
    from openpyxl.utils import get_column_letter

    ws = book.create_sheet(name)
    ws.page_setup.orientation = "landscape" if page.landscape else "portrait"
    ws.page_setup.paperSize = {"A4": 9, "A3": 8}[page.paper]
    ws.page_setup.fitToWidth = ws.page_setup.fitToHeight = 1
    ws.sheet_properties.pageSetUpPr.fitToPage = True
    margins = page.margins
    ws.page_margins.top, ws.page_margins.bottom = margins.top / 25.4, margins.bottom / 25.4
    ws.page_margins.left, ws.page_margins.right = margins.left / 25.4, margins.right / 25.4
    ws.column_dimensions["A"].width = in_digits(page.text_width)
    ws.column_dimensions["B"].width = 3
    ws.column_dimensions[get_column_letter(FIGURES)].width = LABELS
    made = _bars(ws, chart)
    high = min(page.text_height - 12, REST + BAR * len(chart.labels))
    made.width, made.height = page.text_width / 10 - 0.1, high / 10
    made.layout = _layout(plot_of(chart, page.text_width - 1, high, LETTERS))
    rows = max(2 + len(chart.labels), 2 + int(high * MM / ROW) + 1)
    _figures(ws, chart, styles, rows)
    ws.print_area = f"A1:A{2 + int(high * MM / ROW) + 1}"
    ws.add_chart(made, "A2")


def _figures(ws: Any, chart: BarChart, styles: Styles, rows: int) -> None:
    """Title, names and figures; every row has its height said, so that the chart ends inside the printed ones."""
    blank = [None] * (FIGURES - 1)
    for n in range(1, rows + 1):
        ws.row_dimensions[n].height = TITLE if n == 1 else ROW
    ws.append([styles.text(ws, Text(chart.title, 13, bold=True, align=Align.CENTER, style="Tên biểu đồ"))])
    ws.append([*blank, *(styles.cell(ws, title, "Đầu cột") for title in ("Cơ quan, đơn vị", *(s.name for s in chart.series)))])
    for n, label in enumerate(chart.labels):
        ws.append([*blank, styles.cell(ws, label, "Ô chữ"), *(styles.cell(ws, s.values[n], "Ô giữa") for s in chart.series)])
    for _ in range(2 + len(chart.labels), rows):
        ws.append([None])


def _bars(ws: Any, chart: BarChart) -> Any:
    from openpyxl.chart import BarChart as ExcelBars
    from openpyxl.chart import Reference

    head, last = 2, 2 + len(chart.labels)
    made = ExcelBars()
    made.type, made.grouping, made.overlap, made.gapWidth = "bar", "stacked", 100, 40
    made.add_data(Reference(ws, min_col=FIGURES + 1, max_col=FIGURES + len(chart.series), min_row=head, max_row=last),
                  titles_from_data=True)
    made.set_categories(Reference(ws, min_col=FIGURES, min_row=head + 1, max_row=last))
    for series, colour in zip(made.series, ("404040", "B8B8B8"), strict=False):
        series.graphicalProperties.solidFill = colour
    made.x_axis.delete = made.y_axis.delete = False
    made.x_axis.scaling.orientation = "maxMin"  # the first agency on top, as in the table
    made.y_axis.scaling.min = 0
    made.y_axis.scaling.max = max(1, chart.most)
    made.y_axis.majorGridlines = None
    made.y_axis.number_format = "0"
    made.y_axis.crosses = "max"  # the scale stands below the last bar
    made.x_axis.tickLblSkip = 1  # every name, however narrow
    made.legend.position = "t"
    for part in (made.x_axis, made.y_axis, made.legend):
        part.txPr = _letters()
    return made


def _layout(plot: Plot) -> Any:
    from openpyxl.chart.layout import Layout, ManualLayout

    return Layout(ManualLayout(layoutTarget="inner", xMode="edge", yMode="edge", x=plot.x, y=plot.y, w=plot.width, h=plot.height))


def _letters() -> Any:
    from openpyxl.chart.text import RichText
    from openpyxl.drawing.text import CharacterProperties, Font, Paragraph, ParagraphProperties

    letters = CharacterProperties(latin=Font(typeface=FONT), sz=round(LETTERS * 100))
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=letters), endParaRPr=letters)])
