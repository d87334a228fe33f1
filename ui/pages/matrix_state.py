"""What the matrix page remembers between two days: zoom, lines, widths of the frozen columns, order, what is switched on."""
from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from core.matrix_view import GridFilter, from_data, to_data
from ui.models.matrix import Frozen

if TYPE_CHECKING:
    from ui.pages.matrix import MatrixPage


def remember(page: MatrixPage) -> None:
    settings, pane = page.session.settings, page.pane
    settings.set("matrix/zoom", pane.zoom)
    settings.set("matrix/lines", pane.lines)
    settings.set("matrix/deliverable", pane.deliverable)
    settings.set("matrix/heat", pane.cells.heat)
    settings.set("matrix/chart", page.chart_on)
    settings.set("matrix/widths", [str(pane.widths[f]) for f in Frozen])
    settings.set("matrix/view", json.dumps(to_data(page.view), ensure_ascii=False))


def restore(page: MatrixPage) -> None:
    """What was remembered, as far as it makes sense; the filter begins empty."""
    settings, pane = page.session.settings, page.pane
    pane.zoom = min(2.0, max(0.7, settings.number("matrix/zoom", 1.0)))
    lines = int(settings.number("matrix/lines", 2))
    pane.lines = lines if lines in (1, 2, 4) else 2
    pane.deliverable = settings.flag("matrix/deliverable")
    pane.set_heat(settings.flag("matrix/heat"))
    widths = settings.words("matrix/widths")
    if len(widths) == len(Frozen) and all(w.isdigit() and 20 <= int(w) <= 1200 for w in widths):
        pane.widths = {f: int(w) for f, w in zip(Frozen, widths, strict=True)}
    try:
        data = json.loads(settings.text("matrix/view", "{}"))
    except ValueError:
        data = {}
    page.view = replace(from_data(data if isinstance(data, dict) else {}), filter=GridFilter())
    if settings.flag("matrix/chart"):
        page.toggle_chart()
    pane.resize_all()
