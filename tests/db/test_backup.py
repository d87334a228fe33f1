"""Backups are whole, rotate, and come back with a preview of what that changes."""
from __future__ import annotations

import os
import shutil
import sqlite3
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from core import edits
from core.errors import StoreError, UserError
from db import backup
from db.handover import write_package
from db.lock import WriterLock
from db.store import open_store
from tests.db.clerk import contents, do, import_plan, index_is_true, random_steps, raw, store_at
from tests.db.test_handover import give

NOON = datetime(2026, 11, 22, 12, 0)


def test_a_backup_is_the_whole_database_made_beside_a_working_window(tmp_path: Path) -> None:
    store = store_at(tmp_path / "a.db")
    plan = import_plan(store, 1)
    made = backup.make(store.path, NOON)
    assert made.at == NOON
    before = contents(store)
    do(store, store.book(plan.id), edits.edit_plan(store.book(plan.id), note="sau"))
    copy = open_store(made.path)
    assert contents(copy) == before
    assert index_is_true(copy)
    copy.close()
    store.close()
    assert [p.name for p in backup.folder_of(store.path).iterdir() if p.suffix == ".db"] == ["a-20261122-120000.db"]


def test_one_is_due_after_an_hour_of_work_only(tmp_path: Path) -> None:
    store = store_at(tmp_path / "a.db")
    plan = import_plan(store, 1)
    assert backup.is_due(store.path, NOON)
    backup.make(store.path, NOON)
    assert not backup.is_due(store.path, NOON + timedelta(hours=5))  # nothing happened
    do(store, store.book(plan.id), edits.edit_plan(store.book(plan.id), note="sau"))
    assert not backup.is_due(store.path, NOON + timedelta(minutes=59))
    assert backup.is_due(store.path, NOON + timedelta(minutes=61))
    assert backup.is_due(store.path, NOON - timedelta(days=400))  # the clock was set back
    store.close()


def test_rotation_keeps_hours_days_and_weeks() -> None:
    times = [NOON - timedelta(hours=n) for n in range(24 * 60)]
    stay = backup.kept(times, NOON)
    assert len(stay) <= backup.LAST + backup.HOURS + backup.DAYS + backup.WEEKS
    assert {NOON - timedelta(hours=n) for n in range(backup.HOURS)} <= stay
    assert {(NOON - timedelta(days=n)).date() for n in range(backup.DAYS)} <= {t.date() for t in stay}
    assert {(NOON - timedelta(weeks=n)).isocalendar()[1] for n in range(backup.WEEKS)} <= {t.isocalendar()[1] for t in stay}


def test_rotating_step_by_step_keeps_as_much_as_at_once() -> None:
    kept: set[datetime] = set()
    chance = Random(3)
    now = NOON
    for _ in range(900):
        now += timedelta(minutes=chance.randint(60, 400))
        kept = backup.kept({*kept, now}, now)
        assert now in kept
    assert len({t.date() for t in kept}) >= backup.DAYS
    assert len({t.isocalendar()[:2] for t in kept}) >= backup.WEEKS - 1


def test_a_clock_once_set_wrong_does_not_push_out_true_backups() -> None:
    wrong = [NOON + timedelta(days=365 + n) for n in range(20)]
    true = [NOON - timedelta(days=n) for n in range(5)]
    assert set(true) <= backup.kept([*wrong, *true], NOON)


def test_old_files_go_and_strangers_stay(tmp_path: Path) -> None:
    store = store_at(tmp_path / "a.db")
    import_plan(store, 1)
    for n in range(12):
        backup.make(store.path, NOON + timedelta(minutes=n))
    (backup.folder_of(store.path) / "ghi chú.txt").write_text("của tôi")
    (backup.folder_of(store.path) / "a-20261122-9999.db").write_text("không phải")
    made = backup.make(store.path, NOON + timedelta(minutes=30))
    there = backup.backups(store.path)  # the last few stay though they are of one hour
    assert there[0].path == made.path
    assert [b.at.minute for b in there] == [30, 11, 10, 9]
    assert (backup.folder_of(store.path) / "ghi chú.txt").exists()
    assert len(list(backup.folder_of(store.path).iterdir())) == len(there) + 2
    store.close()


