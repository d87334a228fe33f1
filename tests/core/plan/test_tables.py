"""Cells of role columns, columns for two things at once, tables written as text, and orders in plain paragraphs."""
from __future__ import annotations

import pytest

from core.model import Role
from core.plan.extract import extract
from core.plan.role_cells import read_cell
from core.reading.from_plain import from_text

CELLS = {
    "Sở Tài chính (chủ trì); Sở Xây dựng, UBND cấp xã (phối hợp)": (["Sở Tài chính"], ["Sở Xây dựng", "UBND cấp xã"]),
    "Chủ trì: Sở Y tế.\nPhối hợp: Sở VH,TT&DL, viện nghiên cứu, doanh nghiệp": (["Sở Y tế"], ["Sở VH,TT&DL", "viện nghiên cứu",
                                                                                              "doanh nghiệp"]),
    "Sở Y tế (đề xuất danh mục, lựa chọn cơ sở), các trường đại học": (["Sở Y tế", "các trường đại học"], []),
    "Đ/c Lê Văn Nam - Phó Trưởng phòng Kinh tế": (["Phòng Kinh tế"], []),
    "Sở Y tế chủ trì; Sở Nội vụ phối hợp": (["Sở Y tế"], ["Sở Nội vụ"]),
    "Sở Y tế, Hội Nông dân, các khách sạn": (["Sở Y tế", "Hội Nông dân", "các khách sạn"], []),
}


@pytest.mark.parametrize("cell", CELLS)
def test_a_cell_of_a_role_column(cell: str) -> None:
    leads, coops = read_cell(cell, 0, Role.LEAD)
    assert ([m.name for m in leads], [m.name for m in coops]) == CELLS[cell]
    for mention in (*leads, *coops):
        assert mention.span is not None and mention.span.end <= len(cell)


def rows(text: str) -> list[tuple[str, list[str], list[str], list[str]]]:
    found = extract(from_text("KẾ HOẠCH\nLàm một việc\n\nII. NHIỆM VỤ\n" + text)).tasks
    return [(t.text, [m.name for m in t.leads], [m.name for m in t.coops], [d.text for d in t.deadlines]) for t in found]


def test_a_schedule_with_tabs_and_the_time_first() -> None:
    assert rows("Ngày\tGiờ\tNội dung công việc\tNgười thực hiện\n03/6/2026\t08 giờ 00\tHọp phân công trực cấp cứu\tSở Y tế\n"
                "04/6/2026\t\tKiểm tra bếp ăn\tCông an tỉnh; Sở Y tế\n") == [
        ("Họp phân công trực cấp cứu", ["Sở Y tế"], [], ["03/6/2026"]), ("Kiểm tra bếp ăn", ["Công an tỉnh", "Sở Y tế"], [], ["04/6/2026"])]


def test_bars_between_the_cells_only_and_a_repeated_group() -> None:
    assert rows("TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời gian trình\nI | Y tế cơ sở | Y tế cơ sở | Y tế cơ sở | Y tế cơ sở\n\n"
                "1 | Sửa trạm y tế | Sở Y tế | Sở Xây dựng | 2026\n") == [("Sửa trạm y tế", ["Sở Y tế"], ["Sở Xây dựng"], ["2026"])]


def test_one_column_for_the_time_and_what_comes_of_it() -> None:
    (task,) = extract(from_text("KẾ HOẠCH\nLàm một việc\n\nPHỤ LỤC\n| TT | Nhiệm vụ | Cơ quan thực hiện | Thời hạn, kết quả |\n"
                                "| 1 | Rà soát trạm y tế | Sở Y tế | 15/10/2026; báo cáo rà soát |\n")).tasks
    assert [d.text for d in task.deadlines] == ["15/10/2026"]
    assert task.deliverable == "báo cáo rà soát"


def test_a_letter_without_parts() -> None:
    text = (
            "CÔNG VĂN\nKính gửi:\n- Sở Y tế;\n- Sở Nội vụ.\n\nXét báo cáo của Sở Y tế về việc thiếu thuốc, "
            "Phó Chủ tịch UBND tỉnh có ý kiến như sau:\n"
            "1. Sở Y tế tổng hợp nhu cầu thuốc của các trạm.\n2. Tăng cường kiểm tra các quầy thuốc.\n"
            "Theo đó, UBND tỉnh yêu cầu Sở Nội vụ bố trí đủ dược sĩ cho các trạm.\nNơi nhận:\n- Như trên;")
    found = extract(from_text(text)).tasks
    assert [[m.name for m in t.leads] for t in found] == [["Sở Y tế"], [], ["Sở Nội vụ"]]
    assert found[1].doubts


def test_names_alone_and_praise_are_no_tasks() -> None:
    assert rows("1. Sở Y tế khám bệnh cho người cao tuổi.\nSở Y tế; Sở Nội vụ.\nKHU\nĐánh giá cao kết quả của các đơn vị trong năm qua.\n") == [
        ("Sở Y tế khám bệnh cho người cao tuổi.", ["Sở Y tế"], [], [])]
