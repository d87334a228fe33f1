"""Work carried from clerk to clerk: nothing overwritten silently, twice is once, there and back again is equal."""
from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core import edits
from core.delta import key_of
from core.handover import Choice, Kind
from core.model import Agency, Membership, Record, Role
from db import package
from db.handover import compare_package, take_package, write_package
from db.store import Store
from tests.core.random_edits import step
from tests.db.clerk import contents, do, import_plan, index_is_true, random_steps, raw, store_at

slow = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def give(store: Store, target: Path, *plans: str) -> package.Package:
    write_package(store, target, plans)
    return package.read(target)


def plan_contents(store: Store, plan: str) -> set[Record]:
    """A plan with the agencies that it uses and their groups."""
    own = set(store._whole(plan))
    used = {r.agency for r in own if hasattr(r, "agency")}
    members = {r for r in store.directory_records() if isinstance(r, Membership) and r.group in used}
    used |= {m.agency for m in members}
    return own | members | {r for r in store.directory_records() if isinstance(r, Agency) and r.id in used}


@pytest.fixture
def two(tmp_path: Path) -> tuple[Store, Store, Path]:
    return store_at(tmp_path / "a.db", "Lan"), store_at(tmp_path / "b.db", "Minh"), tmp_path / "gói.phancong"


def test_a_new_plan_arrives_with_its_file_and_history(two: tuple[Store, Store, Path]) -> None:
    a, b, file = two
    plan = import_plan(a, 1)
    book = a.book(plan.id)
    do(a, book, edits.edit_task(book, book.tasks[0].id, note="gọi lại"))
    found = give(a, file, plan.id)
    assert found.who == "Lan"
    assert [r.kind for r in compare_package(b, found) if r.unit[0] == "plan"] == [Kind.NEW]
    delta = take_package(b, found, {})
    assert delta is not None
    assert delta.name == "Nhận gói bàn giao của Lan"
    assert plan_contents(b, plan.id) == plan_contents(a, plan.id)
    assert plan.source is not None
    assert b.source(plan.source) == a.source(plan.source)
    assert [(e.name, e.who, e.state) for e in b.history(plan=plan.id)] == [
        ("Nhận gói bàn giao của Lan", "Minh", "done"), ("Sửa ghi chú", "Lan", "foreign"), ("Nhập kế hoạch", "Lan", "foreign")]
    assert index_is_true(b)


def test_the_same_package_twice_changes_nothing(two: tuple[Store, Store, Path]) -> None:
    a, b, file = two
    plan = import_plan(a, 1)
    found = give(a, file, plan.id)
    take_package(b, found, {})
    tables = ("plan", "task", "agency", "membership", "assignment", "finding", "history", "stamp", "source", "original", "touched")
    before = raw(b, tables)
    assert compare_package(b, found) == []
    assert take_package(b, found, {}) is None
    assert raw(b, tables) == before


def test_what_changed_there_here_and_on_both_is_told_apart(two: tuple[Store, Store, Path]) -> None:
    a, b, file = two
    plan = import_plan(a, 2)
    take_package(b, give(a, file, plan.id), {})
    one, other = a.book(plan.id), b.book(plan.id)
    t = [x.id for x in one.tasks]
    do(a, one, edits.edit_task(one, t[0], text="Chỉ Lan sửa"))
    do(b, other, edits.edit_task(other, t[1], text="Chỉ Minh sửa"))
    do(a, one, edits.edit_task(one, t[2], text="Lan viết"))
    do(b, other, edits.edit_task(other, t[2], text="Minh viết"))
    do(a, one, edits.add_task(one, "Lan thêm")[1])
    found = give(a, file, plan.id)
    rows = {row.unit[1]: row for row in compare_package(b, found)}
    new = next(x.id for x in one.tasks if x.text == "Lan thêm")
    assert {unit: row.kind for unit, row in rows.items()} == {t[0]: Kind.THERE, t[1]: Kind.HERE, t[2]: Kind.BOTH, new: Kind.NEW}
    both = rows[t[2]]
    assert [(f.label, f.ours, f.theirs) for f in both.fields] == [("Nội dung", "Minh viết", "Lan viết")]
    assert (both.ours.who, both.theirs.who) == ("Minh", "Lan")
    assert both.theirs.at
    assert not both.can_combine
    take_package(b, found, {})
    texts = {x.id: x.text for x in b.book(plan.id).tasks}
    assert [texts[i] for i in t[:3]] == ["Chỉ Lan sửa", "Chỉ Minh sửa", "Minh viết"]  # the contested one waits for a person
    assert "Lan thêm" in texts.values()
    assert {r.kind for r in compare_package(b, found)} == {Kind.HERE, Kind.BOTH}


