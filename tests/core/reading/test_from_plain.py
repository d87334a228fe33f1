"""Plain text to paragraphs: joined lines, page numbers, footnotes, tables, marks of formatting."""
from __future__ import annotations

import time

from core.reading.from_plain import from_text, read


def paragraphs(text: str) -> list[str]:
    plan = from_text(text)
    return [p.span.of(plan.text) for p in plan.paragraphs]


WRAPPED = "\n".join([
    "KẾ HOẠCH", "Về một việc", "", "I. NHIỆM VỤ",
    "1. Sở Y tế chủ trì phối hợp với các sở, ngành, địa phương",
    "- Tập trung đẩy mạnh khám bệnh, chữa bệnh cho người dân trên địa bàn tỉnh theo ",
    "", "đúng quy định; nâng cao chất lượng khám bệnh tại các cơ sở y tế công lập trong ",
    "toàn tỉnh, nhất là vùng sâu, vùng xa và vùng đồng bào dân tộc thiểu số, vùng núi ",
    "cao theo Nghị quyết số 29-", "NQ/TW.",
    "", "", "3", "",
    "- Tổ chức tập huấn cho cán bộ y tế cơ sở về chuyên môn, nghiệp vụ khám, chữa bệnh ",
    "", "và kỹ năng giao tiếp.",
])


def test_wrapped_lines_become_paragraphs_and_page_numbers_go() -> None:
    found = paragraphs(WRAPPED)
    assert found[-2].startswith("- Tập trung đẩy mạnh")
    assert found[-2].endswith("theo Nghị quyết số 29-NQ/TW.")
    assert found[-1].endswith("nghiệp vụ khám, chữa bệnh và kỹ năng giao tiếp.")
    assert "3" not in found


def test_a_paragraph_cut_by_a_footnote_is_joined_and_the_note_kept_apart() -> None:
    plan = from_text("- Phát triển sản phẩm du lịch có lợi thế¹ của địa phương và hỗ trợ Bệnh\n\n"
                     "¹ Như: du lịch biển.\n\nviện đa khoa tỉnh.\n")
    assert [p.span.of(plan.text) for p in plan.paragraphs] == [
        "- Phát triển sản phẩm du lịch có lợi thế của địa phương và hỗ trợ Bệnh viện đa khoa tỉnh."]
    assert [(n.mark, n.text) for n in plan.notes] == [("1", "Như: du lịch biển.")]


def test_markdown_marks_go_and_bullets_stay() -> None:
    assert paragraphs("**I. NHIỆM VỤ**\n\n* Sở Y tế\n\n*Đơn vị chủ trì: *Sở Tư pháp.\n") == [
        "I. NHIỆM VỤ", "* Sở Y tế", "Đơn vị chủ trì: Sở Tư pháp."]


def test_tables_of_bars_and_of_tabs_become_cells() -> None:
    for text in ("| TT | Nhiệm vụ | Chủ trì |\n|---|---|---|\n| 1 | Làm đường | Sở Xây dựng |\n",
                 "TT\tNhiệm vụ\tChủ trì\n1\tLàm đường\tSở Xây dựng\n",
                 "|\nTT\n|\nNhiệm vụ\n|\nChủ trì\n|\n|\n1\n|\nLàm đường\n|\nSở Xây dựng\n|\n",
                 "TT\nNhiệm vụ\nChủ trì\n1\nLàm đường\nSở Xây dựng\n"):
        plan = from_text(text)
        cells = {(p.cell.row, p.cell.column): p.span.of(plan.text) for p in plan.paragraphs if p.cell is not None}
        assert cells == {(0, 0): "TT", (0, 1): "Nhiệm vụ", (0, 2): "Chủ trì", (1, 0): "1", (1, 1): "Làm đường", (1, 2): "Sở Xây dựng"}


def test_letters_are_nfc_and_repairs_are_told() -> None:
    plan = read("KE\u0302\u0301 HOẠCH\u00a0A\r\n[bookmark: _GoBack]Nội dung\r\n".encode())
    assert plan.text == "KẾ HOẠCH A\nNội dung"
    assert {r.kind for r in plan.repairs} == {"nfc", "bookmark"}
    assert all(r.message and r.count for r in plan.repairs)


def note_places(text: str) -> list[tuple[str, str | None]]:
    """Each note's words with the word before its mark."""
    plan = from_text(text)
    assert all(c not in plan.text for c in "¹²³")
    return [(n.text, None if n.anchor is None else plan.text[:n.anchor].split()[-1]) for n in plan.notes]


