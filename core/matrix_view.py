"""How a clerk looks at the matrix: the filter, the order of the columns, what is folded and spread. Values, saved under names."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from core.model import Role

Section = tuple[str, ...]


class Window(StrEnum):
    """A span of deadlines that a clerk asks for."""

    ANY = ""
    LATE = "late"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    NONE = "none"


class Order(StrEnum):
    CUSTOM = "custom"
    NAME = "name"
    LOAD = "load"


@dataclass(frozen=True, slots=True)
class GridFilter:
    """Which tasks are shown; an empty field asks for nothing. ``agencies`` wants any of these, in ``role`` where one is given."""

    text: str = ""
    agencies: frozenset[str] = frozenset()
    role: Role | None = None
    section: Section = ()
    window: Window = Window.ANY
    doubt: bool = False
    without_lead: bool = False

    def __bool__(self) -> bool:
        return self != GridFilter()


@dataclass(frozen=True, slots=True)
class GridView:
    """All that decides what is shown and how; a saved view is one of these under a name."""

    filter: GridFilter = GridFilter()
    order: Order = Order.CUSTOM
    only_working: bool = True
    folded: frozenset[Section] = frozenset()
    spread: frozenset[str] = frozenset()
    transposed: bool = False


def window_days(window: Window, today: date) -> tuple[date, date]:
    """First and last day of the week (Monday to Sunday), month or quarter that ``today`` lies in."""
    if window is Window.WEEK:
        first = today - timedelta(days=today.weekday())
        return first, first + timedelta(days=6)
    if window is Window.MONTH:
        first = today.replace(day=1)
        return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    first = today.replace(month=3 * ((today.month - 1) // 3) + 1, day=1)
    return first, (first + timedelta(days=93)).replace(day=1) - timedelta(days=1)


def to_data(view: GridView) -> dict[str, Any]:
    """A view as plain data for a settings file (JSON)."""
    wanted = view.filter
    return {"text": wanted.text, "agencies": sorted(wanted.agencies), "role": wanted.role or "", "section": list(wanted.section),
            "window": str(wanted.window), "doubt": wanted.doubt, "without_lead": wanted.without_lead, "order": str(view.order),
            "only_working": view.only_working, "spread": sorted(view.spread), "folded": [list(s) for s in sorted(view.folded)],
            "transposed": view.transposed}


def from_data(data: dict[str, Any]) -> GridView:
    """The view that ``to_data`` wrote; what is missing or odd is as in a new view."""
    def words(value: object) -> list[str]:
        return [v for v in value if isinstance(v, str)] if isinstance(value, list) else []

    def one(kind: type[StrEnum], key: str) -> Any:
        return data[key] if data.get(key) in [str(k) for k in kind] else None

    role, window, order = one(Role, "role"), one(Window, "window"), one(Order, "order")
    wanted = GridFilter(str(data.get("text", "")), frozenset(words(data.get("agencies"))), Role(role) if role else None,
                        tuple(words(data.get("section"))), Window(window or ""), data.get("doubt") is True,
                        data.get("without_lead") is True)
    folded = data.get("folded")
    return GridView(wanted, Order(order or "custom"), data.get("only_working") is not False,
                    frozenset(tuple(words(s)) for s in folded) if isinstance(folded, list) else frozenset(),
                    frozenset(words(data.get("spread"))), data.get("transposed") is True)
