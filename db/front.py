"""What the window asks before its first paint: the list of plans, what presses in them, the names of the next undo and redo.

Imported at every start, so nothing here needs the records of core/model.py or a dataclass (a millisecond each, and 9 for the module).
"""
from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date as Day
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from core.plan_name import plan_name

if TYPE_CHECKING:
    from core.model import PlanStatus

UNDO_STEPS = 200
# What is undone lies behind the last step that is done (a new step takes it away): the years before need not be walked for it.
UNDONE = "state = 'undone' AND no > coalesce((SELECT no FROM history WHERE state = 'done' ORDER BY no DESC LIMIT 1), 0)"


class PlanSummary(NamedTuple):
    """One line of the list of plans. ``no`` is a small number that stays with the plan, ``title`` what it is called (core/plan_name.py);
    ``done`` counts finished tasks."""

    id: str
    no: int
    title: str
    number: str | None
    date: Day | None
    issuer: str | None
    state: str
    tasks: int
    open_findings: int
    imported: str
    source_name: str
    done: int

    @property
    def status(self) -> PlanStatus:
        from core.model import PlanStatus

        return PlanStatus(self.state)

    @property
    def in_review(self) -> bool:
        return self.state == "review"


class FollowUp(NamedTuple):
    """Open tasks of one plan that are late, and those due from today to the end of the week (Sunday)."""

    overdue: int = 0
    this_week: int = 0


def plans(connection: sqlite3.Connection, first: int = -1) -> list[PlanSummary]:
    """The last imported first; all, or the ``first`` ones. Each is counted by itself, so that a few cost what a few cost."""
    query = """SELECT p.id, n.no, p.title, p.number, p.date, p.issuer, p.status, (SELECT count(*) FROM task WHERE plan = p.id),
        (SELECT count(*) FROM finding WHERE plan = p.id AND settled = 0), p.imported, p.source_name,
        (SELECT count(done) FROM task WHERE plan = p.id)
        FROM plan_no n CROSS JOIN plan p ON p.id = n.plan ORDER BY n.no DESC LIMIT ?"""
    return [PlanSummary(r[0], r[1], plan_name(r[2]), r[3], Day.fromisoformat(r[4]) if r[4] else None, *r[5:])
            for r in connection.execute(query, (first,))]


def follow_up(connection: sqlite3.Connection, today: Day, plan_ids: Sequence[str] | None = None) -> dict[str, FollowUp]:
    """By plan id, of all plans or of those named; plans with nothing pressing are not in it. Done and paused tasks do not count."""
    sunday = today + timedelta(days=6 - today.weekday())
    some = "" if plan_ids is None else f"plan IN ({', '.join('?' * len(plan_ids))}) AND"
    due = "due" if plan_ids is None else "+due"  # of a few plans: by the index of plans, not by that of days
    query = f"""SELECT plan, sum(due < ?), sum(due >= ?) FROM task
        WHERE {some} due IS NOT NULL AND done IS NULL AND {due} <= ? AND paused = 0 GROUP BY plan"""
    rows = connection.execute(query, (today.isoformat(), today.isoformat(), *(plan_ids or ()), sunday.isoformat()))
    return {plan: FollowUp(late, soon) for plan, late, soon in rows}


def anything_presses(connection: sqlite3.Connection, today: Day) -> bool:
    """Whether ``follow_up`` would find something, without counting it."""
    sunday = today + timedelta(days=6 - today.weekday())
    query = "SELECT 1 FROM task WHERE due IS NOT NULL AND done IS NULL AND due <= ? AND paused = 0 LIMIT 1"
    return connection.execute(query, (sunday.isoformat(),)).fetchone() is not None


def next_step(connection: sqlite3.Connection, redo: bool) -> tuple[int, str] | None:
    """Number and name of the next step to undo or redo."""
    if redo:
        found: tuple[int, str] | None = connection.execute(f"SELECT no, name FROM history WHERE {UNDONE} ORDER BY no LIMIT 1").fetchone()
        return found
    found = connection.execute("SELECT no, name FROM history WHERE state = 'done' ORDER BY no DESC LIMIT 1").fetchone()
    if found is None:
        return None
    # ``undone`` ones above count as steps too, so that undoing never reaches further back than the last 200
    above = connection.execute("SELECT count(*) FROM (SELECT 1 FROM history WHERE state <> 'foreign' AND no > ? LIMIT ?)",
                               (found[0], UNDO_STEPS)).fetchone()[0]
    return None if above >= UNDO_STEPS else found


def name_of_step(connection: sqlite3.Connection, redo: bool) -> str | None:
    found = next_step(connection, redo)
    return None if found is None else found[1]


def plan_of_step(connection: sqlite3.Connection, redo: bool) -> tuple[str, str] | None:
    """(id, number or title) of the plan that the next step to undo or redo belongs to; None where it is no plan's."""
    found = next_step(connection, redo)
    row: tuple[str, str] | None = None if found is None else connection.execute(
        "SELECT p.id, coalesce(nullif(p.number, ''), nullif(p.title, ''), p.source_name) FROM history h JOIN plan p ON p.id = h.plan "
        "WHERE h.no = ?", (found[0],)).fetchone()
    return row


def size_of_step(connection: sqlite3.Connection, redo: bool) -> int:
    """How many records the next step to undo or redo changes, 0 where there is none."""
    found = next_step(connection, redo)
    return 0 if found is None else int(connection.execute("SELECT changes FROM history WHERE no = ?", (found[0],)).fetchone()[0])