def test_notes_know_where_their_mark_stood() -> None:
    assert note_places("- Phát triển sản phẩm du lịch có lợi thế¹ của địa phương và hỗ trợ Bệnh\n\n¹ Như: du lịch biển.\n\n"
                       "viện đa khoa tỉnh².\n\n² Bệnh viện hạng I.\n") == [("Như: du lịch biển.", "thế"), ("Bệnh viện hạng I.", "tỉnh")]
    # numbers that begin again on each page, two marks in one line, a mark that has no note, a note that has no mark
    assert note_places("1. Sở Y tế¹ và Sở Tài chính² chủ trì\n\n¹ Một.\n² Hai.\n\n2. Sở Nội vụ¹ chủ trì, Công an tỉnh³ phối hợp\n\n"
                       "¹ Ba.\n\n⁵ Bốn.\n") == [("Một.", "tế"), ("Hai.", "chính"), ("Ba.", "vụ"), ("Bốn.", None)]
    # all notes at the end of the text
    assert note_places("Sở Y tế¹ chủ trì\n\nSở Nội vụ² phối hợp\n\n¹ Một.\n² Hai.\n") == [("Một.", "tế"), ("Hai.", "vụ")]


def test_notes_with_plain_numbers_know_their_place_too() -> None:
    assert note_places("1. Sở Y tế chủ trì đề án sức khoẻ1 của tỉnh.\n\n1 Ban hành kèm theo Quyết định số 5.\n") == [
        ("Ban hành kèm theo Quyết định số 5.", "khoẻ")]


def test_the_place_of_a_mark_holds_after_lines_are_joined() -> None:
    plan = from_text(WRAPPED.replace("dân tộc thiểu số,", "dân tộc thiểu số¹,") + "\n\n¹ Theo Nghị định số 05.\n")
    [note] = plan.notes
    assert note.anchor is not None
    assert plan.text[:note.anchor].endswith("đồng bào dân tộc thiểu số")
    assert plan.text[note.anchor:].startswith(", vùng núi cao")


def test_raised_digits_inside_words_and_units_stay() -> None:
    assert paragraphs("H¹nh phóc 25 m² và 3 km²") == ["H¹nh phóc 25 m² và 3 km²"]


DENSE = """KẾ HOẠCH
Về một việc của tỉnh
Nơi nhận:
- Lưu: VT.
PHỤ LỤC
I. NHIỆM VỤ
1. Phát triển nguồn nhân lực
Giao Trường Chính trị tỉnh chủ trì, phối hợp với Sở Nội vụ đưa kỹ năng số vào
chương trình bồi dưỡng cán bộ, công chức các cấp trên địa bàn toàn tỉnh trước ngày
30/6/2026.
2. Sở Tư pháp
- Tổng kết việc thi hành các nghị quyết của Ban Chấp hành Trung ương Đảng khóa
XI. Việc tổng kết làm ở cả ba cấp và báo cáo Thường trực Tỉnh ủy trong các
tháng cuối năm, có số liệu của từng xã, phường và của các cơ quan ngành dọc các
Sở đóng trên địa bàn tỉnh; các tổ chức hội được mời tham gia việc tổng kết này
(theo mẫu của Sở Tư pháp).
Kinh phí lấy từ ngân sách tỉnh.
"""


def test_lines_without_blank_ones_are_joined_by_where_they_were_broken() -> None:
    """A break that wrapping did not need was made by hand; a date, "khóa / XI." and "các / Sở" go on; what stands behind the
    recipients is mended like what stands before them."""
    found = paragraphs(DENSE)
    start = found.index("1. Phát triển nguồn nhân lực")
    assert [words[:30] + " … " + words[-12:] for words in found[start:]] == [
        "1. Phát triển nguồn nhân lực … uồn nhân lực", "Giao Trường Chính trị tỉnh chủ … y 30/6/2026.", "2. Sở Tư pháp … . Sở Tư pháp",
        "- Tổng kết việc thi hành các n … Sở Tư pháp).", "Kinh phí lấy từ ngân sách tỉnh … n sách tỉnh.",
    ]


def test_a_note_without_a_blank_line_behind_it_is_one_line() -> None:
    plan = from_text("I. NHIỆM VỤ\n1. Sở Y tế¹:\n- Khám sức khỏe.\n¹ Theo thống kê năm 2025.\n- Cấp thuốc cho hộ nghèo.\n")
    assert [note.text for note in plan.notes] == ["Theo thống kê năm 2025."]
    assert "- Cấp thuốc cho hộ nghèo." in plan.text


