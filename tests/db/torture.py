"""Kill a working process at random moments and look what is left: run as a module, it tells the result as JSON.

The same sequence of actions (ids, clock and choices come from a seed) is first run to its end, which gives the state after each action.
Then it is run again and again in a child that is killed (SIGKILL) at a random moment. What it confirmed must be there, and
what is there must be exactly the state after the last confirmed action or after the one that was under way.
"""
from __future__ import annotations

import hashlib
import json
import os
import random
import secrets
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any

from core import edits
from core.handover import Choice
from db import backup, opening, package, schema
from db.handover import take_package, write_package
from db.store import Store, open_store
from tests.core.random_edits import step
from tests.db.clerk import Clock, do, import_plan, index_is_true, raw, store_at

OLD = Path(__file__).resolve().parent.parent / "old_files" / "schema-1.db"
TABLES = ("plan", "task", "agency", "membership", "assignment", "finding", "source", "original", "plan_no", "stamp", "meta")
ACTIONS = 36


@contextmanager
def seeded(seed: int) -> Iterator[None]:
    """Ids out of a seed, so that two runs write the same."""
    real, chance = secrets.token_hex, Random(seed)
    secrets.token_hex = lambda n=16: chance.randbytes(n).hex()  # type: ignore[assignment,misc]
    try:
        yield
    finally:
        secrets.token_hex = real


def digest(store: Store) -> str:
    """One word for everything in the database."""
    found = raw(store, TABLES)
    log = store.connection.execute("SELECT no, uid, at, who, name, plan, kind, state, changes, payload FROM history ORDER BY no").fetchall()
    return hashlib.sha256(repr((found, log)).encode()).hexdigest()


def prepare(folder: Path, seed: int) -> Store:
    """The database before the first action, and a package from a colleague who worked on the same plan."""
    with seeded(seed):
        store = store_at(folder / "a.db")
        plan = import_plan(store, seed % 20)
        write_package(store, folder / "to.phancong", [plan.id])
        other = store_at(folder / "b.db", "Minh")
        take_package(other, package.read(folder / "to.phancong"), {})
        book = other.book(plan.id)
        chance = Random(seed + 1)
        for _ in range(12):
            do(other, book, step(book, chance, other.assignments_of))
        import_plan(other, seed % 20 + 30, tasks=20)
        write_package(other, folder / "from.phancong", [p.id for p in other.plans()])
        other.close()
    return store


def next_migration(database: Any) -> None:
    """A made-up next schema: a new table filled out of an old one, and a column."""
    for statement in NEXT_STATEMENTS:
        database.execute(statement)
    database.execute("INSERT INTO label (plan, words) SELECT id, upper(title) FROM plan")


NEXT_STATEMENTS = ("CREATE TABLE label (\n    plan TEXT PRIMARY KEY REFERENCES plan (id),\n    words TEXT NOT NULL\n) STRICT",)


@contextmanager
def newer_program() -> Iterator[None]:
    """As if this program were the next release."""
    known = schema.MIGRATIONS, schema.VERSION, dict(schema.STATEMENTS)
    schema.MIGRATIONS = (*schema.MIGRATIONS, (known[1] + 1, "labels", next_migration))
    schema.VERSION = known[1] + 1
    schema.STATEMENTS[schema.VERSION] = (*schema.STATEMENTS[known[1]], *NEXT_STATEMENTS)
    try:
        yield
    finally:
        schema.MIGRATIONS, schema.VERSION = known[0], known[1]
        schema.STATEMENTS.clear()
        schema.STATEMENTS.update(known[2])


def actions(seed: int) -> list[str]:
    chance = Random(seed)
    kinds = ["edit"] * 5 + ["import", "undo", "redo", "merge", "backup", "restore", "migrate"]
    return ["import", "backup", *chance.choices(kinds, k=ACTIONS - 2)]


def act(store: Store, folder: Path, kind: str, chance: Random, number: int) -> None:
    plans = store.plans()
    match kind:
        case "edit" if plans:
            book = store.book(chance.choice(plans).id)
            do(store, book, step(book, chance, store.assignments_of))
        case "import":
            import_plan(store, 40 + number, tasks=25)
        case "undo":
            store.undo()
        case "redo":
            store.redo()
        case "merge":
            found = package.read(folder / "from.phancong")
            from db.handover import compare_package

            rows = compare_package(store, found)
            take_package(store, found, {r.unit: chance.choice((Choice.THERE, Choice.HERE, r.default)) for r in rows})
        case "backup":
            backup.make(store.path, store.clock())
        case "restore" if backup.backups(store.path):
            backup.restore(store, backup.backups(store.path)[-1].path)
        case "migrate":
            old = folder / f"old{number}.db"
            if not old.exists():
                shutil.copy(OLD, old.with_suffix(".tmp"))
                os.replace(old.with_suffix(".tmp"), old)
            with newer_program():
                open_store(old).close()
        case _:
            return


