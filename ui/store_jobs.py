"""What the child process does over the store: paths and values in, values out, without Qt. See ui/background.py."""
from __future__ import annotations

from datetime import date as Day
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import UserError

if TYPE_CHECKING:
    from core.handover import HandoverRow
    from core.model import Agency, Plan, Record
    from core.roundtrip import Returned
    from db.backup import Backup, PlanDifference
    from db.package import Package


def make_backup(database: Path) -> Backup:
    """A verified backup beside the database; old ones are let go by their age. Raises StoreError."""
    from db.backup import make

    return make(database, datetime.now())


def preview_restore(database: Path, other: Path) -> list[PlanDifference]:
    """What restoring a backup or a full export would change. Raises UserError."""
    from db.backup import preview
    from db.store import open_store

    store = open_store(database, read_only=True)
    try:
        return preview(store, other)
    finally:
        store.close()


def replace_damaged(database: Path, other: Path) -> Path:
    """Put a backup in the place of a database that does not open; the path of the damaged file kept aside. Raises UserError."""
    from db.backup import replace_damaged as replace

    return replace(database, other, datetime.now())


def backups_of(database: Path) -> list[Backup]:
    """The backups of a database that need not be open, newest first."""
    from db.backup import backups

    return backups(database)


def write_package(database: Path, target: Path, plan_ids: list[str] | None) -> Path:
    """Chosen plans (None: everything) into one file. Raises UserError."""
    from db.handover import write_package as write
    from db.store import open_store

    store = open_store(database, read_only=True)
    try:
        write(store, target, plan_ids)
        return target
    finally:
        store.close()


def look_into_package(database: Path, path: Path) -> tuple[Package, list[HandoverRow]]:
    """A hand-over package and how it differs from what is here. Raises UserError."""
    from db.handover import compare_package
    from db.package import read

    package = read(path)
    if package.everything:
        raise UserError("Đây là bản xuất toàn bộ, không phải gói bàn giao.", "Hãy mở nó bằng “Sao lưu và khôi phục”.")
    from db.store import open_store

    store = open_store(database, read_only=True)
    try:
        return package, compare_package(store, package)
    finally:
        store.close()


def read_returned_sheet(path: Path, plan: Plan, records: list[Record], agencies: list[Agency], today: Day) -> Returned:
    """How a sheet that came back differs from the plan. Raises UserError."""
    from core.agencies import Directory
    from core.book import Book
    from core.roundtrip import read_returned

    return read_returned(path, Book(plan, records), Directory(agencies), today)
