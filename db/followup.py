"""What is late and what falls due, over all plans: counted in SQL, today being an argument."""
from __future__ import annotations

import sqlite3
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
