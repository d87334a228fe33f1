"""Deltas: reversed, squeezed and computed between any two sets of records."""
from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from core.delta import Change, difference, key_of, reverse, squeeze
from core.model import Agency, Assignment, Membership, Plan, Role, Task
from tests.core.random_edits import step
from tests.core.test_edits import book_of


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32), st.integers(0, 12))
def test_the_difference_of_two_states_leads_from_one_to_the_other(seed: int, steps: int) -> None:
    chance = Random(seed)
    book, other = book_of(seed % 20), book_of(seed % 20)
    other.apply(difference(other.records(), book.records(), ""))  # same ids on both
    before = list(book.records())
    done = []
    for _ in range(steps):
        delta = step(book, chance)
        done += delta.changes
        book.apply(delta)
    after = list(book.records())
    delta = difference(before, after, "tất cả")
    other = type(book)(before[0], before)  # type: ignore[arg-type]
    other.apply(delta)
    assert set(other.records()) == set(after)
    other.apply(reverse(delta))
    assert set(other.records()) == set(before)
    assert {(c.key, c.before, c.after) for c in squeeze(done)} == {(c.key, c.before, c.after) for c in delta.changes}


def test_reverse_twice_is_the_same() -> None:
    book = book_of()
    delta = step(book, Random(5))
    assert reverse(reverse(delta)) == delta


def test_squeeze_forgets_what_came_and_went() -> None:
    task = Task("t", "p", 1.0, "a")
    assert squeeze([Change(None, task), Change(task, None)]) == ()
    other = Task("t", "p", 1.0, "b")
    assert squeeze([Change(None, task), Change(task, other)]) == (Change(None, other),)


def test_keys_tell_the_tables_apart() -> None:
    records = [Plan("x", ""), Task("x", "x", 1.0, ""), Agency("x", "x"), Membership("x", "x"), Assignment("x", "x", Role.LEAD)]
    assert len({key_of(r) for r in records}) == len(records)
    assert not difference(records, records, "")
