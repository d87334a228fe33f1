"""A group has on paper and in the matrix the name that the plan gives it; single agencies keep their full proper names."""
from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import edits
from core.agencies import shipped
from core.book import Book
from core.delta import Delta, reverse
from core.edits import store_draft
from core.group_names import in_words_of_plan, names_in_plan
from core.matrix_grid import Grid, short_of
from core.model import Agency, AgencyKind, Draft, DraftTask, Mention, Plan, PlanInfo, Role, Span
from core.roundtrip import read_returned
from core.sheets.export import checklist_names, chosen_agencies, export, make_bundle
from core.sheets.layout import Table, Text
from core.sheets.options import SheetOptions

HUYEN = "UBND các huyện, thị xã, thành phố"  # the directory's name


def book_of(*mentions: str) -> Book:
    """A plan in whose tasks these bodies cooperate, one in each; the Sở Y tế leads."""
    tasks = tuple(DraftTask((str(n),), f"Nhiệm vụ số {n}", Span(0, 0), ("Mục một",), (Mention("Sở Y tế", Role.LEAD),),
                            (Mention(name, Role.COOP),)) for n, name in enumerate(mentions, start=1))
    plan, delta = store_draft(Draft(PlanInfo("5/KH-UBND", title="Kế hoạch", province="tỉnh Sơn La"), "", tasks), shipped(),
                              imported="2026-01-01T00:00:00")
    records = [c.after for c in delta.changes if c.after is not None and not isinstance(c.after, Plan)]
    return Book(plan, [*shipped().agencies, *records])


def named(book: Book) -> list[str]:
    return sorted(a.name for a in names_in_plan(book).values())


def group_in(book: Book) -> str:
    return next((c.agency for row in book.cells.values() for c in row.values() if book.agencies[c.agency].kind is AgencyKind.GROUP), "")


def test_the_wording_that_the_plan_uses_most_is_the_name() -> None:
    assert named(book_of(*["UBND các huyện, thành phố"] * 3, HUYEN)) == ["UBND các huyện, thành phố"]
    assert named(book_of(HUYEN, HUYEN, "UBND các huyện, thành phố")) == []
    assert named(book_of("các Sở, ngành, địa phương", "Sở, ngành, địa phương")) == ["các Sở, ngành, địa phương"]


def test_a_plan_that_writes_now_this_now_that_keeps_the_name_of_the_directory() -> None:
    assert named(book_of("UBND các huyện, thành phố", "UBND cấp huyện", "các huyện, thành phố")) == []
    assert named(book_of("Các Sở, ban, ngành, địa phương")) == []  # other letters are no other name


def test_a_heading_in_capitals_is_written_as_in_a_sentence() -> None:
    assert named(book_of("UBND CÁC XÃ, PHƯỜNG, ĐẶC KHU")) == ["UBND các xã, phường, đặc khu"]


def test_a_single_agency_keeps_its_proper_name() -> None:
    book = book_of("Văn phòng Ủy ban nhân dân tỉnh", "Sở Công thương")
    assert names_in_plan(book) == {}
    assert in_words_of_plan(book) is book


def test_a_body_that_the_directory_names_by_its_level_only_has_its_place_from_the_plan() -> None:
    assert named(book_of("Công ty Điện lực Sơn La", "Viễn thông Sơn La")) == ["Công ty Điện lực Sơn La", "Viễn thông Sơn La"]
    assert named(book_of("Viễn thông tỉnh", "Viễn thông tỉnh", "Viễn thông Sơn La")) == []  # not its usual name
    assert named(book_of("Công an tỉnh", "CA tỉnh", "Công an", "Kho bạc Nhà nước tỉnh")) == []  # shortened names do not win


def test_the_name_that_a_clerk_has_given_stands() -> None:
    book = book_of("UBND các huyện, thành phố")
    book.apply(edits.edit_agency(book, group_in(book), name="UBND cấp huyện"))
    assert names_in_plan(book) == {}
    book = book_of("Các ngành liên quan", "các sở, ngành liên quan", "các sở, ngành liên quan")
    assert named(book) == ["các sở, ngành liên quan"]
    book.apply(edits.edit_agency(book, group_in(book), name="các sở, ban, ngành có liên quan"))
    assert names_in_plan(book) == {}


def test_words_that_a_clerk_has_put_to_a_group_do_not_become_its_name() -> None:
    book = book_of("các phòng ban", "UBND các huyện, thành phố")
    other = next(a for a in book.agencies.values() if a.name == "các phòng ban")
    book.apply(edits.merge_agencies(book, other.id, group_in(book) if group_in(book) != other.id else
                                    next(a.id for a in book.agencies.values() if a.name == HUYEN)))
    assert named(book) == ["UBND các huyện, thành phố"]