@pytest.mark.parametrize(("choice", "text"), [(Choice.HERE, "Minh viết"), (Choice.THERE, "Lan viết")])
def test_a_contested_task_goes_as_the_person_says_on_both_sides(two: tuple[Store, Store, Path], choice: Choice, text: str) -> None:
    a, b, file = two
    plan = import_plan(a, 2)
    take_package(b, give(a, file, plan.id), {})
    one, other = a.book(plan.id), b.book(plan.id)
    task = one.tasks[0].id
    do(a, one, edits.edit_task(one, task, text="Lan viết"))
    do(b, other, edits.edit_task(other, task, text="Minh viết"))
    found = give(a, file, plan.id)
    before = contents(b)
    take_package(b, found, {("task", task): choice})
    assert b.book(plan.id).task(task).text == text
    assert [r.kind for r in compare_package(b, found)] == ([Kind.HERE] if choice is Choice.HERE else [])
    back = give(b, file, plan.id)
    assert Kind.BOTH not in {r.kind for r in compare_package(a, back)}
    take_package(a, back, {})
    assert plan_contents(a, plan.id) == plan_contents(b, plan.id)
    assert a.book(plan.id).task(task).text == text
    if choice is Choice.THERE:
        b.undo()
        assert contents(b) == before
        assert [r.kind for r in compare_package(b, found)] == [Kind.BOTH]


def test_changes_of_different_parts_of_a_task_can_be_put_together(two: tuple[Store, Store, Path]) -> None:
    a, b, file = two
    plan = import_plan(a, 2)
    take_package(b, give(a, file, plan.id), {})
    one, other = a.book(plan.id), b.book(plan.id)
    task = one.tasks[0].id
    do(a, one, edits.edit_task(one, task, note="Lan ghi"))
    new = next(i for i in ("a0", "a1", "a2", "a3", "a4") if other.role(task, i) is None)
    do(b, other, edits.set_role(other, [(task, new)], Role.COOP))
    found = give(a, file, plan.id)
    (row,) = compare_package(b, found)
    assert row.can_combine
    take_package(b, found, {row.unit: Choice.COMBINE})
    book = b.book(plan.id)
    assert book.task(task).note == "Lan ghi"
    assert book.role(task, new) is Role.COOP
    take_package(a, give(b, file, plan.id), {})
    assert plan_contents(a, plan.id) == plan_contents(b, plan.id)


def test_a_task_removed_there_and_changed_here_is_not_removed_silently(two: tuple[Store, Store, Path]) -> None:
    a, b, file = two
    plan = import_plan(a, 2)
    take_package(b, give(a, file, plan.id), {})
    one, other = a.book(plan.id), b.book(plan.id)
    gone, kept = one.tasks[0].id, one.tasks[1].id
    do(a, one, edits.delete_tasks(one, [gone, kept]))
    do(b, other, edits.assign(other, kept, "Hội Nông dân", Role.LEAD, edits.Directory(b.agencies())))
    found = give(a, file, plan.id)
    kinds = {r.unit[1]: r for r in compare_package(b, found) if r.unit[0] == "task"}
    assert kinds[gone].kind is Kind.THERE
    assert kinds[kept].kind is Kind.BOTH
    assert not kinds[kept].can_combine
    take_package(b, found, {})
    assert not b.book(plan.id).has_task(gone)
    assert b.book(plan.id).has_task(kept)
    take_package(b, found, {("task", kept): Choice.HERE})
    take_package(a, give(b, file, plan.id), {})
    assert plan_contents(a, plan.id) == plan_contents(b, plan.id)
    assert a.book(plan.id).names(kept, Role.LEAD)


