"""The list of the follow-up on paper: its title and days, whole names, the deadline with its words, the state on the day."""
from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from core.follow import Stage
from core.model import Deadline, Plan, Task
from core.sheets.export import write_file
from core.sheets.followup import FollowTask, followup_bundle, state_words
from core.sheets.layout import RowKind, Table, Text
from core.sheets.options import SheetOptions
from tests.core.sheets.test_formats import pages_of

TODAY = date(2025, 6, 18)
PLAN = Plan("p", "Kế hoạch phát triển kinh tế", "12/KH-UBND", date(2025, 3, 5), "UBND tỉnh An Lạc")
LONG = Plan("q", "Triển khai một chương trình có tên rất dài mà không văn bản nào ghi số, nên danh mục phải cắt bớt tên ấy cho vừa ô")


def tasks() -> list[FollowTask]:
    return [FollowTask(PLAN, Task("a", "p", 1.0, "Bố trí kinh phí.", deadlines=(Deadline("trước ngày 10/6/2025", date(2025, 6, 10)),),
                                  due=date(2025, 6, 10), note="thiếu vốn"), ("Sở Tài chính",), ("Sở Y tế", "các sở, ban, ngành")),
            FollowTask(LONG, Task("b", "q", 1.0, "Tập huấn.", deadlines=(Deadline("trong quý II", date(2025, 6, 30)),),
                                  due=date(2025, 6, 30)))]


def test_the_rows_say_who_when_and_how_it_stands() -> None:
    (sheet,) = followup_bundle(tasks(), Stage.LATE, TODAY, agency="Sở Tài chính").sheets
    texts = [block.text for block in sheet.body if isinstance(block, Text)]
    assert texts == ["DANH MỤC NHIỆM VỤ QUÁ HẠN", "(Tính đến ngày 18/06/2025; cơ quan chủ trì: Sở Tài chính)"]
    (table,) = (block for block in sheet.body if isinstance(block, Table))
    first, second = table.rows
    assert first.kind is RowKind.TASK
    assert first.cells == (1, "Kế hoạch số 12/KH-UBND ngày 05/03/2025", "Bố trí kinh phí.", "Sở Tài chính", "Sở Y tế; Các sở, ban, ngành",
                           "10/06/2025 (Trước ngày 10/6/2025)", "Quá hạn 8 ngày", "thiếu vốn")
    assert str(second.cells[1]).endswith("…")
    assert len(str(second.cells[1])) <= 90
    assert second.cells[5:7] == ("30/06/2025 (Trong quý II)", "Còn 12 ngày")


def test_the_days_of_the_week_stand_under_the_title() -> None:
    (sheet,) = followup_bundle(tasks(), Stage.WEEK, TODAY).sheets
    assert [b.text for b in sheet.body if isinstance(b, Text)][1] == "(Từ ngày 18/06/2025 đến ngày 22/06/2025)"


def test_the_state_follows_from_the_days() -> None:
    def state(**fields: object) -> str:
        return state_words(Task("a", "p", 1.0, "Việc", **fields), TODAY)  # type: ignore[arg-type]

    assert state() == "Không thời hạn"
    assert state(due=TODAY) == "Đến hạn hôm nay"
    assert state(due=date(2025, 6, 1), paused=True) == "Tạm dừng"
    assert state(due=date(2025, 6, 1), done=date(2025, 6, 1)) == "Hoàn thành đúng hạn ngày 01/06/2025"
    assert state(due=date(2025, 6, 1), done=date(2025, 6, 2)) == "Hoàn thành quá hạn ngày 02/06/2025"
    assert state(done=date(2025, 6, 2)) == "Hoàn thành ngày 02/06/2025"


def test_all_three_formats_are_written(tmp_path: Path) -> None:
    for ending in ("xlsx", "pdf", "docx"):
        made = write_file(followup_bundle(tasks(), Stage.LATE, TODAY), tmp_path / f"danh mục.{ending}")
        assert made.stat().st_size > 1000
    page = openpyxl.load_workbook(tmp_path / "danh mục.xlsx").worksheets[0]
    assert any(cell.value == "Quá hạn 8 ngày" for row in page.iter_rows() for cell in row)


@pytest.mark.parametrize("size", [12.0, 14.0])
def test_the_number_of_a_document_is_never_broken(size: float, tmp_path: Path) -> None:
    numbers = ("350/QĐ-UBND", "1234/KH-UBND-KTTH")
    work = [FollowTask(Plan(n, "Kế hoạch", n, date(2025, 3, 5)), Task(n, n, 1.0, "Bố trí kinh phí. " * 9)) for n in numbers]
    made = followup_bundle(work, Stage.LATE, TODAY, options=SheetOptions(size=size))
    inks = [ink.text.strip() for page in pages_of(write_file(made, tmp_path / "a.pdf")) for ink in page.texts]
    for number in numbers:
        assert any(number in ink for ink in inks), number


def test_a_cut_title_has_no_quote_that_stays_open() -> None:
    def said(title: str) -> str:
        (table,) = followup_bundle([FollowTask(Plan("p", title), Task("t", "p", 1.0, "Việc"))], Stage.LATE, TODAY).sheets[0].tables
        return str(table.rows[0].cells[1])

    long = "Mỗi xã phường một sản phẩm đặc trưng gắn với du lịch cộng đồng của địa phương và làng nghề truyền thống"
    assert said(f"Kế hoạch triển khai Đề án “{long}”") == "Kế hoạch triển khai Đề án…"
    assert said(f'Kế hoạch triển khai Đề án "{long}"') == "Kế hoạch triển khai Đề án…"
    assert said(f"“{long}”").startswith("Mỗi xã phường")
    assert said("Đề án “Một cửa” năm 2025") == "Đề án “Một cửa” năm 2025"
    assert said(f"Đề án “Một cửa” và {long}").startswith("Đề án “Một cửa” và Mỗi")