def test_a_letterhead_of_bars_ends_at_the_title_without_a_blank_line() -> None:
    plan = from_text("|\nUBND TỈNH A\n|\nCỘNG HÒA\n|\n|\nSố: 1/KH-UBND\n|\nA, ngày 1 tháng 6 năm 2026\n|\nKẾ HOẠCH\nVề một việc\n"
                     "I. NHIỆM VỤ\n1. Sở Y tế\n- Khám bệnh.\n|\nNơi nhận:\n|\nCHỦ TỊCH\n|\n")
    inside = [p.span.of(plan.text) for p in plan.paragraphs if p.cell is None]
    assert inside == ["KẾ HOẠCH", "Về một việc", "I. NHIỆM VỤ", "1. Sở Y tế", "- Khám bệnh."]


def test_an_empty_cell_between_lone_bars_is_a_cell_and_parts_no_rows() -> None:
    head = "|\nTT\n|\nNhiệm vụ\n|\nChủ trì\n|\nPhối hợp\n|\nThời hạn\n|\n"
    plan = from_text(f"PHỤ LỤC\n\n{head}|\n1\n|\nSửa cầu\n|\nSở Xây dựng\n|\n\n|\nQuý III/2026\n|\n")
    places = {p.span.of(plan.text): (p.cell.row, p.cell.column) for p in plan.paragraphs if p.cell}
    assert places["Sở Xây dựng"] == (1, 2)
    assert places["Quý III/2026"] == (1, 4)


def test_notes_in_square_brackets_lie_apart_and_their_marks_go() -> None:
    plan = from_text("I. NHIỆM VỤ\n\n1. Sở Y tế[1]:\n\n- Khám bệnh [2] cho dân.\n\n[1] Theo Nghị quyết số 5.\n\n"
                     "[2] Năm 2025.\n\n[9] Mục khác.\n")
    assert [note.text for note in plan.notes] == ["Theo Nghị quyết số 5.", "Năm 2025."]
    assert plan.text.split("\n")[1:3] == ["1. Sở Y tế:", "- Khám bệnh cho dân."]
    assert "[9] Mục khác." in plan.text


def test_a_row_of_tabs_whose_last_cells_are_empty_ends_no_table() -> None:
    plan = from_text("STT\tNội dung công việc\tThời gian\tPhân công thực hiện\nA\tGIAO THÔNG\t\t\n1\tLàm đường\tQuý I\tPhòng Kinh tế\n"
                     "B\tY TẾ\n2\tKhám bệnh\tQuý II\tTrạm Y tế\nHết.\n")
    cells = [(p.cell.row, p.cell.column, p.span.of(plan.text)) for p in plan.paragraphs if p.cell]
    assert cells[4:10] == [(1, 0, "A"), (1, 1, "GIAO THÔNG"), (2, 0, "1"), (2, 1, "Làm đường"), (2, 2, "Quý I"), (2, 3, "Phòng Kinh tế")]
    assert cells[-1] == (4, 3, "Trạm Y tế")
    assert plan.paragraphs[-1].span.of(plan.text) == "Hết."


def test_the_head_of_every_page_goes_with_its_number() -> None:
    head = "KẾ HOẠCH TIÊM CHỦNG NĂM 2026"
    found = paragraphs(f"I. NHIỆM VỤ\n1. Sở Y tế\n{head}\n2\n\n- Tiêm vắc-xin.\n{head}\n3\n\n- Báo cáo.\n")
    assert found == ["I. NHIỆM VỤ", "1. Sở Y tế", "- Tiêm vắc-xin.", "- Báo cáo."]


def test_a_heading_that_ends_in_a_noun_is_not_joined() -> None:
    found = paragraphs("4. Về công tác bồi thường, hỗ trợ, giải phóng mặt bằng\n\nChủ tịch UBND huyện bàn giao mặt bằng.\n")
    assert found == ["4. Về công tác bồi thường, hỗ trợ, giải phóng mặt bằng", "Chủ tịch UBND huyện bàn giao mặt bằng."]


def test_a_closing_sentence_behind_a_full_line_is_a_paragraph() -> None:
    item = "Sở Y tế chủ trì, phối hợp với các sở, ngành, địa phương liên quan tổ chức khám bệnh\ncho người dân vùng sâu, vùng xa."
    last = ("5. Đề nghị Hội Nông dân tỉnh vận động hội viên phân loại rác tại nguồn, giảm sử dụng túi\n"
            "ni lông khó phân hủy; giám sát việc thực hiện Kế hoạch ở các xã, phường trong toàn tỉnh.\n"
            "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị kịp thời báo cáo Ủy ban\nnhân dân tỉnh để xem xét.")
    text = "\n".join(["KẾ HOẠCH", *(f"{n}. {item}" for n in range(1, 5)), last])
    assert paragraphs(text)[-1].startswith("Trong quá trình thực hiện")


