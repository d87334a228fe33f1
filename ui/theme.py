"""How the window looks: the named colours of the light and the dark theme, the palette and style made of them, and the icons.

Every colour of the program has a name here; pages and delegates ask ``colours()`` when they paint, so that one call of ``apply``
changes the whole window. Pairs that carry text keep a contrast of at least 4.5:1 (tests/ui/test_theme.py computes it).
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

A_FEW = 40  # widgets in one piece of a change of the theme: two or three milliseconds
RESOURCES = Path(__file__).resolve().parent.parent / "resources"


class Colours(NamedTuple):
    """"#rrggbb" by purpose. A name and its ``…_text`` are a pair; ``…_soft`` is a band behind ordinary text."""

    dark: bool
    window: str  # behind everything
    surface: str  # lists, tables, editors
    raised: str  # headers, bars, every second row
    hover: str
    border: str  # hairlines
    edge: str  # the outline of things that can be used, 3:1 on surface
    text: str
    muted: str
    accent: str
    accent_text: str
    accent_soft: str  # selection
    lead: str  # CT: a full field with letters on it
    lead_text: str
    lead_soft: str  # the phrase in the source text that makes a lead
    lead_ink: str  # CT written on a surface
    coop: str  # PH: a pale field with an outline in coop_ink
    coop_text: str
    coop_soft: str
    coop_ink: str
    doubt: str  # needs a look
    doubt_soft: str
    danger: str  # overdue, errors
    danger_soft: str
    warn: str  # due soon
    warn_soft: str
    ok: str
    ok_soft: str
    task: str  # soft band of a task in the source text
    match: str  # what a search has found
    match_text: str


LIGHT = Colours(
    dark=False, window="#f3f5f7", surface="#ffffff", raised="#f8f9fb", hover="#e9edf1", border="#d8dee5", edge="#7f8996",
    text="#1b2430", muted="#56616f", accent="#0b6868", accent_text="#ffffff", accent_soft="#d5eae8",
    lead="#1c4f91", lead_text="#ffffff", lead_soft="#d3e3f7", lead_ink="#1c4f91",
    coop="#fdebd2", coop_text="#6e3d00", coop_soft="#fdebd2", coop_ink="#96560b",
    doubt="#77389b", doubt_soft="#f2e7f8", danger="#ad221b", danger_soft="#fbe5e3", warn="#7d5300", warn_soft="#fff2cf",
    ok="#276330", ok_soft="#e1f2e3", task="#f1f4f7", match="#ffe27a", match_text="#1b2430",
)
DARK = Colours(
    dark=True, window="#191d22", surface="#21262c", raised="#292f37", hover="#313842", border="#3a424d", edge="#7b8794",
    text="#e7ebf0", muted="#a8b3c0", accent="#63c9c3", accent_text="#06201f", accent_soft="#1d4546",
    lead="#93bff4", lead_text="#0a1b30", lead_soft="#26426a", lead_ink="#93bff4",
    coop="#4b3514", coop_text="#f8cf96", coop_soft="#4b3514", coop_ink="#e9ac5c",
    doubt="#d9b0ee", doubt_soft="#412d4d", danger="#ff9f97", danger_soft="#512724", warn="#f2c765", warn_soft="#453819",
    ok="#93d79e", ok_soft="#223d29", task="#272d34", match="#7a6210", match_text="#fff6d8",
)


class _State(QObject):
    """The theme in force; ``changed`` lets whatever keeps ready-made pictures throw them away."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.colours = LIGHT
        self.rest: Iterator[str] | None = None  # of a change under way


@lru_cache(maxsize=1)
def state() -> _State:
    return _State()


def colours() -> Colours:
    """The colours in force now."""
    return state().colours


@lru_cache(maxsize=256)
def colour(value: str, alpha: int = 255) -> QColor:
    """A QColor of "#rrggbb", kept: delegates ask for it in every cell. Treat it as constant."""
    made = QColor(value)
    made.setAlpha(alpha)
    return made


