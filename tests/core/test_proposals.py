"""An answer to a finding makes its repair and settles it, as one step that can be taken back."""
from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import count

import pytest

from core import edits, proposals
from core.agencies import Directory
from core.book import Book
from core.delta import Delta, reverse
from core.model import Agency, Assignment, Deadline, Finding, FindingKind, Plan, Proposal, Record, Role, Span, Task

TEXT = "1. Sở A chủ trì: làm việc thứ nhất; Sở B làm việc thứ hai trước ngày 01/5/2025.\n2. Việc khác.\nCâu bị sót lại."
FIRST = Span(17, TEXT.index("\n"))
NAMES = {"a": "Sở A", "b": "Sở B", "c": "Sở C"}


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


@pytest.fixture
def book() -> Book:
    deadline = Deadline("trước ngày 01/5/2025", date(2025, 5, 1), span=span("trước ngày 01/5/2025"))
    records: list[Record] = [
        *(Agency(key, name) for key, name in NAMES.items()),
        Task("t1", "p", 1.0, FIRST.of(TEXT), span=FIRST, deadlines=(deadline,), due=date(2025, 5, 1)),
        Task("t2", "p", 2.0, "Việc khác.", span=span("Việc khác.")),
        Assignment("t1", "a", Role.LEAD, "Sở A", span("Sở A")), Assignment("t1", "b", Role.LEAD, "Sở B", span("Sở B")),
        Assignment("t2", "b", Role.COOP, "Sở B"),
    ]
    return Book(Plan("p", "Thử"), records, TEXT)


def ask(book: Book, kind: FindingKind, *, task: str | None = "t1", message: str = "Hỏi?", where: Span | None = None,
        key: str = "f") -> Finding:
    finding = Finding(key, "p", task, kind, message, where)
    book.findings[key] = finding
    return finding


def answer(book: Book, finding: Finding, action: str, value: str = "") -> Delta:
    ids = count(1)
    delta = proposals.answer(book, finding, Proposal(action, value, "Nhãn"), Directory(book.agencies.values()), lambda: f"n{next(ids)}")
    before = list(book.records())
    book.apply(delta)
    after = list(book.records())
    book.apply(reverse(delta))
    assert set(book.records()) == set(before)  # one step back and all is as it was
    book.apply(delta)
    assert set(book.records()) == set(after)
    return delta


def roles(book: Book, task: str) -> dict[str, str]:
    return {book.agencies[a.agency].name: a.role.value for a in book.assignments(task)}


def test_keep_settles_and_changes_nothing_else(book: Book) -> None:
    delta = answer(book, ask(book, FindingKind.NO_LEAD), "keep")
    assert delta.name == "Nhãn"
    assert book.open_findings() == []
    assert roles(book, "t1") == {"Sở A": "lead", "Sở B": "lead"}


def test_all_that_ask_the_same_are_kept_in_one_step(book: Book) -> None:
    first = ask(book, FindingKind.NO_LEAD, message="Không thấy cơ quan chủ trì.")
    ask(book, FindingKind.NO_LEAD, task="t2", message="Không thấy cơ quan chủ trì.", key="g")
    ask(book, FindingKind.NOTE, task="t2", key="h")
    delta = proposals.keep_all(book, first)
    assert delta.name == "Giữ nguyên 2 chỗ giống nhau"
    book.apply(delta)
    assert [f.id for f in book.open_findings()] == ["h"]


def test_a_lead_is_added_where_there_was_none(book: Book) -> None:
    answer(book, ask(book, FindingKind.NO_LEAD, task="t2"), "lead", "Sở C")
    assert roles(book, "t2") == {"Sở B": "coop", "Sở C": "lead"}
    assert book.open_findings() == []


def test_of_many_leads_one_stays_and_the_others_cooperate(book: Book) -> None:
    answer(book, ask(book, FindingKind.MANY_LEADS), "lead", "Sở B")
    assert roles(book, "t1") == {"Sở A": "coop", "Sở B": "lead"}


def test_a_coop_is_added_with_the_place_that_says_so(book: Book) -> None:
    answer(book, ask(book, FindingKind.ROLE_WITHOUT_AGENCY, where=span("Sở B")), "coop", "Sở Mới")
    made = book.agency_named("Sở Mới")
    assert made is not None
    assert book.cells["t1"][made.id].span == span("Sở B")


