"""Hand-over packages and full exports of one store: write them, compare them with what is here, take chosen rows over."""
from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from core.delta import Change, Delta, Key, key_of
from core.errors import CannotWrite, StoreError
from core.handover import Choice, HandoverRow, Side, Stamp, Taken, compare, take
from core.ids import new_id
from core.model import Agency, Membership, Plan, Record
from core.stored_text import reading_key
from db import history, package, stamps, writing
from db.package import Package, PackedFile, PackedSource

if TYPE_CHECKING:
    from db.store import Store


def write_package(store: Store, target: Path, plan_ids: Iterable[str] | None) -> None:
    """Chosen plans (None: everything) into one file, put in place only when it is whole. Raises CannotWrite, StoreError."""
    part = target.with_name(target.name + ".tmp")
    try:
        with store.reading() as connection, open(part, "wb") as out:
            connection.execute("BEGIN")
            try:
                package.write(out, package.members(connection, plan_ids, _Reader(store), who=store.who(), at=store.now()))
            finally:
                connection.execute("ROLLBACK")
            out.flush()
            os.fsync(out.fileno())
        os.replace(part, target)
    except OSError as error:
        raise CannotWrite(f"Không ghi được “{target.name}”.",
                          "Hãy kiểm tra ổ đĩa còn chỗ, bạn có quyền ghi, và tệp không đang mở.") from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


