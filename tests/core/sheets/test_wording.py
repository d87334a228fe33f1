"""Words, days, names of files and worksheets as the decree, Windows and Excel want them."""
from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model import Deadline, Plan, Span, Task
from core.sheets.names import MAX_BYTES, MAX_FILE, file_name, unique, utf16_length, worksheet_name
from core.sheets.wording import clean, day_words, deadline_words, full_name, place_in_plan, split_label, type_word, with_document


@pytest.mark.parametrize(("day", "words"), [
    (date(2024, 1, 5), "ngày 05 tháng 01 năm 2024"), (date(2024, 2, 10), "ngày 10 tháng 02 năm 2024"),
    (date(2024, 3, 9), "ngày 09 tháng 3 năm 2024"), (date(2024, 6, 29), "ngày 29 tháng 6 năm 2024"),
    (date(2024, 12, 31), "ngày 31 tháng 12 năm 2024"),
])
def test_zeros_stand_before_days_below_ten_and_months_one_and_two(day: date, words: str) -> None:
    assert day_words(day) == words


def test_the_document_is_named_and_what_is_unknown_stays_blank() -> None:
    plan = Plan("p", "", "113/QĐ-UBND", date(2024, 2, 1), "UBND tỉnh A")
    assert with_document(plan) == "Quyết định số 113/QĐ-UBND ngày 01 tháng 02 năm 2024 của Ủy ban nhân dân tỉnh A"
    assert with_document(Plan("p", "")) == "Kế hoạch số … ngày … tháng … năm … của …"


@pytest.mark.parametrize(("number", "kind", "word"), [
    ("5/KH-UBND", None, "Kế hoạch"), ("7/CT-UBND", "kế hoạch", "Chỉ thị"), (None, "CHƯƠNG TRÌNH HÀNH ĐỘNG", "Chương trình hành động"),
    (None, "QĐ", "Quyết định"), (None, None, "Kế hoạch"), ("12-KH/TU", None, "Kế hoạch"),
])
def test_the_type_comes_from_the_number_first(number: str | None, kind: str | None, word: str) -> None:
    assert type_word(Plan("p", "", number, kind=kind)) == word


@pytest.mark.parametrize(("heading", "parts"), [
    ("II. NHIỆM VỤ", ("II", "NHIỆM VỤ")), ("1.2. Sở Y tế", ("1.2", "Sở Y tế")), ("đ) Việc khác", ("đ", "Việc khác")),
    ("Phần I. Mục tiêu", ("Phần I", "Mục tiêu")), ("Sở Y tế", ("", "Sở Y tế")), ("a", ("", "a")),
])
def test_a_heading_gives_its_number(heading: str, parts: tuple[str, str]) -> None:
    assert split_label(heading) == parts


def test_where_the_plan_says_it() -> None:
    assert place_in_plan(Task("t", "p", 1.0, "", ("II", "2", "b"))) == "Mục II.2.b"
    assert place_in_plan(Task("t", "p", 1.0, "", ("B", "II", "2", "2.1", "-"))) == "Mục B.II.2.1"
    assert place_in_plan(Task("t", "p", 1.0, "")) == ""


def test_a_deadline_keeps_the_words_of_the_plan() -> None:
    two = (Deadline("trước quý III/2024"), Deadline("hằng quý"))
    assert deadline_words(Task("t", "p", 1.0, "", deadlines=two)) == "Trước quý III/2024; Hằng quý"
    assert deadline_words(Task("t", "p", 1.0, "", due=date(2024, 3, 5))) == "05/03/2024"
    assert deadline_words(Task("t", "p", 1.0, "")) == ""


def test_short_names_of_bodies_are_written_out() -> None:
    assert full_name("HĐND và UBND tỉnh A") == "Hội đồng nhân dân và Ủy ban nhân dân tỉnh A"


@given(st.text())
def test_cleaned_text_may_stand_in_any_file(text: str) -> None:
    made = clean(text)
    assert unicodedata.is_normalized("NFC", made)
    assert not any(unicodedata.category(c) in ("Cc", "Cs") for c in made if c != "\n")
    assert not {"\u202e", "\u200f", "\ufeff", "\ufffe"} & set(made)
    assert clean(made) == made


@given(st.text(max_size=400))
def test_a_file_name_is_safe_on_windows_and_linux(text: str) -> None:
    name = file_name(text)
    assert name
    assert not set('<>:"/\\|?*') & set(name)
    assert not any(ord(c) < 32 for c in name)
    assert name == name.strip()
    assert not name.endswith(".")
    assert len(name) <= MAX_FILE + 1
    assert len(name.encode()) <= MAX_BYTES + 4
    assert name.split(".")[0].lower() not in {"con", "prn", "aux", "nul", "com1", "lpt9"}


def test_vietnamese_names_stay_what_they_are() -> None:
    assert file_name("Sở Văn hóa, Thể thao và Du lịch") == "Sở Văn hóa, Thể thao và Du lịch"
    assert file_name("a/b: c?") == "a b c"
    assert file_name("CON") == "CON_"
    assert file_name("...") == "Không tên"
    assert file_name("Ủy ban nhân dân " * 20).endswith("…")


@given(st.text(max_size=80))
def test_a_worksheet_name_is_one_that_excel_takes(text: str) -> None:
    name = worksheet_name(text)
    assert 1 <= utf16_length(name) <= 31
    assert not set("[]:*?/\\") & set(name)
    assert not name.startswith("'")
    assert not name.endswith("'")
    assert name.lower() != "history"


def test_names_are_told_apart_without_regard_to_case() -> None:
    assert unique(["Sở Y tế", "sở y tế", "Sở Y tế"]) == ["Sở Y tế", "sở y tế (2)", "Sở Y tế (3)"]
    long = "x" * 31
    assert [len(n) for n in unique([long, long], 31)] == [31, 31]


@pytest.mark.parametrize(("line", "where"), [
    ("PHỤ LỤC", "Phụ lục, mục I.2"), ("Phụ lục II", "Phụ lục II, mục I.2"), ("PHỤ LỤC SỐ 01: DANH MỤC NHIỆM VỤ", "Phụ lục 01, mục I.2"),
    ("Phụ lục kèm theo nêu các nhiệm vụ.", "Mục I.2"), ("Nhiệm vụ (chi tiết tại Phụ lục I)", "Mục I.2")])
def test_a_task_of_an_appendix_says_so(line: str, where: str) -> None:
    text = f"I. MỤC ĐÍCH\n1. Việc một\n{line}\nI. NHIỆM VỤ\n2. Việc hai"
    task = Task("t", "p", 1.0, "Việc hai", ("I", "2"), span=Span(text.index("2. Việc hai"), len(text)))
    assert place_in_plan(task, text) == where
    before = Task("u", "p", 2.0, "Việc một", ("I", "1"), span=Span(text.index("1. Việc một"), text.index(line)))
    assert place_in_plan(before, text) == "Mục I.1"
    assert place_in_plan(replace(before, span=None), text) == "Mục I.1"
