"""The matrix: headings come where they change, totals add up, groups imply their members, filters ask for what they say."""
from __future__ import annotations

from datetime import date

import pytest

from core.book import Book
from core.matrix import Matrix, MatrixFilter, RowKind, build, working_agencies
from core.model import Agency, AgencyKind, Assignment, Finding, FindingKind, Membership, Plan, Record, Role, Task

LEAD, COOP = Role.LEAD, Role.COOP


def small_book() -> Book:
    records: list[Record] = [
        Agency("yt", "Sở Y tế", kind=AgencyKind.PROVINCIAL), Agency("tc", "Sở Tài chính", kind=AgencyKind.PROVINCIAL),
        Agency("db", "UBND xã Đồng Bằng", kind=AgencyKind.LOCAL), Agency("cs", "các sở, ban, ngành", kind=AgencyKind.GROUP),
        Agency("ng", "Sở Ngoại vụ", kind=AgencyKind.PROVINCIAL),
        Membership("cs", "yt"), Membership("cs", "tc"), Membership("cs", "ng"),
        Task("1", "p", 1.0, "Xây dựng đề án", section=("I. NHIỆM VỤ", "1. Y tế"), due=date(2026, 6, 30)),
        Task("2", "p", 2.0, "Tổ chức tập huấn", section=("I. NHIỆM VỤ", "1. Y tế"), checked=True),
        Task("3", "p", 3.0, "Bố trí kinh phí", section=("I. NHIỆM VỤ", "2. Tài chính"), due=date(2026, 3, 1), done=date(2026, 2, 1)),
        Task("4", "p", 4.0, "Báo cáo kết quả", section=("II. TỔ CHỨC",), due=date(2026, 1, 15)),
        Assignment("1", "yt", LEAD), Assignment("1", "cs", COOP, "các sở, ban, ngành"),
        Assignment("2", "yt", LEAD), Assignment("2", "tc", COOP), Assignment("3", "tc", LEAD),
        Assignment("4", "cs", LEAD, "Các sở, ban, ngành"), Assignment("4", "db", COOP), Assignment("4", "tc", COOP),
        Finding("f", "p", "3", FindingKind.NOTE, "Xem lại"), Finding("g", "p", "1", FindingKind.NOTE, "Đã xem", settled=True),
    ]
    return Book(Plan("p", "Kế hoạch"), records)


def shape(matrix: Matrix) -> list[str]:
    return [row.text if row.task is None else row.task.id for row in matrix.rows]


def test_rows_carry_the_headings_of_the_plan() -> None:
    matrix = build(small_book())
    assert shape(matrix) == ["I. NHIỆM VỤ", "1. Y tế", "1", "2", "2. Tài chính", "3", "II. TỔ CHỨC", "4"]
    assert [(r.kind, r.level) for r in matrix.rows if r.task is None] == [
        (RowKind.SECTION, 0), (RowKind.SECTION, 1), (RowKind.SECTION, 1), (RowKind.SECTION, 0)]
    assert [r.number for r in matrix.rows if r.task] == [1, 2, 3, 4]


def test_columns_are_the_agencies_with_work_groups_last() -> None:
    matrix = build(small_book())
    assert [c.agency.id for c in matrix.columns] == ["tc", "yt", "db", "cs"]
    assert [(c.leads, c.coops, c.implied) for c in matrix.columns] == [(1, 2, 1), (2, 0, 1), (0, 1, 0), (1, 1, 0)]


def test_the_clerks_own_order_of_columns_comes_first() -> None:
    book = small_book()
    book.agencies["db"] = Agency("db", "UBND xã Đồng Bằng", kind=AgencyKind.LOCAL, place=1.0)
    assert [a.id for a in working_agencies(book)] == ["db", "tc", "yt", "cs"]


def test_totals_add_up() -> None:
    matrix = build(small_book())
    assert (matrix.tasks, matrix.leads, matrix.coops, matrix.no_lead) == (4, 4, 4, 0)
    assert matrix.leads == sum(c.leads for c in matrix.columns) == sum(r.leads for r in matrix.rows)
    assert matrix.coops == sum(c.coops for c in matrix.columns) == sum(r.coops for r in matrix.rows)
    assert [r.doubts for r in matrix.rows if r.task] == [0, 0, 1, 0]