class _Reader:
    """Records of a plan, or of the directory, in an order that does not depend on how they came into this database."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def __call__(self, plan_id: str, ids: list[str] | None) -> Iterable[Record]:
        if plan_id:
            plan = self.store._one("plan", "id = ?", plan_id)
            if plan is None:
                raise StoreError("Kế hoạch được chọn không còn trong cơ sở dữ liệu.", "Hãy mở lại danh sách kế hoạch.")
            records = list(self.store.plan_records(plan_id))
            return [plan, *sorted(records, key=_order)]
        return self._directory(ids)

    def _directory(self, ids: list[str] | None) -> Iterable[Record]:
        records = list(self.store.directory_records())
        if ids is not None:
            stamped = [stamps.key_of_text(r[0]) for r in self.store.connection.execute("SELECT key FROM stamp WHERE plan IS NULL")]
            # what was made or changed here of the directory goes along with what the plans name: it is the same directory on both sides
            wanted = set(ids) | {k for key in stamped for k in key[1:]}
            inside = [r for r in records if isinstance(r, Membership) and r.group in wanted]
            wanted |= {r.agency for r in inside}
            records = [*(r for r in records if isinstance(r, Agency) and r.id in wanted), *inside]
        return sorted(records, key=key_of)


def _order(record: Record) -> tuple[int, float, Key]:
    tables = {"task": 0, "assignment": 1, "finding": 2}
    key = key_of(record)
    return tables[key[0]], getattr(record, "place", 0.0), key


# ---------------------------------------------------------------- comparing


def sides(store: Store, found: Package) -> tuple[Side, Side]:
    """What is here of what the package speaks of, and the package."""
    with store.reading() as connection:
        found = _as_known_here(connection, found)
    theirs = Side.of(found.records, found.stamps)
    plans = [k[1] for k in theirs.records if k[0] == "plan"]
    agencies = {k[1] for k in (*theirs.records, *theirs.stamps) if k[0] == "agency"}
    groups = {k[1] for k in (*theirs.records, *theirs.stamps) if k[0] == "membership"} | agencies
    ours: list[Record] = []
    with store.reading() as connection:
        for plan_id in plans:
            plan = store._one("plan", "id = ?", plan_id)
            if plan is not None:
                ours += [plan, *store.plan_records(plan_id)]
        for record in store.directory_records():
            if (isinstance(record, Agency) and record.id in agencies) or (isinstance(record, Membership) and record.group in groups and (
                    key_of(record) in theirs.records or key_of(record) in theirs.stamps or ("agency", record.group) in theirs.records)):
                ours.append(record)
        known = _stamps(connection, plans)
    return Side.of(ours, known), theirs


def _stamps(connection: sqlite3.Connection, plans: Iterable[str]) -> dict[Key, Stamp]:
    rows = connection.execute("SELECT key, versions, at, who FROM stamp WHERE plan IS NULL").fetchall()
    for plan in plans:
        rows += connection.execute("SELECT key, versions, at, who FROM stamp WHERE plan = ?", (plan,)).fetchall()
    return {stamps.key_of_text(key): Stamp(tuple(versions.split()), at, who) for key, versions, at, who in rows}


def compare_package(store: Store, found: Package) -> list[HandoverRow]:
    return compare(*sides(store, found))


def take_package(store: Store, found: Package, choices: Mapping[Key, Choice]) -> Delta | None:
    """Take over the chosen rows in one transaction, as one step to undo. None where there is nothing to take. Raises StoreError."""
    with store.transaction() as connection:
        found = _as_known_here(connection, found)
        ours, theirs = sides(store, found)
        at, who = store.now(), store.who()
        taken = _without_used(connection, take(compare(ours, theirs), choices, ours, theirs, at=at, who=who))
        _put_sources(connection, found, taken)
        plans = {c.after.id: c.after for c in taken.changes if isinstance(c.after, Plan) and c.before is None}
        writing.apply(connection, taken.changes)
        plan_of = _plan_of_keys(connection, taken, found)
        pairs = [[stamps.text_of(key), plan_of.get(key), _state(before), _state(after)] for key, before, after in taken.stamps]
        stamps.put(connection, pairs, after=True)
        _put_history(connection, found, known={r[0] for r in connection.execute("SELECT id FROM plan")})
        if not taken.changes:
            return None
        all_plans = {p for p in plan_of.values() if p} | set(plans)
        delta = Delta(f"Nhận gói bàn giao của {found.who}" if found.who else "Nhận gói bàn giao", taken.changes,
                      next(iter(all_plans)) if len(all_plans) == 1 else None)
        history.append(connection, delta, history.Payload(taken.changes, None, pairs), at=at, who=who, kind="merge")
        return delta


def _state(stamp: Stamp | None) -> list[str] | None:
    return None if stamp is None else [" ".join(stamp.versions), stamp.at, stamp.who]


def _without_used(connection: sqlite3.Connection, taken: Taken) -> Taken:
    """Agencies that were removed there but still have work here stay, as a version of their own that the other side will be told of."""
    after = {c.key for c in taken.changes if c.after is not None}
    gone = {c.key for c in taken.changes if c.after is None}
    kept = set()
    for change in taken.changes:
        if not isinstance(change.before, Agency) or change.after is not None:
            continue
        agency = change.before.id
        here = [("assignment", *r) for r in connection.execute("SELECT task, agency FROM assignment WHERE agency = ?", (agency,))]
        here += [("membership", *r) for r in
                 connection.execute('SELECT "group", agency FROM membership WHERE agency = ?1 OR "group" = ?1', (agency,))]
        if any(key not in gone for key in here) or any(k[0] in ("assignment", "membership") and agency in k[1:] for k in after):
            kept.add(change.key)
    stamped = tuple((key, before, replace(after, versions=(*after.versions, new_id())) if key in kept else after)
                    for key, before, after in taken.stamps)
    return Taken(tuple(c for c in taken.changes if c.key not in kept), stamped)


def _as_known_here(connection: sqlite3.Connection, found: Package) -> Package:
    """The package with its plans pointing to what was read from their files by the keys that this database knows it by.

    The first release called a reading by the SHA-256 of its file alone: the same key may mean another text here, and the same text
    may have the other sort of key here.
    """
    sources, records = dict(found.sources), []
    for record in found.records:
        source = found.sources.get(record.source or "") if isinstance(record, Plan) else None
        if isinstance(record, Plan) and source is not None:
            key = _key_here(connection, record.id, source)
            sources[key] = replace(source, key=key)
            record = replace(record, source=key)
        records.append(record)
    return replace(found, sources=sources, records=records)


def _key_here(connection: sqlite3.Connection, plan: str, source: PackedSource) -> str:
    own = connection.execute("SELECT s.sha FROM plan p JOIN source s ON s.sha = p.source WHERE p.id = ? AND s.file = ? AND s.text = ?",
                             (plan, source.file, source.text)).fetchone()
    if own is not None:
        return str(own[0])
    taken = connection.execute("SELECT text FROM source WHERE sha = ?", (source.key,)).fetchone()
    if taken is not None and taken[0] != source.text:
        return reading_key(source.file, source.text, source.layout)
    return source.key


def _put_sources(connection: sqlite3.Connection, found: Package, taken: Taken) -> None:
    """What the plans that are taken over were read from, and those that are given another file."""
    for change in taken.changes:
        source = found.sources.get(change.after.source or "") if isinstance(change.after, Plan) else None
        if source is not None:
            _insert_file(connection, found.files[source.file])
            _insert_source(connection, source)


def _insert_file(connection: sqlite3.Connection, file: PackedFile) -> None:
    connection.execute("INSERT OR IGNORE INTO original (sha, name, size, data) VALUES (?, ?, ?, ?)",
                       (file.sha, file.name, file.size, file.data))


def _insert_source(connection: sqlite3.Connection, source: PackedSource) -> None:
    connection.execute("INSERT OR IGNORE INTO source (sha, file, text, layout) VALUES (?, ?, ?, ?)",
                       (source.key, source.file, source.text, source.layout))


def _plan_of_keys(connection: sqlite3.Connection, taken: Taken, found: Package) -> dict[Key, str | None]:
    known = dict(found.stamp_plans)
    for key, _, _ in taken.stamps:
        if key not in known:
            row = connection.execute("SELECT plan FROM stamp WHERE key = ?", (stamps.text_of(key),)).fetchone()
            if row is not None:
                known[key] = row[0]
            elif key[0] in ("task", "assignment"):
                row = connection.execute("SELECT plan FROM task WHERE id = ?", (key[1],)).fetchone()
                known[key] = row[0] if row else None
            elif key[0] in ("finding", "plan"):
                row = connection.execute("SELECT plan FROM finding WHERE id = ?", (key[1],)).fetchone()
                known[key] = key[1] if key[0] == "plan" else row[0] if row else None
    return known


def _put_history(connection: sqlite3.Connection, found: Package, known: set[str]) -> None:
    """What was done there can be read here; it is not a step that can be undone here."""
    connection.executemany(
        "INSERT OR IGNORE INTO history (uid, at, who, name, plan, kind, state, changes, payload) "
        "VALUES (?, ?, ?, ?, ?, ?, 'foreign', ?, ?)",
        [(h.uid, h.at, h.who, h.name, h.plan, h.kind, h.changes, h.payload) for h in found.history if h.plan in known])


# ---------------------------------------------------------------- everything


def fill(store: Store, found: Package) -> None:
    """A full export into a database that was just made: the same records, numbers, stamps and history."""
    with store.transaction() as connection:
        for table in ("membership", "agency"):
            connection.execute(f"DELETE FROM {table}")
        connection.executemany("INSERT INTO plan_no (no, plan) VALUES (?, ?)", [(n, p) for p, n in sorted(found.numbers.items())])
        for file in found.files.values():
            _insert_file(connection, file)
        for source in found.sources.values():
            _insert_source(connection, source)
        writing.apply(connection, (Change(None, r) for r in found.records))
        connection.executemany("INSERT INTO stamp (key, plan, versions, at, who) VALUES (?, ?, ?, ?, ?)",
                               [(stamps.text_of(k), found.stamp_plans[k], " ".join(s.versions), s.at, s.who)
                                for k, s in found.stamps.items()])
        for row in found.history:
            cursor = connection.execute(
                "INSERT INTO history (uid, at, who, name, plan, kind, state, changes, payload) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (row.uid, row.at, row.who, row.name, row.plan, row.kind, row.state, row.changes, row.payload))
            if row.state != "foreign":
                tasks = history.tasks_of(history.unpack(row.payload).changes)
                connection.executemany("INSERT OR IGNORE INTO touched (task, history) VALUES (?, ?)",
                                       [(t, cursor.lastrowid) for t in tasks])

