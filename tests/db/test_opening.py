"""What a database meets in an office: an old file, a newer one, a stranger's file."""
from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from core.errors import StoreError
from db import opening, schema
from db.lock import WriterLock
from db.places import drive_kind, place_in, place_of
from db.store import open_store
from tests.db.clerk import contents, import_plan, index_is_true, random_steps, store_at
from tests.db.torture import newer_program

ROOT = Path(__file__).resolve().parents[2]
OLD_FILES = sorted((ROOT / "tests" / "old_files").glob("schema-*.db"))


# ---------------------------------------------------------------- places


MOUNTS = r"""22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:40 / /mnt/chung rw shared:9 - cifs //server/chung rw
31 22 0:41 / /mnt/chung/trong rw shared:9 - ext4 /dev/sdb1 rw
32 22 8:17 / /media/lan/USB\040c\341 rw shared:9 - vfat /dev/sdc1 rw
33 22 8:18 / /run/media/lan/linux rw - ext4 /dev/sdd1 rw
34 22 0:50 / /home/lan/nas rw - fuse.sshfs lan@nas:/ rw
35 22 0:51 / /srv/nfs rw - nfs4 nas:/srv rw
broken line
"""


@pytest.mark.parametrize(("path", "kind"), [
    ("/home/lan/phancong.db", "local"), ("/mnt/chung/a.db", "network"), ("/mnt/chung/trong/a.db", "local"), ("/mnt/chungta/a.db", "local"),
    ("/media/lan/USB c\\341/a.db", "removable"), ("/run/media/lan/linux/a.db", "removable"), ("/home/lan/nas/a.db", "network"),
    ("/srv/nfs/x/a.db", "network")])
def test_the_kind_of_place_is_read_from_the_mounts(path: str, kind: str) -> None:
    assert place_in(path, MOUNTS) == kind


def test_windows_names_its_drives_by_number() -> None:
    assert [drive_kind(n) for n in range(7)] == ["local", "local", "removable", "local", "network", "local", "local"]


def test_this_disk_is_local(tmp_path: Path) -> None:
    assert place_of(tmp_path / "a.db") == "local"


@pytest.mark.parametrize(("place", "journal"), [("local", "wal"), ("network", "delete"), ("removable", "delete")])
def test_wal_on_a_local_disk_and_the_safe_mode_elsewhere(place: str, journal: str, tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    store_at(path).close()  # WAL first: the file may come from another place
    store = open_store(path, place=lambda _: place)  # type: ignore[arg-type,return-value]
    pragma = {name: store.connection.execute(f"PRAGMA {name}").fetchone()[0]
              for name in ("journal_mode", "synchronous", "foreign_keys", "trusted_schema", "cell_size_check")}
    assert pragma == {"journal_mode": journal, "synchronous": 2, "foreign_keys": 1, "trusted_schema": 0, "cell_size_check": 1}
    import_plan(store, 1)
    if journal == "delete":
        assert not list(tmp_path.glob("*-wal"))
    store.close()
    assert len(open_store_and_count(path)) == 1


def open_store_and_count(path: Path) -> list[str]:
    store = open_store(path)
    found = [p.id for p in store.plans()]
    store.close()
    return found


# ---------------------------------------------------------------- schema


def test_our_files_are_marked_and_strict(tmp_path: Path) -> None:
    store = store_at(tmp_path / "a.db")
    assert store.connection.execute("PRAGMA application_id").fetchone()[0] == schema.APPLICATION_ID
    assert store.connection.execute("PRAGMA user_version").fetchone()[0] == schema.VERSION
    tables = store.connection.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
                                      "AND name NOT LIKE 'sqlite_%'").fetchall()
    assert {name for name, strict in tables if not strict} == set()
    for bad in ("INSERT INTO plan (id, title, status, fold, sort) VALUES ('x', 't', 'later', '', '')",
                "INSERT INTO task (id, plan, place, text, paused) VALUES ('x', 'p', 1, 't', 2)",
                "INSERT INTO task (id, plan, place, text, due) VALUES ('x', 'p', 1, 't', '1/2/2026')",
                "INSERT INTO assignment (task, agency, role) VALUES ('x', 'y', 'boss')",
                "INSERT INTO agency (id, name, kind, fold, sort) VALUES ('x', '', 'other', '', '')",
                "INSERT INTO task (id, plan, place, text) VALUES ('x', 'p', 'first', 't')"):
        with pytest.raises(sqlite3.IntegrityError):
            store.connection.execute(bad)
    store.close()


def test_there_is_an_old_file_of_every_released_schema() -> None:
    assert [p.stem for p in OLD_FILES] == [f"schema-{n}" for n in range(1, schema.VERSION + 1)]