def test_an_agency_is_dropped_by_the_plans_own_words(book: Book) -> None:
    book.agencies["b"] = replace(book.agencies["b"], name="Sở Bê")
    answer(book, ask(book, FindingKind.UNKNOWN_AGENCY), "drop-agency", "Sở B")
    assert roles(book, "t1") == {"Sở A": "lead"}


def test_a_name_put_right_is_put_right_in_the_whole_plan_and_every_like_question_is_settled(book: Book) -> None:
    first = ask(book, FindingKind.NEAR_AGENCY, message="“Sở B” chưa có trong danh bạ.", where=span("Sở B"))
    ask(book, FindingKind.NEAR_AGENCY, task="t2", message="“Sở B” chưa có trong danh bạ.", key="g")
    ask(book, FindingKind.NEAR_AGENCY, task="t2", message="“Sở D” chưa có trong danh bạ.", key="h")
    answer(book, first, "rename", "Sở C")
    assert roles(book, "t1") == {"Sở A": "lead", "Sở C": "lead"}
    assert roles(book, "t2") == {"Sở C": "coop"}
    assert [f.id for f in book.open_findings()] == ["h"]


def test_a_name_put_right_to_an_agency_that_is_there_keeps_the_stronger_role(book: Book) -> None:
    book.cells["t2"]["c"] = Assignment("t2", "c", Role.LEAD)
    answer(book, ask(book, FindingKind.NEAR_AGENCY, task="t2", message="“Sở B” gần giống “Sở C”"), "rename", "Sở C")
    assert roles(book, "t2") == {"Sở C": "lead"}


def test_no_task_takes_its_findings_with_it(book: Book) -> None:
    finding = ask(book, FindingKind.NOTE)
    answer(book, finding, "not-task")
    assert [t.id for t in book.tasks] == ["t2"]
    assert book.findings == {}


def test_a_missed_sentence_becomes_a_task_at_its_place(book: Book) -> None:
    answer(book, ask(book, FindingKind.MISSED_TEXT, task=None, where=span("Câu bị sót lại.")), "add-task")
    assert [t.text for t in book.tasks][-1] == "Câu bị sót lại."
    assert book.tasks[-1].span == span("Câu bị sót lại.")


def test_a_missed_task_stands_under_its_own_heading_and_asks_for_a_lead() -> None:
    text = "KẾ HOẠCH\nII. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế\na) Mua thuốc cho trạm y tế xã.\n2. Sở Xây dựng\n"
    text += "a) Sửa nhà trạm y tế xã.\nb) Báo cáo kết quả."
    first, missed = text.index("Mua thuốc"), text.index("Sửa nhà")
    above = ("TỔ CHỨC THỰC HIỆN", "Sở Y tế")
    known = Task("t1", "p", 1.0, "Mua thuốc cho trạm y tế xã.", ("II", "1", "a"), above, Span(first, first + 27))
    book = Book(Plan("p", "Thử"), [known], text)
    ids = count(1)
    book.apply(proposals.add_from_text(book, Span(missed, missed + 23), make_id=lambda: f"n{next(ids)}"))
    task = book.tasks[1]
    assert (task.path, task.section) == (("II", "2", "a"), ("TỔ CHỨC THỰC HIỆN", "Sở Xây dựng"))
    (finding,) = book.open_findings(task.id)
    assert finding.kind is FindingKind.NO_LEAD
    assert [p.value for p in finding.proposals if p.action == "lead"] == ["Sở Xây dựng"]


def test_a_sentence_before_all_tasks_becomes_the_first(book: Book) -> None:
    book.apply(proposals.add_from_text(book, Span(0, 5), make_id=lambda: "n"))
    assert book.tasks[0].id == "n"


def test_an_unknown_action_settles_nothing(book: Book) -> None:
    finding = ask(book, FindingKind.NOTE)
    assert not proposals.answer(book, finding, Proposal("bay-len", "", ""), Directory())
    assert book.open_findings() == [finding]


def test_a_split_gives_each_half_its_own_agency_and_deadline(book: Book) -> None:
    at = proposals.place_in_task(book, book.task("t1"), TEXT.index("Sở B"))
    assert at is not None
    book.apply(proposals.split_at(book, "t1", at, offset=TEXT.index("Sở B"), make_id=lambda: "n"))
    assert [t.text for t in book.tasks] == ["làm việc thứ nhất;", "Sở B làm việc thứ hai trước ngày 01/5/2025.", "Việc khác."]
    assert roles(book, "t1") == {"Sở A": "lead"}
    assert roles(book, "n") == {"Sở A": "lead", "Sở B": "lead"}  # the heading's lead leads both, Sở B only where it stands
    assert book.task("t1").deadlines == ()
    assert book.task("n").due == date(2025, 5, 1)


