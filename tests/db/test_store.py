"""The store and the memory are always equal; every action is one step, one entry, and outlives closing."""
from __future__ import annotations

import subprocess
import sys
from datetime import datetime
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core import edits
from core.delta import Change, Delta
from core.errors import StoreError
from core.model import Agency, PlanStatus, Role
from db import history
from db.store import Store, open_store
from tests.core.random_edits import step
from tests.db.clerk import contents, do, import_plan, index_is_true, random_steps, raw, store_at

ROOT = Path(__file__).resolve().parents[2]
slow = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@slow
@given(seed=st.integers(0, 2**32), steps=st.integers(1, 18))
def test_store_and_memory_are_equal_and_undo_all_is_the_start(seed: int, steps: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("store") / "a.db"
    store = store_at(path)
    before_import = raw(store)
    plan = import_plan(store, seed % 30)
    chance, book = Random(seed), store.book(plan.id)
    start, done = raw(store), 0
    for _ in range(steps):
        delta = step(book, chance, store.assignments_of)
        do(store, book, delta)
        done += bool(delta)
        assert set(store.book(plan.id).records()) == set(book.records())
        if chance.random() < 0.1:
            store.close()
            store = store_at(path)
    end = raw(store)
    _go(store, done, book, store.undo)
    assert raw(store) == start
    _go(store, done, book, store.redo)
    assert raw(store) == end
    assert [t.id for t in store.book(plan.id).tasks] == [t.id for t in book.tasks]
    assert index_is_true(store)
    _go(store, done, book, store.undo)
    assert store.undo() is not None  # the import itself
    assert raw(store) == before_import
    assert store.undo() is None
    while store.redo() is not None:
        pass
    assert raw(store) == end
    assert index_is_true(store)
    store.close()


def _go(store, times, book, way) -> None:  # type: ignore[no-untyped-def]
    for _ in range(times):
        delta = way()
        assert delta is not None
        book.apply(delta)
        assert set(store.book(book.plan.id).records()) == set(book.records())


def test_undo_outlives_closing(tmp_path: Path) -> None:
    store = store_at(tmp_path / "a.db")
    plan = import_plan(store, 1)
    book = store.book(plan.id)
    before = contents(store)
    do(store, book, edits.edit_task(book, book.tasks[0].id, note="gọi lại"))
    store.close()
    store = store_at(tmp_path / "a.db")
    assert store.undo_name() == "Sửa ghi chú"
    store.undo()
    assert contents(store) == before
    assert store.redo_name() == "Sửa ghi chú"
    store.close()


def test_a_new_step_ends_what_could_be_redone(tmp_path: Path) -> None:
    store = store_at(tmp_path / "a.db")
    book = store.book(import_plan(store, 1).id)
    do(store, book, edits.edit_plan(book, note="a"))
    book.apply(store.undo() or Delta(""))
    do(store, book, edits.edit_plan(book, note="b"))
    assert store.redo() is None
    assert [e.name for e in store.history()] == ["Sửa thông tin kế hoạch", "Nhập kế hoạch"]
    store.close()


def test_the_names_of_the_next_steps_do_not_walk_over_years_of_history(tmp_path: Path) -> None:
    """They are asked for after every action; counted in instructions of SQLite, in tens."""
    store = store_at(tmp_path / "a.db")
    book = store.book(import_plan(store, 1).id)
    do(store, book, edits.edit_plan(book, note="a"))
    cost = _instructions(store)
    with store.transaction() as connection:
        connection.executemany("""INSERT INTO history (uid, at, who, name, kind, state, changes, payload)
            VALUES (?, '', '', 'x', 'edit', 'done', 0, x'')""", [(f"u{n}",) for n in range(5000)])
    do(store, book, edits.edit_plan(book, note="b"))
    later = _instructions(store)
    assert max(later) <= max(cost) + 5, (cost, later)
    book.apply(store.undo() or Delta(""))
    assert store.redo_name() == "Sửa thông tin kế hoạch"
    assert max(_instructions(store)) <= max(cost) + 5
    store.close()


def _instructions(store: Store) -> tuple[int, int]:
    """What the names of undo and redo cost."""
    found = []
    for ask in (store.undo_name, store.redo_name):
        count = [0]
        store.connection.set_progress_handler(lambda count=count: count.__setitem__(0, count[0] + 1), 10)
        ask()
        store.connection.set_progress_handler(None, 10)
        found.append(count[0])
    return found[0], found[1]


def test_undo_reaches_two_hundred_steps_and_history_further(tmp_path: Path) -> None:
    store = store_at(tmp_path / "a.db")
    book = store.book(import_plan(store, 1).id)
    for number in range(history.UNDO_STEPS + 10):
        do(store, book, edits.edit_plan(book, note=str(number)))
    steps = 0
    while store.undo() is not None:
        steps += 1
    assert steps == history.UNDO_STEPS
    assert store.book(book.plan.id).plan.note == "9"
    assert len(store.history(limit=1000)) == history.UNDO_STEPS + 11
    store.close()


def test_history_says_who_and_when(tmp_path: Path) -> None:
    store = store_at(tmp_path / "a.db", "Nguyễn Thị Lan")
    plan = import_plan(store, 1)
    book = store.book(plan.id)
    do(store, book, edits.accept_plan(book))
    entries = store.history(plan=plan.id)
    assert [(e.name, e.who, e.kind) for e in entries] == [("Chấp nhận kế hoạch", "Nguyễn Thị Lan", "edit"),
                                                           ("Nhập kế hoạch", "Nguyễn Thị Lan", "import")]
    assert entries[0].at > entries[1].at
    store.close()


def test_a_clock_that_goes_back_changes_nothing_but_the_times(tmp_path: Path) -> None:
    store = store_at(tmp_path / "a.db")
    book = store.book(import_plan(store, 1).id)
    do(store, book, edits.edit_plan(book, note="trước"))
    store.clock.now = datetime(2001, 1, 1)  # type: ignore[attr-defined]
    do(store, book, edits.edit_plan(book, note="sau"))
    store.close()
    store = store_at(tmp_path / "a.db")
    assert [e.at[:4] for e in store.history()] == ["2001", "2026", "2026"]
    store.undo()
    assert store.book(book.plan.id).plan.note == "trước"
    store.close()


@slow
@given(seed=st.integers(0, 2**32))
def test_every_earlier_state_of_a_plan_and_of_its_tasks_comes_back(seed: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    store = store_at(tmp_path_factory.mktemp("store") / "a.db")
    plan = import_plan(store, seed % 30)
    chance, book = Random(seed), store.book(plan.id)
    states = {store.history()[0].no: (set(store._whole(plan.id)), {t.id: _task_state(book, t.id) for t in book.tasks})}
    for _ in range(10):
        do(store, book, step(book, chance, store.assignments_of))
        states[store.history()[0].no] = (set(store._whole(plan.id)), {t.id: _task_state(book, t.id) for t in book.tasks})
    for number, (state, tasks) in sorted(states.items(), key=lambda _: chance.random()):
        now = {t.id for t in book.tasks}
        for task_id in sorted(tasks.keys() & now)[:2]:
            do(store, book, store.task_as_of(task_id, number))
            assert _task_state(book, task_id) == tasks[task_id]
        do(store, book, store.plan_as_of(plan.id, number))
        assert set(store._whole(plan.id)) == state
        assert set(store.book(plan.id).records()) == set(book.records())
    store.close()


def _task_state(book, task_id):  # type: ignore[no-untyped-def]
    return {book.task(task_id), *book.assignments(task_id), *(f for f in book.findings.values() if f.task == task_id)}


def test_task_history_lists_what_touched_it(tmp_path: Path) -> None:
    store = store_at(tmp_path / "a.db")
    book = store.book(import_plan(store, 2).id)
    first, second = book.tasks[0].id, book.tasks[1].id
    do(store, book, edits.edit_task(book, first, note="một"))
    do(store, book, edits.set_role(book, [(first, "a1")], None if book.role(first, "a1") else Role.COOP))
    do(store, book, edits.edit_task(book, second, note="hai"))
    assert [e.name for e in store.history(task=first)] == ["Đổi 1 ô", "Sửa ghi chú", "Nhập kế hoạch"]
    store.close()


def test_the_small_number_stays_with_the_plan(tmp_path: Path) -> None:
    store = store_at(tmp_path / "a.db")
    first, second = import_plan(store, 1), import_plan(store, 2)
    do(store, store.book(first.id), edits.remove_plan(store.book(first.id)))
    assert [p.no for p in store.plans()] == [2]
    store.undo()
    assert {p.no: p.id for p in store.plans()} == {1: first.id, 2: second.id}
    assert store.plan_by_ref("1") == first.id == store.plan_by_ref(first.id)
    assert store.plan_by_ref("9") is None
    assert store.plan_by_ref("٣") is None
    store.close()


def test_summaries_count_what_is_there(tmp_path: Path) -> None:
    store = store_at(tmp_path / "a.db")
    plan = import_plan(store, 3, tasks=8)
    book = store.book(plan.id)
    do(store, book, edits.edit_task(book, book.tasks[0].id, done=datetime(2026, 5, 1).date()))
    do(store, book, edits.settle(book, [next(iter(book.findings))]))
    do(store, book, edits.accept_plan(book))
    (summary,) = store.plans()
    assert (summary.tasks, summary.done, summary.open_findings) == (8, 1, len(book.open_findings()))
    assert summary.status is PlanStatus.ACCEPTED
    assert summary.date == plan.date
    store.close()


def test_the_source_stays_whole_and_is_found_by_its_bytes(tmp_path: Path) -> None:
    store = store_at(tmp_path / "a.db")
    plan = import_plan(store, 1)
    assert plan.source is not None
    source = store.source(plan.source)
    assert source is not None
    assert source.data == b"t\xe1\xbb\x87p g\xe1\xbb\x91c 1" * 20
    assert source.text.paragraphs[0].label == "I."
    assert store.book(plan.id).text == source.text.text
    assert store.plan_of_source(source.sha) == plan
    assert store.plan_of_source("0" * 64) is None
    store.connection.execute("UPDATE original SET data = zeroblob(9)")
    with pytest.raises(StoreError, match="bị hỏng"):
        store.source(plan.source)
    store.close()


def test_an_action_that_cannot_be_whole_leaves_nothing(tmp_path: Path) -> None:
    store = store_at(tmp_path / "a.db")
    import_plan(store, 1)
    before = raw(store, ("plan", "task", "agency", "assignment", "history", "stamp", "search"))
    used = next(a for a in store.agencies() if store.assignments_of([a.id]))
    with pytest.raises(StoreError):
        store.write(Delta("Xoá cơ quan còn việc", (Change(None, Agency("new", "Hội mới")), Change(used, None))))
    assert raw(store, ("plan", "task", "agency", "assignment", "history", "stamp", "search")) == before
    book = random_steps(store, store.book(store.plans()[0].id).plan, 4, 3)
    assert set(store.book(book.plan.id).records()) == set(book.records())
    store.close()


def test_opening_an_existing_database_imports_sqlite3_only(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    store_at(path).close()
    code = ("import sys; from pathlib import Path; from ui.workspace import Workspace; "
            "w = Workspace.open(Path(sys.argv[1])); w.plans(); w.close(); "
            "print([m for m in ('sqlite_utils', 'openpyxl', 'lxml', 'reportlab', 'pypdfium2', 'PySide6', 'platformdirs', 'rapidfuzz') "
            "if m in sys.modules])")
    out = subprocess.run([sys.executable, "-c", code, str(path)], cwd=ROOT, capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


def test_a_new_database_has_the_shipped_directory_and_nothing_to_undo(tmp_path: Path) -> None:
    from core.agencies import shipped

    store = open_store(tmp_path / "thư mục mới" / "sổ.db")
    assert {a.id for a in store.agencies()} == {a.id for a in shipped().agencies}
    assert store.undo_name() is None
    store.close()
    store.close()
