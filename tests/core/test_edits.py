"""Edits: each does what its name says; any sequence of them can be taken back and brought again."""
from __future__ import annotations

from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import edits
from core.agencies import Directory
from core.book import Book
from core.delta import Delta, reverse
from core.model import Agency, AgencyKind, Assignment, Deadline, Membership, Plan, Record, Role, Span, Task
from tests.core.random_edits import NAMES, directory, draft, step


def book_of(seed: int = 1, tasks: int = 6) -> Book:
    known = directory()
    read = draft(seed, tasks)
    plan, delta = edits.store_draft(read, known, imported="2026-11-22T08:00:00")
    book = Book(plan, known.agencies, read.text)
    book.apply(delta)
    return book


def state(book: Book) -> tuple[set[Record], list[str], dict[str, list[str]]]:
    """Everything that a person sees: records, the order of tasks, the order of the agencies of each task."""
    return set(book.records()), [t.id for t in book.tasks], {t.id: [a.agency for a in book.assignments(t.id)] for t in book.tasks}


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32), st.integers(1, 25))
def test_undo_all_is_the_start_and_redo_all_is_the_end(seed: int, steps: int) -> None:
    chance = Random(seed)
    book = book_of(seed % 50)
    start, done = state(book), list[Delta]()
    for _ in range(steps):
        delta = step(book, chance)
        keys = [c.key for c in delta.changes]
        assert len(keys) == len(set(keys)), delta.name
        assert all(c.before != c.after for c in delta.changes), delta.name
        book.apply(delta)
        done.append(delta)
        _holds_together(book)
    end = state(book)
    for delta in reversed(done):
        book.apply(reverse(delta))
    assert state(book) == start
    for delta in done:
        book.apply(delta)
    assert state(book) == end


def _holds_together(book: Book) -> None:
    tasks = {t.id for t in book.tasks}
    for task_id, row in book.cells.items():
        assert not row or task_id in tasks
        assert set(row) <= set(book.agencies)
    assert all(f.task is None or f.task in tasks for f in book.findings.values())
    assert all({g, *m} <= set(book.agencies) for g, m in book.members.items() if m)


def test_the_order_of_agencies_survives_taking_one_out_and_back() -> None:
    book = Book(Plan("p", ""), [Task("t", "p", 1.0, "Việc"), *(Agency(f"a{i}", f"Sở {i}") for i in range(3))])
    for i in range(3):
        book.apply(edits.set_role(book, [("t", f"a{i}")], Role.COOP))
    before = book.names("t", Role.COOP)
    out = edits.set_role(book, [("t", "a0")], None)
    book.apply(out)
    book.apply(reverse(out))
    assert book.names("t", Role.COOP) == before == ["Sở 0", "Sở 1", "Sở 2"]


def test_a_hundred_tasks_put_behind_the_same_one_keep_their_order() -> None:
    book = book_of(tasks=3)
    first = book.tasks[0].id
    made = []
    for number in range(100):
        task, delta = edits.add_task(book, f"Việc {number}", after=first)
        book.apply(delta)
        made.append(task.id)
    assert [t.id for t in book.tasks][1:101] == made[::-1]
    places = [t.place for t in book.tasks]
    assert places == sorted(set(places))


def test_moving_to_the_same_gap_a_hundred_times_keeps_the_order() -> None:
    book = book_of(tasks=4)
    for _ in range(100):
        a, b, c, *_rest = (t.id for t in book.tasks)
        book.apply(edits.move_task(book, c, after=a))
        assert [t.id for t in book.tasks][:3] == [a, c, b]


def test_move_to_the_front_the_end_and_onto_itself() -> None:
    book = book_of(tasks=4)
    ids = [t.id for t in book.tasks]
    book.apply(edits.move_task(book, ids[2], after=None))
    assert [t.id for t in book.tasks] == [ids[2], ids[0], ids[1], ids[3]]
    book.apply(edits.move_task(book, ids[2], after=ids[3]))
    assert [t.id for t in book.tasks] == [ids[0], ids[1], ids[3], ids[2]]
    assert not edits.move_task(book, ids[2], after=ids[2])


def test_joining_tasks_keeps_what_the_person_wrote() -> None:
    book = book_of(tasks=3)
    a, b, _ = (t.id for t in book.tasks)
    book.apply(edits.edit_task(book, a, note="gọi điện"))
    book.apply(edits.edit_task(book, b, note="hỏi lại"))
    agencies = {x.agency for t in (a, b) for x in book.assignments(t)}
    leads = {x.agency for t in (a, b) for x in book.assignments(t, Role.LEAD)}
    book.apply(edits.merge_tasks(book, [b, a]))
    assert not book.has_task(b)
    assert book.task(a).note == "gọi điện\nhỏi lại"
    assert {x.agency for x in book.assignments(a)} == agencies
    assert {x.agency for x in book.assignments(a, Role.LEAD)} == leads