def test_a_group_made_for_another_plan_has_the_words_of_this_one() -> None:
    book = book_of("các cơ quan liên quan", "đơn vị liên quan", "các tổ chức có liên quan")
    group = book.agencies[group_in(book)]
    assert not group.known
    book.agencies[group.id] = replace(group, name="các cơ quan, tổ chức, đơn vị liên quan")
    assert named(book) == ["các tổ chức có liên quan"]  # of equal ones the longest


def test_two_groups_never_get_one_name() -> None:
    book = book_of(*["UBND các huyện, thành phố"] * 2)
    twin = Agency("twin", "UBND các huyện, thành phố", kind=AgencyKind.GROUP)
    book.apply(edits.add_agency(book, twin))
    assert named(book) == ["UBND các huyện, thành phố"]  # a group without work has no column
    book.apply(edits.set_role(book, [(book.task_ids()[0], "twin")], Role.COOP))
    assert names_in_plan(book) == {}


@pytest.mark.parametrize(("wording", "short"), [
    ("Uỷ ban nhân dân các huyện, thành phố", "UBND các huyện, TP"), ("các sở, ban, ngành cấp tỉnh", "Các sở, ban, ngành"),
    ("các tổ chức chính trị - xã hội tỉnh", "Các tổ chức CT-XH")])
def test_the_heads_of_the_matrix_are_short_forms_of_the_same_words(wording: str, short: str) -> None:
    book = book_of(wording)
    grid = Grid(book)
    assert [short_of(grid.agency(a)) for a in grid.columns] == [book.agencies[grid.columns[0]].short, short]
    book.apply(edits.edit_agency(book, group_in(book), short="Nhóm A"))
    assert short_of(Grid(book).agency(group_in(book))) == "Nhóm A"  # her own short name


def test_the_grid_follows_when_a_group_is_renamed() -> None:
    book = book_of("UBND các huyện, thành phố")
    grid, group = Grid(book), group_in(book)
    assert grid.agency(group).name == "UBND các huyện, thành phố"
    delta = edits.edit_agency(book, group, name="UBND cấp huyện")
    book.apply(delta)
    grid.touch(delta)
    assert grid.agency(group).name == "UBND cấp huyện"


def test_every_sheet_has_the_plans_words() -> None:
    book = book_of(*["UBND các huyện, thành phố"] * 2)
    group = group_in(book)
    for kind in ("assignment", "matrix", "summary"):
        sheet = make_bundle(book, kind, SheetOptions()).sheets[0]
        said = [str(value) for block in sheet.body if isinstance(block, Table)
                for value in (*(c.title for c in block.columns), *(v for row in block.rows for v in row.cells))]
        assert "UBND các huyện, thành phố" in said, kind
        assert not [text for text in said if HUYEN in text], kind
    for wanted in (group, HUYEN, "UBND các huyện, thành phố"):
        [sheet] = make_bundle(book, "checklist", agency=wanted).sheets
        assert [block.text for block in sheet.body if isinstance(block, Text)][1] == sheet.name == "UBND các huyện, thành phố"
    everyone = chosen_agencies(book, SheetOptions(agencies=(group,)))
    assert checklist_names(everyone, "pdf") == ["Phiếu nhiệm vụ - UBND các huyện, thành phố.pdf"]


@pytest.mark.parametrize("kind", ["assignment", "matrix"])
def test_a_sheet_in_the_plans_words_comes_back_without_differences(kind: str, tmp_path: Path) -> None:
    book = book_of(*["UBND các huyện, thành phố"] * 2, HUYEN)
    export(book, kind, tmp_path / "a.xlsx")
    returned = read_returned(tmp_path / "a.xlsx", book, shipped(), date(2026, 2, 1))
    assert (returned.rows, returned.differences, returned.notes) == (3, (), ())


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(("delete", "lead", "empty", "undo", "kind")), st.integers(0, 5)), max_size=8))
def test_the_grid_counts_as_a_fresh_look_does(steps: list[tuple[str, int]]) -> None:
    book = book_of("UBND các huyện, thành phố", HUYEN, "UBND các huyện, thành phố", "các sở, ngành", "các sở, ban, ngành", "các sở, ngành")
    grid, done = Grid(book), list[Delta]()
    for what, n in steps:
        tasks = book.task_ids()
        if what == "undo" and done:
            delta = reverse(done.pop())
        elif what == "kind":
            delta = edits.edit_agency(book, group_in(book), kind=AgencyKind.OTHER) if group_in(book) else Delta("")
        elif not tasks:
            continue
        elif what == "delete":
            delta = edits.delete_tasks(book, [tasks[n % len(tasks)]])
        else:
            agency = book.assignments(tasks[n % len(tasks)])[-1:]
            delta = edits.set_role(book, [(a.task, a.agency) for a in agency], Role.LEAD if what == "lead" else None)
        if what != "undo":
            done.append(delta)
        book.apply(delta)
        grid.touch(delta)
        assert {a: grid.agency(a) for a in book.agencies} == {**book.agencies, **names_in_plan(book)}