def perform(store: Store, folder: Path, seed: int, confirm: Callable[[int, str], None]) -> None:
    """All actions; after each ``confirm`` is called with its number and the state."""
    chance = Random(seed)
    with seeded(seed + 2):
        for number, kind in enumerate(actions(seed)):
            act(store, folder, kind, chance, number)
            confirm(number, kind)


def killed_once(folder: Path, seed: int, after: float) -> tuple[int, int]:
    """Run in a child killed after that many seconds: (the number of the last confirmed action, the child's exit status)."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(read)
            store = store_at(folder / "a.db")
            store.clock = clock_at(folder)
            os.write(write, b"s")
            perform(store, folder, seed, lambda number, kind: os.write(write, bytes([number])) and None)
            store.close()
            os._exit(0)
        except BaseException:
            import traceback

            traceback.print_exc()
            os._exit(9)
    os.close(write)
    os.read(read, 1)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    confirmed = b""
    while block := os.read(read, 4096):
        confirmed += block
    os.close(read)
    return (confirmed[-1] if confirmed else -1), status


def clock_at(folder: Path) -> Clock:
    return Clock(datetime.fromisoformat((folder / "clock").read_text()))


def look(folder: Path, seed: int, confirmed: int, states: list[str]) -> list[str]:
    """What is wrong with what the killed process left; [] where nothing is."""
    wrong = []
    try:
        store = open_store(folder / "a.db")
    except Exception as error:
        return [f"does not open: {error!r}"]
    try:
        opening.check_integrity(store.connection, store.path)
        found = digest(store)
        if found not in states[confirmed + 1:confirmed + 3]:
            where = states.index(found) - 1 if found in states else None
            wrong.append(f"after action {confirmed} of {actions(seed)} the state is that of {where}")
        if not index_is_true(store):
            wrong.append("the search index is not that of the tasks")
        if not store.opened.recovered:
            wrong.append("an unclean end was not noticed")
        for known in backup.backups(store.path):
            opening.check_integrity(opening.connect(known.path, read_only=True), known.path)
        store.write(edits.add_agency(store.book(store.plans()[0].id), edits.Agency("later", "Cơ quan sau")) if store.plans() else
                    edits.Delta("", (edits.Change(None, edits.Agency("later", "Cơ quan sau")),)))
        store.undo()
    except Exception as error:
        wrong.append(repr(error))
    finally:
        store.close()
    for old in folder.glob("old*.db"):
        if "truoc-chuyen-doi" in old.name:
            continue
        with newer_program():
            again = open_store(old)
            if len(again.plans()) != 2 or again.connection.execute("SELECT count(*) FROM label").fetchone()[0] != 2:
                wrong.append(f"{old.name} lost something in its migration")
            again.close()
    return wrong


def torture(kills: int, seed: int) -> dict[str, Any]:
    chance = random.Random(seed)
    under_way: Counter[str] = Counter()
    wrong: list[str] = []
    done = finished = 0
    while done < kills:
        own = chance.randrange(1000)
        with tempfile.TemporaryDirectory(prefix="phancong-torture-") as name:
            start, full = Path(name) / "start", Path(name) / "full"
            start.mkdir()
            store = prepare(start, own)
            (start / "clock").write_text(store.clock.now.isoformat())  # type: ignore[attr-defined]
            first = digest(store)
            store.close()
            shutil.copytree(start, full)
            states, seconds = [first], 0.0
            store = store_at(full / "a.db")
            store.clock = clock_at(full)
            last = time.perf_counter()
            times = []

            def note(number: int, kind: str, store: Store = store, states: list[str] = states, times: list[float] = times) -> None:
                nonlocal seconds, last
                seconds += time.perf_counter() - last
                times.append(seconds)
                states.append(digest(store))
                last = time.perf_counter()

            perform(store, full, own, note)
            store.close()
            for _ in range(min(12, kills - done)):
                run = Path(name) / "run"
                shutil.copytree(start, run)
                aim = chance.randrange(len(times))  # every action as likely, however short it is
                confirmed, status = killed_once(run, own, chance.uniform(times[aim - 1] if aim else 0.0, times[aim]))
                if os.WIFEXITED(status):
                    finished += 1
                    if os.WEXITSTATUS(status):
                        wrong.append(f"seed {own}: the child failed")
                else:
                    done += 1
                    names = actions(own)
                    under_way[names[confirmed + 1] if confirmed + 1 < len(names) else "close"] += 1
                    wrong += [f"seed {own}: {line}" for line in look(run, own, confirmed, states)]
                shutil.rmtree(run)
    return {"kills": done, "finished": finished, "under way": dict(under_way), "wrong": wrong}


if __name__ == "__main__":
    print(json.dumps(torture(int(sys.argv[1]), int(sys.argv[2])), ensure_ascii=False))
