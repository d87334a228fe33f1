"""Stamps: which versions of a record this database has seen, so that work handed over can be told from work gone stale.

A stamp is a list of random version ids, the present one last. A record without a stamp is as it was first imported.
"""
from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any

from core.delta import Change, Key
from core.ids import new_id
from core.model import Assignment, Finding, Plan, Task


def text_of(key: Key) -> str:
    return "/".join(key)


def key_of_text(text: str) -> Key:
    return tuple(text.split("/"))


def touch(connection: sqlite3.Connection, changes: Iterable[Change], at: str, who: str) -> None:
    """A new version for each record changed. Of a plan that comes or goes as a whole only the plan itself is stamped, and not
    when it comes for the first time."""
    changes = list(changes)
    came = {c.after.id for c in changes if isinstance(c.after, Plan) and c.before is None}
    gone = {c.before.id for c in changes if isinstance(c.before, Plan) and c.after is None}
    plan_of_task = _plans_of_tasks(connection, changes)
    fresh = new_id()
    rows = []
    for change in changes:
        record = change.after if change.after is not None else change.before
        plan = plan_of_task.get(record.task) if isinstance(record, Assignment) else getattr(record, "plan", None)
        if isinstance(record, Plan):
            plan = record.id
        if plan is not None and (plan in came or plan in gone) and not isinstance(record, Plan):
            continue
        if isinstance(record, Plan) and record.id in came and not _stamped(connection, record.id):
            continue  # imported for the first time
        rows.append((text_of(change.key), plan, fresh, at, who))
    connection.executemany("INSERT INTO stamp (key, plan, versions, at, who) VALUES (?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET "
                           "versions = versions || ' ' || excluded.versions, at = excluded.at, who = excluded.who", rows)


def _stamped(connection: sqlite3.Connection, plan_id: str) -> bool:
    return connection.execute("SELECT 1 FROM stamp WHERE key = ?", (text_of(("plan", plan_id)),)).fetchone() is not None


def _plans_of_tasks(connection: sqlite3.Connection, changes: list[Change]) -> dict[str, str]:
    known: dict[str, str] = {}
    for change in changes:
        for record in (change.before, change.after):
            if isinstance(record, Task):
                known[record.id] = record.plan
    for change in changes:
        for record in (change.before, change.after):
            task = record.task if isinstance(record, Assignment | Finding) else None
            if task is not None and task not in known:
                found = connection.execute("SELECT plan FROM task WHERE id = ?", (task,)).fetchone()
                if found:
                    known[task] = found[0]
    return known


def put(connection: sqlite3.Connection, pairs: list[Any], *, after: bool) -> None:
    """Set stamps to the state before or after a merge: pairs of [key, plan, before, after], each state [versions, at, who] or None."""
    for key, plan, old, new in pairs:
        state = new if after else old
        connection.execute("DELETE FROM stamp WHERE key = ?", (key,))
        if state is not None:
            connection.execute("INSERT INTO stamp (key, plan, versions, at, who) VALUES (?, ?, ?, ?, ?)", (key, plan, *state))
