"""What a database meets in an office: a second window, a process that died, a full disk, a stick, a folder without rights."""
from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from core import edits
from core.delta import Delta
from core.errors import StoreError
from db import opening
from db.store import open_store
from tests.db.clerk import contents, do, import_plan, store_at

ROOT = Path(__file__).resolve().parents[2]


def run(code: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", textwrap.dedent(code), *map(str, arguments)], cwd=ROOT, stdout=subprocess.PIPE,
                            stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def said(code: str, *arguments: object) -> str:
    child = run(code, *arguments)
    out, err = child.communicate(timeout=60)
    assert child.returncode == 0, err
    return out.strip()


def open_store_and_count(path: Path) -> list[str]:
    store = open_store(path)
    found = [p.id for p in store.plans()]
    store.close()
    return found


# ---------------------------------------------------------------- two at once, unclean ends


HOLD = """
    import sys
    from pathlib import Path
    from db.store import open_store
    store = open_store(Path(sys.argv[1]))
    print("open", flush=True)
    sys.stdin.readline()
    store.close()
"""


def test_a_second_window_is_told_and_only_looks(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    store = store_at(path)
    plan = import_plan(store, 1)
    store.close()
    child = run(HOLD, path)
    assert child.stdout is not None
    assert child.stdout.readline().strip() == "open"
    second = open_store(path)
    assert second.read_only
    assert "đang được mở để sửa ở nơi khác" in second.opened.reason
    assert second.opened.holder is not None
    assert second.opened.holder.pid == child.pid
    book = second.book(plan.id)
    with pytest.raises(StoreError, match="chỉ xem"):
        second.write(edits.edit_plan(book, note="x"))
    assert second.undo_name() is None
    second.close()
    child.communicate("\n", timeout=30)
    third = open_store(path)
    assert not third.read_only
    assert not third.opened.recovered
    third.close()


def test_what_one_window_writes_the_other_sees(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    first = store_at(path)
    second = open_store(path)
    assert second.read_only
    import_plan(first, 1)
    assert len(second.plans()) == 1
    second.close()
    first.close()


def test_a_lock_held_by_another_program_is_waited_for_then_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "BUSY_MS", 100)
    path = tmp_path / "a.db"
    store = store_at(path)
    plan = import_plan(store, 1)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    book = store.book(plan.id)
    with pytest.raises(StoreError, match="đang bị chương trình khác giữ"):
        store.write(edits.edit_plan(book, note="x"))
    other.execute("ROLLBACK")
    other.close()
    store.write(edits.edit_plan(book, note="x"))
    store.close()


def test_after_a_killed_process_the_file_is_looked_at(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    store_at(path).close()
    child = run(HOLD, path)
    assert child.stdout is not None
    child.stdout.readline()
    child.kill()
    child.communicate(timeout=30)
    store = open_store(path)
    assert store.opened.recovered
    assert not store.read_only
    store.close()
    store = open_store(path)
    assert not store.opened.recovered
    store.close()


# ---------------------------------------------------------------- disks


def test_a_full_disk_is_told_and_nothing_is_half_written(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    store = store_at(path)
    plan = import_plan(store, 1)
    before = contents(store)
    pages = store.connection.execute("PRAGMA page_count").fetchone()[0]
    store.connection.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(StoreError, match="đầy"):
        import_plan(store, 2, tasks=400)
    assert contents(store) == before
    store.connection.execute("PRAGMA max_page_count = 1000000")
    do(store, store.book(plan.id), edits.edit_plan(store.book(plan.id), note="tiếp tục được"))
    store.close()
    assert len(open_store_and_count(path)) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="limits of file sizes are POSIX")
def test_a_disk_that_fills_under_the_database_backup_and_package(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    store = store_at(path)
    for seed in range(4):
        import_plan(store, seed, tasks=60)
    store.close()
    code = """
        import resource, signal, sys
        from datetime import datetime
        from pathlib import Path
        from core.errors import UserError
        from db import backup
        from db.handover import write_package
        from db.store import open_store
        from tests.db.clerk import contents, import_plan
        path = Path(sys.argv[1])
        store = open_store(path)
        before = contents(store)
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size // 2, resource.RLIM_INFINITY))
        for what in (lambda: import_plan(store, 9, tasks=3000), lambda: backup.make(path, datetime(2026, 1, 1)),
                     lambda: [write_package(store, path.with_name("x.zip"), None) for _ in [resource.setrlimit(
                         resource.RLIMIT_FSIZE, (4000, resource.RLIM_INFINITY))]]):
            try:
                what()
            except UserError as error:
                print("told:", error)
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        assert contents(store) == before
        import_plan(store, 10)
        store.close()
        print(sorted(p.name for p in path.parent.rglob("*") if p.is_file()))
    """
    lines = said(code, path).splitlines()
    assert [line.startswith("told:") for line in lines] == [True, True, True, False], lines
    assert "tmp" not in lines[-1]
    assert "x.zip" not in lines[-1]
    assert len(open_store_and_count(path)) == 5


AS_NOBODY = """
    import os, sys
    from pathlib import Path
    if os.getuid() == 0:
        os.setgid(65534); os.setuid(65534)
    from core.errors import StoreError
    from db.store import open_store
    try:
        store = open_store(Path(sys.argv[1]))
    except StoreError as error:
        print("refused:", error)
        raise SystemExit
    print("read only:", store.read_only, store.opened.reason, len(store.plans()))
    store.close()
"""


@pytest.fixture
def seen_by_all(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that another user of this machine may enter."""
    import tempfile

    with tempfile.TemporaryDirectory(prefix="phancong-test-") as name:
        os.chmod(name, 0o755)
        yield Path(name)  # type: ignore[misc]


@pytest.mark.skipif(sys.platform == "win32", reason="users and modes are POSIX")
def test_a_read_only_file_opens_for_looking(seen_by_all: Path) -> None:
    if not os.access(sys.executable, os.X_OK) or (os.getuid() == 0 and not _nobody_can_run()):
        pytest.skip("another user cannot run this Python")
    path = seen_by_all / "a.db"
    store = store_at(path)
    import_plan(store, 1)
    store.close()
    (seen_by_all / "a.db.lock").unlink()
    os.chmod(path, 0o444)
    os.chmod(seen_by_all, 0o555)
    assert said(AS_NOBODY, path).startswith("read only: True Tệp hoặc thư mục chỉ cho đọc, nên chỉ xem được. 1")
    os.chmod(seen_by_all, 0o755)
    assert "refused: Không ghi được" in said(AS_NOBODY, seen_by_all / "new.db")


def test_where_nothing_may_be_written_it_opens_for_looking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.db"
    store = store_at(path)
    plan = import_plan(store, 1)
    store.close()
    before = sorted(p.name for p in tmp_path.iterdir())
    monkeypatch.setattr(os, "access", lambda place, mode: not mode & os.W_OK)
    store = open_store(path)
    assert store.read_only
    assert store.opened.reason == "Tệp hoặc thư mục chỉ cho đọc, nên chỉ xem được."
    book = store.book(plan.id)
    with pytest.raises(StoreError, match="chỉ xem được"):
        store.write(edits.edit_plan(book, note="x"))
    store.close()
    assert sorted(p.name for p in tmp_path.iterdir()) == before


def _nobody_can_run() -> bool:
    code = "import os; os.setgid(65534); os.setuid(65534); import core.model, db.store; print('ok')"
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip() == "ok"


def test_a_file_deleted_while_open_is_told_before_work_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    store = store_at(path)
    plan = import_plan(store, 1)
    book = store.book(plan.id)
    for file in tmp_path.glob("a.db*"):
        file.unlink()
    with pytest.raises(StoreError, match="không còn ở chỗ cũ"):
        store.write(edits.edit_plan(book, note="x"))
    with pytest.raises(StoreError):
        store.undo()
    store.close()


def test_a_broken_statement_is_no_bug_report_for_the_person(tmp_path: Path) -> None:
    store = store_at(tmp_path / "a.db")
    store.connection.execute("DROP TABLE touched")
    with pytest.raises(StoreError):
        store.write(Delta("x", edits.add_agency(None, edits.Agency("n", "Tên")).changes))  # type: ignore[arg-type]
    store.close()