def test_a_page_number_may_say_that_it_is_one() -> None:
    assert paragraphs("1. Thu gom rác.\n\nTrang 2\n\nChủ trì: Sở Y tế.\n") == ["1. Thu gom rác.", "Chủ trì: Sở Y tế."]


CELLS = """Kế hoạch
TT
Nhiệm vụ, giải pháp
Lộ trình
Đơn vị
chủ trì
Đơn vị phối hợp
Kết quả đầu ra
I
Giao thông và
chiếu sáng
1
Thay đèn đường bằng đèn
tiết kiệm điện
Tháng 6 và
tháng 11 hằng năm
Sở Nông nghiệp và
Môi trường
Sở Tài chính; Công ty Điện
lực tỉnh
Báo cáo
kết quả
2
Kiểm tra xe quá tải trên các

4

tuyến đường huyện
Thường xuyên
Công an tỉnh
Sở Xây dựng và UBND các
xã, phường
Biên bản
3
Vận động người dân đi xe
đạp
Hằng năm
Tỉnh đoàn
Hội nghị
Nơi nhận:
"""


def test_cells_that_lie_line_by_line_are_put_together_by_what_their_columns_hold() -> None:
    plan = from_text(CELLS)
    rows: dict[int, list[str]] = {}
    for p in plan.paragraphs:
        if p.cell:
            rows.setdefault(p.cell.row, [""] * 6)[p.cell.column] += p.span.of(plan.text)
    assert rows[0][3] == "Đơn vị chủ trì"
    assert rows[1][:2] == ["I", "Giao thông và chiếu sáng"]
    assert rows[2] == ["1", "Thay đèn đường bằng đèn tiết kiệm điện", "Tháng 6 và tháng 11 hằng năm", "Sở Nông nghiệp và Môi trường",
                       "Sở Tài chính; Công ty Điện lực tỉnh", "Báo cáo kết quả"]
    assert rows[3] == ["2", "Kiểm tra xe quá tải trên các tuyến đường huyện", "Thường xuyên", "Công an tỉnh",
                       "Sở Xây dựng và UBND các xã, phường", "Biên bản"]
    assert rows[4] == ["3", "Vận động người dân đi xe đạp", "Hằng năm", "Tỉnh đoàn", "", "Hội nghị"]
    assert plan.paragraphs[-1].span.of(plan.text) == "Nơi nhận:"


def test_sharing_out_the_lines_of_a_row_takes_time_by_the_rows() -> None:
    head = "TT\nNhiệm vụ\nThời gian\nĐơn vị chủ trì\nĐơn vị phối hợp"

    def spent(count: int) -> float:
        body = "".join(f"\n{n}\nRà soát mức thu\nphí số {n}\nNăm 2027\nSở Nông nghiệp và\nMôi trường\nSở Y tế" for n in range(1, count))
        found = []
        for _ in range(3):  # the best: now and then a collection of garbage is due
            start = time.process_time()
            from_text(head + body)
            found.append(time.process_time() - start)
        return min(found)

    assert spent(400) < 10 * spent(100) + 0.1


def test_blank_lines_between_all_lines_end_no_table() -> None:
    tabs = from_text("TT\tNhiệm vụ\tChủ trì\n\n1\tLàm đường\tSở Xây dựng\n\n2\tKhám bệnh\tSở Y tế\n\nHết.\n")
    assert [(p.cell.row, p.cell.column) for p in tabs.paragraphs if p.cell][-1] == (2, 2)
    cells = ["|", "TT", "|", "Nhiệm vụ", "|", "Chủ trì", "|", "|", "1", "|", "Làm đường", "|", "Sở Xây dựng", "|", "Hết."]
    bars = from_text("\n\n".join(cells))
    assert [(p.cell.row, p.cell.column, p.span.of(bars.text)) for p in bars.paragraphs if p.cell][3:] == [
        (1, 0, "1"), (1, 1, "Làm đường"), (1, 2, "Sở Xây dựng")]
    assert bars.paragraphs[-1].cell is None


def test_raised_digits_are_no_number_of_a_row() -> None:
    assert from_text("TT\nNhiệm vụ\nChủ trì\n¹").text
