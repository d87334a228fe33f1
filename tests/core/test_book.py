"""The open plan in memory: order, lookups, and changes that arrive in any order."""
from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from core.book import Book
from core.delta import Change, Delta
from core.edits import remove_plan
from core.model import Agency, AgencyKind, Assignment, Finding, FindingKind, Plan, Role, Span, Task
from tests.core.random_edits import step
from tests.core.test_edits import book_of


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32))
def test_the_order_of_changes_in_a_delta_does_not_matter(seed: int) -> None:
    chance = Random(seed)
    book = book_of(seed % 20)
    records = list(book.records())
    for _ in range(6):
        delta = step(book, chance)
        one, other = Book(book.plan, records), Book(book.plan, records)
        one.apply(delta)
        mixed = list(delta.changes)
        chance.shuffle(mixed)
        other.apply(Delta("", tuple(mixed)))
        assert set(one.records()) == set(other.records())
        book.apply(delta)
        records = list(book.records())


def test_changes_of_another_plan_are_left_alone() -> None:
    book, other = book_of(1), book_of(2)
    before = set(book.records())
    own = [Change(None, r) for r in other.records() if not isinstance(r, Agency)]
    book.apply(Delta("", tuple(own)))
    assert set(book.records()) == before
    book.apply(remove_plan(other))
    assert set(book.records()) == before


def test_working_agencies_stand_in_the_clerks_order_groups_last() -> None:
    agencies = [Agency("g", "các sở", kind=AgencyKind.GROUP, place=0.0), Agency("b", "Sở B", place=1.0), Agency("a", "Sở A", place=2.0),
                Agency("c", "Sở C")]
    cells = [Assignment("t", i, Role.COOP) for i in ("a", "b", "g")]
    book = Book(Plan("p", ""), [Task("t", "p", 1.0, ""), *agencies, *cells])
    assert [a.id for a in book.working_agencies()] == ["b", "a", "g"]


def test_assignments_follow_their_places_then_their_coming() -> None:
    cells = [Assignment("t", "a", Role.COOP, place=2.0), Assignment("t", "b", Role.COOP, place=1.0), Assignment("t", "c", Role.LEAD),
             Assignment("t", "d", Role.COOP, place=2.0)]
    book = Book(Plan("p", ""), [Task("t", "p", 1.0, ""), *(Agency(i, i) for i in "abcd"), *cells])
    assert [a.agency for a in book.assignments("t", Role.COOP)] == ["b", "a", "d"]
    assert [a.agency for a in book.assignments("t")] == ["c", "b", "a", "d"]


def test_open_findings_follow_the_text() -> None:
    found = [Finding(str(n), "p", None, FindingKind.NOTE, "", span) for n, span in enumerate((Span(9, 9), None, Span(3, 4)))]
    book = Book(Plan("p", ""), found)
    assert [f.id for f in book.open_findings()] == ["1", "2", "0"]
