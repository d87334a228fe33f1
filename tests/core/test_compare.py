"""Two versions of one plan side by side, and the stored one brought up to date row by row, as one step."""
from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import count

import pytest

from core import compare as versions
from core.book import Book
from core.compare import RowKind
from core.delta import reverse
from core.model import Agency, Assignment, Deadline, Finding, FindingKind, Plan, Record, Role, Span, Task

AGENCIES = {"tc": "Sở Tài chính", "nv": "Sở Nội vụ", "yt": "Sở Y tế"}


def book(plan: Plan, rows: list[tuple[str, str, str, str]], more: tuple[Record, ...] = ()) -> Book:
    """``rows``: text, lead, coops (by key), words of the deadline."""
    records: list[Record] = [Agency(key, name) for key, name in AGENCIES.items()]
    text = "\n".join(r[0] for r in rows)
    for n, (words, lead, coops, due) in enumerate(rows, start=1):
        start = text.index(words)
        task = Task(f"{plan.id}{n}", plan.id, float(n), words, ("I", str(n)), (), Span(start, start + len(words)),
                    (Deadline(due, date(2025, 6, 30)),) if due else (), date(2025, 6, 30) if due else None)
        records.append(task)
        records += [Assignment(task.id, lead, Role.LEAD, span=Span(start, start + 2))] if lead else []
        records += [Assignment(task.id, c, Role.COOP) for c in coops.split()]
    return Book(plan, [*records, *more], text)


OLD = [
    ("Lập dự toán kinh phí cho chương trình trồng rừng ven biển của tỉnh", "tc", "nv", "trước ngày 30/6/2025"),
    ("Tổ chức đào tạo cán bộ cấp xã về chuyển đổi số trong năm học mới", "nv", "", ""),
    ("Kiểm tra an toàn thực phẩm tại các chợ đầu mối và siêu thị", "yt", "nv", ""),
    ("Báo cáo kết quả thực hiện kế hoạch hằng quý về Văn phòng", "nv", "", ""),
]
NEW = [
    ("Kiểm tra an toàn thực phẩm tại các chợ đầu mối và siêu thị", "yt", "nv", ""),
    ("Xây dựng trạm y tế lưu động phục vụ đồng bào vùng cao biên giới", "yt", "", ""),
    ("Lập dự toán kinh phí cho chương trình trồng rừng ven biển của tỉnh năm 2025", "tc", "nv", "trước ngày 30/6/2025"),
    ("Tổ chức đào tạo cán bộ cấp xã về chuyển đổi số trong năm học mới", "tc", "", ""),
]


@pytest.fixture
def old() -> Book:
    made = book(Plan("o", "Kế hoạch 2025", "12/KH-UBND", source="s1"), OLD)
    for key, fields in {"o3": {"done": date(2025, 5, 1)}, "o1": {"note": "đã gọi điện"}}.items():
        made._put(replace(made.task(key), **fields))
    made._put(Finding("f-old", "o", "o1", FindingKind.NOTE, "cũ"))
    return made


@pytest.fixture
def new() -> Book:
    findings = (Finding("f1", "n", "n2", FindingKind.NOTE, "mới", Span(0, 3)), Finding("f2", "n", "n1", FindingKind.NOTE, "như cũ"))
    return book(Plan("n", "Kế hoạch 2025", "15/KH-UBND", source="s2", source_name="moi.docx"), NEW, findings)


def test_every_task_of_both_versions_has_its_row(old: Book, new: Book) -> None:
    rows = versions.compare(old, new)
    assert [(r.kind, r.old.id if r.old else "", r.new.id if r.new else "") for r in rows] == [
        (RowKind.SAME, "o3", "n1"), (RowKind.DROPPED, "o4", ""), (RowKind.ADDED, "", "n2"), (RowKind.CHANGED, "o1", "n3"),
        (RowKind.LEAD_MOVED, "o2", "n4")]
    changed, moved = rows[3], rows[4]
    assert changed.what == ("text",)
    assert (moved.what, moved.old_leads, moved.new_leads) == (("lead",), ("Sở Nội vụ",), ("Sở Tài chính",))


def take(old: Book, new: Book, *kinds: RowKind) -> Book:
    ids = count(1)
    chosen = [r.key for r in versions.compare(old, new) if r.kind in kinds]
    delta = versions.take_over(old, new, chosen, lambda: f"m{next(ids)}")
    before = set(old.records())
    old.apply(delta)
    old.apply(reverse(delta))
    assert set(old.records()) == before
    old.apply(delta)
    new.apply(delta)
    assert new.tasks == []  # the record under which it was imported is gone
    assert new.findings == {}
    return old


def texts(book: Book) -> list[str]:
    return [t.text for t in book.tasks]


def test_all_rows_taken_over_give_the_new_version_with_the_old_follow_up(old: Book, new: Book) -> None:
    new_text = new.text
    made = take(old, new, *RowKind)
    assert texts(made) == [row[0] for row in NEW]
    assert made.plan == replace(old.plan, number="15/KH-UBND", source="s2", source_name="moi.docx")
    assert made.task("o3").done == date(2025, 5, 1)
    assert made.task("o1").note == "đã gọi điện"
    assert made.names("o2", Role.LEAD) == ["Sở Tài chính"]
    assert all(t.span is not None and t.span.of(new_text) == t.text for t in made.tasks)
    added = next(t for t in made.tasks if t.text == NEW[1][0])
    assert {(f.message, f.task) for f in made.open_findings()} == {("mới", added.id), ("như cũ", "o3")}


