"""What is open over a page keeps its keys: a letter typed there is no shortcut of the list behind it.

A key without Ctrl or Alt is a shortcut of a page (ui/actions.py) wherever the keyboard stands inside it, and for Qt an open list, menu or
calendar stands inside the page that opened it. Qt first asks what has the keyboard whether it wants the key for itself; this says yes.
"""
from __future__ import annotations

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


class _Keeper(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and is_typed(event):
            event.accept()
            return True
        return False


@lru_cache(maxsize=1)
def _keeper() -> _Keeper:
    return _Keeper()


def keeps_keys(popup: QWidget) -> None:
    """What is typed while ``popup`` has the keyboard goes to it. To say so twice does no harm."""
    popup.installEventFilter(_keeper())


class _PageKeeper(QObject):
    """Sees on a page what Qt asks of whatever has the keyboard inside it and what that has left."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.ShortcutOverride or not is_typed(event):
            return False
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox

        holder = QApplication.focusWidget()
        space = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        if isinstance(holder, QComboBox) or (space and isinstance(holder, QAbstractButton)):
            event.accept()
            return True
        return False


@lru_cache(maxsize=1)
def _page_keeper() -> _PageKeeper:
    return _PageKeeper()


def buttons_keep_keys(page: QWidget) -> None:
    """Space presses the button that has the keyboard, letters choose in the list that has it: neither is a shortcut of the page then."""
    page.installEventFilter(_page_keeper())
