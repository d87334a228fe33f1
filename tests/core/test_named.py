"""Several agencies named for one question become one step, and the names that the sentence still holds are told."""
from __future__ import annotations

from itertools import count

import pytest

from core.agencies import Directory
from core.book import Book
from core.delta import Delta, reverse
from core.model import Agency, Assignment, Finding, FindingKind, Plan, Proposal, Record, Role, Span, Task
from core.named import left_out, name_agencies

TEXT = "Sở Y tế, Sở Tài chính và Công an tỉnh tổ chức diễn tập; báo cáo Sở Nội vụ, bà con.\nSở Giáo tổ chức tập huấn.\nSở Giáo mở lớp."
LINES = TEXT.split("\n")
NAMES = {"yt": "Sở Y tế", "tc": "Sở Tài chính", "ca": "Công an tỉnh", "nv": "Sở Nội vụ", "g": "Sở Giáo", "gd": "Sở Giáo dục và Đào tạo"}


def line(n: int) -> Span:
    start = TEXT.index(LINES[n])
    return Span(start, start + len(LINES[n]))


@pytest.fixture
def book() -> Book:
    records: list[Record] = [
        *(Agency(key, name) for key, name in NAMES.items()),
        *(Task(f"t{n}", "p", float(n), LINES[n], span=line(n)) for n in range(3)),
        Assignment("t1", "g", Role.LEAD, "Sở Giáo"), Assignment("t2", "g", Role.COOP, "Sở Giáo"),
        Assignment("t2", "nv", Role.LEAD, "Sở Nội vụ"),
    ]
    return Book(Plan("p", "Thử"), records, TEXT)


def asked(book: Book, kind: FindingKind = FindingKind.NO_LEAD, task: str = "t0", message: str = "Hỏi?",
          proposals: tuple[Proposal, ...] = ()) -> Finding:
    finding = Finding("f", "p", task, kind, message, None, proposals)
    book.findings["f"] = finding
    return finding


def named(book: Book, finding: Finding, leads: list[str], coops: list[str]) -> Delta:
    ids = count(1)
    return name_agencies(book, finding, leads, coops, Directory(book.agencies.values()), lambda: f"n{next(ids)}")


def roles(book: Book, task: str) -> list[tuple[str, str]]:
    return [(book.agencies[a.agency].name, a.role.value) for a in book.assignments(task)]


def test_leads_and_coops_are_one_step_in_their_order(book: Book) -> None:
    finding = asked(book)
    before = set(book.records())
    delta = named(book, finding, ["Sở Y tế", "Hội Chữ thập đỏ"], ["Công an tỉnh", "Hội Chữ thập đỏ"])
    book.apply(delta)
    assert roles(book, "t0") == [("Sở Y tế", "lead"), ("Hội Chữ thập đỏ", "lead"), ("Công an tỉnh", "coop")]
    assert [a.place for a in book.assignments("t0")] == sorted({a.place for a in book.assignments("t0")})
    assert book.assignments("t0")[0].span == Span(0, 7)  # where the sentence says it
    assert book.findings["f"].settled
    assert delta.name == "Sở Y tế, Hội Chữ thập đỏ chủ trì; Công an tỉnh, Hội Chữ thập đỏ phối hợp"
    book.apply(reverse(delta))
    assert set(book.records()) == before


def test_of_several_leads_those_not_named_cooperate(book: Book) -> None:
    book.apply(named(book, asked(book), ["Sở Y tế", "Sở Tài chính", "Công an tỉnh"], []))
    book.apply(named(book, asked(book, FindingKind.MANY_LEADS), ["Sở Tài chính", "Sở Nội vụ"], []))
    assert dict(roles(book, "t0")) == {"Sở Y tế": "coop", "Sở Tài chính": "lead", "Công an tỉnh": "coop", "Sở Nội vụ": "lead"}


def test_a_name_that_stands_for_two_is_both_wherever_it_stands(book: Book) -> None:
    finding = asked(book, FindingKind.UNKNOWN_AGENCY, "t1", "“Sở Giáo” không có trong danh bạ.")
    book.apply(named(book, finding, ["Sở Giáo dục và Đào tạo", "Sở Nội vụ"], []))
    assert dict(roles(book, "t1")) == {"Sở Giáo dục và Đào tạo": "lead", "Sở Nội vụ": "lead"}
    assert dict(roles(book, "t2")) == {"Sở Giáo dục và Đào tạo": "coop", "Sở Nội vụ": "lead"}  # who leads there goes on leading
    assert book.findings["f"].settled


def test_the_names_that_the_sentence_still_holds(book: Book) -> None:
    directory = Directory(book.agencies.values())
    finding = asked(book, proposals=(Proposal("lead", "Sở Y tế", ""), Proposal("lead", "Hội Nông dân", ""), Proposal("lead", "bà con", "")))
    one = named(book, finding, ["Sở Y tế"], [])
    assert left_out(book, finding, one, directory) == ["Sở Tài chính", "Công an tỉnh", "Sở Nội vụ", "bà con"]
    most = named(book, finding, ["Sở Y tế", "Sở Tài chính"], ["Công an tỉnh", "bà con"])
    assert left_out(book, finding, most, directory) == ["Sở Nội vụ"]
    book.apply(named(book, finding, [], ["Sở Nội vụ"]))
    assert left_out(book, finding, most, directory) == []


def test_nothing_named_or_no_task_is_no_step(book: Book) -> None:
    assert not named(book, asked(book), [], [])
    assert not named(book, Finding("f", "p", None, FindingKind.MISSED_TEXT, "?"), ["Sở Y tế"], [])
    assert left_out(book, Finding("f", "p", None, FindingKind.MISSED_TEXT, "?"), Delta(""), Directory([])) == []


def test_another_lead_takes_the_place_of_the_one_that_a_heading_gave(book: Book) -> None:
    book.apply(named(book, asked(book, FindingKind.INHERITED, "t2"), ["Sở Y tế"], []))
    assert ("Sở Nội vụ", "lead") not in roles(book, "t2")
    assert ("Sở Y tế", "lead") in roles(book, "t2")
    assert any(role == "coop" for _, role in roles(book, "t2"))  # who cooperates goes on


def test_the_heading_s_own_lead_named_again_beside_another_stays(book: Book) -> None:
    book.apply(named(book, asked(book, FindingKind.INHERITED, "t2"), ["Sở Nội vụ", "Sở Y tế"], []))
    assert {name for name, role in roles(book, "t2") if role == "lead"} == {"Sở Nội vụ", "Sở Y tế"}
