"""One small plan of each layout, read to its rows."""
from __future__ import annotations

from core.model import CellPlace, DraftTask, FindingKind, Paragraph, PlanText, Span
from core.plan.extract import extract
from core.reading.from_plain import from_text


def rows(text: str) -> list[tuple[str, list[str], list[str]]]:
    return [row(task) for task in extract(from_text(text)).tasks]


def row(task: DraftTask) -> tuple[str, list[str], list[str]]:
    return task.text, [m.name for m in task.leads], [m.name for m in task.coops]


HEAD = "KẾ HOẠCH\nThực hiện một việc\n\nI. MỤC ĐÍCH\n- Sở Y tế nâng cao chất lượng.\n\nII. NHIỆM VỤ\n"


def test_agency_headings_hold_for_the_bullets_below() -> None:
    found = rows(HEAD + "1. Sở Y tế chủ trì, phối hợp với các sở, ngành:\n- Khám bệnh.\n- Phối hợp với Sở Nội vụ tập huấn.\n"
            "Đoạn không có dấu đầu dòng.\n2. Sở Tài chính\nBố trí vốn.")
    assert found == [
        ("Khám bệnh.", ["Sở Y tế"], ["các sở, ngành"]),
        ("Phối hợp với Sở Nội vụ tập huấn.", ["Sở Y tế"], ["các sở, ngành", "Sở Nội vụ"]),
        ("Đoạn không có dấu đầu dòng.", ["Sở Y tế"], ["các sở, ngành"]),
        ("Bố trí vốn.", ["Sở Tài chính"], []),
    ]


def test_labels_hold_for_the_tasks_above_them() -> None:
    found = extract(from_text(HEAD + "1. Rà soát văn bản\n- Lập danh mục văn bản.\n- Đề xuất sửa đổi.\n"
            "Đơn vị chủ trì: Sở Tư pháp.\nĐơn vị phối hợp: Sở Nội vụ; UBND cấp xã.\n"
                                     "Thời gian: Quý II/2026.\nSản phẩm: Danh mục.\n- Công khai danh mục.\n"
                                     "Đơn vị thực hiện: Văn phòng UBND tỉnh.")).tasks
    assert [row(t) for t in found] == [
        ("Lập danh mục văn bản.", ["Sở Tư pháp"], ["Sở Nội vụ", "UBND cấp xã"]),
        ("Đề xuất sửa đổi.", ["Sở Tư pháp"], ["Sở Nội vụ", "UBND cấp xã"]),
        ("Công khai danh mục.", ["Văn phòng UBND tỉnh"], []),
    ]
    assert found[0].deliverable == "Danh mục"
    assert found[0].deadlines[0].text == "Quý II/2026"


def test_brackets_and_orders() -> None:
    found = rows(HEAD + "1. Ban hành quy chế (Giao Công an tỉnh chủ trì, phối hợp với Sở Tư pháp).\n"
            "2. Giao Sở Y tế khám bệnh. Yêu cầu Sở Nội vụ tuyển bác sĩ.\n"
                        "3. Trong quá trình thực hiện, các sở, ngành chủ động đề xuất, gửi Sở Tài chính.")
    assert [(leads, coops) for _, leads, coops in found] == [
        (["Công an tỉnh"], ["Sở Tư pháp"]), (["Sở Y tế"], []), (["Sở Nội vụ"], []), (["các sở, ngành"], [])]


def test_a_bullet_with_plus_items_is_one_task() -> None:
    found = rows(HEAD + "1. Sở Y tế:\n- Tập trung:\n+ Mua thuốc;\n+ Mua máy.\n- Báo cáo.")
    assert [text for text, _, _ in found] == ["Tập trung: + Mua thuốc; + Mua máy.", "Báo cáo."]


def test_formulas_purposes_and_recipients_are_no_tasks() -> None:
    found = rows("QUYẾT ĐỊNH\nVề một việc\n\nĐiều 1. Ban hành kèm theo Quyết định này Kế hoạch.\n"
            "Điều 2. Giao Sở Y tế chủ trì tổ chức thực hiện.\n"
                 "Điều 3. Chánh Văn phòng, Thủ trưởng các sở, ngành chịu trách nhiệm thi hành Quyết định này./.\nNơi nhận:\n- Sở Y tế;")
    assert [leads for _, leads, _ in found] == [["Sở Y tế"]]


