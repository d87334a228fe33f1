"""A field for one agency's name that proposes agencies as one types, with or without marks: "so ke hoach" finds Sở Kế hoạch và Đầu tư."""
from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from datetime import date

from PySide6.QtCore import QEvent, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from core.agencies import exists
from core.book import Book
from core.fold import sort_key, words
from core.model import Agency

MANY = 12  # proposals at once


def leaves_undo(event: QEvent, *, typed: bool) -> bool:
    """Whether Ctrl+Z and Ctrl+Y in a field go to the window: nothing was typed here that could be taken back, so they mean the step
    before (Qt's own fields would bring back letters that were handed in long ago)."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent) or typed:
        return False
    if not (event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)):
        return False
    event.ignore()
    return True


_APART = re.compile(r"\s*,\s*|\s+(?:và|va)\s+", re.IGNORECASE)


def propose(typed: str, agencies: Iterable[Agency], limit: int = MANY, *, near: Collection[str] = (), on: date | None = None) -> list[str]:
    """Names whose words begin with every typed word, the ones whose name begins so first; short names and other spellings count.

    Of equals those come first whose id is in ``near`` (they work in this plan already), then those that exist on the day ``on``.
    """
    wanted = words(typed).split()
    if not wanted:
        return []
    found: list[tuple[int, bool, bool, str, str]] = []
    for agency in agencies:
        best = min((score for name in (agency.name, agency.short, *agency.aliases)
                    if name and (score := _score(wanted, words(name))) is not None), default=None)
        if best is not None:
            found.append((best, agency.id not in near, not exists(agency, on), sort_key(agency.name), agency.name))
    return list(dict.fromkeys(entry[-1] for entry in sorted(found)))[:limit]


def _score(wanted: list[str], name: str) -> int | None:
    whole = " ".join(wanted)
    if name == whole:
        return 0
    if name.startswith(whole):
        return 1
    parts = name.split()
    if all(any(p.startswith(w) for p in parts) for w in wanted):
        return 2
    initials = "".join(p[0] for p in parts if p != "va")
    return 3 if len(wanted) == 1 and len(whole) > 1 and initials.startswith(whole) else None


class AgencyEdit(QLineEdit):
    """``chosen`` gives the name when Enter or ";" is pressed or a proposal is clicked; the field is empty again then."""

    chosen = Signal(str)
    left = Signal()  # Escape
    confirmed = Signal()  # Enter in the empty field
    erased = Signal()  # Backspace in the empty field

    def __init__(self, book: Callable[[], Book | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._names = QStringListModel(self)
        self._typed = ""
        self._new = ""  # the last line of the proposals: a name that nobody knows yet
        completer = QCompleter(self._names, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(MANY + 1)
        popup = completer.popup()
        if isinstance(popup, QListView):
            popup.setSpacing(2)
        self._completer = completer
        completer.setWidget(self)
        completer.activated.connect(self._activated)
        self.textEdited.connect(self._propose)
        self.setClearButtonEnabled(True)

    def _activated(self, name: str) -> None:
        # the completer writes the proposal into the field behind this signal: empty it again after that
        typed = self._typed
        QTimer.singleShot(0, self, self.clear)
        self.take(typed if name == self._new else name)

    def _propose(self, typed: str) -> None:
        if ";" in typed:
            self._take_listed(typed)
            return
        typed = self._typed = " ".join(typed.split())
        names = self._known(typed)
        many = self._several(typed)
        if many:
            self._new = self.tr("{} cơ quan: {}").format(len(many), "; ".join(many))
        else:
            self._new = "" if not typed or typed in names else self.tr("Thêm cơ quan mới “{}”").format(typed)
        self._names.setStringList([*names, self._new] if self._new else names)
        if not typed:
            self._hide()
            return
        rect = self.rect()
        rect.setWidth(max(rect.width(), 320))
        self._completer.complete(rect)
        self._point(0)  # Enter takes the best one, not the letters as they stand

    def _known(self, typed: str) -> list[str]:
        book = self._book()
        near = {a.id for a in book.working_agencies()} if book is not None else set()
        return propose(typed, book.agencies.values(), near=near, on=book.plan.date) if typed and book is not None else []

    def _several(self, typed: str) -> list[str]:
        """"so noi vu, so tai chinh": agencies that a comma or "và" sets apart, where the whole is no name and each part is another one."""
        parts = [part for part in _APART.split(typed) if part]
        if len(parts) < 2 or self._known(typed):
            return []
        found = [(self._known(part) or [""])[0] for part in parts]
        return found if all(found) and len(set(found)) == len(parts) else []

    def _take_listed(self, typed: str) -> None:
        """"so y te; so tai chinh; ": each name with a semicolon behind it is taken at once, what stands behind the last goes on."""
        *whole, rest = typed.split(";")
        pointed = self._pointed() if len(whole) == 1 else ""
        for name in whole:
            listed = " ".join(name.split())
            if listed:
                self.take(pointed or (self._known(listed) or [listed])[0])
        self.setText(rest.lstrip())
        self._propose(rest)

    def _point(self, row: int) -> None:
        popup = self._completer.popup()
        if popup is not None and 0 <= row < self._names.rowCount():
            popup.setCurrentIndex(popup.model().index(row, 0))

    def _hide(self) -> None:
        popup = self._completer.popup()
        if popup is not None:
            popup.hide()

    def proposals(self) -> list[str]:
        """The names now proposed, without the offer to make a new agency of the letters typed."""
        return [n for n in self._names.stringList() if n != self._new]

    def take(self, name: str) -> None:
        """Hand in a name, or what the offer of a new agency stands for."""
        name = " ".join((self._typed if name and name == self._new else name).split())
        several = self._several(name)
        self._hide()
        self.clear()
        self._names.setStringList([])
        self._new = ""
        for each in several or ([name] if name else []):
            self.chosen.emit(each)

    def _pointed(self) -> str:
        popup = self._completer.popup()
        index = popup.currentIndex() if popup is not None and popup.isVisible() else None
        return str(index.data()) if index is not None and index.isValid() else ""

    def event(self, event: QEvent) -> bool:
        if leaves_undo(event, typed=bool(self.text())):
            return True
        # Enter in the field is the field's, not the page's "accept the proposal"
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) \
                and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        popup = self._completer.popup()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            name = self._pointed() or self.text()
            self.take(name)
            if not name.strip():
                self.confirmed.emit()
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self.erased.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self._hide()
            self.clear()
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and popup is not None:
            if popup.isVisible():
                self._point(popup.currentIndex().row() + (1 if event.key() == Qt.Key.Key_Down else -1))
            else:
                self._propose(self.text())
        else:
            super().keyPressEvent(event)
