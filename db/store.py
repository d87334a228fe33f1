"""The store: one open database, its queries, and ``write(delta)``: one action, one transaction, one history entry."""
from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from core.book import Book
from core.delta import Change, Delta, Key, difference, reverse
from core.errors import StoreError
from core.model import Agency, Assignment, Note, Plan, Record, Source, Task
from core.stored_text import layout_of, plan_text, reading_key
from db import front, history, opening, stamps, writing
from db import search as lists
from db.front import PlanSummary as PlanSummary
from db.history import HistoryEntry
from db.lock import user_name
from db.places import Place, place_of
from db.rows import COLUMNS, from_row
from db.search import SearchHit, WorkRow

AT_A_TIME = 200  # records of one piece: 2 ms


def _now() -> datetime:
    return datetime.now()


def open_store(path: Path, *, read_only: bool = False, borrowed: bool = False, place: Callable[[Path], Place] = place_of,
               clock: Callable[[], datetime] = _now) -> Store:
    """Open a database, made and filled with the shipped directory where there is none. Raises StoreError."""
    opened = opening.open_database(path, read_only=read_only, borrowed=borrowed, place=place)
    return filled(opened, clock) if opened.created else Store(opened, clock)


def filled(opened: opening.Opened, clock: Callable[[], datetime] = _now) -> Store:
    """The store over a database just made, with the shipped directory in it. Raises StoreError."""
    store = Store(opened, clock)
    try:
        store.seed()
    except BaseException:
        store.close()
        raise
    return store


def pack(data: bytes) -> bytes:
    """The bytes of an original file as the database keeps them."""
    return zlib.compress(data, 1)


def batched(records: Iterable[Record], size: int) -> Iterator[list[Record]]:
    rest = iter(records)
    while few := list(islice(rest, size)):
        yield few


def _columns(table: str, alias: str = "") -> str:
    return ", ".join(f'{alias}"{name}"' for name in COLUMNS[table])


