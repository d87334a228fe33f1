"""Changes of records as SQL: many rows of one table at a time, the search index beside them."""
from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from core.delta import Change
from core.model import Record, Task
from db.rows import COLUMNS, EXTRA, KEYS, Row, extra, row_maker, searchable, table_of, to_row

ORDER = ("plan", "agency", "task", "membership", "assignment", "finding")


@cache
def _upsert(table: str) -> str:
    names = (*COLUMNS[table], *EXTRA.get(table, ()))
    keys = KEYS[table]
    rest = [n for n in COLUMNS[table] if n not in keys] + [n for n in EXTRA.get(table, ()) if n != "row"]
    columns = ", ".join(f'"{n}"' for n in names)
    update = ", ".join(f'"{n}" = excluded."{n}"' for n in rest)
    on = ", ".join(f'"{n}"' for n in keys)
    action = f"DO UPDATE SET {update}" if rest else "DO NOTHING"
    return f'INSERT INTO "{table}" ({columns}) VALUES ({", ".join("?" * len(names))}) ON CONFLICT ({on}) {action}'


@cache
def _delete(table: str) -> str:
    return f'DELETE FROM "{table}" WHERE ' + " AND ".join(f'"{n}" = ?' for n in KEYS[table])


def key_values(record: Record) -> tuple[str, ...]:
    """The values of the primary key."""
    names = COLUMNS[table_of(record)]
    row = to_row(record)
    return tuple(row[names.index(n)] for n in KEYS[table_of(record)])


def apply(connection: sqlite3.Connection, changes: Iterable[Change]) -> None:
    """Write the state after the changes. Children and parents may come in any order: keys are checked at the end of the transaction."""
    changes = list(changes)
    gone: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    kept: defaultdict[str, list[Record]] = defaultdict(list)
    tasks: list[tuple[Task, bool]] = []
    for change in changes:
        record = change.after
        if isinstance(record, Task):
            tasks.append((record, change.before is None))
        elif record is not None:
            kept[table_of(record)].append(record)
        elif change.before is not None:
            gone[table_of(change.before)].append(key_values(change.before))
    if gone["task"]:
        connection.executemany("DELETE FROM search WHERE rowid = (SELECT row FROM task WHERE id = ?)", gone["task"])
    for table in reversed(ORDER):
        if gone[table]:
            connection.executemany(_delete(table), gone[table])
    for table in ORDER:
        if table == "task":
            _tasks(connection, tasks)
        elif table in EXTRA and kept[table]:
            connection.executemany(_upsert(table), ((*to_row(r), *extra(r)) for r in kept[table]))
        elif kept[table]:
            connection.executemany(_upsert(table), map(row_maker(table), kept[table]))
    if kept["plan"]:
        connection.executemany("INSERT INTO plan_no (plan) VALUES (?) ON CONFLICT DO NOTHING", [key_values(r) for r in kept["plan"]])


def _tasks(connection: sqlite3.Connection, tasks: list[tuple[Task, bool]]) -> None:
    """Tasks, each with whether it is new."""
    if not tasks:
        return
    rows, indexed, stale = _places(connection, tasks)
    connection.executemany(_upsert("task"), rows)
    connection.executemany("DELETE FROM search WHERE rowid = ?", stale)
    connection.executemany("INSERT INTO search (rowid, words) VALUES (?, ?)", indexed)


def _places(connection: sqlite3.Connection, tasks: list[tuple[Task, bool]]) -> tuple[list[Row], list[tuple[int, str]], list[tuple[int]]]:
    """Rows of the table, rows of the index to be written, and those to be taken out first."""
    following = connection.execute("SELECT coalesce(max(row), 0) + 1 FROM task").fetchone()[0]
    rows: list[Row] = []
    indexed: list[tuple[int, str]] = []
    stale: list[tuple[int]] = []
    known = _known(connection, [task for task, new in tasks if not new])
    for task, _ in tasks:
        words = searchable(task.text, task.deliverable, task.note)
        old = known.get(task.id)
        if old is None:
            number, following = following, following + 1
            indexed.append((number, words))
        else:
            number = old[0]
            if searchable(*old[1:]) != words:
                stale.append((number,))
                indexed.append((number, words))
        rows.append((*to_row(task), number))
    return rows, indexed, stale


def _known(connection: sqlite3.Connection, tasks: list[Task]) -> dict[str, tuple[int, str, str, str]]:
    query = "SELECT row, text, deliverable, note FROM task WHERE id = ?"
    found = {}
    for task in tasks:
        row = connection.execute(query, (task.id,)).fetchone()
        if row is not None:
            found[task.id] = row
    return found
