"""The table of actions: every action is in a menu, in the palette (Ctrl+K) and in the list of shortcuts because it stands here."""
from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from core.errors import UserError
from ui import messages
from ui.numbers import WITHIN, set_number
from ui.theme import icon


class ActionSpec(NamedTuple):
    """One thing a person can do. ``id`` is "page.verb" ("matrix.set_lead"), ``menu`` the menu's title, ``page`` the page on which it
    works ("" = everywhere). ``text`` is the Vietnamese label, with "&" before the access key and "…" where a dialog follows."""

    id: str
    text: str
    menu: str
    handler: Callable[[], object]
    shortcut: str = ""
    icon: str = ""
    page: str = ""
    tip: str = ""
    checkable: bool = False
    enabled: Callable[[], bool] | None = None
    separator: bool = False  # a line above it in the menu
    checked: Callable[[], bool] | None = None  # for a checkable action: is it on now?
    group: str = ""  # the submenu in which it stands, "" for the menu itself


MENUS = (  # their order; other titles go before the last
    QT_TRANSLATE_NOOP("ActionTable", "Tệp"), QT_TRANSLATE_NOOP("ActionTable", "Sửa"), QT_TRANSLATE_NOOP("ActionTable", "Xem"),
    QT_TRANSLATE_NOOP("ActionTable", "Rà soát"), QT_TRANSLATE_NOOP("ActionTable", "Ma trận"), QT_TRANSLATE_NOOP("ActionTable", "Cơ quan"),
    QT_TRANSLATE_NOOP("ActionTable", "Theo dõi"),
    QT_TRANSLATE_NOOP("ActionTable", "Dữ liệu"), QT_TRANSLATE_NOOP("ActionTable", "Trợ giúp"),
)