def test_rows_not_taken_keep_their_words_and_roles(old: Book, new: Book) -> None:
    made = take(old, new, RowKind.ADDED)
    assert texts(made) == [OLD[2][0], OLD[3][0], NEW[1][0], OLD[0][0], OLD[1][0]]
    assert made.names("o2", Role.LEAD) == ["Sở Nội vụ"]
    assert made.task("o4").span is None  # no place in the new text says it
    assert made.task("o1").span == Span(new.text.index(NEW[2][0]), new.text.index(NEW[2][0]) + len(NEW[2][0]))
    assert sorted(f.message for f in made.open_findings()) == ["cũ", "mới"]  # what was asked of kept words is still asked


def test_what_was_settled_stays_settled(old: Book, new: Book) -> None:
    """Tasks that keep their words keep their questions with their answers; a taken one is not asked again what was answered already."""
    new.findings["f3"] = Finding("f3", "n", "n3", FindingKind.NOTE, "hỏi lại", Span(1, 2))
    new.findings["f4"] = Finding("f4", "n", "n3", FindingKind.NOTE, "hỏi thêm")
    for finding in (Finding("a", "o", "o3", FindingKind.NOTE, "như cũ", Span(5, 6), settled=True),
                    Finding("b", "o", "o2", FindingKind.NO_LEAD, "chưa ai chủ trì", Span(5, 6)),
                    Finding("c", "o", "o1", FindingKind.NOTE, "hỏi lại", settled=True),
                    Finding("d", "o", "o1", FindingKind.NOTE, "hết hỏi"), Finding("e", "o", "o4", FindingKind.NOTE, "bị bỏ")):
        old.findings[finding.id] = finding
    made = take(old, new, RowKind.CHANGED, RowKind.DROPPED)
    assert {(f.task, f.message, f.settled) for f in made.findings.values()} == {
        ("o3", "như cũ", True), ("o2", "chưa ai chủ trì", False), ("o1", "hỏi lại", True), ("o1", "hỏi thêm", False)}
    assert made.findings["b"].span is None  # its old place means nothing in the new text


def test_a_dropped_task_goes_with_its_roles(old: Book, new: Book) -> None:
    made = take(old, new, RowKind.DROPPED)
    assert not made.has_task("o4")
    assert "o4" not in made.cells


def test_the_same_duty_twice_keeps_to_its_heading() -> None:
    twice = [("Tổ chức thi nấu ăn", "tc", "", ""), ("Tổ chức thi nấu ăn cho trẻ", "tc", "", "")]
    one = book(Plan("o", ""), twice)
    for n, section in ((1, ("Thân",)), (2, ("Phụ lục",))):
        one._put(replace(one.task(f"o{n}"), text="Tổ chức thi nấu ăn", section=section))
    other = Book(Plan("n", ""), [Task("a", "n", 1.0, "Tổ chức thi nấu ăn", section=("Phụ lục",)),
                                 Task("b", "n", 2.0, "Tổ chức thi nấu ăn", section=("Thân",))])
    assert versions.match(one.tasks, other.tasks) == {"o2": "a", "o1": "b"}


def test_tasks_that_only_sound_alike_are_not_taken_for_one() -> None:
    one = [Task("o", "o", 1.0, "Kiểm tra phòng cháy tại các chợ")]
    other = [Task("n", "n", 1.0, "Kiểm tra việc thu học phí tại các trường mầm non tư thục")]
    assert versions.match(one, other) == {}


@pytest.mark.parametrize(("number", "title", "issuer", "found"), [
    ("12/KH-UBND", "Tên hoàn toàn khác", "UBND tỉnh A", True),
    ("99/KH-UBND", "Kế hoạch phát triển kinh tế xanh của tỉnh năm 2025 (sửa đổi)", "UBND tỉnh A", True),
    ("99/KH-UBND", "Kế hoạch phát triển kinh tế xanh của tỉnh năm 2026", "UBND tỉnh A", False),
    ("12/KH-UBND", "Kế hoạch phát triển kinh tế xanh của tỉnh năm 2025", "UBND tỉnh B", False),
    (None, "", None, False),
])
def test_an_earlier_version_is_known_by_number_or_title(number: str | None, title: str, issuer: str | None, found: bool) -> None:
    stored = Plan("o", "Kế hoạch phát triển kinh tế xanh của tỉnh năm 2025", "12/KH-UBND", issuer="UBND tỉnh A", imported="2025-01-02")
    again = Plan("n", title, number, issuer=issuer)
    assert versions.earlier_version(again, [again, stored]) == (stored if found else None)


def test_five_thousand_tasks_are_compared_in_a_breath() -> None:
    from time import perf_counter

    def many(plan: str, word: str) -> Book:
        words = "Nhiệm vụ số {} về lĩnh vực {}: rà soát, {} hồ sơ khu vực {} của tỉnh"
        tasks = [Task(f"{plan}{n}", plan, float(n), words.format(n, n % 97, word, n * 7919 % 5003)) for n in range(5000)]
        return Book(Plan(plan, ""), tasks)

    start = perf_counter()
    rows = versions.compare(many("o", "hoàn thiện"), many("n", "chỉnh lý"))
    assert perf_counter() - start < 10
    assert sum(r.kind is RowKind.CHANGED for r in rows) == 5000
    assert all(r.old is not None and r.new is not None and r.old.id[1:] == r.new.id[1:] for r in rows)