def test_the_preview_names_what_differs_and_restoring_brings_exactly_that(tmp_path: Path) -> None:
    store = store_at(tmp_path / "a.db")
    first, second = import_plan(store, 1), import_plan(store, 2)
    made = backup.make(store.path, NOON)
    then = raw(store)
    book = store.book(first.id)
    do(store, book, edits.edit_task(book, book.tasks[0].id, note="mới ghi"))
    do(store, store.book(second.id), edits.remove_plan(store.book(second.id)))
    third = import_plan(store, 3)
    now = contents(store)
    found = {d.id: d for d in backup.preview(store, made.path) if d.id}
    assert {i: (d.here, d.there) for i, d in found.items()} == {first.id: (True, True), second.id: (False, True), third.id: (True, False)}
    (change,) = found[first.id].details
    assert [(f.label, f.ours, f.theirs) for f in change.fields] == [("Ghi chú", "mới ghi", "")]
    assert contents(store) == now, "a preview changes nothing"
    before = backup.restore(store, made.path)
    assert raw(store) == then
    assert index_is_true(store)
    assert backup.preview(store, made.path) == []
    assert store.person() == "Lan"
    assert {d.id for d in backup.preview(store, before.path)} >= {first.id, second.id, third.id}
    backup.restore(store, before.path)
    assert contents(store) == now
    book = random_steps(store, first, 4, 4)
    assert set(store.book(first.id).records()) == set(book.records())
    store.close()
    assert not list(tmp_path.glob(".khoi-phuc*"))


def test_a_full_export_can_be_restored_too(tmp_path: Path) -> None:
    store = store_at(tmp_path / "a.db")
    plan = import_plan(store, 1)
    write_package(store, tmp_path / "tất cả.zip", None)
    then = raw(store)
    random_steps(store, plan, 2, 5)
    backup.restore(store, tmp_path / "tất cả.zip")
    assert raw(store) == then
    give(store, tmp_path / "gói.phancong", plan.id)
    with pytest.raises(UserError, match="gói bàn giao"):
        backup.restore(store, tmp_path / "gói.phancong")
    assert raw(store) == then
    store.close()


def test_restoring_what_is_damaged_or_foreign_changes_nothing(tmp_path: Path) -> None:
    store = store_at(tmp_path / "a.db")
    plan = import_plan(store, 1)
    made = backup.make(store.path, NOON)
    random_steps(store, plan, 2, 5)
    now = raw(store)
    foreign, broken, text = tmp_path / "f.db", tmp_path / "b.db", tmp_path / "t.zip"
    connection = sqlite3.connect(foreign)
    connection.execute("CREATE TABLE t (x)")
    connection.close()
    data = made.path.read_bytes()
    broken.write_bytes(data[:8192] + os.urandom(len(data) // 2))
    text.write_bytes(b"PK nothing")
    hostile = tmp_path / "h.db"
    shutil.copy(made.path, hostile)
    connection = sqlite3.connect(hostile)
    connection.execute("CREATE TRIGGER t AFTER INSERT ON task BEGIN DELETE FROM plan; END")
    connection.close()
    for bad in (foreign, broken, text, hostile, tmp_path / "none.db"):
        with pytest.raises(UserError):
            backup.preview(store, bad)
        with pytest.raises(UserError):
            backup.restore(store, bad)
    assert raw(store) == now
    store.close()
    assert not list(tmp_path.glob(".khoi-phuc*"))


def test_a_database_that_no_longer_opens_is_replaced_and_kept_aside(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    store = store_at(path)
    import_plan(store, 1)
    made = backup.make(path, NOON)
    then = contents(store)
    store.close()
    path.write_bytes(b"broken" * 1000)
    with pytest.raises(StoreError, match="Hãy khôi phục từ một bản sao lưu"):
        open_store(path)
    aside = backup.replace_damaged(path, made.path, NOON)
    assert aside.read_bytes() == b"broken" * 1000
    store = open_store(path)
    assert contents(store) == then
    with pytest.raises(StoreError, match="cửa sổ khác"):
        backup.replace_damaged(path, made.path, NOON)
    store.close()
    assert WriterLock(path).holder().pid in (0, os.getpid())


def test_no_backup_of_nothing(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        backup.make(tmp_path / "none.db", NOON)
    (tmp_path / "empty.db").write_bytes(b"")
    with pytest.raises(StoreError):
        backup.make(tmp_path / "empty.db", NOON)
    assert backup.backups(tmp_path / "x" / "none.db") == []
