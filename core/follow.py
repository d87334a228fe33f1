"""Follow-up over all plans: which tasks a clerk asks for, and what is recorded of them. States are computed from the day, never stored."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from core.delta import Change, Delta
from core.matrix_view import Window, window_days
from core.model import Task


class Stage(StrEnum):
    """Which tasks of all plans. Those with a span (see ``span_of``) are neither done nor paused."""

    LATE = "late"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    AHEAD = "ahead"  # every day to come
    UNDATED = "undated"
    PAUSED = "paused"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class FollowFilter:
    """``agency``: only tasks that it leads, itself or through a group; ``plan``: of one plan; ids, "" for all. ``text``: every word,
    without regard to case and marks."""

    stage: Stage = Stage.LATE
    text: str = ""
    agency: str = ""
    plan: str = ""


def span_of(stage: Stage, today: date) -> tuple[date | None, date | None] | None:
    """First and last day on which the tasks of a stage are due, None for an open end; None for a stage without days."""
    match stage:
        case Stage.LATE:
            return None, today - timedelta(days=1)
        case Stage.WEEK | Stage.MONTH | Stage.QUARTER:
            return today, window_days(Window(stage.value), today)[1]
        case Stage.AHEAD:
            return today, None
    return None


def set_done(tasks: Iterable[Task], day: date | None) -> Delta:
    """Tasks of any plans are done on a day; None: they are open again."""
    return _changed(tasks, "Ghi hoàn thành {} nhiệm vụ" if day is not None else "Bỏ hoàn thành {} nhiệm vụ", done=day)


def set_paused(tasks: Iterable[Task], paused: bool) -> Delta:
    """Tasks of any plans wait, or go on."""
    return _changed(tasks, "Tạm dừng {} nhiệm vụ" if paused else "Tiếp tục {} nhiệm vụ", paused=paused)


def _changed(tasks: Iterable[Task], name: str, **fields: object) -> Delta:
    changes = tuple(Change(task, after) for task in tasks if (after := replace(task, **fields)) != task)  # type: ignore[arg-type]
    plans = {change.before.plan for change in changes if isinstance(change.before, Task)}
    return Delta(name.format(len(changes)), changes, plans.pop() if len(plans) == 1 else None)
