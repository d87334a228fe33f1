"""Any text gives a draft: no exception, every place inside the text, and time that grows with the length only."""
from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.fold import words
from core.model import Draft, PlanText
from core.plan import tokens
from core.plan.as_json import to_json
from core.plan.extract import extract
from core.reading.from_plain import from_text, read

PIECES = ("Sở Tài chính", "chủ trì", ", phối hợp với", "các sở, ban, ngành", "UBND các xã A, B và C", "Giao", "(", ")", "|", "*",
          "\n", "\n\n", " - ", "1.", "1.1.", "a)",
          "II. NHIỆM VỤ", "KẾ HOẠCH", "Nơi nhận:", "trước ngày 30/6/2026", "Đơn vị chủ trì:", "Thời gian:", "Điều 1.", "PHỤ LỤC",
          "TT\nNhiệm vụ\nChủ trì\nPhối hợp\n1\n",
          "|\nTT\n|\nNội dung\n|\nCơ quan chủ trì\n|\n|\n1\n|\nlàm\n|\nSở Y tế\n|\n",
          "| TT | Nhiệm vụ | Chủ trì |\n|---|---|---|\n| 1 | Làm | Sở Y tế |\n", ";", ":", ".",
          "Trong đó,", "và", "xây dựng", "Bộ trưởng", "các Bộ trưởng,", "Ban Quản lý", "¹", "1 Như: ", "\u0301", "\ufdd0", "\x00",
          "\u00a0", "Đ", "[bookmark: x]", "**")

any_text = st.one_of(st.text(max_size=400), st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=60).map("".join))


def check(text: PlanText, draft: Draft) -> None:
    size = len(text.text)
    for paragraph in text.paragraphs:
        assert 0 <= paragraph.span.start <= paragraph.span.end <= size
        assert "\n" not in paragraph.span.of(text.text)
    for task in draft.tasks:
        assert 0 <= task.span.start < task.span.end <= size
        assert words(task.text) in words(task.span.of(text.text))
        for mention in (*task.leads, *task.coops):
            assert mention.name.strip()
            assert mention.span is not None
            assert 0 <= mention.span.start < mention.span.end <= size
        for deadline in task.deadlines:
            assert deadline.span is None or 0 <= deadline.span.start <= deadline.span.end <= size
        for doubt in task.doubts:
            assert doubt.message
            assert doubt.span is None or 0 <= doubt.span.start <= doubt.span.end <= size
    assert all(doubt.span is None or 0 <= doubt.span.start <= doubt.span.end <= size for doubt in draft.doubts)


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(any_text)
def test_any_text_gives_a_draft_with_places_inside(raw: str) -> None:
    text = from_text(raw)
    draft = extract(text)
    check(text, draft)
    assert to_json(text, draft)["text"] == text.text


@pytest.mark.long
@settings(max_examples=20_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(any_text)
def test_any_text_gives_a_draft_long_form(raw: str) -> None:
    text = from_text(raw)
    check(text, extract(text))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_give_a_text(data: bytes) -> None:
    text = read(data)
    check(text, extract(text))


def seconds(raw: str) -> float:
    tokens._tokens.cache_clear()  # a text met again would cost nothing
    start = time.process_time()
    extract(from_text(raw))
    return time.process_time() - start


HEAVY = ("Sở Tài chính chủ trì, ", "các sở, ban, ngành, ", "phối hợp với ", "(", "1.1.", "a) ", "Trong đó, ", "; ", "- ", "| ",
          "UBND các xã ", "trước ngày 1/1/2026 ", "Đơn vị: ",
         "Ban Quản lý ", "và ", "Trên cơ sở ", "ngày ", "*", "“", "Điều 1. ", "\n", "\n- ", "\n1. ", "|\n", "A")


@pytest.mark.parametrize("piece", HEAVY)
def test_long_monotonous_text_takes_time_in_proportion(piece: str) -> None:
    """Four times the length may take no more than ten times the time: a quadratic rule takes sixteen times."""
    small, large = 20_000 // len(piece), 80_000 // len(piece)
    seconds(piece * small)
    least = min(seconds("KẾ HOẠCH\nII. NHIỆM VỤ\n" + piece * small) for _ in range(2))
    most = seconds("KẾ HOẠCH\nII. NHIỆM VỤ\n" + piece * large)
    assert most < max(least, 0.05) * 10, f"{least:.2f} s → {most:.2f} s"
