"""The table of actions: every action is in a menu, in the palette (Ctrl+K) and in the list of shortcuts because it stands here."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ActionSpec:
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
