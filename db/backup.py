"""Backups beside the database: hourly, daily, weekly, each read back before it counts; what a restore would change; the restore."""
from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import StoreError, UserError
from core.handover import Difference, differences
from core.model import Agency, Membership, Record
from db import opening, package
from db.handover import fill
from db.lock import WriterLock

if TYPE_CHECKING:
    from db.store import Store

LAST, HOURS, DAYS, WEEKS = 4, 6, 7, 5  # how many of each are kept
EVERY = timedelta(hours=1)
_STAMP = "%Y%m%d-%H%M%S"


@dataclass(frozen=True, slots=True)
class Backup:
    """A verified copy of the whole database."""

    path: Path
    at: datetime
    size: int


def folder_of(database: Path) -> Path:
    return database.parent / "sao-luu"


def backups(database: Path) -> list[Backup]:
    """The backups of a database, newest first."""
    pattern = re.compile(re.escape(database.stem) + r"-(\d{8}-\d{6})\.db")
    found = []
    try:
        entries = list(os.scandir(folder_of(database)))
    except OSError:
        return []
    for entry in entries:
        match = pattern.fullmatch(entry.name)
        if match and entry.is_file(follow_symlinks=False):
            try:
                found.append(Backup(Path(entry.path), datetime.strptime(match[1], _STAMP), entry.stat().st_size))
            except ValueError:
                continue
    return sorted(found, key=lambda b: b.at, reverse=True)


_HEAD = "SELECT coalesce(max(no), 0), count(*), sum(state = 'done'), coalesce(sum(changes), 0) FROM history"


def is_due(database: Path, now: datetime) -> bool:
    """Whether something changed since the last backup and an hour went by (in either direction: clocks are set back too)."""
    known = backups(database)
    if not known:
        return True
    if abs(now - known[0].at) < EVERY:
        return False
    try:
        with closing(opening.connect(database, read_only=True)) as here, closing(opening.connect(known[0].path, read_only=True)) as there:
            return bool(here.execute(_HEAD).fetchone() != there.execute(_HEAD).fetchone())
    except sqlite3.Error:
        return True


def make(database: Path, now: datetime) -> Backup:
    """Copy the database, read the copy back, put it in place, let old ones go. Safe beside a window that writes. Raises StoreError."""
    folder = folder_of(database)
    try:
        folder.mkdir(exist_ok=True)
        target = _free(folder, database.stem, now)
        with closing(opening.connect(database, read_only=True)) as connection:
            if opening.version_of(connection, database) == 0:
                raise StoreError(f"“{database.name}” còn trống, không có gì để sao lưu.")
            opening.copy_verified(connection, target)
    except (OSError, sqlite3.Error) as error:
        raise StoreError("Không sao lưu được.", "Hãy kiểm tra ổ đĩa còn chỗ và bạn có quyền ghi vào thư mục “sao-luu”.") from error
    rotate(database, now)
    return Backup(target, datetime.strptime(target.stem[-15:], _STAMP), target.stat().st_size)


def _free(folder: Path, stem: str, now: datetime) -> Path:
    while True:
        target = folder / f"{stem}-{now.strftime(_STAMP)}.db"
        if not target.exists():
            return target
        now += timedelta(seconds=1)


def kept(times: Iterable[datetime], now: datetime) -> set[datetime]:
    """Which backups stay: the last few (she may make two in an hour, and one is made before each restore), and the newest of each of the
    last hours, days and weeks that have any. Times ahead of the clock count apart, so that a clock once set wrong does not push out the
    true ones."""
    times = sorted(times, reverse=True)
    ahead = [t for t in times if t > now + EVERY]
    past = [t for t in times if t <= now + EVERY]
    chosen = {*ahead[:2], *past[:LAST]}
    for label, count in (("%Y%m%d%H", HOURS), ("%Y%m%d", DAYS), ("%G%V", WEEKS)):
        newest: dict[str, datetime] = {}
        for time in past:
            newest.setdefault(time.strftime(label), time)
        chosen |= set(list(newest.values())[:count])
    return chosen


def rotate(database: Path, now: datetime) -> None:
    known = backups(database)
    stay = kept((b.at for b in known), now)
    for backup in known:
        if backup.at not in stay:
            try:
                backup.path.unlink(missing_ok=True)
            except OSError:
                continue  # open elsewhere: the next round takes it


# ---------------------------------------------------------------- restoring


@dataclass(frozen=True, slots=True)
class PlanDifference:
    """One plan in a preview: what restoring brings, takes away or changes. ``here`` False: only the backup has it."""

    id: str
    title: str
    here: bool
    there: bool
    details: tuple[Difference, ...]


