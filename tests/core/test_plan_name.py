"""A plan that came with a decision is called by its own name; the decision's abstract stays stored, its number is cited."""
from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from core.model import Plan
from core.plan_name import plan_name
from core.sheets.checklist import duties_of
from core.sheets.export import make_bundle
from core.sheets.layout import Text
from core.sheets.wording import named_plan
from tests.sheets.sample import sample_book


@pytest.mark.parametrize(("title", "name"), [
    ("Ban hành Kế hoạch bảo vệ bí mật nhà nước năm 2023", "Kế hoạch bảo vệ bí mật nhà nước năm 2023"),
    ("Về việc ban hành kế hoạch phòng cháy rừng", "Kế hoạch phòng cháy rừng"),
    ("V/v phê duyệt Đề án phát triển chợ", "Đề án phát triển chợ"),
    ("Về việc tăng cường quản lý chợ", "Về việc tăng cường quản lý chợ"),
    ("Ban hành danh mục nghề", "Ban hành danh mục nghề"),
    ("thực hiện Nghị quyết số 57-NQ/TW", "Thực hiện Nghị quyết số 57-NQ/TW"),
    ("Triển khai thực hiện Kế hoạch liên kết vùng", "Triển khai thực hiện Kế hoạch liên kết vùng"), ("", "")])
def test_the_name_of_a_plan(title: str, name: str) -> None:
    assert plan_name(title) == name
    assert plan_name(plan_name(title)) == name


@pytest.mark.parametrize(("title", "kind", "number", "name"), [
    ("Ban hành Kế hoạch bảo vệ bí mật", "Quyết định", "254/QĐ-UBND", "Kế hoạch bảo vệ bí mật"),
    ("Cải cách hành chính năm 2026", "Kế hoạch", "27/KH-UBND", "Kế hoạch cải cách hành chính năm 2026"),
    ("Triển khai Kế hoạch liên kết vùng", "Kế hoạch", "350/QĐ-UBND", "Kế hoạch triển khai Kế hoạch liên kết vùng"),
    ("Về việc tăng cường quản lý chợ", "Chỉ thị", "06/CT-UBND", "Chỉ thị về việc tăng cường quản lý chợ"),
    ("Kết luận của đồng chí Chủ tịch", "Thông báo", "2/TB-UBND", "Thông báo kết luận của đồng chí Chủ tịch"),
    ("Phát triển du lịch", "KH", None, "Kế hoạch phát triển du lịch"),
    ("IUU và chống khai thác bất hợp pháp", "Kế hoạch", None, "Kế hoạch IUU và chống khai thác bất hợp pháp"),
    ("Đồng Tháp chuyển đổi số", "Kế hoạch", None, "Kế hoạch Đồng Tháp chuyển đổi số"),
    ("", "Kế hoạch", None, "")])
def test_the_plan_in_a_sentence(title: str, kind: str, number: str | None, name: str) -> None:
    assert named_plan(Plan("p", title, number, kind=kind)) == name


def test_a_checklist_names_the_plan_and_cites_the_decision() -> None:
    book = sample_book()
    book.plan = replace(book.plan, title="Về việc ban hành Kế hoạch phát triển du lịch cộng đồng", number="5/QĐ-UBND", kind="Quyết định",
                        date=date(2026, 1, 5))
    [sheet] = make_bundle(book, "checklist", agency="tc").sheets
    said = [block.text for block in sheet.body if isinstance(block, Text)]
    assert said[2] == "(Kèm theo Quyết định số 5/QĐ-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh Sông Hậu)"
    assert said[3].startswith("Thực hiện Kế hoạch phát triển du lịch cộng đồng, đơn vị được giao ")
    assert len(duties_of(book, "tc")) > 0
    for kind in ("assignment", "matrix", "summary"):
        assert make_bundle(book, kind).subject == "Kế hoạch phát triển du lịch cộng đồng"
    book.plan = replace(book.plan, title="")
    [sheet] = make_bundle(book, "checklist", agency="tc").sheets
    assert [block.text for block in sheet.body if isinstance(block, Text)][3].startswith("Đơn vị được giao ")