def test_a_plan_removed_here_comes_back_only_when_asked_for(two: tuple[Store, Store, Path]) -> None:
    a, b, file = two
    plan = import_plan(a, 2)
    found = give(a, file, plan.id)
    take_package(b, found, {})
    book = b.book(plan.id)
    do(b, book, edits.remove_plan(book))
    (row,) = compare_package(b, found)
    assert row.kind is Kind.HERE
    assert take_package(b, found, {}) is None
    assert b.plans() == []
    take_package(b, found, {row.unit: Choice.THERE})
    assert plan_contents(b, plan.id) == plan_contents(a, plan.id)


@slow
@given(seed=st.integers(0, 2**32), rounds=st.integers(1, 3))
def test_there_and_back_again_ends_equal(seed: int, rounds: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("two")
    chance = Random(seed)
    a, b, file = store_at(folder / "a.db", "Lan"), store_at(folder / "b.db", "Minh"), folder / "x.phancong"
    plan = import_plan(a, seed % 30)
    take_package(b, give(a, file, plan.id), {})
    for _ in range(rounds):
        for store in (a, b):
            book = store.book(plan.id)
            for _ in range(chance.randint(0, 6)):
                do(store, book, step(book, chance, store.assignments_of))
        found = give(a, file, plan.id)
        rows = compare_package(b, found)
        choices = {r.unit: chance.choice(tuple(c for c in r.choices if c is not Choice.SKIP)) for r in rows if r.kind is Kind.BOTH}
        before = contents(b)
        delta = take_package(b, found, choices)
        assert {r.kind for r in compare_package(b, found)} <= {Kind.HERE}, "everything was decided"
        if delta is not None and chance.random() < 0.3:
            b.undo()
            assert contents(b) == before
            b.redo()
        back = give(b, file, plan.id)
        assert {r.kind for r in compare_package(a, back)} <= {Kind.NEW, Kind.THERE}, "b has seen all of a: nothing is contested"
        take_package(a, back, {})
        assert compare_package(a, back) == []
        assert compare_package(b, give(a, file, plan.id)) == []
        assert plan_contents(a, plan.id) == plan_contents(b, plan.id)
        assert index_is_true(a)
        assert index_is_true(b)
    assert a.connection.execute("PRAGMA foreign_key_check").fetchone() is None
    a.close()
    b.close()


def test_everything_goes_out_and_comes_in_byte_for_byte(tmp_path: Path) -> None:
    from db.handover import fill

    a = store_at(tmp_path / "a.db")
    plans = [import_plan(a, n) for n in (1, 2, 3)]
    random_steps(a, plans[0], 5, 12)
    a.undo()
    do(a, a.book(plans[1].id), edits.remove_plan(a.book(plans[1].id)))
    random_steps(a, plans[2], 6, 5)
    a.undo()
    write_package(a, tmp_path / "1.zip", None)
    b = store_at(tmp_path / "b.db", "Minh")
    found = package.read(tmp_path / "1.zip")
    assert found.everything
    fill(b, found)
    assert contents(b) == contents(a)
    assert [(p.no, p.id) for p in b.plans()] == [(p.no, p.id) for p in a.plans()]
    write_package(b, tmp_path / "2.zip", None)
    assert (tmp_path / "1.zip").read_bytes() == (tmp_path / "2.zip").read_bytes()
    while True:
        one, other = a.undo(), b.undo()
        assert (one is None) == (other is None)
        if one is None:
            break
        assert contents(a) == contents(b)
    assert index_is_true(b)


def test_the_unit_of_every_row_is_unique(two: tuple[Store, Store, Path]) -> None:
    a, b, file = two
    plan = import_plan(a, 4)
    rows = compare_package(b, give(a, file, plan.id))
    assert len({r.unit for r in rows}) == len(rows)
    own = {k for row in rows for k in row.keys if k[0] not in ("agency", "membership")}
    assert own <= {key_of(r) for r in plan_contents(a, plan.id)}