@pytest.mark.parametrize("old", OLD_FILES, ids=lambda p: p.stem)
def test_old_files_open_and_can_be_worked_on(old: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    shutil.copy(old, path)
    store = open_store(path)
    assert {p.title for p in store.plans()} == {"Kế hoạch 1", "Kế hoạch 2"}
    assert index_is_true(store)
    opening.check_integrity(store.connection, path)
    before = contents(store)
    random_steps(store, store.book(store.plans()[0].id).plan, 3, 6)
    while store.history()[0].name != "Nhập kế hoạch" and store.undo_name() != "Nhập kế hoạch":
        assert store.undo() is not None
    assert before is not None
    assert store.search("ke hoach 1")
    store.close()


def test_migrating_copies_the_file_first_and_keeps_everything(tmp_path: Path) -> None:
    path = tmp_path / "sổ.db"
    store = store_at(path)
    import_plan(store, 1)
    before = contents(store)
    store.close()
    with newer_program():
        store = open_store(path)
        assert store.opened.copied is not None
        assert contents(store) == before
        assert store.connection.execute("SELECT count(*) FROM label").fetchone()[0] == 1
        copy = store.opened.copied
        store.close()
        with pytest.raises(StoreError, match="cũ"):
            open_store(copy, read_only=True)
    old = open_store(copy)
    assert contents(old) == before
    old.close()
    with pytest.raises(StoreError, match="mới hơn"):
        open_store(path)


def test_a_migration_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.db"
    store = store_at(path)
    import_plan(store, 1)
    before = contents(store)
    store.close()

    def fails(database: object) -> None:
        database.execute("DROP TABLE finding")  # type: ignore[attr-defined]
        raise sqlite3.OperationalError("half way")

    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, (schema.VERSION + 1, "fails", fails)))
        patch.setattr(schema, "VERSION", schema.VERSION + 1)
        with pytest.raises(StoreError):
            open_store(path)
    store = open_store(path)
    assert contents(store) == before
    store.close()


def test_a_newer_file_is_refused_and_untouched(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    store_at(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = delete")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"mới hơn.*cài bản mới"):
        open_store(path)
    assert path.read_bytes() == before


# ---------------------------------------------------------------- hostile files


def _foreign(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE plan (id)")
    connection.commit()
    connection.close()


def _changed(sql: str, path: Path) -> None:
    store_at(path).close()
    connection = sqlite3.connect(path)
    connection.executescript(sql)
    connection.close()


@pytest.mark.parametrize("sql", [
    "CREATE TRIGGER t AFTER INSERT ON task BEGIN DELETE FROM plan; END",
    "CREATE VIEW v AS SELECT * FROM plan",
    "CREATE TABLE other (x)",
    "DROP TABLE finding",
    "DROP INDEX task_plan",
    "ALTER TABLE task ADD COLUMN extra TEXT",
    "DROP TABLE search; CREATE TABLE search (words)",
    "DROP TABLE meta; CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL DEFAULT (load_extension('x')))",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE meta (key TEXT, value TEXT)' WHERE name = 'meta'",
])
@pytest.mark.parametrize("read_only", [False, True])
def test_a_file_with_anything_of_its_own_is_refused(sql: str, read_only: bool, tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    _changed(sql, path)
    with pytest.raises(StoreError):
        open_store(path, read_only=read_only)


def test_what_is_no_database_of_ours_is_refused(tmp_path: Path) -> None:
    foreign, text, folder = tmp_path / "f.db", tmp_path / "t.db", tmp_path / "d.db"
    _foreign(foreign)
    text.write_bytes("Kế hoạch ".encode() * 5000)
    folder.mkdir()
    for path in (foreign, text, folder):
        with pytest.raises(StoreError):
            open_store(path)
    assert text.read_bytes().startswith("Kế hoạch".encode())
    with pytest.raises(StoreError, match="Không có"):
        open_store(tmp_path / "none.db", read_only=True)


def test_damaged_bytes_are_told_with_advice_never_a_traceback(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    store = store_at(path)
    for seed in range(6):
        import_plan(store, seed, tasks=30)
    store.close()
    whole = path.read_bytes()
    told: list[str] = []
    for place in range(100, len(whole), len(whole) // 40):
        path.write_bytes(whole[:place] + b"\xff" * 600 + whole[place + 600:])
        lock = WriterLock(path)
        assert lock.take()
        lock.release(clean=False)  # as after a crash: the whole file is looked at
        try:
            store = open_store(path)
        except StoreError as error:
            told.append(str(error))
            continue
        store.close()
    assert len(told) >= 15  # bytes changed inside a text cannot be told by SQLite
    assert all("Hãy" in message for message in told)
    path.write_bytes(whole[: len(whole) // 2])
    assert lock.take()
    lock.release(clean=False)
    with pytest.raises(StoreError):
        open_store(path)