def test_a_half_is_never_left_without_the_lead_of_the_whole(book: Book) -> None:
    del book.cells["t1"]["a"]
    at = FIRST.of(TEXT).index("trước")
    book.apply(proposals.split_at(book, "t1", at, make_id=lambda: "n"))
    assert roles(book, "t1") == roles(book, "n") == {"Sở B": "lead"}


def test_the_place_in_a_task_counts_letters_where_the_text_was_mended(book: Book) -> None:
    mended = replace(book.task("t1"), text="làm  việc thứ nhất\nSở B làm việc thứ hai trước ngày 01/5/2025.")
    book._put(mended)
    at = proposals.place_in_task(book, mended, TEXT.index("Sở B"))
    assert at is not None
    assert mended.text[at:].startswith("Sở B")
    assert proposals.place_in_task(book, mended, 3) is None
    assert proposals.place_in_task(book, mended, FIRST.start) is None


@pytest.mark.parametrize(("words", "day"), [("trước ngày 30/6/2025", date(2025, 6, 30)), ("Ngày 05 tháng 01 năm 2026", date(2026, 1, 5)),
                                            ("ngày 31/02/2025", None), ("khi có yêu cầu", None)])
def test_a_deadline_is_read_from_a_persons_words(book: Book, words: str, day: date | None) -> None:
    book.apply(proposals.add_deadline(book, "t2", f" {words}; "))
    (deadline,) = book.task("t2").deadlines
    assert (deadline.text, deadline.date) == (words, day)
    assert book.task("t2").due == day
    assert not proposals.add_deadline(book, "t2", words)


# ---------------------------------------------------------------- a lead that goes asks again


def do(book: Book, delta: Delta, key: str = "q") -> Delta:
    made = proposals.ask_again(book, delta, lambda: key)
    book.apply(made)
    return made


def asked(book: Book, task: str) -> list[bool]:
    """Whether the questions of the missing lead of a task are settled."""
    return [f.settled for f in book.findings.values() if f.kind is FindingKind.NO_LEAD and f.task == task]


def test_taking_the_only_lead_asks_until_one_is_given(book: Book) -> None:
    do(book, edits.set_role(book, [("t1", "a")], None))
    assert asked(book, "t1") == []  # Sở B still leads
    took = do(book, edits.set_role(book, [("t1", "b")], Role.COOP))
    assert took.name == "Đổi 1 ô"
    assert asked(book, "t1") == [False]
    assert proposals.answer(book, book.findings["q"], book.findings["q"].proposals[0], Directory())
    gave = do(book, edits.set_role(book, [("t1", "c")], Role.LEAD))
    assert asked(book, "t1") == [True]
    again = do(book, edits.set_role(book, [("t1", "c")], None), "another")
    assert asked(book, "t1") == [False]  # the same question, not a second one
    for step in (again, gave, took):
        book.apply(reverse(step))
    assert asked(book, "t1") == []


def test_the_question_is_the_one_that_the_reading_asks() -> None:
    from core.plan.doubts import _NOT_TASK
    from core.plan.extract import extract
    from core.reading import read_clipboard

    text = read_clipboard("KẾ HOẠCH\nII. NHIỆM VỤ\n1. Xây dựng kho dữ liệu dùng chung của tỉnh.\n2. Sở Y tế chủ trì khám bệnh.\n", None)
    doubt = next(d for task in extract(text).tasks for d in task.doubts if d.kind is FindingKind.NO_LEAD)
    assert doubt.message == proposals._LONELY
    assert proposals._ANSWERS[-1] == _NOT_TASK
    assert {p.action for p in proposals._ANSWERS} <= {p.action for p in doubt.proposals}


def test_nothing_is_asked_of_an_accepted_plan_a_deleted_task_or_an_answered_question(book: Book) -> None:
    gone = edits.delete_tasks(book, ["t1"])
    assert proposals.ask_again(book, gone) is gone
    finding = ask(book, FindingKind.NO_LEAD, task="t2")
    answered = proposals.answer(book, finding, Proposal("lead", "Sở C", ""), Directory(book.agencies.values()))
    assert proposals.ask_again(book, answered) is answered
    both = edits.set_role(book, [("t1", "a"), ("t1", "b")], None)
    assert proposals.ask_again(book, both) != both
    book.apply(edits.accept_plan(book))
    assert proposals.ask_again(book, both) is both
