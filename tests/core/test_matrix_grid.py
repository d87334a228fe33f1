"""The window's grid says the same as core.matrix, and following deltas leads to the same grid as reading the book anew."""
from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import edits
from core.book import Book
from core.delta import Delta, reverse
from core.fold import fold
from core.matrix import MatrixFilter, RowKind, build
from core.matrix_grid import COOP, IMPLIED_COOP, IMPLIED_LEAD, LEAD, Grid, Heading
from core.matrix_view import GridFilter, GridView, Order, Window, from_data, to_data, window_days
from core.model import Agency, AgencyKind, Assignment, Deadline, Finding, FindingKind, Membership, Plan, Role, Task

TODAY = date(2025, 6, 11)
AGENCIES = ("a", "b", "c", "g", "h")
SECTIONS = ((), ("I. Kinh tế",), ("I. Kinh tế", "1. Thuế"), ("II. Y tế",))


@st.composite
def books(draw: st.DrawFn) -> Book:
    book = Book(Plan("p", "Kế hoạch"), [
        Agency("a", "Sở Y tế"), Agency("b", "Ban Dân tộc"), Agency("c", "Công an tỉnh"), Agency("g", "các sở", kind=AgencyKind.GROUP),
        Agency("h", "các ban, ngành", kind=AgencyKind.GROUP)])
    records = [Membership(g, a) for g in "gh" for a in "abc" if draw(st.booleans())]
    for n in range(draw(st.integers(0, 9))):
        due = draw(st.none() | st.integers(-60, 60))
        day = None if due is None else TODAY + timedelta(days=due)
        words = draw(st.sampled_from(("Đầu tư công", "Hoà giải", "Trường học")))
        records.append(Task(f"t{n}", "p", float(draw(st.integers(0, 20))), words, (),
                            draw(st.sampled_from(SECTIONS)), None, (Deadline("hằng quý", None, day),) if day else (), day,
                            draw(st.sampled_from(("", "Báo cáo"))), done=draw(st.sampled_from((None, TODAY)))))
        for agency, role in draw(st.dictionaries(st.sampled_from(AGENCIES), st.sampled_from(Role), max_size=4)).items():
            records.append(Assignment(f"t{n}", agency, role))
        if draw(st.booleans()):
            records.append(Finding(f"f{n}", "p", f"t{n}", FindingKind.NO_LEAD, "?", settled=draw(st.booleans())))
    for record in records:
        book._put(record)
    return book


filters = st.builds(GridFilter, text=st.sampled_from(("", "dau tu", "HỌC", "bao cao", "thuế", "hang quy")),
                    agencies=st.frozensets(st.sampled_from(AGENCIES), max_size=2), role=st.sampled_from((None, *Role)),
                    section=st.sampled_from(SECTIONS), window=st.sampled_from(Window), doubt=st.booleans(), without_lead=st.booleans())


def as_matrix_filter(wanted: GridFilter) -> MatrixFilter:
    first = last = None
    if wanted.window in (Window.WEEK, Window.MONTH, Window.QUARTER):
        first, last = window_days(wanted.window, TODAY)
    return MatrixFilter(wanted.agencies, frozenset({wanted.role} if wanted.role else ()), (wanted.section,) if wanted.section else (),
                        first, last, wanted.window is Window.NONE, wanted.doubt, wanted.without_lead, False,
                        wanted.window is Window.LATE, wanted.text, TODAY)


def shape(grid: Grid) -> list[object]:
    return [row.section if isinstance(row, Heading) else grid.tasks[row] for row in grid.rows]


@settings(max_examples=250, deadline=None)
@given(books(), filters)
def test_the_same_tasks_and_totals_as_the_printed_matrix(book: Book, wanted: GridFilter) -> None:
    grid = Grid(book, GridView(wanted), TODAY)
    matrix = build(book, filter=as_matrix_filter(wanted))
    assert [grid.tasks[r] for r in grid.rows if isinstance(r, int)] == [r.task for r in matrix.rows if r.task is not None]
    assert [r.title for r in grid.rows if isinstance(r, Heading)] == [r.text for r in matrix.rows if r.kind is RowKind.SECTION]
    assert grid.shown == matrix.tasks
    assert grid.without_lead() == matrix.no_lead
    for column in matrix.columns:
        totals = grid.totals.get(column.agency.id)
        assert (column.leads, column.coops) == ((totals.lead, totals.coop) if totals else (0, 0))
    if not wanted.agencies:
        assert grid.columns == [c.agency.id for c in matrix.columns if c.leads or c.coops]


