"""The worksheet with the charts of a sheet: the figures at the left, real Excel charts beside them that follow when a figure changes."""
from __future__ import annotations

from typing import Any

from core.sheets.layout import Align, BarChart, PageSetup, Text
from core.sheets.letters import ruler
from core.sheets.xlsx_styles import Styles

BARS = 24  # of one worksheet: more are too thin to read on a page
WIDTH = 20.0  # cm
LABELS = 46.0  # width of the names in digits


def chart_sheet(book: Any, name: str, page: PageSetup, chart: BarChart, styles: Styles) -> None:
    """One worksheet that prints on one page."""
    ws = book.create_sheet(name)
    ws.page_setup.orientation = "landscape"
    ws.page_setup.paperSize = {"A4": 9, "A3": 8}[page.paper]
    ws.page_setup.fitToWidth = ws.page_setup.fitToHeight = 1
    ws.sheet_properties.pageSetUpPr.fitToPage = True
    ws.column_dimensions["A"].width = LABELS
    measure = ruler(12)
    ws.append([styles.text(ws, Text(chart.title, 13, bold=True, align=Align.LEFT, style="Tên biểu đồ"))])
    ws.merged_cells.add("A1:K1")
    ws.append([styles.cell(ws, title, "Đầu cột") for title in ("Cơ quan, đơn vị", *(s.name for s in chart.series))])
    for n, label in enumerate(chart.labels):
        ws.row_dimensions[n + 3].height = len(measure.wrap(label, LABELS * 6 - 8)) * 15.75 + 2
        ws.append([styles.cell(ws, label, "Ô chữ"), *(styles.cell(ws, s.values[n], "Ô giữa") for s in chart.series)])
    ws.add_chart(_bars(ws, chart, 2, 2 + len(chart.labels)), f"{'ABCDEFG'[len(chart.series) + 2]}2")


def _bars(ws: Any, chart: BarChart, head: int, last: int) -> Any:
    from openpyxl.chart import BarChart as ExcelBars
    from openpyxl.chart import Reference

    made = ExcelBars()
    made.type, made.grouping, made.overlap, made.gapWidth = "bar", "stacked", 100, 40
    made.add_data(Reference(ws, min_col=2, max_col=1 + len(chart.series), min_row=head, max_row=last), titles_from_data=True)
    made.set_categories(Reference(ws, min_col=1, min_row=head + 1, max_row=last))
    for series, colour in zip(made.series, ("404040", "B8B8B8"), strict=False):
        series.graphicalProperties.solidFill = colour
    made.x_axis.delete = made.y_axis.delete = False
    made.x_axis.scaling.orientation = "maxMin"  # the first agency on top, as in the table
    made.y_axis.scaling.min = 0
    made.y_axis.scaling.max = max(1, chart.most)
    made.y_axis.majorGridlines = None
    made.y_axis.number_format = "0"
    made.x_axis.tickLblSkip = 1  # every name, however narrow
    made.legend.position = "t"
    made.width, made.height = WIDTH, max(5.0, 0.72 * (last - head) + 2.5)
    return made
