"""Follow-up over all plans in SQL: the tasks of a stage, paged, and how many each stage holds."""
from __future__ import annotations

import sqlite3
from datetime import date as Day
from itertools import chain
from typing import Any

from core.follow import FollowFilter, Stage, span_of
from db.search import WorkRow, matching, work_rows

ALL = -1  # as a limit: every row
COUNTED = (Stage.LATE, Stage.WEEK, Stage.MONTH, Stage.QUARTER)  # by the index of days; the others would be counted one by one
_OPEN = "done IS NULL AND paused = 0"
_DUE = f"due IS NOT NULL AND {_OPEN} AND due BETWEEN ? AND ?"
_OTHER = {Stage.UNDATED: f"due IS NULL AND {_OPEN}", Stage.PAUSED: "paused = 1 AND done IS NULL", Stage.DONE: "done IS NOT NULL"}


def follow_list(connection: sqlite3.Connection, wanted: FollowFilter, today: Day, *, limit: int = 500, offset: int = 0) -> list[WorkRow]:
    """First due first; what is done, the last done first. The role is None: see ``agencies_of`` for who has a task."""
    where, values = _stage(wanted, today)
    order = {Stage.DONE: "done DESC, row", Stage.UNDATED: "row", Stage.PAUSED: "due IS NULL, due, row"}.get(wanted.stage, "due, row")
    inner = f"SELECT row, NULL AS role, NULL AS through FROM task WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?"
    outer = ", ".join(f"t.{part}" for part in order.split(", "))
    return work_rows(connection, inner, outer, (*values, limit, offset))


def follow_total(connection: sqlite3.Connection, wanted: FollowFilter, today: Day) -> int:
    """How many tasks ``follow_list`` has in all."""
    where, values = _stage(wanted, today)
    return int(connection.execute(f"SELECT count(*) FROM task WHERE {where}", values).fetchone()[0])


def follow_counts(connection: sqlite3.Connection, wanted: FollowFilter, today: Day) -> dict[Stage, int]:
    """How many tasks each of COUNTED holds under the same text, agency and plan: in one walk over the days until the last of them."""
    spans = [_days(stage, today) for stage in COUNTED]
    sums = ", ".join("coalesce(sum(due BETWEEN ? AND ?), 0)" for _ in spans)
    where, values = _under(wanted)
    whole = (min(first for first, _ in spans), max(last for _, last in spans))
    row = connection.execute(f"SELECT {sums} FROM task WHERE {_DUE}{where}", (*chain(*spans), *whole, *values)).fetchone()
    return dict(zip(COUNTED, row, strict=True))


def _stage(wanted: FollowFilter, today: Day) -> tuple[str, list[Any]]:
    where, values = _under(wanted)
    if wanted.stage in _OTHER:
        return f"{_OTHER[wanted.stage]}{where}", values
    return f"{_DUE}{where}", [*_days(wanted.stage, today), *values]


def _days(stage: Stage, today: Day) -> tuple[str, str]:
    first, last = span_of(stage, today) or (None, None)
    return (first or Day.min).isoformat(), (last or Day.max).isoformat()


def _under(wanted: FollowFilter) -> tuple[str, list[Any]]:
    """The conditions beside the stage, each with " AND " before it."""
    parts, values = "", list[Any]()
    if wanted.plan:
        parts += " AND plan = ?"
        values.append(wanted.plan)
    if wanted.agency:
        parts += (" AND row IN (SELECT t.row FROM assignment a JOIN task t INDEXED BY task_id_due ON t.id = a.task WHERE a.role = 'lead' "
                  'AND (a.agency = ? OR a.agency IN (SELECT "group" FROM membership WHERE agency = ?)))')
        values += [wanted.agency, wanted.agency]
    match = matching(wanted.text)
    if match:
        parts += " AND row IN (SELECT rowid FROM search WHERE search MATCH ?)"
        values.append(match)
    return parts, values
