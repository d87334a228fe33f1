"""The history table: every action with who, when, before and after; what undo and redo take back and bring again."""
from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal

from core.delta import Change, Delta, Key, key_of
from core.ids import new_id
from core.model import Agency, Assignment, Finding, Plan, Record, Task
from db.front import UNDO_STEPS as UNDO_STEPS
from db.front import UNDONE, next_step
from db.front import name_of_step as name_of_step
from db.rows import COLUMNS, from_row, table_of, to_row

State = Literal["done", "undone", "foreign"]


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One action. ``at`` is an ISO local time, ``changes`` the number of records; ``state`` "foreign" came with a hand-over package."""

    no: int
    at: str
    who: str
    name: str
    plan: str | None
    kind: str
    state: State
    changes: int


@dataclass(slots=True)
class Payload:
    """What an entry keeps. ``whole`` is the id of a plan of which every record was inserted by this action: those are not kept twice,
    they are in the tables until the action is undone. ``stamps`` are the stamps before and after a merge."""

    changes: tuple[Change, ...]
    whole: str | None = None
    stamps: list[Any] | None = None


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _pair(change: Change) -> list[Any]:
    record = change.after if change.after is not None else change.before
    assert record is not None
    before, after = (None if r is None else to_row(r) for r in (change.before, change.after))
    return [table_of(record), before, after]


def changes_to_plain(changes: Iterable[Change]) -> list[Any]:
    return [_pair(c) for c in changes]


def changes_from_plain(found: Iterable[Any]) -> tuple[Change, ...]:
    """Raises ValueError, KeyError, TypeError or IndexError for what is no list of changes."""
    made = []
    for table, before, after in found:
        if before is None and after is None:
            raise ValueError("a change of nothing")
        made.append(Change(_record(table, before), _record(table, after)))
    return tuple(made)


def _record(table: str, row: Any) -> Record | None:
    if row is None:
        return None
    if len(row) != len(COLUMNS[table]):
        raise ValueError(f"a row of {table} has {len(COLUMNS[table])} values, not {len(row)}")
    return from_row(table, row)


def pack(payload: Payload) -> bytes:
    body: dict[str, Any] = {"changes": changes_to_plain(payload.changes)}
    if payload.whole is not None:
        body["whole"] = payload.whole
    if payload.stamps is not None:
        body["stamps"] = payload.stamps
    return zlib.compress(_encode(body).encode(), 1)


def unpack(data: bytes) -> Payload:
    body = json.loads(zlib.decompress(data))
    return Payload(changes_from_plain(body["changes"]), body.get("whole"), body.get("stamps"))


def plan_of(record: Record) -> str | None:
    match record:
        case Plan():
            return record.id
        case Task() | Finding():
            return record.plan
    return None


def split_whole(changes: tuple[Change, ...]) -> tuple[str | None, tuple[Change, ...]]:
    """The id of a plan that these changes insert from nothing, with only the changes that are not part of it."""
    if any(c.before is not None for c in changes):
        return None, changes
    plans = [c.after.id for c in changes if isinstance(c.after, Plan)]
    if len(plans) != 1:
        return None, changes
    own = {c.after.id for c in changes if isinstance(c.after, Task) and c.after.plan == plans[0]}
    rest = []
    for change in changes:
        record = change.after
        assert record is not None
        if isinstance(record, Assignment):
            inside = record.task in own
        else:
            inside = plan_of(record) == plans[0]
        if not inside:
            rest.append(change)
    return plans[0], tuple(rest)


def append(connection: sqlite3.Connection, delta: Delta, payload: Payload, *, at: str, who: str, kind: str) -> int:
    """Write the entry of an action; what was undone before it can no longer be brought again."""
    connection.execute(f"DELETE FROM history WHERE {UNDONE}")
    cursor = connection.execute(
        "INSERT INTO history (uid, at, who, name, plan, kind, state, changes, payload) VALUES (?, ?, ?, ?, ?, ?, 'done', ?, ?)",
        (new_id(), at, who, delta.name, delta.plan, kind, len(delta.changes), pack(payload)))
    number = int(cursor.lastrowid or 0)
    connection.executemany("INSERT OR IGNORE INTO touched (task, history) VALUES (?, ?)", ((t, number) for t in tasks_of(payload.changes)))
    return number


def tasks_of(changes: Iterable[Change]) -> set[str]:
    """Ids of the tasks that these changes are about."""
    found = set()
    for change in changes:
        record = change.after if change.after is not None else change.before
        task = None if record is None else task_of(record)
        if task is not None:
            found.add(task)
    return found


def task_of(record: Record) -> str | None:
    """Id of the task that a record is part of."""
    match record:
        case Task():
            return record.id
        case Assignment() | Finding():
            return record.task
    return None


def step(connection: sqlite3.Connection, redo: bool) -> tuple[int, str, str | None, bytes] | None:
    """Number, name, plan and payload of the next step to undo or redo."""
    found = next_step(connection, redo)
    if found is None:
        return None
    whole: tuple[int, str, str | None, bytes] = connection.execute(
        "SELECT no, name, plan, payload FROM history WHERE no = ?", (found[0],)).fetchone()
    return whole


def after(connection: sqlite3.Connection, number: int) -> Iterable[tuple[int, Payload]]:
    """The actions in force that came after entry ``number``, newest first."""
    query = "SELECT no, payload FROM history WHERE state = 'done' AND no > ? ORDER BY no DESC"
    for no, data in connection.execute(query, (number,)).fetchall():
        yield no, unpack(data)


def as_of(connection: sqlite3.Connection, number: int, now: Iterable[Record], inside: Callable[[Record], bool],
          plan: str) -> tuple[dict[Key, Record], dict[str, Agency]]:
    """The records for which ``inside`` holds as they were after entry ``number``, going back from what they are now, with the
    agencies that have gone since."""
    records = {key_of(r): r for r in now}
    agencies: dict[str, Agency] = {}
    for _, payload in after(connection, number):
        if payload.whole == plan:
            return {}, agencies
        for change in reversed(payload.changes):
            record = change.before if change.before is not None else change.after
            assert record is not None
            if isinstance(change.before, Agency) and change.after is None:
                agencies[change.before.id] = change.before
            elif isinstance(record, Task) and record.plan != plan:
                continue
            elif inside(record):
                records.pop(change.key, None)
                if change.before is not None:
                    records[change.key] = change.before
    return records, agencies


def entries(connection: sqlite3.Connection, *, plan: str | None = None, task: str | None = None, limit: int = 200,
            before: int | None = None) -> list[HistoryEntry]:
    """Newest first; of one plan or one task where given; ``before`` pages on from a number."""
    where, values = ["1"], list[Any]()
    if plan is not None:
        where.append("(plan = ? OR (plan IS NULL AND no IN "
                     "(SELECT h.history FROM touched h JOIN task t ON t.id = h.task WHERE t.plan = ?)))")
        values += [plan, plan]
    if task is not None:
        where.append("(no IN (SELECT history FROM touched WHERE task = ?) "
                     "OR (kind = 'import' AND plan = (SELECT plan FROM task WHERE id = ?)))")
        values += [task, task]
    if before is not None:
        where.append("no < ?")
        values.append(before)
    rows = connection.execute(f"SELECT no, at, who, name, plan, kind, state, changes FROM history WHERE {' AND '.join(where)} "
                              "ORDER BY no DESC LIMIT ?", (*values, limit))
    return [HistoryEntry(*row) for row in rows]
