"""What the child process does for the window: functions of values, without Qt. See ui/background.py."""
from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from core.model import Agency, Draft, Plan, PlanText, Record, Source

if TYPE_CHECKING:
    from core.delta import Delta
    from core.follow import FollowFilter
    from db.backup import Backup
    from db.followup import Load
    from db.store import Store

Progress = Callable[[float, str], None]
LARGE = 3000  # tasks of a plan that a worker reads for itself instead of having it sent


@dataclass(frozen=True, slots=True)
class ReadPlan:
    """A file read and made ready for the store: all that is left to the window is to write ``delta`` with ``source``, which has left its
    bytes behind where ``packed`` holds them ready (size, bytes)."""

    source: Source
    draft: Draft
    plan: Plan
    delta: Delta
    packed: tuple[int, bytes] | None = None


def fingerprint(path: Path) -> str:
    """SHA-256 (hex) of a file's bytes. Raises UnreadableFile."""
    from hashlib import sha256

    from core.reading import load

    return sha256(load(path)).hexdigest()


def read_file(path: Path, agencies: list[Agency], imported: str, progress: Progress | None = None) -> ReadPlan:
    """Read a plan; ``agencies`` are those of the directory, ``imported`` an ISO local time. Raises UserError."""
    from core.plan.extract import extract
    from core.reading import load, read

    data = load(path)
    text = read(path, progress=progress, data=data)
    return _made(path.name, data, text, extract(text), agencies, imported)


def read_pasted(name: str, text: str, html: str | None, agencies: list[Agency], imported: str) -> ReadPlan:
    """The same from the clipboard. Raises UnreadableFile."""
    from core.plan.extract import extract
    from core.reading import pasted_bytes, read_clipboard

    found = read_clipboard(text, html)
    return _made(name, pasted_bytes(text, html), found, extract(found), agencies, imported)


def read_letters(source: Source, plan: Plan, records: list[Record], unused: frozenset[str], keep: bool,
                 progress: Progress | None = None) -> ReadPlan:
    """The original of a stored plan read again, its letters kept as they are or turned to Unicode. ``records`` and ``unused``: see
    core/reread.py. Raises UnreadableFile, MissingPart."""
    from dataclasses import replace

    from core import reread
    from core.agencies import Directory
    from core.plan.extract import extract
    from core.reading import read_again
    from core.stored_text import key_of_source

    text = read_again(source.text.kind, source.name, source.data, progress=progress, keep_letters=keep)
    found, draft = replace(source, text=text), extract(text)
    delta = reread.reread(plan, records, draft, Directory([r for r in records if isinstance(r, Agency)]), source=key_of_source(found),
                          name=reread.KEEP if keep else reread.CHANGE, unused=unused)
    after = next((c.after for c in delta.changes if isinstance(c.after, Plan)), plan)
    return ReadPlan(found, draft, after, delta)


def _made(name: str, data: bytes, text: PlanText, draft: Draft, agencies: list[Agency], imported: str) -> ReadPlan:
    """Names matched with the directory here and not in the window: that takes a while."""
    from dataclasses import replace
    from hashlib import sha256

    from core.agencies import Directory
    from core.edits import store_draft
    from core.stored_text import key_of_source
    from db.store import pack

    source = Source(sha256(data).hexdigest(), name, data, text)
    plan, delta = store_draft(draft, Directory(agencies), imported=imported, source=key_of_source(source), source_name=name)
    return ReadPlan(replace(source, data=b""), draft, plan, delta, (len(data), pack(data)))


def export_stored(database: Path, plan_id: str, kind: str, target: Path, keywords: dict[str, object],
                  progress: Progress | None = None) -> list[Path]:
    """``core.sheets.export.export`` over a plan that is read here. Raises UserError."""
    from core.sheets.export import export_job
    from db.store import open_store

    store = open_store(database, read_only=True)
    try:
        book = store.book(plan_id)
    finally:
        store.close()
    return export_job(book, kind, target, keywords, progress)


def export_follow(database: Path, wanted: FollowFilter, today: date, target: Path, progress: Progress | None = None) -> Path:
    """The list of the follow-up, whole, into a file. Raises UserError."""
    from core.sheets.export import write_file
    from core.sheets.followup import FollowTask, followup_bundle
    from db.follow import ALL, follow_list
    from db.followup import agencies_of
    from db.store import open_store

    store = open_store(database, read_only=True)
    try:
        ids = [row.task for row in follow_list(store.connection, wanted, today, limit=ALL)]
        who = agencies_of(store.connection, ids, whole=True)
        plans: dict[str, Plan] = {}
        rows = []
        for task in store.tasks(ids):
            plan = plans.get(task.plan) or plans.setdefault(task.plan, store.plan(task.plan))
            leads, coops = who[task.id]
            rows.append(FollowTask(plan, task, tuple(leads), tuple(coops)))
        agency = next((a.name for a in store.agencies() if a.id == wanted.agency), "")
    finally:
        store.close()
    return write_file(followup_bundle(rows, wanted.stage, today, agency=agency), target, progress)


@contextmanager
def _borrowed(database: Path) -> Iterator[Store]:
    """The store of a window that lends its right to write (ui/loans.py)."""
    from db.store import open_store

    store = open_store(database, borrowed=True)
    try:
        yield store
    finally:
        store.close()


def remove_stored(database: Path, plan_id: str) -> str:
    """Take a plan away; the name of the step. Raises StoreError."""
    from core.edits import remove_plan

    with _borrowed(database) as store:
        delta = remove_plan(store.book(plan_id))
        store.write(delta)
    return delta.name


def step_stored(database: Path, redo: bool) -> str | None:
    """Take the last step back or bring it again; its name, None where there is none. Raises StoreError."""
    with _borrowed(database) as store:
        delta = store.redo() if redo else store.undo()
    return None if delta is None else delta.name


def restore_stored(database: Path, other: Path) -> Backup:
    """Put a backup or a full export in the place of everything; the backup made before. Raises UserError."""
    from db.backup import restore

    with _borrowed(database) as store:
        return restore(store, other)


def count_loads(database: Path) -> dict[str, Load]:
    """Who has how much work over all plans. Raises StoreError."""
    from db.followup import loads
    from db.store import open_store

    store = open_store(database, read_only=True)
    try:
        with store.reading() as connection:
            return loads(connection)
    finally:
        store.close()


def write_directory_file(rows: list[tuple[str, ...]], target: Path) -> Path:
    """The directory into an .xlsx. Raises CannotWrite."""
    from core.sheets.directory import write_directory

    return write_directory(rows, target)


def read_directory_file(path: Path) -> list[tuple[str, ...]]:
    """Rows of a directory in an .xlsx. Raises UnreadableFile."""
    from core.reading.directory import read_directory

    return read_directory(path)