def preview(store: Store, other: Path) -> list[PlanDifference]:
    """The plans (and, with id "", the directory) that differ between this database and a backup or a full export. Raises UserError."""
    with _OpenedCopy(other, store.path.parent, store.clock) as there:
        mine = {p.id: p.title or p.source_name for p in store.plans()}
        theirs = {p.id: p.title or p.source_name for p in there.plans()}
        found = []
        names = {a.id: a.name for a in (*there.agencies(), *store.agencies())}
        for plan_id in {**mine, **theirs}:
            left = store._whole(plan_id) if plan_id in mine else []
            right = there._whole(plan_id) if plan_id in theirs else []
            if sorted(map(repr, left)) != sorted(map(repr, right)):
                details = tuple(differences(left, right, names)) if left and right else ()
                found.append(PlanDifference(plan_id, theirs.get(plan_id) or mine[plan_id], plan_id in mine, plan_id in theirs, details))
        details = tuple(differences(_directory(store), _directory(there), names))
        if details:
            found.append(PlanDifference("", "Danh bạ cơ quan", True, True, details))
        return found


def _directory(store: Store) -> list[Record]:
    return [r for r in store.directory_records() if isinstance(r, Agency | Membership)]


def restore(store: Store, other: Path) -> Backup:
    """Put the contents of a backup or of a full export in the place of this database's, after a backup of what is here now.

    All or nothing: a process killed on the way leaves the old contents. The backup made before is returned. Raises UserError.
    """
    if store.read_only:
        raise StoreError(store.opened.reason, "Hãy mở lại ở nơi ghi được để khôi phục.")
    person = store.person()
    with _OpenedCopy(other, store.path.parent, store.clock) as there:
        # only now: making a backup lets old ones go, and ``other`` may be the oldest
        before = make(store.path, store.clock())
        try:
            there.connection.backup(store.connection)
        except sqlite3.Error as error:
            raise opening.trouble(error, store.path) from error
    opening.check_integrity(store.connection, store.path)
    store.connection.execute("PRAGMA foreign_keys = ON")
    if person and person != store.person():
        store.set_meta("person", person)
    return before


class _OpenedCopy:
    """A backup (or a full export) as a store in a temporary file, brought to this program's version; the original is only read."""

    def __init__(self, other: Path, folder: Path, clock: Callable[[], datetime]) -> None:
        self.other, self.clock = other, clock
        self.copy = folder / f".khoi-phuc-{os.getpid()}.db"
        self.store: Store | None = None

    def __enter__(self) -> Store:
        from db.store import open_store

        self._clear()
        try:
            if self.other.suffix.lower() in (".zip", package.SUFFIX):
                found = package.read(self.other)
                if not found.everything:
                    raise UserError("Đây là gói bàn giao, không phải bản xuất toàn bộ.", "Hãy mở nó bằng “Nhận gói bàn giao”.")
                self.store = open_store(self.copy, clock=self.clock, place=lambda _: "removable")
                fill(self.store, found)
            else:
                with closing(opening.connect(self.other, read_only=True)) as source:
                    version = opening.version_of(source, self.other)
                    opening.check_schema(source, version, self.other)
                    opening.copy_verified(source, self.copy)
                self.store = open_store(self.copy, clock=self.clock, place=lambda _: "removable")
        except BaseException as error:
            self.__exit__()
            if isinstance(error, sqlite3.Error | OSError):
                raise opening.trouble(error, self.other) from error
            raise
        return self.store

    def __exit__(self, *_: object) -> None:
        if self.store is not None:
            self.store.close()
        self._clear()

    def _clear(self) -> None:
        for path in self.copy.parent.glob(self.copy.stem + "*"):
            path.unlink(missing_ok=True)


def replace_damaged(database: Path, other: Path, now: datetime) -> Path:
    """Put a backup in the place of a database that cannot be opened. The damaged file is kept beside it; its new path is returned."""
    lock = WriterLock(database)
    try:
        if not lock.take():
            raise StoreError("Cơ sở dữ liệu đang được mở ở cửa sổ khác.", "Hãy đóng cửa sổ kia rồi khôi phục.")
        aside = database.with_name(f"{database.stem}-hong-{now.strftime(_STAMP)}.db")
        with closing(opening.connect(other, read_only=True)) as source:
            opening.check_schema(source, opening.version_of(source, other), other)
            fresh = database.with_name(database.name + ".moi")
            opening.copy_verified(source, fresh)
        for ending in ("-wal", "-shm", "-journal"):
            beside = database.with_name(database.name + ending)
            if beside.exists():
                os.replace(beside, aside.with_name(aside.name + ending))
        if database.exists():
            os.replace(database, aside)
        os.replace(fresh, database)
        return aside
    except (sqlite3.Error, OSError) as error:
        raise opening.trouble(error, other) from error
    finally:
        lock.release()