def test_a_group_implies_its_members_but_never_outweighs_their_own_part() -> None:
    matrix = build(small_book())
    ids = [c.agency.id for c in matrix.columns]
    row = matrix.row_of("1")
    assert row is not None
    through = matrix.through(row, ids.index("tc"))
    assert through is not None
    assert (through.agency, through.role, through.written) == ("cs", COOP, "các sở, ban, ngành")
    assert matrix.role(row, ids.index("tc")) is None
    assert matrix.through(row, ids.index("yt")) is None  # it leads this task itself
    assert matrix.through(row, ids.index("db")) is None
    for n, column in enumerate(matrix.columns):
        assert column.implied == sum(1 for r in range(len(matrix.rows)) if matrix.through(r, n))


@pytest.mark.parametrize(("asked", "found"), [
    (MatrixFilter(text="kinh phi"), ["3"]),
    (MatrixFilter(text="TỔ CHỨC"), ["2", "4"]),
    (MatrixFilter(agencies=frozenset({"yt"})), ["1", "2", "4"]),
    (MatrixFilter(agencies=frozenset({"ng"}), roles=frozenset({LEAD})), ["4"]),
    (MatrixFilter(agencies=frozenset({"tc"}), roles=frozenset({COOP})), ["1", "2", "4"]),
    (MatrixFilter(roles=frozenset({COOP})), ["1", "2", "4"]),
    (MatrixFilter(sections=(("I. NHIỆM VỤ", "1. Y tế"),)), ["1", "2"]),
    (MatrixFilter(sections=(("I. NHIỆM VỤ",),), only_doubt=True), ["3"]),
    (MatrixFilter(due_from=date(2026, 2, 1), due_to=date(2026, 6, 30)), ["1", "3"]),
    (MatrixFilter(only_no_due=True), ["2"]),
    (MatrixFilter(only_late=True, today=date(2026, 4, 1)), ["4"]),
    (MatrixFilter(only_no_lead=True), []),
    (MatrixFilter(only_unchecked=True), ["1", "3", "4"]),
])
def test_filters(asked: MatrixFilter, found: list[str]) -> None:
    assert asked
    matrix = build(small_book(), filter=asked)
    assert [r.task.id for r in matrix.rows if r.task] == found


def test_a_filter_on_agencies_shows_their_columns_only() -> None:
    matrix = build(small_book(), filter=MatrixFilter(agencies=frozenset({"ng", "yt"})))
    assert [(c.agency.id, c.leads, c.coops, c.implied) for c in matrix.columns] == [("ng", 0, 0, 2), ("yt", 2, 0, 1)]
    used = build(small_book(), filter=MatrixFilter(sections=(("I. NHIỆM VỤ", "2. Tài chính"),), used_columns=True))
    assert [c.agency.id for c in used.columns] == ["tc"]


def test_other_orders_have_no_headings() -> None:
    assert shape(build(small_book(), order="due")) == ["4", "3", "1", "2"]
    assert shape(build(small_book(), order="text")) == ["4", "3", "2", "1"]
    assert shape(build(small_book(), order="lead")) == ["4", "3", "1", "2"]
    with pytest.raises(ValueError, match="order"):
        build(small_book(), order="size")


def test_the_matrix_is_a_value_of_its_own() -> None:
    book = small_book()
    matrix = build(book)
    del book.cells["2"]["tc"]
    assert matrix.cells["2"]["tc"].role is COOP


def test_headings_take_their_numbers_from_the_paths_below_them() -> None:
    def labels(*tasks: tuple[tuple[str, ...], tuple[str, ...]]) -> list[tuple[str, str]]:
        book = Book(Plan("p", ""), [Task(str(n), "p", float(n), "việc", path, section) for n, (path, section) in enumerate(tasks)])
        return [(row.label, row.text) for row in build(book).rows if row.task is None]

    assert labels((("II", "1", "a"), ("CHÍNH", "Y tế")), (("II", "1", "b"), ("CHÍNH", "Y tế")), (("II", "2"), ("CHÍNH", "Tài chính"))) == [
        ("II", "CHÍNH"), ("1", "Y tế"), ("2", "Tài chính")]
    # the rows of a table: the second part numbers the rows, not the headings
    assert labels((("I", "1"), ("BẢNG", "Nhóm A")), (("I", "2"), ("BẢNG", "Nhóm A")), (("I", "3"), ("BẢNG", "Nhóm B"))) == [
        ("I", "BẢNG"), ("", "Nhóm A"), ("", "Nhóm B")]
    assert labels((("I",), ("Một", "Hai"))) == [("", "Một"), ("", "Hai")]


def test_an_empty_book() -> None:
    matrix = build(Book(Plan("p", "Trống")))
    assert (matrix.rows, matrix.columns, matrix.tasks) == ((), (), 0)
    assert not MatrixFilter(today=date(2026, 1, 1))
