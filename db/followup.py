"""How much each agency has over all plans, and who has a task: counted in SQL. What is late stands in db/front.py."""
from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from db.front import FollowUp as FollowUp
from db.front import follow_up as follow_up


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


def agencies_of(connection: sqlite3.Connection, task_ids: Sequence[str], *, whole: bool = False) -> dict[str, tuple[list[str], list[str]]]:
    """Names of the leads and the coops of some tasks, by task id; agencies by their short names where they have any, unless the ``whole``
    are wanted. A group's says too little ("UBND xã" for all of them)."""
    found: dict[str, tuple[list[str], list[str]]] = {task: ([], []) for task in task_ids}
    name = "g.name" if whole else "CASE g.kind WHEN 'group' THEN g.name ELSE coalesce(nullif(g.short, ''), g.name) END"
    query = f"""SELECT a.task, a.role, {name} FROM json_each(?) j
        JOIN assignment a ON a.task = j.value JOIN agency g ON g.id = a.agency ORDER BY a.rowid"""
    for task, role, name in connection.execute(query, (json.dumps(list(task_ids)),)):
        found[task][0 if role == "lead" else 1].append(name)
    return found
