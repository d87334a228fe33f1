"""A clerk with a database: makes stores, imports made-up plans, does random steps; for all tests of db."""
from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random

from core import edits
from core.agencies import Directory
from core.book import Book
from core.delta import Change, Delta
from core.model import Paragraph, Plan, PlanText, Record, Source, Span
from core.stored_text import key_of_source
from db import writing
from db.store import Store, open_store
from tests.core.random_edits import directory, draft, step


class Clock:
    """A clock that goes one minute further each time it is looked at, or wherever it is put."""

    def __init__(self, now: datetime = datetime(2026, 11, 22, 8, 0)) -> None:
        self.now = now

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


def store_at(path: Path, name: str = "Lan") -> Store:
    store = open_store(path, clock=Clock())
    if not store.person():
        store.set_meta("person", name)
    if store.opened.created:
        with store.transaction() as connection:
            for table in ("membership", "agency"):  # a small directory of our own: the shipped one is not what is proved here
                connection.execute(f"DELETE FROM {table}")
            writing.apply(connection, (Change(None, a) for a in directory().agencies))
    return store


def import_plan(store: Store, seed: int, tasks: int = 6) -> Plan:
    read = draft(seed, tasks)
    data = f"tệp gốc {seed}".encode() * 20
    text = PlanText(read.text, (Paragraph(Span(0, len(read.text)), "I.", page=1),), "docx", 1)
    source = Source(sha256(data).hexdigest(), f"ke hoach {seed}.docx", data, text)
    plan, delta = edits.store_draft(read, Directory(store.agencies()), imported=store.now(), source=key_of_source(source),
                                    source_name=source.name)
    store.write(delta, source)
    return plan


def do(store: Store, book: Book, delta: Delta) -> None:
    if delta:
        store.write(delta)
        book.apply(delta)


def random_steps(store: Store, plan: Plan, seed: int, count: int) -> Book:
    chance = Random(seed)
    book = store.book(plan.id)
    for _ in range(count):
        do(store, book, step(book, chance, store.assignments_of))
    return book


def contents(store: Store) -> set[Record]:
    """Every record of every plan and of the directory."""
    found: set[Record] = set(store.directory_records())
    for summary in store.plans():
        found |= set(store._whole(summary.id))
    return found


TABLES = ("plan", "task", "agency", "membership", "assignment", "finding")


def raw(store: Store, tables: Iterable[str] = TABLES) -> dict[str, list[tuple[object, ...]]]:
    """The rows as SQLite has them, without the numbers that it gives itself."""
    found = {}
    for table in tables:
        rows = store.connection.execute(f'SELECT * FROM "{table}"').fetchall()
        found[table] = sorted((r[1:] if table in ("task", "assignment") else r for r in rows), key=repr)
    return found


def index_is_true(store: Store) -> bool:
    """Whether the search index holds exactly what the tasks say."""
    from db.rows import searchable

    rows = {r[0]: searchable(*r[1:]) for r in store.connection.execute("SELECT row, text, deliverable, note FROM task")}
    found = dict(store.connection.execute("SELECT rowid, words FROM search").fetchall())
    store.connection.execute("INSERT INTO search (search) VALUES ('integrity-check')")
    return rows == found
