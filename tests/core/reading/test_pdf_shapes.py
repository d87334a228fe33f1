"""PDFs of browsers and of Word's odder settings: heads of print, short lines, stretched lines, cells that cut dates and numbers."""
from __future__ import annotations

from core.reading.from_pdf import read_pdf
from tests.core.reading.made import SENTENCES, Pdf, lines


def kinds(data: bytes) -> set[str]:
    return {repair.kind for repair in read_pdf(data).repairs}


def test_what_a_browser_prints_around_the_page_goes() -> None:
    pdf = Pdf((612, 792))
    for number in (1, 2):
        pdf.text(24, 22, "11/29/26, 12:21 PM", 8)
        pdf.text(293, 22, "Kế hoạch - Cổng thông tin điện tử", 8)
        y = pdf.flow(60, SENTENCES[number - 1], left=34, right=578)
        pdf.text(62, y, f"Nội dung {number}.", 14)
        pdf.text(24, 775, "https://lamson.gov.vn/van-ban/ke-hoach-27.html", 8)
        pdf.text(575, 775, f"{number}/2", 8)
        if number == 1:
            pdf.page()
    data = pdf.bytes()
    assert lines(read_pdf(data)) == [SENTENCES[0], "Nội dung 1.", SENTENCES[1], "Nội dung 2."]
    assert "running-head" in kinds(data)


SHORT = ["I- MỤC ĐÍCH, YÊU CẦU", "Tạo chuyển biến về nhận thức.", "II- NHIỆM VỤ", "1- Tổ chức học tập Nghị quyết đến chi bộ",
         "- Thời gian: tháng 11/2025",
         "2- Đưa nội dung vào chương trình kiểm tra", "- Thời gian: quý I/2026", "3- Vận hành sổ tay đảng viên điện tử", "- Thời gian: từ ngày 01/12/2025"]  # noqa: E501


def test_short_lines_stay_apart_though_one_line_of_the_page_is_full() -> None:
    pdf = Pdf()
    y = pdf.flow(80, SENTENCES[0])
    for line in SHORT:
        pdf.text(113, y, line, 14)
        y += 24
    assert lines(read_pdf(pdf.bytes())) == [SENTENCES[0], *SHORT]


def test_paragraphs_told_by_their_spacing_alone() -> None:
    """No indent, ragged lines: the step inside paragraphs is told by lines that go on in small letters, not by the usual step."""
    pdf = Pdf()
    y = 80.0
    texts = [*SENTENCES, "Giao Sở Nội vụ theo dõi, đôn đốc.", "Giao Sở Y tế tổng hợp.", "Giao Sở Tư pháp thẩm định.", SENTENCES[0]]
    for text in texts:
        y = pdf.flow(y, text, indent=0, pitch=16.5)
    wide = "Sở Khoa học và Công nghệ, Sở Tài chính, Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh, Đoàn TN"
    pdf.text(85, y, wide, 14)
    pdf.text(85, y + 22.5, "Tổ chức chương trình tình nguyện.", 14)
    assert lines(read_pdf(pdf.bytes())) == [*texts, wide, "Tổ chức chương trình tình nguyện."]


def stretched(pdf: Pdf, y: float, words: str, left: float = 113, right: float = 540) -> None:
    """A line pulled apart to its full width, as Word does with one that ends in a manual break."""
    parts = words.split()
    wide = sum(pdf.width(part, "Serif", 14) for part in parts)
    gap = (right - left - wide) / (len(parts) - 1)
    x = left
    for part in parts:
        x = pdf.text(x, y, part, 14) + gap


