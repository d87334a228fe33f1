"""Qt's constants as numbers, for what is built before the first paint; and how counts are written.

Naming one member of ``Qt`` makes PySide build all 93 enums of that namespace: a sixth of the start of an empty window. A property takes the
number as well (``set_number``). tests/ui/test_numbers.py holds each equal to Qt's own; pages built later should name Qt's.
"""
from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject

if TYPE_CHECKING:
    from PySide6.QtGui import QFontMetrics

CENTRE = 0x0084  # AlignmentFlag.AlignCenter
RIGHT_MIDDLE = 0x0082  # AlignRight | AlignVCenter
PLAIN_TEXT = 0  # TextFormat.PlainText
ICON_ONLY = 0  # ToolButtonStyle.ToolButtonIconOnly
TEXT_BESIDE_ICON = 2
TEXT_UNDER_ICON = 3  # ToolButtonStyle.ToolButtonTextUnderIcon
TAB_FOCUS = 1  # FocusPolicy.TabFocus
OWN_MENU = 3  # ContextMenuPolicy.CustomContextMenu
NO_BAR = 1  # ScrollBarPolicy.ScrollBarAlwaysOff
WITHIN = 3  # ShortcutContext.WidgetWithChildrenShortcut
USER_ROLE = 256  # ItemDataRole.UserRole
TOOL_TIP_ROLE = 3
ACCESSIBLE_TEXT_ROLE = 11


def set_number(thing: QObject, **properties: int) -> None:
    """Give Qt properties whose type is an enum or a flag: ``set_number(label, alignment=CENTRE)``."""
    for name, value in properties.items():
        thing.setProperty(name, value)


def grouped(number: int) -> str:
    """A count as people read it: "50.000" (in English "50,000")."""
    return QLocale().toString(number)


def cut(metrics: QFontMetrics, text: str, width: int) -> str:
    """``text`` with "…" at its end where it is wider than ``width`` pixels."""
    if metrics.horizontalAdvance(text) <= width:
        return text
    fits = bisect_right(range(len(text)), width, key=lambda end: metrics.horizontalAdvance(text[:end].rstrip() + "…"))
    return text[:max(0, fits - 1)].rstrip() + "…"