@st.composite
def changes(draw: st.DrawFn, book: Book) -> Delta:
    tasks = book.task_ids()
    what = draw(st.sampled_from(("role", "text", "add", "delete", "move", "merge", "section") if tasks else ("add",)))
    task = draw(st.sampled_from(tasks)) if tasks else ""
    if what == "role":
        return edits.set_role(book, [(task, draw(st.sampled_from(sorted(book.agencies))))], draw(st.sampled_from((None, *Role))))
    if what == "text":
        return edits.edit_task(book, task, text=draw(st.sampled_from(("Đầu tư mới", "Khác hẳn"))))
    if what == "section":
        return edits.edit_task(book, task, section=draw(st.sampled_from(SECTIONS)))
    if what == "add":
        ids = iter(f"n{n}" for n in range(len(book.task_ids()), 99))
        return edits.add_task(book, "Mới", after=task or None, make_id=lambda: next(ids))[1]
    if what == "delete":
        return edits.delete_tasks(book, [task])
    if what == "move":
        return edits.move_task(book, task, after=draw(st.none() | st.sampled_from([t for t in tasks if t != task] or [None])))
    if "b" in book.agencies:
        return edits.merge_agencies(book, "b", "a")
    return Delta("")


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_following_deltas_and_undoing_them_equals_a_fresh_look(data: st.DataObject) -> None:
    book = data.draw(books())
    grid = Grid(book, GridView(data.draw(filters), spread=data.draw(st.frozensets(st.sampled_from("gh")))), TODAY)
    done: list[Delta] = []
    for _ in range(data.draw(st.integers(1, 6))):
        undo = done and data.draw(st.booleans())
        delta = reverse(done.pop()) if undo else data.draw(changes(book))
        if not undo:
            done.append(delta)
        book.apply(delta)
        news = grid.touch(delta)
        before = {(t.id, a): grid.mark(t.id, a) for r in grid.rows if isinstance(r, int) and (t := grid.tasks[r]) for a in grid.columns}
        fresh = Grid(book, grid.view, TODAY)
        if not (news.rows or news.columns):  # then what is painted is right as it stands
            assert all(mark == fresh.mark(*pair) for pair, mark in before.items())
        grid.arrange(grid.view)
        assert shape(grid) == shape(fresh)
        assert grid.columns == fresh.columns
        assert {a: t for a, t in grid.totals.items() if t.all} == {a: t for a, t in fresh.totals.items() if t.all}
        assert [grid.number[s] for s in grid.order] == list(range(1, len(grid.order) + 1))
        assert grid.sections() == fresh.sections()
        for _ in range(2):  # the first few look-ups go another way than the many
            assert [grid.row_of_task(t.id) for t in book.tasks] == [next((n for n, row in enumerate(grid.rows) if isinstance(row, int)
                                                                          and grid.tasks[row] is t), None) for t in book.tasks]


def small() -> Book:
    return Book(Plan("p", "x"), [
        Agency("a", "Sở Y tế"), Agency("b", "Ăn uống"), Agency("c", "An ninh"), Agency("g", "các sở", kind=AgencyKind.GROUP),
        Membership("g", "a"), Membership("g", "b"),
        Task("t1", "p", 1, "một", section=("I", "1")), Task("t2", "p", 2, "hai", section=("I", "2")),
        Task("t3", "p", 3, "ba", section=("II",)), Assignment("t1", "g", Role.COOP), Assignment("t1", "a", Role.LEAD),
        Assignment("t2", "g", Role.LEAD), Assignment("t3", "c", Role.COOP)])


def test_a_spread_group_shows_its_members_parts_but_never_over_their_own() -> None:
    grid = Grid(small(), GridView(spread=frozenset({"g"})), TODAY)
    assert grid.mark("t1", "a") == LEAD
    assert grid.mark("t1", "b") == IMPLIED_COOP
    assert grid.mark("t2", "b") == IMPLIED_LEAD
    assert grid.mark("t1", "g") == COOP
    assert "b" in grid.columns  # it has no work of its own, the group brings it
    assert Grid(small(), GridView(), TODAY).mark("t1", "b") == 0
    assert "b" not in Grid(small(), GridView(), TODAY).columns


def test_folding_hides_what_lies_under_a_heading_and_keeps_its_count() -> None:
    grid = Grid(small(), GridView(folded=frozenset({("I",)})), TODAY)
    assert [r.title if isinstance(r, Heading) else grid.tasks[r].text for r in grid.rows] == ["I", "II", "ba"]  # type: ignore[union-attr]
    first = grid.rows[0]
    assert isinstance(first, Heading)
    assert (first.count, first.folded) == (2, True)
    assert grid.section_totals(("I",))["g"].all == 2


@pytest.mark.parametrize(("order", "names"), [
    (Order.NAME, ["An ninh", "Ăn uống", "Sở Y tế", "các sở"]),
    (Order.LOAD, ["các sở", "Sở Y tế", "An ninh", "Ăn uống"]),
])
def test_columns_by_the_vietnamese_alphabet_and_by_load(order: Order, names: list[str]) -> None:
    grid = Grid(small(), GridView(order=order, only_working=False), TODAY)
    assert [grid.book.agencies[a].name for a in grid.columns] == names


def test_one_more_letter_narrows_what_was_found_and_one_less_widens_it() -> None:
    grid = Grid(small(), GridView(), TODAY)
    for text, shown in (("a", 2), ("ai", 1), ("a", 2), ("", 3), ("BA", 1)):
        grid.arrange(GridView(GridFilter(text=text)))
        assert grid.shown == shown == sum(fold(text) in fold("\n".join((t.text, *t.section))) for t in grid.book.tasks)


def test_weeks_begin_on_monday_and_windows_end_with_the_month_and_the_quarter() -> None:
    assert window_days(Window.WEEK, TODAY) == (date(2025, 6, 9), date(2025, 6, 15))
    assert window_days(Window.MONTH, date(2024, 2, 10)) == (date(2024, 2, 1), date(2024, 2, 29))
    assert window_days(Window.QUARTER, date(2025, 12, 31)) == (date(2025, 10, 1), date(2025, 12, 31))


@settings(deadline=None)
@given(filters, st.sampled_from(Order), st.booleans(), st.frozensets(st.sampled_from(SECTIONS[1:])))
def test_a_view_survives_the_settings_file(wanted: GridFilter, order: Order, on: bool, folded: frozenset[tuple[str, ...]]) -> None:
    view = GridView(wanted, order, on, folded, frozenset({"g"}), not on)
    assert from_data(to_data(view)) == view


@pytest.mark.parametrize("odd", [{}, {"role": 5, "window": "never", "agencies": "x", "folded": [1, "a"], "order": None, "section": {}}])
def test_odd_settings_give_a_plain_view(odd: dict[str, object]) -> None:
    assert from_data(odd).filter == GridFilter()
    assert from_data(odd).order is Order.CUSTOM