def table(*cells: tuple[int, int, str, int]) -> PlanText:
    paragraphs, parts, place = [], [], 0
    for r, c, words, height in cells:
        paragraphs.append(Paragraph(Span(place, place + len(words)), cell=CellPlace(0, r, c, rows=height)))
        parts.append(words)
        place += len(words) + 1
    return PlanText("\n".join(parts), tuple(paragraphs), kind="docx")


def test_a_table_with_a_merged_cell_and_a_group_row() -> None:
    text = table((0, 0, "TT", 1), (0, 1, "Nội dung", 1), (0, 2, "Cơ quan chủ trì", 1), (0, 3, "Phối hợp", 1), (0, 4, "Thời hạn", 1),
        (0, 5, "Sản phẩm", 1),
                 (1, 0, "I", 1), (1, 1, "NHÓM MỘT", 1), (2, 0, "1", 1), (2, 1, "Sửa đường", 1), (2, 2, "Sở Xây dựng", 2),
                 (2, 3, "Sở Tài chính, UBND cấp xã", 1),
                 (2, 4, "30/6/2026", 1), (2, 5, "Con đường", 1), (3, 0, "2", 1), (3, 1, "Sửa cầu", 1), (3, 3, "Các sở, ngành", 1),
                 (3, 4, "Hằng năm", 1))
    found = extract(text).tasks
    assert [row(t) for t in found] == [("Sửa đường", ["Sở Xây dựng"], ["Sở Tài chính", "UBND cấp xã"]),
        ("Sửa cầu", ["Sở Xây dựng"], ["Các sở, ngành"])]
    assert found[0].deliverable == "Con đường"
    assert found[0].deadlines[0].date is not None
    assert found[1].section[-1] == "NHÓM MỘT"


def test_doubts_point_at_what_is_not_sure() -> None:
    draft = extract(from_text(HEAD + "1. Nâng cấp phần mềm.\n2. Sở Y tế:\n- Phối hợp với hộ dân ven sông dọn rác.\n4. Sở Nội vụ:\n"
            "- Tuyển dụng viên chức ngành y."))
    kinds = [[d.kind for d in task.doubts] for task in draft.tasks]
    assert FindingKind.NO_LEAD in kinds[0]
    assert FindingKind.ROLE_WITHOUT_AGENCY in kinds[1]
    assert kinds[2] == []
    assert [d.kind for d in draft.doubts] == [FindingKind.NUMBERING]


def test_dots_over_pluses_are_one_task_as_dashes_over_pluses_are() -> None:
    for mark in ("-", "•"):
        found = rows(f"{HEAD}1. Sở Y tế\n{mark} Triển khai các hạ tầng sau:\n+ Hạ tầng số.\n+ Hạ tầng dữ liệu.\n{mark} Báo cáo kết quả.\n")
        assert [text[:9] for text, _, _ in found] == ["Triển kha", "Báo cáo k"]


def test_doubts_about_what_may_have_slipped_into_a_sentence() -> None:
    draft = extract(from_text(HEAD + "1. Phòng Quản lý chất lượng, Sở Giáo dục và Đào tạo:\n- Chấm thi.\n2. Sở Y tế:\n"
                              "- Khám bệnh cho người dân; 1 Theo số liệu của ngành Y tế, tỉnh có 12 trạm. Cấp thuốc.\n"
                              "- Khám bệnh cho trẻ em; b) Cấp thuốc cho người già.\n"))
    kinds = [{d.kind for d in task.doubts} for task in draft.tasks]
    assert FindingKind.MANY_LEADS in kinds[0]
    assert FindingKind.NOTE in kinds[1]
    assert FindingKind.LONG_TASK in kinds[2]


def test_the_time_of_a_sentence_that_leads_in_holds_for_its_items() -> None:
    found = extract(from_text(HEAD + "1. Giao thông\nSở Xây dựng báo cáo UBND tỉnh trước ngày 15/3/2026 các nội dung sau:\n"
                                     "- Hiện trạng cầu yếu.\n- Nhu cầu vốn năm 2027.\n"
                                     "2. Thủy lợi\n- Sở Nông nghiệp và Môi trường nạo vét kênh.")).tasks
    assert [[d.text for d in t.deadlines] for t in found] == [["trước ngày 15/3/2026"], ["trước ngày 15/3/2026"], []]
