"""Cells of role columns, columns for two things at once, tables written as text, and orders in plain paragraphs."""
from __future__ import annotations

import pytest

from core.model import FindingKind, Role
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
        assert mention.span is not None
        assert mention.span.end <= len(cell)


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
    assert rows("1. Sở Y tế khám bệnh cho người cao tuổi.\nSở Y tế; Sở Nội vụ.\nKHU\n"
                "Đánh giá cao kết quả của các đơn vị trong năm qua.\n") == [
        ("Sở Y tế khám bệnh cho người cao tuổi.", ["Sở Y tế"], [], [])]


def leads(text: str) -> list[list[str]]:
    return [[m.name for m in t.leads] for t in extract(from_text(text)).tasks]


def test_orders_of_one_paragraph_are_taken_apart() -> None:
    assert leads("Ngày 5/3, UBND huyện họp về vệ sinh chợ.\n\nUBND huyện yêu cầu Chủ tịch UBND các xã, thị trấn dọn vệ sinh các chợ. "
                 "Công an huyện phối hợp với các đơn vị liên quan tuần tra ban đêm.\n\n"
                 "Thủ tướng Chính phủ giao Bộ Y tế kiểm tra các bếp ăn.\n") == [
        ["UBND các xã, thị trấn"], ["Công an huyện"], ["Bộ Y tế"]]


def test_a_department_that_asks_its_clients_answers_itself() -> None:
    assert rows("1. Sở Y tế yêu cầu các bệnh viện tăng giường điều trị trong tuần.\n")[0][1] == ["Sở Y tế"]


def test_roles_in_any_bracket_and_other_marks_for_labels() -> None:
    (row,) = rows("1. Sửa chữa trạm bơm [Sở Y tế chủ trì; Sở Nội vụ phối hợp; quý II/2026].\n")
    assert row[1:3] == (["Sở Y tế"], ["Sở Nội vụ"])
    assert [r[:3] for r in rows("1. Hội thi\n• Thi tìm hiểu pháp luật\n– Thời gian: tháng 5/2026\n– Phụ trách: Sở Tư pháp\n"
                                "• Thi nấu ăn của các bếp\n– Phụ trách: Sở Y tế\n")] == [
        ("Thi tìm hiểu pháp luật", ["Sở Tư pháp"], []), ("Thi nấu ăn của các bếp", ["Sở Y tế"], [])]


def test_a_list_that_breaks_off_and_a_table_without_tasks_are_asked_about() -> None:
    draft = extract(from_text("KẾ HOẠCH\nLàm một việc\n\nII. NHIỆM VỤ\n"
                              "1. Sở Y tế chủ trì, phối hợp với Sở Nội vụ, Phân đội 5 tuần tra ven bờ.\n\n"
                              "| Mã | Nơi đặt | Số máy |\n|---|---|---|\n| A1 | Sở Y tế | 5 |\n| A2 | Sở Nội vụ | 7 |\n"
                              "| A3 | Sở Tư pháp | 2 |\n"))
    assert FindingKind.UNKNOWN_AGENCY in {d.kind for d in draft.tasks[0].doubts}
    assert FindingKind.MISSED_TEXT in {d.kind for d in draft.doubts}


def test_an_item_among_tasks_is_never_lost() -> None:
    assert leads("1. Sở Y tế khám bệnh cho người cao tuổi trên địa bàn.\n"
                 "2. Tiếp tục rà soát, bổ sung trang thiết bị cho các trạm.\n") == [["Sở Y tế"], []]


def test_the_core_of_those_who_do_it_stands_beside_the_lead() -> None:
    assert rows("1. Sở Y tế\n- Đoàn Thanh niên làm nòng cốt trong đội hình hiến máu.\n")[0][1] == ["Sở Y tế", "Đoàn Thanh niên"]


def test_heads_that_a_narrow_column_has_cut_are_read_as_one() -> None:
    assert rows("| S | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời |\n| TT | | | | gian hoàn thành |\n"
                "| 1 | Sửa trạm y tế | Sở Y tế | Sở Xây dựng | 2026 |\n") == [("Sửa trạm y tế", ["Sở Y tế"], ["Sở Xây dựng"], ["2026"])]