def test_splitting_keeps_the_text_of_the_plan_under_both_halves() -> None:
    text = "Rà soát thủ tục; công bố danh mục"
    book = Book(Plan("p", ""), [Task("t", "p", 1.0, text, span=Span(0, len(text))), Task("u", "p", 2.0, "khác")], text)
    book.apply(edits.split_task(book, "t", 16))
    first, second, last = book.tasks
    assert (first.text, second.text, last.id) == ("Rà soát thủ tục;", "công bố danh mục", "u")
    assert first.span is not None
    assert second.span is not None
    assert (first.span.of(text), second.span.of(text)) == (first.text, second.text)
    assert not edits.split_task(book, first.id, 0)
    # joined again it is the sentence that it was; with another paragraph it stands in lines
    book.apply(edits.merge_tasks(book, [first.id, second.id]))
    assert [t.text for t in book.tasks] == [text, "khác"]
    book.apply(edits.merge_tasks(book, [first.id, last.id]))
    assert [t.text for t in book.tasks] == [text + "\nkhác"]


def test_an_agency_joined_into_its_own_group_leaves_nothing_dangling() -> None:
    book = book_of()
    book.apply(edits.set_members(book, "g1", ["a0", "a1"]))
    book.apply(edits.merge_agencies(book, "a0", "g1"))
    _holds_together(book)
    assert book.members["g1"] == {"a1"}
    assert NAMES[0] in book.agencies["g1"].aliases
    assert "a0" not in book.agencies


def test_two_machines_give_one_unknown_agency_one_id() -> None:
    found = [edits.store_draft(draft(3), Directory(()), imported="") for _ in range(2)]
    ids = [{c.after.name: c.after.id for c in d.changes if isinstance(c.after, Agency)} for _, d in found]
    assert ids[0] == ids[1] != {}


def test_an_id_in_use_is_not_given_twice() -> None:
    known = edits.store_draft(draft(3), Directory(()), imported="")[1]
    renamed = [Agency(c.after.id, f"Tên mới {i}") for i, c in enumerate(known.changes) if isinstance(c.after, Agency)]
    again = [c.after.id for c in edits.store_draft(draft(3), Directory(renamed), imported="")[1].changes if isinstance(c.after, Agency)]
    assert again
    assert not {a.id for a in renamed} & set(again)


def test_due_is_the_earliest_day_that_binds() -> None:
    assert edits.due_of([Deadline("a", None, date(2026, 9, 30)), Deadline("b", date(2026, 6, 1)), Deadline("c")]) == date(2026, 6, 1)
    assert edits.due_of([]) is None


def test_next_role_goes_round() -> None:
    assert [edits.next_role(r) for r in (None, Role.LEAD, Role.COOP)] == [Role.LEAD, Role.COOP, None]


def test_writing_roles_leaves_a_body_once_and_makes_unknown_ones() -> None:
    book = book_of()
    task = book.tasks[0].id
    book.apply(edits.write_roles(book, task, ["Sở Y tế", "Hội Mới"], ["Sở Y tế", "Hội Mới", "Sở Nội vụ"], directory()))
    assert book.names(task, Role.LEAD) == ["Sở Y tế", "Hội Mới"]
    assert book.names(task, Role.COOP) == ["Sở Nội vụ"]
    assert book.agency_named("Hội Mới") is not None
    assert not book.agency_named("Hội Mới").known  # type: ignore[union-attr]


def test_spreading_a_group_names_members_without_a_role_only() -> None:
    agencies = [Agency("g", "các sở", kind=AgencyKind.GROUP), Agency("a", "Sở A"), Agency("b", "Sở B")]
    members = [Membership("g", "a"), Membership("g", "b")]
    cells = [Assignment("t", "g", Role.COOP), Assignment("t", "a", Role.LEAD)]
    book = Book(Plan("p", ""), [Task("t", "p", 1.0, "Việc"), *agencies, *members, *cells])
    book.apply(edits.spread_group(book, ["t"], "g"))
    assert book.role("t", "a") is Role.LEAD
    assert book.role("t", "b") is Role.COOP


def test_removing_a_plan_leaves_the_directory() -> None:
    book = book_of()
    delta = edits.remove_plan(book)
    assert not any(isinstance(c.before, Agency | Membership) for c in delta.changes)
    assert {c.before for c in delta.changes} == {r for r in book.records() if not isinstance(r, Agency | Membership)}


def test_a_missing_task_is_a_bug_not_a_silence() -> None:
    with pytest.raises(KeyError):
        edits.edit_task(book_of(), "nowhere", note="x")
