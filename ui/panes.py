"""F6 and Shift+F6: the keyboard goes from one pane of the window to the next, as in the programs that a clerk knows."""
from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from ui.window import MainWindow

Pane = tuple[QWidget, Callable[[], object]]  # what holds the focus, and what gives it


def panes(window: MainWindow) -> list[Pane]:
    """Those of the page (its ``panes()``, or the page as a whole), the panel of the chosen task where it is open, and the rail."""
    page = window.stack.currentWidget()
    own = getattr(page, "panes", None)
    found: list[Pane] = list(own()) if own is not None else []
    if page is not None and own is None:
        found.append((page, getattr(page, "focus_first", page.setFocus)))
    if window.side_shown():
        side = window.side_panel()
        found.append((side, lambda: _first_of(side)))
    found.append((window.rail, lambda: window.rail.button(window.page_id).setFocus(Qt.FocusReason.TabFocusReason)))
    return [(holder, give) for holder, give in found if holder.isVisible()]


def go(window: MainWindow, step: int) -> None:
    """To the next pane (+1) or the one before (-1)."""
    found = panes(window)
    focus = QApplication.focusWidget()
    here = next((n for n, (holder, _) in enumerate(found) if focus is holder or (focus is not None and holder.isAncestorOf(focus))), -1)
    found[(here + step) % len(found) if here >= 0 else 0][1]()


def _first_of(pane: QWidget) -> None:
    """The first widget in it that takes the keyboard by Tab."""
    widget = pane.nextInFocusChain()
    while widget is not None and widget is not pane and pane.isAncestorOf(widget):
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            return
        widget = widget.nextInFocusChain()
