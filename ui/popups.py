"""What is open over a page keeps its keys: a letter typed there is no shortcut of the list behind it.

A key without Ctrl or Alt is a shortcut of a page (ui/actions.py) wherever the keyboard stands inside it, and for Qt an open list, menu or
calendar stands inside the page that opened it. Qt first asks what has the keyboard whether it wants the key for itself; this says yes.
"""
from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def is_typed(event: QEvent) -> bool:
    """Whether Qt asks for a key that is typed: without Ctrl, Alt and not a function key."""
    from PySide6.QtCore import Qt

    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
    return not event.modifiers() & held and not Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35


def _wanted_by_holder(event: QKeyEvent) -> bool:
    """Whether what has the keyboard on a page wants a key: a list its letters, a button only Space."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox

    holder = QApplication.focusWidget()
    return isinstance(holder, QComboBox) or (event.key() == Qt.Key.Key_Space and isinstance(holder, QAbstractButton))


class _Keeper(QObject):
    """Says yes for what it watches, to every typed key that ``wants`` approves."""

    def __init__(self, wants: Callable[[QKeyEvent], bool]) -> None:
        super().__init__()
        self._wants = wants

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if is_typed(event) and isinstance(event, QKeyEvent) and self._wants(event):
            event.accept()
            return True
        return False


@lru_cache(maxsize=2)
def _keeper(wants: Callable[[QKeyEvent], bool]) -> _Keeper:
    return _Keeper(wants)


def _every(event: QKeyEvent) -> bool:
    return True


def keeps_keys(popup: QWidget) -> None:
    """What is typed while ``popup`` has the keyboard goes to it. To say so twice does no harm."""
    popup.installEventFilter(_keeper(_every))


def buttons_keep_keys(page: QWidget) -> None:
    """Space presses the button that has the keyboard, letters choose in the list that has it: neither is a shortcut of the page then.
    The page is asked after the button or list, which has no say of its own."""
    page.installEventFilter(_keeper(_wanted_by_holder))