def test_a_line_stretched_before_a_manual_break_is_one_line() -> None:
    pdf = Pdf()
    y = pdf.flow(80, SENTENCES[1])
    stretched(pdf, y, "* Địa điểm: Khu vực bờ sông Nam.")
    stretched(pdf, y + 18, "* Đơn vị chủ trì: Sở Du lịch.", left=85)
    pdf.text(85, y + 36, "* Thời gian: tháng 5/2026.", 14)
    assert lines(read_pdf(pdf.bytes())) == [
        SENTENCES[1], "* Địa điểm: Khu vực bờ sông Nam.", "* Đơn vị chủ trì: Sở Du lịch.", "* Thời gian: tháng 5/2026."]


def test_a_bullet_at_the_edge_behind_a_sentence_is_an_item() -> None:
    pdf = Pdf()
    y = 80.0
    for text in SENTENCES:
        y = pdf.flow(y, text)
    y = pdf.flow(y, f"- Kiểm tra. {SENTENCES[0][2:]}") - 6
    pdf.text(85, y, "- Bố trí kinh phí chi trả công thu gom rác thải sinh hoạt trên địa bàn các xã.", 14)
    assert lines(read_pdf(pdf.bytes()))[-1].startswith("- Bố trí")


def test_dates_and_roman_numbers_cut_by_narrow_cells() -> None:
    pdf = Pdf()
    pdf.grid([60, 74, 200, 254], [60, 90, 130, 170])
    for x, head in ((62, "T"), (80, "Nhiệm vụ"), (205, "Thời hạn")):
        pdf.text(x, 78, head, 12)
    for y, number, task, day in ((105, ("II", "I"), "Làm đường", ("15/10/202", "6")), (145, ("1", "2"), "Xây cầu", ("15/9/202", "7"))):
        for k in range(2):
            pdf.text(62, y + 14 * k, number[k], 12)
            pdf.text(203, y + 14 * k, day[k], 12)
        pdf.text(80, y, task, 12)
    cells = {(p.cell.row, p.cell.column): p.span.of(plan.text) for plan in [read_pdf(pdf.bytes())] for p in plan.paragraphs if p.cell}
    assert (cells[1, 2], cells[2, 2], cells[2, 0]) == ("15/10/2026", "15/9/2027", "12")


ROWS = [("8", "Rà soát thủ tục", "Sở Tư pháp", "Sở Nội vụ"), ("9", "Lập danh mục đầu tư", "Sở Tài chính", "Sở Y tế"),
        ("10", "Tập huấn cán bộ", "Sở Nội vụ", "Sở Công Thương"), ("11", "Kiểm tra các xã", "Thanh tra tỉnh", "Sở Nội vụ")]


def test_a_bare_table_whose_page_ends_inside_a_row_and_whose_numbers_are_cut() -> None:
    xs = (72, 100, 260, 400)
    pdf = Pdf()
    pdf.flow(80, SENTENCES[0])
    y = 700.0
    for x, head in zip(xs, ("T", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp"), strict=True):
        pdf.text(x, y, head, 13)
    pdf.text(72, y + 22, "T", 13)
    y += 44
    for row in ROWS[:2]:
        for x, text in zip(xs, row, strict=True):
            pdf.text(x, y, text, 13)
        y += 22
    pdf.page()
    pdf.text(298, 40, "2", 13)
    pdf.text(100, 80, "và chuẩn bị đầu tư", 13)
    y = 102
    for number, *rest in ROWS[2:]:
        for x, text in zip(xs, (number[0], *rest), strict=True):
            pdf.text(x, y, text, 13)
        pdf.text(72, y + 22, number[1], 13)
        pdf.text(100, y + 22, "năm nay", 13)
        y += 44
    plan = read_pdf(pdf.bytes())
    cells = {(p.cell.row, p.cell.column): p.span.of(plan.text) for p in plan.paragraphs if p.cell}
    assert [cells[0, column] for column in range(4)] == ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp"]
    assert cells[2, 1] == "Lập danh mục đầu tư và chuẩn bị đầu tư"
    assert [cells[row, 1] for row in (3, 4)] == ["Tập huấn cán bộ năm nay", "Kiểm tra các xã năm nay"]
    assert cells[4, 0].replace(" ", "") == "11"
