"""A bar chart on the pages of a PDF: one stacked bar for each label, values written beside it, in greys that any printer keeps apart."""
from __future__ import annotations

from typing import TYPE_CHECKING

from core.sheets.layout import MM, Align, BarChart, Text
from core.sheets.letters import Line, ruler
from core.sheets.pdf_tags import said

if TYPE_CHECKING:
    from core.sheets.to_pdf import Flow

STEP = 6.2 * MM  # from one bar to the next
THICK = 4.0 * MM
LABELS = 0.34  # share of the width that the names take
GREYS = (0.25, 0.72)
SIZE = 11.0


class BarsOnPage:
    """One chart in the flow of a sheet; it goes over to further pages where it is long."""

    def __init__(self, flow: Flow, chart: BarChart) -> None:
        self.flow, self.chart = flow, chart
        self.title = Text(chart.title, 13, bold=True, align=Align.CENTER, before=14, after=4)
        self.start = flow.left + flow.room * LABELS
        self.scale = (flow.room * (1 - LABELS) - 50) / max(1, chart.most)

    def least(self) -> float:
        return self.flow.text_height(self.title) + STEP + min(3, len(self.chart.labels)) * STEP + 6

    def draw(self, closing: float = 0.0) -> None:
        flow = self.flow
        height = self.least() + max(0, len(self.chart.labels) - 3) * STEP + closing
        whole = flow.bottom - flow.top
        if flow.y + (height if height <= whole else self.least()) > flow.bottom and not flow.fresh:
            flow.new_page()
        flow.y = flow.put(self.title, flow.left, flow.y, flow.room)
        figure = flow.pen.tags.add("Figure", flow.pen.sheet, f"/Alt {said(self._words())}")
        flow.pen.open(figure)
        self._legend()
        top = flow.y
        last = len(self.chart.labels) - 1
        for n, label in enumerate(self.chart.labels):
            if flow.y + STEP + (closing if n == last else 0) > flow.bottom:
                self._axis(top)
                flow.pen.close()
                flow.new_page()
                flow.pen.open(figure)
                self._again()
                self._legend()
                top = flow.y
            self._bar(n, label)
        self._axis(top)
        flow.pen.close()
        flow.y += 6

    def _again(self) -> None:
        """The title on a further page; it is part of the picture, so that nobody hears it twice."""
        flow, measure = self.flow, ruler(self.title.size, True)
        lines = measure.wrap(f"{self.chart.title} (tiếp theo)", flow.room)
        flow.pen.lines(lines, measure, flow.left, flow.y, flow.room, Align.CENTER)
        flow.y += len(lines) * measure.leading + self.title.after

    def _words(self) -> str:
        """The chart for those who hear it."""
        bars = (f"{label}: " + ", ".join(f"{s.name.lower()} {s.values[n]}" for s in self.chart.series)
                for n, label in enumerate(self.chart.labels))
        return f"{self.chart.title}. {'; '.join(bars)}."

    def _legend(self) -> None:
        flow, measure = self.flow, ruler(SIZE)
        x = self.start
        for n, series in enumerate(self.chart.series):
            flow.pen.box(x, flow.y + 3, 9, 9, GREYS[n % len(GREYS)])
            width = measure.width(series.name)
            flow.pen.lines([Line(series.name.split(), width, True)], measure, x + 13, flow.y + 1, width, Align.LEFT)
            x += width + 34
        flow.y += STEP

    def _bar(self, n: int, label: str) -> None:
        flow, measure = self.flow, ruler(SIZE)
        lines = measure.wrap(label, self.start - flow.left - 8)
        if len(lines) > 1:
            lines = measure.wrap(_shortened(label, measure.width, self.start - flow.left - 8), self.start - flow.left - 8)[:1]
        gap = (STEP - measure.leading) / 2
        flow.pen.lines(lines, measure, flow.left, flow.y + gap, self.start - flow.left - 8, Align.RIGHT)
        x = self.start
        values = [series.values[n] for series in self.chart.series]
        for k, value in enumerate(values):
            flow.pen.box(x, flow.y + (STEP - THICK) / 2, value * self.scale, THICK, GREYS[k % len(GREYS)])
            x += value * self.scale
        said = " + ".join(str(value) for value in values) if all(values) else str(sum(values))
        flow.pen.lines([Line(said.split(), measure.width(said), True)], measure, x + 4, flow.y + gap, 100, Align.LEFT)
        flow.y += STEP

    def _axis(self, top: float) -> None:
        self.flow.pen.line(self.start, top, self.start, self.flow.y)


def _shortened(text: str, width: object, room: float) -> str:
    assert callable(width)
    words = text.split()
    while len(words) > 1 and width(" ".join(words) + "…") > room:
        words.pop()
    return " ".join(words) + "…"