class Store:
    """One open database. Not shared between threads at the same time."""

    def __init__(self, opened: opening.Opened, clock: Callable[[], datetime] = _now) -> None:
        self.opened = opened
        self.connection = opened.connection
        self.path = opened.path
        self.clock = clock

    @property
    def read_only(self) -> bool:
        return self.opened.read_only

    # ---- transactions

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing. Raises StoreError with advice."""
        if self.read_only:
            held = self.opened.holder is not None
            raise StoreError(self.opened.reason or "Cơ sở dữ liệu đang mở chỉ để xem.",
                             "Hãy đóng cửa sổ kia rồi làm lại." if held else "Hãy mở lại ở nơi ghi được để sửa.")
        if self.opened.lent:
            raise StoreError(f"{self.opened.lent}, nên lúc này chưa ghi được thay đổi khác.", "Hãy chờ xong rồi làm lại.")
        if not self.path.exists():
            raise StoreError(f"Tệp “{self.path}” không còn ở chỗ cũ (đã bị xoá, dời đi, hoặc USB đã rút).",
                             "Hãy đưa tệp về chỗ cũ hoặc khôi phục từ bản sao lưu, rồi mở lại chương trình.")
        try:
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    if self.connection.in_transaction:
                        self.connection.execute("ROLLBACK")
                raise
        except (sqlite3.Error, OSError) as error:
            raise opening.trouble(error, self.path) from error

    def reading(self) -> AbstractContextManager[sqlite3.Connection]:
        """The connection for queries. Raises StoreError with advice."""
        return self.opened.reading()

    def seed(self) -> None:
        """The shipped directory into a new database; no step to undo."""
        from core.agencies import shipped

        with self.transaction() as connection:
            writing.apply(connection, (Change(None, agency) for agency in shipped().agencies))

    # ---- plans

    def plans(self) -> list[PlanSummary]:
        """All plans, the last imported first."""
        with self.reading() as connection:
            return front.plans(connection)

    def plan_by_ref(self, ref: str) -> str | None:
        """The id of a plan by its small number or its id."""
        with self.reading() as connection:
            found = connection.execute("SELECT p.id FROM plan p JOIN plan_no n ON n.plan = p.id WHERE p.id = ? OR n.no = ?",
                                       (ref, int(ref) if ref.isdecimal() and len(ref) < 10 else -1)).fetchone()
            return found[0] if found else None

    def plan(self, plan_id: str) -> Plan:
        """Raises StoreError where there is no such plan."""
        with self.reading():
            plan = self._one("plan", "id = ?", plan_id)
        if not isinstance(plan, Plan):
            raise StoreError("Kế hoạch này không còn trong cơ sở dữ liệu.", "Hãy mở lại danh sách kế hoạch.")
        return plan

    def task_count(self, plan_id: str) -> int:
        with self.reading() as connection:
            return int(connection.execute("SELECT count(*) FROM task WHERE plan = ?", (plan_id,)).fetchone()[0])

    def book(self, plan_id: str) -> Book:
        """The plan with its records, every agency, and the text of its source. Raises StoreError where there is no such plan."""
        pieces = self.book_in_pieces(plan_id)
        while True:
            try:
                next(pieces)
            except StopIteration as done:
                made: Book = done.value
                return made

    def book_in_pieces(self, plan_id: str) -> Generator[float, None, Book]:
        """The same, done bit by bit: says how much of it is done. Nothing may be written meanwhile."""
        plan = self.plan(plan_id)
        with self.reading() as connection:
            text = connection.execute("SELECT text FROM source WHERE sha = ?", (plan.source,)).fetchone() if plan.source else None
        book = Book(plan, self.directory_records(), text[0] if text else "")
        count, seen = max(1, self.task_count(plan_id)), 0
        with self.reading():
            for few in batched(self.plan_records(plan_id), AT_A_TIME):
                book.take(few)
                seen += sum(isinstance(record, Task) for record in few)
                yield seen / count
        book.task_ids()  # their order
        return book

    def directory_records(self) -> Iterator[Record]:
        yield from self._all("agency", "1 ORDER BY place, sort")
        yield from self._all("membership", "1")

    def plan_records(self, plan_id: str) -> Iterator[Record]:
        """The records of a plan but the plan itself, parents first."""
        where = f"task IN ({', '.join('?' * AT_A_TIME)}) ORDER BY row"  # of a few tasks: to sort all of them would be one long piece
        for tasks in batched(self._all("task", "plan = ? ORDER BY place, id", plan_id), AT_A_TIME):
            yield from tasks
            ids = [task.id for task in tasks if isinstance(task, Task)]
            yield from self._all("assignment", where, *ids, *[None] * (AT_A_TIME - len(ids)))
        yield from self._all("finding", "plan = ?", plan_id)

    def _all(self, table: str, where: str, *values: Any) -> Iterator[Record]:
        for row in self.connection.execute(f'SELECT {_columns(table)} FROM "{table}" WHERE {where}', values):
            yield from_row(table, row)

    def _one(self, table: str, where: str, *values: Any) -> Record | None:
        return next(self._all(table, where, *values), None)

    def plan_of_source(self, sha: str) -> Plan | None:
        """The newest plan that came from the file with these bytes, whatever was read from it then."""
        with self.reading():
            found = self._one("plan", "source IN (SELECT sha FROM source WHERE file = ?) ORDER BY imported DESC", sha)
            return found if isinstance(found, Plan) else None

    def source(self, key: str) -> Source | None:
        """The original file with what a plan read from it (``Plan.source``). Raises StoreError where its bytes are no longer those that
        were imported."""
        with self.reading() as connection:
            row = connection.execute("SELECT o.sha, o.name, o.data, s.text, s.layout FROM source s JOIN original o ON o.sha = s.file "
                                     "WHERE s.sha = ?", (key,)).fetchone()
        if row is None:
            return None
        try:
            data = zlib.decompress(row[2])
        except zlib.error:
            data = b""
        if hashlib.sha256(data).hexdigest() != row[0]:
            raise StoreError("Tệp gốc lưu trong cơ sở dữ liệu bị hỏng.", "Hãy khôi phục từ một bản sao lưu.")
        return Source(row[0], row[1], data, plan_text(row[3], row[4]))

    def notes(self, key: str) -> tuple[Note, ...]:
        """The footnotes of what a plan read (``Plan.source``); the file itself is not touched."""
        with self.reading() as connection:
            row = connection.execute("SELECT text, layout FROM source WHERE sha = ?", (key,)).fetchone()
        return plan_text(*row).notes if row is not None and '"notes":[]' not in row[1] else ()

    # ---- changes

    def write(self, delta: Delta, source: Source | None = None, *, kind: str = "", packed: tuple[int, bytes] | None = None) -> None:
        """One user action: all its rows and its history entry, or nothing. ``packed``: the size of the source's bytes and what ``pack``
        made of them elsewhere, because a scan of 40 MB takes a second. Raises StoreError."""
        with self.transaction() as connection:
            if source is not None:
                self._put_source(connection, source, packed)
            writing.apply(connection, delta.changes)
            at, who = self.now(), self.who()
            kind = kind or ("import" if source is not None else "edit")
            whole, rest = history.split_whole(delta.changes)
            history.append(connection, delta, history.Payload(rest, whole), at=at, who=who, kind=kind)
            stamps.touch(connection, rest, at, who)

    @staticmethod
    def _put_source(connection: sqlite3.Connection, source: Source, packed: tuple[int, bytes] | None = None) -> None:
        """The bytes once for each file, the text once for each reading of it."""
        if connection.execute("SELECT 1 FROM original WHERE sha = ?", (source.sha,)).fetchone() is None:
            size, data = packed or (len(source.data), pack(source.data))
            connection.execute("INSERT INTO original (sha, name, size, data) VALUES (?, ?, ?, ?)", (source.sha, source.name, size, data))
        layout = layout_of(source.text)
        connection.execute("INSERT OR IGNORE INTO source (sha, file, text, layout) VALUES (?, ?, ?, ?)",
                           (reading_key(source.sha, source.text.text, layout), source.sha, source.text.text, layout))

    def undo(self) -> Delta | None:
        """Take the last step back, over the closing of the program too. The delta as written, None where there is nothing."""
        return self._step(redo=False)

    def redo(self) -> Delta | None:
        return self._step(redo=True)

    def _step(self, *, redo: bool) -> Delta | None:
        with self.transaction() as connection:
            found = history.step(connection, redo)
            if found is None:
                return None
            number, name, plan, data = found
            payload = history.unpack(data)
            if payload.whole is not None:
                inserted = (*(Change(None, r) for r in self._whole(payload.whole)), *payload.changes)
                payload = history.Payload(inserted, None, payload.stamps)
                # from here on the entry is the only place that knows these records
                connection.execute("UPDATE history SET payload = ? WHERE no = ?", (history.pack(payload), number))
            delta = Delta(name, payload.changes, plan)
            delta = delta if redo else reverse(delta)
            writing.apply(connection, delta.changes)
            connection.execute("UPDATE history SET state = ? WHERE no = ?", ("done" if redo else "undone", number))
            if payload.stamps is not None:
                stamps.put(connection, payload.stamps, after=redo)
            else:
                stamps.touch(connection, delta.changes, self.now(), self.who())
            return delta

    def _whole(self, plan_id: str) -> list[Record]:
        plan = self._one("plan", "id = ?", plan_id)
        return [*([plan] if plan is not None else []), *self.plan_records(plan_id)]

    def undo_name(self) -> str | None:
        with self.reading() as connection:
            return None if self.read_only else history.name_of_step(connection, redo=False)

    def redo_name(self) -> str | None:
        with self.reading() as connection:
            return None if self.read_only else history.name_of_step(connection, redo=True)

    def history(self, *, plan: str | None = None, task: str | None = None, limit: int = 200,
                before: int | None = None) -> list[HistoryEntry]:
        with self.reading() as connection:
            return history.entries(connection, plan=plan, task=task, limit=limit, before=before)

    def plan_as_of(self, plan_id: str, number: int) -> Delta:
        """What turns a plan back into its state after entry ``number``; write it to restore. Empty where nothing differs."""
        with self.reading() as connection:
            now = self._whole(plan_id)
            tasks = {r.id for r in now if isinstance(r, Task)}

            def inside(record: Record) -> bool:
                if isinstance(record, Task):
                    tasks.add(record.id)
                    return True
                if isinstance(record, Assignment):
                    return record.task in tasks or self._plan_of_task_then(record.task) == plan_id
                return history.plan_of(record) == plan_id

            then, gone = history.as_of(connection, number, now, inside, plan_id)
            return self._back("Khôi phục kế hoạch", plan_id, now, then, gone)

    def task_as_of(self, task_id: str, number: int) -> Delta:
        """What turns one task, with its agencies and findings, back into its state after entry ``number``."""
        with self.reading() as connection:
            task = self._one("task", "id = ?", task_id)
            if not isinstance(task, Task):
                raise StoreError("Nhiệm vụ này không còn.", "Hãy khôi phục cả kế hoạch về lúc nhiệm vụ còn.")

            def inside(record: Record) -> bool:
                return history.task_of(record) == task_id

            now = [r for r in self._whole(task.plan) if inside(r)]
            then, gone = history.as_of(connection, number, now, inside, task.plan)
            return self._back("Khôi phục nhiệm vụ", task.plan, now, then, gone)

    def _plan_of_task_then(self, task_id: str) -> str | None:
        found = self.connection.execute("SELECT plan FROM stamp WHERE key = ?", (f"task/{task_id}",)).fetchone()
        return found[0] if found else None

    def _back(self, name: str, plan_id: str, now: list[Record], then: dict[Key, Record], gone: dict[str, Agency]) -> Delta:
        here = {a.id for a in self.agencies()}
        needed = {r.agency for r in then.values() if isinstance(r, Assignment)} - here
        delta = difference(now, then.values(), name, plan_id)
        return Delta(name, (*(Change(None, gone[a]) for a in sorted(needed) if a in gone), *delta.changes), plan_id)

    def changes_of(self, number: int) -> tuple[Change, ...]:
        """The records before and after one entry of the history; () for an import, whose records are the plan itself."""
        with self.reading() as connection:
            found = connection.execute("SELECT payload FROM history WHERE no = ?", (number,)).fetchone()
            return history.unpack(found[0]).changes if found else ()

    def tasks(self, ids: Iterable[str]) -> list[Task]:
        """Those of these tasks that are there, of any plan."""
        with self.reading():
            return [t for i in ids for t in [self._one("task", "id = ?", i)] if isinstance(t, Task)]

    # ---- agencies

    def agencies(self) -> list[Agency]:
        """The directory in the clerk's order, then by the Vietnamese alphabet."""
        with self.reading():
            return [a for a in self._all("agency", "1 ORDER BY place, sort") if isinstance(a, Agency)]

    # ---- lists over all plans

    def search(self, query: str, limit: int = 50, plan: str | None = None, agency: str | None = None) -> list[SearchHit]:
        """What holds every word of the query, without regard to case and marks; best first. See db/search.py."""
        with self.reading() as connection:
            return lists.search(connection, query, limit, plan=plan, agency=agency)

    def work_of(self, agency_id: str, *, groups: bool = True, limit: int = 500, offset: int = 0) -> list[WorkRow]:
        """One agency's tasks in all plans, first due first, paged."""
        with self.reading() as connection:
            return lists.work_of(connection, agency_id, groups=groups, limit=limit, offset=offset)

    def assignments_of(self, agency_ids: Sequence[str]) -> list[Assignment]:
        """The assignments of these agencies in all plans (for joining two agencies into one)."""
        with self.reading():
            marks = ", ".join("?" * len(agency_ids))
            return [a for a in self._all("assignment", f"agency IN ({marks}) ORDER BY row", *agency_ids) if isinstance(a, Assignment)]

    # ---- settings that travel with the database

    def meta(self, key: str, default: str = "") -> str:
        with self.reading() as connection:
            found = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
            return found[0] if found else default

    def set_meta(self, key: str, value: str) -> None:
        with self.transaction() as connection:
            connection.execute("INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                               (key, value))

    def person(self) -> str:
        """The name under which changes are recorded; "" until it was asked."""
        return self.meta("person")

    def who(self) -> str:
        """Who changes: the name that was given, else the login of this machine."""
        return self.person() or user_name()

    def now(self) -> str:
        return self.clock().isoformat(timespec="seconds")

    def close(self) -> None:
        """Closing twice is closing once."""
        self.opened.close()