class ActionTable(QObject):
    """All actions of the window as QActions, from their specs. A test walks ``specs`` and finds each in a menu, the palette and the list.

    An action of a page works while that page is shown. A shortcut without Ctrl, Alt or F-key works only where the page itself has the
    focus, so that typing in a field beside it stays typing.
    """

    refreshed = Signal()
    wanted = Signal()  # a menu opens: every action should be there now

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.page = ""
        self.specs: dict[str, ActionSpec] = {}
        self.actions: dict[str, QAction] = {}
        self._menus: dict[str, QMenu] = {}
        self._told = False
        self._scopes: list[QWidget] = []  # whose buttons do not keep their keys yet
        self._filled: dict[str, int] = {}  # how many actions each menu held when it was filled
        self._groups: dict[tuple[str, str], QMenu] = {}  # submenus by (title of the menu, group)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.refresh)

    def add(self, specs: Iterable[ActionSpec], scope: QWidget | None = None) -> None:
        """``scope`` is the page's widget; None for actions of the whole window."""
        if scope is not None:
            self._scopes.append(scope)
            if self._told:
                self._keep_keys()
        for spec in specs:
            if spec.id in self.specs:
                raise ValueError(f"two actions are called {spec.id}")
            self.specs[spec.id] = spec
            self.actions[spec.id] = self._made(spec, scope)

    def _made(self, spec: ActionSpec, scope: QWidget | None) -> QAction:
        action = QAction(spec.text, self)
        action.setObjectName(spec.id)
        if spec.icon:
            action.setIcon(icon(spec.icon))
        action.setCheckable(spec.checkable)
        action.setToolTip(self.tip(spec.id, spec.tip or spec.text))
        action.setStatusTip(spec.tip)
        home = self._window
        if spec.shortcut:
            action.setProperty("shortcut", spec.shortcut)  # as QKeySequence it would build every enum of Qt (ui/numbers.py)
            if scope is not None and is_bare(spec.shortcut):
                set_number(action, shortcutContext=WITHIN)
                home = scope
        home.addAction(action)
        action.triggered.connect(lambda _=False, i=spec.id: self.trigger(i))
        return action

    def _keep_keys(self) -> None:
        from ui.popups import buttons_keep_keys

        while self._scopes:
            buttons_keep_keys(self._scopes.pop())

    def tell_shortcuts(self) -> None:
        """Put the shortcuts into the tooltips. Nobody can have one shown before the window stands, so that start does without."""
        if self._told:
            return
        self._told = True
        self._keep_keys()
        for spec in self.specs.values():
            self.actions[spec.id].setToolTip(self.tip(spec.id, spec.tip or spec.text))
        self.refreshed.emit()

    def tip(self, action_id: str, words: str) -> str:
        """A tooltip of these words, with the shortcut once shortcuts are told."""
        shortcut = self.specs[action_id].shortcut
        return f"{plain(words)} ({native(shortcut)})" if shortcut and self._told else plain(words)

    # ---- running

    def trigger(self, action_id: str) -> bool:
        """Run an action as its menu entry would; False where it cannot work now."""
        spec = self.specs[action_id]
        if not self.works(spec):
            messages.notice(self.tr("“{}” chưa dùng được lúc này.").format(plain(spec.text)), kind="warn")
            self.refresh()
            return False
        try:
            spec.handler()
        except UserError as error:
            messages.error(self._window, error)
        self.refresh_soon()
        return True

    def here(self, spec: ActionSpec) -> bool:
        return spec.page in ("", self.page)

    def works(self, spec: ActionSpec) -> bool:
        return self.here(spec) and (spec.enabled is None or bool(spec.enabled()))

    def set_page(self, page: str) -> None:
        self.page = page
        self.refresh()

    def refresh_soon(self) -> None:
        """After something changed: once, when the event loop comes round."""
        self._later.start()

    def rest(self) -> None:
        """The window is closing: what was to be refreshed soon, or is asked for from now on, would ask a store that is closed by then."""
        self._later.stop()
        self._later.timeout.disconnect(self.refresh)

    def refresh(self) -> None:
        for action_id, spec in self.specs.items():
            action = self.actions[action_id]
            action.setEnabled(self.works(spec))
            if spec.checked is not None:
                action.setChecked(bool(spec.checked()))
        self.refreshed.emit()

    # ---- menus

    def titles(self) -> list[str]:
        """Titles of the menus in their order, without access keys."""
        known = [self.tr(str(title)) for title in MENUS]
        other = [t for t in dict.fromkeys(plain(s.menu) for s in self.specs.values()) if t not in known]
        return [*known[:-1], *other, known[-1]]

    def fill(self, bar: QMenuBar) -> None:
        """Every action in the menu that it names, in the order of the table; those of the program itself ("app.…") last. All menus stand
        there from the first, so that none comes in between later; one that is opened before its page was built asks for it (``wanted``)."""
        titles = self.titles()
        for title in titles:
            if title not in self._menus:
                menu = self._menus[title] = QMenu(access(title, (m.title() for m in self._menus.values())), bar)
                menu.setToolTipsVisible(True)
                menu.aboutToShow.connect(self._opened)
            specs = sorted((s for s in self.specs.values() if plain(s.menu) == title), key=lambda s: s.id.startswith("app."))
            if len(specs) != self._filled.get(title):
                self._filled[title] = len(specs)
                self._fill_menu(self._menus[title], title, specs)
        if [action.menu() for action in bar.actions()] != [self._menus[title] for title in titles]:
            bar.clear()
            for title in titles:
                bar.addMenu(self._menus[title])

    def _fill_menu(self, menu: QMenu, title: str, specs: list[ActionSpec]) -> None:
        """Submenus stand where their first action does, together and with a line above them."""
        for known in (menu, *(m for (of, _), m in self._groups.items() if of == title)):
            known.clear()
        after_group = False
        for spec in specs:
            place = menu
            if spec.group:
                place = self._groups.get((title, spec.group)) or self._groups.setdefault((title, spec.group), QMenu(spec.group, menu))
                place.setToolTipsVisible(True)
            first = place is not menu and place.isEmpty()
            if spec.separator and not first:
                place.addSeparator()
            elif first and not after_group:
                menu.addSeparator()
            after_group = bool(spec.group)
            if first:
                menu.addMenu(place)
            place.addAction(self.actions[spec.id])
        for known in (menu, *(m for (of, _), m in self._groups.items() if of == title)):
            give_access_keys(known)

    def _opened(self) -> None:
        from ui.popups import keeps_keys

        for menu in (*self._menus.values(), *self._groups.values()):
            keeps_keys(menu)
        self.wanted.emit()
        self.refresh()

    def menu_of(self, action_id: str) -> QMenu:
        """The menu or submenu in which an action stands."""
        spec = self.specs[action_id]
        return self._groups[plain(spec.menu), spec.group] if spec.group else self._menus[plain(spec.menu)]


def plain(text: str) -> str:
    """A label without its access key mark."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def access(title: str, taken: Iterable[str]) -> str:
    """The title with "&" before the first plain letter that none of the ``taken`` titles has as its access key."""
    used = {t[t.index("&") + 1].lower() for t in taken if "&" in t}
    for place, letter in enumerate(title):
        if letter.isascii() and letter.isalpha() and letter.lower() not in used:
            return f"{title[:place]}&{title[place:]}"
    return title


def give_access_keys(menu: QMenu) -> None:
    """Each entry of a menu gets a letter of its own: the one marked with "&" where it is free, else the first free one."""
    entries = [action for action in menu.actions() if not action.isSeparator()]
    taken: list[str] = []
    waiting: list[QAction] = []
    for action in entries:
        text = action.text()
        mark = text.replace("&&", "  ").find("&")
        if mark >= 0 and text[mark + 1:mark + 2].isascii() and all(text[mark + 1].lower() != t[t.index("&") + 1].lower() for t in taken):
            taken.append(text)
        else:
            waiting.append(action)
    for action in waiting:
        action.setText(access(plain(action.text()), taken))
        taken += [action.text()] if "&" in action.text() else []


def native(shortcut: str) -> str:
    """A shortcut as this system writes it."""
    from PySide6.QtGui import QKeySequence

    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)


def is_bare(shortcut: str) -> bool:
    """Without Ctrl, Alt or a function key: a key that a person also types."""
    return "Ctrl" not in shortcut and "Alt" not in shortcut and re.search(r"F\d", shortcut) is None
