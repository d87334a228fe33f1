"""What is late and what falls due, over all plans: counted in SQL, today being an argument."""
from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Day
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Open tasks of one plan that are late, and those due from today to the end of the week (Sunday)."""

    overdue: int = 0
    this_week: int = 0


def follow_up(connection: sqlite3.Connection, today: Day) -> dict[str, FollowUp]:
    """By plan id; plans with nothing pressing are not in it. Done and paused tasks do not count."""
    sunday = today + timedelta(days=6 - today.weekday())
    query = """SELECT plan, sum(due < ?), sum(due >= ?) FROM task
        WHERE due IS NOT NULL AND done IS NULL AND due <= ? AND paused = 0 GROUP BY plan"""
    rows = connection.execute(query, (today.isoformat(), today.isoformat(), sunday.isoformat()))
    return {plan: FollowUp(late, soon) for plan, late, soon in rows}


@dataclass(frozen=True, slots=True)
class Load:
    """How much one agency (or group) has over all plans, as the plans name it: tasks as lead, as coop, and in how many plans."""

    leads: int = 0
    coops: int = 0
    plans: int = 0


def loads(connection: sqlite3.Connection) -> dict[str, Load]:
    """By agency id; agencies without work are not in it."""
    query = """SELECT a.agency, sum(a.role = 'lead'), sum(a.role = 'coop'), count(DISTINCT t.plan)
        FROM assignment a JOIN task t ON t.id = a.task GROUP BY a.agency"""
    return {row[0]: Load(*row[1:]) for row in connection.execute(query)}


def agencies_of(connection: sqlite3.Connection, task_ids: Sequence[str]) -> dict[str, tuple[list[str], list[str]]]:
    """Names of the leads and the coops of some tasks, by task id."""
    found: dict[str, tuple[list[str], list[str]]] = {task: ([], []) for task in task_ids}
    query = """SELECT a.task, a.role, coalesce(nullif(g.short, ''), g.name) FROM json_each(?) j
        JOIN assignment a ON a.task = j.value JOIN agency g ON g.id = a.agency ORDER BY a.rowid"""
    for task, role, name in connection.execute(query, (json.dumps(list(task_ids)),)):
        found[task][0 if role == "lead" else 1].append(name)
    return found