def contrast(one: str, other: str) -> float:
    """WCAG contrast of two "#rrggbb", 1..21."""
    first, second = sorted((luminance(one), luminance(other)), reverse=True)
    return (first + 0.05) / (second + 0.05)


def luminance(value: str) -> float:
    """Relative luminance of "#rrggbb", 0..1: what is left of a colour in grey print."""
    parts = [int(value[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


# ---------------------------------------------------------------- palette and style


def palette(c: Colours) -> QPalette:
    """The Fusion palette of these colours."""
    role, made = QPalette.ColorRole, QPalette()
    for name, value in {
        role.Window: c.window, role.WindowText: c.text, role.Base: c.surface, role.AlternateBase: c.raised, role.Text: c.text,
        role.Button: c.surface, role.ButtonText: c.text, role.BrightText: c.danger, role.Highlight: c.accent_soft,
        role.HighlightedText: c.text, role.ToolTipBase: c.raised, role.ToolTipText: c.text, role.Link: c.accent,
        role.LinkVisited: c.accent, role.PlaceholderText: c.muted, role.Accent: c.accent, role.Light: c.raised,
        role.Midlight: c.hover, role.Mid: c.border, role.Dark: c.edge, role.Shadow: c.edge,
    }.items():
        made.setColor(name, colour(value))
    for name in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, name, colour(c.muted, 150))
    return made


def style_sheet(c: Colours) -> str:
    """resources/theme/window.qss with every @name put in."""
    text = (RESOURCES / "theme" / "window.qss").read_text(encoding="utf-8")
    for name, value in sorted(c._asdict().items(), key=lambda item: -len(item[0])):
        text = text.replace(f"@{name};", f"{value};").replace(f"@{name} ", f"{value} ")
    return text.replace("@icons", (RESOURCES / "theme").as_posix()).replace("@shade", "dark" if c.dark else "light")


def system_prefers_dark(app: QApplication) -> bool:
    from PySide6.QtCore import Qt

    return app.styleHints().colorScheme() is Qt.ColorScheme.Dark


def apply(app: QApplication, name: str = "light") -> Colours:
    """Put a theme in force: "light", "dark" or "auto" (what the system says)."""
    _choose(app, name)
    _undress(app)
    _dress(app)
    return colours()


def change(app: QApplication, name: str) -> None:
    """The same for windows that stand already, in pieces with a round of the event loop between them; nothing is painted half-way."""
    from PySide6.QtCore import QTimer

    finish()
    pieces = state().rest = change_in_pieces(app, name)

    def go_on() -> None:
        if next(pieces, None) is not None:
            QTimer.singleShot(0, app, go_on)

    go_on()


def finish() -> None:
    """Do at once what is left of a change: something is to be shown that is not dressed yet."""
    rest, state().rest = state().rest, None
    for _ in rest or ():
        pass


def change_in_pieces(app: QApplication, name: str) -> Iterator[str]:
    """Says what each piece did. A sheet is worked into every widget that has been polished, in one call of Qt: what nobody sees now (other
    pages, closed dialogs) gives its polish back first, and gets the new one when the window stands, a few widgets at a time."""
    from shiboken6 import Shiboken

    _choose(app, name)
    still = [window for window in app.topLevelWidgets() if window.isVisible() and window.updatesEnabled()]
    for window in still:
        window.setUpdatesEnabled(False)
    bare: list[QWidget] = []
    for few in _by_few(widget for widget in app.allWidgets() if not widget.isVisible() and not widget.inherits("QMenu")):
        bare += [widget for widget in few if _unpolish(app, widget)]
        yield "unseen"
    _undress(app)
    yield "undressed"
    _dress(app)
    yield "dressed"
    for window in still:
        if Shiboken.isValid(window):
            window.setUpdatesEnabled(True)
    yield "seen"
    for few in _by_few(bare):
        for widget in few:
            if Shiboken.isValid(widget):
                app.style().polish(widget)
                _set_polished(widget, True)
                app.sendEvent(widget, QEvent(QEvent.Type.StyleChange))  # fields lay their text anew
        yield "polished"


def _by_few(widgets: Iterable[QWidget]) -> Iterator[list[QWidget]]:
    left = list(widgets)
    for first in range(0, len(left), A_FEW):
        yield left[first:first + A_FEW]


def _unpolish(app: QApplication, widget: QWidget) -> bool:
    """Whether the widget was polished and is no longer."""
    from PySide6.QtCore import Qt
    from shiboken6 import Shiboken

    if not Shiboken.isValid(widget) or not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return False
    app.style().unpolish(widget)
    _set_polished(widget, False)
    return True


def _set_polished(widget: QWidget, polished: bool) -> None:
    """What Qt asks before it works a sheet into a widget."""
    from PySide6.QtCore import Qt

    widget.setAttribute(Qt.WidgetAttribute.WA_WState_Polished, polished)


def _choose(app: QApplication, name: str) -> None:
    dark = name == "dark" or (name == "auto" and system_prefers_dark(app))
    state().colours = DARK if dark else LIGHT


def _undress(app: QApplication) -> None:
    """Without this a new sheet is worked into each widget and its children again and again: four times the time."""
    if app.styleSheet():
        app.setStyleSheet("")


def _dress(app: QApplication) -> None:
    app.setPalette(palette(colours()))
    app.setStyleSheet(style_sheet(colours()))
    state().changed.emit()


BASE_POINTS = 10.0  # a size larger than Windows' own 9: read all day by tired eyes


def base_font(app: QApplication, points: float = BASE_POINTS) -> QFont:
    """The system's font in our size, set as the application's."""
    font = app.font()
    font.setPointSizeF(points)
    app.setFont(font)
    return font


def scaled(font: QFont, factor: float, *, bold: bool = False) -> QFont:
    """A copy of ``font`` in another size."""
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * factor)
    made.setBold(bold)
    return made


# ---------------------------------------------------------------- icons


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _drawn(name: str, ink: str, width: int, height: int) -> QPixmap:
    """Qt's own reader of SVG draws it at the size that the file asks for: QtSvg need not be imported."""
    side = max(1, min(width, height))  # a button may be squeezed to nothing while it is laid out
    square = QPixmap()
    drawing = _source(name).replace("currentColor", ink).replace("<svg ", f'<svg width="{side}" height="{side}" ', 1)
    square.loadFromData(drawing.encode(), "SVG")
    if width == height:
        return square
    pixmap = QPixmap(max(1, width), max(1, height))
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    painter.drawPixmap((width - side) // 2, (height - side) // 2, square)
    painter.end()
    return pixmap


def _scale(painter: QPainter) -> float:
    """Device pixels to one of the painter's. (Asking for its device would make PySide build every class of widget: 31 ms at start.)"""
    turn = painter.deviceTransform()
    return max(abs(turn.m11()), abs(turn.m12()), 0.1)


class _Engine(QIconEngine):
    """Draws one SVG in the colour that the theme gives at that moment, sharp at every scale."""

    def __init__(self, name: str, ink: str) -> None:
        super().__init__()
        self._name, self._ink = name, ink

    def _colour(self, mode: QIcon.Mode) -> str:
        c = colours()
        if mode == QIcon.Mode.Disabled:
            return c.edge
        return str(getattr(c, self._ink))

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = _scale(painter)
        size = QSize(round(rect.width() * ratio), round(rect.height() * ratio))
        painter.drawPixmap(rect, self.pixmap(size, mode, state))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return _drawn(self._name, self._colour(mode), size.width(), size.height())

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        """``size`` counts the window's own pixels; at 150 % the picture has half as many again."""
        made = _drawn(self._name, self._colour(mode), round(size.width() * scale), round(size.height() * scale)).copy()
        made.setDevicePixelRatio(scale)
        return made

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._ink)


@lru_cache(maxsize=256)
def icon(name: str, ink: str = "text") -> QIcon:
    """The icon resources/icons/<name>.svg, always in the colour named ``ink`` of the theme in force."""
    _source(name)  # a wrong name is told here, not at the first paint
    return QIcon(_Engine(name, ink))


def icon_names() -> list[str]:
    return sorted(path.stem for path in (RESOURCES / "icons").glob("*.svg"))

