"""What lines say of the task above them: labels of every kind, lines of roles without a label, lists under a label alone."""
from __future__ import annotations

import pytest

from core.model import FindingKind
from core.plan.extract import extract
from core.plan.role_lines import role_line
from core.reading.from_plain import from_text

PARTS = "KẾ HOẠCH\nLàm một việc\n\nI. MỤC ĐÍCH\nLàm tốt.\n\nII. TỔ CHỨC THỰC HIỆN\n"
Row = tuple[str, list[str], list[str], list[str]]


def rows(text: str) -> list[Row]:
    found = extract(from_text(PARTS + text)).tasks
    return [(t.text, [m.name for m in t.leads], [m.name for m in t.coops], [d.text for d in t.deadlines]) for t in found]


@pytest.mark.parametrize("lines", [
    "Đơn vị thực hiện: Phòng Kinh tế.\nĐơn vị tham gia: Công an xã.\nThời gian hoàn thành: Quý II/2026.",
    "- Bộ phận thực hiện: Phòng Kinh tế.\n- Lực lượng phối hợp: Công an xã.\n- Thời gian tiến hành: Quý II/2026.",
    "Cơ quan chịu trách nhiệm chính: Phòng Kinh tế\nCơ quan cùng thực hiện: Công an xã\nMốc thời gian: Quý II/2026",
    "Giao: Phòng Kinh tế\nCùng tham gia: Công an xã\nHạn: Quý II/2026",
    "Trách nhiệm: Phòng Kinh tế chủ trì; Công an xã phối hợp.\nThời gian: Quý II/2026",
    "* Quy mô: 40 học viên.\n* Người thực hiện: Phòng Kinh tế.\n"
    "* Báo cáo viên mời: hai chuyên gia.\n* Phối hợp: Công an xã.\n* Thời gian: Quý II/2026",
    "Phòng Kinh tế chủ trì; Công an xã phối hợp; quý II/2026.",
    "(Phòng Kinh tế chủ trì, Công an xã phối hợp; hoàn thành trong quý II/2026)",
    "Phòng Kinh tế chủ trì, phối hợp với Công an xã; quý II/2026.",
])
def test_every_way_of_saying_it_below_the_task(lines: str) -> None:
    (found,) = rows(f"1. Mở lớp bồi dưỡng về an toàn thông tin\n{lines}\n")
    assert found[:3] == ("Mở lớp bồi dưỡng về an toàn thông tin", ["Phòng Kinh tế"], ["Công an xã"])
    assert [d.lower()[-10:] for d in found[3]] == ["quý ii/2026"[-10:]]


def test_a_label_alone_opens_a_list_of_agencies() -> None:
    assert rows("1. Nội dung\na) Vận động hiến máu.\nb) Khám bệnh cho người cao tuổi.\n2. Cơ quan chủ trì, phối hợp\na) Cơ quan chủ trì\n"
                "- Sở Y tế.\n- Sở Nội vụ; các sở, ngành liên quan.\nb) Cơ quan phối hợp\nHội Chữ thập đỏ tỉnh.\n") == [
        (text, ["Sở Y tế", "Sở Nội vụ", "các sở, ngành liên quan"], ["Hội Chữ thập đỏ tỉnh"], [])
        for text in ("Vận động hiến máu.", "Khám bệnh cho người cao tuổi.")]


def test_headings_that_look_like_labels_stay_headings() -> None:
    assert [row[1] for row in rows(
                                   "1. Phân công nhiệm vụ\na) Sở Y tế: khám bệnh cho người cao tuổi.\n"
                                     "b) Sở Nội vụ: vận động hiến máu.\n")] == [
        ["Sở Y tế"], ["Sở Nội vụ"]]


def test_whoever_a_label_names_leads_under_a_doubt() -> None:
    (task,) = extract(from_text(PARTS + "1. Mở lớp bồi dưỡng về an toàn thông tin\nPhân công thực hiện: Đồng chí Trần Văn Bảy.\n")).tasks
    assert [m.name for m in task.leads] == ["Đồng chí Trần Văn Bảy"]
    assert FindingKind.UNKNOWN_AGENCY in {d.kind for d in task.doubts}


@pytest.mark.parametrize("text", ["Sở Y tế chủ trì tổ chức tập huấn.", "Sở Y tế phối hợp Sở Nội vụ rà soát.", "Phối hợp với Sở Y tế.",
                                  "Sở Y tế; Sở Nội vụ.",
                                  "Sở Y tế chủ trì:", ""])
def test_what_is_no_line_of_roles(text: str) -> None:
    assert role_line(text) is None
